//! Texts of set-ups beside the journal, each by its digest: the journal says which one is in force, and since when.

use moi_journal::{JournalError, Records};
use serde::{Deserialize, Serialize};

use crate::digest::sha256_hex;

/// Room of the records that holds texts, by digest and part.
const ROOM: &str = "set-ups";

/// Bytes of a part. A record holds 6 KiB as JSON, where line ends and quotes take two bytes.
const PART_BYTES: usize = 3_000;

/// Texts that are kept: whoever changed something by mistake finds the one before, and the record of the order judges
/// past days by the rules of their time. Each is some 30 KB in memory and on disk: 3 MB at most.
const TEXTS_MAX: usize = 100;

/// Bytes of a digest: nobody makes two texts with one.
const DIGEST_BYTES: usize = 16;

/// A part of a text.
#[derive(Serialize, Deserialize)]
struct Part {
    /// Parts of the whole.
    of: usize,
    /// Texts are counted in the order in which they were kept.
    order: u64,
    text: String,
}

/// What stands for a text.
pub(super) fn digest_of(text: &str) -> String {
    sha256_hex(text.as_bytes(), DIGEST_BYTES)
}

/// Keeps a text; durable when it returns. The oldest go for one too many, but never those with the digests `needed`.
pub(super) fn keep(records: &Records, text: &str, needed: &[&str]) -> Result<(), JournalError> {
    let digest = digest_of(text);
    let known: Vec<(String, Part)> = records.list(ROOM)?;
    let order = known.iter().map(|(_, part)| part.order).max().unwrap_or(0) + 1;
    let parts = split(text);
    for (place, text) in parts.iter().enumerate() {
        let part = Part { of: parts.len(), order, text: (*text).to_owned() };
        records.put(ROOM, &key(&digest, place), &part)?;
    }
    for (key, part) in known {
        let is_needed = key.starts_with(&digest) || needed.iter().any(|needed| key.starts_with(*needed));
        if !is_needed && part.order + (TEXTS_MAX as u64) <= order {
            records.remove(ROOM, &key)?;
        }
    }
    Ok(())
}

/// The text of a digest; none when it is not there, or not whole.
pub(super) fn text_of(records: &Records, digest: &str) -> Result<Option<String>, JournalError> {
    let Some(first) = records.get::<Part>(ROOM, &key(digest, 0))? else { return Ok(None) };
    let mut text = first.text;
    for place in 1..first.of {
        let Some(part) = records.get::<Part>(ROOM, &key(digest, place))? else { return Ok(None) };
        text += &part.text;
    }
    Ok((digest_of(&text) == digest).then_some(text))
}

fn key(digest: &str, place: usize) -> String {
    format!("{digest}/{place:03}")
}

fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while rest.len() > PART_BYTES {
        let (part, more) = rest.split_at(rest.floor_char_boundary(PART_BYTES));
        parts.push(part);
        rest = more;
    }
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use moi_journal::Storage;

    use super::*;

    fn long(letter: &str) -> String {
        // Of three bytes, so that parts end within letters.
        "ẵ\"\n".repeat(20_000) + letter
    }

    #[test]
    fn a_text_of_any_length_survives_a_restart_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        for text in ["", "a", &long("a")] {
            let storage = Storage::open(folder.path()).expect("it opens");
            keep(&storage.records(), text, &[]).expect("kept");
            drop(storage);
            let storage = Storage::open(folder.path()).expect("it opens again");
            assert_eq!(text_of(&storage.records(), &digest_of(text)).expect("read").as_deref(), Some(text));
        }
    }

    #[test]
    fn a_text_that_is_not_whole_is_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let records = Storage::open(folder.path()).expect("it opens").records();
        let (text, digest) = (long("a"), digest_of(&long("a")));
        keep(&records, &text, &[]).expect("kept");
        records.remove(ROOM, &key(&digest, 1)).expect("removed");
        assert_eq!(text_of(&records, &digest).expect("read"), None);
    }

    #[test]
    fn the_oldest_go_but_not_the_one_in_force() {
        let folder = tempfile::tempdir().expect("a folder");
        let records = Storage::open(folder.path()).expect("it opens").records();
        let (first, second) = (digest_of("text 0"), digest_of("text 1"));
        for number in 0..TEXTS_MAX + 20 {
            keep(&records, &format!("text {number}"), &[&first]).expect("kept");
        }
        let kept: Vec<(String, Part)> = records.list(ROOM).expect("read");
        assert_eq!(kept.len(), TEXTS_MAX + 1);
        let there = |digest: &str| text_of(&records, digest).expect("read").is_some();
        assert!(there(&first) && !there(&second) && there(&digest_of(&format!("text {}", TEXTS_MAX + 19))));
    }
}
