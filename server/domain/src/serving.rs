//! The visit: it starts when the citizen has come, and ends.

use jiff::Timestamp;

use crate::counter::Counter;
use crate::decide::Decision;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::{CounterNumber, OfficerName, OutcomeId, TicketId};
use crate::outcome::ending;
use crate::place::Origin;
use crate::refusal::Refusal;
use crate::schedule::next_for;
use crate::setup::Setup;
use crate::staffing::held_by;
use crate::ticket::{Status, Ticket};

pub(crate) fn start(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
) -> Result<Decision, Refusal> {
    let ticket = visit_at(hall, setup, counter, officer)?;
    if !is_called(ticket) {
        return Err(Refusal::AlreadyServing { counter, number: ticket.number.clone() });
    }
    Ok(Decision::about(ticket.id, Fact::VisitStarted { ticket: ticket.id, counter }))
}

/// Ends the visit, also one whose start the officer never noted; and calls the next, where the set-up wants that.
pub(crate) fn finish(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
    outcome: Option<&OutcomeId>,
    now: Timestamp,
) -> Result<Decision, Refusal> {
    let ticket = visit_at(hall, setup, counter, officer)?;
    let mut facts = ending(hall, setup, counter, (ticket, outcome), now)?;
    let next = if setup.rules.calling.next_on_finish { next_for(hall, setup, counter, now) } else { None };
    facts.extend(next.map(|next| Fact::TicketCalled { ticket: next.id, counter }));
    Ok(Decision { facts, ticket: Some(next.unwrap_or(ticket).id) })
}

/// The ticket that an officer's counter has called and whose visit has not begun.
pub(crate) fn called_at<'h>(
    hall: &'h Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
) -> Result<&'h Ticket, Refusal> {
    let ticket = visit_at(hall, setup, counter, officer)?;
    if is_called(ticket) { Ok(ticket) } else { Err(Refusal::NotCalled { counter, number: ticket.number.clone() }) }
}

/// The ticket that is called or served at an officer's counter.
pub(crate) fn visit_at<'h>(
    hall: &'h Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
) -> Result<&'h Ticket, Refusal> {
    let visit = held_by(hall, setup, counter, officer)?.visit;
    visit.and_then(|id| hall.ticket(id)).ok_or(Refusal::NoVisit { counter })
}

/// The ticket whose visit ended at a counter last, as long as it was nowhere else since: what is written about it then
/// is about that visit.
#[must_use]
pub fn last_visit(hall: &Hall, counter: CounterNumber) -> Option<&Ticket> {
    let ticket = hall.counter(counter).last.and_then(|id| hall.ticket(id))?;
    let is_that = match (ticket.status, ticket.place.origin) {
        (Status::Finished { counter: ended, .. }, _) => ended == counter,
        (Status::Waiting, Origin::Transferred { counter: from, done: true, .. }) => from == counter,
        (
            Status::Waiting
            | Status::Called { .. }
            | Status::Serving { .. }
            | Status::Parked { .. }
            | Status::NoShow { .. }
            | Status::Cancelled { .. },
            _,
        ) => false,
    };
    is_that.then_some(ticket)
}

/// Whether a ticket's citizen is on the way to the counter.
pub(crate) fn is_called(ticket: &Ticket) -> bool {
    match ticket.status {
        Status::Called { .. } => true,
        Status::Waiting
        | Status::Serving { .. }
        | Status::Parked { .. }
        | Status::Finished { .. }
        | Status::NoShow { .. }
        | Status::Cancelled { .. } => false,
    }
}

impl Hall {
    pub(crate) fn fold_visit_started(&mut self, id: TicketId, at: Timestamp) {
        self.advance(id, |status| status.started(at));
    }

    pub(crate) fn fold_visit_finished(&mut self, id: TicketId, counter: CounterNumber, at: Timestamp) {
        let started_at = self.ticket(id).and_then(|ticket| ticket.status.started_at());
        if self.advance(id, |status| status.finished(at)).is_some() {
            if let Some(ticket) = self.tickets.get_mut(&id) {
                ticket.then.clear();
            }
            self.figures.entry(counter).or_default().count_visit(started_at, at);
            self.free_counter(counter, id);
            self.counters.entry(counter).or_insert(Counter::CLOSED).last = Some(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ids::TicketId;
    use crate::scenario::{Scenario, check, counter};
    use crate::ticket::Status;

    #[test]
    fn a_visit_starts_once() {
        check(&[
            ("open 1 Hà; take A; next 1 Hà", "start 1 Hà", "A001 starts at 1"),
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà", "start 1 Hà", "no: already-serving"),
            ("open 1 Hà; take A", "start 1 Hà", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà; finish 1 Hà", "start 1 Hà", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà", "start 1 Tú", "no: counter-not-yours"),
            ("", "start 1 Hà", "no: counter-closed"),
        ]);
    }

    #[test]
    fn a_visit_ends_whether_or_not_its_start_was_noted() {
        check(&[
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà", "finish 1 Hà", "A001 ends at 1"),
            ("open 1 Hà; take A; next 1 Hà", "finish 1 Hà", "A001 ends at 1"),
            ("open 1 Hà; take A", "finish 1 Hà", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà; finish 1 Hà", "finish 1 Hà", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà", "finish 1 Tú", "no: counter-not-yours"),
            ("", "finish 7 Hà", "no: unknown-counter"),
        ]);
    }

    /// Only the end calls: not a no-show, a pause or a ticket that is put aside (eappointment ZMSKVR-346).
    #[test]
    fn where_the_set_up_wants_it_the_end_of_a_visit_calls_the_next() {
        let mut office = Scenario::given("open 1 Hà; take A; take A; take A; next 1 Hà");
        office.setup.rules.calling.next_on_finish = true;
        assert_eq!(office.run("finish 1 Hà"), "A001 ends at 1; A002 to 1");
        assert_eq!(office.run("no-show 1 Hà"), "A002 missed at 1");
        assert_eq!(office.run("next 1 Hà"), "A003 to 1");
        assert_eq!(office.run("finish 1 Hà"), "A003 ends at 1");
    }

    #[test]
    fn a_finished_ticket_keeps_its_times_and_frees_the_counter() {
        let mut office = Scenario::given("open 1 Hà; take A; +5m; next 1 Hà; +1m; start 1 Hà; +9m; finish 1 Hà");
        let status = office.hall.ticket(TicketId(1)).expect("the ticket").status;
        let Status::Finished { called_at, started_at: Some(started_at), finished_at, recalls: 0, .. } = status else {
            panic!("not finished: {status:?}");
        };
        assert_eq!(started_at.duration_since(called_at).as_mins(), 1);
        assert_eq!(finished_at.duration_since(started_at).as_mins(), 9);
        let figures = office.hall.figures(counter("1"));
        assert_eq!((figures.served, figures.service_minutes(), figures.wait_minutes()), (1, Some(9), Some(5)));
        assert_eq!(office.hall.counter(counter("1")).visit, None);
        assert_eq!(office.run("pause 1 Hà"), "1 paused");
    }
}
