//! Reads the whole journal and says where it is damaged.

use moi_domain::EventNumber;
use serde::{Deserialize, Serialize};

use crate::runs::Runs;
use crate::{JournalError, Storage};

/// Damaged places that are told; who has more needs no list.
const DAMAGES_MAX: usize = 100;

/// What a whole reading found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// Events that are as they were written.
    pub events: u64,
    /// Sealed days among them.
    pub sealed_days: u64,
    /// The last of them.
    pub last: EventNumber,
    /// What is damaged, in the journal's order; a hundred places at most.
    pub damages: Vec<String>,
}

impl Storage {
    /// Reads every event, compares every checksum, and goes on after what is damaged.
    ///
    /// # Errors
    /// When the disk can't be read.
    pub fn verify(&self) -> Result<Verified, JournalError> {
        self.with_all(|disk| {
            let mut verified = Verified { events: 0, sealed_days: 0, last: EventNumber(0), damages: Vec::new() };
            for found in Runs::all(disk) {
                match found {
                    Ok(found) => {
                        verified.events += found.run.events.len() as u64;
                        verified.sealed_days += u64::from(found.is_sealed);
                        verified.last = EventNumber(found.run.next().0 - 1);
                    }
                    Err(damage @ JournalError::Damaged { .. }) => {
                        verified.damages.push(damage.to_string());
                        if verified.damages.len() == DAMAGES_MAX {
                            break;
                        }
                    }
                    Err(error) => return Err(error),
                }
            }
            Ok(verified)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::FIRST;
    use crate::samples::day;
    use crate::{sealed, sealing};

    /// Whatever part of a day is damaged or gone, the day is told once and the next one is read.
    #[test]
    fn a_damaged_day_is_told_once_and_reading_goes_on_after_it() {
        for (what, part, is_removed) in [("head", 0, false), ("first part", 0, true), ("last part", 1, true)] {
            let folder = tempfile::tempdir().expect("a folder");
            let storage = Storage::open(folder.path()).expect("it opens");
            let (one, two) = (day(1, 6_000, &FIRST), day(6_001, 6_100, &day(1, 6_000, &FIRST).after));
            let write = |disk: &crate::disk::Disk| {
                sealing::write(disk, &one, &FIRST, &[])?;
                sealing::write(disk, &two, &one.after, &[])?;
                let key = sealed::key(EventNumber(1), part);
                let change = if is_removed { None } else { Some(b"\x01no head\n".as_slice()) };
                let changed = match change {
                    Some(value) => disk.journal.insert(key, value),
                    None => disk.journal.remove(key),
                };
                changed.expect("written").expect("the day has this part");
                Ok(())
            };
            storage.with(write).expect("written");
            let verified = storage.verify().expect("it reads");
            assert_eq!(verified.damages.len(), 1, "{what}: {:?}", verified.damages);
            assert!(verified.damages[0].contains("damaged at event 1"), "{what}: {:?}", verified.damages);
            assert_eq!((verified.sealed_days, verified.events), (1, 100), "{what}");
        }
    }
}
