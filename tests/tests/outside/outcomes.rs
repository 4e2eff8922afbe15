//! How visits come out.

use anyhow::{Context, Result};
use moi_tests::live::Topic;
use moi_tests::{Office, Ticket};
use serde_json::json;

use crate::{SHIPPED, SOON};

/// Whoever sits at the desk forgets it, and notes it after the visit.
#[tokio::test]
async fn an_outcome_is_noted_during_a_visit_with_its_end_or_after_it() -> Result<()> {
    let office = Office::start().await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    for _ in 0..3 {
        office.kiosk()?.take_ticket("A").await?;
    }
    let mut own = Topic::at(office.live("/live/desks/1")?.with_token(desk.token()));
    desk.ask_with("outcome", &json!({"outcome": "received"})).await?.expect_problem(409, "no-visit")?;
    desk.next().await?.context("A001 waits")?;
    desk.ask_with("outcome", &json!({"outcome": "received"})).await?.expect_status(200)?;
    own.until(SOON, |view| view["visit"]["outcome"] == "received").await?;
    let second = desk.ask_with("next", &json!({"outcome": "advice"})).await?.expect_status(200)?;
    assert_eq!(second.json::<Ticket>()?.number, "A002");
    own.until(SOON, |view| view["last"] == json!({"number": "A001", "noted": false, "outcome": "advice"})).await?;
    let done = desk.ask_with("finish", &json!({"outcome": "received"})).await?.expect_status(200)?;
    assert_eq!(done.json::<Ticket>()?.status, "finished");
    desk.ask_with("outcome", &json!({"outcome": "more-papers"})).await?.expect_status(200)?;
    own.until(SOON, |view| view["last"] == json!({"number": "A002", "noted": false, "outcome": "more-papers"})).await?;

    desk.ask_with("outcome", &json!({"outcome": "married"})).await?.expect_problem(422, "unknown-outcome")?;
    desk.ask_with("outcome", &json!({})).await?.expect_problem(400, "invalid-body")?;
    desk.ask_with("next", &json!({"ticket": 3, "outcome": "advice"})).await?.expect_problem(400, "invalid-body")?;
    let journal = office.run(&["journal", "export"]).await?.stdout;
    assert_eq!(journal.lines().filter(|line| line.contains("outcome-noted")).count(), 4);
    office.close().await
}

#[tokio::test]
async fn where_an_outcome_is_asked_for_no_visit_ends_without_one() -> Result<()> {
    let strict = SHIPPED.replacen("outcome_required = false", "outcome_required = true", 1);
    let office = Office::builder().config(&strict).start().await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    for _ in 0..2 {
        office.kiosk()?.take_ticket("A").await?;
    }
    desk.next().await?.context("A001 waits")?;
    desk.start().await?;
    for verb in ["finish", "next", "pause", "close"] {
        let problem = desk.ask(verb).await?.expect_problem(409, "outcome-missing")?;
        assert!(problem.detail.contains("A001"), "{}", problem.detail);
    }
    desk.ask_with("next", &json!({"outcome": "handed-over"})).await?.expect_status(200)?;
    desk.ask_with("finish", &json!({"outcome": "received"})).await?.expect_status(200)?;
    desk.close().await?;
    office.close().await
}
