//! How the writer is, for `/health` and the log.

use std::sync::Arc;

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
    },
}
