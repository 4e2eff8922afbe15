//! The writer's promises, on a disk that counts its syncs and fails when told.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use moi_domain::{Actor, Command, CommandKey, Event, Hall, Language, Order, ServiceCode, Token};
use moi_journal::faults::{Fault, Faults, FaultyStore};
use moi_journal::{JournalError, Store};
use tokio::time::timeout;

use super::small_office::set_ups;
use super::{Engine, EngineHealth, OpenStore, SubmitError};
use crate::clock::system_clock;

/// Longer than the writer takes to look about and to recover.
const SOON: Duration = Duration::from_secs(10);

/// The disk of these tests.
#[derive(Default)]
pub(super) struct Disk {
    pub(super) events: Mutex<Vec<Event>>,
    syncs: AtomicUsize,
    holds: AtomicBool,
    /// A bug comes with the next append, after it was written.
    has_bug: AtomicBool,
    /// As after the failed write of a record, until it is opened again.
    is_closed: AtomicBool,
    pub(super) faults: Faults,
}

struct DiskStore(Arc<Disk>);

impl Store for DiskStore {
    fn append(&mut self, events: &[Event]) -> Result<(), JournalError> {
        while self.0.holds.load(Ordering::SeqCst) {
            std::thread::yield_now();
        }
        self.0.syncs.fetch_add(1, Ordering::SeqCst);
        self.0.events.lock().unwrap().extend_from_slice(events);
        assert!(!self.0.has_bug.swap(false, Ordering::SeqCst), "a bug that a test asked for");
        Ok(())
    }

    fn is_open(&self) -> bool {
        !self.0.is_closed.load(Ordering::SeqCst)
    }

    fn replay(&self, visit: &mut dyn FnMut(Event)) -> Result<(), JournalError> {
        self.0.events.lock().unwrap().iter().cloned().for_each(visit);
        Ok(())
    }
}

fn office() -> (Engine, Arc<Disk>) {
    let disk = Arc::new(Disk::default());
    let (engine, _thread) = Engine::start(set_ups(), opening(&disk), system_clock(), None).unwrap();
    (engine, disk)
}

pub(super) fn opening(disk: &Arc<Disk>) -> OpenStore {
    let opened = Arc::clone(disk);
    Box::new(move || {
        opened.is_closed.store(false, Ordering::SeqCst);
        let store = FaultyStore::new(DiskStore(Arc::clone(&opened)), opened.faults.clone());
        Ok(Box::new(store) as Box<dyn Store>)
    })
}

/// An order for a ticket; its token is made of `seed`.
pub(super) fn take(seed: usize, key: Option<&str>) -> Order {
    let command = Command::TakeTicket {
        token: Token::new(&format!("{seed:016}")).unwrap(),
        service: ServiceCode::new("A").unwrap(),
        priority: None,
        language: Language::new("vi").unwrap(),
        door: moi_domain::Door::Kiosk,
        cases: moi_domain::Cases::ONE,
        then: Vec::new(),
    };
    let key = key.map(|key| CommandKey { key: key.into(), digest: "take".into() });
    Order { command, by: Actor::Kiosk("test".into()), key }
}

async fn number(engine: &Engine, order: Order) -> String {
    engine.submit(order).await.unwrap().ticket.unwrap().number.to_string()
}

/// The number, as soon as the office takes orders again.
async fn number_after_recovery(engine: &Engine, seed: usize, key: &str) -> String {
    let asking = async {
        loop {
            match engine.submit(take(seed, Some(key))).await {
                Err(SubmitError::Storage { .. }) => tokio::time::sleep(Duration::from_millis(10)).await,
                other => return other.unwrap().ticket.unwrap().number.to_string(),
            }
        }
    };
    timeout(SOON, asking).await.unwrap()
}

/// Waits until what is published is so.
pub(super) async fn until(engine: &Engine, is_so: impl Fn(&Engine) -> bool) {
    let mut changes = engine.published().subscribe();
    let waiting = async {
        while !is_so(engine) {
            changes.changed().await.unwrap();
        }
    };
    timeout(SOON, waiting).await.unwrap();
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
    disk.faults.set(Fault::BeforeWriting);
    let answer = engine.submit(take(2, None)).await;
    assert!(matches!(answer, Err(SubmitError::Storage { .. })), "{answer:?}");
    assert_eq!(engine.published().read(Hall::waiting_total), 1);
    assert!(matches!(engine.published().health(), EngineHealth::Faulted { .. }));
}

#[tokio::test]
async fn after_a_failed_append_the_hall_is_folded_from_the_disk_and_service_resumes() {
    let (engine, disk) = office();
    let first = number(&engine, take(1, None)).await;
    disk.faults.set(Fault::BeforeWriting);
    engine.submit(take(2, None)).await.unwrap_err();
    disk.faults.set(Fault::None);
    until(&engine, |engine| engine.published().health() == EngineHealth::Well).await;
    let second = number(&engine, take(3, None)).await;
    assert_eq!((first.as_str(), second.as_str()), ("A001", "A002"), "the failed order must not have used a number");
}

#[tokio::test]
async fn an_order_that_was_written_before_its_error_stands_and_a_retry_gets_it() {
    let (engine, disk) = office();
    number(&engine, take(1, None)).await;
    disk.faults.set(Fault::AfterWriting);
    let answer = engine.submit(take(2, Some("tap"))).await;
    assert!(matches!(answer, Err(SubmitError::Storage { .. })), "{answer:?}");
    assert_eq!(engine.published().read(Hall::waiting_total), 1, "not shown before the fold tells");
    disk.faults.set(Fault::None);
    assert_eq!(number_after_recovery(&engine, 3, "tap").await, "A002");
    assert_eq!(engine.published().read(Hall::waiting_total), 2);
}

#[tokio::test]
async fn a_bug_costs_one_answer_and_service_resumes() {
    let (engine, disk) = office();
    number(&engine, take(1, None)).await;
    disk.has_bug.store(true, Ordering::SeqCst);
    let answer = engine.submit(take(2, Some("tap"))).await;
    assert!(matches!(answer, Err(SubmitError::NoAnswer)), "{answer:?}");
    assert_eq!(number_after_recovery(&engine, 3, "tap").await, "A002", "it had come to the disk");
    assert_eq!(number(&engine, take(4, None)).await, "A003");
    assert_eq!(engine.published().health(), EngineHealth::Well);
}

#[tokio::test]
async fn data_that_a_record_closed_is_opened_again_without_any_order() {
    let (engine, disk) = office();
    number(&engine, take(1, None)).await;
    disk.is_closed.store(true, Ordering::SeqCst);
    let opened = async {
        while disk.is_closed.load(Ordering::SeqCst) {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(SOON, opened).await.expect("nobody opened it again");
    assert_eq!(number(&engine, take(2, None)).await, "A002", "no order was lost to it");
}

#[tokio::test]
async fn an_order_at_a_disk_that_hangs_is_answered_and_a_retry_gets_its_ticket() {
    let (engine, disk) = office();
    number(&engine, take(1, None)).await;
    disk.holds.store(true, Ordering::SeqCst);
    let answer = engine.submit_within(Duration::from_millis(50), take(2, Some("tap"))).await;
    assert!(matches!(answer, Err(SubmitError::NoAnswer)), "{answer:?}");
    disk.holds.store(false, Ordering::SeqCst);
    assert_eq!(number(&engine, take(3, Some("tap"))).await, "A002");
}

#[tokio::test]
async fn the_business_day_begins_by_itself() {
    let (engine, disk) = office();
    let begins = until(&engine, |engine| engine.published().read(Hall::day).is_some());
    timeout(Duration::from_millis(500), begins).await.expect("at once, not when the writer looks about");
    assert_eq!(disk.syncs.load(Ordering::SeqCst), 1);
}
