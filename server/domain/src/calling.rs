//! Calling the next ticket, which ends the visit before it.

use jiff::Timestamp;

use crate::choosing::Choice;
use crate::counter::Counter;
use crate::decide::Decision;
use crate::event::{Event, Fact};
use crate::hall::Hall;
use crate::ids::{CallId, CounterNumber, OfficerName, OutcomeId, TicketId};
use crate::outcome::ending_visit;
use crate::refusal::Refusal;
use crate::schedule::next_for;
use crate::setup::Setup;
use crate::ticket::{Status, Ticket};

pub(crate) fn call_next(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
    outcome: Option<&OutcomeId>,
    now: Timestamp,
) -> Result<Decision, Refusal> {
    let mut facts = ending_visit(hall, setup, counter, officer, outcome, now)?;
    let next = next_for(hall, setup, counter, now).map(|ticket| ticket.id);
    facts.extend(next.map(|ticket| Fact::TicketCalled { ticket, counter }));
    Ok(Decision { facts, ticket: next })
}

impl Hall {
    pub(crate) fn fold_ticket_called(&mut self, event: &Event, id: TicketId, number: CounterNumber) {
        debug_assert!(self.ticket(id).is_some_and(waits), "only who waits is called without being chosen");
        self.fold_call(event, id, number, None);
    }

    /// The call of a ticket in its turn, or of one that an officer chose.
    pub(crate) fn fold_call(&mut self, event: &Event, id: TicketId, number: CounterNumber, choice: Option<Choice>) {
        let call = CallId(event.number);
        let has_waited = self.ticket(id).is_some_and(waits);
        let Some(ticket) = self.advance(id, |status| status.called(number, call, event.at)) else { return };
        let since = ticket.place.since.max(ticket.waits_from());
        if let Some(ticket) = self.tickets.get_mut(&id) {
            ticket.chosen = choice;
            // Of another visit, if any.
            ticket.outcome = None;
        }
        if has_waited {
            self.leave_line(id);
            self.figures.entry(number).or_default().count_call(since, event.at);
        }
        let counter = self.counters.entry(number).or_insert(Counter::CLOSED);
        debug_assert!(counter.standing.is_open(), "counter {number} calls and is not open");
        debug_assert_eq!(counter.visit, None, "counter {number} has a visit");
        counter.visit = Some(id);
        self.remember_call(event, id, number, false);
    }
}

fn waits(ticket: &Ticket) -> bool {
    matches!(ticket.status, Status::Waiting)
}

#[cfg(test)]
mod tests {
    use crate::ids::{CallId, EventNumber};
    use crate::scenario::{Scenario, check};

    #[test]
    fn the_earliest_effective_arrival_is_called_ties_by_ticket() {
        check(&[
            ("open 1 Hà; take A; take A", "next 1 Hà", "A001 to 1"),
            ("open 1 Hà; take C; take A", "next 1 Hà", "C001 to 1"),
            ("open 1 Hà; take H; take A", "next 1 Hà", "A001 to 1"),
            ("open 1 Hà; take A; +19m; take C elderly", "next 1 Hà", "C001 to 1"),
            ("open 1 Hà; take A; +20m; take C elderly", "next 1 Hà", "A001 to 1"),
            ("open 1 Hà; take A; +21m; take C elderly", "next 1 Hà", "A001 to 1"),
            ("open 2 Hà; take A; take C", "next 2 Hà", "C001 to 2"),
        ]);
    }

    #[test]
    fn calling_ends_the_visit_before() {
        check(&[
            ("open 1 Hà; take A; take A; next 1 Hà; start 1 Hà", "next 1 Hà", "A001 ends at 1; A002 to 1"),
            ("open 1 Hà; take A; take A; next 1 Hà", "next 1 Hà", "A001 ends at 1; A002 to 1"),
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà", "next 1 Hà", "A001 ends at 1"),
            ("open 1 Hà", "next 1 Hà", "nothing"),
            ("open 1 Hà; take H", "next 1 Hà", "nothing"),
        ]);
    }

    #[test]
    fn only_the_officer_of_an_open_counter_calls() {
        check(&[
            ("take A", "next 1 Hà", "no: counter-closed"),
            ("open 1 Hà; take A; pause 1 Hà", "next 1 Hà", "no: counter-paused"),
            ("open 1 Hà; take A", "next 1 Tú", "no: counter-not-yours"),
            ("open 1 Hà; take A; pause 1 Hà", "next 1 Tú", "no: counter-not-yours"),
            ("take A", "next 7 Hà", "no: unknown-counter"),
        ]);
    }

    /// MADO-queue#1, novosga#213: two desks called one person.
    #[test]
    fn two_counters_never_call_the_same_ticket() {
        let mut office = Scenario::given("open 1 Hà; open 3 Tú; take A; take A");
        assert_eq!(office.run("next 1 Hà"), "A001 to 1");
        assert_eq!(office.run("next 3 Tú"), "A002 to 3");
    }

    #[test]
    fn the_hall_remembers_the_eight_newest_calls() {
        let mut office = Scenario::given("open 1 Hà");
        for _ in 0..9 {
            office.run("take A");
            office.run("next 1 Hà");
        }
        office.run("recall 1 Hà");
        let calls: Vec<_> = office.hall.recent_calls().map(|call| (call.number.to_string(), call.recall)).collect();
        assert_eq!(calls.len(), 8);
        assert_eq!(calls[0], ("A009".to_owned(), true));
        assert_eq!(calls[1], ("A009".to_owned(), false));
        assert_eq!(calls[7], ("A003".to_owned(), false));
        let newest = office.hall.recent_calls().next().map(|call| call.id);
        assert_eq!(newest, Some(CallId(office.hall.last_number())));
        assert!(newest > Some(CallId(EventNumber(1))));
    }

    #[test]
    fn the_desk_sees_how_long_people_waited() {
        let office = Scenario::given("open 1 Hà; take A; take A; +10m; next 1 Hà; +6m; next 1 Hà");
        let figures = office.hall.figures(crate::scenario::counter("1"));
        assert_eq!((figures.served, figures.wait_minutes(), figures.service_minutes()), (1, Some(13), None));
    }
}
