//! Several services, people or files with one ticket.

use anyhow::{Context, Result};
use moi_tests::live::Topic;
use moi_tests::{Office, Taken, Ticket};
use serde_json::json;

use crate::{SHIPPED, SOON};

/// A certified copy and a residence record: two counters, one ticket, no second wait from behind.
#[tokio::test]
async fn a_ticket_goes_on_by_itself_to_the_next_service_and_keeps_its_number() -> Result<()> {
    let office = Office::start().await?;
    let (first, third) = (office.desk(1, "Nông Thị Hà").await?, office.desk(5, "Hoàng Văn Tú").await?);
    let kiosk = office.kiosk()?;
    let taken = kiosk.ask(&json!({"service": "A", "then": ["H", "C"]})).await?.expect_status(201)?.json::<Taken>()?;
    let behind = kiosk.take_ticket("H").await?;
    let mut phone = Topic::at(office.live(&format!("/live/tickets/{}", taken.token))?);
    phone.until(SOON, |view| view["then"] == json!(["H", "C"])).await?;
    let mut own = Topic::at(office.live("/live/desks/1")?.with_token(first.token()));
    first.next().await?.context("A001 waits")?;
    // Counter 1 does C as well: in the same visit.
    own.until(SOON, |view| view["visit"]["here"] == json!(["A", "C"])).await?;
    first.start().await?;
    let gone_on = first.finish().await?;
    assert_eq!((gone_on.number.as_str(), gone_on.status.as_str()), ("A001", "waiting"));
    phone
        .until(SOON, |view| {
            let is_there = view["service"] == "H" && view["then"] == json!([]);
            is_there && view["ahead"] == 0 && view["transferred_from"] == 1 && view["goes_on"] == true
        })
        .await?;
    let queue = first.caller().get("/api/v1/queue").await?.value()?;
    let reason = (&queue["tickets"][0]["reason"], &queue["tickets"][0]["why"]);
    assert_eq!(reason, (&json!({"kind": "goes-on", "counter": 1}), &json!("Đi tiếp từ Quầy 1")), "nobody handed it on");
    let called = third.next().await?.context("A001 came before H001")?;
    assert_eq!(called.number, "A001");
    let mut passed = Topic::at(office.live(&format!("/live/tickets/{}", behind.token))?);
    passed.until(SOON, |view| view["before"][0]["reason"] == "goes-on").await?;
    let done = third.finish().await?;
    assert_eq!(done.status, "finished");
    office.close().await
}

#[tokio::test]
async fn an_officer_adds_a_service_to_the_visit_and_takes_it_back() -> Result<()> {
    let office = Office::start().await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    office.kiosk()?.take_ticket("A").await?;
    desk.ask_with("services", &json!({"then": ["H"]})).await?.expect_problem(409, "no-visit")?;
    desk.next().await?.context("A001 waits")?;
    let mut own = Topic::at(office.live("/live/desks/1")?.with_token(desk.token()));
    desk.ask_with("services", &json!({"then": ["H"]})).await?.expect_status(200)?;
    own.until(SOON, |view| view["visit"]["then"] == json!(["H"]) && view["undo"]["step"] == "services").await?;
    desk.ask("undo").await?.expect_status(200)?;
    own.until(SOON, |view| view["visit"]["then"] == json!([])).await?;
    for (then, code) in [
        (json!(["A"]), "service-twice"),
        (json!(["H", "H"]), "service-twice"),
        (json!(["C", "H", "E"]), "too-many-services"),
        (json!(["Z"]), "unknown-service"),
        (json!(["a service"]), "unknown-service"),
    ] {
        desk.ask_with("services", &json!({"then": then})).await?.expect_problem(422, code)?;
    }
    desk.ask_with("services", &json!({"then": "H"})).await?.expect_problem(400, "invalid-body")?;
    assert_eq!(desk.finish().await?.status, "finished");
    office.close().await
}

/// A stack of copies to certify: who comes behind it must know.
#[tokio::test]
async fn a_ticket_for_many_files_counts_as_many_in_the_forecast_of_those_behind() -> Result<()> {
    let office = Office::start().await?;
    let _desk = office.desk(1, "Nông Thị Hà").await?;
    let kiosk = office.kiosk()?;
    let many = kiosk.ask(&json!({"service": "A", "cases": 6})).await?.expect_status(201)?.value()?;
    assert_eq!((&many["cases"], &many["ahead"]), (&json!(6), &json!(0)));
    let behind = kiosk.ask(&json!({"service": "A"})).await?.expect_status(201)?.value()?;
    assert_eq!(behind["ahead"], 1, "people are people");
    assert!(behind["forecast"]["from"].as_u64() > Some(40), "six visits of 12 minutes are ahead: {behind}");
    for (cases, status, code) in
        [(json!(0), 400, "invalid-body"), (json!(100), 400, "invalid-body"), (json!(21), 422, "too-many-cases")]
    {
        kiosk.ask(&json!({"service": "A", "cases": cases})).await?.expect_problem(status, code)?;
    }
    let queue = office.desk(5, "Hoàng Văn Tú").await?.caller().get("/api/v1/queue").await?.value()?;
    assert_eq!((&queue["tickets"][0]["cases"], &queue["tickets"][1]["cases"]), (&json!(6), &json!(1)));
    office.close().await
}

#[tokio::test]
async fn where_the_set_up_says_so_each_service_needs_its_own_ticket() -> Result<()> {
    let single = SHIPPED.replacen("services_max = 3", "services_max = 1", 1);
    let office = Office::builder().config(&single).start().await?;
    let kiosk = office.kiosk()?;
    let then = json!({"service": "A", "then": ["H"]});
    kiosk.ask(&then).await?.expect_problem(422, "too-many-services")?;
    let view = office.nobody()?.get("/api/v1/office").await?.value()?;
    assert_eq!((&view["services_max"], &view["kiosk_asks_services"]), (&json!(1), &json!(false)));
    office.close().await
}

#[tokio::test]
async fn an_itinerary_survives_a_kill() -> Result<()> {
    let mut office = Office::start().await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    let body = json!({"service": "A", "cases": 2, "then": ["H"]});
    office.kiosk()?.ask(&body).await?.expect_status(201)?;
    desk.next().await?.context("A001 waits")?;
    desk.finish().await?;
    office.restart().await?;
    let third = office.desk(5, "Hoàng Văn Tú").await?;
    let called = third.ask("next").await?.expect_status(200)?;
    let value = called.value()?;
    assert_eq!((&value["service"], &value["cases"], &value["then"]), (&json!("H"), &json!(2), &json!([])));
    assert_eq!(called.json::<Ticket>()?.number, "A001");
    office.close().await
}
