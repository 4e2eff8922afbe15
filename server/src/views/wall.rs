//! The wall display: who is called where, what each counter does, how many wait.

use moi_config::Office;
use moi_display::Moment;
use moi_display::board::{Call, CounterCell, ServiceWaiting, Waiting, WallView};
use moi_domain::{CounterNumber, Hall, Setup, Status};

use super::order::{room_order, services_in_order};
use super::standing::{pause_reason_of, state_of, until_of};

/// What the waiting room sees.
#[must_use]
pub fn wall_view(hall: &Hall, setup: &Setup, office: &Office) -> WallView {
    WallView {
        calls: hall.recent_calls().map(|call| board_call(hall, setup, call)).collect(),
        counters: room_order(office).map(|number| counter_cell(hall, setup, number)).collect(),
        waiting: Waiting {
            total: count(hall.waiting_total()),
            services: services_in_order(office)
                .map(|code| ServiceWaiting { waiting: count(hall.waiting(&code)), service: code.to_string() })
                .collect(),
        },
    }
}

fn counter_cell(hall: &Hall, setup: &Setup, number: CounterNumber) -> CounterCell {
    let counter = hall.counter(number);
    CounterCell {
        counter: number.get(),
        state: state_of(hall, counter),
        number: counter.visit.and_then(|id| hall.ticket(id)).map(|ticket| ticket.number.to_string()),
        until: until_of(counter).map(|at| Moment::in_zone(at, &setup.zone)),
        pause_reason: pause_reason_of(counter),
    }
}

fn board_call(hall: &Hall, setup: &Setup, call: &moi_domain::Call) -> Call {
    Call {
        id: call.id.0.0,
        number: call.number.to_string(),
        counter: call.counter.get(),
        service: call.service.to_string(),
        at: Moment::in_zone(call.at, &setup.zone),
        recall: call.recall,
        calling: hall.ticket(call.ticket).is_some_and(|ticket| is_on(&ticket.status, call)),
    }
}

/// A call is on until its visit starts or it is called again.
fn is_on(status: &Status, call: &moi_domain::Call) -> bool {
    match status {
        Status::Called { call: id, .. } => *id == call.id,
        Status::Waiting
        | Status::Serving { .. }
        | Status::Parked { .. }
        | Status::Finished { .. }
        | Status::NoShow { .. }
        | Status::Cancelled { .. } => false,
    }
}

fn count(people: usize) -> u32 {
    u32::try_from(people).unwrap_or(u32::MAX)
}
