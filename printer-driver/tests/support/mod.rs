//! What the tests of this crate share. Each test crate uses a part of it.
#![expect(dead_code, reason = "each test crate uses a part of it")]

pub mod decoder;
pub mod printer;
pub mod slips;

use moi_printer::Raster;

/// Counts the black dots of a picture.
pub fn black_dots(picture: &Raster) -> usize {
    picture.rows().iter().map(|byte| usize::try_from(byte.count_ones()).unwrap()).sum()
}

/// Reads the QR codes in a picture.
pub fn codes(picture: &Raster) -> Vec<String> {
    let (width, height) = (usize::from(picture.width()), usize::from(picture.height()));
    let grey = |x: usize, y: usize| {
        let black = picture.is_black(i32::try_from(x).unwrap(), i32::try_from(y).unwrap());
        if black { 0 } else { 255 }
    };
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    prepared.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect()
}
