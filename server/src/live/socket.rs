//! One WebSocket: at most one view that is not acknowledged, a heartbeat, a clean close.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use actix::{Actor, ActorContext, AsyncContext, StreamHandler};
use actix_web::{HttpRequest, HttpResponse, web};
use actix_web_actors::ws::{self, CloseCode, WebsocketContext, WsResponseBuilder};
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;

use super::{CloseReason, Frame, Signal};
use crate::metrics::Metrics;

/// A ping goes out this often.
const PING_EVERY: Duration = Duration::from_secs(15);

/// A socket that said nothing for this long is closed.
const SILENCE_MAX: Duration = Duration::from_secs(30);

/// Clients send small acknowledgements; a longer frame is not of the protocol.
const FRAME_MAX: usize = 1_024;

/// Sockets of one office. At 11 KiB a socket this is 140 MiB, what a city hall's server has to spare.
const SOCKETS_MAX: usize = 12_800;

/// Counts open sockets and says when there are too many.
#[derive(Clone, Default)]
pub struct ConnectionLimit(Arc<AtomicUsize>);

/// Holds a socket's place until it is dropped.
struct Place(ConnectionLimit, Arc<Metrics>);

impl ConnectionLimit {
    fn take(&self, metrics: &Arc<Metrics>) -> Option<Place> {
        let taken =
            self.0.fetch_update(Ordering::AcqRel, Ordering::Acquire, |open| (open < SOCKETS_MAX).then_some(open + 1));
        taken.ok().map(|_| {
            metrics.sockets.inc();
            Place(self.clone(), Arc::clone(metrics))
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::AcqRel);
        self.1.sockets.dec();
    }
}

/// What a client may send.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
enum ClientFrame {
    /// The revision that is on its screen.
    Seen(u64),
    /// Are you there?
    Beat(u64),
}

/// The answer to a beat, with the office's time.
#[derive(Serialize)]
struct Beat {
    beat: u64,
    now: String,
}

/// Tells the office's time as pages read it.
pub type Now = Arc<dyn Fn() -> String + Send + Sync>;

struct LiveSocket {
    signals: Option<watch::Receiver<Signal>>,
    /// Sent and not acknowledged yet.
    awaiting: Option<u64>,
    /// The newest view, waiting for that acknowledgement.
    newest: Option<Frame>,
    heard: Instant,
    now: Now,
    metrics: Arc<Metrics>,
    _place: Place,
}

/// Upgrades a request to a socket that shows `signals`.
///
/// # Errors
/// When the request is no WebSocket handshake.
pub fn open_socket(
    request: &HttpRequest,
    payload: web::Payload,
    signals: watch::Receiver<Signal>,
    limit: &ConnectionLimit,
    now: Now,
    metrics: &Arc<Metrics>,
) -> Result<Option<HttpResponse>, actix_web::Error> {
    let Some(place) = limit.take(metrics) else { return Ok(None) };
    let socket = LiveSocket {
        signals: Some(signals),
        awaiting: None,
        newest: None,
        heard: Instant::now(),
        now,
        metrics: Arc::clone(metrics),
        _place: place,
    };
    WsResponseBuilder::new(socket, request, payload).frame_size(FRAME_MAX).start().map(Some)
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
    WsResponseBuilder::new(Refusal(reason), request, payload).frame_size(FRAME_MAX).start()
}

impl LiveSocket {
    fn send(&mut self, frame: Frame, context: &mut WebsocketContext<Self>) {
        self.awaiting = Some(frame.rev);
        context.text(frame.text);
    }

    fn read(&mut self, text: &str, context: &mut WebsocketContext<Self>) {
        match serde_json::from_str(text) {
            Ok(ClientFrame::Seen(rev)) if self.awaiting == Some(rev) => {
                self.awaiting = None;
                if let Some(frame) = self.newest.take() {
                    self.send(frame, context);
                }
            }
            // An acknowledgement of what was acknowledged before: harmless.
            Ok(ClientFrame::Seen(_)) => {}
            Ok(ClientFrame::Beat(beat)) => {
                let answer = Beat { beat, now: (self.now)() };
                if let Ok(text) = serde_json::to_string(&answer) {
                    context.text(text);
                }
            }
            Err(_) => self.close(CloseReason::Malformed, context),
        }
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
        context.run_interval(PING_EVERY, |socket, context| {
            // The timer's own jitter must not grant a dead peer another round.
            if socket.heard.elapsed() + PING_EVERY / 2 > SILENCE_MAX {
                socket.close(CloseReason::Silent, context);
            } else {
                context.ping(b"");
            }
        });
    }
}

impl StreamHandler<Signal> for LiveSocket {
    fn handle(&mut self, signal: Signal, context: &mut Self::Context) {
        match signal {
            Signal::View(frame) if self.awaiting.is_none() => self.send(frame, context),
            Signal::View(frame) => self.newest = Some(frame),
            Signal::Stop => self.close(CloseReason::Stopping, context),
        }
    }

    fn finished(&mut self, context: &mut Self::Context) {
        self.close(CloseReason::Stopping, context);
    }
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
