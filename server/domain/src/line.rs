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
        self.total -= 1;
        if ticket.place.counter.is_some()
            && let Some(apart) = self.apart.get_mut(&ticket.service)
        {
            *apart -= 1;
        }
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
