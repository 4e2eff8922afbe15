//! A phone number, one form for whichever way people write it.

use std::fmt;

use zeroize::Zeroizing;

/// Vietnam's country code: what a number with a leading 0 belongs to.
const HOME: &str = "84";

/// Digits of an international number with its country code (ITU-T E.164); below eight there are none to be reached from
/// abroad.
const DIGITS: std::ops::RangeInclusive<usize> = 8..=15;

/// Characters that somebody may type: fifteen digits, a sign between any two, and some around them.
const TYPED_MAX: usize = 40;

/// A phone number as E.164 writes it: + and at most fifteen digits. Shows itself to nobody by accident: it has no
/// `Display`, its `Debug` is without digits, and its memory is wiped.
#[derive(Clone, PartialEq, Eq)]
pub struct PhoneNumber(Zeroizing<String>);

impl PhoneNumber {
    /// Bytes of the longest one.
    pub(super) const BYTES_MAX: usize = 1 + *DIGITS.end();

    /// Reads what was typed: "0912 345 678", "+84 (0)912.345.678" and "0084912345678" are one number. A Vietnamese one
    /// must be a mobile or a landline number; of others only the length is known. None when it is no number to call.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        if typed.chars().count() > TYPED_MAX {
            return None;
        }
        let typed = Zeroizing::new(typed.chars().filter(|sign| !is_between(*sign)).collect::<String>());
        let digits = if let Some(international) = typed.strip_prefix('+').or_else(|| typed.strip_prefix("00")) {
            Zeroizing::new(international.to_owned())
        } else if let Some(national) = typed.strip_prefix('0') {
            Zeroizing::new(format!("{HOME}{national}"))
        } else if typed.starts_with(HOME) {
            typed
        } else {
            return None;
        };
        let digits = match digits.strip_prefix(HOME) {
            Some(national) => Zeroizing::new(format!("{HOME}{}", vietnamese(national)?)),
            None => digits,
        };
        let is_number = DIGITS.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        (is_number && !digits.starts_with('0')).then(|| Self(Zeroizing::new(format!("+{}", digits.as_str()))))
    }

    /// For whoever may read it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PhoneNumber(…)")
    }
}

/// The national number after the country code, without the 0 that many write there too: nine digits of a mobile one
/// (03, 05, 07, 08, 09), ten of a landline (02), by the numbering plan of 2018.
fn vietnamese(national: &str) -> Option<&str> {
    let national = national.strip_prefix('0').unwrap_or(national);
    let is_mobile = national.len() == 9 && national.starts_with(['3', '5', '7', '8', '9']);
    let is_landline = national.len() == 10 && national.starts_with('2');
    (is_mobile || is_landline).then_some(national)
}

/// What people write between digits, and what comes along when a number is pasted: spaces, dots, dashes, brackets,
/// marks of the writing direction.
fn is_between(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(sign, '.' | '-' | '(' | ')' | '/' | '\u{2010}'..='\u{2015}')
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_write_a_number_are_one_number() {
        for typed in [
            "0912345678",
            "0912 345 678",
            "0912.345.678",
            "091-234-5678",
            " (0912) 345 678 ",
            "+84912345678",
            "+84 912 345 678",
            "+84 (0)912 345 678",
            "0084912345678",
            "84912345678",
            "\u{202a}+84 912\u{a0}345\u{a0}678\u{202c}",
        ] {
            assert_eq!(PhoneNumber::parse(typed).as_ref().map(PhoneNumber::as_str), Some("+84912345678"), "{typed}");
        }
        for (typed, number) in [
            ("024 3825 1234", "+842438251234"),
            ("+84 205 3812 345", "+842053812345"),
            ("+86 138 0013 8000", "+8613800138000"),
            ("00856 20 5551 2345", "+8562055512345"),
        ] {
            assert_eq!(PhoneNumber::parse(typed).as_ref().map(PhoneNumber::as_str), Some(number), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_called_is_no_number() {
        for typed in [
            "",
            " ",
            "+",
            "0",
            "113",
            "1900 1234",
            "912345678",
            "0912 345 67",
            "0912 345 6789",
            "0412 345 678",
            "024 3825 123",
            "+84 0 0912345678",
            "+0123456789",
            "+1234567",
            "+1234567890123456",
            "0912 345 678 ext 5",
            "o912345678",
            "０９１２３４５６７８",
            "0912345678; 0987654321",
            "+84+912345678",
            "0912 . . . . . . . . . . . . . . . . 345 678",
        ] {
            assert_eq!(PhoneNumber::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_number_is_never_written_by_accident() {
        let number = PhoneNumber::parse("0912345678");
        assert_eq!(format!("{number:?}"), "Some(PhoneNumber(…))");
        assert_eq!(format!("{number:#?}").matches(|sign: char| sign.is_ascii_digit()).count(), 0);
    }
}
