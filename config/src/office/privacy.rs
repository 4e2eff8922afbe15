//! The table `[privacy]`: how long what is personal is kept.

use crate::read::{Table, whole_number};

/// How long what citizens say of themselves is kept. A set-up without the table has the usual time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Privacy {
    /// Whole days after the business day, 0 to 365, for which phone numbers are kept of those who were not served.
    pub keep_contacts_days: u16,
}

impl Default for Privacy {
    /// A month.
    fn default() -> Self {
        Self { keep_contacts_days: 30 }
    }
}

impl Privacy {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let keep_contacts_days = table.required("keep_contacts_days", whole_number(0..=365));
        Some(Self { keep_contacts_days: keep_contacts_days? })
    }
}
