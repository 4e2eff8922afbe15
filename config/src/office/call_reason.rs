//! A reason for calling somebody out of turn.

use super::priority::is_kebab_case;
use crate::read::{Kind, Table, pattern, texts};
use crate::texts::Texts;

/// Longest name: two lines of the desk's list.
const NAME_LONGEST: usize = 60;

/// Why an officer may call somebody out of turn. Its id stands in the journal with who did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallReason {
    /// Kebab-case, at most 32 characters, as `frail`.
    pub id: String,
    /// As *Người già yếu, cần gọi ngay*.
    pub name: Texts,
}

impl CallReason {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let id_node = table.child("id");
        let id = pattern("1 to 32 small letters, digits and single hyphens, as \"frail\"", is_kebab_case)(&id_node);
        if let Some(id) = &id {
            table.node().ledger().define(Kind::CallReason, id, &id_node, "an id that no other reason has");
        }
        let name = table.required("name", texts(NAME_LONGEST));
        Some(Self { id: id?, name: name? })
    }
}
