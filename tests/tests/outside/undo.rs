//! A wrong key: the last step at a counter is taken back, on every screen, and refused where the world has moved on.

use std::time::Duration;

use anyhow::{Context, Result};
use moi_tests::live::Topic;
use moi_tests::{Browser, Desk, Office, Taken, Ticket};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::hall_by_browser::sign_in_by_number_pad;
use crate::verbs_by_browser::{at_counter, press};
use crate::{SHIPPED, SOON};

/// An office where counter 1 serves A001, and A002 and A003 wait.
async fn serving(office: &Office) -> Result<(Desk, Taken)> {
    let desk = office.desk(1, "Nông Thị Hà").await?;
    let first = office.kiosk()?.take_ticket("A").await?;
    for _ in 0..2 {
        office.kiosk()?.take_ticket("A").await?;
    }
    desk.next().await?.context("somebody waits")?;
    desk.start().await?;
    Ok((desk, first))
}

async fn phone(office: &Office, ticket: &Taken) -> Result<Value> {
    office.nobody()?.get(&format!("/api/v1/tickets/{}", ticket.token)).await?.expect_status(200)?.value()
}

#[tokio::test]
async fn a_call_that_is_taken_back_is_gone_everywhere_and_the_visit_that_it_ended_goes_on() -> Result<()> {
    let office = Office::start().await?;
    let (desk, first) = serving(&office).await?;
    let mut wall = Topic::at(office.live("/live/wall")?);
    let mut own = Topic::at(office.live("/live/desks/1")?.with_token(desk.token()));
    let mut display = Topic::at(office.live("/live/counters/1")?);
    wall.until(SOON, |view| view["counters"][0]["state"] == "serving").await?;
    own.until(SOON, |view| view["state"] == "serving").await?;
    display.until(SOON, |view| view["state"] == "serving").await?;
    let [wall_before, own_before, display_before] = [&wall, &own, &display].map(|topic| topic.last().clone());
    let phone_before = phone(&office, &first).await?;

    assert_eq!(desk.next().await?.context("A002 waits")?.number, "A002");
    own.until(SOON, |view| view["undo"]["step"] == "call" && view["undo"]["number"] == "A002").await?;
    wall.until(SOON, |view| view["calls"][0]["number"] == "A002").await?;
    let undone: Ticket = desk.ask_once("undo", "wrong").await?.expect_status(200)?.json()?;
    assert_eq!((undone.number.as_str(), undone.status.as_str()), ("A002", "waiting"));
    let again: Ticket = desk.ask_once("undo", "wrong").await?.expect_status(200)?.json()?;
    assert_eq!(again.number, "A002", "a retry is the same order");

    wall.until(SOON, |view| *view == wall_before).await?;
    display.until(SOON, |view| *view == display_before).await?;
    let mut expected = own_before;
    expected["undo"] = Value::Null;
    own.until(SOON, |view| *view == expected).await?;
    assert_eq!(phone(&office, &first).await?, phone_before);
    desk.ask("undo").await?.expect_problem(409, "nothing-to-undo")?;
    assert_eq!(desk.next().await?.context("A002 waits")?.number, "A002", "the same key again");
    office.close().await
}

/// What was done and what was taken back both stand in the journal, with who; the hall is the same after a kill.
#[tokio::test]
async fn the_journal_keeps_a_step_and_its_undoing_and_folds_to_the_same_hall() -> Result<()> {
    let mut office = Office::builder().alone().start().await?;
    let (desk, first) = serving(&office).await?;
    desk.finish().await?;
    desk.ask("undo").await?.expect_status(200)?;
    let before = phone(&office, &first).await?;
    assert_eq!(before["status"], json!("serving"));
    let journal = office.run(&["journal", "export"]).await?.stdout;
    let facts: Vec<Value> = journal.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let [.., finished, undone] = facts.as_slice() else { anyhow::bail!("{journal}") };
    let number = &finished["number"];
    assert_eq!(finished["fact"]["visit-finished"]["ticket"], json!(first.id));
    assert_eq!(
        undone["fact"]["step-undone"],
        json!({"counter": 1, "first": number, "last": number, "ticket": first.id})
    );
    assert_eq!(undone["by"], json!({"officer": "Nông Thị Hà"}));
    office.kill().await?;
    office.open().await?;
    assert_eq!(phone(&office, &first).await?, before);
    desk.ask("undo").await?.expect_problem(409, "nothing-to-undo")?;
    assert_eq!(desk.finish().await?.status, "finished");
    office.close().await
}

#[tokio::test]
async fn where_the_world_has_moved_on_each_refusal_has_its_reason_and_changes_nothing() -> Result<()> {
    let office = Office::start().await?;
    let (desk, first) = serving(&office).await?;
    let other = office.desk(3, "Lương Văn Tú").await?;
    other.at(1).ask("undo").await?.expect_problem(409, "counter-not-yours")?;
    let kind = json!({"counter": 3, "place": "front"});
    desk.ask_with("transfer", &kind).await?.expect_status(200)?;
    assert_eq!(other.next().await?.context("it was sent there")?.number, "A001");
    let problem = desk.ask("undo").await?.expect_problem(409, "undo-overtaken")?;
    assert!(problem.detail.contains("A001"), "{}", problem.detail);
    assert_eq!(phone(&office, &first).await?["counter"], json!(3));

    assert_eq!(desk.next().await?.context("A002 waits")?.number, "A002");
    desk.recall().await?;
    desk.ask("undo").await?.expect_problem(409, "undo-recall")?;
    desk.finish().await?;
    desk.close().await?;
    desk.ask("undo").await?.expect_problem(409, "counter-closed")?;
    office.close().await
}

#[tokio::test]
async fn the_set_up_says_for_how_long_a_step_can_be_taken_back() -> Result<()> {
    for (seconds, code) in [(1, "undo-too-late"), (0, "undo-off")] {
        let text = SHIPPED.replacen("undo_seconds = 10", &format!("undo_seconds = {seconds}"), 1);
        let office = Office::builder().alone().config(&text).start().await?;
        let (desk, _) = serving(&office).await?;
        sleep(Duration::from_millis(1_200)).await;
        desk.ask("undo").await?.expect_problem(409, code)?;
        office.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_wrong_key_is_taken_back_by_backspace_while_the_key_counts_and_never_from_a_field() -> Result<()> {
    let office = Office::builder().alone().start().await?;
    let pin = office.pin("Nông Thị Hà").await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    let browser = Browser::start().await?;
    let desk = browser.open("undo", &format!("{}/sign-in", office.base()), 1366, 768).await?;
    sign_in_by_number_pad(&desk, &pin, "1").await?;
    let phone = browser.open("undo-phone", &ticket.url, 390, 844).await?;
    let wall = browser.open("undo-wall", &format!("{}/wall", office.base()), 1366, 768).await?;
    press(&desk, "Enter").await?;
    at_counter(&desk, "A001").await?;
    wall.wait_for_text("A001", SOON).await?;
    wall.run(
        "window.heroes = 0; const hero = () => document.querySelector('.hero');
        new MutationObserver((all) => all.forEach((one) => one.addedNodes.forEach((node) => {
            if (node instanceof Element && node.matches('.hero.calling:not(.still)')) window.heroes += 1;
        }))).observe(document.body, {childList: true, subtree: true}); return hero() !== null",
        vec![],
    )
    .await?;

    press(&desk, "2").await?;
    desk.wait_for_text("Hoàn tác: A001 vắng mặt", SOON).await?;
    let counts = "const seconds = document.querySelector('[data-key=Backspace] .seconds');
        return seconds !== null && Number(seconds.textContent) <= 9";
    desk.wait_for("the key counts", counts, SOON).await?;
    desk.picture("undo").await?;
    desk.run("const field = document.createElement('input'); document.body.append(field); field.focus();", vec![])
        .await?;
    sleep(Duration::from_millis(700)).await;
    desk.press("Backspace").await?;
    sleep(Duration::from_millis(500)).await;
    desk.run("document.activeElement.remove();", vec![]).await?;
    assert!(desk.text().await?.contains("Hoàn tác: A001 vắng mặt"), "a field had the focus");
    press(&desk, "Backspace").await?;
    at_counter(&desk, "A001").await?;
    phone.wait_for_text("Mời", SOON).await?;
    wall.wait_for_text("A001", SOON).await?;

    desk.wait_for("quiet", "return !document.querySelector('[data-busy]')", SOON).await?;
    sleep(Duration::from_millis(700)).await;
    desk.press("Backspace").await?;
    desk.wait_for_text("không có bước nào để hoàn tác", SOON).await?;
    press(&desk, "Enter").await?;
    desk.wait_for_text("Hoàn tác: bắt đầu A001", SOON).await?;
    desk.wait_without_text("Hoàn tác: bắt đầu A001", Duration::from_secs(15)).await?;
    assert_eq!(wall.run("return window.heroes", vec![]).await?, json!(0), "nothing is announced again");
    for page in [&desk, &phone, &wall] {
        page.no_faults().await?;
    }
    browser.close().await?;
    office.close().await
}
