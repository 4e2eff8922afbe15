//! The table `[entrance]`: when the kiosk gives tickets.

use crate::read::{Table, choice, whole_number};

/// When the kiosk gives tickets. The staff may give one at any time. A set-up without the table gives them always.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entrance {
    /// Always, or while the office is open.
    pub tickets: Tickets,
    /// While it is open: so many minutes before each opening, 0 to 120.
    pub before_minutes: u16,
    /// While it is open: who is the last of a day.
    pub last: LastTicket,
}

/// When there are tickets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tickets {
    /// At any time.
    Always,
    /// While the office is open.
    WhileOpen,
}

/// Who is the last of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastTicket {
    /// Whoever comes before the office closes.
    AtClosing,
    /// Whoever is likely to be called before it closes.
    ByForecast,
}

impl Default for Entrance {
    fn default() -> Self {
        Self { tickets: Tickets::Always, before_minutes: 15, last: LastTicket::ByForecast }
    }
}

impl Entrance {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let tickets =
            table.required("tickets", choice(&[("always", Tickets::Always), ("while-open", Tickets::WhileOpen)]));
        let before_minutes = table.required("before_minutes", whole_number(0..=120));
        let last = table.required(
            "last",
            choice(&[("at-closing", LastTicket::AtClosing), ("by-forecast", LastTicket::ByForecast)]),
        );
        Some(Self { tickets: tickets?, before_minutes: before_minutes?, last: last? })
    }
}
