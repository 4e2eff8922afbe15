//! Several services with one ticket: what a counter does is done there in one visit, one after the other, and the
//! ticket then goes on by itself to whoever does the rest. It keeps its number, and its first arrival counts
//! everywhere.

use jiff::Timestamp;

use crate::decide::Decision;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::{CounterNumber, OfficerName, ServiceCode, TicketId};
use crate::refusal::Refusal;
use crate::serving::visit_at;
use crate::setup::Setup;
use crate::ticket::Ticket;
use crate::transferring::{Rank, place};

/// What a counter does in one visit with a ticket, its service first.
pub fn done_here<'t>(
    setup: &'t Setup,
    counter: CounterNumber,
    ticket: &'t Ticket,
) -> impl Iterator<Item = &'t ServiceCode> {
    let also = ticket.then.iter().filter(move |service| does(setup, counter, service));
    [&ticket.service].into_iter().chain(also)
}

/// What a ticket's citizen still needs after the visit at a counter, in this order. What the set-up doesn't have any
/// more is left out.
pub fn needed_after<'t>(
    setup: &'t Setup,
    counter: CounterNumber,
    ticket: &'t Ticket,
) -> impl Iterator<Item = &'t ServiceCode> {
    let is_known = |service: &&ServiceCode| setup.services.contains_key(*service);
    ticket.then.iter().filter(is_known).filter(move |service| !does(setup, counter, service))
}

fn does(setup: &Setup, counter: CounterNumber, service: &ServiceCode) -> bool {
    setup.counters.get(&counter).is_some_and(|known| known.calls(service))
}

/// What ends a ticket's visit: it is over, or goes on to the next service.
pub(crate) fn visit_s_end(hall: &Hall, setup: &Setup, counter: CounterNumber, ticket: &Ticket, now: Timestamp) -> Fact {
    let mut needed = needed_after(setup, counter, ticket).cloned();
    let Some(service) = needed.next() else { return Fact::VisitFinished { ticket: ticket.id, counter } };
    // By its first arrival, whatever the set-up says of tickets that somebody hands on: nobody put it elsewhere.
    let rank = Rank::Arrival;
    Fact::TicketTransferred {
        ticket: ticket.id,
        from: counter,
        counter: None,
        rank,
        effective: place(hall, setup, ticket, (&service, None), rank, now),
        still_needed: Some(needed.collect()),
        service,
    }
}

/// Whether a ticket of a service may be for these as well.
pub(crate) fn check(setup: &Setup, service: &ServiceCode, then: &[ServiceCode]) -> Result<(), Refusal> {
    let most = setup.rules.itinerary.services_max;
    if then.len() >= usize::from(most.max(1)) {
        return Err(Refusal::TooManyServices { most });
    }
    for (place, needed) in then.iter().enumerate() {
        if !setup.services.contains_key(needed) {
            return Err(Refusal::UnknownService { service: needed.clone() });
        }
        if needed == service || then.iter().take(place).any(|other| other == needed) {
            return Err(Refusal::ServiceTwice { service: needed.clone() });
        }
    }
    Ok(())
}

/// Says what the citizen at the counter needs after the service of this visit.
pub(crate) fn change(
    hall: &Hall,
    setup: &Setup,
    counter: CounterNumber,
    officer: &OfficerName,
    then: &[ServiceCode],
) -> Result<Decision, Refusal> {
    let ticket = visit_at(hall, setup, counter, officer)?;
    check(setup, &ticket.service, then)?;
    if ticket.then == then {
        return Ok(Decision { facts: Vec::new(), ticket: Some(ticket.id) });
    }
    Ok(Decision::about(ticket.id, Fact::ServicesChanged { ticket: ticket.id, counter, then: then.to_vec() }))
}

impl Hall {
    pub(crate) fn fold_services_changed(&mut self, id: TicketId, then: &[ServiceCode]) {
        let ticket = self.tickets.get_mut(&id);
        debug_assert!(ticket.is_some(), "there is no ticket {id} that needs other services");
        if let Some(ticket) = ticket {
            ticket.then = then.to_vec();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::forecast;
    use crate::ids::Minutes;
    use crate::place::Origin;
    use crate::scenario::{Scenario, check as check_steps, code, counter};
    use crate::ticket::Status;

    #[test]
    fn what_one_counter_does_is_done_in_one_visit() {
        check_steps(&[
            ("open 1 Hà; take A then C; next 1 Hà; start 1 Hà", "finish 1 Hà", "A001 ends at 1"),
            ("open 1 Hà; take A then C; next 1 Hà; finish 1 Hà", "next 1 Hà", "nothing"),
        ]);
        let office = Scenario::given("open 1 Hà; take A then C H; next 1 Hà");
        let ticket = office.hall.ticket(TicketId(1)).expect("the ticket");
        let here: Vec<_> = done_here(&office.setup, counter("1"), ticket).map(ServiceCode::as_str).collect();
        let after: Vec<_> = needed_after(&office.setup, counter("1"), ticket).map(ServiceCode::as_str).collect();
        assert_eq!((here, after), (vec!["A", "C"], vec!["H"]));
    }

    #[test]
    fn a_ticket_goes_on_by_itself_to_the_next_service_that_its_citizen_needs() {
        let served = "open 1 Hà; open 2 Mai; open 3 Tú; take A then H C; +5m; next 1 Hà; start 1 Hà; +9m";
        check_steps(&[
            (served, "finish 1 Hà", "A001 goes on from 1 to H as of 09:00"),
            (&format!("{served}; finish 1 Hà"), "next 3 Tú", "A001 to 3"),
            (&format!("{served}; finish 1 Hà; next 3 Tú"), "finish 3 Tú", "A001 ends at 3"),
            (served, "finish 1 Hà received", "A001 came out received; A001 goes on from 1 to H as of 09:00"),
            (&format!("{served}; take A"), "next 1 Hà", "A001 goes on from 1 to H as of 09:00; A002 to 1"),
            (served, "pause 1 Hà", "A001 goes on from 1 to H as of 09:00; 1 paused"),
            (served, "close 1 Hà", "A001 goes on from 1 to H as of 09:00; 1 closed"),
            (served, "close 1 anybody", "A001 goes on from 1 to H as of 09:00; 1 closed"),
            // What was not done is not lost on the way.
            (&format!("{served}; transfer 1 Hà H; next 3 Tú"), "finish 3 Tú", "A001 goes on from 3 to C as of 09:00"),
            (
                &format!("{served}; park 1 Hà; return A001; next 1 Hà"),
                "finish 1 Hà",
                "A001 goes on from 1 to H as of 09:00",
            ),
            (&format!("{served}; finish 1 Hà; undo 1 Hà"), "finish 1 Hà", "A001 goes on from 1 to H as of 09:00"),
        ]);
    }

    #[test]
    fn a_ticket_knows_whether_it_went_on_by_itself_or_was_handed_on() {
        let went_on = |step: &str| {
            let mut office = Scenario::given("open 1 Hà; take A then H; next 1 Hà; start 1 Hà");
            office.run(step);
            let ticket = office.hall.ticket(TicketId(1)).expect("the ticket");
            matches!(ticket.place.origin, Origin::Transferred { done: true, .. })
        };
        assert!(went_on("finish 1 Hà"));
        assert!(!went_on("transfer 1 Hà H"));
    }

    #[test]
    fn each_visit_of_an_itinerary_counts_and_can_be_taken_back() {
        let mut office = Scenario::given("open 1 Hà; open 3 Tú; take A then H; next 1 Hà; start 1 Hà; +9m");
        let before = office.hall.ticket(TicketId(1)).cloned();
        office.run("finish 1 Hà");
        assert_eq!(office.hall.figures(counter("1")).service_minutes(), Some(9));
        assert_eq!((office.hall.waiting(&code("A")), office.hall.waiting(&code("H"))), (0, 1));
        assert_eq!(office.run("undo 1 Hà"), "A001 as before at 1");
        assert_eq!(office.hall.ticket(TicketId(1)).cloned(), before);
        assert_eq!(office.hall.figures(counter("1")).served, 0);
        for step in ["finish 1 Hà", "next 3 Tú", "finish 3 Tú"] {
            office.run(step);
        }
        assert_eq!((office.hall.figures(counter("1")).served, office.hall.figures(counter("3")).served), (1, 1));
        let ticket = office.hall.ticket(TicketId(1)).expect("the ticket");
        assert!(matches!(ticket.status, Status::Finished { .. }) && ticket.then.is_empty());
    }

    #[test]
    fn an_officer_adds_and_takes_away_services_of_the_visit() {
        let served = "open 1 Hà; open 3 Tú; take A; next 1 Hà; start 1 Hà";
        check_steps(&[
            (served, "services 1 Hà H", "A001 needs H"),
            (&format!("{served}; services 1 Hà H"), "finish 1 Hà", "A001 goes on from 1 to H as of 09:00"),
            (&format!("{served}; services 1 Hà H"), "services 1 Hà H", "nothing"),
            (&format!("{served}; services 1 Hà H"), "services 1 Hà", "A001 needs nothing more"),
            (&format!("{served}; services 1 Hà H; undo 1 Hà"), "finish 1 Hà", "A001 ends at 1"),
            (served, "services 1 Hà A", "no: service-twice"),
            (served, "services 1 Hà H H", "no: service-twice"),
            (served, "services 1 Hà Z", "no: unknown-service"),
            (served, "services 1 Hà C H F", "no: too-many-services"),
            (served, "services 1 Tú H", "no: counter-not-yours"),
            ("open 1 Hà; take A", "services 1 Hà H", "no: no-visit"),
        ]);
    }

    #[test]
    fn a_ticket_is_for_no_more_services_than_the_set_up_allows() {
        check_steps(&[
            ("", "take A then C H", "A001 taken, 0 ahead"),
            ("", "take A then C H F", "no: too-many-services"),
            ("", "take A then A", "no: service-twice"),
            ("", "take A then Z", "no: unknown-service"),
        ]);
        let mut office = Scenario::given("");
        office.setup.rules.itinerary.services_max = 1;
        assert_eq!(office.run("take A then C"), "no: too-many-services");
        assert_eq!(office.run("take A"), "A001 taken, 0 ahead");
    }

    #[test]
    fn a_quota_counts_all_services_of_a_ticket() {
        let mut office = Scenario::given("take A then C");
        office.setup.services.get_mut("C").expect("the service").quota = Some(1);
        assert_eq!(office.run("take A then C"), "no: quota-used");
        assert_eq!(office.run("take C"), "no: quota-used");
        assert_eq!(office.run("take A"), "A002 taken, 1 ahead");
    }

    #[test]
    fn people_and_files_of_one_ticket_count_as_so_many_in_the_forecast() {
        let told = |steps: &str| {
            let office = Scenario::given(steps);
            forecast(&office.hall, &office.setup, &code("A"), None, office.now).expect("counter 1 is open")
        };
        assert_eq!(told("open 1 Hà; take A x4"), told("open 1 Hà; take A; take A; take A; take A"));
        assert_eq!(told("open 1 Hà; take A x4; cancel A001"), told("open 1 Hà"));
        // At the counter, too.
        assert!(told("open 1 Hà; take A x4; next 1 Hà").from > told("open 1 Hà; take A; next 1 Hà").from);
        // People are people: only the work is more.
        check_steps(&[
            ("take A x4", "take A", "A002 taken, 1 ahead"),
            ("", "take A x9", "A001 taken, 0 ahead"),
            ("", "take A x10", "no: too-many-cases"),
        ]);
    }

    #[test]
    fn what_a_counter_does_besides_in_one_visit_counts_in_the_forecast() {
        let told = |steps: &str| {
            let office = Scenario::given(steps);
            forecast(&office.hall, &office.setup, &code("A"), None, office.now).expect("counter 1 is open")
        };
        let plain = told("open 1 Hà; take A; take A; take A; take A");
        let together = told("open 1 Hà; take A then C; take A then C; take A then C; take A then C");
        assert!(together.from > plain.from, "counter 1 does C in the same visits: {together:?}, {plain:?}");
        let elsewhere = told("open 1 Hà; take A then H; take A then H; take A then H; take A then H");
        assert_eq!(elsewhere, plain, "H is done at counter 3");
        let gone = "; cancel A001; cancel A002; cancel A003; cancel A004";
        let all = "open 1 Hà; take A then C; take A then C; take A then C; take A then C";
        assert_eq!(told(&format!("{all}{gone}")), told("open 1 Hà"));
        assert!(told("open 1 Hà; take A x3 then C").from > told("open 1 Hà; take A x3").from, "for each file");
    }

    #[test]
    fn a_long_visit_for_many_files_teaches_how_long_one_takes() {
        let visits = |take: &str, minutes: u32| {
            let visit = format!("; {take}; next 1 Hà; start 1 Hà; +{minutes}m; finish 1 Hà");
            let mut office = Scenario::given(&format!("open 1 Hà{}", visit.repeat(6)));
            office.run("take A");
            forecast(&office.hall, &office.setup, &code("A"), None, office.now)
        };
        assert_eq!(visits("take A x3", 90), visits("take A", 30));
        assert_eq!(visits("take A then C", 60), visits("take A", 30));
    }

    #[test]
    fn who_goes_on_stands_by_the_first_arrival_whatever_place_the_set_up_gives_to_who_is_handed_on() {
        for rank in [Rank::Front, Rank::Arrival, Rank::End] {
            let mut office = Scenario::given("open 1 Hà; open 3 Tú; take H; +10m; take A then H; next 1 Hà; +5m");
            office.setup.rules.transfer.rank = rank;
            assert_eq!(office.run("finish 1 Hà"), "A001 goes on from 1 to H as of 09:10", "{rank:?}");
        }
    }

    #[test]
    fn the_head_start_of_who_was_handed_on_counts_for_who_goes_on() {
        let mut office = Scenario::given("open 1 Hà; open 3 Tú; take H; +10m; take A then H; next 1 Hà; +5m");
        office.setup.rules.transfer.head_start = Minutes(15);
        assert_eq!(office.run("finish 1 Hà"), "A001 goes on from 1 to H as of 08:55");
    }
}
