//! How the writer is, for `/health` and the log.

use std::sync::Arc;

use moi_journal::JournalError;

/// The writer's state as others may see it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum EngineHealth {
    /// Orders are accepted.
    #[default]
    Well,
    /// The data could not be written, or a bug ended a batch; orders are refused until the journal is folded again.
    Faulted {
        /// What the journal said, or the bug.
        reason: Arc<str>,
        /// What would help.
        cause: FaultCause,
    },
}

/// What keeps the writer from writing, as far as people can do something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultCause {
    /// The disk has no room.
    DiskFull,
    /// The disk or the data fails in another way, or there is a bug.
    Other,
}

impl From<&JournalError> for FaultCause {
    fn from(error: &JournalError) -> Self {
        if error.is_disk_full() { Self::DiskFull } else { Self::Other }
    }
}
