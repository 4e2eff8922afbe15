//! Reads the journal in its order, sealed days and batches alike.

use std::ops::Bound;

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

    /// From the first batch on that is not sealed, with the checksum that it is chained to.
    pub(crate) fn unsealed(disk: &'a Disk) -> Result<(Self, Checksum), JournalError> {
        for key in disk.journal.iter().keys().rev() {
            let key = key.map_err(disk.failure("read"))?;
            if let Some((day, _)) = sealed::read_key(&key) {
                let day = begin(disk, day)?;
                let (next, before) = (day.head().last.next(), day.after()?);
                let entries = disk.journal.range(batch::key(next)..);
                return Ok((Self { disk, entries, expected: Some((next, before)) }, before));
            }
        }
        Ok((Self::all(disk), chain::FIRST))
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
            Some((first, _)) => self.collect(first)?.open(before.as_ref())?,
            None => batch::decode(key, value, before.as_ref())?,
        };
        self.expected = Some((run.next(), run.after));
        Ok(Found { run, is_sealed: part.is_some() })
    }

    /// All parts of the day. None of them is told again, be the day whole or damaged.
    fn collect(&mut self, first: EventNumber) -> Result<Collected, JournalError> {
        let last = Bound::Excluded(sealed::key(first, u16::MAX));
        self.entries = self.disk.journal.range((last, Bound::Unbounded));
        let mut day = begin(self.disk, first)?;
        for number in 1..day.parts()? {
            day.add(&part(self.disk, first, number)?)?;
        }
        Ok(day)
    }
}

/// The first part of a sealed day, with its head.
pub(crate) fn begin(disk: &Disk, day: EventNumber) -> Result<Collected, JournalError> {
    Collected::begin(day, &part(disk, day, 0)?)
}

fn part(disk: &Disk, day: EventNumber, number: u16) -> Result<sled::IVec, JournalError> {
    let part = disk.journal.get(sealed::key(day, number)).map_err(disk.failure("read"))?;
    part.ok_or_else(|| JournalError::Damaged { at: day, reason: "a part of the day is missing".into() })
}

impl Iterator for Runs<'_> {
    type Item = Result<Found, JournalError>;

    fn next(&mut self) -> Option<Self::Item> {
        let entry = self.entries.next()?;
        Some(entry.map_err(self.disk.failure("read")).and_then(|(key, value)| self.read(&key, &value)))
    }
}
