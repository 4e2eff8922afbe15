//! A reason for a pause, which the citizens read.

use super::priority::is_kebab_case;
use crate::read::{Kind, Table, pattern, texts, whole_number};
use crate::texts::Texts;

/// Longest name: a line of a counter's cell on the wall.
const NAME_LONGEST: usize = 24;

/// Why a counter may pause. Shown to everybody, so nothing personal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PauseReason {
    /// Kebab-case, at most 32 characters, as `lunch`.
    pub id: String,
    /// As *Nghỉ trưa*.
    pub name: Texts,
    /// Minutes that such a pause usually takes, 1 to 240: how long it is when the officer doesn't say.
    pub usual_minutes: Option<u16>,
}

impl PauseReason {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let id_node = table.child("id");
        let id = pattern("1 to 32 small letters, digits and single hyphens, as \"lunch\"", is_kebab_case)(&id_node);
        if let Some(id) = &id {
            table.node().ledger().define(Kind::PauseReason, id, &id_node, "an id that no other reason has");
        }
        let name = table.required("name", texts(NAME_LONGEST));
        let usual_minutes = table.optional("usual_minutes", whole_number(1..=240));
        Some(Self { id: id?, name: name?, usual_minutes })
    }
}
