//! How a visit may come out.

use super::priority::is_kebab_case;
use crate::read::{Kind, Table, pattern, texts};
use crate::texts::Texts;

/// Longest name: two lines of the desk's list.
const NAME_LONGEST: usize = 60;

/// How a visit may come out. Its id stands in the journal with the ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Kebab-case, at most 32 characters, as `received`.
    pub id: String,
    /// As *Đã tiếp nhận hồ sơ*.
    pub name: Texts,
}

impl Outcome {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let id_node = table.child("id");
        let id = pattern("1 to 32 small letters, digits and single hyphens, as \"received\"", is_kebab_case)(&id_node);
        if let Some(id) = &id {
            table.node().ledger().define(Kind::Outcome, id, &id_node, "an id that no other outcome has");
        }
        let name = table.required("name", texts(NAME_LONGEST));
        Some(Self { id: id?, name: name? })
    }
}
