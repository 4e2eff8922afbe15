//! Opens the office, and closes it cleanly.

use std::net::{IpAddr, SocketAddr, UdpSocket};
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use actix_web::middleware::from_fn;
use actix_web::{App as HttpApp, HttpServer, web};
use anyhow::{Context, Result};
use moi_config::settings::{PrinterSetting, PublicUrl};
use moi_domain::{Language, Setup, TicketId};
use moi_journal::{Records, Storage, Store};
use moi_printer::Transport;
use tokio::signal::unix::{SignalKind, signal};

use super::Terminal;
use super::settings::Settings;
use crate::app::{App, view_of};
use crate::auth::Access;
use crate::clock::{Clock, system_clock};
use crate::control;
use crate::engine::{Engine, EngineThread};
use crate::http::{Assets, guard, routes};
use crate::live::{Publisher, Topics, ViewSource};
use crate::metrics::Metrics;
use crate::print::{Printing, SlipWriter, Spool, kept_cursor};
use crate::setup::setup_of;

/// Requests in flight get this long when the office stops; with the sockets' goodbye it stays under five seconds.
const SHUTDOWN_SECONDS: u64 = 3;

/// Sockets get this long to read that the office stops.
const GOODBYE: Duration = Duration::from_millis(300);

/// A peer whose machine vanished is noticed after this long, whatever waits to be sent to it.
const PEER_GONE: Duration = Duration::from_secs(30);

/// Folder of the journal and the records in the data folder.
pub const STORAGE: &str = "journal";

/// Connections a worker accepts: a city hall's phones, and the arithmetic of the live room's limit.
const CONNECTIONS_MAX: usize = 16_384;

/// Runs an office until a signal stops it; with a demo when a speed is given.
///
/// # Errors
/// Whatever keeps the office from opening.
pub(super) fn serve(settings: &Settings, terminal: &Terminal, demo: Option<u32>) -> Result<()> {
    start_log();
    actix_web::rt::System::new().block_on(run(settings, terminal, demo))
}

/// The data folder, for its owner alone.
///
/// # Errors
/// When it can't be made.
pub(super) fn make_data_folder(folder: &Path) -> Result<()> {
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .with_context(|| format!("the data folder {} can't be made", folder.display()))
}

fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("MOI_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,actix_server=warn"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second office in one process (a test) keeps the first one's log.
    let _ = if std::env::var_os("MOI_LOG_JSON").is_some() { builder.json().try_init() } else { builder.try_init() };
}

async fn run(settings: &Settings, terminal: &Terminal, demo: Option<u32>) -> Result<()> {
    terminal.doubts(settings);
    make_data_folder(&settings.data)?;
    let clock = system_clock();
    let setup = Arc::new(setup_of(&settings.office)?);
    let storage = open_storage(&settings.data)?;
    let (engine, engine_thread) = open_engine(&storage, &setup, &clock)?;
    let records = storage.records();
    let access = Access::new(records.clone(), Arc::clone(&settings.office), Arc::clone(&clock));
    let enrolling = access.clone();
    let new_pins = tokio::task::spawn_blocking(move || enrolling.enrol()).await.context("making PINs")??;

    let listener = std::net::TcpListener::bind(settings.listen)
        .with_context(|| format!("can't listen on {}: choose another address with --listen", settings.listen))?;
    let address = listener.local_addr().context("the listening address")?;
    let phone_url = settings.public_url.as_ref().map_or_else(|| phone_url(address), |url| url.as_str().to_owned());
    let cursor = kept_cursor(&records)?;
    let spool = Spool::new(settings.printer != PrinterSetting::None, cursor);
    let topics = Arc::new(Topics::default());
    let publisher = start_publisher(&engine, &setup, settings, &spool, &topics)?;
    let app = App {
        office: Arc::clone(&settings.office),
        setup: Arc::clone(&setup),
        engine: engine.clone(),
        topics: Arc::clone(&topics),
        sockets: crate::live::ConnectionLimit::default(),
        access: access.clone(),
        spool: spool.clone(),
        texts: Arc::clone(terminal.texts()),
        metrics: Metrics::new(),
        clock: Arc::clone(&clock),
        default_language: default_language(settings)?,
        public_url: settings.public_url.as_ref().map(PublicUrl::as_str).map(str::to_owned),
    };
    let printing = start_printing(settings, &app, &records, phone_url, spool, cursor);
    let control = control::serve(&settings.data, access).context("the control socket can't be made")?;
    let server = start_http(app, listener)?;
    let handle = server.handle();
    let serving = actix_web::rt::spawn(server);

    let url = format!("http://{}", reachable(address));
    terminal.open(&url, settings);
    terminal.sign_in(&new_pins, settings);
    let demo = demo.map(|speed| crate::demo::start_in_office(&settings.data, &settings.office, url, speed));

    stopped_by_signal().await?;
    tracing::info!("the office stops");
    if let Some(demo) = demo {
        demo.abort();
    }
    topics.stop();
    tokio::time::sleep(GOODBYE).await;
    handle.stop(true).await;
    serving.await.context("the server's task")?.context("the server")?;
    control.abort();
    if let Some(printing) = printing {
        printing.abort();
    }
    close(engine, engine_thread, publisher).await
}

async fn close(engine: Engine, thread: EngineThread, publisher: Publisher) -> Result<()> {
    tokio::task::spawn_blocking(move || {
        engine.stop();
        thread.join();
        publisher.stop();
    })
    .await
    .context("closing the journal")
}

/// The journal and the records, in a folder of their own.
///
/// # Errors
/// When another office has them open, or they can't be read.
pub(super) fn open_storage(data: &Path) -> Result<Storage> {
    Storage::open(&data.join(STORAGE)).context("the office's data can't be opened")
}

fn open_engine(storage: &Storage, setup: &Arc<Setup>, clock: &Clock) -> Result<(Engine, EngineThread)> {
    let storage = storage.clone();
    let open = Box::new(move || storage.journal().map(|journal| Box::new(journal) as Box<dyn Store>));
    Engine::start(Arc::clone(setup), open, Arc::clone(clock)).context("the journal can't be opened")
}

fn start_publisher(
    engine: &Engine,
    setup: &Arc<Setup>,
    settings: &Settings,
    spool: &Spool,
    topics: &Arc<Topics>,
) -> Result<Publisher> {
    let (engine_of_views, setup, office, spool) =
        (engine.clone(), Arc::clone(setup), Arc::clone(&settings.office), spool.clone());
    let view: ViewSource = Arc::new(move |topic| view_of(topic, &engine_of_views, &setup, &office, &spool));
    Publisher::start(engine.published(), Arc::clone(topics), view).context("the publisher's thread")
}

fn start_printing(
    settings: &Settings,
    app: &App,
    records: &Records,
    url: String,
    spool: Spool,
    cursor: TicketId,
) -> Option<tokio::task::JoinHandle<()>> {
    let transport = match &settings.printer {
        PrinterSetting::Preview => Transport::Preview { folder: settings.data.join("slips") },
        PrinterSetting::Tcp { host, port } => Transport::Tcp { host: host.clone(), port: *port },
        PrinterSetting::None => return None,
    };
    let writer = SlipWriter::new(Arc::clone(&app.office), Arc::clone(&app.texts), app.setup.zone.clone(), url);
    let printing = Printing {
        transport,
        writer,
        records: records.clone(),
        published: Arc::clone(app.engine.published()),
        metrics: Arc::clone(&app.metrics),
        clock: Arc::clone(&app.clock),
    };
    Some(crate::print::start(printing, spool, cursor))
}

fn start_http(app: App, listener: std::net::TcpListener) -> Result<actix_web::dev::Server> {
    let app = web::Data::new(app);
    let assets = web::Data::new(Assets::default());
    if !cfg!(debug_assertions) {
        let (assets, texts) = (assets.clone(), Arc::clone(&app.texts));
        std::thread::Builder::new()
            .name("compress".into())
            .spawn(move || assets.compress(&texts))
            .context("the thread that compresses the pages")?;
    }
    let server = HttpServer::new(move || {
        HttpApp::new().app_data(app.clone()).app_data(assets.clone()).wrap(from_fn(guard)).configure(routes)
    });
    // Without its own signal handlers: they would close the port and leave the journal locked.
    let server = server
        .disable_signals()
        .max_connections(CONNECTIONS_MAX)
        .shutdown_timeout(SHUTDOWN_SECONDS)
        .on_connect(|connection, _| notice_vanished_peers(connection))
        .listen(listener)
        .context("the server can't listen")?;
    Ok(server.run())
}

fn notice_vanished_peers(connection: &dyn std::any::Any) {
    let Some(stream) = connection.downcast_ref::<actix_web::rt::net::TcpStream>() else { return };
    if let Err(error) = socket2::SockRef::from(stream).set_tcp_user_timeout(Some(PEER_GONE)) {
        tracing::debug!(%error, "a connection has no user time-out");
    }
}

fn default_language(settings: &Settings) -> Result<Language> {
    let first = settings.office.languages.first().map_or("vi", String::as_str);
    Language::new(first).map_err(|error| anyhow::anyhow!("the office's first language: {error}"))
}

/// An address that a browser on this machine can open.
fn reachable(address: SocketAddr) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => SocketAddr::new(IpAddr::from([127, 0, 0, 1]), address.port()),
        IpAddr::V6(ip) if ip.is_unspecified() => SocketAddr::new(std::net::Ipv6Addr::LOCALHOST.into(), address.port()),
        IpAddr::V4(_) | IpAddr::V6(_) => address,
    }
}

/// Where phones reach the office when the administrator did not say: the machine's address in the local network, as
/// far as it listens there. Connecting a datagram socket sends nothing; it only chooses a route.
fn phone_url(address: SocketAddr) -> String {
    let own = || {
        let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
        socket.connect("192.0.2.1:9").ok()?;
        Some(SocketAddr::new(socket.local_addr().ok()?.ip(), address.port()))
    };
    let address = if address.ip().is_unspecified() { own().unwrap_or_else(|| reachable(address)) } else { address };
    format!("http://{address}")
}

async fn stopped_by_signal() -> Result<()> {
    let mut terminate = signal(SignalKind::terminate()).context("SIGTERM")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("SIGINT")?;
    tokio::select! {
        _ = terminate.recv() => Ok(()),
        _ = interrupt.recv() => Ok(()),
    }
}
