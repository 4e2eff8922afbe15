//! Ways in for the fuzz targets, in no other build: what meets bytes of a printer.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream};
use tokio::time::Instant;

use crate::transport::tcp::Line;

/// How long the printer may think about each question, and about all of them together.
const PATIENCE: Duration = Duration::from_millis(700);
const ALLOWED: Duration = Duration::from_secs(10);

/// Asks a printer for its state that says what the script tells it, when it tells it.
///
/// # Panics
/// When a bug is found: a conversation that does not end in its time.
pub fn converse(script: &[u8]) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
    runtime.expect("a runtime without I/O").block_on(async {
        let (ours, printers) = tokio::io::duplex(64);
        let printer = tokio::spawn(speak(printers, script.to_vec()));
        let begun = Instant::now();
        let mut line = Line { stream: ours, deadline: begun + ALLOWED };
        for _ in 0..2 {
            // A connection that breaks is the printer's business; that it ends in its time is ours.
            drop(line.state(PATIENCE).await);
        }
        assert!(begun.elapsed() <= ALLOWED, "a conversation of {:?}", begun.elapsed());
        printer.abort();
    });
}

/// A byte of the script tells what the printer does next, as its three lowest bits say: says so many of the bytes that
/// follow, or thinks, or reads a question, or hangs up.
async fn speak(mut stream: DuplexStream, script: Vec<u8>) {
    let mut rest = script.as_slice();
    while let Some((act, after)) = rest.split_first() {
        rest = after;
        let count = usize::from(act >> 3);
        let done = match act & 7 {
            0..=2 => {
                let (said, after) = rest.split_at(count.min(rest.len()));
                rest = after;
                stream.write_all(said).await
            }
            3 | 4 => stream.read_exact(&mut [0; 3]).await.map(drop),
            5 => {
                tokio::time::sleep(Duration::from_millis(100) * u32::from(*act >> 3)).await;
                Ok(())
            }
            6 => stream.shutdown().await,
            _ => return,
        };
        if done.is_err() {
            return;
        }
    }
    // Silent from here on, and there still.
    tokio::time::sleep(ALLOWED).await;
}
