//! What two set-ups say differently, key by key: remarks, line ends and the order of keys don't count.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use toml::{Table, Value};

use super::entries::named_by;

/// Letters of a value that are shown: enough for every text of a set-up.
const SHOWN_MAX: usize = 200;

/// A key that two texts say differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// As `counters.3.services`.
    pub key: String,
    /// What the first one says; none where it says nothing.
    pub before: Option<String>,
    /// What the second one says; none where it says nothing.
    pub after: Option<String>,
}

/// The differences between two texts, by key; a text that is not TOML says nothing.
#[must_use]
pub fn difference(before: &str, after: &str) -> Vec<Difference> {
    let (mut before, mut after) = (keys(before), keys(after));
    let all: BTreeSet<String> = before.keys().chain(after.keys()).cloned().collect();
    let differ = all.into_iter().map(|key| {
        let (before, after) = (before.remove(&key), after.remove(&key));
        Difference { key, before, after }
    });
    differ.filter(|differ| differ.before != differ.after).collect()
}

/// Each key with what it says.
fn keys(text: &str) -> BTreeMap<String, String> {
    let mut keys = BTreeMap::new();
    let table: Table = text.parse().unwrap_or_default();
    for (name, value) in &table {
        walk(name, value, named_by(name), &mut keys);
    }
    keys
}

fn walk(key: &str, value: &Value, named_by: Option<&str>, keys: &mut BTreeMap<String, String>) {
    match value {
        Value::Table(table) => {
            for (name, value) in table {
                walk(&format!("{key}.{name}"), value, None, keys);
            }
        }
        Value::Array(list) if list.iter().any(Value::is_table) => {
            let names: Vec<String> =
                list.iter().enumerate().map(|(place, entry)| name_of(entry, named_by, place)).collect();
            for (name, entry) in names.iter().zip(list) {
                walk(&format!("{key}.{name}"), entry, None, keys);
            }
            // Their order is shown on kiosk and wall.
            if named_by.is_some() {
                keys.insert(key.to_owned(), shortened(&names.join(", ")));
            }
        }
        Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_)
        | Value::Array(_) => {
            keys.insert(key.to_owned(), shortened(&said(value)));
        }
    }
}

fn name_of(entry: &Value, named_by: Option<&str>, place: usize) -> String {
    let name = named_by.and_then(|key| entry.get(key)).map(said);
    name.unwrap_or_else(|| (place + 1).to_string())
}

fn said(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(said).collect::<Vec<_>>().join(", "),
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) | Value::Table(_) => {
            value.to_string()
        }
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= SHOWN_MAX {
        return text.to_owned();
    }
    text.chars().take(SHOWN_MAX - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shipped;

    fn told(before: &str, after: &str) -> Vec<String> {
        let say = |part: &Option<String>| part.clone().unwrap_or_else(|| "–".into());
        let told = |differ: Difference| format!("{}: {} → {}", differ.key, say(&differ.before), say(&differ.after));
        difference(before, after).into_iter().map(told).collect()
    }

    #[test]
    fn remarks_and_the_order_of_keys_make_no_difference() {
        let other = format!("# another remark\n{}", shipped().replace("\n\n", "\n\n\n"));
        assert_eq!(told(shipped(), &other), [""; 0]);
        assert_eq!(told("[a]\nb = 1\nc = 2\n", "[a]\nc = 2\nb = 1\n"), [""; 0]);
    }

    #[test]
    fn values_entries_and_their_order_are_told_by_their_names() {
        let before = "[desk]\nundo_seconds = 10\n[[counters]]\nnumber = 1\nservices = [\"A\", \"C\"]\n\
                      [[counters]]\nnumber = 2\n";
        let after =
            "[desk]\nundo_seconds = 20\n[[counters]]\nnumber = 2\n[[counters]]\nnumber = 1\nservices = [\"A\"]\n";
        assert_eq!(
            told(before, after),
            ["counters: 1, 2 → 2, 1", "counters.1.services: A, C → A", "desk.undo_seconds: 10 → 20"]
        );
        let more = format!("{after}[[officers]]\nname = \"Lê. Văn\"\ntitle.vi = \"Cán bộ\"\n");
        assert_eq!(
            told(after, &more),
            ["officers: – → Lê. Văn", "officers.Lê. Văn.name: – → Lê. Văn", "officers.Lê. Văn.title.vi: – → Cán bộ"]
        );
    }
}
