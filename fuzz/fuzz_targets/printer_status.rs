//! What a printer answers: any bytes to any question, unasked, late or never. Each conversation ends in its time.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|script: &[u8]| moi_printer::fuzzing::converse(script));
