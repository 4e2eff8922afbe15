//! Handing the ticket at a counter on to another service or counter: it keeps its number and waits there.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::counter::{Counter, Standing};
use crate::decide::Decision;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::{CounterNumber, OfficerName, ServiceCode};
use crate::place::{Origin, Place};
use crate::refusal::Refusal;
use crate::schedule::next_for;
use crate::serving::visit_at;
use crate::setup::Setup;
use crate::ticket::{Status, Ticket};

/// Where a ticket is handed on to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// All counters of a service.
    Service(ServiceCode),
    /// One counter, which alone calls it then.
    Counter(CounterNumber),
}

/// Where in the order a ticket stands that was handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    /// Before everybody who waits there now.
    Front,
    /// By its first effective arrival, earlier by the head start that the set-up gives to who was handed on.
    Arrival,
    /// As if it were taken now.
    End,
}

/// What an officer wants.
pub(crate) struct Transfer<'a> {
    pub(crate) counter: CounterNumber,
    pub(crate) officer: &'a OfficerName,
    pub(crate) to: &'a Target,
    pub(crate) rank: Option<Rank>,
}

pub(crate) fn transfer(hall: &Hall, setup: &Setup, wish: &Transfer<'_>, now: Timestamp) -> Result<Decision, Refusal> {
    let ticket = visit_at(hall, setup, wish.counter, wish.officer)?;
    let (service, bound) = match wish.to {
        Target::Service(service) if setup.services.contains_key(service) => (service, None),
        Target::Service(service) => return Err(Refusal::UnknownService { service: service.clone() }),
        Target::Counter(counter) => (&ticket.service, Some(other_counter(hall, setup, wish.counter, *counter)?)),
    };
    let rank = wish.rank.unwrap_or(setup.rules.transfer.rank);
    let effective = place(hall, setup, ticket, (service, bound), rank, now);
    Ok(Decision::about(
        ticket.id,
        Fact::TicketTransferred {
            ticket: ticket.id,
            from: wish.counter,
            service: service.clone(),
            counter: bound,
            rank,
            effective,
            still_needed: None,
        },
    ))
}

/// The effective arrival of a ticket that is handed on to all counters of a service, or to one.
pub(crate) fn place(
    hall: &Hall,
    setup: &Setup,
    ticket: &Ticket,
    to: (&ServiceCode, Option<CounterNumber>),
    rank: Rank,
    now: Timestamp,
) -> Timestamp {
    let by_arrival = earlier(ticket.effective, setup.rules.transfer.head_start.0);
    match rank {
        Rank::Arrival => by_arrival,
        Rank::End => now,
        Rank::Front => first_of(hall, setup, to, now)
            .map_or(by_arrival, |first| by_arrival.min(first.checked_sub(SECOND).unwrap_or(first))),
    }
}

/// Whoever is put in front is earlier by this.
const SECOND: SignedDuration = SignedDuration::from_secs(1);

/// The counter that a ticket is handed on to: somebody must be there, or back soon.
pub(crate) fn other_counter(
    hall: &Hall,
    setup: &Setup,
    own: CounterNumber,
    counter: CounterNumber,
) -> Result<CounterNumber, Refusal> {
    if !setup.counters.contains_key(&counter) {
        return Err(Refusal::UnknownTarget { counter });
    }
    match hall.counter(counter).standing {
        _ if counter == own => Err(Refusal::TransferToItself { counter }),
        Standing::Closed => Err(Refusal::CounterClosed { counter }),
        Standing::Open { .. } | Standing::Paused { .. } => Ok(counter),
    }
}

/// The earliest place among those with whom the ticket will compete.
fn first_of(
    hall: &Hall,
    setup: &Setup,
    (service, bound): (&ServiceCode, Option<CounterNumber>),
    now: Timestamp,
) -> Option<Timestamp> {
    let counters = setup.counters.iter().filter(|(number, counter)| match bound {
        Some(bound) => **number == bound,
        None => counter.services.contains(service),
    });
    counters
        .filter_map(|(number, _)| next_for(hall, setup, *number, now))
        .map(|ticket: &Ticket| ticket.place.effective)
        .min()
}

fn earlier(at: Timestamp, minutes: u32) -> Timestamp {
    at.checked_sub(SignedDuration::from_mins(minutes.into())).unwrap_or(Timestamp::MIN)
}

impl Hall {
    pub(crate) fn fold_ticket_transferred(&mut self, fact: &Fact, at: Timestamp) {
        let Fact::TicketTransferred { ticket: id, from, service, counter, rank, effective, still_needed } = fact else {
            return debug_assert!(false, "another fact than a transfer: {fact:?}");
        };
        // Who waited when the counter handed them over has waited since then.
        let waits_since =
            self.ticket(*id).filter(|ticket| ticket.status == Status::Waiting).map(|ticket| ticket.place.since);
        if waits_since.is_some() {
            self.leave_line(*id);
        } else {
            let started_at = self.ticket(*id).and_then(|ticket| ticket.status.started_at());
            if self.advance(*id, Status::handed_on).is_none() {
                return;
            }
            if still_needed.is_some() {
                self.figures.entry(*from).or_default().count_visit(started_at, at);
            }
            self.free_counter(*from, *id);
            if still_needed.is_some() {
                self.counters.entry(*from).or_insert(Counter::CLOSED).last = Some(*id);
            }
        }
        if let Some(ticket) = self.tickets.get_mut(id) {
            ticket.service = service.clone();
            match still_needed {
                Some(needed) => ticket.then.clone_from(needed),
                None => ticket.then.retain(|needed| needed != service),
            }
        }
        let origin = Origin::Transferred { counter: *from, rank: *rank, done: still_needed.is_some() };
        let since = waits_since.unwrap_or(at);
        self.join_line(*id, Place { effective: *effective, counter: *counter, since, origin });
    }
}

#[cfg(test)]
mod tests {
    use crate::ids::{Minutes, TicketId};
    use crate::scenario::{Scenario, check, code, counter};

    #[test]
    fn a_ticket_is_handed_on_to_a_service_and_keeps_its_number_and_arrival() {
        let served = "open 1 Hà; open 3 Tú; take A; +10m; take H; next 1 Hà; start 1 Hà; +10m";
        check(&[
            (served, "transfer 1 Hà H", "A001 from 1 to H as of 09:00"),
            (&format!("{served}; transfer 1 Hà H"), "next 3 Tú", "A001 to 3"),
            (&format!("{served}; transfer 1 Hà H end"), "next 3 Tú", "H001 to 3"),
            (served, "transfer 1 Hà H end", "A001 from 1 to H as of 09:20"),
            (&format!("{served}; transfer 1 Hà H"), "next 1 Hà", "nothing"),
            (served, "transfer 1 Hà Z", "no: unknown-service"),
        ]);
        let office = Scenario::given(&format!("{served}; transfer 1 Hà H"));
        assert_eq!((office.hall.waiting(&code("A")), office.hall.waiting(&code("H"))), (0, 2));
        assert_eq!(office.hall.figures(counter("1")).served, 0, "the visit goes on elsewhere");
    }

    #[test]
    fn a_ticket_for_one_counter_is_called_by_that_counter_alone() {
        let given = "open 1 Hà; open 2 Mai; open 3 Tú; take A; next 1 Hà";
        check(&[
            (given, "transfer 1 Hà 3", "A001 from 1 to 3 as of 09:00"),
            (&format!("{given}; transfer 1 Hà 3"), "next 1 Hà", "nothing"),
            (&format!("{given}; transfer 1 Hà 3"), "next 3 Tú", "A001 to 3"),
            // Also to a counter that does not handle its service.
            (&format!("{given}; transfer 1 Hà 2"), "next 2 Mai", "A001 to 2"),
            (&format!("{given}; transfer 1 Hà 2; close 2 Mai"), "next 1 Hà", "A001 to 1"),
        ]);
    }

    #[test]
    fn in_front_is_before_everybody_who_waits_there() {
        let given = "open 1 Hà; open 2 Mai; open 3 Tú; take C; take H elderly; take A; +5m; take C; next 1 Hà; +1m";
        check(&[
            (given, "transfer 1 Hà H front", "C001 from 1 to H as of 08:39"),
            (&format!("{given}; transfer 1 Hà H front"), "next 3 Tú", "C001 to 3"),
            (given, "transfer 1 Hà 2 front", "C001 from 1 to 2 as of 09:00"),
        ]);
    }

    #[test]
    fn only_the_ticket_at_the_counter_is_handed_on_and_to_somebody_else() {
        check(&[
            ("open 1 Hà; take A", "transfer 1 Hà C", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà; park 1 Hà", "transfer 1 Hà C", "no: no-visit"),
            ("open 1 Hà; take A; next 1 Hà", "transfer 1 Tú C", "no: counter-not-yours"),
            ("open 1 Hà; take A; next 1 Hà", "transfer 1 Hà 1", "no: transfer-to-itself"),
            ("open 1 Hà; take A; next 1 Hà", "transfer 1 Hà 3", "no: counter-closed"),
            ("open 1 Hà; take A; next 1 Hà", "transfer 1 Hà 7", "no: unknown-target"),
            ("", "transfer 1 Hà C", "no: counter-closed"),
        ]);
    }

    #[test]
    fn the_set_up_gives_a_head_start_to_who_was_handed_on() {
        let mut office = Scenario::given("open 1 Hà; open 3 Tú; take H; +10m; take A; next 1 Hà; +5m");
        office.setup.rules.transfer.head_start = Minutes(15);
        assert_eq!(office.run("transfer 1 Hà H"), "A001 from 1 to H as of 08:55");
        assert_eq!(office.run("next 3 Tú"), "A001 to 3");
        assert_eq!(office.hall.ticket(TicketId(2)).map(|ticket| ticket.service.clone()), Some(code("H")));
    }
}
