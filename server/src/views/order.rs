//! The order of the set-up: counters as they stand in the room, services as the administrator listed them.

use moi_config::Office;
use moi_domain::{CounterNumber, ServiceCode};

/// Counters in the order in which they stand in the room: the wall's strip is a map.
pub fn room_order(office: &Office) -> impl Iterator<Item = CounterNumber> {
    office.counters.iter().filter_map(|counter| CounterNumber::try_from(counter.number).ok())
}

/// Services in the order of the set-up.
pub(super) fn services_in_order(office: &Office) -> impl Iterator<Item = ServiceCode> {
    office.services.iter().filter_map(|service| ServiceCode::new(&service.code).ok())
}
