//! Chance from a seed, so that a failure can be told and tried again.

/// A sequence of chances.
#[derive(Debug, Clone)]
pub struct Luck(fastrand::Rng);

impl Luck {
    /// The sequence of a seed.
    #[must_use]
    pub fn of(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// The next number, of all.
    pub fn number(&mut self) -> u64 {
        self.0.u64(..)
    }

    /// A number below this one.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0.u64(..end.max(1))
    }

    /// One of these.
    pub fn one_of<T: Copy>(&mut self, choices: &[T]) -> Option<T> {
        self.0.choice(choices).copied()
    }

    /// Whether something happens that happens once in so many times.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}
