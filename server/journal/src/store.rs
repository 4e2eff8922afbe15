//! What the engine needs of a journal: a seam for tests that make it fail.

use moi_domain::{Event, Hall};

use crate::JournalError;

/// A durable sequence of events.
pub trait Store: Send {
    /// Makes events durable, all or none of them; they follow the last one without a gap.
    ///
    /// # Errors
    /// A fault. Except after [`JournalError::Gap`], nobody knows then whether the events are durable: drop the store,
    /// open it again, and fold it.
    fn append(&mut self, events: &[Event]) -> Result<(), JournalError>;

    /// Whether appends can work: not after a failed write, be it an append or a record beside the journal.
    fn is_open(&self) -> bool;

    /// Tells every event in order.
    ///
    /// # Errors
    /// [`JournalError::Damaged`] with the place, or that the disk can't be read. Events were told up to there.
    fn replay(&self, tell: &mut dyn FnMut(Event)) -> Result<(), JournalError>;

    /// The fold of every event; not slower the longer the history is.
    ///
    /// # Errors
    /// As [`Store::replay`].
    fn fold(&mut self) -> Result<Hall, JournalError> {
        let mut hall = Hall::new();
        self.replay(&mut |event| hall.apply(&event))?;
        Ok(hall)
    }

    /// Puts days that are over away, in its own time. `hall` is the fold of everything appended; it costs nothing while
    /// the day lasts.
    fn settle(&mut self, _hall: &Hall) {}
}
