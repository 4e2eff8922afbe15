//! Whose turn it is on a small machine: most tests run beside each other, those that load or measure run alone.

use std::fs::File;

use anyhow::Context;

/// A turn, held until it is dropped. It holds for other test processes too, since it is a file's lock.
#[derive(Debug)]
pub struct Turn {
    _hall: File,
}

impl Turn {
    /// A turn beside others.
    ///
    /// # Errors
    /// When the lock's file can't be used.
    pub fn beside_others() -> anyhow::Result<Self> {
        Self::take(File::lock_shared)
    }

    /// A turn alone: waits until everybody else is done.
    ///
    /// # Errors
    /// When the lock's file can't be used.
    pub fn alone() -> anyhow::Result<Self> {
        Self::take(File::lock)
    }

    fn take(lock: impl Fn(&File) -> std::io::Result<()>) -> anyhow::Result<Self> {
        // Everybody comes through the door one by one, so that who waits for the hall alone is not overtaken for ever.
        let door = open("door")?;
        door.lock().context("wait at the door")?;
        let hall = open("hall")?;
        lock(&hall).context("wait for the hall")?;
        Ok(Self { _hall: hall })
    }
}

fn open(name: &str) -> anyhow::Result<File> {
    let path = std::env::temp_dir().join(format!("moi-tests-{name}.lock"));
    File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .with_context(|| format!("open {}", path.display()))
}
