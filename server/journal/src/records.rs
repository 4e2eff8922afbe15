//! Small durable records beside the journal: people, tokens, sessions, cursors. What is personal stands here and not in
//! the journal, so that it can be erased.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::JournalError;
use crate::batch::VALUE_BYTES_MAX;
use crate::storage::Storage;

/// Rooms of records, each by its key. Each change is durable when it returns. Cloning it is cheap.
#[derive(Clone)]
pub struct Records(Storage);

/// Stands between a room and a key.
const SEPARATOR: char = '\0';

impl Records {
    pub(crate) fn new(storage: Storage) -> Self {
        Self(storage)
    }

    /// A record; none when there is none.
    ///
    /// # Errors
    /// When the disk can't be read, or holds something else than a `T`.
    pub fn get<T: DeserializeOwned>(&self, room: &str, key: &str) -> Result<Option<T>, JournalError> {
        let value = self.0.with(|disk| disk.records.get(path(room, key)).map_err(disk.failure("read")))?;
        value.map(|value| parse(room, key, &value)).transpose()
    }

    /// Puts a record, in place of an earlier one.
    ///
    /// # Errors
    /// When the disk can't be written, or the record has more than 6 KiB as JSON.
    pub fn put<T: Serialize>(&self, room: &str, key: &str, record: &T) -> Result<(), JournalError> {
        let what = || format!("record {key} in {room}");
        let value = serde_json::to_vec(record).map_err(|source| JournalError::Json { what: what(), source })?;
        if value.len() > VALUE_BYTES_MAX {
            return Err(JournalError::TooLarge { what: what(), bytes: value.len(), bytes_max: VALUE_BYTES_MAX });
        }
        self.0.with(|disk| disk.write(|disk| disk.records.insert(path(room, key), value)))
    }

    /// Removes a record, where there is one.
    ///
    /// # Errors
    /// When the disk can't be written.
    pub fn remove(&self, room: &str, key: &str) -> Result<(), JournalError> {
        self.0.with(|disk| disk.write(|disk| disk.records.remove(path(room, key))))
    }

    /// All records of a room with their keys, by key.
    ///
    /// # Errors
    /// When the disk can't be read, or holds something else than a `T`.
    pub fn list<T: DeserializeOwned>(&self, room: &str) -> Result<Vec<(String, T)>, JournalError> {
        let prefix = path(room, "");
        self.0.with(|disk| {
            let entries = disk.records.scan_prefix(&prefix);
            entries
                .map(|entry| {
                    let (path, value) = entry.map_err(disk.failure("read"))?;
                    let key = String::from_utf8_lossy(&path[prefix.len()..]).into_owned();
                    parse(room, &key, &value).map(|record| (key, record))
                })
                .collect()
        })
    }
}

fn path(room: &str, key: &str) -> String {
    debug_assert!(!room.is_empty() && !room.contains(SEPARATOR), "{room:?} is no room");
    format!("{room}{SEPARATOR}{key}")
}

fn parse<T: DeserializeOwned>(room: &str, key: &str, value: &[u8]) -> Result<T, JournalError> {
    let what = || format!("record {key} in {room}");
    serde_json::from_slice(value).map_err(|source| JournalError::Json { what: what(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_kept_by_room_and_key() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let records = storage.records();
        records.put("people", "Hà", &("officer", 7)).expect("written");
        records.put("people", "Tú", &("officer", 8)).expect("written");
        records.put("people", "Hà", &("officer", 9)).expect("written");
        records.put("peoples", "Hà", &1).expect("written");
        let kept: Vec<(String, (String, u8))> = records.list("people").expect("read");
        assert_eq!(kept, [("Hà".into(), ("officer".into(), 9)), ("Tú".into(), ("officer".into(), 8))]);
        records.remove("people", "Hà").expect("removed");
        records.remove("people", "nobody").expect("nothing to remove");
        assert_eq!(records.get::<(String, u8)>("people", "Hà").expect("read"), None);
        assert_eq!(records.get::<u8>("peoples", "Hà").expect("read"), Some(1));
        drop((records, storage));
        let records = Storage::open(folder.path()).expect("it opens again").records();
        assert_eq!(records.get::<(String, u8)>("people", "Tú").expect("read"), Some(("officer".into(), 8)));
    }

    #[test]
    fn a_record_of_another_kind_or_size_is_an_error() {
        let folder = tempfile::tempdir().expect("a folder");
        let records = Storage::open(folder.path()).expect("it opens").records();
        records.put("people", "Hà", &"a text").expect("written");
        let error = records.get::<u8>("people", "Hà").expect_err("no number").to_string();
        assert!(error.starts_with("record Hà in people is no good JSON"), "{error}");
        let error = records.put("people", "Tú", &"x".repeat(9_000)).expect_err("too large").to_string();
        assert_eq!(error, "record Tú in people has 9002 bytes, allowed are 6144");
    }

    #[test]
    fn records_are_read_and_written_from_many_threads() {
        let folder = tempfile::tempdir().expect("a folder");
        let records = Storage::open(folder.path()).expect("it opens").records();
        std::thread::scope(|scope| {
            for room in ["a", "b", "c"] {
                let records = records.clone();
                scope.spawn(move || {
                    for key in 0..20 {
                        records.put(room, &key.to_string(), &key).expect("written");
                    }
                });
            }
        });
        for room in ["a", "b", "c"] {
            assert_eq!(records.list::<u8>(room).expect("read").len(), 20);
        }
    }
}
