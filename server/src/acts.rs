//! What is done to the office's people and devices, on its way to the journal. It is done in any case: what the journal
//! can't take now (no office runs, it is busy, its disk is full) is kept as a record, and comes to it later.

use jiff::Timestamp;
use moi_domain::{Act, Actor, Command, CommandKey, Order};
use moi_journal::{JournalError, Records};
use serde::{Deserialize, Serialize};

use crate::digest::sha256_hex;
use crate::engine::Engine;

/// Room of the records that holds what the journal has not got yet, by when and what.
const ROOM: &str = "acts";

/// Bytes of a digest that tells an act from another one of the same millisecond.
const KEY_BYTES: usize = 8;

/// What waits for the journal.
#[derive(Clone)]
pub struct Acts {
    records: Records,
}

/// As kept.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Kept {
    By {
        by: Actor,
        act: Act,
    },
    /// An owner's, of before others' were kept.
    Owners(Act),
}

impl Acts {
    /// Of the office with these records.
    #[must_use]
    pub fn of(records: Records) -> Self {
        Self { records }
    }

    /// Brings an act to the journal, or keeps it. What can't be kept either is told to the log.
    pub async fn bring(&self, engine: &Engine, act: Act, by: Actor, now: Timestamp) {
        let key = key_of(&act, now);
        match engine.submit(order(&key, act.clone(), by.clone())).await {
            Ok(_) => self.catch_up(engine).await,
            Err(error) => {
                tracing::warn!(%error, key, "what was done is not in the journal yet");
                let acts = self.clone();
                let kept = tokio::task::spawn_blocking(move || acts.keep(act, by, now)).await;
                if kept.is_err() {
                    tracing::error!("what was done is not in the journal, and could not be kept for it");
                }
            }
        }
    }

    /// Keeps an act for later. Blocks.
    pub fn keep(&self, act: Act, by: Actor, now: Timestamp) {
        let key = key_of(&act, now);
        let kept = Kept::By { by, act };
        if let Err(error) = self.records.put(ROOM, &key, &kept) {
            tracing::error!(%error, key, "what was done is not in the journal");
        }
    }

    /// Brings to the journal what waits for it.
    pub async fn catch_up(&self, engine: &Engine) {
        let waiting = match self.waiting() {
            Ok(waiting) => waiting,
            Err(error) => {
                tracing::error!(%error, "what the journal has not got yet can't be read");
                return;
            }
        };
        for (key, kept) in waiting {
            let (act, by) = match kept {
                Kept::By { by, act } => (act, by),
                Kept::Owners(act) => (act, Actor::Owner),
            };
            if let Err(error) = engine.submit(order(&key, act, by)).await {
                tracing::warn!(%error, "what was done before is not in the journal yet");
                return;
            }
            let records = self.records.clone();
            let removed = tokio::task::spawn_blocking(move || records.remove(ROOM, &key)).await;
            if let Ok(Err(error)) = removed {
                tracing::warn!(%error, "what the journal has got now is kept for it still");
            }
        }
    }

    fn waiting(&self) -> Result<Vec<(String, Kept)>, JournalError> {
        self.records.list(ROOM)
    }
}

fn key_of(act: &Act, now: Timestamp) -> String {
    let what = sha256_hex(format!("{act:?}").as_bytes(), KEY_BYTES);
    format!("{now}/{what}")
}

/// An answer that did not come leaves it open whether the act is in the journal: by its key it stands there once.
fn order(key: &str, act: Act, by: Actor) -> Order {
    let key = Some(CommandKey { key: key.into(), digest: ROOM.into() });
    Order { command: Command::Administer { act }, by, key }
}

#[cfg(test)]
mod tests {
    use moi_domain::{Event, Fact};
    use moi_journal::{Storage, Store};

    use super::*;
    use crate::clock::system_clock;
    use crate::engine::small_office::set_ups;

    fn engine_on(storage: &Storage) -> (Engine, crate::engine::EngineThread) {
        let opened = storage.clone();
        let open = Box::new(move || opened.journal().map(|journal| Box::new(journal) as Box<dyn Store>));
        Engine::start(set_ups(), open, system_clock(), None).expect("it starts")
    }

    #[tokio::test]
    async fn what_an_engine_can_t_take_comes_to_the_journal_later_once_and_says_who_did_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let acts = Acts::of(storage.records());
        let by = Actor::Administrator("Bảo".into());
        let ended = |person: &str| Act::SessionsEnded { person: person.to_owned() };
        let (stopped, thread) = engine_on(&storage);
        stopped.stop();
        thread.join();
        acts.bring(&stopped, ended("Hà"), by.clone(), Timestamp::UNIX_EPOCH).await;
        let (engine, thread) = engine_on(&storage);
        // The next act that comes through takes the waiting one along.
        acts.bring(&engine, ended("Tú"), by.clone(), Timestamp::UNIX_EPOCH).await;
        acts.catch_up(&engine).await;
        engine.stop();
        thread.join();
        let mut events: Vec<Event> = Vec::new();
        storage.journal().expect("it opens").replay(&mut |event| events.push(event)).expect("read");
        let told = events.iter().filter_map(|event| {
            let Fact::Administered { act } = &event.fact else { return None };
            Some((&event.by, act))
        });
        let told: Vec<_> = told.collect();
        assert_eq!(told, [(&by, &ended("Tú")), (&by, &ended("Hà"))]);
    }

    #[test]
    fn what_waits_is_kept_with_who_did_it_and_what_an_older_version_kept_is_the_owners() {
        let folder = tempfile::tempdir().expect("a folder");
        let records = Storage::open(folder.path()).expect("it opens").records();
        let (now, by) = (Timestamp::UNIX_EPOCH, Actor::Administrator("Bảo".into()));
        let act = |person: &str| Act::SessionsEnded { person: person.to_owned() };
        Acts::of(records.clone()).keep(act("Hà"), by.clone(), now);
        records.put(ROOM, "0", &act("Tú")).expect("put");
        let waiting = Acts::of(records).waiting().expect("read");
        let told = waiting.iter().map(|(_, kept)| match kept {
            Kept::By { by, act } => (Some(by), act),
            Kept::Owners(act) => (None, act),
        });
        assert_eq!(told.collect::<Vec<_>>(), [(None, &act("Tú")), (Some(&by), &act("Hà"))]);
    }
}
