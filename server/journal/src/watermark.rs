//! How far the journal was begun and acknowledged, in a small file beside the database.
//!
//! sled takes a data file that is damaged in the middle for one that ends there, and drops what follows without a word.
//! This file tells: it is written before and after each batch, and never synced; so it may be late after a power cut,
//! and what it says of acknowledged events is never ahead of what was durable.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;

use moi_domain::EventNumber;

use crate::JournalError;
use crate::chain::{self, Checksum};

/// The file's name in the journal's folder.
const NAME: &str = "acknowledged";

/// Two numbers, and a checksum of them against a write that was torn.
const BYTES: usize = 2 * NUMBER_BYTES + size_of::<Checksum>();
const NUMBER_BYTES: usize = size_of::<u64>();

/// The mark, open for writing.
pub(crate) struct Watermark {
    file: Option<File>,
    mark: Mark,
}

/// What the file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    /// The last event that somebody may know of.
    acknowledged: EventNumber,
    /// The last event that was to be written.
    begun: EventNumber,
}

/// What became of the events that were being written when the office stopped: nobody was told of them.
#[derive(Debug, PartialEq, Eq)]
enum Tail {
    /// There were none, or nothing is known.
    None,
    /// They came to the disk, and count.
    Kept(u64),
    /// They did not, or in part, and are gone.
    Cut(u64),
}

/// The last event that somebody may know of, as far as the folder tells. To be read before the journal is, which goes
/// on meanwhile.
pub(crate) fn acknowledged(folder: &Path) -> EventNumber {
    let file = File::open(folder.join(NAME)).ok();
    file.as_ref().and_then(read).map_or(EventNumber(0), |mark| mark.acknowledged)
}

/// Compares it with the last event that the journal has.
///
/// # Errors
/// [`JournalError::Damaged`] when events that were acknowledged are missing.
pub(crate) fn check(folder: &Path, acknowledged: EventNumber, last: EventNumber) -> Result<(), JournalError> {
    if acknowledged <= last {
        return Ok(());
    }
    let reason = format!(
        "events up to {acknowledged} were acknowledged and are missing; to go on without them all the same, remove {}",
        folder.join(NAME).display()
    );
    Err(JournalError::Damaged { at: last.next(), reason })
}

impl Watermark {
    /// Opens the mark, compares it with the last event that the journal has, and reports what was cut.
    ///
    /// # Errors
    /// [`JournalError::Damaged`] when events that were acknowledged are missing.
    pub(crate) fn open(folder: &Path, last: EventNumber) -> Result<Self, JournalError> {
        let path = folder.join(NAME);
        let file = File::options().read(true).write(true).create(true).truncate(false).open(&path);
        // Without it nothing is lost but a check.
        let file = file.inspect_err(|error| tracing::warn!(%error, "how far the journal came can't be noted")).ok();
        if let Some(known) = file.as_ref().and_then(read) {
            check(folder, known.acknowledged, last)?;
            match known.tail(last) {
                Tail::None => {}
                Tail::Kept(events) => {
                    tracing::info!(events, "the last events were written and nobody was told of them: they count");
                }
                Tail::Cut(events) => {
                    tracing::warn!(events, "events were being written and nobody was told of them: they are gone");
                }
            }
        }
        let mut watermark = Self { file, mark: Mark { acknowledged: last, begun: last } };
        watermark.acknowledge(last);
        Ok(watermark)
    }

    /// Notes that events up to this one are about to be written. Costs a copy into the kernel's memory.
    pub(crate) fn begin(&mut self, last: EventNumber) {
        self.mark.begun = last;
        self.write();
    }

    /// Notes the last event that is durable, as cheaply.
    pub(crate) fn acknowledge(&mut self, last: EventNumber) {
        self.mark = Mark { acknowledged: last, begun: last };
        self.write();
    }

    fn write(&self) {
        let Some(file) = &self.file else { return };
        // A disk without room tells by its next batch.
        let _ = file.write_all_at(&self.mark.bytes(), 0);
    }
}

impl Mark {
    fn bytes(self) -> [u8; BYTES] {
        let mut bytes = [0; BYTES];
        let (numbers, checksum) = bytes.split_at_mut(2 * NUMBER_BYTES);
        numbers[..NUMBER_BYTES].copy_from_slice(&self.acknowledged.0.to_be_bytes());
        numbers[NUMBER_BYTES..].copy_from_slice(&self.begun.0.to_be_bytes());
        checksum.copy_from_slice(&chain::next(&chain::FIRST, numbers));
        bytes
    }

    /// What is known of the events after the last acknowledged one, in a journal that ends with `last`.
    fn tail(self, last: EventNumber) -> Tail {
        if self.begun > last {
            Tail::Cut(self.begun.0 - last.0)
        } else if self.begun > self.acknowledged {
            Tail::Kept(last.0 - self.acknowledged.0)
        } else {
            Tail::None
        }
    }
}

fn read(file: &File) -> Option<Mark> {
    let mut bytes = [0; BYTES];
    file.read_exact_at(&mut bytes, 0).ok()?;
    let number = |at: usize| bytes[at..].first_chunk().copied().map(|number| EventNumber(u64::from_be_bytes(number)));
    let mark = Mark { acknowledged: number(0)?, begun: number(NUMBER_BYTES)? };
    (mark.bytes() == bytes).then_some(mark)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::samples::events;
    use crate::{Journal, Storage, Store};

    #[test]
    fn acknowledged_events_that_are_missing_are_noticed() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut journal = Journal::open(folder.path()).expect("it opens");
        journal.append(&events(1..=3)).expect("it is written");
        let early = fs::read(folder.path().join("db")).expect("read");
        for batch in 1..200 {
            journal.append(&events(batch * 3 + 1..=batch * 3 + 3)).expect("it is written");
        }
        drop(journal);
        // As when sled takes a damaged file for one that ends there.
        for entry in fs::read_dir(folder.path()).expect("read") {
            let path = entry.expect("an entry").path();
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("snap.")) {
                fs::remove_file(path).expect("removed");
            }
        }
        fs::write(folder.path().join("db"), early).expect("written");
        let said = |error: JournalError| {
            assert!(error.to_string().contains("events up to 600 were acknowledged"), "{error}");
        };
        said(Journal::open(folder.path()).map(drop).expect_err("events are missing"));
        // Whoever looks without opening the journal is told the same, and gets no copy that seems whole.
        let storage = Storage::open(folder.path()).expect("the database opens");
        let verified = storage.verify().expect("it reads");
        assert!(verified.damages[0].contains("events up to 600 were acknowledged"), "{:?}", verified.damages);
        let now = jiff::Timestamp::UNIX_EPOCH;
        said(storage.back_up(&mut Vec::new(), "0", now).map(drop).expect_err("no backup of a part"));
        said(storage.export(&mut Vec::new()).map(drop).expect_err("no export of a part"));
        let sound = storage.export_sound(&mut Vec::new()).expect("what is there can be had");
        assert_eq!(sound.missing, [(EventNumber(sound.events + 1), None)], "and says that it is a part");
        drop(storage);
        fs::remove_file(folder.path().join(NAME)).expect("removed");
        Journal::open(folder.path()).expect("whoever removes it has decided");
    }

    #[test]
    fn a_torn_mark_is_no_mark() {
        let folder = tempfile::tempdir().expect("a folder");
        for bytes in [&b""[..], b"torn", &[9; BYTES], &[0; BYTES], &[0; 24]] {
            fs::write(folder.path().join(NAME), bytes).expect("written");
            drop(Watermark::open(folder.path(), EventNumber(5)).expect("nothing is known"));
            let five = Mark { acknowledged: EventNumber(5), begun: EventNumber(5) };
            assert_eq!(read(&File::open(folder.path().join(NAME)).expect("open")), Some(five));
        }
    }

    #[test]
    fn what_was_being_written_is_told_apart_from_what_was_acknowledged() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut watermark = Watermark::open(folder.path(), EventNumber(0)).expect("a new one");
        watermark.acknowledge(EventNumber(7));
        let file = File::open(folder.path().join(NAME)).expect("open");
        assert_eq!(read(&file).expect("whole").tail(EventNumber(7)), Tail::None);
        watermark.begin(EventNumber(10));
        let mark = read(&file).expect("whole");
        for (last, tail) in [(7, Tail::Cut(3)), (9, Tail::Cut(1)), (10, Tail::Kept(3))] {
            assert_eq!(mark.tail(EventNumber(last)), tail, "the journal ends with {last}");
        }
        Watermark::open(folder.path(), EventNumber(6)).map(drop).expect_err("7 was acknowledged");
        drop(Watermark::open(folder.path(), EventNumber(7)).expect("8 to 10 were not"));
        assert_eq!(read(&file).expect("whole").tail(EventNumber(7)), Tail::None, "it is told once");
    }
}
