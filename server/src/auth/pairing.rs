//! Codes by which new devices are paired: in memory alone, since each is good for ten minutes.

use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

use super::{Role, code, secret};

/// How long a code is good: the way from the entrance to the administrator's desk, and back for a second look.
pub(super) const GOOD_FOR: SignedDuration = SignedDuration::from_mins(10);

/// Codes of one address at once. A page that is loaded anew shows its old code again, so that a device needs one; a
/// whole office behind one proxy pairs a few at a time. One more replaces the address's oldest.
const OF_ONE_PLACE: usize = 16;

/// Codes at once, from sixteen places that all show as many as they may: some 50 KB. Then nobody gets another one until
/// the oldest are over.
const ALL: usize = 256;

/// The codes that stand.
#[derive(Default)]
pub(super) struct Pairings(Mutex<Vec<Pairing>>);

/// A device that waits for an administrator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pairing {
    /// As [`code::read`] gives it back.
    pub(super) code: String,
    /// Fingerprint of the secret that the device alone has.
    pub(super) claim: String,
    /// What it wants to be.
    pub(super) role: Role,
    /// From where it asked.
    pub(super) peer: IpAddr,
    place: IpAddr,
    pub(super) expires_at: Timestamp,
}

/// What a device is told.
#[derive(Debug, Clone)]
pub struct NewPairing {
    /// For people: `K7MP-4TXW`.
    pub code: String,
    /// For the device alone.
    pub secret: String,
    /// When both are over.
    pub expires_at: Timestamp,
}

impl Pairings {
    /// A new code; none while too many stand.
    pub(super) fn begin(&self, role: Role, peer: IpAddr, now: Timestamp) -> Option<NewPairing> {
        let mut known = self.standing(now);
        let place = place(peer);
        if known.iter().filter(|pairing| pairing.place == place).count() >= OF_ONE_PLACE {
            // They stand in the order in which they began.
            let oldest = known.iter().position(|pairing| pairing.place == place)?;
            known.remove(oldest);
        }
        if known.len() >= ALL {
            return None;
        }
        let code = loop {
            let code = code::signs(code::DEVICE_CODE);
            if known.iter().all(|pairing| pairing.code != code) {
                break code;
            }
        };
        let (secret, expires_at) = (secret::new_secret(), now + GOOD_FOR);
        let shown = code::grouped(&code);
        known.push(Pairing { code, claim: secret::fingerprint(&secret), role, peer, place, expires_at });
        Some(NewPairing { code: shown, secret, expires_at })
    }

    /// The device that shows this code.
    pub(super) fn of_code(&self, typed: &str, now: Timestamp) -> Option<Pairing> {
        let code = code::read(typed);
        self.standing(now).iter().find(|pairing| pairing.code == code).cloned()
    }

    /// Whether the device with this secret still waits for somebody to type its code.
    pub(super) fn waits(&self, secret: &str, now: Timestamp) -> bool {
        let claim = secret::fingerprint(secret);
        self.standing(now).iter().any(|pairing| pairing.claim == claim)
    }

    /// The code is used up.
    pub(super) fn end(&self, pairing: &Pairing) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|other| other != pairing);
    }

    fn standing(&self, now: Timestamp) -> std::sync::MutexGuard<'_, Vec<Pairing>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // One that would be good for longer than any is began while the clock was ahead.
        known.retain(|pairing| now < pairing.expires_at && pairing.expires_at <= now + GOOD_FOR);
        known
    }
}

/// A household or machine has a whole /64 of IPv6 addresses, so these are one place.
fn place(peer: IpAddr) -> IpAddr {
    match peer.to_canonical() {
        IpAddr::V6(ip) => Ipv6Addr::from_bits(ip.to_bits() & !u128::from(u64::MAX)).into(),
        ip @ IpAddr::V4(_) => ip,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn now() -> Timestamp {
        "2026-11-24T02:00:00Z".parse().expect("a time")
    }

    fn peer(last: u8) -> IpAddr {
        IpAddr::from([192, 168, 1, last])
    }

    #[test]
    fn a_code_is_good_once_and_for_ten_minutes() {
        let pairings = Pairings::default();
        let new = pairings.begin(Role::Kiosk, peer(1), now()).expect("a code");
        let almost = now() + SignedDuration::from_secs(599);
        let found = pairings.of_code(&new.code.to_lowercase(), almost).expect("it stands");
        assert_eq!((found.role, pairings.waits(&new.secret, almost)), (Role::Kiosk, true));
        pairings.end(&found);
        assert_eq!((pairings.of_code(&new.code, almost), pairings.waits(&new.secret, almost)), (None, false));
        let late = pairings.begin(Role::Kiosk, peer(1), now()).expect("a code");
        assert_eq!(pairings.of_code(&late.code, now() + GOOD_FOR), None);
    }

    #[test]
    fn no_two_devices_have_one_code_and_no_place_takes_them_all() {
        let pairings = Pairings::default();
        let codes: Vec<_> = (0..500).filter_map(|_| pairings.begin(Role::Wall, peer(1), now())).collect();
        let standing = codes.iter().filter(|new| pairings.of_code(&new.code, now()).is_some()).count();
        assert_eq!((codes.len(), standing), (500, OF_ONE_PLACE), "the newest stand");
        assert_eq!(codes.iter().map(|new| &new.code).collect::<HashSet<_>>().len(), 500);
        assert!(pairings.of_code(&codes[499].code, now()).is_some());
        let others = (2..=255).filter(|last| pairings.begin(Role::Kiosk, peer(*last), now()).is_some()).count();
        assert_eq!(others, ALL - OF_ONE_PLACE, "and all together are bounded");
        assert!(pairings.begin(Role::Kiosk, peer(1), now()).is_some(), "whoever has some may have another one");
        assert!(pairings.begin(Role::Kiosk, peer(255), now() + GOOD_FOR).is_some());
    }

    #[test]
    fn a_code_of_a_clock_that_was_ahead_is_over_when_it_is_right() {
        let pairings = Pairings::default();
        let new = pairings.begin(Role::Kiosk, peer(1), now()).expect("a code");
        assert_eq!(pairings.of_code(&new.code, now() - SignedDuration::from_hours(1)), None);
    }
}
