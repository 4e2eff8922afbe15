//! The called citizen did not come.

use jiff::Timestamp;

use crate::decide::Decision;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::{CounterNumber, OfficerName, TicketId};
use crate::recalling::seconds_until_next;
use crate::refusal::Refusal;
use crate::serving::called_at;
use crate::setup::Setup;
use crate::ticket::{Status, Ticket};

pub(crate) fn mark(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
    now: Timestamp,
) -> Result<Decision, Refusal> {
    let ticket = called_at(hall, setup, counter, officer)?;
    let rules = setup.rules.calling;
    let recalls = rules.recalls_min.saturating_sub(recalls_of(ticket));
    let seconds = seconds_until_next(ticket, rules, now);
    if recalls > 0 || seconds > 0 {
        return Err(Refusal::NoShowTooEarly { number: ticket.number.clone(), recalls, seconds });
    }
    let ticket = ticket.id;
    Ok(Decision::about(ticket, Fact::TicketNoShow { ticket, counter }))
}

fn recalls_of(ticket: &Ticket) -> u16 {
    match ticket.status {
        Status::Called { recalls, .. } => recalls,
        Status::Waiting
        | Status::Serving { .. }
        | Status::Parked { .. }
        | Status::Finished { .. }
        | Status::NoShow { .. }
        | Status::Cancelled { .. } => 0,
    }
}

impl Hall {
    pub(crate) fn fold_ticket_no_show(&mut self, id: TicketId, counter: CounterNumber, at: Timestamp) {
        if self.advance(id, |status| status.missed(at)).is_some() {
            self.figures.entry(counter).or_default().count_no_show();
            self.free_counter(counter, id);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::{Scenario, check, counter};

    #[test]
    fn only_a_called_citizen_can_be_missed() {
        check(&[
            ("open 1 Hà; take A; next 1 Hà", "no-show 1 Hà", "A001 missed at 1"),
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà", "no-show 1 Hà", "no: not-called"),
            ("open 1 Hà; take A", "no-show 1 Hà", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà; no-show 1 Hà", "no-show 1 Hà", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà", "no-show 1 Tú", "no: counter-not-yours"),
            ("", "no-show 1 Hà", "no: counter-closed"),
            ("", "no-show 7 Hà", "no: unknown-counter"),
        ]);
    }

    #[test]
    fn a_no_show_counts_as_one_and_not_as_served() {
        let mut office = Scenario::given("open 1 Hà; take A; take A; next 1 Hà; no-show 1 Hà");
        let figures = office.hall.figures(counter("1"));
        assert_eq!((figures.served, figures.no_show), (0, 1));
        assert_eq!(office.run("next 1 Hà"), "A002 to 1");
    }

    /// novosga#349: a minimum of calls, and a delay, before somebody counts as missing.
    #[test]
    fn nobody_is_missed_before_the_calls_and_the_time_that_the_set_up_wants() {
        let mut office = Scenario::given("");
        office.setup.rules.calling.gap_seconds = 20;
        office.setup.rules.calling.recalls_min = 1;
        for (step, said) in [
            ("open 1 Hà", "1 opened by Hà"),
            ("take A", "A001 taken, 0 ahead"),
            ("next 1 Hà", "A001 to 1"),
            ("+20s", ""),
            ("no-show 1 Hà", "no: no-show-too-early"),
            ("recall 1 Hà", "A001 to 1 again"),
            ("+19s", ""),
            ("no-show 1 Hà", "no: no-show-too-early"),
            ("+1s", ""),
            ("no-show 1 Hà", "A001 missed at 1"),
        ] {
            assert_eq!(office.run(step), said, "{step}");
        }
    }
}
