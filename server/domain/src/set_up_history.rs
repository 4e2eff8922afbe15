//! Which set-up was in force when: the past is judged by the rules of its own time.

use std::sync::Arc;

use jiff::Timestamp;

use crate::setup::Setup;

/// The set-ups that were in force over some time.
#[derive(Debug, Clone)]
pub struct SetUpHistory {
    /// Before the first change, and where nothing is known.
    first: Arc<Setup>,
    /// Each with the time from which on it was in force, oldest first.
    changes: Vec<(Timestamp, Arc<Setup>)>,
}

impl SetUpHistory {
    /// One set-up, never another.
    #[must_use]
    pub fn always(setup: Arc<Setup>) -> Self {
        Self { first: setup, changes: Vec::new() }
    }

    /// The first one, and the others with the times from which on they were in force.
    #[must_use]
    pub fn new(first: Arc<Setup>, mut changes: Vec<(Timestamp, Arc<Setup>)>) -> Self {
        changes.sort_by_key(|(since, _)| *since);
        Self { first, changes }
    }

    /// The one that was in force at this time.
    #[must_use]
    pub fn at(&self, time: Timestamp) -> &Setup {
        let begun = self.changes.partition_point(|(since, _)| *since <= time);
        match begun.checked_sub(1) {
            Some(last) => &self.changes[last].1,
            None => &self.first,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    #[test]
    fn each_time_has_the_set_up_that_began_last_before_it() {
        let office = Scenario::given("");
        let second = |number: i64| Timestamp::from_second(number).expect("a time");
        let with_undo = |seconds: u32| {
            let mut setup = office.setup.clone();
            setup.rules.undo.seconds = seconds;
            Arc::new(setup)
        };
        let history = SetUpHistory::new(with_undo(1), vec![(second(20), with_undo(3)), (second(10), with_undo(2))]);
        for (time, undo) in [(0, 1), (9, 1), (10, 2), (19, 2), (20, 3), (99, 3)] {
            assert_eq!(history.at(second(time)).rules.undo.seconds, undo, "at {time}");
        }
        assert_eq!(SetUpHistory::always(with_undo(7)).at(second(5)).rules.undo.seconds, 7);
    }
}
