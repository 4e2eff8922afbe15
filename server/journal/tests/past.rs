//! A day of the past, read alone.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::civil::{Date, date};
use moi_domain::{Event, Hall};
use moi_journal::{JournalError, Storage, Store};
use support::days;

/// Longer than sealing takes.
const SOON: Duration = Duration::from_secs(20);

/// A journal of these days in which every day but the last is closed.
fn written(folder: &Path, days: &[Vec<Event>]) -> Storage {
    let storage = Storage::open(folder).expect("it opens");
    let mut journal = storage.journal().expect("the writer");
    let mut hall = Hall::new();
    for day in days {
        journal.append(day).expect("it is written");
        for event in day {
            hall.apply(event);
        }
    }
    journal.settle(&hall);
    drop(journal);
    storage
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("days")).expect("closed days");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths
}

fn second() -> Date {
    date(2026, 11, 25)
}

#[test]
fn a_day_is_read_alone_closed_or_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let days = days(4, 20);
    let storage = written(folder.path(), &days);
    assert_eq!(files(folder.path()).len(), 3);
    for (day, events) in (24..).zip(&days) {
        let read = storage.events_of(Some(date(2026, 11, day))).expect("it reads");
        assert_eq!(read.as_ref(), Some(events), "{day} November");
    }
    assert_eq!(storage.events_of(None).expect("it reads").as_ref(), days.last(), "the newest one");
    assert_eq!(storage.last_closed_day().expect("it reads"), Some(date(2026, 11, 26)));
    assert_eq!(storage.days().expect("it reads"), (24..28).map(|day| date(2026, 11, day)).collect::<Vec<_>>());
    for other in [date(2026, 11, 23), date(2026, 11, 28), date(1970, 1, 1)] {
        assert_eq!(storage.events_of(Some(other)).expect("it reads"), None, "{other}");
    }
}

#[test]
fn an_empty_journal_has_no_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let storage = Storage::open(folder.path()).expect("it opens");
    assert_eq!(storage.events_of(None).expect("it reads"), None);
    assert_eq!(storage.last_closed_day().expect("it reads"), None);
    assert_eq!(storage.events_of(Some(second())).expect("it reads"), None);
    assert_eq!(storage.days().expect("it reads"), []);
}

#[test]
fn other_days_are_neither_read_nor_in_the_way_when_they_are_damaged() {
    let folder = tempfile::tempdir().expect("a folder");
    let days = days(4, 20);
    let storage = written(folder.path(), &days);
    let paths = files(folder.path());
    fs::write(&paths[0], "no head\n").expect("written");
    let whole = fs::read(&paths[2]).expect("read");
    fs::write(&paths[2], &whole[..whole.len() / 2]).expect("written");
    assert_eq!(storage.events_of(Some(second())).expect("it is whole").as_ref(), Some(&days[1]));
    let damaged = storage.events_of(Some(date(2026, 11, 26))).expect_err("half a day");
    assert!(matches!(damaged, JournalError::Damaged { .. }), "{damaged}");
    // It may be the one whose head can't be read.
    let damaged = storage.events_of(Some(date(2026, 11, 24))).expect_err("no head");
    assert!(matches!(damaged, JournalError::Damaged { .. }), "{damaged}");
    let known = (25..28).map(|day| date(2026, 11, day));
    assert_eq!(storage.days().expect("the others"), known.collect::<Vec<_>>());
}

/// Parts of one date that lie apart, as after a clock that was a day ahead.
#[test]
fn a_day_that_began_twice_is_read_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut days = days(4, 5);
    let day = days[1][0].fact.clone();
    days[3][0].fact = day;
    let storage = Storage::open(folder.path()).expect("it opens");
    let mut journal = storage.journal().expect("the writer");
    for day in &days {
        journal.append(day).expect("it is written");
    }
    drop(journal);
    let both: Vec<_> = days[1].iter().chain(&days[3]).cloned().collect();
    assert_eq!(storage.events_of(Some(second())).expect("it reads"), Some(both));
    assert_eq!(storage.days().expect("it reads").len(), 3, "each day once");
}

#[test]
fn the_writer_goes_on_while_a_day_is_read_and_what_it_wrote_is_read_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let days = days(3, 200);
    let storage = written(folder.path(), &days[..2]);
    let mut journal = storage.journal().expect("the writer");
    let reading = {
        let storage = storage.clone();
        std::thread::spawn(move || (0..20).all(|_| matches!(storage.events_of(Some(second())), Ok(Some(_)))))
    };
    let begun = Instant::now();
    for batch in days[2].chunks(7) {
        journal.append(batch).expect("it is written");
    }
    assert!(begun.elapsed() < SOON);
    assert!(reading.join().expect("no panic"), "each look finds the day");
    assert_eq!(storage.events_of(None).expect("it reads").as_ref(), Some(&days[2]));
}
