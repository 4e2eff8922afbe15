//! Chance that comes out the same each time, so that a demo can be shown twice.

use std::time::Duration;

/// A seeded sequence (`SplitMix64`, Steele, Lea and Flood 2014).
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A whole number below `bound`.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound.max(1)
    }

    /// True this many times in a hundred.
    pub(super) fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// A duration between two, in seconds.
    pub(super) fn seconds(&mut self, from: u64, to: u64) -> Duration {
        Duration::from_secs(from + self.below(to.saturating_sub(from) + 1))
    }

    /// One of the entries.
    pub(super) fn one_of<'a, T>(&mut self, entries: &'a [T]) -> Option<&'a T> {
        entries.get(usize::try_from(self.below(entries.len() as u64)).ok()?)
    }
}
