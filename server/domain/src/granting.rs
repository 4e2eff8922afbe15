//! A priority class that is granted at the desk or the reception, to whoever has a right to it and did not say so at
//! the kiosk. It stands in the journal with who did.

use jiff::{SignedDuration, Timestamp};

use crate::command::Granter;
use crate::decide::Decision;
use crate::event::{Event, Fact};
use crate::hall::Hall;
use crate::ids::{Minutes, PriorityId, TicketId};
use crate::place::Place;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::ticket::{Status, Ticket};

/// Grants a class to a ticket that waits or is away. It only ever stands earlier by this; a class that gives no more
/// than the ticket has changes nothing.
pub(crate) fn grant(
    hall: &Hall,
    setup: &Setup,
    id: TicketId,
    priority: &PriorityId,
    by: Granter,
) -> Result<Decision, Refusal> {
    let may = match by {
        Granter::Officer => setup.rules.granting.by_officers,
        Granter::Reception => setup.rules.granting.by_reception,
    };
    let ticket = hall.ticket(id).ok_or(Refusal::UnknownTicket)?;
    if !may {
        return Err(Refusal::GrantForbidden { number: ticket.number.clone() });
    }
    let head_start = setup.priorities.get(priority).copied();
    let head_start = head_start.ok_or_else(|| Refusal::UnknownPriority { priority: priority.clone() })?;
    match ticket.status {
        Status::Waiting | Status::Parked { .. } | Status::NoShow { .. } => {}
        Status::Called { .. } | Status::Serving { .. } | Status::Finished { .. } | Status::Cancelled { .. } => {
            return Err(Refusal::TicketNotFree { number: ticket.number.clone() });
        }
    }
    if head_start <= ticket.head_start {
        return Ok(Decision { facts: Vec::new(), ticket: Some(id) });
    }
    let effective = earlier(ticket.place.effective, ticket, head_start);
    Ok(Decision::about(id, Fact::PriorityGranted { ticket: id, priority: priority.clone(), head_start, effective }))
}

/// By what the new class gives more than the ticket had.
fn earlier(at: Timestamp, ticket: &Ticket, head_start: Minutes) -> Timestamp {
    let more = i64::from(head_start.0) - i64::from(ticket.head_start.0);
    at.checked_sub(SignedDuration::from_mins(more)).unwrap_or(Timestamp::MIN)
}

impl Hall {
    pub(crate) fn fold_priority_granted(&mut self, event: &Event) {
        let Fact::PriorityGranted { ticket: id, priority, head_start, effective } = &event.fact else {
            return debug_assert!(false, "another fact than a grant: {event:?}");
        };
        let Some(before) = self.ticket(*id) else { return debug_assert!(false, "there is no ticket {id} to grant to") };
        let (waits, place) = (matches!(before.status, Status::Waiting), before.place);
        let first = earlier(before.effective, before, *head_start);
        if waits {
            self.leave_line(*id);
        }
        let place = Place { effective: *effective, ..place };
        if let Some(ticket) = self.tickets.get_mut(id) {
            ticket.priority = Some(priority.clone());
            ticket.head_start = *head_start;
            ticket.effective = first;
            ticket.place = place;
        }
        if waits {
            self.join_line(*id, place);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ids::{Minutes, TicketId};
    use crate::scenario::{Scenario, check};

    #[test]
    fn who_is_granted_a_class_stands_as_if_it_had_been_said_at_the_kiosk() {
        check(&[
            ("take A; +10m; take A", "grant A002 elderly", "A002 granted elderly, as of 08:50"),
            ("take A; +10m; take A; grant A002 elderly; open 1 Hà", "next 1 Hà", "A002 to 1"),
            ("take A; +21m; take A; grant A002 elderly; open 1 Hà", "next 1 Hà", "A001 to 1"),
            // By what the class gives more.
            ("take A elderly", "grant A001 merit", "A001 granted merit, as of 08:30"),
            ("take A elderly", "grant A001 elderly", "nothing"),
            ("take A merit", "grant A001 elderly", "nothing"),
        ]);
        let office = Scenario::given("take A; grant A001 merit");
        let ticket = office.hall.ticket(TicketId(1)).expect("the ticket");
        assert_eq!((ticket.head_start, ticket.taken_at.duration_since(ticket.effective).as_mins()), (Minutes(30), 30));
    }

    #[test]
    fn a_ticket_that_is_away_comes_back_with_what_it_was_granted() {
        check(&[
            (
                "open 1 Hà; take A; next 1 Hà; park 1 Hà; grant A001 elderly",
                "return A001",
                "A001 back as of 08:40, only 1",
            ),
            ("open 1 Hà; take A; next 1 Hà; no-show 1 Hà; grant A001 elderly", "return A001", "A001 back as of 08:45"),
        ]);
    }

    #[test]
    fn nothing_is_granted_to_who_is_served_or_by_whom_the_set_up_does_not_name() {
        check(&[
            ("open 1 Hà; take A; next 1 Hà", "grant A001 elderly", "no: ticket-not-free"),
            ("open 1 Hà; take A; next 1 Hà; finish 1 Hà", "grant A001 elderly", "no: ticket-not-free"),
            ("take A; cancel A001", "grant A001 elderly", "no: ticket-not-free"),
            ("take A", "grant A001 hero", "no: unknown-priority"),
            ("", "grant A001 elderly", "no: unknown-ticket"),
        ]);
        let mut office = Scenario::given("take A");
        office.setup.rules.granting.by_officers = false;
        assert_eq!(office.run("grant A001 elderly"), "no: grant-forbidden");
        assert_eq!(office.run("grant A001 elderly reception"), "A001 granted elderly, as of 08:40");
    }
}
