//! What somebody wants to happen.

use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::administering::{Act, SetUpWish};
use crate::admission::Door;
use crate::booking::Booker;
use crate::event::{Actor, CommandKey};
use crate::ids::{
    AppointmentId, CallReason, Cases, CounterNumber, Language, Minutes, OfficerName, OutcomeId, PauseReason,
    PriorityId, ServiceCode, TicketId, Token,
};
use crate::leaving::Remaining;
use crate::number::TicketNumber;
use crate::transferring::{Rank, Target};

/// A command with who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// What is wanted.
    pub command: Command,
    /// Who wants it; whether they may was settled before.
    pub by: Actor,
    /// Makes a retry harmless.
    pub key: Option<CommandKey>,
}

/// Everything that can be asked of a hall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Begin the business day, when it is time: the engine's own.
    StartDay,
    /// The clock was ahead and is right now: begin the business day that it really is, at a time that may lie before
    /// the last event's. The engine's own; nothing happens where that would void a ticket or repeat a number.
    CorrectDay {
        /// Whether the office's real midnight has passed since the clock was put right: who still waits then is of
        /// yesterday.
        midnight_passed: bool,
    },
    /// The office is there again: before the first order after a start. The engine's own.
    NoteReturn {
        /// The last event before.
        gone: Timestamp,
        /// When the program was started.
        back: Timestamp,
    },
    /// Take a ticket.
    TakeTicket {
        /// The ticket's secret, made by whoever hands on the command: the rules know no randomness.
        token: Token,
        /// What for.
        service: ServiceCode,
        /// The priority class that the citizen belongs to.
        priority: Option<PriorityId>,
        /// The citizen's.
        language: Language,
        /// Where.
        door: Door,
        /// How many people or files it is to stand for.
        cases: Cases,
        /// What the citizen needs after that service, in this order.
        then: Vec<ServiceCode>,
    },
    /// Take a ticket with a reserved number, which stands on a paper that is handed out. Only the staff do.
    TakeReserved {
        /// As on the paper.
        number: TicketNumber,
        /// When its citizen came; none for now.
        arrived: Option<Timestamp>,
        /// The ticket's secret.
        token: Token,
        /// What for.
        service: ServiceCode,
        /// The priority class that the citizen belongs to.
        priority: Option<PriorityId>,
        /// The citizen's.
        language: Language,
        /// How many people or files it is to stand for.
        cases: Cases,
        /// What the citizen needs after that service, in this order.
        then: Vec<ServiceCode>,
    },
    /// Make tickets of the papers that were handed out during an outage.
    EnterOutage {
        /// What for.
        service: ServiceCode,
        /// The first number that was handed out; none for the one after the last entry.
        first: Option<TicketNumber>,
        /// The last number that was handed out.
        last: TicketNumber,
        /// When the office went in that outage; none for the longest absence that has no papers yet.
        gone: Option<Timestamp>,
        /// A secret for each reserved number of a sequence.
        tokens: Vec<Token>,
        /// The citizens'.
        language: Language,
    },
    /// Book an appointment.
    BookAppointment {
        /// Its secret, made by whoever hands on the command.
        token: Token,
        /// A random number, made likewise: the code that the kiosk asks for is the first free one from there.
        luck: u32,
        /// What for.
        service: ServiceCode,
        /// When its slot begins, by the office's own clock.
        at: DateTime,
        /// The citizen's.
        language: Language,
        /// Who books.
        booker: Booker,
    },
    /// Give an appointment back.
    CancelAppointment {
        /// Which.
        appointment: AppointmentId,
    },
    /// Take the ticket of an appointment: its citizen has come.
    CheckIn {
        /// The ticket's secret, made by whoever hands on the command.
        token: Token,
        /// Which.
        appointment: AppointmentId,
        /// The priority class that the citizen belongs to.
        priority: Option<PriorityId>,
        /// Where.
        door: Door,
    },
    /// Note for which appointments nobody has come in time: the engine's own.
    MarkMissed,
    /// Give a ticket back.
    CancelTicket {
        /// Its secret.
        token: Token,
    },
    /// Claim a counter, or come back from a pause.
    OpenCounter {
        /// Which.
        counter: CounterNumber,
        /// For whom.
        officer: OfficerName,
    },
    /// Claim a counter that another officer holds: that one left it, or two sat down at one desk.
    TakeOverCounter {
        /// Which.
        counter: CounterNumber,
        /// For whom.
        officer: OfficerName,
    },
    /// Ask colleagues and supervisor for help, silently.
    AskHelp {
        /// Where.
        counter: CounterNumber,
        /// Its officer.
        officer: OfficerName,
    },
    /// End a call for help.
    EndHelp {
        /// Where.
        counter: CounterNumber,
    },
    /// Put another set-up into force.
    ChangeSetUp {
        /// Which.
        wish: SetUpWish,
    },
    /// Note what was done to the office's people or devices.
    Administer {
        /// What.
        act: Act,
    },
    /// Call nobody for a while.
    PauseCounter {
        /// Which.
        counter: CounterNumber,
        /// Its officer; none for an administrator, who may act on any.
        officer: Option<OfficerName>,
        /// How long, where that is known; else as long as the reason usually takes.
        minutes: Option<Minutes>,
        /// Why, of the set-up's list.
        reason: Option<PauseReason>,
        /// What becomes of those whom no other open counter calls, where that was said.
        remaining: Option<Remaining>,
    },
    /// Give a counter up.
    CloseCounter {
        /// Which.
        counter: CounterNumber,
        /// Its officer; none for an administrator, who may act on any.
        officer: Option<OfficerName>,
        /// What becomes of those whom no other open counter calls, where that was said.
        remaining: Option<Remaining>,
    },
    /// End the current visit and call the next ticket.
    CallNext {
        /// Where.
        counter: CounterNumber,
        /// Its officer.
        officer: OfficerName,
        /// How the visit that ends came out; none for what was noted before, if anything.
        outcome: Option<OutcomeId>,
    },
    /// End the current visit and call a ticket that the officer chose.
    CallChosen {
        /// Where.
        counter: CounterNumber,
        /// Its officer.
        officer: OfficerName,
        /// Whom.
        ticket: TicketId,
        /// Why, of the set-up's list.
        reason: Option<CallReason>,
    },
    /// Call the called ticket once more.
    Recall {
        /// Where.
        counter: CounterNumber,
        /// Its officer.
        officer: OfficerName,
    },
    /// Begin the visit of the called ticket.
    StartVisit {
        /// Where.
        counter: CounterNumber,
        /// Its officer.
        officer: OfficerName,
    },
    /// End the visit.
    FinishVisit {
        /// Where.
        counter: CounterNumber,
        /// Its officer.
        officer: OfficerName,
        /// How it came out; none for what was noted before, if anything.
        outcome: Option<OutcomeId>,
    },
    /// Note how the visit at the counter came out; without one there, that of the visit that ended last.
    NoteOutcome {
        /// Where.
        counter: CounterNumber,
        /// Its officer.
        officer: OfficerName,
        /// How it came out, of the set-up's list.
        outcome: OutcomeId,
    },
    /// Say what the citizen at the counter needs after the service of this visit.
    ChangeServices {
        /// Where.
        counter: CounterNumber,
        /// Its officer.
        officer: OfficerName,
        /// All of it, in this order.
        then: Vec<ServiceCode>,
    },
    /// Note that something was written about a ticket, or erased.
    WriteNote {
        /// Where.
        counter: CounterNumber,
        /// Its officer.
        officer: OfficerName,
        /// On which: the one at the counter; without one there, that of the visit that ended last.
        ticket: TicketId,
        /// Whether the note is erased.
        erased: bool,
    },
    /// Note that the called citizen did not come.
    MarkNoShow {
        /// Where.
        counter: CounterNumber,
        /// Its officer.
        officer: OfficerName,
    },
    /// Put the ticket at the counter aside: its citizen fetches what is missing.
    ParkTicket {
        /// Where.
        counter: CounterNumber,
        /// Its officer.
        officer: OfficerName,
        /// Where to it comes back; none for what the set-up says.
        back_to: Option<BackTo>,
    },
    /// Hand the ticket at the counter on.
    TransferTicket {
        /// Where it is.
        counter: CounterNumber,
        /// Its officer.
        officer: OfficerName,
        /// Where to.
        to: Target,
        /// Where in the order there; none for what the set-up says.
        rank: Option<Rank>,
    },
    /// Give a ticket a priority class that its citizen has a right to and did not name.
    GrantPriority {
        /// Which.
        ticket: TicketId,
        /// The class.
        priority: PriorityId,
        /// Who grants it.
        by: Granter,
    },
    /// Take back what was done last at a counter.
    UndoStep {
        /// Where.
        counter: CounterNumber,
        /// Its officer.
        officer: OfficerName,
    },
    /// Let a ticket wait again that was put aside or missed its call.
    ReturnTicket {
        /// Which.
        ticket: TicketId,
        /// Who says that its citizen is back.
        by: Returner,
    },
}

/// Who grants a priority class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Granter {
    /// An officer.
    Officer,
    /// A receptionist.
    Reception,
}

/// Where a ticket that was put aside comes back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackTo {
    /// The counter that put it aside, which knows the case.
    Here,
    /// Any counter of its service.
    Anywhere,
}

/// Who says that a citizen is back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returner {
    /// An officer, a receptionist or the kiosk.
    Staff,
    /// The citizen, with the ticket's secret.
    Holder,
}
