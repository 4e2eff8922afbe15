//! How much there is of the journal, told without reading it.

mod support;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use moi_domain::{Event, Fact, Hall};
use moi_journal::{Journal, Measure, Storage, Store};
use support::days;

/// Longer than sealing takes.
const SOON: Duration = Duration::from_secs(20);

/// Appends days and has each put away when the next begins, until so many are.
fn live_through(folder: &Path, journal: &mut Journal, hall: &mut Hall, days: &[Vec<Event>], sealed: usize) {
    for day in days {
        journal.append(day).expect("it is written");
        for event in day {
            hall.apply(event);
        }
    }
    let begun = Instant::now();
    while day_files(folder).len() < sealed {
        assert!(begun.elapsed() < SOON, "the days were not put away");
        journal.settle(hall);
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn day_files(folder: &Path) -> Vec<u64> {
    let Ok(entries) = fs::read_dir(folder.join("days")) else { return Vec::new() };
    let entries = entries.map(|entry| entry.expect("an entry"));
    entries
        .filter(|entry| entry.file_name().to_string_lossy().ends_with(".day"))
        .map(|entry| entry.metadata().expect("it stays").len())
        .collect()
}

#[test]
fn a_new_journal_has_no_closed_day_and_takes_little() {
    let folder = tempfile::tempdir().expect("a folder");
    let storage = Storage::open(folder.path()).expect("it opens");
    let extent = Measure::of(&storage).take().expect("it is there");
    assert_eq!((extent.closed_days, extent.first_day), (0, None));
    assert!(extent.bytes > 0);
}

#[test]
fn closed_days_are_counted_with_the_first_one_and_what_they_take_as_soon_as_there_is_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let storage = Storage::open(folder.path()).expect("it opens");
    let mut journal = storage.journal().expect("the writer");
    let mut hall = journal.fold().expect("it folds");
    let days = days(5, 40);
    let measure = Measure::of(&storage);
    live_through(folder.path(), &mut journal, &mut hall, &days[..2], 1);
    let one = measure.take().expect("it is there");
    live_through(folder.path(), &mut journal, &mut hall, &days[2..], 4);
    let four = measure.take().expect("it is there");
    assert_eq!((one.closed_days, four.closed_days), (1, 4));
    let first_day = days[0].iter().find_map(|event| {
        let Fact::DayStarted { day } = event.fact else { return None };
        Some(day)
    });
    assert!(first_day.is_some());
    assert_eq!((one.first_day, four.first_day), (first_day, first_day));
    assert!(four.bytes >= day_files(folder.path()).iter().sum(), "closed days are part of it: {four:?}");
}

/// A look at the page must not cost more with each year.
#[test]
fn closed_days_are_not_looked_at_again_while_there_is_no_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let storage = Storage::open(folder.path()).expect("it opens");
    let mut journal = storage.journal().expect("the writer");
    let mut hall = journal.fold().expect("it folds");
    live_through(folder.path(), &mut journal, &mut hall, &days(3, 20), 2);
    let measure = Measure::of(&storage);
    let before = measure.take().expect("it is there");
    // What grows without a name that is new, nobody looks at.
    let day = fs::read_dir(folder.path().join("days")).expect("the folder").next().expect("a day").expect("a day");
    fs::write(day.path(), vec![7; 1_000_000]).expect("written");
    // The store's own files may grow by themselves meanwhile.
    let again = measure.take().expect("it is there");
    assert_eq!((again.closed_days, again.first_day), (before.closed_days, before.first_day));
    assert!(again.bytes < before.bytes + 900_000, "{again:?}");
    // With a new name all are.
    fs::write(folder.path().join("days").join("other"), "").expect("written");
    assert!(measure.take().expect("it is there").bytes > before.bytes + 900_000);
}

#[test]
fn a_first_day_that_cannot_be_read_is_no_fault() {
    let folder = tempfile::tempdir().expect("a folder");
    let storage = Storage::open(folder.path()).expect("it opens");
    let mut journal = storage.journal().expect("the writer");
    let mut hall = journal.fold().expect("it folds");
    live_through(folder.path(), &mut journal, &mut hall, &days(2, 20), 1);
    let day = fs::read_dir(folder.path().join("days")).expect("the folder").next().expect("a day").expect("a day");
    fs::write(day.path(), "no head").expect("written");
    let extent = Measure::of(&storage).take().expect("it is there");
    assert_eq!((extent.closed_days, extent.first_day), (1, None));
}
