//! The table `[calling]`: how tickets are called, and what must come before a citizen counts as missing.

use crate::read::{Table, truth, whole_number};

/// What must come before a no-show, and with a call out of turn. A set-up without the table leaves it to the officers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Calling {
    /// Seconds from a call to the next one of the same ticket, or to the no-show, at least; 0 to 300.
    pub gap_seconds: u16,
    /// Recalls before a no-show, at least; 0 to 5.
    pub recalls_min: u16,
    /// Whether an officer who calls somebody out of turn must say why.
    pub reason_required: bool,
    /// Whether the end of a visit calls the next ticket by itself.
    pub next_on_finish: bool,
    /// Whether an officer must note how a visit came out before it ends.
    pub outcome_required: bool,
}

impl Calling {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let gap_seconds = table.required("gap_seconds", whole_number(0..=300));
        let recalls_min = table.required("recalls_min", whole_number(0..=5));
        let reason_required = table.required("reason_required", truth);
        let outcome_required = table.optional("outcome_required", truth).unwrap_or_default();
        let next_on_finish = table.optional("next_on_finish", truth).unwrap_or_default();
        Some(Self {
            next_on_finish,
            gap_seconds: gap_seconds?,
            recalls_min: recalls_min?,
            reason_required: reason_required?,
            outcome_required,
        })
    }
}
