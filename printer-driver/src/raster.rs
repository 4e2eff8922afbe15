//! A picture of one bit a dot, as the print head burns it.

use std::io;

/// A picture of black and white dots. Rows are packed, the leftmost dot in the highest bit, 1 is black.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    width: u16,
    height: u16,
    rows: Vec<u8>,
}

impl Raster {
    /// A white picture. `width` in dots is rounded up to whole bytes.
    #[must_use]
    pub fn new(width: u16, height: u16) -> Self {
        let stride = width.div_ceil(8).min(u16::MAX / 8);
        Self { width: stride * 8, height, rows: vec![0; usize::from(stride) * usize::from(height)] }
    }

    /// Width in dots, a multiple of 8.
    #[must_use]
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// Height in dots.
    #[must_use]
    pub const fn height(&self) -> u16 {
        self.height
    }

    /// Bytes in a row.
    #[must_use]
    pub fn stride(&self) -> usize {
        usize::from(self.width / 8)
    }

    /// All rows, one after the other.
    #[must_use]
    pub fn rows(&self) -> &[u8] {
        &self.rows
    }

    /// Whether a dot is black. Outside of the picture everything is white.
    #[must_use]
    pub fn is_black(&self, x: i32, y: i32) -> bool {
        self.place(x, y).is_some_and(|(byte, mask)| self.rows[byte] & mask != 0)
    }

    /// Blackens a dot; one that lies outside is left out.
    pub(crate) fn blacken(&mut self, x: i32, y: i32) {
        if let Some((byte, mask)) = self.place(x, y) {
            self.rows[byte] |= mask;
        }
    }

    /// Blackens a rectangle; what lies outside is left out.
    pub(crate) fn fill(&mut self, x: i32, y: i32, width: i32, height: i32) {
        if width <= 0 {
            return;
        }
        let (first, last) = (x.div_euclid(8), (x + width - 1).div_euclid(8));
        let from_left = 0xFF_u8 >> x.rem_euclid(8);
        let to_right = !(0x7F_u8 >> (x + width - 1).rem_euclid(8));
        for row in y..y + height {
            for column in first..=last {
                let left = if column == first { from_left } else { 0xFF };
                let right = if column == last { to_right } else { 0xFF };
                self.blacken_byte(column, row, left & right);
            }
        }
    }

    /// Lays another picture's black dots over this one, its upper left corner at (x, y); what lies outside is left out.
    pub(crate) fn lay(&mut self, picture: &Self, x: i32, y: i32) {
        let shift = x.rem_euclid(8);
        for (row, bytes) in (y..).zip(picture.rows.chunks_exact(picture.stride().max(1))) {
            // Most bytes of a slip are white.
            for (column, byte) in (x.div_euclid(8)..).zip(bytes).filter(|(_, byte)| **byte != 0) {
                let [left, right] = (u16::from(*byte) << (8 - shift)).to_be_bytes();
                self.blacken_byte(column, row, left);
                self.blacken_byte(column + 1, row, right);
            }
        }
    }

    fn blacken_byte(&mut self, column: i32, row: i32, dots: u8) {
        if dots != 0
            && let Some((byte, _)) = self.place(column * 8, row)
        {
            self.rows[byte] |= dots;
        }
    }

    /// Printers obey real-time commands (`DLE` with `EOT`, `ENQ` or `DC4`) even between the bytes of a picture: there
    /// comes an answer that nobody asked for, or a drawer opens. Where dots spell one, one more dot is blackened.
    pub(crate) fn break_up_commands(&mut self) {
        for place in 1..self.rows.len() {
            if self.rows[place - 1] == 0x10 && matches!(self.rows[place], 0x04 | 0x05 | 0x14) {
                self.rows[place - 1] = 0x18;
            }
        }
    }

    /// The picture as a PNG file of one bit a dot.
    #[must_use]
    pub fn to_png(&self) -> Vec<u8> {
        let mut file = Vec::with_capacity(self.rows.len() / 4);
        // Writing into memory fails for a picture without dots only, which has no PNG.
        if self.write_png(&mut file).is_err() {
            file.clear();
        }
        file
    }

    fn write_png(&self, file: impl io::Write) -> Result<(), png::EncodingError> {
        let mut encoder = png::Encoder::new(file, u32::from(self.width), u32::from(self.height));
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        encoder.set_compression(png::Compression::Fast);
        // In grey PNGs 1 is white.
        let inverted: Vec<u8> = self.rows.iter().map(|byte| !byte).collect();
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&inverted)?;
        writer.finish()
    }

    fn place(&self, x: i32, y: i32) -> Option<(usize, u8)> {
        let column = u16::try_from(x).ok().filter(|column| *column < self.width)?;
        let row = u16::try_from(y).ok().filter(|row| *row < self.height)?;
        Some((usize::from(row) * self.stride() + usize::from(column / 8), 0x80 >> (column % 8)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_that_spell_a_command_are_broken_up() {
        let mut picture = Raster::new(24, 1);
        for x in [3, 13, 23] {
            picture.blacken(x, 0);
        }
        assert_eq!(picture.rows(), [0x10, 0x04, 0x01]);
        picture.break_up_commands();
        assert_eq!(picture.rows(), [0x18, 0x04, 0x01]);
    }

    #[test]
    fn rectangles_and_pictures_cover_just_their_dots_at_every_place() {
        let inside = |at: i32, start: i32, length: i32| (start..start + length).contains(&at);
        let drawing = {
            let mut drawing = Raster::new(16, 2);
            drawing.fill(1, 0, 11, 2);
            drawing
        };
        for x in -20..40 {
            let (mut filled, mut laid) = (Raster::new(32, 6), Raster::new(32, 6));
            filled.fill(x, 2, 11, 2);
            laid.lay(&drawing, x - 1, 2);
            for (row, column) in (0..6).flat_map(|row| (0..32).map(move |column| (row, column))) {
                assert_eq!(filled.is_black(column, row), inside(row, 2, 2) && inside(column, x, 11), "{x}: {column}");
            }
            assert_eq!(filled, laid, "{x}");
        }
    }

    #[test]
    fn dots_outside_are_left_out() {
        let mut picture = Raster::new(8, 8);
        picture.fill(-5, -5, 7, 7);
        picture.fill(6, 6, 50, 50);
        let black = picture.rows().iter().map(|byte| byte.count_ones()).sum::<u32>();
        assert_eq!(black, 8);
        assert!(
            picture.is_black(0, 0) && picture.is_black(7, 7) && !picture.is_black(-1, 0) && !picture.is_black(8, 0)
        );
    }
}
