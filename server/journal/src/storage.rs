//! The office's folder on disk, shared by the journal and the records beside it.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use crate::disk::Disk;
use crate::lock::FolderLock;
use crate::{Journal, JournalError, Records};

/// The open data of an office. Cloning it is cheap; the folder stays locked until the last clone, [`Journal`] and
/// [`Records`] are gone.
#[derive(Clone)]
pub struct Storage(Arc<Shared>);

struct Shared {
    lock: FolderLock,
    /// None when it could not be opened again after a failure. Held for reading by every use.
    disk: RwLock<Option<Disk>>,
    /// Whether there is a [`Journal`]: two would give a number twice.
    has_writer: AtomicBool,
}

impl Storage {
    /// Opens an office's folder, and makes it when there is none.
    ///
    /// # Errors
    /// [`JournalError::AlreadyOpen`] when an office runs on it, [`JournalError::NotOurs`] when it holds other things,
    /// or why it can't be made, read or written.
    pub fn open(folder: &Path) -> Result<Self, JournalError> {
        let lock = FolderLock::take(folder)?;
        let disk = Disk::open(&lock)?;
        Ok(Self(Arc::new(Shared { lock, disk: RwLock::new(Some(disk)), has_writer: AtomicBool::new(false) })))
    }

    /// The journal, to one writer at a time. After a failed write it opens the database again first, so that what is
    /// folded then is what is on disk.
    ///
    /// # Errors
    /// [`JournalError::AlreadyOpen`] while there is another [`Journal`], or why the disk can't be read.
    pub fn journal(&self) -> Result<Journal, JournalError> {
        if self.0.has_writer.swap(true, Ordering::AcqRel) {
            return Err(JournalError::AlreadyOpen { folder: self.0.lock.folder().to_owned() });
        }
        let writer = Writer(self.clone());
        self.open_again_after_failure()?;
        Journal::new(writer)
    }

    /// The records.
    #[must_use]
    pub fn records(&self) -> Records {
        Records::new(self.clone())
    }

    /// Uses the open database.
    pub(crate) fn with<T>(&self, act: impl FnOnce(&Disk) -> Result<T, JournalError>) -> Result<T, JournalError> {
        let disk = self.0.disk.read().unwrap_or_else(PoisonError::into_inner);
        act(disk.as_ref().ok_or(JournalError::Closed)?)
    }

    fn open_again_after_failure(&self) -> Result<(), JournalError> {
        let mut disk = self.0.disk.write().unwrap_or_else(PoisonError::into_inner);
        if disk.as_ref().is_some_and(|disk| !disk.has_failed()) {
            return Ok(());
        }
        // Closed first: sled locks its files.
        *disk = None;
        *disk = Some(Disk::open(&self.0.lock)?);
        Ok(())
    }
}

/// The right to be the one [`Journal`]; given back when dropped.
pub(crate) struct Writer(Storage);

impl Writer {
    pub(crate) fn storage(&self) -> &Storage {
        &self.0
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.0.0.has_writer.store(false, Ordering::Release);
    }
}
