//! The hall: everything that is known, as a fold of the journal. Each capability's part of the fold stands in its file.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::hash::BuildHasherDefault;
use std::ops::Bound;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::administering::SetUpMark;
use crate::appointment::Bookings;
use crate::counter::Counter;
use crate::day::Expired;
use crate::event::{CommandKey, Event, Fact};
use crate::figures::DayFigures;
use crate::forecast::{Seen, Sights};
use crate::ids::{CallId, CounterNumber, EventNumber, Prefix, ServiceCode, TicketId, Token};
use crate::keys::{KeyUse, Keys};
use crate::last_step::{LastStep, Step};
use crate::line::Line;
use crate::number::TicketNumber;
use crate::outage::{Absence, Paper};
use crate::place::Place;
use crate::ticket::{Status, Ticket};

/// Tokens are random, so that a hash finds them in one step where a tree would compare its way through a day's; with a
/// fixed key the domain stays without chance.
type TokenIndex = HashMap<Token, TicketId, BuildHasherDefault<DefaultHasher>>;

/// The form in which a [`Hall`] is written as a snapshot, and the rules that fold it. Raise it with every change of
/// either: an older snapshot is then thrown away, and the journal folded anew.
pub const SNAPSHOT_FORMAT: u32 = 11;

/// Calls that the hall remembers: as many as the wall shows.
const RECENT_CALLS_MAX: usize = 8;

/// The state of the hall. Grows with the day's tickets, never with history.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hall {
    pub(crate) last_number: EventNumber,
    last_at: Timestamp,
    pub(crate) day: Option<Date>,
    pub(crate) last_ticket: TicketId,
    /// The last index of each sequence today.
    pub(crate) indices: BTreeMap<Prefix, u32>,
    /// The same of the days that began before, as many as [`crate::day::DAYS_MAX`]; by a clock that was ahead, also
    /// of days to come.
    pub(crate) other_days: BTreeMap<Date, BTreeMap<Prefix, u32>>,
    /// The reserved numbers of each sequence that were used today, with how.
    pub(crate) reserved: BTreeMap<Prefix, BTreeMap<u32, Paper>>,
    /// The same of the days that began before and used any.
    pub(crate) other_reserved: BTreeMap<Date, BTreeMap<Prefix, BTreeMap<u32, Paper>>>,
    /// The newest time today in which the office was not there.
    pub(crate) absences: Vec<Absence>,
    /// How many tickets of each service were given today, for it alone or with others, whatever became of them.
    pub(crate) taken: BTreeMap<ServiceCode, u32>,
    pub(crate) tickets: BTreeMap<TicketId, Ticket>,
    pub(crate) tokens: TokenIndex,
    pub(crate) line: Line,
    /// The tickets of the day before that nobody has served, by their secrets.
    pub(crate) expired: BTreeMap<Token, Expired>,
    /// Put aside, or called in vain.
    pub(crate) away: BTreeSet<TicketId>,
    /// With a note, which lies beside the journal.
    pub(crate) noted: BTreeSet<TicketId>,
    pub(crate) counters: BTreeMap<CounterNumber, Counter>,
    pub(crate) figures: BTreeMap<CounterNumber, DayFigures>,
    /// Newest first.
    pub(crate) calls: VecDeque<Call>,
    pub(crate) keys: Keys,
    pub(crate) seen: Seen,
    pub(crate) sights: Sights,
    /// What each counter did last, when that can be taken back.
    pub(crate) steps: BTreeMap<CounterNumber, LastStep>,
    /// Which set-up is in force.
    pub(crate) set_up: SetUpMark,
    /// Since when each counter asked for help, that nobody has ended.
    pub(crate) help: BTreeMap<CounterNumber, Timestamp>,
    /// Appointments of today and of the days to come.
    #[serde(default, skip_serializing_if = "Bookings::is_empty")]
    pub(crate) bookings: Bookings,
}

/// A call, as displays show it and loudspeakers say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// Stands for it.
    pub id: CallId,
    /// Who is called.
    pub ticket: TicketId,
    /// As on the slip.
    pub number: TicketNumber,
    /// What for.
    pub service: ServiceCode,
    /// Where to.
    pub counter: CounterNumber,
    /// When.
    pub at: Timestamp,
    /// Whether the ticket had been called before.
    pub recall: bool,
}

impl Hall {
    /// A hall before its first event.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in what has happened. Never fails: a fact that can't apply is a bug, which debug builds assert.
    pub fn apply(&mut self, event: &Event) {
        debug_assert_eq!(event.number, self.last_number.next(), "the journal has no gap");
        // With a day, and with nothing else, a clock that was ahead is put right.
        let begins_day = matches!(event.fact, Fact::DayStarted { .. });
        debug_assert!(begins_day || event.at >= self.last_at, "event {} is earlier than the one before", event.number);
        self.last_number = event.number;
        self.last_at = if begins_day { event.at } else { self.last_at.max(event.at) };
        let step = self.begin_step(event);
        self.learn(event);
        match &event.fact {
            Fact::DayStarted { day } => self.fold_day_started(*day),
            Fact::OfficeReturned { gone, back } => self.fold_office_returned(*gone, *back),
            Fact::TicketIssued { .. } => self.fold_ticket_issued(event),
            Fact::TicketCalled { ticket, counter } => self.fold_ticket_called(event, *ticket, *counter),
            Fact::TicketChosen { ticket, counter, reason } => {
                self.fold_ticket_chosen(event, *ticket, *counter, reason.as_ref());
            }
            Fact::TicketRecalled { ticket, counter } => self.fold_ticket_recalled(event, *ticket, *counter),
            Fact::VisitStarted { ticket, counter: _ } => self.fold_visit_started(*ticket, event.at),
            Fact::OutcomeNoted { ticket, counter: _, outcome } => self.fold_outcome_noted(*ticket, outcome),
            Fact::ServicesChanged { ticket, counter: _, then } => self.fold_services_changed(*ticket, then),
            Fact::NoteWritten { ticket, counter: _, erased } => self.fold_note_written(*ticket, *erased),
            Fact::VisitFinished { ticket, counter } => self.fold_visit_finished(*ticket, *counter, event.at),
            Fact::TicketNoShow { ticket, counter } => self.fold_ticket_no_show(*ticket, *counter, event.at),
            Fact::TicketParked { ticket, counter, here } => self.fold_ticket_parked(*ticket, *counter, *here, event.at),
            Fact::PriorityGranted { .. } => self.fold_priority_granted(event),
            Fact::TicketReturned { ticket, effective, counter } => {
                self.fold_ticket_returned(*ticket, *effective, *counter, event.at);
            }
            Fact::TicketTransferred { .. } => self.fold_ticket_transferred(&event.fact, event.at),
            Fact::TicketPutBack { ticket, counter, effective } => {
                self.fold_ticket_put_back(*ticket, *counter, *effective, event.at);
            }
            Fact::TicketCancelled { ticket } => self.fold_ticket_cancelled(*ticket, event.at),
            Fact::CounterOpened { counter, officer } => self.fold_counter_opened(*counter, officer, event.at),
            Fact::CounterTakenOver { counter, officer } => self.fold_counter_taken_over(*counter, officer, event.at),
            Fact::HelpAsked { counter } => self.fold_help_asked(*counter, event.at),
            Fact::HelpEnded { counter } => self.fold_help_ended(*counter),
            Fact::Administered { act } => self.fold_administered(act),
            Fact::CounterPaused { .. } => self.fold_counter_paused(&event.fact, event.at),
            Fact::CounterClosed { counter } => self.fold_counter_closed(*counter),
            Fact::StepUndone { counter, first, last, ticket: _ } => self.fold_step_undone(*counter, *first, *last),
            Fact::AppointmentBooked { .. } => self.fold_appointment_booked(event),
            Fact::AppointmentCancelled { appointment } => self.fold_appointment_cancelled(*appointment),
            Fact::AppointmentMissed { appointment } => self.fold_appointment_missed(*appointment),
        }
        self.end_step(event, step);
        self.keys.note(event);
    }

    /// The number of the last event; 0 before the first.
    #[must_use]
    pub fn last_number(&self) -> EventNumber {
        self.last_number
    }

    /// When the last event was; 1970 before the first.
    #[must_use]
    pub fn last_at(&self) -> Timestamp {
        self.last_at
    }

    /// The business day; none before the first.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.day
    }

    /// A ticket of today, or one of an earlier day that is at a counter still.
    #[must_use]
    pub fn ticket(&self, id: TicketId) -> Option<&Ticket> {
        self.tickets.get(&id)
    }

    /// The same by its secret.
    #[must_use]
    pub fn ticket_by_token(&self, token: &str) -> Option<&Ticket> {
        self.tickets.get(self.tokens.get(token)?)
    }

    /// All tickets that the hall knows, in the order of taking.
    pub fn tickets(&self) -> impl Iterator<Item = &Ticket> {
        self.tickets.values()
    }

    /// Tickets that were taken after this one, oldest first: what a cursor has still to do.
    pub fn tickets_after(&self, ticket: TicketId) -> impl Iterator<Item = &Ticket> {
        self.tickets.range((Bound::Excluded(ticket), Bound::Unbounded)).map(|(_, ticket)| ticket)
    }

    /// A counter; closed when nobody ever opened it.
    #[must_use]
    pub fn counter(&self, number: CounterNumber) -> &Counter {
        static CLOSED: Counter = Counter::CLOSED;
        self.counters.get(&number).unwrap_or(&CLOSED)
    }

    /// A counter's figures of the day.
    #[must_use]
    pub fn figures(&self, number: CounterNumber) -> DayFigures {
        self.figures.get(&number).copied().unwrap_or_default()
    }

    /// How many wait for a service.
    #[must_use]
    pub fn waiting(&self, service: &ServiceCode) -> usize {
        self.line.waiting(service)
    }

    /// How many tickets of a service were given today, whatever became of them.
    #[must_use]
    pub fn taken(&self, service: &ServiceCode) -> u32 {
        self.taken.get(service).copied().unwrap_or_default()
    }

    /// How many wait in the hall.
    #[must_use]
    pub fn waiting_total(&self) -> usize {
        self.line.total()
    }

    /// Whether nobody waits and nobody is at a counter.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.waiting_total() == 0 && self.counters.values().all(|counter| counter.visit.is_none())
    }

    /// The newest calls and recalls, newest first, at most eight.
    pub fn recent_calls(&self) -> impl Iterator<Item = &Call> {
        self.calls.iter().take(RECENT_CALLS_MAX)
    }

    /// Whether a command was carried out already.
    #[must_use]
    pub fn outcome(&self, key: &CommandKey) -> KeyUse {
        self.keys.outcome(key)
    }

    /// Takes a ticket one step on. None, and nothing changed, when the fact can't be: a bug.
    pub(crate) fn advance(&mut self, id: TicketId, step: impl FnOnce(Status) -> Option<Status>) -> Option<&Ticket> {
        let next = self.tickets.get(&id).and_then(|ticket| step(ticket.status));
        debug_assert!(next.is_some(), "ticket {id} can't take this step: {:?}", self.tickets.get(&id));
        let ticket = self.tickets.get_mut(&id)?;
        ticket.status = next?;
        if ticket.status.is_away() {
            self.away.insert(id);
        } else {
            self.away.remove(&id);
        }
        Some(ticket)
    }

    pub(crate) fn remember_call(&mut self, event: &Event, id: TicketId, counter: CounterNumber, recall: bool) {
        let Some(ticket) = self.tickets.get(&id) else { return };
        self.calls.push_front(Call {
            id: CallId(event.number),
            ticket: id,
            number: ticket.number.clone(),
            service: ticket.service.clone(),
            counter,
            at: event.at,
            recall,
        });
    }

    /// Keeps as many calls as are shown beside those that may be taken back, of which there is one a counter.
    pub(crate) fn forget_old_calls(&mut self) {
        let mut kept = 0;
        self.calls.retain(|call| {
            let may_be_undone =
                self.steps.values().any(|step| step.step == Step::Call && step.events.contains(&call.id.0));
            kept += usize::from(!may_be_undone);
            may_be_undone || kept <= RECENT_CALLS_MAX
        });
    }

    /// A ticket that waited does so no more.
    pub(crate) fn leave_line(&mut self, id: TicketId) {
        if let Some(ticket) = self.tickets.get(&id) {
            self.line.remove(ticket);
        }
    }

    /// A ticket waits in another place than before.
    pub(crate) fn join_line(&mut self, id: TicketId, place: Place) {
        if let Some(ticket) = self.tickets.get_mut(&id) {
            ticket.place = place;
            self.line.add(ticket);
        }
    }

    /// The visit at a counter is over.
    pub(crate) fn free_counter(&mut self, number: CounterNumber, id: TicketId) {
        let counter = self.counters.entry(number).or_insert(Counter::CLOSED);
        debug_assert_eq!(counter.visit, Some(id), "counter {number} has another visit");
        counter.visit = None;
        // What is noted afterwards is never about a visit before this one.
        counter.last = None;
    }
}
