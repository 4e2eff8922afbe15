//! Days of an office as events that fold.

use jiff::{SignedDuration, Timestamp};
use moi_domain::{
    Actor, CommandKey, CounterNumber, Event, EventNumber, Fact, Language, Minutes, OfficerName, Prefix, ServiceCode,
    TicketId, TicketNumber, Token,
};

/// Days in a row, each with so many tickets that are taken, called, served; the last of each stays at its counter.
pub fn days(count: u32, tickets: u32) -> Vec<Vec<Event>> {
    let mut clerk = Clerk { events: Vec::new(), at: "2026-11-24T00:00:00Z".parse().expect("a time"), ticket: 0 };
    (0..count)
        .map(|day| {
            clerk.day(day, tickets);
            clerk.events.split_off(clerk.events.len() - (2 + 4 * tickets as usize - 1))
        })
        .scan(0, |number, mut events| {
            for event in &mut events {
                *number += 1;
                event.number = EventNumber(*number);
            }
            Some(events)
        })
        .collect()
}

struct Clerk {
    events: Vec<Event>,
    at: Timestamp,
    ticket: u64,
}

impl Clerk {
    fn day(&mut self, day: u32, tickets: u32) {
        let date = jiff::civil::date(2026, 11, 24) + jiff::Span::new().days(i64::from(day));
        self.at = "2026-11-24T00:00:00Z".parse::<Timestamp>().expect("a time")
            + SignedDuration::from_hours(24 * i64::from(day));
        let (counter, officer) = (counter(), OfficerName::new("Nông Thị Hà").expect("a name"));
        self.tell(Actor::Engine, None, Fact::DayStarted { day: date });
        if day > 0 {
            // Who was at the counter over midnight.
            let ticket = TicketId(self.ticket);
            self.tell(Actor::Officer(officer.clone()), None, Fact::VisitFinished { ticket, counter });
        } else {
            self.tell(Actor::Officer(officer.clone()), None, Fact::CounterOpened { counter, officer: officer.clone() });
        }
        for index in 1..=tickets {
            self.ticket += 1;
            self.visit(index, &officer, index == tickets);
        }
    }

    fn visit(&mut self, index: u32, officer: &OfficerName, is_last: bool) {
        let ticket = TicketId(self.ticket);
        let key = CommandKey { key: format!("kiosk/own:{ticket}"), digest: "d1ge57".into() };
        let effective = self.at + SignedDuration::from_millis(1_234);
        self.tell(
            Actor::Kiosk("own".into()),
            Some(key),
            Fact::TicketIssued {
                ticket,
                token: Token::new(&format!("Token-{ticket:010}")).expect("a token"),
                number: TicketNumber { prefix: Prefix::new("A").expect("a prefix"), index },
                service: ServiceCode::new("A").expect("a code"),
                priority: None,
                head_start: Minutes(0),
                language: Language::new("vi").expect("a language"),
                effective,
                ahead: 0,
                promised: None,
                cases: moi_domain::Cases::ONE,
                then: Vec::new(),
                paper: None,
                appointment: None,
            },
        );
        let counter = counter();
        self.tell(Actor::Officer(officer.clone()), None, Fact::TicketCalled { ticket, counter });
        self.tell(Actor::Officer(officer.clone()), None, Fact::VisitStarted { ticket, counter });
        if !is_last {
            self.tell(Actor::Officer(officer.clone()), None, Fact::VisitFinished { ticket, counter });
        }
    }

    fn tell(&mut self, by: Actor, key: Option<CommandKey>, fact: Fact) {
        self.at += SignedDuration::from_millis(1_234);
        self.events.push(Event { number: EventNumber(0), at: self.at, by, key, fact });
    }
}

fn counter() -> CounterNumber {
    CounterNumber::try_from(1).expect("a counter")
}
