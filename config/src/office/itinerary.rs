//! The table `[itinerary]`: several services with one ticket.

use crate::read::{Table, truth, whole_number};

/// Several services with one ticket. A set-up without the table allows three, and the kiosk asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Itinerary {
    /// Services that one ticket may be for, 1 to 9; 1: each needs a ticket of its own.
    pub services_max: u16,
    /// Whether the kiosk offers to add a service.
    pub kiosk_asks: bool,
}

impl Default for Itinerary {
    fn default() -> Self {
        Self { services_max: 3, kiosk_asks: true }
    }
}

impl Itinerary {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let services_max = table.required("services_max", whole_number(1..=9));
        let kiosk_asks = table.required("kiosk_asks", truth);
        Some(Self { services_max: services_max?, kiosk_asks: kiosk_asks? })
    }
}
