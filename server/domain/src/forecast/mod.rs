//! How long until the call: a band, no promise.
//!
//! What was seen of visits, no-shows, pauses and arrivals is kept in the hall (`seen.rs`, learned from events in
//! `sights.rs`), with the set-up's usual minutes where little was seen yet. From it come the laws of how long a counter
//! is taken by each ticket ahead, and for how long still by the visit at hand (`law.rs`). The tickets ahead are shared
//! out over the counters that may call them (`work.rs`); how many calls those make until a time is a law again, whose
//! middle and ninetieth percentile are the forecast (`calls.rs`). It judges itself by what came of it (`aim.rs`).
//!
//! The judge is `benches/month`: nine of ten are called before the ninetieth percentile.

mod aim;
mod calls;
mod law;
mod normal;
mod seen;
mod sights;
mod work;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

pub(crate) use self::seen::Seen;
pub(crate) use self::sights::Sights;
use self::work::pool_for;
use crate::hall::Hall;
use crate::ids::{CounterNumber, ServiceCode};
use crate::line::Position;
use crate::setup::Setup;
use crate::ticket::Ticket;

/// Minutes until the call, rounded to five.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Half of the citizens are called by then (minutes, rounded down).
    pub from: u16,
    /// Nine of ten are called by then (minutes, rounded up; at least five more than `from`).
    pub to: u16,
}

/// A band's ends are multiples of this (minutes).
const STEP_MINUTES: u16 = 5;

/// How much later than the middle the search for the ninetieth percentile begins.
const LATER: f64 = 1.7;

/// A forecast before it is rounded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outlook {
    /// Half of the citizens are called by then (seconds from now).
    pub p50_seconds: f64,
    /// Nine of ten are called by then (seconds from now).
    pub p90_seconds: f64,
}

/// A place in the order of calling, taken or to be taken.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seat<'a> {
    pub(crate) service: &'a ServiceCode,
    /// None stands for the end.
    pub(crate) position: Option<Position>,
    /// The only counter that calls it; none for all that handle the service.
    pub(crate) counter: Option<CounterNumber>,
    /// People of the service who come before it beside those who wait.
    pub(crate) more: u16,
}

/// How long a waiting ticket, or somebody who would take one now, is likely to wait from `now` on. None when no open
/// counter may call it. It knows nothing of breaks: [`crate::told`] does.
#[must_use]
pub fn forecast(
    hall: &Hall,
    setup: &Setup,
    service: &ServiceCode,
    ticket: Option<&Ticket>,
    now: Timestamp,
) -> Option<Band> {
    forecast_at(hall, setup, Seat::of(service, ticket), now)
}

/// The same unrounded, from `now` on.
#[must_use]
pub fn outlook(
    hall: &Hall,
    setup: &Setup,
    service: &ServiceCode,
    ticket: Option<&Ticket>,
    now: Timestamp,
) -> Option<Outlook> {
    outlook_at(hall, setup, Seat::of(service, ticket), now)
}

/// The band for a place in the order of calling.
pub(crate) fn forecast_at(hall: &Hall, setup: &Setup, seat: Seat<'_>, now: Timestamp) -> Option<Band> {
    outlook_at(hall, setup, seat, now).map(Outlook::band)
}

fn outlook_at(hall: &Hall, setup: &Setup, seat: Seat<'_>, now: Timestamp) -> Option<Outlook> {
    let pool = pool_for(hall, setup, seat, now)?;
    let guess = pool.guess();
    let (middle, late) = hall.seen.aim.at(guess);
    let p50_seconds = pool.called_by(middle, guess);
    let p90_seconds = pool.called_by(late, p50_seconds * LATER);
    Some(Outlook { p50_seconds, p90_seconds })
}

/// How many more people are likely to be called within `left` if they take tickets of a service now, one after the
/// other; none for more than `most`, and when no open counter serves it.
pub(crate) fn room_for(
    hall: &Hall,
    setup: &Setup,
    service: &ServiceCode,
    left: SignedDuration,
    (most, now): (u16, Timestamp),
) -> Option<u16> {
    // Whoever comes with so many more before.
    let fits = |more: u16| {
        let outlook = outlook_at(hall, setup, Seat { more, ..Seat::of(service, None) }, now)?;
        Some(outlook.p50_seconds <= left.as_secs_f64())
    };
    if fits(most)? {
        return None;
    }
    let (mut low, mut high) = (0, most);
    while low < high {
        let middle = u16::midpoint(low, high);
        if fits(middle)? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Some(low)
}

impl<'a> Seat<'a> {
    fn of(service: &'a ServiceCode, ticket: Option<&Ticket>) -> Self {
        let counter = ticket.and_then(|ticket| ticket.place.counter);
        Self { service, position: ticket.map(Ticket::position), counter, more: 0 }
    }
}

impl Outlook {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "minutes are never below 0, and a wait of more than 45 days may stay at that"
    )]
    fn band(self) -> Band {
        let step = f64::from(STEP_MINUTES);
        let from = (self.p50_seconds / 60.0 / step).floor() * step;
        let to = ((self.p90_seconds / 60.0 / step).ceil() * step).max(from + step);
        Band { from: from as u16, to: to as u16 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::TicketId;
    use crate::scenario::{Scenario, code};

    /// Who takes a ticket for the service now is told this.
    fn check(table: &[(&str, &str, &str)]) {
        for (given, service, band) in table {
            let office = Scenario::given(given);
            let told = forecast(&office.hall, &office.setup, &code(service), None, office.now);
            let told = told.map_or("nothing".to_owned(), |band| format!("{} to {}", band.from, band.to));
            assert_eq!(told, *band, "given {given:?}, for {service}");
        }
    }

    #[test]
    fn nobody_is_told_a_time_that_no_open_counter_backs() {
        check(&[
            ("take A", "A", "nothing"),
            ("open 2 Hà", "A", "nothing"),
            ("open 1 Hà; pause 1 Hà", "A", "nothing"),
            ("open 1 Hà; close 1 Hà", "A", "nothing"),
        ]);
    }

    #[test]
    fn the_work_ahead_is_shared_by_the_counters_that_serve_it() {
        check(&[
            ("open 1 Hà", "A", "0 to 5"),
            ("open 1 Hà; take A; take A; take A; take A", "A", "45 to 95"),
            ("open 1 Hà; open 3 Tú; take A; take A; take A; take A", "A", "15 to 40"),
            // H waits at counter 3 alone; counter 1's C does not matter there.
            ("open 3 Tú; take C; take C; take H; take A", "H", "15 to 45"),
            ("open 1 Hà; take A; next 1 Hà", "A", "5 to 25"),
            // Counter 2 takes the C, so that counter 1 has the A alone.
            ("open 1 Hà; open 2 Tú; take C; take C; take A", "A", "5 to 35"),
            ("open 1 Hà; take C; take C; take A", "A", "20 to 50"),
        ]);
    }

    #[test]
    fn a_visit_that_has_lasted_long_will_last_longer() {
        check(&[
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà", "A", "5 to 25"),
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà; +40m; take C; cancel C001", "A", "5 to 35"),
        ]);
    }

    #[test]
    fn a_counter_whose_officer_comes_back_in_time_counts() {
        check(&[
            ("open 1 Hà; open 3 Tú; take A; take A; take A; take A; pause 3 Tú 5", "A", "15 to 45"),
            ("open 1 Hà; open 3 Tú; take A; take A; take A; take A; pause 3 Tú", "A", "45 to 95"),
        ]);
    }

    #[test]
    fn the_hall_learns_how_long_visits_take() {
        let visit = "take A; next 1 Hà; start 1 Hà; +30m; finish 1 Hà; ";
        let after = |visits: usize, then: &str| format!("open 1 Hà; {}{then}", visit.repeat(visits));
        check(&[
            (&after(0, "take A; take A"), "A", "15 to 55"),
            (&after(4, "take A; take A"), "A", "30 to 75"),
            (&after(40, "take A; take A"), "A", "45 to 85"),
            // Over midnight, and over a month.
            (&after(40, "+24h; day; open 1 Hà; take A; take A"), "A", "45 to 85"),
            (&after(40, &"+24h; day; ".repeat(60)), "A", "nothing"),
            (&after(40, &format!("{}open 1 Hà; take A; take A", "+24h; day; ".repeat(60))), "A", "20 to 55"),
        ]);
    }

    #[test]
    fn a_ticket_that_one_counter_alone_calls_is_told_of_that_counter() {
        let steps = "open 1 Hà; open 3 Tú; take A; take H; take H; take H; take A; next 1 Hà; start 1 Hà; +1m";
        let told = |to: &str| {
            let office = Scenario::given(&format!("{steps}; transfer 1 Hà {to} end"));
            let ticket = office.hall.ticket(TicketId(1)).expect("the ticket");
            forecast(&office.hall, &office.setup, &ticket.service, Some(ticket), office.now).map(|band| band.from)
        };
        let (any, that) = (told("A").expect("told"), told("3").expect("told"));
        assert!(any < that, "counters 1 and 3 are sooner through than 3 alone: {any}, {that}");
        let mut office = Scenario::given(&format!("{steps}; transfer 1 Hà 3 end"));
        office.run("pause 3 Tú");
        let ticket = office.hall.ticket(TicketId(1));
        assert_eq!(forecast(&office.hall, &office.setup, &code("A"), ticket, office.now), None, "counter 3 pauses");
        assert!(forecast(&office.hall, &office.setup, &code("A"), None, office.now).is_some(), "counter 1 does not");
    }

    #[test]
    fn a_waiting_ticket_is_told_what_is_before_it() {
        let office = Scenario::given("open 1 Hà; take A; take A; take A");
        for (id, from) in [(1, 0), (2, 5), (3, 15)] {
            let ticket = office.hall.ticket(TicketId(id)).expect("the ticket");
            let band = forecast(&office.hall, &office.setup, &ticket.service, Some(ticket), office.now);
            assert_eq!(band.map(|band| band.from), Some(from));
            assert_eq!(ticket.promised, band, "as promised when it was taken");
        }
    }

    #[test]
    fn the_middle_comes_before_the_end_whatever_the_hall() {
        for waiting in [0, 1, 2, 5, 20, 100, 1_000] {
            let mut office = Scenario::given("open 1 Hà; open 3 Tú; take A; next 1 Hà; +7m");
            let mut last = 0.0;
            for _ in 0..waiting {
                office.run("take A");
            }
            for count in [0, waiting / 2, waiting] {
                let ticket = office.hall.tickets().nth(count + 1);
                let outlook = outlook(&office.hall, &office.setup, &code("A"), ticket, office.now).expect("it is open");
                assert!(outlook.p50_seconds.is_finite() && outlook.p90_seconds > outlook.p50_seconds, "{outlook:?}");
                assert!(outlook.p50_seconds >= last * 0.99, "later tickets are not called earlier: {outlook:?}");
                last = outlook.p50_seconds;
            }
        }
    }
}
