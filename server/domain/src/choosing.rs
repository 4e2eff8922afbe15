//! Calling a ticket out of turn that the officer chose: it stands in the journal with who and, from the set-up's list,
//! why.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::decide::Decision;
use crate::event::{Event, Fact};
use crate::hall::Hall;
use crate::ids::{CallReason, CounterNumber, OfficerName, TicketId};
use crate::outcome::ending_visit;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::ticket::Status;

/// That an officer chose the ticket, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Of the set-up's list; none where it asks for none.
    pub reason: Option<CallReason>,
}

/// Calls a ticket that waits, was put aside or missed its call, wherever it would be called otherwise; like the call of
/// the next it ends the visit at hand.
pub(crate) fn call(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
    chosen: (TicketId, Option<&CallReason>),
    now: Timestamp,
) -> Result<Decision, Refusal> {
    let mut facts = ending_visit(hall, setup, counter, officer, None, now)?;
    let (id, reason) = chosen;
    let ticket = hall.ticket(id).ok_or(Refusal::UnknownTicket)?;
    match ticket.status {
        Status::Waiting | Status::Parked { .. } | Status::NoShow { .. } => {}
        Status::Called { .. } | Status::Serving { .. } | Status::Finished { .. } | Status::Cancelled { .. } => {
            return Err(Refusal::TicketNotFree { number: ticket.number.clone() });
        }
    }
    let rules = &setup.rules.choosing;
    match reason {
        Some(reason) if !rules.reasons.contains(reason) => {
            return Err(Refusal::UnknownReason { reason: reason.clone() });
        }
        None if rules.is_reason_required => return Err(Refusal::ReasonMissing { number: ticket.number.clone() }),
        Some(_) | None => {}
    }
    facts.push(Fact::TicketChosen { ticket: id, counter, reason: reason.cloned() });
    Ok(Decision { facts, ticket: Some(id) })
}

impl Hall {
    pub(crate) fn fold_ticket_chosen(
        &mut self,
        event: &Event,
        id: TicketId,
        counter: CounterNumber,
        reason: Option<&CallReason>,
    ) {
        self.fold_call(event, id, counter, Some(Choice { reason: reason.cloned() }));
    }
}

#[cfg(test)]
mod tests {
    use crate::ids::{CallReason, TicketId};
    use crate::scenario::{Scenario, check, counter};

    #[test]
    fn an_officer_calls_whoever_is_free_out_of_turn() {
        check(&[
            ("open 1 Hà; take A; take A", "choose 1 Hà A002", "A002 chosen to 1"),
            (
                "open 1 Hà; take A; take A; next 1 Hà; start 1 Hà",
                "choose 1 Hà A002",
                "A001 ends at 1; A002 chosen to 1",
            ),
            ("open 1 Hà; take A; next 1 Hà; park 1 Hà", "choose 1 Hà A001", "A001 chosen to 1"),
            ("open 1 Hà; take A; next 1 Hà; no-show 1 Hà; +2h", "choose 1 Hà A001", "A001 chosen to 1"),
            // Whatever the counter handles, and whoever alone would have called it.
            ("open 1 Hà; take H", "choose 1 Hà H001", "H001 chosen to 1"),
            ("open 1 Hà; open 2 Mai; take C; next 1 Hà; transfer 1 Hà 2", "choose 1 Hà C001", "C001 chosen to 1"),
        ]);
    }

    #[test]
    fn nobody_is_taken_from_a_counter_or_called_back_when_all_is_done() {
        check(&[
            ("open 1 Hà; open 3 Tú; take A; next 3 Tú", "choose 1 Hà A001", "no: ticket-not-free"),
            ("open 1 Hà; take A; next 1 Hà", "choose 1 Hà A001", "no: ticket-not-free"),
            ("open 1 Hà; take A; next 1 Hà; finish 1 Hà", "choose 1 Hà A001", "no: ticket-not-free"),
            ("open 1 Hà; take A; cancel A001", "choose 1 Hà A001", "no: ticket-not-free"),
            ("open 1 Hà", "choose 1 Hà A001", "no: unknown-ticket"),
            ("open 1 Hà; take A", "choose 1 Tú A001", "no: counter-not-yours"),
            ("take A", "choose 1 Hà A001", "no: counter-closed"),
        ]);
    }

    #[test]
    fn a_reason_is_of_the_set_ups_list_and_given_where_it_is_asked_for() {
        let mut office = Scenario::given("open 1 Hà; take A; take A");
        assert_eq!(office.run("choose 1 Hà A002 frail"), "no: unknown-reason");
        office.setup.rules.choosing.reasons = vec![CallReason::new("frail").expect("a reason")];
        office.setup.rules.choosing.is_reason_required = true;
        assert_eq!(office.run("choose 1 Hà A002"), "no: reason-missing");
        assert_eq!(office.run("choose 1 Hà A002 frail"), "A002 chosen to 1 (frail)");
        let choice = office.hall.ticket(TicketId(2)).and_then(|ticket| ticket.chosen.clone()).expect("it was chosen");
        assert_eq!(choice.reason.as_ref().map(CallReason::as_str), Some("frail"));
        assert_eq!(office.run("park 1 Hà"), "A002 put aside at 1");
        assert_eq!(office.run("return A002"), "A002 back as of 09:00, only 1");
        assert_eq!(office.run("next 1 Hà"), "A001 to 1");
        assert_eq!(office.run("next 1 Hà"), "A001 ends at 1; A002 to 1");
        assert_eq!(office.hall.ticket(TicketId(2)).and_then(|ticket| ticket.chosen.clone()), None, "in its turn now");
    }

    #[test]
    fn a_chosen_ticket_leaves_the_line_and_its_wait_is_counted_once() {
        let office =
            Scenario::given("open 1 Hà; take A; +10m; choose 1 Hà A001; +5m; park 1 Hà; +9m; choose 1 Hà A001");
        assert_eq!((office.hall.waiting_total(), office.hall.figures(counter("1")).wait_minutes()), (0, Some(10)));
    }
}
