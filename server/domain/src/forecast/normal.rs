//! The normal distribution, well enough for minutes.

/// The probability below `z`, within 0.00015 (the logistic form of Bowling and others, 2009).
pub(super) fn below(z: f64) -> f64 {
    1.0 / (1.0 + (-z * (1.5976 + 0.070_565_92 * z * z)).exp())
}
