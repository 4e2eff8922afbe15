//! Who comes on a day and what each will need, drawn before the day is played: so the same citizens come under each
//! rule, and no rule changes anybody's luck.

use crate::chance::Chance;
use crate::shape::{CLASSES, Shape};

/// When tickets are given, in seconds of the day; whoever has one then is served before the break or the evening.
pub const HALVES: [(f64, f64); 2] = [(7.0 * HOUR, 11.0 * HOUR), (13.0 * HOUR, 16.0 * HOUR)];
pub const HOUR: f64 = 3_600.0;

/// Arrivals by half-hour beside their mean: a peak in the morning, a smaller one after the break.
const PROFILE: [&[f64]; 2] = [&[1.3, 1.6, 1.6, 1.4, 1.1, 0.9, 0.7, 0.5], &[1.1, 1.2, 1.0, 0.8, 0.6, 0.4]];
/// The same by weekday, from Monday.
const WEEKDAYS: [f64; 5] = [1.2, 1.05, 0.9, 0.9, 1.0];

/// Of called citizens, so many don't come; the officer gives up after about two minutes.
pub const NO_SHOW: f64 = 0.06;
pub const MISSED_SECONDS: f64 = 130.0;
/// Of those who wait, so many give their ticket back.
const GIVES_BACK: f64 = 0.02;
/// Of visits, after so many the officer pauses.
pub const PAUSES: f64 = 0.03;
pub const PAUSE_SECONDS: f64 = 9.0 * 60.0;
/// Of visits, after so many the officer ends the visit first, does some paperwork, and calls then.
pub const PAPERWORK: f64 = 0.4;
pub const PAPERWORK_SECONDS: f64 = 60.0;
/// Until an officer who is free calls somebody who has just come: log-normal, too.
pub const REACTION_SECONDS: f64 = 15.0;
pub const REACTION_SPREAD: f64 = 0.6;
/// From the call to the counter.
pub const WALK_SECONDS: (f64, f64) = (10.0, 50.0);

/// How long visits of a service take: log-normal, walk and paperwork apart.
#[derive(Clone, Copy)]
pub struct Law {
    pub mean: f64,
    pub sigma: f64,
}

/// The truth about a month, which only the oracle knows: how long visits really take, which drifts by service.
pub struct Truth {
    laws: Vec<Law>,
    /// By which factor the mean moves a day.
    drift: Vec<f64>,
}

impl Truth {
    pub fn draw(shape: &Shape, chance: &mut Chance) -> Self {
        let law = |usual_minutes: u32, chance: &mut Chance| Law {
            mean: 60.0 * f64::from(usual_minutes) * chance.log_normal(1.0, 0.3),
            sigma: chance.between(0.5, 0.9),
        };
        Self {
            laws: shape.kinds.iter().map(|kind| law(kind.usual_minutes, chance)).collect(),
            drift: shape.kinds.iter().map(|_| chance.between(0.987, 1.013)).collect(),
        }
    }

    /// A day goes by: each mean drifts its way and wavers.
    pub fn next_day(&mut self, chance: &mut Chance) {
        for (law, drift) in self.laws.iter_mut().zip(&self.drift) {
            law.mean *= drift * chance.log_normal(1.0, 0.03);
        }
    }

    pub fn law(&self, service: usize) -> Law {
        self.laws[service]
    }
}

/// Somebody, with all that chance decides about the visit.
pub struct Citizen {
    pub arrives: f64,
    pub service: usize,
    pub class: Option<usize>,
    pub comes: bool,
    pub walk: f64,
    pub visit: f64,
    pub notes_start: bool,
    /// Between the visit's end and the next call.
    pub paperwork: Option<f64>,
    pub pause: Option<f64>,
    pub says_until: bool,
    pub gives_back_after: Option<f64>,
}

/// A day's arrivals a second and service, at the mean of its hours.
pub fn rates(shape: &Shape, truth: &Truth, weekday: usize) -> Vec<f64> {
    let overhead = f64::midpoint(WALK_SECONDS.0, WALK_SECONDS.1) + PAPERWORK * PAPERWORK_SECONDS;
    let rate = |(service, load): (usize, f64)| WEEKDAYS[weekday] * load / (truth.law(service).mean + overhead);
    shape.kinds.iter().map(|kind| kind.load).enumerate().map(rate).collect()
}

/// How much more arrives at a time of the day than at the mean; nobody outside the hours.
pub fn profile(second: f64) -> f64 {
    let half = HALVES.iter().zip(PROFILE).find(|((from, to), _)| (*from..*to).contains(&second));
    half.map_or(0.0, |((from, _), weights)| {
        let left = (second - from) / (HOUR / 2.0);
        let slot = weights.iter().zip(1_u32..).find(|(_, end)| left < f64::from(*end));
        slot.map_or(0.0, |(weight, _)| *weight)
    })
}

/// The citizens of a day, in the order of their arrival.
pub fn citizens(shape: &Shape, truth: &Truth, weekday: usize, chance: &mut Chance) -> Vec<Citizen> {
    let rates = rates(shape, truth, weekday);
    let most = 1.6;
    let busy = chance.log_normal(1.0, 0.08);
    let total: f64 = rates.iter().sum::<f64>() * busy * most;
    let mut citizens = Vec::new();
    for (from, to) in HALVES {
        let mut second = from;
        loop {
            second += chance.exponential(1.0 / total);
            if second >= to {
                break;
            }
            if chance.happens(profile(second) / most) {
                citizens.push(citizen(second, chance.pick(&rates), truth, chance));
            }
        }
    }
    citizens
}

fn citizen(arrives: f64, service: usize, truth: &Truth, chance: &mut Chance) -> Citizen {
    let law = truth.law(service);
    let luck = chance.between(0.0, 1.0);
    let class = if luck < CLASSES[0].2 {
        Some(0)
    } else if luck < CLASSES[0].2 + CLASSES[1].2 {
        Some(1)
    } else {
        None
    };
    let (paperwork, pause) = (chance.log_normal(PAPERWORK_SECONDS, 0.6), chance.log_normal(PAUSE_SECONDS, 0.5));
    let leaves = chance.between(300.0, 3_000.0);
    Citizen {
        arrives,
        service,
        class,
        comes: !chance.happens(NO_SHOW),
        walk: chance.between(WALK_SECONDS.0, WALK_SECONDS.1),
        visit: chance.log_normal(law.mean, law.sigma).max(30.0),
        notes_start: chance.happens(0.85),
        paperwork: chance.happens(PAPERWORK).then_some(paperwork),
        pause: chance.happens(PAUSES).then_some(pause),
        says_until: chance.happens(0.3),
        gives_back_after: chance.happens(GIVES_BACK).then_some(leaves),
    }
}
