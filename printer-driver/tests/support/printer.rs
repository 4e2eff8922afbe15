//! Printers on a free port of this machine, each with its own way to behave.

use std::time::Duration;

use moi_printer::Transport;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinHandle;

/// An answer that says: nothing is wrong.
pub const FINE: u8 = 0b0001_0010;
/// Answer to `DLE EOT 1`: off-line.
pub const OFFLINE: u8 = FINE | 1 << 3;
/// Answers to `DLE EOT 2`.
pub const COVER_OPEN: u8 = FINE | 1 << 2;
/// Stopped since the paper is at its end.
pub const PAPER_STOP: u8 = FINE | 1 << 5;
/// Another error.
pub const FAULT: u8 = FINE | 1 << 6;
/// Answers to `DLE EOT 4`.
pub const NEAR_END: u8 = FINE | 0b11 << 2;
/// No paper.
pub const NO_PAPER: u8 = FINE | 0b11 << 5;

/// How a printer answers the questions 1, 2 and 4; none: not at all.
#[derive(Debug, Clone, Copy)]
pub struct Answers {
    pub printer: Option<u8>,
    pub cause: Option<u8>,
    pub paper: Option<u8>,
}

/// A printer with paper.
pub const READY: Answers = Answers { printer: Some(FINE), cause: Some(FINE), paper: Some(FINE) };
/// A printer that never answers.
pub const SILENT: Answers = Answers { printer: None, cause: None, paper: None };

/// What a printer got on its one connection.
#[derive(Debug, Default)]
pub struct Got {
    /// All bytes but the questions.
    pub job: Vec<u8>,
    /// The numbers of the questions, in order.
    pub questions: Vec<u8>,
}

/// A printer that is running.
pub struct Printer {
    pub transport: Transport,
    pub got: JoinHandle<Got>,
}

/// A printer that answers `before` until a job begins, and `after` from then on.
pub fn answering(before: Answers, after: Answers) -> Printer {
    start(move |stream| serve(stream, before, after))
}

/// A printer that takes some bytes of the job and hangs up.
pub fn hanging_up_after(bytes: usize) -> Printer {
    start(move |mut stream| async move {
        let mut job = vec![0; bytes];
        stream.read_exact(&mut job).await.unwrap();
        Got { job, questions: Vec::new() }
    })
}

/// A printer that takes a byte now and then.
pub fn dripping() -> Printer {
    start(|mut stream| async move {
        let mut got = Got::default();
        let mut byte = [0];
        while stream.read(&mut byte).await.is_ok_and(|count| count > 0) {
            got.job.push(byte[0]);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        got
    })
}

/// A printer that says nothing of sense, without end.
pub fn chattering() -> Printer {
    start(|mut stream| async move {
        let chatter = vec![0xFF; 1024 * 1024];
        while stream.write_all(&chatter).await.is_ok() {}
        Got::default()
    })
}

/// A port at which nobody listens.
pub async fn nobody() -> Transport {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    at(&listener)
}

fn start<Behaviour, Served>(behaviour: Behaviour) -> Printer
where
    Behaviour: FnOnce(TcpStream) -> Served + Send + 'static,
    Served: Future<Output = Got> + Send,
{
    let socket = TcpSocket::new_v4().unwrap();
    // As little as a small printer takes.
    socket.set_recv_buffer_size(4096).unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let transport = at(&listener);
    let got = tokio::spawn(async move {
        let (stream, _address) = listener.accept().await.unwrap();
        behaviour(stream).await
    });
    Printer { transport, got }
}

fn at(listener: &TcpListener) -> Transport {
    Transport::Tcp { host: "127.0.0.1".to_owned(), port: listener.local_addr().unwrap().port() }
}

/// Reads until the other side hangs up. A job never holds the bytes of a question, so they can be picked out.
async fn serve(mut stream: TcpStream, before: Answers, after: Answers) -> Got {
    let mut got = Got::default();
    let mut held = Vec::new();
    let mut byte = [0];
    while stream.read(&mut byte).await.is_ok_and(|count| count > 0) {
        held.push(byte[0]);
        match held[..] {
            [0x10] | [0x10, 0x04] => {}
            [0x10, 0x04, number] => {
                held.clear();
                got.questions.push(number);
                let answers = if got.job.is_empty() { before } else { after };
                let answer = match number {
                    1 => answers.printer,
                    2 => answers.cause,
                    4 => answers.paper,
                    other => panic!("nobody asks {other}"),
                };
                if let Some(answer) = answer {
                    stream.write_all(&[answer]).await.unwrap();
                }
            }
            _ => got.job.append(&mut held),
        }
    }
    got.job.append(&mut held);
    got
}
