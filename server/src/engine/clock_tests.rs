//! What jumps of the machine's clock do to numbers and business days, by the real writer and a machine whose clocks go
//! by hand. The office's zone is UTC.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use moi_domain::{Actor, Command, CounterNumber, Event, Fact, Hall, OfficerName, Order};

use super::tests::{Disk, opening, setup, take};
use super::{Engine, EngineThread};
use crate::clock::ClockState;
use crate::clock::by_hand::Hands;

/// An office and its machine.
struct Office {
    hands: Hands,
    disk: Arc<Disk>,
    running: Option<(Engine, EngineThread)>,
    tickets: AtomicUsize,
}

impl Office {
    fn opens(machine: &str) -> Self {
        let mut office = Self {
            hands: Hands::at(machine),
            disk: Arc::new(Disk::default()),
            running: None,
            tickets: AtomicUsize::new(0),
        };
        office.start();
        office
    }

    fn start(&mut self) {
        self.hands.restart();
        let started = Engine::start_on(self.hands.machine(), Arc::new(setup()), opening(&self.disk));
        self.running = Some(started.unwrap());
    }

    fn close(&mut self) {
        let (engine, thread) = self.running.take().unwrap();
        engine.stop();
        thread.join();
    }

    /// A machine that was off until its clock shows this.
    fn is_off_until(&mut self, machine: &str) {
        self.close();
        self.hands.set(machine);
        self.start();
    }

    fn engine(&self) -> &Engine {
        &self.running.as_ref().unwrap().0
    }

    async fn order(&self, command: Command) -> Option<String> {
        let order = Order { command, by: Actor::Engine, key: None };
        self.engine().submit(order).await.unwrap().ticket.map(|ticket| ticket.number.to_string())
    }

    /// The writer looks at the clock.
    async fn look(&self) {
        self.order(Command::StartDay).await;
    }

    /// Each minute is looked at.
    async fn minutes(&self, minutes: u32) {
        for _ in 0..minutes {
            self.hands.pass("1m");
            self.look().await;
        }
    }

    async fn take(&self) -> String {
        let order = take(self.tickets.fetch_add(1, Ordering::Relaxed), None);
        self.engine().submit(order).await.unwrap().ticket.unwrap().number.to_string()
    }

    async fn open_counter(&self) {
        self.order(Command::OpenCounter { counter: first(), officer: officer() }).await;
    }

    async fn next(&self) -> Option<String> {
        self.order(Command::CallNext { counter: first(), officer: officer() }).await
    }

    async fn finish(&self) {
        self.order(Command::FinishVisit { counter: first(), officer: officer() }).await;
    }

    fn day(&self) -> String {
        self.engine().published().read(Hall::day).unwrap().to_string()
    }

    fn clock(&self) -> ClockState {
        self.engine().clock_state()
    }

    fn time(&self) -> String {
        self.engine().clock()().strftime("%Y-%m-%d %H:%M").to_string()
    }

    fn days(&self) -> Vec<String> {
        let events = self.disk.events.lock().unwrap();
        let day = |event: &Event| if let Fact::DayStarted { day } = event.fact { Some(day.to_string()) } else { None };
        events.iter().filter_map(day).collect()
    }
}

fn first() -> CounterNumber {
    CounterNumber::try_from(1).unwrap()
}

fn officer() -> OfficerName {
    OfficerName::new("Hà").unwrap()
}

#[tokio::test]
async fn midnight_during_service_begins_the_next_day_and_ends_the_visit_at_hand_in_it() {
    let office = Office::opens("2026-11-24T23:50:00Z");
    office.open_counter().await;
    assert_eq!((office.take().await, office.take().await), ("A001".into(), "A002".into()));
    office.next().await;
    office.minutes(11).await;
    assert_eq!((office.day(), office.take().await), ("2026-11-25".into(), "A001".into()));
    office.finish().await;
    assert_eq!(office.next().await.as_deref(), Some("A001"), "who did not come yesterday is not called today");
    assert_eq!(office.days(), ["2026-11-24", "2026-11-25"]);
}

#[tokio::test]
async fn a_start_at_one_minute_past_midnight_begins_the_day() {
    let mut office = Office::opens("2026-11-24T16:00:00Z");
    office.take().await;
    office.is_off_until("2026-11-25T00:01:00Z");
    assert_eq!((office.take().await, office.day()), ("A001".into(), "2026-11-25".into()));
    assert_eq!(office.clock(), ClockState::Right);
}

#[tokio::test]
async fn an_office_that_was_closed_for_a_week_opens_with_the_day_that_it_is() {
    let mut office = Office::opens("2026-11-24T16:00:00Z");
    office.take().await;
    office.is_off_until("2026-12-01T07:00:00Z");
    assert_eq!((office.take().await, office.day()), ("A001".into(), "2026-12-01".into()));
    assert_eq!((office.days().len(), office.clock()), (2, ClockState::Right));
}

#[tokio::test]
async fn a_clock_that_jumps_back_and_forward_by_hours_changes_no_number_and_no_day() {
    let office = Office::opens("2026-11-24T09:00:00Z");
    office.take().await;
    for (by, clock) in [("-5h", ClockState::Behind), ("20h", ClockState::Jumped), ("-15h", ClockState::Right)] {
        office.hands.jump(by);
        office.minutes(2).await;
        office.take().await;
        assert_eq!((office.clock(), office.day()), (clock, "2026-11-24".into()), "after {by}");
    }
    assert_eq!((office.take().await, office.time()), ("A005".into(), "2026-11-24 09:06".into()));
    let events = office.disk.events.lock().unwrap();
    assert!(events.is_sorted_by_key(|event| event.at), "event times never run backwards");
}

#[tokio::test]
async fn a_clock_set_back_does_not_freeze_the_time_of_events() {
    let office = Office::opens("2026-11-24T09:00:00Z");
    office.take().await;
    office.hands.jump("-5h");
    office.minutes(10).await;
    office.take().await;
    let events = office.disk.events.lock().unwrap();
    let last: Vec<_> = events.iter().rev().take(2).map(|event| event.at).collect();
    assert_eq!(last[0].duration_since(last[1]).as_mins(), 10);
}

#[tokio::test]
async fn a_jump_to_another_day_begins_it_when_it_has_stayed_or_when_nobody_waits() {
    let office = Office::opens("2026-11-24T09:00:00Z");
    office.open_counter().await;
    office.take().await;
    office.hands.jump("24h");
    office.minutes(4).await;
    assert_eq!(office.day(), "2026-11-24", "somebody waits");
    office.next().await;
    assert_eq!(office.day(), "2026-11-24", "somebody is at a counter");
    office.finish().await;
    office.look().await;
    assert_eq!(office.day(), "2026-11-25");

    office.take().await;
    office.hands.jump("24h");
    office.minutes(5).await;
    assert_eq!(office.day(), "2026-11-25");
    office.minutes(1).await;
    assert_eq!(office.day(), "2026-11-26", "it has stayed for five minutes");
}

#[tokio::test]
async fn a_machine_that_starts_in_1970_opens_with_the_last_day_and_follows_its_network() {
    let mut office = Office::opens("2026-11-24T16:00:00Z");
    office.take().await;
    office.is_off_until("1970-01-01T00:00:30Z");
    assert_eq!((office.clock(), office.day()), (ClockState::Unset, "2026-11-24".into()));
    office.minutes(1).await;
    assert_eq!(office.take().await, "A002", "no number twice, whatever the clock says");
    office.is_off_until("1970-01-01T00:00:30Z");
    office.hands.pass("1m");
    office.hands.set("2026-11-25T06:59:00Z");
    assert_eq!((office.take().await, office.day()), ("A001".into(), "2026-11-25".into()));
    assert_eq!(office.clock(), ClockState::Right);
}

#[tokio::test]
async fn the_first_start_of_all_may_be_in_1970() {
    let office = Office::opens("1970-01-01T00:00:30Z");
    office.minutes(1).await;
    office.hands.set("2026-11-24T07:00:00Z");
    assert_eq!((office.take().await, office.day()), ("A001".into(), "2026-11-24".into()));
    assert_eq!(office.clock(), ClockState::Right);
}

/// The clock was a year ahead for a day, and is right again the next morning.
#[tokio::test]
async fn a_clock_that_was_ahead_before_the_night_costs_no_day() {
    let mut office = Office::opens("2026-11-23T08:00:00Z");
    office.take().await;
    office.is_off_until("2027-11-24T08:00:00Z");
    office.open_counter().await;
    office.take().await;
    office.next().await;
    office.finish().await;
    office.is_off_until("2026-11-25T07:00:00Z");
    office.hands.pass("1s");
    assert_eq!((office.take().await, office.day()), ("A001".into(), "2026-11-25".into()));
    assert_eq!((office.clock(), office.time()), (ClockState::Right, "2026-11-25 07:00".into()));
    office.is_off_until("2026-11-26T07:00:00Z");
    assert_eq!((office.take().await, office.day()), ("A001".into(), "2026-11-26".into()));
    assert_eq!(office.days(), ["2026-11-23", "2027-11-24", "2026-11-25", "2026-11-26"]);
}

#[tokio::test]
async fn while_somebody_waits_a_clock_that_was_ahead_is_put_right_at_the_real_midnight() {
    let mut office = Office::opens("2027-11-24T08:00:00Z");
    office.take().await;
    office.is_off_until("2026-11-24T23:50:00Z");
    office.minutes(9).await;
    assert_eq!((office.clock(), office.take().await), (ClockState::Behind, "A002".into()));
    assert_eq!(office.day(), "2027-11-24");
    office.minutes(2).await;
    assert_eq!((office.day(), office.take().await), ("2026-11-25".into(), "A001".into()));
    assert_eq!(office.clock(), ClockState::Right);
}

#[tokio::test]
async fn a_clock_some_hours_ahead_is_put_right_at_midnight_and_no_number_comes_twice() {
    let office = Office::opens("2026-11-24T20:00:00Z");
    office.take().await;
    office.hands.jump("-2h");
    office.minutes(4 * 60 + 30).await;
    assert_eq!((office.day(), office.take().await), ("2026-11-25".into(), "A001".into()), "the office's own midnight");
    office.minutes(89).await;
    assert_eq!((office.clock(), office.time()), (ClockState::Behind, "2026-11-25 01:59".into()));
    office.minutes(2).await;
    assert_eq!((office.clock(), office.time()), (ClockState::Right, "2026-11-25 00:01".into()));
    assert_eq!((office.day(), office.take().await), ("2026-11-25".into(), "A002".into()));
}
