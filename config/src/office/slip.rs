//! The table `[slip]`: what slips are printed on, and whether the staff get one after a restart.

use crate::read::{Table, choice, truth};

/// Width of the paper for slips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 80 mm, 576 dots.
    Mm80,
    /// 58 mm, 384 dots.
    Mm58,
}

/// What `[slip]` says.
pub(super) struct SlipTable {
    pub(super) paper: Paper,
    pub(super) boot_slip: bool,
}

impl SlipTable {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let paper = table.required("paper", choice(&[("80mm", Paper::Mm80), ("58mm", Paper::Mm58)]));
        // Set-ups from before there was such a slip have no word of it.
        let boot_slip = table.optional("boot_slip", truth).unwrap_or(true);
        Some(Self { paper: paper?, boot_slip })
    }
}
