//! Where a set-up comes from, and how it is read as a whole.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::Office;
use crate::finding::{Finding, Level, Place, Position};
use crate::read::{Ledger, Node, Remark};

/// The set-up that ships: a commune's one-stop shop.
const SHIPPED: &str = include_str!("../../office.toml");
/// Name of the shipped set-up in messages.
const SHIPPED_NAME: &str = "office.toml (built in)";
/// Largest set-up file in bytes: 24 services with all texts are some 40 KiB.
const FILE_LARGEST: u64 = 1 << 20;
/// What may stand in a file, for those who have broken its form.
const TOML_ALLOWED: &str = "key = \"text\", key = 12, [table], [[list entry]], # remark; each key once in its table";

/// The text of the set-up that ships.
#[must_use]
pub fn shipped() -> &'static str {
    SHIPPED
}

/// Where a set-up comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The one that ships in the program.
    Embedded,
    /// A file of the administrator's.
    File(PathBuf),
}

/// Reads and checks a set-up.
///
/// # Errors
/// All findings, mistakes and warnings, in the order of the file, when there is at least one mistake. An office that is
/// fine carries its warnings in [`Office::warnings`].
pub fn load(source: Source) -> Result<Office, Vec<Finding>> {
    load_with_text(source).map(|(office, _)| office)
}

/// The same with the text that it was read from.
///
/// # Errors
/// As [`load`].
pub fn load_with_text(source: Source) -> Result<(Office, String), Vec<Finding>> {
    let (name, text) = match source {
        Source::Embedded => (SHIPPED_NAME.to_owned(), SHIPPED.to_owned()),
        Source::File(path) => (path.display().to_string(), read_file(&path).map_err(|finding| vec![finding])?),
    };
    Ok((parse(&name, &text)?, text))
}

/// Reads and checks the text of a set-up; `file` is its name in findings.
///
/// # Errors
/// As [`load`].
pub fn parse(file: &str, text: &str) -> Result<Office, Vec<Finding>> {
    let (root, errors) = DeTable::parse_recoverable(text);
    let root = DeValue::Table(root.into_inner());
    let ledger = Ledger::new(file, text, !errors.is_empty());
    for error in &errors {
        let offset = error.span().map_or(0, |span| span.start);
        let found = format!("something that isn't TOML: {}", error.message());
        let allowed = TOML_ALLOWED.to_owned();
        ledger.report(offset, Remark { level: Level::Mistake, key: "", found, allowed, nearest: None });
    }
    let office = Node::root(&root, &ledger).table(Office::read);
    let findings = ledger.take_findings();
    let has_mistake = findings.iter().any(|finding| finding.level == Level::Mistake);
    match office {
        Some(office) if !has_mistake => Ok(Office { warnings: findings, ..office }),
        Some(_) | None => Err(findings),
    }
}

fn read_file(path: &Path) -> Result<String, Finding> {
    let place = |position| Place::File { file: path.display().to_string(), position };
    let mut bytes = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(FILE_LARGEST + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        return Err(Finding::mistake(place(None), error.to_string(), "a set-up file that can be read"));
    }
    if bytes.len() as u64 > FILE_LARGEST {
        let found = format!("a file of more than {FILE_LARGEST} bytes");
        return Err(Finding::mistake(place(None), found, format!("a set-up of at most {FILE_LARGEST} bytes")));
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
        let position = Position::of(&before, valid);
        Finding::mistake(place(Some(position)), "a byte that isn't UTF-8", "a text file saved as UTF-8")
    })
}
