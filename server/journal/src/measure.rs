//! How much there is of the journal, by what the file system tells of its files. Events are never read for it.

use std::fs::{self, Metadata};
use std::io::{self, ErrorKind};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use jiff::civil::Date;

use crate::days::Days;
use crate::{JournalError, Storage};

/// Bytes of a block as `stat` counts them, whatever the file system's own size is.
const BLOCK_BYTES: u64 = 512;

/// The folder of closed days, and the file in it that is written just now.
const DAYS: &str = "days";
const UNFINISHED: &str = "unfinished";

/// How much there is of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Business days that are over and sealed.
    pub closed_days: u64,
    /// The first of them; none when there is none, or when it can't be read.
    pub first_day: Option<Date>,
    /// What journal and records take on the disk, in bytes.
    pub bytes: u64,
}

/// Measures a journal again and again. The closed days are counted only when their folder has changed, which is once a
/// business day, so that a look costs the same after ten years.
pub struct Measure {
    folder: PathBuf,
    closed: Mutex<Option<Closed>>,
}

/// What was found in the folder of closed days.
#[derive(Debug, Clone, Copy)]
struct Closed {
    /// When the folder was changed last.
    changed_at: SystemTime,
    days: u64,
    first_day: Option<Date>,
    bytes: u64,
}

impl Measure {
    /// Of this office's data. It keeps nothing open.
    #[must_use]
    pub fn of(storage: &Storage) -> Self {
        Self { folder: storage.folder().to_owned(), closed: Mutex::new(None) }
    }

    /// Measures now. Blocks for as long as the disk takes to tell of a dozen files.
    ///
    /// # Errors
    /// When the folder can't be listed.
    pub fn take(&self) -> Result<Extent, JournalError> {
        let closed = self.closed_days()?;
        let today = bytes_below(&self.folder, &[DAYS])?;
        Ok(Extent { closed_days: closed.days, first_day: closed.first_day, bytes: today + closed.bytes })
    }

    fn closed_days(&self) -> Result<Closed, JournalError> {
        let folder = self.folder.join(DAYS);
        let changed_at = match fs::metadata(&folder).and_then(|about| about.modified()) {
            Ok(changed_at) => changed_at,
            Err(error) if error.kind() == ErrorKind::NotFound => SystemTime::UNIX_EPOCH,
            Err(source) => return Err(failure(&folder, source)),
        };
        let mut known = self.closed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(closed) = known.filter(|closed| closed.changed_at == changed_at) {
            return Ok(closed);
        }
        let days = Days::of(&self.folder);
        let list = days.list()?;
        let bytes = if folder.is_dir() { bytes_below(&folder, &[])? } else { 0 };
        let first_day = list.first().and_then(|first| days.read(*first).ok()).and_then(|day| day.record().day);
        let closed = Closed { changed_at, days: list.len() as u64, first_day, bytes };
        // One that is being put away has changed the folder already, and gets its name perhaps in the same tick.
        *known = (!folder.join(UNFINISHED).exists()).then_some(closed);
        Ok(closed)
    }
}

/// What the files in a folder and below take on the disk. One that goes meanwhile takes nothing.
fn bytes_below(folder: &Path, without: &[&str]) -> Result<u64, JournalError> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder).map_err(|source| failure(folder, source))? {
        let entry = entry.map_err(|source| failure(folder, source))?;
        if without.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        bytes += match entry.metadata() {
            Ok(about) if about.is_dir() => bytes_below(&entry.path(), &[])?,
            Ok(about) => on_disk(&about),
            Err(_) => 0,
        };
    }
    Ok(bytes)
}

fn on_disk(about: &Metadata) -> u64 {
    about.blocks() * BLOCK_BYTES
}

fn failure(folder: &Path, source: io::Error) -> JournalError {
    JournalError::File { operation: "list", path: folder.to_owned(), source }
}
