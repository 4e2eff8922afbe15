//! Who waits: an ordered list a service, so that neither the length of the queue nor the day's history slows a call.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{ServiceCode, TicketId};
use crate::ranked::Ranked;

/// A ticket's place in the order of calling: the effective arrival, and the ticket's id where two are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Position {
    pub(crate) effective: Timestamp,
    pub(crate) ticket: TicketId,
}

/// All waiting tickets.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Line {
    services: BTreeMap<ServiceCode, Ranked<Position>>,
    total: usize,
}

impl Line {
    pub(crate) fn add(&mut self, service: &ServiceCode, position: Position) {
        let is_new = self.services.entry(service.clone()).or_default().insert(position);
        debug_assert!(is_new, "{position:?} waits already");
        self.total += usize::from(is_new);
    }

    pub(crate) fn remove(&mut self, service: &ServiceCode, position: Position) {
        let has_waited = self.services.get_mut(service).is_some_and(|waiting| waiting.remove(position));
        debug_assert!(has_waited, "{position:?} does not wait");
        self.total -= usize::from(has_waited);
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    pub(crate) fn total(&self) -> usize {
        self.total
    }

    pub(crate) fn waiting(&self, service: &ServiceCode) -> usize {
        self.services.get(service).map_or(0, Ranked::len)
    }

    pub(crate) fn first(&self, service: &ServiceCode) -> Option<Position> {
        self.services.get(service)?.first()
    }

    /// In the order of calling.
    pub(crate) fn iter(&self, service: &ServiceCode) -> impl Iterator<Item = Position> + use<'_> {
        self.services.get(service).into_iter().flat_map(Ranked::iter)
    }

    /// How many wait for the service before this position.
    pub(crate) fn before(&self, service: &ServiceCode, position: Position) -> usize {
        self.services.get(service).map_or(0, |waiting| waiting.before(position))
    }
}
