//! sled as we use it: opened with care, and durable for real.

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, TryLockError};
use std::thread::sleep;
use std::time::Duration;

use moi_domain::EventNumber;

use crate::days::Days;
use crate::lock::FolderLock;
use crate::{JournalError, upgrade};

/// Bytes of pages that sled keeps in memory: today's journal, not history.
const CACHE_BYTES: u64 = 16 * 1024 * 1024;

/// The format that this release writes, in the database's own tree under [`FORMAT_KEY`]: 2 has sealed days, and a
/// checksum for each event; 3 keeps the sealed days as files.
const FORMAT: &str = "3";

/// What is brought to this format when it is opened.
const EARLIER_FORMATS: [&str; 2] = ["1", "2"];
const FORMAT_KEY: &str = "moi format";

/// sled's threads may hold its lock for a moment after it was closed, as after a failed write. A second is plenty.
const LOCK_TRIES: u32 = 20;
const LOCK_PAUSE: Duration = Duration::from_millis(50);

/// A file that is there while the disk may lack what the kernel shows of the data file, for the next process to know:
/// from the beginning of each opening to its first good sync, and from a failed write on.
const DOUBT: &str = "doubt";

/// Bytes of the data file that are written again at a time.
const REWRITE_BYTES: usize = 1024 * 1024;

/// An open database.
pub(crate) struct Disk {
    folder: PathBuf,
    db: sled::Db,
    pub(crate) journal: sled::Tree,
    pub(crate) records: sled::Tree,
    /// The days that are over, beside the database.
    pub(crate) days: Days,
    /// sled's data file: `flush` does not reach the disk's platters, a sync on any handle of the file does.
    file: File,
    /// Whether a write failed, or ended by a panic. Locked for the whole of each write: the kernel reports a lost page
    /// to one sync only, so that no other may take itself for a good one in the meantime.
    failed: Mutex<bool>,
}

impl Disk {
    /// Opens the database in a folder that is locked by us.
    pub(crate) fn open(lock: &FolderLock) -> Result<Self, JournalError> {
        let folder = lock.folder();
        remove_leavings(lock)?;
        doubt(folder);
        let db = open_database(folder)?;
        let is_current = is_current(lock, &db)?;
        let failure = |source| JournalError::Database { operation: "open", folder: folder.to_owned(), source };
        let journal = db.open_tree("journal").map_err(failure)?;
        let records = db.open_tree("records").map_err(failure)?;
        let file = open_file(folder, "db")?;
        let (days, folder, failed) = (Days::of(folder), folder.to_owned(), Mutex::new(false));
        let disk = Self { folder, db, journal, records, days, file, failed };
        disk.sync()?;
        let _ = fs::remove_file(disk.folder.join(DOUBT));
        if !is_current {
            upgrade::move_days(&disk)?;
            disk.write(|disk| disk.db.insert(FORMAT_KEY, FORMAT))?;
        }
        if !lock.has_begun()? {
            disk.make_files_durable()?;
            lock.begin()?;
        }
        Ok(disk)
    }

    /// What sled makes once and syncs never.
    fn make_files_durable(&self) -> Result<(), JournalError> {
        let path = self.folder.join("conf");
        let synced = open_file(&self.folder, "conf")?.sync_all();
        synced.map_err(|source| JournalError::File { operation: "sync", path, source })?;
        sync_folder(&self.folder.join("blobs"))?;
        sync_folder(&self.folder)
    }

    /// Inserts and makes it durable, unless a write failed before: after a failure nothing on disk is certain until
    /// the database is opened again.
    pub(crate) fn write<T>(&self, insert: impl FnOnce(&Self) -> sled::Result<T>) -> Result<(), JournalError> {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        if *failed {
            return Err(JournalError::Closed);
        }
        // Stays so when an error or a panic comes first.
        *failed = true;
        let done = insert(self).map_err(self.failure("write")).and_then(|_| self.sync());
        *failed = done.is_err();
        if *failed {
            doubt(&self.folder);
        }
        done
    }

    /// Makes everything that was inserted durable.
    fn sync(&self) -> Result<(), JournalError> {
        self.db.flush().map_err(self.failure("write"))?;
        let path = || self.folder.join("db");
        self.file.sync_data().map_err(|source| JournalError::File { operation: "sync", path: path(), source })
    }

    /// Whether the database has to be opened again.
    pub(crate) fn has_failed(&self) -> bool {
        *self.failed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same for a long reading, which must not wait for the write that is under way.
    pub(crate) fn is_closed_to_readers(&self) -> bool {
        match self.failed.try_lock() {
            Ok(failed) => *failed,
            Err(TryLockError::Poisoned(failed)) => *failed.into_inner(),
            Err(TryLockError::WouldBlock) => false,
        }
    }

    /// As a write does that fails.
    #[cfg(test)]
    pub(crate) fn fail(&self) {
        let full = |_: &Self| -> sled::Result<()> { Err(sled::Error::Unsupported("a full disk".into())) };
        self.write(full).expect_err("it fails");
    }

    /// sled's error with what was tried.
    pub(crate) fn failure(&self, operation: &'static str) -> impl Fn(sled::Error) -> JournalError + use<> {
        let folder = self.folder.clone();
        move |source| JournalError::Database { operation, folder: folder.clone(), source }
    }
}

/// Notes that the data file is in doubt. Not synced: it goes with the kernel's memory, as what is in doubt does. A full
/// disk has no room for it, and loses nothing that it took.
fn doubt(folder: &Path) {
    let _ = File::create(folder.join(DOUBT));
}

/// Whether an earlier process left the data file in doubt.
pub(crate) fn is_in_doubt(lock: &FolderLock) -> bool {
    lock.folder().join(DOUBT).exists()
}

/// Writes the data file over itself, byte for byte, and syncs it. After a failed sync the kernel takes pages for
/// written that never reached the disk: they are read as if they were there, and no later sync writes them. What is
/// acknowledged from now on must not stand on them.
pub(crate) fn write_again(lock: &FolderLock) -> Result<(), JournalError> {
    let path = lock.folder().join("db");
    // A process that was killed before it made one.
    if !path.exists() {
        return Ok(());
    }
    let file = open_file(lock.folder(), "db")?;
    let failure = |operation| {
        let path = path.clone();
        move |source| JournalError::File { operation, path, source }
    };
    // sled's threads may write still, for a moment.
    for _ in 1..LOCK_TRIES {
        match file.try_lock() {
            Ok(()) => break,
            Err(_) => sleep(LOCK_PAUSE),
        }
    }
    file.try_lock().map_err(|error| failure("lock")(error.into()))?;
    let mut bytes = vec![0; REWRITE_BYTES];
    for at in (0..).step_by(REWRITE_BYTES) {
        let length = file.read_at(&mut bytes, at).map_err(failure("read"))?;
        if length == 0 {
            break;
        }
        file.write_all_at(&bytes[..length], at).map_err(failure("write"))?;
        // A disk that still fails is noticed before all is read.
        file.sync_data().map_err(failure("sync"))?;
    }
    Ok(())
}

fn open_database(folder: &Path) -> Result<sled::Db, JournalError> {
    let config = sled::Config::new().path(folder).cache_capacity(CACHE_BYTES).flush_every_ms(None);
    for _ in 1..LOCK_TRIES {
        match config.open() {
            Err(error) if is_lock_error(&error) => sleep(LOCK_PAUSE),
            Err(source @ (sled::Error::Corruption { .. } | sled::Error::ReportableBug(_))) => {
                // Its own words end in an empty backtrace.
                let reason = source.to_string().split(" backtrace").next().unwrap_or_default().to_owned();
                return Err(JournalError::Unreadable { folder: folder.to_owned(), reason });
            }
            Err(source) => return Err(JournalError::Database { operation: "open", folder: folder.to_owned(), source }),
            Ok(db) => return Ok(db),
        }
    }
    Err(JournalError::AlreadyOpen { folder: folder.to_owned() })
}

/// sled has no kind for it.
fn is_lock_error(error: &sled::Error) -> bool {
    matches!(error, sled::Error::Io(error) if error.to_string().starts_with("could not acquire lock"))
}

/// Removes what a kill while sled opened left behind. An unfinished snapshot would make the next open fail for ever; of
/// a database that was never made whole, nothing is worth keeping.
fn remove_leavings(lock: &FolderLock) -> Result<(), JournalError> {
    let has_begun = lock.has_begun()? || lock.folder().join("db").metadata().is_ok_and(|db| db.len() > 0);
    for entry in read_folder(lock.folder())? {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_unfinished = name.starts_with("snap.") && name.ends_with(".generating");
        if is_unfinished || (!has_begun && name == "conf") {
            let path = entry.path();
            tracing::info!(file = %path.display(), "left behind by a kill while opening: removed");
            fs::remove_file(&path).map_err(|source| JournalError::File { operation: "remove", path, source })?;
        }
    }
    Ok(())
}

fn open_file(folder: &Path, name: &str) -> Result<File, JournalError> {
    let path = folder.join(name);
    let file = File::options().read(true).write(true).open(&path);
    file.map_err(|source| JournalError::File { operation: "open", path, source })
}

/// Whether the database has this release's format, and not an earlier one. A new one gets it.
///
/// # Errors
/// When it is not ours, of a later release, or has lost everything.
fn is_current(lock: &FolderLock, db: &sled::Db) -> Result<bool, JournalError> {
    let folder = lock.folder();
    let failure = |operation| move |source| JournalError::Database { operation, folder: folder.to_owned(), source };
    let format =
        db.get(FORMAT_KEY).map_err(failure("read"))?.map(|format| String::from_utf8_lossy(&format).into_owned());
    match format {
        Some(found) if found == FORMAT => Ok(true),
        Some(found) if EARLIER_FORMATS.contains(&found.as_str()) => {
            tracing::info!("the data is of format {found}: an earlier release can't read it from now on");
            Ok(false)
        }
        Some(found) => Err(JournalError::UnknownFormat { folder: folder.to_owned(), found, known: FORMAT }),
        // sled takes a data file that it can't make sense of for a new one.
        None if lock.has_begun()? => Err(JournalError::Damaged {
            at: EventNumber(1),
            reason: format!("{} holds nothing any more", folder.join("db").display()),
        }),
        None if is_empty(db) => db.insert(FORMAT_KEY, FORMAT).map(|_| true).map_err(failure("write")),
        None => Err(JournalError::NotOurs { folder: folder.to_owned(), found: "another program's database".into() }),
    }
}

fn is_empty(db: &sled::Db) -> bool {
    db.is_empty() && db.tree_names().len() <= 1
}

pub(crate) fn read_folder(folder: &Path) -> Result<Vec<fs::DirEntry>, JournalError> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    entries.map_err(|source| JournalError::File { operation: "read", path: folder.to_owned(), source })
}

/// Writes a file into a folder, which is made where it is missing: first under another name there, read back, and then
/// into its place, whole or not at all, and durable when it returns.
pub(crate) fn put_whole(folder: &Path, unfinished: &str, path: &Path, bytes: &[u8]) -> Result<(), JournalError> {
    let unfinished = folder.join(unfinished);
    let make = || if folder.is_dir() { Ok(()) } else { fs::create_dir(folder) };
    let written = make().and_then(|()| {
        let mut file = File::create(&unfinished)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        if fs::read(&unfinished)? != bytes {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the disk gives back something else"));
        }
        fs::rename(&unfinished, path)
    });
    written.map_err(|source| JournalError::File { operation: "write", path: path.to_owned(), source })?;
    sync_names(folder)
}

/// Makes the names in a folder durable, and its own: whoever made it may have failed after that.
pub(crate) fn sync_names(folder: &Path) -> Result<(), JournalError> {
    sync_folder(folder)?;
    folder.parent().map_or(Ok(()), sync_folder)
}

/// Makes a folder's names durable: a new or renamed file is only when its folder is.
///
/// # Errors
/// [`JournalError::File`] with the folder.
pub fn sync_folder(folder: &Path) -> Result<(), JournalError> {
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(|source| JournalError::File { operation: "sync", path: folder.to_owned(), source })
}
