//! A ticket's place in the order of calling: the time that decides, who alone may call it, and why it stands there.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::CounterNumber;
use crate::transferring::Rank;

/// Where a ticket stands in the queue; while it doesn't wait, where it stood last and would go back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The effective arrival: the smallest is called first.
    pub effective: Timestamp,
    /// The only counter that calls it; none for all that handle its service.
    pub counter: Option<CounterNumber>,
    /// When it took this place.
    pub since: Timestamp,
    /// How it came here.
    pub origin: Origin,
}

/// How a ticket came to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Origin {
    /// It was taken.
    Taken,
    /// It was put aside, and its citizen is back.
    Parked {
        /// Where it was put aside.
        counter: CounterNumber,
    },
    /// Another counter handed it on.
    Transferred {
        /// Which.
        counter: CounterNumber,
        /// Where in the order it was put.
        rank: Rank,
        /// Whether that counter had done its part, so that the ticket went on by itself to what is needed next.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        done: bool,
    },
    /// The counter that had called it was freed before anybody came there.
    PutBack {
        /// Which.
        counter: CounterNumber,
    },
    /// Nobody came when it was called, and its citizen is back.
    Missed {
        /// Where it was called to.
        counter: CounterNumber,
    },
}
