//! Why nobody calls for a while: what a citizen reads whose counters all pause.

use moi_domain::{CounterNumber, Hall, Setup, Standing, Status, Ticket};
use serde::Serialize;
use utoipa::ToSchema;

use super::local;
use super::standing::pause_reason_of;

/// A pause that somebody waits for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PausedView {
    /// The counter that will call again first.
    pub counter: u16,
    /// Id of the reason, where one was given.
    pub reason: Option<String>,
    /// When the pause ends, where that was said.
    pub until: Option<String>,
}

/// The pause after which a waiting ticket is called; none when an open counter calls it, or none of them pauses. Of
/// several pauses the one that ends first, those without an end last.
pub(super) fn paused_for(hall: &Hall, setup: &Setup, ticket: &Ticket) -> Option<PausedView> {
    if !matches!(ticket.status, Status::Waiting) {
        return None;
    }
    let calls = |number: &CounterNumber| match ticket.place.counter {
        Some(bound) => bound == *number,
        None => setup.counters.get(number).is_some_and(|known| known.calls(&ticket.service)),
    };
    let mut pauses = Vec::new();
    for number in setup.counters.keys().copied().filter(calls) {
        match &hall.counter(number).standing {
            Standing::Open { .. } => return None,
            Standing::Closed => {}
            Standing::Paused { until, .. } => pauses.push((until.is_none(), *until, number)),
        }
    }
    let (_, until, number) = pauses.into_iter().min()?;
    Some(PausedView {
        counter: number.get(),
        reason: pause_reason_of(hall.counter(number)),
        until: until.map(|at| local(&setup.zone, at)),
    })
}
