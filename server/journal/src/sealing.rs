//! Puts closed days away: all batches of a day become one file. The file is whole and durable before the first batch
//! goes; whatever a kill leaves in between is read once, and cleared away with the next sealing.

use moi_domain::{EventNumber, Fact};

use crate::JournalError;
use crate::batch;
use crate::chain::Checksum;
use crate::disk::Disk;
use crate::run::Run;
use crate::runs::{Runs, sealed_until};
use crate::sealed::seal;

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

/// Writes a day, and reads it back: what it stands for is about to go.
pub(crate) fn write(disk: &Disk, day: &Run, before: &Checksum) -> Result<(), JournalError> {
    disk.days.write(day.first, &seal(day, before)?)?;
    disk.days.read(day.first)?.open(Some(before)).map(drop)
}

/// Removes the batches of a day that was sealed when the power went. It is written once more, since nobody knows
/// whether its name had come to the disk.
fn clear_up(disk: &Disk) -> Result<(), JournalError> {
    let first = disk.journal.first().map_err(disk.failure("read"))?;
    let Some(first) = first.map(|(key, _)| batch::first_number(&key)).transpose()? else { return Ok(()) };
    let (next, _) = sealed_until(disk)?;
    if first >= next {
        return Ok(());
    }
    for day in disk.days.list()?.into_iter().rev() {
        let sealed = disk.days.read(day)?;
        disk.days.write(day, sealed.bytes())?;
        if day <= first {
            break;
        }
    }
    remove_before(disk, next)
}

/// Removes the batches of days that are sealed.
fn remove_before(disk: &Disk, next: EventNumber) -> Result<(), JournalError> {
    let mut together = sled::Batch::default();
    for key in disk.journal.range(..batch::key(next)).keys() {
        together.remove(key.map_err(disk.failure("read"))?);
    }
    disk.write(|disk| disk.journal.apply_batch(together))
}

/// Whether a business day begins with this run: the engine begins a batch with it.
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
