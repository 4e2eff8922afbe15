//! Ways in for the fuzz targets, in no other build: what meets bytes of a disk, or of a file that somebody brings.
//!
//! A fuzzer guesses no checksum. So each piece is read twice: as it is, and with checksums that fit, for what lies
//! behind.

use moi_domain::{Event, EventNumber};

use crate::run::{self, Run};
use crate::sealed::{self, SealedDay};
use crate::{backup, batch, chain};

/// Bytes before the lines of a batch: its version and its checksum.
const BATCH_HEAD: usize = 17;

/// Reads the bytes as a batch and as a sealed day.
///
/// # Panics
/// When a bug is found.
pub fn read_pieces(bytes: &[u8]) {
    for first in [1_u64, 5, u64::MAX] {
        if let Ok(run) = batch::decode(&first.to_be_bytes(), bytes, None) {
            read_run(&run);
        }
    }
    if let Some((head, lines)) = bytes.split_at_checked(BATCH_HEAD) {
        let checksum = chain::over_lines(&chain::FIRST, lines);
        let fitting = [&head[..1], &checksum, lines].concat();
        let read = batch::decode(&1_u64.to_be_bytes(), &fitting, Some(&chain::FIRST));
        assert_eq!(read.is_ok(), head[0] == 2, "the checksum fits: {read:?}");
    }
    read_day(EventNumber(1), bytes);
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let lines = bytes.get(end + 1..).unwrap_or_default();
    if let Some((first, fitting)) = sealed::made_to_fit(&bytes[..end], lines) {
        read_day(first, &fitting);
    }
}

fn read_day(first: EventNumber, bytes: &[u8]) {
    let Ok(day) = SealedDay::parse(first, bytes.to_vec()) else { return };
    let _ = (day.next(), day.after(), day.record());
    if let Ok(run) = day.open(None) {
        read_run(&run);
    }
}

/// Events that were read are written and read again as they were, in a batch and as a closed day.
fn read_run(run: &Run) {
    let _ = (run.next(), run.count());
    let Ok(events) = run.events() else { return };
    let lines = run::write(&events).expect("events are JSON");
    let after = chain::over_lines(&chain::FIRST, &lines);
    let day = Run { first: run.first, lines, after };
    assert_eq!(day.events().expect("what is written is read"), events);
    let bytes = sealed::seal(&day, &chain::FIRST).expect("it is sealed");
    let opened = SealedDay::parse(day.first, bytes).and_then(|day| day.open(Some(&chain::FIRST)));
    assert_eq!(opened.expect("what is sealed is opened").lines, day.lines);
}

/// Reads the bytes as a backup: compressed as they are, and as the lines in one.
///
/// # Panics
/// When a bug is found.
pub fn read_backup(bytes: &[u8]) {
    let read = |number: EventNumber, line: &[u8]| {
        let event: Result<Event, _> = serde_json::from_slice(line);
        event.is_ok_and(|event| event.number == number)
    };
    let _ = backup::read_events(bytes, read);
    let mut compressed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 0, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params).expect("memory takes all");
    let _ = backup::read_events(compressed.as_slice(), read);
}
