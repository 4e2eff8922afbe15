//! Events to write in tests.

use jiff::Timestamp;
use moi_domain::{Actor, CommandKey, CounterNumber, Event, EventNumber, Fact, OfficerName};

use crate::chain::{self, Checksum};
use crate::run::{self, Run};

/// Events with these numbers; every other one carries a key.
pub(crate) fn events(numbers: std::ops::RangeInclusive<u64>) -> Vec<Event> {
    numbers.map(event).collect()
}

fn event(number: u64) -> Event {
    Event {
        number: EventNumber(number),
        at: Timestamp::from_second(1_795_000_000 + number.cast_signed()).expect("a time"),
        by: Actor::Kiosk("own".into()),
        key: number.is_multiple_of(2).then(|| CommandKey { key: format!("kiosk/own:{number}"), digest: "d".into() }),
        fact: Fact::CounterOpened {
            counter: CounterNumber::try_from(1).expect("a counter"),
            officer: OfficerName::new("Nông Thị Hà").expect("a name"),
        },
    }
}

/// A run of them, chained.
pub(crate) fn day(first: u64, last: u64, before: &Checksum) -> Run {
    let events = events(first..=last);
    let lines = run::write(&events).expect("events are JSON");
    let after = chain::over_lines(before, &lines);
    Run { first: EventNumber(first), lines, after }
}
