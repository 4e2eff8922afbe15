//! Officers among themselves: a counter is taken over, a stuck one is freed, help is asked for.

use anyhow::{Context, Result};
use moi_tests::{Browser, Caller, Office, Page, Role};
use serde_json::{Value, json};

use crate::SOON;
use crate::hall_by_browser::sign_in_by_number_pad;

const HA: &str = "Nông Thị Hà";
const TU: &str = "Lương Văn Tú";

async fn officer(office: &Office, name: &str) -> Result<Caller> {
    office.bearer(&office.token(Role::Officer, name).await?)
}

/// novosga#213: an officer was locked in with a visit, and only the database could let them out.
#[tokio::test]
async fn a_counter_is_taken_over_with_its_visit_and_the_journal_says_so() -> Result<()> {
    let mut office = Office::start().await?;
    let desk = office.desk(1, HA).await?;
    office.kiosk()?.take_ticket("A").await?;
    desk.next().await?.context("A001")?;
    let tu = officer(&office, TU).await?;
    tu.post("/api/v1/counters/1/open").await?.expect_problem(409, "counter-taken")?;
    let taken = tu.post_json("/api/v1/counters/1/open", &json!({"take_over": true})).await?.expect_status(200)?;
    assert_eq!(taken.value()?["officer"], json!(TU));
    // The visit is where it was; the one before can do nothing there.
    desk.ask("start").await?.expect_problem(409, "counter-not-yours")?;
    tu.post("/api/v1/counters/1/start").await?.expect_status(200)?;
    office.restart().await?;
    tu.post("/api/v1/counters/1/finish").await?.expect_status(200)?;
    let journal = office.run(&["journal", "export"]).await?;
    assert!(journal.stdout.contains("counter-taken-over"), "{}", journal.stderr);
    office.close().await
}

/// A supervisor frees the counter of somebody who left; an officer can't.
#[tokio::test]
async fn a_supervisor_frees_a_stuck_desk_and_serves_at_her_own() -> Result<()> {
    let office = Office::start().await?;
    let desk = office.desk(1, HA).await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    desk.next().await?.context("A001")?;
    let tu = officer(&office, TU).await?;
    tu.post("/api/v1/counters/1/close").await?.expect_problem(409, "counter-not-yours")?;
    let hoa = office.bearer(&office.token(Role::Supervisor, "Triệu Thị Hoa").await?)?;
    let freed = hoa.post_json("/api/v1/counters/1/close", &json!({"leave_waiting": true})).await?;
    assert_eq!(freed.expect_status(200)?.value()?["state"], json!("closed"));
    // Whoever was called waits again, where they stood, and her own counter calls them.
    hoa.post("/api/v1/counters/3/open").await?.expect_status(200)?;
    let called = hoa.post("/api/v1/counters/3/next").await?.expect_status(200)?.value()?;
    assert_eq!(called["number"], json!(ticket.number));
    // At her own counter she is its officer: nobody is put back by leaving it.
    hoa.post("/api/v1/counters/3/close").await?.expect_problem(409, "ticket-called")?;
    office.close().await
}

async fn help_at(office: &Office, caller: &Caller) -> Result<Value> {
    let state = caller.get("/api/v1/office/state").await?.expect_status(200)?.value()?;
    let shown = office.nobody()?.get("/api/v1/counters").await?.expect_status(200)?.text();
    assert!(!shown.contains("help"), "the hall sees it: {shown}");
    Ok(state["help"].clone())
}

#[tokio::test]
async fn help_is_asked_for_by_the_officer_seen_by_whoever_leads_the_hall_and_survives_a_kill() -> Result<()> {
    let mut office = Office::start().await?;
    let desk = office.desk(1, HA).await?;
    let hoa = office.bearer(&office.token(Role::Supervisor, "Triệu Thị Hoa").await?)?;
    desk.ask("help").await?.expect_status(204)?;
    officer(&office, TU).await?.post("/api/v1/counters/1/help").await?.expect_problem(409, "counter-not-yours")?;
    office.kill().await?;
    office.open().await?;
    let asked = help_at(&office, &hoa).await?;
    assert_eq!((&asked[0]["counter"], &asked[0]["officer"]), (&json!(1), &json!(HA)));
    hoa.delete("/api/v1/counters/1/help").await?.expect_status(204)?;
    assert_eq!(help_at(&office, &hoa).await?, json!([]));
    office.close().await
}

async fn press_chord(desk: &Page) -> Result<()> {
    let chord = "for (const [key, code] of [['.', 'NumpadDecimal'], ['+', 'NumpadAdd']])
            document.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
        for (const [key, code] of [['+', 'NumpadAdd'], ['.', 'NumpadDecimal']])
            document.dispatchEvent(new KeyboardEvent('keyup', { key, code, bubbles: true }));";
    desk.run(chord, Vec::new()).await.map(drop)
}

/// Two desks side by side: the chord is a small sign here and a bar there, and the one who comes ends it.
#[tokio::test]
async fn a_chord_at_one_desk_asks_the_other_and_a_counter_is_taken_over_by_keys_alone() -> Result<()> {
    let office = Office::builder().alone().start().await?;
    let browser = Browser::start().await?;
    let sign_in = format!("{}/sign-in", office.base());
    let asks = browser.open("help-asks", &sign_in, 1366, 768).await?;
    sign_in_by_number_pad(&asks, &office.pin(HA).await?, "1").await?;
    asks.wait_for("open", "return document.querySelector('[data-standing=open]') !== null", SOON).await?;
    // A browser keeps one session: the other desk is that of a program's view.
    let tu = office.desk(3, TU).await?;
    press_chord(&asks).await?;
    asks.wait_for("the sign", "return document.querySelector('[data-help-asked]') !== null", SOON).await?;
    asks.picture("asked").await?;
    press_chord(&asks).await?;
    asks.wait_for("no sign", "return document.querySelector('[data-help-asked]') === null", SOON).await?;
    // Now the other one asks, and this desk shows it.
    tu.ask("help").await?.expect_status(204)?;
    asks.wait_for("the bar", "return document.querySelector('[data-help=\"3\"]') !== null", SOON).await?;
    asks.picture("bar").await?;
    asks.run("document.querySelector('[data-help=\"3\"] button').click()", Vec::new()).await?;
    asks.wait_for("no bar", "return document.querySelector('[data-help]') === null", SOON).await?;
    // Counter 3 is Tú's: here it can be taken over, with two keys.
    asks.goto(&format!("{}/desk/3", office.base())).await?;
    asks.wait_for("held", "return document.querySelector('[data-standing=held]') !== null", SOON).await?;
    asks.press("9").await?;
    asks.wait_for("the list", "return document.querySelector('[data-chooser=take-over]') !== null", SOON).await?;
    asks.picture("take-over").await?;
    asks.press("1").await?;
    asks.wait_for("told", "return document.querySelector('[data-taken=desk-taken-by-you]') !== null", SOON).await?;
    asks.picture("taken").await?;
    tu.ask("next").await?.expect_problem(409, "counter-not-yours")?;
    browser.close().await?;
    office.close().await
}
