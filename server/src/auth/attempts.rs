//! Wrong PINs: five in a row from one place, or fifty from everywhere, and the name rests for five minutes. Not at its
//! owner's own desk, whatever happens elsewhere.

use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

use super::AccessError;
use crate::doors::place_of as place;

/// Wrong PINs in a row from one place before a name rests there; as the sign-in page says. Elsewhere it does not rest:
/// names are public, and whoever types one five times must not keep its owner out.
const TRIES: u32 = 5;

/// Wrong PINs from all places together before a name rests everywhere: more places are no way to more guesses.
const TRIES_OF_NAME: u32 = 50;

/// Places at which a name has signed in with a good PIN that are remembered: a desk, the reception, the administrator's
/// room. There the name rests for wrong PINs of that place alone, or whoever has ten addresses and five minutes could
/// keep anybody out of their own desk. Until the office starts again: then everybody is signed in as before.
const HOMES_MAX: usize = 4;

/// How long it rests.
pub(super) const REST: SignedDuration = SignedDuration::from_mins(5);

/// Tries at names that nobody has. They are counted only so that the answers don't tell which names there are.
const STRANGERS_MAX: usize = 1_000;

/// Who wants to sign in.
#[derive(Clone, Copy)]
pub(super) enum Claim<'n> {
    /// One of the office's people, by their name in the set-up.
    Person(&'n str),
    /// A name that nobody here has.
    Stranger(&'n str),
}

/// The wrong tries of the last minutes.
#[derive(Default)]
pub(super) struct Attempts {
    /// Without a limit of its own: each name of the set-up has at most fifty.
    people: Mutex<Tries>,
    strangers: Mutex<Tries>,
    /// The newest last.
    homes: Mutex<HashMap<String, VecDeque<IpAddr>>>,
}

/// By name and place.
type Tries = HashMap<(String, IpAddr), Wrong>;

#[derive(Clone, Copy)]
struct Wrong {
    tries: u32,
    last: Timestamp,
}

impl Attempts {
    /// Counts a try before its PIN is looked at, so that tries at the same time can't be more than allowed. Says how
    /// many are left should it be wrong; [`Attempts::forget`] takes it back when it is right.
    pub(super) fn count(&self, claim: Claim<'_>, peer: IpAddr, now: Timestamp) -> Result<u32, AccessError> {
        let (tries, name) = match claim {
            Claim::Person(name) => (&self.people, name),
            Claim::Stranger(name) => (&self.strangers, name),
        };
        let mut tries = tries.lock().unwrap_or_else(PoisonError::into_inner);
        // The difference may have either sign: a machine's clock can be set back.
        tries.retain(|_, wrong| now.duration_since(wrong.last).abs() < REST);
        match claim {
            Claim::Stranger(_) if tries.len() >= STRANGERS_MAX => tries.clear(),
            Claim::Stranger(_) | Claim::Person(_) => {}
        }
        let key = (name.to_owned(), place(peer));
        if let Some(since) = resting_since(&tries, &key, self.is_home(&key)) {
            let left = (REST - now.duration_since(since)).as_secs();
            return Err(AccessError::Resting { seconds: u64::try_from(left).unwrap_or_default().max(1) });
        }
        let wrong = tries.entry(key).or_insert(Wrong { tries: 0, last: now });
        *wrong = Wrong { tries: wrong.tries + 1, last: now };
        Ok(TRIES.saturating_sub(wrong.tries))
    }

    fn is_home(&self, (name, place): &(String, IpAddr)) -> bool {
        let homes = self.homes.lock().unwrap_or_else(PoisonError::into_inner);
        homes.get(name).is_some_and(|homes| homes.contains(place))
    }

    /// A good PIN makes up for the wrong ones from the same place, which is the name's own from now on.
    pub(super) fn forget(&self, name: &str, peer: IpAddr) {
        let mut people = self.people.lock().unwrap_or_else(PoisonError::into_inner);
        people.remove(&(name.to_owned(), place(peer)));
        let mut homes = self.homes.lock().unwrap_or_else(PoisonError::into_inner);
        let homes = homes.entry(name.to_owned()).or_default();
        homes.retain(|home| *home != place(peer));
        homes.push_back(place(peer));
        if homes.len() > HOMES_MAX {
            homes.pop_front();
        }
    }
}

/// The try whose five minutes must pass before this name is tried again from this place.
fn resting_since(tries: &Tries, key: &(String, IpAddr), is_home: bool) -> Option<Timestamp> {
    let here = tries.get(key).filter(|wrong| wrong.tries >= TRIES).map(|wrong| wrong.last);
    let of_name = || tries.iter().filter(|((name, _), _)| *name == key.0).map(|(_, wrong)| wrong);
    if is_home {
        return here;
    }
    let everywhere: u32 = of_name().map(|wrong| wrong.tries).sum();
    let oldest = || of_name().map(|wrong| wrong.last).min().filter(|_| everywhere >= TRIES_OF_NAME);
    here.or_else(oldest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HA: Claim<'_> = Claim::Person("Nông Thị Hà");

    fn now() -> Timestamp {
        "2026-11-24T02:00:00Z".parse().expect("a time")
    }

    fn peer(last: u8) -> IpAddr {
        IpAddr::from([192, 168, 1, last])
    }

    fn rest(tried: Result<u32, AccessError>) -> Option<u64> {
        match tried {
            Ok(_) => None,
            Err(AccessError::Resting { seconds }) => Some(seconds),
            Err(error) => panic!("{error}"),
        }
    }

    #[test]
    fn five_wrong_pins_make_a_name_rest_for_five_minutes_at_that_place_only() {
        let attempts = Attempts::default();
        let left: Vec<u32> = (0..5).map(|_| attempts.count(HA, peer(1), now()).expect("a try")).collect();
        assert_eq!(left, [4, 3, 2, 1, 0]);
        assert_eq!(rest(attempts.count(HA, peer(1), now())), Some(300));
        assert_eq!(rest(attempts.count(Claim::Person("Lương Văn Tú"), peer(1), now())), None);
        assert_eq!(rest(attempts.count(HA, peer(2), now())), None, "her own desk is not kept out");
        assert_eq!(rest(attempts.count(HA, peer(1), now() + REST)), None);
    }

    #[test]
    fn fifty_wrong_pins_from_everywhere_make_a_name_rest_everywhere() {
        let attempts = Attempts::default();
        let allowed = (0..=255).filter(|last| attempts.count(HA, peer(*last), now()).is_ok()).count();
        assert_eq!(allowed, 50);
        assert_eq!(rest(attempts.count(HA, peer(1), now())), Some(300));
        assert_eq!(rest(attempts.count(HA, peer(1), now() + REST)), None);
    }

    #[test]
    fn nobody_is_kept_out_of_their_own_desk_by_wrong_pins_from_everywhere_else() {
        let attempts = Attempts::default();
        attempts.forget("Nông Thị Hà", peer(7));
        let elsewhere = (100..=255).filter(|last| attempts.count(HA, peer(*last), now()).is_ok()).count();
        assert_eq!(elsewhere, 50);
        assert!(rest(attempts.count(HA, peer(100), now())).is_some(), "a new place");
        assert_eq!(rest(attempts.count(HA, peer(7), now())), None, "her own desk");
        let here = (0..10).filter(|_| attempts.count(HA, peer(7), now()).is_ok()).count();
        assert_eq!(here, 4, "where five wrong ones are five as everywhere");
        for last in 0..20 {
            attempts.forget("Nông Thị Hà", peer(last));
        }
        assert_eq!(attempts.homes.lock().unwrap()["Nông Thị Hà"].len(), HOMES_MAX);
    }

    #[test]
    fn names_that_nobody_has_wipe_no_name_that_rests() {
        let attempts = Attempts::default();
        for _ in 0..5 {
            attempts.count(HA, peer(1), now()).expect("a try");
        }
        for number in 0..3 * STRANGERS_MAX {
            attempts.count(Claim::Stranger(&number.to_string()), peer(1), now()).expect("a try");
        }
        assert!(rest(attempts.count(HA, peer(1), now())).is_some());
        assert!(attempts.strangers.lock().expect("not poisoned").len() <= STRANGERS_MAX);
    }

    #[test]
    fn a_name_that_nobody_has_is_answered_like_one_that_somebody_has() {
        let attempts = Attempts::default();
        let answers = |claim| (0..7).map(|_| attempts.count(claim, peer(1), now()).map_err(|_| ())).collect::<Vec<_>>();
        assert_eq!(answers(Claim::Stranger("Người Không Có")), answers(HA));
    }

    #[test]
    fn a_good_pin_makes_up_for_wrong_ones_from_the_same_place() {
        let attempts = Attempts::default();
        attempts.count(HA, peer(1), now()).expect("a try");
        attempts.forget("Nông Thị Hà", peer(2));
        assert_eq!(attempts.count(HA, peer(1), now()).expect("a try"), 3);
        attempts.forget("Nông Thị Hà", peer(1));
        assert_eq!(attempts.count(HA, peer(1), now()).expect("a try"), 4);
    }
}
