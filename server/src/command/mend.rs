//! `moi journal mend`.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use moi_journal::{JournalError, MendedDay, Storage};

use super::Terminal;
use super::copies::tell_verified;
use super::data_folder::explained;
use super::parts::STORAGE;
use super::settings::Settings;
use crate::rehearsal::refuse_rehearsal;

/// Takes closed days that are damaged or missing out of a backup, says for each what was done, and reads the journal.
pub(super) fn mend(settings: &Settings, terminal: &Terminal, from: &Path) -> Result<()> {
    let backup = File::open(from).with_context(|| format!("can't open {}", from.display()))?;
    refuse_rehearsal(&settings.data)?;
    let folder = settings.data.join(STORAGE);
    if !folder.is_dir() {
        bail!("there is no office's data in {}: give its folder with --data", settings.data.display());
    }
    let storage = Storage::open(&folder).map_err(|error| {
        let runs = matches!(error, JournalError::AlreadyOpen { .. });
        let stop_it = || anyhow!("an office runs on {}: stop it first, then say this again", settings.data.display());
        if runs { stop_it() } else { explained(&error, &settings.data) }
    })?;
    let mending = storage.mend(BufReader::new(backup)).with_context(|| format!("mending from {}", from.display()))?;
    let tell = |id: &str, days: &[MendedDay]| {
        for day in days {
            let date = day.day.map_or_else(|| "?".to_owned(), |date| date.to_string());
            let (first, last) = (day.first.to_string(), day.last.to_string());
            terminal.say(id, &[("day", date.into()), ("first", first.into()), ("last", last.into())]);
        }
    };
    tell("terminal-mended", &mending.mended);
    tell("terminal-mend-not-in-backup", &mending.not_in_backup);
    tell("terminal-mend-not-fitting", &mending.not_fitting);
    if mending.mended.is_empty() && mending.not_in_backup.is_empty() && mending.not_fitting.is_empty() {
        terminal.say("terminal-mend-nothing", &[]);
    }
    tell_verified(terminal, &storage.verify()?)
}
