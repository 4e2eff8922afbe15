//! The HTTP server, and how many connections the machine allows it.

use std::sync::Arc;
use std::time::Duration;

use actix_web::middleware::from_fn;
use actix_web::{App as HttpApp, HttpServer, web};
use anyhow::{Context, Result};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::app::App;
use crate::http::{Assets, guard, routes};

/// Requests in flight get this long when the office stops; with the sockets' goodbye it stays under five seconds.
const SHUTDOWN_SECONDS: u64 = 3;

/// A peer whose machine vanished is noticed after this long, whatever waits to be sent to it.
const PEER_GONE: Duration = Duration::from_secs(30);

/// Connections a worker accepts: a city hall's phones, and the arithmetic of the live room's limit.
const CONNECTIONS_MAX: usize = 16_384;

/// Live sockets of one office. At 11 KiB a socket this is 140 MiB, what a city hall's server has to spare.
const SOCKETS_MAX: usize = 12_800;

/// Files and connections that are kept for everything but live sockets: the journal, pages, the API.
const FILES_RESERVED: u64 = 512;

/// Raises the limit of open files as far as the machine lets us, and says how many live sockets fit under it.
pub(super) fn sockets_max() -> usize {
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
    sockets
}

/// The server of all pages and the API.
///
/// # Errors
/// When it can't listen.
pub(super) fn start_http(app: App, listener: std::net::TcpListener) -> Result<actix_web::dev::Server> {
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
