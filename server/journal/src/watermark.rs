//! How far the journal was acknowledged, in a small file beside the database.
//!
//! sled takes a data file that is damaged in the middle for one that ends there, and drops what follows without a word.
//! This file tells: it is written after each batch, when that is durable already, and never synced; so it may be late
//! after a power cut, and is never ahead of what was durable.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;

use moi_domain::EventNumber;

use crate::JournalError;
use crate::chain::{self, Checksum};

/// The file's name in the journal's folder.
const NAME: &str = "acknowledged";

/// The number, and a checksum of it against a write that was torn.
const BYTES: usize = 8 + size_of::<Checksum>();

/// The mark, open for writing.
pub(crate) struct Watermark(Option<File>);

impl Watermark {
    /// Opens the mark, and compares it with the last event that the journal has.
    ///
    /// # Errors
    /// [`JournalError::Damaged`] when events that were acknowledged are missing.
    pub(crate) fn open(folder: &Path, last: EventNumber) -> Result<Self, JournalError> {
        let path = folder.join(NAME);
        let file = File::options().read(true).write(true).create(true).truncate(false).open(&path);
        // Without it nothing is lost but a check.
        let file = file.inspect_err(|error| tracing::warn!(%error, "how far the journal came can't be noted")).ok();
        let known = file.as_ref().and_then(read);
        if let Some(known) = known.filter(|known| *known > last) {
            let reason = format!(
                "events up to {known} were acknowledged and are missing; to go on without them all the same, \
                 remove {}",
                path.display()
            );
            return Err(JournalError::Damaged { at: last.next(), reason });
        }
        let mark = Self(file);
        mark.set(last);
        Ok(mark)
    }

    /// Notes the last event that is durable. Costs a copy into the kernel's memory.
    pub(crate) fn set(&self, last: EventNumber) {
        let Some(file) = &self.0 else { return };
        let number = last.0.to_be_bytes();
        let mut bytes = [0; BYTES];
        bytes[..8].copy_from_slice(&number);
        bytes[8..].copy_from_slice(&chain::next(&chain::FIRST, &number));
        // A disk without room tells by its next batch.
        let _ = file.write_all_at(&bytes, 0);
    }
}

fn read(file: &File) -> Option<EventNumber> {
    let mut bytes = [0; BYTES];
    file.read_exact_at(&mut bytes, 0).ok()?;
    let (number, checksum) = bytes.split_at(8);
    let is_whole = checksum == chain::next(&chain::FIRST, number);
    is_whole.then_some(EventNumber(u64::from_be_bytes(number.try_into().ok()?)))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::samples::events;
    use crate::{Journal, Store};

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
        let error = Journal::open(folder.path()).map(drop).expect_err("events are missing").to_string();
        assert!(error.contains("events up to 600 were acknowledged"), "{error}");
        fs::remove_file(folder.path().join(NAME)).expect("removed");
        Journal::open(folder.path()).expect("whoever removes it has decided");
    }

    #[test]
    fn a_torn_mark_is_no_mark() {
        let folder = tempfile::tempdir().expect("a folder");
        for bytes in [&b""[..], b"torn", &[9; BYTES], &[0; BYTES]] {
            fs::write(folder.path().join(NAME), bytes).expect("written");
            drop(Watermark::open(folder.path(), EventNumber(5)).expect("nothing is known"));
            assert_eq!(read(&File::open(folder.path().join(NAME)).expect("open")), Some(EventNumber(5)));
        }
    }
}
