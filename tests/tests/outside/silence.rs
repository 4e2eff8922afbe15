//! Sockets whose other end is gone without a word.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use moi_tests::Office;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// A frame from a server: opcode and payload.
type Frame = (u8, Vec<u8>);

#[tokio::test]
async fn a_silent_socket_is_pinged_after_fifteen_seconds_and_closed_after_thirty() -> Result<()> {
    let office = Office::start().await?;
    let mut socket = TcpStream::connect(office.base().trim_start_matches("http://")).await?;
    let handshake = "GET /live/wall HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
                     Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    socket.write_all(handshake.as_bytes()).await?;
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(socket.read_u8().await?);
    }
    ensure!(head.starts_with(b"HTTP/1.1 101 "), "{}", String::from_utf8_lossy(&head));
    let begun = Instant::now();
    let mut pinged = None;
    let closed = loop {
        match timeout(Duration::from_mins(1), frame(&mut socket)).await.context("still open after a minute")?? {
            (0x9, _) => pinged = pinged.or(Some(begun.elapsed())),
            (0x8, payload) => break payload,
            _ => {}
        }
    };
    let took = begun.elapsed();
    let pinged = pinged.context("no ping came")?;
    assert!((13..=20).contains(&pinged.as_secs()), "the first ping came after {pinged:?}");
    assert!((28..=48).contains(&took.as_secs()), "closed after {took:?}");
    assert_eq!(closed.get(..2), Some(&1008_u16.to_be_bytes()[..]), "close code");
    office.close().await
}

/// One unmasked frame.
async fn frame(socket: &mut TcpStream) -> Result<Frame> {
    let opcode = socket.read_u8().await? & 0x0F;
    let length = match socket.read_u8().await? {
        126 => usize::from(socket.read_u16().await?),
        127 => usize::try_from(socket.read_u64().await?)?,
        short => usize::from(short),
    };
    let mut payload = vec![0; length];
    socket.read_exact(&mut payload).await?;
    Ok((opcode, payload))
}
