//! Why a ticket stands where it stands in the order of calling: a kind, and what its words need. Never which priority.

use moi_config::Office;
use moi_config::text::Catalogue;
use moi_domain::{Origin, Rank, Setup, Status, Ticket};
use serde::Serialize;
use utoipa::ToSchema;

use super::local;

/// Why a ticket stands where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Reason {
    /// By the time when it was taken.
    Arrival,
    /// By the time when its citizen is reckoned to have come during an outage, with a number on paper.
    Outage,
    /// Its priority class gives it a head start.
    Priority {
        /// How much.
        minutes: u32,
    },
    /// Its citizen has an appointment, and came in time.
    Appointment {
        /// When, in the office's time.
        at: String,
        /// How much earlier a priority class makes it.
        minutes: u32,
    },
    /// It was put aside, and is back.
    Returned {
        /// Where it was put aside.
        counter: u16,
    },
    /// Another counter handed it on.
    Transferred {
        /// Which.
        counter: u16,
    },
    /// Another counter handed it on, before everybody who waited.
    TransferredFront {
        /// Which.
        counter: u16,
    },
    /// A counter had done its part, and it went on by itself to what its citizen needs next.
    GoesOn {
        /// Which.
        counter: u16,
    },
    /// An officer chose it.
    Chosen {
        /// Id of the reason that was given.
        reason: Option<String>,
    },
    /// The counter that had called it was freed.
    PutBack {
        /// Which.
        counter: u16,
    },
    /// Nobody came when it was called, and now they are there.
    Missed {
        /// Where it was called to.
        counter: u16,
    },
}

/// Why somebody was called before another citizen, as that one may know it: not even how long the head start of a
/// priority class is, since a set-up with classes of different lengths would tell by it which it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PublicReason {
    /// The law lets them go first.
    Priority,
    /// They had booked a time.
    Appointment,
    /// They had been called before, were away, and came back.
    Returned,
    /// Another counter handed them on.
    Transferred,
    /// They were done at another counter, and went on to what they need next.
    GoesOn,
    /// An officer called them out of turn.
    Chosen,
    /// The counter that had called them was closed.
    PutBack,
    /// They had come during an outage, with a number on paper.
    Outage,
}

impl PublicReason {
    /// What everybody may know of a reason; none for the order of arrival.
    #[must_use]
    pub fn of(reason: &Reason) -> Option<Self> {
        match reason {
            Reason::Arrival => None,
            Reason::Outage => Some(Self::Outage),
            Reason::Appointment { minutes: 0, .. } => Some(Self::Appointment),
            Reason::Priority { .. } | Reason::Appointment { .. } => Some(Self::Priority),
            Reason::Returned { .. } | Reason::Missed { .. } => Some(Self::Returned),
            Reason::Transferred { .. } | Reason::TransferredFront { .. } => Some(Self::Transferred),
            Reason::GoesOn { .. } => Some(Self::GoesOn),
            Reason::Chosen { .. } => Some(Self::Chosen),
            Reason::PutBack { .. } => Some(Self::PutBack),
        }
    }
}

impl Reason {
    /// The reason of a ticket's place.
    #[must_use]
    pub fn of(setup: &Setup, ticket: &Ticket) -> Self {
        if let Some(choice) = ticket.chosen.as_ref().filter(|_| !matches!(ticket.status, Status::Waiting)) {
            return Self::Chosen { reason: choice.reason.as_ref().map(ToString::to_string) };
        }
        match (ticket.place.origin, ticket.head_start.0) {
            (Origin::Taken, 0) if ticket.is_of_outage() => Self::Outage,
            (Origin::Taken, minutes) => match ticket.appointment.filter(|kept| kept.arrival.is_some()) {
                Some(kept) => Self::Appointment { at: local(&setup.zone, kept.starts_at), minutes },
                None if minutes == 0 => Self::Arrival,
                None => Self::Priority { minutes },
            },
            (Origin::Parked { counter }, _) => Self::Returned { counter: counter.get() },
            (Origin::Transferred { counter, rank, done }, _) => Self::handed_on(counter.get(), rank, done),
            (Origin::PutBack { counter }, _) => Self::PutBack { counter: counter.get() },
            (Origin::Missed { counter }, _) => Self::Missed { counter: counter.get() },
        }
    }

    fn handed_on(counter: u16, rank: Rank, done: bool) -> Self {
        match (rank, done) {
            (Rank::Front, false) => Self::TransferredFront { counter },
            (Rank::Arrival | Rank::End, false) => Self::Transferred { counter },
            // By its first arrival, whatever the rank of who is handed on.
            (Rank::Front | Rank::Arrival | Rank::End, true) => Self::GoesOn { counter },
        }
    }

    /// The same in words for the staff, as their desks say it. A reason for a call out of turn that the set-up no
    /// longer has is called by its id.
    #[must_use]
    pub fn words(&self, texts: &Catalogue, office: &Office, language: &str) -> String {
        let say = |id: &str, name: &str, number: u32| texts.say(language, id, &[(name, number.into())]);
        let from = |id: &str, counter: &u16| say(id, "counter", (*counter).into());
        match self {
            Self::Arrival => texts.say(language, "desk-reason-arrival", &[]),
            Self::Outage => texts.say(language, "desk-reason-outage", &[]),
            Self::Appointment { at, minutes } => {
                let values = [("time", at.get(11..16).unwrap_or(at).into()), ("minutes", (*minutes).into())];
                texts.say(language, "desk-reason-appointment", &values)
            }
            Self::Priority { minutes } => say("desk-reason-priority", "minutes", *minutes),
            Self::Returned { counter } => from("desk-reason-returned", counter),
            Self::Transferred { counter } => from("desk-reason-transferred", counter),
            Self::TransferredFront { counter } => from("desk-reason-transferred-front", counter),
            Self::GoesOn { counter } => from("desk-reason-goes-on", counter),
            Self::PutBack { counter } => from("desk-reason-put-back", counter),
            Self::Missed { counter } => from("desk-reason-missed", counter),
            Self::Chosen { reason: None } => texts.say(language, "desk-reason-chosen", &[]),
            Self::Chosen { reason: Some(id) } => {
                let known = office.call_reasons.iter().find(|reason| reason.id == *id);
                let why = known.map_or(id.as_str(), |reason| reason.name.in_language(language));
                texts.say(language, "desk-reason-chosen-why", &[("why", why.into())])
            }
        }
    }
}
