//! What has happened: the journal's sentences. A published fact keeps its name and meaning for ever.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::administering::Act;
use crate::appointment::KeptAppointment;
use crate::forecast::Band;
use crate::ids::{
    AppointmentCode, AppointmentId, CallReason, Cases, CounterNumber, EventNumber, Language, Minutes, OfficerName,
    OutcomeId, PauseReason, PriorityId, ServiceCode, TicketId, Token,
};
use crate::number::TicketNumber;
use crate::outage::Paper;
use crate::transferring::Rank;

/// A fact with when, by whom, and its place in the journal.
///
/// Unknown fields are refused: an older Moi must not fold a newer journal to something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Its place in the journal.
    pub number: EventNumber,
    /// When; never earlier than the event before, but for [`Fact::DayStarted`], with which a clock that was ahead is
    /// put right.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// The key of the command that it came from, where it had one. All events of one command carry it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<CommandKey>,
    /// What happened.
    pub fact: Fact,
}

/// Makes a retry harmless: the same key with the same digest is the same command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommandKey {
    /// The caller's key, within the caller's own scope.
    pub key: String,
    /// What was asked for: another digest under the same key is another command.
    pub digest: String,
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// The office itself, by its clock.
    Engine,
    /// Whoever holds the ticket's token.
    Holder,
    /// A kiosk or receptionist's device, by name.
    Kiosk(String),
    /// An officer.
    Officer(OfficerName),
    /// An administrator, by name.
    Administrator(String),
    /// A supervisor who acts for the hall and not at a counter of their own, by name.
    Supervisor(String),
    /// An inspector, who changes nothing but what they sign in with, by name.
    Inspector(String),
    /// Whoever has the office's machine, by its command line.
    Owner,
}

/// What can happen in a hall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Fact {
    /// A business day began: numbers begin at 1, tickets that nobody has called are void, counters without a visit
    /// are closed. A day that had begun before, by a clock that was ahead, goes on with its numbers.
    DayStarted {
        /// Which.
        day: Date,
    },
    /// Somebody took a ticket.
    TicketIssued {
        /// Which.
        ticket: TicketId,
        /// Its secret.
        token: Token,
        /// As on the slip.
        number: TicketNumber,
        /// What for.
        service: ServiceCode,
        /// The priority class, never shown.
        priority: Option<PriorityId>,
        /// What the class gave at the time.
        head_start: Minutes,
        /// The citizen's.
        language: Language,
        /// When it was taken minus the head start: the order of calling.
        effective: Timestamp,
        /// Waiting people before it.
        ahead: u32,
        /// The forecast that the citizen was shown.
        promised: Option<Band>,
        /// How many people or files it stands for.
        #[serde(default, skip_serializing_if = "is_one")]
        cases: Cases,
        /// What its citizen needs after that service, in this order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        then: Vec<ServiceCode>,
        /// That the number is a reserved one, on a paper that was printed ahead; none for any other ticket.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        paper: Option<Paper>,
        /// The appointment that its citizen has come for; none for who comes without one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        appointment: Option<KeptAppointment>,
    },
    /// The office is there again after a time in which it was not.
    OfficeReturned {
        /// Its last sign of life; where it went at night, the day's first opening.
        gone: Timestamp,
        /// When it was back.
        back: Timestamp,
    },
    /// A counter called a ticket.
    TicketCalled {
        /// Which.
        ticket: TicketId,
        /// Where to.
        counter: CounterNumber,
    },
    /// A counter called a ticket that its officer chose, out of turn.
    TicketChosen {
        /// Which.
        ticket: TicketId,
        /// Where to.
        counter: CounterNumber,
        /// Why, of the set-up's list; none where it asks for none.
        reason: Option<CallReason>,
    },
    /// A called ticket was called once more.
    TicketRecalled {
        /// Which.
        ticket: TicketId,
        /// Where to.
        counter: CounterNumber,
    },
    /// The citizen came, and the visit began.
    VisitStarted {
        /// Whose.
        ticket: TicketId,
        /// Where.
        counter: CounterNumber,
    },
    /// An officer noted how a visit came out, before its end or after it; the newest note counts.
    OutcomeNoted {
        /// Whose.
        ticket: TicketId,
        /// Where.
        counter: CounterNumber,
        /// How, of the set-up's list at the time.
        outcome: OutcomeId,
    },
    /// An officer changed what the citizen at the counter needs after the service of this visit.
    ServicesChanged {
        /// Whose.
        ticket: TicketId,
        /// Where.
        counter: CounterNumber,
        /// All of it, in this order.
        then: Vec<ServiceCode>,
    },
    /// An officer wrote or erased a note on a ticket. Its text is personal, and kept apart from the journal.
    NoteWritten {
        /// On which.
        ticket: TicketId,
        /// Where.
        counter: CounterNumber,
        /// Whether there is no note any more.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        erased: bool,
    },
    /// The visit ended, with all that its citizen came for.
    VisitFinished {
        /// Whose.
        ticket: TicketId,
        /// Where.
        counter: CounterNumber,
    },
    /// The called citizen did not come.
    TicketNoShow {
        /// Whose.
        ticket: TicketId,
        /// Where.
        counter: CounterNumber,
    },
    /// The ticket at a counter was put aside: its citizen fetches what is missing.
    TicketParked {
        /// Which.
        ticket: TicketId,
        /// Where.
        counter: CounterNumber,
        /// Whether it comes back to this counter alone.
        here: bool,
    },
    /// A ticket was granted a priority class after it was taken.
    PriorityGranted {
        /// Which.
        ticket: TicketId,
        /// The class, never shown.
        priority: PriorityId,
        /// What the class gave at the time.
        head_start: Minutes,
        /// Its effective arrival from now on.
        effective: Timestamp,
    },
    /// A ticket that was put aside or missed its call waits again.
    TicketReturned {
        /// Which.
        ticket: TicketId,
        /// Its effective arrival from now on.
        effective: Timestamp,
        /// The only counter that calls it; none for all that handle its service.
        counter: Option<CounterNumber>,
    },
    /// A ticket was handed on to another service or counter: the one at the counter, or one that would have been left
    /// waiting there.
    TicketTransferred {
        /// Which.
        ticket: TicketId,
        /// Who handed it on.
        from: CounterNumber,
        /// What for from now on.
        service: ServiceCode,
        /// The only counter that calls it; none for all that handle the service.
        counter: Option<CounterNumber>,
        /// Where in the order it was put.
        rank: Rank,
        /// Its effective arrival from now on.
        effective: Timestamp,
        /// Where the visit ended as it should, and this is the next service that its citizen needs: what is needed
        /// after that one. None for a ticket that was handed on with its service undone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        still_needed: Option<Vec<ServiceCode>>,
    },
    /// The ticket that a counter had called waits again, since the counter was freed before anybody came there.
    TicketPutBack {
        /// Which.
        ticket: TicketId,
        /// The counter that had called it.
        counter: CounterNumber,
        /// Its effective arrival from now on.
        effective: Timestamp,
    },
    /// The ticket was given back.
    TicketCancelled {
        /// Which.
        ticket: TicketId,
    },
    /// An officer claimed a counter, or came back from a pause.
    CounterOpened {
        /// Which.
        counter: CounterNumber,
        /// Whose it is now.
        officer: OfficerName,
    },
    /// A counter calls nobody for a while; its officer keeps it.
    CounterPaused {
        /// Which.
        counter: CounterNumber,
        /// Until when, where that was said.
        until: Option<Timestamp>,
        /// Why, of the set-up's list; none where it was not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<PauseReason>,
    },
    /// A counter is nobody's.
    CounterClosed {
        /// Which.
        counter: CounterNumber,
    },
    /// The officer took back what was done last at a counter: all that these events changed is as it was before them.
    StepUndone {
        /// Which.
        counter: CounterNumber,
        /// The first event that is taken back.
        first: EventNumber,
        /// The last one; all between are of the same command.
        last: EventNumber,
        /// The ticket that the step was about; none for a pause without a visit.
        ticket: Option<TicketId>,
    },
    /// Somebody booked an appointment.
    AppointmentBooked {
        /// Which.
        appointment: AppointmentId,
        /// Its secret.
        token: Token,
        /// What its citizen types at the kiosk.
        code: AppointmentCode,
        /// What for.
        service: ServiceCode,
        /// The office's day that it is on.
        day: Date,
        /// When it begins.
        starts_at: Timestamp,
        /// When its slot ends.
        ends_at: Timestamp,
        /// The citizen's.
        language: Language,
    },
    /// Another officer took an open or paused counter over, with the visit there.
    CounterTakenOver {
        /// Which.
        counter: CounterNumber,
        /// Whose it is now.
        officer: OfficerName,
    },
    /// An officer asked for help, silently.
    HelpAsked {
        /// Where.
        counter: CounterNumber,
    },
    /// The help came, or was needed no more.
    HelpEnded {
        /// Where.
        counter: CounterNumber,
    },
    /// Something was done to the office's set-up, people or devices.
    Administered {
        /// What.
        act: Act,
    },
    /// An appointment was given back.
    AppointmentCancelled {
        /// Which.
        appointment: AppointmentId,
    },
    /// Nobody came for an appointment in time.
    AppointmentMissed {
        /// Which.
        appointment: AppointmentId,
    },
}

impl Fact {
    /// The ticket that it is about.
    #[must_use]
    pub fn ticket(&self) -> Option<TicketId> {
        match self {
            Self::TicketIssued { ticket, .. }
            | Self::TicketCalled { ticket, .. }
            | Self::TicketChosen { ticket, .. }
            | Self::TicketRecalled { ticket, .. }
            | Self::VisitStarted { ticket, .. }
            | Self::OutcomeNoted { ticket, .. }
            | Self::ServicesChanged { ticket, .. }
            | Self::NoteWritten { ticket, .. }
            | Self::VisitFinished { ticket, .. }
            | Self::TicketNoShow { ticket, .. }
            | Self::TicketParked { ticket, .. }
            | Self::PriorityGranted { ticket, .. }
            | Self::TicketReturned { ticket, .. }
            | Self::TicketTransferred { ticket, .. }
            | Self::TicketPutBack { ticket, .. }
            | Self::TicketCancelled { ticket } => Some(*ticket),
            Self::StepUndone { ticket, .. } => *ticket,
            Self::DayStarted { .. }
            | Self::OfficeReturned { .. }
            | Self::CounterOpened { .. }
            | Self::CounterPaused { .. }
            | Self::CounterClosed { .. }
            | Self::CounterTakenOver { .. }
            | Self::HelpAsked { .. }
            | Self::HelpEnded { .. }
            | Self::Administered { .. }
            | Self::AppointmentBooked { .. }
            | Self::AppointmentCancelled { .. }
            | Self::AppointmentMissed { .. } => None,
        }
    }

    /// The appointment that it is about: that of a ticket, too, with which its citizen came.
    #[must_use]
    pub fn appointment(&self) -> Option<AppointmentId> {
        match self {
            Self::AppointmentBooked { appointment, .. }
            | Self::AppointmentCancelled { appointment }
            | Self::AppointmentMissed { appointment } => Some(*appointment),
            Self::TicketIssued { appointment, .. } => appointment.map(|kept| kept.id),
            Self::DayStarted { .. }
            | Self::OfficeReturned { .. }
            | Self::ServicesChanged { .. }
            | Self::NoteWritten { .. }
            | Self::TicketCalled { .. }
            | Self::TicketChosen { .. }
            | Self::TicketRecalled { .. }
            | Self::VisitStarted { .. }
            | Self::OutcomeNoted { .. }
            | Self::VisitFinished { .. }
            | Self::TicketNoShow { .. }
            | Self::TicketParked { .. }
            | Self::PriorityGranted { .. }
            | Self::TicketReturned { .. }
            | Self::TicketTransferred { .. }
            | Self::TicketPutBack { .. }
            | Self::TicketCancelled { .. }
            | Self::CounterOpened { .. }
            | Self::CounterPaused { .. }
            | Self::CounterClosed { .. }
            | Self::CounterTakenOver { .. }
            | Self::HelpAsked { .. }
            | Self::HelpEnded { .. }
            | Self::Administered { .. }
            | Self::StepUndone { .. } => None,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes what it may skip by reference")]
fn is_one(cases: &Cases) -> bool {
    *cases == Cases::ONE
}
