//! From a slip to paper: layout, one-bit picture, ESC/POS bytes, transport.
//!
//! ```text
//! Slip --layout--> pieces --paint--> Raster --encode--> bytes --transport--> printer or folder
//! ```
//!
//! All text is drawn: printers of this class can't be trusted with Vietnamese code pages. The crate knows nothing
//! of the office: who prints hands over finished words in the citizen's language.

// The sample slips of the tests outside speak of this crate by its name.
#[cfg(test)]
extern crate self as moi_printer;
#[cfg(test)]
#[path = "../tests/support/slips.rs"]
#[expect(dead_code, unreachable_pub, reason = "shared with the tests outside, which use more of it")]
mod samples;

mod slip;

mod layout;
mod pictogram;
mod qr;
mod text;

mod paint;
mod raster;

mod encode;
mod job;

mod status;
mod transport;

#[cfg(fuzzing)]
pub mod fuzzing;

pub use encode::{EncodeError, encode};
pub use job::{Job, JobError};
pub use paint::SlipPainter;
pub use pictogram::Pictogram;
pub use raster::Raster;
pub use slip::{BootSlip, Labelled, Paper, RollSlip, Slip};
pub use status::PrinterState;
pub use transport::{PrintError, Sent, Transport};
