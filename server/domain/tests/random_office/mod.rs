//! An office for tests that let anything happen: its set-up, and names for what is in it.

use jiff::Timestamp;
use jiff::civil::time;
use jiff::tz::TimeZone;
use moi_domain::{
    AfterLast, AppointmentId, Appointments, Booker, Cases, Command, CounterNumber, CounterSetup, Door, Hours, Language,
    Minutes, Numbering, Period, Prefix, PriorityId, Rules, Service, ServiceCode, Setup, SlotRule, Token,
};

/// The classes of those who come, with minutes of head start.
pub const CLASSES: [(&str, u32); 2] = [("elderly", 20), ("merit", 30)];

/// Services with their codes as prefixes, the services of counters 1 on, and the classes with their head starts.
pub fn setup(services: &[&str], counters: &[&[&str]], classes: &[(&str, u32)]) -> Setup {
    let service = |text: &str| Service {
        prefix: Prefix::new(text).expect("a prefix"),
        usual: Minutes(9),
        quota: None,
        cases_max: Cases::ONE,
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

/// Those who come to an office where anything may happen.
pub struct Citizens {
    services: &'static [&'static str],
    /// Tickets asked for: the secret of the newest.
    pub tokens: u64,
    /// The newest appointment.
    pub booked: u64,
}

impl Citizens {
    pub fn of(services: &'static [&'static str]) -> Self {
        Self { services, tokens: 0, booked: 0 }
    }

    /// A slot within the hour; its secret is one that no ticket has.
    pub fn book(&self, chance: &mut fastrand::Rng, now: Timestamp) -> Command {
        let (service, quarters) = (self.service(chance), chance.i64(0..4));
        let at = Timestamp::from_second((now.as_second() / 900 + quarters) * 900).expect("a time");
        Command::BookAppointment {
            token: token(1_000_000_000 + self.booked + 1),
            luck: 0,
            service,
            at: TimeZone::UTC.to_datetime(at),
            language: language(),
            booker: Booker::Staff,
        }
    }

    /// One of the newest appointments, in time or not.
    pub fn come(&mut self, chance: &mut fastrand::Rng) -> Command {
        self.tokens += 1;
        let priority = class(chance);
        Command::CheckIn {
            token: token(self.tokens),
            appointment: AppointmentId(self.booked.saturating_sub(chance.u64(0..3))),
            priority,
            door: Door::Kiosk,
        }
    }

    pub fn take(&mut self, chance: &mut fastrand::Rng) -> Command {
        self.tokens += 1;
        let priority = class(chance);
        Command::TakeTicket {
            token: token(self.tokens),
            service: self.service(chance),
            priority,
            language: language(),
            door: Door::Staff,
            cases: Cases::ONE,
            then: Vec::new(),
        }
    }

    fn service(&self, chance: &mut fastrand::Rng) -> ServiceCode {
        code(self.services[chance.usize(0..self.services.len())])
    }
}

/// One in four has a class.
fn class(chance: &mut fastrand::Rng) -> Option<PriorityId> {
    CLASSES.get(chance.usize(0..8)).map(|(id, _)| PriorityId::new(id).expect("a class"))
}

fn language() -> Language {
    Language::new("vi").expect("a language")
}
