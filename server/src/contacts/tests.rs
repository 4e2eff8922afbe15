//! What is promised of contacts, on real records and key files, with the office's clock by hand.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use moi_domain::{
    Actor, AfterLast, Command, CounterSetup, Door, Event, Hours, Language, Minutes, Numbering, OfficerName, Order,
    Prefix, Service, ServiceCode, Setup, Token, decide,
};
use moi_journal::Storage;
use serde_json::Value;

use super::erasing::Erased;
use super::sealed::Kind;
use super::*;
use crate::clock::by_hand::Hands;
use crate::clock::{self, ClockState, OfficeClock};

const NUMBER: &str = "0912 345 678";
const DIGITS: &str = "912345678";

/// A hall by the rules, its records, and a folder of keys.
struct Place {
    folder: tempfile::TempDir,
    storage: Storage,
    setup: Arc<Setup>,
    hall: Hall,
    now: Timestamp,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let storage = Storage::open(&folder.path().join("journal")).unwrap();
        let now = "2026-11-24T02:00:00Z".parse().unwrap();
        Self { folder, storage, setup: Arc::new(setup()), hall: Hall::new(), now }
    }

    fn room(&self, keep_days: u16) -> Room {
        Room::open(self.storage.records(), self.keys(), Box::new(move || keep_days), &self.hall)
    }

    fn keys(&self) -> PathBuf {
        self.folder.path().join("keys")
    }

    fn key_of(&self, day: &str) -> PathBuf {
        self.keys().join(format!("contacts-{day}.key"))
    }

    /// Orders something; returns the ticket that it is about.
    fn order(&mut self, command: Command) -> Option<Ticket> {
        self.now += SignedDuration::from_secs(1);
        let order = Order { command, by: Actor::Engine, key: None };
        let decision = decide(&self.hall, &self.setup, &order, self.now).unwrap();
        for fact in decision.facts {
            let number = self.hall.last_number().next();
            self.hall.apply(&Event { number, at: self.now, by: Actor::Engine, key: None, fact });
        }
        decision.ticket.or_else(|| self.hall.tickets().last().map(|ticket| ticket.id)).map(|id| self.ticket(id))
    }

    fn ticket(&self, id: TicketId) -> Ticket {
        self.hall.ticket(id).unwrap().clone()
    }

    fn take(&mut self) -> Ticket {
        let seed = self.hall.tickets().count();
        let token = Token::new(&format!("{seed:016}")).unwrap();
        let (service, language) = (ServiceCode::new("A").unwrap(), Language::new("vi").unwrap());
        let (door, cases) = (Door::Kiosk, moi_domain::Cases::ONE);
        let then = Vec::new();
        self.order(Command::TakeTicket { token, service, priority: None, language, door, cases, then }).unwrap()
    }

    fn day(&self) -> Date {
        self.hall.day().unwrap()
    }

    /// Every record of contacts as the disk has it.
    fn records(&self) -> Vec<(String, Value)> {
        self.storage.records().list("contacts").unwrap()
    }
}

fn setup() -> Setup {
    let code = ServiceCode::new("A").unwrap();
    let service = Service {
        prefix: Prefix::new("A").unwrap(),
        usual: Minutes(12),
        quota: None,
        cases_max: moi_domain::Cases::ONE,
    };
    let counters = [1, 2]
        .map(|number| (counter(number), CounterSetup { services: [code.clone()].into(), ..CounterSetup::default() }));
    Setup {
        zone: TimeZone::UTC,
        services: BTreeMap::from([(code, service)]),
        counters: BTreeMap::from(counters),
        priorities: BTreeMap::new(),
        numbering: Numbering { last: 999, after_last: AfterLast::Widen, reserved: 0 },
        hours: Hours::default(),
        rules: moi_domain::Rules::default(),
    }
}

fn counter(number: u16) -> CounterNumber {
    CounterNumber::try_from(number).unwrap()
}

fn officer() -> OfficerName {
    OfficerName::new("Hà").unwrap()
}

fn number() -> PhoneNumber {
    PhoneNumber::parse(NUMBER).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn a_contact_is_kept_replaced_and_taken_back() {
    let mut place = Place::new();
    let (whose, other) = (Whose::of(&place.take()), Whose::of(&place.take()));
    let room = place.room(30);
    assert_eq!(room.read(&whose), None);
    room.leave(&whose, place.day(), &number()).unwrap();
    assert_eq!(room.read(&whose), Some(number()));
    assert!(room.is_left(whose.ticket) && !room.is_left(other.ticket));
    let second = PhoneNumber::parse("+86 138 0013 8000").unwrap();
    room.leave(&whose, place.day(), &second).unwrap();
    assert_eq!((room.read(&whose), place.records().len()), (Some(second), 1), "one contact a ticket");
    let again = place.room(30);
    assert!(again.is_left(whose.ticket), "the next start knows it");
    for _ in 0..2 {
        room.take_back(&whose).unwrap();
    }
    assert_eq!((room.read(&whose), room.is_left(whose.ticket), place.records().len()), (None, false, 0));
}

#[test]
fn a_record_tells_neither_the_number_nor_its_length_nor_the_tickets_secret() {
    let mut place = Place::new();
    let (short, long) = (place.take(), place.take());
    let room = place.room(30);
    room.leave(&Whose::of(&short), place.day(), &number()).unwrap();
    room.leave(&Whose::of(&long), place.day(), &PhoneNumber::parse("+123456789012345").unwrap()).unwrap();
    let records = place.records();
    let lengths: Vec<_> = records.iter().map(|(_, value)| value["sealed"].as_str().unwrap().len()).collect();
    assert_eq!(lengths, [64, 64], "sixteen bytes and the tag");
    for (key, value) in &records {
        let text = format!("{key} {value}");
        assert!(!text.contains(DIGITS) && !text.contains("12345678901"), "{text}");
        assert!(!text.contains(short.token.as_str()) && !text.contains(long.token.as_str()), "{text}");
    }
    assert_ne!(records[0].1["nonce"], records[1].1["nonce"]);
}

#[test]
fn a_record_opens_for_its_own_ticket_and_day_alone() {
    let mut place = Place::new();
    let (own, other) = (Whose::of(&place.take()), Whose::of(&place.take()));
    let room = place.room(30);
    room.leave(&own, place.day(), &number()).unwrap();
    room.leave(&other, day("2026-11-25"), &number()).unwrap();
    let records = place.storage.records();
    let sealed: Value = records.get("contacts", &own.key).unwrap().unwrap();
    let changed = |field: &str, value: Value| {
        let mut changed = sealed.clone();
        changed[field] = value;
        records.put("contacts", &own.key, &changed).unwrap();
        room.read(&own)
    };
    assert_eq!(changed("day", "2026-11-25".into()), None);
    assert_eq!(changed("nonce", "00".repeat(24).into()), None);
    assert_eq!(changed("nonce", "00".into()), None);
    assert_eq!(changed("sealed", "".into()), None);
    assert_eq!(changed("sealed", "none".into()), None);
    assert_eq!(changed("more", 1.into()), None);
    records.put("contacts", &other.key, &sealed).unwrap();
    assert_eq!(room.read(&other), None, "the officer of another ticket rings nobody");
    assert_eq!(changed("day", "2026-11-24".into()), Some(number()));
}

#[test]
fn without_its_key_a_contact_is_as_good_as_gone_and_another_can_be_left() {
    for damage in [None, Some(Vec::new()), Some(vec![7; 32]), Some(vec![7; 33])] {
        let mut place = Place::new();
        let whose = Whose::of(&place.take());
        let room = place.room(30);
        room.leave(&whose, place.day(), &number()).unwrap();
        let key = place.key_of("2026-11-24");
        match &damage {
            None => std::fs::remove_file(&key).unwrap(),
            Some(bytes) => std::fs::write(&key, bytes).unwrap(),
        }
        assert_eq!((room.read(&whose), room.is_left(whose.ticket)), (None, false), "{damage:?}");
        let trouble = room.trouble().unwrap();
        assert!(trouble.contains("2026-11-24"), "{trouble}");
        let started = place.room(30);
        assert!(!started.is_left(whose.ticket) && started.trouble().is_some(), "{damage:?}");
        started.leave(&whose, place.day(), &number()).unwrap();
        assert_eq!((started.read(&whose), started.trouble()), (Some(number()), None), "{damage:?}");
    }
}

#[test]
fn a_record_that_is_no_contact_stops_nothing_and_goes() {
    let mut place = Place::new();
    let whose = Whose::of(&place.take());
    place.storage.records().put("contacts", &whose.key, &"nonsense").unwrap();
    let room = place.room(30);
    assert_eq!(room.read(&whose), None);
    let erased = room.erase_due(place.day(), ClockState::Right).unwrap();
    assert_eq!((erased, place.records().len()), (Erased { contacts: 1, keys: 0 }, 0));
}

#[test]
fn a_contact_that_cannot_be_kept_is_a_fault_and_the_earlier_one_stands() {
    let mut place = Place::new();
    let whose = Whose::of(&place.take());
    std::fs::write(place.keys(), "a file").unwrap();
    let room = place.room(30);
    room.leave(&whose, place.day(), &number()).unwrap_err();
    assert!(room.trouble().unwrap().contains("keys") && !room.is_left(whose.ticket));
    std::fs::remove_file(place.keys()).unwrap();
    room.leave(&whose, place.day(), &number()).unwrap();
    assert_eq!(room.trouble(), None);
    std::fs::rename(place.keys(), place.folder.path().join("away")).unwrap();
    std::fs::write(place.keys(), "a file").unwrap();
    let error = room.leave(&whose, place.day(), &PhoneNumber::parse("0987654321").unwrap()).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("987654321"), "{error}");
    std::fs::remove_file(place.keys()).unwrap();
    std::fs::rename(place.folder.path().join("away"), place.keys()).unwrap();
    assert_eq!(room.read(&whose), Some(number()));
}

/// What a backup or an old block of the disk still holds.
#[test]
fn an_erased_day_cannot_be_read_from_what_was_copied_before() {
    let mut place = Place::new();
    let whose = Whose::of(&place.take());
    let room = place.room(30);
    room.leave(&whose, place.day(), &number()).unwrap();
    let copy: Value = place.storage.records().get("contacts", &whose.key).unwrap().unwrap();
    let erased = room.erase_due(day("2026-12-25"), ClockState::Right).unwrap();
    assert_eq!(erased, Erased { contacts: 1, keys: 1 });
    assert!(!place.key_of("2026-11-24").exists() && place.records().is_empty());
    place.storage.records().put("contacts", &whose.key, &copy).unwrap();
    assert_eq!(room.read(&whose), None);
    room.keys(Kind::Contact).read_or_make(day("2026-11-24")).unwrap();
    assert_eq!(room.read(&whose), None, "a new key of the same day opens nothing");
}

#[test]
fn a_note_is_kept_for_its_day_beside_a_contact() {
    let mut place = Place::new();
    let whose = Whose::of(&place.take());
    let room = place.room(30);
    let note = Note::parse("thiếu giấy khai sinh").unwrap().unwrap();
    room.note(&whose, place.day(), &note).unwrap();
    room.leave(&whose, place.day(), &number()).unwrap();
    assert_eq!((room.read_note(&whose), room.read(&whose)), (Some(note), Some(number())));
    assert_eq!(room.erase_due(place.day(), ClockState::Right).unwrap(), Erased::default());
    // The next day the note goes with its own key, so that no copy of it opens any more; the contact's stays.
    let copy: Value = place.storage.records().get("notes", &whose.key).unwrap().unwrap();
    assert_eq!(room.erase_due(day("2026-11-25"), ClockState::Right).unwrap(), Erased { contacts: 1, keys: 1 });
    place.storage.records().put("notes", &whose.key, &copy).unwrap();
    assert_eq!((room.read_note(&whose), room.read(&whose)), (None, Some(number())));
}

#[test]
fn what_tells_notes_apart_can_be_made_of_a_guess_with_the_days_key_alone() {
    let (place, other) = (Place::new(), Place::new());
    let (room, elsewhere) = (place.room(30), other.room(30));
    let today = day("2026-11-24");
    let print = room.fingerprint(today, "có mặt").unwrap();
    assert_eq!(print, room.fingerprint(today, "có mặt").unwrap());
    assert_ne!(print, room.fingerprint(today, "vắng mặt").unwrap());
    assert_ne!(print, room.fingerprint(day("2026-11-25"), "có mặt").unwrap());
    assert_ne!(print, elsewhere.fingerprint(today, "có mặt").unwrap());
}

#[test]
fn a_note_cannot_be_read_as_a_contact_nor_where_it_was_copied_to() {
    let mut place = Place::new();
    let (whose, other) = (Whose::of(&place.take()), Whose::of(&place.take()));
    let room = place.room(30);
    room.note(&whose, place.day(), &Note::parse(NUMBER).unwrap().unwrap()).unwrap();
    let records = place.storage.records();
    let copy: Value = records.get("notes", &whose.key).unwrap().unwrap();
    records.put("contacts", &whose.key, &copy).unwrap();
    records.put("notes", &other.key, &copy).unwrap();
    assert_eq!((room.read(&whose), room.read_note(&other)), (None, None));
    room.erase_note(&whose).unwrap();
    assert_eq!(room.read_note(&whose), None);
}

#[test]
fn the_key_of_an_earlier_day_that_no_contact_needs_goes_at_once() {
    let mut place = Place::new();
    let (first, second) = (Whose::of(&place.take()), Whose::of(&place.take()));
    let room = place.room(30);
    room.leave(&first, day("2026-11-23"), &number()).unwrap();
    room.leave(&second, day("2026-11-24"), &number()).unwrap();
    room.take_back(&first).unwrap();
    room.take_back(&second).unwrap();
    assert_eq!(room.erase_due(day("2026-11-24"), ClockState::Right).unwrap(), Erased { contacts: 0, keys: 1 });
    assert!(!place.key_of("2026-11-23").exists() && place.key_of("2026-11-24").exists(), "today's may be needed");
}

/// The office's clock by hand: each row begins with a contact of 24 November, and says for how many days it is kept,
/// what happens to the machine's clock while nobody is served, and whether the contact is still there.
#[test]
fn contacts_are_erased_on_schedule_by_the_offices_clock() {
    for (keep_days, steps, is_there) in [
        (0, "+1h", true),
        (0, "+24h", false),
        (30, "+720h", true),
        (30, "+744h", false),
        // A year ahead: believed since nobody waits, and doubted. Then put right.
        (30, "jump 8760h", true),
        (0, "jump 8760h", true),
        (30, "jump 8760h; +1h; jump -8760h; +1h", true),
        // Nobody has put it right by the next day: the date is as good as any.
        (30, "jump 8760h; +24h", false),
        // Without a battery: the office's time runs on from where it was.
        (30, "set 1970-01-01T00:00:00Z; +1h", true),
        (0, "set 1970-01-01T00:00:00Z; +24h", false),
        // Set back by a week: nobody knows which of the two is right.
        (0, "jump -168h; +24h", true),
    ] {
        let mut place = Place::new();
        let whose = Whose::of(&place.take());
        let room = place.room(keep_days);
        room.leave(&whose, place.day(), &number()).unwrap();
        let hands = Hands::at("2026-11-24T02:00:00Z");
        let clock = OfficeClock::begin(hands.machine(), Arc::clone(&place.setup), place.hall.last_at());
        let look = || {
            let now = clock.now(clock::Service { is_quiet: true, has_begun: true });
            room.erase_due(place.setup.business_day(now), clock.state()).unwrap();
        };
        look();
        for step in steps.split("; ") {
            match step.split_once(' ') {
                Some(("jump", by)) => hands.jump(by),
                Some(("set", at)) => hands.set(at),
                Some(_) | None => hands.pass(step.trim_start_matches('+')),
            }
            look();
        }
        let there = (room.read(&whose).is_some(), place.key_of("2026-11-24").exists(), !place.records().is_empty());
        assert_eq!(there, (is_there, is_there, is_there), "kept for {keep_days} days: {steps}");
    }
}

#[test]
fn a_counter_shows_whom_it_calls_or_serves_else_the_last_one_missed() {
    let mut place = Place::new();
    let tickets: Vec<Ticket> = (0..5).map(|_| place.take()).collect();
    let room = place.room(30);
    for ticket in [&tickets[0], &tickets[1], &tickets[3]] {
        room.leave(&Whose::of(ticket), place.day(), &number()).unwrap();
    }
    for number in [1, 2] {
        place.order(Command::OpenCounter { counter: counter(number), officer: officer() });
    }
    let shown = |place: &Place, number: u16| {
        room.at_counter(&place.hall, counter(number)).map(|ticket| ticket.number.to_string())
    };
    let next = |number| Command::CallNext { counter: counter(number), officer: officer(), outcome: None };
    let missed = |number| Command::MarkNoShow { counter: counter(number), officer: officer() };
    assert_eq!((shown(&place, 1), shown(&place, 2)), (None, None), "who only waits is nobody's to ring");
    place.order(next(1));
    assert_eq!((shown(&place, 1).as_deref(), shown(&place, 2)), (Some("A001"), None));
    place.order(missed(1));
    assert_eq!((shown(&place, 1).as_deref(), shown(&place, 2)), (Some("A001"), None));
    place.order(next(1));
    place.order(missed(1));
    assert_eq!(shown(&place, 1).as_deref(), Some("A002"), "the last one");
    place.order(next(1));
    assert_eq!(shown(&place, 1), None, "A003 is called, and left no number");
    place.order(next(2));
    place.order(Command::StartVisit { counter: counter(2), officer: officer() });
    assert_eq!(shown(&place, 2).as_deref(), Some("A004"));
    place.order(Command::FinishVisit { counter: counter(2), officer: officer(), outcome: None });
    assert_eq!(shown(&place, 2), None);
}

#[test]
fn a_contact_is_over_with_the_visit_or_the_ticket() {
    let mut place = Place::new();
    let tickets: Vec<Ticket> = (0..4).map(|_| place.take()).collect();
    let room = place.room(30);
    for ticket in &tickets {
        room.leave(&Whose::of(ticket), place.day(), &number()).unwrap();
    }
    let over = |place: &Place, room: &Room| -> Vec<u64> {
        room.over(&place.hall).into_iter().map(|whose| whose.ticket.0).collect()
    };
    place.order(Command::OpenCounter { counter: counter(1), officer: officer() });
    place.order(Command::CallNext { counter: counter(1), officer: officer(), outcome: None });
    place.order(Command::MarkNoShow { counter: counter(1), officer: officer() });
    place.order(Command::CallNext { counter: counter(1), officer: officer(), outcome: None });
    assert_eq!(over(&place, &room), Vec::<u64>::new());
    place.order(Command::FinishVisit { counter: counter(1), officer: officer(), outcome: None });
    place.order(Command::CancelTicket { token: tickets[2].token.clone() });
    assert_eq!(over(&place, &room), [2, 3]);
    // The power went before they were erased.
    let started = place.room(30);
    assert_eq!(over(&place, &started), [2, 3]);
    place.now += SignedDuration::from_hours(24);
    place.order(Command::StartDay);
    assert_eq!(over(&place, &started), Vec::<u64>::new(), "what the day left is for the schedule");
    assert!(!started.is_left(tickets[3].id) && started.read(&Whose::of(&tickets[3])).is_some());
}
