//! The hall as it was at the beginning of the day, so that a start reads today alone. Only a cache: without it, or when
//! anything about it is not as it should be, the whole journal is read.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use moi_domain::{EventNumber, Hall, SNAPSHOT_FORMAT};
use serde::{Deserialize, Serialize};

use crate::JournalError;
use crate::chain::{self, Checksum, hex, sha256_hex};
use crate::disk::sync_folder;

/// The file's name in the journal's folder.
pub(crate) const NAME: &str = "snapshot";

/// A hall, and the event that it is the fold of.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Snapshot {
    format: u32,
    /// The last event in it.
    pub(crate) number: EventNumber,
    checksum: String,
    pub(crate) hall: Hall,
}

impl Snapshot {
    pub(crate) fn new(hall: Hall, checksum: &Checksum) -> Self {
        Self { format: SNAPSHOT_FORMAT, number: hall.last_number(), checksum: hex(checksum), hall }
    }

    /// The checksum of its last event.
    pub(crate) fn checksum(&self) -> Option<Checksum> {
        chain::from_hex(&self.checksum)
    }

    /// Writes it beside the old one and puts it in its place.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), JournalError> {
        let path = folder.join(format!("{NAME}.new"));
        let text =
            serde_json::to_string(self).map_err(|source| JournalError::Json { what: "the snapshot".into(), source })?;
        let written = File::create(&path).and_then(|mut file| {
            file.write_all(format!("{}\n{text}", sha256_hex(text.as_bytes())).as_bytes())?;
            file.sync_all()?;
            fs::rename(&path, folder.join(NAME))
        });
        written.map_err(|source| JournalError::File { operation: "write", path, source })?;
        sync_folder(folder)
    }

    /// The snapshot of this folder; none when there is none that this release can use.
    pub(crate) fn read(folder: &Path) -> Option<Self> {
        let path = folder.join(NAME);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
            Err(error) => {
                tracing::warn!(%error, "the snapshot can't be read: the whole journal is read instead");
                return None;
            }
        };
        let snapshot = text.split_once('\n').filter(|(digest, text)| *digest == sha256_hex(text.as_bytes()));
        let snapshot: Option<Self> = snapshot.and_then(|(_, text)| serde_json::from_str(text).ok());
        let snapshot = snapshot.filter(|snapshot| snapshot.format == SNAPSHOT_FORMAT);
        if snapshot.is_none() {
            tracing::warn!("the snapshot is not of this release, or damaged: the whole journal is read instead");
        }
        snapshot
    }
}
