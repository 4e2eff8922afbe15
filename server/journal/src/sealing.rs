//! Puts closed days away: all batches of a day become one compressed record, in one atomic write.

use moi_domain::Fact;

use crate::chain::Checksum;
use crate::disk::Disk;
use crate::run::Run;
use crate::runs::Runs;
use crate::{JournalError, batch, sealed};

/// Seals every day but the last, which may go on. Returns how many. A day that is damaged stays as it is and ends it.
pub(crate) fn seal_closed_days(disk: &Disk) -> Result<u32, JournalError> {
    let (runs, mut before) = Runs::unsealed(disk)?;
    let (mut sealed, mut day) = (0, Vec::new());
    for found in runs {
        let run = found?.run;
        if begins_day(&run)
            && let Some(day) = join(std::mem::take(&mut day))
        {
            write(disk, &day.run, &before, &day.batches)?;
            before = day.run.after;
            sealed += 1;
        }
        day.push(run);
    }
    Ok(sealed)
}

/// Whether a business day begins with this run: the engine begins a batch with it.
fn begins_day(run: &Run) -> bool {
    run.events.first().is_some_and(|event| matches!(event.fact, Fact::DayStarted { .. }))
}

/// Writes a sealed day in place of the batches with these keys.
pub(crate) fn write(disk: &Disk, day: &Run, before: &Checksum, batches: &[[u8; 8]]) -> Result<(), JournalError> {
    let parts = sealed::seal(day, before)?;
    let mut together = sled::Batch::default();
    for part in parts {
        together.insert(&part.key, part.value);
    }
    for key in batches {
        together.remove(key);
    }
    disk.write(|disk| disk.journal.apply_batch(together))
}

/// The events of a day, and the keys of the batches that they lie in.
struct Day {
    run: Run,
    batches: Vec<[u8; 8]>,
}

/// None when there is no batch.
fn join(runs: Vec<Run>) -> Option<Day> {
    let batches = runs.iter().map(|run| batch::key(run.first)).collect();
    let mut runs = runs.into_iter();
    let mut day = runs.next()?;
    for run in runs {
        day.events.extend(run.events);
        day.lines.push(b'\n');
        day.lines.extend_from_slice(&run.lines);
        day.after = run.after;
    }
    Some(Day { run: day, batches })
}
