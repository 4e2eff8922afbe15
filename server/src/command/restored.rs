//! An office that goes on from a backup gives numbers again that are on paper already: whoever works there is told on
//! the day of it.

use jiff::Timestamp;
use moi_domain::Setup;
use moi_journal::{JournalError, Records, Storage};
use serde::{Deserialize, Serialize};

/// Where it is noted that the office was restored.
const ROOM: &str = "restored";
const LAST: &str = "last";

/// When the office was restored, from a backup of when.
#[derive(Debug, Serialize, Deserialize)]
struct Restored {
    at: Timestamp,
    made_at: Timestamp,
}

/// Notes that the office was filled from a backup.
///
/// # Errors
/// When it can't be written.
pub(super) fn note(storage: &Storage, made_at: Timestamp, at: Timestamp) -> Result<(), JournalError> {
    storage.records().put(ROOM, LAST, &Restored { at, made_at })
}

/// When the backup was made that the office was restored from on the business day of `now`; none when it was not.
#[must_use]
pub(super) fn today_from(records: &Records, setup: &Setup, now: Timestamp) -> Option<Timestamp> {
    // It is only a reminder.
    let restored: Restored = records.get(ROOM, LAST).ok().flatten()?;
    (setup.business_day(restored.at) == setup.business_day(now)).then_some(restored.made_at)
}
