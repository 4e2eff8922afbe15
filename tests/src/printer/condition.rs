//! How a printer is, and what it says of itself in real-time status bytes (`DLE EOT n`).

/// How a printer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// Prints, and says so.
    Ready,
    /// Prints, and says that the paper is near its end.
    NearEnd,
    /// Takes bytes and prints nothing, and says so.
    OutOfPaper,
    /// Takes bytes and prints nothing, and says so.
    CoverOpen,
    /// Prints, and answers no question, as many clones do.
    Silent,
    /// Keeps connections and reads nothing.
    Stuck,
    /// Prints, and takes bytes as a serial line does.
    Slow {
        /// So many.
        bytes_per_second: u32,
    },
    /// Hangs up in the middle.
    ClosesAfter {
        /// After so many bytes of a connection.
        bytes: usize,
    },
}

/// The bits that every status byte has: 0xx1xx10.
const PATTERN: u8 = 0b0001_0010;

impl Condition {
    /// Whether a slip comes out.
    #[must_use]
    pub fn prints(self) -> bool {
        match self {
            Self::Ready | Self::NearEnd | Self::Silent | Self::Slow { .. } | Self::ClosesAfter { .. } => true,
            Self::OutOfPaper | Self::CoverOpen | Self::Stuck => false,
        }
    }

    /// The answer to `DLE EOT question`, when there is one.
    #[must_use]
    pub fn answer(self, question: u8) -> Option<u8> {
        let (offline, cause, paper) = match self {
            Self::Ready | Self::Slow { .. } | Self::ClosesAfter { .. } => (0, 0, 0),
            Self::NearEnd => (0, 0, 0b0000_1100),
            Self::OutOfPaper => (0b1000, 0b0010_0000, 0b0110_1100),
            Self::CoverOpen => (0b1000, 0b0000_0100, 0),
            Self::Silent | Self::Stuck => return None,
        };
        match question {
            1 => Some(PATTERN | offline),
            2 => Some(PATTERN | cause),
            3 => Some(PATTERN),
            4 => Some(PATTERN | paper),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_bytes_are_those_of_the_manual() {
        assert_eq!([1, 2, 3, 4].map(|question| Condition::Ready.answer(question)), [Some(0x12); 4]);
        assert_eq!(Condition::NearEnd.answer(4), Some(0x1E));
        assert_eq!(Condition::OutOfPaper.answer(1), Some(0x1A));
        assert_eq!(Condition::OutOfPaper.answer(2), Some(0x32));
        assert_eq!(Condition::OutOfPaper.answer(4), Some(0x7E));
        assert_eq!(Condition::CoverOpen.answer(2), Some(0x16));
        assert_eq!(Condition::Silent.answer(1), None);
    }
}
