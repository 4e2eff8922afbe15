//! What jumps of the machine's clock do to numbers and business days, by the real writer and a machine whose clocks go
//! by hand. The office's zone is UTC.

use std::collections::HashSet;
use std::time::Duration;

use moi_domain::{Actor, Command, Event, Fact, Hall, Order};
use moi_journal::faults::Fault;

use super::by_hand::{Office, first, officer};
use super::tests::{take, until};
use super::{EngineHealth, SubmitError};
use crate::clock::ClockState;

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

#[tokio::test]
async fn a_correction_that_the_disk_refuses_is_made_when_it_writes_again() {
    let mut office = Office::opens("2027-11-24T08:00:00Z");
    office.close();
    office.hands.set("2026-11-25T07:00:00Z");
    office.disk.faults.set(Fault::BeforeWriting);
    office.start();
    let refused = office.engine().submit(take(0, None)).await;
    assert!(matches!(refused, Err(SubmitError::Storage { .. })), "{refused:?}");
    office.disk.faults.set(Fault::None);
    while matches!(office.engine().submit(start_day()).await, Err(SubmitError::Storage { .. })) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    office.minutes(6).await;
    assert_eq!((office.take().await, office.day()), ("A001".into(), "2026-11-25".into()));
}

/// Whatever happens to the machine's clock, over starts and days: what is on disk keeps its promises.
#[tokio::test]
async fn no_clock_however_wild_repeats_a_number_or_an_instant() {
    for seed in 1..=12 {
        let mut chance = Chance(seed);
        let mut office = Office::opens("2026-11-24T22:00:00Z");
        office.open_counter().await;
        for _ in 0..150 {
            match chance.below(12) {
                0 => office.hands.jump(&format!("-{}m", 1 + chance.below(3_000))),
                1 => office.hands.jump(&format!("{}m", 1 + chance.below(3_000))),
                2 => office.hands.jump(&format!("{}h", chance.below(9_000))),
                3 => office.hands.jump(&format!("-{}h", chance.below(9_000))),
                4 => {
                    office.close();
                    office.hands.jump(&format!("{}m", chance.below(1_500)));
                    office.start();
                }
                5 => office.minutes(6).await,
                6 => office.hands.pass(&format!("{}m", chance.below(900))),
                7 => office.open_counter().await,
                8 => drop(office.engine().submit(call_next()).await),
                _ => drop(office.take().await),
            }
        }
        office.close();
        keeps_its_promises(&office.disk.events.lock().unwrap(), seed);
    }
}

fn keeps_its_promises(events: &[Event], seed: u64) {
    let (mut hall, mut numbers) = (Hall::new(), HashSet::new());
    for event in events {
        let begins_day = matches!(event.fact, Fact::DayStarted { .. });
        assert!(begins_day || event.at >= hall.last_at(), "seed {seed}: event {} runs backwards", event.number);
        hall.apply(event);
        if let Fact::TicketIssued { number, .. } = &event.fact {
            let day = hall.day();
            assert!(numbers.insert((day, number.to_string())), "seed {seed}: {number} was given twice on {day:?}");
        }
    }
    assert!(numbers.len() > 20, "seed {seed}: only {} tickets were taken", numbers.len());
}

fn start_day() -> Order {
    Order { command: Command::StartDay, by: Actor::Engine, key: None }
}

fn call_next() -> Order {
    Order {
        command: Command::CallNext { counter: first(), officer: officer(), outcome: None },
        by: Actor::Engine,
        key: None,
    }
}

/// The same dice for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// Numbers on paper are reckoned from it; a start that nobody asks anything of writes nothing.
#[tokio::test]
async fn the_first_order_after_a_start_notes_how_long_the_office_was_away_by_a_clock_that_is_right_by_then() {
    let mut office = Office::opens("2026-11-24T09:00:00Z");
    office.take().await;
    let absence = |office: &Office| {
        let absence = office.engine().published().read(|hall| hall.absences().last().copied())?;
        Some((absence.gone.strftime("%H:%M").to_string(), absence.back.duration_since(absence.gone).as_mins()))
    };
    assert_eq!(absence(&office), None, "the office begins with this start");
    office.is_off_until("2026-11-24T09:40:30Z");
    assert_eq!(absence(&office), None, "nobody has asked for anything");
    office.take().await;
    assert_eq!(absence(&office), Some(("09:00".into(), 40)));
    // A machine whose clock has no battery learns the time after its start.
    office.is_off_until("2026-11-24T08:00:00Z");
    office.hands.set("2026-11-24T11:01:00Z");
    office.take().await;
    assert_eq!(absence(&office), Some(("09:40".into(), 80)));
    office.is_off_until("2026-11-24T11:01:30Z");
    office.take().await;
    assert_eq!(absence(&office), Some(("09:40".into(), 80)), "half a minute is a restart");
}

/// Who opens the window of an outage first must not be told that there was none.
#[tokio::test]
async fn an_absence_is_shown_before_the_first_order_notes_it_and_once() {
    let mut office = Office::opens("2026-11-24T09:00:00Z");
    office.take().await;
    office.is_off_until("2026-11-24T09:40:30Z");
    let shown = |office: &Office| office.engine().read_as_returned(absence_in);
    assert_eq!(shown(&office), Some("09:00 40".into()));
    assert!(office.engine().is_return_due());
    assert_eq!(office.engine().published().read(absence_in), None, "nobody has asked for anything");
    office.take().await;
    assert_eq!(office.engine().published().read(absence_in), Some("09:00 40".into()));
    assert_eq!(shown(&office), Some("09:00 40".into()));
    assert!(!office.engine().is_return_due());
}

/// On a quiet morning the last event is long ago.
#[tokio::test]
async fn the_office_went_with_its_last_sign_of_life_and_not_with_its_last_event() {
    let mut office = Office::opens("2026-11-24T09:00:00Z");
    office.take().await;
    let mut told = |alive: &str, back: &str| {
        office.alive = Some(alive.parse().unwrap());
        office.is_off_until(back);
        office.engine().read_as_returned(absence_in)
    };
    assert_eq!(told("2026-11-24T09:01:15Z", "2026-11-24T09:01:17Z"), None, "a restart of two seconds");
    assert_eq!(told("2026-11-24T09:30:00Z", "2026-11-24T09:40:30Z"), Some("09:30 10".into()));
    assert_eq!(told("2026-11-24T08:30:00Z", "2026-11-24T09:40:30Z"), Some("09:00 40".into()), "the event is later");
    assert_eq!(told("2026-11-24T11:00:00Z", "2026-11-24T09:40:30Z"), Some("09:00 40".into()), "from a wrong clock");
}

/// As `09:00 40`: since when, and for how many minutes.
fn absence_in(hall: &Hall) -> Option<String> {
    let absence = hall.absences().last()?;
    Some(format!("{} {}", absence.gone.strftime("%H:%M"), absence.back.duration_since(absence.gone).as_mins()))
}

/// Disks fail when power comes back more often than at any other time.
#[tokio::test]
async fn a_return_whose_first_write_fails_is_noted_with_the_next_order() {
    let mut office = Office::opens("2026-11-24T09:00:00Z");
    office.take().await;
    office.is_off_until("2026-11-24T09:40:00Z");
    office.disk.faults.set(Fault::BeforeWriting);
    office.engine().submit(take(77, None)).await.unwrap_err();
    office.disk.faults.set(Fault::None);
    until(office.engine(), |engine| engine.published().health() == EngineHealth::Well).await;
    office.take().await;
    let absences = office.engine().published().read(|hall| hall.absences().to_vec());
    let told: Vec<_> = absences.iter().map(|it| it.back.duration_since(it.gone).as_mins()).collect();
    // The clock by hand stands still while the journal is opened again.
    assert!(matches!(told[..], [39 | 40]), "{told:?}");
}
