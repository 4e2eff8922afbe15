//! The table `[hours]`: when the office is open, for each day of the week.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time, Weekday};

use crate::read::{Node, Table};

/// Holidays that a set-up may name: those of some years ahead.
const HOLIDAYS_MAX: usize = 200;

/// A time during which the office is open, office-local.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Opens at.
    pub from: Time,
    /// Closes at, later than it opens.
    pub to: Time,
}

/// Opening hours of a week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// Monday first.
    days: [Vec<Period>; 7],
    /// Days on which the office stays closed all the same.
    holidays: BTreeSet<Date>,
}

impl Hours {
    /// When the office is open on this weekday, in order, without overlap; empty when it stays closed.
    #[must_use]
    pub fn on(&self, weekday: Weekday) -> &[Period] {
        let index = usize::try_from(weekday.to_monday_zero_offset()).unwrap_or_default();
        &self.days[index]
    }

    /// Days on which the office stays closed all the same.
    #[must_use]
    pub fn holidays(&self) -> &BTreeSet<Date> {
        &self.holidays
    }

    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        let days = days.map(|day| table.required(day, periods));
        let days: Option<Vec<Vec<Period>>> = days.into_iter().collect();
        let holidays = table.optional("holidays", |node| node.list(0..=HOLIDAYS_MAX, holiday));
        let holidays = holidays.unwrap_or_default().into_iter().collect();
        Some(Self { days: days?.try_into().ok()?, holidays })
    }
}

fn holiday(node: &Node<'_>) -> Option<Date> {
    let date = node.string().filter(|text| text.len() == "2027-01-01".len()).and_then(|text| text.parse().ok());
    if date.is_none() {
        node.refuse("a date as \"2027-01-01\"");
    }
    date
}

fn periods(node: &Node<'_>) -> Option<Vec<Period>> {
    if node.value().is_none() {
        node.refuse("a list of times as [\"07:00-11:30\", \"13:00-16:30\"], or [] when closed");
        return None;
    }
    let periods = node.list(0..=4, period)?;
    let overlap = periods.windows(2).find(|pair| pair[1].from <= pair[0].to);
    if let Some([earlier, later]) = overlap {
        let found = format!("{} before the end at {}", short(later.from), short(earlier.to));
        node.refuse_found(found, "times in order, each after the one before");
        return None;
    }
    Some(periods)
}

fn period(node: &Node<'_>) -> Option<Period> {
    let found = node.string();
    // An en dash is what people write between times.
    let period = found.and_then(|found| found.split_once(['-', '–'])).and_then(|(from, to)| {
        let (from, to) = (time(from.trim())?, time(to.trim())?);
        (from < to).then_some(Period { from, to })
    });
    if period.is_none() {
        node.refuse("opening and closing time as \"07:00-11:30\"");
    }
    period
}

fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(hour) || !is_number(minute) || minute.len() != 2 {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

fn short(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
