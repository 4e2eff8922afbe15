//! How often one address, one person and one device may ask, so that no script stops the hall. Each figure with its
//! arithmetic.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use super::bucket::{Buckets, Measure};
use super::place_of;

/// Tries to sign in from one address: the sixty people of an office behind one router, all at seven o'clock; then one
/// each two seconds. A PIN takes 50 ms to compare, so one address keeps a fortieth of one core busy at the most.
const SIGN_INS: Measure = Measure::new(60, Duration::from_secs(2));

/// Addresses, tickets, appointments and tokens that are asked for and are not there. A hall's phones behind one router
/// may keep showing tickets of yesterday: a hundred of them at once. Guessing secrets, at one a second, would take
/// longer than the world is old; this keeps it out of the log and off the processor.
const MISSES: Measure = Measure::new(120, Duration::from_secs(1));

/// Requests from one address. Two thousand phones behind one router that load their page within a few seconds ask for
/// 15 files each, 30,000. A small computer answers some ten thousand a second: one address may have a tenth of that.
const REQUESTS: Measure = Measure::new(30_000, Duration::from_millis(1));

/// Seconds of a person's or device's calls that may come at once: a desk that was without network for a while asks for
/// everything at once.
const CALLS_BURST_SECONDS: u32 = 10;

/// What keeps callers apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Names that are not the office's.
    Names,
    /// Pages of somebody else's.
    Origins,
    /// A head that is too long.
    Heads,
    /// Connections of one address.
    ConnectionsOfAddress,
    /// Connections of all who are not known.
    Connections,
    /// Connections whose request or answer took too long.
    Slow,
    /// Live sockets.
    Sockets,
    /// Sign-ins of one address.
    SignIns,
    /// Bookings of one address.
    Bookings,
    /// What is not there.
    Misses,
    /// Requests of one address.
    Requests,
    /// Calls of one person or device.
    Calls,
    /// Tickets of one kiosk.
    KioskTickets,
}

impl Limit {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 13] = [
        Self::Names,
        Self::Origins,
        Self::Heads,
        Self::ConnectionsOfAddress,
        Self::Connections,
        Self::Slow,
        Self::Sockets,
        Self::SignIns,
        Self::Bookings,
        Self::Misses,
        Self::Requests,
        Self::Calls,
        Self::KioskTickets,
    ];

    /// Its word in the metrics and the API.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Origins => "origins",
            Self::Heads => "heads",
            Self::ConnectionsOfAddress => "connections-of-address",
            Self::Connections => "connections",
            Self::Slow => "slow",
            Self::Sockets => "sockets",
            Self::SignIns => "sign-ins",
            Self::Bookings => "bookings",
            Self::Misses => "misses",
            Self::Requests => "requests",
            Self::Calls => "calls",
            Self::KioskTickets => "kiosk-tickets",
        }
    }
}

/// Somebody asks too often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooOften {
    /// What is limited.
    pub limit: Limit,
    /// Whole seconds until they may again, at least 1.
    pub seconds: u64,
}

/// Who has asked how often lately.
pub struct Limits {
    sign_ins: Buckets<IpAddr>,
    misses: Buckets<IpAddr>,
    requests: Buckets<IpAddr>,
    /// None where nothing is limited.
    calls: Option<Buckets<String>>,
}

impl Limits {
    /// With so many calls a second for each person and device; none for any number.
    #[must_use]
    pub fn new(calls_per_second: Option<NonZeroU32>) -> Self {
        let calls = calls_per_second.map(|calls| {
            let burst = calls.saturating_mul(NonZeroU32::new(CALLS_BURST_SECONDS).unwrap_or(calls));
            Buckets::new(Measure { burst, one_per: Duration::from_secs(1) / calls.get() })
        });
        let (sign_ins, misses, requests) = (Buckets::new(SIGN_INS), Buckets::new(MISSES), Buckets::new(REQUESTS));
        Self { sign_ins, misses, requests, calls }
    }

    /// One more try to sign in.
    ///
    /// # Errors
    /// When the address tried too often.
    pub fn sign_in(&self, address: IpAddr) -> Result<(), TooOften> {
        take(&self.sign_ins, &place_of(address), Limit::SignIns)
    }

    /// One more request for what is not there.
    ///
    /// # Errors
    /// When the address did so too often.
    pub fn miss(&self, address: IpAddr) -> Result<(), TooOften> {
        take(&self.misses, &place_of(address), Limit::Misses)
    }

    /// One more request of an address.
    ///
    /// # Errors
    /// When there were too many.
    pub fn request(&self, address: IpAddr) -> Result<(), TooOften> {
        take(&self.requests, &place_of(address), Limit::Requests)
    }

    /// One more call of a person or device that is signed in.
    ///
    /// # Errors
    /// When there were too many.
    pub fn call(&self, name: &str) -> Result<(), TooOften> {
        self.calls.as_ref().map_or(Ok(()), |calls| take(calls, &name.to_owned(), Limit::Calls))
    }
}

fn take<K: std::hash::Hash + Eq + Clone>(buckets: &Buckets<K>, key: &K, limit: Limit) -> Result<(), TooOften> {
    buckets.take(key).map_err(|seconds| TooOften { limit, seconds })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(last: u8) -> IpAddr {
        IpAddr::from([192, 168, 1, last])
    }

    #[test]
    fn an_office_behind_one_router_signs_in_at_once_and_a_script_does_not() {
        let limits = Limits::new(None);
        let tried = (0..1_000).filter(|_| limits.sign_in(address(1)).is_ok()).count();
        assert!((60..=62).contains(&tried), "{tried}");
        assert_eq!(limits.sign_in(address(2)), Ok(()), "nobody elsewhere is kept out by it");
    }

    #[test]
    fn a_script_that_runs_away_stops_itself_alone() {
        let limits = Limits::new(NonZeroU32::new(2));
        let called = (0..1_000).filter(|_| limits.call("Nông Thị Hà").is_ok()).count();
        assert!((20..=22).contains(&called), "{called}");
        assert_eq!(limits.call("Lương Văn Tú"), Ok(()));
        let refused = limits.call("Nông Thị Hà").unwrap_err();
        assert_eq!((refused.limit, refused.seconds), (Limit::Calls, 1));
    }

    #[test]
    fn no_number_of_calls_is_too_many_where_none_is_said() {
        let limits = Limits::new(None);
        assert!((0..100_000).all(|_| limits.call("load").is_ok()));
    }

    #[test]
    fn every_limit_is_told_by_a_word_of_its_own() {
        let words: std::collections::BTreeSet<_> = Limit::ALL.iter().map(|limit| limit.word()).collect();
        assert_eq!(words.len(), Limit::ALL.len());
    }
}
