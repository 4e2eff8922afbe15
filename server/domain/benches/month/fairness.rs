//! Whom the order of calling serves: waits by class.

use moi_domain::Ticket;

use crate::play::{Play, Watcher};
use crate::shape::CLASSES;

/// Looks on and notes how long each class waits, those of none first.
#[derive(Default)]
pub struct Waits {
    /// Seconds.
    by_class: [Vec<f64>; CLASSES.len() + 1],
}

impl Waits {
    /// Mean and ninety-fifth percentile (minutes) of a class, and how many were called.
    pub fn of(&mut self, class: usize) -> (f64, f64, usize) {
        let waits = &mut self.by_class[class];
        waits.sort_by(f64::total_cmp);
        let count: f64 = waits.iter().map(|_| 1.0).sum();
        (waits.iter().sum::<f64>() / count / 60.0, waits[waits.len() * 95 / 100] / 60.0, waits.len())
    }
}

impl Watcher for Waits {
    fn taken(&mut self, _play: &Play, _ticket: &Ticket) {}

    fn called(&mut self, play: &Play, ticket: &Ticket) {
        let class = play.citizen(ticket.id).class.map_or(0, |class| class + 1);
        self.by_class[class].push(play.now().duration_since(ticket.taken_at).as_secs_f64());
    }
}
