//! A printer on a raw TCP port. The status is asked on the job's own connection: most printers take one at a time.

use std::future::poll_fn;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, ReadBuf};
use tokio::net::{TcpSocket, TcpStream, lookup_host};
use tokio::time::{Instant, timeout_at};

use super::{PrintError, Sent};
use crate::PrinterState;
use crate::status::Question;

/// Bytes that may wait in our own kernel. Small, so that "the printer took it" is nearly true.
const SEND_BUFFER_BYTES: u32 = 16 * 1024;

/// How long a printer may think about a question for its state: real ones answer within some milliseconds.
const PATIENCE: Duration = Duration::from_millis(700);

/// The same after a job, for one that has answered before it: it may be busy with the picture.
const PATIENCE_AFTER_JOB: Duration = Duration::from_secs(3);

/// How long we wait for the printer to close its side. Closed too early, the last bytes could be lost with it.
const FAREWELL: Duration = Duration::from_millis(150);

/// Bytes that came without a question and are dropped before one: a printer tells its news in four bytes each. One that
/// never stops to speak must not keep us from asking.
const UNASKED_BYTES_MAX: usize = 4 * 1024;

/// Sends a job and asks for the state before and after it.
pub(super) async fn send(host: &str, port: u16, job: &[u8], allowed: Duration) -> Result<Sent, PrintError> {
    let mut line = Line::open(host, port, allowed).await?;
    let total = job.len();
    let before = line.state(PATIENCE).await.map_err(|source| PrintError::Broken { sent: 0, total, source })?;
    if !before.may_print() {
        line.close().await;
        return Err(PrintError::NotReady { state: before });
    }
    line.write(job).await?;
    let patience = if before == PrinterState::Unknown { PATIENCE } else { PATIENCE_AFTER_JOB };
    let after = line.state(patience).await.map_err(|source| PrintError::Broken { sent: total, total, source })?;
    line.close().await;
    match after {
        PrinterState::Unknown => Ok(Sent::AcceptedUnknown),
        PrinterState::Ready | PrinterState::NearEnd => Ok(Sent::Ready(after)),
        PrinterState::OutOfPaper | PrinterState::CoverOpen | PrinterState::Offline | PrinterState::Error => {
            Err(PrintError::Stopped { state: after })
        }
    }
}

/// Asks for the state alone.
pub(super) async fn status(host: &str, port: u16, allowed: Duration) -> PrinterState {
    match Line::open(host, port, allowed).await {
        Ok(mut line) => {
            let state = line.state(PATIENCE).await.unwrap_or(PrinterState::Offline);
            line.close().await;
            state
        }
        Err(unreachable) => unreachable.state(),
    }
}

/// A connection to a printer, with the moment by which everything on it must be done.
pub(crate) struct Line<S = TcpStream> {
    pub(crate) stream: S,
    pub(crate) deadline: Instant,
}

impl Line {
    async fn open(host: &str, port: u16, allowed: Duration) -> Result<Self, PrintError> {
        let deadline = Instant::now() + allowed;
        let connected = timeout_at(deadline, connect(host, port)).await;
        let stream = connected
            .unwrap_or_else(|_elapsed| Err(io::ErrorKind::TimedOut.into()))
            .map_err(|source| PrintError::Unreachable { address: format!("{host}:{port}"), source })?;
        Ok(Self { stream, deadline })
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Line<S> {
    async fn write(&mut self, job: &[u8]) -> Result<(), PrintError> {
        let total = job.len();
        let mut sent = 0;
        while sent < total {
            match timeout_at(self.deadline, self.stream.write(&job[sent..])).await {
                Ok(Ok(0)) => return Err(PrintError::Broken { sent, total, source: io::ErrorKind::WriteZero.into() }),
                Ok(Ok(taken)) => sent += taken,
                Ok(Err(source)) => return Err(PrintError::Broken { sent, total, source }),
                Err(_elapsed) => return Err(PrintError::Deadline { sent, total }),
            }
        }
        Ok(())
    }

    /// How the printer stands: paper first, the answer that every model with an answer has; then whether it prints.
    pub(crate) async fn state(&mut self, patience: Duration) -> io::Result<PrinterState> {
        let Some(paper) = self.ask(Question::Paper, patience).await? else {
            return Ok(PrinterState::Unknown);
        };
        if self.ask(Question::Printer, patience).await? != Some(PrinterState::Offline) {
            return Ok(paper);
        }
        Ok(match self.ask(Question::OfflineCause, patience).await? {
            Some(PrinterState::Ready) | None if paper == PrinterState::OutOfPaper => PrinterState::OutOfPaper,
            Some(PrinterState::Ready) | None => PrinterState::Offline,
            Some(cause) => cause,
        })
    }

    /// Asks one question; none when there is no answer, or the printer has hung up in good order.
    async fn ask(&mut self, question: Question, patience: Duration) -> io::Result<Option<PrinterState>> {
        self.forget_what_was_said().await;
        let until = self.deadline.min(Instant::now() + patience);
        timeout_at(until, self.answer(question)).await.unwrap_or(Ok(None))
    }

    async fn answer(&mut self, question: Question) -> io::Result<Option<PrinterState>> {
        self.stream.write_all(&question.bytes()).await?;
        let mut byte = [0];
        while self.stream.read(&mut byte).await? > 0 {
            // Other bytes are flow control or news that nobody asked for.
            if let Some(state) = question.read(byte[0]) {
                return Ok(Some(state));
            }
        }
        Ok(None)
    }

    /// Drops bytes that came without a question, so that none is taken for an answer. Waits for none.
    async fn forget_what_was_said(&mut self) {
        let mut unasked = [0; UNASKED_BYTES_MAX];
        let stream = &mut self.stream;
        poll_fn(|context| {
            // What fails here fails again at the question.
            let _ = Pin::new(&mut *stream).poll_read(context, &mut ReadBuf::new(&mut unasked));
            Poll::Ready(())
        })
        .await;
    }

    /// Says that no more comes, and lets the printer take what is under way. What fails here can't be helped.
    async fn close(mut self) {
        let until = self.deadline.min(Instant::now() + FAREWELL);
        let goodbye = async {
            self.stream.shutdown().await?;
            let mut rest = [0; 64];
            while self.stream.read(&mut rest).await? > 0 {}
            io::Result::Ok(())
        };
        drop(timeout_at(until, goodbye).await);
    }
}

async fn connect(host: &str, port: u16) -> io::Result<TcpStream> {
    let mut failure = io::ErrorKind::NotFound.into();
    for address in lookup_host((host, port)).await? {
        match dial(address).await {
            Ok(stream) => return Ok(stream),
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

async fn dial(address: SocketAddr) -> io::Result<TcpStream> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    socket.set_send_buffer_size(SEND_BUFFER_BYTES)?;
    let stream = socket.connect(address).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}
