//! `moi preview`: what a changed set-up would have done to a day that was, and does to the queue at hand.

use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use jiff::civil::Date;
use moi_domain::{Class, ClassWaits, Preview, TicketNumber, Waits};

use super::Terminal;
use super::copies::{OTHERWISE, absolute, asked};
use super::settings::Settings;
use crate::control::{Reply, Request};
use crate::rehearsal::is_marked;

/// Asks the running office to play a day by the set-up of `--config`, and prints what comes of it.
pub(super) fn preview(settings: &Settings, terminal: &Terminal, day: Option<Date>) -> Result<()> {
    let config = settings.config().context("which set-up? Give the changed one with --config FILE")?;
    let request = Request::Preview { config: absolute(config)?, day };
    let Reply::Preview(preview) = asked(settings, request)? else { bail!(OTHERWISE) };
    terminal.mark(is_marked(&settings.data));
    tell(&preview, settings, terminal);
    Ok(())
}

fn tell(preview: &Preview, settings: &Settings, terminal: &Terminal) {
    let day = preview.day.map(|day| day.to_string()).unwrap_or_default();
    terminal.say("terminal-preview", &[("day", day.into())]);
    let heads = ["terminal-preview-happened", "terminal-preview-present", "terminal-preview-changed"];
    row(terminal, "", &heads.map(|id| terminal.text(id)));
    for class in &preview.classes {
        let cells = [class.happened, class.present, class.changed].map(cell);
        row(terminal, &name(class, settings, terminal), &cells);
    }
    if let Some(all) = preview.classes.first() {
        let uncalled = [all.happened, all.present, all.changed].map(|waits| waits.uncalled.to_string());
        row(terminal, &terminal.text("terminal-preview-uncalled"), &uncalled);
    }
    terminal.say("terminal-preview-how", &[]);
    if preview.refused > 0 {
        terminal.say("terminal-preview-refused", &[("count", preview.refused.into())]);
    }
    let moved = if preview.moved.is_empty() { "terminal-preview-moved-nobody" } else { "terminal-preview-moved" };
    terminal.say(moved, &[("earlier", preview.earlier.into()), ("later", preview.later.into())]);
    for moved in &preview.moved {
        let values = [
            ("number", moved.number.to_string().into()),
            ("time", wall_clock(settings, moved.taken_at).into()),
            ("present", minutes_and_seconds(moved.present_seconds).into()),
            ("changed", minutes_and_seconds(moved.changed_seconds).into()),
        ];
        terminal.say("terminal-preview-moved-line", &values);
    }
    for (id, next) in [
        ("terminal-preview-next-present", &preview.next_present),
        ("terminal-preview-next-changed", &preview.next_changed),
    ] {
        terminal.say(id, &[("numbers", numbers(next, terminal).into())]);
    }
}

/// A line of the table: columns as wide as their heads in both languages.
fn row(terminal: &Terminal, name: &str, [happened, present, changed]: &[String; 3]) {
    terminal.line(&format!("  {name:<40}{happened:>18}{present:>18}{changed:>18}"));
}

/// Mean, and what nineteen of twenty waited at most.
fn cell(waits: Waits) -> String {
    if waits.called == 0 {
        return "–".into();
    }
    format!("{} / {}", minutes_and_seconds(waits.mean_seconds), minutes_and_seconds(waits.p95_seconds))
}

fn minutes_and_seconds(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// By the changed set-up, or its id when that has no such class.
fn name(waits: &ClassWaits, settings: &Settings, terminal: &Terminal) -> String {
    match &waits.class {
        Class::All => terminal.text("terminal-preview-all"),
        Class::None => terminal.text("terminal-preview-none"),
        Class::Priority(class) => {
            let known = settings.office().priorities.iter().find(|known| known.id == class.as_str());
            known.map_or(class.as_str(), |known| known.name.in_language(terminal.language())).to_owned()
        }
    }
}

fn numbers(next: &[TicketNumber], terminal: &Terminal) -> String {
    if next.is_empty() {
        return terminal.text("terminal-preview-nobody");
    }
    next.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn wall_clock(settings: &Settings, at: Timestamp) -> String {
    at.to_zoned_datetime(settings.office().time_zone.clone()).strftime("%H:%M").to_string()
}
