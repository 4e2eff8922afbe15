//! The table `[backup]`: copies of the office that are made by themselves.

use std::path::PathBuf;

use crate::read::{Node, Table, whole_number};

/// When the office is backed up by itself, and where to. A set-up without the table has the usual one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where copies go; a relative one lies in the data folder.
    pub folder: PathBuf,
    /// Hours from one copy to the next, 1 to 168.
    pub every_hours: u16,
    /// Copies that are kept, 1 to 400.
    pub keep: u16,
}

impl Default for Backup {
    /// One a day for two weeks.
    fn default() -> Self {
        Self { folder: "backups".into(), every_hours: 24, keep: 14 }
    }
}

impl Backup {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let folder = table.required("folder", folder);
        let every_hours = table.required("every_hours", whole_number(1..=168));
        let keep = table.required("keep", whole_number(1..=400));
        Some(Self { folder: folder?, every_hours: every_hours?, keep: keep? })
    }
}

fn folder(node: &Node<'_>) -> Option<PathBuf> {
    let text = node.string().filter(|text| !text.trim().is_empty() && !text.contains(char::is_control));
    if text.is_none() {
        node.refuse("a folder between quotes, as \"backups\" or \"/media/usb/moi\"");
    }
    text.map(PathBuf::from)
}
