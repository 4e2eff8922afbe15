//! An emulated receipt printer on a TCP port: strict about every byte, and able to fail as real ones do.

mod condition;
mod decoder;
mod picture;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

pub use condition::Condition;
pub use decoder::{Decoder, StrictError, Told};
pub use picture::{Picture, Slip};

/// A printer that listens for as long as this value lives.
#[derive(Debug)]
pub struct Printer {
    address: SocketAddr,
    condition: watch::Sender<Condition>,
    paper: Arc<Paper>,
    listening: JoinHandle<()>,
}

/// What came out of the printer, and what it could not read.
#[derive(Debug, Default)]
struct Paper {
    slips: Mutex<Vec<Slip>>,
    complaints: Mutex<Vec<String>>,
    printed: tokio::sync::Notify,
}

impl Printer {
    /// Switches a printer on, ready and with paper.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn start() -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.context("listen as a printer")?;
        let address = listener.local_addr()?;
        let (condition, watching) = watch::channel(Condition::Ready);
        let paper = Arc::new(Paper::default());
        let listening = tokio::spawn(listen(listener, watching, Arc::clone(&paper)));
        Ok(Self { address, condition, paper, listening })
    }

    /// The setting that sends slips here: `tcp://127.0.0.1:PORT`.
    #[must_use]
    pub fn setting(&self) -> String {
        format!("tcp://{}", self.address)
    }

    /// Puts the printer into another condition, for connections that are open too.
    pub fn set(&self, condition: Condition) {
        self.condition.send_replace(condition);
    }

    /// All slips so far.
    #[must_use]
    pub fn slips(&self) -> Vec<Slip> {
        lock(&self.paper.slips).clone()
    }

    /// Waits until so many slips have come out.
    ///
    /// # Errors
    /// When they don't come in time, or the printer got bytes that it doesn't know.
    pub async fn wait_for_slips(&self, count: usize, within: Duration) -> anyhow::Result<Vec<Slip>> {
        let waiting = async {
            loop {
                let mut printed = std::pin::pin!(self.paper.printed.notified());
                printed.as_mut().enable();
                if self.slips().len() >= count || !lock(&self.paper.complaints).is_empty() {
                    return;
                }
                printed.await;
            }
        };
        let in_time = timeout(within, waiting).await.is_ok();
        self.no_complaints()?;
        let slips = self.slips();
        if !in_time {
            bail!("{} of {count} slips after {within:?}", slips.len());
        }
        Ok(slips)
    }

    /// Says whether every byte so far was one that a printer knows.
    ///
    /// # Errors
    /// The complaints, with the offset of each unknown byte in its connection.
    pub fn no_complaints(&self) -> anyhow::Result<()> {
        let complaints = lock(&self.paper.complaints);
        if complaints.is_empty() { Ok(()) } else { bail!("the printer complains: {}", complaints.join("; ")) }
    }
}

impl Drop for Printer {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

async fn listen(listener: TcpListener, condition: watch::Receiver<Condition>, paper: Arc<Paper>) {
    // Most printers take one connection at a time: the next waits until this one is over.
    while let Ok((stream, _)) = listener.accept().await {
        let mut conversation = Conversation { stream, condition: condition.clone(), paper: Arc::clone(&paper) };
        if let Err(complaint) = conversation.hold().await {
            lock(&paper.complaints).push(complaint.to_string());
            paper.printed.notify_waiters();
        }
    }
}

/// One connection of a sender.
struct Conversation {
    stream: TcpStream,
    condition: watch::Receiver<Condition>,
    paper: Arc<Paper>,
}

impl Conversation {
    /// Listens from the first byte to the last. A sender who gives up is no fault in its bytes.
    async fn hold(&mut self) -> Result<(), StrictError> {
        let mut decoder = Decoder::new();
        let mut taken = 0;
        let mut buffer = vec![0; 4096];
        loop {
            let condition = *self.condition.borrow_and_update();
            if let Condition::ClosesAfter { bytes } = condition
                && taken >= bytes
            {
                return Ok(());
            }
            if let Condition::Slow { bytes_per_second } = condition {
                sleep(Duration::from_secs(1) * 4096 / bytes_per_second.max(1)).await;
            }
            let read = tokio::select! {
                // A stuck printer reads nothing, until it is in another condition.
                read = self.stream.read(&mut buffer), if condition != Condition::Stuck => read,
                changed = self.condition.changed() => match changed {
                    Ok(()) => continue,
                    Err(_) => return Ok(()),
                },
            };
            match read {
                Ok(0) => return decoder.finish(),
                Ok(count) => {
                    taken += count;
                    for told in decoder.take(&buffer[..count])? {
                        self.heed(told).await;
                    }
                }
                Err(_) => return Ok(()),
            }
        }
    }

    async fn heed(&mut self, told: Told) {
        let condition = *self.condition.borrow();
        match told {
            Told::Asked { question } => {
                if let Some(answer) = condition.answer(question) {
                    // A sender who has gone is noticed by the next read.
                    let _ = self.stream.write_all(&[answer]).await;
                }
            }
            // Without paper a printer takes the bytes and prints nothing.
            Told::Printed(slip) if condition.prints() => {
                lock(&self.paper.slips).push(slip);
                self.paper.printed.notify_waiters();
            }
            Told::Printed(_) => {}
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
