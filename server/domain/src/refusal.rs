//! Why the rules say no.

use jiff::civil::DateTime;
use thiserror::Error;

use crate::hours::Opening;
use crate::ids::{
    CallReason, Cases, CounterNumber, Minutes, OfficerName, OutcomeId, PauseReason, Prefix, PriorityId, ServiceCode,
};
use crate::number::TicketNumber;
use crate::ticket::Status;

/// The rules say no; nothing has changed. The sentences are for logs: people read their own language's.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The set-up has no such service.
    #[error("there is no service {service}")]
    UnknownService {
        /// As asked for.
        service: ServiceCode,
    },
    /// The set-up has no such counter.
    #[error("there is no counter {counter}")]
    UnknownCounter {
        /// As asked for.
        counter: CounterNumber,
    },
    /// No ticket has this token, or its day is over.
    #[error("no ticket has this token")]
    UnknownTicket,
    /// The set-up has no such priority class.
    #[error("there is no priority class {priority}")]
    UnknownPriority {
        /// As asked for.
        priority: PriorityId,
    },
    /// The counter is nobody's.
    #[error("counter {counter} is closed")]
    CounterClosed {
        /// Which.
        counter: CounterNumber,
    },
    /// The set-up was changed since whoever wants to change it has read it.
    #[error("the set-up is version {version} by now")]
    SetUpMoved {
        /// The one in force.
        version: u32,
    },
    /// A counter that somebody holds would vanish from the set-up.
    #[error("counter {counter} is in use")]
    CounterInUse {
        /// Which.
        counter: CounterNumber,
    },
    /// People, or appointments, would be left that nobody could serve.
    #[error("{tickets} tickets and {appointments} appointments would be stranded")]
    WouldStrand {
        /// The first of the tickets.
        numbers: Vec<TicketNumber>,
        /// How many there are.
        tickets: u32,
        /// How many appointments there are.
        appointments: u32,
    },
    /// The counter pauses.
    #[error("counter {counter} is paused")]
    CounterPaused {
        /// Which.
        counter: CounterNumber,
    },
    /// Who opens a counter finds somebody there.
    #[error("counter {counter} is held by {officer}")]
    CounterTaken {
        /// Which.
        counter: CounterNumber,
        /// Who holds it.
        officer: OfficerName,
    },
    /// Who acts at a counter doesn't hold it.
    #[error("counter {counter} is not theirs but {officer}'s")]
    CounterNotYours {
        /// Which.
        counter: CounterNumber,
        /// Who holds it.
        officer: OfficerName,
    },
    /// No ticket is called or served at the counter.
    #[error("counter {counter} has no visit")]
    NoVisit {
        /// Which.
        counter: CounterNumber,
    },
    /// What is asked for is only for a ticket that is called, and the visit has begun.
    #[error("{number} is not called at counter {counter} any more: the visit has begun")]
    NotCalled {
        /// Where.
        counter: CounterNumber,
        /// The ticket there.
        number: TicketNumber,
    },
    /// The visit has begun before.
    #[error("{number} is being served at counter {counter} already")]
    AlreadyServing {
        /// Where.
        counter: CounterNumber,
        /// The ticket there.
        number: TicketNumber,
    },
    /// A called citizen is on the way to the counter.
    #[error("{number} is called to counter {counter}")]
    TicketCalled {
        /// Where.
        counter: CounterNumber,
        /// The ticket there.
        number: TicketNumber,
    },
    /// No other open counter calls those who wait, and it was not said what becomes of them.
    #[error("counter {counter} is the last open one for people who wait: {services:?}")]
    PeopleWait {
        /// Which.
        counter: CounterNumber,
        /// Services with how many wait, in the order of their codes.
        services: Vec<(ServiceCode, usize)>,
    },
    /// The ticket's visit has begun or is over.
    #[error("{number} does not wait any more")]
    TicketNotWaiting {
        /// Which.
        number: TicketNumber,
    },
    /// The newest call has not had the time that the set-up gives it.
    #[error("{number} was called a moment ago; a recall may follow in {seconds} s")]
    RecallTooEarly {
        /// Which.
        number: TicketNumber,
        /// Seconds that are missing.
        seconds: u32,
    },
    /// The set-up wants more calls, or more time after the newest, before somebody counts as missing.
    #[error("{number} can't be missed yet: {recalls} more recalls and {seconds} s are missing")]
    NoShowTooEarly {
        /// Which.
        number: TicketNumber,
        /// Recalls that are missing.
        recalls: u16,
        /// Seconds that are missing since the newest call.
        seconds: u32,
    },
    /// Only a ticket that waits or is away can be chosen.
    #[error("{number} is at a counter, or its visit is over")]
    TicketNotFree {
        /// Which.
        number: TicketNumber,
    },
    /// The set-up has no such reason.
    #[error("there is no reason {reason} for a call")]
    UnknownReason {
        /// As asked for.
        reason: CallReason,
    },
    /// The set-up has no such reason.
    #[error("there is no reason {reason} for a pause")]
    UnknownPauseReason {
        /// As asked for.
        reason: PauseReason,
    },
    /// The set-up wants to know why somebody is called out of turn.
    #[error("{number} is not the next one, and no reason was given")]
    ReasonMissing {
        /// Whom.
        number: TicketNumber,
    },
    /// The set-up has no such outcome.
    #[error("there is no outcome {outcome}")]
    UnknownOutcome {
        /// As asked for.
        outcome: OutcomeId,
    },
    /// The set-up wants to know how each visit came out.
    #[error("how the visit of {number} came out is not noted")]
    OutcomeMissing {
        /// Whose.
        number: TicketNumber,
    },
    /// The citizen needs this already, or is at the counter for it.
    #[error("{service} is named twice")]
    ServiceTwice {
        /// Which.
        service: ServiceCode,
    },
    /// One ticket is for so many services at most.
    #[error("a ticket is for {most} services at most")]
    TooManyServices {
        /// How many the set-up allows.
        most: u16,
    },
    /// One ticket of this service stands for so many people or files at most.
    #[error("a ticket of service {service} stands for {most} people or files at most")]
    TooManyCases {
        /// As asked for.
        service: ServiceCode,
        /// How many the set-up allows.
        most: Cases,
    },
    /// The set-up lets nobody of this kind grant a priority class.
    #[error("whoever asks may not grant {number} a priority class")]
    GrantForbidden {
        /// To whom.
        number: TicketNumber,
    },
    /// A ticket is handed on to a counter that the set-up doesn't have.
    #[error("there is no counter {counter} to hand a ticket on to")]
    UnknownTarget {
        /// As asked for.
        counter: CounterNumber,
    },
    /// A ticket is handed on to the counter where it is.
    #[error("the ticket is at counter {counter} already")]
    TransferToItself {
        /// Which.
        counter: CounterNumber,
    },
    /// Only a ticket that was put aside or missed its call can come back.
    #[error("{number} was not put aside and has not missed its call")]
    TicketNotAway {
        /// Which.
        number: TicketNumber,
    },
    /// A missed ticket comes back only within the time that the set-up gives.
    #[error("{number} missed its call more than {minutes} minutes ago")]
    ReturnTooLate {
        /// Which.
        number: TicketNumber,
        /// How long it could have come back.
        minutes: Minutes,
    },
    /// In this office only the staff let a ticket wait again.
    #[error("{number} comes back at the reception, not by its holder")]
    ReturnAtReception {
        /// Which.
        number: TicketNumber,
    },
    /// In this office no step can be taken back.
    #[error("steps can't be taken back in this office")]
    UndoOff,
    /// Nothing was done at the counter since its officer opened it, or it is taken back already.
    #[error("there is nothing to take back at counter {counter}")]
    NothingToUndo {
        /// Which.
        counter: CounterNumber,
    },
    /// The last step is longer ago than the set-up gives.
    #[error("the last step at counter {counter} is more than {seconds} s ago")]
    UndoTooLate {
        /// Which.
        counter: CounterNumber,
        /// How long it could be taken back.
        seconds: u32,
    },
    /// The last step is a recall, which was heard.
    #[error("the last step at counter {counter} is a recall, which was heard")]
    UndoRecall {
        /// Which.
        counter: CounterNumber,
    },
    /// Something has happened to the ticket since the step.
    #[error("{number} is no more as the step left it: {status:?}")]
    UndoOvertaken {
        /// Which.
        number: TicketNumber,
        /// How far it is now.
        status: Status,
    },
    /// The day's numbers are used up, and the set-up wants no more.
    #[error("{prefix} had its last number of the day, {last}")]
    NumbersExhausted {
        /// Which sequence.
        prefix: Prefix,
        /// Its last index.
        last: u32,
    },
    /// The set-up reserves no numbers for paper.
    #[error("no numbers are reserved in this office")]
    NoReservedNumbers,
    /// The number is none of those that are reserved for the service.
    #[error("{number} is not reserved: {first} to {last} are")]
    NumberNotReserved {
        /// As asked for.
        number: TicketNumber,
        /// The first reserved one of the service's sequence.
        first: TicketNumber,
        /// The last one.
        last: TicketNumber,
    },
    /// A reserved number is used once a business day.
    #[error("{number} was used today")]
    NumberUsed {
        /// Which.
        number: TicketNumber,
    },
    /// Numbers up to a higher one were entered after the outage.
    #[error("{number} comes before {entered}, which was entered already")]
    NumberBehind {
        /// As asked for.
        number: TicketNumber,
        /// The highest that was entered.
        entered: TicketNumber,
    },
    /// The kiosk gives no tickets while the office is closed.
    #[error("the office is closed")]
    OfficeClosed {
        /// When it opens next.
        opening: Option<Opening>,
    },
    /// The kiosk has given the day's tickets of the service.
    #[error("service {service} had its {quota} tickets of the day")]
    QuotaUsed {
        /// As asked for.
        service: ServiceCode,
        /// How many there were.
        quota: u32,
        /// When it opens next on another day.
        opening: Option<Opening>,
    },
    /// The time until closing is needed for those who wait.
    #[error("nobody who takes a ticket of service {service} now would be called today")]
    DayFull {
        /// As asked for.
        service: ServiceCode,
        /// When it opens next on another day.
        opening: Option<Opening>,
    },
    /// No appointment is known by this, or its day is over.
    #[error("no appointment is known by this")]
    UnknownAppointment,
    /// The set-up gives no appointments for the service.
    #[error("there are no appointments for service {service}")]
    NotBookable {
        /// As asked for.
        service: ServiceCode,
    },
    /// It can't be booked, kept or given back at this time, or any more.
    #[error("the appointment at {at}: {}", why.code())]
    Appointment {
        /// When it would be, by the office's own clock.
        at: DateTime,
        /// Why not.
        why: NoAppointment,
    },
    /// The citizen is here long before their time.
    #[error("the appointment at {at} can be taken up from {from} on")]
    TooEarly {
        /// When it is.
        at: DateTime,
        /// When they may check in.
        from: DateTime,
    },
    /// The appointment's citizen has come and has a ticket.
    #[error("the ticket {number} was taken with this appointment")]
    AppointmentUsed {
        /// Which ticket.
        number: TicketNumber,
    },
}

/// Why an appointment can't be booked, kept or given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAppointment {
    /// No slot of the service begins then.
    NoSuchSlot,
    /// All places of the slot are booked.
    SlotFull,
    /// The slot is over, or begins sooner than the set-up's notice.
    SlotTooSoon,
    /// The slot lies beyond the days that the set-up opens for booking.
    SlotTooFar,
    /// The hall keeps no more appointments.
    TooMany,
    /// Its time is over.
    TooLate,
    /// It was given back.
    Cancelled,
}

impl NoAppointment {
    fn code(self) -> &'static str {
        match self {
            Self::NoSuchSlot => "no-such-slot",
            Self::SlotFull => "slot-full",
            Self::SlotTooSoon => "slot-too-soon",
            Self::SlotTooFar => "slot-too-far",
            Self::TooMany => "appointments-full",
            Self::TooLate => "too-late",
            Self::Cancelled => "appointment-cancelled",
        }
    }
}

impl Refusal {
    /// Its stable code, for programs and texts.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownService { .. } => "unknown-service",
            Self::UnknownCounter { .. } => "unknown-counter",
            Self::UnknownTicket => "unknown-ticket",
            Self::UnknownPriority { .. } => "unknown-priority",
            Self::CounterClosed { .. } => "counter-closed",
            Self::CounterPaused { .. } => "counter-paused",
            Self::SetUpMoved { .. } => "set-up-moved",
            Self::CounterInUse { .. } => "counter-in-use",
            Self::WouldStrand { .. } => "would-strand",
            Self::CounterTaken { .. } => "counter-taken",
            Self::CounterNotYours { .. } => "counter-not-yours",
            Self::NoVisit { .. } => "no-visit",
            Self::NotCalled { .. } => "not-called",
            Self::AlreadyServing { .. } => "already-serving",
            Self::TicketCalled { .. } => "ticket-called",
            Self::PeopleWait { .. } => "people-wait",
            Self::TicketNotWaiting { .. } => "ticket-not-waiting",
            Self::RecallTooEarly { .. } => "recall-too-early",
            Self::NoShowTooEarly { .. } => "no-show-too-early",
            Self::TicketNotFree { .. } => "ticket-not-free",
            Self::UnknownReason { .. } => "unknown-reason",
            Self::UnknownPauseReason { .. } => "unknown-pause-reason",
            Self::ReasonMissing { .. } => "reason-missing",
            Self::UnknownOutcome { .. } => "unknown-outcome",
            Self::OutcomeMissing { .. } => "outcome-missing",
            Self::ServiceTwice { .. } => "service-twice",
            Self::TooManyServices { .. } => "too-many-services",
            Self::TooManyCases { .. } => "too-many-cases",
            Self::GrantForbidden { .. } => "grant-forbidden",
            Self::UnknownTarget { .. } => "unknown-target",
            Self::TransferToItself { .. } => "transfer-to-itself",
            Self::TicketNotAway { .. } => "ticket-not-away",
            Self::ReturnTooLate { .. } => "return-too-late",
            Self::ReturnAtReception { .. } => "return-at-reception",
            Self::UndoOff => "undo-off",
            Self::NothingToUndo { .. } => "nothing-to-undo",
            Self::UndoTooLate { .. } => "undo-too-late",
            Self::UndoRecall { .. } => "undo-recall",
            Self::UndoOvertaken { .. } => "undo-overtaken",
            Self::NumbersExhausted { .. } => "numbers-exhausted",
            Self::NoReservedNumbers => "no-reserved-numbers",
            Self::NumberNotReserved { .. } => "number-not-reserved",
            Self::NumberUsed { .. } => "number-used",
            Self::NumberBehind { .. } => "number-behind",
            Self::OfficeClosed { .. } => "office-closed",
            Self::QuotaUsed { .. } => "quota-used",
            Self::DayFull { .. } => "day-full",
            Self::UnknownAppointment => "unknown-appointment",
            Self::NotBookable { .. } => "not-bookable",
            Self::Appointment { why, at: _ } => why.code(),
            Self::TooEarly { .. } => "too-early",
            Self::AppointmentUsed { .. } => "appointment-used",
        }
    }
}
