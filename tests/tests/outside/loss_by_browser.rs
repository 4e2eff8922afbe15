//! Pages that lose the server: they say so within ten seconds, keep what they showed, and come back by themselves.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use moi_tests::{Browser, Office, Page, Proxy, Role};
use serde_json::json;

/// What the pages promise.
const TOLD_WITHIN: Duration = Duration::from_secs(10);
/// Longest pause between two tries is 15 s; a page is drawn soon after.
const BACK_WITHIN: Duration = Duration::from_secs(20);
const LOADED: Duration = Duration::from_secs(20);

/// A database error made the display fall to 0 waiting and chime again (MADO-queue #5, PR #43).
#[tokio::test]
async fn the_wall_keeps_the_last_call_says_that_it_is_old_and_comes_back_by_itself() -> Result<()> {
    let office = Office::start().await?;
    let wire = Proxy::before(&office.base()).await?;
    for _ in 0..2 {
        office.kiosk()?.take_ticket("A").await?;
    }
    let desk = office.desk(1, "Nông Thị Hà").await?;
    desk.next().await?;
    let browser = Browser::start().await?;
    let wall = browser.open("wall-lost", &format!("{}/wall", wire.base()), 1920, 1080).await?;
    let counter = browser.open("counter-lost", &format!("{}/counter/1", wire.base()), 1280, 800).await?;
    for page in [&wall, &counter] {
        page.wait_for_text("A001", LOADED).await?;
    }
    // A dead switch: the connections stay, and nothing comes.
    wire.stall();
    let stalled = Instant::now();
    for page in [&wall, &counter] {
        let left = (TOLD_WITHIN + Duration::from_secs(1)).saturating_sub(stalled.elapsed());
        page.wait_for_text("kết nối lại", left).await?;
        page.wait_for_text("A001", Duration::from_secs(1)).await.context("the last view is gone")?;
        page.picture("stale").await?;
    }
    desk.next().await?;
    wire.drop_connections();
    wire.mend();
    for page in [&wall, &counter] {
        page.wait_for_text("A002", BACK_WITHIN).await?;
        page.wait_without_text("kết nối lại", BACK_WITHIN).await?;
        page.no_faults().await?;
    }
    browser.close().await?;
    office.close().await
}

/// The hero showed A001 for six seconds while its counter called A002.
#[tokio::test]
async fn a_call_that_the_wall_missed_and_that_is_over_never_stands_in_the_hero() -> Result<()> {
    let office = Office::start().await?;
    let wire = Proxy::before(&office.base()).await?;
    for _ in 0..2 {
        office.kiosk()?.take_ticket("A").await?;
    }
    let desk = office.desk(1, "Nông Thị Hà").await?;
    let browser = Browser::start().await?;
    let wall = browser.open("wall-missed", &format!("{}/wall", wire.base()), 1920, 1080).await?;
    let view = "return document.querySelector('footer.wait .num')?.textContent === '2'";
    wall.wait_for("first view", view, LOADED).await?;
    let note = "window.moiHeroes = [];
        setInterval(() => window.moiHeroes.push(document.querySelector('.hero.calling .num.big')?.textContent), 20)";
    wall.run(note, vec![]).await?;
    wire.cut();
    desk.next().await?;
    desk.next().await?;
    wire.mend();
    wall.wait_for("A002 in the hero", "return window.moiHeroes.includes('A002')", BACK_WITHIN).await?;
    let heroes = wall.run("return [...new Set(window.moiHeroes)].filter(Boolean)", vec![]).await?;
    assert_eq!(heroes, json!(["A002"]));
    wall.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// Recurring kiosk outages needed an analysis (ZMSKVR-1132).
#[tokio::test]
async fn the_kiosk_without_a_server_sends_people_to_the_reception_and_comes_back_by_itself() -> Result<()> {
    let mut office = Office::start().await?;
    let browser = Browser::start().await?;
    let kiosk = browser.open("kiosk-lost", &format!("{}/kiosk", office.base()), 1080, 1920).await?;
    let state = |state: &str| format!("return document.querySelector('[data-state={state}]') !== null");
    kiosk.wait_for("invitation", &state("start"), LOADED).await?;
    office.kill().await?;
    kiosk.wait_for("way to the reception", &state("offline"), TOLD_WITHIN).await?;
    kiosk.picture("offline").await?;
    office.open().await?;
    kiosk.wait_for("invitation again", &state("start"), BACK_WITHIN).await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_desk_without_a_server_says_what_still_works_and_sends_nothing_twice_when_it_is_back() -> Result<()> {
    let office = Office::start().await?;
    let wire = Proxy::before(&office.base()).await?;
    for _ in 0..3 {
        office.kiosk()?.take_ticket("A").await?;
    }
    let token = office.token(Role::Officer, "Nông Thị Hà").await?;
    let browser = Browser::start().await?;
    let desk = browser.open("desk-lost", &format!("{}/sign-in", wire.base()), 1366, 768).await?;
    sign_in(&desk, &token).await?;
    desk.goto(&format!("{}/desk/1", wire.base())).await?;
    let enter =
        |command: &str| format!("return document.querySelector('[data-key=Enter]')?.dataset.command === '{command}'");
    desk.wait_for("closed counter", &enter("open"), LOADED).await?;
    desk.press("Enter").await?;
    desk.wait_for("open counter", &enter("next"), LOADED).await?;
    wire.stall();
    desk.press("Enter").await?;
    desk.wait_for_text("Mất kết nối từ", TOLD_WITHIN + Duration::from_secs(3)).await?;
    desk.picture("offline").await?;
    desk.press("Enter").await?;
    wire.drop_connections();
    wire.mend();
    desk.wait_without_text("Mất kết nối từ", BACK_WITHIN).await?;
    let view = office.here()?.get("/api/v1/counters").await?.value()?;
    let number = view["counters"][0]["number"].clone();
    assert!(number == json!("A001") || number.is_null(), "{number}: a key that had no answer called somebody twice");
    desk.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// Signs the page's browser in as a token's bearer.
async fn sign_in(page: &Page, token: &str) -> Result<()> {
    let script = "const [token] = arguments;
        const body = JSON.stringify({token});
        window.moiSignedIn = 0;
        fetch('/api/v1/sessions', {method: 'POST', headers: {'content-type': 'application/json'}, body})
            .then(answer => window.moiSignedIn = answer.status)";
    page.run(script, vec![json!(token)]).await?;
    page.wait_for("session", "return window.moiSignedIn === 201", LOADED).await.map(drop)
}

/// Switching or slow pages lost what was typed (ZMS-2972); an update must not take the focus away.
#[tokio::test]
async fn an_update_never_destroys_what_somebody_is_typing_or_where_the_focus_is() -> Result<()> {
    let office = Office::start().await?;
    let browser = Browser::start().await?;
    let page = browser.open("typing", &format!("{}/sign-in", office.base()), 1366, 768).await?;
    let focused = |field: &str| format!("return document.activeElement?.dataset.field === '{field}'");
    page.wait_for("officer field", &focused("officer"), LOADED).await?;
    page.press("1").await?;
    page.wait_for("PIN field", &focused("pin"), LOADED).await?;
    page.press("4").await?;
    page.press("7").await?;
    // The hall changes meanwhile: the page asks every five seconds.
    let desk = office.desk(2, "Lương Văn Tú").await?;
    office.kiosk()?.take_ticket("C").await?;
    let held = "return document.querySelector('[data-counter=\"2\"]')?.dataset.standing === 'taken'";
    page.wait_for("taken counter", held, LOADED).await?;
    let typed = page.run("return [document.activeElement.dataset.field, document.activeElement.value]", vec![]).await?;
    assert_eq!(typed, json!(["pin", "47"]));
    page.press("1").await?;
    let typed = page.run("return document.activeElement.value", vec![]).await?;
    assert_eq!(typed, json!("471"));
    desk.close().await?;

    // At the desk: the open menu and the focus in it stay through live views.
    let token = office.token(Role::Officer, "Nông Thị Hà").await?;
    sign_in(&page, &token).await?;
    page.goto(&format!("{}/desk/1", office.base())).await?;
    page.wait_for("desk", "return document.querySelector('[data-key=Enter]') !== null", LOADED).await?;
    page.run(
        "document.querySelector('[data-action=menu]').click(); document.querySelector('[data-action=menu]').focus()",
        vec![],
    )
    .await?;
    office.kiosk()?.take_ticket("A").await?;
    page.wait_for_text("A001", LOADED).await?;
    let still = "const menu = document.querySelector('[data-action=menu]');
        return menu.closest('details').open && document.activeElement === menu";
    page.wait_for("open menu with the focus", still, Duration::from_secs(2)).await?;
    browser.close().await?;
    office.close().await
}
