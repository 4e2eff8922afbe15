//! The data folder: made for its owner alone, and kept so.

use std::fs::{self, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use moi_journal::{JournalError, make_folder};

use super::arguments::KEYS;
use super::parts::STORAGE;
use crate::control::{CRADLE, SOCKET, socket_path};

/// Nobody but the owner.
const OWNER_ALONE: u32 = 0o700;

/// What to do about a folder that this user can't write to.
const CHOOSE: &str = "let the user who runs Moi write there, or choose another folder with --data";

/// What a data folder may hold and be Moi's alone; a new volume has the last one.
const OURS: [&str; 7] = [STORAGE, "slips", "backups", KEYS, SOCKET, CRADLE, "lost+found"];

/// Makes the data folder for its owner alone. One that is there is closed to others too, unless it holds other things:
/// these may be somebody else's, who needs the folder open.
///
/// # Errors
/// When its path is too long for the socket in it, or when it can't be made or read.
pub(super) fn make_data_folder(folder: &Path) -> Result<()> {
    socket_path(folder)?;
    make_folder(folder).map_err(|error| {
        let why = if let JournalError::File { source, .. } = &error { source.to_string() } else { error.to_string() };
        anyhow!("the data folder {} can't be made: {why}; {CHOOSE}", folder.display())
    })?;
    close_to_others(folder).with_context(|| format!("the data folder {} can't be read", folder.display()))
}

/// An error of the data in the folder, with what to do.
pub(super) fn explained(error: &JournalError, folder: &Path) -> anyhow::Error {
    let folder = folder.display();
    let mut advice = String::new();
    if error.is_disk_full() {
        advice = format!("; free some space on the disk of {folder}");
    } else if let JournalError::File { source, .. } = error
        && is_forbidden(source)
    {
        advice = format!("; {CHOOSE}");
    }
    anyhow!("the office's data in {folder} can't be opened: {error}{advice}")
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
        if !OURS.iter().any(|ours| name == *ours) {
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
    fn a_path_that_is_too_long_is_told_before_anything_is_made() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("x".repeat(120));
        let error = make_data_folder(&data).expect_err("too long").to_string();
        assert!(error.contains("too long"), "{error}");
        assert!(!data.exists());
    }
}
