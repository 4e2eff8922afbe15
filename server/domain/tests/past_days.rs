//! A day read alone: whatever happened before and on it, its record and its preview come out, and what the rules called
//! in its turn passed nobody without a reason.

mod random_office;

use jiff::{SignedDuration, Timestamp};
use moi_domain::{
    Actor, Cause, Class, Command, DayOrder, Event, Fact, Hall, OfficerName, Order, Preview, Rank, Remaining, Returner,
    SetUpHistory, Setup, Target, TicketId, decide,
};
use random_office::{CLASSES, Citizens, code, counter, setup, token};

const STEPS: u32 = 40_000;
const SERVICES: [&str; 3] = ["A", "C", "H"];
const COUNTERS: [&[&str]; 3] = [&["A", "C"], &["C"], &["A", "H"]];

/// An office where anything may happen next, for weeks.
struct Office {
    hall: Hall,
    setup: Setup,
    now: Timestamp,
    chance: fastrand::Rng,
    citizens: Citizens,
    days: Vec<Vec<Event>>,
}

impl Office {
    fn step(&mut self) {
        let pause = if self.chance.u32(0..400) == 0 { 50_000 } else { self.chance.i64(0..150) };
        self.now += SignedDuration::from_secs(pause);
        let command = self.command();
        let order = Order { command, by: Actor::Officer(officer()), key: None };
        let Ok(decision) = decide(&self.hall, &self.setup, &order, self.now) else { return };
        for fact in decision.facts {
            if let Fact::AppointmentBooked { appointment, .. } = fact {
                self.citizens.booked = appointment.0;
            }
            if matches!(fact, Fact::DayStarted { .. }) {
                self.days.push(Vec::new());
            }
            let number = self.hall.last_number().next();
            let event = Event { number, at: self.now, by: order.by.clone(), key: None, fact };
            self.hall.apply(&event);
            self.days.last_mut().expect("a day begins first").push(event);
        }
    }

    fn command(&mut self) -> Command {
        let (counter, officer) = (counter(self.chance.u16(1..=3)), officer());
        let ticket = TicketId(self.citizens.tokens.saturating_sub(self.chance.u64(0..12)));
        match self.chance.u32(0..100) {
            0..22 => self.citizens.take(&mut self.chance),
            22..25 => self.citizens.book(&mut self.chance, self.now),
            25..28 => self.citizens.come(&mut self.chance),
            28..31 => Command::CancelTicket { token: token(ticket.0) },
            31..42 => Command::OpenCounter { counter, officer },
            42..45 => Command::PauseCounter {
                counter,
                officer: Some(officer),
                minutes: None,
                reason: None,
                remaining: Some(Remaining::Leave),
            },
            45..47 => Command::CloseCounter { counter, officer: None, remaining: Some(Remaining::Leave) },
            47..70 => Command::CallNext { counter, officer, outcome: None },
            70..73 => Command::CallChosen { counter, officer, ticket, reason: None },
            73..76 => Command::Recall { counter, officer },
            76..80 => Command::StartVisit { counter, officer },
            80..84 => Command::FinishVisit { counter, officer, outcome: None },
            84..87 => Command::MarkNoShow { counter, officer },
            87..90 => Command::ParkTicket { counter, officer, back_to: None },
            90..94 => Command::ReturnTicket { ticket, by: Returner::Staff },
            94..97 => {
                let to = Target::Service(code(SERVICES[self.chance.usize(0..SERVICES.len())]));
                let rank = [None, Some(Rank::Front), Some(Rank::End)][self.chance.usize(0..3)];
                Command::TransferTicket { counter, officer, to, rank }
            }
            97..99 => {
                let to = Target::Counter(self::counter(self.chance.u16(1..=3)));
                Command::TransferTicket { counter, officer, to, rank: None }
            }
            _ => Command::StartDay,
        }
    }
}

#[test]
fn whatever_happened_a_day_alone_gives_its_record_and_its_preview() {
    let mut office = Office {
        hall: Hall::new(),
        setup: setup(&SERVICES, &COUNTERS, &CLASSES),
        now: "2026-11-24T00:00:00Z".parse().expect("a time"),
        chance: fastrand::Rng::with_seed(7),
        citizens: Citizens::of(&SERVICES),
        days: Vec::new(),
    };
    for _ in 0..STEPS {
        office.step();
    }
    let without_classes = setup(&SERVICES, &COUNTERS, &[]);
    let (mut passings, mut previews, mut by_appointment) = (0, 0, 0);
    let always = SetUpHistory::always(office.setup.clone().into());
    for events in &office.days {
        let order = DayOrder::of(events, &always);
        let early: Vec<_> = events.iter().filter_map(early_for_an_appointment).collect();
        for passing in &order.passings {
            assert_ne!(
                passing.cause,
                Cause::OtherSetup,
                "the rules called {} out of turn: {passing:?}",
                passing.number
            );
            // Who came early for an appointment waits from its time on.
            let is_early = early.contains(&passing.ticket);
            assert!(passing.passed > 0 && (is_early || passing.earliest_taken_at <= passing.taken_at), "{passing:?}");
            by_appointment += u32::from(matches!(passing.cause, Cause::Appointment { .. }));
            assert_eq!(passing.officer.as_ref(), Some(&officer()));
        }
        passings += order.passings.len();
        let preview = Preview::of(events, events, &office.setup, &without_classes);
        assert_eq!((preview.day, preview.refused), (order.day, 0));
        let Some(all) = preview.classes.first() else { continue };
        let count = |waits: &moi_domain::Waits| waits.called + waits.uncalled;
        assert_eq!((&all.class, count(&all.happened)), (&Class::All, count(&all.changed)));
        let mut orders = [preview.next_present.clone(), preview.next_changed.clone()];
        assert_eq!(orders[0].len(), orders[1].len());
        if orders[0].len() < 10 {
            for order in &mut orders {
                order.sort();
            }
            assert_eq!(orders[0], orders[1], "nobody comes or goes by a preview");
        }
        previews += 1;
    }
    assert!(previews > 20 && passings > 500, "{previews} days, {passings} calls out of the order of arrival");
    assert!(by_appointment > 5, "{by_appointment} of them by appointment");
}

fn early_for_an_appointment(event: &Event) -> Option<TicketId> {
    let Fact::TicketIssued { ticket, appointment: Some(kept), .. } = &event.fact else { return None };
    kept.arrival.filter(|arrival| *arrival > event.at).map(|_| *ticket)
}

fn officer() -> OfficerName {
    OfficerName::new("Hà").expect("a name")
}
