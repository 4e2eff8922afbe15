//! The last step of each counter, with what it takes to restore the hall as it was before: one a counter, no history.

use std::ops::RangeInclusive;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::counter::Counter;
use crate::event::{Actor, CommandKey, Event, Fact};
use crate::figures::DayFigures;
use crate::hall::Hall;
use crate::ids::{CounterNumber, EventNumber, TicketId};
use crate::ticket::Ticket;

/// What an officer did last at a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Called a ticket, the next or a chosen one; the visit before it ended with that.
    Call,
    /// Called the called ticket once more.
    Recall,
    /// Began a visit.
    Start,
    /// Noted how one came out.
    Note,
    /// Changed what the citizen needs after it.
    Services,
    /// Ended one; how it came out may have been noted with that.
    Finish,
    /// Noted that nobody came.
    NoShow,
    /// Put a ticket aside.
    Park,
    /// Handed one on.
    Transfer,
    /// Paused the counter; a visit that was being served ended with that.
    Pause,
}

/// A step, and everything that it changed, as it was before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LastStep {
    pub(crate) step: Step,
    /// The facts of one command.
    pub(crate) events: RangeInclusive<EventNumber>,
    pub(crate) at: Timestamp,
    by: Actor,
    key: Option<CommandKey>,
    /// The ticket that it is about; none for a pause without a visit.
    pub(crate) ticket: Option<TicketId>,
    /// At most two: the one whose visit ended, and the called one.
    pub(crate) changes: Vec<Change>,
    pub(crate) counter: Counter,
    pub(crate) figures: DayFigures,
    pub(crate) freed: Option<Timestamp>,
}

/// A ticket before a step and after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Change {
    pub(crate) before: Ticket,
    pub(crate) after: Ticket,
}

/// What a fact means for the steps of counters.
enum Meaning {
    /// A step of this counter's officer.
    Step(CounterNumber, Step),
    /// What was done at this counter before can't be taken back any more.
    Fresh(CounterNumber),
    /// Nothing.
    Apart,
}

impl LastStep {
    /// Whether an event is of the same command: it noted how a visit came out, ended it, and called the next or paused.
    ///
    /// Two commands of one officer without keys, decided in the same instant, look the same: nobody who sends the
    /// second before the first is answered can mean one of them alone.
    fn goes_on_with(&self, event: &Event, step: Step) -> bool {
        matches!((self.step, step), (Step::Note, Step::Finish) | (Step::Finish, Step::Call | Step::Pause))
            && self.events.end().next() == event.number
            && self.at == event.at
            && self.by == event.by
            && self.key == event.key
    }
}

impl Hall {
    /// Keeps what an event is about to change; to be given to [`Self::end_step`] when it has. None when the event is no
    /// step.
    pub(crate) fn begin_step(&mut self, event: &Event) -> Option<LastStep> {
        let (counter, step) = match meaning(event) {
            Meaning::Step(counter, Step::Transfer) if self.counter(counter).visit != event.fact.ticket() => {
                self.steps.remove(&counter);
                return None;
            }
            Meaning::Step(counter, step) => (counter, step),
            Meaning::Fresh(counter) => {
                self.steps.remove(&counter);
                return None;
            }
            Meaning::Apart => return None,
        };
        let known = self.steps.remove(&counter).filter(|known| known.goes_on_with(event, step));
        let mut begun = known.unwrap_or_else(|| LastStep {
            step,
            events: event.number..=event.number,
            at: event.at,
            by: event.by.clone(),
            key: event.key.clone(),
            ticket: None,
            changes: Vec::new(),
            counter: self.counter(counter).clone(),
            figures: self.figures(counter),
            freed: self.freed_at(counter),
        });
        begun.step = step;
        begun.events = *begun.events.start()..=event.number;
        begun.ticket = event.fact.ticket().or(begun.ticket);
        if let Some(ticket) = event.fact.ticket().and_then(|id| self.ticket(id))
            && begun.changes.iter().all(|change| change.before.id != ticket.id)
        {
            begun.changes.push(Change { before: ticket.clone(), after: ticket.clone() });
        }
        Some(begun)
    }

    /// The event is folded: what came of it decides later whether the step can still be taken back.
    pub(crate) fn end_step(&mut self, event: &Event, begun: Option<LastStep>) {
        if let (Some(mut step), Meaning::Step(counter, _)) = (begun, meaning(event)) {
            for change in &mut step.changes {
                if let Some(ticket) = self.tickets.get(&change.after.id) {
                    change.after = ticket.clone();
                }
            }
            let calls = matches!(step.step, Step::Call | Step::Recall);
            self.steps.insert(counter, step);
            if calls {
                self.forget_old_calls();
            }
        }
        self.settle_sights(event.at);
    }
}

/// The steps of an administrator or supervisor are nobody's key pressed by mistake. Opening and closing are taken back
/// by each other, and others may have built on them: a closed counter is nobody's, and those who waited for it alone
/// wait for all. Nor is a pause taken back that handed those who wait over to others, who may be calling them.
fn meaning(event: &Event) -> Meaning {
    let (counter, step) = match &event.fact {
        Fact::TicketCalled { counter, .. } | Fact::TicketChosen { counter, .. } => (*counter, Step::Call),
        Fact::TicketRecalled { counter, .. } => (*counter, Step::Recall),
        Fact::VisitStarted { counter, .. } => (*counter, Step::Start),
        Fact::OutcomeNoted { counter, .. } => (*counter, Step::Note),
        Fact::VisitFinished { counter, .. } => (*counter, Step::Finish),
        Fact::TicketNoShow { counter, .. } => (*counter, Step::NoShow),
        Fact::TicketParked { counter, .. } => (*counter, Step::Park),
        Fact::ServicesChanged { counter, .. } => (*counter, Step::Services),
        // The visit ended as it should, and the ticket goes on by itself.
        Fact::TicketTransferred { from, still_needed: Some(_), .. } => (*from, Step::Finish),
        Fact::TicketTransferred { from, still_needed: None, .. } => (*from, Step::Transfer),
        Fact::CounterPaused { counter, .. } => (*counter, Step::Pause),
        Fact::CounterOpened { counter, .. }
        | Fact::CounterTakenOver { counter, .. }
        | Fact::CounterClosed { counter }
        | Fact::TicketPutBack { counter, .. } => return Meaning::Fresh(*counter),
        // Its fold takes the step that it needs.
        Fact::StepUndone { .. }
        | Fact::DayStarted { .. }
        | Fact::OfficeReturned { .. }
        | Fact::TicketIssued { .. }
        | Fact::PriorityGranted { .. }
        | Fact::NoteWritten { .. }
        | Fact::HelpAsked { .. }
        | Fact::HelpEnded { .. }
        | Fact::Administered { .. }
        | Fact::TicketReturned { .. }
        | Fact::AppointmentBooked { .. }
        | Fact::AppointmentCancelled { .. }
        | Fact::AppointmentMissed { .. }
        | Fact::TicketCancelled { .. } => return Meaning::Apart,
    };
    match event.by {
        Actor::Administrator(_) | Actor::Supervisor(_) | Actor::Inspector(_) => Meaning::Fresh(counter),
        Actor::Engine | Actor::Holder | Actor::Owner | Actor::Kiosk(_) | Actor::Officer(_) => {
            Meaning::Step(counter, step)
        }
    }
}
