//! Takes damaged or missing closed days out of a backup. What proves that a day of the backup is the one that was here
//! is the chain: its checksums must lead from what stands before the damage to what stands after it.

use std::io::Read;

use jiff::civil::Date;
use moi_domain::{DayRecord, Event, EventNumber, Fact};

use crate::chain::{self, Checksum};
use crate::disk::Disk;
use crate::run::Run;
use crate::runs::Place;
use crate::{JournalError, Storage, backup, batch, sealing};

/// What became of the days that were damaged or missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mending {
    /// These are whole again.
    pub mended: Vec<MendedDay>,
    /// The backup ends before these, or is damaged there.
    pub not_in_backup: Vec<MendedDay>,
    /// What the backup has in their place is not what was here: it may be another office's.
    pub not_fitting: Vec<MendedDay>,
}

/// A closed day; or several in a row that nobody can tell apart, of which the first one's date may be known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MendedDay {
    /// Its first event.
    pub first: EventNumber,
    /// Its last one.
    pub last: EventNumber,
    /// Its date.
    pub day: Option<Date>,
}

impl Storage {
    /// Writes every closed day whose file is damaged or missing once more, from a backup that has it. Sound days are
    /// never touched. The lines of all damaged days are in memory at once.
    ///
    /// # Errors
    /// [`JournalError::Backup`] when the file is no backup, or why a day can't be read or written.
    pub fn mend(&self, backup: impl Read) -> Result<Mending, JournalError> {
        self.with_all(|disk| {
            let mut gaps = find_gaps(disk)?;
            let mut mending = Mending::default();
            let Some(last) = gaps.last().map(|gap| gap.until) else { return Ok(mending) };
            let mut events = 0_u64;
            let read = backup::read_events(backup, |number, line| {
                events += 1;
                if let Some(gap) = gaps.iter_mut().find(|gap| gap.holds(number)) {
                    gap.lines.push(line.to_vec());
                }
                number.next() < last
            });
            if events == 0 {
                read?;
            }
            for gap in gaps {
                gap.fill(disk, &mut mending)?;
            }
            Ok(mending)
        })
    }
}

/// A hole in the row of closed days.
struct Gap {
    /// Where it begins, and what its first event is chained to.
    from: Place,
    /// The first event after it.
    until: EventNumber,
    /// What the damaged files in it still tell: where a day ends, and with which checksum.
    ends: Vec<Place>,
    /// What comes after it.
    neighbour: Neighbour,
    /// The backup's lines, from its beginning on.
    lines: Vec<Vec<u8>>,
}

/// What comes after a gap, and is chained to its end.
#[derive(Clone, Copy)]
enum Neighbour {
    /// The closed day that begins so.
    Day(EventNumber),
    /// The batch that begins so.
    Batch(EventNumber),
}

/// The gaps, in the journal's order. What is missing of the day that goes on is none: no backup of a closed day has it.
fn find_gaps(disk: &Disk) -> Result<Vec<Gap>, JournalError> {
    let (mut gaps, mut ends) = (Vec::new(), Vec::new());
    let mut place: Place = (EventNumber(1), chain::FIRST);
    let gap = |from, until, ends, neighbour| Gap { from, until, ends, neighbour, lines: Vec::new() };
    for first in disk.days.list()? {
        match disk.days.read(first) {
            Ok(day) if day.open(None).is_ok() => {
                if first > place.0 {
                    gaps.push(gap(place, first, std::mem::take(&mut ends), Neighbour::Day(first)));
                }
                place = (day.next(), day.after());
                ends.clear();
            }
            Ok(day) => ends.push((day.next(), day.after())),
            // A file on a bad place of the disk can't be read at all.
            Err(JournalError::Damaged { .. } | JournalError::File { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    let after = disk.journal.range(batch::key(place.0)..).keys().next().transpose().map_err(disk.failure("read"))?;
    let after = after.map(|key| batch::first_number(&key)).transpose()?;
    if let Some(first) = after.filter(|first| *first > place.0) {
        gaps.push(gap(place, first, ends, Neighbour::Batch(first)));
    }
    Ok(gaps)
}

impl Gap {
    fn holds(&self, number: EventNumber) -> bool {
        (self.from.0..self.until).contains(&number)
    }

    /// Writes the days that are proven to be the ones that were here, and notes what became of each.
    fn fill(self, disk: &Disk, mending: &mut Mending) -> Result<(), JournalError> {
        let days = self.days();
        let is_complete = days.last().is_some_and(|day| day.next() == self.until);
        let proven = if is_complete && days.last().is_some_and(|day| self.leads_on(disk, &day.after)) {
            days.len()
        } else {
            let known = |day: &Run| self.ends.contains(&(day.next(), day.after));
            days.iter().rposition(known).map_or(0, |place| place + 1)
        };
        let mut before = self.from.1;
        for day in &days[..proven] {
            sealing::write(disk, day, &before)?;
            before = day.after;
            mending.mended.push(told(day, day.next()));
        }
        let Some(first) = days.get(proven) else {
            let first = days.last().map_or(self.from.0, Run::next);
            if first < self.until {
                let last = EventNumber(self.until.0 - 1);
                mending.not_in_backup.push(MendedDay { first, last, day: None });
            }
            return Ok(());
        };
        let left = if is_complete { &mut mending.not_fitting } else { &mut mending.not_in_backup };
        left.push(told(first, self.until));
        Ok(())
    }

    /// The days that the backup has in place of the gap; the last one may be cut.
    fn days(&self) -> Vec<Run> {
        let mut days: Vec<Run> = Vec::new();
        let mut after = self.from.1;
        for (number, line) in (self.from.0.0..).map(EventNumber).zip(&self.lines) {
            after = chain::next(&after, line);
            match days.last_mut().filter(|_| !begins_day(line)) {
                Some(day) => {
                    day.lines.push(b'\n');
                    day.lines.extend_from_slice(line);
                    day.after = after;
                }
                None => days.push(Run { first: number, lines: line.clone(), after }),
            }
        }
        days
    }

    /// Whether what comes after the gap is chained to this checksum.
    fn leads_on(&self, disk: &Disk, after: &Checksum) -> bool {
        match self.neighbour {
            Neighbour::Day(first) => disk.days.read(first).is_ok_and(|day| day.open(Some(after)).is_ok()),
            Neighbour::Batch(first) => {
                let key = batch::key(first);
                let value = disk.journal.get(key).ok().flatten();
                value.is_some_and(|value| batch::decode(&key, &value, Some(after)).is_ok())
            }
        }
    }
}

/// As sealing cuts days.
fn begins_day(line: &[u8]) -> bool {
    serde_json::from_slice::<Event>(line).is_ok_and(|event| matches!(event.fact, Fact::DayStarted { .. }))
}

fn told(day: &Run, until: EventNumber) -> MendedDay {
    let date = day.events().ok().and_then(|events| DayRecord::of(&events).day);
    MendedDay { first: day.first, last: EventNumber(until.0 - 1), day: date }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use jiff::Timestamp;
    use jiff::civil::date;

    use super::*;
    use crate::samples::events;

    const EVENTS_A_DAY: u64 = 40;
    const DAYS: u64 = 4;

    /// A journal of four closed days and one that goes on.
    fn office() -> (tempfile::TempDir, Storage) {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        (folder, grown(storage))
    }

    fn date_of(day: u64) -> Date {
        date(2026, 11, 20 + i8::try_from(day).expect("few"))
    }

    fn grown(storage: Storage) -> Storage {
        let mut lines = Vec::new();
        for day in 0..=DAYS {
            let first = day * EVENTS_A_DAY + 1;
            let mut events = events(first..=first + EVENTS_A_DAY - 1);
            events[0].fact = Fact::DayStarted { day: date_of(day) };
            for event in &events {
                lines.extend_from_slice(&serde_json::to_vec(event).expect("JSON"));
                lines.push(b'\n');
            }
        }
        storage.import(&mut &lines[..]).expect("it is imported");
        storage
    }

    fn backup(storage: &Storage) -> Vec<u8> {
        let mut file = Vec::new();
        storage.back_up(&mut file, "test", Timestamp::UNIX_EPOCH).expect("it is backed up");
        file
    }

    fn file(folder: &Path, day: u64) -> PathBuf {
        folder.join(format!("days/{:020}.day", day * EVENTS_A_DAY + 1))
    }

    fn damage(path: &Path, place: usize) {
        let mut bytes = fs::read(path).expect("the day is there");
        let place = if place == usize::MAX { bytes.len() - 9 } else { place };
        bytes[place] ^= 1;
        fs::write(path, bytes).expect("written");
    }

    fn firsts(days: &[MendedDay]) -> Vec<u64> {
        days.iter().map(|day| (day.first.0 - 1) / EVENTS_A_DAY).collect()
    }

    #[test]
    fn damaged_and_missing_days_are_taken_from_a_backup_and_sound_ones_are_not_touched() {
        let all: Vec<u64> = (0..DAYS).collect();
        for hurt in [&all[..1], &all[1..2], &all[3..], &all[1..3], &all[..]] {
            for (what, place) in [("body", Some(usize::MAX)), ("head", Some(3)), ("missing", None)] {
                let (folder, storage) = office();
                let backup = backup(&storage);
                let whole = storage.verify().expect("it reads");
                let sound: Vec<_> = all.iter().filter(|day| !hurt.contains(day)).collect();
                let times = || -> Vec<_> {
                    let about = |day: &&u64| fs::metadata(file(folder.path(), **day)).expect("there").modified();
                    sound.iter().map(|day| about(day).expect("a time")).collect()
                };
                for day in hurt {
                    match place {
                        Some(place) => damage(&file(folder.path(), *day), place),
                        None => fs::remove_file(file(folder.path(), *day)).expect("removed"),
                    }
                }
                let before = times();
                assert!(!storage.verify().expect("it reads").damages.is_empty(), "{what} {hurt:?}");
                let mending = storage.mend(&backup[..]).expect("it mends");
                assert_eq!(firsts(&mending.mended), hurt, "{what}");
                assert_eq!(mending.mended[0].day, Some(date_of(hurt[0])));
                assert_eq!((mending.not_in_backup, mending.not_fitting), (vec![], vec![]));
                assert_eq!(storage.verify().expect("it reads"), whole, "{what} {hurt:?}");
                assert_eq!(times(), before, "{what} {hurt:?}");
                assert_eq!(storage.mend(&backup[..]).expect("nothing to do"), Mending::default());
            }
        }
    }

    #[test]
    fn a_day_of_another_office_is_never_put_in() {
        let (folder, storage) = office();
        let other = tempfile::tempdir().expect("a folder");
        let other = Storage::open(other.path()).expect("it opens");
        let mut lines = Vec::new();
        storage.export(&mut lines).expect("exported");
        // The same, but for one letter of its second day.
        let text = String::from_utf8(lines).expect("text").replacen("kiosk/own:60\"", "kiosk/own:6x\"", 1);
        other.import(&mut text.as_bytes()).expect("imported");
        let hurt = file(folder.path(), 1);
        damage(&hurt, usize::MAX);
        let before = fs::read(&hurt).expect("read");
        let mending = storage.mend(&backup(&other)[..]).expect("it is read");
        assert_eq!((mending.mended, firsts(&mending.not_fitting)), (vec![], vec![1]));
        assert_eq!(fs::read(&hurt).expect("read"), before, "what is left of it stays");
    }

    #[test]
    fn a_backup_that_ends_too_early_mends_what_it_has_and_says_what_it_has_not() {
        let (folder, storage) = office();
        let early = tempfile::tempdir().expect("a folder");
        let early = Storage::open(early.path()).expect("it opens");
        let mut lines = Vec::new();
        storage.export(&mut lines).expect("exported");
        let text = String::from_utf8(lines).expect("text");
        // Two days, and the half of the third.
        let kept: String = text.lines().take(100).flat_map(|line| [line, "\n"]).collect();
        early.import(&mut kept.as_bytes()).expect("imported");
        for day in [1, 2] {
            damage(&file(folder.path(), day), usize::MAX);
        }
        let early = backup(&early);
        let mending = storage.mend(&early[..]).expect("it is read");
        assert_eq!((firsts(&mending.mended), firsts(&mending.not_in_backup)), (vec![1], vec![2]));
        let left = storage.verify().expect("it reads").damages;
        assert!(left.len() == 1 && left[0].contains("damaged at event 81"), "{left:?}");
        // A backup that is cut mends what it tells before.
        damage(&file(folder.path(), 1), usize::MAX);
        let mending = storage.mend(&early[..early.len() - 10]).expect("it is read as far as it goes");
        assert_eq!(firsts(&mending.mended), [1]);
        storage.mend(&b"dear office"[..]).expect_err("no backup");
    }

    #[test]
    fn what_is_sound_is_exported_around_the_damage() {
        let (folder, storage) = office();
        damage(&file(folder.path(), 1), usize::MAX);
        let mut lines = Vec::new();
        storage.export(&mut Vec::new()).expect_err("the whole journal can't be exported");
        let export = storage.export_sound(&mut lines).expect("the rest can");
        assert_eq!(export.missing, [(EventNumber(41), Some(EventNumber(80)))]);
        assert_eq!(export.events, DAYS * EVENTS_A_DAY);
        assert_eq!(String::from_utf8(lines).expect("text").lines().count() as u64, export.events);
        let mending = storage.mend(&b""[..]).expect_err("no backup");
        assert!(mending.to_string().contains("no backup of Moi's"), "{mending}");
    }
}
