//! Keys, one a business day, each in a file of its own: erasing the file makes the day's contacts unreadable wherever
//! their ciphertext still is, in an old block of the disk or in a backup.

use std::fs::{self, DirBuilder, File};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use moi_journal::{JournalError, sync_folder};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::auth::random;
use crate::whole_file;

/// Bytes of a key.
const BYTES: usize = 32;

/// What a key file's name ends with, after its kind and day: `contacts-2026-11-24.key`.
const ENDING: &str = ".key";

/// Why there is no key.
#[derive(Debug, Error)]
pub enum KeyError {
    /// A file of another length.
    #[error("{} is no key: it has {bytes} bytes instead of {BYTES}", path.display())]
    Damaged {
        /// Which.
        path: PathBuf,
        /// Its length.
        bytes: usize,
    },
    /// The file or its folder can't be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the machine said.
        source: io::Error,
    },
    /// The folder can't be made durable.
    #[error(transparent)]
    Folder(#[from] JournalError),
}

/// A day's key. Wiped from memory; shows itself to nobody.
pub(super) struct Key(Zeroizing<[u8; BYTES]>);

impl Key {
    pub(super) fn bytes(&self) -> &[u8; BYTES] {
        &self.0
    }
}

/// The keys of one kind in their folder, which is for its owner alone.
pub(super) struct KeyFolder {
    folder: PathBuf,
    kind: &'static str,
}

impl KeyFolder {
    /// `kind` is what the names of the files begin with.
    pub(super) fn new(folder: PathBuf, kind: &'static str) -> Self {
        Self { folder, kind }
    }

    /// The key of a day; none when there is none (any more).
    ///
    /// # Errors
    /// [`KeyError::Damaged`], or [`KeyError::File`] when it can't be read.
    pub(super) fn read(&self, day: Date) -> Result<Option<Key>, KeyError> {
        let path = self.path(day);
        let bytes = match fs::read(&path) {
            Ok(bytes) => Zeroizing::new(bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(KeyError::File { path, source }),
        };
        match <[u8; BYTES]>::try_from(bytes.as_slice()) {
            Ok(key) => Ok(Some(Key(Zeroizing::new(key)))),
            Err(_) => Err(KeyError::Damaged { path, bytes: bytes.len() }),
        }
    }

    /// The key of a day, made and durable when there was none. One that is damaged opens nothing: it is replaced.
    ///
    /// # Errors
    /// When it can't be read or made.
    pub(super) fn read_or_make(&self, day: Date) -> Result<Key, KeyError> {
        match self.read(day) {
            Ok(Some(key)) => Ok(key),
            Ok(None) => self.make(day),
            Err(error @ KeyError::Damaged { .. }) => {
                tracing::warn!(%error, "a new key takes the place of a damaged one: what it sealed is gone");
                self.make(day)
            }
            Err(error @ (KeyError::File { .. } | KeyError::Folder(_))) => Err(error),
        }
    }

    /// Erases the key of a day. The file is overwritten before it goes, for disks that write in place.
    ///
    /// # Errors
    /// When it can't be removed.
    pub(super) fn erase(&self, day: Date) -> Result<(), KeyError> {
        let path = self.path(day);
        let overwritten = File::options().write(true).open(&path).and_then(|mut file| {
            file.write_all(&[0; BYTES])?;
            file.sync_all()
        });
        if let Err(error) = overwritten.or_else(or_missing) {
            tracing::warn!(file = %path.display(), %error, "a key is erased without being overwritten");
        }
        fs::remove_file(&path).or_else(or_missing).map_err(|source| KeyError::File { path, source })?;
        Ok(sync_folder(&self.folder)?)
    }

    /// The days that have a key.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub(super) fn days(&self) -> Result<Vec<Date>, KeyError> {
        let failure = |source| KeyError::File { path: self.folder.clone(), source };
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => return Err(failure(source)),
        };
        let mut days = Vec::new();
        for entry in entries {
            days.extend(self.day_of(&entry.map_err(failure)?.path()));
        }
        Ok(days)
    }

    fn make(&self, day: Date) -> Result<Key, KeyError> {
        let (path, part) = (self.path(day), self.folder.join(format!("{}.key.part", self.kind)));
        let key = Key(Zeroizing::new(random()));
        self.make_folder()?;
        whole_file::put(&path, &part, key.bytes()).map_err(|source| KeyError::File { path, source })?;
        Ok(key)
    }

    fn make_folder(&self) -> Result<(), KeyError> {
        if self.folder.is_dir() {
            return Ok(());
        }
        let made = DirBuilder::new().recursive(true).mode(0o700).create(&self.folder);
        made.map_err(|source| KeyError::File { path: self.folder.clone(), source })?;
        let parent = self.folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok(sync_folder(parent)?)
    }

    fn path(&self, day: Date) -> PathBuf {
        self.folder.join(format!("{}-{day}{ENDING}", self.kind))
    }

    /// The day of a key file; none for other files.
    fn day_of(&self, path: &Path) -> Option<Date> {
        let name = path.file_name()?.to_str()?.strip_prefix(self.kind)?.strip_prefix('-')?;
        name.strip_suffix(ENDING)?.parse().ok()
    }
}

/// What is not there need not be erased.
fn or_missing(error: io::Error) -> io::Result<()> {
    if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("it is there").permissions().mode() & 0o777
    }

    #[test]
    fn each_day_has_a_key_of_its_own_which_only_its_owner_can_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep/keys");
        let keys = KeyFolder::new(path.clone(), "contacts");
        assert!(keys.days().expect("no folder yet").is_empty());
        assert!(keys.read(day("2026-11-24")).expect("no key yet").is_none());
        let tuesday = keys.read_or_make(day("2026-11-24")).expect("made");
        let wednesday = keys.read_or_make(day("2026-11-25")).expect("made");
        assert_ne!(tuesday.bytes(), wednesday.bytes());
        assert_eq!(keys.read_or_make(day("2026-11-24")).expect("kept").bytes(), tuesday.bytes());
        assert_eq!((mode(&path), mode(&path.join("contacts-2026-11-24.key"))), (0o700, 0o600));
        assert!(!path.join("contacts.key.part").exists());
        fs::write(path.join("letter.key"), "not ours").expect("written");
        let mut days = keys.days().expect("read");
        days.sort();
        assert_eq!(days, [day("2026-11-24"), day("2026-11-25")]);
    }

    #[test]
    fn an_erased_key_is_gone_and_may_be_erased_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let keys = KeyFolder::new(folder.path().to_owned(), "contacts");
        let before = keys.read_or_make(day("2026-11-24")).expect("made");
        for _ in 0..2 {
            keys.erase(day("2026-11-24")).expect("erased");
        }
        assert!(keys.read(day("2026-11-24")).expect("read").is_none());
        assert_ne!(keys.read_or_make(day("2026-11-24")).expect("made anew").bytes(), before.bytes());
    }

    #[test]
    fn a_damaged_key_is_told_and_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let keys = KeyFolder::new(folder.path().to_owned(), "contacts");
        let path = folder.path().join("contacts-2026-11-24.key");
        fs::write(&path, "short").expect("written");
        let damaged = keys.read(day("2026-11-24")).err().expect("no key").to_string();
        assert!(damaged.ends_with("is no key: it has 5 bytes instead of 32"), "{damaged}");
        keys.read_or_make(day("2026-11-24")).expect("replaced");
        assert_eq!(fs::read(&path).expect("read").len(), BYTES);
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("keys"), "a file").expect("written");
        let keys = KeyFolder::new(folder.path().join("keys"), "contacts");
        let error = keys.read_or_make(day("2026-11-24")).err().expect("no folder").to_string();
        assert!(error.contains("keys"), "{error}");
    }
}
