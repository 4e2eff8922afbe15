//! Opens the office, and closes it cleanly.

use std::io::IsTerminal;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use moi_config::Office;
use moi_config::settings::{PrinterSetting, PublicUrl};
use moi_journal::{Files, Measure, Storage};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::sleep;

use super::Terminal;
use super::arguments::{Demo, Rehearse};
use super::data_folder::open_data_folder;
use super::listen::{fits, start_http};
use super::parts::{STORAGE, copying_of, open_contacts, open_engine, open_storage, start_printing, start_publisher};
use super::rehearse::{begin_day, open_rehearsal_folder, simulated};
use super::settings::Settings;
use super::tls::{Reload, certificate_file, look_after, open_tls};
use crate::acts::Acts;
use crate::alive::Keeper;
use crate::app::App;
use crate::auth::{Access, NewCredential, Pace};
use crate::clock::{Clock, system_clock};
use crate::contacts;
use crate::control::{self, House};
use crate::copies;
use crate::demo::{Wish, start_in_office};
use crate::directory::Directory;
use crate::doors::{self, Doors, Gate, Limits, Room, Taps};
use crate::engine::{Engine, EngineThread};
use crate::live::{Publisher, Topics};
use crate::metrics::Metrics;
use crate::past::Past;
use crate::phone::{PhoneAddress, on_this_machine};
use crate::pictures::Pictures;
use crate::place::DataPlace;
use crate::print::{PrintingTask, Spool, kept_cursor};
use crate::rehearsal::refuse_rehearsed;
use crate::set_up::{Origin, SetUps, setup_of, start_copying};

/// Sockets get this long to read that the office stops.
const GOODBYE: Duration = Duration::from_millis(300);

/// The office is closed within five seconds of a signal, whatever hangs: every acknowledged ticket is on disk anyway.
const CLOSING_MAX: Duration = Duration::from_millis(4_600);

/// Idle sessions are looked for this often; whoever asks by one meanwhile is refused all the same.
const SWEEP_EVERY: Duration = Duration::from_secs(20);

/// A day that is played at the office.
#[derive(Clone, Copy)]
pub(super) enum Show<'s> {
    /// To watch.
    Demo(&'s Demo),
    /// To practise in.
    Rehearsal(&'s Rehearse),
}

/// Runs an office until a signal stops it; with a day that is played there when one is asked for.
///
/// # Errors
/// Whatever keeps the office from opening.
pub(super) fn serve(settings: &Settings, terminal: &Terminal, show: Option<Show<'_>>) -> Result<()> {
    start_log();
    actix_web::rt::System::new().block_on(run(settings, terminal, show))
}

fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("MOI_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,actix_server=warn"));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    // A second office in one process (a test) keeps the first one's log.
    let _ = if std::env::var_os("MOI_LOG_JSON").is_some() { builder.json().try_init() } else { builder.try_init() };
}

async fn run(settings: &Settings, terminal: &Terminal, show: Option<Show<'_>>) -> Result<()> {
    let (begun, signals) = (Instant::now(), Signals::listen()?);
    let played = show.map(|show| show.prepare(settings, terminal)).transpose()?;
    let (storage, machine) = open_data(settings, show)?;
    let set_ups = settings.given.set_ups(Some(storage.records()))?;
    let (engine, engine_thread, alive) = open_engine(&storage, &set_ups, machine, &settings.data)?;
    let place = DataPlace::new(&settings.data, Measure::of(&storage), begun.elapsed());
    let (clock, records) = (engine.clock(), storage.records());
    let access = Access::new(records.clone(), set_ups.clone(), Arc::clone(&clock));
    let (listener, address) = listen(settings)?;
    let (cursor, prints) = (kept_cursor(&records)?, settings.printer != PrinterSetting::None);
    let spool = Spool::new(prints, cursor);
    let house = House { engine: Some(engine.clone()), ..house_of(settings, &storage, &access, &set_ups, &clock) };
    let (topics, copying) = (Arc::new(Topics::default()), copying_of(&house, settings, &engine));
    let contacts = open_contacts(settings, &set_ups, &records, &engine);
    let publisher = start_publisher(&engine, &set_ups, &spool, &contacts, &topics)?;
    let erasing = contacts::start(contacts.clone(), engine.clone(), set_ups.clone());
    let tls = open_tls(settings, address, &clock)?;
    let phones = phone_address(settings, address, tls.is_some());
    look_after(tls.clone(), Arc::clone(&clock), Reload::listen()?);
    let app = App {
        set_ups: set_ups.clone(),
        engine: engine.clone(),
        topics: Arc::clone(&topics),
        doors: doors_of(settings, tls.clone()),
        access: access.clone(),
        directory: Directory::new(&settings.data, Arc::clone(&clock)),
        spool: spool.clone(),
        contacts,
        bookings: Pace::default(),
        texts: Arc::clone(terminal.texts()),
        metrics: Metrics::new(settings.rehearsal),
        clock: Arc::clone(&clock),
        started_at: clock(),
        place,
        past: Past::of(&storage),
        copying: copying.clone(),
        soundness: house.soundness.clone(),
        phone_address: phones.clone(),
        pictures: house.pictures.clone(),
        rehearsal: settings.rehearsal,
        acts: Acts::of(records.clone()),
    };
    let printing = start_printing(settings, &app, &records, spool, cursor);
    let control = control::serve(&settings.data, house.clone()).context("the control socket can't be made")?;
    let server = start_http(app, listener, redirecting(settings)?)?;
    let (handle, serving) = (server.handle(), actix_web::rt::spawn(server));

    Acts::of(records).catch_up(&engine).await;
    start_copying(settings.data.clone(), set_ups.clone());
    let sweeping = start_sweeping(access.clone(), set_ups.changes());
    let url = welcome(access, &set_ups.office(), settings, terminal, address, (&phones, tls.as_ref())).await?;
    // Now the PINs are made, so that the first copy has them. A rehearsal is not worth one.
    let copying = (!settings.rehearsal).then(|| copies::start(copying));
    let demo = played.map(|wish| start_in_office(&settings.data, &settings.given, Wish { url, ..wish }));

    wait_for_the_end(signals, &house).await;
    if let Some(demo) = demo {
        demo.stop().await;
    }
    topics.stop();
    sleep(GOODBYE).await;
    tokio::join!(handle.stop(true), stop_printing(printing));
    serving.await.context("the server's task")?.context("the server")?;
    [control, sweeping, erasing].iter().chain(&copying).for_each(JoinHandle::abort);
    close(alive, engine, engine_thread, publisher).await
}

/// Until a signal comes; from then on the office closes, at a further one at any rate.
async fn wait_for_the_end(mut signals: Signals, house: &House) {
    signals.next().await;
    tracing::info!("the office closes");
    house.closing.begin();
    actix_web::rt::spawn(close_at_any_rate(signals));
}

impl Show<'_> {
    /// The day as it is wished, but for where.
    fn prepare(self, settings: &Settings, terminal: &Terminal) -> Result<Wish> {
        let wish = match self {
            Self::Demo(demo) => demo.here(String::new()),
            Self::Rehearsal(rehearse) => rehearse.here(String::new(), simulated(rehearse, settings, terminal)?),
        };
        Ok(Wish { trusted: certificate_file(settings), ..wish })
    }
}

/// The data, and the clock that its times come from: the machine's, but for a rehearsal.
fn open_data(settings: &Settings, show: Option<Show<'_>>) -> Result<(Storage, Clock)> {
    match show {
        Some(Show::Rehearsal(rehearse)) => {
            open_rehearsal_folder(settings)?;
            let storage = open_storage(&settings.data)?;
            let clock = begin_day(&storage.records(), &setup_of(settings.office())?, rehearse.day)?;
            Ok((storage, clock))
        }
        Some(Show::Demo(_)) | None => {
            open_data_folder(&settings.data)?;
            let storage = open_storage(&settings.data)?;
            refuse_rehearsed(&storage.records(), &settings.data)?;
            Ok((storage, system_clock()))
        }
    }
}

/// What the owner's commands act on.
fn house_of(settings: &Settings, storage: &Storage, access: &Access, set_ups: &SetUps, clock: &Clock) -> House {
    let house = House::of(storage.clone(), access.clone(), set_ups.clone(), Arc::clone(clock));
    if !settings.rehearsal {
        for missing in house.pictures.missing(&set_ups.office()) {
            tracing::warn!("{missing}");
        }
        return house;
    }
    // It shows what its office shows.
    let office = settings.data.parent().map(|office| Files::beside(&office.join(STORAGE)));
    House { rehearsal: true, pictures: Pictures::of(storage.files(), office), ..house }
}

/// Who may come in, how many and how fast.
fn doors_of(settings: &Settings, tls: Option<doors::Keeper>) -> Doors {
    let (fits, network) = (fits(), &settings.network);
    Doors {
        names: network.names(settings.public_url.as_ref()),
        public_authority: settings.public_url.as_ref().map(|url| url.authority().to_owned()),
        proxies: Arc::clone(&network.proxies),
        gate: Gate::new(Room::of(fits.connections, network.connections_per_address)),
        sockets: Gate::new(Room::of(fits.sockets, network.connections_per_address)),
        limits: Limits::new(network.calls_per_second),
        taps: Taps::default(),
        tls,
    }
}

fn phone_address(settings: &Settings, address: SocketAddr, is_encrypted: bool) -> PhoneAddress {
    match settings.public_url.as_ref().map(PublicUrl::as_str) {
        Some(url) => PhoneAddress::Said(url.to_owned()),
        None if is_encrypted => PhoneAddress::OwnEncrypted(address),
        None => PhoneAddress::Own(address),
    }
}

/// Says on the terminal where the pages are. Last, since PINs are shown this once: nothing that can still fail may come
/// between making and showing them.
async fn welcome(
    access: Access,
    office: &Office,
    settings: &Settings,
    terminal: &Terminal,
    address: SocketAddr,
    (phones, tls): (&PhoneAddress, Option<&doors::Keeper>),
) -> Result<String> {
    terminal.doubts(office);
    let (is_real, origin) = (!settings.rehearsal, settings.given.origin.clone());
    let begun = tokio::task::spawn_blocking(move || begin(&access, is_real, is_real && origin == Origin::Own));
    let first = begun.await.context("making PINs")??;
    let url = settings.network.url_of(on_this_machine(address));
    terminal.open(&url, phones, office, settings);
    if let Some(keeper) = tls {
        terminal.encrypted(keeper, settings);
    }
    if let Some(code) = first.code {
        terminal.installation(&url, &code);
    }
    terminal.sign_in(&first.credentials, office);
    Ok(url)
}

/// What is shown this once.
struct First {
    /// For the first set-up; none in an office that is set up.
    code: Option<String>,
    credentials: Vec<NewCredential>,
}

fn begin(access: &Access, is_real: bool, may_install: bool) -> Result<First> {
    let is_new = access.is_new()?;
    let credentials = access.enrol(is_real)?;
    let code = if may_install { access.begin_installation(is_new)? } else { None };
    Ok(First { code, credentials })
}

/// Ends sessions in which nobody has done anything for too long, whether or not anybody asks by them; and at once those
/// of people who leave the set-up.
fn start_sweeping(access: Access, mut changes: watch::Receiver<u64>) -> JoinHandle<()> {
    actix_web::rt::spawn(async move {
        loop {
            // The set-ups outlive this task, so that a change always comes or none.
            if let Ok(Ok(())) = tokio::time::timeout(SWEEP_EVERY, changes.changed()).await {
                access.look_again();
            }
            let access = access.clone();
            let swept = tokio::task::spawn_blocking(move || access.sweep()).await;
            if let Ok(Err(error)) = swept {
                tracing::warn!(%error, "sessions that are over can't be cleared away");
            }
        }
    })
}

async fn stop_printing(printing: Option<PrintingTask>) {
    if let Some(printing) = printing {
        printing.stop().await;
    }
}

async fn close(alive: Keeper, engine: Engine, thread: EngineThread, publisher: Publisher) -> Result<()> {
    tokio::task::spawn_blocking(move || {
        alive.stop();
        engine.stop();
        thread.join();
        publisher.stop();
    })
    .await
    .context("closing the journal")
}

/// A second signal, or a disk that hangs, ends the process at once: what is acknowledged is durable.
async fn close_at_any_rate(mut signals: Signals) {
    tokio::select! {
        () = signals.next() => tracing::warn!("told twice: the office ends at once"),
        () = sleep(CLOSING_MAX) => tracing::error!("something hangs: the office ends without waiting for it"),
    }
    std::process::exit(1);
}

/// Where plain http leads to the encrypted pages.
fn redirecting(settings: &Settings) -> Result<Option<TcpListener>> {
    let Some(address) = settings.network.redirect_from else { return Ok(None) };
    let listener = TcpListener::bind(address);
    let wrong = || format!("can't listen on {address}: choose another address with --redirect-from");
    listener.with_context(wrong).map(Some)
}

fn listen(settings: &Settings) -> Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(settings.listen)
        .with_context(|| format!("can't listen on {}: choose another address with --listen", settings.listen))?;
    let address = listener.local_addr().context("the listening address")?;
    Ok((listener, address))
}

/// What ends an office: SIGTERM and Ctrl-C.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    fn listen() -> Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate()).context("SIGTERM")?,
            interrupt: signal(SignalKind::interrupt()).context("SIGINT")?,
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
