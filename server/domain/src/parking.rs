//! Putting the ticket at a counter aside: its citizen fetches a paper, and nobody waits for that.

use jiff::Timestamp;

use crate::command::BackTo;
use crate::decide::Decision;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::{CounterNumber, OfficerName, TicketId};
use crate::refusal::Refusal;
use crate::serving::visit_at;
use crate::setup::Setup;

pub(crate) fn park(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
    back_to: Option<BackTo>,
) -> Result<Decision, Refusal> {
    let ticket = visit_at(hall, setup, counter, officer)?.id;
    let here = match back_to.unwrap_or(setup.rules.away.back_to) {
        BackTo::Here => true,
        BackTo::Anywhere => false,
    };
    Ok(Decision::about(ticket, Fact::TicketParked { ticket, counter, here }))
}

impl Hall {
    pub(crate) fn fold_ticket_parked(&mut self, id: TicketId, counter: CounterNumber, here: bool, at: Timestamp) {
        if self.advance(id, |status| status.parked(here, at)).is_some() {
            self.free_counter(counter, id);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::{Scenario, check, counter};

    #[test]
    fn whoever_is_called_or_served_can_be_put_aside() {
        check(&[
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà", "park 1 Hà", "A001 put aside at 1"),
            ("open 1 Hà; take A; next 1 Hà", "park 1 Hà", "A001 put aside at 1"),
            ("open 1 Hà; take A; next 1 Hà", "park 1 Hà anywhere", "A001 put aside at 1 for any"),
            ("open 1 Hà; take A; next 1 Hà; park 1 Hà", "park 1 Hà", "no: no-visit"),
            ("open 1 Hà; take A", "park 1 Hà", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà; finish 1 Hà", "park 1 Hà", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà", "park 1 Tú", "no: counter-not-yours"),
            ("open 1 Hà; pause 1 Hà", "park 1 Hà", "no: counter-paused"),
            ("", "park 1 Hà", "no: counter-closed"),
            ("", "park 7 Hà", "no: unknown-counter"),
        ]);
    }

    /// eappointment ZMS-3258, -3267: parked and missed visits were called again by themselves.
    #[test]
    fn what_is_put_aside_or_missed_is_never_called_by_itself() {
        check(&[
            ("open 1 Hà; take A; next 1 Hà; park 1 Hà", "next 1 Hà", "nothing"),
            ("open 1 Hà; take A; take A; next 1 Hà; park 1 Hà; +3h", "next 1 Hà", "A002 to 1"),
            ("open 1 Hà; take A; next 1 Hà; no-show 1 Hà; +3h", "next 1 Hà", "nothing"),
            ("open 1 Hà; take A; next 1 Hà; park 1 Hà", "recall 1 Hà", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà; park 1 Hà", "start 1 Hà", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà; park 1 Hà", "no-show 1 Hà", "no: no-visit"),
        ]);
    }

    #[test]
    fn what_is_put_aside_is_neither_served_nor_missed_and_gone_the_next_day() {
        let mut office = Scenario::given("open 1 Hà; take A; next 1 Hà; start 1 Hà; +9m; park 1 Hà");
        let figures = office.hall.figures(counter("1"));
        assert_eq!((figures.served, figures.no_show, office.hall.waiting_total()), (0, 0, 0));
        assert!(office.hall.is_quiet());
        office.run("+24h");
        office.run("day");
        assert_eq!(office.run("return A001"), "no: unknown-ticket");
    }
}
