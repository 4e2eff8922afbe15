//! The laws of time: how long a counter is taken by a ticket ahead, and for how long still by the visit at hand.

use super::normal::below;
use super::seen::{Logarithms, Seen, Served};
use crate::setup::Service;

/// The usual minutes of the set-up count as so many visits seen, for the mean.
const PRIOR_MEAN: f64 = 4.0;

/// The same for the spread.
const PRIOR_SPREAD: f64 = 8.0;

/// The variance of the logarithm that visits are thought to have before any is seen: a standard deviation of 0.8 of
/// the mean.
const PRIOR_VARIANCE: f64 = 0.5;

/// A called ticket that nobody brings takes a counter for so long, before any is seen (seconds).
const MISSED: f64 = 120.0;

/// An officer who is free calls somebody who has just come after so long, before any is seen (seconds).
const REACTION: f64 = 20.0;

/// No-shows of the whole hall count as so many of the service.
const PRIOR_MISSED: f64 = 10.0;

/// Visits for a service, log-normal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Visits {
    /// Mean of the logarithm of the seconds.
    mu: f64,
    /// Its standard deviation.
    sigma: f64,
    /// How far the mean length may be off, as a part of it, squared.
    pub(super) doubt: f64,
}

impl Visits {
    pub(super) fn of(service: &Service, served: Option<&Served>) -> Self {
        let usual = (f64::from(service.usual.0) * 60.0).ln() - PRIOR_VARIANCE / 2.0;
        Self::from(usual, served.map(|served| served.visits).unwrap_or_default())
    }

    fn from(usual: f64, seen: Logarithms) -> Self {
        let times = seen.times();
        let variance = (PRIOR_SPREAD * PRIOR_VARIANCE + times * seen.variance()) / (PRIOR_SPREAD + times);
        let mu = (PRIOR_MEAN * usual + times * seen.mean()) / (PRIOR_MEAN + times);
        let doubt = variance / (PRIOR_MEAN + times) + variance * variance / 2.0 / (PRIOR_SPREAD + times);
        Self { mu, sigma: variance.sqrt(), doubt }
    }

    /// So many of these, independent, as one: log-normal again, with the mean and the variance of their sum (Fenton
    /// 1960).
    pub(super) fn one_after_the_other(self, count: f64) -> Self {
        let variance = ((((self.sigma * self.sigma).exp() - 1.0) / count) + 1.0).ln();
        let mu = (self.mean() * count).ln() - variance / 2.0;
        Self { mu, sigma: variance.sqrt(), doubt: self.doubt }
    }

    fn mean(&self) -> f64 {
        (self.mu + self.sigma * self.sigma / 2.0).exp()
    }

    fn mean_square(&self) -> f64 {
        (2.0 * self.mu + 2.0 * self.sigma * self.sigma).exp()
    }
}

/// How long a counter is taken by something: mean and mean square, in seconds.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Taken {
    pub(super) mean: f64,
    pub(super) square: f64,
}

impl Taken {
    /// By a ticket that waits: a visit, or nobody comes; then the officer's own time until the next call, pauses with
    /// it.
    pub(super) fn by(visits: &Visits, served: Option<&Served>, hall: &Between) -> Self {
        let (came, missed) = served.map(|served| (served.came.times(), served.missed)).unwrap_or_default();
        let missing = (missed.times() + PRIOR_MISSED * hall.missing) / (came + missed.times() + PRIOR_MISSED);
        let in_vain = (missed.mean() * missed.times() + MISSED) / (missed.times() + 1.0);
        let visit = Self {
            mean: (1.0 - missing) * visits.mean() + missing * in_vain,
            square: (1.0 - missing) * visits.mean_square() + missing * 1.2 * in_vain * in_vain,
        };
        visit.and(hall.gap).and(hall.pause)
    }

    /// One after the other, independent.
    pub(super) fn and(self, other: Self) -> Self {
        Self { mean: self.mean + other.mean, square: self.square + other.square + 2.0 * self.mean * other.mean }
    }

    /// One of these, by their weights; none when there are none.
    pub(super) fn mixed(these: &[(f64, Self)]) -> Option<Self> {
        let weights: f64 = these.iter().map(|(weight, _)| weight).sum();
        let mean = these.iter().map(|(weight, taken)| weight * taken.mean).sum::<f64>() / weights;
        let square = these.iter().map(|(weight, taken)| weight * taken.square).sum::<f64>() / weights;
        (weights > 0.0).then_some(Self { mean, square })
    }
}

/// What lies between two visits at a counter, in the whole hall.
pub(super) struct Between {
    gap: Taken,
    /// Mostly none.
    pause: Taken,
    /// The part of called tickets that nobody brings.
    missing: f64,
    /// A pause, when there is one.
    pub(super) pause_mean: f64,
    /// Until an officer who is free calls somebody who has just come.
    reaction: Visits,
}

impl Between {
    pub(super) fn of(seen: &Seen) -> Self {
        let often = seen.pauses.times() / (seen.ended.times() + 20.0);
        let (came, missed) = seen
            .services
            .values()
            .fold((0.0, 0.0), |(came, missed), served| (came + served.came.times(), missed + served.missed.times()));
        Self {
            gap: Taken { mean: seen.gaps.mean(), square: seen.gaps.mean_square() },
            pause: Taken { mean: often * seen.pauses.mean(), square: often * seen.pauses.mean_square() },
            missing: (missed + 1.0) / (came + missed + 20.0),
            pause_mean: seen.pauses.mean(),
            reaction: Visits::from(REACTION.ln() - PRIOR_VARIANCE / 2.0, seen.reactions),
        }
    }

    /// At a free counter, with nobody ahead.
    pub(super) fn reaction(&self) -> Rest {
        Rest::of_visit(&self.reaction, 0.0)
    }

    /// At a free counter, with somebody ahead: the officer is still busy with the visit before. What is left of such a
    /// time that is met by chance.
    pub(super) fn rest_of_gap(&self) -> Rest {
        Rest::Moment(if self.gap.mean > 1.0 { self.gap.square / self.gap.mean / 2.0 } else { REACTION })
    }
}

/// For how long a counter is taken still, from now on.
#[derive(Debug, Clone, Copy)]
pub(super) enum Rest {
    /// For a moment that an officer needs: exponential, by its mean.
    Moment(f64),
    /// By a visit that has lasted: the log-normal length beyond that. The longer it has lasted, the longer it will.
    Visit(Beyond),
    /// A pause whose end was said, in so many seconds.
    Until(f64),
}

/// A log-normal length that has lasted for some time. The integrals up to now are kept, since the ones up to later
/// times are asked for many times over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beyond {
    mu: f64,
    sigma: f64,
    lasted: f64,
    /// Probability, mean and mean square of all lengths, and the part of each that is over by now.
    whole: [f64; 3],
    passed: [f64; 3],
    mean_rest: f64,
}

/// A visit is thought to stand at so many standard deviations at most; one beyond is rather of a kind of its own, with
/// the same tail at its own scale.
const STANDS_MAX: f64 = 2.0;

/// What is known of a rest at a later time.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Over {
    /// The probability that it is over.
    pub(super) probability: f64,
    /// If it is: the mean time since (seconds), and its variance.
    pub(super) since: f64,
    pub(super) variance: f64,
}

impl Rest {
    pub(super) fn of_visit(visits: &Visits, lasted: f64) -> Self {
        Self::Visit(Beyond::new(visits, lasted.max(0.001)))
    }

    pub(super) fn mean(&self) -> f64 {
        match self {
            Self::Moment(mean) | Self::Until(mean) => *mean,
            Self::Visit(beyond) => beyond.mean_rest,
        }
    }

    pub(super) fn over(&self, after: f64) -> Over {
        match self {
            Self::Visit(beyond) => beyond.over(after),
            Self::Until(end) if after < *end => Over::default(),
            Self::Until(end) => Over { probability: 1.0, since: after - end, variance: 0.0 },
            Self::Moment(mean) => {
                let left = (-after / mean).exp();
                let probability = 1.0 - left;
                if probability < 1e-9 {
                    return Over::default();
                }
                let variance = mean * mean - after * after * left / (probability * probability);
                Over { probability, since: (after / probability - mean).max(0.0), variance: variance.max(0.0) }
            }
        }
    }
}

impl Beyond {
    fn new(visits: &Visits, lasted: f64) -> Self {
        let stands = (lasted.ln() - visits.mu) / visits.sigma;
        let scaled = Visits { mu: visits.mu + (stands - STANDS_MAX).max(0.0) * visits.sigma, ..*visits };
        let whole = [1.0, scaled.mean(), scaled.mean_square()];
        let passed = parts(whole, stands.min(STANDS_MAX), visits.sigma);
        let mean_rest = ((whole[1] - passed[1]) / (whole[0] - passed[0]) - lasted).max(0.0);
        Self { mu: scaled.mu, sigma: visits.sigma, lasted, whole, passed, mean_rest }
    }

    fn over(&self, after: f64) -> Over {
        let length = self.lasted + after;
        let [mass, sum, squares] = parts(self.whole, (length.ln() - self.mu) / self.sigma, self.sigma);
        let mass = mass - self.passed[0];
        if mass < 1e-9 {
            return Over::default();
        }
        let mean = (sum - self.passed[1]) / mass;
        Over {
            probability: mass / (1.0 - self.passed[0]),
            since: (length - mean).clamp(0.0, after),
            variance: ((squares - self.passed[2]) / mass - mean * mean).max(0.0),
        }
    }
}

/// The parts of probability, mean and mean square that lie below so many standard deviations of the logarithm.
fn parts(whole: [f64; 3], z: f64, sigma: f64) -> [f64; 3] {
    [whole[0] * below(z), whole[1] * below(z - sigma), whole[2] * below(z - 2.0 * sigma)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const VISITS: Visits = Visits { mu: 6.2, sigma: 0.7, doubt: 0.0 };

    /// Against the integrals by the midpoint rule.
    #[test]
    fn what_is_left_of_a_visit_is_what_the_law_says() {
        for lasted in [0.0, 60.0, 300.0, 900.0] {
            let rest = Rest::of_visit(&VISITS, lasted);
            for after in [30.0, 300.0, 1_200.0] {
                let density = |length: f64| {
                    let z = (length.ln() - VISITS.mu) / VISITS.sigma;
                    (-z * z / 2.0).exp() / (length * VISITS.sigma * std::f64::consts::TAU.sqrt())
                };
                let (mut mass, mut since, mut left) = (0.0, 0.0, 0.0);
                for step in 0..400_000 {
                    let length = lasted + 0.05 + f64::from(step) / 10.0;
                    let part = density(length) / 10.0;
                    left += part;
                    if length < lasted + after {
                        mass += part;
                        since += part * (lasted + after - length);
                    }
                }
                let over = rest.over(after);
                assert!((over.probability - mass / left).abs() < 0.01, "{lasted} {after}: {over:?}, {}", mass / left);
                let since = since / mass;
                let is_near = (over.since - since).abs() < 0.1 * after;
                assert!(mass / left < 0.02 || is_near, "{lasted} {after}: {over:?}, {since}");
            }
        }
    }

    #[test]
    fn the_longer_a_visit_has_lasted_the_longer_it_will() {
        let rests: Vec<_> = [600.0, 1_200.0, 2_400.0, 7_200.0, 36_000.0]
            .into_iter()
            .map(|lasted| Rest::of_visit(&VISITS, lasted).mean())
            .collect();
        assert!(rests.is_sorted() && rests[0] > 200.0, "{rests:?}");
        assert!(rests.iter().all(|rest| rest.is_finite()));
    }
}
