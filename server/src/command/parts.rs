//! The parts of an office, each put together from what it needs.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use jiff::SignedDuration;
use moi_config::settings::PrinterSetting;
use moi_domain::{Setup, TicketId};
use moi_journal::{Records, Storage, Store};
use moi_printer::Transport;

use super::data_folder::explained;
use super::settings::Settings;
use crate::app::{App, view_of};
use crate::clock::system_clock;
use crate::contacts::Contacts;
use crate::control::House;
use crate::copies::{Closing, Plan};
use crate::engine::{Engine, EngineThread};
use crate::live::{Publisher, Topics, ViewSource};
use crate::print::{Printing, PrintingTask, SlipWriter, Spool};

/// Folder of the journal and the records in the data folder.
pub const STORAGE: &str = "journal";

/// The journal and the records, in a folder of their own.
///
/// # Errors
/// When another office has them open, or they can't be read.
pub(super) fn open_storage(data: &Path) -> Result<Storage> {
    Storage::open(&data.join(STORAGE)).map_err(|error| explained(&error, data))
}

/// The writer on its journal.
///
/// # Errors
/// The journal's.
pub(super) fn open_engine(storage: &Storage, setup: &Arc<Setup>) -> Result<(Engine, EngineThread)> {
    let storage = storage.clone();
    let open = Box::new(move || storage.journal().map(|journal| Box::new(journal) as Box<dyn Store>));
    Engine::start(Arc::clone(setup), open, system_clock()).context("the journal can't be opened")
}

/// Phone numbers that citizens left, with their keys.
pub(super) fn open_contacts(settings: &Settings, records: &Records, engine: &Engine) -> Contacts {
    let keep_days = settings.office.privacy.keep_contacts_days;
    engine.published().read(|hall| Contacts::open(records.clone(), settings.keys.clone(), keep_days, hall))
}

/// The thread that makes views.
///
/// # Errors
/// When the machine gives no thread.
pub(super) fn start_publisher(
    engine: &Engine,
    setup: &Arc<Setup>,
    settings: &Settings,
    spool: &Spool,
    contacts: &Contacts,
    topics: &Arc<Topics>,
) -> Result<Publisher> {
    let (engine_of_views, setup, office, spool, contacts) =
        (engine.clone(), Arc::clone(setup), Arc::clone(&settings.office), spool.clone(), contacts.clone());
    let view: ViewSource = Arc::new(move |topic| view_of(topic, &engine_of_views, &setup, &office, &spool, &contacts));
    Publisher::start(engine.published(), Arc::clone(topics), view).context("the publisher's thread")
}

/// What the owner's commands act on.
pub(super) fn house_of(app: &App, storage: &Storage, closing: &Closing) -> House {
    House {
        access: app.access.clone(),
        storage: storage.clone(),
        setup: Arc::clone(&app.setup),
        clock: Arc::clone(&app.clock),
        closing: closing.clone(),
    }
}

/// Where and when the office is backed up by itself.
pub(super) fn backup_plan(settings: &Settings) -> Plan {
    let backup = &settings.office.backup;
    Plan {
        folder: settings.data.join(&backup.folder),
        every: SignedDuration::from_hours(backup.every_hours.into()),
        keep: backup.keep.into(),
        zone: settings.office.time_zone.clone(),
    }
}

/// The spool's task; none in an office that prints no slips.
pub(super) fn start_printing(
    settings: &Settings,
    app: &App,
    records: &Records,
    spool: Spool,
    cursor: TicketId,
) -> Option<PrintingTask> {
    let transport = match &settings.printer {
        PrinterSetting::Preview => Transport::Preview { folder: settings.data.join("slips") },
        PrinterSetting::Tcp { host, port } => Transport::Tcp { host: host.clone(), port: *port },
        PrinterSetting::None => return None,
    };
    let writer = SlipWriter::new(
        Arc::clone(&app.office),
        Arc::clone(&app.texts),
        app.setup.zone.clone(),
        app.phone_address.clone(),
    );
    // Before anybody can take a ticket: the next numbers are those of the first citizens of this run.
    let started_at = (app.clock)();
    let boot_slip = app
        .engine
        .published()
        .read(|hall| writer.boot_slip(hall, &app.setup, started_at))
        .filter(|_| app.office.boot_slip);
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
