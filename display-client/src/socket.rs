//! One WebSocket to one live topic, frame by frame. The only file that names the WebSocket library.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde::de::DeserializeOwned;
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::Uri;
use tokio_tungstenite::tungstenite::http::header::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Error as SocketError, Message};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

use crate::frame::{ClientFrame, MalformedFrame, SERVER_FRAME_BYTES_MAX, ServerFrame};
use crate::wire::{Trust, TrustError, Wire};

/// Time to connect and to shake hands, on a local network.
const OPEN_WITHIN: Duration = Duration::from_secs(5);
/// The close code that a socket has when it broke without one.
const BROKEN: u16 = 1006;

/// Where a topic is, and as whom to ask for it.
#[derive(Clone)]
pub struct Address {
    url: String,
    /// A header that says who watches, with its value.
    credential: Option<(&'static str, String)>,
    /// None where the server is plain, or known to the machine.
    trust: Option<Trust>,
}

/// What went wrong with a socket.
#[derive(Debug, thiserror::Error)]
pub enum LiveError {
    /// Not an address that can be opened.
    #[error("not an address of a live topic: {0:?}; like http://127.0.0.1:8080 or wss://moi.local/live/wall")]
    Address(String),
    /// The server answered the handshake with an ordinary answer.
    #[error("the server answered {status} instead of opening the socket")]
    NotUpgraded {
        /// The HTTP status.
        status: u16,
    },
    /// The network or the library failed.
    #[error("socket failed")]
    Socket(#[source] Box<SocketError>),
    /// The socket is closed.
    #[error("closed with {code}: {reason}")]
    Closed {
        /// The close code; 1006 when there was none.
        code: u16,
        /// The words with it; may be empty.
        reason: String,
    },
    /// The server sent what the protocol doesn't know.
    #[error("the server sent a {0}")]
    Malformed(#[from] MalformedFrame),
    /// An encrypted server is known to nobody whom this display trusts.
    #[error("the server's certificate can't be checked")]
    Trust(#[from] TrustError),
    /// A deadline passed.
    #[error("no answer within {0:?}")]
    Late(Duration),
}

impl Address {
    /// The topic at `url`, as nobody in particular. `http://HOST` stands for `ws://HOST/live/wall`, `https://HOST` for
    /// `wss://HOST/live/wall`.
    ///
    /// # Errors
    /// When `url` is neither.
    pub fn new(url: &str) -> Result<Self, LiveError> {
        let wrong = || LiveError::Address(url.to_owned());
        let (scheme, rest) = url.split_once("://").ok_or_else(wrong)?;
        let scheme = match scheme {
            "ws" | "http" => "ws",
            "wss" | "https" => "wss",
            _ => return Err(wrong()),
        };
        let (host, topic) = rest.split_once('/').map_or((rest, ""), |(host, topic)| (host, topic));
        if host.is_empty() {
            return Err(wrong());
        }
        let topic = if topic.is_empty() { "live/wall" } else { topic };
        Ok(Self { url: format!("{scheme}://{host}/{topic}"), credential: None, trust: None })
    }

    /// The same topic, as the person or device that `token` stands for.
    #[must_use]
    pub fn with_token(mut self, token: &str) -> Self {
        self.credential = Some(("authorization", format!("Bearer {token}")));
        self
    }

    /// The same topic, as the browser with this cookie, `name=value`.
    #[must_use]
    pub fn with_cookie(mut self, cookie: &str) -> Self {
        self.credential = Some(("cookie", cookie.to_owned()));
        self
    }

    /// The same topic, at a server that is known by what is trusted here; without this, by whom the machine trusts.
    #[must_use]
    pub fn with_trust(mut self, trust: Trust) -> Self {
        self.trust = Some(trust);
        self
    }

    /// The address as `ws://…` or `wss://…`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Address {
    async fn connect(&self) -> Result<Box<dyn Wire>, LiveError> {
        let wrong = || LiveError::Address(self.url.clone());
        let failed = |cause| LiveError::from(SocketError::Io(cause));
        let uri: Uri = self.url.parse().map_err(|_| wrong())?;
        let (host, is_encrypted) = (uri.host().ok_or_else(wrong)?, uri.scheme_str() == Some("wss"));
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let port = uri.port_u16().unwrap_or(if is_encrypted { 443 } else { 80 });
        let stream = TcpStream::connect((bare, port)).await.map_err(failed)?;
        stream.set_nodelay(true).map_err(failed)?;
        if !is_encrypted {
            return Ok(Box::new(stream));
        }
        let trust = match &self.trust {
            Some(trust) => trust.clone(),
            None => Trust::of_machine()?,
        };
        trust.encrypt(stream, bare).await.map_err(failed)
    }
}

impl std::fmt::Debug for Address {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // A credential is a secret.
        let address = &mut out.debug_struct("Address");
        let is_known = self.credential.is_some();
        address.field("url", &self.url).field("credential", &is_known).field("trust", &self.trust).finish()
    }
}

/// One WebSocket. Pings are answered while one receives.
#[derive(Debug)]
pub struct LiveSocket {
    stream: WebSocketStream<Box<dyn Wire>>,
    heard_at: Instant,
}

impl LiveSocket {
    /// Connects and shakes hands.
    ///
    /// # Errors
    /// When the server can't be reached within 5 s or doesn't open the socket.
    pub async fn open(address: &Address) -> Result<Self, LiveError> {
        let mut request =
            address.url.as_str().into_client_request().map_err(|_| LiveError::Address(address.url.clone()))?;
        if let Some((name, value)) = &address.credential {
            let value = HeaderValue::from_str(value).map_err(|_| LiveError::Address(address.url.clone()))?;
            request.headers_mut().insert(*name, value);
        }
        let limits = WebSocketConfig::default()
            .max_message_size(Some(SERVER_FRAME_BYTES_MAX))
            .max_frame_size(Some(SERVER_FRAME_BYTES_MAX));
        let opening = async {
            let wire = address.connect().await?;
            Ok::<_, LiveError>(client_async_with_config(request, wire, Some(limits)).await?)
        };
        let (stream, _) = timeout(OPEN_WITHIN, opening).await.map_err(|_| LiveError::Late(OPEN_WITHIN))??;
        Ok(Self { stream, heard_at: Instant::now() })
    }

    /// Waits for the next frame. May be dropped and called again.
    ///
    /// # Errors
    /// When the socket closes, fails, or brings what the protocol doesn't know.
    pub async fn receive<V: DeserializeOwned>(&mut self) -> Result<ServerFrame<V>, LiveError> {
        Ok(ServerFrame::parse(&self.receive_text().await?)?)
    }

    /// Waits for the next text frame and hands it out as it is.
    ///
    /// # Errors
    /// When the socket closes, fails, or brings a binary frame.
    pub async fn receive_text(&mut self) -> Result<String, LiveError> {
        loop {
            let Some(message) = self.stream.next().await else {
                return Err(LiveError::Closed { code: BROKEN, reason: String::new() });
            };
            let message = message?;
            self.heard_at = Instant::now();
            match message {
                Message::Text(text) => return Ok(text.as_str().to_owned()),
                Message::Close(Some(frame)) => {
                    return Err(LiveError::Closed {
                        code: frame.code.into(),
                        reason: frame.reason.as_str().to_owned(),
                    });
                }
                Message::Close(None) => return Err(LiveError::Closed { code: BROKEN, reason: String::new() }),
                Message::Binary(_) => return Err(LiveError::Closed { code: BROKEN, reason: "binary frame".into() }),
                Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => {}
            }
        }
    }

    /// Sends a frame.
    ///
    /// # Errors
    /// When the socket is closed or fails.
    pub async fn send(&mut self, frame: ClientFrame) -> Result<(), LiveError> {
        self.send_text(frame.text()).await
    }

    /// Sends any text, also one that is no frame of the protocol.
    ///
    /// # Errors
    /// When the socket is closed or fails.
    pub async fn send_text(&mut self, text: String) -> Result<(), LiveError> {
        Ok(self.stream.send(Message::text(text)).await?)
    }

    /// Sends a binary message, which the protocol doesn't know.
    ///
    /// # Errors
    /// When the socket is closed or fails.
    pub async fn send_binary(&mut self, bytes: Vec<u8>) -> Result<(), LiveError> {
        Ok(self.stream.send(Message::binary(bytes)).await?)
    }

    /// When anything was heard of the server last, a ping too.
    #[must_use]
    pub fn heard_at(&self) -> Instant {
        self.heard_at
    }
}

impl From<SocketError> for LiveError {
    fn from(cause: SocketError) -> Self {
        if let SocketError::Http(answer) = &cause {
            return Self::NotUpgraded { status: answer.status().as_u16() };
        }
        if matches!(cause, SocketError::ConnectionClosed | SocketError::AlreadyClosed) {
            return Self::Closed { code: BROKEN, reason: String::new() };
        }
        Self::Socket(Box::new(cause))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_is_found_by_its_page_address_too() {
        for (given, url) in [
            ("http://127.0.0.1:8080", "ws://127.0.0.1:8080/live/wall"),
            ("http://127.0.0.1:8080/", "ws://127.0.0.1:8080/live/wall"),
            ("ws://moi.local/live/counters/3", "ws://moi.local/live/counters/3"),
            ("https://moi.local:8443", "wss://moi.local:8443/live/wall"),
            ("wss://moi.local/live/counters/3", "wss://moi.local/live/counters/3"),
        ] {
            assert_eq!(Address::new(given).unwrap().url(), url);
        }
        for wrong in ["", "127.0.0.1:8080", "ftp://a/b", "http://", "ws:///live/wall"] {
            assert!(Address::new(wrong).is_err(), "{wrong:?} was taken");
        }
    }

    #[test]
    fn a_token_is_not_shown_by_debug() {
        let address = Address::new("http://a").unwrap().with_token("secret");
        assert!(!format!("{address:?}").contains("secret"));
    }
}
