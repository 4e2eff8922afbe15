//! The table `[outage]`: numbers for paper, which the ticket machine never gives.

use super::Numbering;
use crate::read::{Table, whole_number};

/// How many of each letter's last numbers are reserved for paper. A set-up without the table reserves as many as ship,
/// or half of all where that is less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outage {
    /// From 0 to 500, and half of all at most.
    pub numbers: u32,
}

/// As many people as come in an hour of a busy day, for one service.
const NUMBERS_USUAL: u32 = 50;

impl Outage {
    /// What a set-up without the table reserves.
    pub(super) fn usual(numbering: Option<Numbering>) -> Self {
        Self { numbers: numbering.map_or(0, |numbering| NUMBERS_USUAL.min(numbering.last / 2)) }
    }

    pub(super) fn read(table: &mut Table<'_, '_>, numbering: Option<Numbering>) -> Option<Self> {
        let node = table.child("numbers");
        let numbers = whole_number(0..=500)(&node);
        if let (Some(numbers), Some(Numbering { last, .. })) = (numbers, numbering)
            && numbers > last / 2
        {
            node.refuse(format!("at most half of the {last} numbers of [numbering]"));
            return None;
        }
        Some(Self { numbers: numbers? })
    }
}
