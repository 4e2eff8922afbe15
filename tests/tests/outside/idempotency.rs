//! Asking again is harmless.

use std::time::Duration;

use anyhow::Result;
use moi_tests::{Caller, Kiosk, Office, Proxy};
use serde_json::json;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::SOON;

async fn waiting(office: &Office, service: &str) -> Result<u64> {
    let services = office.here()?.get("/api/v1/services").await?.value()?;
    let all = services["services"].as_array().cloned().unwrap_or_default();
    Ok(all.iter().find(|entry| entry["code"] == service).and_then(|entry| entry["waiting"].as_u64()).unwrap_or(0))
}

/// A double tap gave two numbers (MADO-queue #24); a slow system, both icons pressed (bcgov/queue-management PR #353).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_double_tap_gives_one_ticket() -> Result<()> {
    let office = Office::start().await?;
    let mut taps = JoinSet::new();
    for _ in 0..8 {
        let kiosk = office.kiosk()?;
        taps.spawn(async move { kiosk.take_ticket_once("A", "tap-0001").await });
    }
    let mut taken = Vec::new();
    while let Some(ticket) = taps.join_next().await {
        taken.push(ticket??);
    }
    assert!(taken.iter().all(|ticket| ticket == &taken[0]), "{taken:?}");
    assert_eq!(waiting(&office, "A").await?, 1);
    assert_eq!(office.kiosk()?.take_ticket_once("A", "tap-0002").await?.number, "A002");
    office.close().await
}

#[tokio::test]
async fn a_key_that_comes_back_with_another_wish_is_refused() -> Result<()> {
    let office = Office::start().await?;
    let kiosk = office.kiosk()?;
    kiosk.take_ticket_once("A", "tap-0001").await?;
    kiosk.ask_once(&json!({"service": "C"}), "tap-0001").await?.expect_problem(422, "key-reused")?;
    kiosk
        .ask_once(&json!({"service": "A", "priority": "elderly"}), "tap-0001")
        .await?
        .expect_problem(422, "key-reused")?;
    assert_eq!((waiting(&office, "A").await?, waiting(&office, "C").await?), (1, 0));
    office.close().await
}

/// What a caller writes there may be anything, a phone number, too.
#[tokio::test]
async fn a_callers_key_is_not_kept_as_it_came() -> Result<()> {
    let office = Office::start().await?;
    office.kiosk()?.take_ticket_once("A", "0912345678").await?;
    let exported = office.run(&["journal", "export"]).await?;
    assert!(exported.stdout.contains("\"ticket-issued\"") && !exported.stdout.contains("0912345678"), "{exported:?}");
    office.close().await
}

#[tokio::test]
async fn two_kiosks_may_choose_the_same_key() -> Result<()> {
    let office = Office::start().await?;
    let mut numbers = Vec::new();
    for name in ["kiosk-1", "kiosk-2"] {
        let token = office.token(moi_tests::Role::Kiosk, name).await?;
        numbers.push(Kiosk::new(office.bearer(&token)?).take_ticket_once("A", "1").await?.number);
    }
    assert_eq!(numbers, ["A001", "A002"]);
    office.close().await
}

#[tokio::test]
async fn an_answer_that_got_lost_on_the_way_is_given_again() -> Result<()> {
    let office = Office::start().await?;
    let wire = Proxy::before(&office.base()).await?;
    let far = Kiosk::new(Caller::own_machine(&wire.base())?);
    far.take_ticket("C").await?;
    // The request comes through, its answer doesn't: the wire dies in between.
    wire.delay(Duration::from_millis(150));
    let asking = timeout(Duration::from_millis(220), far.take_ticket_once("A", "tap-0001"));
    assert!(asking.await.is_err(), "an answer in time proves nothing");
    wire.stall();
    wire.mend();
    let again = Kiosk::new(Caller::own_machine(&wire.base())?);
    let ticket = timeout(SOON, again.take_ticket_once("A", "tap-0001")).await??;
    assert_eq!(ticket.number, "A001");
    assert_eq!(waiting(&office, "A").await?, 1);
    office.close().await
}

#[tokio::test]
async fn a_retry_after_a_power_cut_gives_the_same_ticket() -> Result<()> {
    let mut office = Office::start().await?;
    let before = office.kiosk()?.take_ticket_once("A", "tap-0001").await?;
    office.restart().await?;
    let after = office.kiosk()?.take_ticket_once("A", "tap-0001").await?;
    assert_eq!((after.id, &after.token, &after.number), (before.id, &before.token, &before.number));
    assert_eq!(office.kiosk()?.take_ticket_once("A", "tap-0002").await?.number, "A002");
    office.close().await
}

/// An external client fired twice (novosga/novosga #420).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_double_press_of_next_calls_one_ticket() -> Result<()> {
    let office = Office::start().await?;
    for _ in 0..3 {
        office.kiosk()?.take_ticket("A").await?;
    }
    let desk = office.desk(1, "Nông Thị Hà").await?;
    let mut presses = JoinSet::new();
    for _ in 0..4 {
        let desk = desk.clone();
        presses.spawn(async move { desk.ask_once("next", "press-1").await?.value() });
    }
    while let Some(called) = presses.join_next().await {
        assert_eq!(called??["number"], "A001");
    }
    assert_eq!(waiting(&office, "A").await?, 2);
    office.close().await
}
