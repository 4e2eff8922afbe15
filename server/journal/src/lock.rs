//! One office a folder: the folder is made when it is new, checked, and locked as long as the office runs.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use crate::JournalError;
use crate::disk::{read_folder, sync_folder};

/// Our lock file. sled locks its own as well, but only after it has begun to write.
const LOCK: &str = "lock";

/// What a folder of ours may hold before sled has made its data file: a kill may have come in between.
const OURS: [&str; 4] = [LOCK, "conf", "blobs", "lost+found"];

/// A folder that no other office can open; free again when dropped, or when the process ends in whatever way.
pub(crate) struct FolderLock {
    folder: PathBuf,
    /// Held for its lock.
    _file: File,
}

impl FolderLock {
    pub(crate) fn take(folder: &Path) -> Result<Self, JournalError> {
        make_folder(folder)?;
        refuse_foreign(folder)?;
        let path = folder.join(LOCK);
        let failure = |operation| {
            let path = path.clone();
            move |source| JournalError::File { operation, path, source }
        };
        let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(failure("open"))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { folder: folder.to_owned(), _file: file }),
            Err(TryLockError::WouldBlock) => Err(JournalError::AlreadyOpen { folder: folder.to_owned() }),
            Err(TryLockError::Error(source)) => Err(failure("lock")(source)),
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Makes the folder where it is missing, durably: each new folder's own parent is synced.
fn make_folder(folder: &Path) -> Result<(), JournalError> {
    if folder.is_dir() {
        return Ok(());
    }
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    make_folder(parent)?;
    let failure = |source| JournalError::File { operation: "make the folder", path: folder.to_owned(), source };
    fs::create_dir(folder).map_err(failure)?;
    sync_folder(parent)
}

fn refuse_foreign(folder: &Path) -> Result<(), JournalError> {
    if folder.join("db").exists() {
        return Ok(());
    }
    let names: Vec<_> =
        read_folder(folder)?.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    match names.into_iter().find(|name| !OURS.contains(&name.as_str()) && !name.starts_with("snap.")) {
        None => Ok(()),
        Some(found) => Err(JournalError::NotOurs { folder: folder.to_owned(), found: format!("{found:?}") }),
    }
}
