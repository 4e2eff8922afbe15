//! Wrong PINs: five in a row, and the name rests for five minutes.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// Wrong PINs in a row before a name rests; as the sign-in page says.
const TRIES: u32 = 5;

/// How long it rests.
const REST: SignedDuration = SignedDuration::from_mins(5);

/// Names that are remembered; the oldest go first. Only names of the office's people get here.
const NAMES_MAX: usize = 1_000;

/// The wrong tries of each name since its last good one.
#[derive(Default)]
pub(super) struct Attempts(Mutex<HashMap<String, Wrong>>);

#[derive(Clone, Copy)]
struct Wrong {
    tries: u32,
    last: Timestamp,
}

impl Attempts {
    /// Seconds until the name may try again; none when it may now.
    pub(super) fn rest(&self, name: &str, now: Timestamp) -> Option<u64> {
        let wrongs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let wrong = wrongs.get(name).filter(|wrong| wrong.tries >= TRIES)?;
        let left = REST - now.duration_since(wrong.last);
        u64::try_from(left.as_secs()).ok().filter(|seconds| *seconds > 0)
    }

    /// Remembers a wrong PIN; says how many tries are left.
    pub(super) fn count_wrong(&self, name: &str, now: Timestamp) -> u32 {
        let mut wrongs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        wrongs.retain(|_, wrong| now.duration_since(wrong.last) < REST);
        if wrongs.len() >= NAMES_MAX {
            wrongs.clear();
        }
        let wrong = wrongs.entry(name.to_owned()).or_insert(Wrong { tries: 0, last: now });
        wrong.tries += 1;
        wrong.last = now;
        TRIES.saturating_sub(wrong.tries)
    }

    /// A good PIN makes up for the wrong ones.
    pub(super) fn forget(&self, name: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_wrong_pins_make_a_name_rest_for_five_minutes() {
        let attempts = Attempts::default();
        let now: Timestamp = "2026-11-24T02:00:00Z".parse().expect("a time");
        let left: Vec<u32> = (0..5).map(|_| attempts.count_wrong("Hà", now)).collect();
        assert_eq!(left, [4, 3, 2, 1, 0]);
        assert_eq!(attempts.rest("Hà", now), Some(300));
        assert_eq!(attempts.rest("Tú", now), None);
        assert_eq!(attempts.rest("Hà", now + REST), None);
    }

    #[test]
    fn a_good_pin_makes_up_for_wrong_ones() {
        let attempts = Attempts::default();
        let now: Timestamp = "2026-11-24T02:00:00Z".parse().expect("a time");
        attempts.count_wrong("Hà", now);
        attempts.forget("Hà");
        assert_eq!(attempts.count_wrong("Hà", now), 4);
    }
}
