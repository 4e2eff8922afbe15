//! What the rules need of an office's set-up, and what is wrong with one.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use thiserror::Error;

use crate::hours::Hours;
use crate::ids::{Cases, CounterNumber, Minutes, Prefix, PriorityId, ServiceCode};
use crate::rules::Rules;

/// An office as the rules see it. The names and texts of the set-up are no business of the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setup {
    /// Whose midnight begins the business day.
    pub zone: TimeZone,
    /// What people come for.
    pub services: BTreeMap<ServiceCode, Service>,
    /// Where they are served.
    pub counters: BTreeMap<CounterNumber, CounterSetup>,
    /// Priority classes, each with its head start.
    pub priorities: BTreeMap<PriorityId, Minutes>,
    /// How ticket numbers run.
    pub numbering: Numbering,
    /// When it is open.
    pub hours: Hours,
    /// What officers may do with a ticket, and when.
    pub rules: Rules,
}

/// A service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// What its ticket numbers begin with. Services with the same prefix share one sequence.
    pub prefix: Prefix,
    /// How long a visit usually takes.
    pub usual: Minutes,
    /// Tickets that the kiosk gives in a day, given back or not; none for as many as come.
    pub quota: Option<u32>,
    /// People or files that one ticket may stand for.
    pub cases_max: Cases,
}

/// A counter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CounterSetup {
    /// What it handles, all alike.
    pub services: Vec<ServiceCode>,
    /// Whom it helps: it calls tickets of these services, too, once their effective arrival is [`Self::helps_after`]
    /// ago.
    pub helps_with: Vec<ServiceCode>,
    /// How long those wait first for the counters that handle their service.
    pub helps_after: Minutes,
}

/// How ticket numbers run within a business day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbering {
    /// The last index before [`Self::after_last`] says what happens.
    pub last: u32,
    /// What comes after the last.
    pub after_last: AfterLast,
    /// How many of the last ones are reserved for paper: the ticket machine gives them never.
    pub reserved: u32,
}

impl Numbering {
    /// The reserved indices of each sequence; empty when there are none.
    #[must_use]
    pub fn reserved_range(self) -> RangeInclusive<u32> {
        self.last_free() + 1..=self.last
    }

    /// The last index before the reserved ones.
    pub(crate) fn last_free(self) -> u32 {
        self.last.saturating_sub(self.reserved)
    }
}

/// What comes after a day's last number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterLast {
    /// A number with one more digit: A1000 after A999.
    Widen,
    /// No more tickets of this prefix today.
    Refuse,
}

/// What is wrong with a set-up.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SetupProblem {
    /// Nothing to come for.
    #[error("there is no service")]
    NoService,
    /// Nobody could ever be called.
    #[error("there is no counter")]
    NoCounter,
    /// A counter handles what does not exist.
    #[error("counter {counter} handles service {service}, which is not set up")]
    UnknownService {
        /// Which counter.
        counter: CounterNumber,
        /// What it names.
        service: ServiceCode,
    },
    /// A counter names a service more than once.
    #[error("counter {counter} names service {service} more than once")]
    ServiceTwice {
        /// Which counter.
        counter: CounterNumber,
        /// What it names.
        service: ServiceCode,
    },
    /// A counter handles nothing.
    #[error("counter {counter} handles no service")]
    CounterWithoutService {
        /// Which counter.
        counter: CounterNumber,
    },
    /// A longer delay would be no help.
    #[error("counter {counter} helps after {found} minutes, allowed: 0 to 240")]
    HelpsAfter {
        /// Which counter.
        counter: CounterNumber,
        /// What is set.
        found: Minutes,
    },
    /// People could take tickets that nobody would call.
    #[error("service {service} is handled by no counter")]
    ServiceWithoutCounter {
        /// Which service.
        service: ServiceCode,
    },
    /// The forecast needs a sensible length of visits.
    #[error("a visit for service {service} usually takes {found} minutes, allowed: 1 to 240")]
    UsualMinutes {
        /// Which service.
        service: ServiceCode,
        /// What is set.
        found: Minutes,
    },
    /// A longer head start would let somebody wait for ever.
    #[error("priority class {priority} has a head start of {found} minutes, allowed: 0 to 240")]
    HeadStart {
        /// Which class.
        priority: PriorityId,
        /// What is set.
        found: Minutes,
    },
    /// No day has room for such slots, or a hall no room for so many people.
    #[error("appointments of service {service}: {places} in slots of {minutes} minutes, allowed: 1 to 50 in 5 to 240")]
    Slots {
        /// Which service.
        service: ServiceCode,
        /// How many are set.
        places: u32,
        /// What is set.
        minutes: Minutes,
    },
    /// Appointments for what does not exist.
    #[error("there are appointments for service {service}, which is not set up")]
    SlotsOfNoService {
        /// What is named.
        service: ServiceCode,
    },
    /// Too few numbers for a day, or more than a display shows.
    #[error("the last number of a day is {found}, allowed: 99 to 9999")]
    LastNumber {
        /// What is set.
        found: u32,
    },
    /// Too few numbers would be left for the ticket machine.
    #[error("{found} numbers are reserved, allowed: at most half of them")]
    Reserved {
        /// What is set.
        found: u32,
    },
}

impl CounterSetup {
    /// Whether it calls tickets of this service while it is open, at once or when they have waited for long.
    #[must_use]
    pub fn calls(&self, service: &ServiceCode) -> bool {
        self.services.contains(service) || self.helps_with.contains(service)
    }

    /// All services that it calls, those that it only helps with last.
    pub(crate) fn called(&self) -> impl Iterator<Item = &ServiceCode> {
        self.services.iter().chain(&self.helps_with)
    }
}

impl Setup {
    /// What the clock on the office's own wall shows.
    #[must_use]
    pub fn office_time(&self, now: Timestamp) -> DateTime {
        now.to_zoned_datetime(self.zone.clone()).datetime()
    }

    /// The business day that an instant belongs to: the date on the office's own wall.
    #[must_use]
    pub fn business_day(&self, now: Timestamp) -> Date {
        now.to_zoned_datetime(self.zone.clone()).date()
    }

    /// The instant when the business day after the one of `now` begins; always later than `now`.
    #[must_use]
    pub fn next_day_starts(&self, now: Timestamp) -> Timestamp {
        let Ok(tomorrow) = self.business_day(now).tomorrow() else { return Timestamp::MAX };
        let midnight = self.zone.to_ambiguous_timestamp(tomorrow.at(0, 0, 0, 0));
        // Where clocks go back over midnight, it strikes twice, and the first may have passed.
        let starts = midnight.compatible().ok().filter(|starts| *starts > now).or_else(|| midnight.later().ok());
        starts.unwrap_or(Timestamp::MAX)
    }

    /// Everything that is wrong, all at once. Services that share a prefix are fine: they share the sequence.
    #[must_use]
    pub fn check(&self) -> Vec<SetupProblem> {
        let mut problems = Vec::new();
        if self.services.is_empty() {
            problems.push(SetupProblem::NoService);
        }
        if self.counters.is_empty() {
            problems.push(SetupProblem::NoCounter);
        }
        for (counter, known) in &self.counters {
            self.check_counter(*counter, known, &mut problems);
        }
        for (service, known) in &self.services {
            if !self.counters.is_empty() && !self.counters.values().any(|counter| counter.services.contains(service)) {
                problems.push(SetupProblem::ServiceWithoutCounter { service: service.clone() });
            }
            if !(1..=240).contains(&known.usual.0) {
                problems.push(SetupProblem::UsualMinutes { service: service.clone(), found: known.usual });
            }
        }
        for (priority, head_start) in self.priorities.iter().filter(|(_, head_start)| head_start.0 > 240) {
            problems.push(SetupProblem::HeadStart { priority: priority.clone(), found: *head_start });
        }
        for (service, rule) in &self.rules.appointments.services {
            if !self.services.contains_key(service) {
                problems.push(SetupProblem::SlotsOfNoService { service: service.clone() });
            }
            if !(1..=50).contains(&rule.places) || !(5..=240).contains(&rule.length.0) {
                let (places, minutes) = (rule.places, rule.length);
                problems.push(SetupProblem::Slots { service: service.clone(), places, minutes });
            }
        }
        if !(99..=9_999).contains(&self.numbering.last) {
            problems.push(SetupProblem::LastNumber { found: self.numbering.last });
        }
        if self.numbering.reserved > self.numbering.last / 2 {
            problems.push(SetupProblem::Reserved { found: self.numbering.reserved });
        }
        problems
    }

    fn check_counter(&self, counter: CounterNumber, known: &CounterSetup, problems: &mut Vec<SetupProblem>) {
        if known.services.is_empty() {
            problems.push(SetupProblem::CounterWithoutService { counter });
        }
        if known.helps_after.0 > 240 {
            problems.push(SetupProblem::HelpsAfter { counter, found: known.helps_after });
        }
        for (place, service) in known.services.iter().chain(&known.helps_with).enumerate() {
            if !self.services.contains_key(service) {
                problems.push(SetupProblem::UnknownService { counter, service: service.clone() });
            }
            if known.services.iter().chain(&known.helps_with).take(place).any(|other| other == service) {
                problems.push(SetupProblem::ServiceTwice { counter, service: service.clone() });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Scenario, code, counter};

    fn in_zone(zone: &str) -> Setup {
        Setup { zone: TimeZone::get(zone).expect("the zone is bundled"), ..Scenario::new().setup }
    }

    /// bcgov/queue-management#626: tickets of the evening belonged to the next day, because the day was UTC's.
    #[test]
    fn the_business_day_is_the_offices_own() {
        for (zone, instant, day) in [
            ("Asia/Ho_Chi_Minh", "2026-11-23T16:59:59.999Z", "2026-11-23"),
            ("Asia/Ho_Chi_Minh", "2026-11-23T17:00:00Z", "2026-11-24"),
            ("UTC", "2026-11-23T17:00:00Z", "2026-11-23"),
            ("America/New_York", "2026-11-24T04:59:59Z", "2026-11-23"),
            ("America/New_York", "2026-07-24T04:00:00Z", "2026-07-24"),
            ("Pacific/Kiritimati", "2026-11-23T10:00:00Z", "2026-11-24"),
        ] {
            let instant: Timestamp = instant.parse().expect("an instant");
            assert_eq!(in_zone(zone).business_day(instant).to_string(), day, "{zone} {instant}");
        }
    }

    #[test]
    fn the_next_day_starts_at_the_offices_own_midnight() {
        for (zone, now, starts) in [
            ("Asia/Ho_Chi_Minh", "2026-11-24T02:00:00Z", "2026-11-24T17:00:00Z"),
            ("Asia/Ho_Chi_Minh", "2026-11-24T17:00:00Z", "2026-11-25T17:00:00Z"),
            // A day of 23 hours and one of 25.
            ("Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"),
            ("Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"),
            // The same by how many hours the day has: from midnight to midnight, and from noon.
            ("Europe/Berlin", "2026-03-29T10:00:00Z", "2026-03-29T22:00:00Z"),
            ("Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T23:00:00Z"),
            ("Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-25T23:00:00Z"),
            // Midnight does not exist: the day begins at one.
            ("Africa/Cairo", "2026-04-23T12:00:00Z", "2026-04-23T22:00:00Z"),
            ("Asia/Beirut", "2026-03-28T12:00:00Z", "2026-03-28T22:00:00Z"),
            // Midnight strikes twice: the day begins with the second.
            ("Africa/Cairo", "2026-10-29T12:00:00Z", "2026-10-29T22:00:00Z"),
            ("Asia/Beirut", "2026-10-24T12:00:00Z", "2026-10-24T22:00:00Z"),
            ("America/Sao_Paulo", "2018-11-03T12:00:00Z", "2018-11-04T03:00:00Z"),
            // A whole day does not exist.
            ("Pacific/Apia", "2011-12-29T20:00:00Z", "2011-12-30T10:00:00Z"),
            // Midnight strikes twice, the first time before now.
            ("America/St_Johns", "2010-11-07T02:35:00Z", "2010-11-07T03:30:00Z"),
        ] {
            let now: Timestamp = now.parse().expect("an instant");
            let next = in_zone(zone).next_day_starts(now);
            assert_eq!(next.to_string(), starts, "{zone} {now}");
        }
    }

    #[test]
    fn the_next_day_is_always_ahead_and_a_later_one() {
        for zone in ["Asia/Ho_Chi_Minh", "Africa/Cairo", "Asia/Beirut", "America/Havana", "Australia/Lord_Howe"] {
            let setup = in_zone(zone);
            let mut now: Timestamp = "2026-01-01T00:00:00Z".parse().expect("an instant");
            for _ in 0..400 {
                let next = setup.next_day_starts(now);
                assert!(next > now && setup.business_day(next) > setup.business_day(now), "{zone} {now}");
                let before = next - jiff::SignedDuration::from_nanos(1);
                assert!(setup.business_day(before) < setup.business_day(next), "{zone} {now}");
                now = next;
            }
        }
        assert_eq!(in_zone("UTC").next_day_starts(Timestamp::MAX), Timestamp::MAX);
    }

    #[test]
    fn a_good_set_up_has_no_problem_and_a_bad_one_all_of_them() {
        let good = Scenario::new().setup;
        assert_eq!(good.check(), []);

        let mut bad = good.clone();
        bad.counters.insert(counter("8"), CounterSetup::default());
        bad.counters.insert(
            counter("9"),
            CounterSetup {
                services: vec![code("Z"), code("C"), code("C")],
                helps_with: vec![code("Y"), code("C")],
                helps_after: Minutes(241),
            },
        );
        bad.services.insert(
            code("X"),
            Service {
                prefix: Prefix::new("X").expect("a prefix"),
                usual: Minutes(0),
                quota: None,
                cases_max: Cases::ONE,
            },
        );
        bad.priorities.insert(PriorityId::new("king").expect("a class"), Minutes(241));
        bad.numbering.last = 98;
        bad.numbering.reserved = 50;
        let problems: Vec<_> = bad.check().iter().map(ToString::to_string).collect();
        assert_eq!(
            problems,
            [
                "counter 8 handles no service",
                "counter 9 helps after 241 minutes, allowed: 0 to 240",
                "counter 9 handles service Z, which is not set up",
                "counter 9 names service C more than once",
                "counter 9 handles service Y, which is not set up",
                "counter 9 names service C more than once",
                "service X is handled by no counter",
                "a visit for service X usually takes 0 minutes, allowed: 1 to 240",
                "priority class king has a head start of 241 minutes, allowed: 0 to 240",
                "the last number of a day is 98, allowed: 99 to 9999",
                "50 numbers are reserved, allowed: at most half of them",
            ]
        );

        let empty = Setup { services: BTreeMap::new(), counters: BTreeMap::new(), ..good };
        assert_eq!(empty.check(), [SetupProblem::NoService, SetupProblem::NoCounter]);
    }
}
