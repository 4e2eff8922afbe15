//! Who is next: the smallest effective arrival among the services that a counter handles and the tickets
//! that it alone calls, ties by ticket id.

use std::collections::BTreeSet;
use std::iter::{Peekable, from_fn};

use crate::hall::Hall;
use crate::ids::{CounterNumber, ServiceCode};
use crate::line::Position;
use crate::ranked::Ranked;
use crate::setup::Setup;
use crate::ticket::Ticket;

/// Whom this counter calls next; none when nobody waits for it.
#[must_use]
pub fn next_for<'h>(hall: &'h Hall, setup: &Setup, counter: CounterNumber) -> Option<&'h Ticket> {
    let first = lanes(hall, setup, counter).filter_map(Ranked::first).min()?;
    hall.ticket(first.ticket)
}

/// Who waits for this counter, in the order in which it would call them if nobody else called.
pub fn queue_of<'h>(
    hall: &'h Hall,
    setup: &Setup,
    counter: CounterNumber,
) -> impl Iterator<Item = &'h Ticket> + use<'h> {
    let lanes: Vec<_> = lanes(hall, setup, counter).map(|lane| lane.iter().peekable()).collect();
    merged(lanes).filter_map(|position| hall.ticket(position.ticket))
}

/// Everybody who waits, in the order in which they would be called if one counter called all of them.
pub fn whole_queue(hall: &Hall) -> impl Iterator<Item = &Ticket> {
    let lanes: Vec<_> = hall.line.lanes().map(|lane| lane.iter().peekable()).collect();
    merged(lanes).filter_map(|position| hall.ticket(position.ticket))
}

/// How many wait for this counter.
#[must_use]
pub fn waiting_for(hall: &Hall, setup: &Setup, counter: CounterNumber) -> usize {
    lanes(hall, setup, counter).map(Ranked::len).sum()
}

/// How many waiting people may be called before this ticket: those with an earlier effective arrival whom an open
/// counter of the ticket's may call as well (any counter, when none of its own is open).
#[must_use]
pub fn ahead_of(hall: &Hall, setup: &Setup, ticket: &Ticket) -> usize {
    Related::of(hall, setup, ticket).before(hall, ticket.position())
}

/// The lists that a counter calls from: of its services, and of those that it alone calls.
fn lanes<'h, 's>(
    hall: &'h Hall,
    setup: &'s Setup,
    counter: CounterNumber,
) -> impl Iterator<Item = &'h Ranked<Position>> + use<'h, 's> {
    let services = setup.counters.get(&counter).map_or(&[][..], |known| &known.services);
    let shared = services.iter().filter_map(|service| hall.line.of_service(service));
    shared.chain(hall.line.of_counter(counter).filter(|_| setup.counters.contains_key(&counter)))
}

/// Whether a counter may call a ticket that waits.
pub(crate) fn may_call(setup: &Setup, counter: CounterNumber, ticket: &Ticket) -> bool {
    match ticket.place.counter {
        Some(bound) => bound == counter,
        None => setup.counters.get(&counter).is_some_and(|known| known.services.contains(&ticket.service)),
    }
}

/// Several ordered lists as one.
fn merged<L: Iterator<Item = Position>>(mut lanes: Vec<Peekable<L>>) -> impl Iterator<Item = Position> {
    from_fn(move || {
        let earliest = lanes
            .iter_mut()
            .filter_map(|lane| lane.peek().copied().map(|first| (first, lane)))
            .min_by_key(|(first, _)| *first);
        earliest.and_then(|(_, lane)| lane.next())
    })
}

/// What a ticket, taken or to be taken, competes with.
pub(crate) struct Related<'s> {
    /// The open counters that may call it; when none is open, all that may.
    counters: Vec<CounterNumber>,
    /// The services of those counters, and its own where all counters with it may call it.
    services: BTreeSet<&'s ServiceCode>,
}

impl<'s> Related<'s> {
    /// A ticket in its place.
    pub(crate) fn of(hall: &Hall, setup: &'s Setup, ticket: &'s Ticket) -> Self {
        let Some(bound) = ticket.place.counter else { return Self::to(hall, setup, &ticket.service) };
        let services = setup.counters.get(&bound).into_iter().flat_map(|known| &known.services).collect();
        Self { counters: vec![bound], services }
    }

    /// Whoever takes a ticket for the service now.
    pub(crate) fn to(hall: &Hall, setup: &'s Setup, service: &'s ServiceCode) -> Self {
        let handles = setup.counters.iter().filter(|(_, counter)| counter.services.contains(service));
        let (open, closed): (Vec<_>, Vec<_>) =
            handles.partition(|(number, _)| hall.counter(**number).standing.is_open());
        let compete = if open.is_empty() { &closed } else { &open };
        let mut services: BTreeSet<_> = compete.iter().flat_map(|(_, counter)| &counter.services).collect();
        services.insert(service);
        Self { counters: compete.iter().map(|(number, _)| **number).collect(), services }
    }

    /// Waiting people before this position.
    pub(crate) fn before(&self, hall: &Hall, position: Position) -> usize {
        let shared = self.services.iter().filter_map(|service| hall.line.of_service(service));
        let own = self.counters.iter().filter_map(|counter| hall.line.of_counter(*counter));
        shared.chain(own).map(|lane| lane.before(position)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::TicketId;
    use crate::scenario::{Scenario, counter};

    #[test]
    fn the_queue_of_a_counter_is_the_order_in_which_it_calls() {
        let mut office =
            Scenario::given("open 1 Hà; take C; take A; take H; +10m; take A elderly; take C merit; +1m; take C");
        let queue: Vec<_> =
            queue_of(&office.hall, &office.setup, counter("1")).map(|ticket| ticket.number.to_string()).collect();
        assert_eq!(queue, ["C002", "A002", "C001", "A001", "C003"]);
        for number in &queue {
            let next = next_for(&office.hall, &office.setup, counter("1")).map(|ticket| ticket.number.to_string());
            assert_eq!(next.as_ref(), Some(number));
            assert!(office.run("next 1 Hà").ends_with(&format!("{number} to 1")));
        }
        assert_eq!(next_for(&office.hall, &office.setup, counter("1")), None);
    }

    #[test]
    fn a_counter_that_is_not_set_up_has_no_queue() {
        let office = Scenario::given("take A");
        assert_eq!(queue_of(&office.hall, &office.setup, counter("7")).count(), 0);
    }

    #[test]
    fn the_whole_queue_is_in_one_order_with_those_whom_one_counter_alone_calls() {
        let office = Scenario::given(
            "open 1 Hà; open 3 Tú; take A; +1m; take H; +1m; take C; next 1 Hà; park 1 Hà; take A elderly; return A001",
        );
        let queue: Vec<_> = whole_queue(&office.hall).map(|ticket| ticket.number.to_string()).collect();
        assert_eq!(queue, ["A002", "A001", "H001", "C001"]);
        assert_eq!(queue.len(), office.hall.waiting_total());
    }

    #[test]
    fn fewer_are_ahead_with_each_call() {
        let mut office = Scenario::given("open 1 Hà; take C; take A; take A");
        for ahead in [2, 1, 0] {
            let ticket = office.hall.ticket(TicketId(3)).expect("the ticket");
            assert_eq!(ahead_of(&office.hall, &office.setup, ticket), ahead);
            office.run("next 1 Hà");
        }
    }
}
