//! A long queue must not slow the hall: rules cost what they touch, not what waits.

use std::time::{Duration, Instant};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use moi_domain::{
    Actor, AfterLast, Command, CounterNumber, CounterSetup, Event, Hall, Language, Minutes, Numbering, OfficerName,
    Order, Prefix, PriorityId, Service, ServiceCode, Setup, Token, decide,
};

const SHORT_LINE: usize = 1_000;
const LONG_LINE: usize = 100_000;
const TICKETS_A_ROUND: usize = 50;
const ROUNDS: usize = 40;

/// Machines are busy and measures shake; a cost that grows with the line would be a hundred times as much.
const TIMES_MAX: u32 = 12;

struct Office {
    hall: Hall,
    setup: Setup,
    now: Timestamp,
    tokens: u64,
}

impl Office {
    fn carry_out(&mut self, command: Command) {
        self.now += SignedDuration::from_millis(100);
        let order = Order { command, by: Actor::Engine, key: None };
        let decision = decide(&self.hall, &self.setup, &order, self.now).expect("the rules allow it");
        for fact in decision.facts {
            let number = self.hall.last_number().next();
            self.hall.apply(&Event { number, at: self.now, by: Actor::Engine, key: None, fact });
        }
    }

    fn take(&mut self) {
        self.tokens += 1;
        // Every tenth has a head start: its place is in the middle of the line.
        let priority = self.tokens.is_multiple_of(10).then(|| PriorityId::new("elderly").expect("a class"));
        self.carry_out(Command::TakeTicket {
            token: Token::new(&format!("{:016}", self.tokens)).expect("a token"),
            service: ServiceCode::new("A").expect("a code"),
            priority,
            language: Language::new("vi").expect("a language"),
            door: moi_domain::Door::Kiosk,
            cases: moi_domain::Cases::ONE,
            then: Vec::new(),
        });
    }

    fn call(&mut self) {
        self.carry_out(Command::CallNext { counter: counter(), officer: officer(), outcome: None });
    }

    /// The fastest of many rounds of taking and calling: the line stays as long as it is.
    fn fastest_round(&mut self) -> Duration {
        let round = |_| {
            let begun = Instant::now();
            for _ in 0..TICKETS_A_ROUND {
                self.take();
                self.call();
            }
            begun.elapsed()
        };
        (0..ROUNDS).map(round).min().expect("there are rounds")
    }
}

#[test]
fn taking_and_calling_cost_the_same_in_a_long_line() {
    let mut office = Office { hall: Hall::new(), setup: setup(), now: Timestamp::UNIX_EPOCH, tokens: 0 };
    office.now += SignedDuration::from_hours(1);
    office.carry_out(Command::OpenCounter { counter: counter(), officer: officer() });
    while office.hall.waiting_total() < SHORT_LINE {
        office.take();
    }
    let short = office.fastest_round();
    while office.hall.waiting_total() < LONG_LINE {
        office.take();
    }
    let long = office.fastest_round();
    println!(
        "{TICKETS_A_ROUND} tickets taken and called: {short:?} with {SHORT_LINE} waiting, {long:?} with {LONG_LINE}"
    );
    assert!(long < short * TIMES_MAX, "{long:?} with {LONG_LINE} waiting, {short:?} with {SHORT_LINE}");
}

fn setup() -> Setup {
    let code = ServiceCode::new("A").expect("a code");
    let service = Service {
        prefix: Prefix::new("A").expect("a prefix"),
        usual: Minutes(12),
        quota: None,
        cases_max: moi_domain::Cases::ONE,
    };
    Setup {
        zone: TimeZone::UTC,
        services: [(code.clone(), service)].into(),
        counters: [(counter(), CounterSetup { services: vec![code], ..CounterSetup::default() })].into(),
        priorities: [(PriorityId::new("elderly").expect("a class"), Minutes(20))].into(),
        numbering: Numbering { last: 999, after_last: AfterLast::Widen, reserved: 0 },
        hours: moi_domain::Hours::default(),
        rules: moi_domain::Rules::default(),
    }
}

fn counter() -> CounterNumber {
    CounterNumber::try_from(1).expect("a counter")
}

fn officer() -> OfficerName {
    OfficerName::new("Hà").expect("a name")
}
