//! Puts closed days away: all batches of a day become one file. The file is whole and durable before the first batch
//! goes; whatever a kill leaves in between is read once, and cleared away with the next sealing.

use moi_domain::{EventNumber, Fact};

use crate::JournalError;
use crate::batch;
use crate::chain::Checksum;
use crate::disk::Disk;
use crate::run::Run;
use crate::runs::{Runs, sealed_until};
use crate::sealed::{SealedDay, seal};

/// Seals every day but the last, which may go on. Returns how many. A day that is damaged stays as it is and ends it.
pub(crate) fn seal_closed_days(disk: &Disk) -> Result<u32, JournalError> {
    clear_up(disk)?;
    let (runs, (_, mut before)) = Runs::unsealed(disk)?;
    let (mut sealed, mut day) = (0, None);
    for found in runs {
        let run = found?.run;
        if !begins_day(&run)? {
            day = Some(join(day, run));
        } else if let Some(day) = day.replace(run) {
            write(disk, &day, &before)?;
            remove_before(disk, day.next())?;
            before = day.after;
            sealed += 1;
        }
    }
    Ok(sealed)
}

/// Writes a day that opens again: what it stands for is about to go.
pub(crate) fn write(disk: &Disk, day: &Run, before: &Checksum) -> Result<(), JournalError> {
    let bytes = seal(day, before)?;
    SealedDay::parse(day.first, bytes.clone())?.open(Some(before))?;
    disk.days.write(day.first, &bytes)
}

/// Removes the batches of a day that was sealed when the power went. Its file is written once more, since nobody knows
/// whether its name had come to the disk. One that doesn't open goes, and the day is sealed anew from its batches.
fn clear_up(disk: &Disk) -> Result<(), JournalError> {
    let first = disk.journal.first().map_err(disk.failure("read"))?;
    let Some(first) = first.map(|(key, _)| batch::first_number(&key)).transpose()? else { return Ok(()) };
    for day in disk.days.list()?.into_iter().rev() {
        match disk.days.read(day).and_then(|sealed| Ok((sealed.open(None)?.next(), sealed))) {
            Ok((next, _)) if next <= first => break,
            Ok((_, sealed)) => disk.days.write(day, sealed.bytes())?,
            Err(error @ JournalError::Damaged { .. }) if day >= first => {
                tracing::warn!(%error, "a closed day's file is no good: it is made anew from what it was made of");
                disk.days.remove(day)?;
            }
            Err(error) => return Err(error),
        }
    }
    let (next, _) = sealed_until(disk)?;
    if first < next { remove_before(disk, next) } else { Ok(()) }
}

/// Removes the batches of days that are sealed.
fn remove_before(disk: &Disk, next: EventNumber) -> Result<(), JournalError> {
    let mut together = sled::Batch::default();
    for key in disk.journal.range(..batch::key(next)).keys() {
        together.remove(key.map_err(disk.failure("read"))?);
    }
    disk.write(|disk| disk.journal.apply_batch(together))
}

/// Whether a business day begins with this run: [`batch::encode`] begins a piece with it.
fn begins_day(run: &Run) -> Result<bool, JournalError> {
    Ok(run.events()?.first().is_some_and(|event| matches!(event.fact, Fact::DayStarted { .. })))
}

fn join(day: Option<Run>, run: Run) -> Run {
    let Some(mut day) = day else { return run };
    day.lines.push(b'\n');
    day.lines.extend_from_slice(&run.lines);
    day.after = run.after;
    day
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use jiff::civil::date;
    use moi_domain::Event;
    use tempfile::TempDir;

    use super::*;
    use crate::samples::events;
    use crate::{Storage, Store};

    /// Two closed days and one that goes on, none of them sealed; and the bytes of the second's file.
    fn three_days() -> (TempDir, Storage, Vec<u8>) {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let mut journal = storage.journal().expect("the writer");
        for (day, first) in (24..).zip([1, 21, 41]) {
            let mut events: Vec<Event> = events(first..=first + 19);
            events[0].fact = Fact::DayStarted { day: date(2026, 11, day) };
            journal.append(&events).expect("it is written");
        }
        drop(journal);
        let copy = tempfile::tempdir().expect("a folder");
        let mut lines = Vec::new();
        storage.export(&mut lines).expect("it is whole");
        let other = Storage::open(copy.path()).expect("it opens");
        other.import(&mut &lines[..]).expect("it is read in, and sealed");
        let second = fs::read(copy.path().join("days/00000000000000000021.day")).expect("the second day");
        (folder, storage, second)
    }

    fn file_of_second(folder: &TempDir) -> PathBuf {
        folder.path().join("days/00000000000000000021.day")
    }

    /// The power goes after the file, before its batches go, and a bad sector hits the file: the batches are whole.
    #[test]
    fn a_day_s_file_that_is_no_good_never_costs_the_batches_that_it_was_made_of() {
        type Change = fn(&mut Vec<u8>);
        let changes: [(&str, Change); 5] = [
            ("whole", |_| ()),
            ("a byte of the events", |bytes| *bytes.last_mut().expect("bytes") ^= 1),
            ("a byte of the head", |bytes| bytes[30] ^= 1),
            ("cut", |bytes| bytes.truncate(bytes.len() / 2)),
            ("empty", Vec::clear),
        ];
        for (what, change) in changes {
            let (folder, storage, mut second) = three_days();
            storage.with_all(seal_first).expect("the first day is sealed");
            change(&mut second);
            fs::write(file_of_second(&folder), second).expect("written");
            storage.with_all(seal_closed_days).expect("it is sealed");
            let verified = storage.verify().expect("it reads");
            assert_eq!((verified.events, verified.sealed_days, verified.damages), (60, 2, Vec::new()), "{what}");
        }
    }

    /// As when the sealing ended after the first day.
    fn seal_first(disk: &Disk) -> Result<(), JournalError> {
        let (mut runs, (_, before)) = Runs::unsealed(disk)?;
        let day = runs.next().expect("a first day")?.run;
        write(disk, &day, &before)?;
        remove_before(disk, day.next())
    }
}
