//! The HTTP server, and how many connections the machine allows it.

use std::net::TcpListener;
use std::sync::Arc;

use actix_web::dev::Server;
use actix_web::middleware::from_fn;
use actix_web::{App as HttpApp, web};
use anyhow::{Context, Result};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::app::App;
use crate::doors::{Entry, Keeper, serve_on};
use crate::http::{Assets, EncryptedPort, guard, lead, routes};

/// Requests in flight get this long when the office stops; with the sockets' goodbye it stays under five seconds.
const SHUTDOWN_SECONDS: u64 = 3;

/// Connections of one office: a city hall's phones, each with its live socket, and a quarter more for pages.
const CONNECTIONS_MAX: usize = 16_384;

/// Live sockets of one office. At 11 KiB a socket this is 140 MiB, what a city hall's server has to spare.
const SOCKETS_MAX: usize = 12_800;

/// Files and connections that are kept for everything but live sockets: the journal, pages, the API.
const FILES_RESERVED: u64 = 512;

/// Of these, kept for what is no connection at all: the journal, the spool, copies. They take some fifty.
const FILES_OF_OURS: usize = 128;

/// How many connections and live sockets there may be at once.
#[derive(Clone, Copy)]
pub(super) struct Fits {
    pub(super) connections: usize,
    pub(super) sockets: usize,
}

/// Raises the limit of open files as far as the machine lets us, and says how many connections fit under it.
pub(super) fn fits() -> Fits {
    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit { current: limit.maximum, maximum: limit.maximum };
    if let Err(error) = setrlimit(Resource::Nofile, raised) {
        tracing::warn!(%error, "the limit of open files can't be raised");
    }
    let files = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    let sockets = usize::try_from(files.saturating_sub(FILES_RESERVED)).unwrap_or(usize::MAX).min(SOCKETS_MAX);
    if sockets < SOCKETS_MAX {
        tracing::warn!(files, sockets, "the machine's limit of open files allows fewer screens and phones than Moi");
    }
    let others = usize::try_from(FILES_RESERVED).unwrap_or_default().saturating_sub(FILES_OF_OURS);
    Fits { connections: (sockets + others).max(sockets).min(CONNECTIONS_MAX), sockets }
}

/// The server of all pages and the API; `redirect` only leads to it.
///
/// # Errors
/// When it can't listen.
pub(super) fn start_http(app: App, listener: TcpListener, redirect: Option<TcpListener>) -> Result<Server> {
    let port = listener.local_addr().context("the listening address")?.port();
    let (gate, proxies) = (app.doors.gate.clone(), Arc::clone(&app.doors.proxies));
    let plain = Entry { gate, proxies, tls: None, metrics: Arc::clone(&app.metrics) };
    let tls = app.doors.tls.as_ref().map(Keeper::acceptor).transpose().context("encryption")?;
    let entry = Entry { tls, ..plain.clone() };
    let app = web::Data::new(app);
    let assets = web::Data::new(Assets::default());
    if !cfg!(debug_assertions) {
        let (assets, texts) = (assets.clone(), Arc::clone(&app.texts));
        std::thread::Builder::new()
            .name("compress".into())
            .spawn(move || assets.compress(&texts))
            .context("the thread that compresses the pages")?;
    }
    let leading = web::Data::new(EncryptedPort(port));
    let redirecting = {
        let app = app.clone();
        move || {
            let app = HttpApp::new().app_data(app.clone()).app_data(leading.clone());
            app.wrap(from_fn(guard)).default_service(web::to(lead))
        }
    };
    let application =
        move || HttpApp::new().app_data(app.clone()).app_data(assets.clone()).wrap(from_fn(guard)).configure(routes);
    // Without its own signal handlers: they would close the port and leave the journal locked. How many connections
    // there may be is the gate's to say: here nobody would be told, and whoever is known would have no room kept.
    let builder =
        Server::build().disable_signals().shutdown_timeout(SHUTDOWN_SECONDS).max_concurrent_connections(usize::MAX);
    let mut builder = serve_on(builder, listener, entry, application).context("the server can't listen")?;
    if let Some(listener) = redirect {
        builder =
            serve_on(builder, listener, plain, redirecting).context("the server can't listen (--redirect-from)")?;
    }
    Ok(builder.run())
}
