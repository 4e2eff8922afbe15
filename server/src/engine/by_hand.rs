//! An office on a machine whose clocks go by hand, for tests. Its zone is UTC.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::Timestamp;
use moi_domain::{Actor, Command, CounterNumber, Event, Fact, Hall, OfficerName, Order};

use super::small_office::set_ups;
use super::tests::{Disk, opening, take};
use super::{Engine, EngineThread};
use crate::clock::ClockState;
use crate::clock::by_hand::Hands;

/// An office and its machine.
pub(super) struct Office {
    pub(super) hands: Hands,
    pub(super) disk: Arc<Disk>,
    /// The sign of life beside the journal.
    pub(super) alive: Option<Timestamp>,
    running: Option<(Engine, EngineThread)>,
    tickets: AtomicUsize,
}

impl Office {
    pub(super) fn opens(machine: &str) -> Self {
        let mut office = Self {
            hands: Hands::at(machine),
            disk: Arc::new(Disk::default()),
            alive: None,
            running: None,
            tickets: AtomicUsize::new(0),
        };
        office.start();
        office
    }

    pub(super) fn start(&mut self) {
        self.hands.restart();
        let started = Engine::start_on(self.hands.machine(), set_ups(), opening(&self.disk), self.alive);
        self.running = Some(started.unwrap());
    }

    pub(super) fn close(&mut self) {
        let (engine, thread) = self.running.take().unwrap();
        engine.stop();
        thread.join();
    }

    /// A machine that was off until its clock shows this.
    pub(super) fn is_off_until(&mut self, machine: &str) {
        self.close();
        self.hands.set(machine);
        self.start();
    }

    pub(super) fn engine(&self) -> &Engine {
        &self.running.as_ref().unwrap().0
    }

    pub(super) async fn order(&self, command: Command) -> Option<String> {
        let order = Order { command, by: Actor::Engine, key: None };
        self.engine().submit(order).await.unwrap().ticket.map(|ticket| ticket.number.to_string())
    }

    /// The writer looks at the clock.
    pub(super) async fn look(&self) {
        self.order(Command::StartDay).await;
    }

    /// Each minute is looked at.
    pub(super) async fn minutes(&self, minutes: u32) {
        for _ in 0..minutes {
            self.hands.pass("1m");
            self.look().await;
        }
    }

    pub(super) async fn take(&self) -> String {
        let order = take(self.tickets.fetch_add(1, Ordering::Relaxed), None);
        self.engine().submit(order).await.unwrap().ticket.unwrap().number.to_string()
    }

    pub(super) async fn open_counter(&self) {
        self.order(Command::OpenCounter { counter: first(), officer: officer() }).await;
    }

    pub(super) async fn next(&self) -> Option<String> {
        self.order(Command::CallNext { counter: first(), officer: officer(), outcome: None }).await
    }

    pub(super) async fn finish(&self) {
        self.order(Command::FinishVisit { counter: first(), officer: officer(), outcome: None }).await;
    }

    pub(super) fn day(&self) -> String {
        self.engine().published().read(Hall::day).unwrap().to_string()
    }

    pub(super) fn clock(&self) -> ClockState {
        self.engine().clock_state()
    }

    pub(super) fn time(&self) -> String {
        self.engine().clock()().strftime("%Y-%m-%d %H:%M").to_string()
    }

    pub(super) fn days(&self) -> Vec<String> {
        let events = self.disk.events.lock().unwrap();
        let day = |event: &Event| if let Fact::DayStarted { day } = event.fact { Some(day.to_string()) } else { None };
        events.iter().filter_map(day).collect()
    }
}

pub(super) fn first() -> CounterNumber {
    CounterNumber::try_from(1).unwrap()
}

pub(super) fn officer() -> OfficerName {
    OfficerName::new("Hà").unwrap()
}
