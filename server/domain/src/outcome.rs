//! How a visit came out: received, sent back for more papers, whatever the set-up lists. Noted at the counter, before
//! the end or, by whoever forgot, after it.

use jiff::Timestamp;

use crate::decide::Decision;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::{CounterNumber, OfficerName, OutcomeId, TicketId};
use crate::itinerary;
use crate::refusal::Refusal;
use crate::serving::last_visit;
use crate::setup::Setup;
use crate::staffing::held_by;
use crate::ticket::Ticket;

/// Notes the outcome of the visit at the counter, or of the one that ended there last.
pub(crate) fn note(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
    outcome: &OutcomeId,
) -> Result<Decision, Refusal> {
    let current = held_by(hall, setup, counter, officer)?;
    let visit = current.visit.and_then(|id| hall.ticket(id));
    let ticket = visit.or_else(|| last_visit(hall, counter)).ok_or(Refusal::NoVisit { counter })?;
    let facts = noted(setup, counter, ticket, outcome)?.into_iter().collect();
    Ok(Decision { facts, ticket: Some(ticket.id) })
}

/// What ends the visit at an officer's counter; nothing when there is none.
pub(crate) fn ending_visit(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
    outcome: Option<&OutcomeId>,
    now: Timestamp,
) -> Result<Vec<Fact>, Refusal> {
    let visit = held_by(hall, setup, counter, officer)?.visit.and_then(|id| hall.ticket(id));
    match (visit, outcome) {
        (Some(ticket), _) => ending(hall, setup, counter, (ticket, outcome), now),
        (None, Some(_)) => Err(Refusal::NoVisit { counter }),
        (None, None) => Ok(Vec::new()),
    }
}

/// What ends a ticket's visit, with how it came out.
pub(crate) fn ending(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    (ticket, outcome): (&Ticket, Option<&OutcomeId>),
    now: Timestamp,
) -> Result<Vec<Fact>, Refusal> {
    let noted = match outcome {
        Some(outcome) => noted(setup, counter, ticket, outcome)?,
        None if setup.rules.outcomes.is_required && ticket.outcome.is_none() => {
            return Err(Refusal::OutcomeMissing { number: ticket.number.clone() });
        }
        None => None,
    };
    Ok(noted.into_iter().chain([itinerary::visit_s_end(hall, setup, counter, ticket, now)]).collect())
}

/// None when it is noted already.
fn noted(setup: &Setup, counter: CounterNumber, ticket: &Ticket, outcome: &OutcomeId) -> Result<Option<Fact>, Refusal> {
    if !setup.rules.outcomes.known.contains(outcome) {
        return Err(Refusal::UnknownOutcome { outcome: outcome.clone() });
    }
    let is_news = ticket.outcome.as_ref() != Some(outcome);
    Ok(is_news.then(|| Fact::OutcomeNoted { ticket: ticket.id, counter, outcome: outcome.clone() }))
}

impl Hall {
    pub(crate) fn fold_outcome_noted(&mut self, id: TicketId, outcome: &OutcomeId) {
        let ticket = self.tickets.get_mut(&id);
        debug_assert!(ticket.is_some(), "there is no ticket {id} whose visit came out somehow");
        if let Some(ticket) = ticket {
            ticket.outcome = Some(outcome.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ids::{OutcomeId, TicketId};
    use crate::scenario::{Scenario, check};

    #[test]
    fn an_outcome_is_noted_before_the_end_of_a_visit_or_after_it() {
        check(&[
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà", "note 1 Hà received", "A001 came out received"),
            // Officers who never say that a visit starts.
            ("open 1 Hà; take A; next 1 Hà", "note 1 Hà received", "A001 came out received"),
            ("open 1 Hà; take A; next 1 Hà; finish 1 Hà", "note 1 Hà received", "A001 came out received"),
            ("open 1 Hà; take A; next 1 Hà; note 1 Hà received", "note 1 Hà received", "nothing"),
            ("open 1 Hà; take A; next 1 Hà; note 1 Hà received", "note 1 Hà more-papers", "A001 came out more-papers"),
            ("open 1 Hà; take A; next 1 Hà", "finish 1 Hà received", "A001 came out received; A001 ends at 1"),
            ("open 1 Hà; take A then H; next 1 Hà; finish 1 Hà", "note 1 Hà received", "A001 came out received"),
            (
                "open 1 Hà; take A; take A; next 1 Hà",
                "next 1 Hà received",
                "A001 came out received; A001 ends at 1; A002 to 1",
            ),
        ]);
    }

    #[test]
    fn an_outcome_without_a_visit_or_of_another_list_is_refused() {
        check(&[
            ("open 1 Hà; take A", "note 1 Hà received", "no: no-visit"),
            ("open 1 Hà; take A", "next 1 Hà received", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà; no-show 1 Hà", "note 1 Hà received", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà; finish 1 Hà; close 1 Hà; open 1 Tú", "note 1 Tú received", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà; finish 1 Hà", "note 1 Tú received", "no: counter-not-yours"),
            ("open 1 Hà; take A; next 1 Hà", "note 1 Hà married", "no: unknown-outcome"),
            ("open 1 Hà; take A; next 1 Hà", "finish 1 Hà married", "no: unknown-outcome"),
        ]);
    }

    #[test]
    fn where_an_outcome_is_asked_for_no_visit_ends_without() {
        for end in ["finish 1 Hà", "next 1 Hà", "choose 1 Hà A002", "pause 1 Hà", "close 1 Hà leave"] {
            let mut office = strict("open 1 Hà; take A; take A; next 1 Hà; start 1 Hà");
            assert_eq!(office.run(end), "no: outcome-missing", "{end}");
            office.run("note 1 Hà received");
            assert!(office.run(end).starts_with("A001 ends at 1"), "{end}");
        }
        for step in ["finish 1 Hà received", "no-show 1 Hà", "park 1 Hà", "transfer 1 Hà C", "close 1 anybody leave"]
        {
            let mut office = strict("open 1 Hà; take A; next 1 Hà");
            assert!(!office.run(step).starts_with("no:"), "{step}");
        }
    }

    #[test]
    fn each_visit_of_a_ticket_has_its_own_outcome() {
        let mut office =
            strict("open 1 Hà; take A; next 1 Hà; note 1 Hà more-papers; park 1 Hà; return A001; next 1 Hà");
        let outcome = |office: &Scenario| office.hall.ticket(TicketId(1)).and_then(|ticket| ticket.outcome.clone());
        assert_eq!(outcome(&office), None);
        office.run("finish 1 Hà received");
        assert_eq!(outcome(&office).as_ref().map(OutcomeId::as_str), Some("received"));
    }

    fn strict(steps: &str) -> Scenario {
        let mut office = Scenario::given("");
        office.setup.rules.outcomes.is_required = true;
        for step in steps.split("; ") {
            office.run(step);
        }
        office
    }
}
