//! A class of people who are called earlier.

use std::ops::RangeInclusive;

use crate::read::{Kind, Table, choice, pattern, texts, whole_number};
use crate::texts::Texts;

/// Longest name: two lines on the kiosk.
const NAME_LONGEST: usize = 50;

/// The drawings that a priority class may have.
const PICTOGRAMS: &[(&str, &str)] =
    &[("elder", "elder"), ("preg", "preg"), ("wheel", "wheel"), ("merit", "merit"), ("child", "child")];

/// A class of people who are called earlier. Only its id is kept with a ticket; it is never printed or said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    /// Kebab-case, at most 32 characters, as `elderly`.
    pub id: String,
    /// As *Người cao tuổi, từ 60 tuổi*.
    pub name: Texts,
    /// Name of its drawing.
    pub pictogram: String,
    /// By how many minutes a ticket counts as taken earlier.
    pub head_start_minutes: u16,
}

impl Priority {
    /// Minutes that a class may have.
    pub(super) const HEAD_START: RangeInclusive<u16> = 1..=120;

    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let id_node = table.child("id");
        let id = pattern("1 to 32 small letters, digits and single hyphens, as \"elderly\"", is_kebab_case)(&id_node);
        if let Some(id) = &id {
            table.node().ledger().define(Kind::Priority, id, &id_node, "an id that no other priority class has");
        }
        let name = table.required("name", texts(NAME_LONGEST));
        let pictogram = table.required("pictogram", choice(PICTOGRAMS));
        let head_start_minutes = table.required("head_start_minutes", whole_number(Self::HEAD_START));
        Some(Self { id: id?, name: name?, pictogram: pictogram?.to_owned(), head_start_minutes: head_start_minutes? })
    }
}

pub(super) fn is_kebab_case(text: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.len() <= 32 && text.split('-').all(is_word)
}
