//! Numbers on paper: the steps, and the model's rules.

use std::collections::BTreeMap;

use jiff::Timestamp;
use moi_domain::{Command, Language, Prefix, TicketNumber};
use proptest::prelude::*;

use crate::model::{Model, Ruled};
use crate::parts::day_of;
use crate::steps::{LAST_NUMBER, OFFSET, RESERVED, SERVICES, Step, service_code, token};

/// What is done with papers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Papers {
    /// The office is back after so many seconds.
    Back { seconds: i64 },
    /// A paper with this index is handed out.
    Hand { service: usize, index: u32 },
    /// All papers up to this index were handed out.
    Enter { service: usize, last: u32 },
}

/// The indices of a day that were used, of an outage with the reckoned arrival.
type Used = BTreeMap<&'static str, BTreeMap<u32, Option<i64>>>;

/// What the model keeps of papers.
#[derive(Debug, Clone, Default)]
pub struct Paperwork {
    day: i64,
    used: Used,
    other_days: BTreeMap<i64, Used>,
    /// When the office went and when it was back.
    absences: Vec<(i64, i64)>,
    /// How many the last step entered.
    entered: u64,
}

impl Paperwork {
    pub fn start_day(&mut self, day: i64) {
        self.other_days.insert(self.day, std::mem::take(&mut self.used));
        self.used = self.other_days.remove(&day).unwrap_or_default();
        self.day = day;
        self.absences.clear();
    }
}

pub fn any_papers() -> impl Strategy<Value = Papers> {
    let service = || prop_oneof![20 => 0..SERVICES.len(), 1 => Just(9)];
    let index = || LAST_NUMBER - RESERVED..=LAST_NUMBER + 1;
    prop_oneof![
        2 => (0..4_000i64).prop_map(|seconds| Papers::Back { seconds }),
        2 => (service(), index()).prop_map(|(service, index)| Papers::Hand { service, index }),
        3 => (service(), index()).prop_map(|(service, last)| Papers::Enter { service, last }),
    ]
}

impl Step {
    /// The command, from the model after the step.
    pub fn of_outage(&self, model: &Model) -> Option<Command> {
        let Self::Outage(papers) = self else { return None };
        let language = Language::new("vi").expect("a language");
        let time = |second| Timestamp::from_second(second).expect("a time");
        let number = |service: usize, index| TicketNumber {
            prefix: Prefix::new(SERVICES.get(service).map_or("A", |known| known.1)).expect("a prefix"),
            index,
        };
        Some(match *papers {
            Papers::Back { seconds } => {
                Command::NoteReturn { gone: time(model.now() - seconds), back: time(model.now()) }
            }
            Papers::Hand { service, index } => Command::TakeReserved {
                number: number(service, index),
                arrived: None,
                token: token(model.last_id),
                service: service_code(service),
                priority: None,
                language,
                cases: moi_domain::Cases::ONE,
                then: Vec::new(),
            },
            Papers::Enter { service, last } => Command::EnterOutage {
                service: service_code(service),
                first: None,
                gone: None,
                last: number(service, last),
                tokens: (model.last_id + 1 - model.papers.entered..).take(RESERVED as usize).map(token).collect(),
                language,
            },
        })
    }
}

impl Model {
    pub fn outage(&mut self, papers: Papers) -> Ruled {
        self.papers.entered = 0;
        match papers {
            Papers::Back { seconds } => Ok((self.back(seconds), None)),
            Papers::Hand { service, index } => {
                let prefix = reserved(service, index)?;
                if self.papers.used.entry(prefix).or_default().contains_key(&index) {
                    return Err("number-used");
                }
                self.papers.used.entry(prefix).or_default().insert(index, None);
                Ok((true, Some(self.add(service, index, self.now(), 0))))
            }
            Papers::Enter { service, last } => self.enter(service, last),
        }
    }

    fn back(&mut self, seconds: i64) -> bool {
        let before = self.papers.absences.last().copied();
        // This office opens at midnight.
        let opens = day_of(self.now()) * 86_400 - OFFSET;
        let gone = (self.now() - seconds).max(opens).max(before.map_or(i64::MIN, |(_, back)| back));
        let length = self.now() - gone;
        if length < 60 {
            return false;
        }
        let now = self.now();
        let absences = &mut self.papers.absences;
        if before.is_some_and(|(old, back)| gone - back <= 600 && length < back - old) {
            return true;
        }
        if before.is_some_and(|(_, back)| gone - back <= 600) {
            absences.pop();
        }
        absences.push((gone, now));
        if absences.len() > 8 {
            let shortest = absences.iter().map(|(gone, back)| back - gone).min();
            let at = absences.iter().position(|(gone, back)| Some(back - gone) == shortest);
            absences.remove(at.expect("one is the shortest"));
        }
        true
    }

    fn enter(&mut self, service: usize, last: u32) -> Ruled {
        let prefix = reserved(service, last)?;
        let used = self.papers.used.entry(prefix).or_default().clone();
        let entered = || used.iter().filter_map(|(index, arrived)| Some((*index, (*arrived)?)));
        if entered().any(|(index, _)| index > last) && !used.contains_key(&last) {
            return Err("number-behind");
        }
        let first = entered().map(|(index, _)| index + 1).max().unwrap_or(LAST_NUMBER - RESERVED + 1);
        let new: Vec<_> = (first..=last).filter(|index| !used.contains_key(index)).collect();
        if new.is_empty() {
            let number = format!("{prefix}{last:03}");
            return Ok((false, self.tickets.iter().rfind(|ticket| ticket.number == number).map(|ticket| ticket.id)));
        }
        let is_in = |at: i64, (gone, back): (i64, i64)| gone <= at && at <= back;
        let absences = &self.papers.absences;
        let unused = absences.iter().filter(|absence| !entered().any(|(_, at)| is_in(at, **absence)));
        let longest = unused.max_by_key(|(gone, back)| back - gone).copied();
        let of_last = entered().next_back().and_then(|(_, at)| absences.iter().rfind(|(gone, _)| *gone <= at).copied());
        let absence = longest.or(of_last).or(absences.last().copied());
        let (gone, back) = absence.unwrap_or((self.now(), self.now()));
        let from = entered().map(|(_, at)| at).filter(|at| *at <= back).max().map_or(gone, |at| gone.max(at));
        let (length, parts) = ((back - from).max(0), i64::try_from(new.len()).expect("few") + 1);
        for (part, index) in (1..).zip(new) {
            let arrived = from + length * part / parts;
            self.papers.used.entry(prefix).or_default().insert(index, Some(arrived));
            self.add(service, index, arrived, 0);
            self.papers.entered += 1;
        }
        Ok((true, Some(self.last_id)))
    }
}

/// The prefix of a service whose reserved numbers have this index.
fn reserved(service: usize, index: u32) -> Result<&'static str, &'static str> {
    let (_, prefix, _) = SERVICES.get(service).ok_or("unknown-service")?;
    let is_reserved = (LAST_NUMBER - RESERVED + 1..=LAST_NUMBER).contains(&index);
    if is_reserved { Ok(prefix) } else { Err("number-not-reserved") }
}
