//! A day to watch: citizens come, officers call, through the same HTTP API that everybody uses.

mod chance;
mod citizens;
mod client;
mod officers;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use moi_config::Office;
use tokio::task::JoinHandle;

use crate::auth::Role;
use crate::control::{Reply, Request, ask};
use chance::Chance;
use client::Client;

/// A working day, in the hall's own minutes.
const DAY_MINUTES: u32 = 8 * 60;

/// The kiosk's name in the journal.
const KIOSK: &str = "demo kiosk";

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

/// Plays a day at an office that runs already, and blocks until it is over.
///
/// # Errors
/// When the office can't be reached, or refuses what a demo does.
pub fn play_at_office(data: &Path, office: &Arc<Office>, url: &str, speed: u32) -> Result<()> {
    let cast = cast(data, office)?;
    let day = Day { office: Arc::clone(office), url: url.to_owned(), speed };
    actix_web::rt::System::new().block_on(async move {
        Client::new(&day.url, &cast.kiosk).check().await?;
        play(day, cast).await;
        Ok(())
    })
}

/// Plays a day at the office of this process.
#[must_use]
pub fn start_in_office(data: &Path, office: &Arc<Office>, url: String, speed: u32) -> JoinHandle<()> {
    let (data, office) = (data.to_owned(), Arc::clone(office));
    actix_web::rt::spawn(async move {
        let casting = Arc::clone(&office);
        match tokio::task::spawn_blocking(move || cast(&data, &casting)).await {
            Ok(Ok(cast)) => play(Day { office, url, speed }, cast).await,
            Ok(Err(error)) => tracing::error!(error = format!("{error:#}"), "the demo can't be played"),
            Err(error) => tracing::error!(%error, "the demo can't be played"),
        }
    })
}

/// Tokens for everybody who plays. The officers take the counters in turn, so that some sit at two.
fn cast(data: &Path, office: &Arc<Office>) -> Result<Cast> {
    let kiosk = token(data, office, KIOSK, Role::Kiosk)?;
    let mut officers = Vec::new();
    for (index, officer) in office.officers.iter().enumerate() {
        let theirs = office.counters.iter().enumerate().filter(|(place, _)| place % office.officers.len() == index);
        let counters = theirs.map(|(_, counter)| counter.number).collect();
        officers.push((token(data, office, &officer.name, Role::Officer)?, counters));
    }
    Ok(Cast { kiosk, officers })
}

/// A new token under this name; the one of an earlier demo is worthless then.
fn token(data: &Path, office: &Arc<Office>, name: &str, role: Role) -> Result<String> {
    let ask = |request| ask(data, Arc::clone(office), request).context("the office can't be asked for tokens");
    ask(Request::RevokeToken { name: name.to_owned() })?;
    match ask(Request::NewToken { name: name.to_owned(), role })? {
        Reply::Token(token) => Ok(token),
        Reply::Refused(reason) => bail!(reason),
        Reply::Tokens(_) | Reply::Pin(_) | Reply::Done => bail!("the office answered something else than a token"),
    }
}

async fn play(day: Day, cast: Cast) {
    let mut seed = 1;
    let mut chance = || {
        seed += 1;
        Chance::new(seed)
    };
    let citizens = actix_web::rt::spawn(citizens::come(day.clone(), Client::new(&day.url, &cast.kiosk), chance()));
    let mut desks = Vec::new();
    for (token, counters) in &cast.officers {
        for counter in counters {
            let client = Client::new(&day.url, token);
            desks.push(actix_web::rt::spawn(officers::serve(day.clone(), client, *counter, chance())));
        }
    }
    // The desks go on until the hall is empty after the last citizen; a cancelled day drops everything.
    let guard = AbortAll(desks);
    if citizens.await.is_ok() {
        tokio::time::sleep(day.life(Duration::from_hours(1))).await;
    }
    drop(guard);
}

/// Ends the desks' tasks with the day.
struct AbortAll(Vec<JoinHandle<()>>);

impl Drop for AbortAll {
    fn drop(&mut self) {
        for task in &self.0 {
            task.abort();
        }
    }
}

impl Day {
    /// A duration of the hall, at the speed of this day.
    fn life(&self, duration: Duration) -> Duration {
        duration / self.speed
    }
}
