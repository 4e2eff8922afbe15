//! Batches and sealed days as they lie on disk: damage is told, never believed, and costs no memory.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| moi_journal::fuzzing::read_pieces(bytes));
