//! The rule of the office's time, row by row. The office's zone is UTC, so that its midnight is easy to see.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use moi_domain::{AfterLast, Numbering, Setup};

use super::by_hand::Hands;
use super::{ClockState, OfficeClock, Service};

/// When the last event was, what the machine shows at start, the steps, and what comes of it: the office's time, its
/// difference from the machine's in minutes unless it is far, and how the clock is.
type Row = (&'static str, &'static str, &'static str, &'static str);

const NONE: &str = "1970-01-01T00:00:00Z";
const EVENING: &str = "2026-11-23T16:55:00Z";
const MORNING: &str = "2026-11-24T07:00:00Z";

fn setup() -> Arc<Setup> {
    Arc::new(Setup {
        zone: TimeZone::UTC,
        services: BTreeMap::new(),
        counters: BTreeMap::new(),
        priorities: BTreeMap::new(),
        numbering: Numbering { last: 999, after_last: AfterLast::Widen, reserved: 0 },
        hours: moi_domain::Hours::default(),
        rules: moi_domain::Rules::default(),
    })
}

/// Steps: `+5m` passes, `jump 3h` and `set TIME` change the machine's clock, `busy` and `quiet` the hall once somebody
/// has ordered, `fresh` is before. A look follows each; while time passes there is one every second.
fn check(rows: &[Row]) {
    for (last_event, machine, steps, expected) in rows {
        let hands = Hands::at(machine);
        let clock = OfficeClock::begin(hands.machine(), setup(), last_event.parse().unwrap());
        let mut service = Service { is_quiet: false, has_begun: false };
        let mut before = Timestamp::MIN;
        let mut look = |service| {
            let now = clock.now(service);
            assert!(now >= before, "time ran backwards: {before} {now}, given {steps}");
            before = now;
            now
        };
        look(service);
        for step in steps.split(';').map(str::trim).filter(|step| !step.is_empty()) {
            match step.split_once(' ') {
                Some(("jump", by)) => hands.jump(by),
                Some(("set", at)) => hands.set(at),
                None if step == "busy" => service = Service { is_quiet: false, has_begun: true },
                None if step == "quiet" => service = Service { is_quiet: true, has_begun: true },
                None if step == "fresh" => service = Service { is_quiet: false, has_begun: false },
                _ => pass(&hands, step.strip_prefix('+').unwrap(), || {
                    look(service);
                }),
            }
            look(service);
        }
        let now = look(service);
        let ahead = now.duration_since((hands.machine().wall)()).as_mins();
        let corrects = match clock.correction(service) {
            None => "",
            Some(correction) if correction.midnight_passed => ", corrects at midnight",
            Some(_) => ", corrects",
        };
        let state = clock.state().problem_code().unwrap_or("right");
        let ahead = if ahead.abs() < 60 * 24 * 30 { format!("{ahead:+}") } else { "far".into() };
        let found = format!("{} {ahead} {state}{corrects}", now.strftime("%Y-%m-%d %H:%M"));
        assert_eq!(&found, expected, "last event {last_event}, machine {machine}, {steps}");
    }
}

fn pass(hands: &Hands, time: &str, mut look: impl FnMut()) {
    let time: SignedDuration = time.parse().unwrap();
    for _ in 0..time.as_secs() {
        hands.pass("1s");
        look();
    }
}

#[test]
fn the_office_begins_with_the_machines_clock_or_its_own_last_event() {
    check(&[
        (NONE, MORNING, "", "2026-11-24 07:00 +0 right"),
        (EVENING, MORNING, "", "2026-11-24 07:00 +0 right"),
        ("2026-11-24T07:01:00Z", MORNING, "", "2026-11-24 07:01 +1 right"),
        ("2026-11-24T09:00:00Z", MORNING, "+1m", "2026-11-24 09:01 +120 clock-behind, corrects"),
        // Closed for a week, and for longer than any office is.
        ("2026-11-13T16:55:00Z", MORNING, "+1m", "2026-11-24 07:01 +0 right"),
        ("2025-11-24T16:55:00Z", MORNING, "", "2026-11-24 07:00 +0 right"),
        ("2026-08-24T16:55:00Z", MORNING, "+1m", "2026-11-24 07:01 +0 clock-ahead"),
        ("2026-08-24T16:55:00Z", MORNING, "+18h", "2026-11-25 01:00 +0 right"),
    ]);
}

#[test]
fn a_clock_set_back_by_hours_neither_freezes_nor_rewinds_the_office() {
    check(&[
        (EVENING, MORNING, "busy; +1h; jump -3h; +30m", "2026-11-24 08:30 +180 clock-behind, corrects"),
        (EVENING, MORNING, "busy; +1h; jump -3h; +1m", "2026-11-24 08:01 +180 clock-behind"),
        (EVENING, MORNING, "busy; +1h; jump -3h; +1m; jump 3h; +1m", "2026-11-24 08:02 +0 right"),
        (EVENING, MORNING, "busy; +1h; jump -3h; +4m; jump -1h; +4m", "2026-11-24 08:08 +240 clock-behind"),
        (EVENING, MORNING, "quiet; +1h; jump -3h; +1m", "2026-11-24 08:01 +180 clock-behind"),
    ]);
}

#[test]
fn small_differences_are_followed() {
    check(&[
        (EVENING, MORNING, "busy; +1h; jump 2m; +1s", "2026-11-24 08:02 +0 right"),
        (EVENING, MORNING, "busy; +1h; jump -2m; +1s", "2026-11-24 08:00 +1 right"),
        (EVENING, MORNING, "busy; +1h; jump -2m; +2m", "2026-11-24 08:01 +1 right"),
        (EVENING, MORNING, "busy; +1h; jump -2m; +4m", "2026-11-24 08:02 +0 right"),
        (EVENING, MORNING, "busy; +1h; jump -10m; +20m", "2026-11-24 08:10 +0 right"),
    ]);
}

#[test]
fn a_large_jump_ahead_is_believed_after_it_has_stayed() {
    check(&[
        (EVENING, MORNING, "busy; +1h; jump 3h; +4m", "2026-11-24 08:04 -180 clock-jumped"),
        (EVENING, MORNING, "busy; +1h; jump 3h; +5m", "2026-11-24 11:05 +0 right"),
        (EVENING, MORNING, "busy; +1h; jump 3h; +4m; jump -3h; +4m", "2026-11-24 08:08 +0 right"),
        (EVENING, MORNING, "busy; +1h; jump 3h; +4m; jump 1h; +4m", "2026-11-24 08:08 -240 clock-jumped"),
        (EVENING, MORNING, "busy; +1h; jump 9000h; +5m", "2027-12-04 08:05 +0 clock-ahead"),
    ]);
}

#[test]
fn a_jump_ahead_is_believed_at_once_when_it_costs_nobody_anything() {
    check(&[
        (EVENING, MORNING, "quiet; +1h; jump 3h", "2026-11-24 11:00 +0 right"),
        (EVENING, MORNING, "quiet; +1h; jump 24h", "2026-11-25 08:00 +0 right"),
        (EVENING, MORNING, "fresh; +1m; jump 24h", "2026-11-25 07:01 +0 right"),
        (EVENING, MORNING, "fresh; +11m; jump 24h; +1m", "2026-11-24 07:12 -1440 clock-jumped"),
    ]);
}

#[test]
fn no_jump_however_small_takes_those_who_wait_over_midnight() {
    let late = "2026-11-24T23:55:00Z";
    check(&[
        (EVENING, late, "busy; jump 8m; +1m", "2026-11-24 23:56 -8 right"),
        (EVENING, late, "busy; jump 8m; +5m", "2026-11-25 00:08 +0 right"),
        (EVENING, late, "quiet; jump 8m", "2026-11-25 00:03 +0 right"),
        (EVENING, late, "busy; +5m", "2026-11-25 00:00 +0 right"),
    ]);
}

#[test]
fn a_machine_that_starts_in_1970_gets_its_time_and_the_office_with_it() {
    let unset = "1970-01-01T00:00:20Z";
    let ntp = |steps: &'static str| (EVENING, unset, steps);
    let row = |(last, machine, steps), expected| (last, machine, steps, expected);
    check(&[
        (NONE, unset, "", "2026-01-01 00:00 far clock-unset"),
        (NONE, unset, "+1m; set 2026-11-24T07:00:00Z; +1s", "2026-11-24 07:00 +0 right"),
        row(ntp("+1m; set 2026-11-24T07:00:00Z; +1s"), "2026-11-24 07:00 +0 right"),
        // Citizens were faster than the network.
        row(ntp("busy; +1m; set 2026-11-24T07:00:00Z; +4m"), "2026-11-23 17:00 -844 clock-jumped"),
        row(ntp("busy; +1m; set 2026-11-24T07:00:00Z; +5m"), "2026-11-24 07:05 +0 right"),
        row(ntp("busy; +1h"), "2026-11-23 17:55 far clock-unset"),
    ]);
}

#[test]
fn a_clock_that_was_ahead_is_put_right_when_it_has_stayed_right() {
    let next_year = "2027-11-24T16:55:00Z";
    check(&[
        (next_year, MORNING, "", "2027-11-24 16:55 far clock-behind, corrects"),
        (next_year, MORNING, "busy; +4m", "2027-11-24 16:59 far clock-behind"),
        (next_year, MORNING, "busy; +5m", "2027-11-24 17:00 far clock-behind, corrects"),
        (next_year, "2026-11-24T23:58:00Z", "busy; +3m", "2027-11-24 16:58 far clock-behind, corrects at midnight"),
        (next_year, "1970-01-01T00:00:00Z", "+9m", "2027-11-24 17:04 far clock-unset"),
    ]);
}

#[test]
fn after_the_day_was_put_right_the_office_goes_with_the_machine() {
    let hands = Hands::at(MORNING);
    let clock = OfficeClock::begin(hands.machine(), setup(), "2027-11-24T16:55:00Z".parse().unwrap());
    let service = Service { is_quiet: true, has_begun: true };
    hands.pass("6m");
    clock.now(service);
    let correction = clock.correction(service).unwrap();
    clock.set_back(correction.at);
    hands.pass("1s");
    assert_eq!(clock.now(service).to_string(), "2026-11-24T07:06:01Z");
    assert_eq!((clock.state(), clock.correction(service)), (ClockState::Right, None));
}

#[test]
fn a_changed_zone_has_its_midnight_at_once() {
    let after_a_jump_of_eight_minutes = |zone: Option<&str>| {
        let hands = Hands::at("2026-11-24T23:55:00Z");
        let clock = OfficeClock::begin(hands.machine(), setup(), NONE.parse().unwrap());
        if let Some(zone) = zone {
            clock.change_set_up(Arc::new(Setup { zone: TimeZone::get(zone).unwrap(), ..Setup::clone(&setup()) }));
        }
        hands.jump("8m");
        clock.now(Service { is_quiet: false, has_begun: true }).to_string()
    };
    assert_eq!(after_a_jump_of_eight_minutes(None), "2026-11-24T23:55:00Z", "those who wait stay on their day");
    assert_eq!(after_a_jump_of_eight_minutes(Some("Asia/Ho_Chi_Minh")), "2026-11-25T00:03:00Z", "in the morning there");
}

#[test]
fn times_are_whole_milliseconds() {
    let hands = Hands::at("2026-11-24T07:00:00.123456789Z");
    let clock = OfficeClock::begin(hands.machine(), setup(), NONE.parse().unwrap()).clock();
    assert_eq!(clock().to_string(), "2026-11-24T07:00:00.123Z");
}

#[test]
fn a_real_machine_has_a_time_that_runs() {
    let machine = super::Machine::new(super::system_clock());
    let before = (machine.running)();
    assert!(before < std::time::Duration::from_mins(1), "{before:?} since the program's start");
    while (machine.running)() == before {
        std::thread::yield_now();
    }
}
