//! Where time enters: every other room is handed a [`Clock`] and never asks the machine itself.
//!
//! The office's time is not the machine's: see [`rule`] for what a jump of the machine's clock does to it.

mod rule;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use moi_domain::Setup;

pub(crate) use rule::{Correction, Service};
use rule::{Look, OfficeTime};

/// Tells the time; shared by all rooms of one office.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The machine's own clock.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
pub fn system_clock() -> Clock {
    Arc::new(Timestamp::now)
}

/// How plausible the machine's clock is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ClockState {
    /// Nothing speaks against it.
    #[default]
    Right,
    /// It shows a time before this program was made: nobody has set it.
    Unset,
    /// It is behind the office's time: it was ahead before, or was set back.
    Behind,
    /// It has jumped ahead, and is not believed yet.
    Jumped,
    /// It has gone so far ahead in one step that somebody should look at the date.
    Ahead,
}

impl ClockState {
    /// The word for it in views.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Unset => "unset",
            Self::Behind => "behind",
            Self::Jumped => "jumped",
            Self::Ahead => "ahead",
        }
    }

    /// The stable code for monitors and texts; none when nothing speaks against the clock.
    #[must_use]
    pub fn problem_code(self) -> Option<&'static str> {
        match self {
            Self::Right => None,
            Self::Unset => Some("clock-unset"),
            Self::Behind => Some("clock-behind"),
            Self::Jumped => Some("clock-jumped"),
            Self::Ahead => Some("clock-ahead"),
        }
    }
}

/// What the machine knows of time.
pub struct Machine {
    /// Its clock, which anybody may set.
    wall: Clock,
    /// Time that has run since some moment, by a clock that nobody can set.
    running: Box<dyn Fn() -> Duration + Send + Sync>,
}

impl Machine {
    /// A machine whose clock may be a test's, while time itself runs as ever.
    #[must_use]
    pub fn new(wall: Clock) -> Self {
        let started = running();
        Self { wall, running: Box::new(move || running().saturating_sub(started)) }
    }

    /// A machine without any time of its own.
    #[cfg(test)]
    pub(crate) fn by_hand(wall: Clock, running: Box<dyn Fn() -> Duration + Send + Sync>) -> Self {
        Self { wall, running }
    }

    fn look(&self, service: Service) -> Look {
        Look { machine: (self.wall)(), running: (self.running)(), service }
    }
}

/// The office's time, in whole milliseconds: finer ones only lengthen the journal. The engine keeps it.
pub struct OfficeClock {
    machine: Machine,
    time: Mutex<OfficeTime>,
}

impl OfficeClock {
    /// Begins with the machine's clock, or with the last event when that is later.
    pub(crate) fn begin(machine: Machine, setup: Arc<Setup>, last_event: Timestamp) -> Arc<Self> {
        let time = OfficeTime::begin(setup, last_event, machine.look(Service::UNKNOWN));
        tell(ClockState::Right, time.state(), last_event);
        Arc::new(Self { machine, time: Mutex::new(time) })
    }

    /// What every other room is handed.
    pub(crate) fn clock(self: &Arc<Self>) -> Clock {
        let clock = Arc::clone(self);
        Arc::new(move || clock.now(Service::UNKNOWN))
    }

    /// The time now, by whoever knows what a change of it could cost.
    pub(crate) fn now(&self, service: Service) -> Timestamp {
        let mut time = self.lock();
        // Looked at under the lock, so that no later look comes before an earlier one.
        let (before, now) = (time.state(), time.look(self.machine.look(service)));
        tell(before, time.state(), now);
        in_milliseconds(now)
    }

    /// When the day can be put right after a clock that was ahead.
    pub(crate) fn correction(&self, service: Service) -> Option<Correction> {
        let correction = self.lock().correction(self.machine.look(service))?;
        Some(Correction { at: in_milliseconds(correction.at), ..correction })
    }

    /// The day began anew at this earlier time.
    pub(crate) fn set_back(&self, to: Timestamp) {
        tracing::warn!(%to, "the clock was ahead: the business day is put right");
        self.lock().set_back(to);
    }

    /// Another set-up is in force, whose days may begin at another time or in another zone.
    pub(crate) fn change_set_up(&self, setup: Arc<Setup>) {
        self.lock().change_set_up(setup);
    }

    /// After a fold of what is on disk: never before the last event.
    pub(crate) fn at_least(&self, last_event: Timestamp) {
        self.lock().at_least(last_event);
    }

    /// What the machine's own clock shows.
    pub(crate) fn machine_time(&self) -> Timestamp {
        (self.machine.wall)()
    }

    /// How plausible the machine's clock was at the last look.
    #[must_use]
    pub fn state(&self) -> ClockState {
        self.lock().state()
    }

    /// Replaced field by field, each good by itself: a panic elsewhere leaves a time to go on from.
    fn lock(&self) -> MutexGuard<'_, OfficeTime> {
        self.time.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Time that has run, also while the machine slept: an office must not wait for its morning after a night's sleep.
#[cfg(target_os = "linux")]
fn running() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    Duration::try_from(clock_gettime(ClockId::Boottime)).unwrap_or_default()
}

/// Time that has run; where it stands still while the machine sleeps, the morning is a jump ahead.
#[cfg(not(target_os = "linux"))]
fn running() -> Duration {
    static STARTED: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    STARTED.elapsed()
}

fn in_milliseconds(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at)
}

/// The log says once what the pages show as long as it lasts.
fn tell(before: ClockState, after: ClockState, now: Timestamp) {
    if before == after {
        return;
    }
    if let Some(code) = after.problem_code() {
        tracing::warn!(code, office_time = %now, "the machine's clock is not plausible");
    } else {
        tracing::info!(office_time = %now, "the machine's clock is plausible again");
    }
}

#[cfg(test)]
pub(crate) mod by_hand;
#[cfg(test)]
mod tests;
