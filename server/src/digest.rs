//! SHA-256 as text: for what is compared, never for a password.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use sha2::{Digest, Sha256};

/// The first `bytes` bytes of the digest in hexadecimal; 32 is all of it.
#[must_use]
pub fn sha256_hex(data: &[u8], bytes: usize) -> String {
    hex(&Sha256::digest(data), bytes)
}

/// The first `bytes` bytes of the digest in letters, digits, `-` and `_`: four for three bytes.
#[must_use]
pub fn sha256_letters(data: &[u8], bytes: usize) -> String {
    let digest = Sha256::digest(data);
    BASE64URL_NOPAD.encode(&digest[..bytes.min(digest.len())])
}

/// The first `bytes` bytes in hexadecimal.
#[must_use]
pub fn hex(digest: &[u8], bytes: usize) -> String {
    let mut text = HEXLOWER.encode(digest);
    text.truncate(2 * bytes);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_written_as_everybody_writes_it() {
        // FIPS 180-2, appendix B.1.
        let whole = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256_hex(b"abc", 32), whole);
        assert_eq!(sha256_hex(b"abc", 4), "ba7816bf");
        assert_eq!(sha256_letters(b"abc", 6), "ungWv48B");
    }
}
