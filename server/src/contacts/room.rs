//! The contacts and notes that are kept: sealed records, the keys that open them, and who has a contact, in memory. Who
//! has a note, the hall knows.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use jiff::civil::Date;
use moi_domain::{CounterNumber, Hall, Status, Ticket, TicketId};
use moi_journal::{JournalError, Records};
use serde_json::Value;
use zeroize::Zeroizing;

use super::keys::KeyFolder;
use super::sealed::{Kind, SealedText};
use super::{ContactError, Note, PhoneNumber, Whose};
use crate::digest::sha256_hex;

/// For how many days contacts are kept by the set-up in force.
pub type KeepDays = Box<dyn Fn() -> u16 + Send + Sync>;

/// Everything here but [`Self::is_left`], [`Self::at_counter`] and [`Self::trouble`] reads or writes the disk.
pub(super) struct Room {
    records: Records,
    contact_keys: KeyFolder,
    /// Of their own: they go a day later, when contacts are kept for longer.
    note_keys: KeyFolder,
    pub(super) keep_days: KeepDays,
    /// Tickets of the hall that have a contact which can be read: some dozen. Never locked while the disk works.
    left: RwLock<BTreeSet<TicketId>>,
    /// Held for the whole of a change: no key is erased while a contact is sealed with it.
    turn: Mutex<()>,
    trouble: Mutex<Option<String>>,
}

impl Room {
    pub(super) fn open(records: Records, keys: PathBuf, keep_days: KeepDays, hall: &Hall) -> Self {
        let room = Self {
            records,
            contact_keys: KeyFolder::new(keys.clone(), Kind::Contact.room()),
            note_keys: KeyFolder::new(keys, Kind::Note.room()),
            keep_days,
            left: RwLock::default(),
            turn: Mutex::default(),
            trouble: Mutex::default(),
        };
        for (key, sealed) in room.kept(Kind::Contact).unwrap_or_default() {
            let ticket = sealed.and_then(|sealed| hall.ticket(sealed.ticket));
            // Ids are given anew in an office that goes on from an older backup, fingerprints never.
            let whose = ticket.map(Whose::of).filter(|whose| whose.key == key);
            if let Some(whose) = whose.filter(|whose| room.read(whose).is_some()) {
                room.left_mut().insert(whose.ticket);
            }
        }
        room
    }

    pub(super) fn leave(&self, whose: &Whose, day: Date, number: &PhoneNumber) -> Result<(), ContactError> {
        let _turn = self.take_turn();
        self.seal_and_keep(Kind::Contact, whose, day, number.as_str())?;
        self.left_mut().insert(whose.ticket);
        Ok(())
    }

    pub(super) fn note(&self, whose: &Whose, day: Date, note: &Note) -> Result<(), ContactError> {
        let _turn = self.take_turn();
        self.seal_and_keep(Kind::Note, whose, day, note.as_str())
    }

    pub(super) fn take_back(&self, whose: &Whose) -> Result<(), ContactError> {
        let _turn = self.take_turn();
        self.remove(Kind::Contact, &whose.key)?;
        self.left_mut().remove(&whose.ticket);
        Ok(())
    }

    pub(super) fn erase_note(&self, whose: &Whose) -> Result<(), ContactError> {
        let _turn = self.take_turn();
        Ok(self.remove(Kind::Note, &whose.key)?)
    }

    pub(super) fn read(&self, whose: &Whose) -> Option<PhoneNumber> {
        let number = self.text(Kind::Contact, whose).and_then(|text| PhoneNumber::parse(&text));
        if number.is_none() {
            self.left_mut().remove(&whose.ticket);
        }
        number
    }

    pub(super) fn read_note(&self, whose: &Whose) -> Option<Note> {
        Note::parse(&self.text(Kind::Note, whose)?).ok().flatten()
    }

    /// What can't be read is as good as gone: told once, and never a fault of whoever asks.
    fn text(&self, kind: Kind, whose: &Whose) -> Option<Zeroizing<String>> {
        let text = match self.records.get::<SealedText>(kind.room(), &whose.key) {
            Ok(None) => return None,
            Ok(Some(sealed)) => self.unseal(&sealed, kind, whose),
            Err(error) => Err(error.to_string()),
        };
        self.set_trouble(text.as_ref().err().cloned());
        text.ok()
    }

    pub(super) fn is_left(&self, ticket: TicketId) -> bool {
        self.left().contains(&ticket)
    }

    pub(super) fn at_counter<'h>(&self, hall: &'h Hall, counter: CounterNumber) -> Option<&'h Ticket> {
        let left = self.left();
        if let Some(visit) = hall.counter(counter).visit {
            return hall.ticket(visit).filter(|ticket| left.contains(&ticket.id));
        }
        let missed = left.iter().filter_map(|id| hall.ticket(*id)).filter_map(|ticket| match ticket.status {
            Status::NoShow { counter: where_to, missed_at, .. } if where_to == counter => Some((missed_at, ticket)),
            Status::NoShow { .. }
            | Status::Waiting
            | Status::Parked { .. }
            | Status::Called { .. }
            | Status::Serving { .. }
            | Status::Finished { .. }
            | Status::Cancelled { .. } => None,
        });
        missed.max_by_key(|(missed_at, ticket)| (*missed_at, ticket.id)).map(|(_, ticket)| ticket)
    }

    pub(super) fn trouble(&self) -> Option<String> {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Tickets of the hall whose contact nobody needs any more: their visit is over, or they were given back. Those
    /// that the hall has forgotten with its day are left to the schedule.
    pub(super) fn over(&self, hall: &Hall) -> Vec<Whose> {
        let left: Vec<TicketId> = self.left().iter().copied().collect();
        let (known, forgotten): (Vec<_>, Vec<_>) = left.into_iter().partition(|id| hall.ticket(*id).is_some());
        if !forgotten.is_empty() {
            self.left_mut().retain(|id| !forgotten.contains(id));
        }
        let tickets = known.into_iter().filter_map(|id| hall.ticket(id));
        tickets.filter(|ticket| is_over(&ticket.status)).map(Whose::of).collect()
    }

    /// All records of a kind with their keys; none for one that is none.
    pub(super) fn kept(&self, kind: Kind) -> Result<Vec<(String, Option<SealedText>)>, JournalError> {
        let records: Vec<(String, Value)> = self.records.list(kind.room())?;
        Ok(records.into_iter().map(|(key, value)| (key, serde_json::from_value(value).ok())).collect())
    }

    pub(super) fn remove(&self, kind: Kind, key: &str) -> Result<(), JournalError> {
        self.records.remove(kind.room(), key)
    }

    pub(super) fn keys(&self, kind: Kind) -> &KeyFolder {
        match kind {
            Kind::Contact => &self.contact_keys,
            Kind::Note => &self.note_keys,
        }
    }

    /// What tells two notes apart without telling anything of them: nobody can make it of a guess without the day's
    /// key, which goes with the notes.
    pub(super) fn fingerprint(&self, day: Date, text: &str) -> Result<String, ContactError> {
        let key = self.keys(Kind::Note).read_or_make(day)?;
        let keyed = |message: &[u8]| sha256_hex(&Zeroizing::new([key.bytes().as_slice(), message].concat()), 32);
        Ok(keyed(keyed(text.as_bytes()).as_bytes()))
    }

    pub(super) fn take_turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn seal_and_keep(&self, kind: Kind, whose: &Whose, day: Date, text: &str) -> Result<(), ContactError> {
        let kept = self.keys(kind).read_or_make(day).map_err(ContactError::from).and_then(|key| {
            Ok(self.records.put(kind.room(), &whose.key, &SealedText::seal(&key, kind, whose, day, text))?)
        });
        self.set_trouble(kept.as_ref().err().map(ToString::to_string));
        kept
    }

    fn unseal(&self, sealed: &SealedText, kind: Kind, whose: &Whose) -> Result<Zeroizing<String>, String> {
        let day = sealed.day;
        let key = self.keys(kind).read(day).map_err(|error| error.to_string())?;
        let key = key.ok_or_else(|| format!("the key of {day} is missing"))?;
        sealed.open(&key, kind, whose).ok_or_else(|| format!("the key of {day} is another one"))
    }

    /// The log says once what health shows as long as it lasts.
    fn set_trouble(&self, trouble: Option<String>) {
        let mut known = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(reason) = trouble.as_ref().filter(|_| *known != trouble) {
            tracing::warn!(reason, "contacts can't be kept or read: they are as good as gone");
        }
        *known = trouble;
    }

    /// The set is changed by whole entries: it is good even when the lock is poisoned.
    fn left(&self) -> RwLockReadGuard<'_, BTreeSet<TicketId>> {
        self.left.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn left_mut(&self) -> RwLockWriteGuard<'_, BTreeSet<TicketId>> {
        self.left.write().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_over(status: &Status) -> bool {
    match status {
        Status::Finished { .. } | Status::Cancelled { .. } => true,
        Status::Waiting
        | Status::Called { .. }
        | Status::Serving { .. }
        | Status::Parked { .. }
        | Status::NoShow { .. } => false,
    }
}
