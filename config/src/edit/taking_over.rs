//! Some parts of another text in place of one's own: what is not named stays as it is, remarks and all.

use toml_edit::{DocumentMut, Item};

use super::{EditError, value};

/// The present text with these parts, keys at its top, as another text has them. A part that the other one lacks goes.
///
/// # Errors
/// [`EditError::NotToml`] of either text.
pub fn taken_over(present: &str, other: &str, parts: &[String]) -> Result<String, EditError> {
    let read = |text: &str| -> Result<DocumentMut, EditError> {
        text.parse().map_err(|error: toml_edit::TomlError| EditError::NotToml(error.message().to_owned()))
    };
    let (mut document, mut other) = (read(present)?, read(other)?);
    for part in parts {
        let Some(mut item) = other.remove(part) else {
            document.remove(part);
            continue;
        };
        match &mut item {
            Item::Table(table) => value::forget_place(table),
            Item::ArrayOfTables(list) => list.iter_mut().for_each(value::forget_place),
            Item::None | Item::Value(_) => {}
        }
        match document.get_mut(part) {
            Some(present) => {
                value::keep_place(present, &mut item);
                *present = item;
            }
            None => {
                document.insert(part, item);
            }
        }
    }
    Ok(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{difference, parse, shipped};

    fn taken(other: &str, parts: &[&str]) -> String {
        let parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
        taken_over(shipped(), other, &parts).expect("both are TOML")
    }

    #[test]
    fn the_named_parts_come_and_all_others_stay() {
        let other = shipped()
            .replace("undo_seconds = 10", "undo_seconds = 20")
            .replace("grace_minutes = 15", "grace_minutes = 60")
            .replace("name.en = \"Civil status\"", "name.en = \"Births\"")
            .replace("head_start_minutes = 15", "head_start_minutes = 25");
        let text = taken(&other, &["desk", "services"]);
        parse("taken", &text).expect("a good set-up");
        let keys: Vec<_> = difference(shipped(), &text).into_iter().map(|change| change.key).collect();
        assert_eq!(keys, ["desk.undo_seconds", "services.A.name.en"]);
        let place = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what:?} is not in\n{text}"));
        assert!(place("[disk]") < place("# ------") || text.contains("What people come for"));
        assert!(place("[[services]]") < place("[[counters]]") && place("[[counters]]") < place("[[priorities]]"));
        assert!(place("[leaving]") < place("[[services]]"));
    }

    #[test]
    fn a_part_that_the_other_lacks_goes_and_one_that_is_missing_here_comes() {
        let without = taken("[office]\n", &["slides", "privacy"]);
        assert!(!without.contains("[[slides]]") && !without.contains("[privacy]"));
        parse("taken", &without).expect("both may be left out");
        let parts = ["slides".to_owned(), "privacy".to_owned()];
        let again = taken_over(&without, shipped(), &parts).expect("both are TOML");
        assert_eq!(difference(shipped(), &again), []);
        assert!(matches!(taken_over("[", "", &parts), Err(EditError::NotToml(_))));
        assert!(matches!(taken_over("", "[", &parts), Err(EditError::NotToml(_))));
    }
}
