//! A connection to a live topic that lasts: acknowledges, listens for silence, comes back.

use std::collections::VecDeque;
use std::marker::PhantomData;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::de::DeserializeOwned;
use tokio::time::{Instant, timeout, timeout_at};

use crate::frame::{ClientFrame, ServerFrame, close};
use crate::jitter::Jitter;
use crate::socket::{Address, LiveError, LiveSocket};

/// After so much silence the client asks whether the server is there.
const BEAT_AFTER: Duration = Duration::from_secs(4);
/// After so much silence what is shown counts as out of date (a beat's answer had 5 s), and the socket is given up.
const STALE_AFTER: Duration = Duration::from_secs(9);
/// Time to send one short frame; a healthy socket takes it at once.
const SEND_WITHIN: Duration = Duration::from_secs(5);

/// What a [`LiveConnection`] has to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Update<V> {
    /// The newest view. It is acknowledged when the next update is asked for: by then it is shown.
    View {
        /// Its revision.
        rev: u64,
        /// The whole view.
        view: V,
        /// It is the first of its connection: what is new in it may have been missed.
        anew: bool,
    },
    /// Nothing was heard of the server for 9 s: what is shown may be out of date. Said once for each loss.
    Stale,
    /// The server doesn't want this client, and says so by a close code; it is of no use to try again.
    Refused {
        /// 4401, 4403 or 4404.
        code: u16,
    },
}

/// A live topic, for as long as one asks for updates. Reconnecting is the same as connecting.
#[derive(Debug)]
pub struct LiveConnection<V> {
    address: Address,
    socket: Option<LiveSocket>,
    /// No view has come over this socket yet.
    anew: bool,
    pauses: Jitter,
    /// Not to be tried again before.
    retry_at: Instant,
    unacknowledged: Option<u64>,
    beats: u64,
    beat_sent: bool,
    heard_at: Instant,
    stale_told: bool,
    clock: Option<(Instant, Timestamp)>,
    /// Kept apart so that an update survives a caller who gives up waiting.
    updates: VecDeque<Update<V>>,
    view: PhantomData<V>,
}

impl<V: DeserializeOwned> LiveConnection<V> {
    /// A connection to `address`; it opens with the first [`next`](Self::next).
    #[must_use]
    pub fn new(address: Address) -> Self {
        let now = Instant::now();
        Self {
            address,
            socket: None,
            anew: true,
            pauses: Jitter::new(),
            retry_at: now,
            unacknowledged: None,
            beats: 0,
            beat_sent: false,
            heard_at: now,
            stale_told: false,
            clock: None,
            updates: VecDeque::new(),
            view: PhantomData,
        }
    }

    /// The office's clock, as far as it was heard.
    #[must_use]
    pub fn office_now(&self) -> Option<Timestamp> {
        let (at, now) = self.clock?;
        now.checked_add(SignedDuration::try_from(at.elapsed()).ok()?).ok()
    }

    /// Waits for the next update, however long it takes; reconnects on the way. May be dropped and called again.
    pub async fn next(&mut self) -> Update<V> {
        loop {
            if let Some(update) = self.updates.pop_front() {
                return update;
            }
            if !self.stale_told && self.heard_at.elapsed() >= STALE_AFTER {
                self.stale_told = true;
                return Update::Stale;
            }
            if self.socket.is_some() {
                self.acknowledge().await;
                self.listen().await;
            } else {
                self.connect().await;
            }
        }
    }

    async fn connect(&mut self) {
        // Awake in time to tell that the view is out of date.
        let stale_at = if self.stale_told { self.retry_at } else { self.heard_at + STALE_AFTER };
        if Instant::now() < self.retry_at {
            tokio::time::sleep_until(self.retry_at.min(stale_at)).await;
            return;
        }
        let opening = LiveSocket::open(&self.address);
        let opened = if self.stale_told { Ok(opening.await) } else { timeout_at(stale_at, opening).await };
        match opened {
            Ok(Ok(socket)) => {
                self.socket = Some(socket);
                self.anew = true;
                self.heard_at = Instant::now();
                self.unacknowledged = None;
                // The first beat asks for the office's clock.
                self.beat().await;
            }
            Ok(Err(cause)) => self.lose(&cause.to_string()),
            // Now it is stale, which `next` tells.
            Err(_) => self.lose("no connection in time"),
        }
    }

    /// Waits for one frame, or for the moment to ask whether the server is there.
    async fn listen(&mut self) {
        let Some(socket) = self.socket.as_mut() else { return };
        let silence = if self.beat_sent { STALE_AFTER } else { BEAT_AFTER };
        let received = timeout_at(self.heard_at + silence, socket.receive::<V>()).await;
        match received {
            Ok(Ok(frame)) => self.take(frame),
            Ok(Err(LiveError::Closed { code, .. })) if refuses(code) => {
                self.lose("refused");
                self.updates.push_back(Update::Refused { code });
            }
            Ok(Err(cause)) => self.lose(&cause.to_string()),
            Err(_) => self.after_silence().await,
        }
    }

    async fn after_silence(&mut self) {
        let heard_at = self.socket.as_ref().map_or(self.heard_at, LiveSocket::heard_at);
        if heard_at > self.heard_at {
            // A ping of the server's came in between.
            self.heard_at = heard_at;
            self.beat_sent = false;
        } else if self.beat_sent {
            // Half-open, or a server that upgrades and hangs. Said as stale or not: this socket brings nothing more.
            self.lose("silence");
        } else {
            self.beat().await;
        }
    }

    fn take(&mut self, frame: ServerFrame<V>) {
        self.heard_at = Instant::now();
        self.beat_sent = false;
        self.stale_told = false;
        match frame {
            ServerFrame::View { rev, view, set_up: _ } => {
                self.pauses.reset();
                self.unacknowledged = Some(rev);
                let anew = std::mem::replace(&mut self.anew, false);
                self.updates.push_back(Update::View { rev, view, anew });
            }
            ServerFrame::Beat { now, .. } => self.clock = Some((Instant::now(), now.timestamp())),
        }
    }

    async fn beat(&mut self) {
        self.beats += 1;
        self.beat_sent = true;
        self.send(ClientFrame::Beat(self.beats)).await;
    }

    async fn acknowledge(&mut self) {
        if let Some(rev) = self.unacknowledged.take() {
            self.send(ClientFrame::Seen(rev)).await;
        }
    }

    async fn send(&mut self, frame: ClientFrame) {
        let Some(socket) = self.socket.as_mut() else { return };
        match timeout(SEND_WITHIN, socket.send(frame)).await {
            Ok(Ok(())) => {}
            Ok(Err(cause)) => self.lose(&cause.to_string()),
            Err(_) => self.lose("the server takes no frames"),
        }
    }

    fn lose(&mut self, why: &str) {
        let pause = self.pauses.pause();
        tracing::debug!(url = self.address.url(), why, ?pause, "live connection lost");
        self.socket = None;
        self.beat_sent = false;
        self.retry_at = Instant::now() + pause;
    }
}

fn refuses(code: u16) -> bool {
    matches!(code, close::NOT_SIGNED_IN | close::NOT_ALLOWED | close::NO_SUCH_TOPIC)
}
