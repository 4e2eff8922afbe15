//! Who waits: an ordered list a service or counter, so that neither the length of the queue nor the day's history slows
//! a call.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{CounterNumber, ServiceCode, TicketId};
use crate::ranked::Ranked;
use crate::ticket::Ticket;

/// A ticket's place in the order of calling: the effective arrival, and the ticket's id where two are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Position {
    pub(crate) effective: Timestamp,
    pub(crate) ticket: TicketId,
}

/// All waiting tickets: a lane for each service, and one for each counter with those that it alone calls.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Line {
    services: BTreeMap<ServiceCode, Ranked<Position>>,
    counters: BTreeMap<CounterNumber, Ranked<Position>>,
    /// The people and files that those in the lanes stand for beyond one each: their work, but no places.
    more: BTreeMap<ServiceCode, Ranked<(Position, u16)>>,
    more_apart: BTreeMap<CounterNumber, Ranked<(Position, u16)>>,
    /// Of the people and files in a service's lane those who need another service too, by that.
    together: BTreeMap<ServiceCode, BTreeMap<ServiceCode, Ranked<(Position, u16)>>>,
    /// How many of each service wait in a counter's lane.
    apart: BTreeMap<ServiceCode, usize>,
    total: usize,
}

impl Line {
    pub(crate) fn add(&mut self, ticket: &Ticket) {
        let lane = match ticket.place.counter {
            None => self.services.entry(ticket.service.clone()).or_default(),
            Some(counter) => {
                *self.apart.entry(ticket.service.clone()).or_default() += 1;
                self.counters.entry(counter).or_default()
            }
        };
        let is_new = lane.insert(ticket.position());
        debug_assert!(is_new, "{ticket:?} waits already");
        for entry in more(ticket) {
            self.more_of(ticket).insert(entry);
        }
        for (needed, entry) in together(ticket) {
            let lane = self.together.entry(ticket.service.clone()).or_default();
            lane.entry(needed.clone()).or_default().insert(entry);
        }
        self.total += 1;
    }

    pub(crate) fn remove(&mut self, ticket: &Ticket) {
        let lane = match ticket.place.counter {
            None => self.services.get_mut(&ticket.service),
            Some(counter) => self.counters.get_mut(&counter),
        };
        let has_waited = lane.is_some_and(|waiting| waiting.remove(ticket.position()));
        debug_assert!(has_waited, "{ticket:?} does not wait");
        if !has_waited {
            return;
        }
        for entry in more(ticket) {
            self.more_of(ticket).remove(entry);
        }
        for (needed, entry) in together(ticket) {
            if let Some(lane) = self.together.get_mut(&ticket.service).and_then(|lane| lane.get_mut(needed)) {
                lane.remove(entry);
            }
        }
        self.total -= 1;
        if ticket.place.counter.is_some()
            && let Some(apart) = self.apart.get_mut(&ticket.service)
        {
            *apart -= 1;
        }
    }

    fn more_of(&mut self, ticket: &Ticket) -> &mut Ranked<(Position, u16)> {
        match ticket.place.counter {
            None => self.more.entry(ticket.service.clone()).or_default(),
            Some(counter) => self.more_apart.entry(counter).or_default(),
        }
    }

    /// The work in a service's lane before a place, in tickets for one each; of the whole lane without a place.
    pub(crate) fn work_of_service(&self, service: &ServiceCode, before: Option<Position>) -> usize {
        work(self.services.get(service), self.more.get(service), before)
    }

    /// How many of those in a service's lane before a place need another service too, each service with how many.
    pub(crate) fn also_needed(
        &self,
        service: &ServiceCode,
        before: Option<Position>,
    ) -> impl Iterator<Item = (&ServiceCode, usize)> {
        let lanes = self.together.get(service).into_iter().flatten();
        lanes.map(move |(needed, lane)| (needed, before.map_or_else(|| lane.len(), |place| lane.before((place, 0)))))
    }

    /// The same in the lane of those whom a counter alone calls.
    pub(crate) fn work_of_counter(&self, counter: CounterNumber, before: Option<Position>) -> usize {
        work(self.counters.get(&counter), self.more_apart.get(&counter), before)
    }

    /// Every lane, each in the order of calling.
    pub(crate) fn lanes(&self) -> impl Iterator<Item = &Ranked<Position>> {
        self.services.values().chain(self.counters.values())
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    pub(crate) fn total(&self) -> usize {
        self.total
    }

    /// All who wait for a service, at whatever counter.
    pub(crate) fn waiting(&self, service: &ServiceCode) -> usize {
        self.of_service(service).map_or(0, Ranked::len) + self.apart.get(service).copied().unwrap_or(0)
    }

    /// The services that somebody waits for whom all counters with it may call, with how many.
    pub(crate) fn services(&self) -> impl Iterator<Item = (&ServiceCode, usize)> {
        self.services.iter().map(|(service, lane)| (service, lane.len())).filter(|(_, waiting)| *waiting > 0)
    }

    /// The counters that alone call somebody who waits, with how many.
    pub(crate) fn counters(&self) -> impl Iterator<Item = (CounterNumber, usize)> {
        self.counters.iter().map(|(counter, lane)| (*counter, lane.len())).filter(|(_, waiting)| *waiting > 0)
    }

    /// Those whom every counter with this service may call, in the order of calling.
    pub(crate) fn of_service(&self, service: &ServiceCode) -> Option<&Ranked<Position>> {
        self.services.get(service)
    }

    /// Those whom this counter alone calls, in the order of calling.
    pub(crate) fn of_counter(&self, counter: CounterNumber) -> Option<&Ranked<Position>> {
        self.counters.get(&counter)
    }
}

/// An entry for each person or file of a ticket beyond the first.
fn more(ticket: &Ticket) -> impl Iterator<Item = (Position, u16)> + use<> {
    let position = ticket.position();
    (1..ticket.cases.get()).map(move |nth| (position, nth))
}

fn work(lane: Option<&Ranked<Position>>, more: Option<&Ranked<(Position, u16)>>, before: Option<Position>) -> usize {
    let Some(position) = before else { return lane.map_or(0, Ranked::len) + more.map_or(0, Ranked::len) };
    lane.map_or(0, |lane| lane.before(position)) + more.map_or(0, |more| more.before((position, 0)))
}

/// Each service that a ticket's citizen needs after this one, for each person or file; for whom one counter alone
/// calls, nobody asks.
fn together(ticket: &Ticket) -> impl Iterator<Item = (&ServiceCode, (Position, u16))> {
    let position = ticket.position();
    let needed = ticket.then.iter().filter(|_| ticket.place.counter.is_none());
    needed.flat_map(move |needed| (0..ticket.cases.get()).map(move |nth| (needed, (position, nth))))
}
