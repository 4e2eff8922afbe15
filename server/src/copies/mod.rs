//! Copies of the office's data: a backup or an export in a file of its own, whole or not there at all.

mod folder;
mod schedule;
mod soundness;
mod state;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use data_encoding::HEXLOWER;
use jiff::Timestamp;
use moi_journal::{BackupContent, JournalError, SoundExport, Storage, sync_folder};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use thiserror::Error;

use crate::auth::random;

pub use folder::remove_unfinished;
pub use schedule::{Copying, Plan, start};
pub use soundness::Soundness;
pub use state::{Copies, Copy, CopyState};

/// A backup's ending.
pub const ENDING: &str = "moi-backup";

/// What the name of an unfinished copy has behind that of the whole one, before some letters of its own.
const PART: &str = ".part";

/// Why there is no copy.
#[derive(Debug, Error)]
pub enum CopyError {
    /// A copy never takes another file's place.
    #[error("{} is there already: choose another name", .0.display())]
    Taken(PathBuf),
    /// The place for a folder outside the data folder is not there.
    #[error(
        "the folder {} can't be made, since {} is not there; if it is on a USB stick or another disk, that seems \
         not to be plugged in",
        folder.display(), missing.display()
    )]
    NotPluggedIn {
        /// The folder for copies.
        folder: PathBuf,
        /// What it would lie in.
        missing: PathBuf,
    },
    /// The file can't be made or written.
    #[error("can't write {}: {source}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the machine said.
        source: io::Error,
    },
    /// The journal can't be read, or the file not be written to its end.
    #[error(transparent)]
    Journal(#[from] JournalError),
}

/// Backs the office up to a new file, which only its owner can read. Blocks; the office goes on meanwhile.
///
/// # Errors
/// See [`CopyError`]; no part of a file is left.
pub fn back_up_to(
    storage: &Storage,
    path: &Path,
    now: Timestamp,
    closing: &Closing,
) -> Result<BackupContent, CopyError> {
    whole(path, closing, |file| storage.back_up(file, env!("CARGO_PKG_VERSION"), now))
}

/// Writes the journal as JSON lines to a new file, which only its owner can read. Blocks.
///
/// # Errors
/// See [`CopyError`]; no part of a file is left.
pub fn export_to(storage: &Storage, path: &Path, closing: &Closing) -> Result<u64, CopyError> {
    whole(path, closing, |file| storage.export(file))
}

/// Writes what can still be read of a damaged journal as [`export_to`] does.
///
/// # Errors
/// See [`CopyError`]; no part of a file is left.
pub fn export_sound_to(storage: &Storage, path: &Path, closing: &Closing) -> Result<SoundExport, CopyError> {
    whole(path, closing, |file| storage.export_sound(file))
}

/// Says that the office closes: a copy at hand is given up, since reading ten years takes longer than closing may.
#[derive(Clone, Default)]
pub struct Closing(Arc<AtomicBool>);

impl Closing {
    /// The office closes.
    pub fn begin(&self) {
        self.0.store(true, Ordering::Release);
    }

    /// Whether it does.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// A file that takes nothing more once the office closes.
struct CopyFile {
    file: BufWriter<File>,
    closing: Closing,
}

impl Write for CopyFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.closing.has_begun() {
            return Err(io::Error::other("the office closes"));
        }
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Writes a file beside its place, makes it durable, and puts it there. Two that write to the same place have each a
/// file of their own, and one of them gets the place.
fn whole<T>(
    path: &Path,
    closing: &Closing,
    write: impl FnOnce(&mut CopyFile) -> Result<T, JournalError>,
) -> Result<T, CopyError> {
    if path.exists() {
        return Err(CopyError::Taken(path.to_owned()));
    }
    let failure = |source| CopyError::File { path: path.to_owned(), source };
    let mut part = path.as_os_str().to_owned();
    part.push(PART);
    if let Some(begins) = Path::new(&part).file_name().and_then(|name| name.to_str()) {
        remove_unfinished(folder_of(path), begins);
    }
    part.push(format!("-{}", HEXLOWER.encode(&random::<8>())));
    let part = PathBuf::from(part);
    let file = File::options().write(true).create_new(true).mode(0o600).open(&part).map_err(failure)?;
    // Says that it is being written, as long as this process lives. A file system without locks has leftovers.
    let _ = file.try_lock();
    let copy = CopyFile { file: BufWriter::new(file), closing: closing.clone() };
    let written = write_and_place(copy, &part, path, write);
    if written.is_err() {
        // Whatever can be done was done; the error that matters is told.
        let _ = fs::remove_file(&part);
    }
    written
}

fn write_and_place<T>(
    mut copy: CopyFile,
    part: &Path,
    path: &Path,
    write: impl FnOnce(&mut CopyFile) -> Result<T, JournalError>,
) -> Result<T, CopyError> {
    let failure = |source| CopyError::File { path: path.to_owned(), source };
    let content = write(&mut copy)?;
    copy.flush().map_err(failure)?;
    copy.file.get_ref().sync_all().map_err(failure)?;
    place(part, path).map_err(|source| {
        let is_taken = source.kind() == io::ErrorKind::AlreadyExists;
        if is_taken { CopyError::Taken(path.to_owned()) } else { failure(source) }
    })?;
    sync_folder(folder_of(path))?;
    Ok(content)
}

/// Gives a file its name, unless another has it.
fn place(part: &Path, path: &Path) -> io::Result<()> {
    match renameat_with(CWD, part, CWD, path, RenameFlags::NOREPLACE) {
        // A file system that can't promise it.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) if !path.exists() => {
            fs::rename(part, path)
        }
        placed => Ok(placed?),
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests;
