//! Slips as files, for offices without a printer and for people who want to see.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{PrintError, Sent};
use crate::{Job, PrinterState};

/// Writes `<name>.escpos` and `<name>.png` into the folder, each at once: a reader never sees half a file.
pub(super) async fn write(folder: &Path, job: &Job) -> Result<Sent, PrintError> {
    let stem = folder.join(job.name());
    let bytes = job.bytes().to_vec();
    let raster = job.raster().clone();
    let files = move || {
        // The picture last: who waits for it finds the bytes too.
        put(&stem, "escpos", &bytes)?;
        put(&stem, "png", &raster.to_png())
    };
    match tokio::task::spawn_blocking(files).await {
        Ok(written) => written.map(|()| Sent::Ready(PrinterState::Ready)),
        Err(cancelled) => {
            Err(PrintError::Preview { path: folder.join(job.name()), source: io::Error::other(cancelled) })
        }
    }
}

fn put(stem: &Path, ending: &str, content: &[u8]) -> Result<(), PrintError> {
    let path = with_ending(stem, ending);
    let part = with_ending(stem, &format!("{ending}.part"));
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(&part, content))
        .and_then(|()| fs::rename(&part, &path))
        .map_err(|source| PrintError::Preview { path, source })
}

fn with_ending(stem: &Path, ending: &str) -> PathBuf {
    let mut path = stem.as_os_str().to_owned();
    path.push(".");
    path.push(ending);
    path.into()
}
