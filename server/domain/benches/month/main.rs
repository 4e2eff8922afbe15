//! A month of an office: whether the forecast keeps what it says, whom the order of calling serves, and what a
//! forecast costs. Three tables; seconds in release.
//!
//! The office is simulated, its rules are the real ones: each citizen and officer acts through `decide` and `apply`
//! (`play.rs`). Arrivals follow the weekday and the half-hour with a peak in the morning, service times are log-normal,
//! differ from the set-up's usual minutes by a third and drift by service from day to day; officers come late, pause,
//! do their paperwork and forget to note a visit's start; citizens don't come or give their ticket back (`life.rs`,
//! `shape.rs`). A forecast is judged without its rounding, each ticket of the month from the first day on, when nothing
//! was learned yet. Beside it stand an *oracle* that sees the same hall and knows every law of chance, which plays the
//! rest of the queue 400 times for each tenth ticket (`oracle.rs`), and the *naive* "people before you × mean visit",
//! by the true mean, shared by the open counters, with the two factors that hindsight finds best (`judge.rs`).

mod chance;
mod cost;
mod fairness;
mod judge;
mod life;
mod oracle;
mod play;
mod shape;

use std::fmt::Write as _;
use std::io::Write as _;

use fairness::Waits;
use judge::{Judge, Score, naive_in_hindsight, score};
use play::Play;
use shape::{CLASSES, Rule, SHAPES};

/// Working days of a month.
const DAYS: usize = 22;
const SEEDS: std::ops::RangeInclusive<u64> = 1..=5;
/// The oracle takes its time.
const ORACLE_ONE_IN: u64 = 10;

fn main() {
    // `cargo test --benches` starts this, too: only `cargo bench` says this word.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    costs();
    calibration();
    fairness();
}

fn calibration() {
    say("The forecast: shares called by p50 and p90, mean width from p50 to p90, mean distance of the wait from p50");
    for shape in &SHAPES {
        for seed in SEEDS {
            let mut play = Play::new(shape, Rule::HeadStarts, seed);
            let mut judge = Judge::new(seed, ORACLE_ONE_IN);
            play.days(DAYS, &mut judge);
            let told: Vec<_> = judge.verdicts.iter().map(|verdict| (verdict.told, verdict.waited)).collect();
            let oracle: Vec<_> =
                judge.verdicts.iter().filter_map(|verdict| Some((verdict.oracle?, verdict.waited))).collect();
            let naive = naive_in_hindsight(&judge.verdicts);
            let waited = judge.verdicts.iter().map(|verdict| verdict.waited).sum::<f64>();
            let tickets: f64 = told.iter().map(|_| 1.0).sum();
            say(&format!("{}, seed {seed}, mean wait {:.1} min", shape.name, waited / tickets / 60.0));
            for (name, said) in [("Moi", &told), ("oracle", &oracle), ("naive", &naive)] {
                let Score { count, by_p50, by_p90, width, off } = score(said);
                say(&format!(
                    "  {name:<8}{count:>7} tickets  by p50 {:>5.1} %  by p90 {:>5.1} %  width {width:>5.1} min  \
                     off {off:>5.1} min",
                    by_p50 * 100.0,
                    by_p90 * 100.0
                ));
            }
        }
    }
}

fn fairness() {
    say("Fairness: mean and p95 wait in minutes by class, over the same days under each rule");
    for shape in &SHAPES {
        for rule in Rule::ALL {
            let mut waits = Waits::default();
            for seed in SEEDS {
                Play::new(shape, rule, seed).days(DAYS, &mut waits);
            }
            let mut row = format!("{:<32}{:<18}", shape.name, rule.name());
            let classes = std::iter::once("no class").chain(CLASSES.iter().map(|(name, ..)| *name));
            for (place, name) in classes.enumerate() {
                let (mean, p95, count) = waits.of(place);
                write!(row, "{name:>10}: {mean:>5.1} {p95:>6.1} ({count})").expect("a string takes all");
            }
            say(&row);
        }
    }
}

fn costs() {
    say("Cost of a forecast");
    for shape in &SHAPES {
        for waiting in [20, 1_000] {
            let nanoseconds = cost::nanoseconds(shape, waiting);
            say(&format!("{:<32}{waiting:>6} waiting {nanoseconds:>8.0} ns", shape.name));
        }
    }
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").expect("somebody listens");
}
