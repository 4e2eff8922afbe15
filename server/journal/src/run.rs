//! A run of events as read from disk, from one batch or one sealed day.

use moi_domain::{Event, EventNumber};

use crate::JournalError;
use crate::chain::Checksum;

/// Events in a row, numbered without a gap.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) first: EventNumber,
    pub(crate) events: Vec<Event>,
    /// The same as JSON, a line each, without a last line break; as they were written.
    pub(crate) lines: Vec<u8>,
    /// The checksum that the next run is chained to.
    pub(crate) after: Checksum,
}

impl Run {
    /// # Errors
    /// [`JournalError::Damaged`] when the events are not numbered from `first` on.
    pub(crate) fn new(
        first: EventNumber,
        events: Vec<Event>,
        lines: Vec<u8>,
        after: Checksum,
    ) -> Result<Self, JournalError> {
        let numbers = events.iter().map(|event| event.number.0);
        if events.is_empty() || !numbers.eq((first.0..).take(events.len())) {
            let reason = "the events of the batch are not numbered from its key on".into();
            return Err(JournalError::Damaged { at: first, reason });
        }
        Ok(Self { first, events, lines, after })
    }

    /// The number that the next run begins with.
    pub(crate) fn next(&self) -> EventNumber {
        EventNumber(self.first.0 + self.events.len() as u64)
    }
}

/// Reads lines of JSON.
pub(crate) fn parse(lines: &[u8]) -> Result<Vec<Event>, serde_json::Error> {
    lines.split(|byte| *byte == b'\n').map(serde_json::from_slice).collect()
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
