//! A counter's figures of the day, kept up with each event.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// What a counter has done today.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayFigures {
    /// Visits that ended here.
    pub served: u32,
    /// Tickets that were called here in vain.
    pub no_show: u32,
    visits: Mean,
    waits: Mean,
}

impl DayFigures {
    /// How long a visit took, in whole minutes; only of visits whose start the officer noted.
    #[must_use]
    pub fn service_minutes(&self) -> Option<u32> {
        self.visits.minutes()
    }

    /// How long those called here had waited, in whole minutes.
    #[must_use]
    pub fn wait_minutes(&self) -> Option<u32> {
        self.waits.minutes()
    }

    pub(crate) fn count_call(&mut self, taken_at: Timestamp, called_at: Timestamp) {
        self.waits.add(called_at.duration_since(taken_at));
    }

    pub(crate) fn count_visit(&mut self, started_at: Option<Timestamp>, finished_at: Timestamp) {
        self.served += 1;
        if let Some(started_at) = started_at {
            self.visits.add(finished_at.duration_since(started_at));
        }
    }

    pub(crate) fn count_no_show(&mut self) {
        self.no_show += 1;
    }
}

/// A mean that needs no list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mean {
    seconds: u64,
    count: u32,
}

impl Mean {
    fn add(&mut self, time: SignedDuration) {
        self.seconds += u64::try_from(time.as_secs()).unwrap_or(0);
        self.count += 1;
    }

    /// Rounded to the nearest minute.
    fn minutes(&self) -> Option<u32> {
        let minute = 60 * u64::from(self.count);
        (self.seconds + minute / 2).checked_div(minute).and_then(|minutes| u32::try_from(minutes).ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_are_rounded_to_the_nearest_minute() {
        for (seconds, minutes) in [(&[][..], None), (&[29], Some(0)), (&[30], Some(1)), (&[60, 121], Some(2))] {
            let mut mean = Mean::default();
            for seconds in seconds {
                mean.add(SignedDuration::from_secs(*seconds));
            }
            assert_eq!(mean.minutes(), minutes, "{seconds:?}");
        }
    }

    #[test]
    fn a_visit_whose_start_nobody_noted_counts_and_has_no_length() {
        let mut figures = DayFigures::default();
        figures.count_visit(None, Timestamp::UNIX_EPOCH);
        assert_eq!((figures.served, figures.service_minutes()), (1, None));
    }
}
