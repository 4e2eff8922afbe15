//! The folder of copies: made where it may be, what is in it, and which of it goes.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Component, Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::{Copy, CopyError, ENDING, PART};

/// How a copy's name tells when it was made, in the office's own time.
const NAME: &str = "%Y-%m-%dT%H%M";

/// Where machines put the disks that are plugged in. A place below that lies on the same disk as `/` has none.
const PLUGGED_IN: [&str; 3] = ["/media", "/mnt", "/run/media"];

/// The copies in a folder, by when their names say that they were made; oldest first.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Shelf {
    /// Those that can be.
    pub(super) past: Vec<Copy>,
    /// Those that a clock dated that was ahead, or that will be right again when the clock is.
    pub(super) ahead: Vec<Copy>,
}

impl Shelf {
    /// Looks into a folder. Files that are no copies of ours are let be.
    pub(super) fn look(folder: &Path, zone: &TimeZone, now: Timestamp) -> io::Result<Self> {
        let mut shelf = Self::default();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            // One that goes meanwhile is none.
            let Some((made_at, about)) = made_at(&path, zone).zip(fs::metadata(&path).ok()) else { continue };
            let copy = Copy { path, made_at, bytes: about.len() };
            if made_at > now { shelf.ahead.push(copy) } else { shelf.past.push(copy) }
        }
        shelf.past.sort_by_key(|copy| copy.made_at);
        shelf.ahead.sort_by_key(|copy| copy.made_at);
        Ok(shelf)
    }

    /// The newest one that can be.
    pub(super) fn newest(&self) -> Option<&Copy> {
        self.past.last()
    }

    /// Removes what is too much when so many are kept: copies dated ahead first, since nobody knows what they are of;
    /// then the oldest. None of the past goes for one that is dated ahead.
    pub(super) fn remove_old(&self, keep: usize) -> io::Result<()> {
        let too_many = (self.past.len() + self.ahead.len()).saturating_sub(keep);
        let ahead = self.ahead.iter().rev().take(too_many);
        let past = self.past.iter().take(self.past.len().saturating_sub(keep));
        ahead.chain(past).try_for_each(|copy| match fs::remove_file(&copy.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        })
    }
}

/// Makes the folder of copies where it is missing. One outside the data folder is made only in a folder that is there:
/// where a USB stick is not plugged in, copies would go to the machine's own disk, and nobody would know.
pub(super) fn make(data: &Path, folder: &Path) -> Result<PathBuf, CopyError> {
    let path = data.join(folder);
    let failure = |source| CopyError::File { path: path.clone(), source };
    if path.is_dir() {
        return Ok(path);
    }
    if is_inside(folder) {
        fs::create_dir_all(&path).map_err(failure)?;
        return Ok(path);
    }
    let parent = path.parent().unwrap_or(Path::new("/"));
    if !parent.is_dir() || is_empty_socket(parent) {
        return Err(CopyError::NotPluggedIn { missing: parent.to_owned(), folder: path });
    }
    match fs::create_dir(&path) {
        Ok(()) => Ok(path),
        Err(source) => Err(failure(source)),
    }
}

/// Whether the folder of the set-up lies in the data folder.
fn is_inside(folder: &Path) -> bool {
    folder.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

/// Whether a disk belongs here that is not plugged in.
fn is_empty_socket(folder: &Path) -> bool {
    let disk = |path: &Path| fs::metadata(path).map(|about| about.dev()).ok();
    PLUGGED_IN.iter().any(|place| folder.starts_with(place)) && disk(folder) == disk(Path::new("/"))
}

/// The file of a copy that is made now.
pub(super) fn file_for(folder: &Path, zone: &TimeZone, now: Timestamp) -> PathBuf {
    let name = now.to_zoned_datetime(zone.clone()).strftime(NAME).to_string();
    folder.join(format!("{name}.{ENDING}"))
}

/// When a copy was made, by its name; none when it is no copy of ours.
fn made_at(path: &Path, zone: &TimeZone) -> Option<Timestamp> {
    if path.extension()? != ENDING {
        return None;
    }
    let made = DateTime::strptime(NAME, path.file_stem()?.to_str()?).ok()?;
    zone.to_timestamp(made).ok()
}

/// Removes unfinished copies that a kill left in a folder: those whose names begin so. One that is being written is
/// locked by its writer.
pub fn remove_unfinished(folder: &Path, begins: &str) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !name.starts_with(begins) || !is_part(&name) {
            continue;
        }
        let path = entry.path();
        let is_left_over = File::open(&path).is_ok_and(|file| file.try_lock().is_ok());
        if is_left_over && fs::remove_file(&path).is_ok() {
            tracing::info!(file = %path.display(), "an unfinished copy that was left behind is removed");
        }
    }
}

/// Whether this is the name of an unfinished copy: of a backup's, or of any file's of this release.
fn is_part(name: &str) -> bool {
    let Some((whole, end)) = name.rsplit_once(PART) else { return false };
    // Release 0.1 had no end.
    let is_end = end.strip_prefix('-').is_some_and(|end| end.bytes().all(|byte| byte.is_ascii_hexdigit()));
    is_end || (end.is_empty() && whole.ends_with(ENDING))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_in_the_data_folder_is_made_with_its_parents() {
        let data = tempfile::tempdir().expect("a folder");
        for folder in ["backups", "deep/backups", "./here"] {
            assert!(make(data.path(), Path::new(folder)).expect("made").is_dir(), "{folder}");
        }
    }

    #[test]
    fn a_usb_stick_that_is_not_plugged_in_is_told_and_nothing_is_written_elsewhere() {
        let data = tempfile::tempdir().expect("a folder");
        let media = tempfile::tempdir().expect("a folder");
        let stick = media.path().join("usb");
        let folder = stick.join("moi");
        let error = make(data.path(), &folder).expect_err("it is not plugged in").to_string();
        assert!(error.contains("not to be plugged in") && error.contains(&stick.display().to_string()), "{error}");
        assert!(!stick.exists(), "nothing is made in its place");
        fs::create_dir(&stick).expect("it is plugged in");
        assert_eq!(make(data.path(), &folder).expect("made"), folder);
        make(data.path(), Path::new("../no-such-folder/backups")).expect_err("outside the data folder, too");
    }

    #[test]
    fn an_empty_place_for_a_disk_is_not_taken_for_the_disk() {
        let root = fs::metadata("/").expect("read").dev();
        let is_here = |place: &&str| fs::metadata(place).is_ok_and(|about| about.dev() == root);
        let Some(place) = PLUGGED_IN.into_iter().find(is_here) else { return };
        assert!(is_empty_socket(Path::new(place)));
        let data = tempfile::tempdir().expect("a folder");
        make(data.path(), &Path::new(place).join("moi-no-such-folder")).expect_err("no disk is there");
        assert!(!is_empty_socket(data.path()), "elsewhere it is the owner's choice");
    }

    #[test]
    fn unfinished_copies_are_removed_unless_they_are_being_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str| File::create(folder.path().join(name)).expect("written");
        for left in ["2026-11-24T0914.moi-backup.part", "2026-11-24T0914.moi-backup.part-12ab", "a.jsonl.part-00"] {
            drop(write(left));
        }
        for kept in ["letter.part", "2026-11-24T0914.moi-backup", "a.part-of-mine"] {
            drop(write(kept));
        }
        let at_hand = write("b.moi-backup.part-cd");
        at_hand.lock().expect("locked");
        remove_unfinished(folder.path(), "");
        let mut names: Vec<_> =
            fs::read_dir(folder.path()).expect("read").flatten().map(|one| one.file_name()).collect();
        names.sort();
        assert_eq!(names, ["2026-11-24T0914.moi-backup", "a.part-of-mine", "b.moi-backup.part-cd", "letter.part"]);
        drop(at_hand);
        remove_unfinished(folder.path(), "a.");
        assert!(folder.path().join("b.moi-backup.part-cd").exists(), "another copy's");
        remove_unfinished(folder.path(), "b.moi-backup");
        assert!(!folder.path().join("b.moi-backup.part-cd").exists());
    }
}
