//! Files beside the journal, for what is too large for a record: the office's pictures. Backups take them along.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::disk::{put_whole, read_folder, sync_folder};
use crate::{JournalError, Storage};

/// The folder's name in the journal's folder.
const FOLDER: &str = "files";

/// A new file until it is whole.
const UNFINISHED: &str = "unfinished";

/// What a file is called by: the first bytes of a digest. Its name on disk is made of nothing else, so that no name
/// from outside ever becomes a path.
pub type FileName = [u8; 16];

/// Bytes of a file: a picture as large as a screen has some 3 MiB at the very most.
pub const FILE_BYTES_MAX: usize = 8 * 1024 * 1024;

/// The files of a journal's folder; cloning it is cheap.
#[derive(Debug, Clone)]
pub struct Files {
    folder: PathBuf,
}

impl Storage {
    /// The files beside this journal.
    #[must_use]
    pub fn files(&self) -> Files {
        Files::beside(self.folder())
    }
}

impl Files {
    /// Those in a journal's folder, which another office may have open: for reading.
    #[must_use]
    pub fn beside(journal: &Path) -> Self {
        Self { folder: journal.join(FOLDER) }
    }

    /// What every file is called, in order.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn list(&self) -> Result<Vec<FileName>, JournalError> {
        if !self.folder.exists() {
            return Ok(Vec::new());
        }
        let entries = read_folder(&self.folder)?;
        let mut names: Vec<_> = entries.iter().filter_map(|entry| entry.file_name().to_str().and_then(parse)).collect();
        names.sort_unstable();
        Ok(names)
    }

    /// A file's first bytes, at most so many; none when there is no such file.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn beginning(&self, name: &FileName, bytes_max: usize) -> Result<Option<Vec<u8>>, JournalError> {
        let path = self.path(name);
        let mut bytes = Vec::new();
        let read = File::open(&path).and_then(|file| file.take(bytes_max as u64).read_to_end(&mut bytes));
        match read {
            Ok(_) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(JournalError::File { operation: "read", path, source }),
        }
    }

    /// A whole file, as far as [`FILE_BYTES_MAX`]; none when there is no such file.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn read(&self, name: &FileName) -> Result<Option<Vec<u8>>, JournalError> {
        self.beginning(name, FILE_BYTES_MAX)
    }

    /// Puts a file there, over one that is called so: whole or not at all, read back, and durable when it returns. One
    /// at a time, which is the caller's to see to.
    ///
    /// # Errors
    /// [`JournalError::TooLarge`], or when it can't be written; then the one before is still there.
    pub fn put(&self, name: &FileName, bytes: &[u8]) -> Result<(), JournalError> {
        let path = self.path(name);
        if bytes.len() > FILE_BYTES_MAX {
            let what = path.display().to_string();
            return Err(JournalError::TooLarge { what, bytes: bytes.len(), bytes_max: FILE_BYTES_MAX });
        }
        put_whole(&self.folder, UNFINISHED, &path, bytes)
    }

    /// Removes a file, where there is one; durable when it returns.
    ///
    /// # Errors
    /// When it can't be removed.
    pub fn remove(&self, name: &FileName) -> Result<(), JournalError> {
        let path = self.path(name);
        match fs::remove_file(&path) {
            Ok(()) => sync_folder(&self.folder),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(source) => Err(JournalError::File { operation: "remove", path, source }),
        }
    }

    fn path(&self, name: &FileName) -> PathBuf {
        self.folder.join(written(name))
    }
}

/// A file's name as text.
pub(crate) fn written(name: &FileName) -> String {
    data_encoding::HEXLOWER.encode(name)
}

/// A file's name from text; none of any other text.
pub(crate) fn parse(text: &str) -> Option<FileName> {
    data_encoding::HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_survives_a_restart_whole_and_goes_when_it_is_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        let (first, second) = ([1; 16], [2; 16]);
        let files = Storage::open(folder.path()).expect("it opens").files();
        assert!(files.list().expect("none yet").is_empty());
        files.put(&second, b"second").expect("written");
        files.put(&first, &vec![7; 300_000]).expect("written");
        let files = Storage::open(folder.path()).expect("it opens again").files();
        assert_eq!(files.list().expect("read"), [first, second]);
        assert_eq!(files.read(&first).expect("read"), Some(vec![7; 300_000]));
        assert_eq!(files.beginning(&second, 3).expect("read").as_deref(), Some(b"sec".as_slice()));
        files.remove(&first).expect("removed");
        files.remove(&first).expect("it is gone already");
        assert_eq!((files.list().expect("read"), files.read(&first).expect("read")), (vec![second], None));
    }

    #[test]
    fn what_a_kill_left_and_what_others_put_there_is_no_file_of_ours() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = Storage::open(folder.path()).expect("it opens").files();
        files.put(&[3; 16], b"whole").expect("written");
        let capitals = "AA".repeat(16);
        for other in [UNFINISHED, "notes.txt", "0303", &capitals] {
            fs::write(folder.path().join(FOLDER).join(other), "half a pic").expect("written");
        }
        assert_eq!(files.list().expect("read"), [[3; 16]]);
        files.put(&[4; 16], b"another").expect("nothing is in its way");
        assert_eq!(files.read(&[4; 16]).expect("read").as_deref(), Some(b"another".as_slice()));
    }

    #[test]
    fn a_file_that_is_too_large_is_refused_and_leaves_the_one_before() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = Storage::open(folder.path()).expect("it opens").files();
        files.put(&[5; 16], b"before").expect("written");
        let refused = files.put(&[5; 16], &vec![0; FILE_BYTES_MAX + 1]);
        assert!(matches!(refused, Err(JournalError::TooLarge { .. })), "{refused:?}");
        assert_eq!(files.read(&[5; 16]).expect("read").as_deref(), Some(b"before".as_slice()));
    }
}
