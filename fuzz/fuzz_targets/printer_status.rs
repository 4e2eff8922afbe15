//! What a printer answers: any byte to any question.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|answers: &[u8]| moi_printer::fuzzing::read_answers(answers));
