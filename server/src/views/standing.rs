//! What a counter does now, in one word, as every page names it.

use moi_display::board::CounterState;
use moi_domain::{Counter, CounterNumber, Hall, Setup, Standing, Status};
use serde::Serialize;
use utoipa::ToSchema;

use super::local;

/// A counter as `GET /counters` tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CounterSummary {
    /// Its number, as painted over it.
    pub counter: u16,
    /// Codes of the services that it handles.
    pub services: Vec<String>,
    /// closed, open, calling, serving or paused.
    #[schema(value_type = String)]
    pub state: CounterState,
    /// The officer who holds it.
    pub officer: Option<String>,
    /// The ticket that is called or being served here.
    pub number: Option<String>,
    /// When a pause ends, where the officer said so.
    pub until: Option<String>,
    /// Id of the reason for a pause, where one was given.
    pub pause_reason: Option<String>,
}

/// One counter of the office; none when the set-up has no such number.
#[must_use]
pub fn counter_summary(hall: &Hall, setup: &Setup, number: CounterNumber) -> Option<CounterSummary> {
    let known = setup.counters.get(&number)?;
    let counter = hall.counter(number);
    Some(CounterSummary {
        counter: number.get(),
        services: known.services.iter().map(ToString::to_string).collect(),
        state: state_of(hall, counter),
        officer: officer_of(counter),
        number: counter.visit.and_then(|id| hall.ticket(id)).map(|ticket| ticket.number.to_string()),
        until: until_of(counter).map(|at| local(&setup.zone, at)),
        pause_reason: pause_reason_of(counter),
    })
}

/// The one word for what the counter does.
#[must_use]
pub fn state_of(hall: &Hall, counter: &Counter) -> CounterState {
    match (&counter.standing, counter.visit.and_then(|id| hall.ticket(id)).map(|ticket| &ticket.status)) {
        (Standing::Closed, _) => CounterState::Closed,
        (Standing::Paused { .. }, _) => CounterState::Paused,
        (Standing::Open { .. }, Some(Status::Called { .. })) => CounterState::Calling,
        (Standing::Open { .. }, Some(Status::Serving { .. })) => CounterState::Serving,
        (
            Standing::Open { .. },
            None
            | Some(
                Status::Waiting
                | Status::Parked { .. }
                | Status::Finished { .. }
                | Status::NoShow { .. }
                | Status::Cancelled { .. },
            ),
        ) => CounterState::Open,
    }
}

pub(super) fn officer_of(counter: &Counter) -> Option<String> {
    match &counter.standing {
        Standing::Closed => None,
        Standing::Open { officer, .. } | Standing::Paused { officer, .. } => Some(officer.to_string()),
    }
}

pub(super) fn until_of(counter: &Counter) -> Option<jiff::Timestamp> {
    match &counter.standing {
        Standing::Paused { until, .. } => *until,
        Standing::Closed | Standing::Open { .. } => None,
    }
}

pub(super) fn pause_reason_of(counter: &Counter) -> Option<String> {
    match &counter.standing {
        Standing::Paused { reason, .. } => reason.as_ref().map(ToString::to_string),
        Standing::Closed | Standing::Open { .. } => None,
    }
}
