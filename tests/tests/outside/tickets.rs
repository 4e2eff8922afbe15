//! Taking tickets: numbers, identity, crowding.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};
use moi_tests::{Kiosk, Office, Taken};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::{SERVICES, given, index_of};

/// "People think they are far behind when they see 100" (mrf345/FQM #270, #188).
#[tokio::test]
async fn numbers_begin_at_one_for_each_service_and_people_ahead_stand_beside_them() -> Result<()> {
    let office = Office::start().await?;
    let kiosk = office.kiosk()?;
    let mut taken = Vec::new();
    for service in ["A", "A", "D", "A"] {
        taken.push(kiosk.take_ticket(service).await?);
    }
    let numbers: Vec<&str> = taken.iter().map(|ticket| ticket.number.as_str()).collect();
    assert_eq!(numbers, ["A001", "A002", "D001", "A003"]);
    assert_eq!(taken.iter().map(|ticket| ticket.ahead).collect::<Vec<_>>(), [0, 1, 0, 2]);
    office.close().await
}

/// The same number two to four times under crowding, "shouldn't happen" (novosga/novosga #290; hmis #5362).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixteen_clients_take_a_thousand_tickets_each_and_no_number_comes_twice_and_none_is_left_out() -> Result<()> {
    const CLIENTS: usize = 16;
    const EACH: usize = 1000;
    let office = Office::builder().alone().start().await?;
    let mut clients = JoinSet::new();
    for client in 0..CLIENTS {
        let kiosk = office.kiosk()?;
        clients.spawn(async move { take_many(&kiosk, client, EACH).await });
    }
    let mut numbers = BTreeMap::<String, BTreeSet<u32>>::new();
    let mut ids = BTreeSet::new();
    let mut tokens = BTreeSet::new();
    while let Some(taken) = clients.join_next().await {
        for ticket in taken?? {
            ensure!(numbers.entry(ticket.service).or_default().insert(index_of(&ticket.number)), "{}", ticket.number);
            ensure!(ids.insert(ticket.id) && tokens.insert(ticket.token), "an id or a token came twice");
        }
    }
    assert_eq!(ids.len(), CLIENTS * EACH);
    for (service, indexes) in &numbers {
        let expected: Vec<_> = given().take(indexes.len()).collect();
        assert_eq!(indexes.iter().copied().collect::<Vec<_>>(), expected, "service {service}");
    }
    let services: Value = office.here()?.get("/api/v1/services").await?.value()?;
    let waiting: u64 =
        services["services"].as_array().expect("services").iter().filter_map(|s| s["waiting"].as_u64()).sum();
    assert_eq!(waiting, (CLIENTS * EACH) as u64);
    office.close().await
}

async fn take_many(kiosk: &Kiosk, client: usize, count: usize) -> Result<Vec<Taken>> {
    let mut taken = Vec::with_capacity(count);
    for turn in 0..count {
        taken.push(kiosk.take_ticket(SERVICES[(client + turn) % SERVICES.len()]).await?);
    }
    Ok(taken)
}

/// The prefix followed the desk, not the ticket: A111 on the board, B111 at the desk (mrf345/FQM #291, #58).
#[tokio::test]
async fn a_ticket_keeps_its_number_and_service_whichever_counter_calls_it() -> Result<()> {
    let office = Office::start().await?;
    let kiosk = office.kiosk()?;
    let first = kiosk.take_ticket("C").await?;
    let second = kiosk.take_ticket("C").await?;
    // Counters 1 and 2 both handle C, beside other services of their own.
    for (counter, officer, taken) in [(1, "Nông Thị Hà", first), (2, "Lương Văn Tú", second)] {
        let desk = office.desk(counter, officer).await?;
        let called = desk.next().await?.expect("somebody waits");
        assert_eq!((&called.number, &called.service, called.id), (&taken.number, &taken.service, taken.id));
        assert_eq!((called.status.as_str(), called.counter), ("called", Some(counter)));
        let finished = desk.finish().await?;
        assert_eq!((&finished.number, finished.status.as_str()), (&taken.number, "finished"));
    }
    office.close().await
}

#[tokio::test]
async fn whoever_has_the_token_sees_the_ticket_and_may_give_it_back_and_it_is_never_called() -> Result<()> {
    let office = Office::start().await?;
    let kiosk = office.kiosk()?;
    let (first, second) = (kiosk.take_ticket("D").await?, kiosk.take_ticket("D").await?);
    let citizen = office.nobody()?;
    let path = |taken: &Taken| format!("/api/v1/tickets/{}", taken.token);

    let view = citizen.get(&path(&second)).await?.expect_status(200)?.value()?;
    assert_eq!((&view["number"], &view["status"], &view["ahead"]), (&json!("D002"), &json!("waiting"), &json!(1)));
    let gone = citizen.delete(&path(&first)).await?.expect_status(200)?.value()?;
    assert_eq!((&gone["status"], &gone["token"]), (&json!("cancelled"), &json!(first.token)));
    citizen.delete(&path(&first)).await?.expect_status(200)?;
    let view = citizen.get(&path(&second)).await?.value()?;
    assert_eq!(view["ahead"], json!(0));

    let desk = office.desk(4, "Lương Văn Tú").await?;
    assert_eq!(desk.next().await?.map(|ticket| ticket.id), Some(second.id));
    desk.start().await?;
    citizen.delete(&path(&second)).await?.expect_problem(409, "ticket-not-waiting")?;
    assert_eq!(desk.next().await?, None);
    office.close().await
}

#[tokio::test]
async fn a_forecast_is_a_band_of_five_minutes_and_none_while_nobody_serves() -> Result<()> {
    let office = Office::start().await?;
    let kiosk = office.kiosk()?;
    assert_eq!(kiosk.take_ticket("H").await?.forecast, None, "no counter is open");
    let _desk = office.desk(5, "Hoàng Thị Mai").await?;
    kiosk.take_ticket("H").await?;
    let forecast = kiosk.take_ticket("H").await?.forecast.expect("a counter is open");
    assert!(forecast.from <= forecast.to && forecast.to > 0, "{forecast:?}");
    assert_eq!((forecast.from % 5, forecast.to % 5), (0, 0), "{forecast:?}");
    office.close().await
}
