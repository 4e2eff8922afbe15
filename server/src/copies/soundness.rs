//! Whether the journal is sound, as far as anybody has seen: a backup, a verification or a sealing that met damage says
//! so here, for whoever asks how the office is.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use moi_journal::{JournalError, Storage, Verified};

/// What is known of damage; cloning it is cheap.
#[derive(Clone)]
pub struct Soundness(Arc<Inside>);

struct Inside {
    storage: Storage,
    /// The file and its day, and what is wrong, at the last reading of the whole journal.
    damage: Mutex<Option<String>>,
}

impl Soundness {
    /// Of this office's data; nothing is known yet.
    #[must_use]
    pub fn of(storage: Storage) -> Self {
        Self(Arc::new(Inside { storage, damage: Mutex::default() }))
    }

    /// Notes what ended a reading of the whole journal. Returns whether that was damage.
    pub fn failed(&self, error: &JournalError) -> bool {
        let Some(damage) = self.0.storage.damage(error) else { return false };
        *self.lock() = Some(damage.to_string());
        true
    }

    /// Notes that the whole journal was read and is sound.
    pub fn is_sound(&self) {
        *self.lock() = None;
    }

    /// Notes what a reading of the whole journal found.
    pub fn verified(&self, verified: &Verified) {
        *self.lock() = verified.damages.first().cloned();
    }

    /// Which file of the journal is damaged, of which day, and how; none when nothing is known of damage.
    #[must_use]
    pub fn damage(&self) -> Option<String> {
        let own = self.lock().clone();
        own.or_else(|| Some(self.0.storage.sealing_trouble()?.damage?.to_string()))
    }

    /// Why closed days are not put away, when something else than damage keeps them from it.
    #[must_use]
    pub fn sealing_trouble(&self) -> Option<String> {
        self.0.storage.sealing_trouble().filter(|trouble| trouble.damage.is_none()).map(|trouble| trouble.reason)
    }

    fn lock(&self) -> MutexGuard<'_, Option<String>> {
        self.0.damage.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
