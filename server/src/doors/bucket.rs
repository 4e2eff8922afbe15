//! So often, and no oftener: a bucket of tokens for each key, in memory, never more of them than a limit.

use std::hash::Hash;
use std::num::NonZeroU32;
use std::sync::{PoisonError, RwLock};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

/// Keys that are remembered: more places than a town has behind one office, at about 40 bytes each 400 KB. With more,
/// all begin anew: whoever has so many addresses is held by none of these limits, and must not make them hold others.
const KEYS_MAX: usize = 10_000;

/// How much, and how fast it comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// At once.
    pub burst: NonZeroU32,
    /// One more after each such time.
    pub one_per: Duration,
}

impl Measure {
    /// So many at once, and one more each `one_per`.
    ///
    /// # Panics
    /// When `burst` is 0: these are constants.
    #[must_use]
    pub const fn new(burst: u32, one_per: Duration) -> Self {
        let Some(burst) = NonZeroU32::new(burst) else { panic!("a bucket holds at least one") };
        Self { burst, one_per }
    }
}

/// A bucket for each key.
pub struct Buckets<K: Hash + Eq + Clone, C: Clock = DefaultClock> {
    limiter: RwLock<Limiter<K, C>>,
    quota: Quota,
    clock: C,
}

type Limiter<K, C> = RateLimiter<K, HashMapStateStore<K>, C, NoOpMiddleware<<C as Clock>::Instant>>;

impl<K: Hash + Eq + Clone> Buckets<K> {
    /// All full.
    #[must_use]
    pub fn new(measure: Measure) -> Self {
        Self::by(measure, DefaultClock::default())
    }
}

impl<K: Hash + Eq + Clone, C: Clock + Clone> Buckets<K, C> {
    fn by(measure: Measure, clock: C) -> Self {
        // Without a time between them nothing would be limited: the shortest that there is.
        let quota = Quota::with_period(measure.one_per.max(Duration::from_nanos(1)));
        let quota = quota.map_or_else(|| Quota::per_second(measure.burst), |quota| quota.allow_burst(measure.burst));
        Self { limiter: RwLock::new(RateLimiter::hashmap_with_clock(quota, clock.clone())), quota, clock }
    }

    /// Takes one token of this key's bucket.
    ///
    /// # Errors
    /// When it is empty: whole seconds until there is one, at least 1.
    pub fn take(&self, key: &K) -> Result<(), u64> {
        self.make_room();
        let limiter = self.limiter.read().unwrap_or_else(PoisonError::into_inner);
        limiter.check_key(key).map_err(|until| {
            let wait = until.wait_time_from(self.clock.now());
            (wait.as_secs() + u64::from(wait.subsec_nanos() > 0)).max(1)
        })
    }

    /// Forgets full buckets once there are many, and all where that makes no room.
    fn make_room(&self) {
        let is_full = |limiter: &Limiter<K, C>| limiter.len() >= KEYS_MAX;
        if !is_full(&self.limiter.read().unwrap_or_else(PoisonError::into_inner)) {
            return;
        }
        let mut limiter = self.limiter.write().unwrap_or_else(PoisonError::into_inner);
        limiter.retain_recent();
        if limiter.len() > KEYS_MAX / 2 {
            *limiter = RateLimiter::hashmap_with_clock(self.quota, self.clock.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use governor::clock::FakeRelativeClock;

    use super::*;

    fn buckets(burst: u32, seconds: u64) -> (Buckets<u32, FakeRelativeClock>, FakeRelativeClock) {
        let clock = FakeRelativeClock::default();
        let measure = Measure::new(burst, Duration::from_secs(seconds));
        (Buckets::by(measure, clock.clone()), clock)
    }

    fn len(buckets: &Buckets<u32, FakeRelativeClock>) -> usize {
        buckets.limiter.read().unwrap().len()
    }

    #[test]
    fn a_bucket_gives_what_it_holds_and_then_one_at_a_time() {
        let (buckets, clock) = buckets(3, 5);
        for _ in 0..3 {
            assert_eq!(buckets.take(&1), Ok(()));
        }
        assert_eq!(buckets.take(&1), Err(5));
        assert_eq!(buckets.take(&2), Ok(()), "another key has its own");
        clock.advance(Duration::from_millis(4_900));
        assert_eq!(buckets.take(&1), Err(1), "never less than a second");
        clock.advance(Duration::from_millis(100));
        assert_eq!((buckets.take(&1), buckets.take(&1)), (Ok(()), Err(5)));
        clock.advance(Duration::from_mins(10));
        let taken = (0..9).filter(|_| buckets.take(&1).is_ok()).count();
        assert_eq!(taken, 3, "no more than it holds");
    }

    #[test]
    fn keys_never_grow_beyond_their_limit_and_strangers_empty_nobodys_bucket() {
        let (buckets, clock) = buckets(1, 60);
        for key in 0..3 * u32::try_from(KEYS_MAX).unwrap() {
            assert_eq!(buckets.take(&key), Ok(()), "whoever comes first is never refused for others");
            assert!(len(&buckets) <= KEYS_MAX);
        }
        clock.advance(Duration::from_mins(3));
        for key in 0..u32::try_from(KEYS_MAX).unwrap() / 2 {
            assert_eq!(buckets.take(&key), Ok(()));
        }
        assert!(len(&buckets) <= KEYS_MAX);
    }
}
