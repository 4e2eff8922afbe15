//! What a changed set-up would have done: a day that was, played once more by other rules.
//!
//! The same people come at the same times, each visit takes as long as it took, and counters are open when they were;
//! who is called when is decided anew, by the real rules. Officers need as long from a visit to the next call as they
//! did. Calls out of turn are left out: they are no rule's. What is not known, as the visit of somebody whom nobody
//! called that day, is what was usual that day. So the day is also played by the rules as they are: how far that
//! differs from what happened is how far a preview can be trusted.
//!
//! Whether a ticket for several services goes on after a visit is decided anew, too: what it went on for then and is
//! done at the same counter now takes as long there as it did elsewhere. Where it goes on to what was done in the same
//! visit then, that visit keeps its whole length, and the next one takes what is usual.

mod queue;
mod replay;
mod script;

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::event::Event;
use crate::ids::{PriorityId, TicketId};
use crate::number::TicketNumber;
use crate::setup::Setup;
use replay::{Outcome, play};
use script::{Arrival, Script};

/// Tickets whose wait would have changed most.
const MOVED_MAX: usize = 10;

/// Tickets of the queue as it is now.
const NEXT_MAX: usize = 10;

/// A day by two set-ups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preview {
    /// Which day; none when the events tell of none.
    pub day: Option<Date>,
    /// All tickets together, then those without a class, then each class that came.
    pub classes: Vec<ClassWaits>,
    /// Tickets that would have been called earlier than by the rules as they are.
    pub earlier: u32,
    /// Tickets that would have been called later.
    pub later: u32,
    /// Whose wait differs most, the greatest difference first.
    pub moved: Vec<Moved>,
    /// Tickets that the changed set-up would not have given, as when it has no such service.
    pub refused: u32,
    /// Who is next in the hall now, by the rules as they are.
    pub next_present: Vec<TicketNumber>,
    /// The same people by the changed ones.
    pub next_changed: Vec<TicketNumber>,
}

/// How long a class waited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassWaits {
    /// Whose.
    pub class: Class,
    /// As it was.
    pub happened: Waits,
    /// Played by the rules as they are.
    pub present: Waits,
    /// Played by the changed ones.
    pub changed: Waits,
}

/// Whose waits they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Class {
    /// Everybody's.
    All,
    /// Of those without a priority class.
    None,
    /// Of a priority class.
    Priority(PriorityId),
}

/// Waits until the first call.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waits {
    /// Tickets that were called.
    pub called: u32,
    /// Tickets that were not, given back or still waiting at the day's end.
    pub uncalled: u32,
    /// Their mean.
    pub mean_seconds: u32,
    /// Nineteen of twenty waited no longer.
    pub p95_seconds: u32,
}

/// Somebody who would have been called at another time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// As on the slip.
    pub number: TicketNumber,
    /// When it was taken.
    pub taken_at: Timestamp,
    /// The wait by the rules as they are.
    pub present_seconds: u32,
    /// The wait by the changed ones.
    pub changed_seconds: u32,
}

impl Preview {
    /// Plays the day of these events by the set-up that is in force and by the changed one; `today` are the events of
    /// the day at hand.
    #[must_use]
    pub fn of(events: &[Event], today: &[Event], present: &Setup, changed: &Setup) -> Self {
        let script = Script::read(events, present);
        let (by_present, by_changed) = (play(&script, present, present), play(&script, changed, present));
        let moved = moved(&script, &by_present, &by_changed);
        let (next_present, next_changed) = queue::next(today, present, changed, NEXT_MAX);
        Self {
            day: script.day,
            classes: classes(&script, &by_present, &by_changed),
            earlier: count(&moved, |moved| moved.changed_seconds < moved.present_seconds),
            later: count(&moved, |moved| moved.changed_seconds > moved.present_seconds),
            moved: moved.into_iter().take(MOVED_MAX).collect(),
            refused: by_changed.refused,
            next_present,
            next_changed,
        }
    }
}

/// Waits by ticket; only of those that were called.
type WaitOf = BTreeMap<TicketId, SignedDuration>;

fn classes(script: &Script, present: &Outcome, changed: &Outcome) -> Vec<ClassWaits> {
    let mut classes = vec![Class::All, Class::None];
    let mut known: Vec<_> = script.arrivals.iter().filter_map(|arrival| arrival.priority.clone()).collect();
    known.sort();
    known.dedup();
    classes.extend(known.into_iter().map(Class::Priority));
    let waits = |class: &Class, waits: &WaitOf| {
        let of_class = script.arrivals.iter().filter(|arrival| class.holds(arrival));
        waits_of(of_class.map(|arrival| waits.get(&arrival.ticket).copied()))
    };
    let row = |class: Class| ClassWaits {
        happened: waits(&class, &script.waits),
        present: waits(&class, &present.waits),
        changed: waits(&class, &changed.waits),
        class,
    };
    classes.into_iter().map(row).filter(|row| row.happened.called + row.happened.uncalled > 0).collect()
}

impl Class {
    fn holds(&self, arrival: &Arrival) -> bool {
        match self {
            Self::All => true,
            Self::None => arrival.priority.is_none(),
            Self::Priority(class) => arrival.priority.as_ref() == Some(class),
        }
    }
}

fn waits_of(waits: impl Iterator<Item = Option<SignedDuration>>) -> Waits {
    let (mut called, mut uncalled) = (Vec::new(), 0);
    for wait in waits {
        match wait {
            Some(wait) => called.push(seconds(wait)),
            None => uncalled += 1,
        }
    }
    called.sort_unstable();
    let count = u32::try_from(called.len()).unwrap_or(u32::MAX);
    let sum: u64 = called.iter().copied().map(u64::from).sum();
    let mean = sum.checked_div(count.into()).and_then(|mean| u32::try_from(mean).ok()).unwrap_or(0);
    let p95 = called.get((called.len() * 95).div_ceil(100).saturating_sub(1)).copied().unwrap_or(0);
    Waits { called: count, uncalled, mean_seconds: mean, p95_seconds: p95 }
}

/// Everybody whose wait differs, the greatest difference first.
fn moved(script: &Script, present: &Outcome, changed: &Outcome) -> Vec<Moved> {
    let both = script.arrivals.iter().filter_map(|arrival| {
        Some(Moved {
            number: arrival.number.clone(),
            taken_at: arrival.at,
            present_seconds: seconds(*present.waits.get(&arrival.ticket)?),
            changed_seconds: seconds(*changed.waits.get(&arrival.ticket)?),
        })
    });
    let mut moved: Vec<_> = both.filter(|moved| moved.present_seconds != moved.changed_seconds).collect();
    moved.sort_by_key(|moved| std::cmp::Reverse(moved.present_seconds.abs_diff(moved.changed_seconds)));
    moved
}

fn count(moved: &[Moved], is_one: impl Fn(&&Moved) -> bool) -> u32 {
    u32::try_from(moved.iter().filter(is_one).count()).unwrap_or(u32::MAX)
}

fn seconds(wait: SignedDuration) -> u32 {
    u32::try_from(wait.as_secs().max(0)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
