//! The judge: what was promised against what came.

use std::collections::HashMap;

use moi_domain::{Outlook, Ticket, TicketId, outlook};

use crate::oracle::Oracle;
use crate::play::{Play, Watcher};
use crate::shape::code;

/// What was said of a ticket when it was taken, and what came of it; in seconds.
pub struct Verdict {
    pub told: Outlook,
    pub oracle: Option<Outlook>,
    /// People before, times the mean visit, shared by the counters.
    pub naive: f64,
    pub waited: f64,
}

/// Looks on for a month.
pub struct Judge {
    oracle: Oracle,
    /// The oracle is asked for one ticket in so many.
    ask_one_in: u64,
    open: HashMap<TicketId, (Outlook, Option<Outlook>, f64)>,
    pub verdicts: Vec<Verdict>,
}

impl Judge {
    pub fn new(seed: u64, ask_one_in: u64) -> Self {
        Self { oracle: Oracle::new(seed), ask_one_in, open: HashMap::new(), verdicts: Vec::new() }
    }
}

impl Watcher for Judge {
    fn taken(&mut self, play: &Play, ticket: &Ticket) {
        let told = outlook(&play.hall, &play.setup, &ticket.service, Some(ticket), play.now());
        assert_eq!(told.is_some(), ticket.promised.is_some(), "what is judged is what was promised");
        let Some(told) = told else { return };
        let asked = ticket.id.0.is_multiple_of(self.ask_one_in).then(|| self.oracle.ask(play, ticket));
        self.open.insert(ticket.id, (told, asked, naive(play, ticket)));
    }

    fn called(&mut self, play: &Play, ticket: &Ticket) {
        if let Some((told, oracle, naive)) = self.open.remove(&ticket.id) {
            let waited = play.now().duration_since(ticket.taken_at).as_secs_f64();
            self.verdicts.push(Verdict { told, oracle, naive, waited });
        }
    }
}

/// With the service's true mean, which no office knows: as good as it gets.
fn naive(play: &Play, ticket: &Ticket) -> f64 {
    let service = play.shape.kinds.iter().position(|kind| code(kind.code) == ticket.service).expect("a service");
    let serving = play.setup.counters.iter().filter(|(number, counter)| {
        counter.services.contains(&ticket.service) && play.hall.counter(**number).standing.is_open()
    });
    let counters: f64 = serving.map(|_| 1.0).sum();
    f64::from(ticket.ahead_at_first) * play.truth.law(service).mean / counters
}

/// How good a forecast was.
pub struct Score {
    pub count: usize,
    pub by_p50: f64,
    pub by_p90: f64,
    /// Mean of p90 minus p50 (minutes).
    pub width: f64,
    /// Mean distance of the wait from p50 (minutes).
    pub off: f64,
}

pub fn score(said: &[(Outlook, f64)]) -> Score {
    let count: f64 = said.iter().map(|_| 1.0).sum();
    let mean = |value: &dyn Fn(&(Outlook, f64)) -> f64| said.iter().map(value).sum::<f64>() / count;
    Score {
        count: said.len(),
        by_p50: mean(&|(told, waited)| f64::from(u8::from(*waited <= told.p50_seconds))),
        by_p90: mean(&|(told, waited)| f64::from(u8::from(*waited <= told.p90_seconds))),
        width: mean(&|(told, _)| (told.p90_seconds - told.p50_seconds) / 60.0),
        off: mean(&|(told, waited)| (told.p50_seconds - waited).abs() / 60.0),
    }
}

/// The naive forecast with the best factors that hindsight finds: those by which half and nine of ten were called.
pub fn naive_in_hindsight(verdicts: &[Verdict]) -> Vec<(Outlook, f64)> {
    // Nobody before, and yet some time until an officer is free.
    let naive = |verdict: &Verdict| verdict.naive.max(120.0);
    let mut ratios: Vec<f64> = verdicts.iter().map(|verdict| verdict.waited / naive(verdict)).collect();
    ratios.sort_by(f64::total_cmp);
    let (p50, p90) = (ratios[ratios.len() / 2], ratios[ratios.len() * 9 / 10]);
    let outlook = |verdict: &Verdict| Outlook { p50_seconds: p50 * naive(verdict), p90_seconds: p90 * naive(verdict) };
    verdicts.iter().map(|verdict| (outlook(verdict), verdict.waited)).collect()
}
