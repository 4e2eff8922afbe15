//! When somebody last did something in each session: in memory, since a request must not cost a write to the disk.
//!
//! What counts is a person's doing: a command (every request but a GET), or a page's word that somebody touched it.
//! Neither a page's own refreshing nor an open live view counts, since both go on for whoever went home. After a
//! restart counting begins anew with the first request: nobody is sent to the sign-in page by a power cut.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// Of all sessions by their fingerprints; as many as the records have.
#[derive(Default)]
pub(super) struct Activity(Mutex<HashMap<String, Last>>);

#[derive(Clone, Copy)]
struct Last {
    acted: Timestamp,
    seen: Timestamp,
}

impl Activity {
    /// A request came in this session; whether somebody's doing brought it.
    pub(super) fn saw(&self, fingerprint: &str, now: Timestamp, is_doing: bool) {
        let mut known = self.lock();
        match known.get_mut(fingerprint) {
            Some(last) => {
                last.seen = now;
                if is_doing {
                    last.acted = now;
                }
            }
            None => drop(known.insert(fingerprint.to_owned(), Last { acted: now, seen: now })),
        }
    }

    /// For how long nobody has done anything; not at all where nothing is known since the office was opened. A clock
    /// that went back ends no session.
    pub(super) fn idle(&self, fingerprint: &str, now: Timestamp) -> SignedDuration {
        let acted = self.lock().get(fingerprint).map_or(now, |last| last.acted);
        now.duration_since(acted).max(SignedDuration::ZERO)
    }

    /// The last request, since the office was opened.
    pub(super) fn seen(&self, fingerprint: &str) -> Option<Timestamp> {
        self.lock().get(fingerprint).map(|last| last.seen)
    }

    /// Keeps what is known of these sessions and of no others.
    pub(super) fn keep(&self, is_session: impl Fn(&str) -> bool) {
        self.lock().retain(|fingerprint, _| is_session(fingerprint));
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Last>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_somebody_does_counts() {
        let (activity, begun) = (Activity::default(), Timestamp::UNIX_EPOCH);
        let later = |minutes| begun + SignedDuration::from_mins(minutes);
        assert_eq!(activity.idle("one", begun), SignedDuration::ZERO, "nothing is known yet");
        activity.saw("one", begun, false);
        activity.saw("one", later(10), false);
        assert_eq!(activity.idle("one", later(12)), SignedDuration::from_mins(12));
        activity.saw("one", later(12), true);
        assert_eq!(activity.idle("one", later(13)), SignedDuration::from_mins(1));
        assert_eq!(activity.idle("one", begun), SignedDuration::ZERO, "the clock went back");
        assert_eq!(activity.seen("one"), Some(later(12)));
        activity.keep(|fingerprint| fingerprint != "one");
        assert_eq!(activity.seen("one"), None);
    }
}
