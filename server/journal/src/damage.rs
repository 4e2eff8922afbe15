//! Where damage lies: which file, and which day.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use moi_domain::EventNumber;

use crate::batch;
use crate::disk::Disk;
use crate::error::DAMAGE_ADVICE;
use crate::runs::sealed_until;
use crate::{JournalError, Storage};

/// A part of the journal that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// The first event of the part.
    pub at: EventNumber,
    /// Where it lies: the file of a closed day, or the database that holds today.
    pub file: PathBuf,
    /// The business day of a closed one, when its file still tells.
    pub day: Option<Date>,
    /// What is wrong.
    pub reason: String,
}

/// Closed days could not be put away: they stay where they are, and nothing of them is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealingTrouble {
    /// What the journal or the machine said.
    pub reason: String,
    /// The damage that was met; none when something else failed.
    pub damage: Option<Damage>,
}

impl std::fmt::Display for Damage {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}", self.file.display())?;
        if let Some(day) = self.day {
            write!(formatter, ", the day {day}")?;
        }
        write!(formatter, ": damaged at event {}: {}", self.at, self.reason)
    }
}

impl Storage {
    /// An error in words; damage with its file and what to do about it.
    #[must_use]
    pub fn told(&self, error: &JournalError) -> String {
        self.damage(error).map_or_else(|| error.to_string(), |damage| format!("{damage}; {DAMAGE_ADVICE}"))
    }

    /// The damage that an error tells of; none when it tells of something else.
    #[must_use]
    pub fn damage(&self, error: &JournalError) -> Option<Damage> {
        self.with(|disk| Ok(disk.damage(self.folder(), error))).ok().flatten()
    }
}

impl Disk {
    /// As [`Storage::damage`], in the journal's folder.
    pub(crate) fn damage(&self, folder: &Path, error: &JournalError) -> Option<Damage> {
        let JournalError::Damaged { at, reason } = error else { return None };
        let is_today = self.is_today(*at);
        let file = if is_today { folder.join("db") } else { self.days.path(*at) };
        let day = if is_today { None } else { self.days.read(*at).ok().and_then(|day| day.record().day) };
        Some(Damage { at: *at, file, day, reason: reason.clone() })
    }

    /// Whether the event belongs to the database, and not to a closed day's file, be the file there or not.
    fn is_today(&self, at: EventNumber) -> bool {
        let days = self.days.list().unwrap_or_default();
        if days.last().is_some_and(|last| at <= *last) {
            return false;
        }
        // A batch that begins later than where the closed days end: between the two the file of a day is missing.
        let first_batch = self.journal.first().ok().flatten().and_then(|(key, _)| batch::first_number(&key).ok());
        let end_of_days = sealed_until(self).map(|(end, _)| end);
        !(end_of_days.is_ok_and(|end| end == at) && first_batch.is_some_and(|first| first > at))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use moi_domain::Fact;

    use super::*;
    use crate::chain::FIRST;
    use crate::samples::{day, events};
    use crate::{Store, sealing};

    #[test]
    fn a_sealing_that_meets_damage_says_so() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let mut journal = storage.journal().expect("the writer");
        for number in 1..=2 {
            let mut events = events(number..=number);
            events[0].fact = Fact::DayStarted { day: date(2026, 11, 23 + i8::try_from(number).expect("few")) };
            journal.append(&events).expect("it is written");
        }
        let hall = journal.fold().expect("it folds");
        let spoil = |disk: &Disk| Ok(disk.journal.insert(batch::key(EventNumber(1)), vec![2; 40]).map(drop));
        storage.with(spoil).expect("the disk is open").expect("written");
        journal.settle(&hall);
        // Waits for the sealer.
        drop(journal);
        let damage = storage.sealing_trouble().expect("it is told").damage.expect("it is damage");
        assert_eq!((damage.at, damage.file), (EventNumber(1), folder.path().join("db")));
    }

    #[test]
    fn damage_is_told_with_its_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let one = day(1, 10, &FIRST);
        let two = day(11, 20, &one.after);
        let write = |disk: &Disk| {
            sealing::write(disk, &one, &FIRST)?;
            sealing::write(disk, &two, &one.after)
        };
        storage.with(write).expect("written");
        storage.journal().expect("the writer").append(&events(21..=22)).expect("written");
        let days = folder.path().join("days");
        let (first, second) = (days.join("00000000000000000001.day"), days.join("00000000000000000011.day"));
        let file = |at| {
            let error = JournalError::Damaged { at: EventNumber(at), reason: "a test".into() };
            storage.damage(&error).expect("it is damage").file
        };
        assert_eq!((file(1), file(11), file(21)), (first, second.clone(), folder.path().join("db")));
        std::fs::remove_file(&second).expect("removed");
        assert_eq!(file(11), second, "also when it is gone");
        assert_eq!(storage.damage(&JournalError::Closed), None);
        let told = storage.verify().expect("it reads").damages;
        assert!(told[0].starts_with(&format!("{}: damaged at event 11", second.display())), "{told:?}");
    }
}
