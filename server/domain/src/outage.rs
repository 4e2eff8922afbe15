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
use crate::taking::{Wish, issue, prefix_of};

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
}

/// A shorter absence is a restart: nobody begins to hand out papers for it.
const ABSENCE_MIN: SignedDuration = SignedDuration::from_mins(1);

/// Power that comes back often goes again. An absence so soon after a longer one belongs to its end.
const COMING_BACK_MAX: SignedDuration = SignedDuration::from_mins(10);

/// What is entered after an outage.
pub(crate) struct Entry<'a> {
    pub(crate) service: &'a ServiceCode,
    /// The last number that was handed out.
    pub(crate) last: &'a TicketNumber,
    /// A secret for each number that there may be.
    pub(crate) tokens: &'a [Token],
    pub(crate) language: &'a Language,
}

/// Makes tickets of all papers that were handed out: those after the highest number below `last` that was used today,
/// or from the first reserved one, up to `last`. The same `last` again changes nothing.
pub(crate) fn enter(hall: &Hall, setup: &Setup, entry: &Entry<'_>, now: Timestamp) -> Result<Decision, Refusal> {
    let Entry { service, last, tokens, language } = *entry;
    require_reserved(setup, service, last)?;
    let used = hall.reserved.get(&last.prefix);
    if used.is_some_and(|used| used.contains_key(&last.index)) {
        let known = hall.tickets().filter(|ticket| ticket.number == *last).last();
        return Ok(Decision { facts: Vec::new(), ticket: known.map(|ticket| ticket.id) });
    }
    let entered = || used.into_iter().flatten().filter(|(_, paper)| matches!(paper, Paper::Outage { .. }));
    if let Some((index, _)) = entered().next_back().filter(|(index, _)| **index > last.index) {
        let entered = TicketNumber { index: *index, ..last.clone() };
        return Err(Refusal::NumberBehind { number: last.clone(), entered });
    }
    let below = used.and_then(|used| used.range(..last.index).next_back());
    let first = below.map_or(*setup.numbering.reserved_range().start(), |(index, _)| index + 1);
    let numbers = (first..=last.index).map(|index| TicketNumber { prefix: last.prefix.clone(), index });
    let numbers: Vec<_> = numbers.filter(|number| !hall.was_given(number)).collect();
    let since =
        entered().filter_map(|(_, paper)| if let Paper::Outage { arrived } = paper { Some(*arrived) } else { None });
    let arrivals = arrivals(hall, since.max(), numbers.len(), now);
    let (mut facts, mut begun) = (Vec::new(), hall.clone());
    for ((number, token), arrived) in numbers.into_iter().zip(tokens).zip(arrivals) {
        let wish = Wish { token, service, priority: None, language, cases: Cases::ONE, then: &[] };
        let (fact, _) = issue(&begun, setup, wish, (number, Some(Paper::Outage { arrived })), now)?;
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
    let (fact, _) = issue(hall, setup, wish, (number.clone(), Some(paper)), now)?;
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

/// When the citizens of so many papers are reckoned to have come: evenly within the newest absence, after those of the
/// sequence that were `entered` before. Without an absence, now.
fn arrivals(
    hall: &Hall,
    entered: Option<Timestamp>,
    count: usize,
    now: Timestamp,
) -> impl Iterator<Item = Timestamp> + use<> {
    let Absence { gone, back } = hall.absence.unwrap_or(Absence { gone: now, back: now });
    let from = entered.map_or(gone, |entered| entered.max(gone));
    let parts = i64::try_from(count).unwrap_or(i64::MAX).saturating_add(1);
    let seconds = back.duration_since(from).as_secs().max(0);
    let after = move |part| SignedDuration::from_secs(seconds * part / parts);
    (1..parts).map(move |part| from.checked_add(after(part)).unwrap_or(from))
}

/// The office is back: `gone` was its last sign of life, `back` the start of the program. None when nobody can have
/// missed it, outside the opening hours of a day that it has not seen, or for less than a minute.
pub(crate) fn absence(hall: &Hall, setup: &Setup, gone: Timestamp, back: Timestamp) -> Option<Fact> {
    let from = if setup.business_day(gone) == setup.business_day(back) { gone } else { opening(setup, back)? };
    let gone = from.max(hall.absence.map_or(Timestamp::MIN, |absence| absence.back));
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
    let series = |prefix| ReservedNumbers {
        first: of(prefix, *range.start()),
        last: of(prefix, *range.end()),
        used: hall.reserved.get(prefix).and_then(|used| used.last_key_value()).map(|(index, _)| of(prefix, *index)),
    };
    prefixes.into_iter().filter(|_| !range.is_empty()).map(series).collect()
}

impl Hall {
    /// The newest time today in which the office was not there.
    #[must_use]
    pub fn absence(&self) -> Option<Absence> {
        self.absence
    }

    pub(crate) fn fold_office_returned(&mut self, gone: Timestamp, back: Timestamp) {
        let new = Absence { gone, back };
        let is_end_of = |old: &Absence| {
            let length = |absence: &Absence| absence.back.duration_since(absence.gone);
            gone.duration_since(old.back) <= COMING_BACK_MAX && length(&new) < length(old)
        };
        if !self.absence.as_ref().is_some_and(is_end_of) {
            self.absence = Some(new);
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
