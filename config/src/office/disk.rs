//! The table `[disk]`: when the room on the data's disk is short.

use crate::read::{Table, whole_number};

/// From when on an administrator is told that room is short. A set-up without the table has the usual one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disk {
    /// Megabytes (of 1,000,000 bytes) of room below which the administrator's page warns, 1 to 1,000,000.
    pub warn_below_megabytes: u32,
}

impl Default for Disk {
    /// One gigabyte: a busy commune writes 15 MB a year, so there is time to make room, and machines that keep their
    /// log on the same disk fill the rest in weeks and not in hours.
    fn default() -> Self {
        Self { warn_below_megabytes: 1_000 }
    }
}

impl Disk {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let warn_below_megabytes = table.required("warn_below_megabytes", whole_number(1..=1_000_000));
        Some(Self { warn_below_megabytes: warn_below_megabytes? })
    }
}
