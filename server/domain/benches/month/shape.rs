//! Shapes of offices: their services, counters and load, and what a set-up would say of them.

use jiff::tz::TimeZone;
use moi_domain::{
    AfterLast, CounterNumber, CounterSetup, Hours, Minutes, Numbering, Prefix, PriorityId, Rules, Service, ServiceCode,
    Setup,
};

/// A service as an administrator sets it up, and how much of it there is.
pub struct Kind {
    pub code: &'static str,
    /// What the set-up says that a visit usually takes, which is not what it takes.
    pub usual_minutes: u32,
    /// How many counters its visits keep busy, on a mean day and over the opening hours.
    pub load: f64,
}

/// An office.
pub struct Shape {
    pub name: &'static str,
    pub kinds: &'static [Kind],
    /// The services of counter 1, 2, …: a letter each; a small letter for one that it helps with.
    pub counters: &'static [&'static str],
    /// How long those wait first whom a counter helps (minutes).
    pub helps_after: u32,
    /// Of so many counters, one has an officer who comes an hour late, and another one who leaves an hour early.
    pub part_time_one_in: usize,
}

const fn kind(code: &'static str, usual_minutes: u32, load: f64) -> Kind {
    Kind { code, usual_minutes, load }
}

/// The offices of the tables.
pub const SHAPES: [Shape; 4] = [
    Shape {
        name: "commune, 3 counters",
        kinds: &[kind("A", 12, 0.7), kind("C", 6, 0.7), kind("D", 15, 0.5), kind("H", 10, 0.3)],
        counters: &["AC", "CD", "ADH"],
        helps_after: 0,
        part_time_one_in: 99,
    },
    Shape {
        name: "city hall, 20 counters",
        kinds: &[
            kind("A", 12, 3.2),
            kind("C", 6, 2.8),
            kind("D", 15, 2.0),
            kind("E", 20, 1.3),
            kind("H", 10, 2.3),
            kind("K", 8, 1.5),
            kind("M", 5, 0.8),
            kind("X", 18, 1.0),
            kind("N", 25, 0.5),
        ],
        counters: &[
            "AC", "AC", "AC", "AC", "AC", "CD", "CD", "CD", "DEH", "DEH", "DEH", "DEH", "HK", "HK", "HK", "KMX", "KMX",
            "KMX", "X", "N",
        ],
        helps_after: 0,
        part_time_one_in: 5,
    },
    Shape {
        name: "one counter for land, 4 in all",
        kinds: &[kind("A", 12, 0.9), kind("C", 6, 0.6), kind("D", 15, 0.7), kind("L", 20, 0.7)],
        counters: &["AC", "AC", "D", "L"],
        helps_after: 0,
        part_time_one_in: 99,
    },
    Shape {
        name: "counters that help, 4 in all",
        kinds: &[kind("A", 12, 0.9), kind("C", 6, 0.7), kind("D", 15, 0.6), kind("L", 20, 0.6)],
        counters: &["A", "Ca", "Dc", "Lac"],
        helps_after: 10,
        part_time_one_in: 99,
    },
];

/// Priority classes: name, head start in minutes, share of the citizens.
pub const CLASSES: [(&str, u32, f64); 2] = [("elderly", 20, 0.09), ("merit", 30, 0.04)];

/// Who is called first.
#[derive(Clone, Copy, PartialEq)]
pub enum Rule {
    /// Moi's: the effective arrival, with bounded head starts.
    HeadStarts,
    /// The class before everything: a head start of more than a day.
    StrictPriority,
    /// No class counts.
    FirstComeFirstServed,
}

impl Rule {
    pub const ALL: [Self; 3] = [Self::HeadStarts, Self::StrictPriority, Self::FirstComeFirstServed];

    pub fn name(self) -> &'static str {
        match self {
            Self::HeadStarts => "Moi",
            Self::StrictPriority => "strict priority",
            Self::FirstComeFirstServed => "plain FIFO",
        }
    }

    fn head_start(self, minutes: u32) -> Minutes {
        match self {
            Self::HeadStarts => Minutes(minutes),
            Self::StrictPriority => Minutes(minutes * 1_440),
            Self::FirstComeFirstServed => Minutes(0),
        }
    }
}

impl Shape {
    /// The set-up under a rule.
    pub fn setup(&self, rule: Rule) -> Setup {
        let service = |kind: &Kind| Service {
            prefix: Prefix::new(kind.code).expect("a prefix"),
            usual: Minutes(kind.usual_minutes),
            quota: None,
            cases_max: moi_domain::Cases::ONE,
        };
        Setup {
            zone: TimeZone::get("Asia/Ho_Chi_Minh").expect("the zone is bundled"),
            services: self.kinds.iter().map(|kind| (code(kind.code), service(kind))).collect(),
            counters: (0..self.counters.len())
                .map(|place| {
                    let (own, helped): (Vec<_>, Vec<_>) =
                        self.counters[place].chars().partition(char::is_ascii_uppercase);
                    let codes = |letters: Vec<char>| {
                        letters.iter().map(|letter| code(&letter.to_ascii_uppercase().to_string())).collect()
                    };
                    let (services, helps_with) = (codes(own), codes(helped));
                    (counter(place), CounterSetup { services, helps_with, helps_after: Minutes(self.helps_after) })
                })
                .collect(),
            priorities: CLASSES.iter().map(|(id, minutes, _)| (class(id), rule.head_start(*minutes))).collect(),
            numbering: Numbering { last: 9_999, after_last: AfterLast::Widen, reserved: 0 },
            hours: Hours::default(),
            rules: Rules::default(),
        }
    }

    /// Whether a counter, by its place, handles a service, by its place.
    pub fn handles(&self, counter: usize, service: usize) -> bool {
        self.counters[counter].contains(self.kinds[service].code)
    }

    /// Whether it helps with one.
    pub fn helps(&self, counter: usize, service: usize) -> bool {
        self.counters[counter].contains(&self.kinds[service].code.to_ascii_lowercase())
    }

    /// Seconds after which it does.
    pub fn helps_after_seconds(&self) -> f64 {
        f64::from(self.helps_after) * 60.0
    }
}

pub fn code(text: &str) -> ServiceCode {
    ServiceCode::new(text).expect("a service code")
}

pub fn class(id: &str) -> PriorityId {
    PriorityId::new(id).expect("a class")
}

/// The counter at a place of the shape's list.
pub fn counter(place: usize) -> CounterNumber {
    let number = u16::try_from(place + 1).expect("a small number");
    CounterNumber::try_from(number).expect("a counter")
}
