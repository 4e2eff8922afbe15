//! The fairness that DESIGN promises, over a million random steps: nobody is overtaken by a ticket that was taken later
//! than their own by more than the largest head start. An appointment counts as taken at its time.

mod random_office;

use jiff::{SignedDuration, Timestamp};
use moi_domain::{
    Actor, Command, CounterNumber, Event, Fact, Hall, OfficerName, Order, Remaining, Setup, Target, Ticket, TicketId,
    decide, next_for, queue_of,
};
use random_office::{CLASSES, Citizens, code, counter, setup, token};

const STEPS: u32 = 1_000_000;
const SERVICES: [&str; 4] = ["A", "C", "H", "F"];
const COUNTERS: [&[&str]; 3] = [&["A", "C"], &["C"], &["A", "H", "F"]];
const LARGEST: SignedDuration = SignedDuration::from_mins(30);

/// An office where anything may happen next.
struct Office {
    hall: Hall,
    setup: Setup,
    now: Timestamp,
    chance: fastrand::Rng,
    citizens: Citizens,
    seen: Seen,
}

/// What the million steps came to, so that the test can't hold for want of trying.
#[derive(Default)]
struct Seen {
    calls: u32,
    calls_before_an_earlier_ticket: u32,
    refusals: u32,
    appointments: u32,
    longest_line: usize,
}

impl Office {
    fn step(&mut self) {
        self.now += SignedDuration::from_millis(self.chance.i64(0..50_000));
        let command = self.command();
        let calls = if let Command::CallNext { counter, .. } = &command { Some(*counter) } else { None };
        let order = Order { command, by: Actor::Engine, key: None };
        let Ok(decision) = decide(&self.hall, &self.setup, &order, self.now) else {
            self.seen.refusals += 1;
            return;
        };
        for fact in decision.facts {
            if let Fact::AppointmentBooked { appointment, .. } = fact {
                self.citizens.booked = appointment.0;
            }
            if let (Fact::TicketCalled { ticket, .. }, Some(counter)) = (&fact, calls) {
                self.nobody_is_overtaken_by_more_than_the_head_start(*ticket, counter);
            }
            let number = self.hall.last_number().next();
            self.hall.apply(&Event { number, at: self.now, by: Actor::Engine, key: None, fact });
        }
        self.seen.longest_line = self.seen.longest_line.max(self.hall.waiting_total());
    }

    fn nobody_is_overtaken_by_more_than_the_head_start(&mut self, called: TicketId, counter: CounterNumber) {
        assert_eq!(next_for(&self.hall, &self.setup, counter, self.now).map(|next| next.id), Some(called));
        let called = self.hall.ticket(called).expect("it waits");
        self.seen.calls += 1;
        self.seen.appointments += u32::from(called.appointment.is_some_and(|kept| kept.arrival.is_some()));
        for waiting in queue_of(&self.hall, &self.setup, counter, self.now) {
            let later = called.arrival().duration_since(waiting.arrival());
            self.seen.calls_before_an_earlier_ticket += u32::from(later > SignedDuration::ZERO);
            assert!(later <= LARGEST + own_delay(waiting), "{} overtook {} by {later}", called.number, waiting.number);
        }
    }

    fn command(&mut self) -> Command {
        let counter = counter(self.chance.u16(1..=3));
        let officer = OfficerName::new("Hà").expect("a name");
        match self.chance.u32(0..100) {
            0..26 => self.citizens.take(&mut self.chance),
            26..28 => self.citizens.book(&mut self.chance, self.now),
            28..30 => self.citizens.come(&mut self.chance),
            30..33 => {
                Command::CancelTicket { token: token(self.citizens.tokens.saturating_sub(self.chance.u64(0..30))) }
            }
            33..43 => Command::OpenCounter { counter, officer },
            43..45 => {
                Command::PauseCounter { counter, officer: Some(officer), minutes: None, reason: None, remaining: None }
            }
            45..46 => Command::CloseCounter { counter, officer: Some(officer), remaining: Some(Remaining::Leave) },
            46..76 => Command::CallNext { counter, officer, outcome: None },
            76..80 => Command::Recall { counter, officer },
            80..86 => Command::StartVisit { counter, officer },
            86..90 => Command::FinishVisit { counter, officer, outcome: None },
            90..93 => Command::MarkNoShow { counter, officer },
            93..95 => Command::ParkTicket { counter, officer, back_to: None },
            95..98 => {
                let service = code(SERVICES[self.chance.usize(0..SERVICES.len())]);
                Command::TransferTicket { counter, officer, to: Target::Service(service), rank: None }
            }
            _ => Command::StartDay,
        }
    }
}

/// Who was away or is handed on may stand later than by the first arrival; that is no overtaking.
fn own_delay(ticket: &Ticket) -> SignedDuration {
    ticket.place.effective.duration_since(ticket.effective).max(SignedDuration::ZERO)
}

#[test]
fn nobody_is_overtaken_by_more_than_the_largest_head_start_in_a_million_steps() {
    let mut office = Office {
        hall: Hall::new(),
        setup: setup(&SERVICES, &COUNTERS, &CLASSES),
        now: "2026-11-24T00:00:00Z".parse().expect("a time"),
        chance: fastrand::Rng::with_seed(1),
        citizens: Citizens::of(&SERVICES),
        seen: Seen::default(),
    };
    for _ in 0..STEPS {
        office.step();
    }
    let Seen { calls, appointments, calls_before_an_earlier_ticket, refusals, longest_line } = office.seen;
    assert!(calls > 100_000 && appointments > 1_000, "{calls} calls, {appointments} of them of appointments");
    assert!(calls_before_an_earlier_ticket > 10_000, "{calls_before_an_earlier_ticket} times somebody was overtaken");
    assert!(refusals > 10_000 && longest_line > 20, "{refusals} refusals, {longest_line} in the line");
}
