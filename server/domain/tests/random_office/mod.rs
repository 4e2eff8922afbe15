//! An office for tests that let anything happen: its set-up, and names for what is in it.

use jiff::tz::TimeZone;
use moi_domain::{
    AfterLast, CounterNumber, CounterSetup, Hours, Minutes, Numbering, Prefix, PriorityId, Rules, Service, ServiceCode,
    Setup, Token,
};

/// Services with their codes as prefixes, the services of counters 1 on, and the classes with their head starts.
pub fn setup(services: &[&str], counters: &[&[&str]], classes: &[(&str, u32)]) -> Setup {
    let service = |text: &str| Service {
        prefix: Prefix::new(text).expect("a prefix"),
        usual: Minutes(9),
        quota: None,
        cases_max: moi_domain::Cases::ONE,
    };
    let handles = |texts: &[&str]| CounterSetup {
        services: texts.iter().map(|text| code(text)).collect(),
        ..CounterSetup::default()
    };
    Setup {
        zone: TimeZone::UTC,
        services: services.iter().map(|text| (code(text), service(text))).collect(),
        counters: (1..).zip(counters).map(|(number, texts)| (counter(number), handles(texts))).collect(),
        priorities: classes.iter().map(|(id, head)| (PriorityId::new(id).expect("a class"), Minutes(*head))).collect(),
        numbering: Numbering { last: 9_999, after_last: AfterLast::Widen, reserved: 0 },
        hours: Hours::default(),
        rules: Rules::default(),
    }
}

pub fn code(text: &str) -> ServiceCode {
    ServiceCode::new(text).expect("a service code")
}

pub fn counter(number: u16) -> CounterNumber {
    CounterNumber::try_from(number).expect("a counter")
}

pub fn token(number: u64) -> Token {
    Token::new(&format!("{number:016}")).expect("a token")
}
