//! What can go wrong with the journal, in sentences that an administrator can act on.

use std::io;
use std::path::PathBuf;

use moi_domain::EventNumber;
use thiserror::Error;

/// What to do about damage.
pub(crate) const DAMAGE_ADVICE: &str = "take the day out of a backup with `moi journal mend --from BACKUP`, and only if \
                                        that doesn't help restore the newest backup into a new data folder";

/// A fault of the journal or of the records beside it.
#[derive(Debug, Error)]
pub enum JournalError {
    /// Another office runs on the same folder.
    #[error("{} is in use by an office that is running: stop that one, or choose another folder", folder.display())]
    AlreadyOpen {
        /// The data's folder.
        folder: PathBuf,
    },
    /// The folder holds other things.
    #[error("{} is no folder of Moi's: it holds {found}; choose an empty folder or a new one", folder.display())]
    NotOurs {
        /// The folder.
        folder: PathBuf,
        /// What is there.
        found: String,
    },
    /// The data was written by a later release.
    #[error("{} has format {found}, this release knows format {known}: install the later release", folder.display())]
    UnknownFormat {
        /// The data's folder.
        folder: PathBuf,
        /// Its format.
        found: String,
        /// Ours.
        known: &'static str,
    },
    /// A file or folder can't be made, opened or read.
    #[error("can't {operation} {}: {source}", path.display())]
    File {
        /// What was tried.
        operation: &'static str,
        /// With which.
        path: PathBuf,
        /// What the machine said.
        source: io::Error,
    },
    /// sled can't make sense of its own files.
    #[error(
        "the data in {} is damaged and can't be opened: restore the newest backup into a new data folder, with \
         `moi restore FILE --data NEW-FOLDER`, and keep the damaged folder ({reason})",
        folder.display()
    )]
    Unreadable {
        /// The data's folder.
        folder: PathBuf,
        /// What sled said.
        reason: String,
    },
    /// sled failed.
    #[error("can't {operation} the data in {}: {source}", folder.display())]
    Database {
        /// What was tried.
        operation: &'static str,
        /// The data's folder.
        folder: PathBuf,
        /// What sled said.
        source: sled::Error,
    },
    /// A write failed before, so that nobody knows what is on disk: open the journal again and fold it.
    #[error("the data is closed since a write failed: the office opens it again when its disk works, try again then")]
    Closed,
    /// The office closes while its whole journal is read.
    #[error("given up, since the office closes")]
    Ended,
    /// An event does not follow the last one. Nothing was written.
    #[error("event {found} does not follow: the next is {expected}")]
    Gap {
        /// The number that would follow.
        expected: EventNumber,
        /// The number that came.
        found: EventNumber,
    },
    /// A part of the journal is not as it was written.
    #[error("the journal is damaged at event {at}: {reason}; {DAMAGE_ADVICE}")]
    Damaged {
        /// The first event of the damaged part.
        at: EventNumber,
        /// What is wrong.
        reason: String,
    },
    /// An event or record is larger than the disk's format keeps safely.
    #[error("{what} has {bytes} bytes, allowed are {bytes_max}")]
    TooLarge {
        /// Which.
        what: String,
        /// Its size.
        bytes: usize,
        /// The limit.
        bytes_max: usize,
    },
    /// An event or record can't be put into JSON or read from it.
    #[error("{what} is no good JSON: {source}")]
    Json {
        /// Which.
        what: String,
        /// What the parser said.
        source: serde_json::Error,
    },
    /// A journal that is to be filled has events already: nothing is overwritten.
    #[error("{} holds an office's journal already: give a folder without one", folder.display())]
    NotEmpty {
        /// The data's folder.
        folder: PathBuf,
    },
    /// A line that is to be imported is no event, or not the next one.
    #[error("line {line}: {reason}")]
    Line {
        /// Which, from 1.
        line: u64,
        /// What is wrong.
        reason: String,
    },
    /// A file that is to be restored is no whole backup.
    #[error("this file can't be restored: {reason}")]
    Backup {
        /// What is wrong.
        reason: String,
    },
    /// What is exported, imported, backed up or restored can't be written or read.
    #[error("can't {operation} the file: {source}")]
    Transfer {
        /// What was tried.
        operation: &'static str,
        /// What the machine said.
        source: io::Error,
    },
    /// The thread that would write the journal can't be started.
    #[error("the writer's thread can't be started: {source}")]
    Thread {
        /// What the machine said.
        source: io::Error,
    },
}

impl JournalError {
    /// Whether more room on the disk would help.
    #[must_use]
    pub fn is_disk_full(&self) -> bool {
        let (Self::File { source, .. } | Self::Database { source: sled::Error::Io(source), .. }) = self else {
            return false;
        };
        matches!(source.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
    }
}
