//! The table `[desk]`: what officers may do at their desks.

use crate::read::{Table, whole_number};

/// What officers may do at their desks. A set-up without the table has the usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Desk {
    /// Seconds in which an officer can take back the last step, 0 to 60; 0: never.
    pub undo_seconds: u16,
}

impl Default for Desk {
    /// Long enough to see what a wrong key did, too short for much to have come of it.
    fn default() -> Self {
        Self { undo_seconds: 10 }
    }
}

impl Desk {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let undo_seconds = table.required("undo_seconds", whole_number(0..=60));
        Some(Self { undo_seconds: undo_seconds? })
    }
}
