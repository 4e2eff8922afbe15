//! A sign of life beside the journal: on a quiet morning the last event says little about when the power went.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, SyncSender, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

use jiff::Timestamp;

use crate::clock::ClockState;
use crate::engine::{Engine, EngineHealth};

/// Its file in the data folder.
pub const ALIVE: &str = "alive";

/// An absence counts from one minute on: a third of that is near enough, and wears no card out.
const EVERY: Duration = Duration::from_secs(20);

/// The thread that writes it.
pub struct Keeper {
    stop: SyncSender<()>,
    thread: JoinHandle<()>,
}

/// The last sign of life in a data folder; none where there is none, or the cut came in the middle of it.
#[must_use]
pub fn last_sign(data: &Path) -> Option<Timestamp> {
    fs::read_to_string(data.join(ALIVE)).ok()?.trim().parse().ok()
}

/// Begins to write it. Never synced: what a power cut takes is one sign.
///
/// # Errors
/// When the machine gives no thread.
pub fn keep(data: &Path, engine: Engine) -> io::Result<Keeper> {
    let path = data.join(ALIVE);
    let (stop, stopped) = sync_channel(1);
    let thread = std::thread::Builder::new().name("alive".into()).spawn(move || {
        while stopped.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
            sign(&path, &engine);
        }
        sign(&path, &engine);
    })?;
    Ok(Keeper { stop, thread })
}

impl Keeper {
    /// Writes the last one.
    pub fn stop(self) {
        drop(self.stop);
        if self.thread.join().is_err() {
            tracing::error!("the thread of the sign of life ended by a panic");
        }
    }
}

/// An office that can give no number, or by a wrong clock, gives no sign. One whose absence is not noted yet keeps the
/// sign before it: the power may go again before anybody asks for anything.
fn sign(path: &Path, engine: &Engine) {
    let is_well = engine.published().health() == EngineHealth::Well && engine.clock_state() == ClockState::Right;
    if !is_well || engine.is_return_due() {
        return;
    }
    if let Err(error) = write(path, (engine.clock())()) {
        tracing::warn!(file = %path.display(), %error, "the sign of life can't be written");
    }
}

/// Over the old one and as long as it, so that there is no moment without one.
fn write(path: &Path, at: Timestamp) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
    writeln!(file, "{at:.3}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_is_read_as_it_was_written_last_and_half_a_one_is_none() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(last_sign(folder.path()), None);
        for at in ["2026-11-24T09:00:00.125Z", "2026-11-24T09:00:20Z"] {
            write(&folder.path().join(ALIVE), at.parse().unwrap()).unwrap();
            assert_eq!(last_sign(folder.path()), Some(at.parse().unwrap()));
        }
        fs::write(folder.path().join(ALIVE), "2026-11-24T0").unwrap();
        assert_eq!(last_sign(folder.path()), None);
    }
}
