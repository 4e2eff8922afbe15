//! How the writer is, for `/health` and the log.

use std::sync::Arc;

use jiff::Timestamp;

/// The writer's state as others may see it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum EngineHealth {
    /// Orders are accepted.
    #[default]
    Well,
    /// The last batch could not be made durable; orders are refused until the journal can be folded again.
    Faulted {
        /// When the append failed.
        since: Timestamp,
        /// What the journal said.
        reason: Arc<str>,
    },
}
