//! What stands for what: ids and codes, parsed once at the edge, so that the rules meet only good ones.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};
use thiserror::Error;

/// A text or number that is no id of its kind.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{found:?} is no {kind}: {rule}")]
pub struct InvalidId {
    /// What it should have been.
    pub kind: &'static str,
    /// What is allowed.
    pub rule: &'static str,
    /// What was found; shortened, and hidden where it could be a secret.
    pub found: String,
}

/// Characters of a bad id that an error repeats.
const FOUND_MAX: usize = 40;

/// An id that is a text: checked when made, shared when cloned.
macro_rules! text_id {
    ($(#[$attribute:meta])* $name:ident, $kind:literal, $rule:literal, $is_valid:expr, $shown:expr) => {
        $(#[$attribute])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(try_from = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            #[doc = concat!("Parses a ", $kind, ": ", $rule, ".")]
            ///
            /// # Errors
            /// [`InvalidId`] when the text is none.
            pub fn new(text: &str) -> Result<Self, InvalidId> {
                let is_valid: fn(&str) -> bool = $is_valid;
                let shown: fn(&str) -> String = $shown;
                if is_valid(text) {
                    Ok(Self(text.into()))
                } else {
                    Err(InvalidId { kind: $kind, rule: $rule, found: shown(text) })
                }
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;

            fn try_from(text: String) -> Result<Self, InvalidId> {
                Self::new(&text)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
    };
}

/// An id that may be shown.
macro_rules! display_id {
    ($($name:ident),+) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, formatter)
            }
        }
    )+};
}

text_id!(
    /// A service's code, as on the kiosk's buttons: `A`, `HT2`.
    #[derive(Debug)]
    ServiceCode,
    "service code",
    "1 to 4 of A-Z and 0-9",
    |text| (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()),
    shortened
);

text_id!(
    /// What ticket numbers begin with; services that share one share the sequence.
    #[derive(Debug)]
    Prefix,
    "prefix",
    "1 or 2 letters A-Z",
    |text| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase()),
    shortened
);

text_id!(
    /// A priority class of the set-up, as `elderly`. It is kept and never printed, said or exported.
    #[derive(Debug)]
    PriorityId,
    "priority class",
    "1 to 32 lower-case letters a-z, digits and single hyphens between them",
    is_kebab_case,
    shortened
);

text_id!(
    /// A reason of the set-up for calling somebody out of turn, as `frail`.
    #[derive(Debug)]
    CallReason,
    "reason for a call",
    "1 to 32 lower-case letters a-z, digits and single hyphens between them",
    is_kebab_case,
    shortened
);

text_id!(
    /// A reason of the set-up for a counter's pause, as `lunch`.
    #[derive(Debug)]
    PauseReason,
    "reason for a pause",
    "1 to 32 lower-case letters a-z, digits and single hyphens between them",
    is_kebab_case,
    shortened
);

text_id!(
    /// How a visit came out, of the set-up's list, as `received`.
    #[derive(Debug)]
    OutcomeId,
    "outcome of a visit",
    "1 to 32 lower-case letters a-z, digits and single hyphens between them",
    is_kebab_case,
    shortened
);

text_id!(
    /// A language of the catalogues, as `vi`.
    #[derive(Debug)]
    Language,
    "language",
    "2 or 3 lower-case letters a-z",
    |text| (2..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase()),
    shortened
);

text_id!(
    /// An officer's name, as over the counter.
    #[derive(Debug)]
    OfficerName,
    "officer's name",
    "1 to 64 characters, no space at its ends, no control characters",
    |text| (1..=64).contains(&text.chars().count()) && text.trim() == text && !text.chars().any(char::is_control),
    shortened
);

text_id!(
    /// The secret of a ticket, in the QR code of its slip: whoever has it may see and cancel the ticket.
    Token,
    "ticket token",
    "16 characters of A-Z, a-z, 0-9, - and _",
    |text| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'),
    |_| "(hidden)".to_owned()
);

text_id!(
    /// What a citizen types at the kiosk when they come: short, and of one appointment that is still ahead or of today.
    AppointmentCode,
    "appointment code",
    "6 digits",
    |text| text.len() == AppointmentCode::DIGITS && text.bytes().all(|byte| byte.is_ascii_digit()),
    |_| "(hidden)".to_owned()
);

display_id!(ServiceCode, Prefix, PriorityId, CallReason, OutcomeId, PauseReason, Language, OfficerName);

/// Hidden, so that no log carries a secret by accident.
impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(hidden)")
    }
}

impl AppointmentCode {
    /// Few enough to type, and enough that nobody finds another one's by trying at a kiosk in sight of the staff.
    const DIGITS: usize = 6;

    /// How many there are.
    pub(crate) const COUNT: u32 = 1_000_000;

    /// The code of a number; numbers go round.
    pub(crate) fn of(number: u32) -> Self {
        Self(format!("{:06}", number % Self::COUNT).into())
    }
}

/// As a token.
impl fmt::Debug for AppointmentCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("AppointmentCode(hidden)")
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(FOUND_MAX).collect()
}

fn is_kebab_case(text: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    (1..=32).contains(&text.len()) && text.split('-').all(is_word)
}

/// A ticket for the life of the office: never given twice, rising in the order of taking.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TicketId(pub u64);

impl TicketId {
    /// The id of the ticket that is taken after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}
/// An appointment for the life of the office: never given twice, rising in the order of booking.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AppointmentId(pub u64);

/// An event's place in the journal: from 1, without a gap. 0 stands before the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventNumber(pub u64);

impl EventNumber {
    /// The number after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// One call or recall: the number of its event. A loudspeaker says each once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CallId(pub EventNumber);

/// Minutes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Minutes(pub u32);

/// A counter's number, as painted over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct CounterNumber(u16);

impl CounterNumber {
    /// The number.
    #[must_use]
    pub fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for CounterNumber {
    type Error = InvalidId;

    fn try_from(number: u16) -> Result<Self, InvalidId> {
        if (1..=999).contains(&number) {
            Ok(Self(number))
        } else {
            Err(InvalidId { kind: "counter number", rule: "1 to 999", found: number.to_string() })
        }
    }
}

impl From<CounterNumber> for u16 {
    fn from(number: CounterNumber) -> Self {
        number.0
    }
}

/// How many people or files one ticket stands for: each takes the counter about as long as a ticket of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Cases(u16);

impl Cases {
    /// What most tickets stand for.
    pub const ONE: Self = Self(1);
    /// No ticket stands for more.
    pub const MAX: Self = Self(99);

    /// The number.
    #[must_use]
    pub fn get(self) -> u16 {
        self.0
    }
}

impl Default for Cases {
    fn default() -> Self {
        Self::ONE
    }
}

impl TryFrom<u16> for Cases {
    type Error = InvalidId;

    fn try_from(number: u16) -> Result<Self, InvalidId> {
        if (Self::ONE.0..=Self::MAX.0).contains(&number) {
            Ok(Self(number))
        } else {
            Err(InvalidId { kind: "number of people or files", rule: "1 to 99", found: number.to_string() })
        }
    }
}

impl From<Cases> for u16 {
    fn from(cases: Cases) -> Self {
        cases.0
    }
}

display_id!(TicketId, AppointmentId, EventNumber, CallId, Minutes, CounterNumber, Cases);

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T>(parse: fn(&str) -> Result<T, InvalidId>, good: &[&str], bad: &[&str]) {
        for text in good {
            assert!(parse(text).is_ok(), "{text:?} should be good");
        }
        for text in bad {
            assert!(parse(text).is_err(), "{text:?} should be bad");
        }
    }

    #[test]
    fn only_good_texts_become_ids() {
        check(ServiceCode::new, &["A", "HT2", "0", "ABCD"], &["", "a", "ABCDE", "Đ", "A\n", "A B"]);
        check(Prefix::new, &["A", "AB"], &["", "ABC", "a", "A1", "Đ"]);
        check(PriorityId::new, &["elderly", "over-80", "a"], &["", "-a", "a-", "a--b", "Elderly", "già", "a b"]);
        check(PriorityId::new, &[&"a".repeat(32)], &[&"a".repeat(33)]);
        check(Language::new, &["vi", "tyz"], &["", "v", "VI", "viet", "v1"]);
        check(OfficerName::new, &["Nông Thị Hà", "Hà"], &["", " Hà", "Hà ", "H\u{7}à", &"à".repeat(65)]);
        check(Token::new, &["abcDEF0123-_xyzw"], &["", "abcDEF0123-_xyz", "abcDEF0123-_xyz w", "abcDEF0123-_xyzà"]);
    }

    #[test]
    fn counters_are_numbered_1_to_999() {
        for (number, good) in [(0, false), (1, true), (999, true), (1000, false)] {
            assert_eq!(CounterNumber::try_from(number).is_ok(), good, "{number}");
        }
        assert!(serde_json::from_str::<CounterNumber>("0").is_err());
    }

    #[test]
    fn a_ticket_stands_for_1_to_99_cases() {
        for (number, good) in [(0, false), (1, true), (99, true), (100, false)] {
            assert_eq!(Cases::try_from(number).is_ok(), good, "{number}");
        }
        assert_eq!(Cases::default(), Cases::ONE);
    }

    #[test]
    fn no_log_or_error_shows_a_token() {
        let token = Token::new("abcDEF0123-_xyzw").expect("a token");
        assert!(!format!("{token:?}").contains("abc"));
        let error = Token::new("abcDEF").expect_err("too short");
        assert!(!error.to_string().contains("abcDEF"), "{error}");
    }

    #[test]
    fn an_error_says_what_is_allowed_and_repeats_only_a_little() {
        let error = Prefix::new(&"x".repeat(5_000)).expect_err("too long");
        let said = error.to_string();
        assert!(said.contains("is no prefix: 1 or 2 letters A-Z") && said.len() < 120, "{said}");
    }
}
