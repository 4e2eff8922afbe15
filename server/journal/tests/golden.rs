//! Journals of published releases are read for ever: each line of each golden journal parses, folds to the hall that it
//! did then, and is written again to the very same bytes.
//!
//! A new release adds a file. A file that is there never changes: whoever wants to change it breaks somebody's office.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use moi_domain::{
    CommandKey, CounterNumber, Event, Fact, Hall, KeyUse, Origin, Place, SNAPSHOT_FORMAT, Standing, Status, Ticket,
};
use moi_journal::{Journal, Storage, Store};
use tempfile::TempDir;

fn golden(name: &str) -> String {
    let path = path_of(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn path_of(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// A golden data folder, to open and change.
fn copy_of(name: &str) -> TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    copy_folder(&path_of(name), copy.path());
    copy
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for entry in fs::read_dir(from).expect("it is there") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        if entry.file_type().expect("a kind").is_dir() {
            copy_folder(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("copied");
        }
    }
}

fn events(journal: &str) -> Vec<Event> {
    let parse = |(line, text): (usize, &str)| {
        let event: Event = serde_json::from_str(text).unwrap_or_else(|error| panic!("line {}: {error}", line + 1));
        let written = serde_json::to_string(&event).expect("an event is JSON");
        assert_eq!(written, text, "line {} is written as it was", line + 1);
        event
    };
    journal.lines().enumerate().map(parse).collect()
}

#[test]
fn the_journal_of_release_0_1_folds_to_what_it_did() {
    folds_to_what_it_did("0.1");
}

/// The clock was a year ahead, and once a day: days begin at an earlier time, and one begins again with its numbers.
#[test]
fn a_journal_of_release_0_1_with_a_day_put_right_folds_to_what_it_did() {
    folds_to_what_it_did("0.1-day-put-right");
}

/// Tickets that are put aside, come back, go to other counters, and steps that are taken back.
#[test]
fn the_journal_of_release_0_2_folds_to_what_it_did() {
    folds_to_what_it_did("0.2");
}

fn folds_to_what_it_did(name: &str) {
    let events = events(&golden(&format!("{name}.jsonl")));
    let mut hall = Hall::new();
    let mut said = String::new();
    for event in &events {
        // At the end of each day, since much is forgotten overnight.
        if matches!(event.fact, Fact::DayStarted { .. }) && hall.day().is_some() {
            said += &summary(&hall, &events);
        }
        hall.apply(event);
    }
    said += &summary(&hall, &events);
    assert_eq!(said, golden(&format!("{name}.txt")), "folded to:\n{said}");
}

#[test]
fn the_golden_journals_have_every_fact() {
    let mut seen = [0; 29];
    for event in events(&(golden("0.1.jsonl") + &golden("0.2.jsonl"))) {
        seen[place(&event.fact)] += 1;
    }
    assert!(seen.iter().all(|count| *count > 0), "how often each fact is there: {seen:?}");
}

#[test]
fn the_journal_of_release_0_1_survives_the_disk() {
    let events = events(&golden("0.1.jsonl"));
    let folder = tempfile::tempdir().expect("a folder");
    let mut journal = Journal::open(folder.path()).expect("it opens");
    for batch in events.chunks(3) {
        journal.append(batch).expect("it is written");
    }
    drop(journal);
    let journal = Journal::open(folder.path()).expect("it opens again");
    let mut read = Vec::new();
    journal.replay(&mut |event| read.push(event)).expect("it is whole");
    assert_eq!(read, events);
}

/// Stop, new binary, start: the data folder as release 0.1 left it.
#[test]
fn the_data_of_release_0_1_opens_goes_on_and_is_sealed() {
    let events = events(&golden("0.1.jsonl"));
    let folder = copy_of("0.1-data");
    let count = events.len() as u64;
    for round in 0..2 {
        let storage = Storage::open(folder.path()).expect("it opens");
        let known: Option<(String, u8)> = storage.records().get("people", "Nông Thị Hà").expect("read");
        assert_eq!(known, Some(("officer".into(), 7)));
        let mut journal = storage.journal().expect("the writer");
        let hall = journal.fold().expect("it folds");
        assert_eq!(hall.last_number().0, count + round);
        let mut read = Vec::new();
        journal.replay(&mut |event| read.push(event)).expect("it is whole");
        assert_eq!(read[..events.len()], events);
        journal.settle(&hall);
        let mut next = events.last().expect("the last").clone();
        next.number = journal.next_number();
        next.key = None;
        next.fact = Fact::CounterClosed { counter: CounterNumber::try_from(3).expect("a counter") };
        journal.append(&[next]).expect("it goes on");
        drop(journal);
        let verified = storage.verify().expect("it reads");
        assert_eq!((verified.damages, verified.sealed_days), (vec![], 1));
    }
}

/// The same of data with a sealed day, batches with a checksum for each event, and a snapshot. Format 2 has the day in
/// the database, format 3 as a file.
#[test]
fn the_data_of_later_formats_opens_with_and_without_its_snapshot() {
    let events = events(&golden("0.1.jsonl"));
    let expected = events.iter().fold(Hall::new(), |mut hall, event| {
        hall.apply(event);
        hall
    });
    let whole: fn(&Path) = |_| ();
    let without_snapshot: fn(&Path) = |folder| fs::remove_file(folder.join("snapshot")).expect("removed");
    // The power goes after the day is a file, and before it is none in the database.
    let half_moved: fn(&Path) = |folder| copy_folder(&path_of("format-3-data/days"), &folder.join("days"));
    for (name, change) in [
        ("format-2-data", whole),
        ("format-2-data", without_snapshot),
        ("format-2-data", half_moved),
        ("format-3-data", whole),
        ("format-3-data", without_snapshot),
    ] {
        let folder = copy_of(name);
        change(folder.path());
        for round in ["first", "second"] {
            let storage = Storage::open(folder.path()).expect("it opens");
            let verified = storage.verify().expect("it reads");
            let found = (verified.damages, verified.sealed_days, verified.events);
            assert_eq!(found, (vec![], 1, events.len() as u64), "{name}, the {round} time");
            let mut exported = Vec::new();
            storage.export(&mut exported).expect("it is whole");
            assert_eq!(String::from_utf8(exported).expect("text"), golden("0.1.jsonl"));
            assert_eq!(storage.journal().expect("the writer").fold().expect("it folds"), expected);
        }
        assert_eq!(fs::read_dir(folder.path().join("days")).expect("a folder").count(), 1, "{name}");
    }
}

#[test]
fn a_backup_of_format_1_is_restored() {
    let folder = tempfile::tempdir().expect("a folder");
    let storage = Storage::open(folder.path()).expect("it opens");
    let content =
        storage.restore(fs::File::open(path_of("format-1.moi-backup")).expect("it is there")).expect("it is whole");
    assert_eq!((content.records, content.version.as_str()), (1, "0.1.0"));
    let known: Option<(String, u8)> = storage.records().get("people", "Nông Thị Hà").expect("read");
    assert_eq!(known, Some(("officer".into(), 7)));
    let mut exported = Vec::new();
    storage.export(&mut exported).expect("it is whole");
    assert_eq!(String::from_utf8(exported).expect("text"), golden("0.1.jsonl"));
}

/// Whoever changes what a snapshot holds, or how events fold, raises the format and writes this file anew: an office
/// must not start from a hall that was folded by other rules.
#[test]
fn a_snapshot_of_this_format_is_what_it_was() {
    let mut hall = Hall::new();
    for event in events(&golden("0.1.jsonl")) {
        hall.apply(&event);
    }
    let written = serde_json::to_value(&hall).expect("a hall is JSON");
    let name = format!("snapshot-{SNAPSHOT_FORMAT}.json");
    let known: serde_json::Value = serde_json::from_str(&golden(&name)).expect("JSON");
    assert_eq!(written, known, "raise SNAPSHOT_FORMAT, and write this to {name} of the new format:\n{written:#}");
    assert_eq!(serde_json::from_value::<Hall>(written).expect("it reads"), hall);
}

/// A new fact gets a place here, and a line in the next release's golden journal.
fn place(fact: &Fact) -> usize {
    match fact {
        Fact::DayStarted { .. } => 0,
        Fact::TicketIssued { .. } => 1,
        Fact::TicketCalled { .. } => 2,
        Fact::TicketRecalled { .. } => 3,
        Fact::VisitStarted { .. } => 4,
        Fact::VisitFinished { .. } => 5,
        Fact::TicketNoShow { .. } => 6,
        Fact::TicketCancelled { .. } => 7,
        Fact::CounterOpened { .. } => 8,
        Fact::CounterPaused { .. } => 9,
        Fact::CounterClosed { .. } => 10,
        Fact::TicketParked { .. } => 11,
        Fact::TicketReturned { .. } => 12,
        Fact::TicketTransferred { .. } => 13,
        Fact::TicketPutBack { .. } => 14,
        Fact::TicketChosen { .. } => 15,
        Fact::OutcomeNoted { .. } => 16,
        Fact::PriorityGranted { .. } => 17,
        Fact::StepUndone { .. } => 18,
        Fact::ServicesChanged { .. } => 19,
        Fact::NoteWritten { .. } => 20,
        Fact::OfficeReturned { .. } => 21,
        Fact::AppointmentBooked { .. } => 22,
        Fact::AppointmentCancelled { .. } => 23,
        Fact::AppointmentMissed { .. } => 24,
        Fact::CounterTakenOver { .. } => 25,
        Fact::HelpAsked { .. } => 26,
        Fact::HelpEnded { .. } => 27,
        Fact::Administered { .. } => 28,
    }
}

/// The hall in words that no later change of the code may alter.
fn summary(hall: &Hall, events: &[Event]) -> String {
    let mut text = String::new();
    let mut line = |words: String| writeln!(text, "{words}").expect("a string takes all");
    let day = hall.day().map(|day| day.to_string()).unwrap_or_default();
    line(format!("event {}, {}, day {day}", hall.last_number(), hall.last_at()));
    for ticket in hall.tickets() {
        let promised = ticket.promised.map(|band| format!(", {}-{} min", band.from, band.to)).unwrap_or_default();
        let class =
            ticket.priority.as_ref().map(|class| format!(" {class} {} min", ticket.head_start)).unwrap_or_default();
        line(format!(
            "ticket {} {} {} {}{class}, taken {}, effective {}, {} ahead{promised}, token {}: {}{}",
            ticket.id,
            ticket.number,
            ticket.service,
            ticket.language,
            ticket.taken_at,
            ticket.effective,
            ticket.ahead_at_first,
            ticket.token.as_str(),
            status(&ticket.status),
            place_of(ticket)
        ));
        // 0.1 knew neither.
        if ticket.cases.get() > 1 || !ticket.then.is_empty() {
            let then: Vec<_> = ticket.then.iter().map(moi_domain::ServiceCode::as_str).collect();
            line(format!("ticket {} for {}, then {then:?}", ticket.id, ticket.cases));
        }
        if hall.has_note(ticket.id) {
            line(format!("ticket {} has a note", ticket.id));
        }
        if let Some(outcome) = &ticket.outcome {
            line(format!("ticket {} came out {outcome}", ticket.id));
        }
    }
    for number in (1..=3).map(|number| CounterNumber::try_from(number).expect("a counter")) {
        let counter = hall.counter(number);
        let visit = counter.visit.map(|ticket| format!(" with ticket {ticket}")).unwrap_or_default();
        let figures = hall.figures(number);
        line(format!(
            "counter {number} {}{visit}, served {}, no-show {}, service {:?} min, wait {:?} min",
            standing(&counter.standing),
            figures.served,
            figures.no_show,
            figures.service_minutes(),
            figures.wait_minutes()
        ));
    }
    for number in (1..=3).map(|number| CounterNumber::try_from(number).expect("a counter")) {
        if let Some(from) = &hall.counter(number).taken_from {
            line(format!("counter {number} taken from {}, {}", from.officer, from.at));
        }
        if let Some(since) = hall.help_since(number, hall.last_at()) {
            line(format!("counter {number} asks for help since {since}"));
        }
    }
    if hall.set_up().version > 0 {
        line(format!("set-up {} {}", hall.set_up().version, hall.set_up().digest));
    }
    for call in hall.recent_calls() {
        let again = if call.recall { " again" } else { "" };
        line(format!("call {}: {} {} to {}{again}, {}", call.id, call.number, call.service, call.counter, call.at));
    }
    let mut keys: Vec<&CommandKey> = events.iter().filter_map(|event| event.key.as_ref()).collect();
    keys.dedup();
    for key in keys {
        line(format!("key {}: {}", key.key, known(&hall.outcome(key))));
    }
    line(format!("{} waiting", hall.waiting_total()));
    text
}

/// Said only of a place that is not the ticket's first: 0.1 knew no other.
fn place_of(ticket: &Ticket) -> String {
    let Place { effective, counter, since, origin } = ticket.place;
    let origin = match origin {
        Origin::Taken if counter.is_none() => return String::new(),
        Origin::Taken => "taken".to_owned(),
        Origin::Parked { counter } => format!("put aside at {counter}"),
        Origin::Missed { counter } => format!("missed at {counter}"),
        Origin::Transferred { counter, rank, .. } => format!("from {counter} {rank:?}"),
        Origin::PutBack { counter } => format!("put back by {counter}"),
    };
    let only = counter.map(|counter| format!(", only {counter}")).unwrap_or_default();
    format!(", place {effective} since {since}{only}, {origin}")
}

fn status(status: &Status) -> String {
    match status {
        Status::Waiting => "waiting".into(),
        Status::Called { counter, call, called_at, recalls, newest_at: _ } => {
            format!("called to {counter} by {call}, {called_at}, recalls {recalls}")
        }
        Status::Serving { counter, call, called_at, started_at, recalls } => {
            format!("serving at {counter} by {call}, called {called_at}, started {started_at}, recalls {recalls}")
        }
        Status::Parked { counter, called_at, started_at, parked_at, recalls, here } => {
            let started = started_at.map(|at| format!(", started {at}")).unwrap_or_default();
            let back = if *here { "here" } else { "anywhere" };
            format!(
                "parked at {counter}, called {called_at}{started}, parked {parked_at}, recalls {recalls}, back {back}"
            )
        }
        Status::Finished { counter, called_at, started_at, finished_at, recalls } => {
            let started = started_at.map(|at| format!(", started {at}")).unwrap_or_default();
            format!("finished at {counter}, called {called_at}{started}, finished {finished_at}, recalls {recalls}")
        }
        Status::NoShow { counter, called_at, missed_at, recalls } => {
            format!("no-show at {counter}, called {called_at}, missed {missed_at}, recalls {recalls}")
        }
        Status::Cancelled { cancelled_at } => format!("cancelled {cancelled_at}"),
    }
}

fn standing(standing: &Standing) -> String {
    match standing {
        Standing::Closed => "closed".into(),
        Standing::Open { officer, since } => format!("open by {officer} since {since}"),
        Standing::Paused { officer, since, until, reason } => {
            let until = until.map(|until| format!(" until {until}")).unwrap_or_default();
            let why = reason.as_ref().map(|reason| format!(", {reason}")).unwrap_or_default();
            format!("paused by {officer} since {since}{until}{why}")
        }
    }
}

fn known(key: &KeyUse) -> String {
    match key {
        KeyUse::New => "not known any more".into(),
        KeyUse::Repeat { touched, called, appointment: _ } => {
            let id = |ticket: &Option<moi_domain::TicketId>| ticket.map_or("none".into(), |ticket| ticket.to_string());
            format!("touched {}, called {}", id(touched), id(called))
        }
        KeyUse::OtherCommand => "another command's".into(),
    }
}
