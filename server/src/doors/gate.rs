//! How many connections there may be, of one address and in all, with room that is kept for whoever is known: neither
//! phones nor idle connections take the last place from a desk.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::limits::Limit;
use super::place_of;

/// Of all places, one in so many is kept for whoever is known ...
const KEPT_ONE_OF: usize = 8;

/// ... and no more than this: two hundred counters, each with a desk and a display.
const KEPT_MAX: usize = 512;

/// One address may have one in so many of the others: two thousand phones behind one router with two connections each
/// fit into a quarter of 16,384 ...
const OF_ADDRESS_ONE_OF: usize = 4;

/// ... and at least this many, where the machine allows few: a commune's hall behind one router.
const OF_ADDRESS_MIN: usize = 512;

/// Addresses that are known: the devices of a large office, twice over.
const KNOWN_MAX: usize = 1_024;

/// So long after somebody of the office was there an address is known: to the next working day, over a long holiday.
const KNOWN_FOR: Duration = Duration::from_hours(10 * 24);

/// How much room there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// For all.
    pub total: usize,
    /// Of these, for whoever is known alone.
    pub kept: usize,
    /// For one address, known or not.
    pub of_address: usize,
}

impl Room {
    /// Divides so many places. `of_address` is what an administrator says.
    #[must_use]
    pub fn of(total: usize, of_address: Option<usize>) -> Self {
        let kept = (total / KEPT_ONE_OF).min(KEPT_MAX);
        let usual = ((total - kept) / OF_ADDRESS_ONE_OF).max(OF_ADDRESS_MIN);
        Self { total, kept, of_address: of_address.unwrap_or(usual).min(total) }
    }
}

/// Who is inside.
#[derive(Clone)]
pub struct Gate(Arc<Mutex<Inside>>);

struct Inside {
    room: Room,
    open: usize,
    by_place: HashMap<IpAddr, usize>,
    known: HashMap<IpAddr, Instant>,
}

/// A connection's place, until it is dropped.
pub struct Seat {
    gate: Gate,
    place: IpAddr,
}

/// Who knocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Knock {
    /// Somebody at an address.
    Address(IpAddr),
    /// Somebody of the office, whatever the address.
    Known(IpAddr),
    /// A proxy that was named, behind which there are many.
    Proxy(IpAddr),
}

impl Gate {
    /// Empty.
    #[must_use]
    pub fn new(room: Room) -> Self {
        let (by_place, known) = (HashMap::new(), HashMap::new());
        Self(Arc::new(Mutex::new(Inside { room, open: 0, by_place, known })))
    }

    /// Takes a place.
    ///
    /// # Errors
    /// Which limit leaves none.
    pub fn enter(&self, knock: Knock) -> Result<Seat, Limit> {
        let mut inside = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (address, is_known, is_many) = match knock {
            Knock::Address(address) => (address, address.is_loopback() || inside.knows(address), false),
            Knock::Known(address) => (address, true, false),
            Knock::Proxy(address) => (address, false, true),
        };
        let place = place_of(address);
        let Room { total, kept, of_address } = inside.room;
        if inside.open >= if is_known { total } else { total - kept } {
            return Err(Limit::Connections);
        }
        let here = inside.by_place.get(&place).copied().unwrap_or_default();
        if here >= of_address && !is_many {
            return Err(Limit::ConnectionsOfAddress);
        }
        inside.open += 1;
        inside.by_place.insert(place, here + 1);
        Ok(Seat { gate: self.clone(), place })
    }

    /// Somebody of the office is at this address.
    pub fn know(&self, address: IpAddr) {
        let mut inside = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = place_of(address);
        if inside.known.len() >= KNOWN_MAX && !inside.known.contains_key(&place) {
            let oldest = inside.known.iter().min_by_key(|(_, seen)| **seen).map(|(place, _)| *place);
            oldest.map(|place| inside.known.remove(&place));
        }
        inside.known.insert(place, Instant::now());
    }

    /// How much room there is.
    #[must_use]
    pub fn room(&self) -> Room {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).room
    }

    /// Connections that are open.
    #[must_use]
    pub fn open(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).open
    }
}

impl Inside {
    fn knows(&self, address: IpAddr) -> bool {
        self.known.get(&place_of(address)).is_some_and(|seen| seen.elapsed() < KNOWN_FOR)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut inside = self.gate.0.lock().unwrap_or_else(PoisonError::into_inner);
        inside.open -= 1;
        let left = inside.by_place.get_mut(&self.place).map(|here| {
            *here -= 1;
            *here
        });
        if left == Some(0) {
            inside.by_place.remove(&self.place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { total: 20, kept: 4, of_address: 8 };

    fn at(last: u8) -> IpAddr {
        IpAddr::from([192, 168, 1, last])
    }

    fn fill(gate: &Gate, knock: Knock, times: usize) -> Vec<Seat> {
        (0..times).map_while(|_| gate.enter(knock).ok()).collect()
    }

    #[test]
    fn room_is_divided_by_what_the_machine_has() {
        assert_eq!(Room::of(16_384, None), Room { total: 16_384, kept: 512, of_address: 3_968 });
        assert_eq!(Room::of(896, None), Room { total: 896, kept: 112, of_address: 512 });
        assert_eq!(Room::of(100, None), Room { total: 100, kept: 12, of_address: 100 });
        assert_eq!(Room::of(16_384, Some(9_000)).of_address, 9_000);
    }

    #[test]
    fn one_address_never_takes_the_places_of_others() {
        let gate = Gate::new(ROOM);
        let seats = fill(&gate, Knock::Address(at(1)), 50);
        assert_eq!(seats.len(), 8);
        assert_eq!(gate.enter(Knock::Address(at(1))).err(), Some(Limit::ConnectionsOfAddress));
        assert!(gate.enter(Knock::Address(at(2))).is_ok());
        drop(seats);
        assert_eq!((gate.open(), gate.0.lock().unwrap().by_place.len()), (0, 0), "nothing is left of who went");
    }

    #[test]
    fn strangers_never_take_the_last_place_from_the_office() {
        let gate = Gate::new(ROOM);
        gate.know(at(100));
        let strangers: Vec<Seat> = (1..50).flat_map(|last| fill(&gate, Knock::Address(at(last)), 8)).collect();
        assert_eq!(strangers.len(), 16);
        assert_eq!(gate.enter(Knock::Address(at(60))).err(), Some(Limit::Connections));
        let desk = gate.enter(Knock::Address(at(100)));
        let signed_in = gate.enter(Knock::Known(at(60)));
        let here = gate.enter(Knock::Address(IpAddr::from([127, 0, 0, 1])));
        assert!(desk.is_ok() && signed_in.is_ok() && here.is_ok(), "whoever is known has room left");
    }

    #[test]
    fn all_who_come_through_a_named_proxy_count_as_many_but_not_as_the_office() {
        let gate = Gate::new(ROOM);
        assert_eq!(fill(&gate, Knock::Proxy(at(1)), 50).len(), 16);
    }

    #[test]
    fn the_known_are_never_more_than_their_limit_and_the_oldest_go_first() {
        let gate = Gate::new(ROOM);
        for number in 0..=u32::try_from(KNOWN_MAX).unwrap() {
            gate.know(IpAddr::from((0x0A00_0000 + number).to_be_bytes()));
        }
        let inside = gate.0.lock().unwrap();
        assert_eq!(inside.known.len(), KNOWN_MAX);
        assert!(!inside.knows(IpAddr::from([10, 0, 0, 0])) && inside.knows(IpAddr::from([10, 0, 0, 1])));
    }
}
