//! Whether a JPEG file is there to its end: decoders draw what came of one that was cut, and leave the rest grey.

/// Markers (ITU-T T.81, table B.1).
const START_OF_SCAN: u8 = 0xDA;
const END_OF_IMAGE: u8 = 0xD9;

/// Whether the picture's own end comes; what stands behind it doesn't matter. A small picture within, as cameras put
/// there, has an end of its own, which does not count: the parts before the lines of the picture tell their length.
#[must_use]
pub fn is_whole(jpeg: &[u8]) -> bool {
    let Some(mut rest) = jpeg.strip_prefix(&[0xFF, 0xD8]) else { return false };
    while let Some((marker, behind)) = next_marker(rest) {
        if marker == END_OF_IMAGE {
            return true;
        }
        let length = behind.first_chunk().map(|length| usize::from(u16::from_be_bytes(*length)));
        let Some(behind) = length.and_then(|length| behind.get(length..)) else { return false };
        rest = if marker == START_OF_SCAN { behind_lines(behind) } else { behind };
    }
    false
}

/// The next marker, which filling bytes may stand before, and what is behind it.
fn next_marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let (0xFF, rest) = (*bytes.first()?, bytes.get(1..)?) else { return None };
    let filled = rest.iter().take_while(|byte| **byte == 0xFF).count();
    Some((*rest.get(filled)?, &rest[filled + 1..]))
}

/// Behind the coded lines, in which a marker is FF and neither 0, which stands for FF itself, nor a restart.
fn behind_lines(bytes: &[u8]) -> &[u8] {
    let is_marker = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xD0..=0xD7 | 0xFF);
    bytes.windows(2).position(is_marker).map_or(&[], |at| &bytes[at..])
}

#[cfg(test)]
mod tests {
    use image::codecs::jpeg::JpegEncoder;
    use image::{ExtendedColorType, ImageEncoder};

    use super::*;

    fn jpeg() -> Vec<u8> {
        let dots: Vec<u8> = (0..64 * 48 * 3_u32).map(|at| (at * at % 251) as u8).collect();
        let mut jpeg = Vec::new();
        JpegEncoder::new(&mut jpeg).write_image(&dots, 64, 48, ExtendedColorType::Rgb8).expect("drawn");
        jpeg
    }

    #[test]
    fn a_whole_jpeg_is_told_from_every_beginning_of_it() {
        let jpeg = jpeg();
        assert!(is_whole(&jpeg));
        for length in 0..jpeg.len() {
            assert!(!is_whole(&jpeg[..length]), "{length} of {} bytes", jpeg.len());
        }
    }

    #[test]
    fn what_stands_behind_a_picture_or_within_it_is_not_its_end() {
        let (mut longer, jpeg) = (jpeg(), jpeg());
        longer.extend(b"<html>");
        assert!(is_whole(&longer));
        // A camera's small picture, in a part of its own.
        let inner = [b"Exif\0\0".as_slice(), &jpeg].concat();
        let length = u16::try_from(inner.len() + 2).expect("short").to_be_bytes();
        let with_inner = [&[0xFF, 0xD8, 0xFF, 0xE1], &length[..], &inner, &jpeg[2..]].concat();
        assert!(is_whole(&with_inner));
        assert!(!is_whole(&with_inner[..with_inner.len() - 2]));
    }

    #[test]
    fn no_bytes_are_too_strange_to_be_looked_at() {
        let mut random = fastrand::Rng::with_seed(7);
        for _ in 0..5_000 {
            let mut jpeg = jpeg();
            for _ in 0..random.usize(1..8) {
                let at = random.usize(0..jpeg.len());
                jpeg[at] = random.u8(..);
            }
            jpeg.truncate(random.usize(0..=jpeg.len()));
            let _ = is_whole(&jpeg);
        }
    }
}
