//! Years of use: closed days are sealed, a start reads today alone, and nothing of it loses anything.

mod support;

use std::fs;
use std::io::BufReader;
use std::path::Path;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use moi_domain::{Event, EventNumber, Hall};
use moi_journal::{Journal, JournalError, Storage, Store};
use support::days;

/// Longer than sealing takes.
const SOON: Duration = Duration::from_secs(20);

fn hall_of(events: &[Event]) -> Hall {
    events.iter().fold(Hall::new(), |mut hall, event| {
        hall.apply(event);
        hall
    })
}

fn read(storage: &Storage) -> Vec<Event> {
    let mut lines = Vec::new();
    storage.export(&mut lines).expect("it is whole");
    lines
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).expect("an event"))
        .collect()
}

/// Appends days as the engine does, in batches, and puts each away when the next begins.
fn live_through(folder: &Path, days: &[Vec<Event>]) {
    let storage = Storage::open(folder).expect("it opens");
    let mut journal = storage.journal().expect("the writer");
    let mut hall = journal.fold().expect("it folds");
    for day in days {
        for batch in day.chunks(7) {
            journal.append(batch).expect("it is written");
            for event in batch {
                hall.apply(event);
            }
            journal.settle(&hall);
        }
    }
    put_away(folder, &mut journal, &hall);
}

/// The engine, too, asks time and again.
fn put_away(folder: &Path, journal: &mut Journal, hall: &Hall) {
    let day = format!("\"day\":\"{}\"", hall.day().expect("a day"));
    let begun = Instant::now();
    while !fs::read_to_string(folder.join("snapshot")).is_ok_and(|text| text.contains(&day)) {
        assert!(begun.elapsed() < SOON, "the days were not put away");
        journal.settle(hall);
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn closed_days_are_sealed_and_read_as_they_were_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let days = days(5, 40);
    live_through(folder.path(), &days);
    let storage = Storage::open(folder.path()).expect("it opens");
    let verified = storage.verify().expect("it reads");
    assert_eq!((verified.sealed_days, verified.events), (4, days.concat().len() as u64));
    assert!(verified.damages.is_empty(), "{:?}", verified.damages);
    assert_eq!(read(&storage), days.concat());
    let mut replayed = Vec::new();
    storage.journal().expect("the writer").replay(&mut |event| replayed.push(event)).expect("it is whole");
    assert_eq!(replayed, days.concat());
}

#[test]
fn a_fold_from_the_snapshot_is_the_fold_of_everything() {
    let folder = tempfile::tempdir().expect("a folder");
    let all = days(4, 30);
    live_through(folder.path(), &all[..3]);
    // The office is closed in the middle of the last day.
    live_through(folder.path(), &[all[3][..50].to_vec()]);
    let storage = Storage::open(folder.path()).expect("it opens");
    let mut journal = storage.journal().expect("the writer");
    let expected = hall_of(&[all[..3].concat(), all[3][..50].to_vec()].concat());
    assert_eq!(journal.fold().expect("it folds"), expected);
    journal.append(&all[3][50..]).expect("it goes on");
    drop(journal);
    assert_eq!(storage.journal().expect("the writer").fold().expect("it folds"), hall_of(&all.concat()));
}

#[test]
fn a_snapshot_is_only_a_cache() {
    let folder = tempfile::tempdir().expect("a folder");
    let all = days(3, 20);
    live_through(folder.path(), &all);
    let path = folder.path().join("snapshot");
    let good = fs::read_to_string(&path).expect("there is one");
    let other = tempfile::tempdir().expect("a folder");
    let mut others = days(3, 20);
    others.iter_mut().flatten().for_each(|event| event.at += jiff::SignedDuration::from_secs(1));
    live_through(other.path(), &others);
    let foreign = fs::read_to_string(other.path().join("snapshot")).expect("there is one");
    for (what, text) in [
        ("none", None),
        ("empty", Some(String::new())),
        ("cut", Some(good[..good.len() / 2].to_owned())),
        ("changed", Some(good.replacen("\"A\"", "\"B\"", 1))),
        ("another office's", Some(foreign)),
    ] {
        match text {
            Some(text) => fs::write(&path, text).expect("written"),
            None => fs::remove_file(&path).expect("removed"),
        }
        let storage = Storage::open(folder.path()).expect("it opens");
        let hall = storage.journal().expect("the writer").fold().expect("it folds");
        assert_eq!(hall, hall_of(&all.concat()), "{what}");
    }
}

#[test]
fn days_that_were_not_sealed_in_time_are_sealed_later_and_each_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let all = days(4, 20);
    let storage = Storage::open(folder.path()).expect("it opens");
    let mut journal = storage.journal().expect("the writer");
    // Nobody settles, as when the power goes each night.
    all.iter().flat_map(|day| day.chunks(5)).for_each(|batch| journal.append(batch).expect("it is written"));
    assert_eq!(storage.verify().expect("it reads").sealed_days, 0);
    for _ in 0..2 {
        let hall = journal.fold().expect("it folds");
        put_away(folder.path(), &mut journal, &hall);
        assert_eq!(storage.verify().expect("it reads").sealed_days, 3);
    }
    assert_eq!(read(&storage), all.concat());
}

#[test]
fn an_export_is_imported_to_the_same_bytes_and_the_same_hall() {
    let folder = tempfile::tempdir().expect("a folder");
    let all = days(3, 25);
    live_through(&folder.path().join("old"), &all);
    let old = Storage::open(&folder.path().join("old")).expect("it opens");
    let mut lines = Vec::new();
    assert_eq!(old.export(&mut lines).expect("it is whole"), all.concat().len() as u64);

    let new = Storage::open(&folder.path().join("new")).expect("it opens");
    assert_eq!(new.import(&mut lines.as_slice()).expect("they are events"), all.concat().len() as u64);
    let verified = new.verify().expect("it reads");
    assert_eq!((verified.sealed_days, verified.damages.len()), (2, 0));
    let mut again = Vec::new();
    new.export(&mut again).expect("it is whole");
    assert!(again == lines, "the same bytes");
    assert_eq!(new.journal().expect("the writer").fold().expect("it folds"), hall_of(&all.concat()));

    let said = new.import(&mut lines.as_slice()).expect_err("it has events").to_string();
    assert!(said.ends_with("holds an office's journal already: give a folder without one"), "{said}");
}

#[test]
fn a_line_that_is_no_event_or_does_not_follow_is_named() {
    let all = days(2, 3).concat();
    let line = |event: &Event| serde_json::to_string(event).expect("JSON");
    let mut early = all[1].clone();
    early.at -= jiff::SignedDuration::from_hours(1);
    for (lines, said) in [
        ("no event".to_owned(), "line 1: no event"),
        (format!("{}\n{{}}", line(&all[0])), "line 2: no event"),
        (format!("{}\n\n{}", line(&all[0]), line(&all[2])), "line 3: event 3 does not follow: the next is 2"),
        (format!("{}\n{}", line(&all[0]), line(&early)), "line 2: event 2 is earlier than the one before"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let error = storage.import(&mut lines.as_bytes()).expect_err(said);
        assert!(matches!(error, JournalError::Line { .. }) && error.to_string().starts_with(said), "{error}");
    }
}

#[test]
fn a_backup_of_a_running_office_is_restored_to_the_same_office() {
    let folder = tempfile::tempdir().expect("a folder");
    let all = days(3, 25);
    live_through(&folder.path().join("old"), &all[..2]);
    let old = Storage::open(&folder.path().join("old")).expect("it opens");
    let mut journal = old.journal().expect("the writer, which goes on");
    journal.append(&all[2][..30]).expect("it is written");
    old.records().put("people", "Hà", &("officer", 7)).expect("written");
    let now: Timestamp = "2026-11-26T09:00:00Z".parse().expect("a time");
    let mut file = Vec::new();
    let made = old.back_up(&mut file, "0.1.0", now).expect("it is written");
    assert_eq!((made.events, made.records), (all[..2].concat().len() as u64 + 30, 1));
    journal.append(&all[2][30..]).expect("service goes on");

    let new = Storage::open(&folder.path().join("new")).expect("it opens");
    assert_eq!(new.restore(BufReader::new(file.as_slice())).expect("it is whole"), made);
    assert_eq!(new.records().get::<(String, u8)>("people", "Hà").expect("read"), Some(("officer".into(), 7)));
    assert_eq!(read(&new), [all[..2].concat(), all[2][..30].to_vec()].concat());
    assert_eq!(new.journal().expect("the writer").next_number(), EventNumber(made.events + 1));
    let said = new.restore(file.as_slice()).expect_err("it has events").to_string();
    assert!(said.ends_with("give a folder without one"), "{said}");
}

#[test]
fn a_backup_that_is_cut_or_changed_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    live_through(&folder.path().join("old"), &days(2, 25));
    let old = Storage::open(&folder.path().join("old")).expect("it opens");
    let now: Timestamp = "2026-11-26T09:00:00Z".parse().expect("a time");
    let mut file = Vec::new();
    old.back_up(&mut file, "0.1.0", now).expect("it is written");
    let mut changed = file.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 0x10;
    for (name, bytes) in
        [("empty", &b""[..]), ("text", b"dear office"), ("cut", &file[..middle]), ("changed", &changed)]
    {
        let storage = Storage::open(&folder.path().join(name)).expect("it opens");
        storage.restore(bytes).expect_err(name);
    }
}
