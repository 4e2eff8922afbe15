//! Tries to sign in by the directory: what each began with, while its browser is away. In memory alone, since a try
//! takes minutes: after a restart it is begun anew.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use super::{DirectoryError, LASTS, Said};
use crate::auth::fingerprint;
use crate::doors::place_of;

/// Tries at once from one place, which may be a whole office behind one router: more than its people are. The oldest
/// gives way.
const AT_ONE_PLACE_MAX: usize = 50;

/// Tries at once from all places: twenty places full, each with less than a kilobyte.
const MAX: usize = 1_000;

/// All tries that are under way, by the fingerprints of their states.
#[derive(Default)]
pub(super) struct Attempts(Mutex<HashMap<String, Attempt>>);

struct Attempt {
    /// Fingerprint of the browser's secret.
    binding: String,
    place: IpAddr,
    begun: Timestamp,
    step: Step,
}

/// How far a try is.
enum Step {
    /// The browser is at the directory.
    Away(Secrets),
    /// The directory has said who it is; a code of Moi's own second factor is missing.
    Vouched(Said),
}

/// What a try began with, and what its answer must fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Secrets {
    /// Stands in what the directory signs.
    pub(super) nonce: String,
    /// Shows the directory that whoever exchanges the code is who asked for it.
    pub(super) verifier: String,
    /// The page to which the directory leads back.
    pub(super) back_at: String,
}

impl Attempts {
    /// Notes a try.
    pub(super) fn begin(&self, state: &str, binding: &str, address: IpAddr, secrets: Secrets, now: Timestamp) {
        let mut attempts = self.lock();
        // The difference may have either sign: a clock can be set back.
        attempts.retain(|_, attempt| now.duration_since(attempt.begun).abs() < LASTS);
        let place = place_of(address);
        let of_place = attempts.values().filter(|attempt| attempt.place == place).count();
        if of_place >= AT_ONE_PLACE_MAX {
            drop_oldest(&mut attempts, |attempt| attempt.place == place);
        } else if attempts.len() >= MAX {
            drop_oldest(&mut attempts, |_| true);
        }
        let attempt = Attempt { binding: fingerprint(binding), place, begun: now, step: Step::Away(secrets) };
        attempts.insert(fingerprint(state), attempt);
    }

    /// Takes what a try began with, once: whoever comes a second time finds nothing. A browser that is another one
    /// takes nothing away.
    pub(super) fn take(&self, state: &str, binding: &str, now: Timestamp) -> Result<Taken, DirectoryError> {
        let (mut attempts, state) = (self.lock(), fingerprint(state));
        let fits = |attempt: &Attempt| attempt.is_of(binding, now) && matches!(attempt.step, Step::Away(_));
        let attempt = if attempts.get(&state).is_some_and(fits) { attempts.remove(&state) } else { None };
        let Some(Attempt { binding, place, begun, step: Step::Away(secrets) }) = attempt else {
            return Err(DirectoryError::Over);
        };
        Ok(Taken { state, binding, place, begun, secrets })
    }

    /// Keeps whom the directory has vouched for, for the rest of the try's time.
    pub(super) fn keep(&self, taken: Taken, said: Said) {
        let Taken { state, binding, place, begun, secrets: _ } = taken;
        self.lock().insert(state, Attempt { binding, place, begun, step: Step::Vouched(said) });
    }

    /// Whom the directory has vouched for in this try of this browser.
    pub(super) fn vouched(&self, state: &str, binding: &str, now: Timestamp) -> Result<Said, DirectoryError> {
        let attempts = self.lock();
        let attempt = attempts.get(&fingerprint(state)).filter(|attempt| attempt.is_of(binding, now));
        match attempt.map(|attempt| &attempt.step) {
            Some(Step::Vouched(said)) => Ok(said.clone()),
            Some(Step::Away(_)) | None => Err(DirectoryError::Over),
        }
    }

    /// The try is over.
    pub(super) fn end(&self, state: &str) {
        self.lock().remove(&fingerprint(state));
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Attempt>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A try that came back.
pub(super) struct Taken {
    state: String,
    binding: String,
    place: IpAddr,
    /// When it was begun.
    pub(super) begun: Timestamp,
    /// What it began with.
    pub(super) secrets: Secrets,
}

impl Attempt {
    fn is_of(&self, binding: &str, now: Timestamp) -> bool {
        self.binding == fingerprint(binding) && now.duration_since(self.begun).abs() < LASTS
    }
}

fn drop_oldest(attempts: &mut HashMap<String, Attempt>, may_go: impl Fn(&Attempt) -> bool) {
    let candidates = attempts.iter().filter(|(_, attempt)| may_go(attempt));
    let oldest = candidates.min_by_key(|(_, attempt)| attempt.begun).map(|(state, _)| state.clone());
    if let Some(state) = oldest {
        attempts.remove(&state);
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn now() -> Timestamp {
        "2026-11-24T02:00:00Z".parse().expect("a time")
    }

    fn address(last: u8) -> IpAddr {
        IpAddr::from([192, 168, 1, last])
    }

    fn secrets(nonce: &str) -> Secrets {
        Secrets { nonce: nonce.into(), verifier: "v".into(), back_at: "https://office/sign-in/directory".into() }
    }

    fn said() -> Said {
        Said { issuer: "https://id.example.vn".into(), name: "ha.nong".into() }
    }

    fn nonce(taken: Result<Taken, DirectoryError>) -> Option<String> {
        taken.ok().map(|taken| taken.secrets.nonce)
    }

    #[test]
    fn a_try_is_taken_once_and_by_its_own_browser_alone() {
        let attempts = Attempts::default();
        attempts.begin("state", "browser", address(1), secrets("n"), now());
        assert_eq!(nonce(attempts.take("state", "other browser", now())), None);
        assert_eq!(nonce(attempts.take("other state", "browser", now())), None);
        assert_eq!(nonce(attempts.take("state", "browser", now())).as_deref(), Some("n"), "nobody took it away");
        assert_eq!(nonce(attempts.take("state", "browser", now())), None, "twice");
    }

    #[test]
    fn a_try_lasts_for_ten_minutes_whatever_becomes_of_the_clock() {
        let attempts = Attempts::default();
        let try_after = |minutes: i64| {
            attempts.begin("state", "browser", address(1), secrets("n"), now());
            nonce(attempts.take("state", "browser", now() + SignedDuration::from_mins(minutes))).is_some()
        };
        assert_eq!([9, 10, -9, -10].map(try_after), [true, false, true, false]);
    }

    #[test]
    fn whom_the_directory_vouched_for_is_kept_for_the_same_browser_until_the_try_is_over() {
        let attempts = Attempts::default();
        attempts.begin("state", "browser", address(1), secrets("n"), now());
        assert!(attempts.vouched("state", "browser", now()).is_err(), "nobody has been vouched for yet");
        let taken = attempts.take("state", "browser", now()).expect("it is there");
        attempts.keep(taken, said());
        assert_eq!(attempts.vouched("state", "browser", now()), Ok(said()));
        assert_eq!(attempts.vouched("state", "browser", now()), Ok(said()), "again, after a mistyped code");
        assert!(attempts.vouched("state", "other browser", now()).is_err());
        assert!(attempts.vouched("state", "browser", now() + LASTS).is_err());
        assert!(attempts.take("state", "browser", now()).is_err(), "a code from the directory is not taken again");
        attempts.end("state");
        assert!(attempts.vouched("state", "browser", now()).is_err());
    }

    #[test]
    fn tries_are_bounded_and_nobody_drives_out_those_of_another_place() {
        let attempts = Attempts::default();
        attempts.begin("hers", "browser", address(200), secrets("n"), now());
        for number in 0..3 * AT_ONE_PLACE_MAX {
            attempts.begin(
                &format!("his {number}"),
                "b",
                address(1),
                secrets("n"),
                now() + SignedDuration::from_secs(1),
            );
        }
        assert_eq!(attempts.lock().len(), AT_ONE_PLACE_MAX + 1);
        assert!(attempts.take("hers", "browser", now()).is_ok());
        for number in 0..2 * MAX {
            let place = IpAddr::from(u32::try_from(number).expect("small").to_be_bytes());
            attempts.begin(&format!("{number}"), "b", place, secrets("n"), now());
        }
        assert_eq!(attempts.lock().len(), MAX);
    }

    #[test]
    fn no_secret_of_a_browser_or_a_state_is_kept() {
        let attempts = Attempts::default();
        attempts.begin("state", "browser", address(1), secrets("n"), now());
        let attempts = attempts.lock();
        assert!(attempts.iter().all(|(state, attempt)| state != "state" && attempt.binding != "browser"));
    }
}
