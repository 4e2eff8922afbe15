//! Waiting for what a live topic shows.

use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use moi_display::{Address, ClientFrame, LiveConnection, LiveError, LiveSocket, ServerFrame, Update};
use serde_json::Value;
use tokio::time::timeout;

/// A live topic that is followed by hand, view by view.
#[derive(Debug)]
pub struct Topic {
    connection: LiveConnection<Value>,
    last: Value,
}

impl Topic {
    /// The topic at this address; it opens with the first wait.
    #[must_use]
    pub fn at(address: Address) -> Self {
        Self { connection: LiveConnection::new(address), last: Value::Null }
    }

    /// The last view; null before the first.
    #[must_use]
    pub fn last(&self) -> &Value {
        &self.last
    }

    /// The next view.
    ///
    /// # Errors
    /// When none comes in time, or the server refuses.
    pub async fn next(&mut self, within: Duration) -> anyhow::Result<&Value> {
        loop {
            let update = timeout(within, self.connection.next()).await;
            match update.with_context(|| format!("no view within {within:?} after {}", self.last))? {
                Update::View { view, .. } => {
                    self.last = view;
                    return Ok(&self.last);
                }
                Update::Stale => {}
                Update::Refused { code } => bail!("refused with close code {code}"),
            }
        }
    }

    /// Waits until the view is as wanted, and tells how long it took. The last view counts too.
    ///
    /// # Errors
    /// When it is not within that time; the error holds the last view.
    pub async fn until(&mut self, within: Duration, wanted: impl Fn(&Value) -> bool) -> anyhow::Result<Duration> {
        let begun = Instant::now();
        while self.last.is_null() || !wanted(&self.last) {
            let left = within.checked_sub(begun.elapsed()).unwrap_or_default();
            self.next(left).await?;
        }
        Ok(begun.elapsed())
    }
}

/// The close code with which the server ends a socket, whatever it sends before.
///
/// # Errors
/// When it doesn't close in time, or not with a code.
pub async fn close_code(socket: &mut LiveSocket, within: Duration) -> anyhow::Result<u16> {
    let closing = async {
        loop {
            match socket.receive_text().await {
                Ok(_) => {}
                Err(LiveError::Closed { code, .. }) => return Ok(code),
                Err(cause) => return Err(cause).context("a close code"),
            }
        }
    };
    timeout(within, closing).await.with_context(|| format!("still open after {within:?}"))?
}

/// The next view on a socket, not acknowledged, with its revision.
///
/// # Errors
/// When none comes in time.
pub async fn view_of(socket: &mut LiveSocket, within: Duration) -> anyhow::Result<(u64, Value)> {
    let receiving = async {
        loop {
            if let ServerFrame::View { rev, view, .. } = socket.receive().await? {
                return Ok::<_, anyhow::Error>((rev, view));
            }
        }
    };
    timeout(within, receiving).await.with_context(|| format!("no view within {within:?}"))?
}

/// Says that a view was seen.
///
/// # Errors
/// When the socket is closed.
pub async fn seen(socket: &mut LiveSocket, rev: u64) -> anyhow::Result<()> {
    Ok(socket.send(ClientFrame::Seen(rev)).await?)
}
