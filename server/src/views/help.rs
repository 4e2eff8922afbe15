//! Who asks for help, as colleagues and whoever leads the hall see it.

use jiff::Timestamp;
use moi_domain::{CounterNumber, Hall, Setup};
use serde::Serialize;
use utoipa::ToSchema;

use super::local;
use super::standing::officer_of;

/// A counter whose officer asks for help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct HelpView {
    /// Where.
    counter: u16,
    /// Who.
    officer: Option<String>,
    /// Since when, in the office's time.
    since: String,
}

/// All of them but one's own.
#[must_use]
pub fn help_views(hall: &Hall, setup: &Setup, now: Timestamp, own: Option<CounterNumber>) -> Vec<HelpView> {
    let others = hall.help_asked(now).filter(|(counter, _)| Some(*counter) != own);
    let view = |(counter, since): (CounterNumber, Timestamp)| HelpView {
        counter: counter.get(),
        officer: officer_of(hall.counter(counter)),
        since: local(&setup.zone, since),
    };
    others.map(view).collect()
}
