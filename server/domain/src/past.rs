//! A day that is read alone, without the days before it: the same fold as ever, but for what the day before left.

use std::collections::BTreeSet;

use crate::counter::{Counter, Standing};
use crate::event::{Actor, Event, Fact};
use crate::hall::Hall;
use crate::ids::{EventNumber, OfficerName, TicketId};
use crate::ticket::Status;

/// The hall of one day, as far as its own events tell. A visit that was still on when the day began is unknown, and
/// what is done with it passes by.
#[derive(Debug, Clone, Default)]
pub(crate) struct PastDay {
    pub(crate) hall: Hall,
    /// Those who wait, by id.
    pub(crate) waiting: BTreeSet<TicketId>,
}

impl PastDay {
    /// Takes in the next event. Parts of a day need not follow each other.
    pub(crate) fn follow(&mut self, event: &Event) {
        let is_taken = matches!(event.fact, Fact::TicketIssued { .. });
        let ticket = event.fact.ticket();
        if !is_taken && ticket.is_some_and(|ticket| self.hall.ticket(ticket).is_none()) {
            return;
        }
        // An appointment that was booked on another day is unknown here, too.
        if let Fact::AppointmentCancelled { appointment } | Fact::AppointmentMissed { appointment } = &event.fact
            && self.hall.appointment(*appointment).is_none()
        {
            return;
        }
        self.open_overnight(event);
        self.hall.last_number = EventNumber(event.number.0.saturating_sub(1));
        self.hall.apply(event);
        if matches!(event.fact, Fact::DayStarted { .. }) {
            self.waiting.clear();
        }
        if let Some(ticket) = ticket {
            let waits = self.hall.ticket(ticket).is_some_and(|ticket| matches!(ticket.status, Status::Waiting));
            if waits {
                self.waiting.insert(ticket);
            } else {
                self.waiting.remove(&ticket);
            }
        }
    }

    /// A counter that had a visit overnight is open without having been opened today.
    fn open_overnight(&mut self, event: &Event) {
        let (Fact::TicketCalled { counter, .. }
        | Fact::TicketChosen { counter, .. }
        | Fact::CounterPaused { counter, .. }) = event.fact
        else {
            return;
        };
        let known = self.hall.counters.entry(counter).or_insert(Counter::CLOSED);
        if let (Standing::Closed, Some(officer)) = (&known.standing, officer(&event.by)) {
            known.standing = Standing::Open { officer: officer.clone(), since: event.at };
        }
    }
}

/// What stands of these events: steps that were taken back are left out, and their taking back.
pub(crate) fn standing(events: &[Event]) -> impl Iterator<Item = &Event> {
    let undone = events.iter().filter_map(|event| {
        let Fact::StepUndone { first, last, .. } = event.fact else { return None };
        Some(first..=last)
    });
    let undone: Vec<_> = undone.collect();
    let is_undone = move |event: &Event| {
        matches!(event.fact, Fact::StepUndone { .. }) || undone.iter().any(|step| step.contains(&event.number))
    };
    events.iter().filter(move |event| !is_undone(event))
}

pub(crate) fn officer(by: &Actor) -> Option<&OfficerName> {
    match by {
        Actor::Officer(name) => Some(name),
        Actor::Engine
        | Actor::Holder
        | Actor::Owner
        | Actor::Kiosk(_)
        | Actor::Administrator(_)
        | Actor::Supervisor(_)
        | Actor::Inspector(_) => None,
    }
}
