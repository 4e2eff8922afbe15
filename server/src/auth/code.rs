//! What Moi makes up for people to read and type: letters and digits that no eye takes for one another, in groups.

use super::secret::random;

/// Without 0 and O, 1, I and L: 31 signs, which are 4.95 bits each.
const SIGNS: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/// Signs of a group.
const GROUP: usize = 4;

/// Signs of a device's code: 31^8 are 850 billion. At most 256 stand at once for ten minutes each, and only an
/// administrator may try one, five times before a rest of five minutes: ten tries within the life of a code find one of
/// them with a chance of 3 in a billion. What a device proves itself with is a secret of 258 bits and never its code.
pub(super) const DEVICE_CODE: usize = 8;

/// Signs of a password, recovery code or spare code that Moi makes: 79 bits, which stay out of reach even of who has
/// the hashes.
pub(super) const LONG: usize = 16;

/// So many signs, all equally likely, without groups.
pub(super) fn signs(length: usize) -> String {
    // Rejecting what is above the largest multiple of 31 keeps all signs equally likely.
    let most = u8::MAX - u8::MAX % 31;
    let mut text = String::with_capacity(length);
    while text.len() < length {
        let fit = random::<32>().into_iter().filter(|byte| *byte < most);
        text.extend(fit.map(|byte| char::from(SIGNS[usize::from(byte % 31)])));
    }
    text.truncate(length);
    text
}

/// In groups of four, as people read it: `K7MP-4TXW`.
pub(super) fn grouped(signs: &str) -> String {
    let signs: Vec<char> = signs.chars().collect();
    signs.chunks(GROUP).map(String::from_iter).collect::<Vec<_>>().join("-")
}

/// A new password, in small letters: no key but the letters and the hyphen is needed to type it.
pub(super) fn password() -> String {
    grouped(&signs(LONG)).to_lowercase()
}

/// What was typed as it was made: capitals, and nothing but letters and digits.
pub(super) fn read(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashSet};

    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = signs(DEVICE_CODE);
        let shown = grouped(&code);
        assert_eq!((shown.len(), &shown[4..5]), (9, "-"));
        for typed in [shown.clone(), shown.to_lowercase(), format!(" {} ", shown.replace('-', " ")), code.clone()] {
            assert_eq!(read(&typed), code);
        }
    }

    #[test]
    fn no_code_has_signs_that_look_alike() {
        for _ in 0..1_000 {
            assert!(!signs(LONG).contains(['0', 'O', '1', 'I', 'L']));
        }
    }

    /// Each of 31 signs comes 5,161 times of 160,000 on average, with a deviation of 71.
    #[test]
    fn all_signs_are_equally_likely_and_no_two_codes_are_one() {
        let codes: Vec<String> = (0..10_000).map(|_| signs(LONG)).collect();
        assert_eq!(codes.iter().collect::<HashSet<_>>().len(), codes.len());
        let mut times = BTreeMap::new();
        for sign in codes.iter().flat_map(|code| code.chars()) {
            *times.entry(sign).or_insert(0_u32) += 1;
        }
        assert_eq!(times.len(), SIGNS.len());
        assert!(times.values().all(|times| (4_600..=5_700).contains(times)), "{times:?}");
    }
}
