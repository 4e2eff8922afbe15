//! The writer's thread: batches whatever waits, one sync a batch.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use moi_domain::{AppointmentId, Command, Event, Fact, Hall, KeyUse, Order, Setup, TicketId, decide};
use moi_journal::Store;
use tokio::sync::oneshot;

use super::away::Away;
use super::{Answer, EngineHealth, FaultCause, Message, OpenStore, Published, Submission, SubmitError, note_since};
use crate::clock::OfficeClock;
use crate::set_up::SetUps;

/// Orders of one batch: at 300 bytes an order a batch stays under 128 KiB, which one sync carries as fast as one order.
pub(super) const BATCH_MAX: usize = 256;

/// How long a batch is gathered when the last one was larger: about what a sync takes, which a larger batch saves.
const GATHER_MAX: Duration = Duration::from_micros(200);

/// The inbox is looked into this often meanwhile. Asleep in between, since whoever would fill it needs the processor.
const GATHER_PAUSE: Duration = Duration::from_micros(50);

/// The writer looks about this often when nothing happens: a day begins at most this late even after the machine's
/// clock was set, and data that the failed write of a record closed stays closed no longer. A look takes microseconds.
const IDLE_MAX: Duration = Duration::from_secs(1);

/// Pause between two tries to fold again.
const RECOVERY_PAUSE: Duration = Duration::from_secs(1);

pub(super) struct Writer {
    set_ups: SetUps,
    /// By which orders are decided; ahead of what is in force by the batch at hand.
    pub(super) setup: Arc<Setup>,
    /// Ahead of what is published by the batch at hand.
    pub(super) hall: Hall,
    journal: JournalState,
    open: OpenStore,
    pub(super) clock: Arc<OfficeClock>,
    published: Arc<Published>,
    /// Somebody has ordered something since the program started.
    pub(super) has_served: bool,
    /// How long nobody was here before the program started.
    pub(super) away: Arc<Away>,
    /// When the journal was opened last, with success or not.
    opened_at: Instant,
    /// Orders of the last batch.
    last_batch: usize,
    /// Kept here and not in a loop, so that no panic forgets it.
    stopping: bool,
}

/// Whether the writer can write.
enum JournalState {
    /// Batches are appended.
    Open(Box<dyn Store>),
    /// A write failed or a bug ended a batch; the next try to fold is not before then.
    Failed { reason: Arc<str>, again_at: Instant },
}

/// An order that was decided, waiting for its batch to be durable.
struct Decided {
    answer: oneshot::Sender<Result<Answer, SubmitError>>,
    outcome: Result<Answer, SubmitError>,
}

impl Writer {
    pub(super) fn new(
        set_ups: SetUps,
        hall: Hall,
        store: Box<dyn Store>,
        open: OpenStore,
        (clock, published): (Arc<OfficeClock>, Arc<Published>),
        away: Arc<Away>,
    ) -> Self {
        Self {
            setup: set_ups.setup(),
            set_ups,
            hall,
            journal: JournalState::Open(store),
            open,
            clock,
            published,
            has_served: false,
            away,
            opened_at: Instant::now(),
            last_batch: 0,
            stopping: false,
        }
    }

    /// Works until the office stops. A bug costs the orders at hand their answer, and the hall is folded again.
    pub(super) fn run(mut self, inbox: &Receiver<Message>) {
        while !self.stopping {
            if let Err(panic) = catch_unwind(AssertUnwindSafe(|| self.work(inbox))) {
                self.give_up_after_bug(panic.as_ref());
            }
        }
        while let Ok(message) = inbox.try_recv() {
            if let Message::Submit(submission) = message {
                let _ = submission.answer.send(Err(SubmitError::Stopping));
            }
        }
    }

    fn work(&mut self, inbox: &Receiver<Message>) {
        // The day may have begun while the office was closed: it need not wait for the first order.
        self.carry_out(Vec::new());
        while !self.stopping {
            let batch = self.receive(inbox);
            if !(self.stopping && batch.is_empty()) {
                self.carry_out(batch);
            }
        }
    }

    /// Whatever waits, at most a batch; nothing when it is time to look at the clock or to recover.
    fn receive(&mut self, inbox: &Receiver<Message>) -> Vec<Submission> {
        let mut batch = Vec::new();
        match inbox.recv_timeout(self.patience()) {
            Ok(Message::Submit(submission)) => batch.push(*submission),
            Err(RecvTimeoutError::Timeout) => return batch,
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => self.stopping = true,
        }
        let gather_until = Instant::now() + GATHER_MAX;
        while !self.stopping && batch.len() < BATCH_MAX {
            match inbox.try_recv() {
                Ok(Message::Submit(submission)) => batch.push(*submission),
                Ok(Message::Stop) => self.stopping = true,
                // Whoever was answered with the last batch is likely to ask again at once; one alone never waits.
                Err(_) if batch.len() < self.last_batch && Instant::now() < gather_until => {
                    std::thread::sleep(GATHER_PAUSE);
                }
                Err(_) => break,
            }
        }
        self.last_batch = batch.len();
        batch
    }

    /// Until the next business day begins, a recovery is due, or the clock is looked at again.
    fn patience(&self) -> Duration {
        if let JournalState::Failed { again_at, .. } = &self.journal {
            return again_at.saturating_duration_since(Instant::now());
        }
        let now = self.clock.now(self.service());
        let until_day = self.setup.next_day_starts(now).duration_since(now);
        Duration::try_from(until_day).unwrap_or_default().min(IDLE_MAX)
    }

    fn carry_out(&mut self, batch: Vec<Submission>) {
        self.notice_closed();
        if let Err(reason) = self.recover() {
            for submission in batch {
                let _ = submission.answer.send(Err(SubmitError::Storage { reason: Arc::clone(&reason) }));
            }
            return;
        }
        let (mut events, now) = self.start_day();
        // What is done to people and devices is no sign that the office is there for citizens again.
        let serves = batch.iter().any(|submission| !matches!(submission.order.command, Command::Administer { .. }));
        if serves && !self.has_served {
            self.note_return(now, &mut events);
        }
        let decided: Vec<_> = batch
            .into_iter()
            .map(|submission| {
                let Submission { order, answer } = submission;
                let outcome = self.decide(&order, now, &mut events);
                Decided { answer, outcome }
            })
            .collect();
        let failure = self.make_durable(&events).err();
        // After a failure the return is noted with the next order.
        self.has_served |= serves && failure.is_none();
        for Decided { answer, outcome } in decided {
            let reply = match &failure {
                None => outcome,
                Some(reason) => Err(SubmitError::Storage { reason: Arc::clone(reason) }),
            };
            // Whoever asked may be gone; the event stands all the same.
            let _ = answer.send(reply);
        }
        self.away.is_over(self.has_served);
        if let JournalState::Open(store) = &mut self.journal {
            store.settle(&self.hall);
        }
    }

    /// Decides one order against everything decided before it, durable or not yet.
    pub(super) fn decide(
        &mut self,
        order: &Order,
        now: Timestamp,
        events: &mut Vec<Event>,
    ) -> Result<Answer, SubmitError> {
        if let Some(key) = &order.key {
            match self.hall.outcome(key) {
                KeyUse::New => {}
                KeyUse::OtherCommand => return Err(SubmitError::KeyReused),
                KeyUse::Repeat { touched, called, appointment } => {
                    let ticket = if matches!(order.command, Command::CallNext { .. }) { called } else { touched };
                    return Ok(Answer { is_repeat: true, ..self.answer(ticket, appointment, true) });
                }
            }
        }
        let decision = decide(&self.hall, &self.setup, order, now).map_err(SubmitError::Refused)?;
        let is_new = !decision.facts.is_empty();
        if let (true, Command::ChangeSetUp { wish }) = (is_new, &order.command) {
            self.setup = Arc::clone(&wish.next);
        }
        let appointment = decision.facts.iter().find_map(Fact::appointment);
        for fact in decision.facts {
            let number = self.hall.last_number().next();
            let event = Event { number, at: now, by: order.by.clone(), key: order.key.clone(), fact };
            self.hall.apply(&event);
            events.push(event);
        }
        Ok(self.answer(decision.ticket, appointment, is_new))
    }

    fn answer(&self, ticket: Option<TicketId>, appointment: Option<AppointmentId>, is_new: bool) -> Answer {
        Answer {
            ticket: ticket.and_then(|id| self.hall.ticket(id)).cloned(),
            appointment: appointment.and_then(|id| self.hall.appointment(id)).cloned(),
            is_new,
            is_repeat: false,
        }
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
                self.adopt_set_up(events.last().map(|event| event.at));
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
                self.fail(Arc::clone(&reason), (&error).into(), Instant::now() + RECOVERY_PAUSE);
                Err(reason)
            }
        }
    }

    /// What the journal names is in force from now on; views that are made with it come after.
    fn adopt_set_up(&mut self, since: Option<Timestamp>) {
        match self.set_ups.adopt(self.hall.set_up()) {
            Ok(false) => {}
            Ok(true) => {
                self.clock.change_set_up(self.set_ups.setup());
                note_since(&self.set_ups, since.unwrap_or_else(|| self.hall.last_at()), &self.hall);
            }
            Err(error) => {
                tracing::error!(%error, "the set-up that the journal names can't be used: the one before stays");
            }
        }
        self.setup = self.set_ups.setup();
    }

    /// A record whose write failed closes the journal too, and nobody's order should be needed to find out.
    fn notice_closed(&mut self) {
        let JournalState::Open(store) = &self.journal else { return };
        if !store.is_open() {
            tracing::error!("the data is closed since a record could not be written: it is opened again");
            self.fail("a record could not be written".into(), FaultCause::Other, Instant::now());
        }
    }

    /// What a panic left in memory may be half done: only the disk is believed.
    fn give_up_after_bug(&mut self, panic: &(dyn Any + Send)) -> Arc<str> {
        let text = panic.downcast_ref::<&str>().copied();
        let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("a panic");
        tracing::error!(panic = text, "a bug ended the engine's batch: the journal is folded again");
        // At once, but not in a circle when each fold ends in the same bug.
        let again_at = Instant::now().max(self.opened_at + RECOVERY_PAUSE);
        let reason: Arc<str> = text.into();
        self.fail(Arc::clone(&reason), FaultCause::Other, again_at);
        reason
    }

    /// Orders are refused until [`Self::recover`] has folded the journal. The store is dropped: there is one at a time.
    fn fail(&mut self, reason: Arc<str>, cause: FaultCause, again_at: Instant) {
        self.published.set_health(EngineHealth::Faulted { reason: Arc::clone(&reason), cause });
        self.journal = JournalState::Failed { reason, again_at };
    }

    /// The only way back: open the journal and fold it, as at start.
    fn recover(&mut self) -> Result<(), Arc<str>> {
        let JournalState::Failed { reason, again_at } = &self.journal else { return Ok(()) };
        if Instant::now() < *again_at {
            return Err(Arc::clone(reason));
        }
        self.opened_at = Instant::now();
        // The data closes first, which panics when its last sync fails: the orders at hand have an answer all the same.
        let folded = catch_unwind(AssertUnwindSafe(|| {
            (self.open)().and_then(|mut store| store.fold().map(|hall| (store, hall)))
        }));
        match folded {
            Ok(Ok((store, hall))) => {
                tracing::warn!(events = hall.last_number().0, "the journal is folded again: orders are accepted");
                self.hall = hall;
                self.adopt_set_up(None);
                self.published.replace(self.hall.clone());
                self.journal = JournalState::Open(store);
                self.published.set_health(EngineHealth::Well);
                Ok(())
            }
            Ok(Err(error)) => {
                let reason: Arc<str> = error.to_string().into();
                self.fail(Arc::clone(&reason), (&error).into(), Instant::now() + RECOVERY_PAUSE);
                Err(reason)
            }
            Err(panic) => Err(self.give_up_after_bug(panic.as_ref())),
        }
    }
}
