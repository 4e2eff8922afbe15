//! One WebSocket: at most one view that is not acknowledged, a heartbeat, a clean close.

use std::sync::Arc;
use std::time::{Duration, Instant};

use actix::{Actor, ActorContext, AsyncContext, StreamHandler};
use actix_web::{HttpRequest, HttpResponse, web};
use actix_web_actors::ws::{self, CloseCode, WebsocketContext, WsResponseBuilder};
use moi_display::Moment;
use moi_display::frame::{CLIENT_FRAME_BYTES_MAX, ClientFrame, ServerFrame};
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::{CloseReason, Frame, Signal};
use crate::doors::Seat;
use crate::metrics::Metrics;

/// A ping goes out this often.
const PING_EVERY: Duration = Duration::from_secs(15);

/// A socket that said nothing for this long is closed.
const SILENCE_MAX: Duration = Duration::from_secs(30);

/// Holds a socket's place until it is dropped.
struct Place {
    metrics: Arc<Metrics>,
    _seat: Seat,
}

impl Place {
    fn new(seat: Seat, metrics: &Arc<Metrics>) -> Self {
        metrics.sockets.inc();
        Self { metrics: Arc::clone(metrics), _seat: seat }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.metrics.sockets.dec();
    }
}

/// What a socket shows, and to whom.
pub struct Socket {
    /// The topic's signals.
    pub signals: watch::Receiver<Signal>,
    /// Tells the office's time.
    pub now: Arc<dyn Fn() -> Moment + Send + Sync>,
    /// Who may see it and for how long; none where everybody may for ever.
    pub guard: Option<Guard>,
}

/// Looks whether whoever opened a socket may still see it: a session ends, a device is revoked.
pub struct Guard {
    /// Whether they may.
    pub may_see: Box<dyn Fn() -> bool>,
    /// Rings whenever that may have changed: then it is looked at at once.
    pub rings: watch::Receiver<u64>,
}

/// The bell rang.
struct Rung;

struct LiveSocket {
    signals: Option<watch::Receiver<Signal>>,
    /// Sent and not acknowledged yet.
    awaiting: Option<u64>,
    /// The newest view, waiting for that acknowledgement.
    newest: Option<Frame>,
    heard: Instant,
    now: Arc<dyn Fn() -> Moment + Send + Sync>,
    may_see: Option<Box<dyn Fn() -> bool>>,
    rings: Option<watch::Receiver<u64>>,
    metrics: Arc<Metrics>,
    _place: Place,
}

/// Upgrades a request to a live socket, which holds its seat as long as it lasts.
///
/// # Errors
/// When the request is no WebSocket handshake.
pub fn open_socket(
    request: &HttpRequest,
    payload: web::Payload,
    socket: Socket,
    seat: Seat,
    metrics: &Arc<Metrics>,
) -> Result<HttpResponse, actix_web::Error> {
    let place = Place::new(seat, metrics);
    let Socket { signals, now, guard } = socket;
    let (may_see, rings) = guard.map(|guard| (guard.may_see, guard.rings)).unzip();
    let socket = LiveSocket {
        signals: Some(signals),
        awaiting: None,
        newest: None,
        heard: Instant::now(),
        now,
        may_see,
        rings,
        metrics: Arc::clone(metrics),
        _place: place,
    };
    WsResponseBuilder::new(socket, request, payload).frame_size(CLIENT_FRAME_BYTES_MAX).start()
}

/// Upgrades a request only to say why it is closed: a page can read a close code, not a refused handshake.
///
/// # Errors
/// When the request is no WebSocket handshake.
pub fn refuse_socket(
    request: &HttpRequest,
    payload: web::Payload,
    reason: CloseReason,
) -> Result<HttpResponse, actix_web::Error> {
    WsResponseBuilder::new(Refusal(reason), request, payload).frame_size(CLIENT_FRAME_BYTES_MAX).start()
}

impl LiveSocket {
    fn send(&mut self, frame: Frame, context: &mut WebsocketContext<Self>) {
        self.awaiting = Some(frame.rev);
        context.text(frame.text);
    }

    fn read(&mut self, text: &str, context: &mut WebsocketContext<Self>) {
        match ClientFrame::parse(text) {
            Ok(ClientFrame::Seen(rev)) if self.awaiting == Some(rev) => {
                self.awaiting = None;
                if let Some(frame) = self.newest.take() {
                    self.send(frame, context);
                }
            }
            // An acknowledgement of what was acknowledged before: harmless.
            Ok(ClientFrame::Seen(_)) => {}
            Ok(ClientFrame::Beat(beat)) => {
                let answer = ServerFrame::<()>::Beat { beat, now: (self.now)() };
                if let Ok(text) = serde_json::to_string(&answer) {
                    context.text(text);
                }
            }
            Err(_) => self.close(CloseReason::Malformed, context),
        }
    }

    /// Pings, looks whether the watcher may still see, and closes when nothing is heard until the limit.
    fn keep_alive(&mut self, context: &mut WebsocketContext<Self>) {
        // Time alone ends a session, too, without a bell.
        if !self.may_still_see() {
            return self.close(CloseReason::NotSignedIn, context);
        }
        context.ping(b"");
        let left = SILENCE_MAX.saturating_sub(self.heard.elapsed());
        context.run_later(left, |socket, context| {
            if socket.heard.elapsed() >= SILENCE_MAX {
                socket.close(CloseReason::Silent, context);
            }
        });
    }

    fn may_still_see(&self) -> bool {
        self.may_see.as_ref().is_none_or(|may_see| may_see())
    }

    fn close(&self, reason: CloseReason, context: &mut WebsocketContext<Self>) {
        if reason == CloseReason::Malformed {
            self.metrics.count_refusal(reason.problem_code());
        }
        close(reason, context);
    }
}

fn close<A: Actor<Context = WebsocketContext<A>>>(reason: CloseReason, context: &mut WebsocketContext<A>) {
    let code = CloseCode::from(reason.code());
    context.close(Some(ws::CloseReason { code, description: Some(reason.words().into()) }));
    context.stop();
}

impl Actor for LiveSocket {
    type Context = WebsocketContext<Self>;

    fn started(&mut self, context: &mut Self::Context) {
        if let Some(signals) = self.signals.take() {
            context.add_stream(WatchStream::new(signals));
        }
        if let Some(rings) = self.rings.take() {
            // The value of the moment comes first: what changed since the door was passed is seen, too.
            context.add_stream(WatchStream::new(rings).map(|_| Rung));
        }
        context.run_interval(PING_EVERY, Self::keep_alive);
    }
}

impl StreamHandler<Signal> for LiveSocket {
    fn handle(&mut self, signal: Signal, context: &mut Self::Context) {
        match signal {
            Signal::View(frame) if self.awaiting.is_none() => self.send(frame, context),
            Signal::View(frame) => self.newest = Some(frame),
            Signal::Close(reason) => self.close(reason, context),
        }
    }

    fn finished(&mut self, context: &mut Self::Context) {
        self.close(CloseReason::Stopping, context);
    }
}

impl StreamHandler<Rung> for LiveSocket {
    fn handle(&mut self, Rung: Rung, context: &mut Self::Context) {
        if !self.may_still_see() {
            self.close(CloseReason::NotSignedIn, context);
        }
    }

    /// The bell is there for as long as the office is.
    fn finished(&mut self, _context: &mut Self::Context) {}
}

impl StreamHandler<Result<ws::Message, ws::ProtocolError>> for LiveSocket {
    fn handle(&mut self, message: Result<ws::Message, ws::ProtocolError>, context: &mut Self::Context) {
        self.heard = Instant::now();
        match message {
            Ok(ws::Message::Text(text)) => self.read(&text, context),
            Ok(ws::Message::Ping(data)) => context.pong(&data),
            Ok(ws::Message::Pong(_) | ws::Message::Nop) => {}
            Ok(ws::Message::Close(reason)) => {
                context.close(reason);
                context.stop();
            }
            Ok(ws::Message::Binary(_) | ws::Message::Continuation(_)) | Err(_) => {
                self.close(CloseReason::Malformed, context);
            }
        }
    }

    fn finished(&mut self, context: &mut Self::Context) {
        context.stop();
    }
}

/// A socket that says one thing: why it is none.
struct Refusal(CloseReason);

impl Actor for Refusal {
    type Context = WebsocketContext<Self>;

    fn started(&mut self, context: &mut Self::Context) {
        close(self.0, context);
    }
}

impl StreamHandler<Result<ws::Message, ws::ProtocolError>> for Refusal {
    fn handle(&mut self, _message: Result<ws::Message, ws::ProtocolError>, context: &mut Self::Context) {
        context.stop();
    }
}
