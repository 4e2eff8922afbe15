//! Calling a called ticket once more.

use crate::decide::Decision;
use crate::event::{Event, Fact};
use crate::hall::Hall;
use crate::ids::{CallId, CounterNumber, OfficerName, TicketId};
use crate::refusal::Refusal;
use crate::serving::called_at;
use crate::setup::Setup;

pub(crate) fn recall(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
) -> Result<Decision, Refusal> {
    let ticket = called_at(hall, setup, counter, officer)?;
    Ok(Decision::about(ticket, Fact::TicketRecalled { ticket, counter }))
}

impl Hall {
    pub(crate) fn fold_ticket_recalled(&mut self, event: &Event, id: TicketId, counter: CounterNumber) {
        if self.advance(id, |status| status.recalled(CallId(event.number))).is_some() {
            self.remember_call(event, id, counter, true);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ids::{CallId, TicketId};
    use crate::scenario::{Scenario, check};
    use crate::ticket::Status;

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
}
