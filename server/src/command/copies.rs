//! `moi verify`, `moi backup`, `moi restore` and `moi journal …`.

use std::fs::{self, File, TryLockError};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use moi_domain::next_numbers;
use moi_journal::{JournalError, SoundExport, Storage, Store, Verified, sync_folder};

use super::Terminal;
use super::arguments::JournalVerb;
use super::data_folder::{EXPORT, FILLING, explained, make_data_folder, remove_left_exports};
use super::mend::mend;
use super::parts::STORAGE;
use super::restored;
use super::settings::Settings;
use crate::clock::system_clock;
use crate::control::{Reply, Request, ask};
use crate::copies::ENDING;
use crate::rehearsal::refuse_rehearsal;
use crate::set_up::setup_of;

/// Only an office of another release does.
pub(super) const OTHERWISE: &str =
    "the running office answered something else than was asked: is it of another release?";

/// Stands for the terminal's own streams.
const STREAM: &str = "-";

/// Reads the whole journal.
pub(super) fn verify(settings: &Settings, terminal: &Terminal) -> Result<()> {
    let Reply::Verified(verified) = asked(settings, Request::Verify)? else { bail!(OTHERWISE) };
    tell_verified(terminal, &verified)
}

/// Says whether the journal is whole.
///
/// # Errors
/// What to do when it is damaged.
pub(super) fn tell_verified(terminal: &Terminal, verified: &Verified) -> Result<()> {
    for damage in &verified.damages {
        terminal.line(damage);
    }
    let events = [("events", verified.events.into()), ("days", verified.sealed_days.into())];
    if verified.damages.is_empty() {
        terminal.say("terminal-journal-whole", &events);
        return Ok(());
    }
    terminal.say("terminal-journal-damaged", &[("count", verified.damages.len().into())]);
    bail!(
        "the journal is damaged; keep all backups. Stop the office and take the damaged days out of a backup with \
         `moi journal mend --from BACKUP`: the newest one first, then older ones. Only if that doesn't help, restore a \
         backup into a new data folder"
    )
}

/// Makes a backup.
pub(super) fn backup(settings: &Settings, terminal: &Terminal, file: Option<&Path>) -> Result<()> {
    let zone = settings.office().time_zone.clone();
    let usual =
        || PathBuf::from(format!("{}.{ENDING}", system_clock()().to_zoned_datetime(zone).strftime("%Y-%m-%dT%H%M%S")));
    let path = absolute(&file.map_or_else(usual, Path::to_owned))?;
    let request = Request::BackUp { path: path.clone() };
    let Reply::BackedUp(content) = asked(settings, request)? else { bail!(OTHERWISE) };
    let file = path.display().to_string();
    terminal.say("terminal-backed-up", &[("file", file.into()), ("events", content.events.into())]);
    Ok(())
}

/// Fills an empty data folder from a backup, and says which numbers may be given twice.
pub(super) fn restore(settings: &Settings, terminal: &Terminal, file: &Path) -> Result<()> {
    let from = File::open(file).with_context(|| format!("can't open {}", file.display()))?;
    let setup = setup_of(settings.office())?;
    let now = system_clock()();
    let (content, next) = fill(&settings.data, |storage| {
        let content = storage.restore(BufReader::new(from))?;
        restored::note(storage, content.made_at, now)?;
        let hall = storage.journal()?.fold()?;
        Ok((content, next_numbers(&hall, &setup, now)))
    })?;
    let made_at =
        content.made_at.to_zoned_datetime(settings.office().time_zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
    let folder = settings.data.display().to_string();
    let values = [("folder", folder.into()), ("events", content.events.into()), ("made_at", made_at.as_str().into())];
    terminal.say("terminal-restored", &values);
    let next = next.map(|numbers| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
    let numbers = next.unwrap_or_default();
    let kind = if numbers.is_empty() { "none" } else { "some" };
    let values = [("made_at", made_at.into()), ("known", kind.into()), ("numbers", numbers.into())];
    terminal.say("terminal-restored-numbers", &values);
    Ok(())
}

/// The journal as JSON lines, out and in.
pub(super) fn journal(settings: &Settings, terminal: &Terminal, verb: &JournalVerb) -> Result<()> {
    match verb {
        JournalVerb::Export { file, sound } if file == Path::new(STREAM) => export_to_terminal(settings, *sound),
        JournalVerb::Export { file, sound } => {
            let export = export(settings, &absolute(file)?, *sound)?;
            let values = [("events", export.events.into()), ("file", file.display().to_string().into())];
            terminal.say("terminal-exported", &values);
            refuse_missing(&export)
        }
        JournalVerb::Mend { from } => mend(settings, terminal, from),
        JournalVerb::Import { file } => {
            let mut lines = open_lines(file)?;
            let events = fill(&settings.data, |storage| storage.import(&mut lines))?;
            let folder = settings.data.display().to_string();
            terminal.say("terminal-imported", &[("events", events.into()), ("folder", folder.into())]);
            Ok(())
        }
    }
}

fn export(settings: &Settings, path: &Path, sound: bool) -> Result<SoundExport> {
    let path = path.to_owned();
    let request = if sound { Request::ExportSound { path } } else { Request::Export { path } };
    match asked(settings, request)? {
        Reply::Exported(events) => Ok(SoundExport { events, missing: Vec::new() }),
        Reply::ExportedSound(export) => Ok(export),
        Reply::Token(_)
        | Reply::Tokens(_)
        | Reply::Credential(_)
        | Reply::Recovery(_)
        | Reply::Devices(_)
        | Reply::Verified(_)
        | Reply::BackedUp(_)
        | Reply::Order(_)
        | Reply::Preview(_)
        | Reply::Done
        | Reply::SetUp(_)
        | Reply::SetUpDifference(_)
        | Reply::Refused(_) => bail!(OTHERWISE),
    }
}

/// By a file in the data folder, which loses its name before it is copied: a running office can't write to this
/// terminal, and a reader of a pipe that takes its time must not keep the journal from being opened again.
fn export_to_terminal(settings: &Settings, sound: bool) -> Result<()> {
    remove_left_exports(&settings.data);
    let path = absolute(&settings.data.join(format!("{EXPORT}{}", std::process::id())))?;
    let export = export(settings, &path, sound)?;
    let failure = || format!("can't copy {}", path.display());
    let mut lines = File::open(&path).with_context(failure)?;
    fs::remove_file(&path).with_context(failure)?;
    io::copy(&mut lines, &mut io::stdout().lock()).with_context(failure)?;
    refuse_missing(&export)
}

/// What an export around the damage had to leave out.
fn refuse_missing(export: &SoundExport) -> Result<()> {
    if export.missing.is_empty() {
        return Ok(());
    }
    let parts = export.missing.iter().map(|(first, last)| match last {
        Some(last) => format!("events {first} to {last}"),
        None => format!("whatever came from event {first} on"),
    });
    bail!("the journal is damaged, and these are missing in the export: {}", parts.collect::<Vec<_>>().join(", "))
}

fn open_lines(file: &Path) -> Result<Box<dyn BufRead>> {
    if file == Path::new(STREAM) {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let lines = File::open(file).with_context(|| format!("can't open {}", file.display()))?;
    Ok(Box::new(BufReader::new(lines)))
}

/// Fills a journal beside its place and puts it there, so that a half one is never opened. Nothing of it is left when
/// it fails.
fn fill<T>(data: &Path, read: impl FnOnce(&Storage) -> Result<T, JournalError>) -> Result<T> {
    refuse_rehearsal(data)?;
    make_data_folder(data)?;
    let (place, filling) = (data.join(STORAGE), data.join(FILLING));
    if place.exists() {
        bail!(
            "{} has an office's journal already, and nothing is overwritten: give another folder with --data",
            data.display()
        );
    }
    // Held until everything is in its place: what another one fills is not a leftover.
    let folder = File::open(data).with_context(|| format!("can't open {}", data.display()))?;
    if let Err(TryLockError::WouldBlock) = folder.try_lock() {
        bail!("{} is just being filled: wait until that is done", data.display());
    }
    remove_filling(&filling)?;
    let filled = Storage::open(&filling).map_err(|error| explained(&error, data)).and_then(|storage| {
        let content = read(&storage)?;
        drop(storage);
        fs::rename(&filling, &place).with_context(|| format!("can't make {}", place.display()))?;
        Ok(content)
    });
    if filled.is_err() {
        // What can be removed is; the error that matters is told.
        let _ = fs::remove_dir_all(&filling);
    }
    let content = filled?;
    sync_folder(data)?;
    Ok(content)
}

fn remove_filling(filling: &Path) -> Result<()> {
    match fs::remove_dir_all(filling) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("can't remove {}", filling.display()))
        }
        _ => Ok(()),
    }
}

/// The office's reply, or the data's when none runs.
pub(super) fn asked(settings: &Settings, request: Request) -> Result<Reply> {
    Ok(ask(&settings.data, &settings.given, request)?.accepted()?)
}

pub(super) fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path).with_context(|| format!("no such place: {}", path.display()))
}
