//! What a changed set-up would have done, for whoever is about to change it.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use moi_config::Finding;
use moi_domain::{Class, ClassWaits, Moved, Preview, TicketNumber, Waits};
use serde::Serialize;
use utoipa::ToSchema;

use super::local;

/// A day by two set-ups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PreviewView {
    /// Which business day was played.
    #[schema(example = "2026-11-26")]
    pub day: Option<String>,
    /// Whether it still runs: then it is played as far as it has come.
    pub running: bool,
    /// Everybody, then those without a class, then each class that came.
    pub classes: Vec<ClassWaitsView>,
    /// Tickets that would have been called earlier.
    pub earlier: u32,
    /// Tickets that would have been called later.
    pub later: u32,
    /// The ten whose wait differs most, the greatest difference first.
    pub moved: Vec<MovedView>,
    /// Tickets that the changed set-up would not have given.
    pub refused: u32,
    /// The next ten in the hall now, by the rules as they are.
    pub next_present: Vec<String>,
    /// The next ten of the same people by the changed ones.
    pub next_changed: Vec<String>,
    /// Whether it is a rehearsal's day, and nothing of it is real.
    pub rehearsal: bool,
    /// What somebody should think about before the changed set-up is in force.
    pub warnings: Vec<String>,
}

/// How long a class waited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ClassWaitsView {
    /// all, none, or priority.
    pub kind: &'static str,
    /// Id of the priority class.
    pub priority: Option<String>,
    /// As it was.
    pub happened: WaitsView,
    /// Played by the rules as they are: how far this differs from what happened is how far the preview can be trusted.
    pub present: WaitsView,
    /// Played by the changed ones.
    pub changed: WaitsView,
}

/// Waits until the first call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct WaitsView {
    /// Tickets that were called.
    pub called: u32,
    /// Tickets that were not.
    pub uncalled: u32,
    /// Mean wait of those that were.
    pub mean_seconds: u32,
    /// Nineteen of twenty of them waited no longer.
    pub p95_seconds: u32,
}

/// Somebody who would have been called at another time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct MovedView {
    /// As on the slip.
    pub number: String,
    /// When it was taken.
    pub taken_at: String,
    /// The wait by the rules as they are.
    pub present_seconds: u32,
    /// The wait by the changed ones.
    pub changed_seconds: u32,
}

/// A preview in the office's own times; `today` is the day that still runs.
#[must_use]
pub fn preview_view(preview: &Preview, zone: &TimeZone, today: Option<Date>, warnings: &[Finding]) -> PreviewView {
    let numbers = |numbers: &[TicketNumber]| numbers.iter().map(ToString::to_string).collect();
    PreviewView {
        day: preview.day.map(|day| day.to_string()),
        running: preview.day.is_some() && preview.day == today,
        classes: preview.classes.iter().map(class_view).collect(),
        earlier: preview.earlier,
        later: preview.later,
        moved: preview.moved.iter().map(|moved| moved_view(moved, zone)).collect(),
        refused: preview.refused,
        next_present: numbers(&preview.next_present),
        next_changed: numbers(&preview.next_changed),
        rehearsal: false,
        warnings: warnings.iter().map(ToString::to_string).collect(),
    }
}

fn class_view(waits: &ClassWaits) -> ClassWaitsView {
    let (kind, priority) = match &waits.class {
        Class::All => ("all", None),
        Class::None => ("none", None),
        Class::Priority(class) => ("priority", Some(class.to_string())),
    };
    let [happened, present, changed] = [waits.happened, waits.present, waits.changed].map(waits_view);
    ClassWaitsView { kind, priority, happened, present, changed }
}

fn waits_view(Waits { called, uncalled, mean_seconds, p95_seconds }: Waits) -> WaitsView {
    WaitsView { called, uncalled, mean_seconds, p95_seconds }
}

fn moved_view(moved: &Moved, zone: &TimeZone) -> MovedView {
    MovedView {
        number: moved.number.to_string(),
        taken_at: local(zone, moved.taken_at),
        present_seconds: moved.present_seconds,
        changed_seconds: moved.changed_seconds,
    }
}
