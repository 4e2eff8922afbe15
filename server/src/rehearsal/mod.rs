//! The rehearsal day: the office's own rules and pages with simulated citizens, and never in the real figures.
//!
//! Its data lie in a folder of their own that bears a mark, as a file and as a record beside the journal: whoever opens
//! data looks for it, so that a rehearsal is never taken for an office's day, nor an office for a rehearsal.

mod folder;
mod time;

pub use folder::{FOLDER, MARK, Mix, is_marked, prepare, refuse_rehearsal, refuse_rehearsed, set_mark};
pub use time::{Beginning, clock_from};
