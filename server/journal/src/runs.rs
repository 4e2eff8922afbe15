//! Reads the journal in its order: the sealed days, then the batches.

use std::iter::Peekable;

use moi_domain::EventNumber;

use crate::JournalError;
use crate::batch;
use crate::chain::{self, Checksum};
use crate::disk::Disk;
use crate::run::Run;

/// The journal's runs from some event on. After a damaged one it goes on with the next that can be read.
pub(crate) struct Runs<'a> {
    disk: &'a Disk,
    days: std::vec::IntoIter<EventNumber>,
    batches: Peekable<sled::Iter>,
    /// What follows the last run, where it is known.
    expected: Option<Place>,
}

/// A place between two runs: the number of the event that comes after it, and the checksum that it is chained to.
pub(crate) type Place = (EventNumber, Checksum);

/// A run, and whether it is a sealed day.
pub(crate) struct Found {
    pub(crate) run: Run,
    pub(crate) is_sealed: bool,
}

impl<'a> Runs<'a> {
    /// All of it.
    pub(crate) fn all(disk: &'a Disk) -> Result<Self, JournalError> {
        let days = disk.days.list()?;
        // Batches of a sealed day are left over from a kill. When the last day can't be read they are all that is left.
        let (batches_from, _) = sealed_until(disk).unwrap_or(BEGINNING);
        Ok(Self::new(disk, days, batches_from, Some(BEGINNING)))
    }

    /// From the run on that holds the event after `number`, whose checksum is `checksum`; it may begin before it.
    pub(crate) fn after(disk: &'a Disk, number: EventNumber, checksum: Checksum) -> Result<Self, JournalError> {
        let wanted = number.next();
        let (end_of_days, _) = sealed_until(disk)?;
        let (days, batches_from) = if wanted < end_of_days {
            let mut days = disk.days.list()?;
            let holds_it = days.partition_point(|day| *day <= wanted).saturating_sub(1);
            (days.split_off(holds_it), end_of_days)
        } else {
            let holds_it = disk.journal.range(batch::key(end_of_days)..=batch::key(wanted)).keys().next_back();
            let holds_it = holds_it.transpose().map_err(disk.failure("read"))?;
            (Vec::new(), holds_it.map_or(Ok(end_of_days), |key| batch::first_number(&key))?)
        };
        let begins_at = days.first().copied().unwrap_or(batches_from);
        Ok(Self::new(disk, days, batches_from, (begins_at == wanted).then_some((wanted, checksum))))
    }

    /// From the first batch on that is not sealed.
    pub(crate) fn unsealed(disk: &'a Disk) -> Result<(Self, Place), JournalError> {
        let place = sealed_until(disk)?;
        Ok((Self::new(disk, Vec::new(), place.0, Some(place)), place))
    }

    fn new(disk: &'a Disk, days: Vec<EventNumber>, batches_from: EventNumber, expected: Option<Place>) -> Self {
        let batches = disk.journal.range(batch::key(batches_from)..).peekable();
        Self { disk, days: days.into_iter(), batches, expected }
    }

    /// The first event of the run that is next; none at the end, or where that can't be read.
    fn next_first(&mut self) -> Option<EventNumber> {
        let day = self.days.as_slice().first().copied();
        day.or_else(|| batch::first_number(&self.batches.peek()?.as_ref().ok()?.0).ok())
    }
}

impl Iterator for Runs<'_> {
    type Item = Result<Found, JournalError>;

    fn next(&mut self) -> Option<Self::Item> {
        // Whoever opens the database again waits for this reading, and the office with it.
        if self.disk.is_closed_to_readers() {
            return Some(Err(JournalError::Closed));
        }
        let next = self.next_first();
        if let Some((missing, _)) = self.expected.take_if(|(expected, _)| next.is_some_and(|next| next != *expected)) {
            return Some(Err(JournalError::Damaged { at: missing, reason: "it is missing".into() }));
        }
        let before = self.expected.take().map(|(_, before)| before);
        let (run, is_sealed) = if let Some(first) = self.days.next() {
            (self.disk.days.read(first).and_then(|day| day.open(before.as_ref())), true)
        } else {
            let entry = self.batches.next()?.map_err(self.disk.failure("read"));
            (entry.and_then(|(key, value)| batch::decode(&key, &value, before.as_ref())), false)
        };
        self.expected = run.as_ref().ok().map(|run| (run.next(), run.after));
        Some(run.map(|run| Found { run, is_sealed }))
    }
}

/// Where the journal begins.
const BEGINNING: Place = (EventNumber(1), chain::FIRST);

/// Where the sealed days end, and the batches begin.
pub(crate) fn sealed_until(disk: &Disk) -> Result<Place, JournalError> {
    Ok(disk.days.last()?.map_or(BEGINNING, |day| (day.next(), day.after())))
}
