//! The floors: a bare actix handler that answers the same bytes, a bare broadcast of the same bytes over
//! actix-web-actors (both in a process of their own, as the office is), and the same bytes appended and synced.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use actix::{Actor, Addr, AsyncContext, Handler, StreamHandler};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use actix_web_actors::ws::{self, WebsocketContext};
use anyhow::{Context, Result, bail};
use bytestring::ByteString;
use moi_tests::places::bench_data;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// A ticket in the journal: event, key, checksum.
pub const RECORD_BYTES: usize = 400;
/// The word that makes this binary a floor's server.
pub const SERVE: &str = "--serve-a-floor";
/// The line that says the address.
const OPEN_LINE: &str = "open: ";
/// No floor starts more slowly.
const OPEN_WITHIN: Duration = Duration::from_secs(20);

/// A floor's server in its own process, for as long as this value lives.
pub struct Floor {
    /// `http://127.0.0.1:PORT`.
    pub base: String,
    /// How long it took from the start to the open port.
    pub start: Duration,
    child: Child,
}

impl Floor {
    /// A server that answers every request with this answer: its status, headers and body.
    pub async fn answering(answer: &[u8]) -> Result<Self> {
        Self::start("answer", answer).await
    }

    /// A server that sends this text to every socket when it is told to.
    pub async fn broadcasting(frame: &str) -> Result<Self> {
        Self::start("broadcast", frame.as_bytes()).await
    }

    async fn start(kind: &str, bytes: &[u8]) -> Result<Self> {
        let file = bench_data()?.join(format!("floor-{kind}"));
        std::fs::write(&file, bytes)?;
        let begun = Instant::now();
        let mut child = Command::new(std::env::current_exe()?)
            .args([SERVE, kind])
            .arg(&file)
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let mut lines = BufReader::new(child.stdout.take().context("stdout")?).lines();
        let line = tokio::time::timeout(OPEN_WITHIN, lines.next_line()).await.context("a floor doesn't start")??;
        let base =
            line.as_deref().and_then(|line| line.strip_prefix(OPEN_LINE)).context("a floor's address")?.to_owned();
        Ok(Self { base, start: begun.elapsed(), child })
    }

    /// The process.
    pub fn process(&self) -> Result<u32> {
        self.child.id().context("the floor has ended")
    }
}

/// Runs a floor's server until it is killed.
pub fn serve(kind: &str, file: &str) -> Result<()> {
    let bytes = std::fs::read(file)?;
    actix_web::rt::System::new().block_on(async move {
        match kind {
            "answer" => answer(bytes).await,
            "broadcast" => broadcast(String::from_utf8(bytes)?.into()).await,
            _ => bail!("no floor {kind:?}"),
        }
    })
}

/// An answer as it came over the wire, taken apart once.
struct Canned {
    status: u16,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: web::Bytes,
}

impl Canned {
    fn parse(answer: &[u8]) -> Result<Self> {
        let text = String::from_utf8(answer.to_vec())?;
        let (head, body) = text.split_once("\r\n\r\n").context("head and body")?;
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).context("a status")?.parse()?;
        let mut headers = Vec::new();
        for line in lines {
            let (name, value) = line.split_once(": ").context("a header")?;
            // actix writes these itself.
            if !matches!(name.to_ascii_lowercase().as_str(), "content-length" | "date" | "connection") {
                headers.push((name.parse()?, value.parse()?));
            }
        }
        Ok(Self { status, headers, body: web::Bytes::from(body.to_owned()) })
    }
}

async fn answer(bytes: Vec<u8>) -> Result<()> {
    let canned = web::Data::new(Canned::parse(&bytes)?);
    let server = HttpServer::new(move || App::new().app_data(canned.clone()).default_service(web::to(give)));
    let server = server.bind(("127.0.0.1", 0))?;
    tell(server.addrs().first().context("an address")?);
    Ok(server.run().await?)
}

async fn give(canned: web::Data<Canned>, _request: web::Bytes) -> HttpResponse {
    let status = actix_web::http::StatusCode::from_u16(canned.status).unwrap_or_default();
    let mut response = HttpResponse::build(status);
    for header in &canned.headers {
        response.insert_header(header.clone());
    }
    response.body(canned.body.clone())
}

type Listeners = Arc<Mutex<Vec<Addr<Listener>>>>;

/// One socket that is told.
struct Listener {
    all: Listeners,
}

/// The text for everybody.
#[derive(actix::Message, Clone)]
#[rtype(result = "()")]
struct Told(ByteString);

impl Actor for Listener {
    type Context = WebsocketContext<Self>;

    fn started(&mut self, context: &mut Self::Context) {
        self.all.lock().unwrap_or_else(PoisonError::into_inner).push(context.address());
    }
}

impl Handler<Told> for Listener {
    type Result = ();

    fn handle(&mut self, told: Told, context: &mut Self::Context) {
        context.text(told.0);
    }
}

impl StreamHandler<Result<ws::Message, ws::ProtocolError>> for Listener {
    fn handle(&mut self, message: Result<ws::Message, ws::ProtocolError>, context: &mut Self::Context) {
        if let Ok(ws::Message::Ping(bytes)) = message {
            context.pong(&bytes);
        }
    }
}

async fn broadcast(frame: ByteString) -> Result<()> {
    let listeners = Listeners::default();
    let server = HttpServer::new(move || {
        let (all, told, frame) = (listeners.clone(), listeners.clone(), frame.clone());
        App::new()
            .route(
                "/live/wall",
                web::get().to(move |request: HttpRequest, payload: web::Payload| {
                    let all = all.clone();
                    async move { ws::start(Listener { all }, &request, payload) }
                }),
            )
            .default_service(web::to(move || {
                let (told, frame) = (told.clone(), frame.clone());
                async move {
                    for listener in &*told.lock().unwrap_or_else(PoisonError::into_inner) {
                        listener.do_send(Told(frame.clone()));
                    }
                    HttpResponse::Ok().finish()
                }
            }))
    });
    let server = server.max_connections(20_000).bind(("127.0.0.1", 0))?;
    tell(server.addrs().first().context("an address")?);
    Ok(server.run().await?)
}

fn tell(address: &std::net::SocketAddr) {
    let mut stdout = std::io::stdout().lock();
    // The bench that started this is gone when it can't be told.
    let _ = writeln!(stdout, "{OPEN_LINE}http://{address}").and_then(|()| stdout.flush());
}

/// Appends records of these bytes to a file, `batch` records a sync, for some time. Records a second.
pub fn append_and_sync(folder: &Path, record: &[u8], batch: usize, lasting: Duration) -> Result<f64> {
    let path = folder.join("floor-append");
    let mut file = File::create(&path)?;
    let bytes = record.repeat(batch);
    let mut records = 0_u32;
    let begun = Instant::now();
    while begun.elapsed() < lasting {
        file.write_all(&bytes)?;
        file.sync_data()?;
        records += u32::try_from(batch)?;
    }
    let rate = f64::from(records) / begun.elapsed().as_secs_f64();
    std::fs::remove_file(path)?;
    Ok(rate)
}

/// Appends a ticket's bytes to a file and syncs them, so many times with a pause before each. Milliseconds of each.
pub fn append_and_sync_each(folder: &Path, times: usize, pause: Duration) -> Result<Vec<f64>> {
    let path = folder.join("floor-append-each");
    let mut file = File::create(&path)?;
    let mut took = Vec::with_capacity(times);
    for _ in 0..times {
        std::thread::sleep(pause);
        let begun = Instant::now();
        file.write_all(&[b'x'; RECORD_BYTES])?;
        file.sync_data()?;
        took.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    std::fs::remove_file(path)?;
    Ok(took)
}
