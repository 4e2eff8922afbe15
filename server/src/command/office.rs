//! `moi office export` and `moi office import`: the set-up as a file, for git and for other offices.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use moi_config::{Difference, parse};

use super::Terminal;
use super::copies::{OTHERWISE, absolute, asked};
use super::settings::Settings;
use crate::control::{Reply, Request, SetUpImport};

/// Writes the set-up in force to a new file, or to the terminal.
pub(super) fn export(settings: &Settings, terminal: &Terminal, file: Option<&Path>) -> Result<()> {
    let Reply::SetUp(text) = asked(settings, Request::ShowSetUp)? else { bail!(OTHERWISE) };
    tell_pictures(terminal, &text);
    let Some(file) = file else {
        terminal.raw(&text);
        return Ok(());
    };
    let told = || format!("{} can't be written: give a new file", file.display());
    let mut new = OpenOptions::new().write(true).create_new(true).open(file).with_context(told)?;
    new.write_all(text.as_bytes()).and_then(|()| new.sync_all()).with_context(told)
}

/// Which pictures the set-up names: they lie beside it, and no text holds them.
fn tell_pictures(terminal: &Terminal, text: &str) {
    let Ok(office) = parse("set-up", text) else { return };
    let pictures: Vec<_> = office.pictures().map(|(key, id)| format!("{key} = {id}")).collect();
    if !pictures.is_empty() {
        let values = [("count", pictures.len().into()), ("pictures", pictures.join(", ").into())];
        terminal.aside("terminal-export-pictures", &values);
    }
}

/// What is to be taken out of a file.
pub(super) struct Wish {
    pub(super) file: PathBuf,
    pub(super) parts: Vec<String>,
    pub(super) apply: bool,
    pub(super) strands: bool,
}

/// Tells what a file would change, and puts it into force when that is wanted.
pub(super) fn import(settings: &Settings, terminal: &Terminal, wish: Wish) -> Result<()> {
    let Wish { file, parts, apply, strands } = wish;
    let import = SetUpImport { path: absolute(&file)?, parts, apply, strands };
    let Reply::SetUpDifference(told) = asked(settings, Request::ImportSetUp(import))? else { bail!(OTHERWISE) };
    for warning in &told.warnings {
        terminal.line(warning);
    }
    for change in &told.changes {
        terminal.line(&line(change));
    }
    let count = [("count", told.changes.len().into())];
    match (told.changes.is_empty(), told.applied) {
        (true, _) => terminal.say("terminal-import-nothing", &[]),
        (false, true) => terminal.say("terminal-import-applied", &count),
        (false, false) => terminal.say("terminal-import-would", &count),
    }
    if let Some(refusal) = told.refusal {
        bail!(refusal);
    }
    Ok(())
}

/// As a difference is written everywhere.
fn line(Difference { key, before, after }: &Difference) -> String {
    match (before, after) {
        (Some(before), Some(after)) => format!("~ {key}: {before} → {after}"),
        (None, Some(after)) => format!("+ {key}: {after}"),
        (Some(before), None) => format!("- {key}: {before}"),
        (None, None) => format!("  {key}"),
    }
}
