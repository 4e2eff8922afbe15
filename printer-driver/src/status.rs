//! What a printer says of itself, asked by `DLE EOT n` and read by the `escpos` crate's parser.

use std::collections::HashMap;

use escpos::utils::{RealTimeStatusRequest, RealTimeStatusResponse as Flag};
use serde::{Deserialize, Serialize};

/// How a printer stands.
///
/// Serialised as its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PrinterState {
    /// It said that it prints and has paper.
    Ready,
    /// It prints; the roll is nearly used up.
    NearEnd,
    /// There is no paper.
    OutOfPaper,
    /// The cover is open.
    CoverOpen,
    /// It can't be reached, or it says that it is switched off-line.
    Offline,
    /// It doesn't answer a question for its state, so nothing is known: neither good nor bad.
    Unknown,
    /// It has another fault: the cutter, the head, or one that it doesn't name.
    Error,
}

impl PrinterState {
    /// Its name in interfaces, the same as when it is serialised.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::NearEnd => "near-end",
            Self::OutOfPaper => "out-of-paper",
            Self::CoverOpen => "cover-open",
            Self::Offline => "offline",
            Self::Unknown => "unknown",
            Self::Error => "error",
        }
    }

    /// Whether a slip that is sent now can be expected to come out. `Unknown` can: most cheap printers never answer.
    #[must_use]
    pub const fn may_print(self) -> bool {
        match self {
            Self::Ready | Self::NearEnd | Self::Unknown => true,
            Self::OutOfPaper | Self::CoverOpen | Self::Offline | Self::Error => false,
        }
    }
}

/// A question for a printer's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Question {
    /// On-line or not.
    Printer,
    /// Why it is off-line.
    OfflineCause,
    /// The paper sensors.
    Paper,
}

impl Question {
    /// The request's bytes. Written by hand: the crate adds a byte that the printer would take for text.
    pub(crate) const fn bytes(self) -> [u8; 3] {
        let number = match self {
            Self::Printer => 1,
            Self::OfflineCause => 2,
            Self::Paper => 4,
        };
        [0x10, 0x04, number]
    }

    /// What an answer says, `Ready` when it tells of no trouble. None when the byte is no answer to a status request.
    pub(crate) fn read(self, answer: u8) -> Option<PrinterState> {
        let request = match self {
            Self::Printer => RealTimeStatusRequest::Printer,
            Self::OfflineCause => RealTimeStatusRequest::OfflineCause,
            Self::Paper => RealTimeStatusRequest::RollPaperSensor,
        };
        let flags = Flag::parse(request, answer).ok()?;
        Some(match self {
            Self::Printer if says(&flags, Flag::Online) => PrinterState::Ready,
            Self::Printer => PrinterState::Offline,
            Self::OfflineCause if !says(&flags, Flag::CoverClosed) => PrinterState::CoverOpen,
            Self::OfflineCause if says(&flags, Flag::PrintingStopsDueToPaperEnd) => PrinterState::OutOfPaper,
            Self::OfflineCause if says(&flags, Flag::ErrorOccurred) => PrinterState::Error,
            Self::Paper if !says(&flags, Flag::RollPaperEndSensorPaperPresent) => PrinterState::OutOfPaper,
            Self::Paper if !says(&flags, Flag::RollPaperNearEndSensorPaperAdequate) => PrinterState::NearEnd,
            Self::OfflineCause | Self::Paper => PrinterState::Ready,
        })
    }
}

fn says(flags: &HashMap<Flag, bool>, flag: Flag) -> bool {
    flags.get(&flag).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All there is: three questions and 256 answers. Only what looks like an answer is one (ESC/POS: bits 0 and 7 are
    /// 0, bits 1 and 4 are 1).
    #[test]
    fn every_byte_to_every_question_is_a_state_or_no_answer() {
        for question in [Question::Printer, Question::OfflineCause, Question::Paper] {
            for answer in 0..=u8::MAX {
                let is_answer = answer & 0b1001_0011 == 0b0001_0010;
                assert_eq!(question.read(answer).is_some(), is_answer, "{question:?} {answer:#010b}");
            }
        }
    }
}
