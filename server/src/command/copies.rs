//! `moi verify`, `moi backup`, `moi restore` and `moi journal …`.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use moi_journal::{JournalError, Storage, sync_folder};

use super::Terminal;
use super::arguments::JournalVerb;
use super::data_folder::make_data_folder;
use super::parts::STORAGE;
use super::settings::Settings;
use crate::clock::system_clock;
use crate::control::{Reply, Request, ask};
use crate::copies::ENDING;

/// The journal's folder while it is filled. It gets its name when everything is in it.
const FILLING: &str = "journal.filling";

/// Only an office of another release does.
pub(super) const OTHERWISE: &str =
    "the running office answered something else than was asked: is it of another release?";

/// Stands for the terminal's own streams.
const STREAM: &str = "-";

/// Reads the whole journal.
pub(super) fn verify(settings: &Settings, terminal: &Terminal) -> Result<()> {
    let Reply::Verified(verified) = asked(settings, Request::Verify)? else { bail!(OTHERWISE) };
    for damage in &verified.damages {
        terminal.line(damage);
    }
    let events = [("events", verified.events.into()), ("days", verified.sealed_days.into())];
    if verified.damages.is_empty() {
        terminal.say("terminal-journal-whole", &events);
        return Ok(());
    }
    terminal.say("terminal-journal-damaged", &[("count", verified.damages.len().into())]);
    bail!("the journal is damaged: restore a backup into a new data folder")
}

/// Makes a backup.
pub(super) fn backup(settings: &Settings, terminal: &Terminal, file: Option<&Path>) -> Result<()> {
    let zone = settings.office.time_zone.clone();
    let usual =
        || PathBuf::from(format!("{}.{ENDING}", system_clock()().to_zoned_datetime(zone).strftime("%Y-%m-%dT%H%M%S")));
    let path = absolute(&file.map_or_else(usual, Path::to_owned))?;
    let request = Request::BackUp { path: path.clone() };
    let Reply::BackedUp(content) = asked(settings, request)? else { bail!(OTHERWISE) };
    let file = path.display().to_string();
    terminal.say("terminal-backed-up", &[("file", file.into()), ("events", content.events.into())]);
    Ok(())
}

/// Fills an empty data folder from a backup.
pub(super) fn restore(settings: &Settings, terminal: &Terminal, file: &Path) -> Result<()> {
    let from = File::open(file).with_context(|| format!("can't open {}", file.display()))?;
    let content = fill(&settings.data, |storage| storage.restore(BufReader::new(from)))?;
    let made_at =
        content.made_at.to_zoned_datetime(settings.office.time_zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
    let folder = settings.data.display().to_string();
    let values = [("folder", folder.into()), ("events", content.events.into()), ("made_at", made_at.into())];
    terminal.say("terminal-restored", &values);
    Ok(())
}

/// The journal as JSON lines, out and in.
pub(super) fn journal(settings: &Settings, terminal: &Terminal, verb: &JournalVerb) -> Result<()> {
    match verb {
        JournalVerb::Export { file } if file == Path::new(STREAM) => export_to_terminal(settings),
        JournalVerb::Export { file } => {
            let events = export(settings, &absolute(file)?)?;
            terminal
                .say("terminal-exported", &[("events", events.into()), ("file", file.display().to_string().into())]);
            Ok(())
        }
        JournalVerb::Import { file } => {
            let mut lines = open_lines(file)?;
            let events = fill(&settings.data, |storage| storage.import(&mut lines))?;
            let folder = settings.data.display().to_string();
            terminal.say("terminal-imported", &[("events", events.into()), ("folder", folder.into())]);
            Ok(())
        }
    }
}

fn export(settings: &Settings, path: &Path) -> Result<u64> {
    let request = Request::Export { path: path.to_owned() };
    let Reply::Exported(events) = asked(settings, request)? else { bail!(OTHERWISE) };
    Ok(events)
}

/// By a file in the data folder: a running office can't write to this terminal.
fn export_to_terminal(settings: &Settings) -> Result<()> {
    let path = absolute(&settings.data.join(format!(".export-{}", std::process::id())))?;
    export(settings, &path)?;
    let copied = File::open(&path).and_then(|mut lines| io::copy(&mut lines, &mut io::stdout().lock()));
    let removed = fs::remove_file(&path);
    copied.and(removed.map(|()| 0)).with_context(|| format!("can't copy {}", path.display()))?;
    Ok(())
}

fn open_lines(file: &Path) -> Result<Box<dyn BufRead>> {
    if file == Path::new(STREAM) {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let lines = File::open(file).with_context(|| format!("can't open {}", file.display()))?;
    Ok(Box::new(BufReader::new(lines)))
}

/// Fills a journal beside its place and puts it there, so that a half one is never opened.
fn fill<T>(data: &Path, read: impl FnOnce(&Storage) -> Result<T, JournalError>) -> Result<T> {
    make_data_folder(data)?;
    let (place, filling) = (data.join(STORAGE), data.join(FILLING));
    if place.exists() {
        bail!(
            "{} has an office's journal already, and nothing is overwritten: give another folder with --data",
            data.display()
        );
    }
    if filling.exists() {
        fs::remove_dir_all(&filling).with_context(|| format!("can't remove {}", filling.display()))?;
    }
    let storage = Storage::open(&filling).context("the new data can't be made")?;
    let content = read(&storage)?;
    drop(storage);
    fs::rename(&filling, &place).with_context(|| format!("can't make {}", place.display()))?;
    sync_folder(data)?;
    Ok(content)
}

/// The office's reply, or the data's when none runs.
pub(super) fn asked(settings: &Settings, request: Request) -> Result<Reply> {
    Ok(ask(&settings.data, Arc::clone(&settings.office), request)?.accepted()?)
}

pub(super) fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path).with_context(|| format!("no such place: {}", path.display()))
}
