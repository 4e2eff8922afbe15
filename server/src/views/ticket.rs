//! A ticket as its holder and as an officer see it.

use jiff::Timestamp;
use moi_domain::{
    CallId, Hall, Origin, ServiceCode, Setup, Status, Ticket, Wait, ahead_of, called_before, may_return_until, told,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::paused::{PausedView, paused_for};
use super::printer::PrintState;
use super::reason::{PublicReason, Reason};
use super::{Forecast, clock, local};

/// Calls that the phone page shows beside the own number.
const RECENT_CALLS: usize = 3;

/// Tickets that the phone page names as called before the own one; the newest call matters.
const BEFORE_SHOWN: usize = 3;

/// A ticket as whoever holds its token sees it. Nothing in it says why somebody has priority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct TicketView {
    /// As on the slip.
    pub number: String,
    /// Code of the service.
    pub service: String,
    /// How many people or files it is for.
    pub cases: u16,
    /// What its citizen needs after that service, in this order.
    pub then: Vec<String>,
    /// waiting, called, serving, parked, finished, no-show or cancelled.
    pub status: &'static str,
    /// Waiting people who will be called before; none when this ticket doesn't wait.
    pub ahead: Option<usize>,
    /// The same when the ticket was taken.
    pub ahead_at_first: u32,
    /// Minutes until the call; none when no counter serves the service, or a break may come before.
    pub forecast: Option<Forecast>,
    /// When the office opens again after that break, as 13:00; none when no break comes before the call.
    pub after_break: Option<String>,
    /// The pause that it waits for, when all counters that would call it pause or are closed.
    pub paused: Option<PausedView>,
    /// The counter that called it.
    pub counter: Option<u16>,
    /// When it was taken.
    pub taken_at: String,
    /// When it was called first.
    pub called_at: Option<String>,
    /// When the visit ended, or the ticket was put aside.
    pub finished_at: Option<String>,
    /// The newest call of this ticket: a phone rings once for each.
    pub call: Option<u64>,
    /// The hall's newest calls.
    pub recent: Vec<RecentCall>,
    /// Who was called before this ticket although they came to the queue after it, the newest call first, and why.
    pub before: Vec<CalledBefore>,
    /// When the appointment is that its holder came for.
    pub appointment: Option<String>,
    /// How far its slip has come.
    pub print: PrintState,
    /// Whether a phone number was left with it; never which.
    pub contact: bool,
    /// Counters that handle the service; only the one that alone calls this ticket, where there is one.
    pub counters: Vec<u16>,
    /// The counter that handed it on to where it waits now.
    pub transferred_from: Option<u16>,
    /// Whether that counter had done its part, and the ticket went on by itself to what its citizen needs next.
    pub goes_on: bool,
    /// Whether it is away and may come back: put aside, or its call was missed not long ago.
    pub returns: Option<ReturnView>,
}

/// How a ticket comes back that was put aside or missed its call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReturnView {
    /// Until when; none: until the end of the day.
    pub until: Option<String>,
    /// Whether its holder may say so on the phone; else the reception does.
    pub by_phone: bool,
}

/// A call of the hall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RecentCall {
    /// The ticket that was called.
    pub number: String,
    /// Where to.
    pub counter: u16,
}

/// A ticket that was called before another one which had waited for longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CalledBefore {
    /// The ticket that was called.
    pub number: String,
    /// priority, appointment, returned, transferred, goes-on, chosen, put-back or outage; never which priority.
    pub reason: PublicReason,
    /// When their appointment is, where that is the reason.
    pub appointment: Option<String>,
}

/// What the hall does not know of a ticket.
#[derive(Debug, Clone, Copy)]
pub struct TicketBeside {
    /// How far its slip has come.
    pub print: PrintState,
    /// Whether a phone number was left with it.
    pub contact: bool,
    /// The office's time: who has waited for long is called by counters that help, too.
    pub now: Timestamp,
}

/// What its holder sees of a ticket.
#[must_use]
pub fn ticket_view(hall: &Hall, setup: &Setup, ticket: &Ticket, beside: TicketBeside) -> TicketView {
    let waits = matches!(ticket.status, Status::Waiting);
    let ahead = waits.then(|| ahead_of(hall, setup, ticket, beside.now));
    let wait = waits.then(|| told(hall, setup, &ticket.service, Some(ticket), beside.now).0);
    let life = Life::of(&ticket.status);
    let time = |at: Option<Timestamp>| at.map(|at| local(&setup.zone, at));
    TicketView {
        number: ticket.number.to_string(),
        service: ticket.service.to_string(),
        cases: ticket.cases.get(),
        then: codes(&ticket.then),
        status: life.status,
        ahead,
        ahead_at_first: ticket.ahead_at_first,
        forecast: wait.and_then(Wait::band).map(Forecast::from),
        after_break: wait.and_then(Wait::after_break).map(clock),
        paused: paused_for(hall, setup, ticket),
        counter: life.counter,
        taken_at: local(&setup.zone, ticket.taken_at),
        called_at: time(life.called_at),
        finished_at: time(life.ended_at),
        call: life.call.map(|call| call.0.0),
        recent: hall
            .recent_calls()
            .take(RECENT_CALLS)
            .map(|call| RecentCall { number: call.number.to_string(), counter: call.counter.get() })
            .collect(),
        before: before(hall, setup, ticket),
        appointment: time(ticket.appointment.map(|kept| kept.starts_at)),
        print: beside.print,
        contact: beside.contact,
        counters: counters_of(setup, ticket),
        transferred_from: transferred_from(ticket),
        goes_on: matches!(ticket.place.origin, Origin::Transferred { done: true, .. }),
        returns: ticket.status.is_away().then(|| ReturnView {
            until: may_return_until(setup, ticket).map(|at| local(&setup.zone, at)),
            by_phone: setup.rules.away.by_holder,
        }),
    }
}

pub(super) fn codes(services: &[ServiceCode]) -> Vec<String> {
    services.iter().map(ToString::to_string).collect()
}

fn before(hall: &Hall, setup: &Setup, ticket: &Ticket) -> Vec<CalledBefore> {
    let others = called_before(hall, setup, ticket).into_iter();
    let told = others.filter_map(|other| {
        let reason = PublicReason::of(&Reason::of(setup, other))?;
        let kept = other.appointment.filter(|_| reason == PublicReason::Appointment);
        let appointment = kept.map(|kept| local(&setup.zone, kept.starts_at));
        Some(CalledBefore { number: other.number.to_string(), reason, appointment })
    });
    told.take(BEFORE_SHOWN).collect()
}

/// None when it doesn't wait any more: then the counter at hand says more.
fn transferred_from(ticket: &Ticket) -> Option<u16> {
    match (ticket.status, ticket.place.origin) {
        (Status::Waiting, Origin::Transferred { counter, .. }) => Some(counter.get()),
        (
            _,
            Origin::Transferred { .. }
            | Origin::Taken
            | Origin::Parked { .. }
            | Origin::Missed { .. }
            | Origin::PutBack { .. },
        ) => None,
    }
}

/// Who may call the ticket, or where it is to come back to.
pub(super) fn counters_of(setup: &Setup, ticket: &Ticket) -> Vec<u16> {
    let bound = match ticket.status {
        Status::Parked { counter, here: true, .. } => Some(counter),
        Status::Parked { here: false, .. } => None,
        Status::Waiting
        | Status::Called { .. }
        | Status::Serving { .. }
        | Status::Finished { .. }
        | Status::NoShow { .. }
        | Status::Cancelled { .. } => ticket.place.counter,
    };
    if let Some(counter) = bound {
        return vec![counter.get()];
    }
    let handle = setup.counters.iter().filter(|(_, counter)| counter.services.contains(&ticket.service));
    handle.map(|(number, _)| number.get()).collect()
}

/// A ticket as an officer sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct OfficerTicket {
    /// Stands for the ticket in the API.
    pub id: u64,
    /// As on the slip.
    pub number: String,
    /// Code of the service.
    pub service: String,
    /// How many people or files it is for.
    pub cases: u16,
    /// What its citizen needs after that service, in this order.
    pub then: Vec<String>,
    /// waiting, called, serving, parked, finished, no-show or cancelled.
    pub status: &'static str,
    /// The counter that called it.
    pub counter: Option<u16>,
    /// Whether it has a head start; never why.
    pub priority: bool,
    /// The citizen's language.
    pub language: String,
    /// When the appointment is that its citizen came for, in time or not.
    pub appointment: Option<String>,
    /// When it was taken.
    pub taken_at: String,
    /// When it was called first.
    pub called_at: Option<String>,
    /// When the visit began.
    pub started_at: Option<String>,
    /// When the visit ended, or the ticket was put aside.
    pub finished_at: Option<String>,
    /// How often it was called again.
    pub recalls: u16,
}

/// What an officer sees of a ticket.
#[must_use]
pub fn officer_ticket(setup: &Setup, ticket: &Ticket) -> OfficerTicket {
    let life = Life::of(&ticket.status);
    let time = |at: Option<Timestamp>| at.map(|at| local(&setup.zone, at));
    OfficerTicket {
        id: ticket.id.0,
        number: ticket.number.to_string(),
        service: ticket.service.to_string(),
        cases: ticket.cases.get(),
        then: codes(&ticket.then),
        status: life.status,
        counter: life.counter,
        priority: ticket.priority.is_some(),
        language: ticket.language.to_string(),
        appointment: time(ticket.appointment.map(|kept| kept.starts_at)),
        taken_at: local(&setup.zone, ticket.taken_at),
        called_at: time(life.called_at),
        started_at: time(life.started_at),
        finished_at: time(life.ended_at),
        recalls: life.recalls,
    }
}

/// The facts of each status side by side, as the two views need them.
#[derive(Default)]
pub(super) struct Life {
    pub(super) status: &'static str,
    pub(super) counter: Option<u16>,
    pub(super) call: Option<CallId>,
    pub(super) called_at: Option<Timestamp>,
    pub(super) started_at: Option<Timestamp>,
    pub(super) ended_at: Option<Timestamp>,
    pub(super) recalls: u16,
}

/// How far a ticket is, as all views and problems name it.
#[must_use]
pub fn status_word(status: &Status) -> &'static str {
    Life::of(status).status
}

impl Life {
    pub(super) fn of(status: &Status) -> Self {
        match *status {
            Status::Waiting => Self { status: "waiting", ..Self::default() },
            Status::Called { counter, call, called_at, recalls, newest_at: _ } => Self {
                status: "called",
                counter: Some(counter.get()),
                call: Some(call),
                called_at: Some(called_at),
                recalls,
                ..Self::default()
            },
            Status::Serving { counter, call, called_at, started_at, recalls } => Self {
                status: "serving",
                counter: Some(counter.get()),
                call: Some(call),
                called_at: Some(called_at),
                started_at: Some(started_at),
                recalls,
                ..Self::default()
            },
            Status::Parked { counter, called_at, started_at, parked_at, recalls, here: _ } => Self {
                status: "parked",
                counter: Some(counter.get()),
                called_at: Some(called_at),
                started_at,
                ended_at: Some(parked_at),
                recalls,
                ..Self::default()
            },
            Status::Finished { counter, called_at, started_at, finished_at, recalls } => Self {
                status: "finished",
                counter: Some(counter.get()),
                called_at: Some(called_at),
                started_at,
                ended_at: Some(finished_at),
                recalls,
                ..Self::default()
            },
            Status::NoShow { counter, called_at, missed_at, recalls } => Self {
                status: "no-show",
                counter: Some(counter.get()),
                called_at: Some(called_at),
                ended_at: Some(missed_at),
                recalls,
                ..Self::default()
            },
            Status::Cancelled { cancelled_at } => {
                Self { status: "cancelled", ended_at: Some(cancelled_at), ..Self::default() }
            }
        }
    }
}
