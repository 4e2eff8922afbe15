//! How a closed day lies on disk: its events compressed as a whole, behind a head that tells what they are, cut into
//! parts as small as the disk keeps safely.

use std::io::Read;

use moi_domain::{DayRecord, EventNumber};
use serde::{Deserialize, Serialize};

use crate::JournalError;
use crate::batch::VALUE_BYTES_MAX;
use crate::chain::{self, Checksum, hex, sha256_hex};
use crate::run::{self, Run};

/// The first byte of every part.
const VERSION: u8 = 1;

/// Bytes of a key: the number of the day's first event and the number of the part, both big-endian. A batch's key has
/// eight, so that the two are told apart, and both lie in the order of their events.
const KEY_BYTES: usize = 10;

/// Of the day's bytes, each part carries so many.
const PART_BYTES: usize = VALUE_BYTES_MAX - 1;

/// A day of 2,000 events comes to some 25 bytes an event with it; a higher one costs ten times the time for a tenth.
const COMPRESSION_QUALITY: i32 = 9;

/// What stands before the compressed events, as a line of JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SealedDay {
    /// Number of the day's first event.
    pub(crate) first: EventNumber,
    /// Number of its last.
    pub(crate) last: EventNumber,
    /// Its figures.
    record: DayRecord,
    /// SHA-256 of its events as JSON lines, in hexadecimal: the same bytes that an export writes.
    digest: String,
    /// The checksum that the day is chained to, in hexadecimal.
    before: String,
    /// The checksum that the next day is chained to.
    after: String,
    /// Whether `after` is what the events' own chain comes to. Not where release 0.1 wrote a part of the day.
    chained: bool,
    /// Bytes of the events, plain and compressed.
    plain: usize,
    compressed: usize,
}

/// A part, ready to write.
pub(crate) struct Part {
    pub(crate) key: [u8; KEY_BYTES],
    pub(crate) value: Vec<u8>,
}

/// Puts a day's run of events into parts.
pub(crate) fn seal(day: &Run, before: &Checksum) -> Result<Vec<Part>, JournalError> {
    let failure = |reason: String| JournalError::Damaged { at: day.first, reason };
    let compressed = compress(&day.lines).map_err(|error| failure(error.to_string()))?;
    let head = SealedDay {
        first: day.first,
        last: EventNumber(day.next().0 - 1),
        record: DayRecord::of(&day.events),
        digest: sha256_hex(&day.lines),
        before: hex(before),
        after: hex(&day.after),
        chained: chain::over_lines(before, &day.lines) == day.after,
        plain: day.lines.len(),
        compressed: compressed.len(),
    };
    let mut bytes = serde_json::to_vec(&head).map_err(|error| failure(error.to_string()))?;
    bytes.push(b'\n');
    bytes.extend_from_slice(&compressed);
    let parts = bytes.chunks(PART_BYTES).enumerate().map(|(number, part)| {
        let number = u16::try_from(number).map_err(|_| failure("a day of more than 400 MB".into()))?;
        Ok(Part { key: key(day.first, number), value: [&[VERSION], part].concat() })
    });
    parts.collect()
}

/// The key of a day's part.
pub(crate) fn key(first: EventNumber, part: u16) -> [u8; KEY_BYTES] {
    let mut key = [0; KEY_BYTES];
    key[..8].copy_from_slice(&first.0.to_be_bytes());
    key[8..].copy_from_slice(&part.to_be_bytes());
    key
}

/// The first event's number and the part's, when this is a part's key.
pub(crate) fn read_key(key: &[u8]) -> Option<(EventNumber, u16)> {
    let key: [u8; KEY_BYTES] = key.try_into().ok()?;
    let (first, part) = key.split_at(8);
    Some((EventNumber(u64::from_be_bytes(first.try_into().ok()?)), u16::from_be_bytes(part.try_into().ok()?)))
}

/// Collects a day from its parts, which come in their order.
pub(crate) struct Collected {
    first: EventNumber,
    head: SealedDay,
    head_bytes: usize,
    bytes: Vec<u8>,
}

impl Collected {
    /// Begins with the first part.
    pub(crate) fn begin(first: EventNumber, value: &[u8]) -> Result<Self, JournalError> {
        let bytes = content(first, value)?.to_vec();
        let damaged = |reason: &str| JournalError::Damaged { at: first, reason: reason.into() };
        let end = bytes.iter().position(|byte| *byte == b'\n').ok_or_else(|| damaged("the day has no head"))?;
        let head: SealedDay = serde_json::from_slice(&bytes[..end])
            .map_err(|error| damaged(&format!("the day's head can't be read: {error}")))?;
        if head.first != first || head.last < first {
            return Err(damaged("the day's head is another day's"));
        }
        Ok(Self { first, head, head_bytes: end + 1, bytes })
    }

    pub(crate) fn head(&self) -> &SealedDay {
        &self.head
    }

    /// The checksum that the next day is chained to.
    pub(crate) fn after(&self) -> Result<Checksum, JournalError> {
        chain::from_hex(&self.head.after).ok_or_else(|| self.damaged("the day's head has no checksum"))
    }

    /// Parts of the day in all.
    pub(crate) fn parts(&self) -> Result<u16, JournalError> {
        let parts = (self.head_bytes + self.head.compressed).div_ceil(PART_BYTES);
        u16::try_from(parts).map_err(|_| self.damaged("the day's head tells of more parts than a day has"))
    }

    pub(crate) fn add(&mut self, value: &[u8]) -> Result<(), JournalError> {
        self.bytes.extend_from_slice(content(self.first, value)?);
        Ok(())
    }

    /// The day's events, when all parts are there and as they were written.
    pub(crate) fn open(&self, before: Option<&Checksum>) -> Result<Run, JournalError> {
        let compressed = &self.bytes[self.head_bytes..];
        if compressed.len() != self.head.compressed {
            return Err(self.damaged("a part of the day is missing"));
        }
        let lines = expand(compressed, self.head.plain).map_err(|error| self.damaged(&error.to_string()))?;
        let own_before = chain::from_hex(&self.head.before).ok_or_else(|| self.damaged("the head has no checksum"))?;
        let after = self.after()?;
        if sha256_hex(&lines) != self.head.digest
            || before.is_some_and(|before| *before != own_before)
            || (self.head.chained && chain::over_lines(&own_before, &lines) != after)
        {
            return Err(self.damaged("the checksum does not match what was written"));
        }
        let events = run::parse(&lines).map_err(|error| self.damaged(&error.to_string()))?;
        let run = Run::new(self.first, events, lines, after)?;
        if run.next() != self.head.last.next() {
            return Err(self.damaged("the day has more or fewer events than its head says"));
        }
        Ok(run)
    }

    fn damaged(&self, reason: &str) -> JournalError {
        JournalError::Damaged { at: self.first, reason: reason.into() }
    }
}

fn content(first: EventNumber, value: &[u8]) -> Result<&[u8], JournalError> {
    let damaged = |reason: String| JournalError::Damaged { at: first, reason };
    match value.split_first() {
        Some((&VERSION, content)) => Ok(content),
        Some((version, _)) => {
            Err(damaged(format!("the sealed day has version {version}, this release reads {VERSION}")))
        }
        None => Err(damaged("a part of the sealed day is empty".into())),
    }
}

fn compress(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: COMPRESSION_QUALITY, size_hint: plain.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &plain[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

fn expand(compressed: &[u8], plain: usize) -> std::io::Result<Vec<u8>> {
    let mut lines = Vec::with_capacity(plain);
    // One byte more shows a day that is longer than it says.
    brotli::Decompressor::new(compressed, 4096).take(plain as u64 + 1).read_to_end(&mut lines)?;
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch;
    use crate::samples::day;

    fn collect(parts: &[Part]) -> Result<Collected, JournalError> {
        let mut parts = parts.iter();
        let part = parts.next().expect("a part");
        let (first, _) = read_key(&part.key).expect("a part's key");
        let mut collected = Collected::begin(first, &part.value)?;
        parts.try_for_each(|part| collected.add(&part.value))?;
        Ok(collected)
    }

    #[test]
    fn a_day_reads_as_it_was_sealed() {
        let day = day(11, 3_010, &chain::FIRST);
        let parts = seal(&day, &chain::FIRST).expect("it is sealed");
        assert!(parts.iter().all(|part| part.value.len() <= VALUE_BYTES_MAX));
        assert!(parts.is_sorted_by_key(|part| part.key) && parts[0].key[..] > batch::key(EventNumber(11))[..]);
        let collected = collect(&parts).expect("whole");
        let head = collected.head();
        assert_eq!((head.first, head.last), (EventNumber(11), EventNumber(3_010)));
        assert_eq!(usize::from(collected.parts().expect("some")), parts.len());
        let read = collected.open(Some(&chain::FIRST)).expect("it is whole");
        assert_eq!((read.events, read.lines, read.after), (day.events, day.lines, day.after));
    }

    #[test]
    fn damage_to_a_sealed_day_is_noticed() {
        let parts = seal(&day(1, 6_000, &chain::FIRST), &chain::FIRST).expect("it is sealed");
        assert!(parts.len() > 1, "{} parts", parts.len());
        let whole = collect(&parts).expect("whole");
        assert!(whole.open(Some(&[1; 16])).is_err(), "another chain's");
        let missing = collect(&parts[..parts.len() - 1]).expect("the head is there").open(None);
        assert!(missing.expect_err("cut").to_string().contains("a part of the day is missing"));
        for (part, place) in [(0, 0), (0, 30), (0, 5_000), (1, 1), (1, 100)] {
            let mut parts = seal(&day(1, 6_000, &chain::FIRST), &chain::FIRST).expect("it is sealed");
            parts[part].value[place] ^= 1;
            let opened = collect(&parts).and_then(|day| day.open(Some(&chain::FIRST)));
            assert!(opened.is_err(), "a flipped bit in part {part} at {place}");
        }
    }
}
