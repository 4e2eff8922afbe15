//! Who is next: the smallest effective arrival among the services that a counter handles, ties by ticket id.

use std::collections::BTreeSet;
use std::iter::from_fn;

use crate::hall::Hall;
use crate::ids::{CounterNumber, ServiceCode};
use crate::line::Position;
use crate::setup::Setup;
use crate::ticket::Ticket;

/// Whom this counter calls next; none when nobody waits for it.
#[must_use]
pub fn next_for<'h>(hall: &'h Hall, setup: &Setup, counter: CounterNumber) -> Option<&'h Ticket> {
    let first = services(setup, counter).iter().filter_map(|service| hall.line.first(service)).min()?;
    hall.ticket(first.ticket)
}

/// Who waits for this counter, in the order in which it would call them if nobody else called.
pub fn queue_of<'h>(
    hall: &'h Hall,
    setup: &Setup,
    counter: CounterNumber,
) -> impl Iterator<Item = &'h Ticket> + use<'h> {
    let mut lines: Vec<_> = services(setup, counter).iter().map(|service| hall.line.iter(service).peekable()).collect();
    from_fn(move || {
        let earliest = lines
            .iter_mut()
            .filter_map(|line| line.peek().copied().map(|first| (first, line)))
            .min_by_key(|(first, _)| *first);
        earliest.and_then(|(_, line)| line.next())
    })
    .filter_map(|position| hall.ticket(position.ticket))
}

/// How many waiting people may be called before this ticket: those with an earlier effective arrival among the
/// services that share an open counter with the ticket's (any counter, when none of its own is open).
#[must_use]
pub fn ahead_of(hall: &Hall, setup: &Setup, ticket: &Ticket) -> usize {
    Related::to(hall, setup, &ticket.service).before(hall, ticket.position())
}

fn services(setup: &Setup, counter: CounterNumber) -> &[ServiceCode] {
    setup.counters.get(&counter).map_or(&[], |known| &known.services)
}

/// A service with those that compete with it for a counter.
pub(crate) struct Related<'s> {
    /// The open counters that serve it; none open, none here.
    pub(crate) open: Vec<CounterNumber>,
    /// The services of those counters, or of any counter that handles it; its own always.
    pub(crate) services: BTreeSet<&'s ServiceCode>,
}

impl<'s> Related<'s> {
    pub(crate) fn to(hall: &Hall, setup: &'s Setup, service: &'s ServiceCode) -> Self {
        let handles = setup.counters.iter().filter(|(_, counter)| counter.services.contains(service));
        let (open, closed): (Vec<_>, Vec<_>) =
            handles.partition(|(number, _)| hall.counter(**number).standing.is_open());
        let compete = if open.is_empty() { &closed } else { &open };
        let mut services: BTreeSet<_> = compete.iter().flat_map(|(_, counter)| &counter.services).collect();
        services.insert(service);
        Self { open: open.iter().map(|(number, _)| **number).collect(), services }
    }

    /// Waiting people before this position.
    pub(crate) fn before(&self, hall: &Hall, position: Position) -> usize {
        self.services.iter().map(|service| hall.line.before(service, position)).sum()
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
    fn fewer_are_ahead_with_each_call() {
        let mut office = Scenario::given("open 1 Hà; take C; take A; take A");
        for ahead in [2, 1, 0] {
            let ticket = office.hall.ticket(TicketId(3)).expect("the ticket");
            assert_eq!(ahead_of(&office.hall, &office.setup, ticket), ahead);
            office.run("next 1 Hà");
        }
    }
}
