//! From a command to the view on every screen.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use moi_display::LiveSocket;
use moi_tests::places::bench_data;
use moi_tests::process::memory_kib;
use moi_tests::{Desk, Office};

use crate::floors::{self, Floor};
use crate::load::{Connection, post};
use crate::sockets::Crowd;
use crate::table::{Aim, Table};

/// Sockets, and rounds with them: enough arrivals for a p99, and half a minute at most.
const ROUNDS: [(usize, usize); 3] = [(1, 300), (1000, 60), (5000, 25)];
/// Between two rounds, so that one does not run into the next.
const PAUSE: Duration = Duration::from_millis(40);
/// A round that takes longer is lost.
const ROUND_WITHIN: Duration = Duration::from_secs(10);

/// What a server showed with so many sockets.
struct Shown {
    p50_ms: f64,
    p99_ms: f64,
    memory_kib: f64,
}

/// Measures and prints.
pub async fn measure(table: &mut Table) -> Result<()> {
    let office = Office::builder()
        .alone()
        .arguments(&["--connections-per-address", "16000"])
        .within(&bench_data()?)
        .start()
        .await?;
    let desk = busy_hall(&office).await?;
    let frame = LiveSocket::open(&office.live("/live/wall")?).await?.receive_text().await?;
    let recall = post("/api/v1/counters/1/recall", &format!("Authorization: Bearer {}\r\n", desk.token()), "");
    let floor = Floor::broadcasting(&frame).await?;
    let process = office.process().context("the office runs")?;
    table.part(&format!("From the command to the view on every screen ({} bytes)", frame.len()));
    let mut memory = None;
    for (sockets, rounds) in ROUNDS {
        let bare = show(&floor.base, floor.process()?, &post("/", "", ""), sockets, rounds).await?;
        let own = show(&office.base(), process, &recall, sockets, rounds).await?;
        let word = if sockets == 1 { "socket" } else { "sockets" };
        let (p50, p99) = (format!("{sockets} {word}, p50"), format!("{sockets} {word}, p99"));
        table.row(&p50, "ms", own.p50_ms, bare.p50_ms, Aim::None, "bare broadcast of the same bytes");
        table.row(&p99, "ms", own.p99_ms, bare.p99_ms, Aim::AtMost(1.5), "bare broadcast of the same bytes");
        if sockets == 1 {
            // Nothing is shown before it is durable, which the broadcast alone leaves out.
            let sync_ms = sync_p99_ms(rounds).await?;
            table.row(
                &p99,
                "ms",
                own.p99_ms,
                bare.p99_ms + sync_ms,
                Aim::None,
                "the same, after one append + fdatasync",
            );
        }
        memory = Some((sockets, own.memory_kib, bare.memory_kib));
    }
    if let Some((sockets, own, bare)) = memory {
        table.row(&format!("memory a socket, at {sockets}"), "KiB", own, bare, Aim::None, "bare broadcast");
    }
    office.close().await
}

/// What an append and its sync take at the pace of the rounds.
async fn sync_p99_ms(rounds: usize) -> Result<f64> {
    tokio::task::spawn_blocking(move || {
        let mut took = floors::append_and_sync_each(&bench_data()?, rounds, PAUSE)?;
        took.sort_by(f64::total_cmp);
        Ok(took[(took.len() - 1) * 99 / 100])
    })
    .await?
}

/// A hall as it is in the middle of a morning: every counter open, eight calls on the wall, people waiting.
async fn busy_hall(office: &Office) -> Result<Desk> {
    let kiosk = office.kiosk()?;
    for service in ["A", "C", "D", "E", "H", "K", "X", "M"] {
        for _ in 0..5 {
            kiosk.take_ticket(service).await?;
        }
    }
    let desk = office.desk(1, "Officer").await?;
    for counter in [5, 4, 3, 2, 1] {
        desk.at(counter).open().await?;
        desk.at(counter).next().await?;
        desk.at(counter).recall().await?;
    }
    Ok(desk)
}

/// Sends the command so many times and waits each time until everybody has the view.
async fn show(base: &str, process: u32, command: &[u8], sockets: usize, rounds: usize) -> Result<Shown> {
    let before = memory_kib(process)?;
    let mut crowd = Crowd::gather(base, sockets).await?;
    crowd.begin().await;
    let mut connection = Connection::open(base).await?;
    let mut took = Vec::with_capacity(sockets * rounds);
    for _ in 0..rounds {
        let told = Instant::now();
        connection.ask(command).await?;
        took.extend(crowd.round(told, sockets, ROUND_WITHIN).await?);
        tokio::time::sleep(PAUSE).await;
    }
    let grown = f64::from(memory_kib(process)?.saturating_sub(before));
    crowd.leave().await;
    took.sort_by(f64::total_cmp);
    let at = |hundredths: usize| took[(took.len() - 1) * hundredths / 100];
    let count = f64::from(u32::try_from(sockets)?);
    Ok(Shown { p50_ms: at(50), p99_ms: at(99), memory_kib: grown / count })
}
