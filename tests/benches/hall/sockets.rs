//! Many lean WebSocket clients: each notes when it got its text frames, and acknowledges as a display does.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

/// Handshakes at once; a listening socket's backlog is 1,024.
const OPENING_AT_ONCE: usize = 200;

/// So many open sockets on one topic.
pub struct Crowd {
    arrivals: mpsc::UnboundedReceiver<Instant>,
    opened: Arc<AtomicUsize>,
    counting: Arc<AtomicBool>,
    readers: JoinSet<()>,
}

impl Crowd {
    /// Opens `count` sockets to `/live/wall` of a server.
    pub async fn gather(base: &str, count: usize) -> Result<Self> {
        let (arrived, arrivals) = mpsc::unbounded_channel();
        let counting = Arc::new(AtomicBool::new(false));
        let opened = Arc::new(AtomicUsize::new(0));
        let mut readers = JoinSet::new();
        let mut left = count;
        while left > 0 {
            let now = left.min(OPENING_AT_ONCE);
            let mut opening = JoinSet::new();
            for _ in 0..now {
                opening.spawn(open(base.trim_start_matches("http://").to_owned()));
            }
            while let Some(socket) = opening.join_next().await {
                let socket = socket.context("open a socket")??;
                opened.fetch_add(1, Ordering::Relaxed);
                let (arrived, counting, opened) = (arrived.clone(), Arc::clone(&counting), Arc::clone(&opened));
                readers.spawn(async move {
                    // A socket that ended is missing in the next round, which says so.
                    let _ = read(socket, &arrived, &counting).await;
                    opened.fetch_sub(1, Ordering::Relaxed);
                });
            }
            left -= now;
        }
        Ok(Self { arrivals, opened, counting, readers })
    }

    /// Counts frames from now on; those that are on their way are given a moment to arrive.
    pub async fn begin(&mut self) {
        tokio::time::sleep(Duration::from_secs(1)).await;
        self.counting.store(true, Ordering::Relaxed);
        while self.arrivals.try_recv().is_ok() {}
    }

    /// Waits until every socket has got one frame, and tells how long after `told` each got it, in milliseconds.
    pub async fn round(&mut self, told: Instant, count: usize, within: Duration) -> Result<Vec<f64>> {
        let mut took = Vec::with_capacity(count);
        while took.len() < count {
            let arrival = tokio::time::timeout(within, self.arrivals.recv()).await;
            let arrival = arrival.ok().flatten().with_context(|| {
                format!(
                    "{} of {count} got the frame; {} sockets are open",
                    took.len(),
                    self.opened.load(Ordering::Relaxed)
                )
            })?;
            took.push(arrival.saturating_duration_since(told).as_secs_f64() * 1000.0);
        }
        Ok(took)
    }

    /// Closes all sockets.
    pub async fn leave(mut self) {
        self.readers.shutdown().await;
    }
}

async fn open(address: String) -> Result<BufReader<TcpStream>> {
    let mut stream = TcpStream::connect(&address).await?;
    stream.set_nodelay(true)?;
    let request = format!(
        "GET /live/wall HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await?;
    let mut reader = BufReader::with_capacity(2048, stream);
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(reader.read_u8().await?);
    }
    ensure!(head.starts_with(b"HTTP/1.1 101"), "{}", String::from_utf8_lossy(&head));
    Ok(reader)
}

async fn read(
    mut socket: BufReader<TcpStream>,
    arrived: &mpsc::UnboundedSender<Instant>,
    counting: &AtomicBool,
) -> Result<()> {
    let mut payload = Vec::new();
    loop {
        let opcode = socket.read_u8().await? & 0x0F;
        let length = match socket.read_u8().await? {
            126 => usize::from(socket.read_u16().await?),
            127 => usize::try_from(socket.read_u64().await?)?,
            short => usize::from(short),
        };
        payload.resize(length, 0);
        socket.read_exact(&mut payload).await?;
        match opcode {
            0x1 => {
                if counting.load(Ordering::Relaxed) {
                    arrived.send(Instant::now())?;
                }
                if let Some(rev) = revision(&payload) {
                    send(&mut socket, 0x1, format!(r#"{{"seen":{rev}}}"#).as_bytes()).await?;
                }
            }
            0x9 => send(&mut socket, 0xA, &payload).await?,
            0x8 => return Ok(()),
            _ => {}
        }
    }
}

/// The revision that stands at the beginning of a view's frame; a floor's frame has one, too, and is answered alike.
fn revision(payload: &[u8]) -> Option<&str> {
    let rest = payload.strip_prefix(br#"{"rev":"#)?;
    let end = rest.iter().position(|byte| !byte.is_ascii_digit())?;
    std::str::from_utf8(&rest[..end]).ok()
}

/// Sends a short frame; the mask of zeros leaves the payload as it is, which the protocol allows.
async fn send(socket: &mut BufReader<TcpStream>, opcode: u8, payload: &[u8]) -> Result<()> {
    let length = u8::try_from(payload.len()).ok().filter(|length| *length < 126).context("a short frame")?;
    let mut frame = vec![0x80 | opcode, 0x80 | length, 0, 0, 0, 0];
    frame.extend_from_slice(payload);
    socket.write_all(&frame).await?;
    Ok(())
}
