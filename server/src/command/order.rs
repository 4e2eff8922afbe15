//! `moi order`: who was called before somebody who had come earlier, and why.

use anyhow::{Result, bail};
use jiff::civil::Date;
use moi_domain::DayOrder;

use super::Terminal;
use super::copies::{OTHERWISE, asked};
use super::settings::Settings;
use crate::control::{Reply, Request};
use crate::rehearsal::is_marked;
use crate::views::{DayOrderView, PassingView, Reader, day_order_csv, day_order_view};

/// Prints the record of a day, the newest when none is named.
pub(super) fn order(settings: &Settings, terminal: &Terminal, day: Option<Date>, csv: bool) -> Result<()> {
    let Reply::Order(order) = asked(settings, Request::Order { day })? else { bail!(OTHERWISE) };
    let rehearsal = is_marked(&settings.data);
    let (office, texts, language) = (settings.office(), terminal.texts(), terminal.language());
    let reader = Reader { office, texts, language, rehearsal };
    if csv {
        terminal.raw(&day_order_csv(&order, reader));
    } else {
        terminal.mark(rehearsal);
        tell(&order, &day_order_view(&order, reader), terminal);
    }
    Ok(())
}

fn tell(order: &DayOrder, view: &DayOrderView, terminal: &Terminal) {
    let day = order.day.map(|day| day.to_string()).unwrap_or_default();
    let head = [("day", day.into()), ("calls", view.calls.into()), ("count", view.total.into())];
    terminal.say("terminal-order", &head);
    for passing in &view.passings {
        let PassingView { at, counter, officer, number, passed, earliest, earliest_taken_at, why, .. } = passing;
        let values = [
            ("time", wall_clock(at).into()),
            ("counter", (*counter).into()),
            ("officer", officer.as_deref().unwrap_or("…").into()),
            ("number", number.as_str().into()),
            ("passed", (*passed).into()),
            ("earliest", earliest.as_str().into()),
            ("taken", wall_clock(earliest_taken_at).into()),
            ("why", why.as_str().into()),
        ];
        terminal.say("terminal-order-line", &values);
    }
}

/// Hours and minutes of a time as views tell it.
fn wall_clock(time: &str) -> &str {
    time.get(11..16).unwrap_or(time)
}
