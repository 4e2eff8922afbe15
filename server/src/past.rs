//! Days of the journal, read whole and one at a time: off the async threads, and beside the writer.

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;
use moi_domain::{Event, Preview, Setup};
use moi_journal::{JournalError, Storage};
use thiserror::Error;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// A day of 1,500 events is read within 30 ms. Whoever waits this long waits for a reading of the whole journal.
const WAIT_MAX: Duration = Duration::from_secs(10);

/// A day of 3,600 events is played by both set-ups within a second, by a debug build; a city hall has some times more.
const PLAY_MAX: Duration = Duration::from_secs(30);

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
        let fold = move |storage: &Storage| Ok(fold(&storage.events_of(day)?.ok_or(PastError::UnknownDay)?));
        timeout(WAIT_MAX, self.in_turn(fold)).await.map_err(|_| PastError::Busy)?
    }

    /// The business days that can be folded, the oldest first.
    ///
    /// # Errors
    /// See [`PastError`].
    pub async fn days(&self) -> Result<Vec<Date>, PastError> {
        timeout(WAIT_MAX, self.in_turn(|storage| Ok(storage.days()?))).await.map_err(|_| PastError::Busy)?
    }

    /// What the events of all days from one to another come to, one after the other.
    ///
    /// # Errors
    /// See [`PastError`], but for a day that the journal has not.
    pub async fn collect<T: Send + 'static>(
        &self,
        (from, until): (Date, Date),
        fold: impl Fn(&[Event]) -> Vec<T> + Send + 'static,
    ) -> Result<Vec<T>, PastError> {
        let collect = move |storage: &Storage| {
            let mut all = Vec::new();
            for day in storage.days()?.into_iter().filter(|day| (from..=until).contains(day)) {
                all.extend(fold(&storage.events_of(Some(day))?.unwrap_or_default()));
            }
            Ok(all)
        };
        timeout(WAIT_MAX, self.in_turn(collect)).await.map_err(|_| PastError::Busy)?
    }

    /// What a changed set-up would have done to a day, to the newest that is closed when none is named, and does to the
    /// queue at hand.
    ///
    /// # Errors
    /// See [`PastError`]; [`PastError::Busy`] also when another day is being played.
    pub async fn preview(&self, day: Option<Date>, present: Arc<Setup>, changed: Setup) -> Result<Preview, PastError> {
        let play = move |storage: &Storage| {
            let day = if day.is_some() { day } else { storage.last_closed_day()? };
            let events = storage.events_of(day)?.ok_or(PastError::UnknownDay)?;
            let today = storage.events_of(None)?.unwrap_or_default();
            Ok(Preview::of(&events, &today, &present, &changed))
        };
        timeout(PLAY_MAX, self.in_turn(play)).await.map_err(|_| PastError::Busy)?
    }

    /// Works on a thread that may block, one after the other.
    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Storage) -> Result<T, PastError> + Send + 'static,
    ) -> Result<T, PastError> {
        let turn = Arc::clone(&self.turn).acquire_owned().await.map_err(|_| PastError::Busy)?;
        let storage = self.storage.clone();
        let done = tokio::task::spawn_blocking(move || {
            // Held until it is done, also when nobody waits for it any more.
            let _turn = turn;
            work(&storage)
        });
        done.await.map_err(|_| PastError::Busy)?
    }
}
