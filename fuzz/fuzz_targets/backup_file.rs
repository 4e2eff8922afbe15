//! A backup that somebody brings: read to its end or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| moi_journal::fuzzing::read_backup(bytes));
