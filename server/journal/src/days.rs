//! The closed days as files of their own, beside the database: sled rewrites its pages as a whole, and a history that
//! never changes would take more than twice its size there.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use moi_domain::EventNumber;

use crate::JournalError;
use crate::disk::{put_whole, read_folder, sync_names};
use crate::sealed::SealedDay;

/// The folder's name in the journal's folder.
const FOLDER: &str = "days";

/// Digits of a name: those of the largest number, so that names sort as numbers do.
const DIGITS: usize = 20;

const EXTENSION: &str = ".day";

/// Ten times what a head takes.
const HEAD_MAX: u64 = 8 * 1_024;

/// The folder of closed days, each a file that is named after its first event.
pub(crate) struct Days {
    folder: PathBuf,
}

impl Days {
    /// The days of the journal in this folder; there may be none yet.
    pub(crate) fn of(folder: &Path) -> Self {
        Self { folder: folder.join(FOLDER) }
    }

    /// The first event of each, in order.
    pub(crate) fn list(&self) -> Result<Vec<EventNumber>, JournalError> {
        if !self.folder.exists() {
            return Ok(Vec::new());
        }
        let entries = read_folder(&self.folder)?;
        let mut days: Vec<_> =
            entries.iter().filter_map(|entry| read_name(&entry.file_name().to_string_lossy())).collect();
        days.sort_unstable();
        Ok(days)
    }

    /// The last of them.
    pub(crate) fn last(&self) -> Result<Option<SealedDay>, JournalError> {
        self.list()?.last().map(|first| self.read(*first)).transpose()
    }

    /// What a day's first line tells. Its events are not read.
    pub(crate) fn head(&self, first: EventNumber) -> Result<SealedDay, JournalError> {
        let path = self.path(first);
        let mut line = Vec::new();
        File::open(&path)
            .and_then(|file| BufReader::new(file).take(HEAD_MAX).read_until(b'\n', &mut line))
            .map_err(|source| JournalError::File { operation: "read", path, source })?;
        SealedDay::parse(first, line)
    }

    pub(crate) fn read(&self, first: EventNumber) -> Result<SealedDay, JournalError> {
        let path = self.path(first);
        let bytes = fs::read(&path).map_err(|source| JournalError::File { operation: "read", path, source })?;
        SealedDay::parse(first, bytes)
    }

    /// Writes a day, or writes it once more: whole or not at all, read back, and durable when it returns.
    pub(crate) fn write(&self, first: EventNumber, bytes: &[u8]) -> Result<(), JournalError> {
        put_whole(&self.folder, "unfinished", &self.path(first), bytes)
    }

    /// Takes a day away, durably.
    pub(crate) fn remove(&self, first: EventNumber) -> Result<(), JournalError> {
        let path = self.path(first);
        fs::remove_file(&path).map_err(|source| JournalError::File { operation: "remove", path, source })?;
        sync_names(&self.folder)
    }

    pub(crate) fn path(&self, first: EventNumber) -> PathBuf {
        self.folder.join(format!("{:0DIGITS$}{EXTENSION}", first.0))
    }
}

fn read_name(name: &str) -> Option<EventNumber> {
    let digits = name.strip_suffix(EXTENSION).filter(|digits| digits.len() == DIGITS)?;
    digits.parse().ok().map(EventNumber)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain;
    use crate::samples::day;
    use crate::sealed::seal;

    #[test]
    fn days_are_listed_in_their_order_and_nothing_else_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let days = Days::of(folder.path());
        assert!(days.list().expect("none yet").is_empty());
        for first in [101, 11, 1] {
            let day = day(first, first + 9, &chain::FIRST);
            days.write(EventNumber(first), &seal(&day, &chain::FIRST).expect("sealed")).expect("written");
        }
        for other in ["unfinished", "7.day", "notes.txt", "0000000000000000000x.day"] {
            fs::write(folder.path().join(FOLDER).join(other), "another thing").expect("written");
        }
        assert_eq!(days.list().expect("read"), [1, 11, 101].map(EventNumber));
        let last = days.last().expect("read").expect("there is one");
        assert_eq!(last.next(), EventNumber(111));
    }
}
