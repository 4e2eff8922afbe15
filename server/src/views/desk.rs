//! The desk: the visit at hand, who is next and why, the day's figures, the other counters.

use jiff::Timestamp;
use moi_display::board::CounterState;
use moi_domain::{
    CounterNumber, CounterSetup, Hall, Setup, Ticket, TicketId, done_here, last_visit, next_for, queue_of, waiting_for,
};
use serde::Serialize;

use super::appointment::{ExpectedView, expected};
use super::away::{AwayTicket, away_tickets};
use super::help::{HelpView, help_views};
use super::printer::PrinterView;
use super::reason::Reason;
use super::standing::{counter_summary, officer_of, pause_reason_of, state_of, until_of};
use super::stranded::{StrandedView, stranded_views};
use super::ticket::{Life, codes};
use super::undo::{UndoView, undo_view};
use super::{Forecast, local};

/// Tickets of the queue that a desk shows; more don't fit its page.
const QUEUE_SHOWN: usize = 8;

/// What the hall does not know, and officers should: how the machine and its devices are.
#[derive(Debug, Clone, Copy)]
pub struct MachineView {
    /// The receipt printer.
    pub printer: PrinterView,
    /// The machine's clock.
    pub clock: ClockView,
    /// The office's time: who has waited for long is called by counters that help. It stands in no view.
    pub now: Timestamp,
    /// The ticket whose phone number the officer may ask for.
    pub contact: Option<TicketId>,
}

/// The machine's clock as the desk sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ClockView {
    /// right, unset, behind, jumped or ahead.
    pub state: &'static str,
}

/// What the officer at one counter sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeskView {
    counter: u16,
    state: CounterState,
    officer: Option<String>,
    since: Option<String>,
    until: Option<String>,
    pause_reason: Option<String>,
    services: Vec<String>,
    visit: Option<Visit>,
    /// The visit that ended last here: how it came out may still be noted.
    last: Option<LastVisit>,
    queue: Vec<Queued>,
    /// Who has an appointment here today and has not come yet, the first few.
    expected: Vec<ExpectedView>,
    queue_total: usize,
    hall_total: usize,
    away: Vec<AwayTicket>,
    elsewhere: Option<Elsewhere>,
    stranded: Vec<StrandedView>,
    today: Today,
    others: Vec<Other>,
    printer: PrinterView,
    clock: ClockView,
    contact: Option<String>,
    undo: Option<UndoView>,
    /// From whom its officer took the counter over, and when.
    taken_from: Option<TakenFromView>,
    /// Since when the officer here asks for help.
    help_since: Option<String>,
    /// The other counters that do.
    help: Vec<HelpView>,
}

/// From whom a counter was taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct TakenFromView {
    officer: String,
    at: String,
}

/// The ticket that is called or being served.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Visit {
    id: u64,
    number: String,
    service: String,
    cases: u16,
    /// Services that are done here, that one first.
    here: Vec<String>,
    /// What its citizen needs after that service, some of it here.
    then: Vec<String>,
    /// Whether somebody wrote a note on it.
    noted: bool,
    priority: bool,
    language: String,
    taken_at: String,
    called_at: Option<String>,
    started_at: Option<String>,
    recalls: u16,
    promised: Option<Forecast>,
    usual_minutes: u32,
    call: Option<u64>,
    reason: Reason,
    outcome: Option<String>,
}

/// A visit that is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct LastVisit {
    number: String,
    noted: bool,
    outcome: Option<String>,
}

/// A waiting ticket, with the time that it is sorted by and the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Queued {
    id: u64,
    number: String,
    service: String,
    cases: u16,
    then: Vec<String>,
    noted: bool,
    effective: String,
    taken_at: String,
    reason: Reason,
    /// Of a service that this counter only helps with.
    helped: bool,
}

/// A queue at another counter, offered when nobody waits here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Elsewhere {
    counter: u16,
    service: String,
    number: String,
    waiting: usize,
}

/// This counter's figures of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Today {
    served: u32,
    service_minutes: Option<u32>,
    wait_minutes: Option<u32>,
    no_show: u32,
}

/// Another counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Other {
    counter: u16,
    state: CounterState,
    officer: Option<String>,
    number: Option<String>,
    until: Option<String>,
    pause_reason: Option<String>,
}

/// What the desk shows; none when the set-up has no such counter.
#[must_use]
pub fn desk_view(hall: &Hall, setup: &Setup, machine: MachineView, number: CounterNumber) -> Option<DeskView> {
    let known = setup.counters.get(&number)?;
    let counter = hall.counter(number);
    let queue_total = waiting_for(hall, setup, number, machine.now);
    Some(DeskView {
        counter: number.get(),
        state: state_of(hall, counter),
        officer: officer_of(counter),
        since: counter.standing.since().map(|at| local(&setup.zone, at)),
        until: until_of(counter).map(|at| local(&setup.zone, at)),
        pause_reason: pause_reason_of(counter),
        services: known.services.iter().map(ToString::to_string).collect(),
        visit: counter.visit.and_then(|id| hall.ticket(id)).map(|ticket| visit(hall, setup, number, ticket)),
        last: last_visit(hall, number).map(|ticket| last_visit_view(hall, ticket)),
        queue: queue_of(hall, setup, number, machine.now)
            .take(QUEUE_SHOWN)
            .map(|ticket| queued(hall, setup, known, ticket))
            .collect(),
        expected: expected(hall, setup, &known.services),
        queue_total,
        hall_total: hall.waiting_total(),
        away: away_tickets(hall, setup, number),
        elsewhere: if queue_total == 0 { elsewhere(hall, setup, number, machine.now) } else { None },
        stranded: stranded_views(hall, setup),
        today: today(hall, number),
        others: others(hall, setup, number),
        printer: machine.printer,
        clock: machine.clock,
        contact: machine.contact.and_then(|id| hall.ticket(id)).map(|ticket| ticket.number.to_string()),
        undo: undo_view(hall, setup, number),
        taken_from: counter
            .taken_from
            .as_ref()
            .map(|from| TakenFromView { officer: from.officer.to_string(), at: local(&setup.zone, from.at) }),
        help_since: hall.help_since(number, machine.now).map(|at| local(&setup.zone, at)),
        help: help_views(hall, setup, machine.now, Some(number)),
    })
}

fn visit(hall: &Hall, setup: &Setup, number: CounterNumber, ticket: &Ticket) -> Visit {
    let life = Life::of(&ticket.status);
    Visit {
        id: ticket.id.0,
        number: ticket.number.to_string(),
        service: ticket.service.to_string(),
        cases: ticket.cases.get(),
        here: done_here(setup, number, ticket).map(ToString::to_string).collect(),
        then: codes(&ticket.then),
        noted: hall.has_note(ticket.id),
        priority: ticket.priority.is_some(),
        language: ticket.language.to_string(),
        taken_at: local(&setup.zone, ticket.taken_at),
        called_at: life.called_at.map(|at| local(&setup.zone, at)),
        started_at: life.started_at.map(|at| local(&setup.zone, at)),
        recalls: life.recalls,
        promised: ticket.promised.map(Forecast::from),
        usual_minutes: setup.services.get(&ticket.service).map_or(0, |service| service.usual.0),
        call: life.call.map(|call| call.0.0),
        reason: Reason::of(setup, ticket),
        outcome: ticket.outcome.as_ref().map(ToString::to_string),
    }
}

fn last_visit_view(hall: &Hall, ticket: &Ticket) -> LastVisit {
    let noted = hall.has_note(ticket.id);
    LastVisit { number: ticket.number.to_string(), noted, outcome: ticket.outcome.as_ref().map(ToString::to_string) }
}

fn queued(hall: &Hall, setup: &Setup, known: &CounterSetup, ticket: &Ticket) -> Queued {
    Queued {
        id: ticket.id.0,
        number: ticket.number.to_string(),
        service: ticket.service.to_string(),
        cases: ticket.cases.get(),
        then: codes(&ticket.then),
        noted: hall.has_note(ticket.id),
        effective: local(&setup.zone, ticket.place.effective),
        taken_at: local(&setup.zone, ticket.taken_at),
        reason: Reason::of(setup, ticket),
        helped: ticket.place.counter.is_none() && !known.services.contains(&ticket.service),
    }
}

/// The counter with the longest queue among the others: whom this officer could help.
fn elsewhere(hall: &Hall, setup: &Setup, number: CounterNumber, now: Timestamp) -> Option<Elsewhere> {
    let (busiest, waiting) = setup
        .counters
        .keys()
        .filter(|other| **other != number)
        .map(|other| (*other, waiting_for(hall, setup, *other, now)))
        .filter(|(_, waiting)| *waiting > 0)
        .max_by_key(|(other, waiting)| (*waiting, std::cmp::Reverse(*other)))?;
    let next = next_for(hall, setup, busiest, now)?;
    Some(Elsewhere {
        counter: busiest.get(),
        service: next.service.to_string(),
        number: next.number.to_string(),
        waiting,
    })
}

fn today(hall: &Hall, number: CounterNumber) -> Today {
    let figures = hall.figures(number);
    Today {
        served: figures.served,
        service_minutes: figures.service_minutes(),
        wait_minutes: figures.wait_minutes(),
        no_show: figures.no_show,
    }
}

fn others(hall: &Hall, setup: &Setup, number: CounterNumber) -> Vec<Other> {
    setup
        .counters
        .keys()
        .filter(|other| **other != number)
        .filter_map(|other| counter_summary(hall, setup, *other))
        .map(|summary| Other {
            counter: summary.counter,
            state: summary.state,
            officer: summary.officer,
            number: summary.number,
            until: summary.until,
            pause_reason: summary.pause_reason,
        })
        .collect()
}
