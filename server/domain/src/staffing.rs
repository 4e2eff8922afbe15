//! Whose a counter is: opening, pausing, closing.

use jiff::{SignedDuration, Timestamp};

use crate::counter::{Counter, Standing, TakenFrom};
use crate::decide::Decision;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::{CounterNumber, Minutes, OfficerName, PauseReason, TicketId};
use crate::itinerary;
use crate::leaving::{self, Departure, Remaining};
use crate::outcome::ending;
use crate::place::{Origin, Place};
use crate::ranked::Ranked;
use crate::refusal::Refusal;
use crate::serving::is_called;
use crate::setup::Setup;
use crate::ticket::Status;

/// Claims a counter; an officer may hold several.
pub(crate) fn open(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
) -> Result<Decision, Refusal> {
    let standing = &known(hall, setup, counter)?.standing;
    match standing.officer() {
        Some(holder) if holder != officer => Err(Refusal::CounterTaken { counter, officer: holder.clone() }),
        Some(_) if standing.is_open() => Ok(Decision::default()),
        Some(_) | None => {
            let fact = Fact::CounterOpened { counter, officer: officer.clone() };
            Ok(Decision { facts: vec![fact], ticket: None })
        }
    }
}

/// Claims a counter that somebody else holds, with the visit there: its citizen stays where they are.
pub(crate) fn take_over(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
) -> Result<Decision, Refusal> {
    match known(hall, setup, counter)?.standing.officer() {
        Some(holder) if holder != officer => {
            let fact = Fact::CounterTakenOver { counter, officer: officer.clone() };
            Ok(Decision { facts: vec![fact], ticket: None })
        }
        Some(_) | None => open(hall, setup, counter, officer),
    }
}

/// How an officer, or an administrator, wants a counter to pause.
#[derive(Clone, Copy)]
pub(crate) struct Pause<'a> {
    pub(crate) officer: Option<&'a OfficerName>,
    pub(crate) minutes: Option<Minutes>,
    pub(crate) reason: Option<&'a PauseReason>,
    pub(crate) remaining: Option<&'a Remaining>,
}

/// Stops calling for a while; said again with another end, it changes the end.
pub(crate) fn pause(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    wish: Pause<'_>,
    now: Timestamp,
) -> Result<Decision, Refusal> {
    let current = known(hall, setup, counter)?;
    if let Standing::Closed = current.standing {
        return Err(Refusal::CounterClosed { counter });
    }
    let Pause { officer, minutes, reason, remaining } = wish;
    let usual = match reason {
        None => None,
        Some(reason) => *setup.rules.pausing.reasons.get(reason).ok_or_else(|| unknown(reason))?,
    };
    let minutes = minutes.or(usual);
    let until = minutes.and_then(|minutes| now.checked_add(SignedDuration::from_mins(minutes.0.into())).ok());
    let paused = Fact::CounterPaused { counter, until, reason: reason.cloned() };
    let mut decision = leave(hall, setup, counter, (current, officer), paused, now)?;
    let pause = Some(leaving::Pause(minutes));
    let handed = leaving::settle(hall, setup, Departure { counter, pause, put_back: None, remaining })?;
    let is_so = |standing: &Standing| match standing {
        Standing::Paused { until: known, reason: said, .. } => *known == until && said.as_ref() == reason,
        Standing::Closed | Standing::Open { .. } => false,
    };
    if handed.is_empty() && is_so(&current.standing) {
        decision.facts.clear();
    }
    // Last, since with people handed over the step can't be taken back.
    decision.facts.extend(handed);
    Ok(decision)
}

/// Gives a counter up. An administrator, who frees one that somebody left, also puts back whom it has called: nobody
/// is to come to an empty chair.
pub(crate) fn close(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: Option<&OfficerName>,
    remaining: Option<&Remaining>,
    now: Timestamp,
) -> Result<Decision, Refusal> {
    let current = known(hall, setup, counter)?;
    if let Standing::Closed = current.standing {
        return Ok(Decision::default());
    }
    let closed = Fact::CounterClosed { counter };
    let called = current.visit.and_then(|id| hall.ticket(id)).filter(|ticket| is_called(ticket));
    let put_back = called.filter(|_| officer.is_none());
    let mut decision = match put_back {
        Some(ticket) => {
            let back = Fact::TicketPutBack { ticket: ticket.id, counter, effective: ticket.effective };
            Decision { facts: vec![back, closed], ticket: Some(ticket.id) }
        }
        None => leave(hall, setup, counter, (current, officer), closed, now)?,
    };
    let handed = leaving::settle(hall, setup, Departure { counter, pause: None, put_back, remaining })?;
    // After the visit has ended, and before the counter lets go whom it alone calls.
    let last = decision.facts.len() - 1;
    decision.facts.splice(last..last, handed);
    Ok(decision)
}

/// Ends the visit that is being served, then leaves. A called citizen must not come to an empty counter.
fn leave(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    (current, officer): (&Counter, Option<&OfficerName>),
    fact: Fact,
    now: Timestamp,
) -> Result<Decision, Refusal> {
    if let Some((officer, holder)) = officer.zip(current.standing.officer())
        && officer != holder
    {
        return Err(Refusal::CounterNotYours { counter, officer: holder.clone() });
    }
    let Some(ticket) = current.visit.and_then(|id| hall.ticket(id)) else {
        return Ok(Decision { facts: vec![fact], ticket: None });
    };
    if is_called(ticket) {
        return Err(Refusal::TicketCalled { counter, number: ticket.number.clone() });
    }
    // An administrator, who frees a counter, can't know how the visit came out.
    let mut facts = match officer {
        Some(_) => ending(hall, setup, counter, (ticket, None), now)?,
        None => vec![itinerary::visit_s_end(hall, setup, counter, ticket, now)],
    };
    facts.push(fact);
    Ok(Decision { facts, ticket: Some(ticket.id) })
}

/// The open counter of an officer.
pub(crate) fn held_by<'h>(
    hall: &'h Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
) -> Result<&'h Counter, Refusal> {
    let current = known(hall, setup, counter)?;
    match &current.standing {
        Standing::Closed => Err(Refusal::CounterClosed { counter }),
        Standing::Open { officer: holder, .. } | Standing::Paused { officer: holder, .. } if holder != officer => {
            Err(Refusal::CounterNotYours { counter, officer: holder.clone() })
        }
        Standing::Paused { .. } => Err(Refusal::CounterPaused { counter }),
        Standing::Open { .. } => Ok(current),
    }
}

fn unknown(reason: &PauseReason) -> Refusal {
    Refusal::UnknownPauseReason { reason: reason.clone() }
}

pub(crate) fn known<'h>(hall: &'h Hall, setup: &Setup, counter: CounterNumber) -> Result<&'h Counter, Refusal> {
    if setup.counters.contains_key(&counter) {
        Ok(hall.counter(counter))
    } else {
        Err(Refusal::UnknownCounter { counter })
    }
}

impl Hall {
    pub(crate) fn fold_counter_opened(&mut self, counter: CounterNumber, officer: &OfficerName, at: Timestamp) {
        self.stand(counter, |_| Some(Standing::Open { officer: officer.clone(), since: at }));
    }

    /// It is open for the new officer, and nothing that the old one did there can be taken back.
    pub(crate) fn fold_counter_taken_over(&mut self, counter: CounterNumber, officer: &OfficerName, at: Timestamp) {
        let counter = self.counters.entry(counter).or_insert(Counter::CLOSED);
        let from = counter.standing.officer().cloned();
        debug_assert!(from.is_some(), "nobody held the counter that {officer} took over");
        counter.taken_from = from.map(|officer| TakenFrom { officer, at });
        counter.standing = Standing::Open { officer: officer.clone(), since: at };
    }

    pub(crate) fn fold_counter_paused(&mut self, fact: &Fact, at: Timestamp) {
        let Fact::CounterPaused { counter, until, reason } = fact else {
            return debug_assert!(false, "another fact than a pause: {fact:?}");
        };
        self.stand(*counter, |standing| {
            let (officer, since) = match standing {
                Standing::Closed => return None,
                Standing::Open { officer, .. } => (officer.clone(), at),
                Standing::Paused { officer, since, .. } => (officer.clone(), *since),
            };
            Some(Standing::Paused { officer, since, until: *until, reason: reason.clone() })
        });
    }

    /// Those whom this counter alone would have called wait for all counters of their service from now on: nobody is
    /// to wait for an empty chair.
    pub(crate) fn fold_counter_closed(&mut self, counter: CounterNumber) {
        self.stand(counter, |_| Some(Standing::Closed));
        self.help.remove(&counter);
        if let Some(closed) = self.counters.get_mut(&counter) {
            closed.last = None;
            closed.taken_from = None;
        }
        let own: Vec<_> = self.line.of_counter(counter).into_iter().flat_map(Ranked::iter).collect();
        for position in own {
            self.leave_line(position.ticket);
            if let Some(place) = self.ticket(position.ticket).map(|ticket| ticket.place) {
                self.join_line(position.ticket, Place { counter: None, ..place });
            }
        }
    }

    /// It waits for all counters of its service, where it stood first.
    pub(crate) fn fold_ticket_put_back(
        &mut self,
        id: TicketId,
        counter: CounterNumber,
        effective: Timestamp,
        at: Timestamp,
    ) {
        if self.advance(id, Status::handed_on).is_some() {
            self.free_counter(counter, id);
            self.join_line(id, Place { effective, counter: None, since: at, origin: Origin::PutBack { counter } });
        }
    }

    fn stand(&mut self, number: CounterNumber, next: impl FnOnce(&Standing) -> Option<Standing>) {
        let counter = self.counters.entry(number).or_insert(Counter::CLOSED);
        debug_assert_eq!(counter.visit, None::<TicketId>, "counter {number} has a visit");
        let standing = next(&counter.standing);
        debug_assert!(standing.is_some(), "counter {number} can't do this: {counter:?}");
        if let Some(standing) = standing {
            counter.standing = standing;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Scenario, check, counter};

    #[test]
    fn a_counter_is_taken_over_with_its_visit_and_the_one_before_can_do_nothing_there() {
        check(&[
            ("open 1 Hà", "takeover 1 Tú", "1 taken over by Tú"),
            ("open 1 Hà; pause 1 Hà", "takeover 1 Tú", "1 taken over by Tú"),
            ("take A; open 1 Hà; next 1 Hà; takeover 1 Tú", "start 1 Tú", "A001 starts at 1"),
            ("take A; open 1 Hà; next 1 Hà; takeover 1 Tú", "start 1 Hà", "no: counter-not-yours"),
            ("take A; open 1 Hà; next 1 Hà; takeover 1 Tú", "undo 1 Tú", "no: nothing-to-undo"),
            ("open 1 Hà; takeover 1 Tú", "takeover 1 Hà", "1 taken over by Hà"),
            ("open 1 Hà", "takeover 1 Hà", "nothing"),
            ("", "takeover 1 Hà", "1 opened by Hà"),
            ("", "takeover 9 Hà", "no: unknown-counter"),
        ]);
        let mut office = Scenario::given("open 1 Hà; takeover 1 Tú");
        let from = office.hall.counter(counter("1")).taken_from.clone().expect("it was");
        assert_eq!(from.officer.as_str(), "Hà");
        office.run("close 1 Tú");
        assert_eq!(office.hall.counter(counter("1")).taken_from, None);
    }

    /// novosga#214: two officers worked under one number.
    #[test]
    fn opening_claims_a_counter() {
        check(&[
            ("", "open 1 Hà", "1 opened by Hà"),
            ("open 1 Hà", "open 1 Hà", "nothing"),
            ("open 1 Hà", "open 2 Hà", "2 opened by Hà"),
            ("open 1 Hà", "open 1 Tú", "no: counter-taken"),
            ("open 1 Hà; pause 1 Hà", "open 1 Tú", "no: counter-taken"),
            ("open 1 Hà; pause 1 Hà", "open 1 Hà", "1 opened by Hà"),
            ("open 1 Hà; close 1 Hà", "open 1 Tú", "1 opened by Tú"),
            ("", "open 7 Hà", "no: unknown-counter"),
        ]);
    }

    #[test]
    fn a_pause_ends_the_visit_and_keeps_the_counter() {
        check(&[
            ("open 1 Hà", "pause 1 Hà", "1 paused"),
            ("open 1 Hà", "pause 1 Hà 15", "1 paused for 15 min"),
            ("open 1 Hà; pause 1 Hà", "pause 1 Hà", "nothing"),
            ("open 1 Hà; pause 1 Hà", "pause 1 Hà 15", "1 paused for 15 min"),
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà", "pause 1 Hà", "A001 ends at 1; 1 paused"),
            ("open 1 Hà; take A; next 1 Hà", "pause 1 Hà", "no: ticket-called"),
            ("open 1 Hà", "pause 1 Tú", "no: counter-not-yours"),
            ("open 1 Hà; pause 1 Hà", "pause 1 Tú", "no: counter-not-yours"),
            ("open 1 Hà", "pause 1 anybody", "1 paused"),
            ("", "pause 1 Hà", "no: counter-closed"),
            ("", "pause 7 Hà", "no: unknown-counter"),
        ]);
    }

    #[test]
    fn a_pause_has_a_reason_of_the_set_up_and_lasts_as_long_as_that_usually_does() {
        let mut office = Scenario::given("open 1 Hà");
        let reason = |id: &str| PauseReason::new(id).expect("a reason");
        office.setup.rules.pausing.reasons =
            [(reason("lunch"), Some(Minutes(90))), (reason("system-down"), None)].into();
        for (when, then) in [
            ("pause 1 Hà because lunch", "1 paused for 90 min (lunch)"),
            ("pause 1 Hà because lunch", "nothing"),
            ("pause 1 Hà 20 because lunch", "1 paused for 20 min (lunch)"),
            ("pause 1 Hà because system-down", "1 paused (system-down)"),
            ("pause 1 Hà", "1 paused"),
            ("pause 1 Hà because strike", "no: unknown-pause-reason"),
            ("open 1 Hà", "1 opened by Hà"),
            ("take A", "A001 taken, 0 ahead"),
            ("pause 1 Hà because lunch", "no: people-wait"),
            ("pause 1 Hà because lunch leave", "1 paused for 90 min (lunch)"),
        ] {
            assert_eq!(office.run(when), then, "{when}");
        }
    }

    #[test]
    fn closing_ends_the_visit_and_gives_the_counter_up() {
        check(&[
            ("open 1 Hà", "close 1 Hà", "1 closed"),
            ("open 1 Hà; pause 1 Hà", "close 1 Hà", "1 closed"),
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà", "close 1 Hà", "A001 ends at 1; 1 closed"),
            ("open 1 Hà; take A; next 1 Hà", "close 1 Hà", "no: ticket-called"),
            ("open 1 Hà; open 3 Tú; take A; next 1 Hà", "close 1 anybody", "A001 back from 1; 1 closed"),
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà", "close 1 anybody", "A001 ends at 1; 1 closed"),
            ("open 1 Hà", "close 1 Tú", "no: counter-not-yours"),
            ("open 1 Hà", "close 1 anybody", "1 closed"),
            ("", "close 1 Hà", "nothing"),
            ("open 1 Hà; close 1 Hà", "close 1 Tú", "nothing"),
            ("", "close 7 Hà", "no: unknown-counter"),
        ]);
    }

    /// novosga#213: a clerk was locked with a visit that only the database could end.
    #[test]
    fn whom_a_freed_counter_had_called_waits_where_they_stood_first() {
        let called = "open 1 Hà; take A; +1m; take A; next 1 Hà; close 1 anybody leave; open 1 Tú; open 3 Mai";
        check(&[
            (called, "next 1 Tú", "A001 to 1"),
            (
                "open 1 Hà; take A elderly; +1m; take A; next 1 Hà; close 1 anybody leave; open 1 Tú",
                "next 1 Tú",
                "A001 to 1",
            ),
            // Also one that only this counter would have called.
            (
                "open 1 Hà; open 3 Mai; take A; next 3 Mai; transfer 3 Mai 1; next 1 Hà; close 1 anybody",
                "next 3 Mai",
                "A001 to 3",
            ),
        ]);
    }

    #[test]
    fn a_longer_pause_is_still_the_same_pause() {
        let office = Scenario::given("open 1 Hà; pause 1 Hà 5; +4m; pause 1 Hà 10");
        let standing = &office.hall.counter(counter("1")).standing;
        assert_eq!(standing.officer().map(OfficerName::as_str), Some("Hà"));
        assert_eq!(standing.since().map(|since| office.now.duration_since(since).as_mins()), Some(4));
        let Standing::Paused { until: Some(until), .. } = standing else { panic!("not paused: {standing:?}") };
        assert_eq!(until.duration_since(office.now).as_mins(), 10);
    }

    #[test]
    fn who_took_the_counter_is_named() {
        let office = Scenario::given("open 1 Hà");
        let tu = OfficerName::new("Tú").expect("a name");
        let refusal = open(&office.hall, &office.setup, counter("1"), &tu).expect_err("taken");
        assert_eq!(refusal.to_string(), "counter 1 is held by Hà");
    }
}
