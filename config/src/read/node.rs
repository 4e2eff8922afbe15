//! A value of the file together with the way to it, so that whoever refuses it can name the place.

use toml::de::{DeTable, DeValue};

use super::{Ledger, Remark, as_key, nearest, quoted};
use crate::finding::Level;

/// One value, or the place where one is missing.
#[derive(Clone)]
pub(crate) struct Node<'t> {
    value: Option<&'t DeValue<'t>>,
    offset: usize,
    path: String,
    /// The whole table that this would stand in is missing, which is told once, for the table.
    is_hushed: bool,
    ledger: &'t Ledger<'t>,
}

impl<'t> Node<'t> {
    /// The whole file.
    pub(crate) fn root(value: &'t DeValue<'t>, ledger: &'t Ledger<'t>) -> Self {
        Self { value: Some(value), offset: 0, path: String::new(), is_hushed: false, ledger }
    }

    pub(crate) fn ledger(&self) -> &'t Ledger<'t> {
        self.ledger
    }

    pub(crate) fn value(&self) -> Option<&'t DeValue<'t>> {
        self.value
    }

    /// The value as a string, `None` without a report when it is anything else.
    pub(crate) fn string(&self) -> Option<&'t str> {
        self.value.and_then(DeValue::as_str)
    }

    pub(crate) fn offset(&self) -> usize {
        self.offset
    }

    /// The key that the value stands under, without the way to it.
    pub(crate) fn key(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or_default()
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
        let is_lost = self.is_hushed || self.ledger.is_broken();
        if self.value.is_some() || !is_lost {
            self.refuse_found(self.found(), allowed);
        }
    }

    /// Reports a mistake with own words for what was found.
    pub(crate) fn refuse_found(&self, found: impl Into<String>, allowed: impl Into<String>) {
        self.report(Level::Mistake, found.into(), allowed.into(), None);
    }

    /// Reports a mistake with a guess of what was meant.
    pub(crate) fn refuse_nearest(&self, found: String, allowed: String, nearest: Option<String>) {
        self.report(Level::Mistake, found, allowed, nearest);
    }

    /// Reports a doubt; the value is taken as it is.
    pub(crate) fn warn(&self, found: impl Into<String>, better: impl Into<String>) {
        self.report(Level::Warning, found.into(), better.into(), None);
    }

    fn report(&self, level: Level, found: String, allowed: String, nearest: Option<String>) {
        self.ledger.report(self.offset, Remark { level, key: &self.path, found, allowed, nearest });
    }

    /// The value as a table, `None` without a report when it is anything else.
    pub(crate) fn entries(&self) -> Option<&'t DeTable<'t>> {
        self.value.and_then(DeValue::as_table)
    }

    /// The value or the gap under this key; a gap is placed where the table stands.
    pub(crate) fn child(&self, key: &str) -> Self {
        let entry = self.entries().and_then(|entries| entries.get_key_value(key));
        let path = self.path_to(key);
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
        let is_hushed = self.is_hushed || self.value.is_none();
        Self { value, offset, path, is_hushed, ledger: self.ledger }
    }

    fn path_to(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
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
        if self.value.is_none() {
            self.refuse(format!("a table with {}", known.join(", ")));
            return None;
        }
        self.refuse_unknown_keys(&known);
        result
    }

    /// Reports each key of the table that isn't one of these.
    pub(crate) fn refuse_unknown_keys(&self, known: &[&str]) {
        for (key, _) in self.entries().into_iter().flatten() {
            if self.ledger.is_full() {
                return;
            }
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let path = self.path_to(&as_key(name));
                let nearest = nearest(name, known.iter().copied()).map(str::to_owned);
                let (found, allowed) = ("an unknown key".to_owned(), known.join(", "));
                self.ledger
                    .report(key.span().start, Remark { level: Level::Mistake, key: &path, found, allowed, nearest });
            }
        }
    }

    /// How many entries the list has; `None` without a report when it is no list.
    pub(crate) fn count(&self) -> Option<usize> {
        self.value.and_then(DeValue::as_array).map(|list| list.len())
    }

    /// Reads a list of `count` entries, one after the other; a missing list is an empty one; of one that is too long
    /// the rest isn't read.
    pub(crate) fn list<T>(
        &self,
        count: std::ops::RangeInclusive<usize>,
        read: impl Fn(&Node<'t>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let allowed = || match count.start() {
            0 => format!("a list of at most {} entries", count.end()),
            least => format!("a list of {least} to {} entries", count.end()),
        };
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
                    is_hushed: false,
                    ledger: self.ledger,
                };
                list.iter().enumerate().map(entry).collect()
            }
        };
        let is_counted = count.contains(&nodes.len());
        if !is_counted {
            self.refuse(allowed());
        }
        // All are read before the first failure counts, so that each can report.
        let entries: Vec<Option<T>> = nodes.iter().take(*count.end()).map(read).collect();
        entries.into_iter().collect::<Option<Vec<T>>>().filter(|_| is_counted)
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
