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
