//! The parts of an office, each put together from what it needs.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use jiff::SignedDuration;
use moi_config::settings::PrinterSetting;
use moi_domain::TicketId;
use moi_journal::{Records, Storage, Store};
use moi_printer::Transport;

use super::data_folder::explained;
use super::restored;
use super::settings::Settings;
use crate::alive::{self, Keeper, last_sign};
use crate::app::{App, view_of};
use crate::clock::Clock;
use crate::contacts::{Contacts, KeepDays};
use crate::control::House;
use crate::copies::{CopyState, Copying, Plan};
use crate::engine::{Engine, EngineThread, StartError};
use crate::live::{Publisher, Topics, ViewSource};
use crate::print::{Printing, PrintingTask, SlipWriters, Spool};
use crate::set_up::SetUps;

/// Folder of the journal and the records in the data folder.
pub const STORAGE: &str = "journal";

/// The journal and the records, in a folder of their own.
///
/// # Errors
/// When another office has them open, or they can't be read.
pub(super) fn open_storage(data: &Path) -> Result<Storage> {
    Storage::open(&data.join(STORAGE)).map_err(|error| explained(&error, data))
}

/// The writer on its journal, by this clock, and the sign of its life in the data folder.
///
/// # Errors
/// The journal's.
pub(super) fn open_engine(
    storage: &Storage,
    set_ups: &SetUps,
    machine: Clock,
    data: &Path,
) -> Result<(Engine, EngineThread, Keeper)> {
    let opened = storage.clone();
    let open = Box::new(move || opened.journal().map(|journal| Box::new(journal) as Box<dyn Store>));
    let started = Engine::start(set_ups.clone(), open, machine, last_sign(data));
    let (engine, thread) = started.map_err(|error| match error {
        StartError::Journal(error) => anyhow!("the journal can't be opened: {}", storage.told(&error)),
        StartError::SetUp(error) => anyhow!(error),
    })?;
    let alive = alive::keep(data, engine.clone()).context("the thread of the sign of life")?;
    Ok((engine, thread, alive))
}

/// Phone numbers that citizens left, with their keys.
pub(super) fn open_contacts(settings: &Settings, set_ups: &SetUps, records: &Records, engine: &Engine) -> Contacts {
    let set_ups = set_ups.clone();
    let keep_days: KeepDays = Box::new(move || set_ups.office().privacy.keep_contacts_days);
    engine.published().read(|hall| Contacts::open(records.clone(), settings.keys.clone(), keep_days, hall))
}

/// The thread that makes views.
///
/// # Errors
/// When the machine gives no thread.
pub(super) fn start_publisher(
    engine: &Engine,
    set_ups: &SetUps,
    spool: &Spool,
    contacts: &Contacts,
    topics: &Arc<Topics>,
) -> Result<Publisher> {
    let (engine_of_views, set_ups) = (engine.clone(), set_ups.clone());
    let (spool, contacts) = (spool.clone(), contacts.clone());
    let view: ViewSource =
        Arc::new(move |topic| view_of(topic, &engine_of_views, &set_ups.in_force(), &spool, &contacts));
    Publisher::start(engine.published(), Arc::clone(topics), view).context("the publisher's thread")
}

/// What backups are made of, and where they go, as the set-up wants them.
pub(super) fn copying_of(house: &House, settings: &Settings, engine: &Engine) -> Copying {
    let (data, set_ups) = (settings.data.clone(), house.set_ups.clone());
    let plan = Arc::new(move || {
        let office = set_ups.office();
        Plan {
            data: data.clone(),
            folder: office.backup.folder.clone(),
            every: SignedDuration::from_hours(office.backup.every_hours.into()),
            keep: office.backup.keep.into(),
            zone: office.time_zone.clone(),
        }
    });
    let published = Arc::clone(engine.published());
    let has_tickets = Arc::new(move || published.read(|hall| hall.tickets().next().is_some()));
    let House { storage, clock, closing, soundness, .. } = house.clone();
    Copying { storage, plan, clock, has_tickets, state: CopyState::default(), soundness, closing }
}

/// The spool's task; none in an office that prints no slips.
pub(super) fn start_printing(
    settings: &Settings,
    app: &App,
    records: &Records,
    spool: Spool,
    cursor: TicketId,
) -> Option<PrintingTask> {
    // Before anybody can take a ticket: the next numbers are those of the first citizens of this run.
    let started_at = (app.clock)();
    let restored_from = restored::today_from(records, &app.setup(), started_at);
    if let Some(made_at) = restored_from {
        let made_at = made_at.to_zoned_datetime(app.setup().zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
        tracing::warn!("restored today: numbers that were given after {made_at} are on paper and may be given again");
    }
    let transport = match &settings.printer {
        PrinterSetting::Preview => Transport::Preview { folder: settings.data.join("slips") },
        PrinterSetting::Tcp { host, port } => Transport::Tcp { host: host.clone(), port: *port },
        PrinterSetting::None => return None,
    };
    let writer = SlipWriters {
        set_ups: app.set_ups.clone(),
        texts: Arc::clone(&app.texts),
        phone_address: app.phone_address.clone(),
        rehearsal: app.rehearsal,
    };
    let boot_slip = app
        .engine
        .published()
        .read(|hall| writer.now().boot_slip(hall, &app.setup(), started_at, restored_from))
        .filter(|_| app.office().boot_slip);
    let printing = Printing {
        transport,
        writer,
        boot_slip,
        records: records.clone(),
        published: Arc::clone(app.engine.published()),
        metrics: Arc::clone(&app.metrics),
        clock: Arc::clone(&app.clock),
    };
    Some(crate::print::start(printing, spool, cursor))
}
