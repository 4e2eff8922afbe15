//! Live views over WebSockets: subscribe, push the newest, heartbeat. The protocol is written down in `docs/live.md`.
//!
//! The only room that names `actix-web-actors`.

mod publisher;
mod socket;
mod topics;

use moi_display::frame::close;

pub use publisher::{Publisher, Seen, ViewSource};
pub use socket::{Guard, Socket, open_socket, refuse_socket};
pub use topics::{Frame, Sight, Signal, Topic, Topics, Watchers};

/// Why a socket is closed by the office, told to the page as the close code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CloseReason {
    /// A frame that is not of the protocol.
    Malformed,
    /// The topic needs somebody who is signed in.
    NotSignedIn,
    /// Whoever asks may not see this topic.
    NotAllowed,
    /// The set-up has no such counter, or nobody holds such a ticket.
    NoSuchTopic,
    /// Nothing was heard for the heartbeat's limit.
    Silent,
    /// The office stops; come back.
    Stopping,
}

impl CloseReason {
    /// The WebSocket close code (4000 to 4999 are free for applications, RFC 6455 §7.4.2).
    #[must_use]
    pub fn code(self) -> u16 {
        match self {
            Self::Malformed => close::MALFORMED,
            Self::NotSignedIn => close::NOT_SIGNED_IN,
            Self::NotAllowed => close::NOT_ALLOWED,
            Self::NoSuchTopic => close::NO_SUCH_TOPIC,
            Self::Silent => close::SILENT,
            Self::Stopping => close::STOPPING,
        }
    }

    /// The problem code under which it is counted.
    #[must_use]
    pub fn problem_code(self) -> &'static str {
        match self {
            Self::Malformed => "malformed-frame",
            Self::NotSignedIn => "not-signed-in",
            Self::NotAllowed => "not-allowed",
            Self::NoSuchTopic => "no-such-topic",
            Self::Silent => "silent",
            Self::Stopping => "stopping",
        }
    }

    /// The reason in words, for whoever reads a trace.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Malformed => "send {\"seen\":rev} or {\"beat\":n}",
            Self::NotSignedIn => "sign in first",
            Self::NotAllowed => "not yours to see",
            Self::NoSuchTopic => "no such topic",
            Self::Silent => "nothing heard",
            Self::Stopping => "the office stops",
        }
    }
}
