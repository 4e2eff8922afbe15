//! How often one address may do something within an hour, so that no script books every slot of a week.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

use crate::doors::place_of;

/// Within this time.
const WITHIN: SignedDuration = SignedDuration::from_hours(1);

/// Addresses that are remembered: more than a town has behind one office. With more, all begin anew.
const PLACES_MAX: usize = 10_000;

/// What addresses did within the hour.
#[derive(Default)]
pub struct Pace(Mutex<HashMap<IpAddr, Spell>>);

/// The hour of one address: it begins with the first time.
struct Spell {
    since: Timestamp,
    times: u16,
}

impl Pace {
    /// Counts one more time of this address.
    ///
    /// # Errors
    /// When the address has done it `most` times within its hour: seconds until it may again.
    pub fn count(&self, peer: IpAddr, most: u16, now: Timestamp) -> Result<(), u64> {
        let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // The difference may have either sign: a machine's clock can be set back.
        places.retain(|_, spell| now.duration_since(spell.since).abs() < WITHIN);
        if places.len() >= PLACES_MAX {
            places.clear();
        }
        let spell = places.entry(place_of(peer)).or_insert(Spell { since: now, times: 0 });
        if spell.times >= most {
            let left = (WITHIN - now.duration_since(spell.since)).as_secs();
            return Err(u64::try_from(left).unwrap_or_default().max(1));
        }
        spell.times += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_may_so_often_within_its_hour_and_again_after_it() {
        let (pace, now) = (Pace::default(), Timestamp::from_second(1_795_000_000).unwrap());
        let one: IpAddr = "192.168.1.7".parse().unwrap();
        assert_eq!((pace.count(one, 2, now), pace.count(one, 2, now)), (Ok(()), Ok(())));
        assert_eq!(pace.count(one, 2, now + SignedDuration::from_mins(59)), Err(60));
        assert_eq!(pace.count("192.168.1.8".parse().unwrap(), 2, now), Ok(()));
        assert_eq!(pace.count(one, 2, now + WITHIN), Ok(()));
    }

    #[test]
    fn the_addresses_of_one_home_are_one_place() {
        let (pace, now) = (Pace::default(), Timestamp::UNIX_EPOCH);
        assert_eq!(pace.count("2001:db8::1".parse().unwrap(), 1, now), Ok(()));
        assert!(pace.count("2001:db8::2".parse().unwrap(), 1, now).is_err());
    }
}
