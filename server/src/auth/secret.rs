//! Where randomness enters: tokens, session secrets, PINs, keys.

use moi_domain::Token;

use crate::digest::sha256_hex;

/// Letters that survive a URL, a QR code and a reader's eye.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Characters of a ticket's token: 96 bits, which nobody guesses through a network, and short enough for a
/// QR code of 29 modules on the slip.
const TICKET_TOKEN_LENGTH: usize = 16;

/// Characters of a session's or device's secret: 258 bits. The fewest that a PKCE verifier may have (RFC 7636, 4.1).
const SECRET_LENGTH: usize = 43;

/// Digits of a PIN that Moi makes. With five tries in five minutes, a million takes two years; with fifty, from many
/// places, seventy days with a warning in the log every five minutes.
pub(super) const PIN_DIGITS: usize = 6;

/// The token that a slip's QR code carries.
///
/// # Panics
/// When the machine has no randomness, without which nothing here is safe.
#[must_use]
pub fn ticket_token() -> Token {
    Token::new(&letters(TICKET_TOKEN_LENGTH)).expect("sixteen characters of the alphabet are a token")
}

/// A secret for a session, a device or a try to sign in elsewhere.
#[must_use]
pub fn new_secret() -> String {
    letters(SECRET_LENGTH)
}

/// Digits for a person to remember.
pub(super) fn pin() -> String {
    // Rejecting what is above the largest multiple of ten keeps all digits equally likely.
    let mut digits = String::new();
    while digits.len() < PIN_DIGITS {
        digits.extend(random::<32>().iter().filter(|byte| **byte < 250).map(|byte| char::from(b'0' + byte % 10)));
    }
    digits.truncate(PIN_DIGITS);
    digits
}

/// What is kept of a secret. A secret of 256 random bits or more needs no slow hash.
#[must_use]
pub fn fingerprint(secret: &str) -> String {
    sha256_hex(secret.as_bytes(), 32)
}

fn letters(length: usize) -> String {
    let mut text = String::with_capacity(length);
    while text.len() < length {
        text.extend(random::<64>().iter().map(|byte| char::from(ALPHABET[usize::from(byte % 64)])));
    }
    text.truncate(length);
    text
}

/// Random bytes.
///
/// # Panics
/// When the machine has no randomness, without which nothing here is safe.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place where randomness is read")]
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the machine has randomness");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_have_their_length_and_differ() {
        assert_eq!(new_secret().len(), SECRET_LENGTH);
        assert_ne!(new_secret(), new_secret());
        assert_eq!(ticket_token().as_str().len(), TICKET_TOKEN_LENGTH);
        let pin = pin();
        assert!(pin.len() == PIN_DIGITS && pin.bytes().all(|byte| byte.is_ascii_digit()), "{pin}");
    }

    #[test]
    fn only_a_fingerprint_of_a_secret_is_kept() {
        let secret = new_secret();
        assert_eq!(fingerprint(&secret).len(), 64);
        assert!(!fingerprint(&secret).contains(&secret));
    }
}
