//! What becomes of those who wait when their last open counter closes or pauses: nobody is to be forgotten, so whoever
//! leaves is asked, and either lets them wait or hands them over.

use std::collections::BTreeMap;

use crate::counter::Standing;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::{CounterNumber, Minutes, ServiceCode};
use crate::ranked::Ranked;
use crate::refusal::Refusal;
use crate::setup::{CounterSetup, Setup};
use crate::ticket::Ticket;
use crate::transferring::{Rank, Target, other_counter};

/// What becomes of those who wait and whom no other open counter calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remaining {
    /// They wait on, where they stand.
    Leave,
    /// They wait elsewhere, where they stood in the order.
    HandOver(Target),
}

/// A counter that is about to call nobody any more.
#[derive(Clone, Copy)]
pub(crate) struct Departure<'a> {
    pub(crate) counter: CounterNumber,
    /// None when it closes. Those whom it alone calls wait on for it, while a closed one lets them go.
    pub(crate) pause: Option<Pause>,
    /// The called ticket that goes back into the queue with it.
    pub(crate) put_back: Option<&'a Ticket>,
    pub(crate) remaining: Option<&'a Remaining>,
}

/// How long the counter means to pause, where that was said.
#[derive(Clone, Copy)]
pub(crate) struct Pause(pub(crate) Option<Minutes>);

/// What is to happen first with those who would be stranded.
///
/// # Errors
/// [`Refusal::PeopleWait`] when it was not said and the set-up asks for it, or when it would leave them stranded all
/// the same; the refusals of a transfer.
pub(crate) fn settle(hall: &Hall, setup: &Setup, departure: Departure<'_>) -> Result<Vec<Fact>, Refusal> {
    match departure.remaining {
        Some(Remaining::HandOver(target)) => hand_over(hall, setup, departure, target),
        None if asks(hall, setup, departure) => everybody_is_called(hall, setup, departure).map(|()| Vec::new()),
        Some(Remaining::Leave) | None => Ok(Vec::new()),
    }
}

fn asks(hall: &Hall, setup: &Setup, departure: Departure<'_>) -> bool {
    let rules = setup.rules.leaving;
    let Some(Pause(minutes)) = departure.pause else { return rules.asks_when_closing };
    let is_long = |from: Minutes| from.0 == 0 || minutes.is_some_and(|minutes| minutes >= from);
    // Who pauses already was asked when the pause began.
    hall.counter(departure.counter).standing.is_open() && rules.asks_from_pause.is_some_and(is_long)
}

fn everybody_is_called(hall: &Hall, setup: &Setup, departure: Departure<'_>) -> Result<(), Refusal> {
    let mut services = BTreeMap::<ServiceCode, usize>::new();
    for (service, lane) in left_lanes(hall, setup, departure.counter).filter(|(_, lane)| lane.len() > 0) {
        services.insert(service.clone(), lane.len());
    }
    for ticket in left_alone(hall, setup, departure) {
        *services.entry(ticket.service.clone()).or_default() += 1;
    }
    if services.is_empty() {
        return Ok(());
    }
    Err(Refusal::PeopleWait { counter: departure.counter, services: services.into_iter().collect() })
}

fn hand_over(hall: &Hall, setup: &Setup, departure: Departure<'_>, target: &Target) -> Result<Vec<Fact>, Refusal> {
    let own = departure.counter;
    let bound = match target {
        Target::Service(service) if !setup.services.contains_key(service) => {
            return Err(Refusal::UnknownService { service: service.clone() });
        }
        Target::Service(service) if is_called_elsewhere(hall, setup, own, service) => None,
        Target::Service(_) => return everybody_is_called(hall, setup, departure).map(|()| Vec::new()),
        Target::Counter(counter) => Some(open_counter(hall, setup, own, *counter)?),
    };
    let shared = left_lanes(hall, setup, own).flat_map(|(_, lane)| lane.iter());
    let shared = shared.filter_map(|position| hall.ticket(position.ticket));
    let handed = |ticket: &Ticket| Fact::TicketTransferred {
        ticket: ticket.id,
        from: own,
        service: match target {
            Target::Service(service) => service.clone(),
            Target::Counter(_) => ticket.service.clone(),
        },
        counter: bound,
        rank: Rank::Arrival,
        // Who is put back stands where they stood first.
        still_needed: None,
        effective: if ticket.status.is_at_counter() { ticket.effective } else { ticket.place.effective },
    };
    Ok(shared.chain(left_alone(hall, setup, departure)).map(handed).collect())
}

/// Where people are handed over to, somebody must be calling.
fn open_counter(hall: &Hall, setup: &Setup, own: CounterNumber, to: CounterNumber) -> Result<CounterNumber, Refusal> {
    let counter = other_counter(hall, setup, own, to)?;
    match hall.counter(counter).standing {
        Standing::Open { .. } => Ok(counter),
        Standing::Paused { .. } => Err(Refusal::CounterPaused { counter }),
        Standing::Closed => Err(Refusal::CounterClosed { counter }),
    }
}

/// The lists of the services that no other open counter calls.
fn left_lanes<'h, 's>(
    hall: &'h Hall,
    setup: &'s Setup,
    counter: CounterNumber,
) -> impl Iterator<Item = (&'s ServiceCode, &'h Ranked<crate::line::Position>)> {
    let services = setup.counters.get(&counter).into_iter().flat_map(CounterSetup::called);
    let left = services.filter(move |service| !is_called_elsewhere(hall, setup, counter, service));
    left.filter_map(|service| Some((service, hall.line.of_service(service)?)))
}

/// Those whom this counter alone calls and nobody would after it, and whom it has called.
fn left_alone<'h>(hall: &'h Hall, setup: &Setup, departure: Departure<'h>) -> impl Iterator<Item = &'h Ticket> {
    let Departure { counter, pause, put_back, remaining: _ } = departure;
    let alone = hall.line.of_counter(counter).into_iter().flat_map(Ranked::iter);
    let alone = alone.filter_map(|position| hall.ticket(position.ticket)).chain(put_back);
    // A pause keeps them bound; a closed counter lets them go to all counters of their service.
    alone.filter(move |ticket| pause.is_some() || !is_called_elsewhere(hall, setup, counter, &ticket.service))
}

fn is_called_elsewhere(hall: &Hall, setup: &Setup, own: CounterNumber, service: &ServiceCode) -> bool {
    let mut others = setup.counters.iter().filter(|(number, _)| **number != own);
    others.any(|(number, counter)| counter.calls(service) && hall.counter(*number).standing.is_open())
}

#[cfg(test)]
mod tests {
    use crate::ids::{Minutes, TicketId};
    use crate::refusal::Refusal;
    use crate::scenario::{Scenario, check, code, counter};
    use crate::stranded::stranded;

    #[test]
    fn the_last_open_counter_of_a_service_closes_only_when_it_is_said_what_becomes_of_those_who_wait() {
        check(&[
            ("open 3 Tú", "close 3 Tú", "3 closed"),
            ("open 3 Tú; take H", "close 3 Tú", "no: people-wait"),
            ("open 3 Tú; take H", "close 3 anybody", "no: people-wait"),
            ("open 3 Tú; take H", "close 3 Tú leave", "3 closed"),
            ("open 3 Tú; take H; pause 3 Tú", "close 3 Tú", "no: people-wait"),
            // Counter 1 has A, too, and counter 3 is not theirs.
            ("open 1 Hà; open 3 Tú; take A", "close 3 Tú", "3 closed"),
            ("open 1 Hà; open 3 Tú; pause 1 Hà; take A", "close 3 Tú", "no: people-wait"),
            ("open 1 Hà; take A", "close 1 Tú", "no: counter-not-yours"),
            ("open 1 Hà; take A; take A; next 1 Hà", "close 1 Hà leave", "no: ticket-called"),
            // Whom the administrator puts back waits there, too.
            ("open 1 Hà; take A; next 1 Hà", "close 1 anybody", "no: people-wait"),
            ("open 1 Hà; take A; next 1 Hà", "close 1 anybody leave", "A001 back from 1; 1 closed"),
        ]);
    }

    #[test]
    fn the_refusal_tells_each_service_and_how_many_wait() {
        let office =
            Scenario::given("open 3 Tú; open 2 Mai; take A; take H; take H; take C; next 2 Mai; transfer 2 Mai 3");
        let departure = super::Departure { counter: counter("3"), pause: None, put_back: None, remaining: None };
        let services = vec![(code("A"), 1), (code("H"), 2)];
        let refusal = Refusal::PeopleWait { counter: counter("3"), services };
        assert_eq!(super::settle(&office.hall, &office.setup, departure), Err(refusal), "counter 2 will call the C");
    }

    #[test]
    fn those_who_wait_are_handed_over_and_keep_their_arrival() {
        let given = "open 1 Hà; open 3 Tú; take H; +5m; take H elderly; +5m; take A";
        check(&[
            (given, "close 3 Tú to 1", "H002 from 3 to 1 as of 08:45; H001 from 3 to 1 as of 09:00; 3 closed"),
            (given, "close 3 Tú to C", "H002 from 3 to C as of 08:45; H001 from 3 to C as of 09:00; 3 closed"),
            (&format!("{given}; close 3 Tú to 1"), "next 1 Hà", "H002 to 1"),
            (&format!("{given}; close 3 Tú to C; next 1 Hà; next 1 Hà"), "next 1 Hà", "H001 ends at 1; A001 to 1"),
            (given, "close 3 Tú to H", "no: people-wait"),
            (given, "close 3 Tú to Z", "no: unknown-service"),
            (given, "close 3 Tú to 2", "no: counter-closed"),
            (given, "close 3 Tú to 3", "no: transfer-to-itself"),
            (given, "close 3 Tú to 7", "no: unknown-target"),
            (&format!("{given}; pause 1 Hà"), "close 3 Tú to 1", "no: counter-paused"),
            ("open 1 Hà; open 3 Tú; take A", "close 3 Tú to 1", "3 closed"),
        ]);
        let office = Scenario::given(&format!("{given}; close 3 Tú to C; +10m; next 1 Hà; next 1 Hà"));
        assert_eq!(office.hall.figures(counter("1")).wait_minutes(), Some(18), "they waited all the while");
        assert!(stranded(&office.hall, &office.setup).is_empty());
    }

    #[test]
    fn a_long_pause_asks_as_well_and_those_whom_the_counter_alone_calls_count() {
        let bound = "open 1 Hà; open 3 Tú; take A; next 1 Hà; transfer 1 Hà 3";
        check(&[
            ("open 3 Tú; take H", "pause 3 Tú", "3 paused"),
            ("open 3 Tú; take H", "pause 3 Tú 29", "3 paused for 29 min"),
            ("open 3 Tú; take H", "pause 3 Tú 30", "no: people-wait"),
            ("open 3 Tú; take H", "pause 3 Tú 30 leave", "3 paused for 30 min"),
            ("open 3 Tú; take H; pause 3 Tú 5", "pause 3 Tú 60", "3 paused for 60 min"),
            (bound, "pause 3 Tú 60", "no: people-wait"),
            (bound, "pause 3 Tú 60 to 1", "3 paused for 60 min; A001 from 3 to 1 as of 09:00"),
            (bound, "close 3 Tú", "3 closed"),
        ]);
    }

    #[test]
    fn the_set_up_says_when_to_ask() {
        let mut office = Scenario::given("open 3 Tú; take H");
        office.setup.rules.leaving.asks_from_pause = Some(Minutes(0));
        assert_eq!(office.run("pause 3 Tú"), "no: people-wait");
        office.setup.rules.leaving.asks_from_pause = None;
        assert_eq!(office.run("pause 3 Tú 240"), "3 paused for 240 min");
        office.setup.rules.leaving.asks_when_closing = false;
        assert_eq!(office.run("close 3 Tú"), "3 closed");
    }

    #[test]
    fn the_ticket_that_an_administrator_puts_back_is_handed_over_too() {
        let mut office = Scenario::given("open 1 Hà; open 3 Tú; take H; next 3 Tú");
        assert_eq!(office.run("close 3 anybody to 1"), "H001 back from 3; H001 from 3 to 1 as of 09:00; 3 closed");
        assert_eq!(office.run("next 1 Hà"), "H001 to 1");
        assert_eq!(office.hall.ticket(TicketId(1)).map(|ticket| ticket.service.clone()), Some(code("H")));
    }
}
