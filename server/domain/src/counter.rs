//! A counter: whose it is, and who is there.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{OfficerName, PauseReason, TicketId};

/// A counter as it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counter {
    /// Whose it is, and whether it calls.
    pub standing: Standing,
    /// The ticket that is called or served here. Only an open counter has one.
    pub visit: Option<TicketId>,
    /// The ticket whose visit ended here last, since the counter was opened.
    pub last: Option<TicketId>,
    /// From whom its officer took it over, since it was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_from: Option<TakenFrom>,
}

/// From whom a counter was taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakenFrom {
    /// Who held it before.
    pub officer: OfficerName,
    /// When.
    pub at: Timestamp,
}

/// Whose a counter is, and whether it calls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Standing {
    /// Nobody's.
    Closed,
    /// It calls.
    Open {
        /// Whose it is.
        officer: OfficerName,
        /// Since when.
        since: Timestamp,
    },
    /// It calls nobody, and stays its officer's.
    Paused {
        /// Whose it is.
        officer: OfficerName,
        /// Since when.
        since: Timestamp,
        /// Until when, where the officer said so.
        until: Option<Timestamp>,
        /// Why, of the set-up's list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<PauseReason>,
    },
}

impl Counter {
    /// As each counter is before its first officer.
    pub(crate) const CLOSED: Self = Self { standing: Standing::Closed, visit: None, last: None, taken_from: None };
}

impl Standing {
    /// Who holds the counter.
    #[must_use]
    pub fn officer(&self) -> Option<&OfficerName> {
        match self {
            Self::Closed => None,
            Self::Open { officer, .. } | Self::Paused { officer, .. } => Some(officer),
        }
    }

    /// Since when it is so; none when closed.
    #[must_use]
    pub fn since(&self) -> Option<Timestamp> {
        match self {
            Self::Closed => None,
            Self::Open { since, .. } | Self::Paused { since, .. } => Some(*since),
        }
    }

    /// Whether the counter calls people.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self {
            Self::Open { .. } => true,
            Self::Closed | Self::Paused { .. } => false,
        }
    }
}
