//! The rule of the office's time, pure: what it is now, from the machine's clock, the time that has run, and the hall.

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use moi_domain::Setup;

use super::ClockState;

/// No machine clock is right before this program was made: 2026 in UTC. Clocks without a battery begin in 1970.
pub(super) const EARLIEST: Timestamp = Timestamp::constant(1_767_225_600, 0);

/// The office's time that never was right lies within this after [`EARLIEST`].
const NEVER_RIGHT: SignedDuration = SignedDuration::from_hours(24);

/// A difference up to this is followed: clocks drift by minutes a month, and some are set by a glance at a watch.
const SMALL: SignedDuration = SignedDuration::from_mins(10);

/// A large jump is believed after the machine's clock has stayed with it for so long: what is set wrong by hand is
/// usually put right at once, and an NTP client that steps does so within its first minutes.
const STAYS: Duration = Duration::from_mins(5);

/// A machine without a battery clock gets its time within this long after its start, and the office starts with it.
const STARTS: Duration = Duration::from_mins(10);

/// An office is closed for two weeks at most; a clock that is further ahead of the last event is believed with a doubt.
const FAR: SignedDuration = SignedDuration::from_hours(24 * 30);

/// What a change of the time could cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Service {
    /// Nobody waits and nobody is at a counter.
    pub(crate) is_quiet: bool,
    /// Somebody has ordered something since the program started.
    pub(crate) has_begun: bool,
}

impl Service {
    /// For who looks at the clock and does not know the hall: nothing is believed at once.
    pub(super) const UNKNOWN: Self = Self { is_quiet: false, has_begun: true };
}

/// One look at the clocks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// The machine's clock.
    pub(super) machine: Timestamp,
    /// Time since the program started, by a clock that nobody can set.
    pub(super) running: Duration,
    /// What a jump could cost.
    pub(super) service: Service,
}

/// When the day can be put right after a clock that was ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Correction {
    /// The time that it really is.
    pub(crate) at: Timestamp,
    /// Whether the machine's midnight has passed since its clock was put right.
    pub(crate) midnight_passed: bool,
}

/// The office's time. Never runs backwards but by [`Self::set_back`], always runs on.
#[derive(Debug)]
pub(super) struct OfficeTime {
    setup: Arc<Setup>,
    now: Timestamp,
    looked: Duration,
    /// The machine's clock stands apart by more than [`SMALL`].
    apart: Option<Apart>,
    /// The business day on which a jump over more than [`FAR`] was believed.
    doubted: Option<Date>,
    state: ClockState,
}

/// A machine's clock that stands apart from the office's time.
#[derive(Debug, Clone, Copy)]
struct Apart {
    /// How far it is ahead of the office's time; negative when behind.
    by: SignedDuration,
    /// Since when, in time that has run.
    since: Duration,
    /// Its business day at first.
    day: Date,
    midnight_passed: bool,
}

impl OfficeTime {
    /// Begins with the machine's clock, or with the last event when that is later.
    pub(super) fn begin(setup: Arc<Setup>, last_event: Timestamp, look: Look) -> Self {
        let now = look.machine.max(last_event).max(EARLIEST);
        let doubted = is_doubtful(last_event, look.machine).then(|| setup.business_day(now));
        let mut time = Self { setup, now, looked: look.running, apart: None, doubted, state: ClockState::Right };
        time.look(look);
        time
    }

    /// The time now.
    pub(super) fn look(&mut self, look: Look) -> Timestamp {
        let passed = look.running.saturating_sub(self.looked);
        let passed = SignedDuration::try_from(passed).unwrap_or_default();
        self.looked = self.looked.max(look.running);
        let runs_to = self.now.checked_add(passed).unwrap_or(self.now);
        let by = look.machine.duration_since(runs_to);
        self.now = if look.machine < EARLIEST {
            self.apart = None;
            runs_to
        } else if by.abs() <= SMALL {
            self.apart = None;
            self.follow(look, runs_to, passed)
        } else {
            self.stand_apart(look, by);
            if by.is_positive() && self.is_believed(look) { self.jump(look.machine) } else { runs_to }
        };
        self.state = self.state_at(look.machine);
        self.now
    }

    /// The office's time is ahead, and the machine's clock seems to be right: when the day can be put right.
    pub(super) fn correction(&self, look: Look) -> Option<Correction> {
        let apart = self.apart.filter(|apart| apart.by.is_negative())?;
        let has_stayed = look.running.saturating_sub(apart.since) >= STAYS;
        let may = has_stayed || apart.midnight_passed || is_start(look);
        let correction = Correction { at: look.machine, midnight_passed: apart.midnight_passed };
        may.then_some(correction)
    }

    /// The day began anew at this earlier time.
    pub(super) fn set_back(&mut self, to: Timestamp) {
        self.now = to;
        self.apart = None;
        self.doubted = None;
        self.state = ClockState::Right;
    }

    /// After a fold of what is on disk: never before the last event.
    pub(super) fn at_least(&mut self, last_event: Timestamp) {
        self.now = self.now.max(last_event);
    }

    /// The days are told by another set-up from now on.
    pub(super) fn change_set_up(&mut self, setup: Arc<Setup>) {
        self.setup = setup;
    }

    /// How plausible the machine's clock was at the last look.
    pub(super) fn state(&self) -> ClockState {
        self.state
    }

    /// A small difference: forward at once, but over midnight only by running; backward by running at half the speed.
    fn follow(&self, look: Look, runs_to: Timestamp, passed: SignedDuration) -> Timestamp {
        let ahead = look.machine > runs_to;
        let day_of = |at| self.setup.business_day(at);
        if ahead && !look.service.is_quiet && day_of(look.machine) != day_of(runs_to) {
            return runs_to;
        }
        if ahead {
            return look.machine;
        }
        let slowly = self.now.checked_add(passed / 2).unwrap_or(self.now);
        slowly.max(look.machine)
    }

    /// Keeps since when the machine's clock has stood where it stands; a further jump begins anew.
    fn stand_apart(&mut self, look: Look, by: SignedDuration) {
        let day = self.setup.business_day(look.machine);
        let known = self.apart.filter(|apart| (apart.by - by).abs() <= SMALL);
        let mut apart = known.unwrap_or(Apart { by, since: look.running, day, midnight_passed: false });
        apart.midnight_passed |= day > apart.day;
        self.apart = Some(apart);
    }

    fn is_believed(&self, look: Look) -> bool {
        let has_stayed = self.apart.is_some_and(|apart| look.running.saturating_sub(apart.since) >= STAYS);
        has_stayed || is_start(look) || look.service.is_quiet
    }

    fn jump(&mut self, to: Timestamp) -> Timestamp {
        if is_doubtful(self.now, to) {
            self.doubted = Some(self.setup.business_day(to));
        }
        self.apart = None;
        to
    }

    fn state_at(&self, machine: Timestamp) -> ClockState {
        if machine < EARLIEST {
            return ClockState::Unset;
        }
        match self.apart {
            Some(apart) if apart.by.is_negative() => ClockState::Behind,
            Some(_) => ClockState::Jumped,
            None if self.doubted == Some(self.setup.business_day(self.now)) => ClockState::Ahead,
            None => ClockState::Right,
        }
    }
}

/// A step that is too far. From a time that never was right, as before an office's first event, every way is far.
fn is_doubtful(from: Timestamp, to: Timestamp) -> bool {
    from.duration_since(EARLIEST) > NEVER_RIGHT && to.duration_since(from) > FAR
}

/// Right after the program started, before anybody has ordered anything: the machine gets its time now.
fn is_start(look: Look) -> bool {
    !look.service.has_begun && look.running < STARTS
}
