//! The tables with the rules of a ticket's life at the counter.

use super::{
    Appointments, Away, CallReason, Calling, Desk, Granting, Itinerary, Leaving, Outcome, PauseReason, Transfer,
};
use crate::read::{Node, Table};

/// What they say; a missing table says what its default does.
pub(super) struct RuleTables {
    pub(super) away: Away,
    pub(super) appointments: Appointments,
    pub(super) granting: Granting,
    pub(super) calling: Calling,
    pub(super) call_reasons: Vec<CallReason>,
    pub(super) pause_reasons: Vec<PauseReason>,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) transfer: Transfer,
    pub(super) itinerary: Itinerary,
    pub(super) desk: Desk,
    pub(super) leaving: Leaving,
}

impl RuleTables {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let away = table.optional("away", |node| node.table(Away::read));
        let appointments = table.optional("appointments", |node| node.table(Appointments::read));
        let granting = table.optional("granting", |node| node.table(Granting::read));
        let calling = table.optional("calling", |node| node.table(Calling::read));
        let call_reasons = table.list("call_reasons", 0..=9, |node| node.table(CallReason::read));
        if calling.is_some_and(|calling| calling.reason_required) {
            need_one(table.node(), "reason_required", "call_reasons", call_reasons.as_deref());
        }
        let pause_reasons = table.list("pause_reasons", 0..=8, |node| node.table(PauseReason::read));
        let outcomes = table.list("outcomes", 0..=9, |node| node.table(Outcome::read));
        if calling.is_some_and(|calling| calling.outcome_required) {
            need_one(table.node(), "outcome_required", "outcomes", outcomes.as_deref());
        }
        let transfer = table.optional("transfer", |node| node.table(Transfer::read));
        let itinerary = table.optional("itinerary", |node| node.table(Itinerary::read));
        let at_desk = table.optional("desk", |node| node.table(Desk::read));
        let leaving = table.optional("leaving", |node| node.table(Leaving::read));
        Some(Self {
            away: away.unwrap_or_default(),
            appointments: appointments.unwrap_or_default(),
            granting: granting.unwrap_or_default(),
            calling: calling.unwrap_or_default(),
            call_reasons: call_reasons?,
            pause_reasons: pause_reasons?,
            outcomes: outcomes?,
            transfer: transfer.unwrap_or_default(),
            itinerary: itinerary.unwrap_or_default(),
            desk: at_desk.unwrap_or_default(),
            leaving: leaving.unwrap_or_default(),
        })
    }
}

/// Reports a key of `[calling]` that asks for one of a list when the list is empty.
fn need_one<T>(root: &Node<'_>, key: &str, list: &str, found: Option<&[T]>) {
    if found.is_some_and(<[T]>::is_empty) {
        root.child("calling").child(key).refuse(format!("false, or at least one [[{list}]]"));
    }
}
