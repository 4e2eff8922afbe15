//! Whether the kiosk gives a ticket now: not while the office is closed, not when the day's tickets of the service are
//! used up, and not to somebody who would not be called any more today.

use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::forecast::{Band, room_for};
use crate::hall::Hall;
use crate::hours::{Entrance, LastTicket};
use crate::ids::ServiceCode;
use crate::refusal::Refusal;
use crate::setup::Setup;

/// Where somebody takes a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// At the kiosk, which keeps to hours and quotas.
    Kiosk,
    /// From the staff, who may make an exception.
    Staff,
}

/// Why a kiosk gives no ticket of a service now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAdmission {
    /// The office is closed.
    Closed,
    /// The day's tickets of the service are used up.
    QuotaUsed {
        /// How many there were.
        quota: u32,
    },
    /// The time until closing is needed for those who wait.
    DayFull,
}

/// Why the kiosk gives no ticket of a service now; none when it does. `forecast` is that of somebody who takes one.
#[must_use]
pub fn no_admission(
    hall: &Hall,
    setup: &Setup,
    service: &ServiceCode,
    forecast: Option<Band>,
    now: Timestamp,
) -> Option<NoAdmission> {
    let now = setup.office_time(now);
    if !setup.hours.gives_tickets(now) {
        return Some(NoAdmission::Closed);
    }
    let quota = setup.services.get(service).and_then(|known| known.quota);
    if let Some(quota) = quota.filter(|quota| hall.taken(service) >= *quota) {
        return Some(NoAdmission::QuotaUsed { quota });
    }
    is_day_full(setup, forecast, now).then_some(NoAdmission::DayFull)
}

/// Somebody is not called any more when half of those with this forecast are not.
fn is_day_full(setup: &Setup, forecast: Option<Band>, now: DateTime) -> bool {
    let Entrance::WhileOpen { last: LastTicket::ByForecast, .. } = setup.hours.entrance else { return false };
    let (Some(forecast), Some(left)) = (forecast, setup.hours.until_the_days_end(now)) else { return false };
    i64::from(forecast.from) > left.as_mins()
}

/// With more room than this for those who come, nobody needs to be told.
const ROOM_TOLD: u16 = 20;

/// About how many more people of a service can be called before the office closes; none when there is room for more
/// than twenty, when nobody can say, and where the kiosk does not go by it.
#[must_use]
pub fn room_left(hall: &Hall, setup: &Setup, service: &ServiceCode, now: Timestamp) -> Option<u16> {
    let Entrance::WhileOpen { last: LastTicket::ByForecast, .. } = setup.hours.entrance else { return None };
    let left = setup.hours.until_the_days_end(setup.office_time(now))?;
    room_for(hall, setup, service, left, (ROOM_TOLD, now))
}

pub(crate) fn check(
    hall: &Hall,
    setup: &Setup,
    service: &ServiceCode,
    forecast: Option<Band>,
    now: Timestamp,
) -> Result<(), Refusal> {
    let Some(reason) = no_admission(hall, setup, service, forecast, now) else { return Ok(()) };
    let now = setup.office_time(now);
    let another_day = || setup.hours.next_day_opening(now);
    Err(match reason {
        NoAdmission::Closed => Refusal::OfficeClosed { opening: setup.hours.next_opening(now) },
        NoAdmission::QuotaUsed { quota } => {
            Refusal::QuotaUsed { service: service.clone(), quota, opening: another_day() }
        }
        NoAdmission::DayFull => Refusal::DayFull { service: service.clone(), opening: another_day() },
    })
}

#[cfg(test)]
mod tests {
    use crate::hours::LastTicket;
    use crate::hours::tests::hours;
    use crate::scenario::{Scenario, code};

    fn office(steps: &str, last: LastTicket) -> Scenario {
        // It is 09:00 on a Tuesday.
        let mut office = Scenario::new();
        office.setup.hours = hours(last);
        for step in steps.split(';').map(str::trim) {
            let said = office.run(step);
            assert!(!said.starts_with("no:"), "{step}: {said}");
        }
        office
    }

    #[test]
    fn a_kiosk_keeps_to_the_hours_and_the_staff_may_make_an_exception() {
        let mut office = office("day; take A; +2h29m; take A; +1m", LastTicket::AtClosing);
        assert_eq!(office.run("take A"), "no: office-closed");
        assert_eq!(office.run("give A"), "A003 taken, 2 ahead", "the staff's own decision");
        office.run("+1h15m");
        assert_eq!(office.run("take A"), "A004 taken, 3 ahead", "15 minutes before the afternoon");
        office.run("+48h");
        assert_eq!(office.run("take A"), "no: office-closed", "a holiday");
    }

    #[test]
    fn a_day_begins_with_no_ticket_that_is_refused() {
        let mut office = office("day; +10h", LastTicket::AtClosing);
        office.run("+7h");
        assert_eq!(office.run("take A"), "no: office-closed", "02:00 of the next day");
        assert_eq!(office.hall.day(), Some(jiff::civil::date(2026, 11, 24)), "a refusal changes nothing");
    }

    #[test]
    fn before_closing_the_kiosk_knows_about_how_many_can_still_be_served() {
        let room = |steps: &str, last: LastTicket| {
            let office = office(steps, last);
            super::room_left(&office.hall, &office.setup, &code("A"), office.now)
        };
        let by = LastTicket::ByForecast;
        assert_eq!(room("day; +4h30m; open 1 Hà; open 3 Tú", by), None, "two counters all afternoon");
        let early = room("day; +6h; open 1 Hà", by).expect("an hour and a half: visits take 12 minutes");
        let late = room("day; +7h; open 1 Hà", by).expect("half an hour");
        let full = room("day; +7h; open 1 Hà; take A; take A", by).expect("with two before");
        assert!((5..=9).contains(&early) && (2..=4).contains(&late) && full < late, "{early} {late} {full}");
        assert_eq!(room("day; +7h; open 1 Hà", LastTicket::AtClosing), None, "whoever comes is served");
        assert_eq!(room("day; +7h", by), None, "nobody can say");
        // As many as it says get a ticket, and hardly anybody more.
        let mut office = office("day; +7h; open 1 Hà", by);
        let given = (0..20).take_while(|_| !office.run("take A").starts_with("no:")).count();
        assert!(given.abs_diff(usize::from(late)) <= 1, "{given} {late}");
    }

    #[test]
    fn a_service_gives_its_daily_quota_and_no_more() {
        let mut office = office("day", LastTicket::AtClosing);
        office.setup.services.get_mut(&code("C")).expect("there is C").quota = Some(2);
        assert_eq!(office.run("take C"), "C001 taken, 0 ahead");
        assert_eq!(office.run("take C"), "C002 taken, 1 ahead");
        assert_eq!(office.run("cancel C001"), "C001 given back");
        assert_eq!(office.run("take C"), "no: quota-used", "a number that was given counts");
        assert_eq!(office.run("take A"), "A001 taken, 1 ahead");
        assert_eq!(office.run("give C"), "C003 taken, 2 ahead");
        office.run("+24h");
        assert_eq!(office.run("take C"), "day 2026-11-25; C001 taken, 0 ahead");
    }

    #[test]
    fn the_last_ticket_goes_to_whoever_is_likely_to_be_called_before_closing() {
        // At 16:00, half an hour before closing, with visits of 12 minutes at one counter.
        let steps = "day; open 3 Hà; +7h; take A; take A; take A; take A";
        let mut by_forecast = office(steps, LastTicket::ByForecast);
        assert_eq!(by_forecast.run("take A"), "no: day-full", "48 minutes are ahead");
        assert_eq!(by_forecast.run("give A"), "A005 taken, 4 ahead");
        let mut at_closing = office(steps, LastTicket::AtClosing);
        assert_eq!(at_closing.run("take A"), "A005 taken, 4 ahead");
        // In the morning the rest of the day is as good.
        let mut morning = office("day; open 3 Hà; +2h15m; take A; take A; take A", LastTicket::ByForecast);
        assert_eq!(morning.run("take A"), "A004 taken, 3 ahead");
    }

    #[test]
    fn without_an_open_counter_nobody_knows_and_the_kiosk_goes_on() {
        let mut office = office("day; +7h; take A; take A; take A; take A", LastTicket::ByForecast);
        assert_eq!(office.run("take A"), "A005 taken, 4 ahead");
    }
}
