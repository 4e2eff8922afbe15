//! The preview printer's folder: a folder a day, the oldest given up.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Days of slips that the preview keeps.
const DAYS_KEPT: usize = 7;

/// Slips that the preview keeps, of all days: a week of 150 a day. At 36 to 70 KiB a slip this is 70 MiB at most, also
/// on a day with a crowd.
const SLIPS_KEPT: usize = 1_000;

/// After so many slips the folder is looked through again: a tenth more than are kept lie there for a while.
pub(super) const LOOK_AFTER: usize = SLIPS_KEPT / 10;

/// A picture, and the bytes that a printer would get.
const FILES_OF_A_SLIP: usize = 2;

/// Removes what is older than the newest days, and the oldest slips of those. Only folders named as a day are looked
/// at.
///
/// # Errors
/// When a folder can't be read, or something in it not be removed.
pub(super) fn remove_old(folder: &Path) -> io::Result<()> {
    keep_slips(folder, SLIPS_KEPT)
}

fn keep_slips(folder: &Path, slips: usize) -> io::Result<()> {
    let mut days = days_of(folder)?;
    let old = days.len().saturating_sub(DAYS_KEPT);
    days.drain(..old).try_for_each(fs::remove_dir_all)?;
    let mut files: Vec<(SystemTime, PathBuf)> = Vec::new();
    for day in days {
        for entry in fs::read_dir(day)? {
            let entry = entry?;
            files.push((entry.metadata()?.modified()?, entry.path()));
        }
    }
    files.sort();
    let old = files.len().saturating_sub(slips * FILES_OF_A_SLIP);
    files.drain(..old).try_for_each(|(_, path)| fs::remove_file(path))
}

/// The folders of days, oldest first.
fn days_of(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut days: Vec<_> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name().to_str().is_some_and(|name| name.parse::<jiff::civil::Date>().is_ok()))
        .map(|entry| entry.path())
        .collect();
    days.sort();
    Ok(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_of_previews_is_kept_and_nothing_else_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        for day in 1..=9 {
            fs::create_dir(folder.path().join(format!("2026-11-0{day}"))).unwrap();
        }
        fs::create_dir(folder.path().join("mine")).unwrap();
        remove_old(folder.path()).unwrap();
        let kept = |name: &str| folder.path().join(name).exists();
        assert!(!kept("2026-11-02") && kept("2026-11-03") && kept("2026-11-09") && kept("mine"));
    }

    /// A crowd of a demo, or years with the preview as the only printer.
    #[test]
    fn the_newest_slips_are_kept_however_many_come_on_a_day() {
        let folder = tempfile::tempdir().unwrap();
        let file = |day: &str, slip: u64, ending: &str| folder.path().join(day).join(format!("A{slip:03}.{ending}"));
        for (day, slips) in [("2026-11-23", 1..=5), ("2026-11-24", 6..=10)] {
            fs::create_dir(folder.path().join(day)).unwrap();
            for slip in slips {
                for ending in ["png", "escpos"] {
                    let made = fs::File::create(file(day, slip, ending)).unwrap();
                    made.set_modified(SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(slip)).unwrap();
                }
            }
        }
        keep_slips(folder.path(), 7).unwrap();
        let left = |day: &str| fs::read_dir(folder.path().join(day)).unwrap().count();
        assert_eq!((left("2026-11-23"), left("2026-11-24")), (4, 10));
        assert!(file("2026-11-23", 4, "png").exists() && !file("2026-11-23", 3, "png").exists());
    }

    #[test]
    fn an_office_without_previews_is_fine() {
        let folder = tempfile::tempdir().unwrap();
        remove_old(&folder.path().join("none")).unwrap();
    }
}
