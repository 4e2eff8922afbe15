//! Tickets that are put aside or missed their call, and come back.

use anyhow::{Context, Result};
use moi_tests::live::Topic;
use moi_tests::{Desk, Office, Role, Taken};
use serde_json::{Value, json};

use crate::{SHIPPED, SOON};

/// An office where counter 1 has called A001, and A002 waits.
async fn called(office: &Office) -> Result<(Desk, Taken)> {
    let desk = office.desk(1, "Nông Thị Hà").await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    office.kiosk()?.take_ticket("A").await?;
    desk.next().await?.context("somebody waits")?;
    Ok((desk, ticket))
}

async fn phone(office: &Office, ticket: &Taken) -> Result<Value> {
    office.nobody()?.get(&format!("/api/v1/tickets/{}", ticket.token)).await?.expect_status(200)?.value()
}

/// Parked and missed visits were called again by themselves (eappointment ZMS-3258, -3267).
#[tokio::test]
async fn what_is_put_aside_waits_for_its_return_and_keeps_its_place() -> Result<()> {
    let office = Office::start().await?;
    let (desk, ticket) = called(&office).await?;
    let mut own = Topic::at(office.live("/live/desks/1")?.with_token(desk.token()));
    own.until(SOON, |view| view["visit"]["reason"]["kind"] == "arrival").await?;
    desk.start().await?;
    assert_eq!(desk.park().await?.status, "parked");
    own.until(SOON, |view| view["away"][0]["number"] == "A001" && view["away"][0]["status"] == "parked").await?;
    let view = phone(&office, &ticket).await?;
    assert_eq!((&view["status"], &view["counters"]), (&json!("parked"), &json!([1])));
    assert_eq!(view["returns"], json!({"until": null, "by_phone": true}));
    assert_eq!(desk.next().await?.context("A002 waits")?.number, "A002");
    assert!(desk.next().await?.is_none(), "nobody else waits, and A001 is away");

    assert_eq!(desk.let_back(ticket.id).await?.status, "waiting");
    office.kiosk()?.take_ticket("A").await?;
    own.until(SOON, |view| view["queue"][0]["number"] == "A001" && view["away"] == json!([])).await?;
    assert_eq!(own.last()["queue"][0]["reason"], json!({"kind": "returned", "counter": 1}));
    assert_eq!(desk.next().await?.context("A001 waits")?.number, "A001");
    office.close().await
}

/// "Customer missed it and cannot re-confirm" (mrf345/FQM#172).
#[tokio::test]
async fn a_citizen_who_missed_the_call_says_so_on_the_phone() -> Result<()> {
    let office = Office::start().await?;
    let (desk, ticket) = called(&office).await?;
    let back = format!("/api/v1/tickets/{}/return", ticket.token);
    office.nobody()?.post(&back).await?.expect_problem(409, "ticket-not-away")?;
    desk.no_show().await?;
    assert_eq!(phone(&office, &ticket).await?["returns"]["by_phone"], json!(true));
    let answer = office.nobody()?.post_keyed(&back, None, "tap").await?.expect_status(200)?.value()?;
    assert_eq!((&answer["status"], &answer["ahead"]), (&json!("waiting"), &json!(1)), "a little later than before");
    assert!(answer.get("id").is_none() && answer.get("priority").is_none(), "{answer}");
    let again = office.nobody()?.post_keyed(&back, None, "tap").await?.expect_status(200)?.value()?;
    assert_eq!(again["status"], json!("waiting"));
    assert_eq!(desk.next().await?.context("somebody waits")?.number, "A002");
    assert_eq!(desk.next().await?.context("somebody waits")?.number, "A001");
    office.close().await
}

#[tokio::test]
async fn the_set_up_says_whether_when_and_where_to_tickets_come_back() -> Result<()> {
    let strict = SHIPPED
        .replacen("grace_minutes = 15", "grace_minutes = 0", 1)
        .replacen("by_phone = true", "by_phone = false", 1)
        .replacen("back_to = \"here\"", "back_to = \"anywhere\"", 1);
    let office = Office::builder().config(&strict).start().await?;
    let (desk, ticket) = called(&office).await?;
    desk.park().await?;
    assert_eq!(phone(&office, &ticket).await?["returns"]["by_phone"], json!(false));
    assert_ne!(phone(&office, &ticket).await?["counters"], json!([1]), "every counter of the service");
    let by_phone = office.nobody()?.post(&format!("/api/v1/tickets/{}/return", ticket.token)).await?;
    by_phone.expect_problem(409, "return-at-reception")?;
    let reception = office.bearer(&office.token(Role::Receptionist, "reception").await?)?;
    reception.post(&format!("/api/v1/tickets/{}/return", ticket.id)).await?.expect_status(200)?;

    desk.next().await?.context("A001 is back")?;
    desk.no_show().await?;
    let late = reception.post(&format!("/api/v1/tickets/{}/return", ticket.id)).await?;
    assert!(late.expect_problem(409, "return-too-late")?.detail.contains("A001"));
    for nobody in ["0", "999999", "A001", "ab"] {
        let answer = reception.post(&format!("/api/v1/tickets/{nobody}/return")).await?;
        answer.expect_problem(404, "unknown-ticket")?;
    }
    office.close().await
}

#[tokio::test]
async fn a_counter_says_where_its_ticket_comes_back_to() -> Result<()> {
    let office = Office::start().await?;
    let (desk, ticket) = called(&office).await?;
    desk.ask_with("park", &json!({"return": "there"})).await?.expect_problem(400, "invalid-body")?;
    desk.ask_with("park", &json!({"return": "anywhere"})).await?.expect_status(200)?;
    desk.let_back(ticket.id).await?;
    let other = office.desk(3, "Hoàng Văn Tú").await?;
    let services = office.here()?.get("/api/v1/counters").await?.value()?;
    assert!(services["counters"][2]["services"].as_array().is_some_and(|codes| codes.contains(&json!("A"))));
    assert_eq!(other.next().await?.context("A001 is for all")?.number, "A001");
    office.close().await
}

/// "Changing unit mid-visit scrambles" (novosga#283).
#[tokio::test]
async fn a_ticket_that_is_handed_on_keeps_its_number_and_is_called_where_it_was_sent() -> Result<()> {
    let office = Office::start().await?;
    let (desk, ticket) = called(&office).await?;
    let other = office.desk(2, "Hoàng Văn Tú").await?;
    for (body, status, code) in [
        (json!({"service": "Q"}), 422, "unknown-service"),
        (json!({"counter": 77}), 422, "unknown-target"),
        (json!({"counter": 1}), 409, "transfer-to-itself"),
        (json!({"counter": 4}), 409, "counter-closed"),
        (json!({"counter": 2, "service": "C"}), 400, "invalid-body"),
        (json!({}), 400, "invalid-body"),
    ] {
        desk.ask_with("transfer", &body).await?.expect_problem(status, code)?;
    }
    desk.ask_with("transfer", &json!({"counter": 2, "place": "front"})).await?.expect_status(200)?;
    let view = phone(&office, &ticket).await?;
    assert_eq!((&view["transferred_from"], &view["counters"]), (&json!(1), &json!([2])));
    assert_eq!(desk.next().await?.context("A002 waits here")?.number, "A002");
    let sent = other.next().await?.context("A001 was sent here")?;
    assert_eq!((sent.number.as_str(), sent.service.as_str()), ("A001", "A"));
    other.ask_with("transfer", &json!({"service": "D"})).await?.expect_status(200)?;
    assert_eq!(phone(&office, &ticket).await?["service"], json!("D"));
    office.close().await
}

/// Out of turn, and yet explained: who and why stand in the journal.
#[tokio::test]
async fn a_chosen_ticket_is_called_out_of_turn_with_its_reason() -> Result<()> {
    let strict = SHIPPED.replacen("reason_required = false", "reason_required = true", 1);
    let office = Office::builder().config(&strict).start().await?;
    let (desk, first) = called(&office).await?;
    office.kiosk()?.take_ticket("A").await?;
    let late = office.kiosk()?.take_ticket("A").await?;
    for (body, status, code) in [
        (json!({"ticket": late.id}), 409, "reason-missing"),
        (json!({"ticket": late.id, "reason": "a friend"}), 422, "unknown-reason"),
        (json!({"ticket": late.id, "reason": "friend"}), 422, "unknown-reason"),
        (json!({"ticket": first.id, "reason": "frail"}), 409, "ticket-not-free"),
        (json!({"ticket": 999, "reason": "frail"}), 404, "unknown-ticket"),
        (json!({"reason": "frail"}), 400, "invalid-body"),
    ] {
        desk.ask_with("next", &body).await?.expect_problem(status, code)?;
    }
    let chosen = json!({"ticket": late.id, "reason": "frail"});
    let ticket: moi_tests::Ticket = desk.ask_with("next", &chosen).await?.expect_status(200)?.json()?;
    assert_eq!((ticket.number.as_str(), ticket.status.as_str()), ("A004", "called"));
    let mut own = Topic::at(office.live("/live/desks/1")?.with_token(desk.token()));
    own.until(SOON, |view| view["visit"]["reason"] == json!({"kind": "chosen", "reason": "frail"})).await?;
    let journal = office.run(&["journal", "export"]).await?.stdout;
    let told = journal.lines().find(|line| line.contains("ticket-chosen")).context("it stands in the journal")?;
    assert!(told.contains("Nông Thị Hà") && told.contains("frail"), "{told}");
    office.close().await
}

/// A clerk was locked with a visit that only the database could end (novosga#213).
#[tokio::test]
async fn an_administrator_frees_a_counter_and_whom_it_had_called_waits_again() -> Result<()> {
    let office = Office::start().await?;
    let (desk, ticket) = called(&office).await?;
    desk.ask("close").await?.expect_problem(409, "ticket-called")?;
    let administrator = office.bearer(&office.token(Role::Administrator, "Lý Văn An").await?)?;
    administrator.post_json("/api/v1/counters/1/close", &json!({"leave_waiting": true})).await?.expect_status(200)?;
    let view = phone(&office, &ticket).await?;
    assert_eq!((&view["status"], &view["ahead"]), (&json!("waiting"), &json!(0)));
    desk.open().await?;
    assert_eq!(desk.next().await?.context("it waits")?.number, "A001");
    office.close().await
}

/// A minimum of calls and a delay before somebody counts as missing (novosga#349).
#[tokio::test]
async fn who_is_too_early_with_a_recall_or_a_no_show_is_told_what_is_missing() -> Result<()> {
    let patient = SHIPPED.replacen("gap_seconds = 0", "gap_seconds = 300", 1);
    let office = Office::builder().config(&patient.replacen("recalls_min = 0", "recalls_min = 2", 1)).start().await?;
    let (desk, _) = called(&office).await?;
    for (verb, code) in [("recall", "recall-too-early"), ("no-show", "no-show-too-early")] {
        let answer = desk.ask(verb).await?;
        answer.expect_problem(409, code)?;
        let problem: Value = serde_json::from_str(&answer.text())?;
        let seconds = problem["seconds"].as_u64().context("seconds")?;
        assert!((1..=300).contains(&seconds), "{verb}: {seconds}");
    }
    let problem: Value = serde_json::from_str(&desk.ask("no-show").await?.text())?;
    assert_eq!(problem["recalls"], json!(2));
    desk.start().await?;
    office.close().await
}
