//! How long to wait before the next try: longer each time, and never the same for two displays.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::time::Duration;

/// The first pause, before jitter.
const PAUSE_FIRST: Duration = Duration::from_millis(500);
/// The longest pause, before jitter. A hall that comes back after a power cut is whole again within 15 s.
const PAUSE_MAX: Duration = Duration::from_secs(10);

/// Pauses that double from 0.5 s to 10 s, each ±50 %, so that a hall's displays don't all come back in one instant.
#[derive(Debug)]
pub(crate) struct Jitter {
    state: u64,
    tries: u32,
}

impl Jitter {
    /// Pauses that differ from process to process.
    pub(crate) fn new() -> Self {
        // The standard library seeds its hash maps at random; that is random enough to spread pauses.
        Self::seeded(RandomState::new().build_hasher().finish())
    }

    fn seeded(seed: u64) -> Self {
        Self { state: seed | 1, tries: 0 }
    }

    /// The next pause.
    pub(crate) fn pause(&mut self) -> Duration {
        let base = PAUSE_FIRST.saturating_mul(1 << self.tries.min(5)).min(PAUSE_MAX);
        self.tries = self.tries.saturating_add(1);
        base.mul_f64(0.5 + self.fraction())
    }

    /// It worked: begin again with the first pause.
    pub(crate) fn reset(&mut self) {
        self.tries = 0;
    }

    /// A number from 0 up to 1, by xorshift.
    fn fraction(&mut self) -> f64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        let bits = u32::try_from(self.state >> 32).unwrap_or(0);
        f64::from(bits) / (f64::from(u32::MAX) + 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_to_ten_seconds_and_vary_by_half() {
        for seed in 1..200 {
            let mut jitter = Jitter::seeded(seed);
            for base in [0.5, 1.0, 2.0, 4.0, 8.0, 10.0, 10.0] {
                let pause = jitter.pause().as_secs_f64();
                assert!((base * 0.5..base * 1.5).contains(&pause), "{pause} s for {base} s");
            }
            jitter.reset();
            assert!(jitter.pause() < Duration::from_millis(750));
        }
    }

    #[test]
    fn two_displays_come_back_at_different_times() {
        assert_ne!(Jitter::seeded(1_000_001).pause(), Jitter::seeded(3_000_007).pause());
    }
}
