//! A day to watch: citizens come, officers call, through the same HTTP API that everybody uses.

mod chance;
mod citizens;
mod client;
mod officers;
mod tokens;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use moi_config::Office;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::timeout;

use crate::auth::Role;
use chance::Chance;
use client::Client;
use tokens::{Existing, Tokens};

/// Where `moi demo --office` keeps its data, unless it is told another folder. Whatever is there is a demo's.
pub const DATA: &str = "demo-data";

/// A working day, in the hall's own minutes.
const DAY_MINUTES: u32 = 8 * 60;

/// The kiosk's name in the journal.
const KIOSK: &str = "demo kiosk";

/// Revoking costs a sync for each officer. An office that stops has five seconds for everything, so it waits no longer.
const REVOKING_MAX: Duration = Duration::from_millis(1_500);

/// How the day is played.
#[derive(Clone)]
struct Day {
    office: Arc<Office>,
    url: String,
    speed: u32,
}

/// Who plays: the kiosk's token, and each officer's with the counters that they sit at.
struct Cast {
    kiosk: String,
    officers: Vec<(String, Vec<u16>)>,
}

/// A day that is being played at the office of this process.
pub struct Playing {
    task: JoinHandle<()>,
    tokens: Arc<Tokens>,
}

impl Playing {
    /// Ends the day before its time.
    pub async fn stop(self) {
        self.task.abort();
        if timeout(REVOKING_MAX, revoke(self.tokens)).await.is_err() {
            tracing::warn!("the demo's tokens are not all revoked; `moi token list` shows them");
        }
    }
}

/// Plays a day at an office that runs already, and blocks until it is over or a signal ends it.
///
/// # Errors
/// When the office can't be reached, or refuses what a demo does.
pub fn play_at_office(data: &Path, office: &Arc<Office>, url: &str, speed: u32) -> Result<()> {
    let tokens = Arc::new(Tokens::new(data, office, Existing::Keep));
    let day = Day { office: Arc::clone(office), url: url.to_owned(), speed };
    actix_web::rt::System::new().block_on(async move {
        let mut interrupt = signal(SignalKind::interrupt()).context("SIGINT")?;
        let mut terminate = signal(SignalKind::terminate()).context("SIGTERM")?;
        let played = tokio::select! {
            played = play(day, &tokens) => played,
            _ = interrupt.recv() => Ok(()),
            _ = terminate.recv() => Ok(()),
        };
        revoke(tokens).await;
        played
    })
}

/// Plays a day at the office of this process.
#[must_use]
pub fn start_in_office(data: &Path, office: &Arc<Office>, url: String, speed: u32) -> Playing {
    let existing = if data == Path::new(DATA) { Existing::Replace } else { Existing::Keep };
    let tokens = Arc::new(Tokens::new(data, office, existing));
    let day = Day { office: Arc::clone(office), url, speed };
    let theirs = Arc::clone(&tokens);
    let task = actix_web::rt::spawn(async move {
        if let Err(error) = play(day, &theirs).await {
            tracing::error!(error = format!("{error:#}"), "the demo can't be played");
        }
        revoke(theirs).await;
    });
    Playing { task, tokens }
}

/// Plays the day. Whoever drops it ends it: its desks are tasks of its own set.
async fn play(day: Day, tokens: &Arc<Tokens>) -> Result<()> {
    let casting = (Arc::clone(&day.office), Arc::clone(tokens));
    let cast =
        tokio::task::spawn_blocking(move || cast(&casting.0, &casting.1)).await.context("the demo's tokens")??;
    let kiosk = Client::new(&day.url, &cast.kiosk);
    kiosk.check().await?;

    let mut seed = 1;
    let mut chance = || {
        seed += 1;
        Chance::new(seed)
    };
    let citizens = citizens::come(day.clone(), kiosk, chance());
    let mut desks = JoinSet::new();
    for (token, counters) in &cast.officers {
        for counter in counters {
            let client = Client::new(&day.url, token);
            desks.spawn_local(officers::serve(day.clone(), client, *counter, chance()));
        }
    }
    citizens.await;
    // The desks go on until the hall is empty after the last citizen.
    tokio::time::sleep(day.life(Duration::from_hours(1))).await;
    Ok(())
}

/// Tokens for everybody who plays. The officers take the counters in turn, so that some sit at two.
fn cast(office: &Office, tokens: &Tokens) -> Result<Cast> {
    let names: Vec<&str> = office.officers.iter().map(|officer| officer.name.as_str()).chain([KIOSK]).collect();
    tokens.claim(&names)?;
    let kiosk = tokens.make(KIOSK, Role::Kiosk)?;
    let mut officers = Vec::new();
    for (index, officer) in office.officers.iter().enumerate() {
        let theirs = office.counters.iter().enumerate().filter(|(place, _)| place % office.officers.len() == index);
        let counters = theirs.map(|(_, counter)| counter.number).collect();
        officers.push((tokens.make(&officer.name, Role::Officer)?, counters));
    }
    Ok(Cast { kiosk, officers })
}

async fn revoke(tokens: Arc<Tokens>) {
    if let Err(error) = tokio::task::spawn_blocking(move || tokens.revoke_all()).await {
        tracing::error!(%error, "the demo's tokens can't be revoked");
    }
}

impl Day {
    /// A duration of the hall, at the speed of this day.
    fn life(&self, duration: Duration) -> Duration {
        duration / self.speed
    }
}
