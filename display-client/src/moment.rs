//! A moment as boards show it: to the second, in the office's own offset from UTC.

use std::fmt;
use std::str::FromStr;

use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A moment to the second with the office's offset, in JSON `"2026-11-24T09:42:10+07:00"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    timestamp: Timestamp,
    offset: Offset,
}

/// The text is no RFC 3339 date and time with an offset.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no date and time with an offset, like 2026-11-24T09:42:10+07:00: {0:?}")]
pub struct NoMoment(String);

impl Moment {
    /// The moment `timestamp`, cut to the second, as clocks in `zone` show it.
    #[must_use]
    pub fn in_zone(timestamp: Timestamp, zone: &TimeZone) -> Self {
        Self::with_offset(timestamp, zone.to_offset(timestamp))
    }

    /// The moment `timestamp`, cut to the second, as clocks at `offset` show it.
    #[must_use]
    pub fn with_offset(timestamp: Timestamp, offset: Offset) -> Self {
        // `as_second` rounds towards zero; no office was open before 1970.
        let whole = Timestamp::from_second(timestamp.as_second()).unwrap_or(timestamp);
        Self { timestamp: whole, offset }
    }

    /// The instant, the same for every clock.
    #[must_use]
    pub fn timestamp(self) -> Timestamp {
        self.timestamp
    }

    /// What a clock on the office's wall shows: `"09:42"`.
    #[must_use]
    pub fn clock(self) -> String {
        let time = self.offset.to_datetime(self.timestamp).time();
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// How long before `now` this moment was; negative when it is still to come.
    #[must_use]
    pub fn age_at(self, now: Timestamp) -> SignedDuration {
        now.duration_since(self.timestamp)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.timestamp.display_with_offset(self.offset).fmt(out)
    }
}

impl FromStr for Moment {
    type Err = NoMoment;

    fn from_str(text: &str) -> Result<Self, NoMoment> {
        let wrong = || NoMoment(text.chars().take(64).collect());
        let timestamp: Timestamp = text.parse().map_err(|_| wrong())?;
        let offset = Pieces::parse(text).ok().and_then(|pieces| pieces.to_numeric_offset()).ok_or_else(wrong)?;
        Ok(Self::with_offset(timestamp, offset))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_and_writes_the_offices_own_time() {
        let moment: Moment = "2026-11-24T09:42:10+07:00".parse().unwrap();
        assert_eq!(moment.to_string(), "2026-11-24T09:42:10+07:00");
        assert_eq!(moment.clock(), "09:42");
        assert_eq!(moment.timestamp(), "2026-11-24T02:42:10Z".parse().unwrap());
    }

    #[test]
    fn parts_of_a_second_are_cut_so_that_reading_back_gives_the_same() {
        let zone = TimeZone::fixed(jiff::tz::offset(7));
        let moment = Moment::in_zone("2026-11-24T02:42:10.987654Z".parse().unwrap(), &zone);
        assert_eq!(moment.to_string(), "2026-11-24T09:42:10+07:00");
        assert_eq!(moment.to_string().parse::<Moment>().unwrap(), moment);
    }

    #[test]
    fn a_time_without_an_offset_is_no_moment() {
        for text in ["", "09:42", "2026-11-24", "2026-11-24T09:42:10", "tomorrow"] {
            assert!(text.parse::<Moment>().is_err(), "{text:?} was taken for a moment");
        }
    }
}
