//! A run of events as read from disk, from one batch or one sealed day.

use moi_domain::{Event, EventNumber};

use crate::JournalError;
use crate::chain::Checksum;

/// The highest number that an event can have: what tells of a higher one is damaged, and numbers can be reckoned with.
/// A thousand events a second for a hundred million years.
pub(crate) const NUMBER_MAX: EventNumber = EventNumber(u64::MAX / 4);

/// Events in a row, numbered without a gap.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) first: EventNumber,
    /// A line of JSON for each event, without a last line break; as they were written.
    pub(crate) lines: Vec<u8>,
    /// The checksum that the next run is chained to.
    pub(crate) after: Checksum,
}

impl Run {
    /// Its events.
    ///
    /// # Errors
    /// [`JournalError::Damaged`] when a line is none, or they are not numbered from the first on.
    pub(crate) fn events(&self) -> Result<Vec<Event>, JournalError> {
        let damaged = |reason: String| JournalError::Damaged { at: self.first, reason };
        let lines = self.lines.split(|byte| *byte == b'\n').map(serde_json::from_slice);
        let events: Vec<Event> = lines.collect::<Result<_, _>>().map_err(|error| damaged(error.to_string()))?;
        if !events.iter().map(|event| event.number.0).eq((self.first.0..).take(events.len())) {
            return Err(damaged("its events are not numbered in a row".into()));
        }
        Ok(events)
    }

    /// How many there are.
    pub(crate) fn count(&self) -> u64 {
        self.lines.split(|byte| *byte == b'\n').count() as u64
    }

    /// The number that the next run begins with.
    pub(crate) fn next(&self) -> EventNumber {
        EventNumber(self.first.0 + self.count())
    }
}

/// Writes lines of JSON, without a last line break.
pub(crate) fn write(events: &[Event]) -> Result<Vec<u8>, serde_json::Error> {
    let mut lines = Vec::new();
    for event in events {
        if !lines.is_empty() {
            lines.push(b'\n');
        }
        serde_json::to_writer(&mut lines, event)?;
    }
    Ok(lines)
}
