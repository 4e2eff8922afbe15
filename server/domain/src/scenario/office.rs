//! The office: services A (12 minutes), C (6), H (10), and F, which shares A's prefix; counters 1 (A, C), 2 (C),
//! 3 (A, H, F); classes elderly (20 minutes) and merit (30). The numbers
//! from 950 on are reserved for paper. It is 09:00 in Vietnam.

use jiff::tz::TimeZone;

use crate::hours::Hours;
use crate::ids::{
    AppointmentId, Cases, CounterNumber, Minutes, OfficerName, OutcomeId, Prefix, PriorityId, ServiceCode, Token,
};
use crate::rules::{Outcomes, Rules};
use crate::setup::{AfterLast, CounterSetup, Numbering, Service, Setup};

pub(super) fn setup() -> Setup {
    let service = |prefix: &str, usual| Service {
        prefix: Prefix::new(prefix).expect("a prefix"),
        usual: Minutes(usual),
        quota: None,
        cases_max: Cases::try_from(9).expect("a number of cases"),
    };
    let handles = |services: &[&str]| {
        let services = services.iter().map(|text| code(text)).collect();
        CounterSetup { services, ..CounterSetup::default() }
    };
    let class = |id: &str, minutes| (PriorityId::new(id).expect("a class"), Minutes(minutes));
    Setup {
        zone: TimeZone::get("Asia/Ho_Chi_Minh").expect("the zone is bundled"),
        services: [("A", "A", 12), ("C", "C", 6), ("H", "H", 10), ("F", "A", 10)]
            .into_iter()
            .map(|(text, prefix, usual)| (code(text), service(prefix, usual)))
            .collect(),
        counters: [("1", handles(&["A", "C"])), ("2", handles(&["C"])), ("3", handles(&["A", "H", "F"]))]
            .into_iter()
            .map(|(number, services)| (counter(number), services))
            .collect(),
        priorities: [class("elderly", 20), class("merit", 30)].into(),
        numbering: Numbering { last: 999, after_last: AfterLast::Widen, reserved: 50 },
        hours: Hours::default(),
        rules: Rules {
            outcomes: Outcomes { known: vec![outcome("received"), outcome("more-papers")], is_required: false },
            ..Rules::default()
        },
    }
}

pub(crate) fn code(text: &str) -> ServiceCode {
    ServiceCode::new(text).expect("a service code")
}

pub(crate) fn counter(text: &str) -> CounterNumber {
    CounterNumber::try_from(text.parse::<u16>().expect("a number")).expect("a counter number")
}

pub(super) fn appointment(id: &str) -> AppointmentId {
    AppointmentId(id.parse().expect("an appointment"))
}

pub(super) fn outcome(id: &str) -> OutcomeId {
    OutcomeId::new(id).expect("an outcome")
}

pub(super) fn officer(name: &str) -> OfficerName {
    OfficerName::new(name).expect("a name")
}

/// `anybody` is an administrator, who acts on any counter.
pub(super) fn holder(name: &str) -> Option<OfficerName> {
    (name != "anybody").then(|| officer(name))
}

pub(super) fn token(number: u64) -> Token {
    Token::new(&format!("{:016}", number % 10_000_000_000_000_000)).expect("a token")
}
