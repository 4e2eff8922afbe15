//! Learning from events, so that a step which is taken back was never learned: what the newest steps showed is also
//! kept by itself, beside what had been seen before them.

use std::collections::{BTreeMap, VecDeque};
use std::ops::RangeInclusive;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::Band;
use super::seen::Seen;
use crate::counter::Standing;
use crate::event::{Event, Fact};
use crate::hall::Hall;
use crate::ids::{CounterNumber, EventNumber, ServiceCode, TicketId};
use crate::outage::Paper;
use crate::place::Origin;
use crate::ticket::{Status, Ticket};
use crate::undoing::UNDO_MAX;

/// Sights that are kept by themselves: 40 counters with a step every five seconds, each with a visit's end and a call,
/// in the minute of [`UNDO_MAX`]. With more, the oldest step can't be taken back any more.
const RECENT_MAX: usize = 960;

/// What a step at a counter shows of visits, no-shows and waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Sight {
    /// A ticket was called in its turn.
    Call { promised: Option<Band>, waited: SignedDuration, idle: Option<Idle> },
    /// A visit ended, or nobody came.
    End { service: ServiceCode, took: SignedDuration, came: bool, parts: u16 },
}

/// What the time was before a call of a counter that was free.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Idle {
    /// Somebody was waiting: the officer's pause between two visits.
    Gap(SignedDuration),
    /// Nobody was: how fast the officer called who came.
    Reaction,
}

/// How a ticket left a counter.
#[derive(Clone, Copy)]
enum End {
    /// Its service is done, with others that the counter does; so many of its services are not.
    Served { still_needed: usize },
    /// It was put aside, or handed on.
    Unserved,
    /// Nobody came.
    Missed,
}

/// A sight and the event that showed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Recent {
    event: EventNumber,
    at: Timestamp,
    counter: CounterNumber,
    sight: Sight,
}

/// What is needed to forget a step.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sights {
    /// Counters that are free, since when.
    freed: BTreeMap<CounterNumber, Timestamp>,
    /// All that was seen but for what `recent` shows.
    settled: Seen,
    /// In the order of their events, so that taking them in again comes to the same.
    recent: VecDeque<Recent>,
}

impl Hall {
    /// Learns from an event, before the hall has taken it in.
    pub(crate) fn learn(&mut self, event: &Event) {
        match &event.fact {
            Fact::DayStarted { .. } => {
                self.seen.age();
                self.sights = Sights { settled: self.seen.clone(), ..Sights::default() };
            }
            // A ticket's taking and a pause touch nothing that a sight touches: the order is all the same.
            Fact::TicketIssued { service, head_start, paper, .. } => {
                // How many come of late is told by those who come now.
                let at = Some(event.at).filter(|_| !matches!(paper, Some(Paper::Outage { .. })));
                for seen in [&mut self.seen, &mut self.sights.settled] {
                    seen.note_taken(service, *head_start, at);
                }
            }
            Fact::CounterOpened { counter, .. } => {
                if let Standing::Paused { since, .. } = self.counter(*counter).standing {
                    for seen in [&mut self.seen, &mut self.sights.settled] {
                        seen.note_pause(time(since, event.at));
                    }
                }
            }
            Fact::TicketCalled { ticket, counter } => {
                let sight = self.sight_of_call(*ticket, *counter, event.at);
                self.sights.freed.remove(counter);
                self.note_sight(event, *counter, sight);
            }
            Fact::VisitFinished { ticket, counter } => {
                self.learn_end(event, *ticket, *counter, End::Served { still_needed: 0 });
            }
            Fact::TicketTransferred { ticket, from: counter, still_needed: Some(needed), .. } => {
                // The next service is no part of the rest.
                let still_needed = needed.len() + 1;
                self.learn_end(event, *ticket, *counter, End::Served { still_needed });
            }
            Fact::TicketParked { ticket, counter, .. }
            | Fact::TicketTransferred { ticket, from: counter, still_needed: None, .. } => {
                self.learn_end(event, *ticket, *counter, End::Unserved);
            }
            Fact::TicketNoShow { ticket, counter } => self.learn_end(event, *ticket, *counter, End::Missed),
            // Out of turn, or in the middle of something: nothing that a forecast foresees.
            Fact::TicketChosen { counter, .. }
            | Fact::TicketPutBack { counter, .. }
            | Fact::CounterPaused { counter, .. }
            | Fact::CounterClosed { counter } => {
                self.sights.freed.remove(counter);
            }
            // What a step taught is forgotten with it.
            Fact::StepUndone { .. }
            | Fact::OfficeReturned { .. }
            | Fact::CounterTakenOver { .. }
            | Fact::HelpAsked { .. }
            | Fact::HelpEnded { .. }
            | Fact::Administered { .. }
            | Fact::TicketRecalled { .. }
            | Fact::VisitStarted { .. }
            | Fact::OutcomeNoted { .. }
            | Fact::ServicesChanged { .. }
            | Fact::NoteWritten { .. }
            | Fact::PriorityGranted { .. }
            | Fact::TicketReturned { .. }
            | Fact::AppointmentBooked { .. }
            | Fact::AppointmentCancelled { .. }
            | Fact::AppointmentMissed { .. }
            | Fact::TicketCancelled { .. } => {}
        }
    }

    fn learn_end(&mut self, event: &Event, id: TicketId, counter: CounterNumber, end: End) {
        let Some(ticket) = self.tickets.get(&id) else { return };
        let Some(called_at) = called_at(ticket) else { return };
        let (came, services) = match end {
            End::Served { still_needed } => (true, 1 + ticket.then.len().saturating_sub(still_needed)),
            End::Unserved => (true, 1),
            End::Missed => (false, 1),
        };
        let parts = u16::try_from(services).unwrap_or(u16::MAX).saturating_mul(ticket.cases.get());
        let sight = Sight::End { service: ticket.service.clone(), took: time(called_at, event.at), came, parts };
        self.sights.freed.insert(counter, event.at);
        self.note_sight(event, counter, Some(sight));
    }

    fn sight_of_call(&self, id: TicketId, counter: CounterNumber, at: Timestamp) -> Option<Sight> {
        // What was told of a ticket that came back later says nothing; nor of one whose citizen came early for an
        // appointment, whom others may pass until its time.
        let told = |ticket: &&Ticket| ticket.place.origin == Origin::Taken && ticket.appointment.is_none();
        let ticket = self.tickets.get(&id).filter(told)?;
        let idle =
            self.sights.freed.get(&counter).map(|freed_at| {
                if ticket.taken_at <= *freed_at { Idle::Gap(time(*freed_at, at)) } else { Idle::Reaction }
            });
        Some(Sight::Call { promised: ticket.promised, waited: time(ticket.taken_at, at), idle })
    }

    fn note_sight(&mut self, event: &Event, counter: CounterNumber, sight: Option<Sight>) {
        let Some(sight) = sight else { return };
        self.seen.take_in(&sight);
        self.sights.recent.push_back(Recent { event: event.number, at: event.at, counter, sight });
    }

    /// What was shown by steps that can't be taken back any more needs not be kept by itself.
    pub(crate) fn settle_sights(&mut self, now: Timestamp) {
        while let Some(oldest) = self.sights.recent.front() {
            let may_be_undone = time(oldest.at, now) <= UNDO_MAX
                && self.steps.get(&oldest.counter).is_some_and(|step| step.events.contains(&oldest.event));
            if may_be_undone && self.sights.recent.len() <= RECENT_MAX {
                return;
            }
            if may_be_undone {
                self.steps.remove(&oldest.counter);
            }
            if let Some(settled) = self.sights.recent.pop_front() {
                self.sights.settled.take_in(&settled.sight);
            }
        }
    }

    /// Since when a counter is free, as far as anything is learned from it.
    pub(crate) fn freed_at(&self, counter: CounterNumber) -> Option<Timestamp> {
        self.sights.freed.get(&counter).copied()
    }

    /// Forgets what the events of a counter's step showed, as if they had never been; `freed` is what
    /// [`Self::freed_at`] was before them.
    pub(crate) fn unlearn(
        &mut self,
        counter: CounterNumber,
        events: &RangeInclusive<EventNumber>,
        freed: Option<Timestamp>,
    ) {
        self.sights.recent.retain(|recent| !events.contains(&recent.event));
        self.seen = self.sights.settled.clone();
        for recent in &self.sights.recent {
            self.seen.take_in(&recent.sight);
        }
        match freed {
            Some(at) => self.sights.freed.insert(counter, at),
            None => self.sights.freed.remove(&counter),
        };
    }
}

/// When a ticket that is at a counter was called.
pub(super) fn called_at(ticket: &Ticket) -> Option<Timestamp> {
    match ticket.status {
        Status::Called { called_at, .. } | Status::Serving { called_at, .. } => Some(called_at),
        Status::Waiting
        | Status::Parked { .. }
        | Status::Finished { .. }
        | Status::NoShow { .. }
        | Status::Cancelled { .. } => None,
    }
}

/// Never below 0.
fn time(from: Timestamp, to: Timestamp) -> SignedDuration {
    to.duration_since(from).max(SignedDuration::ZERO)
}
