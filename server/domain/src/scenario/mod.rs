//! Given, when, then, as short sentences: the tests of all rules read the same way.

mod office;
mod said;
mod wishes;

use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::command::{Command, Order};
use crate::decide::decide;
use crate::event::{Actor, CommandKey, Event, Fact};
use crate::hall::Hall;
use crate::ids::TicketId;
use crate::keys::KeyUse;
use crate::passing::DayOrder;
use crate::set_up_history::SetUpHistory;
use crate::setup::Setup;

use office::setup;

pub(crate) use office::{code, counter};

/// Runs each row of a table: what was done before, what is done now, what comes of it.
pub(crate) fn check(table: &[(&str, &str, &str)]) {
    for (given, when, then) in table {
        let mut office = Scenario::given(given);
        let said = office.run(when);
        assert_eq!(said, *then, "given {given:?}, when {when:?}");
    }
}

/// An office with a clock of its own.
pub(crate) struct Scenario {
    pub(crate) hall: Hall,
    pub(crate) setup: Setup,
    pub(crate) now: Timestamp,
    pub(crate) events: Vec<Event>,
    tokens: u64,
}

impl Scenario {
    pub(crate) fn new() -> Self {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").expect("the zone is bundled");
        let now = date(2026, 11, 24).at(9, 0, 0, 0).to_zoned_datetime(zone).expect("a time").timestamp();
        Self { hall: Hall::new(), setup: setup(), now, events: Vec::new(), tokens: 0 }
    }

    /// An office where these steps were taken, the day begun before them.
    pub(crate) fn given(steps: &str) -> Self {
        let mut office = Self::new();
        office.run("day");
        for step in steps.split(';').map(str::trim).filter(|step| !step.is_empty()) {
            let said = office.run(step);
            assert!(!said.starts_with("no:"), "the step {step:?} was refused: {said}");
        }
        office
    }

    /// Takes one step and says what came of it. `+5m` lets time pass, `-5m` sets the clock back; `#key` at the end is
    /// an idempotency key.
    pub(crate) fn run(&mut self, step: &str) -> String {
        if step.starts_with(['+', '-']) {
            let time: SignedDuration = step.parse().expect("a length of time");
            self.now = self.now.checked_add(time).expect("a time");
            return String::new();
        }
        let (wish, key) = step.split_once(" #").map_or((step, None), |(wish, key)| (wish, Some(key)));
        let key = key.map(|key| CommandKey { key: key.into(), digest: wish.into() });
        if let Some(key) = &key {
            match self.hall.outcome(key) {
                KeyUse::New => {}
                KeyUse::Repeat { touched, called, appointment: _ } => {
                    let name = |id: Option<TicketId>| id.map_or("none".into(), |id| self.number(id));
                    return format!("again: touched {}, called {}", name(touched), name(called));
                }
                KeyUse::OtherCommand => return "no: key-reused".into(),
            }
        }
        let order = Order { command: self.command(wish), by: Actor::Engine, key };
        match decide(&self.hall, &self.setup, &order, self.now) {
            Err(refusal) => format!("no: {}", refusal.code()),
            Ok(decision) => {
                let said: Vec<_> = decision.facts.into_iter().map(|fact| self.happen(&order, fact)).collect();
                if said.is_empty() { "nothing".into() } else { said.join("; ") }
            }
        }
    }

    /// The number on a ticket's slip.
    pub(crate) fn number(&self, id: TicketId) -> String {
        self.hall.ticket(id).expect("the ticket is in the hall").number.to_string()
    }

    fn happen(&mut self, order: &Order, fact: Fact) -> String {
        let number = self.hall.last_number().next();
        let corrects = matches!(order.command, Command::CorrectDay { .. });
        let at = if corrects { self.now } else { self.now.max(self.hall.last_at()) };
        let event = Event { number, at, by: order.by.clone(), key: order.key.clone(), fact };
        // What is on disk must fold to the same as what is in memory.
        let json = serde_json::to_string(&event).expect("an event is JSON");
        assert_eq!(serde_json::from_str::<Event>(&json).expect("and back"), event);
        self.hall.apply(&event);
        let said = self.say(&event.fact);
        self.events.push(event);
        said
    }

    /// The record of the order, by the set-up as it is now.
    pub(crate) fn order(&self) -> DayOrder {
        DayOrder::of(&self.events, &SetUpHistory::always(self.setup.clone().into()))
    }
}
