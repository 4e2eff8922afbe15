//! The table `[granting]`: who may give a priority class to a ticket that was taken without it.

use crate::read::{Table, truth};

/// Who may grant a priority class after the ticket was taken. A set-up without the table lets both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Granting {
    /// Officers at their desks.
    pub by_officers: bool,
    /// The reception.
    pub by_reception: bool,
}

impl Default for Granting {
    fn default() -> Self {
        Self { by_officers: true, by_reception: true }
    }
}

impl Granting {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let by_officers = table.required("by_officers", truth);
        let by_reception = table.required("by_reception", truth);
        Some(Self { by_officers: by_officers?, by_reception: by_reception? })
    }
}
