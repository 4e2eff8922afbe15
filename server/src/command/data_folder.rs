//! The data folder: made for its owner alone, and kept so.

use std::fs::{self, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use moi_journal::{JournalError, make_folder};

use super::arguments::KEYS;
use super::parts::STORAGE;
use crate::alive::ALIVE;
use crate::control::{CRADLE, SOCKET, owner_of, socket_path};
use crate::copies::remove_unfinished;
use crate::print::ROLL;
use crate::rehearsal::{FOLDER as REHEARSAL, MARK, refuse_rehearsal};

/// Nobody but the owner.
const OWNER_ALONE: u32 = 0o700;

/// What to do about a folder of nobody else's that this user can't write to.
const CHOOSE: &str = "let the user who runs Moi write there, or choose another folder with --data";

/// The journal's folder while it is filled. It gets its name when everything is in it.
pub(super) const FILLING: &str = "journal.filling";

/// How the name of an export begins that is on its way to a terminal; the number of its process follows.
pub(super) const EXPORT: &str = ".export-";

/// What a data folder may hold and be Moi's alone; a new volume has the last one.
const OURS: [&str; 12] =
    [STORAGE, FILLING, ALIVE, "slips", ROLL, "backups", KEYS, SOCKET, CRADLE, REHEARSAL, MARK, "lost+found"];

/// The data folder of an office that starts: made, whole, and without what killed commands left in it.
///
/// # Errors
/// As [`make_data_folder`], and when filling it was interrupted.
pub(super) fn open_data_folder(folder: &Path) -> Result<()> {
    refuse_rehearsal(folder)?;
    make_data_folder(folder)?;
    refuse_half_filled(folder)?;
    remove_left_exports(folder);
    Ok(())
}

/// Makes the data folder for its owner alone. One that is there is closed to others too, unless it holds other things:
/// these may be somebody else's, who needs the folder open.
///
/// # Errors
/// When its path is too long for the socket in it, or when it can't be made or read.
pub(super) fn make_data_folder(folder: &Path) -> Result<()> {
    socket_path(folder)?;
    make_folder(folder).map_err(|error| {
        let why = if let JournalError::File { source, .. } = &error { source.to_string() } else { error.to_string() };
        anyhow!("the data folder {} can't be made: {why}; {}", folder.display(), choose(folder))
    })?;
    close_to_others(folder).with_context(|| format!("the data folder {} can't be read", folder.display()))
}

/// Refuses a data folder that was to be filled and was not: an office that began anew there would have lost everything.
///
/// # Errors
/// The way out.
fn refuse_half_filled(folder: &Path) -> Result<()> {
    if folder.join(FILLING).exists() && !folder.join(STORAGE).exists() {
        bail!(
            "the data folder {} is not filled: a restore or an import into it was interrupted. Run it again: `moi \
             restore FILE --data {}`",
            folder.display(),
            folder.display()
        );
    }
    Ok(())
}

/// Removes exports that were on their way to a terminal when their commands were killed.
pub(super) fn remove_left_exports(folder: &Path) {
    remove_unfinished(folder, EXPORT);
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix(EXPORT)?.parse::<u32>().ok());
        let is_left_over = process.is_some_and(|process| !Path::new("/proc").join(process.to_string()).exists());
        if is_left_over && fs::remove_file(entry.path()).is_ok() {
            tracing::info!(file = %entry.path().display(), "an export that was left behind is removed");
        }
    }
}

/// An error of the data in the folder, with what to do.
pub(super) fn explained(error: &JournalError, folder: &Path) -> anyhow::Error {
    let mut advice = String::new();
    if error.is_disk_full() {
        advice = format!("; free some space on the disk of {}", folder.display());
    } else if let JournalError::File { source, .. } = error
        && is_forbidden(source)
    {
        advice = format!("; {}", choose(folder));
    }
    anyhow!("the office's data in {} can't be opened: {error}{advice}", folder.display())
}

/// What to do about a folder that this user can't write to.
fn choose(folder: &Path) -> String {
    match owner_of(folder) {
        Some(owner) => format!("run it as the user that owns the folder ({owner}), or {CHOOSE}"),
        None => CHOOSE.to_owned(),
    }
}

fn is_forbidden(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem)
}

fn close_to_others(folder: &Path) -> std::io::Result<()> {
    let mode = fs::metadata(folder)?.permissions().mode() & 0o777;
    if mode | OWNER_ALONE == OWNER_ALONE {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        if !OURS.iter().any(|ours| name == *ours) && !name.to_string_lossy().starts_with(EXPORT) {
            tracing::warn!(
                folder = %folder.display(), found = %name.display(),
                "others can enter the data folder, which holds other things too: close it, or choose one for Moi alone"
            );
            return Ok(());
        }
    }
    // Some file systems keep no modes, and a folder may belong to another user: the office runs all the same.
    if let Err(error) = fs::set_permissions(folder, Permissions::from_mode(OWNER_ALONE)) {
        tracing::warn!(folder = %folder.display(), %error, "the data folder can't be closed to others");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(folder: &Path) -> u32 {
        fs::metadata(folder).expect("it is there").permissions().mode() & 0o777
    }

    fn open_to_all(folder: &Path) {
        fs::set_permissions(folder, Permissions::from_mode(0o755)).expect("set");
    }

    #[test]
    fn a_new_folder_and_one_of_ours_are_closed_to_others() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("deep").join("data");
        make_data_folder(&data).expect("made");
        assert_eq!(mode(&data), 0o700);
        for name in OURS {
            fs::create_dir(data.join(name)).expect("made");
        }
        open_to_all(&data);
        make_data_folder(&data).expect("it is there");
        assert_eq!(mode(&data), 0o700);
    }

    #[test]
    fn a_folder_with_other_things_is_left_as_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        open_to_all(folder.path());
        fs::write(folder.path().join("letter.txt"), "dear").expect("written");
        make_data_folder(folder.path()).expect("it is there");
        assert_eq!(mode(folder.path()), 0o755);
    }

    #[test]
    fn a_folder_whose_filling_was_interrupted_is_no_new_office() {
        let folder = tempfile::tempdir().expect("a folder");
        refuse_half_filled(folder.path()).expect("a new folder");
        fs::create_dir(folder.path().join(FILLING)).expect("made");
        let error = refuse_half_filled(folder.path()).expect_err("it was interrupted").to_string();
        assert!(error.contains("Run it again"), "{error}");
        fs::create_dir(folder.path().join(STORAGE)).expect("made");
        refuse_half_filled(folder.path()).expect("an office");
    }

    #[test]
    fn exports_of_killed_commands_are_removed_and_no_others() {
        let folder = tempfile::tempdir().expect("a folder");
        let own = format!("{EXPORT}{}", std::process::id());
        // Above the largest number of a process.
        let left = [format!("{EXPORT}4194999"), format!("{EXPORT}4194999.part-0f")];
        for name in left.iter().chain([&own]) {
            fs::write(folder.path().join(name), "lines").expect("written");
        }
        open_to_all(folder.path());
        make_data_folder(folder.path()).expect("it is there");
        assert_eq!(mode(folder.path()), 0o700, "they are ours");
        remove_left_exports(folder.path());
        let names: Vec<_> = fs::read_dir(folder.path()).expect("read").flatten().map(|one| one.file_name()).collect();
        assert_eq!(names, [own.as_str()]);
    }

    #[test]
    fn a_path_that_is_too_long_is_told_before_anything_is_made() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("x".repeat(120));
        let error = make_data_folder(&data).expect_err("too long").to_string();
        assert!(error.contains("too long"), "{error}");
        assert!(!data.exists());
    }
}
