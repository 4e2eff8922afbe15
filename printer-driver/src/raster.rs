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

    /// Blackens a rectangle.
    pub(crate) fn fill(&mut self, x: i32, y: i32, width: i32, height: i32) {
        for row in y..y + height {
            for column in x..x + width {
                self.blacken(column, row);
            }
        }
    }

    /// Lays another picture's black dots over this one, its upper left corner at (x, y).
    pub(crate) fn lay(&mut self, picture: &Self, x: i32, y: i32) {
        let stride = picture.stride().max(1);
        for (row, bytes) in (y..).zip(picture.rows.chunks_exact(stride)) {
            for (column, byte) in (x..).step_by(8).zip(bytes) {
                // Most bytes of a slip are white.
                if *byte != 0 {
                    (0..8).filter(|bit| byte & (0x80 >> bit) != 0).for_each(|bit| self.blacken(column + bit, row));
                }
            }
        }
    }

    /// Printers obey real-time commands (`DLE` with `EOT`, `ENQ` or `DC4`) even between the bytes of a picture: a status
    /// answer that nobody asked for, or a drawer that opens. Where dots happen to spell one, one more dot is blackened.
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
