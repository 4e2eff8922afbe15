//! What the officer at a desk can take back.

use moi_domain::{CounterNumber, Hall, Setup, Step, undoable};
use serde::Serialize;

use super::local;

/// The last step at a counter, while it can be taken back. The page counts down to the end by its own clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UndoView {
    /// call, start, outcome, finish, no-show, park, transfer or pause.
    step: &'static str,
    /// The ticket that it was about.
    number: Option<String>,
    /// Until when it can be taken back.
    until: String,
}

/// None when there is nothing, or the world has moved on.
#[must_use]
pub fn undo_view(hall: &Hall, setup: &Setup, counter: CounterNumber) -> Option<UndoView> {
    let undo = undoable(hall, setup, counter)?;
    let step = match undo.step {
        Step::Call => "call",
        Step::Start => "start",
        Step::Note => "outcome",
        Step::Services => "services",
        Step::Finish => "finish",
        Step::NoShow => "no-show",
        Step::Park => "park",
        Step::Transfer => "transfer",
        Step::Pause => "pause",
        Step::Recall => return None,
    };
    Some(UndoView { step, number: undo.number.map(ToString::to_string), until: local(&setup.zone, undo.until) })
}
