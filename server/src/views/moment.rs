//! Times as pages read them.

use jiff::civil::DateTime;
use jiff::{Timestamp, tz::TimeZone};
use moi_display::Moment;

/// RFC 3339 with the office's own offset, to the second: a page shows characters 11 to 16 as the wall clock's time
/// and needs no time zone data.
#[must_use]
pub fn local(zone: &TimeZone, at: Timestamp) -> String {
    Moment::in_zone(at, zone).to_string()
}

/// A time of the office's day, as 13:00.
pub fn clock(at: DateTime) -> String {
    at.strftime("%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_carries_the_offices_own_offset() {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").expect("the zone is bundled");
        let at: Timestamp = "2026-11-24T02:42:10.9Z".parse().expect("a time");
        assert_eq!(local(&zone, at), "2026-11-24T09:42:10+07:00");
    }
}
