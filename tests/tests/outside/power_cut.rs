//! The power goes, and with it everything that was not synced. Nothing that was acknowledged is lost.
//!
//! `MOI_SOAK_CUTS` asks for another number of cuts, `MOI_SOAK_SEED` for the luck of an earlier run.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use moi_tests::answer::Answer;
use moi_tests::{Cut, Desk, Kiosk, Luck, Office, Taken, Ticket};
use serde_json::json;
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::{SERVICES, at_midday, counters_for_everything, index_of, setting};

/// Cuts of one run of the tests.
const CUTS: u64 = 25;
/// Cuts that one office goes through, before the next one begins with an empty folder.
const CUTS_OF_AN_OFFICE: u64 = 25;
const KIOSKS: usize = 8;
const DESKS: u16 = 2;

/// Everything that was acknowledged, and nothing else.
#[derive(Default)]
struct Books {
    taken: BTreeMap<u64, Taken>,
    /// Called tickets, by id.
    called: BTreeMap<u64, Ticket>,
}

/// What one client has in hand when the power goes: its answered orders, and the key of the one without an answer.
enum Hand {
    Kiosk { taken: Vec<Taken>, service: &'static str, key: String },
    Desk { called: Vec<Ticket>, desk: Desk, key: String },
}

/// A slip in a citizen's hand whose ticket was never stored: 9 of 281 over 20 kills of another system; the same
/// numbers again under crowding (novosga/novosga #290).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_when_the_power_goes_under_load_or_while_the_office_starts() -> Result<()> {
    let cuts = setting("MOI_SOAK_CUTS").unwrap_or(CUTS);
    let seed = setting("MOI_SOAK_SEED").unwrap_or_else(|| u64::from(std::process::id()));
    println!("{cuts} power cuts with MOI_SOAK_SEED={seed}");
    let mut luck = Luck::of(seed);
    let (mut done, mut all, mut tickets) = (0, Cut::default(), 0);
    while done < cuts {
        let (cut, taken) = cut_an_office(CUTS_OF_AN_OFFICE.min(cuts - done), &mut luck)
            .await
            .with_context(|| format!("after {done} cuts of MOI_SOAK_SEED={seed}"))?;
        done += CUTS_OF_AN_OFFICE.min(cuts - done);
        tickets += taken;
        all.sectors_lost += cut.sectors_lost;
        all.sectors_kept += cut.sectors_kept;
        println!("{done} of {cuts} cuts, {tickets} tickets, unsynced sectors: {all:?}");
    }
    ensure!(all.sectors_lost > 0, "no cut took anything: the test proves nothing");
    Ok(())
}

/// One office through so many cuts. Tells what they took, and how many tickets were taken.
async fn cut_an_office(cuts: u64, luck: &mut Luck) -> Result<(Cut, usize)> {
    let config = at_midday(&counters_for_everything(DESKS)).await?;
    let mut office = Office::builder().alone().config(&config).on_unsure_disk().start().await?;
    let mut desks = Vec::new();
    for (counter, officer) in (1..=DESKS).zip(["Nông Thị Hà", "Trần Văn Bình"]) {
        desks.push(office.desk(counter, officer).await?);
    }
    let mut books = Books::default();
    let mut all = Cut::default();
    for round in 0..cuts {
        let mut clients = JoinSet::new();
        for client in 0..KIOSKS {
            clients.spawn(take_until_the_power_goes(office.kiosk()?, round, client));
        }
        for desk in &desks {
            clients.spawn(call_until_the_power_goes(desk.clone(), round));
        }
        sleep(Duration::from_millis(30 + luck.below(400))).await;
        let mut cut = office.cut_power(luck).await?;
        let mut hands = Vec::new();
        while let Some(hand) = clients.join_next().await {
            hands.push(hand??);
        }
        while luck.once_in(2) {
            cut = add(cut, cut_a_start(&office, luck).await?);
        }
        office.open().await.with_context(|| format!("cut {round}"))?;
        books.check(&office, hands).await.with_context(|| format!("cut {round}"))?;
        all = add(all, cut);
    }
    books.check_all(&office, &desks[0]).await?;
    let taken = books.taken.len();
    office.close().await?;
    Ok((all, taken))
}

fn add(one: Cut, other: Cut) -> Cut {
    Cut { sectors_lost: one.sectors_lost + other.sectors_lost, sectors_kept: one.sectors_kept + other.sectors_kept }
}

/// For paper, as the set-up ships: the ticket machine leaves them out.
const RESERVED: std::ops::Range<u32> = 950..1_000;

/// The power comes back and goes again before the office is open, or soon after.
async fn cut_a_start(office: &Office, luck: &mut Luck) -> Result<Cut> {
    let mut starting = office.spawn()?;
    sleep(Duration::from_millis(luck.below(250))).await;
    starting.kill().await.context("kill it while it starts")?;
    office.disk()?.lose_unsynced(luck)
}

async fn take_until_the_power_goes(kiosk: Kiosk, round: u64, client: usize) -> Result<Hand> {
    let mut taken = Vec::new();
    for turn in 0.. {
        let service = SERVICES[(client + turn) % SERVICES.len()];
        let key = format!("{round}-{client}-{turn}");
        match answered(kiosk.ask_once(&json!({"service": service}), &key).await)? {
            Some(answer) => taken.push(answer.expect_status(201)?.json()?),
            None => return Ok(Hand::Kiosk { taken, service, key }),
        }
    }
    unreachable!("the power goes before the numbers end")
}

async fn call_until_the_power_goes(desk: Desk, round: u64) -> Result<Hand> {
    let mut called = Vec::new();
    for turn in 0.. {
        let key = format!("{round}-next-{turn}");
        match answered(desk.ask_once("next", &key).await)? {
            Some(answer) if answer.status == 204 => {}
            Some(answer) => called.push(answer.expect_status(200)?.json()?),
            None => return Ok(Hand::Desk { called, desk, key }),
        }
        // A visit takes longer than a tap on the kiosk.
        sleep(Duration::from_millis(5)).await;
    }
    unreachable!("the power goes before the day ends")
}

/// A broken connection is no answer; a fault of the office before the power goes would be one, and a wrong one.
fn answered(answer: Result<Answer>) -> Result<Option<Answer>> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(error) if error.to_string().contains("answer to") => Ok(None),
        Err(error) => Err(error),
    }
}

impl Books {
    /// After a cut: what was answered is there, and asking again what was not makes exactly one of it.
    async fn check(&mut self, office: &Office, hands: Vec<Hand>) -> Result<()> {
        for hand in &hands {
            match hand {
                Hand::Kiosk { taken, .. } => {
                    for ticket in taken {
                        is_there(office, ticket).await?;
                        self.enter(ticket.clone())?;
                    }
                }
                Hand::Desk { called, .. } => called.iter().try_for_each(|ticket| self.enter_call(ticket.clone()))?,
            }
        }
        for hand in hands {
            match hand {
                Hand::Kiosk { service, key, .. } => {
                    let ticket = office.kiosk()?.take_ticket_once(service, &key).await?;
                    let again = office.kiosk()?.take_ticket_once(service, &key).await?;
                    ensure!(ticket.id == again.id, "{} and {} for one key", ticket.number, again.number);
                    self.enter(ticket)?;
                }
                Hand::Desk { desk, key, .. } => {
                    let answer = desk.ask_once("next", &key).await?;
                    if answer.status != 204 {
                        self.enter_call(answer.expect_status(200)?.json()?)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn enter(&mut self, ticket: Taken) -> Result<()> {
        let number = ticket.number.clone();
        ensure!(self.taken.insert(ticket.id, ticket).is_none(), "{number} was given twice");
        Ok(())
    }

    fn enter_call(&mut self, ticket: Ticket) -> Result<()> {
        let number = ticket.number.clone();
        ensure!(self.called.insert(ticket.id, ticket).is_none(), "{number} was called twice");
        Ok(())
    }

    /// No gap, no number twice; the queue is as long as it must be, and in order.
    async fn check_all(&mut self, office: &Office, desk: &Desk) -> Result<()> {
        for ticket in self.taken.values() {
            is_there(office, ticket).await?;
        }
        for service in SERVICES {
            let of_service = self.taken.values().filter(|ticket| ticket.service == service);
            let mut indexes: Vec<u32> = of_service.map(|ticket| index_of(&ticket.number)).collect();
            indexes.sort_unstable();
            let given = || (1..).filter(|index| !RESERVED.contains(index));
            ensure!(indexes.iter().copied().eq(given().take(indexes.len())), "{service}: {indexes:?}");
            let next = office.kiosk()?.take_ticket(service).await?;
            let wanted = given().nth(indexes.len());
            ensure!(wanted == Some(index_of(&next.number)), "{} after {}", next.number, indexes.len());
            self.enter(next)?;
        }
        while let Some(called) = desk.next().await? {
            self.enter_call(called)?;
        }
        let numbers = |ticket: &Taken| (ticket.id, ticket.number.clone());
        let taken: Vec<_> = self.taken.values().map(numbers).collect();
        let called: Vec<_> = self.called.values().map(|ticket| (ticket.id, ticket.number.clone())).collect();
        ensure!(taken == called, "somebody was forgotten");
        Ok(())
    }
}

async fn is_there(office: &Office, ticket: &Taken) -> Result<()> {
    let view = office.nobody()?.get(&format!("/api/v1/tickets/{}", ticket.token)).await?.value()?;
    ensure!(view["number"] == json!(ticket.number), "{} was acknowledged: {view}", ticket.number);
    Ok(())
}

/// The first start is the one in which everything is made.
#[tokio::test]
async fn a_power_cut_while_a_new_office_is_made_is_harmless_ten_times() -> Result<()> {
    let seed = u64::from(std::process::id());
    println!("the seed is {seed}");
    let mut luck = Luck::of(seed);
    let mut office = Office::builder().on_unsure_disk().prepare()?;
    for _ in 0..10 {
        cut_a_start(&office, &mut luck).await?;
    }
    office.open().await?;
    assert_eq!(office.kiosk()?.take_ticket("A").await?.number, "A001");
    office.cut_power(&mut luck).await?;
    office.open().await?;
    assert_eq!(office.kiosk()?.take_ticket("A").await?.number, "A002");
    office.close().await
}
