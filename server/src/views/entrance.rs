//! When the kiosk gives tickets, for its page: today's windows, and the next day's opening.

use jiff::civil::DateTime;
use moi_domain::{Entrance, Hours};
use serde::Serialize;
use utoipa::ToSchema;

/// When the kiosk gives tickets, in the office's own time.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct EntranceView {
    /// Today's, in order.
    windows: Vec<WindowView>,
    /// The first opening of the next day that has one, when it is less than a month away.
    next_day: Option<OpeningView>,
}

/// A time during which there are tickets.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct WindowView {
    /// Tickets from.
    #[schema(example = "06:45")]
    from: String,
    /// And until.
    #[schema(example = "11:30")]
    to: String,
    /// When the office opens.
    #[schema(example = "07:00")]
    opens: String,
}

/// When to come back.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct OpeningView {
    /// The day.
    #[schema(example = "25/11/2026")]
    opens_on: String,
    /// When the office opens.
    #[schema(example = "07:00")]
    opens_at: String,
    /// When the kiosk begins.
    #[schema(example = "06:45")]
    tickets_from: String,
}

/// None where there are tickets at any time.
#[must_use]
pub fn entrance_view(hours: &Hours, now: DateTime) -> Option<EntranceView> {
    if hours.entrance == Entrance::Always {
        return None;
    }
    let windows = hours.windows(now.date()).map(|window| WindowView {
        from: time(window.opening.tickets_from),
        to: time(window.closes),
        opens: time(window.opening.opens),
    });
    let next_day = hours.next_day_opening(now).map(|opening| OpeningView {
        opens_on: opening.opens.strftime("%d/%m/%Y").to_string(),
        opens_at: time(opening.opens),
        tickets_from: time(opening.tickets_from),
    });
    Some(EntranceView { windows: windows.collect(), next_day })
}

fn time(when: DateTime) -> String {
    when.strftime("%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Time, date};
    use moi_domain::{LastTicket, Minutes, Period};

    use super::*;

    #[test]
    fn the_page_is_told_todays_windows_and_the_next_days_opening() {
        let morning = Period { from: Time::constant(7, 0, 0, 0), to: Time::constant(11, 30, 0, 0) };
        let while_open = Entrance::WhileOpen { before: Minutes(15), last: LastTicket::AtClosing };
        let week = std::array::from_fn(|_| vec![morning]);
        let hours = Hours { week, entrance: while_open, ..Hours::default() };
        let now = date(2026, 11, 24).at(9, 0, 0, 0);
        let said = serde_json::to_value(entrance_view(&hours, now)).expect("JSON");
        let expected = serde_json::json!({
            "windows": [{"from": "06:45", "to": "11:30", "opens": "07:00"}],
            "next_day": {"opens_on": "25/11/2026", "opens_at": "07:00", "tickets_from": "06:45"},
        });
        assert_eq!(said, expected);
        assert_eq!(entrance_view(&Hours { entrance: Entrance::Always, ..hours }, now), None);
    }
}
