//! The chain of checksums: each event's checksum covers the one before, so that nothing can be changed, dropped or put
//! in between without all that follows telling.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// An event's checksum: SHA-256 over the checksum before and the event's JSON, the first 16 bytes.
pub(crate) type Checksum = [u8; 16];

/// What the first event is chained to.
pub(crate) const FIRST: Checksum = [0; 16];

/// The checksum of what comes after `before`.
pub(crate) fn next(before: &Checksum, bytes: &[u8]) -> Checksum {
    let digest = Sha256::new().chain_update(before).chain_update(bytes).finalize();
    let mut checksum = FIRST;
    checksum.copy_from_slice(&digest[..size_of::<Checksum>()]);
    checksum
}

/// The checksum of the last of these lines, one event each.
pub(crate) fn over_lines(before: &Checksum, lines: &[u8]) -> Checksum {
    lines.split(|byte| *byte == b'\n').fold(*before, |before, line| next(&before, line))
}

/// All of a text's digest in hexadecimal, as everybody writes it.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

/// A checksum in hexadecimal.
pub(crate) fn hex(checksum: &Checksum) -> String {
    HEXLOWER.encode(checksum)
}

/// Reads what [`hex`] wrote.
pub(crate) fn from_hex(text: &str) -> Option<Checksum> {
    HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checksum_is_written_and_read() {
        let checksum = next(&FIRST, b"an event");
        assert_eq!(from_hex(&hex(&checksum)), Some(checksum));
        assert_eq!((from_hex("00"), from_hex(&"zz".repeat(16))), (None, None));
        // FIPS 180-2, appendix B.1.
        assert_eq!(sha256_hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn the_chain_tells_every_event_of_every_other_order() {
        let one = over_lines(&FIRST, b"a\nb\nc");
        for other in ["a\nc\nb", "a\nb", "a\nb\nd", "a\nb\nc\nd", "ab\nc"] {
            assert_ne!(over_lines(&FIRST, other.as_bytes()), one, "{other:?}");
        }
        assert_eq!(over_lines(&over_lines(&FIRST, b"a\nb"), b"c"), one, "however it is cut into batches");
    }
}
