//! The office's folder on disk, shared by the journal and the records beside it.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use jiff::civil::Date;

use crate::disk::{Disk, is_in_doubt, write_again};
use crate::lock::FolderLock;
use crate::records::Known;
use crate::{Journal, JournalError, Records, SealingTrouble};

/// The open data of an office. Cloning it is cheap; the folder stays locked until the last clone, [`Journal`] and
/// [`Records`] are gone.
#[derive(Clone)]
pub struct Storage(Arc<Shared>);

struct Shared {
    lock: FolderLock,
    /// None when it could not be opened again after a failure. Held for reading by every use.
    disk: RwLock<Option<Disk>>,
    /// What is read of the records, without the disk.
    records: Known,
    /// Whether there is a [`Journal`]: two would give a number twice.
    has_writer: AtomicBool,
    /// Held while closed days are put away, and while the whole journal is read: what is being read is not rewritten.
    tidying: Mutex<()>,
    /// The hall's day when days were put away last, with success or not: one that fails for want of room closes the
    /// data each time, and must not be tried again with every look. None before the first time since the start.
    settled: Mutex<Option<Date>>,
    /// Why closed days could not be put away at the last try.
    sealing_trouble: Mutex<Option<SealingTrouble>>,
    /// Whether the data file was written again since a write failed.
    is_written_again: AtomicBool,
}

impl Storage {
    /// Opens an office's folder, and makes it when there is none.
    ///
    /// # Errors
    /// [`JournalError::AlreadyOpen`] when an office runs on it, [`JournalError::NotOurs`] when it holds other things,
    /// or why it can't be made, read or written.
    pub fn open(folder: &Path) -> Result<Self, JournalError> {
        let lock = FolderLock::take(folder)?;
        if is_in_doubt(&lock) {
            write_again(&lock)?;
        }
        let disk = Disk::open(&lock)?;
        let records = Known::of(&disk)?;
        let disk = RwLock::new(Some(disk));
        let (has_writer, is_written_again) = (AtomicBool::new(false), AtomicBool::new(false));
        let (tidying, settled, sealing_trouble) = (Mutex::new(()), Mutex::new(None), Mutex::new(None));
        let shared = Shared { lock, disk, records, has_writer, tidying, settled, sealing_trouble, is_written_again };
        Ok(Self(Arc::new(shared)))
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

    pub(crate) fn known_records(&self) -> &Known {
        &self.0.records
    }

    pub(crate) fn folder(&self) -> &Path {
        self.0.lock.folder()
    }

    pub(crate) fn settled(&self) -> MutexGuard<'_, Option<Date>> {
        self.0.settled.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Why closed days could not be put away at the last try; none when they were, or there was no try yet.
    #[must_use]
    pub fn sealing_trouble(&self) -> Option<SealingTrouble> {
        self.0.sealing_trouble.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn note_sealing(&self, trouble: Option<SealingTrouble>) {
        *self.0.sealing_trouble.lock().unwrap_or_else(PoisonError::into_inner) = trouble;
    }

    /// Uses the open database while no other reads or rewrites the whole of it. Appends go on.
    pub(crate) fn with_all<T>(&self, act: impl FnOnce(&Disk) -> Result<T, JournalError>) -> Result<T, JournalError> {
        let _turn = self.0.tidying.lock().unwrap_or_else(PoisonError::into_inner);
        self.with(act)
    }

    /// Whether no write has failed since the database was opened.
    pub(crate) fn is_open(&self) -> bool {
        self.with(|disk| Ok(!disk.has_failed())).unwrap_or(false)
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
        if !self.0.is_written_again.load(Ordering::Acquire) {
            write_again(&self.0.lock)?;
            self.0.is_written_again.store(true, Ordering::Release);
        }
        let opened = Disk::open(&self.0.lock).inspect_err(|error| {
            // What a full disk refuses was never written.
            self.0.is_written_again.store(error.is_disk_full(), Ordering::Release);
        })?;
        self.0.is_written_again.store(false, Ordering::Release);
        self.0.records.load_again(&opened)?;
        *disk = Some(opened);
        Ok(())
    }

    /// A write fails.
    #[cfg(test)]
    pub(crate) fn fail(&self) {
        let fail = |disk: &Disk| {
            disk.fail();
            Ok(())
        };
        self.with(fail).expect("the disk is open");
    }

    /// Acts while nobody can use the disk.
    #[cfg(test)]
    pub(crate) fn while_opening_again<T>(&self, act: impl FnOnce() -> T) -> T {
        let _held = self.0.disk.write().unwrap_or_else(PoisonError::into_inner);
        act()
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::Store;
    use crate::samples::events;

    fn refused(folder: &Path) -> String {
        Storage::open(folder).map(drop).expect_err("it should not open").to_string()
    }

    #[test]
    fn a_second_office_on_the_same_folder_is_told_so() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let said = refused(folder.path());
        assert!(
            said.ends_with("is in use by an office that is running: stop that one, or choose another folder"),
            "{said}"
        );
        drop(storage);
        Storage::open(folder.path()).expect("it is free again");
    }

    #[test]
    fn there_is_one_writer_at_a_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let journal = storage.journal().expect("the first");
        assert!(matches!(storage.journal(), Err(JournalError::AlreadyOpen { .. })));
        drop(journal);
        storage.journal().expect("it is free again");
    }

    #[test]
    fn a_kill_while_opening_does_no_harm() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut journal = Journal::open(folder.path()).expect("it opens");
        journal.append(&events(1..=3)).expect("it is written");
        drop(journal);
        // As sled leaves it when it is killed while it writes its snapshot.
        let stray = folder.path().join("snap.0000000000000123.generating");
        fs::write(&stray, b"half a snap").expect("written");
        let journal = Journal::open(folder.path()).expect("it opens all the same");
        assert_eq!(journal.next_number().0, 4);
        assert!(!stray.exists());
        drop(journal);
        // As it is when the kill comes before sled has made its data file.
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("moi-office"), "").expect("written");
        fs::write(folder.path().join("conf"), "half a configuration").expect("written");
        fs::create_dir(folder.path().join("blobs")).expect("made");
        Storage::open(folder.path()).expect("it opens all the same");
    }

    #[test]
    fn a_new_folder_is_made_with_its_parents() {
        let folder = tempfile::tempdir().expect("a folder");
        let deep = folder.path().join("var").join("lib").join("moi");
        Storage::open(&deep).expect("it opens");
        assert!(deep.join("db").is_file());
    }

    #[test]
    fn a_folder_of_somebody_else_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("letter.txt"), "dear").expect("written");
        let said = refused(folder.path());
        assert!(said.contains("is no folder of Moi's: it holds \"letter.txt\""), "{said}");
        assert_eq!(fs::read_dir(folder.path()).expect("read").count(), 1, "nothing was put there");

        let folder = tempfile::tempdir().expect("a folder");
        let db = sled::open(folder.path()).expect("another program's");
        db.insert("theirs", "precious").expect("written");
        drop(db);
        let said = refused(folder.path());
        assert!(said.contains("it holds another program's database"), "{said}");

        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("db"), vec![7; 4_096]).expect("written");
        let said = refused(folder.path());
        assert!(said.contains("it holds \"db\""), "{said}");
        assert_eq!(fs::read(folder.path().join("db")).expect("read"), vec![7; 4_096], "sled would have emptied it");
    }

    #[test]
    fn a_data_file_that_lost_everything_is_noticed() {
        let folder = tempfile::tempdir().expect("a folder");
        Journal::open(folder.path()).expect("it opens").append(&events(1..=3)).expect("it is written");
        for entry in fs::read_dir(folder.path()).expect("read") {
            let path = entry.expect("read").path();
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("snap.")) {
                fs::remove_file(path).expect("removed");
            }
        }
        let length = fs::metadata(folder.path().join("db")).expect("read").len();
        fs::write(folder.path().join("db"), vec![0; usize::try_from(length).expect("small")]).expect("written");
        let said = refused(folder.path());
        assert!(said.contains("damaged at event 1") && said.contains("holds nothing any more"), "{said}");
    }

    #[test]
    fn data_of_a_later_release_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        drop(Storage::open(folder.path()).expect("it opens"));
        let db = sled::open(folder.path()).expect("it is free");
        db.insert("moi format", "4").expect("written");
        drop(db);
        let said = refused(folder.path());
        assert!(said.ends_with("has format 4, this release knows format 3: install the later release"), "{said}");
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        fs::write(&file, "").expect("written");
        let named = file.display().to_string();
        for (folder, named) in [(file.join("below"), &*named), (file, &named), ("/proc/moi".into(), "/proc/moi")] {
            let said = refused(&folder);
            assert!(said.starts_with(&format!("can't make the folder {named}: ")), "{said}");
        }
    }

    #[test]
    fn after_a_failed_write_nothing_is_written_until_it_is_opened_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let records = storage.records();
        let mut journal = storage.journal().expect("the writer");
        journal.append(&events(1..=2)).expect("it is written");
        records.put("room", "key", &1).expect("it is written");

        storage.fail();
        assert!(!journal.is_open(), "the writer can see it without an order");
        assert!(matches!(journal.append(&events(3..=3)), Err(JournalError::Closed)));
        assert!(matches!(records.put("room", "key", &2), Err(JournalError::Closed)));
        drop(journal);

        let mut journal = storage.journal().expect("opened again");
        assert!(journal.is_open());
        let next = journal.next_number().0;
        assert!(next >= 3, "what was acknowledged is there: {next}");
        journal.append(&events(next..=next)).expect("it goes on");
        records.put("room", "key", &3).expect("so do the records, by the same handle");
        assert_eq!(records.get::<u8>("room", "key").expect("read"), Some(3));
    }
}
