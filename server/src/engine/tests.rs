//! The writer's promises, on a store that counts its syncs and fails when told.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use jiff::tz::TimeZone;
use moi_domain::{
    Actor, AfterLast, Command, CommandKey, CounterNumber, CounterSetup, Event, Language, Minutes, Numbering, Order,
    Prefix, Service, ServiceCode, Setup, Token,
};
use moi_journal::{JournalError, Store};

use super::{Engine, EngineHealth, SubmitError};
use crate::clock::system_clock;

/// The disk of these tests.
#[derive(Default)]
struct Disk {
    events: Mutex<Vec<Event>>,
    syncs: AtomicUsize,
    fails: AtomicBool,
    holds: AtomicBool,
}

struct DiskStore(Arc<Disk>);

impl Store for DiskStore {
    fn append(&mut self, events: &[Event]) -> Result<(), JournalError> {
        if self.0.fails.load(Ordering::SeqCst) {
            return Err(JournalError::Closed);
        }
        while self.0.holds.load(Ordering::SeqCst) {
            std::thread::yield_now();
        }
        self.0.syncs.fetch_add(1, Ordering::SeqCst);
        self.0.events.lock().unwrap().extend_from_slice(events);
        Ok(())
    }

    fn replay(&self, visit: &mut dyn FnMut(Event)) -> Result<(), JournalError> {
        self.0.events.lock().unwrap().iter().cloned().for_each(visit);
        Ok(())
    }
}

fn office() -> (Engine, Arc<Disk>) {
    let disk = Arc::new(Disk::default());
    let opened = Arc::clone(&disk);
    let open = Box::new(move || Ok(Box::new(DiskStore(Arc::clone(&opened))) as Box<dyn Store>));
    let (engine, _thread) = Engine::start(Arc::new(setup()), open, system_clock()).unwrap();
    (engine, disk)
}

fn setup() -> Setup {
    let code = ServiceCode::new("A").unwrap();
    Setup {
        zone: TimeZone::UTC,
        services: BTreeMap::from([(code.clone(), Service { prefix: Prefix::new("A").unwrap(), usual: Minutes(10) })]),
        counters: BTreeMap::from([(CounterNumber::try_from(1).unwrap(), CounterSetup { services: vec![code] })]),
        priorities: BTreeMap::new(),
        numbering: Numbering { last: 999, after_last: AfterLast::Widen },
    }
}

/// An order for a ticket; its token is made of `seed`.
fn take(seed: usize, key: Option<&str>) -> Order {
    let command = Command::TakeTicket {
        token: Token::new(&format!("{seed:016}")).unwrap(),
        service: ServiceCode::new("A").unwrap(),
        priority: None,
        language: Language::new("vi").unwrap(),
    };
    let key = key.map(|key| CommandKey { key: key.into(), digest: "take".into() });
    Order { command, by: Actor::Kiosk("test".into()), key }
}

async fn number(engine: &Engine, order: Order) -> String {
    engine.submit(order).await.unwrap().ticket.unwrap().number.to_string()
}

#[tokio::test]
async fn orders_that_wait_together_share_one_sync() {
    let (engine, disk) = office();
    number(&engine, take(0, None)).await;
    let before = disk.syncs.load(Ordering::SeqCst);
    // The disk that doesn't answer makes the orders wait for each other, as a slow sync does.
    disk.holds.store(true, Ordering::SeqCst);
    let orders: Vec<_> = (1..=64)
        .map(|seed| {
            let engine = engine.clone();
            tokio::spawn(async move { number(&engine, take(seed, None)).await })
        })
        .collect();
    for _ in 0..orders.len() {
        tokio::task::yield_now().await;
    }
    disk.holds.store(false, Ordering::SeqCst);
    for order in orders {
        order.await.unwrap();
    }
    let syncs = disk.syncs.load(Ordering::SeqCst) - before;
    assert!(syncs <= 8, "64 orders took {syncs} syncs");
}

#[tokio::test]
async fn a_retry_gets_the_same_ticket() {
    let (engine, _disk) = office();
    let first = number(&engine, take(1, Some("tap"))).await;
    assert_eq!(number(&engine, take(2, Some("tap"))).await, first);
    assert_ne!(number(&engine, take(3, Some("another tap"))).await, first);
}

#[tokio::test]
async fn a_key_of_another_command_is_refused() {
    let (engine, _disk) = office();
    number(&engine, take(1, Some("tap"))).await;
    let mut other = take(2, Some("tap"));
    other.key = other.key.map(|key| CommandKey { digest: "cancel".into(), ..key });
    assert!(matches!(engine.submit(other).await, Err(SubmitError::KeyReused)));
}

#[tokio::test]
async fn nothing_is_shown_before_it_is_durable() {
    let (engine, disk) = office();
    number(&engine, take(1, None)).await;
    disk.fails.store(true, Ordering::SeqCst);
    let answer = engine.submit(take(2, None)).await;
    assert!(matches!(answer, Err(SubmitError::Storage { .. })), "{answer:?}");
    assert_eq!(engine.published().read(moi_domain::Hall::waiting_total), 1);
    assert!(matches!(engine.published().health(), EngineHealth::Faulted { .. }));
}

#[tokio::test]
async fn after_a_failed_append_the_hall_is_folded_from_the_disk_and_service_resumes() {
    let (engine, disk) = office();
    let first = number(&engine, take(1, None)).await;
    disk.fails.store(true, Ordering::SeqCst);
    engine.submit(take(2, None)).await.unwrap_err();
    disk.fails.store(false, Ordering::SeqCst);
    let mut health = engine.published().subscribe();
    while engine.published().health() != EngineHealth::Well {
        health.changed().await.unwrap();
    }
    let second = number(&engine, take(3, None)).await;
    assert_eq!((first.as_str(), second.as_str()), ("A001", "A002"), "the failed order must not have used a number");
    assert_eq!(engine.published().health(), EngineHealth::Well);
}

#[tokio::test]
async fn the_business_day_begins_by_itself() {
    let (engine, _disk) = office();
    number(&engine, take(1, None)).await;
    assert!(engine.published().read(moi_domain::Hall::day).is_some());
}
