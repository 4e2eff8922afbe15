//! Small durable records beside the journal: people, tokens, sessions, cursors. What is personal stands here and not in
//! the journal, so that it can be erased.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::JournalError;
use crate::batch::VALUE_BYTES_MAX;
use crate::disk::Disk;
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
        self.change(|disk| disk.records.insert(path(room, key), value))
    }

    /// Removes a record, where there is one.
    ///
    /// # Errors
    /// When the disk can't be written.
    pub fn remove(&self, room: &str, key: &str) -> Result<(), JournalError> {
        self.change(|disk| disk.records.remove(path(room, key)))
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

    fn change(&self, act: impl FnOnce(&Disk) -> sled::Result<Option<sled::IVec>>) -> Result<(), JournalError> {
        self.0.with(|disk| {
            act(disk).map_err(disk.failure("write")).inspect_err(|_| disk.fail())?;
            disk.make_durable()
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
