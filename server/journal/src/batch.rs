//! How a batch of events lies on disk: a version byte, the checksum of its last event, and a JSON line for each event.
//!
//! Version 1, of release 0.1, had a JSON array and one checksum for all of it; it is read for ever.

use moi_domain::{Event, EventNumber, Fact};

use crate::JournalError;
use crate::chain::{self, Checksum};
use crate::run::{self, Run};

/// The first byte of every batch.
const VERSION: u8 = 2;

/// The first byte of a batch that release 0.1 wrote.
const VERSION_1: u8 = 1;

const PAYLOAD_AT: usize = 1 + size_of::<Checksum>();

/// Bytes of one value. sled rewrites a leaf with up to 17 values as a whole, and writes what is larger than a quarter
/// of its 512 KiB segment to a file beside that it never syncs. 17 × 6 KiB = 102 KiB stays below those 128 KiB.
pub(crate) const VALUE_BYTES_MAX: usize = 6 * 1024;

/// A piece of the journal, ready to write.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) first: EventNumber,
    pub(crate) value: Vec<u8>,
}

/// Puts events into as few pieces as their size allows; one that begins a day begins a piece, also where the engine
/// first ended what was left of the day before: days are put away in whole pieces. Returns the last checksum with them.
pub(crate) fn encode(events: &[Event], mut before: Checksum) -> Result<(Vec<Piece>, Checksum), JournalError> {
    let mut pieces: Vec<Piece> = Vec::new();
    for event in events {
        let what = || format!("event {}", event.number);
        let json = serde_json::to_vec(event).map_err(|source| JournalError::Json { what: what(), source })?;
        let bytes_max = VALUE_BYTES_MAX - PAYLOAD_AT;
        if json.len() > bytes_max {
            return Err(JournalError::TooLarge { what: what(), bytes: json.len(), bytes_max });
        }
        before = chain::next(&before, &json);
        let begins_day = matches!(event.fact, Fact::DayStarted { .. });
        let has_room = |piece: &&mut Piece| !begins_day && piece.value.len() + 1 + json.len() <= VALUE_BYTES_MAX;
        let open = pieces.last_mut().filter(has_room);
        if let Some(piece) = open {
            piece.value.push(b'\n');
            piece.value.extend_from_slice(&json);
            piece.value[1..PAYLOAD_AT].copy_from_slice(&before);
        } else {
            pieces.push(Piece { first: event.number, value: [&[VERSION], &before[..], &json].concat() });
        }
    }
    Ok((pieces, before))
}

/// Reads a piece. Its checksum is compared when the one before is known.
pub(crate) fn decode(key: &[u8], value: &[u8], before: Option<&Checksum>) -> Result<Run, JournalError> {
    let first = first_number(key)?;
    let damaged = |reason: String| JournalError::Damaged { at: first, reason };
    if value.len() < PAYLOAD_AT {
        return Err(damaged(format!("the batch has {} bytes only", value.len())));
    }
    let mut after = chain::FIRST;
    after.copy_from_slice(&value[1..PAYLOAD_AT]);
    let payload = &value[PAYLOAD_AT..];
    let unreadable = |error: serde_json::Error| damaged(error.to_string());
    let expected = before.map(|before| match value[0] {
        VERSION_1 => chain::next(before, payload),
        _ => chain::over_lines(before, payload),
    });
    if value[0] != VERSION && value[0] != VERSION_1 {
        return Err(damaged(format!("the batch has version {}, this release reads {VERSION}", value[0])));
    }
    if expected.is_some_and(|expected| expected != after) {
        return Err(damaged("the checksum does not match what was written".into()));
    }
    let lines = if value[0] == VERSION_1 {
        let events: Vec<Event> = serde_json::from_slice(payload).map_err(unreadable)?;
        run::write(&events).map_err(unreadable)?
    } else {
        payload.to_vec()
    };
    Ok(Run { first, lines, after })
}

/// The key under which a piece lies.
pub(crate) fn key(first: EventNumber) -> [u8; 8] {
    first.0.to_be_bytes()
}

pub(crate) fn first_number(key: &[u8]) -> Result<EventNumber, JournalError> {
    let bytes = key.try_into().map_err(|_| JournalError::Damaged {
        at: EventNumber(0),
        reason: format!("a batch has a key of {} bytes", key.len()),
    })?;
    let number = EventNumber(u64::from_be_bytes(bytes));
    if number > run::NUMBER_MAX {
        return Err(JournalError::Damaged { at: number, reason: "no journal has so many events".into() });
    }
    Ok(number)
}

/// As release 0.1 wrote it.
#[cfg(test)]
pub(crate) fn encode_version_1(events: &[Event], before: Checksum) -> (Piece, Checksum) {
    let payload = serde_json::to_vec(events).expect("events are JSON");
    let checksum = chain::next(&before, &payload);
    let value = [&[VERSION_1][..], &checksum, &payload].concat();
    (Piece { first: events[0].number, value }, checksum)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::chain::FIRST;
    use crate::samples::events;

    #[test]
    fn a_batch_reads_as_it_was_written() {
        let written = events(1..=3);
        let (pieces, checksum) = encode(&written, FIRST).expect("they are small");
        let [piece] = pieces.as_slice() else { panic!("three events fit one piece: {pieces:?}") };
        assert_eq!(piece.first, EventNumber(1));
        let read = decode(&key(piece.first), &piece.value, Some(&FIRST)).expect("it is whole");
        assert_eq!((read.events().expect("events"), read.after), (written, checksum));
        assert!(decode(&key(piece.first), &piece.value, Some(&checksum)).is_err(), "another chain's");
    }

    #[test]
    fn a_batch_of_release_0_1_reads_as_it_was_written() {
        let written = events(1..=3);
        let (piece, checksum) = encode_version_1(&written, FIRST);
        let read = decode(&key(piece.first), &piece.value, Some(&FIRST)).expect("it is whole");
        assert_eq!((read.events().expect("events"), read.after), (written, checksum));
        assert!(decode(&key(piece.first), &piece.value, Some(&checksum)).is_err(), "another chain's");
    }

    #[test]
    fn a_day_begins_a_piece_also_when_something_of_the_day_before_ended_with_it() {
        let mut written = events(1..=4);
        written[2].fact = Fact::DayStarted { day: date(2026, 11, 25) };
        let (pieces, _) = encode(&written, FIRST).expect("they are small");
        let firsts: Vec<_> = pieces.iter().map(|piece| piece.first).collect();
        assert_eq!(firsts, [EventNumber(1), EventNumber(3)]);
    }

    #[test]
    fn a_large_batch_is_cut_between_events() {
        let written = events(7..=506);
        let (pieces, checksum) = encode(&written, FIRST).expect("each is small");
        assert!(pieces.len() > 10 && pieces.iter().all(|piece| piece.value.len() <= VALUE_BYTES_MAX));
        let mut read = Vec::new();
        let mut before = FIRST;
        for piece in &pieces {
            let run = decode(&key(piece.first), &piece.value, Some(&before)).expect("it is whole");
            read.extend(run.events().expect("events"));
            before = run.after;
        }
        assert_eq!((read, before), (written, checksum));
    }

    #[test]
    fn an_event_that_is_too_large_is_refused() {
        let mut written = events(1..=1);
        written[0].by = moi_domain::Actor::Kiosk("x".repeat(VALUE_BYTES_MAX));
        let error = encode(&written, FIRST).expect_err("too large");
        assert!(error.to_string().starts_with("event 1 has 6"), "{error}");
    }

    #[test]
    fn damage_is_noticed_and_says_where() {
        let (pieces, _) = encode(&events(5..=6), FIRST).expect("they are small");
        let good = &pieces[0].value;
        let with = |place: usize, byte: u8| {
            let mut value = good.clone();
            value[place] = byte;
            value
        };
        for (key, value, reason) in [
            (key(EventNumber(5)), good[..10].to_vec(), "has 10 bytes only"),
            (key(EventNumber(5)), with(0, 9), "has version 9"),
            (key(EventNumber(5)), good[..good.len() - 1].to_vec(), "EOF while parsing"),
            (key(EventNumber(5)), with(PAYLOAD_AT, b'x'), "expected value"),
            (key(EventNumber(4)), good.clone(), "not numbered in a row"),
        ] {
            let read = decode(&key, &value, None).and_then(|run| run.events());
            let error = read.expect_err(reason).to_string();
            assert!(error.contains(reason) && error.contains("damaged at event "), "{error}");
        }
        let key = key(EventNumber(5));
        for (place, byte) in good.iter().enumerate().skip(1) {
            assert!(decode(&key, &with(place, byte ^ 1), Some(&FIRST)).is_err(), "a flipped bit at {place}");
        }
        assert!(first_number(b"short").is_err());
        let far = first_number(&u64::MAX.to_be_bytes()).expect_err("what follows would have no number");
        assert!(far.to_string().contains("no journal has so many events"), "{far}");
    }
}
