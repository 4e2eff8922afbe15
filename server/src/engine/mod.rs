//! The single writer: receive, decide, append, apply, publish, answer.
//!
//! Handlers hold an [`Engine`] handle; behind it one thread owns the hall and the journal.

mod away;
mod day;
mod health;
mod published;
mod writer;

use std::sync::Arc;
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

use jiff::Timestamp;
use moi_domain::{Appointment, Hall, Order, Refusal, Ticket};
use moi_journal::{JournalError, Store};
use thiserror::Error;
use tokio::sync::oneshot;
use tokio::time::timeout;

pub use health::{EngineHealth, FaultCause};
pub use published::Published;

use away::Away;

use crate::clock::{Clock, ClockState, Machine, OfficeClock};
use crate::set_up::{SetUpError, SetUps};

/// Orders that may wait for the writer. At the slowest sync that we accept (100 ms for a batch of
/// [`writer::BATCH_MAX`]) this many are answered within two seconds; more would time out anyway.
const WAITING_ORDERS_MAX: usize = 4_096;

/// A sync that takes longer than this hangs: a full inbox is answered within two seconds, and browsers and proxies
/// wait for 30 s at least.
const ANSWER_WAIT_MAX: Duration = Duration::from_secs(10);

/// Notes which set-up is in force since when. Only what is told of the past hangs on it: nothing fails with it.
fn note_since(set_ups: &SetUps, since: Timestamp, hall: &Hall) {
    if let Err(error) = set_ups.note_since(since, hall.set_up()) {
        tracing::warn!(%error, "since when this set-up is in force could not be noted");
    }
}

/// Opens the journal, at start and again after a failed append.
pub type OpenStore = Box<dyn FnMut() -> Result<Box<dyn Store>, JournalError> + Send>;

/// What an accepted order came to.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The ticket that the order was about, as it stood right after it; none when nobody waited.
    pub ticket: Option<Ticket>,
    /// Whether anything came of it, now or when it was carried out first under its key.
    pub is_new: bool,
    /// Whether it was carried out before under its key, and not again.
    pub is_repeat: bool,
    /// The appointment that it made, ended or kept, likewise.
    pub appointment: Option<Appointment>,
}

/// Why an order has no answer. After [`Self::Storage`] and [`Self::NoAnswer`] it may be on disk all the same: asking
/// again with the same key tells, and never does it twice.
#[derive(Debug, Clone, Error)]
pub enum SubmitError {
    /// The rules say no; nothing has changed.
    #[error("{0}")]
    Refused(Refusal),
    /// This idempotency key was used for another command.
    #[error("the idempotency key was used for another command")]
    KeyReused,
    /// More orders wait than can be answered in time.
    #[error("{WAITING_ORDERS_MAX} orders wait already")]
    Busy,
    /// The journal can't be written; nothing has been acknowledged. When the write came to the disk before its error,
    /// the order stands as soon as the journal is folded again.
    #[error("the journal can't be written: {reason}")]
    Storage {
        /// What the journal said.
        reason: Arc<str>,
    },
    /// Nobody knows what became of it: the disk does not answer, or a bug ended the work on it.
    #[error("no answer within {} s, or a bug ended the work on it", ANSWER_WAIT_MAX.as_secs())]
    NoAnswer,
    /// The office is stopping; nothing has changed.
    #[error("the office is stopping")]
    Stopping,
}

/// One order on its way to the writer.
struct Submission {
    order: Order,
    answer: oneshot::Sender<Result<Answer, SubmitError>>,
}

/// What the writer's inbox carries.
enum Message {
    Submit(Box<Submission>),
    Stop,
}

/// The handle that every room uses; cloning it is cheap.
#[derive(Clone)]
pub struct Engine {
    inbox: SyncSender<Message>,
    published: Arc<Published>,
    clock: Arc<OfficeClock>,
    set_ups: SetUps,
    away: Arc<Away>,
}

/// Why an engine can't start.
#[derive(Debug, Error)]
pub enum StartError {
    /// The journal can't be opened or read.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The set-up that the journal names can't be used.
    #[error(transparent)]
    SetUp(#[from] SetUpError),
}

/// Keeps the writer's thread, to wait for its end.
pub struct EngineThread(JoinHandle<()>);

impl Engine {
    /// Folds the journal and starts the writer, by the machine's clock. `alive` is the last sign of life beside the
    /// journal.
    ///
    /// # Errors
    /// The journal's, when it can't be opened or read: the office must not start on half a fold. And when the set-up
    /// that it names can't be used.
    pub fn start(
        set_ups: SetUps,
        open: OpenStore,
        machine: Clock,
        alive: Option<Timestamp>,
    ) -> Result<(Self, EngineThread), StartError> {
        Self::start_on(Machine::new(machine), set_ups, open, alive)
    }

    fn start_on(
        machine: Machine,
        set_ups: SetUps,
        mut open: OpenStore,
        alive: Option<Timestamp>,
    ) -> Result<(Self, EngineThread), StartError> {
        let mut store = open()?;
        let hall = store.fold()?;
        let published = Arc::new(Published::new(hall.clone()));
        set_ups.adopt(hall.set_up())?;
        let clock = OfficeClock::begin(machine, set_ups.setup(), hall.last_at());
        note_since(&set_ups, clock.clock()(), &hall);
        let (inbox, outbox) = sync_channel(WAITING_ORDERS_MAX);
        let away = Arc::new(Away::before(&hall, alive));
        let kept = (set_ups.clone(), Arc::clone(&away));
        let writer =
            writer::Writer::new(set_ups, hall, store, open, (Arc::clone(&clock), Arc::clone(&published)), away);
        let thread = std::thread::Builder::new()
            .name("engine".into())
            .spawn(move || writer.run(&outbox))
            .map_err(|source| JournalError::Thread { source })?;
        let (set_ups, away) = kept;
        Ok((Self { inbox, published, clock, set_ups, away }, EngineThread(thread)))
    }

    /// Hands an order to the writer and waits until it is durable or refused.
    ///
    /// # Errors
    /// See [`SubmitError`]; what was not made durable is never in the published hall.
    pub async fn submit(&self, order: Order) -> Result<Answer, SubmitError> {
        self.submit_within(ANSWER_WAIT_MAX, order).await
    }

    async fn submit_within(&self, wait_max: Duration, order: Order) -> Result<Answer, SubmitError> {
        let (answer, answered) = oneshot::channel();
        let message = Message::Submit(Box::new(Submission { order, answer }));
        self.inbox.try_send(message).map_err(|error| match error {
            TrySendError::Full(_) => SubmitError::Busy,
            TrySendError::Disconnected(_) => SubmitError::Stopping,
        })?;
        match timeout(wait_max, answered).await {
            Ok(Ok(answer)) => answer,
            // A writer that stops answers; only one that fell over a bug drops the order.
            Ok(Err(_)) | Err(_) => Err(SubmitError::NoAnswer),
        }
    }

    /// What is durable, for views and queries.
    #[must_use]
    pub fn published(&self) -> &Arc<Published> {
        &self.published
    }

    /// Looks at what is durable, with the absence before this start, which only the first order notes.
    pub fn read_as_returned<T>(&self, look: impl FnOnce(&Hall) -> T) -> T {
        let (now, setup) = ((self.clock())(), self.set_ups.setup());
        self.published.read(|hall| match self.away.noted_in(hall, &setup, now) {
            Some(noted) => look(&noted),
            None => look(hall),
        })
    }

    /// Whether the first order will note that the office was away.
    #[must_use]
    pub fn is_return_due(&self) -> bool {
        let (now, setup) = ((self.clock())(), self.set_ups.setup());
        self.published.read(|hall| self.away.noted_in(hall, &setup, now).is_some())
    }

    /// The office's time, for every other room.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.clock.clock()
    }

    /// What the machine's own clock shows, plausible or not.
    #[must_use]
    pub fn machine_time(&self) -> Timestamp {
        self.clock.machine_time()
    }

    /// How plausible the machine's clock is.
    #[must_use]
    pub fn clock_state(&self) -> ClockState {
        self.clock.state()
    }

    /// Asks the writer to finish what it holds and end.
    pub fn stop(&self) {
        // A full inbox means a writer that still works: waiting for room is the point.
        let _ = self.inbox.send(Message::Stop);
    }
}

impl EngineThread {
    /// Waits until the writer has ended.
    pub fn join(self) {
        if self.0.join().is_err() {
            tracing::error!("the engine's thread ended by a panic");
        }
    }
}

#[cfg(test)]
mod by_hand;
#[cfg(test)]
mod clock_tests;
#[cfg(test)]
pub(crate) mod small_office;
#[cfg(test)]
mod tests;
