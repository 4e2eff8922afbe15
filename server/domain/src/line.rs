//! Who waits: an ordered set a service, so that neither the length of the queue nor the day's history slows a call.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound::{Excluded, Unbounded};

use jiff::Timestamp;

use crate::ids::{ServiceCode, TicketId};

/// A ticket's place in the order of calling: the effective arrival, and the ticket's id where two are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    pub(crate) effective: Timestamp,
    pub(crate) ticket: TicketId,
}

/// All waiting tickets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Line {
    services: BTreeMap<ServiceCode, BTreeSet<Position>>,
    total: usize,
}

impl Line {
    pub(crate) fn add(&mut self, service: &ServiceCode, position: Position) {
        let is_new = self.services.entry(service.clone()).or_default().insert(position);
        debug_assert!(is_new, "{position:?} waits already");
        self.total += usize::from(is_new);
    }

    pub(crate) fn remove(&mut self, service: &ServiceCode, position: Position) {
        let has_waited = self.services.get_mut(service).is_some_and(|waiting| waiting.remove(&position));
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
        self.services.get(service).map_or(0, BTreeSet::len)
    }

    pub(crate) fn first(&self, service: &ServiceCode) -> Option<Position> {
        self.services.get(service)?.first().copied()
    }

    /// In the order of calling.
    pub(crate) fn iter(&self, service: &ServiceCode) -> impl Iterator<Item = Position> + use<'_> {
        self.services.get(service).into_iter().flatten().copied()
    }

    /// How many wait for the service before this position.
    ///
    /// Counts from both ends at once, so that it costs what the nearer end is away: next to nothing for who comes last.
    pub(crate) fn before(&self, service: &ServiceCode, position: Position) -> usize {
        let Some(waiting) = self.services.get(service) else { return 0 };
        let mut earlier = waiting.range(..position);
        let mut later = waiting.range((Excluded(position), Unbounded));
        let others = waiting.len() - usize::from(waiting.contains(&position));
        let mut counted = 0;
        loop {
            if earlier.next().is_none() {
                return counted;
            }
            if later.next_back().is_none() {
                return others - counted;
            }
            counted += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(second: i64, ticket: u64) -> Position {
        let effective = Timestamp::from_second(second).expect("a time");
        Position { effective, ticket: TicketId(ticket) }
    }

    #[test]
    fn counting_from_the_nearer_end_counts_right() {
        let service = ServiceCode::new("A").expect("a code");
        let mut line = Line::default();
        let positions: Vec<_> = (0..9).map(|place| position(place / 2 * 10, place.unsigned_abs())).collect();
        for position in &positions {
            line.add(&service, *position);
        }
        for (before, position) in positions.iter().enumerate() {
            assert_eq!(line.before(&service, *position), before, "{position:?}");
        }
        for (second, before) in [(-1, 0), (5, 2), (15, 4), (99, 9)] {
            assert_eq!(line.before(&service, position(second, 99)), before, "a newcomer at {second}");
        }
    }
}
