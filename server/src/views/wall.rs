//! The wall display: who is called where, what each counter does, how many wait.

use moi_display::board::{WallCall, WallCounter, WallView, Waiting, WaitingService};
use moi_domain::{Call, Hall, Setup, Status};

use super::local;
use super::standing::{state_of, until_of};

/// What the waiting room sees.
#[must_use]
pub fn wall_view(hall: &Hall, setup: &Setup) -> WallView {
    WallView {
        calls: hall.recent_calls().map(|call| wall_call(hall, setup, call)).collect(),
        counters: setup
            .counters
            .keys()
            .map(|number| {
                let counter = hall.counter(*number);
                WallCounter {
                    counter: number.get(),
                    state: state_of(hall, counter),
                    number: counter.visit.and_then(|id| hall.ticket(id)).map(|ticket| ticket.number.to_string()),
                    until: until_of(counter).map(|at| local(&setup.zone, at)),
                }
            })
            .collect(),
        waiting: Waiting {
            total: hall.waiting_total(),
            services: setup
                .services
                .keys()
                .map(|code| WaitingService { service: code.to_string(), waiting: hall.waiting(code) })
                .collect(),
        },
    }
}

fn wall_call(hall: &Hall, setup: &Setup, call: &Call) -> WallCall {
    WallCall {
        id: call.id.0.0,
        number: call.number.to_string(),
        counter: call.counter.get(),
        service: call.service.to_string(),
        at: local(&setup.zone, call.at),
        recall: call.recall,
        calling: hall.ticket(call.ticket).is_some_and(|ticket| is_on(&ticket.status, call)),
    }
}

/// A call is on until its visit starts or it is called again.
fn is_on(status: &Status, call: &Call) -> bool {
    match status {
        Status::Called { call: id, .. } => *id == call.id,
        Status::Waiting
        | Status::Serving { .. }
        | Status::Finished { .. }
        | Status::NoShow { .. }
        | Status::Cancelled { .. } => false,
    }
}
