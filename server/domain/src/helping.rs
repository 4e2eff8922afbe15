//! An officer asks for help, silently: colleagues' desks and the supervisor see it, the hall does not.

use jiff::{SignedDuration, Timestamp};

use crate::counter::Standing;
use crate::decide::Decision;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::{CounterNumber, OfficerName};
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::staffing::known;

/// A call for help ends by itself after this: long enough for somebody from the other end of the house, and short
/// enough that one that nobody ended is not taken for the next.
pub(crate) const HELP_LASTS: SignedDuration = SignedDuration::from_mins(10);

/// Asks for help at a counter, by whoever holds it.
pub(crate) fn ask(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
    now: Timestamp,
) -> Result<Decision, Refusal> {
    let current = known(hall, setup, counter)?;
    match &current.standing {
        Standing::Closed => return Err(Refusal::CounterClosed { counter }),
        Standing::Open { officer: holder, .. } | Standing::Paused { officer: holder, .. } if holder != officer => {
            return Err(Refusal::CounterNotYours { counter, officer: holder.clone() });
        }
        Standing::Open { .. } | Standing::Paused { .. } => {}
    }
    // Asked for once more it lasts on.
    let is_new = hall.help_since(counter, now).is_none_or(|since| now.duration_since(since) >= HELP_LASTS / 2);
    Ok(Decision::of(is_new.then_some(Fact::HelpAsked { counter })))
}

/// Ends a call for help: whoever asked, or whoever came.
pub(crate) fn end(hall: &Hall, setup: &Setup, counter: CounterNumber, now: Timestamp) -> Result<Decision, Refusal> {
    known(hall, setup, counter)?;
    let is_on = hall.help_since(counter, now).is_some();
    Ok(Decision::of(is_on.then_some(Fact::HelpEnded { counter })))
}

impl Hall {
    /// Since when an officer asks for help at a counter; none when nobody does, or did so too long ago.
    #[must_use]
    pub fn help_since(&self, counter: CounterNumber, now: Timestamp) -> Option<Timestamp> {
        self.help.get(&counter).copied().filter(|since| now.duration_since(*since) < HELP_LASTS)
    }

    /// The counters that ask for help, with since when.
    pub fn help_asked(&self, now: Timestamp) -> impl Iterator<Item = (CounterNumber, Timestamp)> {
        self.help.keys().filter_map(move |counter| Some((*counter, self.help_since(*counter, now)?)))
    }

    pub(crate) fn fold_help_asked(&mut self, counter: CounterNumber, at: Timestamp) {
        self.help.insert(counter, at);
    }

    pub(crate) fn fold_help_ended(&mut self, counter: CounterNumber) {
        self.help.remove(&counter);
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::{Scenario, check, counter};

    #[test]
    fn help_is_asked_for_by_whoever_holds_the_counter_and_ended_by_anybody_of_the_staff() {
        check(&[
            ("open 1 Hà", "help 1 Hà", "1 asks for help"),
            ("open 1 Hà; pause 1 Hà", "help 1 Hà", "1 asks for help"),
            ("open 1 Hà; help 1 Hà", "help 1 Hà", "nothing"),
            ("open 1 Hà; help 1 Hà", "helped 1", "1 was helped"),
            ("open 1 Hà", "helped 1", "nothing"),
            ("open 1 Hà", "help 1 Tú", "no: counter-not-yours"),
            ("", "help 1 Hà", "no: counter-closed"),
            ("", "help 9 Hà", "no: unknown-counter"),
        ]);
    }

    #[test]
    fn a_call_for_help_ends_by_itself_with_the_counter_and_can_be_made_again() {
        let mut office = Scenario::given("open 1 Hà; help 1 Hà; +9m");
        assert!(office.hall.help_since(counter("1"), office.now).is_some());
        assert_eq!(office.run("help 1 Hà"), "1 asks for help", "it lasts on");
        office.run("+10m");
        assert_eq!(office.hall.help_since(counter("1"), office.now), None);
        office.run("help 1 Hà");
        assert_eq!(office.hall.help_asked(office.now).count(), 1);
        office.run("close 1 Hà");
        assert_eq!(office.hall.help_asked(office.now).count(), 0);
    }
}
