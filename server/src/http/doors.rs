//! What `/office/state` tells of the doors to the network.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::doors::Limit;

/// The doors to the network: who comes in, and who was turned away.
#[derive(Debug, Serialize, ToSchema)]
pub struct DoorsState {
    /// Connections that are open now, those of screens among them.
    connections: usize,
    /// How many there may be.
    connections_max: usize,
    /// Requests and connections that each limit has turned away since the start.
    turned_away: BTreeMap<&'static str, u64>,
}

impl DoorsState {
    pub(super) fn of(app: &App) -> Self {
        Self {
            connections: app.doors.gate.open(),
            connections_max: app.doors.gate.room().total,
            turned_away: Limit::ALL.map(|limit| (limit.word(), app.metrics.turned_away(limit))).into(),
        }
    }
}
