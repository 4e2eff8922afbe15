//! `moi roll`: prints slips ahead, with the numbers that the ticket machine never gives.

use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use moi_config::settings::PrinterSetting;
use moi_domain::ServiceCode;
use moi_printer::{Job, SlipPainter, Transport};

use super::Terminal;
use super::data_folder::make_data_folder;
use super::settings::Settings;
use crate::print::{self, Pile, PrintedPapers, ROLL, RollWish};
use crate::rehearsal::refuse_rehearsal;

/// A whole slip, connection and status included, as the spool gives one.
const SLIP_DEADLINE: Duration = Duration::from_secs(10);

/// Prints the roll, slip after slip, on the office's printer, or as files. The office may be running, since the roll
/// takes nothing from its journal.
pub(super) fn roll(settings: &Settings, terminal: &Terminal, wish: RollWish<'_>, preview: bool) -> Result<()> {
    // Slips of a rehearsal's would look like the office's, and be handed out.
    refuse_rehearsal(&settings.data)?;
    for code in wish.services {
        let known = ServiceCode::new(code).ok().and_then(|code| settings.office().service(code.as_str()));
        ensure!(
            known.is_some(),
            terminal.texts().say(terminal.language(), "terminal-roll-service", &[("code", code.as_str().into())])
        );
    }
    let printed = PrintedPapers::read(&settings.data);
    let piles = print::roll(settings.office(), terminal.texts(), wish, &printed);
    ensure!(!piles.is_empty(), terminal.text("terminal-roll-none"));
    let transport = match &settings.printer {
        PrinterSetting::Tcp { host, port } if !preview => Transport::Tcp { host: host.clone(), port: *port },
        PrinterSetting::None if !preview => bail!(terminal.text("terminal-roll-no-printer")),
        PrinterSetting::Tcp { .. } | PrinterSetting::Preview | PrinterSetting::None => {
            Transport::Preview { folder: settings.data.join(ROLL) }
        }
    };
    make_data_folder(&settings.data)?;
    actix_web::rt::System::new()
        .block_on(Printing { settings, terminal, transport: &transport }.print(piles, printed))?;
    match transport {
        Transport::Preview { folder } => {
            let folder = folder.display().to_string();
            terminal.say("terminal-roll-previewed", &[("folder", folder.as_str().into())]);
        }
        Transport::Tcp { .. } => terminal.say("terminal-roll-printed", &[]),
    }
    Ok(())
}

struct Printing<'a> {
    settings: &'a Settings,
    terminal: &'a Terminal,
    transport: &'a Transport,
}

impl Printing<'_> {
    /// Stops at the first slip that does not come out: the next print begins there.
    async fn print(&self, piles: Vec<Pile>, mut printed: PrintedPapers) -> Result<()> {
        let Self { settings, terminal, transport } = self;
        let mut painter = SlipPainter::new();
        for pile in piles {
            self.announce(&pile);
            for (index, slip) in &pile.slips {
                let job = Job::new(&slip.number, painter.paint_roll(slip))?;
                let sent = transport.send(&job, SLIP_DEADLINE).await;
                let number = [("number", slip.number.as_str().into())];
                sent.with_context(|| terminal.texts().say(terminal.language(), "terminal-roll-stopped", &number))?;
                // Nobody hands out a picture.
                if matches!(transport, Transport::Tcp { .. }) {
                    let noted = printed.note(&settings.data, &pile.prefix, *index);
                    noted.with_context(|| terminal.text("terminal-roll-not-noted"))?;
                }
            }
        }
        Ok(())
    }

    /// Which are printed, and which lie in the pile already.
    fn announce(&self, pile: &Pile) {
        let (Some((_, first)), Some((_, last))) = (pile.slips.first(), pile.slips.last()) else { return };
        let (first, last) = (first.number.as_str().into(), last.number.as_str().into());
        self.terminal.say("terminal-roll", &[("count", pile.slips.len().into()), ("first", first), ("last", last)]);
        if let Some(before) = pile.before {
            let before = format!("{}{before:03}", pile.prefix);
            self.terminal.say("terminal-roll-pile", &[("last", before.as_str().into())]);
        }
    }
}
