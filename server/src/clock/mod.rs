//! Where time enters: every other room is handed a [`Clock`] and never asks the machine itself.

use std::sync::Arc;

use jiff::Timestamp;

/// Tells the time; shared by all rooms of one office.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The machine's own clock.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
pub fn system_clock() -> Clock {
    Arc::new(Timestamp::now)
}
