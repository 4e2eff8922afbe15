//! `/office/state`: how the office is, in every part that whoever looks after it may have to do something about.

use actix_web::{HttpResponse, web};
use jiff::Timestamp;
use moi_domain::Hall;
use moi_printer::PrinterState;
use serde::Serialize;
use utoipa::ToSchema;

use super::doors::DoorsState;
use crate::app::App;
use crate::auth::Caretaker;
use crate::engine::{EngineHealth, FaultCause};
use crate::live::Watchers;
use crate::views::{HelpView, StrandedView, help_views, local, stranded_views};

/// A megabyte as the set-up counts it, in bytes.
const MEGABYTE: u64 = 1_000_000;

/// How the office is. Times are the office's own, RFC 3339; sizes are bytes.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeState {
    /// Moi's version.
    version: &'static str,
    /// Whether nothing of what happens here is real.
    rehearsal: bool,
    /// When the program started.
    started_at: String,
    /// Whether orders are accepted.
    orders: OrdersState,
    /// People who wait while no open counter calls them.
    stranded: Vec<StrandedView>,
    /// Counters whose officer asks for help.
    help: Vec<HelpView>,
    /// The disk with the data.
    disk: DiskState,
    /// The clock.
    clock: ClockReading,
    /// Slips.
    printer: SlipsState,
    /// Copies that are made by themselves.
    backup: BackupState,
    /// What is kept.
    journal: JournalState,
    /// Live connections that are open now.
    screens: Screens,
    /// The doors to the network.
    doors: DoorsState,
}

/// Whether orders are accepted, and why not.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrdersState {
    /// Whether they are.
    accepted: bool,
    /// disk-full or storage-failed, when they are refused.
    cause: Option<&'static str>,
    /// What the system said, in its own words.
    reason: Option<String>,
}

/// The disk with the data.
#[derive(Debug, Serialize, ToSchema)]
pub struct DiskState {
    /// The data folder.
    folder: String,
    /// Room that is left for Moi; none when the disk does not tell.
    free_bytes: Option<u64>,
    /// All of the disk.
    total_bytes: Option<u64>,
    /// Below this much room it is short.
    warn_below_bytes: u64,
}

/// The office's time beside the machine's.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClockReading {
    /// right, unset, behind, jumped or ahead: what speaks against the machine's clock.
    state: &'static str,
    /// The time that events get.
    office_time: String,
    /// What the machine's clock shows.
    machine_time: String,
}

/// The receipt printer and what waits for it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SlipsState {
    /// Whether the office prints slips.
    prints: bool,
    /// ready, near-end, out-of-paper, cover-open, offline, unknown or error.
    #[schema(value_type = String)]
    state: PrinterState,
    /// Slips that wait for it.
    waiting: usize,
}

/// Copies that are made by themselves.
#[derive(Debug, Serialize, ToSchema)]
pub struct BackupState {
    /// Where they lie.
    folder: String,
    /// The newest one.
    newest: Option<NewestCopy>,
    /// Names of those that are dated later than now: they count for nothing.
    ahead: Vec<String>,
    /// When the next one is made or tried.
    next_at: Option<String>,
    /// Why it could not be made, in the system's words; not when the journal is damaged.
    trouble: Option<String>,
}

/// The newest backup.
#[derive(Debug, Serialize, ToSchema)]
pub struct NewestCopy {
    /// Its name in the folder.
    file: String,
    /// When it was made.
    made_at: String,
    /// Its size.
    bytes: u64,
}

/// The journal: everything that has happened.
#[derive(Debug, Serialize, ToSchema)]
pub struct JournalState {
    /// Everything that was written, since the office began.
    events: u64,
    /// Business days that are over.
    closed_days: Option<u64>,
    /// The first business day; none when it is not known.
    since: Option<String>,
    /// What it takes on the disk.
    bytes: Option<u64>,
    /// How long opening it took at the last start, in milliseconds.
    opened_in_ms: u64,
    /// Which file is damaged, of which day, and how, as a backup, a verification or the sealing of a day has met it.
    damage: Option<String>,
    /// Why closed days are not put away, when something else keeps them from it.
    sealing_trouble: Option<String>,
}

/// Live connections by what they show.
#[derive(Debug, Serialize, ToSchema)]
pub struct Screens {
    /// Displays of the waiting room.
    walls: usize,
    /// Kiosks.
    kiosks: usize,
    /// Displays over a counter.
    counters: usize,
    /// Desks.
    desks: usize,
    /// Citizens' phones.
    phones: usize,
}

/// How the office is in each part, for whoever looks after it: an administrator, or a page on the office's own machine.
#[utoipa::path(
    get, path = "/api/v1/office/state", tag = "office",
    responses((status = 200, body = OfficeState), (status = 401), (status = 403))
)]
pub async fn show(app: web::Data<App>, _who: Caretaker) -> HttpResponse {
    let look = app.place.look().await;
    let time = |at: Timestamp| local(&app.setup().zone, at);
    let (setup, now) = (app.setup(), (app.clock)());
    let (events, day, waiting) =
        app.engine.published().read(|hall| (hall.last_number().0, first_day_of(hall), app.spool.waiting(hall)));
    let (stranded, help) =
        app.engine.published().read(|hall| (stranded_views(hall, &setup), help_views(hall, &setup, now, None)));
    let extent = look.extent;
    let since = match extent {
        Some(extent) if extent.closed_days > 0 => extent.first_day.map(|day| day.to_string()),
        Some(_) => day,
        None => None,
    };
    // The office's time first: a look at it is what judges the machine's.
    let office_time = time((app.clock)());
    HttpResponse::Ok().json(OfficeState {
        version: env!("CARGO_PKG_VERSION"),
        rehearsal: app.rehearsal,
        started_at: time(app.started_at),
        orders: orders(&app.engine.published().health()),
        stranded,
        help,
        disk: DiskState {
            folder: app.place.folder().display().to_string(),
            free_bytes: look.room.map(|room| room.free_bytes),
            total_bytes: look.room.map(|room| room.total_bytes),
            warn_below_bytes: u64::from(app.office().disk.warn_below_megabytes) * MEGABYTE,
        },
        clock: ClockReading {
            state: app.engine.clock_state().word(),
            office_time,
            machine_time: time(app.engine.machine_time()),
        },
        printer: SlipsState { prints: app.spool.prints(), state: app.spool.printer().state, waiting },
        backup: backup(&app),
        journal: JournalState {
            events,
            closed_days: extent.map(|extent| extent.closed_days),
            since,
            bytes: extent.map(|extent| extent.bytes),
            opened_in_ms: u64::try_from(app.place.opened_in().as_millis()).unwrap_or(u64::MAX),
            damage: app.soundness.damage(),
            sealing_trouble: app.soundness.sealing_trouble(),
        },
        screens: app.topics.watchers().into(),
        doors: DoorsState::of(&app),
    })
}

/// Where no day is closed, the hall's day is the first one.
fn first_day_of(hall: &Hall) -> Option<String> {
    hall.day().map(|day| day.to_string())
}

fn orders(health: &EngineHealth) -> OrdersState {
    match health {
        EngineHealth::Well => OrdersState { accepted: true, cause: None, reason: None },
        EngineHealth::Faulted { reason, cause } => {
            let cause = match cause {
                FaultCause::DiskFull => "disk-full",
                FaultCause::Other => "storage-failed",
            };
            OrdersState { accepted: false, cause: Some(cause), reason: Some(reason.to_string()) }
        }
    }
}

fn backup(app: &App) -> BackupState {
    let copies = app.copies().copies();
    let time = |at: Timestamp| local(&app.setup().zone, at);
    BackupState {
        folder: app.place.folder().join(&app.office().backup.folder).display().to_string(),
        newest: copies.newest.map(|copy| NewestCopy {
            file: copy.file(),
            made_at: time(copy.made_at),
            bytes: copy.bytes,
        }),
        ahead: app.copies().ahead(),
        next_at: copies.next_at.map(time),
        trouble: copies.trouble,
    }
}

impl From<Watchers> for Screens {
    fn from(watchers: Watchers) -> Self {
        let Watchers { walls, kiosks, counters, desks, phones } = watchers;
        Self { walls, kiosks, counters, desks, phones }
    }
}
