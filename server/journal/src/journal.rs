//! The journal: append and replay.

use std::path::Path;

use moi_domain::{Event, EventNumber};

use crate::batch::{self, Checksum};
use crate::disk::Disk;
use crate::storage::{Storage, Writer};
use crate::{JournalError, Records, Store};

/// The office's events, durable, numbered without a gap, each batch chained to the one before.
pub struct Journal {
    writer: Writer,
    next: EventNumber,
    last_checksum: Checksum,
}

impl Journal {
    /// Opens the folder and its journal. [`Storage`] does the same in two steps, for who opens it again after a failure.
    ///
    /// # Errors
    /// As [`Storage::open`].
    pub fn open(folder: &Path) -> Result<Self, JournalError> {
        Storage::open(folder)?.journal()
    }

    pub(crate) fn new(writer: Writer) -> Result<Self, JournalError> {
        let last = writer.storage().with(|disk| disk.journal.last().map_err(disk.failure("read")))?;
        let (next, last_checksum) = match last {
            None => (EventNumber(1), batch::FIRST),
            Some((key, value)) => {
                let (events, checksum) = batch::decode(&key, &value)?;
                (EventNumber(batch::first_number(&key)?.0 + events.len() as u64), checksum)
            }
        };
        Ok(Self { writer, next, last_checksum })
    }

    /// The number that the next event must have.
    #[must_use]
    pub fn next_number(&self) -> EventNumber {
        self.next
    }

    /// The records beside the journal.
    #[must_use]
    pub fn records(&self) -> Records {
        self.writer.storage().records()
    }

    fn check_numbers(&self, events: &[Event]) -> Result<(), JournalError> {
        let mut expected = self.next;
        for event in events {
            if event.number != expected {
                return Err(JournalError::Gap { expected, found: event.number });
            }
            expected = expected.next();
        }
        Ok(())
    }
}

impl Store for Journal {
    fn append(&mut self, events: &[Event]) -> Result<(), JournalError> {
        self.check_numbers(events)?;
        let Some(last) = events.last() else { return Ok(()) };
        let (pieces, checksum) = batch::encode(events, self.last_checksum)?;
        self.writer.storage().with(|disk| {
            write(disk, &pieces).inspect_err(|_| disk.fail())?;
            disk.make_durable()
        })?;
        self.next = last.number.next();
        self.last_checksum = checksum;
        Ok(())
    }

    fn replay(&self, tell: &mut dyn FnMut(Event)) -> Result<(), JournalError> {
        self.writer.storage().with(|disk| {
            let mut expected = EventNumber(1);
            let mut before = batch::FIRST;
            for entry in &disk.journal {
                let (key, value) = entry.map_err(disk.failure("read"))?;
                let damaged = |reason: &str| JournalError::Damaged { at: expected, reason: reason.into() };
                if batch::first_number(&key)? != expected {
                    return Err(damaged("the batch that begins with it is missing"));
                }
                if !batch::is_chained(&before, &value) {
                    return Err(damaged("the checksum does not match what was written"));
                }
                let (events, checksum) = batch::decode(&key, &value)?;
                before = checksum;
                for event in events {
                    expected = event.number.next();
                    tell(event);
                }
            }
            Ok(())
        })
    }
}

/// One piece is one insert; several go in together or not at all.
fn write(disk: &Disk, pieces: &[batch::Piece]) -> Result<(), JournalError> {
    let written = match pieces {
        [piece] => disk.journal.insert(batch::key(piece.first), piece.value.as_slice()).map(drop),
        pieces => {
            let mut together = sled::Batch::default();
            for piece in pieces {
                together.insert(&batch::key(piece.first), piece.value.as_slice());
            }
            disk.journal.apply_batch(together)
        }
    };
    written.map_err(disk.failure("write"))
}
