//! Days of the journal, read whole and one at a time: off the async threads, and beside the writer.

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;
use moi_domain::Event;
use moi_journal::{JournalError, Storage};
use thiserror::Error;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// A day of 1,500 events is read within 30 ms. Whoever waits this long waits for a reading of the whole journal.
const WAIT_MAX: Duration = Duration::from_secs(10);

/// Why there is no such day to be had.
#[derive(Debug, Error)]
pub enum PastError {
    /// The journal has no such day.
    #[error("the journal has nothing of this day")]
    UnknownDay,
    /// Other days are being read, or the whole journal.
    #[error("the journal is being read: try again in a moment")]
    Busy,
    /// It can't be read.
    #[error(transparent)]
    Journal(#[from] JournalError),
}

/// The office's days; cloning it is cheap.
#[derive(Clone)]
pub struct Past {
    storage: Storage,
    /// A busy day takes some megabytes of memory.
    turn: Arc<Semaphore>,
}

impl Past {
    /// The days of this journal.
    #[must_use]
    pub fn of(storage: &Storage) -> Self {
        Self { storage: storage.clone(), turn: Arc::new(Semaphore::new(1)) }
    }

    /// What the events of a day come to, or of the newest day when none is named.
    ///
    /// # Errors
    /// See [`PastError`].
    pub async fn fold<T: Send + 'static>(
        &self,
        day: Option<Date>,
        fold: impl FnOnce(&[Event]) -> T + Send + 'static,
    ) -> Result<T, PastError> {
        let reading = async {
            let turn = Arc::clone(&self.turn).acquire_owned().await.map_err(|_| PastError::Busy)?;
            let storage = self.storage.clone();
            let read = tokio::task::spawn_blocking(move || {
                // Held until it is read, also when nobody waits for it any more.
                let _turn = turn;
                let events = storage.events_of(day)?.ok_or(PastError::UnknownDay)?;
                Ok(fold(&events))
            });
            read.await.map_err(|_| PastError::Busy)?
        };
        timeout(WAIT_MAX, reading).await.map_err(|_| PastError::Busy)?
    }
}
