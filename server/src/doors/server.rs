//! From a TCP connection to a request: a place, encryption, a deadline, then HTTP. The only file that names what lies
//! below actix-web.

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use actix_http::body::MessageBody;
use actix_http::{HttpService, Request, Response};
use actix_server::ServerBuilder;
use actix_service::{IntoServiceFactory, ServiceFactory, ServiceFactoryExt as _, fn_service, map_config};
use actix_web::dev::AppConfig;
use moi_config::network::Network;
use socket2::SockRef;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_rustls::TlsAcceptor;

use super::gate::{Gate, Knock, Seat};
use super::limits::Limit;
use super::line::{FIRST_HEAD_MAX, Line, Stream};
use crate::metrics::Metrics;

/// The first request of a connection is whole within this once it is encrypted, or is answered 408.
const REQUEST_WITHIN: Duration = Duration::from_secs(5);

/// A connection that nobody uses is kept for the next request so long: a page asks for its files at once.
const IDLE_MAX: Duration = Duration::from_secs(5);

/// Whoever was answered before they had said everything has this long to read the answer.
const LEAVING_MAX: Duration = Duration::from_secs(1);

/// A peer whose machine vanished is noticed after this long, whatever waits to be sent to it.
const PEER_GONE: Duration = Duration::from_secs(30);

/// Whoever finds no place is told so within this, or not at all.
const TELLING_MAX: Duration = Duration::from_millis(200);

/// For whoever finds no place.
const FULL: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\nconnection: close\r\n\
    content-length: 0\r\n\r\n";

/// How connections come in.
#[derive(Clone)]
pub struct Entry {
    /// Who has a place.
    pub gate: Gate,
    /// Proxies that were named.
    pub proxies: Arc<[Network]>,
    /// Encrypts; none for plain HTTP.
    pub tls: Option<TlsAcceptor>,
    /// Counts who was turned away.
    pub metrics: Arc<Metrics>,
}

/// Serves an application on a listener.
///
/// # Errors
/// When the listener can't be used.
pub fn serve_on<F, A, S, B>(
    builder: ServerBuilder,
    listener: TcpListener,
    entry: Entry,
    application: F,
) -> io::Result<ServerBuilder>
where
    F: Fn() -> A + Send + Clone + 'static,
    A: IntoServiceFactory<S, Request>,
    S: ServiceFactory<Request, Config = AppConfig> + 'static,
    S::Error: Into<actix_web::Error>,
    S::InitError: std::fmt::Debug,
    S::Response: Into<Response<B>>,
    B: MessageBody + 'static,
{
    let name = format!("moi-{}", listener.local_addr()?);
    let closing = builder.graceful_shutdown_signal();
    builder.listen(name, listener, move || {
        let (entry, closing) = (entry.clone(), closing.clone());
        let application =
            application().into_factory().map_err(|error: S::Error| error.into().error_response().map_into_boxed_body());
        let http = HttpService::build()
            .keep_alive(IDLE_MAX)
            .client_request_timeout(REQUEST_WITHIN)
            .client_disconnect_timeout(LEAVING_MAX)
            .graceful_shutdown_signal(move || {
                let closing = closing.clone();
                async move { closing.notified().await }
            })
            .on_connect_ext(|line: &Line, data| {
                data.insert(line.connection());
            })
            .h1(map_config(application, |()| AppConfig::default()));
        fn_service(move |stream: TcpStream| {
            let entry = entry.clone();
            async move { entry.admit(stream).await }
        })
        .map_err(actix_http::error::DispatchError::Io)
        .and_then(http)
    })
}

impl Entry {
    async fn admit(self, stream: TcpStream) -> io::Result<(Line, Option<SocketAddr>)> {
        let since = Instant::now();
        let peer = stream.peer_addr()?;
        let seat = match self.gate.enter(self.knock(peer.ip())) {
            Ok(seat) => seat,
            Err(limit) => return Err(self.turn_away(stream, limit).await),
        };
        settle(&stream);
        let stream = match &self.tls {
            None => Stream::Plain(stream),
            Some(acceptor) => self.encrypt(acceptor, stream, since).await?,
        };
        Ok((self.line(stream, since, seat), Some(peer)))
    }

    fn line(&self, stream: Stream, since: Instant, seat: Seat) -> Line {
        Line::new(stream, since, Arc::clone(&self.metrics), seat)
    }

    fn knock(&self, address: IpAddr) -> Knock {
        let is_proxy = self.proxies.iter().any(|network| network.contains(address));
        if is_proxy { Knock::Proxy(address) } else { Knock::Address(address) }
    }

    async fn turn_away(&self, mut stream: TcpStream, limit: Limit) -> io::Error {
        self.metrics.count_limit(limit);
        if self.tls.is_none() {
            // It fits into the empty buffer of a new connection. Where it does not, nobody is waited for.
            let told = async { stream.write_all(FULL).await.and(stream.shutdown().await) };
            let _ = timeout(TELLING_MAX, told).await;
        }
        io::Error::from(io::ErrorKind::ConnectionRefused)
    }

    async fn encrypt(&self, acceptor: &TlsAcceptor, stream: TcpStream, since: Instant) -> io::Result<Stream> {
        let accepted = timeout_at(since + FIRST_HEAD_MAX, acceptor.accept(stream)).await;
        let Ok(accepted) = accepted else {
            self.metrics.count_limit(Limit::Slow);
            return Err(io::Error::from(io::ErrorKind::TimedOut));
        };
        let stream = accepted.inspect_err(|error| tracing::debug!(%error, "a connection could not be encrypted"))?;
        Ok(Stream::Encrypted(Box::new(stream)))
    }
}

fn settle(stream: &TcpStream) {
    let socket = SockRef::from(stream);
    let settled = socket.set_tcp_nodelay(true).and_then(|()| socket.set_tcp_user_timeout(Some(PEER_GONE)));
    if let Err(error) = settled {
        tracing::debug!(%error, "a connection has no user time-out");
    }
}
