//! Copies by themselves: a backup every so often, the newest ones kept.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use moi_journal::{JournalError, Storage};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};

use super::folder::{self, Shelf};
use super::{Closing, Copies, CopyError, CopyState, Soundness, back_up_to};
use crate::clock::Clock;

/// Whether a copy is due is looked at this often; also how soon a failed one is tried again.
pub(super) const LOOK_EVERY: Duration = Duration::from_mins(5);

/// After the data was closed, a copy is tried again so soon: the office opens it again within seconds of a good disk.
const AFTER_CLOSED: Duration = Duration::from_secs(30);

/// After damage: reading it once more finds the same, and mending it needs a restart.
pub(super) const AFTER_DAMAGE: Duration = Duration::from_hours(24);

/// A first copy of an office with nothing in it would count for a day. It is made with the first ticket, or so long
/// after the start: people and tokens are worth a copy, too.
const FIRST_WITHIN: SignedDuration = SignedDuration::from_hours(1);

/// How often the first ticket is looked for. A look costs less than a microsecond.
pub(super) const FIRST_LOOK: Duration = Duration::from_secs(2);

/// When copies are made, and where they go.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The data folder.
    pub data: PathBuf,
    /// The folder of copies as in the set-up; a relative one lies in the data folder.
    pub folder: PathBuf,
    /// From one copy to the next.
    pub every: SignedDuration,
    /// So many are kept; older ones are removed, once a newer one is whole.
    pub keep: usize,
    /// The office's.
    pub zone: TimeZone,
}

/// The plan by the set-up in force.
pub type PlanSource = Arc<dyn Fn() -> Plan + Send + Sync>;

/// What copies are made of, and who is told.
#[derive(Clone)]
pub struct Copying {
    /// The office's data.
    pub storage: Storage,
    /// Where and when.
    pub plan: PlanSource,
    /// The office's time.
    pub clock: Clock,
    /// Whether tickets were taken today: what makes a first copy worth its while.
    pub has_tickets: Arc<dyn Fn() -> bool + Send + Sync>,
    /// How it stands with the copies.
    pub state: CopyState,
    /// Where damage is told.
    pub soundness: Soundness,
    /// Whether the office closes.
    pub closing: Closing,
}

/// Makes copies by the plan until it is aborted.
#[must_use]
pub fn start(copying: Copying) -> JoinHandle<()> {
    tokio::spawn(async move {
        let started_at = (copying.clock)();
        let may_begin_at = started_at.checked_add(FIRST_WITHIN).unwrap_or(started_at);
        // A later copy reads years, and may wait until the morning's start is over. A first one doesn't wait: trouble
        // with its folder is to be seen while somebody sets the office up.
        let quiet_until = Instant::now() + LOOK_EVERY;
        loop {
            let (round, now) = (copying.clone(), (copying.clock)());
            let is_quiet = Instant::now() < quiet_until;
            let pause = tokio::task::spawn_blocking(move || round.round(now, may_begin_at, is_quiet)).await;
            let pause = pause.unwrap_or_else(|error| {
                tracing::error!(%error, "a backup ended by a panic");
                LOOK_EVERY
            });
            sleep(pause).await;
        }
    })
}

/// What a look at the folder came to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// There is a new copy.
    Made(PathBuf),
    /// The newest one is new enough, or it is too early after the start.
    NotYet,
    /// There is none, and nothing worth one.
    NotBegun,
}

impl Copying {
    /// Looks, makes a copy if one is due, tells how it stands, and returns when to look again. Blocks.
    pub(super) fn round(&self, now: Timestamp, may_begin_at: Timestamp, is_quiet: bool) -> Duration {
        match self.copy_if_due(now, may_begin_at, is_quiet) {
            Ok((outcome, found)) => {
                if let Outcome::Made(path) = &outcome {
                    self.soundness.is_sound();
                    tracing::info!(file = %path.display(), "the office is backed up");
                }
                if outcome == Outcome::NotBegun {
                    self.state.set(Copies { ahead: found.ahead, next_at: Some(may_begin_at), ..Copies::default() });
                    return FIRST_LOOK;
                }
                self.state.set(self.known(found, now));
                LOOK_EVERY
            }
            Err(CopyError::Journal(error)) if self.soundness.failed(&error) => {
                tracing::error!(%error, "the journal is damaged, so that no backup can be made: mend it first");
                self.state.fail(None, later(now, AFTER_DAMAGE));
                AFTER_DAMAGE
            }
            // The office's own disk is in trouble, which is told as that: no word of the folder for backups.
            Err(CopyError::Journal(error @ JournalError::Closed)) => {
                tracing::warn!(%error, "no backup while the office's data is closed");
                self.state.fail(None, later(now, AFTER_CLOSED));
                AFTER_CLOSED
            }
            Err(error) => {
                tracing::error!(%error, "the office could not be backed up: it is tried again soon");
                self.state.fail(Some(error.to_string()), later(now, LOOK_EVERY));
                LOOK_EVERY
            }
        }
    }

    /// Makes a copy when the newest one is old enough. Returns what is in the folder then.
    pub(super) fn copy_if_due(
        &self,
        now: Timestamp,
        may_begin_at: Timestamp,
        is_quiet: bool,
    ) -> Result<(Outcome, Shelf), CopyError> {
        let Plan { data, folder, every, keep, zone } = &(self.plan)();
        let path = folder::make(data, folder)?;
        let failure = |source| CopyError::File { path: path.clone(), source };
        folder::remove_unfinished(&path, "");
        let found = Shelf::look(&path, zone, now).map_err(failure)?;
        match found.newest() {
            Some(newest) if is_quiet || now.duration_since(newest.made_at) < *every => {
                return Ok((Outcome::NotYet, found));
            }
            None if now < may_begin_at && !(self.has_tickets)() => {
                return Ok((Outcome::NotBegun, found));
            }
            Some(_) | None => {}
        }
        let file = folder::file_for(&path, zone, now);
        match back_up_to(&self.storage, &file, now, &self.closing) {
            Ok(_) => {}
            // Made in this very minute.
            Err(CopyError::Taken(_)) => return Ok((Outcome::NotYet, found)),
            Err(error) => return Err(error),
        }
        Shelf::look(&path, zone, now).and_then(|found| found.remove_old(*keep)).map_err(failure)?;
        Ok((Outcome::Made(file), Shelf::look(&path, zone, now).map_err(failure)?))
    }

    /// Makes a copy at once, whenever the next one is due, and tells how it stands. Blocks. Within a minute there is
    /// one copy, whoever asks.
    ///
    /// # Errors
    /// See [`CopyError`]; damage is noted.
    pub fn copy_now(&self, now: Timestamp) -> Result<PathBuf, CopyError> {
        let Plan { data, folder, every: _, keep, zone } = &(self.plan)();
        let path = folder::make(data, folder)?;
        let failure = |source| CopyError::File { path: path.clone(), source };
        let file = folder::file_for(&path, zone, now);
        match back_up_to(&self.storage, &file, now, &self.closing) {
            Ok(_) | Err(CopyError::Taken(_)) => {}
            Err(CopyError::Journal(error)) => {
                self.soundness.failed(&error);
                return Err(CopyError::Journal(error));
            }
            Err(error) => return Err(error),
        }
        Shelf::look(&path, zone, now).and_then(|found| found.remove_old(*keep)).map_err(failure)?;
        let found = Shelf::look(&path, zone, now).map_err(failure)?;
        self.soundness.is_sound();
        self.state.set(self.known(found, now));
        Ok(file)
    }

    /// What is in the folder, and when the next copy is made: not before it is due, nor before it is looked at again.
    pub(super) fn known(&self, found: Shelf, now: Timestamp) -> Copies {
        let newest = found.newest().cloned();
        let due_at = newest.as_ref().and_then(|copy| copy.made_at.checked_add((self.plan)().every).ok());
        Copies { newest, ahead: found.ahead, next_at: due_at.max(later(now, LOOK_EVERY)), trouble: None }
    }
}

fn later(now: Timestamp, pause: Duration) -> Option<Timestamp> {
    now.checked_add(pause).ok()
}
