//! Starting, resting, printing.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use moi_tests::places::bench_data;
use moi_tests::process::memory_kib;
use moi_tests::{Office, Printer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::floors::Floor;
use crate::load::{self, Connection, post};
use crate::table::{Aim, Table};

/// Starts of which the middle one counts.
const STARTS: usize = 7;
/// Slips, one after the other.
const SLIPS: usize = 40;
/// A day's tickets of a busy ward, several times over, by eight clients.
const DAY: Duration = Duration::from_secs(3);
const PRINTED_WITHIN: Duration = Duration::from_mins(1);

/// Measures and prints.
pub async fn measure(table: &mut Table) -> Result<()> {
    starts(table).await.context("starts")?;
    slips(table).await.context("slips")
}

async fn starts(table: &mut Table) -> Result<()> {
    let request = post("/api/v1/tickets", "", r#"{"service":"A"}"#);
    let mut office = Office::builder().alone().within(&bench_data()?).start().await?;
    let answer = Connection::open(&office.base()).await?.ask(&request).await?.to_vec();
    let (start, memory) = of_office(&mut office).await?;
    let (bare_start, bare_memory) = of_floor(&answer).await?;
    table.part("Starting and resting");
    table.row("start, empty journal", "ms", start, bare_start, Aim::None, "bare actix handler");
    table.row("memory at rest", "MiB", memory, bare_memory, Aim::None, "bare actix handler");
    let rate = load::rate(&office.base(), &request, 8, DAY, "HTTP/1.1 201").await?;
    let tickets = rate * DAY.as_secs_f64();
    let (start, memory) = of_office(&mut office).await?;
    let name = |what: &str| format!("{what}, {tickets:.0} tickets today");
    table.row(&name("start"), "ms", start, bare_start, Aim::None, "bare actix handler");
    table.row(&name("memory"), "MiB", memory, bare_memory, Aim::None, "bare actix handler");
    office.close().await
}

/// The middle of some starts in ms, and the memory after the last in MiB.
async fn of_office(office: &mut Office) -> Result<(f64, f64)> {
    let mut times = Vec::new();
    for _ in 0..STARTS {
        office.kill().await?;
        times.push(office.open().await?.as_secs_f64() * 1000.0);
    }
    settle().await;
    Ok((middle(&mut times), f64::from(memory_kib(office.process().context("it runs")?)?) / 1024.0))
}

async fn of_floor(answer: &[u8]) -> Result<(f64, f64)> {
    let mut times = Vec::new();
    let mut memory = 0.0;
    for _ in 0..STARTS {
        let floor = Floor::answering(answer).await?;
        times.push(floor.start.as_secs_f64() * 1000.0);
        settle().await;
        memory = f64::from(memory_kib(floor.process()?)?) / 1024.0;
    }
    Ok((middle(&mut times), memory))
}

/// What a start leaves for later is done by then.
async fn settle() {
    tokio::time::sleep(Duration::from_millis(1500)).await;
}

fn middle(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

async fn slips(table: &mut Table) -> Result<()> {
    let printer = Printer::start().await?;
    let office = Office::builder().alone().printer(&printer.setting()).within(&bench_data()?).start().await?;
    let kiosk = office.kiosk()?;
    kiosk.take_ticket("A").await?;
    printer.wait_for_slips(1, PRINTED_WITHIN).await?;
    let begun = Instant::now();
    for _ in 0..SLIPS {
        kiosk.take_ticket("A").await?;
    }
    let slips = printer.wait_for_slips(1 + SLIPS, PRINTED_WITHIN).await?;
    let count = f64::from(u32::try_from(SLIPS)?);
    let own = begun.elapsed().as_secs_f64() * 1000.0 / count;
    office.close().await?;

    let bytes = slips.last().map(|slip| slip.bytes.clone()).context("a slip")?;
    let address = printer.setting().trim_start_matches("tcp://").to_owned();
    let begun = Instant::now();
    for turn in 0..SLIPS {
        send(&address, &bytes).await?;
        printer.wait_for_slips(2 + SLIPS + turn, PRINTED_WITHIN).await?;
    }
    let bare = begun.elapsed().as_secs_f64() * 1000.0 / count;
    table.part(&format!("Slips ({} KB, drawn, sent, and the printer asked before and after)", bytes.len() / 1000));
    table.row("ms a slip", "ms", own, bare, Aim::None, "the same bytes to the same printer, unasked");
    Ok(())
}

async fn send(address: &str, bytes: &[u8]) -> Result<()> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(bytes).await?;
    stream.shutdown().await?;
    stream.read_to_end(&mut Vec::new()).await?;
    Ok(())
}
