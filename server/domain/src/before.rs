//! Who was called before a ticket that had taken its place in the queue earlier: what its citizen sees and wonders
//! about.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::hall::Hall;
use crate::ids::{CounterNumber, TicketId};
use crate::schedule::may_call;
use crate::setup::Setup;
use crate::ticket::{Status, Ticket};

/// The tickets that were called while this one waited, by counters that may call it, although they had come to the
/// queue after it; the newest call first. Only what the hall can be seen to do: who is at those counters now, and the
/// newest calls. None for a ticket that doesn't wait.
#[must_use]
pub fn called_before<'h>(hall: &'h Hall, setup: &Setup, ticket: &Ticket) -> Vec<&'h Ticket> {
    match ticket.status {
        Status::Waiting => {}
        Status::Called { .. }
        | Status::Serving { .. }
        | Status::Parked { .. }
        | Status::Finished { .. }
        | Status::NoShow { .. }
        | Status::Cancelled { .. } => return Vec::new(),
    }
    let at_counters = setup.counters.keys().filter_map(|number| hall.counter(*number).visit);
    let seen = at_counters.chain(hall.recent_calls().map(|call| call.ticket));
    let mut found = BTreeMap::<TicketId, (Timestamp, &Ticket)>::new();
    for other in seen.filter_map(|id| hall.ticket(id)) {
        let Some((counter, called_at)) = newest_call(other.status) else { continue };
        if called_at >= ticket.place.since && may_call(setup, counter, ticket, called_at) && has_passed(other, ticket) {
            found.insert(other.id, (called_at, other));
        }
    }
    let mut found: Vec<_> = found.into_values().collect();
    found.sort_by_key(|(called_at, other)| std::cmp::Reverse((*called_at, other.id)));
    found.into_iter().map(|(_, other)| other).collect()
}

/// Whether `other`, which was called, came to the queue after `ticket`. One that an officer chose has passed only those
/// who stood before it.
fn has_passed(other: &Ticket, ticket: &Ticket) -> bool {
    if other.chosen.is_some() {
        return other.position() > ticket.position();
    }
    let since = |ticket: &Ticket| ticket.place.since.max(ticket.waits_from());
    ticket.waits_longer_than(other) || since(other) > since(ticket)
}

/// Where a ticket was called to, and when first.
fn newest_call(status: Status) -> Option<(CounterNumber, Timestamp)> {
    match status {
        Status::Called { counter, called_at, .. }
        | Status::Serving { counter, called_at, .. }
        | Status::Parked { counter, called_at, .. }
        | Status::Finished { counter, called_at, .. }
        | Status::NoShow { counter, called_at, .. } => Some((counter, called_at)),
        Status::Waiting | Status::Cancelled { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    /// What the holder of the first waiting ticket of this number sees.
    fn before(steps: &str, number: &str) -> Vec<String> {
        let office = Scenario::given(steps);
        let ticket = office.hall.tickets().find(|ticket| ticket.number.to_string() == number).expect("the ticket");
        called_before(&office.hall, &office.setup, ticket).iter().map(|other| other.number.to_string()).collect()
    }

    #[test]
    fn those_who_came_later_and_were_called_first_are_named_newest_call_first() {
        let hall = "open 1 Hà; open 3 Tú; take A; +1m; take A elderly; +1m; take C elderly";
        for (steps, number, named) in [
            (format!("{hall}; next 1 Hà; start 1 Hà; +1m; next 1 Hà"), "A001", vec!["C001", "A002"]),
            (hall.to_owned(), "A001", vec![]),
            // In the order of arrival nobody is named.
            ("open 1 Hà; take A; take A; next 1 Hà".to_owned(), "A002", vec![]),
            // Another counter's calls are no business of this ticket's.
            ("open 2 Mai; take A; +1m; take C elderly; next 2 Mai".to_owned(), "A001", vec![]),
        ] {
            let hall = Scenario::given(&steps).hall;
            let waits =
                hall.tickets().any(|ticket| ticket.number.to_string() == number && ticket.status == Status::Waiting);
            assert!(waits, "{number} waits: {steps}");
            assert_eq!(before(&steps, number), named, "{steps}");
        }
    }

    #[test]
    fn who_came_back_was_handed_on_or_was_chosen_is_named_to_those_whom_they_passed() {
        for (steps, number, named) in [
            (
                "open 1 Hà; take A; take A; take A; next 1 Hà; no-show 1 Hà; next 1 Hà; return A001; +1m; next 1 Hà",
                "A003",
                vec![],
            ),
            ("open 1 Hà; take A; +9m; take A; next 1 Hà; park 1 Hà; +1m; return A001; next 1 Hà", "A002", vec!["A001"]),
            (
                "open 1 Hà; open 3 Tú; take H; take A; +1m; next 3 Tú; transfer 3 Tú 1 front; next 1 Hà",
                "A001",
                vec!["H001"],
            ),
            ("open 1 Hà; take A; take A; take A; choose 1 Hà A002", "A001", vec!["A002"]),
            ("open 1 Hà; take A; take A; take A; choose 1 Hà A002", "A003", vec![]),
        ] {
            assert_eq!(before(steps, number), named, "{number} after {steps}");
        }
    }
}
