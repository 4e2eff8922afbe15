//! Years of use: what a long history costs. A table over offices without a past, and with one hundred thousand, one
//! million and five million events in their journal, ten years of a busy office.
//!
//! `make bench` runs it in release; some minutes, on this machine's disk and loopback address only.

mod history;

use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use moi_tests::process::memory_kib;
use moi_tests::{Office, places};

/// Events in the journals.
const EVENTS: [u32; 4] = [0, 100_000, 1_000_000, 5_000_000];
/// Tickets taken one after the other, each with its time.
const TICKETS: usize = 2_000;
/// How long a whole history may take to be read in.
const IMPORT_WITHIN: Duration = Duration::from_mins(20);

fn main() -> Result<()> {
    // `cargo test --benches` starts this, too: only `cargo bench` says this word.
    if !std::env::args().any(|argument| argument == "--bench") {
        return Ok(());
    }
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(bench())
}

async fn bench() -> Result<()> {
    say(&format!(
        "{:<12}{:>10}{:>12}{:>14}{:>16}{:>14}{:>14}{:>14}{:>14}",
        "events", "days", "disk", "bytes/event", "start, killed", "without snap", "memory", "ticket p50", "ticket p99"
    ))?;
    let mut first_p50 = None;
    for events in EVENTS {
        let row = measure(events).await.with_context(|| format!("{events} events"))?;
        let base = *first_p50.get_or_insert(row.p50_ms);
        say(&format!(
            "{events:<12}{:>10}{:>8.1} MiB{:>14.1}{:>13.0} ms{:>11.0} ms{:>10.1} MiB\
             {:>11.2} ms{:>11.2} ms  ({:.2} × the first)",
            row.days,
            f64::from(row.disk_kib) / 1024.0,
            f64::from(row.disk_kib) * 1024.0 / f64::from(events.max(1)),
            row.start.as_secs_f64() * 1e3,
            row.start_without_snapshot.as_secs_f64() * 1e3,
            f64::from(row.memory_kib) / 1024.0,
            row.p50_ms,
            row.p99_ms,
            row.p50_ms / base
        ))?;
    }
    Ok(())
}

struct Row {
    days: u64,
    disk_kib: u32,
    start: Duration,
    start_without_snapshot: Duration,
    memory_kib: u32,
    p50_ms: f64,
    p99_ms: f64,
}

async fn measure(events: u32) -> Result<Row> {
    let mut office = Office::builder().alone().within(&places::bench_data()?).prepare()?;
    let mut days = 0;
    if events > 0 {
        let lines = office.folder().join("history.jsonl");
        days = history::write(&lines, events.into())?;
        let arguments = ["journal", "import", lines.to_str().context("a path")?];
        let ended = office.run_within(IMPORT_WITHIN, &arguments).await?;
        ensure!(ended.status.success(), "{}", ended.stderr);
        std::fs::remove_file(lines)?;
    }
    office.open().await?;
    // The first start begins today, seals the last day of the past and keeps a snapshot.
    tokio::time::sleep(Duration::from_secs(1)).await;
    office.kill().await?;
    let disk_kib = kib_of(&office.data().join("journal"))?;
    let start = office.open().await?;
    // A PIN's hash takes the most memory of all.
    for officer in history::OFFICERS {
        office.pin(officer).await?;
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    let memory_kib = memory_kib(office.process().context("it runs")?)?;
    let (p50_ms, p99_ms) = tickets(&office).await?;
    office.kill().await?;
    std::fs::remove_file(office.data().join("journal/snapshot"))?;
    let start_without_snapshot = office.open().await?;
    office.close().await?;
    Ok(Row { days, disk_kib, start, start_without_snapshot, memory_kib, p50_ms, p99_ms })
}

/// What a ticket takes, one after the other.
async fn tickets(office: &Office) -> Result<(f64, f64)> {
    let kiosk = office.kiosk()?;
    let mut took = Vec::with_capacity(TICKETS);
    for _ in 0..TICKETS {
        let begun = Instant::now();
        kiosk.take_ticket("A").await?;
        took.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    took.sort_by(f64::total_cmp);
    Ok((took[TICKETS / 2], took[TICKETS * 99 / 100]))
}

fn kib_of(folder: &Path) -> Result<u32> {
    let output = std::process::Command::new("du").args(["--summarize", "--block-size=1024"]).arg(folder).output()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(text.split_whitespace().next().context("du")?.parse()?)
}

fn say(line: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}
