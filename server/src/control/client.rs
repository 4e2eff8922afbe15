//! The command's side: the running office, or else the data itself.

use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use moi_journal::{JournalError, Storage, Store};
use thiserror::Error;

use super::owner::owner_of;
use super::{House, PathTooLong, Reply, Request, obey, socket_path};
use crate::auth::Access;
use crate::clock::system_clock;
use crate::command::parts::STORAGE;
use crate::rehearsal::{Mix, refuse_rehearsal, refuse_rehearsed};
use crate::set_up::{Given, Origin, SetUpError, SetUps, UnusableSetup};

/// An answer takes as long as a PIN's hash and a sync.
const ANSWER_DEADLINE: Duration = Duration::from_secs(10);

/// Reading ten years of a busy office takes a minute on a small machine, and its slow card may take ten.
const LONG_ANSWER_DEADLINE: Duration = Duration::from_hours(1);

/// An office that starts has its data before its socket: it folds its journal in between. One that stops has the data
/// for a moment after it.
const OPENING_DEADLINE: Duration = Duration::from_secs(10);

/// Between two looks at an office that starts.
const LOOK_AGAIN: Duration = Duration::from_millis(100);

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
    /// The office ended, or was killed, while it did what was asked.
    #[error(
        "the running office went away before it answered: see whether it runs again, and whether what was asked is done"
    )]
    WentAway,
    /// The folder is another user's.
    #[error("{} can't be opened by this user: run it as the user that owns the folder ({owner})", folder.display())]
    OtherUser {
        /// What can't be opened.
        folder: PathBuf,
        /// The owner's name.
        owner: String,
    },
    /// The answer isn't one.
    #[error("the running office answered in another version's words: {0}")]
    Answer(#[from] serde_json::Error),
    /// There never was an office: a token made here would be worthless elsewhere.
    #[error("there is no office's data in {}: start the office once, or give its folder with --data", data.display())]
    NoOffice {
        /// The data folder.
        data: PathBuf,
    },
    /// An office has the data, but no socket.
    #[error("the office in {} is still starting: try again when it is open", data.display())]
    Starting {
        /// The data folder.
        data: PathBuf,
    },
    /// There can be no socket.
    #[error(transparent)]
    PathTooLong(#[from] PathTooLong),
    /// Only a running office can tell.
    #[error("no office runs in {}: start it with the set-up that is in force", data.display())]
    NotRunning {
        /// The data folder.
        data: PathBuf,
    },
    /// The rules can't use the set-up.
    #[error(transparent)]
    Setup(#[from] UnusableSetup),
    /// The set-up that the journal names can't be used.
    #[error(transparent)]
    SetUp(#[from] SetUpError),
    /// It is a rehearsal's that does not run.
    #[error(transparent)]
    Rehearsal(#[from] Mix),
    /// The data can't be opened.
    #[error(transparent)]
    Data(#[from] JournalError),
}

/// Asks the running office, or does it on the data when none runs. Blocks.
///
/// # Errors
/// See [`ControlError`]; a refusal is a [`Reply`].
pub fn ask(data: &Path, given: &Given, request: Request) -> Result<Reply, ControlError> {
    let path = socket_path(data)?;
    let begun = Instant::now();
    loop {
        match UnixStream::connect(&path) {
            Ok(stream) => return talk(stream, &request).map_err(|error| unanswered(path, error)),
            // No office, one that was killed, or one that starts.
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused) => {}
            Err(source) => return Err(forbidden(data, &source).unwrap_or(ControlError::Socket { path, source })),
        }
        refuse_rehearsal(data)?;
        let storage = data.join(STORAGE);
        if !storage.is_dir() {
            return Err(ControlError::NoOffice { data: data.to_owned() });
        }
        match Storage::open(&storage) {
            // What is in force is the running office's to say.
            Ok(_) if matches!(request, Request::Preview { .. }) => {
                return Err(ControlError::NotRunning { data: data.to_owned() });
            }
            Ok(storage) => {
                refuse_rehearsed(&storage.records(), data)?;
                let set_ups = in_force(&storage, given)?;
                let access = Access::new(storage.records(), set_ups.clone(), system_clock());
                return Ok(obey(&House::of(storage, access, set_ups, system_clock()), request));
            }
            Err(JournalError::AlreadyOpen { .. }) if begun.elapsed() < OPENING_DEADLINE => {
                std::thread::sleep(LOOK_AGAIN);
            }
            Err(JournalError::AlreadyOpen { .. }) => return Err(ControlError::Starting { data: data.to_owned() }),
            Err(JournalError::File { source, .. }) if let Some(error) = forbidden(data, &source) => return Err(error),
            Err(error) => return Err(error.into()),
        }
    }
}

/// The set-up of an office that does not run: the one that its journal names.
fn in_force(storage: &Storage, given: &Given) -> Result<SetUps, ControlError> {
    let set_ups = given.set_ups(Some(storage.records()))?;
    if given.origin == Origin::Own {
        let hall = storage.journal()?.fold()?;
        set_ups.adopt(hall.set_up())?;
    }
    Ok(set_ups)
}

/// The error of a data folder that is another user's.
fn forbidden(data: &Path, source: &io::Error) -> Option<ControlError> {
    if source.kind() != io::ErrorKind::PermissionDenied {
        return None;
    }
    owner_of(data).map(|owner| ControlError::OtherUser { folder: data.to_owned(), owner })
}

fn unanswered(path: PathBuf, error: io::Error) -> ControlError {
    let is_gone = [io::ErrorKind::UnexpectedEof, io::ErrorKind::ConnectionReset, io::ErrorKind::BrokenPipe];
    if is_gone.contains(&error.kind()) {
        return ControlError::WentAway;
    }
    match error.downcast::<serde_json::Error>() {
        Ok(error) => ControlError::Answer(error),
        Err(source) => ControlError::Socket { path, source },
    }
}

fn talk(mut stream: UnixStream, request: &Request) -> io::Result<Reply> {
    let patience = if request.reads_everything() { LONG_ANSWER_DEADLINE } else { ANSWER_DEADLINE };
    stream.set_read_timeout(Some(patience))?;
    stream.set_write_timeout(Some(ANSWER_DEADLINE))?;
    let mut text = serde_json::to_vec(request)?;
    text.push(b'\n');
    stream.write_all(&text)?;
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line)?;
    if !line.ends_with('\n') {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(serde_json::from_str(&line)?)
}
