//! The hall under load, each figure beside a floor that is measured in the same run: what the same machine, the same
//! network and the same bytes cost without an office.
//!
//! `make bench` runs it in release; with `MOI_BENCH_SIEGE=1` the last part alone.
//! Bounded in time and traffic, on this machine's loopback address only.

mod floors;
mod load;
mod machine;
mod rest;
mod siege;
mod sockets;
mod table;
mod tickets;
mod views;

use anyhow::{Context, Result};
use table::Table;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [word, kind, file] = arguments.as_slice()
        && word == floors::SERVE
    {
        return floors::serve(kind, file);
    }
    // `cargo test --benches` starts this, too: only `cargo bench` says this word.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return Ok(());
    }
    machine::allow_many_sockets()?;
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(bench())
}

async fn bench() -> Result<()> {
    let mut table = Table::new(&machine::description());
    if std::env::var_os("MOI_BENCH_SIEGE").is_some() {
        siege::measure(&mut table).await.context("siege")?;
        return Ok(table.end()?);
    }
    tickets::measure(&mut table).await.context("tickets")?;
    views::measure(&mut table).await.context("views")?;
    rest::measure(&mut table).await.context("start, memory, slips")?;
    siege::measure(&mut table).await.context("siege")?;
    Ok(table.end()?)
}
