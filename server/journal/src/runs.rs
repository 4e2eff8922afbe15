//! Reads the journal in its order, sealed days and batches alike.

use moi_domain::EventNumber;

use crate::JournalError;
use crate::batch;
use crate::chain::{self, Checksum};
use crate::disk::Disk;
use crate::run::Run;
use crate::sealed::{self, Collected};

/// The journal's runs from some event on. After a damaged one it goes on with the next that can be read.
pub(crate) struct Runs<'a> {
    disk: &'a Disk,
    entries: sled::Iter,
    /// What follows the last run, where it is known.
    expected: Option<(EventNumber, Checksum)>,
}

/// A run, and whether it is a sealed day.
pub(crate) struct Found {
    pub(crate) run: Run,
    pub(crate) is_sealed: bool,
}

impl<'a> Runs<'a> {
    /// All of it.
    pub(crate) fn all(disk: &'a Disk) -> Self {
        Self { disk, entries: disk.journal.iter(), expected: Some((EventNumber(1), chain::FIRST)) }
    }

    /// From the run on that holds the event after `number`, whose checksum is `checksum`; it may begin before it.
    pub(crate) fn after(disk: &'a Disk, number: EventNumber, checksum: Checksum) -> Result<Self, JournalError> {
        let wanted = number.next();
        let last = sealed::key(wanted, u16::MAX);
        let Some(found) = disk.journal.range(..=last).next_back() else { return Ok(Self::all(disk)) };
        let (key, _) = found.map_err(disk.failure("read"))?;
        let entries = match sealed::read_key(&key) {
            Some((first, _)) => disk.journal.range(sealed::key(first, 0)..),
            None => disk.journal.range(key.clone()..),
        };
        let begins_there = key.len() == 8 && batch::first_number(&key)? == wanted;
        Ok(Self { disk, entries, expected: begins_there.then_some((wanted, checksum)) })
    }

    /// From the first batch on that is not sealed.
    pub(crate) fn unsealed(disk: &'a Disk) -> Result<Self, JournalError> {
        let mut first = None;
        for entry in disk.journal.iter().rev() {
            let (key, value) = entry.map_err(disk.failure("read"))?;
            match sealed::read_key(&key) {
                None => first = Some(key),
                Some((day, _)) => {
                    let head = head(disk, day, &value)?;
                    let next = (head.head().last.next(), head.after()?);
                    let start = batch::key(next.0);
                    return Ok(Self { disk, entries: disk.journal.range(start..), expected: Some(next) });
                }
            }
        }
        let entries = first.map_or_else(|| disk.journal.iter(), |first| disk.journal.range(first..));
        Ok(Self { disk, entries, expected: Some((EventNumber(1), chain::FIRST)) })
    }

    fn read(&mut self, key: &[u8], value: &[u8]) -> Result<Found, JournalError> {
        let expected = self.expected.take();
        let part = sealed::read_key(key);
        let first = part.map_or_else(|| batch::first_number(key), |(first, _)| Ok(first))?;
        if let Some((expected, _)) = expected.filter(|(expected, _)| *expected != first) {
            let reason = "the batch that begins with it is missing".into();
            return Err(JournalError::Damaged { at: expected, reason });
        }
        let before = expected.map(|(_, before)| before);
        let run = match part {
            Some((first, _)) => self.collect(first, value)?.open(before.as_ref())?,
            None => batch::decode(key, value, before.as_ref())?,
        };
        self.expected = Some((run.next(), run.after));
        Ok(Found { run, is_sealed: part.is_some() })
    }

    /// The parts that follow the first one.
    fn collect(&mut self, first: EventNumber, value: &[u8]) -> Result<Collected, JournalError> {
        let mut day = Collected::begin(first, value)?;
        for part in 1..day.parts() {
            let number = u16::try_from(part).unwrap_or(u16::MAX);
            let next = self.disk.journal.get(sealed::key(first, number)).map_err(self.disk.failure("read"))?;
            let missing = || JournalError::Damaged { at: first, reason: "a part of the day is missing".into() };
            day.add(&next.ok_or_else(missing)?)?;
        }
        // The parts are not told again.
        self.entries = self.disk.journal.range(batch::key(day.head().last.next())..);
        Ok(day)
    }
}

/// The head of a sealed day, of which some part was found.
pub(crate) fn head(disk: &Disk, day: EventNumber, found: &[u8]) -> Result<Collected, JournalError> {
    let value = disk.journal.get(sealed::key(day, 0)).map_err(disk.failure("read"))?;
    Collected::begin(day, value.as_deref().unwrap_or(found))
}

impl Iterator for Runs<'_> {
    type Item = Result<Found, JournalError>;

    fn next(&mut self) -> Option<Self::Item> {
        let entry = self.entries.next()?;
        Some(entry.map_err(self.disk.failure("read")).and_then(|(key, value)| self.read(&key, &value)))
    }
}
