//! What a forecast costs.

use std::hint::black_box;
use std::time::Instant;

use moi_domain::{Command, OfficerName, Ticket, forecast};

use crate::play::{Play, Watcher};
use crate::shape::{Rule, Shape, code, counter};

const ROUNDS: u32 = 20_000;

struct Nobody;

impl Watcher for Nobody {
    fn taken(&mut self, _play: &Play, _ticket: &Ticket) {}

    fn called(&mut self, _play: &Play, _ticket: &Ticket) {}
}

/// Nanoseconds a forecast for somebody who would come now, after a week of the office, every counter busy and so many
/// waiting.
pub fn nanoseconds(shape: &Shape, waiting: usize) -> f64 {
    let mut play = Play::new(shape, Rule::HeadStarts, 1);
    play.days(5, &mut Nobody);
    let officer = OfficerName::new("Hà").expect("a name");
    let mut kinds = (0..shape.kinds.len()).cycle();
    for desk in 0..shape.counters.len() {
        play.carry_out(Command::OpenCounter { counter: counter(desk), officer: officer.clone() });
        let service = kinds.by_ref().find(|kind| shape.handles(desk, *kind)).expect("it serves one");
        play.take(service, None);
        play.carry_out(Command::CallNext { counter: counter(desk), officer: officer.clone(), outcome: None });
    }
    while play.hall.waiting_total() < waiting {
        play.take(kinds.next().expect("without end"), None);
    }
    let services: Vec<_> = shape.kinds.iter().map(|kind| code(kind.code)).collect();
    let begun = Instant::now();
    for (_, service) in (0..ROUNDS).zip(services.iter().cycle()) {
        black_box(forecast(black_box(&play.hall), &play.setup, service, None, play.hall.last_at()));
    }
    begun.elapsed().as_secs_f64() * 1e9 / f64::from(ROUNDS)
}
