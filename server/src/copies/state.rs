//! How it stands with the copies that are made by themselves, for whoever asks how the office is.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

/// Told by the task that makes copies; cloning it is cheap.
#[derive(Clone, Default)]
pub struct CopyState(Arc<Mutex<Copies>>);

/// What is known of the copies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Copies {
    /// The newest one; none when there is none.
    pub newest: Option<Copy>,
    /// Those that are dated later than now: a clock was ahead, or is behind now. They count for nothing.
    pub ahead: Vec<Copy>,
    /// When the next one is made or tried; none before the folder was looked at.
    pub next_at: Option<Timestamp>,
    /// Why there is no copy, when one is due and can't be made. Not when the journal is damaged.
    pub trouble: Option<String>,
}

/// A copy in its folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// The file.
    pub path: PathBuf,
    /// When it was made, by its name.
    pub made_at: Timestamp,
    /// Its size.
    pub bytes: u64,
}

impl Copy {
    /// Its name in the folder.
    #[must_use]
    pub fn file(&self) -> String {
        self.path.file_name().unwrap_or_default().display().to_string()
    }
}

impl CopyState {
    /// Why there is no copy, when one is due and can't be made.
    #[must_use]
    pub fn trouble(&self) -> Option<String> {
        self.lock().trouble.clone()
    }

    /// Names of the copies that are dated later than now.
    #[must_use]
    pub fn ahead(&self) -> Vec<String> {
        self.lock().ahead.iter().map(Copy::file).collect()
    }

    /// All that is known.
    #[must_use]
    pub fn copies(&self) -> Copies {
        self.lock().clone()
    }

    pub(super) fn set(&self, copies: Copies) {
        *self.lock() = copies;
    }

    /// Another try failed: what was known of earlier copies stays. No trouble is told here that others tell.
    pub(super) fn fail(&self, trouble: Option<String>, next_at: Option<Timestamp>) {
        let mut copies = self.lock();
        copies.trouble = trouble;
        copies.next_at = next_at;
    }

    fn lock(&self) -> MutexGuard<'_, Copies> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
