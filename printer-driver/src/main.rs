//! `moi-printer`: asks a printer how it stands, or prints a test slip on it by the same path as real slips.

use std::io::{self, Write as _};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, bail};
use clap::{Parser, Subcommand, ValueEnum};
use moi_printer::{Job, Labelled, Paper, Pictogram, PrinterState, Sent, Slip, SlipPainter, Transport};

/// Port of printers that take raw bytes.
const PORT: u16 = 9100;

/// Asks a slip printer how it stands, or prints a test slip.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Printer: `tcp://HOST[:PORT]`, or `preview:FOLDER` for files.
    #[arg(long, env = "MOI_PRINTER", value_parser = transport)]
    printer: Transport,
    /// Width of the roll in millimetres.
    #[arg(long, value_enum, default_value = "80")]
    paper: Width,
    /// Seconds that the printer has for everything.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=120))]
    deadline: u64,
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Width {
    #[value(name = "80")]
    Mm80,
    #[value(name = "58")]
    Mm58,
}

#[derive(Debug, Clone, Copy, Subcommand)]
enum Task {
    /// Says how the printer stands. Exit code 0: it said that it prints.
    Status,
    /// Prints a test slip. Exit code 0: the printer said after it that it prints.
    Test,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<ExitCode> {
    let arguments = Arguments::parse();
    let deadline = Duration::from_secs(arguments.deadline);
    let state = match arguments.task {
        Task::Status => arguments.printer.status(deadline).await,
        Task::Test => {
            let slip = test_slip(match arguments.paper {
                Width::Mm80 => Paper::Mm80,
                Width::Mm58 => Paper::Mm58,
            });
            let job = Job::new("test", SlipPainter::new().paint(&slip))?;
            match arguments.printer.send(&job, deadline).await.context("no test slip")? {
                Sent::Ready(state) => state,
                Sent::AcceptedUnknown => PrinterState::Unknown,
            }
        }
    };
    writeln!(io::stdout(), "{}", state.name())?;
    let fine = matches!(state, PrinterState::Ready | PrinterState::NearEnd);
    Ok(if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn transport(text: &str) -> anyhow::Result<Transport> {
    if let Some(folder) = text.strip_prefix("preview:") {
        return Ok(Transport::Preview { folder: folder.into() });
    }
    let Some(address) = text.strip_prefix("tcp://") else {
        bail!("expected tcp://HOST[:PORT] or preview:FOLDER");
    };
    let (host, port) = match address.rsplit_once(':') {
        Some((host, port)) => (host, port.parse().context("the port is a number from 1 to 65535")?),
        None => (address, PORT),
    };
    Ok(Transport::Tcp { host: host.trim_matches(['[', ']']).to_owned(), port })
}

/// Marks over and under letters, the widest figures, thin and thick strokes, a code: what shows a worn print head.
fn test_slip(paper: Paper) -> Slip {
    let labelled = |label: &str, value: &str, unit: &str| Labelled {
        label: label.to_owned(),
        value: value.to_owned(),
        unit: unit.to_owned(),
    };
    Slip {
        paper,
        office: "Moi".to_owned(),
        unit: "moi-printer".to_owned(),
        pictogram: Pictogram::named("A"),
        service: "In thử · Test".to_owned(),
        number: "A888".to_owned(),
        ahead: labelled("ẵ ỗ ữ ạ đ", "0", "Ặ Ỡ Ễ Đ"),
        wait: Some(labelled("ấ ề ỉ ọ ỵ", "00–88", "Ứ Ỹ Ẩ")),
        documents_title: "Nhìn rõ từng dấu?".to_owned(),
        documents: vec!["Every line sharp?".to_owned(), "Không có sọc trắng?".to_owned()],
        qr: "https://example.org/".to_owned(),
        qr_caption: "example.org".to_owned(),
        time: "88:88".to_owned(),
        date: "88/88/8888".to_owned(),
        validity: "Không phải số thứ tự\nNot a ticket".to_owned(),
        priority: true,
        ..Slip::default()
    }
}
