//! Who works in the office. Their PINs are no part of the set-up.

use crate::read::{Kind, Table, text, texts};
use crate::texts::Texts;

/// Longest name of a person.
const NAME_LONGEST: usize = 40;
/// Longest name of a person in a directory.
const DIRECTORY_LONGEST: usize = 100;
/// Longest title of an officer: one line over the counter.
const TITLE_LONGEST: usize = 60;

/// Somebody who serves at counters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    /// Full name, which is also the name to sign in with; no two people share one, whatever its capitals.
    pub name: String,
    /// As *Công chức Tư pháp – Hộ tịch*.
    pub title: Texts,
    /// What the directory calls them; none for who does not sign in by it. No two people share one.
    pub directory: Option<String>,
}

/// Somebody who works here and not at a counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Full name, which is also the name to sign in with; no two people share one, whatever its capitals.
    pub name: String,
    /// What the directory calls them; none for who does not sign in by it. No two people share one.
    pub directory: Option<String>,
}

/// Everybody who may sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct People {
    /// Who serves at counters.
    pub officers: Vec<Officer>,
    /// Who leads the hall, and serves, too; may be empty.
    pub supervisors: Vec<Officer>,
    /// Who gives tickets beside the ticket machine; may be empty.
    pub receptionists: Vec<Person>,
    /// Who reads how the office was run; may be empty.
    pub inspectors: Vec<Person>,
    /// Who sets up and looks after the office.
    pub administrators: Vec<Person>,
}

impl People {
    /// Whoever serves at counters under this name.
    #[must_use]
    pub fn serving(&self, name: &str) -> Option<&Officer> {
        self.officers.iter().chain(&self.supervisors).find(|officer| officer.name == name)
    }

    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let officers = table.list("officers", 1..=200, |node| node.table(Officer::read));
        let supervisors = table.list("supervisors", 0..=50, |node| node.table(Officer::read));
        let receptionists = table.list("receptionists", 0..=50, |node| node.table(Person::read));
        let inspectors = table.list("inspectors", 0..=50, |node| node.table(Person::read));
        let administrators = table.list("administrators", 1..=20, |node| node.table(Person::read));
        Some(Self {
            officers: officers?,
            supervisors: supervisors?,
            receptionists: receptionists?,
            inspectors: inspectors?,
            administrators: administrators?,
        })
    }
}

impl Officer {
    fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let name = person(table);
        let title = table.required("title", texts(TITLE_LONGEST));
        let directory = in_directory(table);
        Some(Self { name: name?, title: title?, directory })
    }
}

impl Person {
    fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let name = person(table);
        let directory = in_directory(table);
        Some(Self { name: name?, directory })
    }
}

fn person(table: &mut Table<'_, '_>) -> Option<String> {
    let node = table.child("name");
    let name = text(NAME_LONGEST)(&node)?;
    // People sign in however they type their name, so "Hà" and "hà" would be one.
    let folded = name.trim().to_lowercase();
    table.node().ledger().define(Kind::Person, &folded, &node, "a name that nobody else who works here has");
    Some(name)
}

fn in_directory(table: &mut Table<'_, '_>) -> Option<String> {
    table.optional("directory", |node| {
        let name = text(DIRECTORY_LONGEST)(node)?;
        let allowed = "a name in the directory that nobody else who works here has";
        node.ledger().define(Kind::DirectoryName, &name, node, allowed);
        Some(name)
    })
}
