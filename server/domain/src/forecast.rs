//! How long until the call: a band, no promise.

use serde::{Deserialize, Serialize};

use crate::hall::Hall;
use crate::ids::{CounterNumber, ServiceCode};
use crate::line::Position;
use crate::schedule::Related;
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
const STEP: f64 = 5.0;

/// Visits differ by about this part of their usual length (standard deviation).
const SPREAD: f64 = 0.6;

/// Standard deviations from the middle to the ninetieth percentile.
const TO_P90: f64 = 1.28;

/// How long a waiting ticket, or somebody who would take one now, is likely to wait. None when no open counter serves
/// the service.
///
/// The work ahead of one of the service's open counters, averaged over them: each ticket ahead counts its service's
/// usual minutes, shared equally by the open counters that serve it; a visit under way counts half of its own.
/// That is `from`. `to` is 1.28 standard deviations later, where each visit deviates by 0.6 of its usual minutes,
/// independently of the others.
#[must_use]
pub fn forecast(hall: &Hall, setup: &Setup, service: &ServiceCode, ticket: Option<&Ticket>) -> Option<Band> {
    let related = ticket.map_or_else(|| Related::to(hall, setup, service), |ticket| Related::of(hall, setup, ticket));
    forecast_at(hall, setup, &related, ticket.map(Ticket::position))
}

/// The same for a place in the order of calling; none stands for its end.
pub(crate) fn forecast_at(
    hall: &Hall,
    setup: &Setup,
    related: &Related<'_>,
    position: Option<Position>,
) -> Option<Band> {
    if related.open.is_empty() {
        return None;
    }
    let mut work = Work::default();
    for service in &related.services {
        let Some(lane) = hall.line.of_service(service) else { continue };
        let before = position.map_or_else(|| lane.len(), |position| lane.before(position));
        let serving = open_counters(hall, setup, service);
        let ours = serving.iter().filter(|counter| related.open.contains(counter)).count();
        work.add(count(before) * count(ours) / count(serving.len()).max(1.0), usual(setup, service));
    }
    for lane in related.open.iter().filter_map(|counter| hall.line.of_counter(*counter)) {
        let before = lane.iter().take_while(|other| position.is_none_or(|position| *other < position));
        for ticket in before.filter_map(|other| hall.ticket(other.ticket)) {
            work.add(1.0, usual(setup, &ticket.service));
        }
    }
    for visit in related.open.iter().filter_map(|counter| hall.ticket(hall.counter(*counter).visit?)) {
        work.add(0.5, usual(setup, &visit.service));
    }
    Some(work.band(related.open.len()))
}

fn open_counters(hall: &Hall, setup: &Setup, service: &ServiceCode) -> Vec<CounterNumber> {
    let handle = setup.counters.iter().filter(|(_, counter)| counter.services.contains(service));
    handle.map(|(number, _)| *number).filter(|number| hall.counter(*number).standing.is_open()).collect()
}

fn usual(setup: &Setup, service: &ServiceCode) -> f64 {
    setup.services.get(service).map_or(0.0, |known| known.usual.0.into())
}

fn count(number: usize) -> f64 {
    u32::try_from(number).unwrap_or(u32::MAX).into()
}

/// Minutes of visits and how far they may be off.
#[derive(Default)]
struct Work {
    minutes: f64,
    variance: f64,
}

impl Work {
    fn add(&mut self, visits: f64, usual: f64) {
        self.minutes += visits * usual;
        self.variance += visits * (usual * SPREAD).powi(2);
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "minutes are never below 0, and a wait of more than 45 days may stay at that"
    )]
    fn band(&self, counters: usize) -> Band {
        let middle = self.minutes / count(counters);
        let late = middle + TO_P90 * self.variance.sqrt() / count(counters);
        let from = (middle / STEP).floor() * STEP;
        let to = ((late / STEP).ceil() * STEP).max(from + STEP);
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
            let told = forecast(&office.hall, &office.setup, &code(service), None);
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
            // 4 × 12 minutes; deviation 0.6 × 12 × √4 = 14.4, times 1.28.
            ("open 1 Hà; take A; take A; take A; take A", "A", "45 to 70"),
            ("open 1 Hà; open 3 Tú; take A; take A; take A; take A", "A", "20 to 35"),
            // H waits at counter 3 alone; counter 1's C does not matter there.
            ("open 3 Tú; take C; take C; take H; take A", "H", "20 to 35"),
            // Half of a visit under way: 6 minutes.
            ("open 1 Hà; take A; next 1 Hà", "A", "5 to 15"),
        ]);
    }

    #[test]
    fn a_waiting_ticket_is_told_what_is_before_it() {
        let office = Scenario::given("open 1 Hà; take A; take A; take A");
        for (id, from) in [(1, 0), (2, 10), (3, 20)] {
            let ticket = office.hall.ticket(TicketId(id)).expect("the ticket");
            let band = forecast(&office.hall, &office.setup, &ticket.service, Some(ticket));
            assert_eq!(band.map(|band| band.from), Some(from));
            assert_eq!(ticket.promised, band, "as promised when it was taken");
        }
    }
}
