//! When a rehearsal's day begins: at the morning's opening, whatever the real time is.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp};
use moi_domain::Setup;

use crate::clock::Clock;

/// The first time of a rehearsal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beginning {
    /// By the office's time.
    pub at: DateTime,
    /// How far that is from the machine's clock.
    pub shift: SignedDuration,
}

impl Beginning {
    /// The first opening of the day, of today when none is named; of the next day with an opening when it has none. An
    /// office that never opens begins now.
    #[must_use]
    pub fn of(setup: &Setup, day: Option<Date>, now: Timestamp) -> Self {
        let here = setup.office_time(now);
        let morning = day.unwrap_or_else(|| here.date()).at(0, 0, 0, 0);
        // Openings after a moment, and one may be at midnight.
        let before = morning.checked_sub(SignedDuration::from_secs(1)).unwrap_or(morning);
        let at = setup.hours.next_opening(before).map_or(here, |opening| opening.tickets_from);
        let begins = setup.zone.to_timestamp(at).unwrap_or(now);
        Self { at, shift: begins.duration_since(now) }
    }
}

/// A clock that runs as this one does, so much ahead of it or behind.
#[must_use]
pub fn clock_from(machine: Clock, shift: SignedDuration) -> Clock {
    Arc::new(move || {
        let now = machine();
        now.checked_add(shift).unwrap_or(now)
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use moi_config::{Source, load};

    use super::*;
    use crate::set_up::setup_of;

    fn beginning(day: Option<Date>, now: &str) -> String {
        let setup = setup_of(&load(Source::Embedded).expect("the shipped set-up")).expect("it can be used");
        let now = now.parse().expect("a time");
        let beginning = Beginning::of(&setup, day, now);
        let clock = clock_from(Arc::new(move || now), beginning.shift);
        assert_eq!(setup.office_time(clock()), beginning.at);
        beginning.at.to_string()
    }

    #[test]
    fn a_rehearsal_begins_at_the_opening_of_its_day_whatever_the_time_is() {
        // A Friday: three in the afternoon, and late in the evening.
        for now in ["2026-11-27T15:00:00+07:00", "2026-11-27T23:30:00+07:00"] {
            assert_eq!(beginning(None, now), "2026-11-27T07:00:00");
            assert_eq!(beginning(Some(date(2026, 12, 1)), now), "2026-12-01T07:00:00");
        }
    }

    #[test]
    fn on_a_day_that_is_closed_the_next_open_one_is_rehearsed() {
        assert_eq!(beginning(None, "2026-11-28T10:00:00+07:00"), "2026-11-30T07:00:00");
    }

    #[test]
    fn an_office_that_never_opens_rehearses_now() {
        let mut setup = setup_of(&load(Source::Embedded).expect("the shipped set-up")).expect("it can be used");
        setup.hours.week = std::array::from_fn(|_| Vec::new());
        let now: Timestamp = "2026-11-27T15:00:00+07:00".parse().expect("a time");
        assert_eq!(Beginning::of(&setup, None, now).shift, SignedDuration::ZERO);
    }
}
