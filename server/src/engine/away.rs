//! How long the office was away before this start: noted with the first order, and known to readers before it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};
use moi_domain::{Actor, Command, Event, Hall, Order, Setup, decide};

/// The last signs of life before the program started, and when it did.
pub(super) struct Away {
    /// The last event; none where there was no office before.
    last_event: Option<Timestamp>,
    /// What was kept beside the journal. It may come from a clock that was ahead.
    alive: Option<Timestamp>,
    started: Instant,
    /// Somebody has ordered something, so that it is noted if it is to be.
    is_over: AtomicBool,
}

impl Away {
    pub(super) fn before(hall: &Hall, alive: Option<Timestamp>) -> Self {
        let last_event = Some(hall.last_at()).filter(|_| hall.day().is_some());
        Self { last_event, alive, started: Instant::now(), is_over: AtomicBool::new(false) }
    }

    pub(super) fn is_over(&self, is_over: bool) {
        self.is_over.store(is_over, Ordering::Release);
    }

    /// The office is there again; none before the first event, when there was none.
    pub(super) fn noting(&self, now: Timestamp) -> Option<Command> {
        let last_event = self.last_event?;
        let since = i64::try_from(self.started.elapsed().as_millis()).unwrap_or(i64::MAX);
        let back = now.checked_sub(SignedDuration::from_millis(since)).unwrap_or(now);
        let alive = self.alive.filter(|alive| *alive <= back);
        Some(Command::NoteReturn { gone: alive.map_or(last_event, |alive| alive.max(last_event)), back })
    }

    /// The hall as it will be when the return is noted; none when it is, or need not be.
    pub(super) fn noted_in(&self, hall: &Hall, setup: &Setup, now: Timestamp) -> Option<Hall> {
        if self.is_over.load(Ordering::Acquire) {
            return None;
        }
        let order = Order { command: self.noting(now)?, by: Actor::Engine, key: None };
        let facts = decide(hall, setup, &order, now).ok()?.facts;
        let mut noted = (!facts.is_empty()).then(|| hall.clone())?;
        for fact in facts {
            let number = noted.last_number().next();
            noted.apply(&Event { number, at: now, by: Actor::Engine, key: None, fact });
        }
        Some(noted)
    }
}
