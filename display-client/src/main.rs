//! `moi-display URL`: a wall on a terminal. Prints each call once, as a line: when, which number, which counter.

use std::io::{self, Write};

use anyhow::Context;
use moi_display::{Address, Announcer, Call, LiveConnection, Update, WallView};

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let url = std::env::args().nth(1).context("usage: moi-display URL, for example http://127.0.0.1:8080")?;
    show(LiveConnection::new(Address::new(&url)?)).await
}

/// Shows calls until the terminal is gone or the server refuses.
async fn show(mut connection: LiveConnection<WallView>) -> anyhow::Result<()> {
    let mut announcer = Announcer::new();
    loop {
        match connection.next().await {
            Update::View { view, anew, .. } => {
                if anew {
                    announcer.lose_connection();
                }
                // Before the office's clock is heard, its newest call is the best guess of what time it is.
                let newest = view.calls.first().map(|call| call.at.timestamp());
                let Some(now) = connection.office_now().max(newest) else {
                    announcer.to_say(&view, jiff::Timestamp::MIN);
                    continue;
                };
                for call in announcer.to_say(&view, now) {
                    say(&call)?;
                }
            }
            Update::Stale => note("--:--  …")?,
            Update::Refused { code } => anyhow::bail!("the server refused this display with close code {code}"),
        }
    }
}

fn say(call: &Call) -> io::Result<()> {
    let again = if call.recall { "  ↻" } else { "" };
    note(&format!("{}  {} → {}{again}", call.at.clock(), call.number, call.counter))
}

fn note(line: &str) -> io::Result<()> {
    let mut terminal = io::stdout().lock();
    writeln!(terminal, "{line}")?;
    terminal.flush()
}
