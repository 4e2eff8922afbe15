//! The durable hall that everybody may read, and the bell that rings when it changed.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use moi_domain::{Event, Hall};
use tokio::sync::watch;

use super::EngineHealth;

/// What is durable. The writer alone changes it; readers hold the lock for one view at a time.
pub struct Published {
    hall: RwLock<Hall>,
    health: Mutex<EngineHealth>,
    changes: Mutex<u64>,
    bell: Condvar,
    changed: watch::Sender<()>,
}

impl Published {
    pub(super) fn new(hall: Hall) -> Self {
        Self {
            hall: RwLock::new(hall),
            health: Mutex::new(EngineHealth::Well),
            changes: Mutex::new(0),
            bell: Condvar::new(),
            changed: watch::Sender::new(()),
        }
    }

    /// Looks at the hall. Never call it from inside `look`: a waiting writer would block the second look.
    pub fn read<T>(&self, look: impl FnOnce(&Hall) -> T) -> T {
        look(&self.hall.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// How the writer is.
    #[must_use]
    pub fn health(&self) -> EngineHealth {
        lock(&self.health).clone()
    }

    /// Tells each change to whoever awaits it; only the newest matters.
    #[must_use]
    pub fn subscribe(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }

    /// Blocks until something changed after `seen`, or `patience` is over. Returns the count to pass next time.
    #[must_use]
    pub fn wait(&self, seen: u64, patience: Duration) -> u64 {
        let waiting = self.bell.wait_timeout_while(lock(&self.changes), patience, |changes| *changes == seen);
        let (changes, _) = waiting.unwrap_or_else(PoisonError::into_inner);
        *changes
    }

    /// The count of changes; a view that is made after reading it shows at least these.
    #[must_use]
    pub fn version(&self) -> u64 {
        *lock(&self.changes)
    }

    /// Rings the bell; also for what is not in the hall but in a view, as a slip's printing.
    pub fn ring(&self) {
        *lock(&self.changes) += 1;
        self.bell.notify_all();
        self.changed.send_replace(());
    }

    /// A bug in here leaves the hall half changed and its lock poisoned: the writer notices the panic and brings the
    /// fold of what is durable with [`Self::replace`]. Readers look on meanwhile, as they must be shown something.
    pub(super) fn apply(&self, events: &[Event]) {
        let mut hall = self.hall.write().unwrap_or_else(PoisonError::into_inner);
        for event in events {
            hall.apply(event);
        }
        drop(hall);
        self.ring();
    }

    pub(super) fn replace(&self, hall: Hall) {
        *self.hall.write().unwrap_or_else(PoisonError::into_inner) = hall;
        self.hall.clear_poison();
        self.ring();
    }

    pub(super) fn set_health(&self, health: EngineHealth) {
        let mut known = lock(&self.health);
        let is_news = *known != health;
        *known = health;
        drop(known);
        if is_news {
            self.ring();
        }
    }
}

/// The health and the count are each replaced whole, so that they are good even when the lock is poisoned.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
