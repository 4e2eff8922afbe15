//! The set-up on its pages: changed while the office runs, by people who are no engineers.

use anyhow::{Context, Result, ensure};
use moi_tests::{Browser, Caller, Office, Page, Role};
use serde_json::{Value, json};

use crate::SOON;
use crate::inspecting_by_browser::{LOADED, fits, sign_in_by};

const ADMINISTRATOR: &str = "Đặng Quốc Bảo";

/// An office that was started with no file, its administrator as a program, and a page that is signed in as them.
async fn at_set_up(browser: &Browser, part: &str) -> Result<(Office, Caller, Page)> {
    let office = Office::builder().bare().start().await?;
    let token = office.token(Role::Administrator, ADMINISTRATOR).await?;
    let administrator = office.bearer(&token)?;
    let page = open(browser, &office, &token, part).await?;
    Ok((office, administrator, page))
}

async fn open(browser: &Browser, office: &Office, token: &str, part: &str) -> Result<Page> {
    let url = format!("{}/admin/set-up{part}?lang=en", office.base());
    let page = browser.open("set-up", &url, 1366, 768).await?;
    page.wait_for("the way in", &state("refused"), LOADED).await?;
    sign_in_by(&page, &json!({"token": token})).await?;
    page.goto(&url).await?;
    Ok(page)
}

fn state(wanted: &str) -> String {
    format!("return document.querySelector('main[data-state={wanted}]') !== null")
}

/// Types into the field of a key, and leaves it.
async fn enter(page: &Page, field: &str, text: &str) -> Result<()> {
    let script = "const field = document.querySelector(`${arguments[0]} :is(input, textarea)`)
            ?? document.querySelector(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new Event('input'));
        field.dispatchEvent(new Event('change'));
        field.dispatchEvent(new Event('blur'));";
    page.run(script, vec![json!(field), json!(text)]).await.map(drop)
}

fn key(key: &str) -> String {
    format!("[data-key=\"{key}\"]")
}

fn in_language(field: &str, language: &str) -> String {
    format!("[data-key=\"{field}\"] [lang={language}]")
}

async fn press(page: &Page, what: &str) -> Result<()> {
    let found = format!("return document.querySelector('{what}:not([disabled])') !== null");
    page.wait_for(what, &found, SOON).await?;
    page.run("document.querySelector(arguments[0]).click()", vec![json!(what)]).await.map(drop)
}

/// Looks the changes through, and hands out what the dialog says.
async fn look_through(page: &Page) -> Result<String> {
    press(page, "[data-action=review]").await?;
    dialog(page).await
}

async fn dialog(page: &Page) -> Result<String> {
    let words = "return document.querySelector('dialog[open]')?.innerText.replaceAll('\\u00a0', ' ')";
    let said = page.wait_for("the changes", words, LOADED).await?;
    Ok(said.as_str().context("words")?.to_owned())
}

async fn save(page: &Page) -> Result<()> {
    press(page, "dialog [data-action=save]").await?;
    page.wait_for_text("It is in force", LOADED).await
}

async fn set_up(administrator: &Caller) -> Result<Value> {
    administrator.get("/api/v1/set-up").await?.expect_status(200)?.value()
}

async fn type_new_service(page: &Page) -> Result<()> {
    enter(page, &in_language("services.8.name", "vi"), "Thi đua khen thưởng").await?;
    enter(page, &in_language("services.8.name", "en"), "Awards").await?;
    press(page, "[data-key=\"services.8.pictogram\"] input[value=M]").await?;
    enter(page, &key("services.8.code"), "r").await?;
    press(page, "[data-key=\"services.8.counters\"] [data-box=\"2\"]").await
}

#[tokio::test]
async fn a_new_service_is_at_the_kiosk_as_soon_as_it_is_saved_and_a_mistake_is_shown_at_its_field() -> Result<()> {
    let browser = Browser::start().await?;
    let (office, administrator, page) = at_set_up(&browser, "/services").await?;
    let kiosk = browser.open("kiosk", &format!("{}/kiosk", office.base()), 1080, 1920).await?;
    kiosk.wait_for("the start", "return document.querySelector('[data-action=take]') !== null", LOADED).await?;
    kiosk.run("window.moiBefore = true", vec![]).await?;
    press(&page, "[data-action=add-services]").await?;
    let focused = "return document.activeElement?.closest('[data-key=\"services.8.name\"]') !== null";
    page.wait_for("the first field", focused, SOON).await?;
    type_new_service(&page).await?;
    enter(&page, &key("services.8.usual_minutes"), "lots").await?;
    press(&page, "[data-action=review]").await?;
    page.wait_for_text("1 place to mend", SOON).await?;
    let told = format!("return document.querySelector('{} .wrong')?.innerText", key("services.8.usual_minutes"));
    assert_eq!(page.wait_for("the mistake", &told, SOON).await?, "Enter a whole number from 1 to 240.");
    let typed = format!("return document.querySelector('{} input').value", key("services.8.usual_minutes"));
    assert_eq!(page.run(&typed, vec![]).await?, "lots", "what was typed is lost");
    page.picture("mistake").await?;
    enter(&page, &key("services.8.usual_minutes"), "8").await?;
    let said = look_through(&page).await?;
    for words in ["Services: R – Awards (new)", "C, K, M", "C, K, M, R", "8 minutes"] {
        ensure!(said.contains(words), "{words} is not in {said}");
    }
    assert_eq!(set_up(&administrator).await?["version"], json!(0), "it was saved before anybody said so");
    page.picture("changes").await?;
    save(&page).await?;
    // Nobody stands there, so it takes the change up by itself.
    kiosk.wait_for("another set-up", "return window.moiBefore === undefined", LOADED).await?;
    press(&kiosk, "[data-state=start] [data-action=take]").await?;
    press(&kiosk, "[data-action=choose-service][data-service=R]").await?;
    kiosk.picture("tile").await?;
    office.kiosk()?.take_ticket("R").await?;
    ensure!(page.text().await?.contains(&format!("by {ADMINISTRATOR}")), "the page doesn't say who changed this last");
    page.no_faults().await?;
    kiosk.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn whoever_takes_a_service_away_reads_first_who_would_be_left_waiting() -> Result<()> {
    let browser = Browser::start().await?;
    let (office, administrator, page) = at_set_up(&browser, "/services").await?;
    office.kiosk()?.take_ticket("E").await?;
    page.wait_for("the services", &state("ready"), LOADED).await?;
    press(&page, "[data-entry=\"services.3\"] [data-action=remove]").await?;
    page.wait_for_text("is taken away", SOON).await?;
    press(&page, "[data-action=put-back]").await?;
    page.wait_without_text("is taken away", SOON).await?;
    press(&page, "[data-entry=\"services.3\"] [data-action=remove]").await?;
    let said = look_through(&page).await?;
    ensure!(said.contains("E001") && said.contains("Services: E"), "{said}");
    let blocked = "return document.querySelector('dialog [data-action=save]').disabled";
    assert_eq!(page.run(blocked, vec![]).await?, true, "nobody has to read it");
    page.picture("stranded").await?;
    press(&page, "dialog [data-field=read]").await?;
    save(&page).await?;
    let document = &set_up(&administrator).await?["document"];
    assert_eq!(document["counters"][4]["services"], json!(["H"]), "the counter goes along");
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn what_was_typed_stays_when_another_administrator_saved_first() -> Result<()> {
    let browser = Browser::start().await?;
    let (office, _, page) = at_set_up(&browser, "/rules").await?;
    page.wait_for("the rules", &state("ready"), LOADED).await?;
    enter(&page, &key("desk.undo_seconds"), "25").await?;
    let other = office.bearer(&office.token(Role::Administrator, "Hoàng Văn Nam").await?)?;
    let theirs = json!({"made_from": 0, "edits": [
        {"at": ["desk", "undo_seconds"], "value": 40}, {"at": ["away", "grace_minutes"], "value": 30},
    ]});
    other.put_json("/api/v1/set-up", &theirs).await?.expect_status(200)?;
    press(&page, "[data-action=review]").await?;
    page.wait_for_text("Somebody else has changed the set-up", LOADED).await?;
    let said = page.text().await?;
    for words in ["Hoàng Văn Nam", "40 seconds", "30 minutes"] {
        ensure!(said.contains(words), "{words} is not in {said}");
    }
    page.picture("moved").await?;
    let typed = format!("return document.querySelector('{} input').value", key("desk.undo_seconds"));
    assert_eq!(page.run(&typed, vec![]).await?, "25");
    let said = look_through(&page).await?;
    ensure!(said.contains("40 seconds") && said.contains("25 seconds") && !said.contains("30 minutes"), "{said}");
    save(&page).await?;
    let document = &set_up(&other).await?["document"];
    assert_eq!((&document["desk"]["undo_seconds"], &document["away"]["grace_minutes"]), (&json!(25), &json!(30)));
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_file_is_taken_in_part_by_part_with_the_difference_first() -> Result<()> {
    let browser = Browser::start().await?;
    let (office, administrator, page) = at_set_up(&browser, "/file").await?;
    page.wait_for("the file", &state("ready"), LOADED).await?;
    let file = crate::SHIPPED
        .replace("undo_seconds = 10", "undo_seconds = 20")
        .replace("name.en = \"Civil status\"", "name.en = \"Births\"")
        .replace("Nông Thị Hà", "Hoàng Thị Én");
    enter(&page, "[data-field=paste]", "[office]\nlanguages = 3").await?;
    press(&page, "[data-action=compare]").await?;
    page.wait_for_text("places to mend", LOADED).await?;
    ensure!(page.text().await?.contains("Line 2"), "the line is not told: {}", page.text().await?);
    enter(&page, "[data-field=paste]", &file).await?;
    press(&page, "[data-take=staff]").await?;
    press(&page, "[data-action=compare]").await?;
    let said = dialog(&page).await?;
    ensure!(said.contains("Births") && said.contains("20 seconds") && !said.contains("Én"), "{said}");
    page.picture("file").await?;
    save_from_file(&page, &administrator).await?;
    let shown = set_up(&administrator).await?;
    assert_eq!(shown["document"]["officers"][0]["name"], json!("Nông Thị Hà"));
    let text = shown["text"].as_str().context("the text")?;
    ensure!(text.contains("# The set-up of an office") && text.contains("Births"), "{text}");
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

async fn save_from_file(page: &Page, administrator: &Caller) -> Result<()> {
    press(page, "dialog [data-action=save]").await?;
    page.wait_for("the end", "return document.querySelector('dialog[open]') === null", LOADED).await?;
    assert_eq!(set_up(administrator).await?["version"], json!(1));
    Ok(())
}

#[tokio::test]
async fn with_a_file_or_without_the_right_everything_is_shown_and_nothing_can_be_changed() -> Result<()> {
    let browser = Browser::start().await?;
    let office = Office::start().await?;
    let token = office.token(Role::Administrator, ADMINISTRATOR).await?;
    let page = open(&browser, &office, &token, "/rules").await?;
    page.wait_for("the rules", &state("reading"), LOADED).await?;
    ensure!(page.text().await?.contains("office.toml"), "it doesn't say where it is changed");
    nothing_to_change(&page).await?;
    office.close().await?;

    let office = Office::builder().bare().start().await?;
    let token = office.token(Role::Inspector, "Bế Văn Định").await?;
    let page = open(&browser, &office, &token, "/services").await?;
    page.wait_for("the services", &state("reading"), LOADED).await?;
    page.wait_for_text("Only an administrator can change it", SOON).await?;
    press(&page, "[data-entry=\"services.0\"] .toggle").await?;
    nothing_to_change(&page).await?;
    let ways = "return [...document.querySelectorAll('.bar nav a')].map(one => one.dataset.page).join(' ')";
    let ways = page.wait_for("the ways", &format!("{ways}.replace(/^state start$/, '')"), SOON).await?;
    assert_eq!(ways, "state set-up order audit account start");
    page.picture("inspector").await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

async fn nothing_to_change(page: &Page) -> Result<()> {
    let open = "return [...document.querySelectorAll('main :is(input, textarea, select)')]
            .filter(one => !one.readOnly && !one.disabled).length
        + document.querySelectorAll('main [data-action]:not([data-action=history], [data-action=download])').length";
    assert_eq!(page.run(open, vec![]).await?, 0);
    Ok(())
}

#[tokio::test]
async fn the_record_of_changes_tells_who_changed_what_to_whoever_inspects() -> Result<()> {
    let browser = Browser::start().await?;
    let (office, administrator, page) = at_set_up(&browser, "").await?;
    page.wait_for("the overview", &state("ready"), LOADED).await?;
    let edits = json!({"made_from": 0, "edits": [
        {"at": ["desk", "undo_seconds"], "value": 20}, {"at": ["services", "A", "name", "en"], "value": "Births"},
    ]});
    administrator.put_json("/api/v1/set-up", &edits).await?.expect_status(200)?;
    let inspector = office.token(Role::Inspector, "Bế Văn Định").await?;
    sign_in_by(&page, &json!({"token": inspector})).await?;
    page.goto(&format!("{}/admin/audit?lang=en", office.base())).await?;
    page.wait_for("the record", &state("shown"), LOADED).await?;
    let said = page.text().await?;
    for words in [ADMINISTRATOR, "Changed the set-up", "10 seconds", "20 seconds", "Civil status", "Births"] {
        ensure!(said.contains(words), "{words} is not in {said}");
    }
    page.picture("record").await?;
    let choose = "const list = document.querySelector('[data-filter=part]');
        list.value = 'rules';
        list.dispatchEvent(new Event('change'));";
    page.run(choose, vec![]).await?;
    page.wait_without_text("Births", SOON).await?;
    ensure!(page.text().await?.contains("20 seconds") && page.url().await?.contains("part=rules"));
    let table = "fetch(document.querySelector('[data-action=table]').href)
        .then(answer => answer.text()).then(text => window.moiTable = text);";
    page.run(table, vec![]).await?;
    page.wait_for("the table", "return window.moiTable?.includes('desk.undo_seconds,10,20')", SOON).await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// Each part on a phone and on an office's screen, in both languages.
#[tokio::test]
async fn every_part_fits_a_phone_and_an_office_screen_in_both_languages() -> Result<()> {
    let browser = Browser::start().await?;
    let (office, _, page) = at_set_up(&browser, "").await?;
    page.wait_for("the overview", &state("ready"), LOADED).await?;
    let phone = browser.open("phone", &format!("{}/admin/set-up", office.base()), 360, 780).await?;
    let parts = [
        "",
        "/services",
        "/counters",
        "/hours",
        "/entrance",
        "/priorities",
        "/choices",
        "/rules",
        "/appointments",
        "/staff",
        "/office",
        "/slip",
        "/slides",
        "/keeping",
        "/file",
    ];
    for part in parts {
        for (window, width, language) in [(&page, 1366, "vi"), (&phone, 360, "vi"), (&phone, 360, "en")] {
            window.goto(&format!("{}/admin/set-up{part}?lang={language}", office.base())).await?;
            window.wait_for(part, &state("ready"), LOADED).await?;
            window.run("document.querySelectorAll('main .toggle')[0]?.click()", vec![]).await?;
            fits(window, width).await.with_context(|| format!("{part} {language}"))?;
            ensure!(!window.text().await?.contains("set-up-"), "{part} {language} lacks a text");
            window.picture(&format!("{}-{language}-{width}", part.trim_start_matches('/'))).await?;
            window.no_faults().await?;
        }
    }
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn an_administrator_backs_the_office_up_at_once() -> Result<()> {
    let browser = Browser::start().await?;
    let (office, administrator, page) = at_set_up(&browser, "/keeping").await?;
    page.wait_for("the part", &state("ready"), LOADED).await?;
    press(&page, "[data-action=back-up]").await?;
    page.wait_for_text("Backed up to", LOADED).await?;
    let made = administrator.post_json("/api/v1/office/backup", &json!({})).await?.expect_status(200)?.value()?;
    let file = office.data().join("backups").join(made["file"].as_str().context("a file")?);
    ensure!(file.is_file(), "{} is not there", file.display());
    let newest = &administrator.get("/api/v1/office/state").await?.value()?["backup"]["newest"]["file"];
    assert_eq!(newest, &made["file"]);
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}
