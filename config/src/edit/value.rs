//! Values as they come from a page, as they stand in the text.

use serde_json::Value as Json;
use toml_edit::{Array, ArrayOfTables, Item, Table, Value};

use super::entries::{Depth, named_by};

/// A part that is missing on the way to what stands deeper: a list's, or a table's.
pub(super) fn part(depth: Depth<'_>) -> Item {
    if depth.steps == 1 && named_by(depth.top).is_some() {
        return Item::ArrayOfTables(ArrayOfTables::new());
    }
    let mut table = Table::new();
    // Texts in several languages stand as `name.vi`.
    table.set_dotted(depth.steps > 1);
    Item::Table(table)
}

/// What stands at a key; none for what TOML, or a set-up, has no such value for.
pub(super) fn item(value: &Json, depth: Depth<'_>) -> Option<Item> {
    match value {
        Json::Array(list) if !list.is_empty() && list.iter().all(Json::is_object) => {
            let mut entries = ArrayOfTables::new();
            for value in list {
                entries.push(entry(value)?);
            }
            Some(Item::ArrayOfTables(entries))
        }
        Json::Object(_) => {
            let mut table = entry(value)?;
            table.set_dotted(depth.steps > 1);
            Some(Item::Table(table))
        }
        Json::Null => None,
        Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Array(_) => scalar(value).map(Item::Value),
    }
}

/// An entry of a list, or a part; none for anything but an object of good values.
pub(super) fn entry(value: &Json) -> Option<Table> {
    let mut table = Table::new();
    for (key, value) in value.as_object()? {
        // A page sends what it has no value for as null.
        if !value.is_null() {
            table.insert(key, item(value, Depth { top: "", steps: 2 })?);
        }
    }
    Some(table)
}

/// What stood there before leaves its place in the text, and the remarks beside it.
pub(super) fn keep_place(before: &Item, after: &mut Item) {
    match (before, after) {
        (Item::Value(before), Item::Value(after)) => *after.decor_mut() = before.decor().clone(),
        (Item::Table(before), Item::Table(after)) => {
            after.set_position(before.position());
            *after.decor_mut() = before.decor().clone();
            after.set_dotted(before.is_dotted());
        }
        (
            Item::None | Item::Value(_) | Item::Table(_) | Item::ArrayOfTables(_),
            Item::None | Item::Value(_) | Item::Table(_) | Item::ArrayOfTables(_),
        ) => {}
    }
}

/// Forgets where an entry stood, with all in it: it stands where its list says from now on.
pub(super) fn forget_place(table: &mut Table) {
    table.set_position(None);
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(inner) => forget_place(inner),
            Item::ArrayOfTables(list) => list.iter_mut().for_each(forget_place),
            Item::None | Item::Value(_) => {}
        }
    }
}

fn scalar(value: &Json) -> Option<Value> {
    match value {
        Json::Bool(value) => Some((*value).into()),
        Json::Number(number) => number.as_i64().map(Value::from),
        Json::String(text) => Some(text.as_str().into()),
        Json::Array(list) => {
            let mut array = Array::new();
            for value in list {
                array.push(scalar(value).filter(|value| !value.is_array())?);
            }
            Some(array.into())
        }
        Json::Null | Json::Object(_) => None,
    }
}
