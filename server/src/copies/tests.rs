//! Copies by themselves, tick by tick.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use moi_journal::Storage;

use super::schedule::{AFTER_DAMAGE, FIRST_LOOK, LOOK_EVERY, Outcome};
use super::*;

const BEGIN: &str = "2026-11-24T02:14:00Z";

fn time(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

/// A plan in a data folder, of an office that has given tickets.
fn copying(data: &Path) -> Copying {
    let storage = Storage::open(&data.join("journal")).expect("it opens");
    let plan = Plan {
        data: data.to_owned(),
        folder: "backups".into(),
        every: SignedDuration::from_hours(24),
        keep: 3,
        zone: TimeZone::get("Asia/Ho_Chi_Minh").expect("a zone"),
    };
    Copying {
        soundness: Soundness::of(storage.clone()),
        storage,
        plan: Arc::new(move || plan.clone()),
        clock: Arc::new(|| time(BEGIN)),
        has_tickets: Arc::new(|| true),
        state: CopyState::default(),
        closing: Closing::default(),
    }
}

/// A look long after the start.
fn look(copying: &Copying, now: Timestamp) -> Duration {
    copying.round(now, Timestamp::MIN, false)
}

fn names(data: &Path) -> Vec<String> {
    let entries = fs::read_dir(data.join("backups")).expect("the folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn backups(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| format!("{name}.moi-backup")).collect()
}

#[test]
fn a_copy_is_made_when_it_is_due_and_the_newest_are_kept() {
    let data = tempfile::tempdir().expect("a folder");
    let copying = copying(data.path());
    let mut made = 0;
    for half_days in 0..10 {
        let now = time(BEGIN) + SignedDuration::from_hours(12 * half_days);
        let (outcome, _) = copying.copy_if_due(now, now, false).expect("it is written");
        made += usize::from(matches!(outcome, Outcome::Made(_)));
        if half_days == 0 {
            fs::write(data.path().join("backups/letter.txt"), "not ours").expect("written");
        }
    }
    assert_eq!(made, 5, "one a day");
    let mut expected = backups(&["2026-11-26T0914", "2026-11-27T0914", "2026-11-28T0914"]);
    expected.push("letter.txt".into());
    assert_eq!(names(data.path()), expected);
}

/// A clock that was ahead once: each look made a copy, and each copy took the oldest good one away.
#[test]
fn a_copy_dated_ahead_makes_none_more_often_and_takes_no_past_one_away() {
    let data = tempfile::tempdir().expect("a folder");
    let copying = copying(data.path());
    for days in 0..3 {
        look(&copying, time(BEGIN) + SignedDuration::from_hours(24 * days));
    }
    look(&copying, time("2031-01-01T00:00:00Z"));
    let past = ["2026-11-25T0914", "2026-11-26T0914"];
    assert_eq!(names(data.path()), backups(&[past[0], past[1], "2031-01-01T0700"]), "the clock was believed once");
    // The clock is right again. A day and a half of looks.
    let begin = time(BEGIN) + SignedDuration::from_hours(48);
    for looks in 0..=400 {
        let now = begin + SignedDuration::from_mins(5 * looks);
        assert_eq!(look(&copying, now), LOOK_EVERY);
        let ahead: Vec<_> = copying.state.copies().ahead.iter().map(Copy::file).collect();
        if looks == 0 {
            assert_eq!(ahead, backups(&["2031-01-01T0700"]), "it is told");
            assert_eq!(
                copying.state.copies().newest.map(|copy| copy.file()),
                Some("2026-11-26T0914.moi-backup".into())
            );
        }
        assert!(past.iter().all(|name| names(data.path()).contains(&format!("{name}.moi-backup"))), "{looks}");
    }
    assert_eq!(names(data.path()), backups(&[past[0], past[1], "2026-11-27T0914"]), "one a day, and three are kept");
    assert_eq!(copying.state.copies().ahead, [], "the one that was dated ahead went first");
}

#[test]
fn the_first_copy_is_made_with_the_first_ticket_or_after_a_while() {
    for has_tickets in [true, false] {
        let data = tempfile::tempdir().expect("a folder");
        let taken = Arc::new(AtomicBool::new(false));
        let known = Arc::clone(&taken);
        let copying = Copying { has_tickets: Arc::new(move || known.load(Ordering::Relaxed)), ..copying(data.path()) };
        let may_begin_at = time(BEGIN) + SignedDuration::from_hours(1);
        assert_eq!(copying.round(time(BEGIN), may_begin_at, true), FIRST_LOOK);
        assert_eq!(copying.state.copies().next_at, Some(may_begin_at));
        assert!(names(data.path()).is_empty(), "the folder is made all the same: its trouble is to be seen");
        taken.store(has_tickets, Ordering::Relaxed);
        let then = if has_tickets { time(BEGIN) + SignedDuration::from_secs(2) } else { may_begin_at };
        assert_eq!(copying.round(then, may_begin_at, true), LOOK_EVERY);
        assert_eq!(names(data.path()).len(), 1);
    }
}

#[test]
fn after_a_start_a_copy_that_is_due_waits_until_it_is_quieter() {
    let data = tempfile::tempdir().expect("a folder");
    let copying = copying(data.path());
    look(&copying, time(BEGIN));
    let later = time(BEGIN) + SignedDuration::from_hours(72);
    copying.round(later, later, true);
    assert_eq!(names(data.path()).len(), 1);
    copying.round(later, later, false);
    assert_eq!(names(data.path()).len(), 2);
}

#[test]
fn the_newest_copy_and_the_next_one_are_told() {
    let data = tempfile::tempdir().expect("a folder");
    let copying = copying(data.path());
    let now = time(BEGIN);
    look(&copying, now);
    let made = data.path().join("backups/2026-11-24T0914.moi-backup");
    let bytes = fs::metadata(&made).expect("it is there").len();
    look(&copying, now + SignedDuration::from_hours(1));
    let copies = copying.state.copies();
    assert_eq!(copies.newest, Some(Copy { path: made, made_at: now, bytes }));
    assert_eq!(copies.next_at, Some(now + (copying.plan)().every));
    let overdue = now + SignedDuration::from_hours(72);
    copying.round(overdue, overdue, true);
    assert_eq!(copying.state.copies().next_at, Some(overdue + SignedDuration::from_mins(5)));
}

#[test]
fn a_failed_try_forgets_no_earlier_copy() {
    let data = tempfile::tempdir().expect("a folder");
    let copying = copying(data.path());
    look(&copying, time(BEGIN));
    let newest = copying.state.copies().newest;
    fs::remove_dir_all(data.path().join("backups")).expect("removed");
    fs::write(data.path().join("backups"), "a file").expect("written");
    look(&copying, time(BEGIN) + SignedDuration::from_hours(24));
    let copies = copying.state.copies();
    assert!(newest.is_some() && copies.newest == newest, "{copies:?}");
    assert!(copies.trouble.expect("it is told").contains("backups"), "the folder is named");
    fs::remove_file(data.path().join("backups")).expect("removed");
    look(&copying, time(BEGIN) + SignedDuration::from_hours(25));
    assert_eq!(copying.state.trouble(), None);
}

#[test]
fn a_copy_at_hand_is_given_up_when_the_office_closes() {
    let data = tempfile::tempdir().expect("a folder");
    let copying = copying(data.path());
    copying.closing.begin();
    copying.copy_if_due(time(BEGIN), time(BEGIN), false).map(drop).expect_err("it closes");
    assert!(names(data.path()).is_empty(), "no part of it is left");
}

#[test]
fn damage_is_told_as_damage_and_not_tried_again_every_five_minutes() {
    let data = tempfile::tempdir().expect("a folder");
    let copying = copying(data.path());
    let event = |number: u64, day: &str| {
        format!(r#"{{"number":{number},"at":"{BEGIN}","by":"engine","fact":{{"day-started":{{"day":"{day}"}}}}}}"#)
    };
    let lines = [event(1, "2026-11-23"), event(2, "2026-11-24")].join("\n");
    copying.storage.import(&mut lines.as_bytes()).expect("imported");
    look(&copying, time(BEGIN));
    assert_eq!(copying.soundness.damage(), None);
    let day = data.path().join("journal/days/00000000000000000001.day");
    let sound = fs::read(&day).expect("read");
    let mut damaged = sound.clone();
    *damaged.last_mut().expect("a byte") ^= 1;
    fs::write(&day, damaged).expect("written");
    assert_eq!(look(&copying, time(BEGIN) + SignedDuration::from_hours(24)), AFTER_DAMAGE);
    let told = copying.soundness.damage().expect("it is told");
    assert!(told.contains(&day.display().to_string()) && told.contains("2026-11-23"), "{told}");
    assert_eq!(copying.state.trouble(), None, "no word of USB sticks");
    fs::write(&day, sound).expect("written");
    look(&copying, time(BEGIN) + SignedDuration::from_hours(48));
    assert_eq!(copying.soundness.damage(), None, "a whole backup has read everything");
}

#[test]
fn two_backups_to_the_same_file_at_once_leave_one_whole_one_and_one_is_told_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("copy.moi-backup");
    let storage = Storage::open(&folder.path().join("journal")).expect("it opens");
    let closing = Closing::default();
    // The second one begins and ends while the first one writes.
    let outer = whole(&path, &closing, |file| {
        file.write_all(b"half a backup").expect("written");
        back_up_to(&storage, &path, Timestamp::UNIX_EPOCH, &closing).expect("it has a file of its own");
        Ok(())
    });
    assert!(matches!(outer, Err(CopyError::Taken(_))), "{outer:?}");
    let restored = Storage::open(&folder.path().join("restored")).expect("it opens");
    restored.restore(File::open(&path).expect("it is there")).expect("it is whole");
    let files = fs::read_dir(folder.path()).expect("read").flatten().filter(|one| one.path().is_file());
    assert_eq!(files.count(), 1, "no part is left");
}

#[test]
fn what_a_killed_backup_left_goes_with_the_next_one() {
    let data = tempfile::tempdir().expect("a folder");
    let copying = copying(data.path());
    fs::create_dir(data.path().join("backups")).expect("made");
    for left in ["2026-11-20T0914.moi-backup.part", "2026-11-21T0914.moi-backup.part-00ff"] {
        fs::write(data.path().join("backups").join(left), "half").expect("written");
    }
    look(&copying, time(BEGIN));
    assert_eq!(names(data.path()), backups(&["2026-11-24T0914"]));
    let elsewhere = data.path().join("mine.moi-backup");
    fs::write(data.path().join("mine.moi-backup.part-00ff"), "half").expect("written");
    back_up_to(&copying.storage, &elsewhere, time(BEGIN), &Closing::default()).expect("made");
    assert!(!data.path().join("mine.moi-backup.part-00ff").exists());
}
