//! Desks: who may do what at a counter, in every state.

use std::fmt::Write as _;

use anyhow::{Result, ensure};
use moi_tests::{Desk, Office};

const STATES: [&str; 5] = ["closed", "open", "calling", "serving", "paused"];

/// What each verb answers in each state of a counter, in that order: 200, or the refusal's code. Somebody waits.
const TABLE: &str = "
open     200             200             200             200             200
pause    counter-closed  200             ticket-called   200             200
close    200             people-wait     ticket-called   people-wait     people-wait
next     counter-closed  200             200             200             counter-paused
recall   counter-closed  no-visit        200             not-called      counter-paused
start    counter-closed  no-visit        200             already-serving counter-paused
finish   counter-closed  no-visit        200             200             counter-paused
no-show  counter-closed  no-visit        200             not-called      counter-paused
park     counter-closed  no-visit        200             200             counter-paused
";

/// Unwanted calls, visits that vanish on a second call, calls from the future (ZMSKVR-346, -1102, -405; ZMS-3258).
#[tokio::test]
async fn every_verb_in_every_state_is_carried_out_or_refused_with_its_reason() -> Result<()> {
    let office = Office::start().await?;
    let desk = office.closed_desk(1, "Nông Thị Hà").await?;
    let mut found = String::from("\n");
    for verb in TABLE.lines().filter_map(|line| line.split_whitespace().next()) {
        write!(found, "{verb:<9}")?;
        for state in STATES {
            bring_to(&office, &desk, state).await?;
            let before = office.here()?.get("/api/v1/counters").await?.text();
            let answer = desk.ask(verb).await?;
            let word = if answer.status == 200 { "200".to_owned() } else { answer.problem()?.code };
            if answer.status != 200 {
                let after = office.here()?.get("/api/v1/counters").await?.text();
                ensure!(before == after, "{verb} was refused and yet changed something: {before} → {after}");
            }
            write!(found, "{word:<16}")?;
        }
        found = found.trim_end().to_owned() + "\n";
    }
    assert_eq!(found, TABLE);
    office.close().await
}

/// Brings a counter into a state from whichever it is in; somebody waits afterwards.
async fn bring_to(office: &Office, desk: &Desk, state: &str) -> Result<()> {
    office.kiosk()?.take_ticket("A").await?;
    desk.open().await?;
    // Ends whatever is on.
    desk.next().await?;
    match state {
        "calling" => {}
        "serving" => drop(desk.start().await?),
        "open" => drop(desk.finish().await?),
        "paused" => {
            desk.finish().await?;
            desk.pause().await?;
        }
        _ => {
            desk.finish().await?;
            desk.close().await?;
        }
    }
    office.kiosk()?.take_ticket("A").await?;
    Ok(())
}

/// Two desks carried one number (novosga/novosga #214); a clerk was locked with two visits, cured in SQL (#213).
#[tokio::test]
async fn a_desk_has_one_visit_and_next_ends_it() -> Result<()> {
    let office = Office::start().await?;
    let kiosk = office.kiosk()?;
    let (first, second) = (kiosk.take_ticket("A").await?, kiosk.take_ticket("A").await?);
    let desk = office.desk(1, "Nông Thị Hà").await?;
    desk.next().await?;
    desk.start().await?;
    assert_eq!(desk.next().await?.map(|ticket| ticket.id), Some(second.id));
    let view = office.nobody()?.get(&format!("/api/v1/tickets/{}", first.token)).await?.value()?;
    assert_eq!(view["status"], "finished");
    assert_eq!(desk.next().await?, None, "nobody waits");
    let view = office.nobody()?.get(&format!("/api/v1/tickets/{}", second.token)).await?.value()?;
    assert_eq!(view["status"], "finished", "next ends the visit when nobody waits, too");
    office.close().await
}

/// Recall without a desk chosen (ZMS-2670); changing the place in the middle scrambled visits (novosga/novosga #283).
#[tokio::test]
async fn a_counter_belongs_to_the_officer_who_opened_it() -> Result<()> {
    let office = Office::start().await?;
    office.kiosk()?.take_ticket("A").await?;
    let hers = office.desk(1, "Nông Thị Hà").await?;
    let his = office.closed_desk(1, "Lương Văn Tú").await?;
    let taken = his.ask("open").await?.expect_problem(409, "counter-taken")?;
    assert!(taken.detail.contains("Nông Thị Hà"), "who holds it stands there: {}", taken.detail);
    for verb in ["next", "pause", "close", "recall", "start", "finish", "no-show"] {
        his.ask(verb).await?.expect_problem(409, "counter-not-yours")?;
    }
    // One officer may hold two counters, and the other gets this one when it is free.
    hers.at(3).open().await?;
    hers.close().await?;
    his.open().await?;
    assert_eq!(his.next().await?.map(|ticket| ticket.number), Some("A001".to_owned()));
    office.close().await
}

/// A supervisor can free a stuck desk (novosga/novosga #213 asks for it).
#[tokio::test]
async fn an_administrator_may_close_a_counter_that_somebody_left_open() -> Result<()> {
    let office = Office::start().await?;
    let hers = office.desk(1, "Nông Thị Hà").await?;
    let token = office.token(moi_tests::Role::Administrator, "Đặng Quốc Bảo").await?;
    Desk::new(office.bearer(&token)?, 1, &token).close().await?;
    hers.ask("next").await?.expect_problem(409, "counter-closed")?;
    office.desk(1, "Lương Văn Tú").await?;
    office.close().await
}

/// Recalling a missed visit threw errors on the monitors (ZMSKVR-1034); clerks count their recalls (novosga #349).
#[tokio::test]
async fn a_recall_is_a_new_call_of_the_same_ticket_and_is_counted() -> Result<()> {
    let office = Office::start().await?;
    office.kiosk()?.take_ticket("A").await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    desk.next().await?;
    assert_eq!(desk.recall().await?.recalls, 1);
    assert_eq!(desk.recall().await?.recalls, 2);
    let mut wall = moi_tests::live::Topic::at(office.live("/live/wall")?);
    let view = wall.next(crate::SOON).await?;
    let calls: Vec<(u64, bool)> = view["calls"]
        .as_array()
        .expect("calls")
        .iter()
        .filter_map(|call| Some((call["id"].as_u64()?, call["recall"].as_bool()?)))
        .collect();
    assert_eq!(calls.iter().map(|(_, recall)| *recall).collect::<Vec<_>>(), [true, true, false]);
    assert!(calls.is_sorted_by(|newer, older| newer.0 > older.0), "{calls:?}");
    assert_eq!(desk.no_show().await?.status, "no-show");
    desk.ask("recall").await?.expect_problem(409, "no-visit")?;
    office.close().await
}
