//! What the hall has seen of visits, no-shows, pauses and arrivals: the ground that a forecast stands on.
//!
//! Whole numbers only, so that every fold of a journal on every machine comes to the same. What is older counts less:
//! with each visit the ones before lose 1/128 of their weight, with each business day everything loses an eighth.
//! Nothing here grows with history: there is an entry a service, a head start and a counter.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::aim::Aim;
use super::sights::{Idle, Sight};
use crate::ids::{Minutes, ServiceCode};

/// The weight of one sight just seen.
const ONE: u64 = 1 << 12;

/// A visit that was shorter served nobody: the officer found an empty hall and went on.
const VISIT_MIN: SignedDuration = SignedDuration::from_secs(20);

/// A visit that was longer was left open by mistake.
const VISIT_MAX: SignedDuration = SignedDuration::from_hours(4);

/// A pause that was longer was a break or the evening.
pub(super) const PAUSE_MAX: SignedDuration = SignedDuration::from_mins(45);

/// Arrivals are counted in slots of this length (seconds): a quarter of an hour.
const SLOT: i64 = 15 * 60;

/// All that was seen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Seen {
    pub(super) services: BTreeMap<ServiceCode, Served>,
    /// From the end of a visit to the next call, where somebody was waiting.
    pub(super) gaps: Moments,
    /// From the taking of a ticket to its call, where a counter was free.
    pub(super) reactions: Logarithms,
    pub(super) pauses: Moments,
    /// Visits that ended, to see after how many of them an officer pauses.
    pub(super) ended: Weight,
    pub(crate) arrivals: Arrivals,
    pub(super) aim: Aim,
}

/// What was seen of a service.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Served {
    /// From the call to the visit's end.
    pub(super) visits: Logarithms,
    /// Tickets that were called and came, and those that didn't.
    pub(super) came: Weight,
    /// From the call until the officer gave up.
    pub(super) missed: Moments,
    /// Tickets that were taken, and those of them with a head start.
    pub(super) taken: Weight,
    pub(super) early: BTreeMap<Minutes, Weight>,
}

/// How often something was seen, in fractions of once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Weight(u64);

/// Lengths of time: weight, and weighted sums of the seconds and of their squares.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Moments {
    weight: u64,
    seconds: u64,
    squares: u64,
}

/// The same of the logarithms to base 2 of milliseconds, in 256ths: long-tailed lengths are even there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Logarithms(Moments);

/// How many tickets were taken in this slot and in the two before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Arrivals {
    slot: i64,
    counts: [u32; 3],
}

impl Seen {
    /// Takes in what a step at a counter showed.
    pub(super) fn take_in(&mut self, sight: &Sight) {
        match sight {
            Sight::Call { promised, waited, idle } => {
                if let Some(band) = promised {
                    self.aim.judge(*band, *waited);
                }
                match idle {
                    Some(Idle::Gap(gap)) => self.gaps.add_time((*gap).min(PAUSE_MAX)),
                    Some(Idle::Reaction) => self.reactions.add((*waited).min(PAUSE_MAX)),
                    None => {}
                }
            }
            Sight::End { service, took, came, parts } => {
                let served = self.services.entry(service.clone()).or_default();
                if *came && *took >= VISIT_MIN {
                    served.came.add();
                    // A longer visit for several people, files or services tells of one by its part.
                    if *took <= VISIT_MAX {
                        served.visits.add(*took / i32::from((*parts).max(1)));
                    }
                } else {
                    served.missed.add_time((*took).min(VISIT_MAX));
                }
                self.ended.add();
            }
        }
    }

    /// An officer came back from a pause; what was longer was none.
    pub(super) fn note_pause(&mut self, pause: SignedDuration) {
        if pause <= PAUSE_MAX {
            self.pauses.add_time(pause);
        }
    }

    pub(super) fn note_taken(&mut self, service: &ServiceCode, head_start: Minutes, at: Option<Timestamp>) {
        if let Some(at) = at {
            self.arrivals.add(at);
        }
        let served = self.services.entry(service.clone()).or_default();
        served.taken.add();
        if head_start > Minutes(0) {
            served.early.entry(head_start).or_default().add();
        }
    }

    /// A business day is over. What has lost all weight is forgotten.
    pub(super) fn age(&mut self) {
        self.gaps.fade(3);
        self.reactions.0.fade(3);
        self.pauses.fade(3);
        self.ended.fade();
        for served in self.services.values_mut() {
            served.visits.0.fade(3);
            served.came.fade();
            served.missed.fade(3);
            served.taken.fade();
            served.early.values_mut().for_each(Weight::fade);
            served.early.retain(|_, weight| weight.0 > 8);
        }
        self.services.retain(|_, served| served.taken.0 > 8 || served.visits.0.weight > 8);
    }
}

impl Weight {
    /// How often.
    pub(super) fn times(self) -> f64 {
        float(self.0) / float(ONE)
    }

    fn add(&mut self) {
        self.0 += ONE;
    }

    fn fade(&mut self) {
        self.0 -= self.0 >> 3;
    }
}

impl Moments {
    /// How many were seen.
    pub(super) fn times(self) -> f64 {
        float(self.weight) / float(ONE)
    }

    /// Seconds.
    pub(super) fn mean(self) -> f64 {
        if self.weight == 0 { 0.0 } else { float(self.seconds) / float(self.weight) }
    }

    /// Of the square of the seconds.
    pub(super) fn mean_square(self) -> f64 {
        if self.weight == 0 { 0.0 } else { float(self.squares) / float(self.weight) }
    }

    fn add_time(&mut self, time: SignedDuration) {
        self.add(time.as_secs());
    }

    fn add(&mut self, value: i64) {
        let value = u64::try_from(value).unwrap_or(0);
        self.weight += ONE;
        self.seconds += ONE * value;
        self.squares += ONE * value * value;
    }

    /// Loses one part in 2 to this power.
    fn fade(&mut self, power: u32) {
        self.weight -= self.weight >> power;
        self.seconds -= self.seconds >> power;
        self.squares -= self.squares >> power;
    }
}

impl Logarithms {
    /// How many were seen.
    pub(super) fn times(self) -> f64 {
        self.0.times()
    }

    /// The mean of the natural logarithm of the seconds.
    pub(super) fn mean(self) -> f64 {
        self.0.mean() * UNIT - 1_000_f64.ln()
    }

    /// Its variance.
    pub(super) fn variance(self) -> f64 {
        (self.0.mean_square() - self.0.mean().powi(2)).max(0.0) * UNIT * UNIT
    }

    fn add(&mut self, time: SignedDuration) {
        self.0.fade(7);
        self.0.add(log2_256ths(u64::try_from(time.as_millis()).unwrap_or(1).max(1)));
    }
}

/// The natural logarithm in one 256th of a logarithm to base 2.
const UNIT: f64 = std::f64::consts::LN_2 / 256.0;

/// The logarithm to base 2, in 256ths, rounded down: of the whole part, then a binary digit by squaring.
fn log2_256ths(millis: u64) -> i64 {
    let whole = millis.ilog2();
    // From 1 up to below 2, with 31 binary places.
    let mut mantissa = (millis << 31) >> whole;
    let mut digits = i64::from(whole);
    for _ in 0..8 {
        mantissa = (mantissa * mantissa) >> 31;
        let digit = mantissa >> 32;
        mantissa >>= digit;
        digits = digits * 2 + i64::from(digit == 1);
    }
    digits
}

impl Arrivals {
    fn add(&mut self, at: Timestamp) {
        self.turn_to(at.as_second().div_euclid(SLOT));
        self.counts[0] = self.counts[0].saturating_add(1);
    }

    fn turn_to(&mut self, slot: i64) {
        let [now, last, _] = self.counts;
        self.counts = match slot - self.slot {
            0 => self.counts,
            1 => [0, now, last],
            2 => [0, 0, now],
            _ => [0; 3],
        };
        self.slot = slot;
    }

    /// Tickets a second that were taken of late.
    pub(super) fn rate(mut self, now: Timestamp) -> f64 {
        self.turn_to(now.as_second().div_euclid(SLOT));
        let counted: u32 = self.counts.iter().sum();
        let since = SignedDuration::from_secs(now.as_second().rem_euclid(SLOT) + 2 * SLOT);
        f64::from(counted) / since.as_secs_f64()
    }
}

#[expect(clippy::cast_precision_loss, reason = "weights and sums are far below 2^53 where a digit matters")]
fn float(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Scenario, code};

    #[test]
    fn the_logarithm_is_that_of_mathematics() {
        for millis in (0..24).map(|power| 3_u64.pow(power) % 14_400_000 + 1).chain([1, 2, 3, 4, 14_400_000]) {
            let exact = float(millis).log2() * 256.0;
            let found = float(u64::try_from(log2_256ths(millis)).expect("above 0"));
            assert!(found <= exact + 1e-6 && exact - found < 1.0, "{millis}: {found}, {exact}");
        }
    }

    #[test]
    fn visits_no_shows_gaps_and_pauses_are_seen() {
        let office = Scenario::given(
            "open 1 Hà; take A; take A; take A; next 1 Hà; +1m; start 1 Hà; +15m; finish 1 Hà; +2m; next 1 Hà; +3m; \
             no-show 1 Hà; pause 1 Hà; +10m; open 1 Hà; next 1 Hà; +10m; next 1 Hà; +5m; take A; +30s; next 1 Hà; \
             +5s; finish 1 Hà",
        );
        let seen = &office.hall.seen;
        let served = &seen.services[&code("A")];
        let near = |found: f64, expected: f64| assert!((found / expected - 1.0).abs() < 0.01, "{found}, {expected}");
        near(served.came.times(), 2.0);
        near(served.visits.mean(), f64::midpoint(960_f64.ln(), 600_f64.ln()));
        near(served.missed.times(), 2.0);
        near(served.missed.mean(), 92.5);
        near(seen.gaps.times(), 1.0);
        near(seen.gaps.mean(), 120.0);
        near(seen.pauses.mean(), 600.0);
        near(seen.ended.times(), 4.0);
        near(seen.reactions.mean(), 30_f64.ln());
    }

    #[test]
    fn a_break_is_no_pause_and_a_forgotten_visit_no_visit() {
        let office =
            Scenario::given("open 1 Hà; pause 1 Hà; +90m; open 1 Hà; take A; next 1 Hà; start 1 Hà; +5h; finish 1 Hà");
        assert_eq!(office.hall.seen.pauses, Moments::default());
        assert_eq!(office.hall.seen.services[&code("A")].visits, Logarithms::default());
    }

    #[test]
    fn the_newest_sights_count_most_and_old_ones_are_forgotten() {
        let mut seen = Logarithms::default();
        for seconds in std::iter::repeat_n(600, 1_000).chain(std::iter::repeat_n(1_200, 300)) {
            seen.add(SignedDuration::from_secs(seconds));
        }
        assert!((seen.mean() - 1_200_f64.ln()).abs() < 0.08, "{}", seen.mean().exp());
        assert!(seen.times() < 129.0, "{}", seen.times());

        let mut office =
            Scenario::given("open 1 Hà; take A; take C elderly; next 1 Hà; +9m; next 1 Hà; +9m; finish 1 Hà");
        assert_eq!(office.hall.seen.services.len(), 2);
        for _ in 0..80 {
            office.run("+24h");
            office.run("day");
        }
        assert_eq!(office.hall.seen.services, BTreeMap::new(), "nothing is kept for ever");
    }

    #[test]
    fn arrivals_are_those_of_the_last_half_hour() {
        let mut arrivals = Arrivals::default();
        let at = |minute: i64| Timestamp::from_second(1_800_000_000 + minute * 60).expect("a time");
        for minute in 0..60 {
            arrivals.add(at(minute));
        }
        assert!((arrivals.rate(at(60)) * 60.0 - 1.0).abs() < 1e-9, "{}", arrivals.rate(at(60)));
        assert!(arrivals.rate(at(75)) < arrivals.rate(at(60)));
        assert!(arrivals.rate(at(300)) < f64::EPSILON, "nobody has come for hours");
        assert!(arrivals.rate(at(-500)) < f64::EPSILON, "a clock that was ahead is put right");
    }
}
