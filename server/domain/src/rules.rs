//! What the set-up says of a ticket's life at the counter. Each default suits a commune, and leaves the desk as it was
//! before there was the setting, but for the question before the last counter of a service is left.

use std::collections::BTreeMap;

use crate::command::BackTo;
use crate::ids::{CallReason, Minutes, OutcomeId, PauseReason, ServiceCode};
use crate::transferring::Rank;

/// The parameters of the rules at the counter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rules {
    /// Tickets that were put aside or missed their call.
    pub away: Away,
    /// How a ticket is called before it counts as missed.
    pub calling: Calling,
    /// Calls out of turn.
    pub choosing: Choosing,
    /// Tickets that are handed on.
    pub transfer: Transfers,
    /// Why counters pause.
    pub pausing: Pausing,
    /// Counters that close or pause while people wait.
    pub leaving: Leaving,
    /// How visits come out.
    pub outcomes: Outcomes,
    /// Several services in one visit to the office.
    pub itinerary: Itinerary,
    /// Priority classes that are granted after the ticket was taken.
    pub granting: Granting,
    /// Steps that are taken back.
    pub undo: Undoing,
    /// Appointments.
    pub appointments: Appointments,
}

/// Which services give appointments, and what is asked of who comes for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointments {
    /// The services that give any.
    pub services: BTreeMap<ServiceCode, SlotRule>,
    /// How long before its slot an appointment is booked at the latest, but by the staff.
    pub notice: Minutes,
    /// How many days ahead it is booked at the most; 0: for today alone.
    pub horizon_days: u32,
    /// How long before its time its citizen may check in.
    pub early: Minutes,
    /// How long after its time it still counts as of its time; then it is missed.
    pub late: Minutes,
    /// What becomes of who comes later.
    pub when_late: WhenLate,
}

/// The slots of a service: they follow each other from each opening to the closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlotRule {
    /// How long each is.
    pub length: Minutes,
    /// Appointments in each.
    pub places: u32,
}

/// What becomes of who comes too late for an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenLate {
    /// They get a ticket as everybody, as of now.
    OrdinaryTicket,
    /// They are told that their time is over.
    Refuse,
}

impl Default for Appointments {
    /// None. Where there are any: half an hour of waiting room before the time, and ten minutes for a bus that was
    /// late; who comes later has come all the same, and waits as everybody.
    fn default() -> Self {
        Self {
            services: BTreeMap::new(),
            notice: Minutes(60),
            horizon_days: 14,
            early: Minutes(30),
            late: Minutes(10),
            when_late: WhenLate::OrdinaryTicket,
        }
    }
}

/// Who may grant a priority class to a ticket that was taken without it. Each grant stands in the journal with who.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Granting {
    /// Officers at their desks.
    pub by_officers: bool,
    /// The reception.
    pub by_reception: bool,
}

impl Default for Granting {
    /// Both: whoever sees that somebody is old or pregnant should be able to help, and an inspector can read who did.
    fn default() -> Self {
        Self { by_officers: true, by_reception: true }
    }
}

/// Several services with one ticket: what one counter does is done there in one visit, and the ticket goes on to the
/// next counter by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Itinerary {
    /// Services that one ticket may be for; 1: each needs a ticket of its own.
    pub services_max: u16,
}

impl Default for Itinerary {
    /// Three: a certified copy, a birth certificate and a residence record are what one family comes for.
    fn default() -> Self {
        Self { services_max: 3 }
    }
}

/// How long an officer can take back the last step at a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undoing {
    /// Seconds from the step, 60 at most; 0: never.
    pub seconds: u32,
}

impl Default for Undoing {
    /// Ten seconds: long enough to see what the wrong key did, and short enough that hardly anybody has acted on it.
    fn default() -> Self {
        Self { seconds: 10 }
    }
}

/// Why counters pause: everybody in the hall reads it. By default nobody is asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pausing {
    /// The reasons that may be given, each with how long such a pause takes when that is not said.
    pub reasons: BTreeMap<PauseReason, Option<Minutes>>,
}

/// When whoever closes or pauses the last open counter of a service must say what becomes of those who wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leaving {
    /// Before the counter closes.
    pub asks_when_closing: bool,
    /// Before a pause that is meant to last at least this long; 0: before every pause, none: before no pause.
    pub asks_from_pause: Option<Minutes>,
}

impl Default for Leaving {
    /// In a commune most services have one counter: who only fetches a paper is not asked, who goes to lunch is.
    fn default() -> Self {
        Self { asks_when_closing: true, asks_from_pause: Some(Minutes(30)) }
    }
}

/// How visits come out. By default a visit may end without a word about it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcomes {
    /// What an officer may note.
    pub known: Vec<OutcomeId>,
    /// Whether an officer must note one before the visit ends.
    pub is_required: bool,
}

/// Calls out of turn. They always stand in the journal with who; by default nobody is asked why.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choosing {
    /// The reasons that an officer may give.
    pub reasons: Vec<CallReason>,
    /// Whether one must be given.
    pub is_reason_required: bool,
}

/// Where a ticket stands that was handed on to another service or counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfers {
    /// Where in the order, when the officer doesn't say.
    pub rank: Rank,
    /// By how much one that is ranked by its arrival counts as earlier still.
    pub head_start: Minutes,
}

impl Default for Transfers {
    /// By the first arrival: whoever was sent on has waited already, and overtakes nobody who came before.
    fn default() -> Self {
        Self { rank: Rank::Arrival, head_start: Minutes(0) }
    }
}

/// How often a ticket is called before its citizen counts as missing.
///
/// By default the officer decides, who sees the hall: a wrong no-show costs nothing, as the citizen may come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Calling {
    /// Seconds from a call to its recall, and from the newest call to a no-show, at least.
    pub gap_seconds: u32,
    /// Recalls before a no-show, at least.
    pub recalls_min: u16,
    /// Whether the end of a visit calls the next ticket by itself. By default not: an officer needs a breath, and a
    /// call that nobody wanted is worse than one key more.
    pub next_on_finish: bool,
}

/// How tickets come back that were put aside or missed their call. None is ever called before it is back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Away {
    /// Where a ticket comes back to when the officer doesn't say.
    pub back_to: BackTo,
    /// How long after its missed call a ticket may come back; 0: never, the citizen takes a new one.
    pub grace: Minutes,
    /// By how much a missed ticket comes back later than its place was, each time.
    pub lateness: Minutes,
    /// Whether citizens may say on their phones that they are back.
    pub by_holder: bool,
}

impl Default for Away {
    /// Back to the officer who knows the case. A quarter of an hour is a walk to the copy shop and back, and five
    /// minutes later than the own place is enough that nobody is called away from their turn by who was not there.
    fn default() -> Self {
        Self { back_to: BackTo::Here, grace: Minutes(15), lateness: Minutes(5), by_holder: true }
    }
}
