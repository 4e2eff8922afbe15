//! The forecast judges itself: whether as many were called within what they were told as should have been.
//!
//! What no law foresees (a counter that opens later, tickets given back, officers who forget a key) would make long
//! forecasts too long or too short, for weeks. So the probabilities that are aimed at move against what was missed, a
//! little with each call (adaptive conformal inference, Gibbs and Candès 2021): in the long run the shares are right,
//! whatever the office does.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::{Band, STEP_MINUTES};

/// What a probability is counted in.
const WHOLE: i32 = 1 << 20;

/// By which part of what was missed the aim moves with a call.
const GAIN: i32 = 256;

/// How far an aim goes from where it began, at most: 0.3 for the middle, 0.15 below and 0.08 above for the ninetieth
/// percentile.
const MIDDLE: (i32, i32) = (WHOLE / 5, WHOLE / 5 * 4);
const LATE: (i32, i32) = (WHOLE / 4 * 3, WHOLE / 50 * 49);

/// Only bands from so many minutes on are judged, where the rounding is small beside the wait; see [`Aim::judge`].
const JUDGED_FROM: u16 = 10;

/// What was learned of long waits is used for none below the one, and wholly from the other on (seconds): a short wait
/// leaves the office no time to surprise.
const NOTHING_BELOW: f64 = 5.0 * 60.0;
const ALL_FROM: f64 = 15.0 * 60.0;

/// The probabilities to aim at, so that half and nine of ten are called by then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Aim {
    middle: i32,
    late: i32,
}

impl Default for Aim {
    fn default() -> Self {
        Self { middle: WHOLE / 2, late: WHOLE / 10 * 9 }
    }
}

impl Aim {
    /// The probabilities of p50 and p90, for a wait of about so many seconds.
    pub(super) fn at(self, seconds: f64) -> (f64, f64) {
        let part = ((seconds - NOTHING_BELOW) / (ALL_FROM - NOTHING_BELOW)).clamp(0.0, 1.0);
        let aim = |learned: i32, begun: f64| begun + part * (f64::from(learned) / f64::from(WHOLE) - begun);
        (aim(self.middle, 0.5), aim(self.late, 0.9))
    }

    /// A ticket is called. The band was rounded down to its beginning and up to its end, by half a step in the mean:
    /// there the unrounded forecast is thought to have been.
    pub(super) fn judge(&mut self, band: Band, waited: SignedDuration) {
        if band.from < JUDGED_FROM {
            return;
        }
        let half = SignedDuration::from_mins(i64::from(STEP_MINUTES)) / 2;
        let minutes = |minutes: u16| SignedDuration::from_mins(i64::from(minutes));
        let by = |time: SignedDuration| if waited <= time { WHOLE } else { 0 };
        self.middle += (WHOLE / 2 - by(minutes(band.from) + half)) / GAIN;
        self.late += (WHOLE / 10 * 9 - by(minutes(band.to) - half)) / GAIN;
        self.middle = self.middle.clamp(MIDDLE.0, MIDDLE.1);
        self.late = self.late.clamp(LATE.0, LATE.1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_aim_moves_until_the_shares_are_right_and_never_far() {
        let band = Band { from: 20, to: 40 };
        let far = 60.0 * 60.0;
        let mut early = Aim::default();
        let mut late = Aim::default();
        for _ in 0..10_000 {
            early.judge(band, SignedDuration::from_mins(5));
            late.judge(band, SignedDuration::from_mins(90));
        }
        let (middle, end) = early.at(far);
        assert!((middle - 0.2).abs() < 1e-4 && (end - 0.75).abs() < 1e-4, "all come before: it aims lower");
        let (middle, end) = late.at(far);
        assert!((middle - 0.8).abs() < 1e-4 && (end - 0.98).abs() < 1e-4, "none come before: it aims higher");
        let mut right = Aim::default();
        for call in 0..10_000 {
            right.judge(band, SignedDuration::from_mins([50, 15, 30, 15, 30, 15, 30, 15, 30, 15][call % 10]));
        }
        let (middle, end) = right.at(far);
        assert!((middle - 0.5).abs() < 0.1 && (end - 0.9).abs() < 0.02, "{middle} {end}");
    }

    #[test]
    fn short_waits_are_told_as_the_law_says() {
        let mut aim = Aim::default();
        for _ in 0..1_000 {
            aim.judge(Band { from: 5, to: 10 }, SignedDuration::ZERO);
        }
        assert_eq!(aim, Aim::default(), "rounding is larger than what could be learned");
        aim.judge(Band { from: 10, to: 20 }, SignedDuration::ZERO);
        assert_eq!(aim.at(120.0), (0.5, 0.9));
        assert!(aim.at(3_600.0) < (0.5, 0.9));
    }
}
