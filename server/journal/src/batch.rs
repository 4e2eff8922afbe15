//! How events lie on disk: a version byte, a checksum chained to the batch before, and the events as a JSON array.

use moi_domain::{Event, EventNumber};
use sha2::{Digest, Sha256};

use crate::JournalError;

/// The first byte of every batch.
const VERSION: u8 = 1;

/// A batch's checksum: SHA-256 over the checksum before and the payload, the first 16 bytes.
pub(crate) type Checksum = [u8; 16];

/// What the first batch is chained to.
pub(crate) const FIRST: Checksum = [0; 16];

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

/// Puts events into as few pieces as their size allows. Returns the last checksum with them.
pub(crate) fn encode(events: &[Event], mut before: Checksum) -> Result<(Vec<Piece>, Checksum), JournalError> {
    let mut pieces = Vec::new();
    let mut open: Option<Piece> = None;
    for event in events {
        let what = || format!("event {}", event.number);
        let json = serde_json::to_vec(event).map_err(|source| JournalError::Json { what: what(), source })?;
        let bytes_max = VALUE_BYTES_MAX - PAYLOAD_AT - 2;
        if json.len() > bytes_max {
            return Err(JournalError::TooLarge { what: what(), bytes: json.len(), bytes_max });
        }
        if let Some(full) = open.take_if(|piece| piece.value.len() + 1 + json.len() + 1 > VALUE_BYTES_MAX) {
            pieces.push(seal(full, &mut before));
        }
        match &mut open {
            Some(piece) => piece.value.push(b','),
            None => open = Some(Piece { first: event.number, value: begin() }),
        }
        if let Some(piece) = &mut open {
            piece.value.extend_from_slice(&json);
        }
    }
    pieces.extend(open.map(|last| seal(last, &mut before)));
    Ok((pieces, before))
}

fn begin() -> Vec<u8> {
    let mut value = vec![VERSION];
    value.extend_from_slice(&FIRST);
    value.push(b'[');
    value
}

fn seal(mut piece: Piece, before: &mut Checksum) -> Piece {
    piece.value.push(b']');
    *before = chain(before, &piece.value[PAYLOAD_AT..]);
    piece.value[1..PAYLOAD_AT].copy_from_slice(before);
    piece
}

fn chain(before: &Checksum, payload: &[u8]) -> Checksum {
    let digest = Sha256::new().chain_update(before).chain_update(payload).finalize();
    let mut checksum = FIRST;
    checksum.copy_from_slice(&digest[..size_of::<Checksum>()]);
    checksum
}

/// Reads a piece; its checksum is given back for the next one's.
pub(crate) fn decode(key: &[u8], value: &[u8]) -> Result<(Vec<Event>, Checksum), JournalError> {
    let first = first_number(key)?;
    let damaged = |reason: String| JournalError::Damaged { at: first, reason };
    if value.len() < PAYLOAD_AT {
        return Err(damaged(format!("the batch has {} bytes only", value.len())));
    }
    if value[0] != VERSION {
        return Err(damaged(format!("the batch has version {}, this release reads {VERSION}", value[0])));
    }
    let mut checksum = FIRST;
    checksum.copy_from_slice(&value[1..PAYLOAD_AT]);
    let events: Vec<Event> =
        serde_json::from_slice(&value[PAYLOAD_AT..]).map_err(|error| damaged(error.to_string()))?;
    let numbers = events.iter().map(|event| event.number.0);
    if events.is_empty() || !numbers.eq((first.0..).take(events.len())) {
        return Err(damaged("the events of the batch are not numbered from its key on".into()));
    }
    Ok((events, checksum))
}

/// Whether a piece is as it was written, after the piece with the checksum `before`.
pub(crate) fn is_chained(before: &Checksum, value: &[u8]) -> bool {
    value.len() >= PAYLOAD_AT && value[1..PAYLOAD_AT] == chain(before, &value[PAYLOAD_AT..])
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
    Ok(EventNumber(u64::from_be_bytes(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::events;

    #[test]
    fn a_batch_reads_as_it_was_written() {
        let written = events(1..=3);
        let (pieces, checksum) = encode(&written, FIRST).expect("they are small");
        let [piece] = pieces.as_slice() else { panic!("three events fit one piece: {pieces:?}") };
        assert_eq!(piece.first, EventNumber(1));
        assert!(is_chained(&FIRST, &piece.value) && !is_chained(&checksum, &piece.value));
        assert_eq!(decode(&key(piece.first), &piece.value).expect("it is whole"), (written, checksum));
    }

    #[test]
    fn a_large_batch_is_cut_between_events() {
        let written = events(7..=506);
        let (pieces, checksum) = encode(&written, FIRST).expect("each is small");
        assert!(pieces.len() > 10 && pieces.iter().all(|piece| piece.value.len() <= VALUE_BYTES_MAX));
        let mut read = Vec::new();
        let mut before = FIRST;
        for piece in &pieces {
            assert!(is_chained(&before, &piece.value));
            let (events, next) = decode(&key(piece.first), &piece.value).expect("it is whole");
            read.extend(events);
            before = next;
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
            (key(EventNumber(4)), good.clone(), "not numbered from its key on"),
        ] {
            let error = decode(&key, &value).expect_err(reason).to_string();
            assert!(error.contains(reason) && error.contains("damaged at event "), "{error}");
        }
        for (place, byte) in good.iter().enumerate().skip(1) {
            assert!(!is_chained(&FIRST, &with(place, byte ^ 1)), "a flipped bit at {place}");
        }
        assert!(first_number(b"short").is_err());
    }
}
