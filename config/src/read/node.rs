//! A value of the file together with the way to it, so that whoever refuses it can name the place.

use toml::de::{DeTable, DeValue};

use super::{Ledger, nearest};
use crate::finding::Level;

/// Longest excerpt of a wrong value in a message, in characters.
const FOUND_LONGEST: usize = 40;

/// One value, or the place where one is missing.
#[derive(Clone)]
pub(crate) struct Node<'t> {
    value: Option<&'t DeValue<'t>>,
    offset: usize,
    path: String,
    ledger: &'t Ledger<'t>,
}

impl<'t> Node<'t> {
    /// The whole file.
    pub(crate) fn root(value: &'t DeValue<'t>, ledger: &'t Ledger<'t>) -> Self {
        Self { value: Some(value), offset: 0, path: String::new(), ledger }
    }

    pub(crate) fn ledger(&self) -> &'t Ledger<'t> {
        self.ledger
    }

    pub(crate) fn value(&self) -> Option<&'t DeValue<'t>> {
        self.value
    }

    pub(crate) fn offset(&self) -> usize {
        self.offset
    }

    /// What stands here, for a message.
    pub(crate) fn found(&self) -> String {
        match self.value {
            None => "nothing".to_owned(),
            Some(DeValue::String(text)) => quoted(text),
            Some(DeValue::Integer(number)) => number.to_string(),
            Some(DeValue::Float(number)) => number.to_string(),
            Some(DeValue::Boolean(truth)) => truth.to_string(),
            Some(DeValue::Datetime(time)) => time.to_string(),
            Some(DeValue::Array(list)) => format!("a list of {}", list.len()),
            Some(DeValue::Table(_)) => "a table".to_owned(),
        }
    }

    /// Reports that what stands here, or that nothing stands here, is wrong.
    pub(crate) fn refuse(&self, allowed: impl Into<String>) {
        if self.value.is_some() || !self.ledger.is_broken() {
            self.refuse_found(self.found(), allowed);
        }
    }

    /// Reports a mistake with own words for what was found.
    pub(crate) fn refuse_found(&self, found: impl Into<String>, allowed: impl Into<String>) {
        self.ledger.report(Level::Mistake, self.offset, &self.path, found.into(), allowed.into());
    }

    /// Reports a mistake with a guess of what was meant.
    pub(crate) fn refuse_nearest(&self, found: String, allowed: String, nearest: Option<String>) {
        self.ledger.report_nearest(Level::Mistake, self.offset, &self.path, found, allowed, nearest);
    }

    /// Reports a doubt; the value is taken as it is.
    pub(crate) fn warn(&self, found: impl Into<String>, better: impl Into<String>) {
        self.ledger.report(Level::Warning, self.offset, &self.path, found.into(), better.into());
    }

    /// The value as a table, `None` without a report when it is anything else.
    pub(crate) fn entries(&self) -> Option<&'t DeTable<'t>> {
        self.value.and_then(DeValue::as_table)
    }

    /// The value or the gap under this key; a gap is placed where the table stands.
    pub(crate) fn child(&self, key: &str) -> Self {
        let entry = self.entries().and_then(|entries| entries.get_key_value(key));
        let path = if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) };
        let value = entry.map(|(_, value)| value.get_ref());
        // A table that dotted keys or headers made has no place of its own: its key has one.
        let offset = entry.map_or(self.offset, |(key, value)| match value.get_ref() {
            DeValue::Table(_) | DeValue::Array(_) => key.span().start,
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => value.span().start,
        });
        Self { value, offset, path, ledger: self.ledger }
    }

    /// Reads a table. `read` must ask for every key that the table may have before it gives up on one, since the keys
    /// asked for are the allowed ones; all others are reported.
    pub(crate) fn table<T>(&self, read: impl FnOnce(&mut Table<'_, 't>) -> Option<T>) -> Option<T> {
        let mut table = Table { node: self, known: Vec::new() };
        if self.value.is_some() && self.entries().is_none() {
            self.refuse("a table: keys with values");
            return None;
        }
        let result = read(&mut table);
        let known = table.known;
        self.refuse_unknown_keys(&known);
        result
    }

    /// Reports each key of the table that isn't one of these.
    pub(crate) fn refuse_unknown_keys(&self, known: &[&str]) {
        for (key, _) in self.entries().into_iter().flatten() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
                let guess = nearest(name, known.iter().copied()).map(str::to_owned);
                let (found, allowed) = ("an unknown key".to_owned(), known.join(", "));
                self.ledger.report_nearest(Level::Mistake, key.span().start, &path, found, allowed, guess);
            }
        }
    }

    /// Reads a list of `count` entries, one after the other; a missing list is an empty one.
    pub(crate) fn list<T>(
        &self,
        count: std::ops::RangeInclusive<usize>,
        read: impl Fn(&Node<'t>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let allowed = || format!("a list of {} to {} entries", count.start(), count.end());
        let nodes = match self.value {
            None => Vec::new(),
            Some(value) => {
                let Some(list) = value.as_array() else {
                    self.refuse(allowed());
                    return None;
                };
                let entry = |(index, value): (usize, &'t toml::Spanned<DeValue<'t>>)| Self {
                    value: Some(value.get_ref()),
                    offset: value.span().start,
                    path: format!("{}[{}]", self.path, index + 1),
                    ledger: self.ledger,
                };
                list.iter().enumerate().map(entry).collect()
            }
        };
        if !count.contains(&nodes.len()) {
            self.refuse(allowed());
        }
        // All are read before the first failure counts, so that each can report.
        let entries: Vec<Option<T>> = nodes.iter().map(read).collect();
        entries.into_iter().collect()
    }
}

/// A table that is being read, and the keys that it has been asked for.
pub(crate) struct Table<'n, 't> {
    node: &'n Node<'t>,
    known: Vec<&'static str>,
}

impl<'t> Table<'_, 't> {
    /// The table itself.
    pub(crate) fn node(&self) -> &Node<'t> {
        self.node
    }

    /// The value or gap under this key, which becomes an allowed one.
    pub(crate) fn child(&mut self, key: &'static str) -> Node<'t> {
        self.known.push(key);
        self.node.child(key)
    }

    /// Reads a key that must be there: the reader gets the gap, too, and refuses it.
    pub(crate) fn required<T>(&mut self, key: &'static str, read: impl FnOnce(&Node<'t>) -> Option<T>) -> Option<T> {
        read(&self.child(key))
    }

    /// Reads a key that may be missing. A wrong value has been reported and reads as missing.
    pub(crate) fn optional<T>(&mut self, key: &'static str, read: impl FnOnce(&Node<'t>) -> Option<T>) -> Option<T> {
        let child = self.child(key);
        if child.value().is_some() { read(&child) } else { None }
    }

    /// Reads a list of tables or values; a missing list is an empty one.
    pub(crate) fn list<T>(
        &mut self,
        key: &'static str,
        count: std::ops::RangeInclusive<usize>,
        read: impl Fn(&Node<'t>) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.child(key).list(count, read)
    }
}

/// A text in quotes, with its control characters visible and not too long for a line.
pub(crate) fn quoted(text: &str) -> String {
    let mut characters = text.chars();
    let mut shown: String = characters.by_ref().take(FOUND_LONGEST).flat_map(visible).collect();
    if characters.next().is_some() {
        shown.push('…');
    }
    format!("\"{shown}\"")
}

fn visible(character: char) -> Vec<char> {
    if character.is_control() { character.escape_unicode().collect() } else { vec![character] }
}
