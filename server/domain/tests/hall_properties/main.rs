//! What holds in every hall, after any sequence of commands, over days and clocks that are set back.
//!
//! Each step runs against the real hall and against a plain model of it, so that a difference shows in the step where
//! it arises, shrunk to the shortest such sequence.

mod appointments;
mod leaving;
mod model;
mod outage;
mod papers;
mod parts;
mod steps;
mod strategy;
mod undoing;

use std::collections::{BTreeMap, HashSet};

use jiff::{SignedDuration, Timestamp};
use model::Model;
use moi_domain::{
    AfterLast, Command, CommandKey, CounterNumber, Event, Fact, Hall, KeyUse, Order, Origin, Rank, Setup, Standing,
    Status, Ticket, TicketId, ahead_of, decide, next_for, queue_of, stranded,
};
use parts::{Desk, Outcome, State};
use proptest::prelude::*;
use proptest::test_runner::Config;
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};
use steps::{CLASSES, SERVICES, Step, TRANSFER_HEAD_START, counter_number, service_code, setup};
use strategy::any_step;
use undoing::a_step_that_is_taken_back_leaves_no_trace;

prop_state_machine! {
    #![proptest_config(Config { cases: 300, max_shrink_iters: 20_000, ..Config::default() })]

    /// novosga#290: the same number up to four times under crowding.
    #[test]
    fn the_hall_keeps_its_promises(sequential 1..120 => Office);
}

impl ReferenceStateMachine for Model {
    type State = Self;
    type Transition = Step;

    /// Begins shortly before or after midnight, or in the morning.
    fn init_state() -> BoxedStrategy<Self> {
        let rank = prop_oneof![2 => Just(Rank::Arrival), 1 => Just(Rank::Front), 1 => Just(Rank::End)];
        (1_795_000_000..1_795_200_000i64, any::<bool>(), rank)
            .prop_map(|(clock, widen, rank)| Self::new(clock, widen, rank))
            .boxed()
    }

    fn transitions(_state: &Self) -> BoxedStrategy<Step> {
        any_step()
    }

    fn apply(state: Self, step: &Step) -> Self {
        state.step(step)
    }
}

/// The real hall, as the engine drives it.
struct Office {
    hall: Hall,
    /// Folded from the events as they were written to the journal.
    replayed: Hall,
    setup: Setup,
    numbers_given: HashSet<(jiff::civil::Date, String)>,
    /// The time that counts.
    now: Timestamp,
}

impl StateMachineTest for Office {
    type SystemUnderTest = Self;
    type Reference = Model;

    fn init_test(model: &Model) -> Self {
        let after_last = if model.widen { AfterLast::Widen } else { AfterLast::Refuse };
        let setup = setup(after_last, model.rank);
        Self { hall: Hall::new(), replayed: Hall::new(), setup, numbers_given: HashSet::new(), now: Timestamp::MIN }
    }

    fn apply(mut office: Self, model: &Model, step: Step) -> Self {
        let now = Timestamp::from_second(model.clock).expect("a time");
        office.now = now.max(office.hall.last_at());
        let command = step.command(model.last_id, model.meant).or_else(|| step.of_outage(model));
        let command = command.or_else(|| appointments::command(&step, model));
        if let Some(command) = command {
            // Without a key of its own, two commands in the same instant would look like one.
            let key = step.key().map_or_else(|| format!("own-{}", office.hall.last_number()), |key| key.to_string());
            let key = Some(CommandKey { key, digest: format!("{step:?}") });
            let order = Order { command, by: step.by(), key };
            a_step_that_is_taken_back_leaves_no_trace(&office.hall, &office.setup, &order, now);
            let outcome = office.carry_out(&order, now);
            assert_eq!(outcome, model.outcome, "{step:?}");
        }
        office
    }

    fn check_invariants(office: &Self, model: &Model) {
        office.no_ticket_is_at_two_counters();
        office.is_as_the_model_says(model);
        office.each_waiting_ticket_is_reachable();
        office.each_waiting_ticket_is_called_by_an_open_counter_or_warned_of();
        office.people_ahead_are_counted_right();
        appointments::are_as_the_model_says(&office.hall, model);
        assert_eq!(office.replayed, office.hall, "folding the journal gives the same state");
    }
}

impl Office {
    fn carry_out(&mut self, order: &Order, now: Timestamp) -> Outcome {
        match order.key.as_ref().map_or(KeyUse::New, |key| self.hall.outcome(key)) {
            KeyUse::New => {}
            KeyUse::Repeat { touched, called, appointment } => {
                for ticket in touched.into_iter().chain(called) {
                    assert!(self.hall.ticket(ticket).is_some(), "the ticket of a repeated command is at hand");
                }
                let (touched, called) = (touched.map(|id| id.0), called.map(|id| id.0));
                return Outcome::Repeated { touched, called, appointment: appointment.map(|id| id.0) };
            }
            KeyUse::OtherCommand => return Outcome::Refused("key-reused"),
        }
        let decision = match decide(&self.hall, &self.setup, order, now) {
            Ok(decision) => decision,
            Err(refusal) => return Outcome::Refused(refusal.code()),
        };
        let corrects = matches!(order.command, Command::CorrectDay { .. });
        let at = if corrects { now } else { now.max(self.hall.last_at()) };
        for fact in decision.facts {
            self.happen(&Event {
                number: self.hall.last_number().next(),
                at,
                by: order.by.clone(),
                key: order.key.clone(),
                fact,
            });
        }
        Outcome::Done { ticket: decision.ticket.map(|id| id.0) }
    }

    fn happen(&mut self, event: &Event) {
        if let Fact::TicketCalled { ticket, counter } = &event.fact {
            self.nobody_is_overtaken_by_more_than_the_head_start(*ticket, counter.get());
        }
        self.hall.apply(event);
        if let Fact::TicketIssued { number, .. } = &event.fact {
            let day = self.hall.day().expect("a day has begun");
            assert!(self.numbers_given.insert((day, number.to_string())), "{number} was given twice on {day}");
        }
        let line = serde_json::to_string(event).expect("an event is JSON");
        self.replayed.apply(&serde_json::from_str(&line).expect("and back"));
    }

    fn nobody_is_overtaken_by_more_than_the_head_start(&self, called: TicketId, counter: u16) {
        let most = CLASSES.iter().map(|class| class.1).max().expect("there are classes");
        let most = most + i64::from(TRANSFER_HEAD_START);
        let called = self.hall.ticket(called).expect("it waits");
        if matches!(called.place.origin, Origin::Transferred { rank: Rank::Front, done: false, .. }) {
            // Somebody put it there, and the journal says who.
            return;
        }
        let waiting = self.hall.tickets().filter(|ticket| matches!(ticket.status, Status::Waiting));
        for ticket in waiting.filter(|ticket| self.may_call(counter_number(counter), ticket)) {
            // An appointment counts as come at its time.
            let later = called.arrival().duration_since(ticket.arrival());
            // Who was away stands later than before, by their own doing.
            let own = ticket.place.effective.duration_since(ticket.effective);
            assert!(
                later <= SignedDuration::from_mins(most) + own,
                "{} overtook {} by {later}",
                called.number,
                ticket.number
            );
        }
    }

    fn may_call(&self, counter: CounterNumber, ticket: &Ticket) -> bool {
        match ticket.place.counter {
            None => self.setup.counters[&counter].services.contains(&ticket.service) || self.helps(counter, ticket),
            Some(bound) => bound == counter,
        }
    }

    /// Now, or when it helps.
    fn will_call(&self, counter: CounterNumber, ticket: &Ticket) -> bool {
        match ticket.place.counter {
            None => self.setup.counters[&counter].calls(&ticket.service),
            Some(bound) => bound == counter,
        }
    }

    fn helps(&self, counter: CounterNumber, ticket: &Ticket) -> bool {
        let known = &self.setup.counters[&counter];
        let delay = SignedDuration::from_mins(known.helps_after.0.into());
        known.helps_with.contains(&ticket.service) && self.now.duration_since(ticket.place.effective) >= delay
    }

    fn each_waiting_ticket_is_reachable(&self) {
        let waiting = self.hall.tickets().filter(|ticket| matches!(ticket.status, Status::Waiting));
        for ticket in waiting {
            let reached = self.setup.counters.keys().any(|counter| self.will_call(*counter, ticket));
            assert!(reached, "no counter would ever call {}", ticket.number);
        }
    }

    /// Whom no open counter calls, the office is warned of; and of nobody else.
    fn each_waiting_ticket_is_called_by_an_open_counter_or_warned_of(&self) {
        let waiting = self.hall.tickets().filter(|ticket| matches!(ticket.status, Status::Waiting));
        let is_open = |counter: &&CounterNumber| self.hall.counter(**counter).standing.is_open();
        let mut left = BTreeMap::new();
        for ticket in waiting {
            if !self.setup.counters.keys().filter(is_open).any(|counter| self.will_call(*counter, ticket)) {
                let service = if ticket.place.counter.is_none() { Some(ticket.service.clone()) } else { None };
                *left.entry((service, ticket.place.counter)).or_default() += 1;
            }
        }
        let warned = stranded(&self.hall, &self.setup).into_iter().map(|told| {
            let alone = if told.service.is_none() { told.counters.first().copied() } else { None };
            ((told.service, alone), told.waiting)
        });
        assert_eq!(warned.collect::<BTreeMap<_, usize>>(), left);
    }

    fn no_ticket_is_at_two_counters(&self) {
        let mut at_counters = HashSet::new();
        for number in self.setup.counters.keys() {
            let counter = self.hall.counter(*number);
            let Some(id) = counter.visit else { continue };
            assert!(at_counters.insert(id), "ticket {id} is at two counters");
            assert!(counter.standing.is_open(), "counter {number} has a visit and is not open");
            let status = self.hall.ticket(id).expect("the hall knows it").status;
            let (Status::Called { counter, .. } | Status::Serving { counter, .. }) = status else {
                panic!("ticket {id} is at counter {number} and {status:?}");
            };
            assert_eq!(counter, *number);
        }
        let called = self
            .hall
            .tickets()
            .filter(|ticket| matches!(ticket.status, Status::Called { .. } | Status::Serving { .. }));
        assert_eq!(called.count(), at_counters.len(), "every called ticket is at a counter");
    }

    fn people_ahead_are_counted_right(&self) {
        let waiting = || self.hall.tickets().filter(|ticket| matches!(ticket.status, Status::Waiting));
        for ticket in waiting() {
            let counters = self.competing(ticket);
            let is_shared = |other: &Ticket| {
                other.service == ticket.service && other.place.counter.is_none() && ticket.place.counter.is_none()
            };
            let competes =
                |other: &Ticket| is_shared(other) || counters.iter().any(|counter| self.may_call(*counter, other));
            let is_before = |other: &Ticket| (other.place.effective, other.id) < (ticket.place.effective, ticket.id);
            let expected = waiting().filter(|other| competes(other) && is_before(other)).count();
            assert_eq!(ahead_of(&self.hall, &self.setup, ticket, self.now), expected, "ahead of {}", ticket.number);
        }
    }

    /// Open counters at which it is at home, else those that help, else all at which it is at home.
    fn competing(&self, ticket: &Ticket) -> Vec<CounterNumber> {
        if let Some(bound) = ticket.place.counter {
            return vec![bound];
        }
        let all = || self.setup.counters.iter();
        let open = |number: &CounterNumber| self.hall.counter(*number).standing.is_open();
        let home: Vec<_> = all().filter(|it| it.1.services.contains(&ticket.service)).map(|it| *it.0).collect();
        let help: Vec<_> = all().filter(|it| it.1.helps_with.contains(&ticket.service)).map(|it| *it.0).collect();
        let of = |numbers: &[CounterNumber]| numbers.iter().copied().filter(open).collect::<Vec<_>>();
        [of(&home), of(&help)].into_iter().find(|open| !open.is_empty()).unwrap_or(home)
    }

    fn is_as_the_model_says(&self, model: &Model) {
        let tickets: Vec<_> = self
            .hall
            .tickets()
            .map(|ticket| {
                let outcome = ticket.outcome.as_ref().map(ToString::to_string);
                let needed = [&ticket.service].into_iter().chain(&ticket.then).cloned().collect::<Vec<_>>();
                let life = (ticket.taken_at.as_second(), state(ticket.status), outcome);
                (ticket.id.0, ticket.number.to_string(), needed, life, self.hall.has_note(ticket.id))
            })
            .collect();
        let expected: Vec<_> = model
            .tickets
            .iter()
            .map(|ticket| {
                let outcome = ticket.outcome.map(str::to_owned);
                let needed = [ticket.service].iter().chain(&ticket.then).copied().map(service_code).collect();
                let life = (ticket.taken_at, ticket.state, outcome);
                (ticket.id, ticket.number.clone(), needed, life, model.noted.contains(&ticket.id))
            })
            .collect();
        assert_eq!(tickets, expected);
        for (number, desk) in (1..).zip(&model.desks) {
            let counter = counter_number(number);
            let queue: Vec<_> =
                queue_of(&self.hall, &self.setup, counter, self.now).map(|ticket| ticket.id.0).collect();
            let expected: Vec<_> = model.queue(number).iter().map(|ticket| ticket.id).collect();
            assert_eq!(queue, expected, "the queue of counter {number}");
            assert_eq!(
                next_for(&self.hall, &self.setup, counter, self.now).map(|ticket| ticket.id.0),
                expected.first().copied()
            );
            assert_eq!(self.hall.counter(counter).visit.map(|id| id.0), model.visit(number).map(|ticket| ticket.id));
            let is_alike = match self.hall.counter(counter).standing {
                Standing::Closed => *desk == Desk::Closed,
                Standing::Open { .. } => matches!(desk, Desk::Open(_)),
                Standing::Paused { .. } => matches!(desk, Desk::Paused(..)),
            };
            assert!(is_alike, "counter {number} should be {desk:?}");
        }
        let waiting = model.tickets.iter().filter(|ticket| ticket.state == State::Waiting);
        assert_eq!(self.hall.waiting_total(), waiting.count());
        for service in 0..SERVICES.len() {
            let waiting =
                model.tickets.iter().filter(|ticket| ticket.state == State::Waiting && ticket.service == service);
            assert_eq!(self.hall.waiting(&service_code(service)), waiting.count());
        }
        assert!(self.hall.recent_calls().count() <= 8);
    }
}

fn state(status: Status) -> State {
    match status {
        Status::Waiting => State::Waiting,
        Status::Called { counter, .. } => State::Called(counter.get()),
        Status::Serving { counter, .. } => State::Serving(counter.get()),
        Status::Parked { counter, here, .. } => State::Parked(counter.get(), here),
        Status::NoShow { counter, missed_at, .. } => State::Missed(counter.get(), missed_at.as_second()),
        Status::Finished { .. } => State::Ended,
        Status::Cancelled { .. } => State::Cancelled,
    }
}
