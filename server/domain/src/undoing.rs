//! Taking back the last step at a counter: a wrong key costs nobody their place.
//!
//! For some seconds the hall can be put back as it was: the ticket's status and place, the visit, the figures, the list
//! of calls, and what the forecast learned. One step a counter and no further: nobody plays back a day. A call can be
//! taken back, also one that ended a visit, though some may have heard it: else the wrong person is called for good. A
//! recall changes nothing but what was heard, so that there is nothing to take back.
//!
//! A pause can be taken back, since its key may have ended a visit. Opening and closing a counter can't: they are
//! chosen in a menu, each takes back the other, and a closed counter may be claimed by anybody.

use jiff::{SignedDuration, Timestamp};

use crate::counter::Standing;
use crate::decide::Decision;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::{CounterNumber, EventNumber, OfficerName, TicketId};
use crate::last_step::{LastStep, Step};
use crate::number::TicketNumber;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::staffing::known;
use crate::ticket::{Status, Ticket};

/// The longest time that a set-up may give: what is older is settled in the fold, which knows no set-up.
pub(crate) const UNDO_MAX: SignedDuration = SignedDuration::from_secs(60);

/// What an officer can take back now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undoable<'h> {
    /// What was done.
    pub step: Step,
    /// With which ticket; none for a pause without a visit.
    pub number: Option<&'h TicketNumber>,
    /// Until when it can be taken back.
    pub until: Timestamp,
}

/// What can be taken back at a counter until the time that it names, as the hall stands.
#[must_use]
pub fn undoable<'h>(hall: &'h Hall, setup: &Setup, counter: CounterNumber) -> Option<Undoable<'h>> {
    let step = hall.steps.get(&counter).filter(|step| step.step != Step::Recall && overtaken(hall, step).is_none())?;
    let time = Some(time_of(setup)).filter(SignedDuration::is_positive)?;
    let number = step.ticket.and_then(|id| hall.ticket(id)).map(|ticket| &ticket.number);
    Some(Undoable { step: step.step, number, until: step.at.checked_add(time).ok()? })
}

/// Until when a step can be taken back that changed this ticket; none when there is none. What would be needed again
/// then is kept until that time.
#[must_use]
pub fn undoable_until(hall: &Hall, setup: &Setup, ticket: TicketId) -> Option<Timestamp> {
    let changes = |step: &LastStep| step.changes.iter().any(|change| change.before.id == ticket);
    let counters = hall.steps.iter().filter(|(_, step)| changes(step)).map(|(counter, _)| *counter);
    counters.filter_map(|counter| undoable(hall, setup, counter)).map(|undo| undo.until).max()
}

pub(crate) fn undo(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
    now: Timestamp,
) -> Result<Decision, Refusal> {
    match &known(hall, setup, counter)?.standing {
        Standing::Closed => return Err(Refusal::CounterClosed { counter }),
        Standing::Open { officer: holder, .. } | Standing::Paused { officer: holder, .. } if holder != officer => {
            return Err(Refusal::CounterNotYours { counter, officer: holder.clone() });
        }
        Standing::Open { .. } | Standing::Paused { .. } => {}
    }
    let time = time_of(setup);
    if time.is_zero() {
        return Err(Refusal::UndoOff);
    }
    let step = hall.steps.get(&counter).ok_or(Refusal::NothingToUndo { counter })?;
    if now.duration_since(step.at) > time {
        return Err(Refusal::UndoTooLate { counter, seconds: setup.rules.undo.seconds });
    }
    if let Some(ticket) = overtaken(hall, step) {
        return Err(Refusal::UndoOvertaken { number: ticket.number.clone(), status: ticket.status });
    }
    match step.step {
        Step::Recall => Err(Refusal::UndoRecall { counter }),
        Step::Call
        | Step::Start
        | Step::Note
        | Step::Services
        | Step::Finish
        | Step::NoShow
        | Step::Park
        | Step::Transfer
        | Step::Pause => {
            let (first, last) = (*step.events.start(), *step.events.end());
            let fact = Fact::StepUndone { counter, first, last, ticket: step.ticket };
            Ok(Decision { facts: vec![fact], ticket: step.ticket })
        }
    }
}

fn time_of(setup: &Setup) -> SignedDuration {
    SignedDuration::from_secs(setup.rules.undo.seconds.into()).min(UNDO_MAX)
}

/// A ticket of the step that is no more as the step left it: it was called elsewhere, came back, was given back.
fn overtaken<'h>(hall: &'h Hall, step: &LastStep) -> Option<&'h Ticket> {
    step.changes.iter().find_map(|change| hall.ticket(change.after.id).filter(|ticket| **ticket != change.after))
}

impl Hall {
    pub(crate) fn fold_step_undone(&mut self, number: CounterNumber, first: EventNumber, last: EventNumber) {
        let step = self.steps.remove(&number).filter(|step| step.events == (first..=last));
        debug_assert!(step.is_some(), "the last step of counter {number} is not {first} to {last}");
        let Some(LastStep { events, changes, counter, figures, freed, .. }) = step else { return };
        for change in changes.into_iter().rev() {
            self.restore(change.before);
        }
        self.counters.insert(number, counter);
        self.figures.insert(number, figures);
        self.calls.retain(|call| !events.contains(&call.id.0));
        self.unlearn(number, &events, freed);
    }

    /// A ticket is again as it was. Who waited for one counter alone that was closed since then waits for all.
    fn restore(&mut self, mut before: Ticket) {
        if let Some(ticket) = self.tickets.get(&before.id).filter(|ticket| waits(ticket)) {
            self.line.remove(ticket);
        }
        if before.status.is_away() {
            self.away.insert(before.id);
        } else {
            self.away.remove(&before.id);
        }
        if waits(&before) {
            before.place.counter =
                before.place.counter.filter(|counter| self.counter(*counter).standing.officer().is_some());
            self.line.add(&before);
        }
        self.tickets.insert(before.id, before);
    }
}

fn waits(ticket: &Ticket) -> bool {
    matches!(ticket.status, Status::Waiting)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{Actor, Event};
    use crate::scenario::{Scenario, check, counter};

    const SERVING: &str = "open 1 Hà; open 3 Tú; take A; +2m; take A; take A; next 1 Hà; start 1 Hà; +9m";
    const CALLED: &str = "open 1 Hà; open 3 Tú; take A; +2m; take A; take A; next 1 Hà; +9m";

    #[test]
    fn each_step_can_be_taken_back_within_the_seconds_of_the_set_up() {
        for (given, step, said) in [
            (SERVING, "next 1 Hà", "A002 as before at 1"),
            (SERVING, "choose 1 Hà A003", "A003 as before at 1"),
            (SERVING, "finish 1 Hà", "A001 as before at 1"),
            (SERVING, "finish 1 Hà received", "A001 as before at 1"),
            (SERVING, "next 1 Hà received", "A002 as before at 1"),
            (SERVING, "note 1 Hà received", "A001 as before at 1"),
            ("open 1 Hà; take A; next 1 Hà; finish 1 Hà", "note 1 Hà received", "A001 as before at 1"),
            (SERVING, "park 1 Hà", "A001 as before at 1"),
            (SERVING, "transfer 1 Hà H", "A001 as before at 1"),
            (SERVING, "transfer 1 Hà 3 front", "A001 as before at 1"),
            (SERVING, "pause 1 Hà", "A001 as before at 1"),
            (CALLED, "start 1 Hà", "A001 as before at 1"),
            (CALLED, "no-show 1 Hà", "A001 as before at 1"),
            (CALLED, "next 1 Hà", "A002 as before at 1"),
            ("open 1 Hà", "pause 1 Hà 5", "the pause as before at 1"),
            ("open 1 Hà; take A", "next 1 Hà", "A001 as before at 1"),
            ("open 1 Hà; take A; next 1 Hà; park 1 Hà", "choose 1 Hà A001", "A001 as before at 1"),
            ("open 1 Hà; open 3 Tú; take A; next 3 Tú; transfer 3 Tú 1", "next 1 Hà", "A001 as before at 1"),
            ("open 1 Hà; take A; take A; next 1 Hà; finish 1 Hà; +1m", "next 1 Hà", "A002 as before at 1"),
            ("open 1 Hà; take A; next 1 Hà; no-show 1 Hà; +1m", "choose 1 Hà A001", "A001 as before at 1"),
        ] {
            let before = Scenario::given(given);
            let mut office = Scenario::given(&format!("{given}; {step}; +10s"));
            assert_eq!(office.run("undo 1 Hà"), said, "given {given:?}, {step:?}");
            assert_alike(&office.hall, &before.hall);
            assert_eq!(office.run("undo 1 Hà"), "no: nothing-to-undo", "once");
            let mut unpressed = Scenario::given(given);
            unpressed.run("+10s");
            assert_eq!(office.run(step), unpressed.run(step), "the same key works as if it had never been pressed");
        }
    }

    /// All but what says that something was done and taken back.
    fn assert_alike(found: &Hall, expected: &Hall) {
        assert_eq!(found.tickets, expected.tickets);
        assert_eq!(found.line.total(), expected.line.total());
        for code in ["A", "C", "H", "F"].map(crate::scenario::code) {
            let lane = |hall: &Hall| {
                hall.line.of_service(&code).into_iter().flat_map(crate::ranked::Ranked::iter).collect::<Vec<_>>()
            };
            assert_eq!((lane(found), found.line.waiting(&code)), (lane(expected), expected.line.waiting(&code)));
        }
        assert_eq!(found.away, expected.away);
        assert_eq!(found.calls, expected.calls);
        assert_eq!(found.seen, expected.seen, "nothing is learned twice");
        for number in ["1", "2", "3"].map(counter) {
            assert_eq!(found.counter(number), expected.counter(number));
            assert_eq!(found.figures(number), expected.figures(number));
            assert_eq!(found.freed_at(number), expected.freed_at(number));
        }
    }

    #[test]
    fn what_can_not_be_taken_back_is_refused_with_its_own_reason() {
        let handed_on = format!("{SERVING}; transfer 1 Hà 3 front");
        let parked = format!("{SERVING}; park 1 Hà");
        check(&[
            ("open 1 Hà", "undo 1 Hà", "no: nothing-to-undo"),
            (&format!("{SERVING}; finish 1 Hà; +11s"), "undo 1 Hà", "no: undo-too-late"),
            (&format!("{CALLED}; recall 1 Hà"), "undo 1 Hà", "no: undo-recall"),
            (&format!("{handed_on}; next 3 Tú"), "undo 1 Hà", "no: undo-overtaken"),
            (&format!("{handed_on}; cancel A001"), "undo 1 Hà", "no: undo-overtaken"),
            (&format!("{parked}; return A001"), "undo 1 Hà", "no: undo-overtaken"),
            (&format!("{parked}; cancel A001"), "undo 1 Hà", "no: undo-overtaken"),
            (&format!("{parked}; choose 3 Tú A001"), "undo 1 Hà", "no: undo-overtaken"),
            ("open 1 Hà; take A; next 1 Hà; cancel A001", "undo 1 Hà", "no: undo-overtaken"),
            ("open 1 Hà; open 3 Tú; take H; pause 3 Tú 60 to 1", "undo 3 Tú", "no: nothing-to-undo"),
            (&format!("{SERVING}; finish 1 Hà"), "undo 1 Tú", "no: counter-not-yours"),
            (&format!("{SERVING}; close 1 Hà"), "undo 1 Hà", "no: counter-closed"),
            (&format!("{SERVING}; finish 1 Hà; close 1 Hà; open 1 Tú"), "undo 1 Tú", "no: nothing-to-undo"),
            ("open 1 Hà; pause 1 Hà; open 1 Hà", "undo 1 Hà", "no: nothing-to-undo"),
            (&format!("+14h45m; {SERVING}; +10m; day"), "undo 1 Hà", "no: nothing-to-undo"),
            ("", "undo 7 Hà", "no: unknown-counter"),
        ]);
    }

    #[test]
    fn a_call_elsewhere_that_was_taken_back_is_in_nobodys_way() {
        let mut office = Scenario::given(&format!("{SERVING}; transfer 1 Hà 3 front; next 3 Tú; undo 3 Tú"));
        assert_eq!(office.run("undo 1 Hà"), "A001 as before at 1");
        assert_eq!(office.run("undo 3 Tú"), "no: nothing-to-undo");
        assert_alike(&office.hall, &Scenario::given(SERVING).hall);
    }

    #[test]
    fn the_set_up_says_how_long_and_never_beyond_a_minute() {
        let mut office = Scenario::given(&format!("{SERVING}; finish 1 Hà"));
        office.setup.rules.undo.seconds = 0;
        assert_eq!(office.run("undo 1 Hà"), "no: undo-off");
        assert_eq!(undoable(&office.hall, &office.setup, counter("1")), None);
        office.setup.rules.undo.seconds = 600;
        office.run("+61s");
        assert_eq!(office.run("undo 1 Hà"), "no: undo-too-late");
    }

    #[test]
    fn the_desk_knows_what_can_be_taken_back_and_until_when() {
        let mut office = Scenario::given(CALLED);
        let at = counter("1");
        office.run("no-show 1 Hà");
        let number = office.hall.ticket(TicketId(1)).map(|ticket| ticket.number.clone());
        let until = office.now + SignedDuration::from_secs(10);
        let expected = Undoable { step: Step::NoShow, number: number.as_ref(), until };
        assert_eq!(undoable(&office.hall, &office.setup, at), Some(expected));
        office.run("return A001");
        assert_eq!(undoable(&office.hall, &office.setup, at), None, "it came back");
        for step in ["next 1 Hà", "recall 1 Hà"] {
            office.run(step);
        }
        assert_eq!(undoable(&office.hall, &office.setup, at), None, "it was heard");
    }

    #[test]
    fn what_a_visit_needs_is_kept_while_its_end_can_be_taken_back() {
        let mut office = Scenario::given(SERVING);
        office.run("next 1 Hà");
        let until = office.now + SignedDuration::from_secs(10);
        let found = |office: &Scenario, id| undoable_until(&office.hall, &office.setup, TicketId(id));
        assert_eq!([found(&office, 1), found(&office, 2), found(&office, 3)], [Some(until), Some(until), None]);
        office.run("start 1 Hà");
        assert_eq!(found(&office, 1), None, "its end stands now");
    }

    #[test]
    fn what_others_do_meanwhile_stays_and_the_forecast_counts_it_once() {
        let others =
            "take A; finish 3 Tú; next 3 Tú; take H; +25s; next 3 Tú; finish 3 Tú; pause 3 Tú; +20s; open 3 Tú";
        let given = "open 1 Hà; open 3 Tú; take A; take H; next 1 Hà; start 1 Hà; next 3 Tú; +7m";
        let mut office = Scenario::new();
        office.setup.rules.undo.seconds = 60;
        for step in format!("day; {given}; finish 1 Hà; {others}").split("; ") {
            assert!(!office.run(step).starts_with("no:"), "{step}");
        }
        assert_eq!(office.run("undo 1 Hà"), "A001 as before at 1");
        let untouched = Scenario::given(&format!("{given}; {others}"));
        assert_eq!(office.hall.seen, untouched.hall.seen);
        assert_eq!(office.hall.figures(counter("3")), untouched.hall.figures(counter("3")));
        assert_eq!(office.hall.counter(counter("1")), untouched.hall.counter(counter("1")));
    }

    /// The strip on the wall shows eight.
    #[test]
    fn a_call_that_is_taken_back_vanishes_and_the_one_that_it_replaced_is_back() {
        let mut office = Scenario::given("open 1 Hà; open 3 Tú");
        for _ in 0..9 {
            office.run("take A");
            office.run("next 1 Hà");
        }
        for step in ["take A", "take A"] {
            office.run(step);
        }
        let calls =
            |office: &Scenario| office.hall.recent_calls().map(|call| call.number.to_string()).collect::<Vec<_>>();
        let before = calls(&office);
        assert_eq!((before.len(), before[0].as_str(), before[7].as_str()), (8, "A009", "A002"));
        for step in ["next 1 Hà", "next 3 Tú"] {
            office.run(step);
        }
        assert_eq!(calls(&office)[7], "A004");
        for step in ["undo 1 Hà", "undo 3 Tú"] {
            assert!(office.run(step).ends_with(&format!("as before at {}", &step[5..6])));
        }
        assert_eq!(calls(&office), before);
    }

    /// Nobody is to wait for an empty chair.
    #[test]
    fn who_waited_for_a_counter_that_closed_meanwhile_waits_for_all() {
        let mut office = Scenario::given(
            "open 1 Hà; open 2 Mai; open 3 Tú; take A; next 1 Hà; transfer 1 Hà 3; choose 1 Hà A001; close 3 Tú",
        );
        assert_eq!(office.run("undo 1 Hà"), "A001 as before at 1");
        assert_eq!(office.hall.ticket(TicketId(1)).and_then(|ticket| ticket.place.counter), None);
        assert_eq!(office.run("next 1 Hà"), "A001 to 1");
    }

    #[test]
    fn a_pause_of_an_administrator_is_not_the_officers_to_take_back() {
        let mut office = Scenario::given("open 1 Hà; take A; next 1 Hà; finish 1 Hà");
        let number = office.hall.last_number().next();
        let fact = Fact::CounterPaused { counter: counter("1"), until: None, reason: None };
        let by = Actor::Administrator("Lan".to_owned());
        office.hall.apply(&Event { number, at: office.now, by, key: None, fact });
        assert_eq!(office.run("undo 1 Hà"), "no: nothing-to-undo");
    }

    #[test]
    fn the_hall_keeps_one_step_a_counter_whatever_is_done() {
        let mut office = Scenario::given("open 1 Hà; open 3 Tú; take A; next 3 Tú");
        for _ in 0..3_000 {
            for step in ["take A", "next 1 Hà", "finish 1 Hà"] {
                office.run(step);
            }
        }
        assert_eq!(office.hall.steps.len(), 1, "the one that was in the way of all others can't be taken back");
        let size = serde_json::to_string(&office.hall.sights).expect("JSON").len();
        assert!(size < 300_000, "{size}");
        assert_eq!(office.run("undo 1 Hà"), "A3051 as before at 1");
    }
}
