//! Contacts: the phone number that a citizen may leave with a ticket, so that the officer can ring them when they don't
//! come, and the notes that officers write on tickets for each other. Kept beside the journal, encrypted with a key of
//! their business day, and erased with that key.
//!
//! Read it in this order: [`number`] and [`note`] are what is kept, [`sealed`] how, [`keys`] what it takes to read it,
//! [`room`] does both, [`erasing`] says when it ends.

mod erasing;
mod keys;
mod note;
mod number;
mod room;
mod sealed;

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use moi_domain::{CounterNumber, Hall, Ticket, TicketId};
use moi_journal::{JournalError, Records};
use thiserror::Error;
use tokio::sync::Semaphore;

pub use erasing::start;
pub use keys::KeyError;
pub use note::Note;
pub use number::PhoneNumber;
pub use room::KeepDays;
use room::Room;
pub use sealed::Whose;

/// Contacts that are written or read at once, or wait for it: at a sync of 30 ms each, the last one waits a second.
const AT_ONCE_MAX: usize = 32;

/// Why a contact was not kept or taken back.
#[derive(Debug, Error)]
pub enum ContactError {
    /// The day's key can't be read or made.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The record can't be written.
    #[error(transparent)]
    Records(#[from] JournalError),
    /// More people leave one at once than can be answered in a second.
    #[error("too many contacts at once")]
    Busy,
    /// The office is stopping.
    #[error("the office is stopping")]
    Stopping,
}

/// The office's contacts; cloning it is cheap. What reads keys or writes the disk is async and runs on a thread that
/// may block.
#[derive(Clone)]
pub struct Contacts {
    room: Arc<Room>,
    places: Arc<Semaphore>,
}

impl Contacts {
    /// The contacts that are kept, with keys in this folder. Blocks. Those that can't be read are as good as gone.
    #[must_use]
    pub fn open(records: Records, keys: PathBuf, keep_days: KeepDays, hall: &Hall) -> Self {
        let room = Room::open(records, keys, keep_days, hall);
        Self { room: Arc::new(room), places: Arc::new(Semaphore::new(AT_ONCE_MAX)) }
    }

    /// Keeps a ticket's contact, in place of an earlier one. Durable when it returns.
    ///
    /// # Errors
    /// See [`ContactError`]; then an earlier one stands.
    pub async fn leave(&self, whose: Whose, day: Date, number: PhoneNumber) -> Result<(), ContactError> {
        self.off_thread(move |room| room.leave(&whose, day, &number)).await
    }

    /// Erases a ticket's contact, where there is one. Durable when it returns.
    ///
    /// # Errors
    /// When the record can't be removed.
    pub async fn take_back(&self, whose: Whose) -> Result<(), ContactError> {
        self.off_thread(move |room| room.take_back(&whose)).await
    }

    /// A ticket's contact; none when there is none, or none that can be read.
    ///
    /// # Errors
    /// [`ContactError::Busy`], [`ContactError::Stopping`].
    pub async fn read(&self, whose: Whose) -> Result<Option<PhoneNumber>, ContactError> {
        self.off_thread(move |room| Ok(room.read(&whose))).await
    }

    /// Keeps a note on a ticket, in place of an earlier one, until its day is over. Durable when it returns.
    ///
    /// # Errors
    /// See [`ContactError`]; then an earlier one stands.
    pub async fn note(&self, whose: Whose, day: Date, note: Note) -> Result<(), ContactError> {
        self.off_thread(move |room| room.note(&whose, day, &note)).await
    }

    /// What tells two notes of a day apart, for whoever has the day's key alone.
    ///
    /// # Errors
    /// When there is no key and none can be made.
    pub async fn fingerprint(&self, day: Date, text: String) -> Result<String, ContactError> {
        self.off_thread(move |room| room.fingerprint(day, &text)).await
    }

    /// Erases the note on a ticket, where there is one. Durable when it returns.
    ///
    /// # Errors
    /// When the record can't be removed.
    pub async fn erase_note(&self, whose: Whose) -> Result<(), ContactError> {
        self.off_thread(move |room| room.erase_note(&whose)).await
    }

    /// The note on a ticket; none when there is none, or none that can be read.
    ///
    /// # Errors
    /// [`ContactError::Busy`], [`ContactError::Stopping`].
    pub async fn read_note(&self, whose: Whose) -> Result<Option<Note>, ContactError> {
        self.off_thread(move |room| Ok(room.read_note(&whose))).await
    }

    /// Whether a ticket has a contact. Never waits for the disk.
    #[must_use]
    pub fn is_left(&self, ticket: TicketId) -> bool {
        self.room.is_left(ticket)
    }

    /// The ticket whose contact the officer of a counter may ask for: the one that is there or called there, else the
    /// last one that was called there in vain. None when it has no contact. Never waits for the disk.
    #[must_use]
    pub fn at_counter<'h>(&self, hall: &'h Hall, counter: CounterNumber) -> Option<&'h Ticket> {
        self.room.at_counter(hall, counter)
    }

    /// Why contacts can't be kept or read, as of the last try.
    #[must_use]
    pub fn trouble(&self) -> Option<String> {
        self.room.trouble()
    }

    async fn off_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Room) -> Result<T, ContactError> + Send + 'static,
    ) -> Result<T, ContactError> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| ContactError::Busy)?;
        let room = Arc::clone(&self.room);
        let done = tokio::task::spawn_blocking(move || {
            // Held by the work and not by the request, which may be given up while the disk works.
            let _place = place;
            work(&room)
        });
        done.await.unwrap_or(Err(ContactError::Stopping))
    }
}

#[cfg(test)]
mod tests;
