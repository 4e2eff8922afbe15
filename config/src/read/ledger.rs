//! What a reading has found so far: mistakes, the office's languages, and which names were defined and mentioned.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::Node;
use crate::finding::{Finding, Level, Place, Position};

/// Most findings of one reading. Nobody reads more, and each costs a walk through the file for its line; a set-up
/// without mistakes can't have as many warnings (at most two for each of 24 services, one for the numbering, one
/// for booking, one for the directory).
pub(crate) const FINDINGS_MAX: usize = 200;

/// What a name belongs to; a name is unique within its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Language,
    Service,
    Counter,
    Priority,
    CallReason,
    PauseReason,
    Outcome,
    Person,
    DirectoryName,
}

/// A finding before its place is known in lines.
pub(crate) struct Remark<'r> {
    pub(crate) level: Level,
    pub(crate) key: &'r str,
    pub(crate) found: String,
    pub(crate) allowed: String,
    pub(crate) nearest: Option<String>,
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
    spoiled: RefCell<BTreeSet<Kind>>,
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
            spoiled: RefCell::default(),
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

    /// Takes in a mistake or warning at this byte of the file.
    pub(crate) fn report(&self, offset: usize, remark: Remark<'_>) {
        if self.is_full() {
            return;
        }
        let Remark { level, key, found, allowed, nearest } = remark;
        let position = Some(Position::of(self.text, offset));
        let place = Place::File { file: self.file.to_owned(), position };
        let nearest = nearest.map(String::into_boxed_str);
        let finding = Finding { level, place, key: key.into(), found: found.into(), allowed: allowed.into(), nearest };
        self.findings.borrow_mut().push((offset, finding));
    }

    /// Nothing more is taken in; the reading has failed anyway.
    pub(crate) fn is_full(&self) -> bool {
        self.findings.borrow().len() >= FINDINGS_MAX
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

    /// Notes that some names of this kind couldn't be read: what seems unknown or unmentioned may be one of them.
    pub(crate) fn spoil(&self, kind: Kind) {
        self.spoiled.borrow_mut().insert(kind);
    }

    /// Whether all names of this kind have been read.
    pub(crate) fn is_whole(&self, kind: Kind) -> bool {
        !self.is_broken && !self.spoiled.borrow().contains(&kind)
    }

    /// Reports mentions of names that nothing has; `what` says what they should name.
    pub(crate) fn check_mentions(&self, kind: Kind, what: &str) {
        let names = self.names(kind);
        for (of, name, node) in self.mentions.borrow().iter() {
            if *of == kind && !names.contains(name) {
                let guess = super::nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
                node.refuse_nearest(node.found(), format!("{what}: {}", names.join(", ")), guess);
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

    /// What of this kind stands first in the file.
    pub(crate) fn first(&self, kind: Kind) -> Option<Node<'t>> {
        let definitions = self.definitions.borrow();
        let of_kind = definitions.iter().filter(|((of, _), _)| *of == kind).map(|(_, node)| node);
        of_kind.min_by_key(|node| node.offset()).cloned()
    }

    /// The names of this kind that have been defined, in order.
    pub(crate) fn names(&self, kind: Kind) -> Vec<String> {
        self.definitions.borrow().keys().filter(|(of, _)| *of == kind).map(|(_, name)| name.clone()).collect()
    }

    /// All findings in the order of the file.
    pub(crate) fn take_findings(&self) -> Vec<Finding> {
        let is_full = self.is_full();
        let mut findings = self.findings.take();
        findings.sort_by_key(|(offset, _)| *offset);
        findings.dedup();
        let mut findings: Vec<Finding> = findings.into_iter().map(|(_, finding)| finding).collect();
        if is_full {
            let place = Place::File { file: self.file.to_owned(), position: None };
            let found = format!("more than {FINDINGS_MAX} mistakes, of which these are some");
            findings.push(Finding::mistake(place, found, "none"));
        }
        findings
    }
}
