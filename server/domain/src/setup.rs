//! What the rules need of an office's set-up, and what is wrong with one.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use thiserror::Error;

use crate::ids::{CounterNumber, Minutes, Prefix, PriorityId, ServiceCode};

/// An office as the rules see it. The names, texts and hours of the set-up are no business of the rules.
#[derive(Debug, Clone, PartialEq)]
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
}

/// A service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// What its ticket numbers begin with. Services with the same prefix share one sequence.
    pub prefix: Prefix,
    /// How long a visit usually takes.
    pub usual: Minutes,
}

/// A counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CounterSetup {
    /// What it handles, all alike.
    pub services: Vec<ServiceCode>,
}

/// How ticket numbers run within a business day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbering {
    /// The last index before [`Self::after_last`] says what happens.
    pub last: u32,
    /// What comes after the last.
    pub after_last: AfterLast,
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
    /// Too few numbers for a day, or more than a display shows.
    #[error("the last number of a day is {found}, allowed: 99 to 9999")]
    LastNumber {
        /// What is set.
        found: u32,
    },
}

impl Setup {
    /// The business day that an instant belongs to: the date on the office's own wall.
    #[must_use]
    pub fn business_day(&self, now: Timestamp) -> Date {
        now.to_zoned_datetime(self.zone.clone()).date()
    }

    /// The instant when the business day after the one of `now` begins; always later than `now`.
    #[must_use]
    pub fn next_day_starts(&self, now: Timestamp) -> Timestamp {
        let tomorrow = self.business_day(now).checked_add(1.day());
        let starts = tomorrow.and_then(|day| day.to_zoned_datetime(self.zone.clone()));
        // Nothing begins after the last day that a calendar can tell.
        starts.map_or(Timestamp::MAX, |starts| starts.timestamp())
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
        if !(99..=9_999).contains(&self.numbering.last) {
            problems.push(SetupProblem::LastNumber { found: self.numbering.last });
        }
        problems
    }

    fn check_counter(&self, counter: CounterNumber, known: &CounterSetup, problems: &mut Vec<SetupProblem>) {
        if known.services.is_empty() {
            problems.push(SetupProblem::CounterWithoutService { counter });
        }
        for (place, service) in known.services.iter().enumerate() {
            if !self.services.contains_key(service) {
                problems.push(SetupProblem::UnknownService { counter, service: service.clone() });
            }
            if known.services[..place].contains(service) {
                problems.push(SetupProblem::ServiceTwice { counter, service: service.clone() });
            }
        }
    }
}
