//! Reads the whole journal and says where it is damaged.

use moi_domain::EventNumber;
use serde::{Deserialize, Serialize};

use crate::runs::Runs;
use crate::{JournalError, Storage, watermark};

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
        self.verify_while(|| true)
    }

    /// The same, given up when it is not to go on: ten years take longer to read than an office may take to close.
    ///
    /// # Errors
    /// [`JournalError::Ended`] then; when the disk can't be read.
    pub fn verify_while(&self, goes_on: impl Fn() -> bool) -> Result<Verified, JournalError> {
        let acknowledged = watermark::acknowledged(self.folder());
        self.with_all(|disk| {
            let mut verified = Verified { events: 0, sealed_days: 0, last: EventNumber(0), damages: Vec::new() };
            for found in Runs::all(disk)? {
                if !goes_on() {
                    return Err(JournalError::Ended);
                }
                match found.and_then(|found| Ok((found.run.events()?.len(), found))) {
                    Ok((events, found)) => {
                        verified.events += events as u64;
                        verified.sealed_days += u64::from(found.is_sealed);
                        verified.last = EventNumber(found.run.next().0 - 1);
                    }
                    Err(damage @ JournalError::Damaged { .. }) => {
                        let told = disk
                            .damage(self.folder(), &damage)
                            .map_or_else(|| damage.to_string(), |damage| damage.to_string());
                        verified.damages.push(told);
                        if verified.damages.len() == DAMAGES_MAX {
                            break;
                        }
                    }
                    Err(error) => return Err(error),
                }
            }
            // Damage at the end alone: what comes after another is told by it.
            if verified.damages.is_empty()
                && let Err(missing) = watermark::check(self.folder(), acknowledged, verified.last)
            {
                verified.damages.push(missing.to_string());
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
    use crate::sealing;

    /// A reader that held the data open for minutes kept the office from going on.
    #[test]
    fn whoever_reads_all_of_it_ends_when_the_office_closes_or_has_to_open_its_data_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let one = day(1, 600, &FIRST);
        storage.with(|disk| sealing::write(disk, &one, &FIRST)).expect("written");
        assert!(matches!(storage.verify_while(|| false), Err(JournalError::Ended)));
        assert_eq!(storage.verify().expect("it reads").events, 600);
        storage.fail();
        assert!(matches!(storage.verify(), Err(JournalError::Closed)));
        assert!(matches!(storage.export(&mut Vec::new()), Err(JournalError::Closed)));
    }

    #[test]
    fn a_damaged_day_is_told_once_and_reading_goes_on_after_it() {
        type Change = fn(Vec<u8>) -> Option<Vec<u8>>;
        let changes: [(&str, Change); 4] = [
            ("gone", |_| None),
            ("empty", |_| Some(Vec::new())),
            ("no head", |bytes| Some([b"no head\n", &bytes[..]].concat())),
            ("cut", |bytes| Some(bytes[..bytes.len() / 2].to_vec())),
        ];
        for (what, change) in changes {
            let folder = tempfile::tempdir().expect("a folder");
            let storage = Storage::open(folder.path()).expect("it opens");
            let one = day(1, 6_000, &FIRST);
            let two = day(6_001, 6_100, &one.after);
            let write = |disk: &crate::disk::Disk| {
                sealing::write(disk, &one, &FIRST)?;
                sealing::write(disk, &two, &one.after)
            };
            storage.with(write).expect("written");
            let path = folder.path().join("days/00000000000000000001.day");
            match change(std::fs::read(&path).expect("the day is there")) {
                Some(bytes) => std::fs::write(&path, bytes).expect("written"),
                None => std::fs::remove_file(&path).expect("removed"),
            }
            let verified = storage.verify().expect("it reads");
            assert_eq!(verified.damages.len(), 1, "{what}: {:?}", verified.damages);
            assert!(verified.damages[0].contains("damaged at event 1"), "{what}: {:?}", verified.damages);
            assert_eq!((verified.sealed_days, verified.events), (1, 100), "{what}");
        }
    }
}
