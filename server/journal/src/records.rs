//! Small durable records beside the journal: people, tokens, sessions, cursors. What is personal stands here and not in
//! the journal, so that it can be erased.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::JournalError;
use crate::batch::VALUE_BYTES_MAX;
use crate::disk::Disk;
use crate::storage::Storage;

/// Rooms of records, each by its key. Each change is durable when it returns, and shows only then; reading never waits
/// for the disk, so that it may be done on an async thread. Cloning it is cheap.
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
    /// When it is something else than a `T`.
    pub fn get<T: DeserializeOwned>(&self, room: &str, key: &str) -> Result<Option<T>, JournalError> {
        let known = self.0.known_records().read();
        known.get(&path(room, key)).map(|value| parse(room, key, value)).transpose()
    }

    /// Puts a record, in place of an earlier one. After a failure the earlier one shows until the journal is opened
    /// again, and then whatever came to the disk.
    ///
    /// # Errors
    /// When the disk can't be written, or the record has more than 6 KiB as JSON.
    pub fn put<T: Serialize>(&self, room: &str, key: &str, record: &T) -> Result<(), JournalError> {
        let what = || format!("record {key} in {room}");
        let value = serde_json::to_vec(record).map_err(|source| JournalError::Json { what: what(), source })?;
        if value.len() > VALUE_BYTES_MAX {
            return Err(JournalError::TooLarge { what: what(), bytes: value.len(), bytes_max: VALUE_BYTES_MAX });
        }
        let path = path(room, key);
        let on_disk = |disk: &Disk| disk.records.insert(&path, value.as_slice());
        self.change(on_disk, |known| known.insert(path.clone(), value.clone()))
    }

    /// Removes a record, where there is one.
    ///
    /// # Errors
    /// When the disk can't be written.
    pub fn remove(&self, room: &str, key: &str) -> Result<(), JournalError> {
        let path = path(room, key);
        self.change(|disk| disk.records.remove(&path), |known| known.remove(&path))
    }

    /// All records of a room with their keys, by key.
    ///
    /// # Errors
    /// When one is something else than a `T`.
    pub fn list<T: DeserializeOwned>(&self, room: &str) -> Result<Vec<(String, T)>, JournalError> {
        let prefix = path(room, "");
        let known = self.0.known_records().read();
        let of_room =
            known.range(prefix.clone()..).map_while(|(path, value)| Some((path.strip_prefix(&prefix)?, value)));
        of_room.map(|(key, value)| parse(room, key, value).map(|record| (key.to_owned(), record))).collect()
    }

    /// Every record with its room and key, as JSON.
    pub(crate) fn all(&self) -> Vec<(String, String, Vec<u8>)> {
        let known = self.0.known_records().read();
        let split = |(path, value): (&String, &Vec<u8>)| {
            let (room, key) = path.split_once(SEPARATOR)?;
            Some((room.to_owned(), key.to_owned(), value.clone()))
        };
        known.iter().filter_map(split).collect()
    }

    /// Changes the disk, and then what is known.
    fn change<D, K>(
        &self,
        on_disk: impl FnOnce(&Disk) -> sled::Result<D>,
        in_memory: impl FnOnce(&mut BTreeMap<String, Vec<u8>>) -> K,
    ) -> Result<(), JournalError> {
        let known = self.0.known_records();
        let _turn = known.turn.lock().unwrap_or_else(PoisonError::into_inner);
        // While the disk is held, so that it isn't opened again in between.
        self.0.with(|disk| {
            disk.write(on_disk)?;
            in_memory(&mut known.write());
            Ok(())
        })
    }
}

/// All records in memory, as they are on disk. Some hundred people, tokens and sessions of 200 bytes: 100 KB.
pub(crate) struct Known {
    /// The JSON of each record, by room and key. Never locked while the disk works.
    values: RwLock<BTreeMap<String, Vec<u8>>>,
    /// Held for the whole of a change: memory sees changes in the disk's order.
    turn: Mutex<()>,
}

impl Known {
    pub(crate) fn of(disk: &Disk) -> Result<Self, JournalError> {
        Ok(Self { values: RwLock::new(load(disk)?), turn: Mutex::new(()) })
    }

    /// Believes the disk alone, after it was opened again.
    pub(crate) fn load_again(&self, disk: &Disk) -> Result<(), JournalError> {
        let loaded = load(disk)?;
        *self.write() = loaded;
        Ok(())
    }

    fn read(&self) -> RwLockReadGuard<'_, BTreeMap<String, Vec<u8>>> {
        self.values.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, BTreeMap<String, Vec<u8>>> {
        self.values.write().unwrap_or_else(PoisonError::into_inner)
    }
}

fn load(disk: &Disk) -> Result<BTreeMap<String, Vec<u8>>, JournalError> {
    let record = |entry: sled::Result<(sled::IVec, sled::IVec)>| {
        let (path, value) = entry.map_err(disk.failure("read"))?;
        Ok((String::from_utf8_lossy(&path).into_owned(), value.to_vec()))
    };
    disk.records.iter().map(record).collect()
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
    fn reading_never_waits_for_the_disk() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let records = storage.records();
        records.put("people", "Hà", &7).expect("written");
        let reading = storage.while_opening_again(|| {
            let (tell, told) = std::sync::mpsc::channel();
            std::thread::spawn(move || {
                let read = (records.get::<u8>("people", "Hà"), records.list::<u8>("people"));
                tell.send(read).expect("somebody waits");
            });
            told.recv_timeout(std::time::Duration::from_secs(10))
        });
        let (got, listed) = reading.expect("it waited");
        assert_eq!(got.expect("read"), Some(7));
        assert_eq!(listed.expect("read"), [("Hà".to_owned(), 7)]);
    }

    #[test]
    fn a_change_that_failed_does_not_show() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let (records, journal) = (storage.records(), storage.journal().expect("the writer"));
        records.put("people", "Hà", &7).expect("written");
        storage.fail();
        records.put("people", "Hà", &8).expect_err("the disk is full");
        records.remove("people", "Hà").expect_err("the disk is full");
        assert_eq!(records.get::<u8>("people", "Hà").expect("read"), Some(7));
        drop(journal);
        let _journal = storage.journal().expect("opened again");
        assert_eq!(records.get::<u8>("people", "Hà").expect("read"), Some(7));
        records.put("people", "Hà", &8).expect("written");
        assert_eq!(records.get::<u8>("people", "Hà").expect("read"), Some(8));
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
