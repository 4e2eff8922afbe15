//! What the set-up calls a picture by.

use std::fmt;
use std::str::FromStr;

use crate::read::Node;

/// Bytes of a picture's name.
const BYTES: usize = 16;

/// A picture's name: the beginning of its bytes' digest, written as 32 digits from 0 to 9 and a to f. Nothing else can
/// be one, so that a file's name made of it stays in its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PictureId([u8; BYTES]);

/// A text is no picture's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a picture's name has 32 digits from 0 to 9 and a to f")]
pub struct NoPictureId;

impl PictureId {
    /// Of a digest's first bytes.
    #[must_use]
    pub fn new(digest: [u8; BYTES]) -> Self {
        Self(digest)
    }

    /// The digest's first bytes.
    #[must_use]
    pub fn digest(self) -> [u8; BYTES] {
        self.0
    }

    pub(super) fn read(node: &Node<'_>) -> Option<Self> {
        let found = node.string().and_then(|text| text.parse().ok());
        if found.is_none() {
            node.refuse("the name of a picture that was taken in: 32 digits from 0 to 9 and a to f");
        }
        found
    }
}

impl FromStr for PictureId {
    type Err = NoPictureId;

    fn from_str(text: &str) -> Result<Self, NoPictureId> {
        // Capitals would be a second name of the same picture.
        let digits = text.bytes().map(|digit| match digit {
            b'0'..=b'9' => Some(digit - b'0'),
            b'a'..=b'f' => Some(digit - b'a' + 10),
            _ => None,
        });
        let digits: Vec<u8> = digits.collect::<Option<_>>().ok_or(NoPictureId)?;
        let (pairs, []) = digits.as_chunks::<2>() else { return Err(NoPictureId) };
        let bytes: Vec<u8> = pairs.iter().map(|[high, low]| high << 4 | low).collect();
        bytes.try_into().map(Self).map_err(|_| NoPictureId)
    }
}

impl fmt::Display for PictureId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_called_by_32_digits_and_by_nothing_else() {
        let name = "00112233445566778899aabbccddeeff";
        let id: PictureId = name.parse().expect("a name");
        assert_eq!((id.to_string().as_str(), id.digest()[15]), (name, 0xff));
        for wrong in [
            "",
            "0",
            "00112233445566778899aabbccddeef",
            "00112233445566778899aabbccddeeff0",
            "00112233445566778899aabbccddeeff00",
            "00112233445566778899AABBCCDDEEFF",
            "../../../../../../../etc/passwd0",
            "0011223344556677/899aabbccddeeff",
            "00112233445566778899aabbccddee.g",
            "0011223344556677\08899aabbccddeef",
            "００112233445566778899aabbccdd",
        ] {
            assert_eq!(wrong.parse::<PictureId>(), Err(NoPictureId), "{wrong:?}");
        }
    }
}
