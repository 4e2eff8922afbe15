//! Who works in the office. Their PINs are no part of the set-up.

use crate::read::{Kind, Table, text, texts};
use crate::texts::Texts;

/// Longest name of a person.
const NAME_LONGEST: usize = 40;
/// Longest title of an officer: one line over the counter.
const TITLE_LONGEST: usize = 60;

/// Somebody who serves at counters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    /// Full name, which is also the name to sign in with; no two people share one, whatever its capitals.
    pub name: String,
    /// As *Công chức Tư pháp – Hộ tịch*.
    pub title: Texts,
}

/// Somebody who sets up and looks after the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Administrator {
    /// Full name, which is also the name to sign in with; no two people share one, whatever its capitals.
    pub name: String,
}

impl Officer {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let name = person(table);
        let title = table.required("title", texts(TITLE_LONGEST));
        Some(Self { name: name?, title: title? })
    }
}

impl Administrator {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        Some(Self { name: person(table)? })
    }
}

fn person(table: &mut Table<'_, '_>) -> Option<String> {
    let node = table.child("name");
    let name = text(NAME_LONGEST)(&node)?;
    // People sign in however they type their name, so "Hà" and "hà" would be one.
    let folded = name.trim().to_lowercase();
    table.node().ledger().define(Kind::Person, &folded, &node, "a name that no other officer or administrator has");
    Some(name)
}
