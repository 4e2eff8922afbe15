//! Calling a called ticket once more.

use jiff::Timestamp;

use crate::decide::Decision;
use crate::event::{Event, Fact};
use crate::hall::Hall;
use crate::ids::{CallId, CounterNumber, OfficerName, TicketId};
use crate::refusal::Refusal;
use crate::rules::Calling;
use crate::serving::called_at;
use crate::setup::Setup;
use crate::ticket::{Status, Ticket};

pub(crate) fn recall(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
    now: Timestamp,
) -> Result<Decision, Refusal> {
    let ticket = called_at(hall, setup, counter, officer)?;
    let seconds = seconds_until_next(ticket, setup.rules.calling, now);
    if seconds > 0 {
        return Err(Refusal::RecallTooEarly { number: ticket.number.clone(), seconds });
    }
    let ticket = ticket.id;
    Ok(Decision::about(ticket, Fact::TicketRecalled { ticket, counter }))
}

/// Seconds that the newest call of a ticket still needs to be heard and followed; 0 when it has had its time.
pub(crate) fn seconds_until_next(ticket: &Ticket, rules: Calling, now: Timestamp) -> u32 {
    let newest_at = match ticket.status {
        Status::Called { newest_at, .. } => newest_at,
        Status::Waiting
        | Status::Serving { .. }
        | Status::Parked { .. }
        | Status::Finished { .. }
        | Status::NoShow { .. }
        | Status::Cancelled { .. } => return 0,
    };
    let passed = u32::try_from(now.duration_since(newest_at).as_secs()).unwrap_or(0);
    rules.gap_seconds.saturating_sub(passed)
}

impl Hall {
    pub(crate) fn fold_ticket_recalled(&mut self, event: &Event, id: TicketId, counter: CounterNumber) {
        if self.advance(id, |status| status.recalled(CallId(event.number), event.at)).is_some() {
            self.remember_call(event, id, counter, true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{CallId, TicketId};
    use crate::scenario::{Scenario, check};

    /// eappointment ZMSKVR-1102: a visit vanished when it was called again.
    #[test]
    fn only_a_called_ticket_is_called_again() {
        check(&[
            ("open 1 Hà; take A; next 1 Hà", "recall 1 Hà", "A001 to 1 again"),
            ("open 1 Hà; take A; next 1 Hà; recall 1 Hà", "recall 1 Hà", "A001 to 1 again"),
            ("open 1 Hà; take A", "recall 1 Hà", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà", "recall 1 Hà", "no: not-called"),
            ("open 1 Hà; take A; next 1 Hà; no-show 1 Hà", "recall 1 Hà", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà", "recall 1 Tú", "no: counter-not-yours"),
            ("", "recall 1 Hà", "no: counter-closed"),
            ("open 1 Hà; pause 1 Hà", "recall 1 Hà", "no: counter-paused"),
            ("", "recall 7 Hà", "no: unknown-counter"),
        ]);
    }

    #[test]
    fn a_recall_is_a_new_call_of_the_same_visit() {
        let mut office = Scenario::given("open 1 Hà; take A; next 1 Hà; +2m; recall 1 Hà");
        let last = office.hall.last_number();
        let status = office.hall.ticket(TicketId(1)).expect("the ticket").status;
        let Status::Called { call, called_at, recalls, .. } = status else { panic!("not called: {status:?}") };
        assert_eq!((call, recalls), (CallId(last), 1));
        assert!(called_at < office.now, "called_at is the first call's");
        assert_eq!(office.run("start 1 Hà"), "A001 starts at 1");
    }

    #[test]
    fn calls_of_one_ticket_have_the_gap_of_the_set_up_between_them() {
        let mut office = Scenario::given("");
        office.setup.rules.calling.gap_seconds = 20;
        for (step, said) in [
            ("open 1 Hà", "1 opened by Hà"),
            ("take A", "A001 taken, 0 ahead"),
            ("next 1 Hà", "A001 to 1"),
            ("+19s", ""),
            ("recall 1 Hà", "no: recall-too-early"),
            ("+1s", ""),
            ("recall 1 Hà", "A001 to 1 again"),
            ("recall 1 Hà", "no: recall-too-early"),
            ("start 1 Hà", "A001 starts at 1"),
        ] {
            assert_eq!(office.run(step), said, "{step}");
        }
    }
}
