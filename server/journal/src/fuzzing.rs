//! Ways in for the fuzz targets, in no other build: what meets bytes of a disk, or of a file that somebody brings.

use moi_domain::EventNumber;

use crate::sealed::SealedDay;
use crate::{backup, batch};

/// Reads the bytes as a batch and as a sealed day.
///
/// # Panics
/// When a bug is found.
pub fn read_pieces(bytes: &[u8]) {
    if let Ok(run) = batch::decode(&1_u64.to_be_bytes(), bytes, None) {
        let _ = run.events();
    }
    if let Ok(day) = SealedDay::parse(EventNumber(1), bytes.to_vec()) {
        let _ = day.open(None).and_then(|run| run.events());
    }
}

/// Reads the bytes as a backup: compressed as they are, and as the lines in one.
///
/// # Panics
/// When a bug is found.
pub fn read_backup(bytes: &[u8]) {
    let _ = backup::read_events(bytes, |_, _| true);
    let mut compressed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 0, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params).expect("memory takes all");
    let _ = backup::read_events(compressed.as_slice(), |_, _| true);
}
