//! Opens the office encrypted, and looks after its certificate while it runs.

use std::io::IsTerminal as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result};
use moi_config::network::TlsSetting;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::time::{Instant, interval_at};

use super::settings::Settings;
use crate::clock::Clock;
use crate::doors::{Keeper, LOOK_EVERY, SelfMade, Source};
use crate::phone::own_address;

/// The folder of the office's own certificate in the data folder.
const FOLDER: &str = "tls";

/// The certificate to serve; none for plain HTTP.
///
/// # Errors
/// When there is none that can be served.
pub(super) fn open_tls(settings: &Settings, address: SocketAddr, clock: &Clock) -> Result<Option<Keeper>> {
    let source = match &settings.network.tls {
        TlsSetting::None => return Ok(None),
        TlsSetting::SelfMade => Source::SelfMade(self_made(settings, Some(address))),
        TlsSetting::Files { certificate, key } => Source::Files { certificate: certificate.clone(), key: key.clone() },
    };
    let keeper = Keeper::open(source, clock()).context("the office can't be served encrypted (--tls)")?;
    Ok(Some(keeper))
}

/// The file of the certificate by which Moi's own programs know the office.
pub(super) fn certificate_file(settings: &Settings) -> Option<PathBuf> {
    match &settings.network.tls {
        TlsSetting::None => None,
        TlsSetting::SelfMade => Some(self_made(settings, None).file()),
        TlsSetting::Files { certificate, .. } => Some(certificate.clone()),
    }
}

fn self_made(settings: &Settings, address: Option<SocketAddr>) -> SelfMade {
    let mut names = settings.network.names(settings.public_url.as_ref()).all();
    names.extend(["127.0.0.1".to_owned(), "::1".to_owned()]);
    let own = move || address.map(|listening| own_address(listening).ip().to_string());
    SelfMade::new(&settings.data.join(FOLDER), names, Arc::new(own))
}

/// Looks for a new certificate now and then, and when it is asked to by SIGHUP, as long as the office runs.
pub(super) fn look_after(keeper: Option<Keeper>, clock: Clock, mut reload: Reload) {
    actix_web::rt::spawn(async move {
        let mut ticks = interval_at(Instant::now() + LOOK_EVERY, LOOK_EVERY);
        loop {
            let asked = tokio::select! {
                _ = ticks.tick() => false,
                () = reload.next() => true,
            };
            if asked {
                tracing::info!(encrypted = keeper.is_some(), "told to look for a new certificate");
            }
            let Some(keeper) = keeper.clone() else { continue };
            let now = clock();
            if let Err(error) = tokio::task::spawn_blocking(move || keeper.look(now, asked)).await {
                tracing::error!(%error, "the certificate could not be looked after");
            }
        }
    });
}

/// SIGHUP asks for a look, but in a terminal, where it says that the terminal is gone.
pub(super) struct Reload(Option<Signal>);

impl Reload {
    /// # Errors
    /// When the signal can't be heard.
    pub(super) fn listen() -> Result<Self> {
        if std::io::stdin().is_terminal() {
            return Ok(Self(None));
        }
        Ok(Self(Some(signal(SignalKind::hangup()).context("SIGHUP")?)))
    }

    async fn next(&mut self) {
        match &mut self.0 {
            Some(signal) => {
                signal.recv().await;
            }
            None => std::future::pending().await,
        }
    }
}
