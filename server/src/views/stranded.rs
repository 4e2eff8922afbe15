//! People who wait while no open counter calls them, for the desks and the administrator.

use moi_domain::{Hall, Setup, Stranded, stranded};
use serde::Serialize;
use utoipa::ToSchema;

/// People who wait while no open counter calls them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct StrandedView {
    /// Code of the service; none for those whom one counter alone calls, which pauses.
    pub service: Option<String>,
    /// How many wait.
    pub waiting: usize,
    /// Counters that would call them if they were open.
    pub counters: Vec<u16>,
}

/// All of them; none while each who waits can be called.
#[must_use]
pub fn stranded_views(hall: &Hall, setup: &Setup) -> Vec<StrandedView> {
    let view = |Stranded { service, waiting, counters }: Stranded| StrandedView {
        service: service.map(|code| code.to_string()),
        waiting,
        counters: counters.iter().map(|counter| counter.get()).collect(),
    };
    stranded(hall, setup).into_iter().map(view).collect()
}
