//! The table `[transfer]`: tickets that a counter hands on to another service or counter.

use std::ops::RangeInclusive;

use crate::read::{Table, choice, whole_number};

/// Where a ticket stands that was handed on. A set-up without the table ranks it by its first arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// Where in the order, when the officer doesn't say.
    pub place: TransferPlace,
    /// Minutes by which one that is ranked by its arrival counts as earlier still, 0 to 120.
    pub head_start_minutes: u16,
}

/// Where in the order a ticket stands that was handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransferPlace {
    /// Before everybody who waits there.
    Front,
    /// By its first arrival.
    Arrival,
    /// As if it were taken now.
    End,
}

impl TransferPlace {
    pub(super) const CHOICES: [(&str, Self); 3] =
        [("front", Self::Front), ("arrival", Self::Arrival), ("end", Self::End)];
}

impl Default for Transfer {
    fn default() -> Self {
        Self { place: TransferPlace::Arrival, head_start_minutes: 0 }
    }
}

impl Transfer {
    /// Minutes that a head start may have.
    pub(super) const HEAD_START: RangeInclusive<u16> = 0..=120;

    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let place = table.required("place", choice(&TransferPlace::CHOICES));
        let head_start_minutes = table.required("head_start_minutes", whole_number(Self::HEAD_START));
        Some(Self { place: place?, head_start_minutes: head_start_minutes? })
    }
}
