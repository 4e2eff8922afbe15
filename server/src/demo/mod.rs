//! A day to watch: citizens come, officers call, through the same HTTP API that everybody uses.

mod before;
mod chance;
mod citizens;
mod client;
mod officers;
mod tokens;

use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use moi_config::Office;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::timeout;

use crate::auth::Role;
use crate::set_up::Given;
use before::Before;
use chance::Chance;
use client::Client;
use officers::Desk;
use tokens::{Existing, Tokens};

/// Where `moi demo --office` keeps its data, unless it is told another folder. Whatever is there is a demo's.
pub const DATA: &str = "demo-data";

/// A working day, in the hall's own minutes.
const DAY_MINUTES: u32 = 8 * 60;

/// The kiosk's name in the journal.
const KIOSK: &str = "demo kiosk";

/// An office that stops has five seconds for everything: what the demo's desks have is ended within this.
const LEAVING_MAX: Duration = Duration::from_millis(800);

/// Revoking costs a sync for each officer, and is waited for no longer.
const REVOKING_MAX: Duration = Duration::from_secs(1);

/// How a day is to be played.
#[derive(Debug, Clone)]
pub struct Wish {
    /// At this office.
    pub url: String,
    /// The certificate by which an encrypted office is known; none to ask those whom the machine trusts.
    pub trusted: Option<PathBuf>,
    /// So many times faster than life.
    pub speed: u32,
    /// Also where people work.
    pub anyway: bool,
    /// Who serves instead of the office's own officers; none when these do.
    pub simulated: Option<Simulated>,
}

/// Officers who are none of the office's, each with a counter.
#[derive(Debug, Clone, Default)]
pub struct Simulated {
    /// Their names in the journal, and where they serve while nobody else does.
    pub officers: Vec<(String, u16)>,
}

/// What came of a day.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Numbers that were given.
    pub tickets: usize,
    /// Visits.
    pub served: u32,
    /// Citizens who didn't come.
    pub no_show: u32,
    /// Numbers that still waited at the end, and were given back.
    pub given_back: u32,
    /// Counters that were opened and are closed again.
    pub closed: Vec<u16>,
}

/// A day that is played.
#[derive(Clone)]
struct Day {
    office: Arc<Office>,
    wish: Wish,
    /// Whose office it is.
    existing: Existing,
    over: Arc<watch::Sender<bool>>,
}

/// Who plays: the kiosk's token, and each officer's with the counters that they sit at.
struct Cast {
    kiosk: String,
    officers: Vec<(String, Vec<u16>)>,
}

/// A day that is being played at the office of this process.
pub struct Playing {
    task: JoinHandle<()>,
    day: Day,
    tokens: Arc<Tokens>,
}

impl Playing {
    /// Ends the day before its time.
    pub async fn stop(mut self) {
        self.day.end();
        if timeout(LEAVING_MAX, &mut self.task).await.is_err() {
            self.task.abort();
            tracing::warn!("the demo's counters are not all closed");
        }
        if timeout(REVOKING_MAX, revoke(self.tokens)).await.is_err() {
            tracing::warn!("the demo's tokens are not all revoked; `moi token list` shows them");
        }
    }
}

/// Plays a day at an office that runs already, and blocks until it is over or a signal ends it; a second signal doesn't
/// wait for the counters. `begun` is called when the office is free for it.
///
/// # Errors
/// When the office can't be reached, is in use, or refuses what a demo does.
pub fn play_at_office(data: &Path, given: &Given, wish: Wish, begun: impl FnOnce()) -> Result<Outcome> {
    let tokens = Arc::new(Tokens::new(data, given, Existing::Keep));
    let day = Day::new(&given.office, wish, Existing::Keep);
    actix_web::rt::System::new().block_on(async move {
        let mut interrupt = signal(SignalKind::interrupt()).context("SIGINT")?;
        let mut terminate = signal(SignalKind::terminate()).context("SIGTERM")?;
        let mut told = async || {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        };
        let mut playing = pin!(play(&day, &tokens, begun));
        let played = tokio::select! {
            played = &mut playing => played,
            () = told() => {
                day.end();
                tokio::select! {
                    played = &mut playing => played,
                    () = told() => Err(anyhow!("told twice: the demo's counters may still be open")),
                }
            }
        };
        revoke(Arc::clone(&tokens)).await;
        played
    })
}

/// Plays a day at the office of this process.
#[must_use]
pub fn start_in_office(data: &Path, given: &Given, wish: Wish) -> Playing {
    let own = data == Path::new(DATA) || wish.simulated.is_some();
    let existing = if own { Existing::Replace } else { Existing::Keep };
    let tokens = Arc::new(Tokens::new(data, given, existing));
    let day = Day::new(&given.office, wish, existing);
    let (theirs, same_day) = (Arc::clone(&tokens), day.clone());
    let task = actix_web::rt::spawn(async move {
        let begun = || tracing::info!(speed = same_day.wish.speed, "a sample day begins");
        match play(&same_day, &theirs, begun).await {
            Ok(outcome) => tracing::info!(?outcome, "the sample day is over"),
            Err(error) => tracing::error!(error = format!("{error:#}"), "the demo can't be played"),
        }
        revoke(theirs).await;
    });
    Playing { task, day, tokens }
}

/// Plays the day until it is over, and leaves the office as it was: nobody of it waits or is served, and its counters
/// are closed. Whoever drops it ends it at once: its desks are tasks of its own set.
async fn play(day: &Day, tokens: &Arc<Tokens>, begun: impl FnOnce()) -> Result<Outcome> {
    let held = held_by_others(day).await?;
    let (theirs, made) = (day.officers(), Arc::clone(tokens));
    // Citizens who come twenty times as fast as people would be held up at a kiosk, as a child is who keeps pressing. A
    // rehearsal's office knows that they are simulated.
    let entrance = if day.wish.simulated.is_some() { Role::Kiosk } else { Role::Receptionist };
    let cast = tokio::task::spawn_blocking(move || cast(theirs, entrance, &made)).await;
    let cast = cast.context("the demo's tokens")??;
    let kiosk = Client::new(&day.wish, &cast.kiosk)?;
    kiosk.check().await?;
    begun();

    let mut seed = 1;
    let mut chance = || {
        seed += 1;
        Chance::new(seed)
    };
    let entrance = chance();
    let mut desks = JoinSet::new();
    for (token, counters) in &cast.officers {
        for counter in counters.iter().filter(|counter| !held.contains(counter)) {
            let client = kiosk.with_token(token);
            desks.spawn_local(Desk::new(day.clone(), client, *counter, chance()).serve());
        }
    }
    let taken = citizens::come(day, &kiosk, entrance).await;
    // The desks go on until the hall is empty after the last citizen.
    let _ = day.live(Duration::from_hours(1)).await;
    day.end();
    let mut outcome = Outcome { tickets: taken.len(), ..Outcome::default() };
    while let Some(desk) = desks.join_next().await {
        let desk = desk.context("a desk of the demo")?;
        outcome.served += desk.served;
        outcome.no_show += desk.no_show;
        outcome.closed.extend(desk.closed);
    }
    outcome.closed.sort_unstable();
    outcome.given_back = citizens::leave(&kiosk, &taken).await;
    Ok(outcome)
}

/// The counters that belong to somebody already. A demo's own office has none of these, and is never in use.
async fn held_by_others(day: &Day) -> Result<Vec<u16>> {
    if day.existing == Existing::Replace {
        return Ok(Vec::new());
    }
    let before = Before::look(&Client::new(&day.wish, "")?).await?;
    if !day.wish.anyway {
        before.refuse_in_use(&day.wish.url)?;
    }
    Ok(before.open)
}

/// Tokens for everybody who plays.
fn cast(officers: Vec<(String, Vec<u16>)>, entrance: Role, tokens: &Tokens) -> Result<Cast> {
    let names: Vec<&str> = officers.iter().map(|(name, _)| name.as_str()).chain([KIOSK]).collect();
    tokens.claim(&names)?;
    let kiosk = tokens.make(KIOSK, entrance)?;
    let with_token = |(name, counters): (String, Vec<u16>)| Ok((tokens.make(&name, Role::Officer)?, counters));
    Ok(Cast { kiosk, officers: officers.into_iter().map(with_token).collect::<Result<_>>()? })
}

async fn revoke(tokens: Arc<Tokens>) {
    if let Err(error) = tokio::task::spawn_blocking(move || tokens.revoke_all()).await {
        tracing::error!(%error, "the demo's tokens can't be revoked");
    }
}

impl Day {
    fn new(office: &Arc<Office>, wish: Wish, existing: Existing) -> Self {
        Self { office: Arc::clone(office), wish, existing, over: Arc::new(watch::Sender::new(false)) }
    }

    /// Who serves, each with their counters. The office's own officers take them in turn, so that some sit at two.
    fn officers(&self) -> Vec<(String, Vec<u16>)> {
        if let Some(simulated) = &self.wish.simulated {
            return simulated.officers.iter().map(|(name, counter)| (name.clone(), vec![*counter])).collect();
        }
        let all = self.office.people.officers.len();
        let own = |(index, officer): (usize, &moi_config::Officer)| {
            let theirs = self.office.counters.iter().enumerate().filter(|(place, _)| place % all == index);
            (officer.name.clone(), theirs.map(|(_, counter)| counter.number).collect())
        };
        self.office.people.officers.iter().enumerate().map(own).collect()
    }

    /// Lets a duration of the hall pass, at the speed of this day; none when the day is over before.
    async fn live(&self, duration: Duration) -> Option<()> {
        let mut over = self.over.subscribe();
        timeout(duration / self.wish.speed, over.wait_for(|over| *over)).await.is_err().then_some(())
    }

    fn is_over(&self) -> bool {
        *self.over.borrow()
    }

    fn end(&self) {
        self.over.send_replace(true);
    }
}
