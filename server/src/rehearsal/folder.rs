//! The folder of a rehearsal, and the mark that tells it from an office's.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use moi_journal::{JournalError, Records, Storage};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The rehearsal's folder in the office's data folder: on the same disk, and the same user may write there.
pub const FOLDER: &str = "rehearsal";

/// The mark in it.
pub const MARK: &str = "THIS-IS-A-REHEARSAL";

/// What the mark says to whoever opens it.
const WORDS: &str = "Thư mục này là của một buổi tập huấn (moi rehearse): không có gì là thật, lần tập sau xóa hết.\n\
    This folder is a rehearsal's (moi rehearse): nothing in it is real, and the next one begins by clearing it.\n";

/// Where the same stands among the records, so that a copy of the journal alone bears it, too.
const ROOM: &str = "rehearsal";
const KEY: &str = "mark";

/// The record of the mark.
#[derive(Debug, Serialize, Deserialize)]
struct Mark {
    is_rehearsal: bool,
}

/// A rehearsal and an office would be mixed.
#[derive(Debug, Error)]
pub enum Mix {
    /// An office's command is to open a rehearsal's data.
    #[error(
        "{} is a rehearsal's folder: nothing in it is real, and it is not opened as an office's. `moi rehearse` \
         rehearses; for the office give its own folder with --data",
        .0.display()
    )]
    Rehearsal(PathBuf),
    /// A rehearsal is to begin where something else lies.
    #[error(
        "{} bears no mark of a rehearsal, so it may be an office's: a rehearsal would clear it, and does not begin. \
         Move it away, or give another --data",
        .0.display()
    )]
    Office(PathBuf),
    /// Another rehearsal goes on there.
    #[error("a rehearsal runs in {} already: stop that one first, or give another --data", .0.display())]
    Running(PathBuf),
    /// What the last one left can't be cleared, or the folder not be made.
    #[error("the rehearsal's folder {} can't be prepared: {source}", path.display())]
    Disk {
        /// The folder, or what is in it.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The records can't be read or written.
    #[error(transparent)]
    Records(#[from] JournalError),
}

/// Whether a data folder is a rehearsal's.
#[must_use]
pub fn is_marked(data: &Path) -> bool {
    data.join(MARK).exists()
}

/// Makes a rehearsal's folder, empty: what an earlier one left goes, its journal and the others of these names. Nothing
/// else is ever removed.
///
/// # Errors
/// See [`Mix`]; nothing is removed from a folder without the mark.
pub fn prepare(data: &Path, journal: &str, others: &[&str]) -> Result<(), Mix> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| Mix::Disk { path, source }
    };
    fs::create_dir_all(data).map_err(failed(data))?;
    if !is_marked(data) {
        let mut entries = fs::read_dir(data).map_err(failed(data))?;
        if entries.next().is_some() {
            return Err(Mix::Office(data.to_owned()));
        }
    }
    let opened = data.join(journal);
    if opened.is_dir() && matches!(Storage::open(&opened), Err(JournalError::AlreadyOpen { .. })) {
        return Err(Mix::Running(data.to_owned()));
    }
    // First: a rehearsal that is cut short here must not leave a folder that nobody dares to clear.
    fs::write(data.join(MARK), WORDS).map_err(failed(&data.join(MARK)))?;
    for name in others.iter().chain([&journal]) {
        let path = data.join(name);
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        match removed {
            Err(source) if source.kind() != ErrorKind::NotFound => return Err(Mix::Disk { path, source }),
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

/// Marks the records of a rehearsal.
///
/// # Errors
/// The records'.
pub fn set_mark(records: &Records) -> Result<(), JournalError> {
    records.put(ROOM, KEY, &Mark { is_rehearsal: true })
}

/// Refuses a rehearsal's folder to whoever wants an office's.
///
/// # Errors
/// [`Mix::Rehearsal`].
pub fn refuse_rehearsal(data: &Path) -> Result<(), Mix> {
    if is_marked(data) { Err(Mix::Rehearsal(data.to_owned())) } else { Ok(()) }
}

/// Refuses records that bear the mark, wherever their folder was copied to.
///
/// # Errors
/// [`Mix::Rehearsal`], or the records'.
pub fn refuse_rehearsed(records: &Records, data: &Path) -> Result<(), Mix> {
    let mark: Option<Mark> = records.get(ROOM, KEY)?;
    if mark.is_some_and(|mark| mark.is_rehearsal) { Err(Mix::Rehearsal(data.to_owned())) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prepare(data: &Path) -> Result<(), Mix> {
        super::prepare(data, "journal", &["slips", "control.sock"])
    }

    #[test]
    fn a_rehearsal_begins_with_nothing_of_the_last_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("office").join(FOLDER);
        prepare(&data).expect("made");
        for name in ["journal", "slips", "control.sock"] {
            fs::create_dir(data.join(name)).expect("made");
            fs::write(data.join(name).join("old"), "old").expect("written");
        }
        fs::write(data.join("notes.txt"), "the trainer's").expect("written");
        prepare(&data).expect("cleared");
        let mut left: Vec<_> = fs::read_dir(&data).expect("read").flatten().map(|entry| entry.file_name()).collect();
        left.sort();
        assert_eq!(left, [MARK, "notes.txt"], "only what a rehearsal makes is cleared");
    }

    /// The worst that a rehearsal could do.
    #[test]
    fn a_folder_without_the_mark_is_never_cleared() {
        for name in ["journal", "letter.txt"] {
            let folder = tempfile::tempdir().expect("a folder");
            fs::create_dir(folder.path().join(name)).expect("made");
            let refused = prepare(folder.path()).expect_err("it may be an office's").to_string();
            assert!(refused.contains("bears no mark of a rehearsal"), "{refused}");
            assert!(folder.path().join(name).exists() && !is_marked(folder.path()));
        }
    }

    #[test]
    fn a_rehearsal_that_runs_is_not_cleared_under_its_feet() {
        let folder = tempfile::tempdir().expect("a folder");
        prepare(folder.path()).expect("made");
        let storage = Storage::open(&folder.path().join("journal")).expect("it opens");
        assert!(matches!(prepare(folder.path()), Err(Mix::Running(_))));
        drop(storage);
        prepare(folder.path()).expect("it is over");
    }

    #[test]
    fn the_mark_is_found_in_the_folder_and_in_a_copy_of_its_journal_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        prepare(folder.path()).expect("made");
        assert!(matches!(refuse_rehearsal(folder.path()), Err(Mix::Rehearsal(_))));
        let storage = Storage::open(&folder.path().join("journal")).expect("it opens");
        let copy = Path::new("/copied");
        refuse_rehearsed(&storage.records(), copy).expect("no mark yet");
        set_mark(&storage.records()).expect("written");
        let refused = refuse_rehearsed(&storage.records(), copy).expect_err("it is marked").to_string();
        assert!(refused.starts_with("/copied is a rehearsal's folder"), "{refused}");
        refuse_rehearsal(copy).expect("an office's folder, or none");
    }
}
