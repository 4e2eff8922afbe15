//! The number on a slip: a prefix and an index, at least three digits.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, Serializer};

use crate::ids::{InvalidId, Prefix};

/// A ticket's number, as `A001` or `A1000`. Unique within a business day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct TicketNumber {
    /// Which sequence it belongs to.
    pub prefix: Prefix,
    /// Its place in the day's sequence, from 1.
    pub index: u32,
}

/// Digits that a number has at least.
const DIGITS_MIN: usize = 3;

impl fmt::Display for TicketNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{:0DIGITS_MIN$}", self.prefix, self.index)
    }
}

impl FromStr for TicketNumber {
    type Err = InvalidId;

    /// Accepts only what [`fmt::Display`] writes, so that no number has two spellings.
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let digits_at = text.find(|letter: char| letter.is_ascii_digit()).unwrap_or(text.len());
        let (prefix, digits) = text.split_at(digits_at);
        let number = Prefix::new(prefix).ok().zip(digits.parse().ok()).map(|(prefix, index)| Self { prefix, index });
        number.filter(|number| number.index > 0 && number.to_string() == text).ok_or_else(|| InvalidId {
            kind: "ticket number",
            rule: "1 or 2 letters A-Z, then at least 3 digits, from 001",
            found: text.chars().take(40).collect(),
        })
    }
}

impl TryFrom<String> for TicketNumber {
    type Error = InvalidId;

    fn try_from(text: String) -> Result<Self, InvalidId> {
        text.parse()
    }
}

impl Serialize for TicketNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_three_digits_and_more_when_it_needs_them() {
        for (index, text) in [(1, "A001"), (12, "A012"), (999, "A999"), (1000, "A1000"), (12_345, "A12345")] {
            let number = TicketNumber { prefix: Prefix::new("A").expect("a prefix"), index };
            assert_eq!(number.to_string(), text);
            assert_eq!(text.parse(), Ok(number));
        }
    }

    #[test]
    fn a_number_has_one_spelling() {
        for text in ["", "A", "A1", "A01", "A000", "A0001", "001", "a001", "A 001", "A+001", "ABC001", "A99999999999"] {
            assert!(text.parse::<TicketNumber>().is_err(), "{text:?}");
        }
    }
}
