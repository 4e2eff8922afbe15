//! Ways in for the fuzz targets, in no other build: what meets bytes of a printer.

use crate::status::Question;

/// Reads each byte as the answer to each question.
///
/// # Panics
/// When a bug is found.
pub fn read_answers(answers: &[u8]) {
    for answer in answers {
        for question in [Question::Printer, Question::OfflineCause, Question::Paper] {
            let _ = question.read(*answer);
        }
    }
}
