//! What comes of a step, in words.

use jiff::Timestamp;

use crate::appointment::KeptAppointment;
use crate::event::Fact;
use crate::ids::{CounterNumber, Minutes, PauseReason, ServiceCode};
use crate::outage::Paper;

use super::Scenario;

impl Scenario {
    pub(super) fn say(&self, fact: &Fact) -> String {
        match fact {
            Fact::DayStarted { day } => format!("day {day}"),
            Fact::OfficeReturned { gone, back } => format!("away {} to {}", self.clock(*gone), self.clock(*back)),
            Fact::TicketIssued { number, ahead, head_start, paper, appointment, .. } => {
                format!("{number} {}, {ahead} ahead", self.taken(*head_start, *paper, *appointment))
            }
            Fact::TicketCalled { ticket, counter } => format!("{} to {counter}", self.number(*ticket)),
            Fact::TicketChosen { ticket, counter, reason } => {
                let why = reason.as_ref().map_or(String::new(), |reason| format!(" ({reason})"));
                format!("{} chosen to {counter}{why}", self.number(*ticket))
            }
            Fact::TicketRecalled { ticket, counter } => format!("{} to {counter} again", self.number(*ticket)),
            Fact::VisitStarted { ticket, counter } => format!("{} starts at {counter}", self.number(*ticket)),
            Fact::OutcomeNoted { ticket, counter: _, outcome } => {
                format!("{} came out {outcome}", self.number(*ticket))
            }
            Fact::VisitFinished { ticket, counter } => format!("{} ends at {counter}", self.number(*ticket)),
            Fact::TicketNoShow { ticket, counter } => format!("{} missed at {counter}", self.number(*ticket)),
            Fact::TicketParked { ticket, counter, here } => {
                format!("{} put aside at {counter}{}", self.number(*ticket), if *here { "" } else { " for any" })
            }
            Fact::ServicesChanged { ticket, counter: _, then } => {
                let needed: Vec<_> = then.iter().map(ServiceCode::as_str).collect();
                let needed = if needed.is_empty() { "nothing more".into() } else { needed.join(" ") };
                format!("{} needs {needed}", self.number(*ticket))
            }
            Fact::NoteWritten { ticket, counter, erased } => {
                let more = if *erased { " no more" } else { "" };
                format!("{} noted{more} at {counter}", self.number(*ticket))
            }
            Fact::TicketTransferred { ticket, from, service, effective, still_needed: Some(_), .. } => {
                format!("{} goes on from {from} to {service} as of {}", self.number(*ticket), self.clock(*effective))
            }
            Fact::TicketTransferred { ticket, from, service, counter, effective, rank: _, still_needed: None } => {
                let to = counter.map_or(service.to_string(), |counter| counter.to_string());
                format!("{} from {from} to {to} as of {}", self.number(*ticket), self.clock(*effective))
            }
            Fact::TicketPutBack { ticket, counter, effective: _ } => {
                format!("{} back from {counter}", self.number(*ticket))
            }
            Fact::PriorityGranted { ticket, priority, effective, head_start: _ } => {
                format!("{} granted {priority}, as of {}", self.number(*ticket), self.clock(*effective))
            }
            Fact::TicketReturned { ticket, counter, effective } => {
                let at = self.clock(*effective);
                format!("{} back as of {at}{}", self.number(*ticket), only(*counter))
            }
            Fact::TicketCancelled { ticket } => format!("{} given back", self.number(*ticket)),
            Fact::CounterOpened { counter, officer } => format!("{counter} opened by {officer}"),
            Fact::CounterPaused { counter, until, reason } => self.paused(*counter, *until, reason.as_ref()),
            Fact::CounterClosed { counter } => format!("{counter} closed"),
            Fact::CounterTakenOver { counter, officer } => format!("{counter} taken over by {officer}"),
            Fact::HelpAsked { counter } => format!("{counter} asks for help"),
            Fact::HelpEnded { counter } => format!("{counter} was helped"),
            Fact::Administered { act } => format!("{act:?}"),
            Fact::StepUndone { counter, ticket, .. } => {
                let what = ticket.map_or("the pause".into(), |id| self.number(id));
                format!("{what} as before at {counter}")
            }
            Fact::AppointmentBooked { appointment, service, day, starts_at, .. } => {
                format!("{appointment} for {service} on {day} at {}", self.clock(*starts_at))
            }
            Fact::AppointmentCancelled { appointment } => format!("{appointment} given back"),
            Fact::AppointmentMissed { appointment } => format!("{appointment} missed"),
        }
    }

    fn taken(&self, head_start: Minutes, paper: Option<Paper>, appointment: Option<KeptAppointment>) -> String {
        let as_of = |at| format!("as of {}", self.clock(at));
        match (paper, appointment, head_start) {
            (Some(_), ..) => format!("on paper {}", as_of(crate::taking::arrived(paper, self.now))),
            (None, Some(kept), _) => format!("taken {}", kept.arrival.map_or("late".into(), as_of)),
            (None, None, Minutes(0)) => "taken".into(),
            (None, None, early) => format!("taken {early} min early"),
        }
    }

    fn paused(&self, counter: CounterNumber, until: Option<Timestamp>, reason: Option<&PauseReason>) -> String {
        let until = until.map(|until| format!(" for {} min", until.duration_since(self.now).as_mins()));
        let why = reason.map(|reason| format!(" ({reason})"));
        format!("{counter} paused{}{}", until.unwrap_or_default(), why.unwrap_or_default())
    }

    pub(super) fn clock(&self, at: Timestamp) -> String {
        at.to_zoned_datetime(self.setup.zone.clone()).strftime("%H:%M").to_string()
    }
}

fn only(counter: Option<CounterNumber>) -> String {
    counter.map_or(String::new(), |counter| format!(", only {counter}"))
}
