//! The table `[away]`: tickets that were put aside at a counter, or whose citizen did not come when called.

use std::ops::RangeInclusive;

use crate::read::{Table, choice, truth, whole_number};

/// How tickets come back that are away. A set-up without the table has the usual one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Away {
    /// Where a ticket comes back to that was put aside, when the officer doesn't say.
    pub back_to: BackTo,
    /// Minutes after a missed call in which the ticket may come back, 0 to 240; 0: never.
    pub grace_minutes: u16,
    /// Minutes by which a missed ticket comes back later than its place was, 0 to 120.
    pub lateness_minutes: u16,
    /// Whether citizens may say on their phones that they are back.
    pub by_phone: bool,
}

/// Where a ticket that was put aside comes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackTo {
    /// The counter that put it aside.
    Here,
    /// Any counter of its service.
    Anywhere,
}

impl BackTo {
    pub(super) const CHOICES: [(&str, Self); 2] = [("here", Self::Here), ("anywhere", Self::Anywhere)];
}

impl Default for Away {
    /// As the rules have it that know no set-up.
    fn default() -> Self {
        Self { back_to: BackTo::Here, grace_minutes: 15, lateness_minutes: 5, by_phone: true }
    }
}

impl Away {
    /// Minutes that a missed ticket may come back later.
    pub(super) const LATENESS: RangeInclusive<u16> = 0..=120;

    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let back_to = table.required("back_to", choice(&BackTo::CHOICES));
        let grace_minutes = table.required("grace_minutes", whole_number(0..=240));
        let lateness_minutes = table.required("lateness_minutes", whole_number(Self::LATENESS));
        let by_phone = table.required("by_phone", truth);
        Some(Self {
            back_to: back_to?,
            grace_minutes: grace_minutes?,
            lateness_minutes: lateness_minutes?,
            by_phone: by_phone?,
        })
    }
}
