//! From picture to ESC/POS bytes; the only file besides status.rs that names the `escpos` crate.

use std::cell::RefCell;

use escpos::driver::Driver;
use escpos::errors::{PrinterError, Result as PrinterResult};
use escpos::printer::Printer;
use escpos::utils::Protocol;

use crate::Raster;

/// Rows in one `GS v 0` command. The buffers of small printers hold no more; larger bands come out with gaps.
const BAND_ROWS: usize = 128;

/// Paper fed before the cut, in dots, beyond what the printer itself feeds from print head to knife: the slip's lower
/// edge is not cut into.
const FEED_DOTS: u8 = 24;

/// Width of narrow paper in dots. Its printers rarely have a knife: they ignore the cut and what they feed for it.
const NARROW_DOTS: u16 = 384;

/// Paper fed on narrow printers, in dots: from the print head to the edge at which the slip is torn off.
const TEAR_OFF_DOTS: u8 = 96;

/// Why a picture can't become a print job.
#[derive(Debug, thiserror::Error)]
pub enum EncodeError {
    /// The picture has no dots.
    #[error("the picture is empty: {width} × {height} dots")]
    Empty {
        /// Width in dots.
        width: u16,
        /// Height in dots.
        height: u16,
    },
    /// The command writer refused.
    #[error("the print commands can't be written")]
    Commands(#[from] PrinterError),
}

/// The whole job for one picture: reset, bands of at most 128 rows, feed and cut.
///
/// # Errors
/// [`EncodeError::Empty`] when the picture has no dots; [`EncodeError::Commands`] when the command writer refuses.
pub fn encode(picture: &Raster) -> Result<Vec<u8>, EncodeError> {
    if picture.rows().is_empty() {
        return Err(EncodeError::Empty { width: picture.width(), height: picture.height() });
    }
    let stride = picture.stride();
    // One printer a job: after a failure the crate would send the bands that went out once more.
    let mut printer = Printer::new(Memory::default(), Protocol::default(), None);
    printer.init()?;
    for band in picture.rows().chunks(stride * BAND_ROWS) {
        printer.custom(&raster_command(stride, band))?;
    }
    if picture.width() <= NARROW_DOTS {
        printer.custom(&[0x1B, b'J', TEAR_OFF_DOTS])?;
    }
    printer.custom(&[0x1D, b'V', 66, FEED_DOTS])?;
    printer.print()?;
    Ok(printer.driver().written.into_inner())
}

/// `GS v 0`: width in bytes, height in rows, each with the lower byte first, then the rows.
fn raster_command(stride: usize, band: &[u8]) -> Vec<u8> {
    let [width_low, width_high, ..] = stride.to_le_bytes();
    let [height_low, height_high, ..] = (band.len() / stride).to_le_bytes();
    let mut command = vec![0x1D, b'v', b'0', 0, width_low, width_high, height_low, height_high];
    command.extend_from_slice(band);
    command
}

/// A driver that keeps the bytes: they are sent by our own transports, which can wait without blocking.
#[derive(Default)]
struct Memory {
    written: RefCell<Vec<u8>>,
}

impl Driver for Memory {
    fn name(&self) -> String {
        "memory".to_owned()
    }

    fn write(&self, data: &[u8]) -> PrinterResult<()> {
        self.written.try_borrow_mut()?.extend_from_slice(data);
        Ok(())
    }

    fn read(&self, _buffer: &mut [u8]) -> PrinterResult<usize> {
        Ok(0)
    }

    fn flush(&self) -> PrinterResult<()> {
        Ok(())
    }
}
