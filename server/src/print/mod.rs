//! The spool: from a ticket in the journal to a slip on paper.
//!
//! A cursor over the tickets: it may be late or off, and never holds up a call. The ticket is durable before its
//! slip is drawn; a failed slip changes nothing about the ticket.

mod page;
mod previews;
mod spool;
mod states;

use moi_printer::PrinterState;
use serde::Serialize;

pub use page::SlipWriter;
pub use spool::{Printing, kept_cursor, start};
pub use states::Spool;

/// The receipt printer as pages see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct PrinterView {
    /// ready, near-end, out-of-paper, cover-open, offline, unknown or error.
    #[schema(value_type = String)]
    pub state: PrinterState,
}
