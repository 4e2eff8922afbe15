//! The tickets that a counter put aside, and those that missed its call and may still come back.

use moi_domain::{CounterNumber, Hall, Setup, Status, Ticket, away_from, may_return_until};
use serde::Serialize;
use utoipa::ToSchema;

use super::local;

/// Tickets that a desk shows as away: as many as there are digits to choose one by.
const AWAY_SHOWN: usize = 9;

/// A ticket that is away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AwayTicket {
    /// Stands for the ticket in the API.
    pub id: u64,
    /// As on the slip.
    pub number: String,
    /// Code of the service.
    pub service: String,
    /// parked or no-show.
    pub status: &'static str,
    /// Since when.
    pub since: String,
    /// Until when it may come back; none: until the end of the day.
    pub until: Option<String>,
}

/// Those of one counter: the newest, in the order of their numbers.
#[must_use]
pub fn away_tickets(hall: &Hall, setup: &Setup, counter: CounterNumber) -> Vec<AwayTicket> {
    let mut tickets: Vec<_> = away_from(hall, setup, counter)
        .rev()
        .filter_map(|ticket| away_ticket(setup, ticket))
        .take(AWAY_SHOWN)
        .collect();
    tickets.reverse();
    tickets
}

pub(super) fn away_ticket(setup: &Setup, ticket: &Ticket) -> Option<AwayTicket> {
    let (status, since) = match ticket.status {
        Status::Parked { parked_at, .. } => ("parked", parked_at),
        Status::NoShow { missed_at, .. } => ("no-show", missed_at),
        Status::Waiting
        | Status::Called { .. }
        | Status::Serving { .. }
        | Status::Finished { .. }
        | Status::Cancelled { .. } => return None,
    };
    Some(AwayTicket {
        id: ticket.id.0,
        number: ticket.number.to_string(),
        service: ticket.service.to_string(),
        status,
        since: local(&setup.zone, since),
        until: may_return_until(setup, ticket).map(|at| local(&setup.zone, at)),
    })
}
