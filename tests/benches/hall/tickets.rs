//! Durable tickets a second.

use std::time::Duration;

use anyhow::Result;
use moi_tests::Office;
use moi_tests::places::bench_data;

use crate::floors::{self, Floor, RECORD_BYTES};
use crate::load::{self, Connection, post};
use crate::table::{Aim, Table};

/// One measurement. Long enough for thousands of answers, short enough for a whole table in minutes.
const LASTING: Duration = Duration::from_secs(5);
const WARM_UP: Duration = Duration::from_secs(1);
/// The crowd.
const CROWD: usize = 64;

const CREATED: &str = "HTTP/1.1 201";
const REFUSED: &str = "HTTP/1.1 422";

/// Measures and prints.
pub async fn measure(table: &mut Table) -> Result<()> {
    let office = Office::builder().alone().within(&bench_data()?).start().await?;
    let request = post("/api/v1/tickets", "", r#"{"service":"A"}"#);
    let answer = Connection::open(&office.base()).await?.ask(&request).await?.to_vec();
    let floor = Floor::answering(&answer).await?;
    for base in [office.base(), floor.base.clone()] {
        load::rate(&base, &request, CROWD, WARM_UP, CREATED).await?;
    }
    let (bare_one, one) = pair(&floor.base, &office.base(), &request, 1).await?;
    let (bare_crowd, crowd) = pair(&floor.base, &office.base(), &request, CROWD).await?;
    let refused_request = post("/api/v1/tickets", "", r#"{"service":"?"}"#);
    let refused = load::rate(&office.base(), &refused_request, CROWD, LASTING, REFUSED).await?;
    let append = |batch| {
        let record = vec![b'x'; RECORD_BYTES];
        let folder = bench_data();
        tokio::task::spawn_blocking(move || floors::append_and_sync(&folder?, &record, batch, LASTING / 2))
    };
    let (append_one, append_crowd) = (append(1).await??, append(CROWD).await??);
    office.close().await?;

    let bytes = answer.len();
    table.part("Durable tickets a second");
    table.row("1 client", "/s", one, bare_one, Aim::None, &format!("(a) bare actix handler, the same {bytes} bytes"));
    table.row("1 client", "/s", one, append_one, Aim::None, &format!("(b) append {RECORD_BYTES} bytes + fdatasync"));
    let sequence = 1.0 / (1.0 / bare_one + 1.0 / append_one);
    table.row("1 client", "/s", one, sequence, Aim::AtLeast(0.7), "(a) and (b), one after the other");
    table.row("64 clients", "/s", crowd, bare_crowd, Aim::AtLeast(0.5), "(a) bare actix handler, the same bytes");
    table.row("64 clients", "/s", crowd, append_crowd, Aim::None, "(b) append + fdatasync, 64 records a sync");
    table.row(
        "64 clients",
        "/s",
        crowd,
        refused,
        Aim::None,
        "the same request refused by its handler: no order, no sync",
    );
    Ok(())
}

/// Floor and office, one right after the other, since a machine's speed drifts.
async fn pair(floor: &str, office: &str, request: &[u8], clients: usize) -> Result<(f64, f64)> {
    let bare = load::rate(floor, request, clients, LASTING, CREATED).await?;
    Ok((bare, load::rate(office, request, clients, LASTING, CREATED).await?))
}
