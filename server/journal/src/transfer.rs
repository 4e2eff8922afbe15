//! The journal as JSON lines, out and in: for whoever reads it with other tools, and for a new machine.

use std::io::{self, BufRead, Write};

use moi_domain::{Event, EventNumber};
use serde::{Deserialize, Serialize};

use crate::chain::{self, Checksum};
use crate::run::{self, Run};
use crate::runs::Runs;
use crate::{JournalError, Storage, Store, sealing, watermark};

/// Events of the last day that are appended at once.
const BATCH_EVENTS: usize = 256;

/// Bytes of a line; an event is refused from 6 KiB on.
const LINE_BYTES_MAX: u64 = 64 * 1024;

/// What an export around the damage wrote, and what it had to leave out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoundExport {
    /// Events that were written.
    pub events: u64,
    /// The first and last event of each part that is missing; no last one where nobody knows how much there was.
    pub missing: Vec<(EventNumber, Option<EventNumber>)>,
}

impl Storage {
    /// Writes what can still be read as [`Self::export`] does, and leaves out what is damaged.
    ///
    /// # Errors
    /// Whatever keeps the lines from being written, or the database from being read.
    pub fn export_sound(&self, out: &mut dyn Write) -> Result<SoundExport, JournalError> {
        let failure = |source| JournalError::Transfer { operation: "write", source };
        let acknowledged = watermark::acknowledged(self.folder());
        self.with_all(|disk| {
            let mut export = SoundExport { events: 0, missing: Vec::new() };
            let (mut next, mut ends_damaged) = (EventNumber(1), false);
            for found in Runs::all(disk)? {
                let run = match found {
                    Ok(found) => found.run,
                    // A file on a bad place of the disk can't be read at all.
                    Err(JournalError::Damaged { .. } | JournalError::File { .. }) => {
                        ends_damaged = true;
                        continue;
                    }
                    Err(error) => return Err(error),
                };
                if run.first > next {
                    export.missing.push((next, Some(EventNumber(run.first.0 - 1))));
                }
                out.write_all(&run.lines).and_then(|()| out.write_all(b"\n")).map_err(failure)?;
                export.events += run.count();
                (next, ends_damaged) = (run.next(), false);
            }
            // What sled dropped leaves no trace but the mark.
            if ends_damaged || acknowledged >= next {
                export.missing.push((next, None));
            }
            out.flush().map_err(failure)?;
            Ok(export)
        })
    }

    /// Writes every event as a line of JSON, as it was written to the journal. Returns how many.
    ///
    /// # Errors
    /// The first damage, or whatever keeps the lines from being written.
    pub fn export(&self, out: &mut dyn Write) -> Result<u64, JournalError> {
        let failure = |source| JournalError::Transfer { operation: "write", source };
        let acknowledged = watermark::acknowledged(self.folder());
        self.with_all(|disk| {
            let mut events = 0;
            for found in Runs::all(disk)? {
                let run = found?.run;
                out.write_all(&run.lines).and_then(|()| out.write_all(b"\n")).map_err(failure)?;
                events += run.count();
            }
            out.flush().map_err(failure)?;
            watermark::check(self.folder(), acknowledged, EventNumber(events))?;
            Ok(events)
        })
    }

    /// Reads lines as [`Self::export`] writes them into a journal without events. Returns how many.
    ///
    /// # Errors
    /// [`JournalError::NotEmpty`], [`JournalError::Line`] with the line that is no event or doesn't follow, or the
    /// disk's. What was read up to there stays: throw the folder away.
    pub fn import(&self, lines: &mut dyn BufRead) -> Result<u64, JournalError> {
        let mut import = Import::begin(self)?;
        let mut line = Vec::new();
        loop {
            line.clear();
            let read = io::Read::take(&mut *lines, LINE_BYTES_MAX).read_until(b'\n', &mut line);
            if read.map_err(|source| JournalError::Transfer { operation: "read", source })? == 0 {
                return import.end();
            }
            import.add(line.trim_ascii())?;
        }
    }
}

/// Events on their way in. Days that are over are sealed at once.
pub(crate) struct Import<'a> {
    storage: &'a Storage,
    line_number: u64,
    /// What the day at hand is chained to.
    before: Checksum,
    /// The day at hand.
    events: Vec<Event>,
    next: EventNumber,
}

impl<'a> Import<'a> {
    pub(crate) fn begin(storage: &'a Storage) -> Result<Self, JournalError> {
        if storage.journal()?.next_number() != EventNumber(1) {
            return Err(JournalError::NotEmpty { folder: storage.folder().to_owned() });
        }
        Ok(Self { storage, line_number: 0, before: chain::FIRST, events: Vec::new(), next: EventNumber(1) })
    }

    /// Takes in a line; an empty one is nothing.
    pub(crate) fn add(&mut self, line: &[u8]) -> Result<(), JournalError> {
        self.line_number += 1;
        if line.is_empty() {
            return Ok(());
        }
        let wrong = |reason: String| JournalError::Line { line: self.line_number, reason };
        let event: Event = serde_json::from_slice(line).map_err(|error| wrong(format!("no event: {error}")))?;
        if event.number != self.next {
            return Err(wrong(format!("event {} does not follow: the next is {}", event.number, self.next)));
        }
        if matches!(event.fact, moi_domain::Fact::DayStarted { .. }) {
            // With a new day a clock that was ahead may be put right.
            self.seal_day()?;
        } else if self.events.last().is_some_and(|last| last.at > event.at) {
            return Err(wrong(format!("event {} is earlier than the one before", event.number)));
        }
        self.next = event.number.next();
        self.events.push(event);
        Ok(())
    }

    fn seal_day(&mut self) -> Result<(), JournalError> {
        let events = std::mem::take(&mut self.events);
        let Some(first) = events.first().map(|event| event.number) else { return Ok(()) };
        let what = || format!("the day of event {first}");
        let lines = run::write(&events).map_err(|source| JournalError::Json { what: what(), source })?;
        let after = chain::over_lines(&self.before, &lines);
        let day = Run { first, lines, after };
        self.storage.with(|disk| sealing::write(disk, &day, &self.before))?;
        self.before = after;
        Ok(())
    }

    /// Writes the last day, which may go on, and tells how many events there are.
    pub(crate) fn end(self) -> Result<u64, JournalError> {
        let mut journal = self.storage.journal()?;
        for batch in self.events.chunks(BATCH_EVENTS) {
            journal.append(batch)?;
        }
        journal.keep_snapshot()?;
        Ok(self.next.0 - 1)
    }
}
