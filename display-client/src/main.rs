//! `moi-display URL [CERTIFICATE]`: a wall on a terminal. The file is that of an office's own certificate.
//! Prints each call once, as a line: when, which number, which counter.

use std::io::{self, Write};

use anyhow::Context;
use moi_display::{Address, Announcer, Call, LiveConnection, Trust, Update, WallView};

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let url = std::env::args().nth(1);
    let url = url.context("usage: moi-display URL [CERTIFICATE], for example http://127.0.0.1:8080")?;
    let address = Address::new(&url)?;
    let address = match std::env::args_os().nth(2) {
        Some(file) => address.with_trust(Trust::in_file(file.as_ref())?),
        None => address,
    };
    show(LiveConnection::new(address)).await
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
