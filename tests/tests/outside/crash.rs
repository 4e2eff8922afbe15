//! The power goes. What was acknowledged is there afterwards, and the day goes on where it was.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use moi_tests::live::Topic;
use moi_tests::{Kiosk, Office, Taken};
use serde_json::json;
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::{SERVICES, SOON, at_midday, counters_for_everything, given, index_of};

/// A printed slip whose ticket was never stored: 9 of 281 over 20 kills of another system; the same numbers again
/// under crowding (novosga/novosga #290).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn acknowledged_tickets_survive_power_cuts_and_numbers_and_order_go_on() -> Result<()> {
    let mut office = Office::builder().alone().config(&at_midday(&counters_for_everything(5)).await?).start().await?;
    let mut acknowledged = BTreeMap::<u64, Taken>::new();
    for round in 0..4 {
        let mut clients = JoinSet::new();
        for client in 0..8 {
            clients.spawn(take_until_the_power_goes(office.kiosk()?, round, client));
        }
        sleep(Duration::from_millis(300 + 170 * round)).await;
        office.kill().await?;
        let mut unanswered = Vec::new();
        while let Some(taken) = clients.join_next().await {
            let (taken, key) = taken?;
            acknowledged.extend(taken.into_iter().map(|ticket| (ticket.id, ticket)));
            unanswered.push(key);
        }
        office.open().await?;
        all_are_there(&office, &acknowledged).await?;
        // Whoever got no answer asks again with the same key: stored before or not, there is one ticket.
        for (service, key) in unanswered {
            let ticket = office.kiosk()?.take_ticket_once(service, &key).await?;
            ensure!(acknowledged.insert(ticket.id, ticket.clone()).is_none(), "{} had an answer", ticket.number);
        }
    }
    numbers_have_no_gap(&acknowledged)?;
    let first = office.kiosk()?.take_ticket("A").await?;
    let last =
        acknowledged.values().filter(|ticket| ticket.service == "A").map(|ticket| index_of(&ticket.number)).max();
    assert_eq!(Some(index_of(&first.number) - 1), last);
    acknowledged.insert(first.id, first);

    let desk = office.desk(1, "Nông Thị Hà").await?;
    for ticket in acknowledged.values() {
        let called = desk.next().await?.context("somebody is missing in the queue")?;
        ensure!(
            (called.id, &called.number) == (ticket.id, &ticket.number),
            "{} before {}",
            called.number,
            ticket.number
        );
    }
    assert_eq!(desk.next().await?, None);
    office.close().await
}

/// Takes tickets until there is no answer; hands out the answered ones and the key of the one without an answer.
async fn take_until_the_power_goes(kiosk: Kiosk, round: u64, client: usize) -> (Vec<Taken>, (&'static str, String)) {
    let mut taken = Vec::new();
    for turn in 0.. {
        let service = SERVICES[(client + turn) % SERVICES.len()];
        let key = format!("{round}-{client}-{turn}");
        match kiosk.take_ticket_once(service, &key).await {
            Ok(ticket) => taken.push(ticket),
            Err(_) => return (taken, (service, key)),
        }
    }
    unreachable!("the power goes before the numbers end")
}

async fn all_are_there(office: &Office, acknowledged: &BTreeMap<u64, Taken>) -> Result<()> {
    let citizen = office.nobody()?;
    for ticket in acknowledged.values() {
        let view = citizen.get(&format!("/api/v1/tickets/{}", ticket.token)).await?.value()?;
        ensure!((&view["number"], &view["status"]) == (&json!(ticket.number), &json!("waiting")), "{view}");
    }
    Ok(())
}

fn numbers_have_no_gap(tickets: &BTreeMap<u64, Taken>) -> Result<()> {
    for service in SERVICES {
        let indexes =
            tickets.values().filter(|ticket| ticket.service == service).map(|ticket| index_of(&ticket.number));
        let mut indexes: Vec<u32> = indexes.collect();
        indexes.sort_unstable();
        ensure!(indexes.iter().copied().eq(given().take(indexes.len())), "service {service}: {indexes:?}");
    }
    Ok(())
}

/// A store that is killed while it opens must open again.
#[tokio::test]
async fn a_kill_while_the_office_starts_is_harmless_twenty_times() -> Result<()> {
    let mut office = Office::start().await?;
    let kiosk = office.kiosk()?;
    let mut tickets = BTreeMap::new();
    for turn in 0..40 {
        let ticket = kiosk.take_ticket(SERVICES[turn % SERVICES.len()]).await?;
        tickets.insert(ticket.id, ticket);
    }
    office.kill().await?;
    for attempt in 0..20 {
        let mut starting = office.spawn()?;
        sleep(Duration::from_millis(attempt * 12)).await;
        starting.kill().await.context("kill it while it starts")?;
    }
    office.open().await?;
    all_are_there(&office, &tickets).await?;
    assert_eq!(office.kiosk()?.take_ticket("A").await?.number, "A006");
    office.close().await
}

/// A power cut elsewhere: a database error made the display fall to 0 waiting and chime again (MADO-queue #5, PR #43).
#[tokio::test]
async fn after_a_power_cut_the_wall_shows_the_same_calls_under_the_same_ids() -> Result<()> {
    let mut office = Office::start().await?;
    for _ in 0..4 {
        office.kiosk()?.take_ticket("A").await?;
    }
    let desk = office.desk(1, "Nông Thị Hà").await?;
    desk.next().await?;
    desk.next().await?;
    desk.recall().await?;
    let before = Topic::at(office.live("/live/wall")?).next(SOON).await?.clone();
    office.restart().await?;
    let after = Topic::at(office.live("/live/wall")?).next(SOON).await?.clone();
    assert_eq!(after, before);
    // The officer goes on where they were: counter, visit and token are still theirs.
    let start = desk.start().await?;
    assert_eq!((start.number.as_str(), start.status.as_str(), start.recalls), ("A002", "serving", 1));
    assert_eq!(desk.next().await?.map(|ticket| ticket.number), Some("A003".to_owned()));
    office.close().await
}
