//! When the office is open, and when it gives tickets at the entrance: whoever comes in vain is told when to come back.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, ToSpan};

use crate::ids::Minutes;

/// Days that are looked through for the next opening: the longest holidays with the weekends beside them, twice.
const DAYS_AHEAD: i64 = 30;

/// The office's hours, in its own time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hours {
    /// When it is open on each day of a week, Monday first; in order, without overlap.
    pub week: [Vec<Period>; 7],
    /// Days on which it stays closed all the same.
    pub holidays: BTreeSet<Date>,
    /// When the kiosk gives tickets.
    pub entrance: Entrance,
}

/// A time during which the office is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Opens at.
    pub from: Time,
    /// Closes at, later than it opens.
    pub to: Time,
}

/// When the kiosk gives tickets. The staff may give one at any time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Entrance {
    /// Always.
    #[default]
    Always,
    /// While the office is open.
    WhileOpen {
        /// And so long before each opening.
        before: Minutes,
        /// When it stops before the day's end.
        last: LastTicket,
    },
}

/// Who is the last of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastTicket {
    /// Whoever comes before the office closes.
    AtClosing,
    /// Whoever is likely to be called before it closes.
    ByForecast,
}

/// When the office opens again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// When it opens.
    pub opens: DateTime,
    /// When the kiosk begins, at the opening or before.
    pub tickets_from: DateTime,
}

/// A time during which the kiosk gives tickets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Its beginning.
    pub opening: Opening,
    /// When the office closes.
    pub closes: DateTime,
}

/// A time between two periods of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Break {
    /// How long until it begins; zero while it lasts.
    pub(crate) begins_in: SignedDuration,
    /// When the office opens again.
    pub(crate) opens: DateTime,
}

impl Hours {
    /// When the office is open on this day.
    #[must_use]
    pub fn on(&self, date: Date) -> &[Period] {
        if self.holidays.contains(&date) {
            return &[];
        }
        let monday_zero = date.weekday().to_monday_zero_offset();
        usize::try_from(monday_zero).ok().and_then(|day| self.week.get(day)).map_or(&[], Vec::as_slice)
    }

    /// When the kiosk gives tickets on this day, in order; as long as the office is open where it always does.
    pub fn windows(&self, date: Date) -> impl Iterator<Item = Window> {
        let before = self.before();
        let window = move |period: &Period| Window {
            opening: opening(date, *period, before),
            closes: date.to_datetime(period.to),
        };
        self.on(date).iter().map(window)
    }

    /// Whether the kiosk gives tickets.
    #[must_use]
    pub fn gives_tickets(&self, now: DateTime) -> bool {
        let is_open = |window: Window| window.opening.tickets_from <= now && now < window.closes;
        self.entrance == Entrance::Always || self.windows(now.date()).any(is_open)
    }

    /// The next opening that begins after `now`; none within a month.
    #[must_use]
    pub fn next_opening(&self, now: DateTime) -> Option<Opening> {
        let days = (0..DAYS_AHEAD).filter_map(|days| now.date().checked_add(days.days()).ok());
        let mut openings = days.flat_map(|day| self.windows(day)).map(|window| window.opening);
        openings.find(|opening| opening.opens > now)
    }

    /// The next day's first opening; none within a month.
    #[must_use]
    pub fn next_day_opening(&self, now: DateTime) -> Option<Opening> {
        self.next_opening(now.date().at(23, 59, 59, 999_999_999))
    }

    fn before(&self) -> Minutes {
        match self.entrance {
            Entrance::Always => Minutes(0),
            Entrance::WhileOpen { before, .. } => before,
        }
    }

    /// The break that is on, or that comes after the period at hand; none outside the day's first opening and last
    /// closing, and in the last period.
    pub(crate) fn next_break(&self, now: DateTime) -> Option<Break> {
        let day = now.date();
        let breaks = self.on(day).windows(2).map(|pair| (pair[0], pair[1]));
        let mut at_hand = breaks.filter(|(before, after)| before.from <= now.time() && now.time() < after.from);
        let (before, after) = at_hand.next()?;
        let begins_in = day.to_datetime(before.to).duration_since(now).max(SignedDuration::ZERO);
        Some(Break { begins_in, opens: day.to_datetime(after.from) })
    }

    /// How long the office is open still, when it closes for the day after the period at hand.
    pub(crate) fn until_the_days_end(&self, now: DateTime) -> Option<SignedDuration> {
        let last = self.on(now.date()).last()?;
        let closes = now.date().to_datetime(last.to);
        (last.from <= now.time() && now < closes).then(|| closes.duration_since(now))
    }
}

fn opening(day: Date, period: Period, before: Minutes) -> Opening {
    let opens = day.to_datetime(period.from);
    let tickets_from = opens.checked_sub(i64::from(before.0).minutes()).unwrap_or(opens);
    // The day's numbers begin at midnight.
    Opening { opens, tickets_from: tickets_from.max(day.to_datetime(Time::midnight())) }
}

#[cfg(test)]
pub(crate) mod tests {
    use jiff::civil::date;

    use super::*;

    /// Tuesday to Friday 07:00-11:30 and 13:00-16:30, Monday in the morning only; tickets from 15 minutes before.
    pub(crate) fn hours(last: LastTicket) -> Hours {
        let period = |from: i8, to: i8, minute: i8| Period {
            from: Time::constant(from, 0, 0, 0),
            to: Time::constant(to, minute, 0, 0),
        };
        let (morning, afternoon) = (period(7, 11, 30), period(13, 16, 30));
        let whole = || vec![morning, afternoon];
        Hours {
            week: [vec![morning], whole(), whole(), whole(), whole(), vec![], vec![]],
            holidays: [date(2026, 11, 26)].into(),
            entrance: Entrance::WhileOpen { before: Minutes(15), last },
        }
    }

    #[test]
    fn the_kiosk_gives_tickets_from_shortly_before_the_opening_until_the_closing() {
        let hours = hours(LastTicket::AtClosing);
        // 24 November 2026 is a Tuesday, the 26th a holiday.
        for (day, hour, minute, gives) in [
            (24, 6, 44, false),
            (24, 6, 45, true),
            (24, 11, 29, true),
            (24, 11, 30, false),
            (24, 12, 45, true),
            (24, 16, 30, false),
            (26, 9, 0, false),
            (28, 9, 0, false),
            (30, 11, 0, true),
            (30, 14, 0, false),
        ] {
            let now = date(2026, 11, day).at(hour, minute, 0, 0);
            assert_eq!(hours.gives_tickets(now), gives, "{now}");
            assert!(Hours { entrance: Entrance::Always, ..hours.clone() }.gives_tickets(now));
        }
    }

    #[test]
    fn the_next_opening_is_found_over_breaks_holidays_and_weekends() {
        let hours = hours(LastTicket::AtClosing);
        let at = |day, hour, minute| date(2026, 11, day).at(hour, minute, 0, 0);
        for (now, opens, tickets_from) in [
            (at(24, 5, 0), at(24, 7, 0), at(24, 6, 45)),
            (at(24, 12, 0), at(24, 13, 0), at(24, 12, 45)),
            (at(25, 17, 0), at(27, 7, 0), at(27, 6, 45)),
            (at(27, 13, 0), at(30, 7, 0), at(30, 6, 45)),
        ] {
            assert_eq!(hours.next_opening(now), Some(Opening { opens, tickets_from }), "{now}");
        }
        let tomorrow = hours.next_day_opening(at(24, 9, 0)).map(|opening| opening.opens);
        assert_eq!(tomorrow, Some(at(25, 7, 0)), "not this afternoon");
        assert_eq!(Hours::default().next_opening(at(24, 12, 0)), None);
    }

    #[test]
    fn the_day_ends_with_its_last_period() {
        let hours = hours(LastTicket::AtClosing);
        let left = |hour, minute| hours.until_the_days_end(date(2026, 11, 24).at(hour, minute, 0, 0));
        assert_eq!((left(9, 0), left(12, 0), left(16, 30)), (None, None, None));
        assert_eq!(left(16, 0), Some(SignedDuration::from_mins(30)));
    }
}
