//! An office for tests that let anything happen: its set-up, and names for what is in it.

use jiff::Timestamp;
use jiff::civil::time;
use jiff::tz::TimeZone;
use moi_domain::{
    AfterLast, Appointments, Booker, Command, CounterNumber, CounterSetup, Hours, Language, Minutes, Numbering, Period,
    Prefix, PriorityId, Rules, Service, ServiceCode, Setup, SlotRule, Token,
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
    let all_day = Period { from: time(0, 0, 0, 0), to: time(23, 45, 0, 0) };
    let slots = SlotRule { length: Minutes(15), places: 3 };
    Setup {
        zone: TimeZone::UTC,
        services: services.iter().map(|text| (code(text), service(text))).collect(),
        counters: (1..).zip(counters).map(|(number, texts)| (counter(number), handles(texts))).collect(),
        priorities: classes.iter().map(|(id, head)| (PriorityId::new(id).expect("a class"), Minutes(*head))).collect(),
        numbering: Numbering { last: 9_999, after_last: AfterLast::Widen, reserved: 0 },
        hours: Hours { week: [(); 7].map(|()| vec![all_day]), ..Hours::default() },
        rules: Rules {
            appointments: Appointments {
                services: services.iter().map(|text| (code(text), slots)).collect(),
                ..Appointments::default()
            },
            ..Rules::default()
        },
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

/// Books the slot so many quarters of an hour from now; the secret is one that no ticket has.
pub fn book(number: u64, service: &str, now: Timestamp, quarters: i64) -> Command {
    let at = Timestamp::from_second((now.as_second() / 900 + quarters) * 900).expect("a time");
    Command::BookAppointment {
        token: token(1_000_000_000 + number),
        luck: 0,
        service: code(service),
        at: TimeZone::UTC.to_datetime(at),
        language: Language::new("vi").expect("a language"),
        booker: Booker::Staff,
    }
}
