//! How a closed day lies on disk: a line of JSON that tells what it is, then its events, compressed as a whole.

use std::io::Read;

use moi_domain::{DayRecord, EventNumber};
use serde::{Deserialize, Serialize};

use crate::JournalError;
use crate::chain::{self, Checksum, hex, sha256_hex};
use crate::run::{self, Run};

/// A day of 1,500 events comes to 29 bytes an event with it, in 10 ms and 2 MiB of memory. The highest takes forty
/// times the time for an eighth less; from 9 on the tables alone take 32 MiB.
const COMPRESSION_QUALITY: i32 = 6;
/// As a power of two: 256 KiB, most of a day of 350 KiB, and little to keep in memory.
const COMPRESSION_WINDOW: i32 = 18;

/// Bytes of a day's events at most: 4 GiB would be ten million of them. What tells of more is damaged, and must not get
/// the memory that it asks for.
const PLAIN_MAX: usize = 4 * 1024 * 1024 * 1024;
/// A day is some ten times smaller compressed; more memory than this many times comes only as it is needed.
const EXPANSION: usize = 16;

/// What stands before the compressed events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    /// Number of the day's first event.
    first: EventNumber,
    /// Number of its last.
    last: EventNumber,
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
    /// SHA-256 of this head without this field, in hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seal: Option<String>,
}

impl Head {
    /// Its bytes without the seal, which is over them.
    fn unsealed(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(&Self { seal: None, ..self.clone() })
    }
}

/// The bytes of a day whose events are this run.
pub(crate) fn seal(day: &Run, before: &Checksum) -> Result<Vec<u8>, JournalError> {
    let failure = |reason: String| JournalError::Damaged { at: day.first, reason };
    let compressed = compress(&day.lines).map_err(|error| failure(error.to_string()))?;
    let head = Head {
        first: day.first,
        last: EventNumber(day.next().0 - 1),
        record: DayRecord::of(&day.events()?),
        digest: sha256_hex(&day.lines),
        before: hex(before),
        after: hex(&day.after),
        chained: chain::over_lines(before, &day.lines) == day.after,
        plain: day.lines.len(),
        compressed: compressed.len(),
        seal: None,
    };
    let own = head.unsealed().map_err(|error| failure(error.to_string()))?;
    let head = Head { seal: Some(sha256_hex(&own)), ..head };
    let head = serde_json::to_vec(&head).map_err(|error| failure(error.to_string()))?;
    Ok([&head[..], b"\n", &compressed].concat())
}

/// A day as read from disk. Its head is known; its events are not looked at before [`Self::open`].
#[derive(Debug)]
pub(crate) struct SealedDay {
    head: Head,
    after: Checksum,
    bytes: Vec<u8>,
    head_bytes: usize,
}

impl SealedDay {
    /// Reads the head of the day that begins with this event.
    pub(crate) fn parse(first: EventNumber, bytes: Vec<u8>) -> Result<Self, JournalError> {
        let damaged = |reason: &str| JournalError::Damaged { at: first, reason: reason.into() };
        let end = bytes.iter().position(|byte| *byte == b'\n').ok_or_else(|| damaged("the day has no head"))?;
        let head: Head = serde_json::from_slice(&bytes[..end])
            .map_err(|error| damaged(&format!("the day's head can't be read: {error}")))?;
        if head.first != first || head.last < first {
            return Err(damaged("the day's head is another day's"));
        }
        // An event has many bytes, so that this bounds both.
        if head.plain > PLAIN_MAX || head.last.0 - first.0 > PLAIN_MAX as u64 || head.last > run::NUMBER_MAX {
            return Err(damaged("the day's head tells of more than a day can hold"));
        }
        if let Some(seal) = &head.seal {
            let own = head.unsealed().map_err(|error| damaged(&error.to_string()))?;
            if sha256_hex(&own) != *seal {
                return Err(damaged("the day's head is not as it was written"));
            }
        }
        let after = chain::from_hex(&head.after).ok_or_else(|| damaged("the day's head has no checksum"))?;
        Ok(Self { head, after, bytes, head_bytes: end + 1 })
    }

    /// The number that the next day begins with.
    pub(crate) fn next(&self) -> EventNumber {
        self.head.last.next()
    }

    /// The checksum that the next day is chained to.
    pub(crate) fn after(&self) -> Checksum {
        self.after
    }

    /// The day's figures, as its head tells them.
    pub(crate) fn record(&self) -> &DayRecord {
        &self.head.record
    }

    /// As they lie on disk.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The day's events, when they are as they were written.
    pub(crate) fn open(&self, before: Option<&Checksum>) -> Result<Run, JournalError> {
        let compressed = &self.bytes[self.head_bytes..];
        if compressed.len() != self.head.compressed {
            return Err(self.damaged("a part of the day is missing"));
        }
        let lines = expand(compressed, self.head.plain).map_err(|error| self.damaged(&error.to_string()))?;
        let own_before = chain::from_hex(&self.head.before).ok_or_else(|| self.damaged("the head has no checksum"))?;
        if sha256_hex(&lines) != self.head.digest
            || before.is_some_and(|before| *before != own_before)
            || (self.head.chained && chain::over_lines(&own_before, &lines) != self.after)
        {
            return Err(self.damaged("the checksum does not match what was written"));
        }
        let run = Run { first: self.head.first, lines, after: self.after };
        if run.next() != self.next() {
            return Err(self.damaged("the day has more or fewer events than its head says"));
        }
        Ok(run)
    }

    fn damaged(&self, reason: &str) -> JournalError {
        JournalError::Damaged { at: self.head.first, reason: reason.into() }
    }
}

/// A day with this head over these lines, all its checksums right: no fuzzer guesses one. None when the head is none.
#[cfg(fuzzing)]
pub(crate) fn made_to_fit(head: &[u8], lines: &[u8]) -> Option<(EventNumber, Vec<u8>)> {
    let mut head: Head = serde_json::from_slice(head).ok()?;
    let compressed = compress(lines).ok()?;
    head.digest = sha256_hex(lines);
    (head.plain, head.compressed) = (lines.len(), compressed.len());
    if let Some(before) = chain::from_hex(&head.before) {
        head.after = hex(&chain::over_lines(&before, lines));
    }
    head.seal = head.unsealed().ok().map(|own| sha256_hex(&own));
    Some((head.first, [&serde_json::to_vec(&head).ok()?, &b"\n"[..], &compressed].concat()))
}

fn compress(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: COMPRESSION_QUALITY,
        lgwin: COMPRESSION_WINDOW,
        size_hint: plain.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &plain[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

fn expand(compressed: &[u8], plain: usize) -> std::io::Result<Vec<u8>> {
    let mut lines = Vec::with_capacity(plain.min(compressed.len().saturating_mul(EXPANSION)));
    // One byte more shows a day that is longer than it says.
    brotli::Decompressor::new(compressed, 4096).take(plain as u64 + 1).read_to_end(&mut lines)?;
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::day;

    #[test]
    fn a_day_reads_as_it_was_sealed() {
        let day = day(11, 3_010, &chain::FIRST);
        let bytes = seal(&day, &chain::FIRST).expect("it is sealed");
        let sealed = SealedDay::parse(EventNumber(11), bytes).expect("it has a head");
        assert_eq!((sealed.next(), sealed.after()), (EventNumber(3_011), day.after));
        let read = sealed.open(Some(&chain::FIRST)).expect("it is whole");
        assert_eq!(
            (read.events().expect("they are events"), read.lines, read.after),
            (day.events().expect("so are these"), day.lines, day.after)
        );
    }

    #[test]
    fn damage_to_a_sealed_day_is_noticed() {
        let bytes = seal(&day(1, 6_000, &chain::FIRST), &chain::FIRST).expect("it is sealed");
        let opened = |bytes: &[u8], before| SealedDay::parse(EventNumber(1), bytes.to_vec())?.open(Some(before));
        opened(&bytes, &chain::FIRST).expect("it is whole");
        opened(&bytes, &[1; 16]).expect_err("another chain's");
        let cut = opened(&bytes[..bytes.len() - 1], &chain::FIRST).expect_err("cut").to_string();
        assert!(cut.contains("a part of the day is missing"), "{cut}");
        SealedDay::parse(EventNumber(2), bytes.clone()).expect_err("another day's");
    }

    #[test]
    fn each_changed_byte_of_a_sealed_day_is_noticed_or_changes_nothing_that_is_read() {
        let day = day(1, 60, &chain::FIRST);
        let bytes = seal(&day, &chain::FIRST).expect("it is sealed");
        let mut harmless = 0;
        for place in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[place] ^= 1;
            let opened = SealedDay::parse(EventNumber(1), changed).and_then(|day| day.open(Some(&chain::FIRST)));
            if let Ok(run) = opened {
                assert_eq!((run.lines, run.after), (day.lines.clone(), day.after), "byte {place}");
                harmless += 1;
            }
        }
        // What brotli says of its window, and the bits that fill its last byte.
        assert!(harmless <= 2, "{harmless} bytes");
    }

    /// A head of a release without a seal, in which a number was hit.
    #[test]
    fn a_head_that_tells_of_too_much_is_damaged_and_gets_no_memory() {
        let bytes = seal(&day(1, 60, &chain::FIRST), &chain::FIRST).expect("it is sealed");
        let end = bytes.iter().position(|byte| *byte == b'\n').expect("a head");
        let own: Head = serde_json::from_slice(&bytes[..end]).expect("a head");
        let huge = [
            Head { plain: usize::MAX, seal: None, ..own.clone() },
            Head { plain: 99_999_999_999_999, seal: None, ..own.clone() },
            Head { last: EventNumber(u64::MAX), seal: None, ..own.clone() },
        ];
        for head in huge {
            let changed = [&serde_json::to_vec(&head).expect("JSON"), &bytes[end..]].concat();
            SealedDay::parse(EventNumber(1), changed).map(drop).expect_err("too much");
        }
        let far = EventNumber(u64::MAX);
        let head = Head { first: far, last: far, seal: None, ..own };
        let changed = [&serde_json::to_vec(&head).expect("JSON"), &bytes[end..]].concat();
        SealedDay::parse(far, changed).map(drop).expect_err("what follows would have no number");
    }
}
