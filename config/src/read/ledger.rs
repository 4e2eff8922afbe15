//! What a reading has found so far: mistakes, the office's languages, and which names were defined and mentioned.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::Node;
use crate::finding::{Finding, Level, Place, Position};

/// What a name belongs to; a name is unique within its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Language,
    Service,
    Counter,
    Priority,
    Person,
}

/// Collects what one reading finds. Interior mutability, since every node of the tree reports to it.
pub(crate) struct Ledger<'t> {
    file: &'t str,
    text: &'t str,
    /// The TOML itself is broken, so keys may seem missing that are only lost: what is absent isn't reported.
    is_broken: bool,
    findings: RefCell<Vec<(usize, Finding)>>,
    languages: RefCell<Option<Vec<String>>>,
    definitions: RefCell<BTreeMap<(Kind, String), Node<'t>>>,
    mentions: RefCell<Vec<(Kind, String, Node<'t>)>>,
}

impl<'t> Ledger<'t> {
    pub(crate) fn new(file: &'t str, text: &'t str, is_broken: bool) -> Self {
        Self {
            file,
            text,
            is_broken,
            findings: RefCell::default(),
            languages: RefCell::default(),
            definitions: RefCell::default(),
            mentions: RefCell::default(),
        }
    }

    pub(crate) fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// The languages in which each text must be given; `None` while they are unknown.
    pub(crate) fn languages(&self) -> Option<Vec<String>> {
        self.languages.borrow().clone()
    }

    pub(crate) fn set_languages(&self, languages: Option<Vec<String>>) {
        *self.languages.borrow_mut() = languages;
    }

    /// Reports a mistake or warning at this byte of the file.
    pub(crate) fn report(&self, level: Level, offset: usize, key: &str, found: String, allowed: String) {
        self.report_nearest(level, offset, key, found, allowed, None);
    }

    /// Reports with a guess of what was meant.
    pub(crate) fn report_nearest(
        &self,
        level: Level,
        offset: usize,
        key: &str,
        found: String,
        allowed: String,
        nearest: Option<String>,
    ) {
        let position = Some(Position::of(self.text, offset));
        let place = Place::File { file: self.file.to_owned(), position };
        let finding = Finding { level, place, key: key.to_owned(), found, allowed, nearest };
        self.findings.borrow_mut().push((offset, finding));
    }

    /// The line that a byte of the file stands on.
    pub(crate) fn line(&self, offset: usize) -> usize {
        Position::of(self.text, offset).line
    }

    /// Enters the name of a thing. A name that the kind has already is reported: `allowed` says what else to write.
    pub(crate) fn define(&self, kind: Kind, name: &str, node: &Node<'t>, allowed: &str) {
        let mut definitions = self.definitions.borrow_mut();
        if let Some(first) = definitions.get(&(kind, name.to_owned())) {
            let found = format!("{} a second time, first on line {}", node.found(), self.line(first.offset()));
            node.refuse_found(found, allowed);
        } else {
            definitions.insert((kind, name.to_owned()), node.clone());
        }
    }

    /// Notes that something refers to a thing by name; [`Ledger::check_mentions`] compares when all is read.
    pub(crate) fn mention(&self, kind: Kind, name: &str, node: &Node<'t>) {
        self.mentions.borrow_mut().push((kind, name.to_owned(), node.clone()));
    }

    /// Reports mentions of names that nothing has.
    pub(crate) fn check_mentions(&self, kind: Kind, what: &str) {
        let names = self.names(kind);
        let mentions: Vec<_> = self.mentions.borrow().iter().filter(|(of, ..)| *of == kind).cloned().collect();
        for (_, name, node) in mentions {
            if !names.contains(&name) {
                let known = if names.is_empty() { "none is defined".to_owned() } else { names.join(", ") };
                node.refuse_nearest(
                    node.found(),
                    format!("{what}: {known}"),
                    super::nearest(&name, names.iter().map(String::as_str)).map(str::to_owned),
                );
            }
        }
    }

    /// The things of this kind that nothing has mentioned.
    pub(crate) fn unmentioned(&self, kind: Kind) -> Vec<Node<'t>> {
        let mentions = self.mentions.borrow();
        let definitions = self.definitions.borrow();
        let is_mentioned = |name: &String| mentions.iter().any(|(of, mention, _)| *of == kind && mention == name);
        let unmentioned = definitions.iter().filter(|((of, name), _)| *of == kind && !is_mentioned(name));
        unmentioned.map(|(_, node)| node.clone()).collect()
    }

    fn names(&self, kind: Kind) -> Vec<String> {
        self.definitions.borrow().keys().filter(|(of, _)| *of == kind).map(|(_, name)| name.clone()).collect()
    }

    /// All findings in the order of the file.
    pub(crate) fn take_findings(&self) -> Vec<Finding> {
        let mut findings = self.findings.take();
        findings.sort_by_key(|(offset, _)| *offset);
        findings.into_iter().map(|(_, finding)| finding).collect()
    }
}
