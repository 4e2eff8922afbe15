//! The writer's thread: batches whatever waits, one sync a batch.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use moi_domain::{Actor, Command, Event, Hall, KeyUse, Order, Setup, TicketId, decide};
use moi_journal::Store;
use tokio::sync::oneshot;

use super::{Answer, EngineHealth, Message, OpenStore, Published, Submission, SubmitError, fold};
use crate::clock::Clock;

/// Orders of one batch: at 300 bytes an order a batch stays under 128 KiB, which one sync carries as fast as one order.
pub(super) const BATCH_MAX: usize = 256;

/// The writer looks at its clock this often when nothing happens, so that a day begins at most this late
/// even after the machine's clock was set.
const IDLE_MAX: Duration = Duration::from_secs(30);

/// Pause between two tries to fold again after a failed append.
const RECOVERY_PAUSE: Duration = Duration::from_secs(1);

pub(super) struct Writer {
    setup: Arc<Setup>,
    /// Ahead of what is published by the batch at hand.
    hall: Hall,
    journal: JournalState,
    open: OpenStore,
    clock: Clock,
    published: Arc<Published>,
}

/// Whether the writer can write.
enum JournalState {
    /// Batches are appended.
    Open(Box<dyn Store>),
    /// An append failed; the next try to fold is not before then.
    Failed { reason: Arc<str>, again_at: Instant },
}

/// An order that was decided, waiting for its batch to be durable.
struct Decided {
    answer: oneshot::Sender<Result<Answer, SubmitError>>,
    outcome: Result<Answer, SubmitError>,
}

impl Writer {
    pub(super) fn new(
        setup: Arc<Setup>,
        hall: Hall,
        store: Box<dyn Store>,
        open: OpenStore,
        clock: Clock,
        published: Arc<Published>,
    ) -> Self {
        Self { setup, hall, journal: JournalState::Open(store), open, clock, published }
    }

    pub(super) fn run(mut self, inbox: &Receiver<Message>) {
        loop {
            let first = match inbox.recv_timeout(self.patience()) {
                Ok(Message::Submit(submission)) => Some(*submission),
                Err(RecvTimeoutError::Timeout) => None,
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return,
            };
            let mut batch: Vec<_> = first.into_iter().collect();
            let mut stopping = false;
            while batch.len() < BATCH_MAX {
                match inbox.try_recv() {
                    Ok(Message::Submit(submission)) => batch.push(*submission),
                    Ok(Message::Stop) => {
                        stopping = true;
                        break;
                    }
                    Err(_) => break,
                }
            }
            self.carry_out(batch);
            if stopping {
                return;
            }
        }
    }

    /// Until the next business day begins, a recovery is due, or the clock is looked at again.
    fn patience(&self) -> Duration {
        if let JournalState::Failed { again_at, .. } = &self.journal {
            return again_at.saturating_duration_since(Instant::now());
        }
        let now = (self.clock)();
        let until_day = self.setup.next_day_starts(now).duration_since(now);
        Duration::try_from(until_day).unwrap_or_default().min(IDLE_MAX)
    }

    fn carry_out(&mut self, batch: Vec<Submission>) {
        if let Err(reason) = self.recover() {
            for submission in batch {
                let _ = submission.answer.send(Err(SubmitError::Storage { reason: Arc::clone(&reason) }));
            }
            return;
        }
        let now = (self.clock)().max(self.hall.last_at());
        let mut events = self.start_day(now);
        let decided: Vec<_> = batch
            .into_iter()
            .map(|submission| {
                let Submission { order, answer } = submission;
                let outcome = self.decide(&order, now, &mut events);
                Decided { answer, outcome }
            })
            .collect();
        let failure = self.make_durable(&events).err();
        for Decided { answer, outcome } in decided {
            let reply = match &failure {
                None => outcome,
                Some(reason) => Err(SubmitError::Storage { reason: Arc::clone(reason) }),
            };
            // Whoever asked may be gone; the event stands all the same.
            let _ = answer.send(reply);
        }
    }

    /// The engine's own command: a business day begins by itself, not with its first ticket.
    fn start_day(&mut self, now: Timestamp) -> Vec<Event> {
        let mut events = Vec::new();
        let order = Order { command: Command::StartDay, by: Actor::Engine, key: None };
        if let Err(error) = self.decide(&order, now, &mut events) {
            tracing::error!(%error, "the business day could not be started");
        }
        events
    }

    /// Decides one order against everything decided before it, durable or not yet.
    fn decide(&mut self, order: &Order, now: Timestamp, events: &mut Vec<Event>) -> Result<Answer, SubmitError> {
        if let Some(key) = &order.key {
            match self.hall.outcome(key) {
                KeyUse::New => {}
                KeyUse::OtherCommand => return Err(SubmitError::KeyReused),
                KeyUse::Repeat { touched, called } => {
                    let ticket = if matches!(order.command, Command::CallNext { .. }) { called } else { touched };
                    return Ok(self.answer(ticket));
                }
            }
        }
        let decision = decide(&self.hall, &self.setup, order, now).map_err(SubmitError::Refused)?;
        for fact in decision.facts {
            let number = self.hall.last_number().next();
            let event = Event { number, at: now, by: order.by.clone(), key: order.key.clone(), fact };
            self.hall.apply(&event);
            events.push(event);
        }
        Ok(self.answer(decision.ticket))
    }

    fn answer(&self, ticket: Option<TicketId>) -> Answer {
        Answer { ticket: ticket.and_then(|id| self.hall.ticket(id)).cloned() }
    }

    /// Appends and publishes; after a failure the hall in memory is ahead of the disk and is thrown away.
    fn make_durable(&mut self, events: &[Event]) -> Result<(), Arc<str>> {
        if events.is_empty() {
            return Ok(());
        }
        let store = match &mut self.journal {
            JournalState::Open(store) => store,
            JournalState::Failed { reason, .. } => return Err(Arc::clone(reason)),
        };
        match store.append(events) {
            Ok(()) => {
                self.published.apply(events);
                Ok(())
            }
            Err(error) => {
                let reason: Arc<str> = error.to_string().into();
                tracing::error!(
                    events = events.len(),
                    error = %reason,
                    "a batch could not be made durable: orders are refused until the journal is folded again"
                );
                self.published.set_health(EngineHealth::Faulted { since: (self.clock)(), reason: Arc::clone(&reason) });
                self.fail(Arc::clone(&reason));
                Err(reason)
            }
        }
    }

    fn fail(&mut self, reason: Arc<str>) {
        self.journal = JournalState::Failed { reason, again_at: Instant::now() + RECOVERY_PAUSE };
    }

    /// The only way back from a failed append: open the journal and fold it, as at start.
    fn recover(&mut self) -> Result<(), Arc<str>> {
        let JournalState::Failed { reason, again_at } = &self.journal else { return Ok(()) };
        if Instant::now() < *again_at {
            return Err(Arc::clone(reason));
        }
        let folded = (self.open)().and_then(|store| fold(store.as_ref()).map(|hall| (store, hall)));
        match folded {
            Ok((store, hall)) => {
                tracing::warn!(events = hall.last_number().0, "the journal is folded again: orders are accepted");
                self.published.replace(hall.clone());
                self.hall = hall;
                self.journal = JournalState::Open(store);
                self.published.set_health(EngineHealth::Well);
                Ok(())
            }
            Err(error) => {
                let reason: Arc<str> = error.to_string().into();
                self.fail(Arc::clone(&reason));
                Err(reason)
            }
        }
    }
}
