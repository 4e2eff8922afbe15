//! Numbers on paper: a part of each sequence that the ticket machine never gives. They are printed ahead, handed out
//! while the system or the printer is down, and entered when it is back.
//!
//! Nobody knows when each paper was handed out, only in which order. So those of an outage are reckoned to have come
//! evenly spread over the time in which the office was away, from its last sign of life until it was back: after
//! everybody who had taken a ticket before it, in the order of their numbers, and before everybody who took one after
//! it. How the papers lay within the outage changes nobody's place, only the figure of their wait.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::decide::Decision;
use crate::event::{Actor, Event, Fact};
use crate::hall::Hall;
use crate::ids::{Cases, Language, Prefix, ServiceCode, Token};
use crate::number::TicketNumber;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::taking::{Wish, issue_reserved, prefix_of};

/// How a ticket with a reserved number came to its citizen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Paper {
    /// Handed out while the system was down, and entered afterwards.
    Outage {
        /// When its citizen is reckoned to have come.
        arrived: Timestamp,
    },
    /// Handed out by the staff while the printer was out.
    Roll,
}

/// A time in which the office was not there: a power cut, a broken machine, a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Absence {
    /// Its last sign of life; where it went at night, the day's first opening.
    pub gone: Timestamp,
    /// When it was back.
    pub back: Timestamp,
}

/// The reserved numbers of one sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReservedNumbers {
    /// The first of them.
    pub first: TicketNumber,
    /// The last of them.
    pub last: TicketNumber,
    /// The highest that was used today.
    pub used: Option<TicketNumber>,
    /// The highest that was entered after an outage today.
    pub entered: Option<TicketNumber>,
    /// Those above it that were typed one by one today, in their order.
    pub singly: Vec<TicketNumber>,
    /// The absence that the next entry is reckoned in when it names none.
    pub absence: Option<Absence>,
}

/// A shorter absence is a restart: nobody begins to hand out papers for it.
const ABSENCE_MIN: SignedDuration = SignedDuration::from_mins(1);

/// Power that comes back often goes again. An absence so soon after a longer one belongs to its end.
const COMING_BACK_MAX: SignedDuration = SignedDuration::from_mins(10);

/// Absences of a day that are kept: one an hour on a day of eight hours. With more the shortest is dropped.
const ABSENCES_MAX: usize = 8;

/// What is entered after an outage.
pub(crate) struct Entry<'a> {
    pub(crate) service: &'a ServiceCode,
    /// The first number that was handed out; none for the one after the last entry.
    pub(crate) first: Option<&'a TicketNumber>,
    /// The last number that was handed out.
    pub(crate) last: &'a TicketNumber,
    /// When the office went; none, or one that is not known, for [`Hall::absence_of`].
    pub(crate) gone: Option<Timestamp>,
    /// A secret for each number that there may be.
    pub(crate) tokens: &'a [Token],
    pub(crate) language: &'a Language,
}

/// Makes tickets of all papers that were handed out: those from `first`, from the one after the last entry or from the
/// first reserved one, up to `last`, without those that were typed one by one. The same `last` again changes nothing.
pub(crate) fn enter(hall: &Hall, setup: &Setup, entry: &Entry<'_>, now: Timestamp) -> Result<Decision, Refusal> {
    let Entry { service, first, last, gone, tokens, language } = *entry;
    require_reserved(setup, service, last)?;
    first.map_or(Ok(()), |first| require_reserved(setup, service, first))?;
    let is_used = |number: &TicketNumber| {
        hall.reserved.get(&number.prefix).is_some_and(|used| used.contains_key(&number.index)) || hall.was_given(number)
    };
    let entered = hall.entered(&last.prefix).last().map(|(index, _)| index);
    if let Some(index) = entered.filter(|index| *index > last.index && !is_used(last)) {
        let entered = TicketNumber { index, ..last.clone() };
        return Err(Refusal::NumberBehind { number: last.clone(), entered });
    }
    let next = entered.map_or(*setup.numbering.reserved_range().start(), |index| index + 1);
    let numbers = first.map_or(next, |first| first.index.max(next))..=last.index;
    let numbers = numbers.map(|index| TicketNumber { index, ..last.clone() });
    let numbers: Vec<_> = numbers.filter(|number| !is_used(number)).collect();
    if numbers.is_empty() {
        let known = hall.tickets().filter(|ticket| ticket.number == *last).last();
        return Ok(Decision { facts: Vec::new(), ticket: known.map(|ticket| ticket.id) });
    }
    let named = hall.absences.iter().find(|absence| Some(absence.gone) == gone).copied();
    let absence = named.or_else(|| hall.absence_of(&last.prefix)).unwrap_or(Absence { gone: now, back: now });
    let arrivals = arrivals(hall, absence, &last.prefix, numbers.len());
    let (mut facts, mut begun) = (Vec::new(), hall.clone());
    for ((number, token), arrived) in numbers.into_iter().zip(tokens).zip(arrivals) {
        let wish = Wish { token, service, priority: None, language, cases: Cases::ONE, then: &[] };
        let fact = issue_reserved(&begun, setup, wish, (number, Paper::Outage { arrived }), now)?;
        let number = begun.last_number().next();
        begun.apply(&Event { number, at: now, by: Actor::Engine, key: None, fact: fact.clone() });
        facts.push(fact);
    }
    let ticket = Some(begun.last_ticket).filter(|_| !facts.is_empty());
    Ok(Decision { facts, ticket })
}

/// Takes a ticket for a paper that is handed out now, or was at a time that is known.
pub(crate) fn take_reserved(
    hall: &Hall,
    setup: &Setup,
    wish: Wish<'_>,
    (number, arrived): (&TicketNumber, Option<Timestamp>),
    now: Timestamp,
) -> Result<Decision, Refusal> {
    require_reserved(setup, wish.service, number)?;
    let used = hall.reserved.get(&number.prefix);
    if used.is_some_and(|used| used.contains_key(&number.index)) || hall.was_given(number) {
        return Err(Refusal::NumberUsed { number: number.clone() });
    }
    let paper = arrived.map_or(Paper::Roll, |arrived| Paper::Outage { arrived });
    let fact = issue_reserved(hall, setup, wish, (number.clone(), paper), now)?;
    Ok(Decision::about(hall.last_ticket.next(), fact))
}

fn require_reserved(setup: &Setup, service: &ServiceCode, number: &TicketNumber) -> Result<(), Refusal> {
    let prefix = prefix_of(setup, service)?;
    let range = setup.numbering.reserved_range();
    if range.is_empty() {
        return Err(Refusal::NoReservedNumbers);
    }
    if number.prefix == *prefix && range.contains(&number.index) {
        return Ok(());
    }
    let of = |index: &u32| TicketNumber { prefix: prefix.clone(), index: *index };
    Err(Refusal::NumberNotReserved { number: number.clone(), first: of(range.start()), last: of(range.end()) })
}

/// When the citizens of so many papers are reckoned to have come: evenly within an absence, after those of the sequence
/// that were entered in it before.
fn arrivals(
    hall: &Hall,
    Absence { gone, back }: Absence,
    prefix: &Prefix,
    count: usize,
) -> impl Iterator<Item = Timestamp> + use<> {
    let in_it = hall.entered(prefix).map(|(_, arrived)| arrived).filter(|arrived| *arrived <= back);
    let from = in_it.max().map_or(gone, |arrived| arrived.max(gone));
    let parts = i64::try_from(count).unwrap_or(i64::MAX).saturating_add(1);
    let seconds = back.duration_since(from).as_secs().max(0);
    let after = move |part| SignedDuration::from_secs(seconds * part / parts);
    (1..parts).map(move |part| from.checked_add(after(part)).unwrap_or(from))
}

/// The office is back: `gone` was its last sign of life, `back` the start of the program. None when nobody can have
/// missed it, before the day's first opening, or for less than a minute.
pub(crate) fn absence(hall: &Hall, setup: &Setup, gone: Timestamp, back: Timestamp) -> Option<Fact> {
    let opens = opening(setup, back);
    // A machine that runs through the night has its last sign of life at midnight, when the day began.
    let from = if setup.business_day(gone) == setup.business_day(back) {
        opens.map_or(gone, |opens| opens.max(gone))
    } else {
        opens?
    };
    let gone = from.max(hall.absences.last().map_or(Timestamp::MIN, |absence| absence.back));
    (back.duration_since(gone) >= ABSENCE_MIN).then_some(Fact::OfficeReturned { gone, back })
}

/// When the office opens first on the day of `now`; none on a day on which it doesn't.
fn opening(setup: &Setup, now: Timestamp) -> Option<Timestamp> {
    let day = setup.business_day(now);
    let period = setup.hours.on(day).first()?;
    setup.zone.to_ambiguous_timestamp(day.to_datetime(period.from)).compatible().ok()
}

/// The reserved numbers of each sequence, in the order of the letters; none where the set-up reserves none.
#[must_use]
pub fn reserved_numbers(hall: &Hall, setup: &Setup) -> Vec<ReservedNumbers> {
    let range = setup.numbering.reserved_range();
    let mut prefixes: Vec<_> = setup.services.values().map(|service| &service.prefix).collect();
    prefixes.sort();
    prefixes.dedup();
    let of = |prefix: &Prefix, index: u32| TicketNumber { prefix: prefix.clone(), index };
    let series = |prefix| {
        let entered = hall.entered(prefix).last().map(|(index, _)| index);
        let used = || hall.reserved.get(prefix).into_iter().flat_map(|used| used.keys().copied());
        ReservedNumbers {
            first: of(prefix, *range.start()),
            last: of(prefix, *range.end()),
            used: used().last().map(|index| of(prefix, index)),
            entered: entered.map(|index| of(prefix, index)),
            singly: used().filter(|index| entered.is_none_or(|it| it < *index)).map(|it| of(prefix, it)).collect(),
            absence: hall.absence_of(prefix),
        }
    };
    prefixes.into_iter().filter(|_| !range.is_empty()).map(series).collect()
}

impl Hall {
    /// The times today in which the office was not there, in their order; with many of them the longest.
    #[must_use]
    pub fn absences(&self) -> &[Absence] {
        &self.absences
    }

    /// Where papers of this letter are reckoned to have been handed out when nobody says so: the longest absence that
    /// none was entered in, or else the one that the last entry was reckoned in.
    fn absence_of(&self, prefix: &Prefix) -> Option<Absence> {
        let is_used = |absence: &&Absence| {
            self.entered(prefix).any(|(_, arrived)| absence.gone <= arrived && arrived <= absence.back)
        };
        let unused = self.absences.iter().filter(|absence| !is_used(absence));
        // Of two as long the later one.
        let longest = unused.max_by_key(|absence| absence.back.duration_since(absence.gone));
        let last = || {
            let (_, arrived) = self.entered(prefix).last()?;
            self.absences.iter().rfind(|absence| absence.gone <= arrived)
        };
        longest.or_else(last).or(self.absences.last()).copied()
    }

    /// The papers of this letter that were entered after an outage today, with when their citizens are reckoned to have
    /// come; in the order of their numbers.
    fn entered(&self, prefix: &Prefix) -> impl DoubleEndedIterator<Item = (u32, Timestamp)> {
        let outage = |(index, paper): (&u32, &Paper)| match paper {
            Paper::Outage { arrived } => Some((*index, *arrived)),
            Paper::Roll => None,
        };
        self.reserved.get(prefix).into_iter().flatten().filter_map(outage)
    }

    pub(crate) fn fold_office_returned(&mut self, gone: Timestamp, back: Timestamp) {
        let length = |absence: &Absence| absence.back.duration_since(absence.gone);
        let new = Absence { gone, back };
        if let Some(old) = self.absences.last().filter(|old| gone.duration_since(old.back) <= COMING_BACK_MAX) {
            if length(&new) < length(old) {
                return;
            }
            self.absences.pop();
        }
        self.absences.push(new);
        if self.absences.len() > ABSENCES_MAX {
            let shortest = (0..self.absences.len()).min_by_key(|at| length(&self.absences[*at]));
            shortest.map(|at| self.absences.remove(at));
        }
    }

    pub(crate) fn note_reserved(&mut self, number: &TicketNumber, paper: Paper) {
        let before = self.reserved.entry(number.prefix.clone()).or_default().insert(number.index, paper);
        debug_assert_eq!(before, None, "{number} was used before");
    }

    /// Whether the ticket machine gave it today, before the set-up reserved it.
    fn was_given(&self, number: &TicketNumber) -> bool {
        self.indices.get(&number.prefix).is_some_and(|last| *last >= number.index)
            && self.tickets().any(|ticket| ticket.number == *number)
    }
}

#[cfg(test)]
mod tests;
