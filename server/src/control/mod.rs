//! The office's back door for its owner: subcommands of `moi` reach the running office through a Unix socket in its
//! data folder, and open the data themselves when none runs.

mod client;
mod owner;
mod server;

use std::os::unix::net::SocketAddr;
use std::path::{Path, PathBuf};

use moi_journal::{BackupContent, SoundExport, Storage, Verified};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::auth::{Access, NewPin, Role, TokenSummary};
use crate::clock::Clock;
use crate::copies::{self, Closing, CopyError, Soundness};

pub use client::ask;
pub use owner::owner_of;
pub use server::serve;

/// The socket's name in the data folder.
pub const SOCKET: &str = "control.sock";

/// A folder in the data folder, where the socket is made before it gets its place. Its path with the socket's name
/// there is no longer than the socket's own.
pub const CRADLE: &str = ".control";

/// The longest request; a name has 64 characters, a path at most 4,096 bytes.
const REQUEST_MAX: u64 = 16 * 1_024;

/// What the owner asks.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// Make a bearer token.
    NewToken {
        /// Whose it is.
        name: String,
        /// What its bearer may do.
        role: Role,
    },
    /// Tell all tokens.
    ListTokens,
    /// Make a token worthless.
    RevokeToken {
        /// Whose it was.
        name: String,
    },
    /// Make a new PIN.
    NewPin {
        /// Whose it is.
        name: String,
    },
    /// Read the whole journal and tell what is damaged.
    Verify,
    /// Back the office up.
    BackUp {
        /// To this new file; absolute.
        path: PathBuf,
    },
    /// Write the journal as JSON lines.
    Export {
        /// To this new file; absolute.
        path: PathBuf,
    },
    /// Write what can be read of a damaged journal.
    ExportSound {
        /// To this new file; absolute.
        path: PathBuf,
    },
}

impl Request {
    /// Whether the answer takes as long as the journal is.
    fn reads_everything(&self) -> bool {
        match self {
            Self::Verify | Self::BackUp { .. } | Self::Export { .. } | Self::ExportSound { .. } => true,
            Self::NewToken { .. } | Self::ListTokens | Self::RevokeToken { .. } | Self::NewPin { .. } => false,
        }
    }
}

/// What the office answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// The token, shown this once.
    Token(String),
    /// All tokens.
    Tokens(Vec<TokenSummary>),
    /// The PIN, shown this once.
    Pin(NewPin),
    /// The journal was read.
    Verified(Verified),
    /// The backup is whole.
    BackedUp(BackupContent),
    /// So many events are in the file.
    Exported(u64),
    /// What could be read is in the file.
    ExportedSound(SoundExport),
    /// It is done.
    Done,
    /// It can't be done, and why.
    Refused(String),
}

/// The office does not do what was asked, and says why.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct Refused(String);

impl Reply {
    /// The reply of an office that did what was asked.
    ///
    /// # Errors
    /// The office's reason.
    pub fn accepted(self) -> Result<Self, Refused> {
        if let Self::Refused(reason) = self { Err(Refused(reason)) } else { Ok(self) }
    }
}

/// What the owner's commands act on; cloning it is cheap.
#[derive(Clone)]
pub struct House {
    /// People, tokens, sessions.
    pub access: Access,
    /// The office's data.
    pub storage: Storage,
    /// The office's time.
    pub clock: Clock,
    /// Whether the office closes.
    pub closing: Closing,
    /// Where damage is told.
    pub soundness: Soundness,
}

impl House {
    /// Of the office with this data.
    #[must_use]
    pub fn of(storage: Storage, access: Access, clock: Clock) -> Self {
        let soundness = Soundness::of(storage.clone());
        Self { access, storage, clock, closing: Closing::default(), soundness }
    }
}

/// Does what the owner asks. Blocks.
#[must_use]
pub fn obey(house: &House, request: Request) -> Reply {
    let House { access, storage, clock, closing, .. } = house;
    match request {
        Request::NewToken { name, role } => reply(access.new_token(&name, role), Reply::Token),
        Request::ListTokens => reply(access.list_tokens(), Reply::Tokens),
        Request::RevokeToken { name } => reply(access.revoke_token(&name), |()| Reply::Done),
        Request::NewPin { name } => reply(access.new_pin(&name), Reply::Pin),
        Request::Verify => {
            let verified = storage.verify_while(|| !closing.has_begun());
            let verified = verified.inspect(|verified| house.soundness.verified(verified));
            reply(verified, Reply::Verified)
        }
        Request::BackUp { path } => {
            let made = copies::back_up_to(storage, &path, clock(), closing);
            if made.is_ok() {
                house.soundness.is_sound();
            }
            copied(house, made, Reply::BackedUp)
        }
        Request::Export { path } => copied(house, copies::export_to(storage, &path, closing), Reply::Exported),
        Request::ExportSound { path } => {
            copied(house, copies::export_sound_to(storage, &path, closing), Reply::ExportedSound)
        }
    }
}

/// The reply to whoever wants a copy. Damage that it met is noted, and told with its file.
fn copied<T>(house: &House, done: Result<T, CopyError>, tell: impl FnOnce(T) -> Reply) -> Reply {
    if let Err(CopyError::Journal(error)) = &done {
        house.soundness.failed(error);
        return Reply::Refused(house.storage.told(error));
    }
    reply(done, tell)
}

fn reply<T, E: ToString>(done: Result<T, E>, tell: impl FnOnce(T) -> Reply) -> Reply {
    done.map_or_else(|error| Reply::Refused(error.to_string()), tell)
}

/// A data folder in which no socket can be made.
#[derive(Debug, Error)]
#[error("the path of the data folder {} is too long for the socket in it: give a shorter --data", .0.display())]
pub struct PathTooLong(PathBuf);

/// The path of a data folder's socket, whether there is one or not.
///
/// # Errors
/// [`PathTooLong`]: the system keeps a socket's path in some hundred bytes.
pub fn socket_path(data: &Path) -> Result<PathBuf, PathTooLong> {
    let path = data.join(SOCKET);
    match SocketAddr::from_pathname(&path) {
        Ok(_) => Ok(path),
        Err(_) => Err(PathTooLong(data.to_owned())),
    }
}

#[cfg(test)]
mod tests;
