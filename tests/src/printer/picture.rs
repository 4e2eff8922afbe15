//! What came out of a printer, as a picture of black and white dots.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use anyhow::Context;

/// One slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// What is on it.
    pub picture: Picture,
    /// In how many raster commands it came.
    pub bands: usize,
    /// How far the paper was fed before the cut.
    pub cut_after_dots: u8,
    /// Its bytes from reset to cut, without questions.
    pub bytes: Vec<u8>,
}

impl Slip {
    /// The texts of all QR codes on it.
    #[must_use]
    pub fn codes(&self) -> Vec<String> {
        self.picture.codes()
    }
}

/// Rows of dots, one bit each, black where it is set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture {
    stride: usize,
    rows: Vec<u8>,
}

impl Picture {
    /// Bytes in a row.
    #[must_use]
    pub fn stride(&self) -> usize {
        self.stride
    }

    /// Dots in a row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.stride * 8
    }

    /// Rows.
    #[must_use]
    pub fn height(&self) -> usize {
        self.rows.len().checked_div(self.stride).unwrap_or(0)
    }

    /// Whether a dot is black; beyond the paper nothing is.
    #[must_use]
    pub fn is_black(&self, x: usize, y: usize) -> bool {
        let byte = self.rows.get(y * self.stride + x / 8).copied().unwrap_or(0);
        x < self.width() && byte & (0x80 >> (x % 8)) != 0
    }

    /// The part of the dots that is black, from 0 to 1.
    #[must_use]
    pub fn blackness(&self) -> f64 {
        let black: u32 = self.rows.iter().map(|byte| byte.count_ones()).sum();
        let all = u32::try_from(self.rows.len() * 8).unwrap_or(u32::MAX);
        f64::from(black) / f64::from(all.max(1))
    }

    /// The texts of all QR codes in it, from top to bottom.
    #[must_use]
    pub fn codes(&self) -> Vec<String> {
        if self.height() == 0 {
            return Vec::new();
        }
        let grey = |x, y| if self.is_black(x, y) { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(self.width(), self.height(), grey);
        image.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
    }

    /// Writes it as a PNG, for a person to look at.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn save(&self, path: &Path) -> anyhow::Result<()> {
        let file = File::create(path).with_context(|| format!("write {}", path.display()))?;
        let mut encoder =
            png::Encoder::new(BufWriter::new(file), u32::try_from(self.width())?, u32::try_from(self.height())?);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        // In a PNG a set bit is white.
        let white: Vec<u8> = self.rows.iter().map(|byte| !byte).collect();
        encoder.write_header()?.write_image_data(&white)?;
        Ok(())
    }

    /// Reads a PNG of black and white dots, as the preview printer writes it.
    ///
    /// # Errors
    /// When the file can't be read, or has more than two tones in its first channel's bit depth.
    pub fn load(path: &Path) -> anyhow::Result<Self> {
        let file = File::open(path).with_context(|| format!("read {}", path.display()))?;
        let mut decoder = png::Decoder::new(std::io::BufReader::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info()?;
        let mut pixels = vec![0; reader.output_buffer_size().context("a picture that fits into memory")?];
        let frame = reader.next_frame(&mut pixels)?;
        let samples = frame.color_type.samples();
        let width = usize::try_from(frame.width)?;
        let stride = width.div_ceil(8);
        let mut rows = vec![0; stride * usize::try_from(frame.height)?];
        for (index, pixel) in pixels[..frame.buffer_size()].chunks(samples).enumerate() {
            let (x, y) = (index % width, index / width);
            if pixel[0] < 128 {
                rows[y * stride + x / 8] |= 0x80 >> (x % 8);
            }
        }
        Ok(Self { stride, rows })
    }

    /// Adds rows below.
    pub(super) fn join(&mut self, stride: usize, rows: &[u8]) {
        self.stride = stride;
        self.rows.extend_from_slice(rows);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_saved_and_read_back_dot_for_dot() {
        let mut picture = Picture::default();
        picture.join(48, &[0b1010_0001; 48 * 3]);
        picture.join(48, &[0x0F; 48]);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("slip.png");
        picture.save(&path).unwrap();
        assert_eq!(Picture::load(&path).unwrap(), picture);
        assert!((picture.blackness() - (3.0 * 3.0 + 4.0) / 32.0).abs() < 1e-9);
    }
}
