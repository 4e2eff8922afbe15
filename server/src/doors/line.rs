//! One connection: its bytes, its place among the others, and the deadline by which its next request or answer must be
//! through. The HTTP library times the first request of a connection alone.

use std::cell::Cell;
use std::io;
use std::net::IpAddr;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep_until};
use tokio_rustls::server::TlsStream;

use super::gate::Seat;
use super::limits::Limit;
use crate::metrics::Metrics;

/// A connection's first request is whole within this, its encryption included: some packets each way, a second apart on
/// a bad mobile network.
pub(super) const FIRST_HEAD_MAX: Duration = Duration::from_secs(10);

/// So is each later one, from its first byte on.
const HEAD_MAX: Duration = Duration::from_secs(10);

/// An answer is taken and the next request begun within this: the largest answer, 1 MB, at a slow 20 KB a second.
const ANSWER_MAX: Duration = Duration::from_mins(1);

/// A connection's bytes.
pub(super) enum Stream {
    /// As they are.
    Plain(TcpStream),
    /// Encrypted.
    Encrypted(Box<TlsStream<TcpStream>>),
}

/// One connection.
pub(super) struct Line {
    stream: Stream,
    shared: Rc<Shared>,
    timer: Pin<Box<Sleep>>,
    metrics: Arc<Metrics>,
    _seat: Seat,
}

/// What handlers know of the connection that a request came by, and what they tell it.
#[derive(Clone)]
pub struct Connection(Rc<Shared>);

struct Shared {
    is_encrypted: bool,
    local: Option<IpAddr>,
    phase: Cell<Phase>,
}

/// Where a connection is in its life.
#[derive(Clone, Copy)]
enum Phase {
    /// Its first request comes.
    First { until: Instant },
    /// A request is answered; handlers have deadlines of their own, and a live socket has its heartbeat.
    Asked,
    /// An answer is on its way; nothing of the next request has come.
    Answered { until: Instant },
    /// The next request comes.
    Next { until: Instant },
}

impl Line {
    pub(super) fn new(stream: Stream, since: Instant, metrics: Arc<Metrics>, seat: Seat) -> Self {
        let until = since + FIRST_HEAD_MAX;
        let (tcp, is_encrypted) = match &stream {
            Stream::Plain(tcp) => (tcp, false),
            Stream::Encrypted(tls) => (tls.get_ref().0, true),
        };
        let local = tcp.local_addr().ok().map(|address| address.ip());
        let shared = Rc::new(Shared { is_encrypted, local, phase: Cell::new(Phase::First { until }) });
        Self { stream, shared, timer: Box::pin(sleep_until(until)), metrics, _seat: seat }
    }

    /// What handlers get.
    pub(super) fn connection(&self) -> Connection {
        Connection(Rc::clone(&self.shared))
    }

    /// An error once the deadline has passed; else the task is woken when it does.
    fn look_at_clock(&mut self, context: &mut Context<'_>) -> io::Result<()> {
        let Some(until) = self.shared.phase.get().until() else { return Ok(()) };
        if self.timer.deadline() != until {
            self.timer.as_mut().reset(until);
        }
        if self.timer.as_mut().poll(context).is_pending() {
            return Ok(());
        }
        self.metrics.count_limit(Limit::Slow);
        // Once is enough: whoever asks again gets nothing more to count.
        self.shared.phase.set(Phase::Asked);
        Err(io::Error::from(io::ErrorKind::TimedOut))
    }
}

impl Phase {
    fn until(self) -> Option<Instant> {
        match self {
            Self::First { until } | Self::Answered { until } | Self::Next { until } => Some(until),
            Self::Asked => None,
        }
    }
}

impl Connection {
    /// Whether it is encrypted by this office.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.0.is_encrypted
    }

    /// The address of this machine at which it came in.
    #[must_use]
    pub fn local(&self) -> Option<IpAddr> {
        self.0.local
    }

    /// A request's head is whole.
    pub fn asked(&self) {
        self.0.phase.set(Phase::Asked);
    }

    /// Its answer begins. Not for a live socket, which lasts.
    pub fn answered(&self) {
        self.0.phase.set(Phase::Answered { until: Instant::now() + ANSWER_MAX });
    }
}

impl Shared {
    /// Something was read: between two requests it is the beginning of the next one.
    fn heard(&self) {
        match self.phase.get() {
            Phase::Answered { until } => {
                self.phase.set(Phase::Next { until: until.min(Instant::now() + HEAD_MAX) });
            }
            Phase::First { .. } | Phase::Asked | Phase::Next { .. } => {}
        }
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.look_at_clock(context)?;
        let before = buffer.filled().len();
        let read = match &mut self.stream {
            Stream::Plain(tcp) => Pin::new(tcp).poll_read(context, buffer),
            Stream::Encrypted(tls) => Pin::new(tls.as_mut()).poll_read(context, buffer),
        };
        if buffer.filled().len() > before {
            self.shared.heard();
            self.look_at_clock(context)?;
        }
        read
    }
}

impl AsyncWrite for Line {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.look_at_clock(context)?;
        match &mut self.stream {
            Stream::Plain(tcp) => Pin::new(tcp).poll_write(context, bytes),
            Stream::Encrypted(tls) => Pin::new(tls.as_mut()).poll_write(context, bytes),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.stream {
            Stream::Plain(tcp) => Pin::new(tcp).poll_flush(context),
            Stream::Encrypted(tls) => Pin::new(tls.as_mut()).poll_flush(context),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.look_at_clock(context)?;
        match &mut self.stream {
            Stream::Plain(tcp) => Pin::new(tcp).poll_shutdown(context),
            Stream::Encrypted(tls) => Pin::new(tls.as_mut()).poll_shutdown(context),
        }
    }
}
