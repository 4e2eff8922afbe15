//! The record of the order: which calls of a day passed somebody who had taken a ticket earlier, and why. From the
//! events alone, so that anybody who has the journal comes to the same.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::choosing::Choice;
use crate::event::{Event, Fact};
use crate::hall::Hall;
use crate::ids::{CallReason, CounterNumber, OfficerName, ServiceCode, TicketId};
use crate::line::Position;
use crate::number::TicketNumber;
use crate::past::{PastDay, officer, standing};
use crate::place::Origin;
use crate::schedule::may_call;
use crate::set_up_history::SetUpHistory;
use crate::setup::Setup;
use crate::ticket::Ticket;
use crate::transferring::Rank;

/// A call of a ticket while another one waited that was taken earlier and that this counter may call, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passing {
    /// When.
    pub at: Timestamp,
    /// Where to.
    pub counter: CounterNumber,
    /// Who called.
    pub officer: Option<OfficerName>,
    /// Who was called.
    pub ticket: TicketId,
    /// As on the slip.
    pub number: TicketNumber,
    /// What for.
    pub service: ServiceCode,
    /// When it was taken.
    pub taken_at: Timestamp,
    /// How many it passed.
    pub passed: u32,
    /// Who of them was there first.
    pub earliest: TicketNumber,
    /// When that one was taken.
    pub earliest_taken_at: Timestamp,
    /// Why.
    pub cause: Cause,
    /// Whether this counter alone could call it.
    pub is_bound: bool,
}

/// Why a ticket was called before one that was taken earlier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Cause {
    /// Its officer chose it.
    Chosen {
        /// Of the set-up's list; none where none was given.
        reason: Option<CallReason>,
    },
    /// The head start of its priority class; never which.
    Priority {
        /// Minutes.
        minutes: u32,
    },
    /// Its citizen had an appointment.
    Appointment {
        /// When.
        starts_at: Timestamp,
    },
    /// It had been put aside, and came back.
    Returned {
        /// Where it was put aside.
        counter: CounterNumber,
    },
    /// It had missed its call, and came back.
    Missed {
        /// Where it was called to.
        counter: CounterNumber,
    },
    /// It had been handed on.
    Transferred {
        /// Who handed it on.
        counter: CounterNumber,
        /// Where in the order.
        rank: Rank,
    },
    /// It had gone on by itself, to what its citizen needed next.
    WentOn {
        /// Where the visit before was.
        counter: CounterNumber,
    },
    /// The counter that had called it was freed.
    PutBack {
        /// Which.
        counter: CounterNumber,
    },
    /// It has a number of an outage: its citizen had come before, and it was entered after those whom it passed.
    Outage,
    /// It was its turn: whoever it passed stood later than by their own arrival, since they had been away or handed on.
    Turn,
    /// By the set-up of today one of those whom it passed was next: then another one was in force.
    OtherSetup,
}

/// The record of a day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayOrder {
    /// Which; none when the events tell of none.
    pub day: Option<Date>,
    /// Calls, without recalls.
    pub calls: u32,
    /// Those that passed somebody, oldest first.
    pub passings: Vec<Passing>,
}

impl DayOrder {
    /// The record of one day's events. Which counter may call whom is the set-up's to say, which is no part of the
    /// journal: give those that were in force.
    #[must_use]
    pub fn of(events: &[Event], set_ups: &SetUpHistory) -> Self {
        let mut order = Self::default();
        let mut past = PastDay::default();
        for event in standing(events) {
            if let Some(called) = call_in(&event.fact) {
                order.calls += 1;
                order.passings.extend(passing(&past, set_ups.at(event.at), event, called));
            }
            past.follow(event);
            order.day = past.hall.day();
        }
        order
    }
}

/// What a counter called.
struct Called {
    ticket: TicketId,
    counter: CounterNumber,
    /// None when it was its turn.
    chosen: Option<Choice>,
}

fn call_in(fact: &Fact) -> Option<Called> {
    match fact {
        Fact::TicketCalled { ticket, counter } => Some(Called { ticket: *ticket, counter: *counter, chosen: None }),
        Fact::TicketChosen { ticket, counter, reason } => {
            let chosen = Some(Choice { reason: reason.clone() });
            Some(Called { ticket: *ticket, counter: *counter, chosen })
        }
        Fact::DayStarted { .. }
        | Fact::OfficeReturned { .. }
        | Fact::TicketIssued { .. }
        | Fact::TicketRecalled { .. }
        | Fact::VisitStarted { .. }
        | Fact::VisitFinished { .. }
        | Fact::OutcomeNoted { .. }
        | Fact::PriorityGranted { .. }
        | Fact::TicketNoShow { .. }
        | Fact::TicketParked { .. }
        | Fact::TicketReturned { .. }
        | Fact::ServicesChanged { .. }
        | Fact::NoteWritten { .. }
        | Fact::TicketTransferred { .. }
        | Fact::TicketPutBack { .. }
        | Fact::TicketCancelled { .. }
        | Fact::CounterOpened { .. }
        | Fact::CounterPaused { .. }
        | Fact::CounterClosed { .. }
        | Fact::CounterTakenOver { .. }
        | Fact::HelpAsked { .. }
        | Fact::HelpEnded { .. }
        | Fact::Administered { .. }
        | Fact::AppointmentBooked { .. }
        | Fact::AppointmentCancelled { .. }
        | Fact::AppointmentMissed { .. }
        | Fact::StepUndone { .. } => None,
    }
}

fn passing(past: &PastDay, setup: &Setup, event: &Event, called: Called) -> Option<Passing> {
    let Called { ticket: id, counter, chosen } = called;
    let hall: &Hall = &past.hall;
    let ticket = hall.ticket(id)?;
    let is_earlier = |other: &&Ticket| other.waits_longer_than(ticket);
    // Whoever was in the hall before the numbers of an outage were entered sees those called first.
    let is_passed = |other: &&Ticket| is_earlier(other) || (ticket.is_of_outage() && other.id < id);
    let others = past.waiting.iter().filter(|other| **other != id).filter_map(|id| hall.ticket(*id));
    let others = others.filter(is_passed);
    let passed: Vec<&Ticket> = others.filter(|earlier| may_call(setup, counter, earlier, event.at)).collect();
    let earliest = *passed.iter().min_by_key(|passed| (passed.waits_from(), passed.id))?;
    let cause = match chosen {
        Some(Choice { reason }) => Cause::Chosen { reason },
        None if passed.iter().any(|passed| passed.position() < ticket.position()) => Cause::OtherSetup,
        None if ticket.is_of_outage() && !passed.iter().any(is_earlier) => Cause::Outage,
        None => cause_of_place(ticket, &passed),
    };
    Some(Passing {
        at: event.at,
        counter,
        officer: officer(&event.by).or_else(|| hall.counter(counter).standing.officer()).cloned(),
        ticket: id,
        number: ticket.number.clone(),
        service: ticket.service.clone(),
        taken_at: ticket.taken_at,
        passed: u32::try_from(passed.len()).unwrap_or(u32::MAX),
        earliest: earliest.number.clone(),
        earliest_taken_at: earliest.taken_at,
        cause,
        is_bound: ticket.place.counter == Some(counter),
    })
}

fn cause_of_place(ticket: &Ticket, passed: &[&Ticket]) -> Cause {
    // It is a reason for whom came after its time, and with a head start beside it as far as it alone would have done.
    let kept = ticket.appointment.filter(|kept| {
        let arrival = kept.arrival.filter(|arrival| *arrival < ticket.taken_at);
        let alone = arrival.map(|effective| Position { effective, ticket: ticket.id });
        alone.is_some_and(|alone| passed.iter().all(|passed| alone < passed.position()))
    });
    match ticket.place.origin {
        Origin::Taken if let Some(kept) = kept => Cause::Appointment { starts_at: kept.starts_at },
        Origin::Taken if ticket.head_start.0 == 0 => Cause::Turn,
        Origin::Taken => Cause::Priority { minutes: ticket.head_start.0 },
        Origin::Parked { counter } => Cause::Returned { counter },
        Origin::Missed { counter } => Cause::Missed { counter },
        Origin::Transferred { counter, rank, done: false } => Cause::Transferred { counter, rank },
        Origin::Transferred { counter, done: true, .. } => Cause::WentOn { counter },
        Origin::PutBack { counter } => Cause::PutBack { counter },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    /// The passings after these steps, a line each.
    fn passings(office: &Scenario) -> Vec<String> {
        let order = office.order();
        assert_eq!(order.day, office.hall.day());
        let line = |passing: &Passing| {
            let Passing { number, passed, earliest, counter, cause, .. } = passing;
            let bound = if passing.is_bound { ", bound" } else { "" };
            format!("{number} at {counter} before {passed} from {earliest}: {cause:?}{bound}")
        };
        order.passings.iter().map(line).collect()
    }

    #[test]
    fn a_call_that_was_taken_back_is_none() {
        let office =
            Scenario::given("open 1 Hà; take A; +1m; take A elderly; next 1 Hà; undo 1 Hà; next 1 Hà; next 1 Hà");
        assert_eq!(passings(&office), ["A002 at 1 before 1 from A001: Priority { minutes: 20 }"]);
        assert_eq!(office.order().calls, 2);
    }

    #[test]
    fn each_call_out_of_the_order_of_arrival_stands_there_with_whom_it_passed_and_why() {
        let two = "open 1 Hà; open 3 Tú; take A; take C; +1m; ";
        for (steps, line) in [
            ("take A elderly; next 1 Hà", "A002 at 1 before 2 from A001: Priority { minutes: 20 }"),
            ("take H elderly; next 3 Tú", "H001 at 3 before 1 from A001: Priority { minutes: 20 }"),
            ("take A; grant A002 elderly; next 1 Hà", "A002 at 1 before 2 from A001: Priority { minutes: 20 }"),
            ("choose 1 Hà C001", "C001 at 1 before 1 from A001: Chosen { reason: None }"),
            (
                "take H; +1m; choose 3 Tú H001; transfer 3 Tú 1 front; next 1 Hà",
                "H001 at 1 before 2 from A001: Transferred { counter: CounterNumber(3), rank: Front }, bound",
            ),
            (
                "take A merit; next 1 Hà; park 1 Hà; return A002; next 1 Hà",
                "A002 at 1 before 2 from A001: Returned { counter: CounterNumber(1) }, bound",
            ),
            (
                "take A merit; next 1 Hà; no-show 1 Hà; return A002; next 1 Hà",
                "A002 at 1 before 2 from A001: Missed { counter: CounterNumber(1) }",
            ),
            ("next 1 Hà; no-show 1 Hà; return A001; next 1 Hà; next 1 Hà", "C001 at 1 before 1 from A001: Turn"),
        ] {
            let office = Scenario::given(&format!("{two}{steps}"));
            assert_eq!(passings(&office).last().map(String::as_str), Some(line), "{steps}");
        }
    }

    #[test]
    fn who_went_on_by_itself_is_told_apart_from_who_was_handed_on() {
        let handed_on = "Transferred { counter: CounterNumber(1), rank: Arrival }";
        for (ends, cause) in [("finish 1 Hà", "WentOn { counter: CounterNumber(1) }"), ("transfer 1 Hà H", handed_on)]
        {
            let mut office = Scenario::given("open 1 Hà; open 3 Tú; take H; +10m; take A then H; next 1 Hà; +5m");
            office.setup.rules.transfer.head_start = crate::ids::Minutes(15);
            office.run(ends);
            office.run("next 3 Tú");
            let line = format!("A001 at 3 before 1 from H001: {cause}");
            assert_eq!(passings(&office), [line]);
        }
    }

    #[test]
    fn in_the_order_of_arrival_nothing_is_recorded_and_nobody_is_passed_whom_the_counter_can_t_call() {
        for steps in [
            "open 1 Hà; take A; +1m; take C; next 1 Hà; next 1 Hà; finish 1 Hà",
            // C does not go to counter 3, nor H to 1.
            "open 3 Tú; take C; +1m; take A; next 3 Tú; finish 3 Tú",
            "open 1 Hà; take H; +1m; take A elderly; next 1 Hà",
            // Away and given back, nobody waits.
            "open 1 Hà; take A; take A; take A; take C; next 1 Hà; park 1 Hà; next 1 Hà; cancel A003; next 1 Hà",
            // Another counter's alone.
            "open 1 Hà; open 3 Tú; take A; take A; next 1 Hà; transfer 1 Hà 3; next 1 Hà",
        ] {
            let office = Scenario::given(steps);
            assert_eq!(passings(&office), Vec::<String>::new(), "{steps}");
        }
    }

    #[test]
    fn a_call_that_today_s_set_up_would_not_make_is_told_as_one_and_not_explained_away() {
        let mut office = Scenario::given("open 2 Mai; take A; +1m; take C; next 2 Mai");
        assert_eq!(passings(&office), Vec::<String>::new());
        let two = crate::scenario::counter("2");
        office.setup.counters.get_mut(&two).expect("counter 2").services.push(crate::scenario::code("A"));
        assert_eq!(passings(&office), ["C001 at 2 before 1 from A001: OtherSetup"]);
    }

    #[test]
    fn each_call_is_judged_by_the_set_up_of_its_time() {
        let mut office = Scenario::given("open 2 Mai; take A; +1m; take C; next 2 Mai; finish 2 Mai; +5m");
        let (before, changed_at) = (office.setup.clone(), office.now);
        let two = crate::scenario::counter("2");
        office.setup.counters.get_mut(&two).expect("counter 2").services.push(crate::scenario::code("A"));
        let after = office.setup.clone();
        office.run("take C elderly");
        office.run("next 2 Mai");
        let history = SetUpHistory::new(before.into(), vec![(changed_at, after.into())]);
        let order = DayOrder::of(&office.events, &history);
        let told: Vec<_> = order.passings.iter().map(|it| (it.number.to_string(), it.earliest.to_string())).collect();
        assert_eq!(told, [("C002".to_owned(), "A001".to_owned())], "the first call passed nobody whom it could call");
    }

    #[test]
    fn a_day_s_record_needs_no_other_day_and_names_who_called() {
        let mut office = Scenario::given("+14h50m; open 1 Hà; take A; next 1 Hà; +20m; day; take A; +1m; take A merit");
        let yesterday = office.events.len() - 3;
        for step in ["finish 1 Hà", "next 1 Hà", "recall 1 Hà"] {
            office.run(step);
        }
        // As an officer's own command would have it.
        let mut today = office.events.split_off(yesterday);
        for event in &mut today {
            event.by = crate::event::Actor::Officer(OfficerName::new("Hà").expect("a name"));
        }
        let order = DayOrder::of(&today, &SetUpHistory::always(office.setup.clone().into()));
        assert_eq!((order.calls, order.passings.len(), order.day), (1, 1, office.hall.day()));
        let passing = &order.passings[0];
        assert_eq!(passing.officer.as_ref().map(OfficerName::as_str), Some("Hà"));
        assert_eq!((passing.number.to_string(), passing.at), ("A002".to_owned(), office.now));
        let json = serde_json::to_string(&order).expect("it is JSON");
        assert_eq!(serde_json::from_str::<DayOrder>(&json).expect("and back"), order);
    }
}
