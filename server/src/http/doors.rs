//! What `/office/state` tells of the doors to the network.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::doors::{Facts, Keeper, Limit};
use crate::views::local;

const SECONDS_OF_DAY: i64 = 24 * 60 * 60;

/// The doors to the network: who comes in, and who was turned away.
#[derive(Debug, Serialize, ToSchema)]
pub struct DoorsState {
    /// Connections that are open now, those of screens among them.
    connections: usize,
    /// How many there may be.
    connections_max: usize,
    /// Requests and connections that each limit has turned away since the start.
    turned_away: BTreeMap<&'static str, u64>,
    /// The certificate, where pages are served encrypted.
    certificate: Option<CertificateState>,
}

/// The certificate that is served.
#[derive(Debug, Serialize, ToSchema)]
pub struct CertificateState {
    /// Whether the office made it, and renews it, itself.
    self_made: bool,
    /// SHA-256 of it, as browsers show it.
    fingerprint: String,
    /// Names and addresses that it is for.
    names: Vec<String>,
    /// Until when it holds.
    until: String,
    /// Whole days until then; below 0 once it is over.
    days_left: i64,
    /// Why a newer one is not served, in the system's words.
    trouble: Option<String>,
}

impl DoorsState {
    pub(super) fn of(app: &App) -> Self {
        Self {
            connections: app.doors.gate.open(),
            connections_max: app.doors.gate.room().total,
            turned_away: Limit::ALL.map(|limit| (limit.word(), app.metrics.turned_away(limit))).into(),
            certificate: app.doors.tls.as_ref().map(|keeper| CertificateState::of(keeper, app)),
        }
    }
}

impl CertificateState {
    fn of(keeper: &Keeper, app: &App) -> Self {
        let Facts { fingerprint, names, until, from: _ } = keeper.facts();
        let days_left = until.duration_since((app.clock)()).as_secs().div_euclid(SECONDS_OF_DAY);
        let (self_made, trouble) = (keeper.is_self_made(), keeper.trouble());
        Self { self_made, fingerprint, names, until: local(&app.setup().zone, until), days_left, trouble }
    }
}
