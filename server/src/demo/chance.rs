//! Chance that comes out the same each time, so that a demo can be shown twice.

use std::time::Duration;

/// A seeded sequence.
pub(super) struct Chance(fastrand::Rng);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// True this many times in a hundred.
    pub(super) fn percent(&mut self, percent: u64) -> bool {
        self.0.u64(..100) < percent
    }

    /// A duration between two, in seconds.
    pub(super) fn seconds(&mut self, from: u64, to: u64) -> Duration {
        Duration::from_secs(self.0.u64(from..=to.max(from)))
    }

    /// One of the entries.
    pub(super) fn one_of<'a, T>(&mut self, entries: &'a [T]) -> Option<&'a T> {
        self.0.choice(entries)
    }
}
