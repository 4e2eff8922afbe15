//! The QR code that leads to the phone page.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::Raster;

/// Modules of white that a reader needs around the code.
const QUIET_MODULES: u16 = 4;

/// Edge of the smallest module that phones read from thermal paper, in dots (0.375 mm).
const MODULE_MIN: u16 = 3;

/// A drawn code.
pub(crate) struct Code {
    /// The code without the white around it.
    pub(crate) picture: Raster,
    /// Its edge in dots.
    pub(crate) edge: i32,
    /// The white that it needs on each side, in dots.
    pub(crate) quiet: i32,
}

impl Code {
    /// Draws the code of a text, in modules of whole dots: of this edge, or smaller when code and white need more than
    /// the room. None when there is no text or too much of it.
    pub(crate) fn draw(text: &str, module: u16, room: u16) -> Option<Self> {
        if text.is_empty() {
            return None;
        }
        // Medium: a slip is folded into a pocket and must still be read.
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let size = u16::try_from(code.size()).ok()?;
        let module = module.min(room / (size + 2 * QUIET_MODULES));
        if module < MODULE_MIN {
            return None;
        }
        let edge = size * module;
        let mut picture = Raster::new(edge, edge);
        let dots = i32::from(module);
        for y in 0..code.size() {
            for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
                picture.fill(x * dots, y * dots, dots, dots);
            }
        }
        Some(Self { picture, edge: i32::from(edge), quiet: i32::from(QUIET_MODULES * module) })
    }
}
