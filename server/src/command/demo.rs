//! `moi demo` at an office that runs already.

use anyhow::Result;

use super::Terminal;
use super::arguments::Demo;
use super::settings::Settings;
use crate::demo::play_at_office;

pub(super) fn play(settings: &Settings, terminal: &Terminal, demo: &Demo) -> Result<()> {
    let wish = demo.elsewhere(settings);
    let (url, speed) = (wish.url.clone(), wish.speed);
    let begun = || terminal.say("terminal-demo-started", &[("url", url.as_str().into()), ("speed", speed.into())]);
    let outcome = play_at_office(&settings.data, &settings.given, wish, begun)?;
    let figures =
        [("tickets", outcome.tickets.into()), ("served", outcome.served.into()), ("no_show", outcome.no_show.into())];
    terminal.say("terminal-demo-finished", &figures);
    terminal.say("terminal-demo-left", &[("given_back", outcome.given_back.into())]);
    if !outcome.closed.is_empty() {
        let counters: Vec<String> = outcome.closed.iter().map(u16::to_string).collect();
        terminal.say("terminal-demo-closed", &[("counters", counters.join(", ").into())]);
    }
    Ok(())
}
