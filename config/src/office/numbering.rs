//! The table `[numbering]`: how tickets are numbered.

use crate::read::{Table, choice, whole_number};

/// The last number that makes four signs with its letter, which fit all displays at full size.
const LAST_READABLE: u32 = 999;

/// How the tickets of a business day are numbered, per prefix, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbering {
    /// The last number of a day, 99 to 9999.
    pub last: u32,
    /// What comes after it.
    pub after_last: AfterLast,
}

/// What happens when a prefix has used its last number of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterLast {
    /// Numbers go on with one digit more: A1000.
    Widen,
    /// No more tickets that day.
    Refuse,
}

impl Numbering {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let last_node = table.child("last");
        let last = whole_number(99..=9999)(&last_node);
        if last.is_some_and(|last| last > LAST_READABLE) {
            last_node.warn(
                format!("{}: ticket numbers of 5 signs", last_node.found()),
                "999: 4 signs can be read from afar",
            );
        }
        let after_last =
            table.required("after_last", choice(&[("widen", AfterLast::Widen), ("refuse", AfterLast::Refuse)]));
        Some(Self { last: last?, after_last: after_last? })
    }
}
