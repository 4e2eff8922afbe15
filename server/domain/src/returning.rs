//! Back in the queue: a ticket that was put aside, or that missed its call not long ago.
//!
//! It keeps the place that it had, so that nobody has to start again: one that was put aside stands where it stood, a
//! missed one as much later as the set-up says. A place only ever moves back by this, so that nobody is overtaken.

use jiff::{SignedDuration, Timestamp};

use crate::command::Returner;
use crate::counter::Standing;
use crate::decide::Decision;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::{CounterNumber, Minutes, TicketId};
use crate::place::Place;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::ticket::{Status, Ticket};

pub(crate) fn give_back(
    hall: &Hall,
    setup: &Setup,
    id: TicketId,
    by: Returner,
    now: Timestamp,
) -> Result<Decision, Refusal> {
    let ticket = hall.ticket(id).ok_or(Refusal::UnknownTicket)?;
    let number = || ticket.number.clone();
    let rules = &setup.rules.away;
    let (effective, counter) = match ticket.status {
        // Saying twice that somebody is back is what a nervous finger does.
        Status::Waiting => return Ok(Decision { facts: Vec::new(), ticket: Some(id) }),
        Status::Called { .. } | Status::Serving { .. } | Status::Finished { .. } | Status::Cancelled { .. } => {
            return Err(Refusal::TicketNotAway { number: number() });
        }
        Status::Parked { counter, here, .. } => (ticket.place.effective, here.then_some(counter)),
        Status::NoShow { missed_at, .. } if is_within(rules.grace, missed_at, now) => {
            (later(ticket.place.effective, rules.lateness), ticket.place.counter)
        }
        Status::NoShow { .. } => return Err(Refusal::ReturnTooLate { number: number(), minutes: rules.grace }),
    };
    match by {
        Returner::Holder if !rules.by_holder => Err(Refusal::ReturnAtReception { number: number() }),
        Returner::Holder | Returner::Staff => {
            let counter = counter.filter(|counter| is_held(hall, setup, *counter));
            Ok(Decision::about(id, Fact::TicketReturned { ticket: id, effective, counter }))
        }
    }
}

/// Until when a ticket that missed its call may come back; none for any other.
#[must_use]
pub fn may_return_until(setup: &Setup, ticket: &Ticket) -> Option<Timestamp> {
    match ticket.status {
        Status::NoShow { missed_at, .. } => Some(later(missed_at, setup.rules.away.grace)),
        Status::Waiting
        | Status::Called { .. }
        | Status::Serving { .. }
        | Status::Parked { .. }
        | Status::Finished { .. }
        | Status::Cancelled { .. } => None,
    }
}

/// The tickets that a counter put aside, and those that missed its call and may still come back as of the hall's last
/// event; oldest ticket first.
#[must_use]
pub fn away_from<'h>(
    hall: &'h Hall,
    setup: &'h Setup,
    counter: CounterNumber,
) -> impl DoubleEndedIterator<Item = &'h Ticket> {
    away(hall, setup).filter(move |(at, _)| *at == counter).map(|(_, ticket)| ticket)
}

/// The same of all counters, each ticket with its counter.
#[must_use]
pub fn away<'h>(
    hall: &'h Hall,
    setup: &'h Setup,
) -> impl DoubleEndedIterator<Item = (CounterNumber, &'h Ticket)> + use<'h> {
    let tickets = hall.away.iter().filter_map(|id| hall.ticket(*id));
    tickets.filter_map(|ticket| match ticket.status {
        Status::Parked { counter, .. } => Some((counter, ticket)),
        Status::NoShow { counter, missed_at, .. } => {
            is_within(setup.rules.away.grace, missed_at, hall.last_at()).then_some((counter, ticket))
        }
        Status::Waiting
        | Status::Called { .. }
        | Status::Serving { .. }
        | Status::Finished { .. }
        | Status::Cancelled { .. } => None,
    })
}

fn is_within(grace: Minutes, missed_at: Timestamp, now: Timestamp) -> bool {
    grace > Minutes(0) && now <= later(missed_at, grace)
}

fn later(at: Timestamp, minutes: Minutes) -> Timestamp {
    at.checked_add(SignedDuration::from_mins(minutes.0.into())).unwrap_or(Timestamp::MAX)
}

/// Whether somebody is at the counter, or back soon: nobody is to wait for an empty chair.
fn is_held(hall: &Hall, setup: &Setup, counter: CounterNumber) -> bool {
    let standing = &hall.counter(counter).standing;
    setup.counters.contains_key(&counter)
        && match standing {
            Standing::Closed => false,
            Standing::Open { .. } | Standing::Paused { .. } => true,
        }
}

impl Hall {
    pub(crate) fn fold_ticket_returned(
        &mut self,
        id: TicketId,
        effective: Timestamp,
        counter: Option<CounterNumber>,
        at: Timestamp,
    ) {
        let mut origin = None;
        let step = |status: Status| {
            let (next, came_by) = status.returned()?;
            origin = Some(came_by);
            Some(next)
        };
        if self.advance(id, step).is_some()
            && let Some(origin) = origin
        {
            self.join_line(id, Place { effective, counter, since: at, origin });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::BackTo;
    use crate::rules::Away;
    use crate::scenario::{Scenario, check, counter};

    #[test]
    fn what_was_put_aside_stands_where_it_stood() {
        let parked = "open 1 Hà; open 3 Tú; take A; +1m; take A; next 1 Hà; start 1 Hà; +2h; park 1 Hà; +30m";
        check(&[
            (parked, "return A001", "A001 back as of 09:00, only 1"),
            (&format!("{parked}; return A001"), "next 3 Tú", "A002 to 3"),
            (&format!("{parked}; return A001"), "next 1 Hà", "A001 to 1"),
            (&format!("{parked}; close 1 Hà"), "return A001", "A001 back as of 09:00"),
            (&format!("{parked}; pause 1 Hà"), "return A001", "A001 back as of 09:00, only 1"),
            (&format!("{parked}; return A001; close 1 Hà"), "next 3 Tú", "A001 to 3"),
        ]);
        let anywhere = "open 1 Hà; open 3 Tú; take A; +1m; take A; next 1 Hà; park 1 Hà anywhere; +1h";
        check(&[
            (anywhere, "return A001", "A001 back as of 09:00"),
            (&format!("{anywhere}; return A001"), "next 3 Tú", "A001 to 3"),
        ]);
    }

    /// mrf345/FQM#172: "customer missed it and cannot re-confirm".
    #[test]
    fn who_missed_the_call_comes_back_within_the_grace_a_little_later_than_before() {
        let missed = "open 1 Hà; take A; +4m; take A; +2m; take A; next 1 Hà; no-show 1 Hà";
        check(&[
            (missed, "return A001", "A001 back as of 09:05"),
            (&format!("{missed}; +15m"), "return A001", "A001 back as of 09:05"),
            (&format!("{missed}; +15m; +1s"), "return A001", "no: return-too-late"),
            (&format!("{missed}; return A001"), "next 1 Hà", "A002 to 1"),
            (&format!("{missed}; return A001; next 1 Hà"), "next 1 Hà", "A002 ends at 1; A001 to 1"),
            // Each time later: nobody holds the first place by never coming.
            (
                &format!("{missed}; return A001; next 1 Hà; next 1 Hà; no-show 1 Hà"),
                "return A001",
                "A001 back as of 09:10",
            ),
        ]);
    }

    #[test]
    fn only_who_is_away_comes_back() {
        check(&[
            ("take A", "return A001", "nothing"),
            ("open 1 Hà; take A; next 1 Hà; park 1 Hà; return A001", "return A001", "nothing"),
            ("open 1 Hà; take A; next 1 Hà", "return A001", "no: ticket-not-away"),
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà", "return A001", "no: ticket-not-away"),
            ("open 1 Hà; take A; next 1 Hà; finish 1 Hà", "return A001", "no: ticket-not-away"),
            ("take A; cancel A001", "return A001", "no: ticket-not-away"),
            ("open 1 Hà; take A; next 1 Hà; park 1 Hà; cancel A001", "return A001", "no: ticket-not-away"),
            ("", "return A001", "no: unknown-ticket"),
        ]);
    }

    #[test]
    fn the_set_up_says_who_may_how_long_and_where_to() {
        let mut office = Scenario::given("open 1 Hà; take A; take A; next 1 Hà; park 1 Hà; next 1 Hà; no-show 1 Hà");
        assert_eq!(office.run("return A001 holder"), "A001 back as of 09:00, only 1");
        let usual = Away::default();
        office.setup.rules.away = Away { back_to: BackTo::Anywhere, grace: Minutes(0), by_holder: false, ..usual };
        assert_eq!(office.run("return A002"), "no: return-too-late");
        assert_eq!(office.run("next 1 Hà"), "A001 to 1");
        assert_eq!(office.run("park 1 Hà"), "A001 put aside at 1 for any");
        assert_eq!(office.run("return A001 holder"), "no: return-at-reception");
        assert_eq!(office.run("return A001"), "A001 back as of 09:00");
    }

    #[test]
    fn a_counter_knows_whom_it_put_aside_and_who_missed_its_call() {
        let mut office = Scenario::given(
            "open 1 Hà; open 3 Tú; take A; take A; take A; next 1 Hà; park 1 Hà; next 1 Hà; no-show 1 Hà; next 3 Tú; \
             park 3 Tú",
        );
        let away = |office: &Scenario, at: &str| {
            let tickets = away_from(&office.hall, &office.setup, counter(at));
            tickets.map(|ticket| ticket.number.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(away(&office, "1"), ["A001", "A002"]);
        assert_eq!(away(&office, "3"), ["A003"]);
        office.run("+16m");
        office.run("return A003");
        assert_eq!((away(&office, "1"), away(&office, "3").len()), (vec!["A001".to_owned()], 0));
    }
}
