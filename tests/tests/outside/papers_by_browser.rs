//! Several services and several files with one ticket, and notes, as people use them: fingers on the kiosk, a number
//! pad at the desk, the phone.

use std::time::Duration;

use anyhow::{Context, Result};
use moi_tests::{Browser, Desk, Office, Page, Proxy};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::hall_by_browser::sign_in_by_number_pad;
use crate::verbs_by_browser::{at_counter, choose, press};
use crate::{SHIPPED, SOON};

/// A page is loaded, drawn and live within this, in a debug build beside a busy browser.
const LOADED: Duration = Duration::from_secs(20);
/// Between two touches of one person.
const FINGER: Duration = Duration::from_millis(600);
/// Between the touches of somebody who counts.
const COUNTING: Duration = Duration::from_millis(250);

/// The set-up as it ships, with the question how many copies are to be certified.
fn asking() -> String {
    SHIPPED.replacen("name.vi = \"Chứng thực\"", "ask_cases = true\nname.vi = \"Chứng thực\"", 1)
}

async fn touch(kiosk: &Page, selector: &str) -> Result<()> {
    kiosk.touch(selector).await?;
    sleep(FINGER).await;
    Ok(())
}

async fn touch_service(kiosk: &Page, service: &str) -> Result<()> {
    touch(kiosk, &format!("[data-state=service] [data-service={service}]")).await
}

/// What the kiosk says that the ticket is for, beside its service.
async fn also_for(kiosk: &Page) -> Result<Value> {
    let script = "return document.querySelector('[data-number] [data-field=also]')?.innerText";
    kiosk.wait_for("what the ticket is for", script, LOADED).await
}

/// In each way in which a kiosk may stand and look.
async fn pictures(kiosk: &Page, name: &str) -> Result<()> {
    kiosk.picture(name).await?;
    kiosk.run("document.body.classList.add('low')", vec![]).await?;
    kiosk.picture(&format!("{name}-low")).await?;
    kiosk.run("document.body.classList.remove('low')", vec![]).await?;
    Ok(())
}

async fn walk_with_two_services(kiosk: &Page) -> Result<()> {
    touch(kiosk, "[data-state=start] [data-action=take]").await?;
    touch_service(kiosk, "C").await?;
    pictures(kiosk, "documents").await?;
    touch(kiosk, "[data-state=documents] [data-action=add-service]").await?;
    for service in ["A", "H", "D", "A"] {
        touch_service(kiosk, service).await?;
    }
    let marked = "return [...document.querySelectorAll('[data-adding] [aria-pressed=true]')]
        .map(tile => tile.dataset.service).join()";
    assert_eq!(kiosk.run(marked, vec![]).await?, "C,H", "the fourth doesn't fit, and a second touch takes one away");
    pictures(kiosk, "adding").await?;
    touch(kiosk, "[data-action=go-on]").await?;
    let chosen = "return [...document.querySelectorAll('[data-chosen]')].map(row => row.dataset.chosen).join()";
    assert_eq!(kiosk.run(chosen, vec![]).await?, "C,H", "in the order of the touches");
    pictures(kiosk, "together").await?;
    touch(kiosk, "[data-action=take-number]").await?;
    for _ in 0..3 {
        kiosk.touch("[data-action=more-cases]").await?;
        sleep(COUNTING).await;
    }
    kiosk.touch("[data-action=fewer-cases]").await?;
    sleep(FINGER).await;
    let cases = "return document.querySelector('[data-state=cases] [data-field=cases]').innerText";
    assert_eq!(kiosk.run(cases, vec![]).await?, "3");
    pictures(kiosk, "cases").await?;
    touch(kiosk, "[data-action=cases-said]").await?;
    touch(kiosk, "[data-state=priority] .big-button[data-action=choose-priority]").await
}

#[tokio::test]
async fn one_ticket_for_two_services_and_three_files_is_taken_by_touch() -> Result<()> {
    let office = Office::builder().alone().config(&asking()).start().await?;
    let browser = Browser::start().await?;
    let kiosk = browser.open("papers-kiosk", &format!("{}/kiosk", office.base()), 1080, 1920).await?;
    walk_with_two_services(&kiosk).await?;
    assert_eq!(also_for(&kiosk).await?, "3 hồ sơ\nSau đó: Cư trú");
    kiosk.picture("ticket").await?;
    let queue = office.desk(1, "Nông Thị Hà").await?.caller().get("/api/v1/queue").await?.value()?;
    let ticket = &queue["tickets"][0];
    assert_eq!((&ticket["service"], &ticket["cases"], &ticket["then"]), (&json!("C"), &json!(3), &json!(["H"])));

    // The same on a tablet on its side, in English.
    let tablet = browser.open("papers-tablet", &format!("{}/kiosk?lang=en", office.base()), 1280, 800).await?;
    walk_with_two_services(&tablet).await?;
    assert_eq!(also_for(&tablet).await?, "3 files\nThen: Residence");
    tablet.picture("ticket").await?;
    for page in [&kiosk, &tablet] {
        page.no_faults().await?;
    }
    browser.close().await?;
    office.close().await
}

/// Most people come for one thing.
#[tokio::test]
async fn who_comes_for_one_service_touches_no_more_than_before() -> Result<()> {
    let single = asking().replacen("services_max = 3", "services_max = 1", 1);
    for (setup, offers) in [(asking(), true), (single, false)] {
        let office = Office::builder().alone().config(&setup).start().await?;
        let browser = Browser::start().await?;
        let kiosk = browser.open("papers-one", &format!("{}/kiosk", office.base()), 1080, 1920).await?;
        touch(&kiosk, "[data-state=start] [data-action=take]").await?;
        touch_service(&kiosk, "A").await?;
        let offered = kiosk.run("return document.querySelector('[data-action=add-service]') !== null", vec![]).await?;
        assert_eq!(offered, offers);
        touch(&kiosk, "[data-state=documents] [data-action=take-number]").await?;
        kiosk.touch("[data-state=priority] .big-button[data-action=choose-priority]").await?;
        kiosk.wait_for("A001", "return document.querySelector('[data-number=A001]') !== null", LOADED).await?;
        kiosk.no_faults().await?;
        browser.close().await?;
        office.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_officer_adds_a_service_by_number_pad_and_the_citizen_reads_where_to_go_on() -> Result<()> {
    let office = Office::builder().alone().start().await?;
    let pin = office.pin("Nông Thị Hà").await?;
    let residence = office.desk(5, "Hoàng Văn Tú").await?;
    residence.open().await?;
    let wish = json!({"service": "A", "cases": 3, "then": ["C"]});
    let taken = office.kiosk()?.ask(&wish).await?.expect_status(201)?.value()?;
    office.kiosk()?.ask(&json!({"service": "C", "cases": 2, "then": ["D"]})).await?.expect_status(201)?;
    let browser = Browser::start().await?;
    let phone = browser.open("papers-phone", taken["url"].as_str().context("its page")?, 390, 844).await?;
    phone.wait_for_text("cho 3 hồ sơ", LOADED).await?;
    phone.wait_for_text("Chứng thực, Quầy 1, 2, 3", SOON).await?;
    phone.picture("waiting").await?;
    let desk = browser.open("papers-desk", &format!("{}/sign-in", office.base()), 1366, 768).await?;
    sign_in_by_number_pad(&desk, &pin, "1").await?;
    for _ in 0..2 {
        press(&desk, "Enter").await?;
    }
    at_counter(&desk, "A001").await?;
    let said = |part: &str| format!("return document.querySelector('.matter [data-field={part}]')?.innerText");
    assert_eq!(desk.wait_for("files", &said("cases"), SOON).await?, "3 hồ sơ");
    assert_eq!(desk.wait_for("what is done here", &said("here"), SOON).await?, "Chứng thực");
    let row = "return document.querySelector('[data-ticket=C001] .papers')?.innerText.replaceAll('\\n', ' ')";
    assert_eq!(desk.wait_for("the row", row, SOON).await?, "2 hồ sơ +1 lĩnh vực");

    press(&desk, "5").await?;
    let at = "return document.querySelector('[data-chooser=services] [data-option=\"1\"]')?.innerText";
    assert!(desk.wait_for("the list", at, SOON).await?.to_string().contains("tại quầy này"));
    choose(&desk, "services", "4").await?;
    desk.wait_for_text("Hoàn tác: lĩnh vực tiếp theo của A001", SOON).await?;
    let after = desk.wait_for("what comes after", &said("after"), SOON).await?.to_string();
    assert!(after.contains("Cư trú") && after.contains("Quầy 5"), "{after}");
    desk.picture("with-services").await?;
    phone.wait_for_text("Cư trú, Quầy 5", SOON).await?;
    phone.picture("called").await?;
    press(&desk, "5").await?;
    choose(&desk, "services", "1").await?;
    let none_here = "return document.querySelector('[data-field=after]') !== null
        && document.querySelector('[data-field=here]') === null";
    desk.wait_for("one less", none_here, SOON).await?;
    press(&desk, "1").await?;
    phone.wait_for_text("Xong ở Quầy 1.", SOON).await?;
    phone.wait_for_text("Tiếp theo: Cư trú, Quầy 5.", SOON).await?;
    phone.picture("goes-on").await?;
    assert_eq!(residence.next().await?.context("it went on")?.number, "A001");
    for page in [&desk, &phone] {
        page.no_faults().await?;
    }
    browser.close().await?;
    office.close().await
}

async fn sign_in_by_token(desk: &Page, token: &str) -> Result<()> {
    let script = "const body = JSON.stringify({token: arguments[0]});
        fetch('/api/v1/sessions', {method: 'POST', headers: {'content-type': 'application/json'}, body})
            .then(() => { window.moiSignedIn = true; });";
    desk.run(script, vec![json!(token)]).await?;
    desk.wait_for("session", "return window.moiSignedIn === true", LOADED).await.map(drop)
}

const NOTE: &str = "Chờ bản sao giấy khai sinh của cháu, mẹ quay lại buổi chiều";

#[tokio::test]
async fn a_note_written_at_one_desk_stands_large_at_the_next_when_the_ticket_is_called() -> Result<()> {
    let office = Office::builder().alone().start().await?;
    let pin = office.pin("Nông Thị Hà").await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    let browser = Browser::start().await?;
    let desk = browser.open("papers-note", &format!("{}/sign-in", office.base()), 1366, 768).await?;
    sign_in_by_number_pad(&desk, &pin, "1").await?;
    for _ in 0..2 {
        press(&desk, "Enter").await?;
    }
    at_counter(&desk, "A001").await?;
    press(&desk, "-").await?;
    let field = |value: &str| {
        format!("return document.activeElement?.dataset.field === 'note' && document.activeElement.value === '{value}'")
    };
    desk.wait_for("the field", &field(""), SOON).await?;
    desk.type_text(NOTE).await?;
    // Digits are letters of the note here, and no keys.
    desk.type_text(" 12").await?;
    desk.wait_for_text("còn 218 ký tự", SOON).await?;
    desk.picture("writing").await?;
    desk.press("Enter").await?;
    let shown = "return document.querySelector('[data-note=A001]')?.innerText.trim()";
    assert_eq!(desk.wait_for("the note", shown, SOON).await?, json!(format!("{NOTE} 12")));
    desk.picture("noted").await?;
    press(&desk, "-").await?;
    desk.wait_for("what stands there", &field(&format!("{NOTE} 12")), SOON).await?;
    desk.type_text("x").await?;
    desk.press("Escape").await?;
    assert_eq!(desk.wait_for("still the note", shown, SOON).await?, json!(format!("{NOTE} 12")));

    press(&desk, "3").await?;
    let to_residence = "return [...document.querySelectorAll('[data-chooser=transfer] [data-option]')]
        .find(option => option.innerText.includes('Cư trú'))?.dataset.option";
    let digit = desk.wait_for("residence", to_residence, SOON).await?;
    choose(&desk, "transfer", digit.as_str().context("a digit")?).await?;
    choose(&desk, "transfer-place", "1").await?;
    desk.wait_without_text(NOTE, SOON).await.context("it left with its ticket")?;

    let next = browser.open("papers-note-next", &format!("{}/sign-in?lang=en", office.base()), 1366, 768).await?;
    let token = office.desk(5, "Hoàng Văn Tú").await?.token().to_owned();
    sign_in_by_token(&next, &token).await?;
    next.goto(&format!("{}/desk/5?lang=en", office.base())).await?;
    next.wait_for("the mark", "return document.querySelector('[data-ticket=A001] .ico-note') !== null", LOADED).await?;
    next.picture("queue").await?;
    press(&next, "Enter").await?;
    next.wait_for_text(NOTE, SOON).await?;
    next.picture("called").await?;
    press(&next, "-").await?;
    next.wait_for("the field", &field(&format!("{NOTE} 12")), SOON).await?;
    next.run("document.activeElement.select()", vec![]).await?;
    next.press("Backspace").await?;
    next.press("Enter").await?;
    next.wait_without_text(NOTE, SOON).await.context("empty erases")?;
    let view = office.nobody()?.get(&format!("/api/v1/tickets/{}", ticket.token)).await?.text();
    assert!(!view.contains("khai sinh"), "the citizen's page has no note: {view}");
    for page in [&desk, &next] {
        page.no_faults().await?;
    }
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_note_that_is_being_written_when_the_connection_is_lost_stays_and_is_saved_once_it_is_back() -> Result<()> {
    let office = Office::start().await?;
    let wire = Proxy::before(&office.base()).await?;
    office.kiosk()?.take_ticket("A").await?;
    let officer = office.desk(1, "Nông Thị Hà").await?;
    officer.next().await?.context("A001 waits")?;
    let browser = Browser::start().await?;
    let desk = browser.open("papers-lost", &format!("{}/sign-in", wire.base()), 1366, 768).await?;
    sign_in_by_token(&desk, officer.token()).await?;
    desk.goto(&format!("{}/desk/1?theme=contrast", wire.base())).await?;
    press(&desk, "-").await?;
    desk.wait_for("the field", "return document.activeElement?.dataset.field === 'note'", LOADED).await?;
    desk.type_text("chờ ").await?;
    wire.cut();
    desk.wait_for_text("Chữ đã viết vẫn còn đây", LOADED).await?;
    desk.type_text("bản sao").await?;
    desk.press("Enter").await?;
    desk.picture("offline").await?;
    wire.mend();
    desk.wait_without_text("Chữ đã viết vẫn còn đây", LOADED).await?;
    desk.press("Enter").await?;
    let shown = "return document.querySelector('[data-note=A001]')?.innerText.trim()";
    assert_eq!(desk.wait_for("the note", shown, LOADED).await?, "chờ bản sao");
    desk.picture("back").await?;
    let kept = officer.caller().get("/api/v1/counters/1/note").await?.value()?;
    assert_eq!(kept["text"], "chờ bản sao");
    desk.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// A desk that writes a note on A001, while A002 waits.
async fn writing(office: &Office, browser: &Browser, name: &str) -> Result<(Page, Desk, String)> {
    let kiosk = office.kiosk()?;
    let ticket = kiosk.take_ticket("A").await?;
    kiosk.take_ticket("A").await?;
    let officer = office.desk(1, "Nông Thị Hà").await?;
    officer.next().await?.context("A001 waits")?;
    let desk = browser.open(name, &format!("{}/sign-in", office.base()), 1366, 768).await?;
    sign_in_by_token(&desk, officer.token()).await?;
    desk.goto(&format!("{}/desk/1", office.base())).await?;
    at_counter(&desk, "A001").await?;
    let place = "window.moiPlace = document.querySelector('.note-place[role=status]'); return window.moiPlace !== null";
    assert_eq!(desk.run(place, vec![]).await?, json!(true), "the place of the note is there before the note");
    press(&desk, "-").await?;
    desk.wait_for("the field", IN_FIELD, SOON).await?;
    desk.type_text("chờ bản sao").await?;
    Ok((desk, officer, ticket.token))
}

const IN_FIELD: &str = "return document.activeElement?.dataset.field === 'note'";
const GONE: &str = "A001 không còn ở quầy này nữa";

#[tokio::test]
async fn keys_that_are_meant_for_a_note_do_nothing_else_when_its_ticket_goes_away() -> Result<()> {
    let office = Office::start().await?;
    let browser = Browser::start().await?;
    let (desk, officer, token) = writing(&office, &browser, "papers-gone").await?;
    office.nobody()?.delete(&format!("/api/v1/tickets/{token}")).await?.expect_status(200)?;
    desk.wait_for_text(GONE, SOON).await?;
    for key in ["9", "Enter", "1", "Enter"] {
        sleep(FINGER).await;
        desk.press(key).await?;
    }
    for key in ["9", "Enter"] {
        desk.run("document.activeElement.blur()", vec![]).await?;
        sleep(FINGER).await;
        desk.press(key).await?;
        desk.wait_for("the field", IN_FIELD, SOON).await?;
    }
    let value = "return document.querySelector('[data-field=note]').value";
    assert_eq!(desk.run(value, vec![]).await?, json!("chờ bản sao91"), "nothing is lost");
    desk.picture("gone").await?;
    let queue = officer.caller().get("/api/v1/queue").await?.value()?;
    assert_eq!(queue["tickets"][0]["number"], json!("A002"), "nobody was called: {queue}");
    desk.press("Escape").await?;
    desk.wait_without_text(GONE, SOON).await?;
    desk.wait_for("the open counter", "return document.querySelector('main').dataset.state === 'waiting'", SOON)
        .await?;
    press(&desk, "Enter").await?;
    at_counter(&desk, "A002").await?;
    desk.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_note_that_would_come_to_another_ticket_stays_in_its_field() -> Result<()> {
    let office = Office::start().await?;
    let browser = Browser::start().await?;
    let (desk, ..) = writing(&office, &browser, "papers-other").await?;
    // As the server answers when its hall is a step ahead of the page.
    let refuse = "const problem = {code: 'note-other-ticket', title: 'other', status: 409};
        const was = window.fetch;
        window.fetch = async (path, options) => {
            if (!path.endsWith('/note') || options.method !== 'POST') return was(path, options);
            window.moiSent = options.body;
            const headers = {'content-type': 'application/problem+json'};
            return new Response(JSON.stringify(problem), {status: 409, headers});
        };";
    desk.run(refuse, vec![]).await?;
    desk.press("Enter").await?;
    desk.wait_for_text(GONE, SOON).await?;
    let sent = desk.run("return JSON.parse(window.moiSent)", vec![]).await?;
    assert_eq!(sent, json!({"ticket": "A001", "text": "chờ bản sao"}), "the server can tell");
    for _ in 0..2 {
        sleep(FINGER).await;
        desk.press("Enter").await?;
    }
    assert_eq!(desk.run(IN_FIELD, vec![]).await?, json!(true));
    desk.wait_for_text(GONE, SOON).await?;
    at_counter(&desk, "A001").await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_screen_reader_hears_the_note_and_stays_in_its_field() -> Result<()> {
    let office = Office::start().await?;
    let browser = Browser::start().await?;
    let (desk, officer, _) = writing(&office, &browser, "papers-heard").await?;
    let modal = "return document.activeElement.closest('[role=dialog][aria-modal=true]') !== null";
    for _ in 0..4 {
        desk.press("Tab").await?;
        assert_eq!(desk.run(modal, vec![]).await?, json!(true), "Tab goes round in the field");
    }
    desk.press("Escape").await?;
    let text = json!({"ticket": "A001", "text": "chờ bản sao"});
    officer.ask_with("note", &text).await?.expect_status(200)?;
    desk.wait_for_text("chờ bản sao", SOON).await?;
    let same = "const place = document.querySelector('[data-note=A001]').closest('[role=status]');
        return place !== null && place === window.moiPlace";
    assert_eq!(desk.run(same, vec![]).await?, json!(true), "it came into a place that was there before");
    desk.no_faults().await?;
    browser.close().await?;
    office.close().await
}
