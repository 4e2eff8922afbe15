//! Puts closed days away: all batches of a day become one compressed record, in one atomic write.

use moi_domain::{EventNumber, Fact};

use crate::chain::{self, Checksum};
use crate::disk::Disk;
use crate::run::Run;
use crate::runs::Runs;
use crate::{JournalError, batch, sealed};

/// Seals every day but the last, which may go on. Returns how many. A day that is damaged stays as it is and ends it.
pub(crate) fn seal_closed_days(disk: &Disk) -> Result<u32, JournalError> {
    let mut sealed = 0;
    let mut day = OpenDay::default();
    for found in Runs::unsealed(disk)? {
        let run = found?.run;
        if begins_day(&run) {
            sealed += u32::from(day.seal(disk)?);
        }
        day.add(run);
    }
    Ok(sealed)
}

/// Whether a business day begins with this run: the engine begins a batch with it.
pub(crate) fn begins_day(run: &Run) -> bool {
    run.events.first().is_some_and(|event| matches!(event.fact, Fact::DayStarted { .. }))
}

/// Batches of one day, in their order.
#[derive(Default)]
struct OpenDay {
    runs: Vec<Run>,
    /// What the day before ended with; of the first day, the beginning of the chain.
    before: Option<Checksum>,
}

impl OpenDay {
    fn add(&mut self, run: Run) {
        self.runs.push(run);
    }

    /// Seals what was collected; false when there is nothing.
    fn seal(&mut self, disk: &Disk) -> Result<bool, JournalError> {
        let runs = std::mem::take(&mut self.runs);
        let keys: Vec<_> = runs.iter().map(|run| batch::key(run.first)).collect();
        let Some(day) = join(runs) else { return Ok(false) };
        let before = match self.before {
            Some(before) => before,
            None => checksum_before(disk, day.first)?,
        };
        self.before = Some(day.after);
        write(disk, &day, &before, &keys)?;
        Ok(true)
    }
}

/// Writes a sealed day in place of the batches with these keys.
pub(crate) fn write(disk: &Disk, day: &Run, before: &Checksum, batches: &[[u8; 8]]) -> Result<(), JournalError> {
    let (_, parts) = sealed::seal(day, before)?;
    let mut together = sled::Batch::default();
    for part in parts {
        together.insert(&part.key, part.value);
    }
    for key in batches {
        together.remove(key);
    }
    disk.write(|disk| disk.journal.apply_batch(together))
}

fn join(runs: Vec<Run>) -> Option<Run> {
    let mut runs = runs.into_iter();
    let mut day = runs.next()?;
    for run in runs {
        day.events.extend(run.events);
        day.lines.push(b'\n');
        day.lines.extend_from_slice(&run.lines);
        day.after = run.after;
    }
    Some(day)
}

/// The checksum that the event with this number is chained to.
fn checksum_before(disk: &Disk, number: EventNumber) -> Result<Checksum, JournalError> {
    if number == EventNumber(1) {
        return Ok(chain::FIRST);
    }
    let before = disk.journal.range(..batch::key(number)).next_back();
    let (key, value) = before
        .transpose()
        .map_err(disk.failure("read"))?
        .ok_or_else(|| JournalError::Damaged { at: number, reason: "the day before it is missing".into() })?;
    match sealed::read_key(&key) {
        Some((day, _)) => crate::runs::head(disk, day, &value)?.after(),
        None => Ok(batch::decode(&key, &value, None)?.after),
    }
}
