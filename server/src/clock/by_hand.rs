//! A machine whose clocks go by hand, for tests.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::Machine;

/// The hands of both clocks.
#[derive(Clone)]
pub(crate) struct Hands(Arc<Mutex<(Timestamp, Duration)>>);

impl Hands {
    /// A machine that was just started.
    pub(crate) fn at(machine: &str) -> Self {
        Self(Arc::new(Mutex::new((machine.parse().unwrap(), Duration::ZERO))))
    }

    /// The same machine, started anew.
    pub(crate) fn restart(&self) {
        self.0.lock().unwrap().1 = Duration::ZERO;
    }

    pub(crate) fn machine(&self) -> Machine {
        let (wall, running) = (Arc::clone(&self.0), Arc::clone(&self.0));
        let wall = Arc::new(move || wall.lock().unwrap().0);
        Machine::by_hand(wall, Box::new(move || running.lock().unwrap().1))
    }

    /// Time passes, for everybody.
    pub(crate) fn pass(&self, time: &str) {
        let time: SignedDuration = time.parse().unwrap();
        let mut hands = self.0.lock().unwrap();
        hands.0 += time;
        hands.1 += Duration::try_from(time).unwrap();
    }

    /// Somebody sets the machine's clock.
    pub(crate) fn jump(&self, by: &str) {
        let by: SignedDuration = by.parse().unwrap();
        self.0.lock().unwrap().0 += by;
    }

    /// The same, to a time.
    pub(crate) fn set(&self, machine: &str) {
        self.0.lock().unwrap().0 = machine.parse().unwrap();
    }
}
