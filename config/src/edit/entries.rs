//! Lists of entries in the text: which key names an entry, and where each stands.

use toml_edit::{ArrayOfTables, Table};

use super::value;
use super::{Edit, EditError};

/// The key that names an entry of a list. Entries of other lists are counted.
const NAMED_BY: [(&str, &str); 11] = [
    ("services", "code"),
    ("counters", "number"),
    ("priorities", "id"),
    ("call_reasons", "id"),
    ("pause_reasons", "id"),
    ("outcomes", "id"),
    ("officers", "name"),
    ("supervisors", "name"),
    ("receptionists", "name"),
    ("inspectors", "name"),
    ("administrators", "name"),
];

/// The key that names the entries of the list of this name, at the top of the text.
pub(super) fn named_by(list: &str) -> Option<&'static str> {
    NAMED_BY.iter().find(|(known, _)| *known == list).map(|(_, key)| *key)
}

/// A way through the text, and how far it was gone.
#[derive(Clone, Copy)]
pub(super) struct Way<'w> {
    whole: &'w [String],
    gone: usize,
}

impl<'w> Way<'w> {
    pub(super) fn of(whole: &'w [String]) -> Self {
        Self { whole, gone: 0 }
    }

    /// The next step, and the way after it.
    pub(super) fn next(self) -> Option<(&'w str, Self)> {
        self.whole.get(self.gone).map(|step| (step.as_str(), Self { gone: self.gone + 1, ..self }))
    }

    pub(super) fn is_end(self) -> bool {
        self.gone == self.whole.len()
    }

    /// How deep what stands here lies: 1 at the top of the text.
    pub(super) fn depth(self) -> Depth<'w> {
        Depth { top: self.whole.first().map_or("", String::as_str), steps: self.gone }
    }

    /// The key that names the entries of the list to which the way has led.
    fn named_by(self) -> Option<&'static str> {
        if self.gone == 1 { named_by(&self.whole[0]) } else { None }
    }
}

/// Where something stands: below which part at the top, and how many steps from there.
#[derive(Clone, Copy)]
pub(super) struct Depth<'w> {
    pub(super) top: &'w str,
    pub(super) steps: usize,
}

/// The place of an entry.
pub(super) fn find(list: &ArrayOfTables, way: Way<'_>, name: &str) -> Option<usize> {
    if let Some(key) = way.named_by() {
        return list.iter().position(|entry| name_of(entry, key).as_deref() == Some(name));
    }
    let counted: usize = name.parse().ok()?;
    (1..=list.len()).contains(&counted).then(|| counted - 1)
}

/// Takes an entry away, puts another in its place, or adds one.
pub(super) fn set(list: &mut ArrayOfTables, way: Way<'_>, name: &str, edit: &Edit) -> Result<(), EditError> {
    let place = find(list, way, name);
    let remark = remark_of_first(list);
    match (place, &edit.value) {
        (Some(place), serde_json::Value::Null) => {
            list.remove(place);
        }
        (None, serde_json::Value::Null) => return Err(EditError::NoSuchPlace(edit.at.clone())),
        (place, value) => {
            let entry = value::entry(value).ok_or_else(|| EditError::BadValue(edit.at.clone()))?;
            match place {
                Some(place) => {
                    list.replace(place, entry);
                }
                None => list.push(entry),
            }
        }
    }
    put_remark(list, remark);
    Ok(())
}

/// Puts the entries in the order of their names; none when these are not all of them, each once.
pub(super) fn reorder(list: &mut ArrayOfTables, way: Way<'_>, names: &[&str]) -> Option<()> {
    let places: Vec<usize> = names.iter().map(|name| find(list, way, name)).collect::<Option<_>>()?;
    let mut sorted = places.clone();
    sorted.sort_unstable();
    if sorted != (0..list.len()).collect::<Vec<_>>() {
        return None;
    }
    let remark = remark_of_first(list);
    let mut entries: Vec<Table> = places.iter().filter_map(|place| list.get(*place).cloned()).collect();
    list.clear();
    for entry in &mut entries {
        value::forget_place(entry);
        list.push(entry.clone());
    }
    put_remark(list, remark);
    Some(())
}

/// The remarks above the first entry are those of the whole list: they stay above whichever is first.
fn remark_of_first(list: &mut ArrayOfTables) -> Option<String> {
    let first = list.get_mut(0)?;
    let remark = first.decor().prefix()?.as_str()?.to_owned();
    first.decor_mut().set_prefix("\n");
    Some(remark)
}

fn put_remark(list: &mut ArrayOfTables, remark: Option<String>) {
    if let (Some(first), Some(remark)) = (list.get_mut(0), remark) {
        first.decor_mut().set_prefix(remark);
    }
}

fn name_of(entry: &Table, key: &str) -> Option<String> {
    let value = entry.get(key)?;
    value.as_str().map(str::to_owned).or_else(|| value.as_integer().map(|number| number.to_string()))
}
