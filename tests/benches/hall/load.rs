//! A lean HTTP load: one request, written once, over connections that stay. Its own cost is in the floor, too.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// Longest answer of the routes that are measured.
const ANSWER_BYTES_MAX: usize = 64 * 1024;

/// A connection that stays.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    /// Connects to `http://HOST:PORT`.
    pub async fn open(base: &str) -> Result<Self> {
        let stream = TcpStream::connect(base.trim_start_matches("http://")).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: vec![0; ANSWER_BYTES_MAX] })
    }

    /// Sends a request and reads the whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> Result<&[u8]> {
        self.stream.write_all(request).await?;
        let mut filled = 0;
        let mut whole = None;
        while whole.is_none_or(|length| filled < length) {
            let count = self.stream.read(&mut self.buffer[filled..]).await?;
            ensure!(count > 0, "the server hung up");
            filled += count;
            if whole.is_none() {
                whole = length_of(&self.buffer[..filled]);
            }
        }
        Ok(&self.buffer[..filled])
    }
}

/// The length of an answer, once its head is there.
fn length_of(bytes: &[u8]) -> Option<usize> {
    let head = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let lines = std::str::from_utf8(&bytes[..head]).ok()?.lines();
    let length =
        lines.filter_map(|line| line.split_once(':')).find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    Some(head + 4 + length.map_or(Some(0), |(_, value)| value.trim().parse::<usize>().ok())?)
}

/// A POST request with a JSON body and more header lines.
pub fn post(path: &str, headers: &str, body: &str) -> Vec<u8> {
    let kind = if body.is_empty() { "" } else { "Content-Type: application/json\r\n" };
    let length = body.len();
    format!("POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}{kind}Content-Length: {length}\r\n\r\n{body}")
        .into_bytes()
}

/// Asks the same from so many clients for so long; answers a second. Each answer must begin as `begins`.
pub async fn rate(base: &str, request: &[u8], clients: usize, lasting: Duration, begins: &'static str) -> Result<f64> {
    let request = Arc::new(request.to_vec());
    let mut asking = JoinSet::new();
    let begun = Instant::now();
    for _ in 0..clients {
        let mut connection = Connection::open(base).await?;
        let request = Arc::clone(&request);
        asking.spawn(async move {
            let mut answers = 0_u32;
            while begun.elapsed() < lasting {
                let answer = connection.ask(&request).await?;
                ensure!(answer.starts_with(begins.as_bytes()), "{}", String::from_utf8_lossy(answer));
                answers += 1;
            }
            Ok(answers)
        });
    }
    let mut answers = 0_u32;
    while let Some(count) = asking.join_next().await {
        answers += count.context("a client")??;
    }
    Ok(f64::from(answers) / begun.elapsed().as_secs_f64())
}
