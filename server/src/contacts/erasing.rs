//! When contacts end: at once when nobody needs them any more, and on schedule, with the key of their day, at the
//! latest.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use moi_domain::{Hall, Setup, undoable_until};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use super::room::Room;
use super::sealed::{Kind, SealedText};
use super::{ContactError, Contacts, Whose};
use crate::clock::ClockState;
use crate::engine::Engine;
use crate::set_up::SetUps;

/// The schedule is looked at this often, and when a business day begins; also how soon a failed erasing is tried again.
const LOOK_EVERY: Duration = Duration::from_hours(1);

/// After a change in the hall the next look waits for so long: a busy hall changes a thousand times a second.
const GATHER: Duration = Duration::from_millis(200);

/// Erases what is over, and on schedule, until it is aborted.
#[must_use]
pub fn start(contacts: Contacts, engine: Engine, set_ups: SetUps) -> JoinHandle<()> {
    tokio::spawn(async move {
        let clock = engine.clock();
        let mut changed = engine.published().subscribe();
        let mut looked_on = None;
        loop {
            let (now, setup) = (clock(), set_ups.setup());
            let (over, again_at) = engine.published().read(|hall| over_for_good(&contacts.room, hall, &setup, now));
            let today = setup.business_day(now);
            let is_due = looked_on != Some(today);
            if is_due || !over.is_empty() {
                let (room, state) = (Arc::clone(&contacts.room), engine.clock_state());
                let erased = tokio::task::spawn_blocking(move || erase(&room, &over, is_due.then_some(today), state));
                if erased.await.unwrap_or_default() {
                    // Pages show that there is none any more.
                    engine.published().ring();
                }
                looked_on = Some(today);
            }
            match timeout(until(again_at, now), changed.changed()).await {
                Ok(Ok(())) => sleep(GATHER).await,
                Ok(Err(_)) => return,
                Err(_) if again_at.is_some() => {}
                Err(_) => looked_on = None,
            }
        }
    })
}

/// Whose contact nobody needs any more, and when to look again since a visit's end can still be taken back: then its
/// officer may have to ring after all.
fn over_for_good(room: &Room, hall: &Hall, setup: &Setup, now: Timestamp) -> (Vec<Whose>, Option<Timestamp>) {
    let mut again_at = None;
    let mut over = room.over(hall);
    over.retain(|whose| match undoable_until(hall, setup, whose.ticket) {
        Some(until) if now <= until => {
            again_at = again_at.map_or(Some(until), |earliest: Timestamp| Some(earliest.min(until)));
            false
        }
        Some(_) | None => true,
    });
    (over, again_at)
}

/// How long to wait for a change.
fn until(again_at: Option<Timestamp>, now: Timestamp) -> Duration {
    let wait = again_at.map(|at| Duration::try_from(at.duration_since(now)).unwrap_or_default() + GATHER);
    wait.unwrap_or(LOOK_EVERY).min(LOOK_EVERY)
}

/// Returns whether anything was erased. What failed is told, and tried again with the next look.
fn erase(room: &Room, over: &[Whose], today: Option<Date>, clock: ClockState) -> bool {
    let mut erased = false;
    for whose in over {
        match room.take_back(whose) {
            Ok(()) => erased = true,
            Err(error) => tracing::error!(%error, "the contact of a visit that is over can't be erased yet"),
        }
    }
    let Some(today) = today else { return erased };
    match room.erase_due(today, clock) {
        Ok(Erased { contacts: 0, keys: 0 }) => erased,
        Ok(Erased { contacts, keys }) => {
            tracing::info!(records = contacts, keys, "contacts and notes are erased on schedule");
            true
        }
        Err(error) => {
            tracing::error!(%error, "contacts that are due can't be erased yet: it is tried again within the hour");
            erased
        }
    }
}

/// A note is for the officers of its day.
const NOTES_KEEP_DAYS: u16 = 0;

/// What was erased, contacts and notes together.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Erased {
    pub(super) contacts: usize,
    pub(super) keys: usize,
}

impl Room {
    /// Erases the keys and the contacts of days whose time is over, the keys first: without them there is nothing to
    /// read. The key of an earlier day that no contact needs goes at once. Goes on after a failure, and returns it.
    pub(super) fn erase_due(&self, today: Date, clock: ClockState) -> Result<Erased, ContactError> {
        if !is_believed(clock) {
            return Ok(Erased::default());
        }
        let _turn = self.take_turn();
        let mut kept = Vec::new();
        for kind in Kind::ALL {
            kept.extend(self.kept(kind)?.into_iter().map(|(key, sealed)| (kind, key, sealed)));
        }
        let keep_days = |kind: Kind| match kind {
            Kind::Contact => (self.keep_days)(),
            Kind::Note => NOTES_KEEP_DAYS,
        };
        let is_over = |kind: Kind, sealed: &Option<SealedText>| {
            // What is none of ours can't be read by anybody, and has no day to wait for.
            sealed.as_ref().is_none_or(|sealed| is_due(sealed.day, today, keep_days(kind)))
        };
        let mut erased = Erased::default();
        let mut failure = None;
        for kind in Kind::ALL {
            let needed: BTreeSet<Date> = kept
                .iter()
                .filter(|(other, _, sealed)| *other == kind && !is_over(kind, sealed))
                .filter_map(|(.., sealed)| Some(sealed.as_ref()?.day))
                .collect();
            for day in self.keys(kind).days()? {
                let is_idle = day < today && !needed.contains(&day);
                if is_due(day, today, keep_days(kind)) || is_idle {
                    match self.keys(kind).erase(day) {
                        Ok(()) => erased.keys += 1,
                        Err(error) => failure = Some(ContactError::from(error)),
                    }
                }
            }
        }
        for (kind, key, sealed) in &kept {
            if is_over(*kind, sealed) {
                match self.remove(*kind, key) {
                    Ok(()) => erased.contacts += 1,
                    Err(error) => failure = Some(ContactError::from(error)),
                }
            }
        }
        failure.map_or(Ok(erased), Err)
    }
}

/// Whether the office's time is no later than the real one, as far as anybody can know: else contacts would be erased
/// too early. A machine's clock that is unset or has just jumped is not followed; one that stands behind, or that was
/// followed over a month, leaves the doubt that the office's time is ahead.
fn is_believed(clock: ClockState) -> bool {
    match clock {
        ClockState::Right | ClockState::Unset | ClockState::Jumped => true,
        ClockState::Behind | ClockState::Ahead => false,
    }
}

/// Whether a day's contacts have been kept for as long as the set-up says. A day to come is one of a clock that was
/// ahead and has been put right: its tickets are void.
fn is_due(day: Date, today: Date, keep_days: u16) -> bool {
    let age = today.duration_since(day).as_hours() / 24;
    age < 0 || age > i64::from(keep_days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_due_when_it_was_kept_for_the_days_of_the_set_up() {
        for (day, today, keep_days, due) in [
            ("2026-11-24", "2026-11-24", 0, false),
            ("2026-11-24", "2026-11-25", 0, true),
            ("2026-11-24", "2026-11-24", 30, false),
            ("2026-11-24", "2026-12-24", 30, false),
            ("2026-11-24", "2026-12-25", 30, true),
            ("2026-11-24", "2027-11-24", 365, false),
            ("2026-11-24", "2027-11-25", 365, true),
            ("2031-01-01", "2026-11-24", 30, true),
        ] {
            let (day, today): (Date, Date) = (day.parse().expect("a day"), today.parse().expect("a day"));
            assert_eq!(is_due(day, today, keep_days), due, "{day} on {today}, kept for {keep_days}");
        }
    }
}
