//! What a business day came to: the figures that a closed day carries.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::event::{Event, Fact};
use crate::ids::{EventNumber, TicketId};
use crate::taking::arrived;

/// The figures of one business day, from its events alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayRecord {
    /// Which; none when the events begin before the first day.
    pub day: Option<Date>,
    /// Tickets taken.
    pub tickets: u32,
    /// Tickets called, each counted once however often it was called again or came back.
    pub called: u32,
    /// Visits that ended.
    pub served: u32,
    /// Tickets called in vain.
    pub no_show: u32,
    /// Tickets given back.
    pub cancelled: u32,
    /// Seconds from taking to the first call, all called tickets together: divided by `called`, the mean wait.
    pub wait_seconds: u64,
}

impl DayRecord {
    /// The record of these events.
    #[must_use]
    pub fn of(events: &[Event]) -> Self {
        let mut record = Self::default();
        let mut taken = BTreeMap::<TicketId, Timestamp>::new();
        let mut called = BTreeSet::new();
        let undone: Vec<_> = events.iter().filter_map(taken_back).collect();
        // In rising order, none within another: a step is taken back once.
        let counts = |event: &&Event| {
            let at = undone.partition_point(|events| *events.end() < event.number);
            undone.get(at).is_none_or(|events| !events.contains(&event.number))
        };
        for event in events.iter().filter(counts) {
            match &event.fact {
                Fact::DayStarted { day } => record.day = Some(*day),
                Fact::TicketIssued { ticket, paper, appointment, .. } => {
                    record.tickets += 1;
                    let came = arrived(*paper, event.at);
                    // Who comes early for an appointment waits from its time on.
                    let arrival = appointment.and_then(|kept| kept.arrival);
                    taken.insert(*ticket, arrival.map_or(came, |arrival| arrival.max(came)));
                }
                Fact::TicketCalled { ticket, .. } | Fact::TicketChosen { ticket, .. } => {
                    if !called.insert(*ticket) {
                        continue;
                    }
                    record.called += 1;
                    let wait = taken.get(ticket).map(|taken_at| event.at.duration_since(*taken_at).as_secs());
                    record.wait_seconds += wait.and_then(|seconds| u64::try_from(seconds).ok()).unwrap_or(0);
                }
                Fact::VisitFinished { .. } | Fact::TicketTransferred { still_needed: Some(_), .. } => {
                    record.served += 1;
                }
                Fact::TicketNoShow { .. } => record.no_show += 1,
                Fact::TicketCancelled { .. } => record.cancelled += 1,
                Fact::StepUndone { .. }
                | Fact::OfficeReturned { .. }
                | Fact::TicketRecalled { .. }
                | Fact::VisitStarted { .. }
                | Fact::OutcomeNoted { .. }
                | Fact::PriorityGranted { .. }
                | Fact::TicketParked { .. }
                | Fact::TicketReturned { .. }
                | Fact::ServicesChanged { .. }
                | Fact::NoteWritten { .. }
                | Fact::TicketTransferred { still_needed: None, .. }
                | Fact::TicketPutBack { .. }
                | Fact::CounterOpened { .. }
                | Fact::CounterPaused { .. }
                | Fact::CounterTakenOver { .. }
                | Fact::HelpAsked { .. }
                | Fact::HelpEnded { .. }
                | Fact::Administered { .. }
                | Fact::AppointmentBooked { .. }
                | Fact::AppointmentCancelled { .. }
                | Fact::AppointmentMissed { .. }
                | Fact::CounterClosed { .. } => {}
            }
        }
        record
    }
}

/// The events that count for nothing because of this one.
fn taken_back(event: &Event) -> Option<RangeInclusive<EventNumber>> {
    if let Fact::StepUndone { first, last, .. } = event.fact { Some(first..=last) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    #[test]
    fn a_day_s_record_counts_what_happened() {
        let mut office = Scenario::given(
            "open 1 Hà; take A; take A; take A; take A; +5m; next 1 Hà; recall 1 Hà; start 1 Hà; next 1 Hà; +9m; \
             no-show 1 Hà",
        );
        assert_eq!(office.run("cancel A003"), "A003 given back");
        let record = DayRecord::of(&office.events);
        assert_eq!(
            (record.tickets, record.called, record.served, record.no_show, record.cancelled, record.wait_seconds),
            (4, 2, 1, 1, 1, 600)
        );
        assert_eq!(record.day, office.hall.day());
    }

    #[test]
    fn what_was_taken_back_never_counted() {
        let office =
            Scenario::given("open 1 Hà; take A; take A; +5m; next 1 Hà; next 1 Hà; undo 1 Hà; +2m; no-show 1 Hà");
        let record = DayRecord::of(&office.events);
        assert_eq!((record.called, record.served, record.no_show, record.wait_seconds), (1, 0, 1, 300));
    }
}
