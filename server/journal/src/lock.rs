//! One office a folder: the folder is made when it is new, checked, and locked as long as the office runs.

use std::fs::{self, DirBuilder, File, Permissions, TryLockError};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use crate::JournalError;
use crate::disk::{read_folder, sync_folder};

/// Says whose folder it is, and is locked by the office that runs. Empty until the database beside it is made.
const MARK: &str = "moi-office";
const MARK_TEXT: &[u8] = b"Moi keeps an office's journal in this folder. Keep all of its files together.\n";

/// Secrets lie in it: hashes of PINs, tokens of tickets.
const OWNER_ALONE: u32 = 0o700;

/// What a new volume may hold.
const HARMLESS: &str = "lost+found";

/// A folder that no other office can open; free again when dropped, or when the process ends in whatever way.
pub(crate) struct FolderLock {
    folder: PathBuf,
    mark: File,
}

impl FolderLock {
    pub(crate) fn take(folder: &Path) -> Result<Self, JournalError> {
        make_folder(folder)?;
        // A release before this one made it for all to read. Somebody else's folder is refused below.
        let _ = fs::set_permissions(folder, Permissions::from_mode(OWNER_ALONE));
        let path = folder.join(MARK);
        if !path.exists() {
            refuse_foreign(folder)?;
        }
        let failure = |operation| {
            let path = path.clone();
            move |source| JournalError::File { operation, path, source }
        };
        let mark = File::options().create(true).truncate(false).write(true).open(&path).map_err(failure("open"))?;
        match mark.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(JournalError::AlreadyOpen { folder: folder.to_owned() }),
            Err(TryLockError::Error(source)) => return Err(failure("lock")(source)),
        }
        sync_folder(folder)?;
        Ok(Self { folder: folder.to_owned(), mark })
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether a database was made here. Before, nothing was acknowledged; after, an empty one has lost everything.
    pub(crate) fn has_begun(&self) -> Result<bool, JournalError> {
        self.mark.metadata().map(|mark| mark.len() > 0).map_err(|source| self.failure("read", source))
    }

    /// Notes durably that the database is made.
    pub(crate) fn begin(&self) -> Result<(), JournalError> {
        let written = (&self.mark).write_all(MARK_TEXT).and_then(|()| self.mark.sync_all());
        written.map_err(|source| self.failure("write", source))
    }

    fn failure(&self, operation: &'static str, source: io::Error) -> JournalError {
        JournalError::File { operation, path: self.folder.join(MARK), source }
    }
}

/// Makes the folder where it is missing, durably and for its owner alone: each new folder's own parent is synced.
///
/// # Errors
/// [`JournalError::File`] with the folder that can't be made or synced.
pub fn make_folder(folder: &Path) -> Result<(), JournalError> {
    if folder.is_dir() {
        return Ok(());
    }
    if folder.exists() {
        // Its error says what it is instead.
        return read_folder(folder).map(drop);
    }
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    make_folder(parent)?;
    let failure = |source| JournalError::File { operation: "make the folder", path: folder.to_owned(), source };
    DirBuilder::new().mode(OWNER_ALONE).create(folder).map_err(failure)?;
    sync_folder(parent)
}

/// A folder without our mark must be empty, or hold a whole database, which shows whose it is once it is open.
fn refuse_foreign(folder: &Path) -> Result<(), JournalError> {
    if folder.join("conf").is_file() && folder.join("db").is_file() {
        return Ok(());
    }
    let entries = read_folder(folder)?;
    let mut names = entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned());
    match names.find(|name| name != HARMLESS) {
        None => Ok(()),
        Some(found) => Err(JournalError::NotOurs { folder: folder.to_owned(), found: format!("{found:?}") }),
    }
}
