//! One business day of the journal, read alone: neither other days' events nor the writer come into it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;
use moi_domain::{Event, EventNumber, Fact};

use crate::disk::Disk;
use crate::runs::Runs;
use crate::{JournalError, Storage};

/// The date of each closed day, by its first event. Filled when it is needed first, from the first line of each file;
/// ten years take 200 KB.
#[derive(Default)]
pub(crate) struct Calendar(Mutex<BTreeMap<EventNumber, Option<Date>>>);

/// The dates of closed days, while nobody else looks.
type Known<'c> = MutexGuard<'c, BTreeMap<EventNumber, Option<Date>>>;

impl Calendar {
    /// Each date that a closed day has.
    fn dates(&self, disk: &Disk) -> Result<BTreeSet<Date>, JournalError> {
        let (known, _) = self.known(disk)?;
        Ok(known.values().flatten().copied().collect())
    }

    /// The closed days of this date: more than one where a clock that was ahead had begun it before.
    fn parts_of(&self, day: Date, disk: &Disk) -> Result<Vec<EventNumber>, JournalError> {
        let (known, unreadable) = self.known(disk)?;
        let parts: Vec<_> = known.iter().filter(|(_, date)| **date == Some(day)).map(|(first, _)| *first).collect();
        // It may be the one that can't be read.
        unreadable.filter(|_| parts.is_empty()).map_or(Ok(parts), Err)
    }

    /// The dates as they are known now, and why one of them can't be read.
    fn known(&self, disk: &Disk) -> Result<(Known<'_>, Option<JournalError>), JournalError> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut unreadable = None;
        for first in disk.days.list()? {
            if known.contains_key(&first) {
                continue;
            }
            match disk.days.head(first) {
                Ok(head) => drop(known.insert(first, head.record().day)),
                Err(error) => unreadable = Some(error),
            }
        }
        Ok((known, unreadable))
    }
}

impl Storage {
    /// The newest day that is closed; none when there is none.
    ///
    /// # Errors
    /// When the disk can't be read, or the day's head is damaged.
    pub fn last_closed_day(&self) -> Result<Option<Date>, JournalError> {
        self.with(|disk| {
            let last = disk.days.list()?.pop();
            Ok(last.map(|first| disk.days.head(first)).transpose()?.and_then(|head| head.record().day))
        })
    }

    /// The business days that [`Self::events_of`] finds, the oldest first, each once. One whose file can't be read is
    /// left out.
    ///
    /// # Errors
    /// When the disk can't be read.
    pub fn days(&self) -> Result<Vec<Date>, JournalError> {
        self.with_all(|disk| {
            let mut days = self.calendar().dates(disk)?;
            for found in Runs::unsealed(disk)?.0 {
                days.extend(found?.run.events()?.iter().filter_map(begun));
            }
            Ok(days.into_iter().collect())
        })
    }

    /// The events of a business day, closed or not; without a day those of the newest. None when the journal has no
    /// such day. Blocks, also while the whole journal is read or days are put away; appends go on.
    ///
    /// # Errors
    /// When the disk can't be read, or the day is damaged. Damage of other days is no matter.
    pub fn events_of(&self, day: Option<Date>) -> Result<Option<Vec<Event>>, JournalError> {
        self.with_all(|disk| {
            let mut events = Vec::new();
            let unsealed = unsealed_of(day, disk)?;
            let wanted = day.or(newest(&unsealed));
            for first in wanted.map(|day| self.calendar().parts_of(day, disk)).transpose()?.into_iter().flatten() {
                events.extend(disk.days.read(first)?.open(None)?.events()?);
            }
            events.extend(unsealed);
            Ok((!events.is_empty()).then_some(events))
        })
    }
}

/// Those events that are not sealed and belong to the day, or to the newest one.
fn unsealed_of(wanted: Option<Date>, disk: &Disk) -> Result<Vec<Event>, JournalError> {
    let (mut events, mut day) = (Vec::new(), None);
    for found in Runs::unsealed(disk)?.0 {
        for event in found?.run.events()? {
            if let Fact::DayStarted { day: begun } = event.fact {
                if wanted.is_none() && day != Some(begun) {
                    events.clear();
                }
                day = Some(begun);
            }
            if wanted.is_none() || wanted == day {
                events.push(event);
            }
        }
    }
    Ok(events)
}

fn newest(events: &[Event]) -> Option<Date> {
    events.iter().rev().find_map(begun)
}

/// The day that begins with an event.
fn begun(event: &Event) -> Option<Date> {
    if let Fact::DayStarted { day } = event.fact { Some(day) } else { None }
}
