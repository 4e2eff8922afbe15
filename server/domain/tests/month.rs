//! The judge of the forecast, on a small scale: what `benches/month` shows as a table holds, in a simulated month.

#[path = "../benches/month/chance.rs"]
mod chance;
#[path = "../benches/month/fairness.rs"]
mod fairness;
#[path = "../benches/month/judge.rs"]
mod judge;
#[path = "../benches/month/life.rs"]
mod life;
#[path = "../benches/month/oracle.rs"]
mod oracle;
#[path = "../benches/month/play.rs"]
mod play;
#[path = "../benches/month/shape.rs"]
mod shape;

use fairness::Waits;
use judge::{Judge, naive_in_hindsight, score};
use moi_domain::{Class, ClassWaits, Preview};
use play::Play;
use shape::{CLASSES, Rule, SHAPES};

/// Working days of a month.
const DAYS: usize = 22;
const SEEDS: std::ops::RangeInclusive<u64> = 1..=4;
/// Asked seldom: it takes its time in a debug build.
const ORACLE_ONE_IN: u64 = 15;

/// DESIGN: nine of ten citizens are called before their p90, half before their p50, from the first day on, when nothing
/// was learned yet; and the band is hardly wider than it has to be.
#[test]
fn the_forecast_keeps_what_it_says_and_says_as_much_as_can_be_known() {
    for shape in [&SHAPES[0], &SHAPES[2], &SHAPES[3]] {
        let mut verdicts = Vec::new();
        for seed in SEEDS {
            let mut play = Play::new(shape, Rule::HeadStarts, seed);
            let mut judge = Judge::new(seed, ORACLE_ONE_IN);
            play.days(DAYS, &mut judge);
            verdicts.append(&mut judge.verdicts);
        }
        let told: Vec<_> = verdicts.iter().map(|verdict| (verdict.told, verdict.waited)).collect();
        let asked = verdicts.iter().filter_map(|verdict| Some((verdict.oracle?, verdict.waited)));
        let (moi, oracle) = (score(&told), score(&asked.collect::<Vec<_>>()));
        let naive = score(&naive_in_hindsight(&verdicts));
        assert!(moi.count > 3_000, "{}: {} tickets", shape.name, moi.count);
        assert!((0.88..=0.92).contains(&moi.by_p90), "{}: {} by p90", shape.name, moi.by_p90);
        assert!((0.47..=0.53).contains(&moi.by_p50), "{}: {} by p50", shape.name, moi.by_p50);
        assert!(moi.width < oracle.width * 1.3, "{}: {}, oracle {}", shape.name, moi.width, oracle.width);
        assert!(moi.width < naive.width / 2.0, "{}: {}, naive {}", shape.name, moi.width, naive.width);
        assert!(moi.off < naive.off * 0.8, "{}: {}, naive {}", shape.name, moi.off, naive.off);
    }
}

/// A head start helps those who have one more than it costs the others; whoever has none waits less long at worst than
/// under strict priority.
#[test]
fn head_starts_help_and_starve_nobody() {
    let shape = &SHAPES[0];
    let waits: Vec<_> = Rule::ALL
        .into_iter()
        .map(|rule| {
            let mut waits = Waits::default();
            SEEDS.for_each(|seed| Play::new(shape, rule, seed).days(DAYS, &mut waits));
            let classes: Vec<_> = (0..=CLASSES.len()).map(|class| waits.of(class)).collect();
            (rule.name(), classes)
        })
        .collect();
    let [(_, moi), (_, strict), (_, fifo)] = &waits[..] else { panic!("three rules: {waits:?}") };
    let (mean, p95) = (|waits: &(f64, f64, usize)| waits.0, |waits: &(f64, f64, usize)| waits.1);
    for class in 1..=CLASSES.len() {
        assert!(mean(&moi[class]) < 0.7 * mean(&fifo[class]), "class {class}: {waits:?}");
    }
    assert!(mean(&moi[0]) < 1.15 * mean(&fifo[0]), "{waits:?}");
    assert!(p95(&moi[0]) < p95(&strict[0]), "{waits:?}");
}

/// How a class fared over several days: seconds waited, and tickets.
#[derive(Debug, Clone, Copy, Default)]
struct Total {
    seconds: f64,
    count: f64,
}

impl Total {
    fn add(&mut self, mean: f64, count: usize) {
        let count = f64::from(u32::try_from(count).expect("a small number"));
        self.seconds += mean * count;
        self.count += count;
    }

    fn minutes(self) -> f64 {
        self.seconds / self.count / 60.0
    }
}

/// LESSONS: "before saving a rule: replay yesterday with it". The same citizens come to the simulated office under each
/// rule: what a preview says of a rule, from a day under another one, is held against the day under that rule.
#[test]
fn a_preview_of_a_rule_says_what_the_same_day_under_that_rule_comes_to() {
    for (shape, rule) in [
        (&SHAPES[0], Rule::StrictPriority),
        (&SHAPES[0], Rule::FirstComeFirstServed),
        (&SHAPES[1], Rule::FirstComeFirstServed),
    ] {
        // Of each class: as it was, played by the same rule, previewed, and under that rule in truth.
        let mut totals = [[Total::default(); 4]; CLASSES.len() + 1];
        for seed in 1..=12 {
            let mut play = Play::new(shape, Rule::HeadStarts, seed);
            play.days(1, &mut Waits::default());
            let preview = Preview::of(&play.events, &[], &play.setup, &shape.setup(rule));
            let mut truth = Waits::default();
            Play::new(shape, rule, seed).days(1, &mut truth);
            for (place, row) in preview.classes.iter().filter_map(|row| Some((place_of(row)?, row))) {
                let told = [row.happened, row.present, row.changed];
                for (total, waits) in totals[place].iter_mut().zip(told) {
                    total.add(waits.mean_seconds.into(), waits.called as usize);
                }
                let (mean, _, count) = truth.of(place);
                totals[place][3].add(mean * 60.0, count);
            }
        }
        for (place, minutes) in totals.map(|totals| totals.map(Total::minutes)).into_iter().enumerate() {
            let [happened, present, changed, truth] = minutes;
            let said = format!("{} under {}, class {place}: {minutes:?}", shape.name, rule.name());
            assert!((present - happened).abs() < 0.1, "the same rule gives the same day: {said}");
            assert!((changed - truth).abs() < 0.1 * truth, "{said}");
            assert!((changed - happened).abs() > 0.03 * happened, "the rule makes a difference: {said}");
        }
    }
}

/// The place of a class in the tables: those without one first.
fn place_of(row: &ClassWaits) -> Option<usize> {
    match &row.class {
        Class::All => None,
        Class::None => Some(0),
        Class::Priority(class) => CLASSES.iter().position(|(id, ..)| *id == class.as_str()).map(|place| place + 1),
    }
}
