//! The frames of `/live/…`: what the server says, what a client says, and why a socket closes. See `docs/live.md`.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::moment::Moment;

/// Longest frame that a client may send, in bytes: its frames are two short numbers at most.
pub const CLIENT_FRAME_BYTES_MAX: usize = 1024;

/// Longest frame that a client takes from a server, in bytes: the largest view (a desk's) is below 8 KiB.
pub const SERVER_FRAME_BYTES_MAX: usize = 256 * 1024;

/// Why a socket closes, as WebSocket close codes.
pub mod close {
    /// The server stops; come back soon.
    pub const STOPPING: u16 = 1001;
    /// Nothing was heard of the client for too long.
    pub const SILENT: u16 = 1008;
    /// The client sent what the protocol doesn't know.
    pub const MALFORMED: u16 = 4400;
    /// The topic asks for a sign-in.
    pub const NOT_SIGNED_IN: u16 = 4401;
    /// The person or device may not see the topic.
    pub const NOT_ALLOWED: u16 = 4403;
    /// There is no such topic.
    pub const NO_SUCH_TOPIC: u16 = 4404;
}

/// What the server says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ServerFrame<V> {
    /// The newest view of the topic: `{"rev":7,"view":{…},"set_up":3}`.
    View {
        /// The view's revision, which the client acknowledges.
        rev: u64,
        /// The whole view.
        view: V,
        /// Which set-up of the office is in force, where the topic tells: names and texts are read anew with another.
        #[serde(skip_serializing_if = "Option::is_none")]
        set_up: Option<u32>,
    },
    /// The answer to a client's beat: `{"beat":3,"now":"…"}`.
    Beat {
        /// The number that the client sent.
        beat: u64,
        /// The office's clock.
        now: Moment,
    },
}

/// What a client says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ClientFrame {
    /// The view of this revision is shown: `{"seen":7}`. Only then may the next be sent.
    Seen(u64),
    /// Are you there: `{"beat":3}`. The server answers with the same number and its clock.
    Beat(u64),
}

/// A frame that is none of the protocol's.
#[derive(Debug, thiserror::Error)]
#[error("malformed frame: {0}")]
pub struct MalformedFrame(String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "V: Deserialize<'de>"))]
struct AnyServerFrame<V> {
    rev: Option<u64>,
    view: Option<V>,
    beat: Option<u64>,
    now: Option<Moment>,
    set_up: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnyClientFrame {
    seen: Option<u64>,
    beat: Option<u64>,
}

impl<V: DeserializeOwned> ServerFrame<V> {
    /// Reads a text frame from a server.
    ///
    /// # Errors
    /// When it isn't exactly one of the two frames.
    pub fn parse(text: &str) -> Result<Self, MalformedFrame> {
        let any: AnyServerFrame<V> =
            serde_json::from_str(text).map_err(|cause| MalformedFrame(format!("{cause}: {}", beginning(text))))?;
        match (any.rev, any.view, any.beat, any.now, any.set_up) {
            (Some(rev), Some(view), None, None, set_up) => Ok(Self::View { rev, view, set_up }),
            (None, None, Some(beat), Some(now), None) => Ok(Self::Beat { beat, now }),
            _ => Err(MalformedFrame(format!("neither a view nor a beat: {}", beginning(text)))),
        }
    }
}

impl ClientFrame {
    /// Reads a text frame from a client.
    ///
    /// # Errors
    /// When it is too long or isn't exactly one of the two frames.
    pub fn parse(text: &str) -> Result<Self, MalformedFrame> {
        if text.len() > CLIENT_FRAME_BYTES_MAX {
            return Err(MalformedFrame(format!("{} bytes, allowed: {CLIENT_FRAME_BYTES_MAX}", text.len())));
        }
        let any: AnyClientFrame =
            serde_json::from_str(text).map_err(|cause| MalformedFrame(format!("{cause}: {}", beginning(text))))?;
        match (any.seen, any.beat) {
            (Some(rev), None) => Ok(Self::Seen(rev)),
            (None, Some(number)) => Ok(Self::Beat(number)),
            (Some(_), Some(_)) | (None, None) => {
                Err(MalformedFrame(format!("neither seen nor beat: {}", beginning(text))))
            }
        }
    }

    /// The frame's text.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::Seen(rev) => format!(r#"{{"seen":{rev}}}"#),
            Self::Beat(number) => format!(r#"{{"beat":{number}}}"#),
        }
    }
}

/// Enough of a foreign text to recognise it in a log, and no more.
fn beginning(text: &str) -> String {
    format!("{:?}", text.chars().take(80).collect::<String>())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn server_frames_are_read_as_they_are_written() {
        let view = ServerFrame::View { rev: 7, view: json!({"number": "A012"}), set_up: Some(3) };
        let text = serde_json::to_string(&view).unwrap();
        assert_eq!(text, r#"{"rev":7,"view":{"number":"A012"},"set_up":3}"#);
        assert_eq!(ServerFrame::<Value>::parse(&text).unwrap(), view);

        let view = ServerFrame::View { rev: 7, view: json!({"number": "A012"}), set_up: None };
        let text = serde_json::to_string(&view).unwrap();
        assert_eq!(text, r#"{"rev":7,"view":{"number":"A012"}}"#);
        assert_eq!(ServerFrame::<Value>::parse(&text).unwrap(), view);

        let beat = ServerFrame::<Value>::Beat { beat: 3, now: "2026-11-24T09:42:10+07:00".parse().unwrap() };
        let text = serde_json::to_string(&beat).unwrap();
        assert_eq!(text, r#"{"beat":3,"now":"2026-11-24T09:42:10+07:00"}"#);
        assert_eq!(ServerFrame::<Value>::parse(&text).unwrap(), beat);
    }

    #[test]
    fn client_frames_are_read_as_they_are_written() {
        for frame in [ClientFrame::Seen(7), ClientFrame::Seen(u64::MAX), ClientFrame::Beat(0)] {
            assert_eq!(ClientFrame::parse(&frame.text()).unwrap(), frame);
            assert_eq!(serde_json::to_string(&frame).unwrap(), frame.text());
        }
    }

    #[test]
    fn what_the_protocol_does_not_know_is_refused() {
        let long = format!(r#"{{"seen":7{}}}"#, " ".repeat(CLIENT_FRAME_BYTES_MAX));
        let texts = [
            "",
            "seen",
            "7",
            "[]",
            "null",
            "{}",
            r#"{"seen":-1}"#,
            r#"{"seen":1.5}"#,
            r#"{"seen":"7"}"#,
            r#"{"seen":18446744073709551616}"#,
            r#"{"seen":7,"beat":1}"#,
            r#"{"seen":7,"seen":8}"#,
            r#"{"seen":7,"rev":7}"#,
            r#"{"SEEN":7}"#,
            r#"{"seen":7} {"seen":8}"#,
            &long,
        ];
        for text in texts {
            assert!(ClientFrame::parse(text).is_err(), "{text:?} was taken");
        }
        for text in [r#"{"rev":7}"#, r#"{"view":{}}"#, r#"{"rev":7,"view":{},"beat":1}"#, r#"{"beat":1}"#, "{}"] {
            assert!(ServerFrame::<Value>::parse(text).is_err(), "{text:?} was taken");
        }
    }
}
