//! Whoever wants to keep an office from its work, from one address of this machine: slow heads, idle connections and
//! sockets, frames and bodies that are too large. Bounded, and over when it is dropped.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::Context;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinSet;

/// Where they come from: any address of 127.0.0.0/8 is this machine's, and this one is nobody else's.
const FROM: &str = "127.0.0.66:0";

/// How many of each kind.
#[derive(Debug, Clone, Copy)]
pub struct Force {
    /// Connections whose head comes a byte at a time, begun anew when they are closed.
    pub slow_heads: usize,
    /// Connections that say nothing, or open a live socket and then say nothing, half of each.
    pub idle: usize,
    /// Sockets and requests that send too much, again and again.
    pub oversized: usize,
}

/// An office under siege.
#[derive(Debug)]
pub struct Siege {
    parties: JoinSet<()>,
    done: Arc<Done>,
}

/// What they did so far.
#[derive(Debug, Default)]
struct Done {
    connected: AtomicU64,
    turned_away: AtomicU64,
}

impl Siege {
    /// Begins against `http://HOST:PORT`.
    ///
    /// # Errors
    /// When the address is none.
    pub fn begin(base: &str, force: Force) -> anyhow::Result<Self> {
        let office: SocketAddr = base.trim_start_matches("http://").parse().context("an address")?;
        let mut siege = Self { parties: JoinSet::new(), done: Arc::default() };
        for number in 0..force.slow_heads {
            siege.party(move |done| drip(office, number, done));
        }
        for number in 0..force.idle {
            siege.party(move |done| idle(office, number % 2 == 0, done));
        }
        for number in 0..force.oversized {
            siege.party(move |done| pour(office, number % 2 == 0, done));
        }
        Ok(siege)
    }

    /// Connections that were opened, and those that were closed without being heard.
    #[must_use]
    pub fn done(&self) -> (u64, u64) {
        (self.done.connected.load(Ordering::Relaxed), self.done.turned_away.load(Ordering::Relaxed))
    }

    fn party<F>(&mut self, begin: impl FnOnce(Arc<Done>) -> F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        self.parties.spawn(begin(Arc::clone(&self.done)));
    }
}

async fn connect(office: SocketAddr, done: &Done) -> Option<TcpStream> {
    let opening = async {
        let socket = TcpSocket::new_v4()?;
        socket.bind(FROM.parse().map_err(std::io::Error::other)?)?;
        socket.connect(office).await
    };
    let stream = opening.await.ok()?;
    done.connected.fetch_add(1, Ordering::Relaxed);
    Some(stream)
}

/// A little rest, so that whoever is turned away comes again, but not as fast as the machine can.
async fn again(number: usize) {
    tokio::time::sleep(Duration::from_millis(200 + (number as u64 % 7) * 50)).await;
}

async fn drip(office: SocketAddr, number: usize, done: Arc<Done>) {
    loop {
        if let Some(mut stream) = connect(office, &done).await {
            let head = b"GET /api/v1/office HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ";
            for byte in head.iter().chain(std::iter::repeat(&b'x')) {
                if stream.write_all(&[*byte]).await.is_err() {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
        again(number).await;
    }
}

async fn idle(office: SocketAddr, upgraded: bool, done: Arc<Done>) {
    loop {
        let Some(mut stream) = connect(office, &done).await else {
            again(0).await;
            continue;
        };
        if upgraded {
            let _ = stream.write_all(&handshake(office)).await;
        }
        // Reads nothing of what comes, but notices the end.
        let mut byte = [0; 1];
        if !upgraded && matches!(stream.read(&mut byte).await, Ok(1)) {
            done.turned_away.fetch_add(1, Ordering::Relaxed);
        }
        tokio::time::sleep(Duration::from_secs(if upgraded { 40 } else { 2 })).await;
    }
}

async fn pour(office: SocketAddr, frames: bool, done: Arc<Done>) {
    loop {
        if let Some(mut stream) = connect(office, &done).await {
            let bytes = vec![b'x'; 64 * 1024];
            if frames {
                let _ = stream.write_all(&handshake(office)).await;
                // A text frame of a megabyte, as it says.
                let _ = stream.write_all(&[0x81, 0xFF, 0, 0, 0, 0, 0, 0x10, 0, 0, 0, 0, 0, 0]).await;
            } else {
                let head = "POST /api/v1/tickets HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n\
                            Transfer-Encoding: chunked\r\n\r\n10000\r\n";
                let _ = stream.write_all(head.as_bytes()).await;
            }
            for _ in 0..16 {
                if stream.write_all(&bytes).await.is_err() {
                    break;
                }
                tokio::task::yield_now().await;
            }
        }
        again(0).await;
    }
}

fn handshake(office: SocketAddr) -> Vec<u8> {
    format!(
        "GET /live/wall HTTP/1.1\r\nHost: {office}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    .into_bytes()
}
