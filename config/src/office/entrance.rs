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
    /// So many tickets a kiosk gives at once, and as many in each minute after, 0 to 600; 0 is any number. A person who
    /// knows what they want needs 15 seconds at a kiosk and its printer 3 for a slip: 12 in a minute are three families
    /// in a row, and more than a queue in front of it can take for long.
    pub tickets_per_minute: u16,
}

/// Tickets a minute, where the set-up says nothing.
const TICKETS_PER_MINUTE: u16 = 12;

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
        Self {
            tickets: Tickets::Always,
            before_minutes: 15,
            last: LastTicket::ByForecast,
            tickets_per_minute: TICKETS_PER_MINUTE,
        }
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
        let tickets_per_minute = table.optional("tickets_per_minute", whole_number(0..=600));
        let tickets_per_minute = tickets_per_minute.unwrap_or(TICKETS_PER_MINUTE);
        Some(Self { tickets: tickets?, before_minutes: before_minutes?, last: last?, tickets_per_minute })
    }
}
