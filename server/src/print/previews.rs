//! The preview printer's folder: a folder a day, the oldest given up.

use std::io;
use std::path::Path;

/// Days of slips that the preview keeps. At 70 KiB a slip and 150 slips a day this is 70 MiB.
const DAYS_KEPT: usize = 7;

/// Removes what is older than the newest days. Only folders named as a day are looked at.
///
/// # Errors
/// When a folder can't be read or removed.
pub(super) fn remove_old(folder: &Path) -> io::Result<()> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    let mut days: Vec<_> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name().to_str().is_some_and(|name| name.parse::<jiff::civil::Date>().is_ok()))
        .map(|entry| entry.path())
        .collect();
    days.sort();
    let old = days.len().saturating_sub(DAYS_KEPT);
    days.iter().take(old).try_for_each(std::fs::remove_dir_all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_of_previews_is_kept_and_nothing_else_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        for day in 1..=9 {
            std::fs::create_dir(folder.path().join(format!("2026-11-0{day}"))).unwrap();
        }
        std::fs::create_dir(folder.path().join("mine")).unwrap();
        remove_old(folder.path()).unwrap();
        let kept = |name: &str| folder.path().join(name).exists();
        assert!(!kept("2026-11-02") && kept("2026-11-03") && kept("2026-11-09") && kept("mine"));
    }

    #[test]
    fn an_office_without_previews_is_fine() {
        let folder = tempfile::tempdir().unwrap();
        remove_old(&folder.path().join("none")).unwrap();
    }
}
