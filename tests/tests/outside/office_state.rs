//! The administrator's page: says what to do when something is wrong, and is calm again by itself.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use moi_tests::{Browser, Caller, Office, OfficeBuilder, Page, Printer, Proxy, Role};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::{SHIPPED, SOON};

/// What the page promises about a server that is away.
const TOLD_WITHIN: Duration = Duration::from_secs(10);
const LOADED: Duration = Duration::from_secs(20);

/// An office on a disk that may be small: the machine that tests has as much room as it has.
fn office() -> OfficeBuilder {
    Office::builder().config(&SHIPPED.replacen("warn_below_megabytes = 1000", "warn_below_megabytes = 1", 1))
}

async fn state(caller: &Caller) -> Result<Value> {
    caller.get("/api/v1/office/state").await?.expect_status(200)?.value()
}

/// Asks until the state is as it should be.
async fn state_when(office: &Office, what: &str, is_it: impl Fn(&Value) -> bool) -> Result<Value> {
    let begun = Instant::now();
    loop {
        let state = state(&office.here()?).await?;
        if is_it(&state) {
            return Ok(state);
        }
        ensure!(begun.elapsed() < SOON, "no {what}: {state}");
        sleep(Duration::from_millis(100)).await;
    }
}

async fn open(browser: &Browser, name: &str, office: &str) -> Result<Page> {
    browser.open(name, &format!("{office}/admin?lang=en"), 1366, 900).await
}

/// The codes of what the page says is wrong, in its order, and how many steps the first has.
async fn troubles(page: &Page) -> Result<Value> {
    let script = "const all = [...document.querySelectorAll('[data-trouble]')];
        return [all.map(one => one.dataset.trouble), all[0]?.querySelectorAll('ol li').length ?? 0]";
    page.run(script, vec![]).await
}

async fn wait_for_trouble(page: &Page, code: &str) -> Result<()> {
    let script = format!("return document.querySelector('[data-trouble={code}]') !== null");
    page.wait_for(code, &script, LOADED).await.map(drop)
}

async fn wait_until_calm(page: &Page) -> Result<()> {
    let calm = "return document.querySelector('main[data-sign=ok][data-connection=live]') !== null";
    page.wait_for("calm page", calm, LOADED).await?;
    assert_eq!(troubles(page).await?, json!([[], 0]));
    Ok(())
}

#[tokio::test]
async fn a_full_disk_is_told_with_what_to_do_and_the_page_is_calm_again_when_there_is_room() -> Result<()> {
    let office = office().on_unsure_disk().start().await?;
    let browser = Browser::start().await?;
    let page = open(&browser, "admin-disk-full", &office.base()).await?;
    wait_until_calm(&page).await?;
    page.wait_for_text("The office runs well.", LOADED).await?;
    office.disk()?.limit(0)?;
    // Somebody wants a ticket: that is when the disk says no.
    let refused = office.kiosk()?.ask_once(&json!({"service": "A"}), "full").await?;
    refused.expect_problem(503, "storage-failed")?;
    wait_for_trouble(&page, "disk-full").await?;
    let (codes, steps) = (troubles(&page).await?[0][0].clone(), troubles(&page).await?[1].clone());
    ensure!(codes == json!("disk-full") && steps.as_u64() >= Some(4), "{codes}, {steps} steps");
    let said = page.text().await?;
    let folder = office.data().canonicalize()?.display().to_string();
    for words in ["The server's disk is full", "No number can be taken or called", &folder, "The machine says:"] {
        ensure!(said.contains(words), "{words:?} is not in {said}");
    }
    let spoken = page.run("return document.querySelector('[role=alert]').textContent", vec![]).await?;
    ensure!(spoken.as_str().is_some_and(|words| words.contains("disk is full")), "{spoken}");
    page.picture("full").await?;
    office.disk()?.heal()?;
    wait_until_calm(&page).await?;
    office.kiosk()?.take_ticket("A").await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_disk_that_fails_is_told_apart_from_a_full_one() -> Result<()> {
    let office = office().on_unsure_disk().start().await?;
    office.disk()?.fail_syncs()?;
    office.kiosk()?.ask_once(&json!({"service": "A"}), "failed").await?.expect_problem(503, "storage-failed")?;
    let told = state_when(&office, "refusal", |state| state["orders"]["accepted"] == json!(false)).await?;
    assert_eq!(told["orders"]["cause"], json!("storage-failed"), "{told}");
    ensure!(told["orders"]["reason"].as_str().is_some_and(|reason| !reason.is_empty()), "{told}");
    office.disk()?.heal()?;
    state_when(&office, "acceptance", |state| {
        state["orders"] == json!({"accepted": true, "cause": null, "reason": null})
    })
    .await?;
    office.close().await
}

#[tokio::test]
async fn room_that_grows_short_is_told_before_it_is_gone() -> Result<()> {
    let config = SHIPPED.replacen("warn_below_megabytes = 1000", "warn_below_megabytes = 1000000", 1);
    let office = Office::builder().config(&config).start().await?;
    let told = state(&office.here()?).await?;
    let free = told["disk"]["free_bytes"].as_u64().context("the disk tells")?;
    let browser = Browser::start().await?;
    let page = open(&browser, "admin-disk-short", &office.base()).await?;
    if free < 1_000_000_000_000 {
        wait_for_trouble(&page, "disk-short").await?;
        assert_eq!(troubles(&page).await?[0], json!(["disk-short"]), "and the office runs all the same");
    } else {
        wait_until_calm(&page).await?;
    }
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_backup_that_cannot_be_made_is_told_with_its_folder_and_reason() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let place = folder.path().join("usb");
    std::fs::write(&place, "not a folder")?;
    let config = SHIPPED.replacen("folder = \"backups\"", &format!("folder = \"{}\"", place.display()), 1);
    let config = config.replacen("warn_below_megabytes = 1000", "warn_below_megabytes = 1", 1);
    let office = Office::builder().config(&config).start().await?;
    let browser = Browser::start().await?;
    let page = open(&browser, "admin-backup", &office.base()).await?;
    wait_for_trouble(&page, "backup-failed").await?;
    let said = page.text().await?;
    for words in ["could not be backed up", &place.display().to_string(), "There is none yet", "every five minutes"] {
        ensure!(said.contains(words), "{words:?} is not in {said}");
    }
    page.picture("failed").await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn the_newest_backup_and_the_next_one_are_told() -> Result<()> {
    let office = office().start().await?;
    office.kiosk()?.take_ticket("A").await?;
    let told = state_when(&office, "backup", |state| state["backup"]["newest"].is_object()).await?;
    let backup = &told["backup"];
    let folder = backup["folder"].as_str().context("a folder")?;
    let file = std::path::Path::new(folder).join(backup["newest"]["file"].as_str().context("a file")?);
    assert_eq!(backup["newest"]["bytes"].as_u64(), Some(std::fs::metadata(&file)?.len()));
    let (made, next) = (backup["newest"]["made_at"].as_str(), backup["next_at"].as_str());
    ensure!(made.is_some() && next > made, "{backup}");
    assert_eq!(backup["trouble"], json!(null));
    office.close().await
}

/// As after a night with a wrong date: somebody waits, so that the day can't be put right at once.
#[tokio::test]
async fn a_clock_behind_the_last_entries_is_told_beside_the_offices_time() -> Result<()> {
    let before = Office::start().await?;
    before.kiosk()?.take_ticket("A").await?;
    let exported = before.run(&["journal", "export"]).await?;
    ensure!(exported.status.success(), "{}", exported.stderr);
    let year: i32 = state(&before.here()?).await?["clock"]["office_time"].as_str().context("a time")?[..4].parse()?;
    let later = exported.stdout.replace(&format!("\"{year}-"), &format!("\"{}-", year + 3));
    ensure!(later != exported.stdout, "{later}");
    let mut office = before.sibling().config(SHIPPED).prepare()?;
    let file = office.folder().join("journal.jsonl");
    std::fs::write(&file, later)?;
    let imported = office.run(&["journal", "import", file.to_str().context("a path")?]).await?;
    ensure!(imported.status.success(), "{}", imported.stderr);
    office.open().await?;
    let clock = state(&office.here()?).await?["clock"].clone();
    assert_eq!(clock["state"], json!("behind"), "{clock}");
    let year_of = |time: &str| clock[time].as_str().and_then(|time| time[..4].parse::<i32>().ok());
    assert_eq!((year_of("office_time"), year_of("machine_time")), (Some(year + 3), Some(year)));
    let browser = Browser::start().await?;
    let page = open(&browser, "admin-clock", &office.base()).await?;
    wait_for_trouble(&page, "clock-behind").await?;
    page.wait_for_text("The server's clock is behind", LOADED).await?;
    page.picture("behind").await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await?;
    before.close().await
}

#[tokio::test]
async fn printer_screens_and_journal_are_told_as_they_are() -> Result<()> {
    let printer = Printer::start().await?;
    let office = office().printer(&printer.setting()).start().await?;
    let before = state_when(&office, "printer", |state| state["printer"]["state"] == json!("ready")).await?;
    assert_eq!(before["screens"], json!({"walls": 0, "kiosks": 0, "counters": 0, "desks": 0, "phones": 0}));
    for _ in 0..3 {
        office.kiosk()?.take_ticket("A").await?;
    }
    let mut wall = moi_tests::live::Topic::at(office.live("/live/wall")?);
    wall.next(SOON).await?;
    let told = state_when(&office, "wall and empty spool", |state| {
        state["screens"]["walls"] == json!(1) && state["printer"]["waiting"] == json!(0)
    })
    .await?;
    let events = |state: &Value| state["journal"]["events"].as_u64();
    assert_eq!(events(&told), events(&before).map(|events| events + 3));
    ensure!(told["journal"]["bytes"].as_u64() > Some(0) && told["journal"]["since"].is_string(), "{told}");
    office.close().await
}

#[tokio::test]
async fn the_page_says_within_ten_seconds_that_it_lost_the_server_and_comes_back_by_itself() -> Result<()> {
    let office = office().start().await?;
    let wire = Proxy::before(&office.base()).await?;
    let browser = Browser::start().await?;
    let page = open(&browser, "admin-lost", &wire.base()).await?;
    wait_until_calm(&page).await?;
    wire.stall();
    let stalled = Instant::now();
    let left = || (TOLD_WITHIN + Duration::from_secs(1)).saturating_sub(stalled.elapsed());
    page.wait_for_text("The server can't be reached", left()).await?;
    let last = "return document.querySelector('main[data-connection=stale] [data-part=orders]') !== null";
    page.wait_for("the last state", last, Duration::from_secs(1)).await?;
    page.picture("stale").await?;
    wire.drop_connections();
    wire.mend();
    wait_until_calm(&page).await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn an_administrator_sees_the_parts_from_anywhere_and_others_what_health_tells() -> Result<()> {
    let office = office().start().await?;
    // As through a proxy: nobody behind one sits at the office's own machine.
    let elsewhere = "window.moiFetch = fetch;
        window.fetch = (to, options = {}) =>
            moiFetch(to, {...options, headers: {...options.headers, 'x-real-ip': '192.0.2.7'}});";
    let browser = Browser::start().await?;
    let url = format!("{}/admin?lang=en", office.base());
    let page = browser.open_after(elsewhere, "admin-visitor", &url, (360, 780)).await?;
    wait_until_calm(&page).await?;
    let parts = "return document.querySelectorAll('[data-part]').length";
    assert_eq!(page.run(parts, vec![]).await?, json!(0));
    let said = page.text().await?;
    let folder = office.data().display().to_string();
    ensure!(said.contains("Sign in") && !said.contains(&folder), "{said}");
    page.picture("visitor").await?;

    let token = office.token(Role::Administrator, "somebody").await?;
    let script = "const [token] = arguments;
        const body = JSON.stringify({token});
        window.moiSignedIn = 0;
        fetch('/api/v1/sessions', {method: 'POST', headers: {'content-type': 'application/json'}, body})
            .then(answer => window.moiSignedIn = answer.status)";
    page.run(script, vec![json!(token)]).await?;
    page.wait_for("session", "return window.moiSignedIn === 201", LOADED).await?;
    page.goto(&url).await?;
    page.wait_for("parts", parts, LOADED).await?;
    wait_until_calm(&page).await?;
    let wide = page.run("return document.documentElement.scrollWidth", vec![]).await?;
    ensure!(wide.as_u64() <= Some(360), "{wide} pixels on a phone of 360");
    page.picture("administrator").await?;
    browser.close().await?;
    office.close().await
}
