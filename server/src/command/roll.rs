//! `moi roll`: prints slips ahead, with the numbers that the ticket machine never gives.

use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use moi_config::settings::PrinterSetting;
use moi_domain::ServiceCode;
use moi_printer::{Job, RollSlip, SlipPainter, Transport};

use super::Terminal;
use super::settings::Settings;
use crate::print;
use crate::rehearsal::refuse_rehearsal;

/// A whole slip, connection and status included, as the spool gives one.
const SLIP_DEADLINE: Duration = Duration::from_secs(10);

/// Prints the roll, slip after slip, on the office's printer, or as files. The office may be running, since the roll
/// takes nothing from its journal.
pub(super) fn roll(
    settings: &Settings,
    terminal: &Terminal,
    services: &[String],
    count: u32,
    preview: bool,
) -> Result<()> {
    // Slips of a rehearsal's would look like the office's, and be handed out.
    refuse_rehearsal(&settings.data)?;
    for code in services {
        let known = ServiceCode::new(code).ok().and_then(|code| settings.office.service(code.as_str()));
        ensure!(
            known.is_some(),
            terminal.texts().say(terminal.language(), "terminal-roll-service", &[("code", code.as_str().into())])
        );
    }
    let slips = print::roll(&settings.office, terminal.texts(), services, count);
    let (Some(first), Some(last)) = (slips.first(), slips.last()) else { bail!(terminal.text("terminal-roll-none")) };
    let folder = settings.data.join("roll");
    let transport = match &settings.printer {
        PrinterSetting::Tcp { host, port } if !preview => Transport::Tcp { host: host.clone(), port: *port },
        PrinterSetting::None if !preview => bail!(terminal.text("terminal-roll-no-printer")),
        PrinterSetting::Tcp { .. } | PrinterSetting::Preview | PrinterSetting::None => {
            Transport::Preview { folder: folder.clone() }
        }
    };
    let begun =
        [("count", slips.len().into()), ("first", first.number.as_str().into()), ("last", last.number.as_str().into())];
    terminal.say("terminal-roll", &begun);
    actix_web::rt::System::new().block_on(print_all(&slips, &transport, terminal))?;
    match transport {
        Transport::Preview { folder } => {
            let folder = folder.display().to_string();
            terminal.say("terminal-roll-previewed", &[("folder", folder.as_str().into())]);
        }
        Transport::Tcp { .. } => terminal.say("terminal-roll-printed", &[]),
    }
    Ok(())
}

/// Stops at the first slip that does not come out: whoever mends the printer asks for the rest.
async fn print_all(slips: &[RollSlip], transport: &Transport, terminal: &Terminal) -> Result<()> {
    let mut painter = SlipPainter::new();
    for slip in slips {
        let job = Job::new(&slip.number, painter.paint_roll(slip))?;
        let sent = transport.send(&job, SLIP_DEADLINE).await;
        let number = [("number", slip.number.as_str().into())];
        sent.with_context(|| terminal.texts().say(terminal.language(), "terminal-roll-stopped", &number))?;
    }
    Ok(())
}
