//! A note on a ticket: what an officer wants the next one to know. Its text is personal and lies beside the journal,
//! which keeps only that there is one, and who wrote it.

use crate::decide::Decision;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::{CounterNumber, OfficerName, TicketId};
use crate::refusal::Refusal;
use crate::serving::last_visit;
use crate::setup::Setup;
use crate::staffing::held_by;
use crate::ticket::Ticket;

/// The ticket that an officer's counter writes notes on: that of its visit, or of the one that ended there last.
///
/// # Errors
/// The counter is not the officer's, or had no visit since it was opened.
pub fn noted_at<'h>(
    hall: &'h Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
) -> Result<&'h Ticket, Refusal> {
    let current = held_by(hall, setup, counter, officer)?;
    let visit = current.visit.and_then(|id| hall.ticket(id));
    visit.or_else(|| last_visit(hall, counter)).ok_or(Refusal::NoVisit { counter })
}

pub(crate) fn write(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
    (ticket, erased): (TicketId, bool),
) -> Result<Decision, Refusal> {
    if noted_at(hall, setup, counter, officer)?.id != ticket {
        return Err(Refusal::NoVisit { counter });
    }
    let is_news = !erased || hall.has_note(ticket);
    let facts = is_news.then_some(Fact::NoteWritten { ticket, counter, erased }).into_iter().collect();
    Ok(Decision { facts, ticket: Some(ticket) })
}

impl Hall {
    /// Whether somebody wrote a note on a ticket that is not erased.
    #[must_use]
    pub fn has_note(&self, ticket: TicketId) -> bool {
        self.noted.contains(&ticket)
    }

    pub(crate) fn fold_note_written(&mut self, id: TicketId, erased: bool) {
        debug_assert!(self.ticket(id).is_some(), "there is no ticket {id} to note something on");
        if erased {
            self.noted.remove(&id);
        } else {
            self.noted.insert(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ids::TicketId;
    use crate::scenario::{Scenario, check};

    #[test]
    fn a_note_is_written_on_the_ticket_at_the_counter_or_the_one_that_left_it() {
        check(&[
            ("open 1 Hà; take A; next 1 Hà", "write 1 Hà A001", "A001 noted at 1"),
            ("open 1 Hà; take A; next 1 Hà; write 1 Hà A001", "write 1 Hà A001", "A001 noted at 1"),
            ("open 1 Hà; take A; next 1 Hà; finish 1 Hà", "write 1 Hà A001", "A001 noted at 1"),
            ("open 1 Hà; take A; next 1 Hà; write 1 Hà A001", "erase 1 Hà A001", "A001 noted no more at 1"),
            ("open 1 Hà; take A; next 1 Hà", "erase 1 Hà A001", "nothing"),
            // Who goes on is the one whom somebody else will read about.
            ("open 1 Hà; take A then H; next 1 Hà; finish 1 Hà", "write 1 Hà A001", "A001 noted at 1"),
            (
                "open 1 Hà; open 3 Tú; take A then H; next 1 Hà; finish 1 Hà; next 3 Tú",
                "write 1 Hà A001",
                "no: no-visit",
            ),
            ("open 1 Hà; take A", "write 1 Hà A001", "no: no-visit"),
            ("open 1 Hà; take A; take A; next 1 Hà", "write 1 Hà A002", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà", "write 1 Tú A001", "no: counter-not-yours"),
        ]);
    }

    #[test]
    fn a_note_stays_with_its_ticket_and_goes_with_the_day() {
        let mut office = Scenario::given("open 1 Hà; open 3 Tú; take A; next 1 Hà; write 1 Hà A001; transfer 1 Hà H");
        assert!(office.hall.has_note(TicketId(1)));
        assert_eq!(office.run("next 3 Tú"), "A001 to 3");
        assert!(office.hall.has_note(TicketId(1)));
        office.run("finish 3 Tú");
        office.run("+24h");
        office.run("day");
        assert!(!office.hall.has_note(TicketId(1)));
    }

    #[test]
    fn a_note_does_not_stand_in_the_way_of_taking_a_step_back() {
        check(&[(
            "open 1 Hà; take A; next 1 Hà; start 1 Hà; finish 1 Hà; write 1 Hà A001",
            "undo 1 Hà",
            "A001 as before at 1",
        )]);
    }
}
