//! How many calls some counters will have made after a time, as a law; and when they have made enough.
//!
//! Each counter's first call comes when the visit at hand is over; after it, calls follow each other as the tickets
//! ahead take their time (a renewal process, its mean and variance by the usual expansions). The sum over the counters
//! is taken as binomial, Poisson or negative binomial, whichever has its mean and variance, and its tail by the
//! variance-stabilising transforms of Anscombe (1948).

use super::law::{Rest, Taken};
use super::normal::below;

/// Counters that will call the tickets ahead, and then ours.
pub(super) struct Pool {
    pub(super) rests: Vec<Rest>,
    /// Tickets ahead that these counters will call.
    pub(super) ahead: f64,
    /// How long a counter is taken by each of them.
    pub(super) taken: Taken,
    /// How far that mean may be off, as a part of it, squared.
    pub(super) doubt: f64,
    /// Seconds for which tickets are taken that will be called before ours, and how many of them a second.
    pub(super) overtaking: Vec<(f64, f64)>,
}

/// Times are searched from a tenth of a second to ten days, as logarithms.
const LOG_TIME: (f64, f64) = (-2.3, 13.7);

/// Odds are found within this logarithm: a quarter of a percent in the middle.
const PRECISION: f64 = 0.01;

/// A search ends after so many steps; it hardly takes four.
const STEPS_MAX: usize = 16;

/// How the logarithm of the odds rises with the one of time, about.
const SLOPE: f64 = 3.0;

impl Pool {
    /// About the middle (seconds).
    pub(super) fn guess(&self) -> f64 {
        let counters: f64 = self.rests.iter().map(|_| 1.0).sum();
        (self.ahead + 0.7) * self.taken.mean / counters
    }

    /// The time by which ours is called with this probability (seconds), searched from a guess on: by secants, since
    /// the odds run nearly straight over time when both are logarithms, and by halves where that leads astray.
    pub(super) fn called_by(&self, probability: f64, guess: f64) -> f64 {
        let aim = log_odds(probability);
        let missed = |time: f64| log_odds(self.called(time.exp())) - aim;
        let (mut low, mut high) = LOG_TIME;
        let mut slope = SLOPE;
        let mut time = guess.ln().clamp(low, high);
        let mut off = missed(time);
        for _ in 0..STEPS_MAX {
            if off.abs() < PRECISION || high - low < PRECISION / SLOPE {
                break;
            }
            if off < 0.0 {
                low = time;
            } else {
                high = time;
            }
            let straight = time - off / slope;
            let next = if low < straight && straight < high { straight } else { f64::midpoint(low, high) };
            let then = missed(next);
            let found = (then - off) / (next - time);
            slope = if found.is_finite() { found.clamp(SLOPE / 10.0, SLOPE * 20.0) } else { SLOPE };
            (time, off) = (next, then);
        }
        time.exp()
    }

    /// The probability that ours has been called after so many seconds.
    pub(super) fn called(&self, after: f64) -> f64 {
        let mut none_over = 1.0;
        let (mut mean, mut variance, mut doubted) = (0.0, 0.0, 0.0);
        let length = self.taken.mean;
        let spread = (self.taken.square / (length * length) - 1.0).max(0.05);
        for rest in &self.rests {
            let over = rest.over(after);
            none_over *= 1.0 - over.probability;
            let visits = over.since / length;
            let more = visits + (spread - 1.0) / 2.0 * (1.0 - (-2.0 * visits).exp());
            let own = spread * visits + over.variance / (length * length);
            mean += over.probability * (1.0 + more);
            variance += over.probability * (own + (1.0 - over.probability) * (1.0 + more).powi(2));
            doubted += over.probability * visits;
        }
        variance += doubted * doubted * self.doubt;
        let overtakers: f64 = self.overtaking.iter().map(|(window, rate)| rate * after.min(*window)).sum();
        let ahead = self.ahead + overtakers;
        variance += overtakers;
        1.0 - if ahead < 1.0 {
            (1.0 - ahead) * none_over + ahead * at_most(1.0, mean, variance)
        } else {
            at_most(ahead, mean, variance)
        }
    }
}

/// The logarithm of the odds, kept where it can be told from certainty.
fn log_odds(probability: f64) -> f64 {
    let probability = probability.clamp(1e-6, 1.0 - 1e-6);
    (probability / (1.0 - probability)).ln()
}

/// The probability of a count of `most` at most, where it has this mean and variance.
fn at_most(most: f64, mean: f64, variance: f64) -> f64 {
    if mean < 1e-6 {
        return 1.0;
    }
    let excess = (variance - mean) / (mean * mean);
    let bound = most + 0.75;
    let deviations = if excess > 1e-3 {
        let size = 1.0 / excess;
        2.0 * size.sqrt() * ((bound / (size - 0.5).max(0.1)).sqrt().asinh() - (mean / size).sqrt().asinh())
    } else if excess < -1e-3 {
        let size = -1.0 / excess;
        let asin = |part: f64| part.min(1.0).sqrt().asin();
        2.0 * size.sqrt() * (asin(bound / (size + 0.5)) - asin(mean / size))
    } else {
        2.0 * (bound.sqrt() - mean.sqrt())
    };
    below(deviations)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::law::Rest;

    /// A count's law by its mean and variance: the exact binomial, Poisson and negative binomial ones.
    #[test]
    fn tails_are_near_the_exact_ones() {
        let close = |found: f64, exact: f64, what: &str| {
            assert!((found - exact).abs() < 0.035, "{what}: {found:.3}, exactly {exact:.3}");
        };
        for mean in [0.7_f64, 1.7, 3.0, 10.0] {
            let mut term = (-mean).exp();
            let mut exact = 0.0;
            for most in 0..12 {
                exact += term;
                term *= mean / f64::from(most + 1);
                close(at_most(f64::from(most), mean, mean), exact, &format!("Poisson {mean}, {most}"));
            }
        }
        for (size, probability) in [(3_i32, 0.5_f64), (5, 0.3), (20, 0.7)] {
            let count = f64::from(size);
            let mut term = (1.0 - probability).powi(size);
            let mut exact = 0.0;
            for most in 0..size {
                exact += term;
                term *= probability / (1.0 - probability) * f64::from(size - most) / f64::from(most + 1);
                let found = at_most(f64::from(most), count * probability, count * probability * (1.0 - probability));
                close(found, exact, &format!("binomial {size} {probability}, {most}"));
            }
        }
    }

    fn pool(rests: Vec<Rest>, ahead: f64) -> Pool {
        let taken = Taken { mean: 600.0, square: 720_000.0 };
        Pool { rests, ahead, taken, doubt: 0.0, overtaking: Vec::new() }
    }

    /// Visits of exponential length: the wait is a sum of exponential times, as every textbook has it.
    #[test]
    fn exponential_visits_wait_as_the_textbook_says() {
        // n ahead, c counters: the (n + 1)th of calls that come every 600 / c seconds, by the Erlang law.
        for (ahead, erlang_p50, erlang_p90) in
            [(0.0, 0.693, 2.303), (1.0, 1.678, 3.890), (4.0, 4.671, 7.994), (9.0, 9.669, 14.206)]
        {
            for counters in [1_u16, 3, 10] {
                let rests = (0..counters).map(|_| Rest::Moment(600.0)).collect();
                let pool = pool(rests, ahead);
                for (probability, exact) in [(0.5, erlang_p50), (0.9, erlang_p90)] {
                    let found = pool.called_by(probability, pool.guess());
                    let exact = exact * 600.0 / f64::from(counters);
                    assert!((found / exact - 1.0).abs() < 0.08, "{ahead} {counters} {probability}: {found}, {exact}");
                }
            }
        }
    }

    #[test]
    fn a_time_is_found_from_any_guess() {
        let pool = pool(vec![Rest::Moment(600.0), Rest::Until(900.0)], 2.5);
        let right = pool.called_by(0.9, pool.guess());
        assert!((pool.called(right) - 0.9).abs() < 0.002);
        for guess in [0.0, 1e-9, 1.0, 1e4, 1e9, f64::INFINITY] {
            let found = pool.called_by(0.9, guess);
            assert!((found / right - 1.0).abs() < 0.01, "{guess}: {found}, {right}");
        }
    }

    #[test]
    fn who_overtakes_makes_the_wait_longer_while_they_can() {
        let plain = pool(vec![Rest::Moment(600.0)], 3.0);
        let mut overtaken = pool(vec![Rest::Moment(600.0)], 3.0);
        overtaken.overtaking = vec![(600.0, 1.0 / 600.0)];
        let more = overtaken.called_by(0.5, 1_000.0) - plain.called_by(0.5, 1_000.0);
        assert!((450.0..750.0).contains(&more), "one more in the mean: {more}");
    }
}
