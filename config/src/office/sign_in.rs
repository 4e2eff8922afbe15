//! The table `[sign_in]`: when a session ends in which nobody does anything.

use crate::read::{Table, whole_number};

/// When a session ends in which nobody does anything. A set-up without the table has the usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// Minutes for administrators, supervisors and inspectors, 5 to 720.
    pub idle_minutes: u16,
    /// Minutes for officers and receptionists, 5 to 720.
    pub desk_idle_minutes: u16,
}

impl Default for SignIn {
    /// Half an hour, as for every page that changes how others work; and a whole morning at a desk, since one without a
    /// single citizen must not send its officer to the sign-in page when the first one comes.
    fn default() -> Self {
        Self { idle_minutes: 30, desk_idle_minutes: 240 }
    }
}

impl SignIn {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        // No longer than a session lasts in any case.
        let minutes = || whole_number(5..=720);
        let idle_minutes = table.required("idle_minutes", minutes());
        let desk_idle_minutes = table.required("desk_idle_minutes", minutes());
        Some(Self { idle_minutes: idle_minutes?, desk_idle_minutes: desk_idle_minutes? })
    }
}
