//! Copies by themselves: a backup every so often, the newest ones kept.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use moi_journal::Storage;
use tokio::task::JoinHandle;

use super::{Closing, Copies, Copy, CopyError, CopyState, ENDING, back_up_to};
use crate::clock::Clock;

/// Whether a copy is due is looked at this often; also how soon a failed one is tried again.
const LOOK_EVERY: Duration = Duration::from_mins(5);

/// How a copy's name tells when it was made, in the office's own time.
const NAME: &str = "%Y-%m-%dT%H%M";

/// When copies are made, and where they go.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Made when it is missing.
    pub folder: PathBuf,
    /// From one copy to the next.
    pub every: SignedDuration,
    /// So many are kept; older ones are removed, once a newer one is whole.
    pub keep: usize,
    /// The office's.
    pub zone: TimeZone,
}

/// Makes copies by the plan until it is aborted.
#[must_use]
pub fn start(storage: Storage, plan: Plan, clock: Clock, state: CopyState, closing: Closing) -> JoinHandle<()> {
    tokio::spawn(async move {
        if has_copies(&plan, &clock, &state).await {
            tokio::time::sleep(LOOK_EVERY).await;
        }
        loop {
            let (storage, its_plan, closing, now) = (storage.clone(), plan.clone(), closing.clone(), clock());
            let round = move || {
                let made = copy_if_due(&storage, &its_plan, now, &closing)?;
                Ok::<_, CopyError>((made, found(&its_plan, now)))
            };
            match tokio::task::spawn_blocking(round).await {
                Ok(Ok((made, copies))) => {
                    if let Some(path) = made {
                        tracing::info!(file = %path.display(), "the office is backed up");
                    }
                    state.set(copies);
                }
                Ok(Err(error)) => {
                    tracing::error!(%error, "the office could not be backed up: it is tried again soon");
                    state.fail(error.to_string(), next_look(now));
                }
                Err(error) => tracing::error!(%error, "a backup ended by a panic"),
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    })
}

/// The first copy is made at once: its trouble is to be seen while somebody sets the office up. A later one reads
/// years, and may wait until the morning's start is over.
async fn has_copies(plan: &Plan, clock: &Clock, state: &CopyState) -> bool {
    let (plan, now) = (plan.clone(), clock());
    let Ok(copies) = tokio::task::spawn_blocking(move || found(&plan, now)).await else { return false };
    let has_some = copies.newest.is_some();
    if has_some {
        state.set(copies);
    }
    has_some
}

/// What is in the folder, and when the next copy is made: not before it is due, nor before it is looked at again.
fn found(plan: &Plan, now: Timestamp) -> Copies {
    let newest = copies(&plan.folder).ok().and_then(|copies| newest_of(&copies, &plan.zone));
    let due_at = newest.as_ref().and_then(|copy| copy.made_at.checked_add(plan.every).ok());
    Copies { newest, next_at: due_at.max(next_look(now)), trouble: None }
}

fn next_look(now: Timestamp) -> Option<Timestamp> {
    now.checked_add(LOOK_EVERY).ok()
}

fn newest_of(oldest_first: &[PathBuf], zone: &TimeZone) -> Option<Copy> {
    let path = oldest_first.last()?;
    let bytes = fs::metadata(path).ok()?.len();
    Some(Copy { path: path.clone(), made_at: made_at(path, zone)?, bytes })
}

/// Makes a copy when the newest one is old enough. Returns the new one.
fn copy_if_due(
    storage: &Storage,
    plan: &Plan,
    now: Timestamp,
    closing: &Closing,
) -> Result<Option<PathBuf>, CopyError> {
    let failure = |source| CopyError::File { path: plan.folder.clone(), source };
    fs::create_dir_all(&plan.folder).map_err(failure)?;
    let copies = copies(&plan.folder).map_err(failure)?;
    let newest = copies.last().and_then(|path| made_at(path, &plan.zone));
    // A copy from the future is one of a clock that was wrong.
    if newest.is_some_and(|newest| newest <= now && now.duration_since(newest) < plan.every) {
        return Ok(None);
    }
    let name = now.to_zoned_datetime(plan.zone.clone()).strftime(NAME).to_string();
    let path = plan.folder.join(format!("{name}.{ENDING}"));
    match back_up_to(storage, &path, now, closing) {
        Ok(_) => {}
        // Made in this very minute.
        Err(CopyError::Taken(_)) => return Ok(None),
        Err(error) => return Err(error),
    }
    remove_old(&copies, plan.keep.saturating_sub(1)).map_err(failure)?;
    Ok(Some(path))
}

/// The folder's copies, oldest first: their names sort as their times do. Other files are let be.
fn copies(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if made_at(&path, &TimeZone::UTC).is_some() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// When a copy was made, by its name; none when it is no copy of ours.
fn made_at(path: &Path, zone: &TimeZone) -> Option<Timestamp> {
    if path.extension()? != ENDING {
        return None;
    }
    let made = jiff::civil::DateTime::strptime(NAME, path.file_stem()?.to_str()?).ok()?;
    zone.to_timestamp(made).ok()
}

fn remove_old(oldest_first: &[PathBuf], keep: usize) -> io::Result<()> {
    let many = oldest_first.len().saturating_sub(keep);
    oldest_first[..many].iter().try_for_each(fs::remove_file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(folder: &Path) -> Plan {
        Plan {
            folder: folder.join("backups"),
            every: SignedDuration::from_hours(24),
            keep: 3,
            zone: TimeZone::get("Asia/Ho_Chi_Minh").expect("a zone"),
        }
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder.join("backups"))
            .expect("the folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_copy_is_made_when_it_is_due_and_the_newest_are_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(&folder.path().join("journal")).expect("it opens");
        let plan = plan(folder.path());
        let begin: Timestamp = "2026-11-24T02:14:00Z".parse().expect("a time");
        let mut made = 0;
        for half_days in 0..10 {
            let now = begin + SignedDuration::from_hours(12 * half_days);
            made +=
                usize::from(copy_if_due(&storage, &plan, now, &Closing::default()).expect("it is written").is_some());
            if half_days == 0 {
                fs::write(plan.folder.join("letter.txt"), "not ours").expect("written");
            }
        }
        assert_eq!(made, 5, "one a day");
        let expected = ["2026-11-26T0914", "2026-11-27T0914", "2026-11-28T0914"];
        let mut expected = expected.map(|name| format!("{name}.moi-backup")).to_vec();
        expected.push("letter.txt".into());
        assert_eq!(names(folder.path()), expected);
    }

    #[test]
    fn a_copy_from_the_future_keeps_no_other_from_being_made() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(&folder.path().join("journal")).expect("it opens");
        for now in ["2031-01-01T00:00:00Z", "2026-11-24T02:14:00Z"] {
            let now = now.parse().expect("a time");
            assert!(
                copy_if_due(&storage, &plan(folder.path()), now, &Closing::default()).expect("it is written").is_some()
            );
        }
    }

    #[test]
    fn the_newest_copy_and_the_next_one_are_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(&folder.path().join("journal")).expect("it opens");
        let plan = plan(folder.path());
        let now: Timestamp = "2026-11-24T02:14:00Z".parse().expect("a time");
        let before = found(&plan, now);
        assert_eq!((before.newest, before.next_at), (None, next_look(now)), "the folder is not there yet");
        let made = copy_if_due(&storage, &plan, now, &Closing::default()).expect("it is written").expect("it is due");
        let later = now + SignedDuration::from_hours(1);
        let copies = found(&plan, later);
        let bytes = fs::metadata(&made).expect("it is there").len();
        assert_eq!(copies.newest, Some(Copy { path: made, made_at: now, bytes }));
        assert_eq!(copies.next_at, Some(now + plan.every));
        let overdue = now + SignedDuration::from_hours(72);
        assert_eq!(found(&plan, overdue).next_at, next_look(overdue));
    }

    #[test]
    fn a_failed_try_forgets_no_earlier_copy() {
        let state = CopyState::default();
        let now: Timestamp = "2026-11-24T02:14:00Z".parse().expect("a time");
        let copy = Copy { path: "a.moi-backup".into(), made_at: now, bytes: 7 };
        state.set(Copies { newest: Some(copy.clone()), next_at: Some(now), trouble: None });
        state.fail("no room".into(), next_look(now));
        let copies = state.copies();
        assert_eq!((copies.newest, copies.trouble.as_deref()), (Some(copy), Some("no room")));
        state.set(Copies::default());
        assert_eq!(state.trouble(), None);
    }

    #[test]
    fn a_copy_at_hand_is_given_up_when_the_office_closes() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(&folder.path().join("journal")).expect("it opens");
        let closing = Closing::default();
        closing.begin();
        let now = "2026-11-24T02:14:00Z".parse().expect("a time");
        copy_if_due(&storage, &plan(folder.path()), now, &closing).expect_err("it closes");
        assert!(names(folder.path()).is_empty(), "no part of it is left");
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(&folder.path().join("journal")).expect("it opens");
        fs::write(folder.path().join("backups"), "a file").expect("written");
        let now = "2026-11-24T02:14:00Z".parse().expect("a time");
        let error =
            copy_if_due(&storage, &plan(folder.path()), now, &Closing::default()).expect_err("no folder").to_string();
        assert!(error.contains("backups"), "{error}");
    }
}
