//! A ticket, a call and a page while one address lays siege to the office; each beside itself before.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use moi_tests::places::bench_data;
use moi_tests::siege::{Force, Siege};
use moi_tests::{Desk, Office};

use crate::table::{Aim, Table};

/// Of each round. Long enough for every deadline of the doors to pass.
const LASTING: Duration = Duration::from_secs(15);
/// Between two steps: a busy hall, not a load.
const PAUSE: Duration = Duration::from_millis(20);
/// The same as the test holds.
const FORCE: Force = Force { slow_heads: 300, idle: 5_000, oversized: 40 };

/// Milliseconds of each.
#[derive(Default)]
struct Took {
    tickets: Vec<f64>,
    calls: Vec<f64>,
    pages: Vec<f64>,
}

/// Measures and prints.
pub async fn measure(table: &mut Table) -> Result<()> {
    let office = Office::builder().alone().within(&bench_data()?).start().await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    let before = round(&office, &desk).await.context("before")?;
    let siege = Siege::begin(&office.base(), FORCE)?;
    tokio::time::sleep(Duration::from_secs(8)).await;
    let during = round(&office, &desk).await.context("during the siege")?;
    drop(siege);
    office.close().await?;
    table.part("Under siege from one address: 300 slow heads, 5,000 idle connections, 40 that pour");
    for (name, mut during, mut before) in [
        ("a ticket", during.tickets, before.tickets),
        ("a call at a desk", during.calls, before.calls),
        ("a page, over a new connection", during.pages, before.pages),
    ] {
        for (share, word) in [(50, "p50"), (99, "p99")] {
            let (figure, floor) = (at(&mut during, share), at(&mut before, share));
            table.row(&format!("{name}, {word}"), " ms", figure, floor, Aim::None, "the same, before the siege");
        }
    }
    Ok(())
}

async fn round(office: &Office, desk: &Desk) -> Result<Took> {
    let kiosk = office.kiosk()?;
    let mut took = Took::default();
    let begun = Instant::now();
    while begun.elapsed() < LASTING {
        let at = Instant::now();
        kiosk.take_ticket("A").await?;
        took.tickets.push(at.elapsed().as_secs_f64() * 1000.0);
        let at = Instant::now();
        desk.next().await?;
        took.calls.push(at.elapsed().as_secs_f64() * 1000.0);
        let at = Instant::now();
        office.nobody()?.get("/kiosk").await?.expect_status(200)?;
        took.pages.push(at.elapsed().as_secs_f64() * 1000.0);
        tokio::time::sleep(PAUSE).await;
    }
    Ok(took)
}

/// The value below which so many of a hundred are.
fn at(values: &mut [f64], of_hundred: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    let index = values.len().saturating_sub(1) * of_hundred / 100;
    values.get(index).copied().unwrap_or(f64::NAN)
}
