//! Giving a ticket back: whoever has its secret may, until the visit begins.

use jiff::Timestamp;

use crate::decide::Decision;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::{TicketId, Token};
use crate::refusal::Refusal;
use crate::ticket::Status;

pub(crate) fn cancel(hall: &Hall, token: &Token) -> Result<Decision, Refusal> {
    let ticket = hall.ticket_by_token(token.as_str()).ok_or(Refusal::UnknownTicket)?;
    match ticket.status {
        Status::Waiting | Status::Called { .. } | Status::Parked { .. } => {
            Ok(Decision::about(ticket.id, Fact::TicketCancelled { ticket: ticket.id }))
        }
        // Giving back twice is what a nervous finger does.
        Status::Cancelled { .. } => Ok(Decision { facts: Vec::new(), ticket: Some(ticket.id) }),
        Status::Serving { .. } | Status::Finished { .. } | Status::NoShow { .. } => {
            Err(Refusal::TicketNotWaiting { number: ticket.number.clone() })
        }
    }
}

impl Hall {
    pub(crate) fn fold_ticket_cancelled(&mut self, id: TicketId, at: Timestamp) {
        let Some(before) = self.ticket(id).map(|ticket| ticket.status) else {
            return debug_assert!(false, "there is no ticket {id} to cancel");
        };
        if self.advance(id, |status| status.cancelled(at)).is_none() {
            return;
        }
        match before {
            Status::Waiting => self.leave_line(id),
            Status::Called { counter, .. } => self.free_counter(counter, id),
            // One that was put aside is nowhere; the others can't be cancelled: the step above was none.
            Status::Parked { .. }
            | Status::Serving { .. }
            | Status::Finished { .. }
            | Status::NoShow { .. }
            | Status::Cancelled { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::{Scenario, check, counter};

    #[test]
    fn a_ticket_can_be_given_back_until_its_visit_begins() {
        check(&[
            ("take A", "cancel A001", "A001 given back"),
            ("open 1 Hà; take A; next 1 Hà", "cancel A001", "A001 given back"),
            ("open 1 Hà; take A; next 1 Hà; park 1 Hà", "cancel A001", "A001 given back"),
            ("take A; cancel A001", "cancel A001", "nothing"),
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà", "cancel A001", "no: ticket-not-waiting"),
            ("open 1 Hà; take A; next 1 Hà; finish 1 Hà", "cancel A001", "no: ticket-not-waiting"),
            ("open 1 Hà; take A; next 1 Hà; no-show 1 Hà", "cancel A001", "no: ticket-not-waiting"),
            ("", "cancel A001", "no: unknown-ticket"),
            ("take A; +24h", "cancel A001", "no: unknown-ticket"),
        ]);
    }

    /// eappointment ZMSKVR-346: automatic calls that nobody wanted.
    #[test]
    fn who_gave_the_ticket_back_is_not_called() {
        check(&[
            ("open 1 Hà; take A; take A; cancel A001", "next 1 Hà", "A002 to 1"),
            ("open 1 Hà; take A; cancel A001", "next 1 Hà", "nothing"),
        ]);
    }

    #[test]
    fn a_called_ticket_that_is_given_back_frees_its_counter() {
        let mut office = Scenario::given("open 1 Hà; take A; take A; next 1 Hà; cancel A001");
        assert_eq!(office.hall.counter(counter("1")).visit, None);
        assert_eq!(office.run("recall 1 Hà"), "no: no-visit");
        assert_eq!(office.run("next 1 Hà"), "A002 to 1");
    }
}
