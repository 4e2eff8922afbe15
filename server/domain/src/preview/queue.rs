//! Who is next in the hall now, by the rules as they are and by changed ones.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use crate::event::{Event, Fact};
use crate::ids::{Minutes, TicketId};
use crate::number::TicketNumber;
use crate::past::{PastDay, standing};
use crate::place::Origin;
use crate::schedule::whole_queue;
use crate::setup::Setup;
use crate::taking::arrived;
use crate::transferring::Rank;

/// Those who wait after these events of a day, in the order of both: nobody comes or goes by it, only places differ.
pub(super) fn next(
    today: &[Event],
    present: &Setup,
    changed: &Setup,
    max: usize,
) -> (Vec<TicketNumber>, Vec<TicketNumber>) {
    let (mut past, mut places) = (PastDay::default(), BTreeMap::new());
    for event in standing(today) {
        past.follow(event);
        if let Some(ticket) = event.fact.ticket()
            && let Some(effective) = place_anew(&past, event, places.get(&ticket).copied(), (present, changed))
        {
            places.insert(ticket, effective);
        }
    }
    let mut anew: Vec<_> = whole_queue(&past.hall)
        .map(|ticket| (places.get(&ticket.id).copied().unwrap_or(ticket.place.effective), ticket.id, &ticket.number))
        .collect();
    anew.sort_unstable_by_key(|(effective, id, _): &(Timestamp, TicketId, _)| (*effective, *id));
    let changed = anew.into_iter().take(max).map(|(.., number)| number.clone()).collect();
    (whole_queue(&past.hall).take(max).map(|ticket| ticket.number.clone()).collect(), changed)
}

/// Where a ticket stands by the changed rules after this event; none when the event moves nobody.
fn place_anew(
    past: &PastDay,
    event: &Event,
    before: Option<Timestamp>,
    (present, changed): (&Setup, &Setup),
) -> Option<Timestamp> {
    match &event.fact {
        Fact::TicketIssued { priority, paper, appointment, .. } => {
            let arrival = appointment.and_then(|kept| kept.arrival).unwrap_or_else(|| arrived(*paper, event.at));
            let head_start = priority.as_ref().and_then(|class| changed.priorities.get(class)).copied();
            Some(earlier(arrival, head_start.unwrap_or(Minutes(0))))
        }
        Fact::PriorityGranted { ticket, priority, .. } => {
            let head_start = changed.priorities.get(priority).copied().unwrap_or(Minutes(0));
            let granted = earlier(past.hall.ticket(*ticket)?.arrival(), head_start);
            before.map(|before| before.min(granted))
        }
        Fact::TicketReturned { ticket, .. } => {
            let is_late = matches!(past.hall.ticket(*ticket)?.place.origin, Origin::Missed { .. });
            let lateness = if is_late { changed.rules.away.lateness } else { Minutes(0) };
            before?.checked_add(SignedDuration::from_mins(lateness.0.into())).ok()
        }
        Fact::TicketTransferred { ticket, rank, effective, still_needed, .. } => {
            // What the officer had not said, the set-up says; who goes on stands by the first arrival in all of them.
            let is_usual = still_needed.is_none() && *rank == present.rules.transfer.rank;
            let rank = if is_usual { changed.rules.transfer.rank } else { *rank };
            let ticket = past.hall.ticket(*ticket)?;
            let head_start = ticket.priority.as_ref().and_then(|class| changed.priorities.get(class)).copied();
            let first = earlier(ticket.arrival(), head_start.unwrap_or(Minutes(0)));
            Some(match rank {
                Rank::Arrival => earlier(first, changed.rules.transfer.head_start),
                Rank::End => event.at,
                Rank::Front => earlier(first, changed.rules.transfer.head_start).min(*effective),
            })
        }
        Fact::DayStarted { .. }
        | Fact::OfficeReturned { .. }
        | Fact::TicketCalled { .. }
        | Fact::TicketChosen { .. }
        | Fact::TicketRecalled { .. }
        | Fact::VisitStarted { .. }
        | Fact::VisitFinished { .. }
        | Fact::OutcomeNoted { .. }
        | Fact::ServicesChanged { .. }
        | Fact::NoteWritten { .. }
        | Fact::TicketNoShow { .. }
        | Fact::TicketParked { .. }
        | Fact::TicketPutBack { .. }
        | Fact::TicketCancelled { .. }
        | Fact::CounterOpened { .. }
        | Fact::CounterPaused { .. }
        | Fact::CounterClosed { .. }
        | Fact::CounterTakenOver { .. }
        | Fact::HelpAsked { .. }
        | Fact::HelpEnded { .. }
        | Fact::Administered { .. }
        | Fact::AppointmentBooked { .. }
        | Fact::AppointmentCancelled { .. }
        | Fact::AppointmentMissed { .. }
        | Fact::StepUndone { .. } => None,
    }
}

fn earlier(at: Timestamp, minutes: Minutes) -> Timestamp {
    at.checked_sub(SignedDuration::from_mins(minutes.0.into())).unwrap_or(Timestamp::MIN)
}
