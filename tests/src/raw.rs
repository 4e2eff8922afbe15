//! Requests that no HTTP client would send: written byte for byte, answered by text.

use std::time::Duration;

use anyhow::{Context, ensure};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// A server answers nonsense at once or hangs up.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);
/// No answer to nonsense is longer.
const ANSWER_BYTES_MAX: usize = 1024 * 1024;

/// An answer as it came over the wire.
#[derive(Debug, Clone)]
pub struct RawAnswer {
    /// The HTTP status; 0 when the server hung up without a word.
    pub status: u16,
    /// Head and body.
    pub text: String,
}

/// Sends bytes to `http://HOST:PORT` and reads until the server hangs up.
///
/// # Errors
/// When the server can't be reached, or neither answers nor hangs up within 10 s.
pub async fn send(base: &str, bytes: &[u8]) -> anyhow::Result<RawAnswer> {
    let mut stream = TcpStream::connect(base.trim_start_matches("http://")).await.context("connect")?;
    let mut answer = Vec::new();
    let talking = async {
        // The server may hang up before it has read everything, which is its right.
        let _ = stream.write_all(bytes).await;
        let mut part = [0; 4096];
        while let Ok(count @ 1..) = stream.read(&mut part).await {
            answer.extend_from_slice(&part[..count]);
            if answer.len() > ANSWER_BYTES_MAX || is_whole(&answer) {
                break;
            }
        }
    };
    timeout(ANSWER_WITHIN, talking).await.context("the server neither answers nor hangs up")?;
    let text = String::from_utf8_lossy(&answer).into_owned();
    if text.is_empty() {
        return Ok(RawAnswer { status: 0, text });
    }
    ensure!(text.starts_with("HTTP/1.1 ") || text.starts_with("HTTP/1.0 "), "no HTTP: {text:?}");
    let status =
        text[9..].split(' ').next().unwrap_or_default().parse().with_context(|| format!("status: {text:?}"))?;
    Ok(RawAnswer { status, text })
}

/// Whether the head has come and as much of the body as it promises.
fn is_whole(answer: &[u8]) -> bool {
    let Some(head) = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n") else { return false };
    let lower = String::from_utf8_lossy(&answer[..head]).to_lowercase();
    let length =
        lower.lines().find_map(|line| line.strip_prefix("content-length:")).and_then(|n| n.trim().parse().ok());
    length.is_some_and(|length: usize| answer.len() >= head + 4 + length)
}
