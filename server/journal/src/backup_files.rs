//! Files beside the journal in a backup, whose lines are short: each file is some lines of a part each, one after the
//! other.

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};

use crate::JournalError;
use crate::files::{FILE_BYTES_MAX, FileName, Files, parse, written};

/// Bytes of a part: 48 KiB as text, where a line has at most 64.
const PART_BYTES: usize = 36 * 1024;

/// A part of a file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FilePart {
    name: String,
    /// Counted from 1.
    part: usize,
    /// Parts of the whole.
    of: usize,
    base64: String,
}

/// A file in parts; an empty one has one.
pub(crate) fn parts_of(name: &FileName, bytes: &[u8]) -> impl Iterator<Item = FilePart> {
    let (name, of) = (written(name), bytes.len().div_ceil(PART_BYTES).max(1));
    (1..=of).map(move |part| {
        let from = (part - 1) * PART_BYTES;
        let until = bytes.len().min(from + PART_BYTES);
        FilePart { name: name.clone(), part, of, base64: BASE64.encode(&bytes[from..until]) }
    })
}

/// Why a part is not taken in.
#[derive(Debug)]
pub(crate) enum NotTaken {
    /// It doesn't follow the one before, or is none at all.
    NotWhole,
    /// The file can't be written.
    Disk(JournalError),
}

/// Files on their way in.
pub(crate) struct Incoming {
    files: Files,
    /// The file at hand: its name, the parts that came and their bytes.
    at_hand: Option<(FileName, usize, Vec<u8>)>,
    count: u64,
}

impl Incoming {
    pub(crate) fn into(files: Files) -> Self {
        Self { files, at_hand: None, count: 0 }
    }

    /// Takes a part in, and writes the file with its last.
    pub(crate) fn add(&mut self, FilePart { name, part, of, base64 }: &FilePart) -> Result<(), NotTaken> {
        let name = parse(name).ok_or(NotTaken::NotWhole)?;
        let (known, parts, mut bytes) = self.at_hand.take().unwrap_or((name, 0, Vec::new()));
        bytes.extend(BASE64.decode(base64.as_bytes()).map_err(|_| NotTaken::NotWhole)?);
        if known != name || *part != parts + 1 || part > of || bytes.len() > FILE_BYTES_MAX {
            return Err(NotTaken::NotWhole);
        }
        if part < of {
            self.at_hand = Some((name, *part, bytes));
            return Ok(());
        }
        self.files.put(&name, &bytes).map_err(NotTaken::Disk)?;
        self.count += 1;
        Ok(())
    }

    /// Files that came, the one that is not whole among them: then no count fits.
    pub(crate) fn count(&self) -> u64 {
        self.count + u64::from(self.at_hand.is_some())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use jiff::Timestamp;

    use super::*;
    use crate::Storage;

    fn backup(storage: &Storage) -> Vec<u8> {
        let mut backup = Vec::new();
        storage.back_up(&mut backup, "1.2.3", Timestamp::UNIX_EPOCH).expect("made");
        backup
    }

    #[test]
    fn files_of_any_length_come_back_out_of_a_backup() {
        let folders = [tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder")];
        let [from, to] = folders.each_ref().map(|folder| Storage::open(folder.path()).expect("it opens"));
        for (name, bytes) in [(1, 0), (2, 1), (3, PART_BYTES), (4, PART_BYTES + 1), (5, 10 * PART_BYTES)] {
            let bytes: Vec<u8> = (0..=250).cycle().take(bytes).collect();
            from.files().put(&[name; 16], &bytes).expect("written");
        }
        let content = to.restore(Cursor::new(backup(&from))).expect("it is whole");
        assert_eq!(content.files, 5);
        assert_eq!(to.files().list().expect("read"), from.files().list().expect("read"));
        for name in from.files().list().expect("read") {
            assert_eq!(to.files().read(&name).expect("read"), from.files().read(&name).expect("read"));
        }
    }

    #[test]
    fn a_backup_without_files_is_as_earlier_releases_read_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let lines = |bytes: Vec<u8>| {
            let mut text = String::new();
            let mut plain = brotli::Decompressor::new(Cursor::new(bytes), 4096);
            std::io::Read::read_to_string(&mut plain, &mut text).expect("text");
            text
        };
        let text = lines(backup(&storage));
        assert!(text.contains("\"format\":1") && !text.contains("files"), "{text}");
        storage.files().put(&[1; 16], b"a picture").expect("written");
        let text = lines(backup(&storage));
        assert!(text.contains("\"format\":2") && text.contains("\"files\":1"), "{text}");
    }

    #[test]
    fn parts_that_do_not_follow_each_other_are_no_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = Storage::open(folder.path()).expect("it opens").files();
        let parts: Vec<_> = parts_of(&[1; 16], &vec![7; 3 * PART_BYTES]).collect();
        let other: Vec<_> = parts_of(&[2; 16], &vec![7; 2 * PART_BYTES]).collect();
        let mut outside: Vec<_> = parts_of(&[3; 16], b"x").collect();
        outside[0].name = "../../outside".into();
        for wrong in [
            vec![&parts[1]],
            vec![&parts[0], &parts[0]],
            vec![&parts[0], &parts[2]],
            vec![&parts[0], &other[1]],
            vec![&outside[0]],
        ] {
            let mut incoming = Incoming::into(files.clone());
            let taken: Result<Vec<()>, _> = wrong.into_iter().map(|part| incoming.add(part)).collect();
            assert!(matches!(taken, Err(NotTaken::NotWhole)), "{taken:?}");
        }
        assert!(files.list().expect("read").is_empty());
    }
}
