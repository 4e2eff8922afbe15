//! What somebody who waits is told of how long: the forecast, unless a break comes before the call. A band that a lunch
//! break makes wrong sends people away, or keeps them in an empty hall.

use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::forecast::{Band, forecast};
use crate::hall::Hall;
use crate::ids::ServiceCode;
use crate::setup::Setup;
use crate::ticket::Ticket;

/// How long somebody may wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// So long.
    Within(Band),
    /// Perhaps only after the break: then the office opens again at this time, its own.
    AfterBreak(DateTime),
    /// Nobody can say: no open counter would call, and no break explains it.
    Unknown,
}

/// How long a waiting ticket, or somebody who would take one now, is told to wait; with the forecast behind it.
#[must_use]
pub fn told(
    hall: &Hall,
    setup: &Setup,
    service: &ServiceCode,
    ticket: Option<&Ticket>,
    now: Timestamp,
) -> (Wait, Option<Band>) {
    let forecast = forecast(hall, setup, service, ticket, now);
    (wait_of(setup, forecast, now), forecast)
}

/// What is told of a forecast. While a break lasts nobody is promised anything: a counter that is still open then is
/// about to pause.
pub(crate) fn wait_of(setup: &Setup, forecast: Option<Band>, now: Timestamp) -> Wait {
    let rest = setup.hours.next_break(setup.office_time(now));
    match (forecast, rest) {
        (Some(band), Some(rest)) if i64::from(band.to) > rest.begins_in.as_mins() => Wait::AfterBreak(rest.opens),
        (Some(band), _) => Wait::Within(band),
        (None, Some(rest)) if rest.begins_in.is_zero() => Wait::AfterBreak(rest.opens),
        (None, _) => Wait::Unknown,
    }
}

impl Wait {
    /// The forecast, where there is one.
    #[must_use]
    pub fn band(self) -> Option<Band> {
        match self {
            Self::Within(band) => Some(band),
            Self::AfterBreak(_) | Self::Unknown => None,
        }
    }

    /// When the office opens again after a break before which nobody may be called.
    #[must_use]
    pub fn after_break(self) -> Option<DateTime> {
        match self {
            Self::AfterBreak(opens) => Some(opens),
            Self::Within(_) | Self::Unknown => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::{Entrance, Hours, LastTicket, tests};
    use crate::scenario::{Scenario, code};

    /// Open from 07:00 to 11:30 and from 13:00 to 16:30.
    fn hours() -> Hours {
        Hours { entrance: Entrance::Always, ..tests::hours(LastTicket::AtClosing) }
    }

    /// Somebody who would take a ticket for A is told this. The clock stands at 09:00 on a Tuesday first.
    fn say(hours: Hours, steps: &str) -> String {
        let mut office = Scenario::given("");
        office.setup.hours = hours;
        for step in steps.split("; ") {
            office.run(step);
        }
        match told(&office.hall, &office.setup, &code("A"), None, office.now).0 {
            Wait::Within(band) => format!("{} to {}", band.from, band.to),
            Wait::AfterBreak(opens) => format!("after {}", opens.strftime("%H:%M")),
            Wait::Unknown => "nothing".to_owned(),
        }
    }

    #[test]
    fn nobody_is_promised_a_time_that_a_break_makes_wrong() {
        for (steps, told) in [
            ("open 1 Hà; take A; take A; take A; take A", "45 to 95"),
            ("+55m; open 1 Hà; take A; take A; take A; take A", "45 to 95"),
            ("+56m; open 1 Hà; take A; take A; take A; take A", "after 13:00"),
            ("+56m; open 1 Hà; take A", "5 to 35"),
            ("+140m; open 1 Hà; take A", "after 13:00"),
            // In the break.
            ("open 1 Hà; +160m; close 1 Hà", "after 13:00"),
            ("open 1 Hà; +160m; pause 1 Hà", "after 13:00"),
            ("open 1 Hà; +160m", "after 13:00"),
            // No counter is open, and no break is the reason.
            ("take A", "nothing"),
            // Whoever waits before closing time is served.
            ("+7h; open 1 Hà; take A; take A; take A; take A", "45 to 95"),
            ("+9h; open 1 Hà; take A", "5 to 35"),
        ] {
            assert_eq!(say(hours(), steps), told, "{steps}");
        }
        assert_eq!(say(Hours::default(), "+140m; open 1 Hà; take A"), "5 to 35");
    }

    /// Whether it is too late for a ticket is a question for the forecast itself.
    #[test]
    fn the_forecast_stands_beside_what_is_told_of_it() {
        let mut office = Scenario::given("+140m; open 1 Hà; take A");
        office.setup.hours = hours();
        let (wait, forecast) = told(&office.hall, &office.setup, &code("A"), None, office.now);
        assert!(matches!(wait, Wait::AfterBreak(_)));
        assert_eq!(forecast, super::forecast(&office.hall, &office.setup, &code("A"), None, office.now));
        assert_eq!(forecast.map(|band| (band.from, band.to)), Some((5, 35)));
    }

    #[test]
    fn what_is_promised_on_the_slip_knows_the_break_too() {
        let mut office = Scenario::given("open 1 Hà; take A; +140m");
        office.setup.hours = hours();
        office.run("take A");
        let last = office.hall.tickets().last().expect("it was taken");
        assert_eq!(last.promised, None);
    }
}
