//! Brings data of an earlier format to this one.
//!
//! Format 2 kept closed days in the database, in parts: a version byte and up to 6 KiB of the day's bytes under the
//! number of the day's first event and that of the part. Together they are what a day's file holds now.

use moi_domain::EventNumber;

use crate::JournalError;
use crate::disk::Disk;

/// Bytes of a part's key: both numbers, big-endian. A batch's key has eight.
const PART_KEY_BYTES: usize = 10;

/// Makes files of the days that lie in the database. A kill in the middle leaves what the next start goes on with.
pub(crate) fn move_days(disk: &Disk) -> Result<(), JournalError> {
    let mut day: Option<(EventNumber, Vec<u8>)> = None;
    let mut parts = sled::Batch::default();
    for entry in &disk.journal {
        let (key, value) = entry.map_err(disk.failure("read"))?;
        let Some(first) = first_of_part(&key) else { continue };
        let is_same = day.as_ref().is_some_and(|(day, _)| *day == first);
        if !is_same && let Some((first, bytes)) = day.replace((first, Vec::new())) {
            disk.days.write(first, &bytes)?;
        }
        if let Some((_, bytes)) = &mut day {
            bytes.extend_from_slice(value.get(1..).unwrap_or_default());
        }
        parts.remove(key);
    }
    let Some((first, bytes)) = day else { return Ok(()) };
    disk.days.write(first, &bytes)?;
    disk.write(|disk| disk.journal.apply_batch(parts))
}

fn first_of_part(key: &[u8]) -> Option<EventNumber> {
    let (first, _) = key.split_first_chunk().filter(|_| key.len() == PART_KEY_BYTES)?;
    Some(EventNumber(u64::from_be_bytes(*first)))
}
