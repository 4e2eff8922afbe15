//! The journal: append, fold and replay.

use std::path::Path;
use std::thread::JoinHandle;

use moi_domain::{Event, EventNumber, Hall};

use crate::batch;
use crate::chain::Checksum;
use crate::runs::{Runs, sealed_until};
use crate::snapshot::Snapshot;
use crate::storage::Writer;
use crate::watermark::Watermark;
use crate::{JournalError, Records, SealingTrouble, Storage, Store, sealing};

/// The office's events, durable, numbered without a gap, each chained to the one before.
pub struct Journal {
    writer: Writer,
    next: EventNumber,
    last_checksum: Checksum,
    watermark: Watermark,
    /// Puts days away, one thread at a time.
    sealer: Option<JoinHandle<()>>,
}

impl Journal {
    /// Opens the folder and its journal. [`Storage`] does the same in two steps, to open it again after a failure.
    ///
    /// # Errors
    /// As [`Storage::open`].
    pub fn open(folder: &Path) -> Result<Self, JournalError> {
        Storage::open(folder)?.journal()
    }

    pub(crate) fn new(writer: Writer) -> Result<Self, JournalError> {
        let (next, last_checksum) = writer.storage().with(|disk| {
            let sealed = sealed_until(disk)?;
            let Some((key, value)) = disk.journal.last().map_err(disk.failure("read"))? else { return Ok(sealed) };
            if batch::first_number(&key)? < sealed.0 {
                return Ok(sealed);
            }
            let run = batch::decode(&key, &value, None)?;
            run.events()?;
            Ok((run.next(), run.after))
        })?;
        let watermark = Watermark::open(writer.storage().folder(), EventNumber(next.0 - 1))?;
        Ok(Self { writer, next, last_checksum, watermark, sealer: None })
    }

    /// The number that the next event must have.
    #[must_use]
    pub fn next_number(&self) -> EventNumber {
        self.next
    }

    /// The records beside the journal.
    #[must_use]
    pub fn records(&self) -> Records {
        self.writer.storage().records()
    }

    /// Keeps a snapshot of a journal that was just filled, with every day but the last sealed.
    pub(crate) fn keep_snapshot(&mut self) -> Result<(), JournalError> {
        let hall = self.fold()?;
        Snapshot::new(hall, &self.last_checksum).write(self.writer.storage().folder())
    }

    fn check_numbers(&self, events: &[Event]) -> Result<(), JournalError> {
        let mut expected = self.next;
        for event in events {
            if event.number != expected {
                return Err(JournalError::Gap { expected, found: event.number });
            }
            expected = expected.next();
        }
        Ok(())
    }

    /// The fold of what comes after a snapshot. None when the snapshot is not one of this journal.
    fn fold_on(&self, snapshot: Snapshot) -> Result<Option<Hall>, JournalError> {
        let Some(checksum) = snapshot.checksum() else { return Ok(None) };
        let is_whole = snapshot.number.next() == self.next;
        if snapshot.number >= self.next || (is_whole && checksum != self.last_checksum) {
            return Ok(None);
        }
        let mut hall = snapshot.hall;
        self.writer.storage().with(|disk| {
            for found in Runs::after(disk, snapshot.number, checksum)? {
                let events = found?.run.events()?;
                events.iter().filter(|event| event.number > snapshot.number).for_each(|event| hall.apply(event));
            }
            Ok(())
        })?;
        Ok((hall.last_number().next() == self.next).then_some(hall))
    }
}

impl Store for Journal {
    fn append(&mut self, events: &[Event]) -> Result<(), JournalError> {
        self.check_numbers(events)?;
        let Some(last) = events.last() else { return Ok(()) };
        let (pieces, checksum) = batch::encode(events, self.last_checksum)?;
        self.watermark.begin(last.number);
        self.writer.storage().with(|disk| disk.write(|disk| insert(&disk.journal, &pieces)))?;
        self.next = last.number.next();
        self.last_checksum = checksum;
        self.watermark.acknowledge(last.number);
        Ok(())
    }

    fn is_open(&self) -> bool {
        self.writer.storage().is_open()
    }

    fn replay(&self, tell: &mut dyn FnMut(Event)) -> Result<(), JournalError> {
        self.writer.storage().with(|disk| {
            for found in Runs::all(disk)? {
                found?.run.events()?.into_iter().for_each(&mut *tell);
            }
            Ok(())
        })
    }

    fn fold(&mut self) -> Result<Hall, JournalError> {
        if let Some(snapshot) = Snapshot::read(self.writer.storage().folder()) {
            let day = snapshot.hall.day();
            match self.fold_on(snapshot) {
                Ok(Some(hall)) => {
                    let mut settled = self.writer.storage().settled();
                    *settled = settled.or(day);
                    drop(settled);
                    return Ok(hall);
                }
                Ok(None) => tracing::warn!("the snapshot is another journal's: the whole journal is read instead"),
                Err(error) => tracing::warn!(%error, "no fold from the snapshot: the whole journal is read instead"),
            }
        }
        let mut hall = Hall::new();
        self.replay(&mut |event| hall.apply(&event))?;
        Ok(hall)
    }

    fn settle(&mut self, hall: &Hall) {
        debug_assert_eq!(hall.last_number().next(), self.next, "the hall is the fold of the whole journal");
        let storage = self.writer.storage().clone();
        let is_settled = *storage.settled() == hall.day();
        if is_settled || self.sealer.as_ref().is_some_and(|sealer| !sealer.is_finished()) {
            return;
        }
        *storage.settled() = hall.day();
        let snapshot = Snapshot::new(hall.clone(), &self.last_checksum);
        let sealer = std::thread::Builder::new().name("sealer".into());
        match sealer.spawn(move || put_away(&storage, &snapshot)) {
            Ok(sealer) => self.sealer = Some(sealer),
            Err(error) => tracing::error!(%error, "closed days are not sealed: no thread"),
        }
    }
}

impl Drop for Journal {
    /// Whoever closes the journal has closed all of it.
    fn drop(&mut self) {
        if self.sealer.take().is_some_and(|sealer| sealer.join().is_err()) {
            tracing::error!("the sealing of closed days ended by a panic");
        }
    }
}

/// Seals what is over, then keeps the snapshot: the other way round, a start would not notice what is left to do.
fn put_away(storage: &Storage, snapshot: &Snapshot) {
    let kept = storage.with_all(sealing::seal_closed_days).and_then(|days| {
        snapshot.write(storage.folder())?;
        Ok(days)
    });
    storage.note_sealing(
        kept.as_ref().err().map(|error| SealingTrouble { reason: error.to_string(), damage: storage.damage(error) }),
    );
    match kept {
        Ok(0) => {}
        Ok(days) => tracing::info!(days, "closed days are sealed"),
        Err(error) => tracing::error!(%error, "closed days are not sealed: it is tried again at the next start or day"),
    }
}

/// One piece is one insert; several go in together or not at all.
fn insert(tree: &sled::Tree, pieces: &[batch::Piece]) -> sled::Result<()> {
    if let [piece] = pieces {
        return tree.insert(batch::key(piece.first), piece.value.as_slice()).map(drop);
    }
    let mut together = sled::Batch::default();
    for piece in pieces {
        together.insert(&batch::key(piece.first), piece.value.as_slice());
    }
    tree.apply_batch(together)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain;
    use crate::samples::events;

    fn read(journal: &Journal) -> Result<Vec<Event>, JournalError> {
        let mut read = Vec::new();
        journal.replay(&mut |event| read.push(event)).map(|()| read)
    }

    fn damaged(damage: impl FnOnce(&sled::Tree)) -> String {
        let folder = tempfile::tempdir().expect("a folder");
        let mut journal = Journal::open(folder.path()).expect("it opens");
        for first in [1, 4, 7] {
            journal.append(&events(first..=first + 2)).expect("it is written");
        }
        let storage = journal.writer.storage();
        let tree = storage.with(|disk| Ok(disk.journal.clone())).expect("the disk is open");
        damage(&tree);
        read(&journal).expect_err("it is damaged").to_string()
    }

    #[test]
    fn what_was_appended_is_replayed_also_after_opening_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut journal = Journal::open(folder.path()).expect("it opens");
        assert_eq!((journal.next_number(), read(&journal).expect("empty")), (EventNumber(1), vec![]));
        journal.append(&[]).expect("nothing is easily written");
        journal.append(&events(1..=1)).expect("it is written");
        journal.append(&events(2..=300)).expect("it is written");
        assert_eq!(read(&journal).expect("whole"), events(1..=300));
        drop(journal);
        let mut journal = Journal::open(folder.path()).expect("it opens again");
        assert_eq!(journal.next_number(), EventNumber(301));
        journal.append(&events(301..=302)).expect("it is written");
        assert_eq!(read(&journal).expect("whole"), events(1..=302));
    }

    #[test]
    fn numbers_that_do_not_follow_are_refused_and_nothing_is_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut journal = Journal::open(folder.path()).expect("it opens");
        journal.append(&events(1..=3)).expect("it is written");
        let mut with_gap = events(4..=6);
        with_gap.remove(1);
        for (wrong, said) in [
            (events(3..=4), "event 3 does not follow: the next is 4"),
            (events(5..=5), "event 5 does not follow: the next is 4"),
            (with_gap, "event 6 does not follow: the next is 5"),
        ] {
            assert_eq!(journal.append(&wrong).expect_err("a gap").to_string(), said);
        }
        assert_eq!(read(&journal).expect("whole"), events(1..=3));
        journal.append(&events(4..=4)).expect("the right one goes on");
    }

    #[test]
    fn a_changed_batch_is_noticed() {
        let said = damaged(|tree| {
            let key = batch::key(EventNumber(4));
            let mut value = tree.get(key).expect("read").expect("it is there").to_vec();
            // One digit of a time.
            let place = value.windows(4).position(|letters| letters == b"\"at\"").expect("a time") + 10;
            value[place] = if value[place] == b'1' { b'2' } else { b'1' };
            tree.insert(key, value).expect("written");
        });
        assert!(said.contains("damaged at event 4: the checksum does not match"), "{said}");
    }

    #[test]
    fn a_removed_or_foreign_batch_is_noticed() {
        let said = damaged(|tree| drop(tree.remove(batch::key(EventNumber(4))).expect("removed")));
        assert!(said.contains("damaged at event 4: it is missing"), "{said}");
        let said = damaged(|tree| drop(tree.remove(batch::key(EventNumber(1))).expect("removed")));
        assert!(said.contains("damaged at event 1: it is missing"), "{said}");
        let said = damaged(|tree| {
            // A batch of another journal, whole in itself.
            let (pieces, _) = batch::encode(&events(4..=6), chain::FIRST).expect("small");
            tree.insert(batch::key(EventNumber(4)), pieces[0].value.as_slice()).expect("written");
        });
        assert!(said.contains("damaged at event 4: the checksum does not match"), "{said}");
    }

    /// Each failed write closes the data: orders would be refused again and again all day.
    #[test]
    fn sealing_that_fails_is_tried_again_at_the_next_start_and_not_before() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let settle = |storage: &Storage| {
            let mut journal = storage.journal().expect("the writer");
            let hall = journal.fold().expect("it folds");
            journal.settle(&hall);
            // Waits for the sealer.
            drop(journal);
            storage.is_open()
        };
        let mut journal = storage.journal().expect("the writer");
        let day = |number, day| {
            let mut events = events(number..=number);
            events[0].fact = moi_domain::Fact::DayStarted { day };
            events
        };
        journal.append(&day(1, jiff::civil::date(2026, 11, 24))).expect("it is written");
        journal.append(&day(2, jiff::civil::date(2026, 11, 25))).expect("it is written");
        let hall = journal.fold().expect("it folds");
        storage.fail();
        journal.settle(&hall);
        drop(journal);
        assert!(settle(&storage), "opened again, and left open");
        let trouble = storage.sealing_trouble().expect("it is told");
        assert!(trouble.damage.is_none(), "{trouble:?}");
        let batches = |storage: &Storage| storage.with(|disk| Ok(disk.journal.len())).expect("the disk is open");
        assert_eq!(batches(&storage), 2);
        drop(storage);
        let storage = Storage::open(folder.path()).expect("the next start");
        assert!(settle(&storage));
        assert_eq!(storage.sealing_trouble(), None);
        assert_eq!((batches(&storage), storage.verify().expect("it reads").sealed_days), (1, 1));
    }

    #[test]
    fn no_value_is_so_large_that_sled_puts_it_beside_its_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut journal = Journal::open(folder.path()).expect("it opens");
        let records = journal.records();
        for batch in 0..40 {
            journal.append(&events(batch * 256 + 1..=batch * 256 + 256)).expect("it is written");
            records.put("room", &format!("{batch}"), &"x".repeat(5_000)).expect("it is written");
        }
        let beside = std::fs::read_dir(folder.path().join("blobs")).expect("the folder is there");
        assert_eq!(beside.count(), 0, "sled never syncs what lies there");
        assert_eq!(read(&journal).expect("whole").len(), 40 * 256);
    }
}
