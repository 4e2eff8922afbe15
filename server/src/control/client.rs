//! The command's side: the running office, or else the data itself.

use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use moi_config::Office;
use moi_journal::{JournalError, Storage};
use thiserror::Error;

use super::{Reply, Request, SOCKET, obey};
use crate::auth::Access;
use crate::clock::system_clock;
use crate::command::parts::STORAGE;

/// An answer takes as long as a PIN's hash and a sync.
const ANSWER_DEADLINE: Duration = Duration::from_secs(10);

/// Why a command found no ear.
#[derive(Debug, Error)]
pub enum ControlError {
    /// The running office did not answer.
    #[error("the running office did not answer on {path}")]
    Socket {
        /// The socket.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The answer isn't one.
    #[error("the running office answered in another version's words: {0}")]
    Answer(#[from] serde_json::Error),
    /// The data can't be opened.
    #[error(transparent)]
    Data(#[from] JournalError),
}

/// Asks the running office, or does it on the data when none runs. Blocks.
///
/// # Errors
/// See [`ControlError`]; a refusal is a [`Reply`].
pub fn ask(data: &Path, office: Arc<Office>, request: Request) -> Result<Reply, ControlError> {
    let path = data.join(SOCKET);
    match UnixStream::connect(&path) {
        Ok(stream) => talk(stream, &request).map_err(|error| match error.downcast::<serde_json::Error>() {
            Ok(error) => ControlError::Answer(error),
            Err(source) => ControlError::Socket { path, source },
        }),
        // No office, or one that was killed.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused) => {
            let storage = Storage::open(&data.join(STORAGE))?;
            Ok(obey(&Access::new(storage.records(), office, system_clock()), request))
        }
        Err(source) => Err(ControlError::Socket { path, source }),
    }
}

fn talk(mut stream: UnixStream, request: &Request) -> io::Result<Reply> {
    stream.set_read_timeout(Some(ANSWER_DEADLINE))?;
    stream.set_write_timeout(Some(ANSWER_DEADLINE))?;
    let mut text = serde_json::to_vec(request)?;
    text.push(b'\n');
    stream.write_all(&text)?;
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line)?;
    Ok(serde_json::from_str(&line)?)
}
