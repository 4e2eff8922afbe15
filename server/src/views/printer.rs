//! The receipt printer and a slip's way to paper, as pages see them.

use moi_printer::PrinterState;
use serde::Serialize;
use utoipa::ToSchema;

/// The receipt printer as pages see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct PrinterView {
    /// ready, near-end, out-of-paper, cover-open, offline, unknown or error.
    #[schema(value_type = String)]
    pub state: PrinterState,
    /// The id of the ticket whose slip was to come out once more last and did not; null when it did.
    pub reprint_failed: Option<u64>,
}

/// How far the slip of a ticket has come: the truth ladder from queued to confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PrintState {
    /// Waits for the printer.
    Queued,
    /// The printer took the bytes and said nothing more.
    Sent,
    /// The printer reported ready after it had taken the whole slip.
    Confirmed,
    /// It is not known whether paper came out.
    Unconfirmed,
    /// No slip came out; the number counts all the same.
    Failed,
    /// The office prints no slips.
    None,
}
