//! Changes to the text of a set-up that leave its remarks, and everything else, as they are.

mod difference;
mod entries;
mod taking_over;
mod value;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use toml_edit::{DocumentMut, Item, Table};

pub use difference::{Difference, difference};
pub use taking_over::taken_over;

use entries::Way;

/// One change of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// The way to a key, as `["desk", "undo_seconds"]`, to an entry of a list, as `["counters", "3"]`, or to a key of
    /// that. Entries go by what names them; those without a name, as documents and slides, are counted from 1.
    pub at: Vec<String>,
    /// What stands there from now on; null takes it away. An object makes an entry, or becomes one in its place; a list
    /// of names puts the entries of a list in this order; a list of objects becomes the whole list.
    pub value: serde_json::Value,
}

/// Why a text can't be changed so.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EditError {
    /// The text is not TOML.
    #[error("the text is not TOML: {0}")]
    NotToml(String),
    /// There is nothing of this name on the way, or it is something else.
    #[error("{}: there is no such entry or part", .0.join("."))]
    NoSuchPlace(Vec<String>),
    /// TOML has no such value, or not here.
    #[error("{}: this value can't stand here", .0.join("."))]
    BadValue(Vec<String>),
}

/// The text with all changes made, one after the other. What it says is checked by whoever reads it.
///
/// # Errors
/// [`EditError`] of the first change that can't be made.
pub fn edited(text: &str, edits: &[Edit]) -> Result<String, EditError> {
    let mut document: DocumentMut =
        text.parse().map_err(|error: toml_edit::TomlError| EditError::NotToml(error.message().to_owned()))?;
    for edit in edits {
        let way = Way::of(&edit.at);
        change(document.as_table_mut(), way, edit)?;
    }
    Ok(document.to_string())
}

/// Follows the way to its last step, making parts that are missing, and changes what is there.
fn change(table: &mut Table, way: Way<'_>, edit: &Edit) -> Result<(), EditError> {
    let Some((key, rest)) = way.next() else { return Err(EditError::NoSuchPlace(edit.at.clone())) };
    if rest.is_end() {
        return set(table, key, rest, edit);
    }
    match table.entry(key).or_insert_with(|| value::part(rest.depth())) {
        Item::Table(inner) => change(inner, rest, edit),
        Item::ArrayOfTables(list) => {
            let (name, deeper) = rest.next().ok_or_else(|| EditError::NoSuchPlace(edit.at.clone()))?;
            if deeper.is_end() {
                return entries::set(list, rest, name, edit);
            }
            let entry = entries::find(list, rest, name).ok_or_else(|| EditError::NoSuchPlace(edit.at.clone()))?;
            let entry = list.get_mut(entry).ok_or_else(|| EditError::NoSuchPlace(edit.at.clone()))?;
            change(entry, deeper, edit)
        }
        Item::None | Item::Value(_) => Err(EditError::NoSuchPlace(edit.at.clone())),
    }
}

fn set(table: &mut Table, key: &str, way: Way<'_>, edit: &Edit) -> Result<(), EditError> {
    if edit.value.is_null() {
        table.remove(key);
        return Ok(());
    }
    if let (Some(Item::ArrayOfTables(list)), Some(order)) = (table.get_mut(key), names(&edit.value)) {
        return entries::reorder(list, way, &order).ok_or_else(|| EditError::BadValue(edit.at.clone()));
    }
    let bad = || EditError::BadValue(edit.at.clone());
    let mut item = value::item(&edit.value, way.depth()).ok_or_else(bad)?;
    match table.get_mut(key) {
        Some(present) => {
            value::keep_place(present, &mut item);
            // In its place, so that the remarks above the key stay.
            *present = item;
        }
        None => {
            table.insert(key, item);
        }
    }
    Ok(())
}

/// A list of words, or of nothing, that puts entries in order.
fn names(value: &serde_json::Value) -> Option<Vec<&str>> {
    let list = value.as_array()?;
    if list.is_empty() {
        return None;
    }
    list.iter().map(serde_json::Value::as_str).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{parse, shipped};

    fn change(text: &str, changes: Value) -> Result<String, EditError> {
        let edits: Vec<Edit> = serde_json::from_value(changes).expect("edits");
        edited(text, &edits)
    }

    /// Whoever keeps the file in git sees the change alone.
    #[test]
    fn a_change_touches_its_line_and_no_other() {
        let text = change(shipped(), json!([{"at": ["desk", "undo_seconds"], "value": 20}])).expect("changed");
        assert!(text == shipped().replace("\nundo_seconds = 10\n", "\nundo_seconds = 20\n"), "more is changed");
        assert_eq!(change(shipped(), json!([])).expect("nothing"), shipped());
    }

    #[test]
    fn texts_lists_and_keys_of_entries_are_changed_by_their_names() {
        let text = change(
            shipped(),
            json!([
                {"at": ["services", "A", "name", "en"], "value": "Civil \"status\""},
                {"at": ["services", "A", "wish"], "value": {"vi": "Chúc mừng!", "en": "Congratulations!"}},
                {"at": ["services", "A", "documents", "1", "note"], "value": null},
                {"at": ["counters", "2", "services"], "value": ["M", "K"]},
                {"at": ["officers", "Nông Thị Hà", "title", "vi"], "value": "Trưởng quầy"},
                {"at": ["hours", "saturday"], "value": ["07:30-11:00"]},
            ]),
        );
        let office = parse("changed", &text.expect("changed")).expect("a good set-up");
        let civil = office.service("A").expect("it is there");
        assert_eq!(civil.name.in_language("en"), "Civil \"status\"");
        assert_eq!(civil.wish.as_ref().expect("a wish").in_language("vi"), "Chúc mừng!");
        assert!(civil.documents[0].note.is_none());
        assert_eq!(office.counters[1].services, ["M", "K"]);
        assert_eq!(office.people.officers[0].title.in_language("vi"), "Trưởng quầy");
        assert_eq!(office.hours.on(jiff::civil::Weekday::Saturday).len(), 1);
    }

    #[test]
    fn entries_are_added_taken_away_and_put_in_order_without_losing_the_remarks_of_their_part() {
        let service = json!({
            "code": "R", "name": {"vi": "Thi đua", "en": "Awards"}, "pictogram": "M", "usual_minutes": 8,
            "documents": [{"name": {"vi": "Tờ trình", "en": "Proposal"}}],
        });
        let text = change(
            shipped(),
            json!([
                {"at": ["services", "R"], "value": service},
                {"at": ["counters", "2", "services"], "value": ["R", "K", "M"]},
                {"at": ["services"], "value": ["R", "C", "A", "D", "E", "H", "K", "X", "M"]},
            ]),
        )
        .expect("changed");
        let office = parse("changed", &text).expect("a good set-up");
        let codes: Vec<_> = office.services.iter().map(|service| service.code.as_str()).collect();
        assert_eq!(codes, ["R", "C", "A", "D", "E", "H", "K", "X", "M"]);
        assert_eq!(office.services[0].documents.len(), 1);
        assert_eq!(office.services[2].documents.len(), 3, "they go with their service");
        let remark = "# ---------------------------------------------------------------- What people come for";
        let place = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what:?} is not in\n{text}"));
        assert!(place(remark) < place("[[services]]") && place("[[services]]") < place("[[counters]]"));
        let text = change(&text, json!([{"at": ["services", "R"], "value": null}])).expect("changed");
        assert!(text.contains(remark) && !text.contains("Thi đua"));
        let orphaned = parse("changed", &text).expect_err("counter 2 handles it still");
        assert!(orphaned[0].to_string().contains("\"R\""), "{orphaned:?}");
    }

    #[test]
    fn a_part_that_is_missing_is_made() {
        let without = shipped().replace("[privacy]", "[forgotten]");
        let text = change(&without, json!([{"at": ["privacy", "keep_contacts_days"], "value": 7}])).expect("changed");
        assert!(text.contains("[privacy]\nkeep_contacts_days = 7"), "{text}");
        let none = "name = \"x\"\n";
        let text = change(none, json!([{"at": ["inspectors", "Bế Văn Định"], "value": {"name": "Bế Văn Định"}}]));
        assert!(text.expect("made").contains("[[inspectors]]\nname = \"Bế Văn Định\""));
    }

    #[test]
    fn what_cannot_be_changed_is_told_with_its_way() {
        for (changes, told) in [
            (json!([{"at": [], "value": 1}]), ": there is no such entry or part"),
            (json!([{"at": ["counters", "99", "services"], "value": []}]), "counters.99.services: there is no such"),
            (json!([{"at": ["desk", "undo_seconds", "x"], "value": 1}]), "desk.undo_seconds.x: there is no such"),
            (json!([{"at": ["services", "A"], "value": 7}]), "services.A: this value can't stand here"),
            (json!([{"at": ["services"], "value": ["A"]}]), "services: this value can't stand here"),
            (json!([{"at": ["desk", "undo_seconds"], "value": 1.5}]), "desk.undo_seconds: this value can't"),
            (json!([{"at": ["hours", "monday"], "value": [["x"]]}]), "hours.monday: this value can't stand here"),
        ] {
            let error = change(shipped(), changes).expect_err("it can't").to_string();
            assert!(error.starts_with(told), "{error}");
        }
        assert!(matches!(edited("[", &[]), Err(EditError::NotToml(_))));
    }
}
