//! How far papers were printed ahead, so that the next print goes on behind the pile.
//!
//! It stands in a file of its own: the office's records are locked while it runs, and a roll may be printed then.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::whole_file;

/// The folder of it, and of the pictures of a roll, in the data folder.
pub const ROLL: &str = "roll";

const NAME: &str = "printed.json";

/// The last number that was printed of each letter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrintedPapers(BTreeMap<String, u32>);

impl PrintedPapers {
    /// What is known in this data folder. A file that can't be read counts as none: a print then begins at the first
    /// number, as on the first day.
    #[must_use]
    pub fn read(data: &Path) -> Self {
        let path = path(data);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Self::default(),
            Err(error) => {
                tracing::warn!(file = %path.display(), %error, "how far papers were printed can't be read");
                return Self::default();
            }
        };
        let unreadable = |error| {
            tracing::warn!(file = %path.display(), %error, "how far papers were printed can't be read");
            Self::default()
        };
        serde_json::from_slice(&text).map_or_else(unreadable, Self)
    }

    /// The index of the last one of a letter; none when none was printed.
    #[must_use]
    pub fn last_of(&self, prefix: &str) -> Option<u32> {
        self.0.get(prefix).copied()
    }

    /// Notes that this one came out; durable when it returns.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn note(&mut self, data: &Path, prefix: &str, index: u32) -> io::Result<()> {
        self.0.insert(prefix.to_owned(), index);
        let path = path(data);
        fs::create_dir_all(data.join(ROLL))?;
        whole_file::put(&path, &path.with_extension("new"), &serde_json::to_vec(&self.0)?)
    }
}

fn path(data: &Path) -> PathBuf {
    data.join(ROLL).join(NAME)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_printed_number_of_each_letter_is_there_again_after_a_start() {
        let folder = tempfile::tempdir().unwrap();
        let mut printed = PrintedPapers::read(folder.path());
        assert_eq!(printed.last_of("A"), None);
        for (prefix, index) in [("A", 951), ("C", 950), ("A", 952)] {
            printed.note(folder.path(), prefix, index).unwrap();
        }
        let again = PrintedPapers::read(folder.path());
        assert_eq!((again.last_of("A"), again.last_of("C"), again.last_of("H")), (Some(952), Some(950), None));
        fs::write(path(folder.path()), "{").unwrap();
        assert_eq!(PrintedPapers::read(folder.path()), PrintedPapers::default());
    }
}
