//! Where the office's data lies: how much it is, and how much room its disk has left.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use moi_journal::{Extent, Measure};
use tokio::time::timeout;

/// A disk tells of a dozen files within microseconds. One that hangs leaves the question with what was known before.
const LOOK_MAX: Duration = Duration::from_secs(1);

/// The place of an office's data; cloning it is cheap.
#[derive(Clone)]
pub struct DataPlace(Arc<Inside>);

struct Inside {
    folder: PathBuf,
    measure: Measure,
    opened_in: Duration,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    look: Look,
    /// Somebody looks just now: however many ask, a disk that hangs holds one thread.
    looking: bool,
}

/// What was seen at the last look; none of what the disk did not tell.
#[derive(Debug, Clone, Copy, Default)]
pub struct Look {
    /// The room on the data's disk.
    pub room: Option<Room>,
    /// How much there is of the journal.
    pub extent: Option<Extent>,
}

/// The room on a disk, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// What Moi may still use: less than what is free where the system keeps some for itself.
    pub free_bytes: u64,
    /// All of it.
    pub total_bytes: u64,
}

impl DataPlace {
    /// The data folder with the journal in it, which took so long to open.
    #[must_use]
    pub fn new(folder: &Path, measure: Measure, opened_in: Duration) -> Self {
        // Without a working folder there is no other name for it.
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        Self(Arc::new(Inside { folder, measure, opened_in, known: Mutex::default() }))
    }

    /// The data folder, from the root.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// How long opening and folding the journal took at the last start.
    #[must_use]
    pub fn opened_in(&self) -> Duration {
        self.0.opened_in
    }

    /// Looks now; on a disk that does not answer in time, what was seen before.
    pub async fn look(&self) -> Look {
        if self.begin() {
            let place = self.clone();
            let looked = tokio::task::spawn_blocking(move || place.look_now());
            if timeout(LOOK_MAX, looked).await.is_err() {
                tracing::warn!(folder = %self.0.folder.display(), "the data's disk does not tell of its files in time");
            }
        }
        self.known().look
    }

    /// Whether nobody else looks already.
    fn begin(&self) -> bool {
        !std::mem::replace(&mut self.known().looking, true)
    }

    /// Blocks.
    fn look_now(&self) {
        let extent =
            self.0.measure.take().inspect_err(|error| tracing::debug!(%error, "the journal can't be measured"));
        let look = Look { room: room_in(&self.0.folder), extent: extent.ok() };
        *self.known() = Known { look, looking: false };
    }

    /// Replaced whole, so that a panic elsewhere leaves something good.
    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn room_in(folder: &Path) -> Option<Room> {
    let about = rustix::fs::statvfs(folder)
        .inspect_err(|error| tracing::debug!(%error, "the disk does not tell of its room"))
        .ok()?;
    let bytes = |blocks: u64| blocks.saturating_mul(about.f_frsize);
    Some(Room { free_bytes: bytes(about.f_bavail), total_bytes: bytes(about.f_blocks) })
}

#[cfg(test)]
mod tests {
    use moi_journal::Storage;

    use super::*;

    fn place() -> (tempfile::TempDir, Storage, DataPlace) {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(&folder.path().join("journal")).expect("it opens");
        let place = DataPlace::new(folder.path(), Measure::of(&storage), Duration::from_millis(12));
        (folder, storage, place)
    }

    #[tokio::test]
    async fn the_room_and_the_journal_are_told() {
        let (_folder, _storage, place) = place();
        let look = place.look().await;
        let room = look.room.expect("the disk tells");
        assert!(room.free_bytes <= room.total_bytes && room.total_bytes > 0, "{room:?}");
        assert!(look.extent.expect("it is measured").bytes > 0);
        assert!(place.folder().is_absolute());
    }

    #[tokio::test]
    async fn a_disk_that_hangs_is_asked_by_one_and_the_others_are_told_what_was_known() {
        let (_folder, _storage, place) = place();
        let before = place.look().await.room;
        assert!(place.begin(), "as somebody does whose question hangs");
        assert_eq!(place.look().await.room, before);
        assert!(!place.begin(), "nobody else has asked");
    }

    #[tokio::test]
    async fn a_folder_that_is_gone_is_unknown_and_no_fault() {
        let (folder, _storage, place) = place();
        std::fs::remove_dir_all(folder.path()).expect("removed");
        let look = place.look().await;
        assert!(look.room.is_none() && look.extent.is_none(), "{look:?}");
    }
}
