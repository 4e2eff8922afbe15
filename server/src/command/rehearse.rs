//! `moi rehearse`: what its office has of its own.

use anyhow::{Context, Result, bail};
use jiff::civil::Date;
use moi_domain::Setup;
use moi_journal::Records;

use super::Terminal;
use super::arguments::{KEYS, Rehearse};
use super::data_folder::make_data_folder;
use super::parts::STORAGE;
use super::settings::Settings;
use crate::alive::ALIVE;
use crate::clock::{Clock, system_clock};
use crate::control::{CRADLE, SOCKET, socket_path};
use crate::demo::Simulated;
use crate::rehearsal::{Beginning, clock_from, prepare, set_mark};
use crate::set_up::COPY;

/// The rehearsal's folder, empty and marked, closed to others as an office's is.
///
/// # Errors
/// When it may be an office's, or can't be made.
pub(super) fn open_rehearsal_folder(settings: &Settings) -> Result<()> {
    socket_path(&settings.data)?;
    // The office's own, when there is none yet, as the office would make it.
    if let Some(office) = settings.data.parent().filter(|office| !office.exists()) {
        make_data_folder(office)?;
    }
    prepare(&settings.data, STORAGE, &[ALIVE, COPY, "slips", "backups", KEYS, SOCKET, CRADLE])?;
    make_data_folder(&settings.data)
}

/// Marks the records, and lets the rehearsed day begin.
///
/// # Errors
/// When the mark can't be written: without it nothing may be written at all.
pub(super) fn begin_day(records: &Records, setup: &Setup, day: Option<Date>) -> Result<Clock> {
    set_mark(records).context("the rehearsal's mark")?;
    let machine = system_clock();
    let beginning = Beginning::of(setup, day, machine());
    tracing::info!(begins = %beginning.at, "a rehearsal begins: nothing of it is real");
    Ok(clock_from(machine, beginning.shift))
}

/// The simulated officers by counter, named as such in the catalogue's words.
///
/// # Errors
/// When the office has no such counter.
pub(super) fn simulated(rehearse: &Rehearse, settings: &Settings, terminal: &Terminal) -> Result<Simulated> {
    let office = settings.office();
    let language = office.languages.first().map_or("vi", String::as_str);
    let mut officers = Vec::new();
    for counter in &rehearse.officers {
        if !office.counters.iter().any(|known| known.number == *counter) {
            let known: Vec<_> = office.counters.iter().map(|known| known.number.to_string()).collect();
            bail!("the office has no counter {counter}: --officers takes some of {}", known.join(","));
        }
        let name = terminal.texts().say(language, "terminal-rehearsal-officer", &[("counter", (*counter).into())]);
        officers.push((name, *counter));
    }
    officers.dedup();
    Ok(Simulated { officers })
}
