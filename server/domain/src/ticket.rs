//! A ticket and its life: each status holds what is true in it, and says what may come next.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::appointment::KeptAppointment;
use crate::choosing::Choice;
use crate::forecast::Band;
use crate::ids::{
    CallId, Cases, CounterNumber, Language, Minutes, OutcomeId, PriorityId, ServiceCode, TicketId, Token,
};
use crate::line::Position;
use crate::number::TicketNumber;
use crate::outage::Paper;
use crate::place::{Origin, Place};

/// A ticket. What came with its taking stays as it was: only its status, place and
/// service change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ticket {
    /// Stands for it.
    pub id: TicketId,
    /// Its secret.
    pub token: Token,
    /// As on the slip.
    pub number: TicketNumber,
    /// What for, as of now: a transfer may change it.
    pub service: ServiceCode,
    /// What it was taken for.
    pub taken_for: ServiceCode,
    /// What its citizen needs after that, in this order.
    pub then: Vec<ServiceCode>,
    /// How many people or files it stands for.
    pub cases: Cases,
    /// When it came into the queue first: of an outage's, when it was entered.
    pub entered_at: Timestamp,
    /// The priority class, never shown.
    pub priority: Option<PriorityId>,
    /// What the class gave when the ticket was taken.
    pub head_start: Minutes,
    /// The citizen's.
    pub language: Language,
    /// When it was taken; of an outage's, when its citizen is reckoned to have come.
    pub taken_at: Timestamp,
    /// When it was taken minus the head start: the effective arrival of its first place.
    pub effective: Timestamp,
    /// Waiting people before it when it was taken.
    pub ahead_at_first: u32,
    /// The forecast that the citizen was shown.
    pub promised: Option<Band>,
    /// That its number is a reserved one, on paper: it has no slip and no phone page.
    pub paper: Option<Paper>,
    /// Where it stands in the order of calling.
    pub place: Place,
    /// That an officer chose it, when it was called last; none when it was its turn.
    pub chosen: Option<Choice>,
    /// How its newest visit came out, where the officer noted it.
    pub outcome: Option<OutcomeId>,
    /// The appointment that its citizen has come for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointment: Option<KeptAppointment>,
    /// How far it is.
    pub status: Status,
}

impl Ticket {
    /// As of when its citizen counts as come, before any head start: when it was taken, or the time of the appointment.
    #[must_use]
    pub fn arrival(&self) -> Timestamp {
        self.appointment.and_then(|kept| kept.arrival).unwrap_or(self.taken_at)
    }

    /// Since when its citizen waits: nobody does so before their appointment, nor before they are there.
    #[must_use]
    pub fn waits_from(&self) -> Timestamp {
        self.arrival().max(self.taken_at)
    }

    /// How long its citizen had waited by then.
    #[must_use]
    pub fn waited(&self, until: Timestamp) -> SignedDuration {
        until.duration_since(self.waits_from()).max(SignedDuration::ZERO)
    }

    /// Whether its citizen has waited since earlier, ties by id.
    pub(crate) fn waits_longer_than(&self, other: &Self) -> bool {
        (self.waits_from(), self.id) < (other.waits_from(), other.id)
    }

    /// Whether it was handed out on paper while the system was down.
    #[must_use]
    pub fn is_of_outage(&self) -> bool {
        matches!(self.paper, Some(Paper::Outage { .. }))
    }

    pub(crate) fn position(&self) -> Position {
        Position { effective: self.place.effective, ticket: self.id }
    }
}

/// How far a ticket is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Status {
    /// In the queue.
    Waiting,
    /// On the way to a counter.
    Called {
        /// Which.
        counter: CounterNumber,
        /// The newest call.
        call: CallId,
        /// When it was called first.
        called_at: Timestamp,
        /// When it was called last.
        newest_at: Timestamp,
        /// How often it was called again.
        recalls: u16,
    },
    /// At the counter.
    Serving {
        /// Which.
        counter: CounterNumber,
        /// The newest call.
        call: CallId,
        /// When it was called first.
        called_at: Timestamp,
        /// When the visit began.
        started_at: Timestamp,
        /// How often it was called again.
        recalls: u16,
    },
    /// Put aside: the citizen fetches what is missing. Never called by itself.
    Parked {
        /// Where.
        counter: CounterNumber,
        /// When it was called first.
        called_at: Timestamp,
        /// When the visit began; none when the officer never said so.
        started_at: Option<Timestamp>,
        /// When it was put aside.
        parked_at: Timestamp,
        /// How often it was called again.
        recalls: u16,
        /// Whether it comes back to this counter alone.
        here: bool,
    },
    /// Done.
    Finished {
        /// Where.
        counter: CounterNumber,
        /// When it was called first.
        called_at: Timestamp,
        /// When the visit began; none when the officer never said so.
        started_at: Option<Timestamp>,
        /// When the visit ended.
        finished_at: Timestamp,
        /// How often it was called again.
        recalls: u16,
    },
    /// Called in vain.
    NoShow {
        /// Where to.
        counter: CounterNumber,
        /// When it was called first.
        called_at: Timestamp,
        /// When the officer gave up.
        missed_at: Timestamp,
        /// How often it was called again.
        recalls: u16,
    },
    /// Given back.
    Cancelled {
        /// When.
        cancelled_at: Timestamp,
    },
}

/// The steps of a life. None where the step is not one from this status.
impl Status {
    pub(crate) fn called(self, counter: CounterNumber, call: CallId, at: Timestamp) -> Option<Self> {
        match self {
            // Away ones only when an officer chose them.
            Self::Waiting | Self::Parked { .. } | Self::NoShow { .. } => {
                Some(Self::Called { counter, call, called_at: at, newest_at: at, recalls: 0 })
            }
            Self::Called { .. } | Self::Serving { .. } | Self::Finished { .. } | Self::Cancelled { .. } => None,
        }
    }

    pub(crate) fn recalled(self, call: CallId, at: Timestamp) -> Option<Self> {
        match self {
            Self::Called { counter, called_at, recalls, .. } => {
                Some(Self::Called { counter, call, called_at, newest_at: at, recalls: recalls.saturating_add(1) })
            }
            Self::Waiting
            | Self::Serving { .. }
            | Self::Parked { .. }
            | Self::Finished { .. }
            | Self::NoShow { .. }
            | Self::Cancelled { .. } => None,
        }
    }

    pub(crate) fn started(self, at: Timestamp) -> Option<Self> {
        match self {
            Self::Called { counter, call, called_at, recalls, .. } => {
                Some(Self::Serving { counter, call, called_at, started_at: at, recalls })
            }
            Self::Waiting
            | Self::Serving { .. }
            | Self::Parked { .. }
            | Self::Finished { .. }
            | Self::NoShow { .. }
            | Self::Cancelled { .. } => None,
        }
    }

    pub(crate) fn finished(self, at: Timestamp) -> Option<Self> {
        match self {
            Self::Called { counter, called_at, recalls, .. } => {
                Some(Self::Finished { counter, called_at, started_at: None, finished_at: at, recalls })
            }
            Self::Serving { counter, call: _, called_at, started_at, recalls } => {
                Some(Self::Finished { counter, called_at, started_at: Some(started_at), finished_at: at, recalls })
            }
            Self::Waiting
            | Self::Parked { .. }
            | Self::Finished { .. }
            | Self::NoShow { .. }
            | Self::Cancelled { .. } => None,
        }
    }

    /// Put aside at its counter; `here` when it is to come back to that counter alone.
    pub(crate) fn parked(self, here: bool, at: Timestamp) -> Option<Self> {
        let (counter, called_at, started_at, recalls) = match self {
            Self::Called { counter, called_at, recalls, .. } => (counter, called_at, None, recalls),
            Self::Serving { counter, call: _, called_at, started_at, recalls } => {
                (counter, called_at, Some(started_at), recalls)
            }
            Self::Waiting
            | Self::Parked { .. }
            | Self::Finished { .. }
            | Self::NoShow { .. }
            | Self::Cancelled { .. } => return None,
        };
        Some(Self::Parked { counter, called_at, started_at, parked_at: at, recalls, here })
    }

    /// Back in the queue from a counter.
    pub(crate) fn handed_on(self) -> Option<Self> {
        match self {
            Self::Called { .. } | Self::Serving { .. } => Some(Self::Waiting),
            Self::Waiting
            | Self::Parked { .. }
            | Self::Finished { .. }
            | Self::NoShow { .. }
            | Self::Cancelled { .. } => None,
        }
    }

    /// Back in the queue, with how it left it.
    pub(crate) fn returned(self) -> Option<(Self, Origin)> {
        match self {
            Self::Parked { counter, .. } => Some((Self::Waiting, Origin::Parked { counter })),
            Self::NoShow { counter, .. } => Some((Self::Waiting, Origin::Missed { counter })),
            Self::Waiting
            | Self::Called { .. }
            | Self::Serving { .. }
            | Self::Finished { .. }
            | Self::Cancelled { .. } => None,
        }
    }

    pub(crate) fn missed(self, at: Timestamp) -> Option<Self> {
        match self {
            Self::Called { counter, called_at, recalls, .. } => {
                Some(Self::NoShow { counter, called_at, missed_at: at, recalls })
            }
            Self::Waiting
            | Self::Serving { .. }
            | Self::Parked { .. }
            | Self::Finished { .. }
            | Self::NoShow { .. }
            | Self::Cancelled { .. } => None,
        }
    }

    pub(crate) fn cancelled(self, at: Timestamp) -> Option<Self> {
        match self {
            Self::Waiting | Self::Called { .. } | Self::Parked { .. } => Some(Self::Cancelled { cancelled_at: at }),
            Self::Serving { .. } | Self::Finished { .. } | Self::NoShow { .. } | Self::Cancelled { .. } => None,
        }
    }

    /// When the visit began that is being served.
    pub(crate) fn started_at(self) -> Option<Timestamp> {
        match self {
            Self::Serving { started_at, .. } => Some(started_at),
            Self::Waiting
            | Self::Called { .. }
            | Self::Parked { .. }
            | Self::Finished { .. }
            | Self::NoShow { .. }
            | Self::Cancelled { .. } => None,
        }
    }

    /// Whether the ticket holds a counter.
    pub(crate) fn is_at_counter(&self) -> bool {
        match self {
            Self::Called { .. } | Self::Serving { .. } => true,
            Self::Waiting
            | Self::Parked { .. }
            | Self::Finished { .. }
            | Self::NoShow { .. }
            | Self::Cancelled { .. } => false,
        }
    }

    /// Whether the ticket was put aside or missed its call: it may come back.
    #[must_use]
    pub fn is_away(&self) -> bool {
        match self {
            Self::Parked { .. } | Self::NoShow { .. } => true,
            Self::Waiting
            | Self::Called { .. }
            | Self::Serving { .. }
            | Self::Finished { .. }
            | Self::Cancelled { .. } => false,
        }
    }
}
