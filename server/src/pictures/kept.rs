//! How a picture lies on disk: a line of JSON that tells what it is, then the picture as it is shown.

use jiff::Timestamp;
use moi_config::PictureId;
use serde::{Deserialize, Serialize};

use super::making::Made;
use crate::digest::sha256_hex;

/// The form of the first line. A later release reads every earlier one.
const FORMAT: u32 = 1;

/// Bytes of the first line: it has some 110.
pub(super) const HEAD_BYTES_MAX: usize = 512;

/// A picture's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A drawing, or one with transparent parts.
    Png,
    /// A photo.
    Jpeg,
}

impl Kind {
    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// What is known of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Its form.
    pub kind: Kind,
    /// Points from left to right.
    pub width: u32,
    /// Points from top to bottom.
    pub height: u32,
    /// Bytes that it is sent as.
    pub bytes: u64,
    /// When it was taken in.
    pub at: Timestamp,
}

/// The first line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    format: u32,
    kind: Kind,
    width: u32,
    height: u32,
    bytes: u64,
    at: Timestamp,
}

/// What a picture is called: by the bytes that are shown, so that the same one comes to the same name.
pub(super) fn name_of(shown: &[u8]) -> PictureId {
    sha256_hex(shown, 16).parse().expect("16 bytes in hexadecimal are a picture's name")
}

/// The file of a picture, and what is known of it.
pub(super) fn file_of(made: &Made, at: Timestamp) -> (Facts, Vec<u8>) {
    let Made { kind, width, height, bytes } = made;
    let facts = Facts { kind: *kind, width: *width, height: *height, bytes: bytes.len() as u64, at };
    let Facts { kind, width, height, bytes: length, at } = facts;
    let head = Head { format: FORMAT, kind, width, height, bytes: length, at };
    let mut file = serde_json::to_vec(&head).expect("a head of plain numbers and words is JSON");
    file.push(b'\n');
    file.extend_from_slice(bytes);
    (facts, file)
}

/// What a file's first line tells, and how long it is; none of a file that is none of ours.
pub(super) fn head_of(file: &[u8]) -> Option<(Facts, usize)> {
    let end = file.iter().take(HEAD_BYTES_MAX).position(|byte| *byte == b'\n')?;
    let Head { format, kind, width, height, bytes, at } = serde_json::from_slice(&file[..end]).ok()?;
    (format == FORMAT).then_some((Facts { kind, width, height, bytes, at }, end + 1))
}

/// A whole picture out of its file; none when it is not as it was written.
pub(super) fn whole_of(name: PictureId, mut file: Vec<u8>) -> Option<(Facts, Vec<u8>)> {
    let (facts, head_bytes) = head_of(&file)?;
    let shown = file.split_off(head_bytes);
    (name_of(&shown) == name).then_some((facts, shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_of_which_any_byte_changed_is_not_shown() {
        let made = Made { kind: Kind::Png, width: 2, height: 1, bytes: b"a picture\nwith lines".to_vec() };
        let (facts, file) = file_of(&made, Timestamp::UNIX_EPOCH);
        let name = name_of(&made.bytes);
        assert_eq!(whole_of(name, file.clone()), Some((facts, made.bytes.clone())));
        let head_bytes = file.len() - made.bytes.len();
        for at in head_bytes..file.len() {
            let mut damaged = file.clone();
            damaged[at] ^= 1;
            assert_eq!(whole_of(name, damaged), None, "byte {at}");
        }
        for length in 0..file.len() {
            assert_eq!(whole_of(name, file[..length].to_vec()), None, "{length} bytes");
        }
    }
}
