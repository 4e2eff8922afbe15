//! Taking a ticket: its number, its place in the queue, and what the citizen is told.

use jiff::{SignedDuration, Timestamp};

use crate::admission::{self, Door};
use crate::appointment::KeptAppointment;
use crate::day::due;
use crate::decide::Decision;
use crate::event::{Event, Fact};
use crate::forecast::{Band, Seat, forecast_at};
use crate::hall::Hall;
use crate::ids::{Cases, Language, Minutes, Prefix, PriorityId, ServiceCode, Token};
use crate::itinerary;
use crate::line::Position;
use crate::number::TicketNumber;
use crate::outage::Paper;
use crate::place::{Origin, Place};
use crate::refusal::Refusal;
use crate::schedule::Related;
use crate::setup::{AfterLast, Setup};
use crate::telling::wait_of;
use crate::ticket::{Status, Ticket};

/// What somebody at the entrance wants.
#[derive(Clone, Copy)]
pub(crate) struct Wish<'a> {
    pub(crate) token: &'a Token,
    pub(crate) service: &'a ServiceCode,
    pub(crate) priority: Option<&'a PriorityId>,
    pub(crate) language: &'a Language,
    pub(crate) cases: Cases,
    pub(crate) then: &'a [ServiceCode],
}

pub(crate) fn take(
    hall: &Hall,
    setup: &Setup,
    wish: Wish<'_>,
    door: Door,
    now: Timestamp,
) -> Result<Decision, Refusal> {
    take_as(hall, setup, wish, (None, door), now)
}

/// The ticket of who has come for an appointment. In time, they are asked neither for the hours nor for the quota.
pub(crate) fn take_appointed(
    hall: &Hall,
    setup: &Setup,
    wish: Wish<'_>,
    (kept, door): (KeptAppointment, Door),
    now: Timestamp,
) -> Result<Decision, Refusal> {
    take_as(hall, setup, wish, (Some(kept), door), now)
}

fn take_as(
    hall: &Hall,
    setup: &Setup,
    wish: Wish<'_>,
    (appointment, door): (Option<KeptAppointment>, Door),
    now: Timestamp,
) -> Result<Decision, Refusal> {
    let prefix = prefix_of(setup, wish.service)?;
    let arrival = appointment.and_then(|kept| kept.arrival);
    let position = position(hall, setup, wish, arrival.unwrap_or(now))?;
    let number = next_number(hall, setup, prefix)?;
    let forecast = forecast_for(hall, setup, wish.service, position, now);
    if door == Door::Kiosk && arrival.is_none() {
        admission::check(hall, setup, wish.service, forecast, now)?;
        for later in wish.then {
            admission::check(hall, setup, later, None, now)?;
        }
    }
    let issue = Issue { number, paper: None, appointment, position, forecast };
    let fact = issued(hall, setup, wish, issue, now)?;
    Ok(Decision::about(position.ticket, fact))
}

/// What a ticket with a reserved number is when it is taken now; with how the number came to its citizen.
pub(crate) fn issue_reserved(
    hall: &Hall,
    setup: &Setup,
    wish: Wish<'_>,
    (number, paper): (TicketNumber, Paper),
    now: Timestamp,
) -> Result<Fact, Refusal> {
    let position = position(hall, setup, wish, arrived(Some(paper), now))?;
    let forecast = match paper {
        // Nobody was told anything during an outage.
        Paper::Outage { .. } => None,
        Paper::Roll => forecast_for(hall, setup, wish.service, position, now),
    };
    issued(hall, setup, wish, Issue { number, paper: Some(paper), appointment: None, position, forecast }, now)
}

/// What the office gives to a wish.
struct Issue {
    number: TicketNumber,
    paper: Option<Paper>,
    appointment: Option<KeptAppointment>,
    position: Position,
    forecast: Option<Band>,
}

/// Where a ticket stands whose citizen counts as come then, if the office has what is wished for.
fn position(hall: &Hall, setup: &Setup, wish: Wish<'_>, arrival: Timestamp) -> Result<Position, Refusal> {
    let most = setup.services.get(wish.service).map_or(Cases::ONE, |known| known.cases_max);
    if wish.cases > most {
        return Err(Refusal::TooManyCases { service: wish.service.clone(), most });
    }
    itinerary::check(setup, wish.service, wish.then)?;
    let effective = earlier(arrival, head_start(setup, wish.priority)?);
    Ok(Position { effective, ticket: hall.last_ticket.next() })
}

fn forecast_for(hall: &Hall, setup: &Setup, service: &ServiceCode, position: Position, now: Timestamp) -> Option<Band> {
    forecast_at(hall, setup, Seat { service, position: Some(position), counter: None, more: 0 }, now)
}

fn issued(hall: &Hall, setup: &Setup, wish: Wish<'_>, issue: Issue, now: Timestamp) -> Result<Fact, Refusal> {
    let Wish { token, service, priority, language, cases, then } = wish;
    let Issue { number, paper, appointment, position, forecast } = issue;
    let ahead = Related::to(hall, setup, service, now).before(hall, position);
    Ok(Fact::TicketIssued {
        ticket: position.ticket,
        token: token.clone(),
        number,
        service: service.clone(),
        priority: priority.cloned(),
        head_start: head_start(setup, priority)?,
        language: language.clone(),
        effective: position.effective,
        ahead: u32::try_from(ahead).unwrap_or(u32::MAX),
        promised: wait_of(setup, forecast, now).band(),
        cases,
        then: then.to_vec(),
        paper,
        appointment,
    })
}

/// When a citizen came whose ticket is issued at `at`.
pub(crate) fn arrived(paper: Option<Paper>, at: Timestamp) -> Timestamp {
    match paper {
        Some(Paper::Outage { arrived }) => arrived.min(at),
        Some(Paper::Roll) | None => at,
    }
}

pub(crate) fn prefix_of<'s>(setup: &'s Setup, service: &ServiceCode) -> Result<&'s Prefix, Refusal> {
    let known = setup.services.get(service).map(|known| &known.prefix);
    known.ok_or_else(|| Refusal::UnknownService { service: service.clone() })
}

fn head_start(setup: &Setup, priority: Option<&PriorityId>) -> Result<Minutes, Refusal> {
    let Some(priority) = priority else { return Ok(Minutes(0)) };
    let head_start = setup.priorities.get(priority).copied();
    head_start.ok_or_else(|| Refusal::UnknownPriority { priority: priority.clone() })
}

/// Runs around the reserved numbers, which nobody gets here: they end the sequence as its last number does.
fn next_number(hall: &Hall, setup: &Setup, prefix: &Prefix) -> Result<TicketNumber, Refusal> {
    let index = hall.indices.get(prefix).map_or(1, |last| last + 1);
    let last = setup.numbering.last_free();
    match setup.numbering.after_last {
        AfterLast::Refuse if index > last => Err(Refusal::NumbersExhausted { prefix: prefix.clone(), last }),
        AfterLast::Widen if index > last => {
            Ok(TicketNumber { prefix: prefix.clone(), index: index.max(setup.numbering.last + 1) })
        }
        AfterLast::Refuse | AfterLast::Widen => Ok(TicketNumber { prefix: prefix.clone(), index }),
    }
}

/// The number that the next ticket of each prefix gets, for the prefixes that have given numbers on the business day
/// of `now`; none when no number was given on it. A prefix that gives none any more is left out: its day's numbers are
/// used up, or no service has it in this set-up.
#[must_use]
pub fn next_numbers(hall: &Hall, setup: &Setup, now: Timestamp) -> Option<Vec<TicketNumber>> {
    if due(hall, setup, now).is_some() || hall.indices.is_empty() {
        return None;
    }
    let gives = |prefix: &&Prefix| setup.services.values().any(|service| service.prefix == **prefix);
    let next = |prefix: &Prefix| next_number(hall, setup, prefix).ok();
    Some(hall.indices.keys().filter(gives).filter_map(next).collect())
}

/// The beginning of time is early enough for everybody.
fn earlier(now: Timestamp, head_start: Minutes) -> Timestamp {
    now.checked_sub(SignedDuration::from_mins(head_start.0.into())).unwrap_or(Timestamp::MIN)
}

impl Hall {
    pub(crate) fn fold_ticket_issued(&mut self, event: &Event) {
        let Fact::TicketIssued {
            ticket,
            token,
            number,
            service,
            priority,
            head_start,
            language,
            effective,
            ahead,
            promised,
            cases,
            then,
            paper,
            appointment,
        } = &event.fact
        else {
            return debug_assert!(false, "another fact than a ticket's issue: {event:?}");
        };
        let ticket = Ticket {
            id: *ticket,
            token: token.clone(),
            number: number.clone(),
            service: service.clone(),
            taken_for: service.clone(),
            then: then.clone(),
            cases: *cases,
            entered_at: event.at,
            priority: priority.clone(),
            head_start: *head_start,
            language: language.clone(),
            taken_at: arrived(*paper, event.at),
            effective: *effective,
            place: Place { effective: *effective, counter: None, since: event.at, origin: Origin::Taken },
            ahead_at_first: *ahead,
            promised: *promised,
            paper: *paper,
            chosen: None,
            outcome: None,
            appointment: *appointment,
            status: Status::Waiting,
        };
        if let Some(kept) = appointment {
            self.bookings.keep(kept.id, ticket.id);
        }
        debug_assert!(ticket.id > self.last_ticket, "ticket ids rise: {ticket:?}");
        self.last_ticket = self.last_ticket.max(ticket.id);
        if let Some(paper) = paper {
            self.note_reserved(number, *paper);
        } else {
            let last = self.indices.insert(number.prefix.clone(), number.index);
            debug_assert!(last.unwrap_or(0) < number.index, "numbers rise within a day: {ticket:?}");
        }
        self.line.add(&ticket);
        for needed in [service].into_iter().chain(then) {
            *self.taken.entry(needed.clone()).or_default() += 1;
        }
        let taken = self.tokens.insert(token.clone(), ticket.id);
        debug_assert_eq!(taken, None, "tokens are secrets of one ticket");
        self.tickets.insert(ticket.id, ticket);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::TicketId;
    use crate::scenario::{Scenario, check, code};
    use crate::setup::Numbering;

    #[test]
    fn a_ticket_gets_the_next_number_of_its_prefix() {
        check(&[
            ("", "take A", "A001 taken, 0 ahead"),
            ("take A", "take A", "A002 taken, 1 ahead"),
            ("take A; take A", "take C", "C001 taken, 2 ahead"),
            ("take A", "take F", "A002 taken, 1 ahead"),
            ("take A; cancel A001", "take A", "A002 taken, 0 ahead"),
        ]);
    }

    #[test]
    fn the_next_numbers_are_those_that_the_next_tickets_get() {
        let next = |steps: &str| {
            let office = Scenario::given(steps);
            let numbers = next_numbers(&office.hall, &office.setup, office.now)?;
            Some(numbers.iter().map(TicketNumber::to_string).collect::<Vec<_>>().join(" "))
        };
        for (steps, numbers) in [
            ("", None),
            ("open 1 Hà", None),
            ("take C; take A; take A", Some("A003 C002")),
            ("take A; take F; cancel A001", Some("A003")),
            ("open 1 Hà; take A; next 1 Hà; finish 1 Hà", Some("A002")),
            ("take A; +24h", None),
            ("take A; +24h; take C", Some("C002")),
        ] {
            assert_eq!(next(steps).as_deref(), numbers, "{steps}");
        }
    }

    #[test]
    fn a_clock_that_lost_its_time_does_not_hide_the_next_numbers() {
        let mut office = Scenario::given("take A");
        office.now -= SignedDuration::from_hours(24 * 365);
        let numbers = next_numbers(&office.hall, &office.setup, office.now).expect("the day goes on");
        assert_eq!(numbers, ["A002".parse().expect("a number")]);
        assert_eq!(office.run("take A"), "A002 taken, 1 ahead");
    }

    #[test]
    fn a_prefix_that_gives_no_more_numbers_has_no_next_one() {
        let mut office = Scenario::given("take A; take C; take H; take H");
        office.setup.numbering = Numbering { last: 2, after_last: AfterLast::Refuse, reserved: 0 };
        office.setup.services.remove(&code("C"));
        let numbers = next_numbers(&office.hall, &office.setup, office.now).expect("the day goes on");
        assert_eq!(numbers, ["A002".parse().expect("a number")], "H is used up, C has no service");
    }

    #[test]
    fn people_ahead_are_those_who_may_be_called_before() {
        check(&[
            // No counter is open: any that handles the service counts.
            ("take H; take C", "take A", "A001 taken, 2 ahead"),
            // Counter 1 alone is open: H does not compete with A.
            ("open 1 Hà; take H; take C", "take A", "A001 taken, 1 ahead"),
            // Counter 2 handles C only.
            ("open 2 Hà; take A; take C", "take C", "C002 taken, 1 ahead"),
            ("open 1 Hà; pause 1 Hà; open 2 Tú; take A; take C", "take C", "C002 taken, 1 ahead"),
        ]);
    }

    #[test]
    fn a_priority_class_gives_a_head_start_and_no_more() {
        check(&[
            ("open 1 Hà; take A; +19m; take A", "take A elderly", "A003 taken 20 min early, 0 ahead"),
            ("open 1 Hà; take A; +20m; take A", "take A elderly", "A003 taken 20 min early, 1 ahead"),
            ("open 1 Hà; take A; +21m; take A", "take A elderly", "A003 taken 20 min early, 1 ahead"),
            ("open 1 Hà; take A elderly", "take A merit", "A002 taken 30 min early, 0 ahead"),
            ("open 1 Hà; take A merit", "take A elderly", "A002 taken 20 min early, 1 ahead"),
        ]);
    }

    #[test]
    fn what_the_office_does_not_have_is_refused() {
        check(&[("", "take Z", "no: unknown-service"), ("", "take A hero", "no: unknown-priority")]);
    }

    #[test]
    fn the_last_number_is_followed_by_a_wider_one_or_by_a_refusal() {
        for (after_last, then) in
            [(AfterLast::Widen, "A1000 taken, 999 ahead"), (AfterLast::Refuse, "no: numbers-exhausted")]
        {
            let mut office = Scenario::given("open 1 Hà");
            (office.setup.numbering.after_last, office.setup.numbering.reserved) = (after_last, 0);
            for ahead in 0..999 {
                assert_eq!(office.run("take A"), format!("A{:03} taken, {ahead} ahead", ahead + 1));
            }
            assert_eq!(office.run("take A"), then);
            assert!(office.run("take C").starts_with("C001 taken"), "another prefix has its own numbers");
        }
    }

    /// FQM#291: the board said A111 and the desk B111, because the prefix was the desk's.
    #[test]
    fn a_ticket_keeps_what_it_was_taken_with() {
        let office = Scenario::given("open 1 Hà; take C; take A elderly");
        let ticket = office.hall.ticket(TicketId(2)).expect("the second ticket");
        assert_eq!(office.hall.ticket_by_token(ticket.token.as_str()), Some(ticket));
        assert_eq!(ticket.taken_at, office.now);
        assert_eq!(ticket.effective, office.now - SignedDuration::from_mins(20));
        assert_eq!(ticket.priority.as_ref().map(PriorityId::as_str), Some("elderly"));
        assert_eq!((ticket.head_start, ticket.ahead_at_first), (Minutes(20), 0));
        assert!(ticket.promised.is_some());
        assert_eq!((office.hall.waiting(&ticket.service), office.hall.waiting_total()), (1, 2));
    }
}
