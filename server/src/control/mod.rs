//! The office's back door for its owner: subcommands of `moi` reach the running office through a Unix socket in its
//! data folder, and open the data themselves when none runs.

mod client;
mod server;

use std::os::unix::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::auth::{Access, NewPin, Role, TokenSummary};

pub use client::ask;
pub use server::serve;

/// The socket's name in the data folder.
pub const SOCKET: &str = "control.sock";

/// A folder in the data folder, where the socket is made before it gets its place. Its path with the socket's name
/// there is no longer than the socket's own.
pub const CRADLE: &str = ".control";

/// The longest request; a name has 64 characters.
const REQUEST_MAX: u64 = 4_096;

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
    /// It is done.
    Done,
    /// It can't be done, and why.
    Refused(String),
}

/// Does what the owner asks. Blocks.
#[must_use]
pub fn obey(access: &Access, request: Request) -> Reply {
    let done = match request {
        Request::NewToken { name, role } => access.new_token(&name, role).map(Reply::Token),
        Request::ListTokens => access.list_tokens().map(Reply::Tokens),
        Request::RevokeToken { name } => access.revoke_token(&name).map(|()| Reply::Done),
        Request::NewPin { name } => access.new_pin(&name).map(Reply::Pin),
    };
    done.unwrap_or_else(|error| Reply::Refused(error.to_string()))
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
