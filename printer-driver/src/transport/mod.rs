//! Carries a job to where it comes out: a printer in the network, or a folder to look into.

mod preview;
pub(crate) mod tcp;

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use crate::{Job, PrinterState};

/// Where slips come out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Transport {
    /// Each job becomes two files, a PNG and the raw bytes.
    Preview {
        /// Folder that they are written into; made when it is missing.
        folder: PathBuf,
    },
    /// A printer that listens for raw bytes, usually on port 9100.
    Tcp {
        /// Name or address.
        host: String,
        /// Port.
        port: u16,
    },
}

/// How far a job got, as far as can be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// The printer took all bytes, and doesn't say how it stands: printed or not, nobody knows.
    AcceptedUnknown,
    /// The printer took all bytes, and said after them that it prints and has paper.
    Ready(PrinterState),
}

/// Why a slip didn't come out, or may not have.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// No connection; nothing was sent.
    #[error("the printer at {address} can't be reached")]
    Unreachable {
        /// Host and port.
        address: String,
        /// What the network said.
        source: io::Error,
    },
    /// The printer said before the job that it can't print; nothing was sent.
    #[error("the printer can't print: {}", state.name())]
    NotReady {
        /// What it said.
        state: PrinterState,
    },
    /// The printer took the job and said then that it stopped: the slip may be missing or half printed.
    #[error("the printer stopped at the job: {}", state.name())]
    Stopped {
        /// What it said.
        state: PrinterState,
    },
    /// The connection broke: the slip may be half printed.
    #[error("the connection to the printer broke after {sent} of {total} bytes")]
    Broken {
        /// Bytes that the printer's side had taken.
        sent: usize,
        /// Bytes of the job.
        total: usize,
        /// What the network said.
        source: io::Error,
    },
    /// The job wasn't taken in time: the slip may be half printed.
    #[error("the printer took {sent} of {total} bytes before the deadline")]
    Deadline {
        /// Bytes that the printer's side had taken.
        sent: usize,
        /// Bytes of the job.
        total: usize,
    },
    /// The preview couldn't be written.
    #[error("the preview {path} can't be written")]
    Preview {
        /// File or folder.
        path: PathBuf,
        /// What the file system said.
        source: io::Error,
    },
}

impl PrintError {
    /// How the printer stands, as far as the failure tells.
    #[must_use]
    pub const fn state(&self) -> PrinterState {
        match self {
            Self::Unreachable { .. } | Self::Broken { .. } | Self::Deadline { .. } => PrinterState::Offline,
            Self::NotReady { state } | Self::Stopped { state } => *state,
            Self::Preview { .. } => PrinterState::Error,
        }
    }
}

impl Transport {
    /// Sends one job. The whole of it, connection and status included, ends by the deadline; a job that is dropped
    /// half way closes its connection.
    ///
    /// # Errors
    /// A [`PrintError`] when the slip didn't come out, or may not have.
    pub async fn send(&self, job: &Job, deadline: Duration) -> Result<Sent, PrintError> {
        match self {
            Self::Preview { folder } => preview::write(folder, job).await,
            Self::Tcp { host, port } => tcp::send(host, *port, job.bytes(), deadline).await,
        }
    }

    /// Asks how the printer stands. `Offline` when it can't be reached, `Unknown` when it doesn't answer.
    pub async fn status(&self, deadline: Duration) -> PrinterState {
        match self {
            Self::Preview { .. } => PrinterState::Ready,
            Self::Tcp { host, port } => tcp::status(host, *port, deadline).await,
        }
    }
}
