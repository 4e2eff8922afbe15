//! The table `[leaving]`: what is asked before the last open counter of a service closes or pauses while people wait.

use crate::read::{Table, truth, whole_number};

/// When an officer is asked what becomes of those who wait. A set-up without the table asks as the shipped one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaving {
    /// Before the counter closes.
    pub ask_when_closing: bool,
    /// Before a pause of at least so many minutes, 0 to 240; 0: before every pause, none: before no pause.
    pub ask_from_pause_minutes: Option<u16>,
}

impl Default for Leaving {
    fn default() -> Self {
        Self { ask_when_closing: true, ask_from_pause_minutes: Some(30) }
    }
}

impl Leaving {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let ask_when_closing = table.required("ask_when_closing", truth);
        let ask_from_pause_minutes = table.optional("ask_from_pause_minutes", whole_number(0..=240));
        Some(Self { ask_when_closing: ask_when_closing?, ask_from_pause_minutes })
    }
}
