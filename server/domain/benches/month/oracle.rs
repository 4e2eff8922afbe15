//! The oracle: sees what the hall sees at the moment, and knows all laws of chance besides. It plays the rest of the
//! queue many times. No forecast that doesn't know the future can be much better.

use jiff::Timestamp;
use moi_domain::{Minutes, Outlook, Standing, Status, Ticket};

use crate::chance::Chance;
use crate::life::{
    Law, MISSED_SECONDS, NO_SHOW, PAPERWORK, PAPERWORK_SECONDS, PAUSE_SECONDS, PAUSES, REACTION_SECONDS,
    REACTION_SPREAD, WALK_SECONDS, profile, rates,
};
use crate::play::Play;
use crate::shape::{CLASSES, counter};

/// How often it plays on from a moment.
const RUNS: usize = 400;

pub struct Oracle {
    chance: Chance,
}

/// A ticket that may be called before ours.
#[derive(Clone, Copy)]
struct Waiting {
    service: usize,
    /// When it is there, and the order of calling (seconds from now).
    arrives: f64,
    effective: f64,
}

/// What is known of a counter.
enum Known {
    Free,
    Visit { service: usize, lasted: f64, is_begun: bool },
    Until(f64),
    Paused(f64),
}

impl Oracle {
    pub fn new(seed: u64) -> Self {
        Self { chance: Chance::of(seed ^ 0x0_5ac1e) }
    }

    pub fn ask(&mut self, play: &Play, ticket: &Ticket) -> Outlook {
        let counters: Vec<_> =
            (0..play.shape.counters.len()).filter_map(|desk| known(play, desk).map(|known| (desk, known))).collect();
        let now = play.now();
        let own = from_now(now, ticket.effective);
        let mut ahead: Vec<Waiting> = play
            .hall
            .tickets()
            .filter(|other| matches!(other.status, Status::Waiting))
            .filter(|other| (other.effective, other.id) < (ticket.effective, ticket.id))
            .map(|other| Waiting {
                service: play.citizen(other.id).service,
                arrives: f64::NEG_INFINITY,
                effective: from_now(now, other.effective),
            })
            .collect();
        ahead.sort_by(|one, other| one.effective.total_cmp(&other.effective));
        let service = play.citizen(ticket.id).service;
        let mut waits: Vec<f64> = (0..RUNS).map(|_| self.play_on(play, &counters, &ahead, service, own)).collect();
        waits.sort_by(f64::total_cmp);
        Outlook { p50_seconds: waits[RUNS / 2], p90_seconds: waits[RUNS * 9 / 10] }
    }

    fn play_on(&mut self, play: &Play, counters: &[(usize, Known)], ahead: &[Waiting], ours: usize, own: f64) -> f64 {
        let mut free: Vec<(f64, usize)> =
            counters.iter().map(|(desk, known)| (self.rest(play, known), *desk)).collect();
        let mut queue: Vec<Waiting> = ahead.to_vec();
        self.overtakers(play, own, &mut queue);
        // Nobody is ahead: of several officers who are free, one calls.
        let is_idle = |(_, desk): &(f64, usize)| {
            let idle = matches!(counters.iter().find(|(other, _)| other == desk), Some((_, Known::Free)));
            idle && play.shape.handles(*desk, ours)
        };
        let is_alone = !ahead
            .iter()
            .any(|waiting| free.iter().any(|free| is_idle(free) && play.shape.handles(free.1, waiting.service)));
        if is_alone && let Some(first) = free.iter().find(|free| is_idle(free)).map(|(_, desk)| *desk) {
            free.retain(|free| free.1 == first || !is_idle(free));
            let reaction = self.chance.log_normal(REACTION_SECONDS, REACTION_SPREAD);
            free.iter_mut().filter(|free| free.1 == first).for_each(|free| free.0 = reaction);
        }
        queue.sort_by(|one, other| one.effective.total_cmp(&other.effective));
        loop {
            let next = free.iter_mut().min_by(|one, other| one.0.total_cmp(&other.0)).expect("a counter is open");
            let (time, desk) = *next;
            let helps = |service: usize, effective: f64| {
                play.shape.helps(desk, service) && time - effective >= play.shape.helps_after_seconds()
            };
            let calls = |service: usize, effective: f64| play.shape.handles(desk, service) || helps(service, effective);
            let called =
                queue.iter().position(|waiting| waiting.arrives <= time && calls(waiting.service, waiting.effective));
            if let Some(place) = called {
                let waiting = queue.remove(place);
                next.0 = time + self.taken(play.truth.law(waiting.service));
            } else if calls(ours, own) {
                return time;
            } else if play.shape.helps(desk, ours) {
                next.0 = own + play.shape.helps_after_seconds();
            } else {
                // Others come that are no matter of ours.
                next.0 = f64::INFINITY;
            }
        }
    }

    fn overtakers(&mut self, play: &Play, own: f64, queue: &mut Vec<Waiting>) {
        let rates = rates(play.shape, &play.truth, play.weekday);
        for (_, minutes, part) in CLASSES {
            let Minutes(head_start) =
                play.setup.priorities.values().find(|known| **known == Minutes(minutes)).copied().unwrap_or(Minutes(0));
            let head_start = f64::from(head_start) * 60.0;
            for (service, rate) in rates.iter().enumerate() {
                let mut arrives = 0.0;
                loop {
                    arrives += self.chance.exponential(1.0 / (rate * part * 1.6));
                    if arrives - head_start >= own {
                        break;
                    }
                    if self.chance.happens(profile(play.second() + arrives) / 1.6) {
                        queue.push(Waiting { service, arrives, effective: arrives - head_start });
                    }
                }
            }
        }
    }

    /// From a call to the next.
    fn taken(&mut self, law: Law) -> f64 {
        if self.chance.happens(NO_SHOW) {
            return MISSED_SECONDS + 3.0;
        }
        self.visit(law) + self.between()
    }

    fn visit(&mut self, law: Law) -> f64 {
        self.chance.between(WALK_SECONDS.0, WALK_SECONDS.1) + self.chance.log_normal(law.mean, law.sigma).max(30.0)
    }

    fn between(&mut self) -> f64 {
        if self.chance.happens(PAUSES) {
            self.chance.log_normal(PAUSE_SECONDS, 0.5)
        } else if self.chance.happens(PAPERWORK) {
            self.chance.log_normal(PAPERWORK_SECONDS, 0.6)
        } else {
            0.0
        }
    }

    fn rest(&mut self, play: &Play, known: &Known) -> f64 {
        match known {
            Known::Free => self.chance.exponential(PAPERWORK_SECONDS * 0.7),
            Known::Until(left) => *left,
            Known::Paused(lasted) => beyond(*lasted, || self.chance.log_normal(PAUSE_SECONDS, 0.5)),
            Known::Visit { service, lasted, is_begun } => {
                let law = play.truth.law(*service);
                let length = beyond(*lasted, || {
                    if !is_begun && self.chance.happens(NO_SHOW) { MISSED_SECONDS } else { self.visit(law) }
                });
                length + self.between()
            }
        }
    }
}

/// What is left of a length that has lasted.
fn beyond(lasted: f64, mut draw: impl FnMut() -> f64) -> f64 {
    let longer = (0..200).map(|_| draw()).find(|length| *length > lasted);
    longer.map_or(lasted * 0.3, |length| length - lasted)
}

fn known(play: &Play, desk: usize) -> Option<Known> {
    let known = play.hall.counter(counter(desk));
    let now = play.now();
    match &known.standing {
        Standing::Closed => None,
        Standing::Paused { until: Some(until), .. } => Some(Known::Until(from_now(now, *until).max(0.0))),
        Standing::Paused { since, until: None, .. } => {
            let lasted = -from_now(now, *since);
            (lasted < 2_700.0).then_some(Known::Paused(lasted))
        }
        Standing::Open { .. } => Some(match known.visit.and_then(|id| play.hall.ticket(id)) {
            None => Known::Free,
            Some(ticket) => {
                let (called_at, is_begun) = match ticket.status {
                    Status::Called { called_at, .. } => (called_at, false),
                    Status::Serving { called_at, .. } => (called_at, true),
                    Status::Waiting
                    | Status::Parked { .. }
                    | Status::Finished { .. }
                    | Status::NoShow { .. }
                    | Status::Cancelled { .. } => {
                        return None;
                    }
                };
                let lasted = -from_now(now, called_at);
                Known::Visit { service: play.citizen(ticket.id).service, lasted, is_begun }
            }
        }),
    }
}

fn from_now(now: Timestamp, then: Timestamp) -> f64 {
    then.duration_since(now).as_secs_f64()
}
