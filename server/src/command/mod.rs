//! The command line: what `moi` can be told, and what it prints.

mod arguments;
mod copies;
mod credentials;
mod data_folder;
mod demo;
mod listen;
mod mend;
mod network;
mod office;
mod order;
pub mod parts;
mod preview;
mod rehearse;
mod restored;
mod roll;
mod serve;
pub mod settings;
mod terminal;
mod tls;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use arguments::{Arguments, OfficeVerb, Verb};
use serve::{Show, serve};
use settings::Settings;
pub use terminal::Terminal;

use crate::print::RollWish;

/// Runs the command line to its end.
#[must_use]
pub fn run() -> ExitCode {
    // Before anything encrypts: the one library for it. It can't be chosen already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let matches = Arguments::command().get_matches();
    let arguments = match Arguments::from_arg_matches(&matches) {
        Ok(arguments) => arguments,
        Err(error) => error.exit(),
    };
    let terminal = Terminal::new();
    let read = Settings::read(&arguments, &matches);
    let settings = match read.and_then(|read| if arguments.asks_no_office() { read.in_force() } else { Ok(read) }) {
        Ok(settings) => settings,
        Err(findings) => {
            terminal.wrong(&findings);
            return ExitCode::from(2);
        }
    };
    let done = match arguments.verb {
        None => serve(&settings, &terminal, None),
        Some(Verb::Check) => {
            terminal.check(&settings);
            Ok(())
        }
        Some(Verb::Openapi) => {
            crate::http::openapi_document().map(|document| terminal.line(&document)).map_err(anyhow::Error::from)
        }
        Some(Verb::Token(verb)) => credentials::token(&settings, &terminal, verb),
        Some(Verb::Pin(verb)) => credentials::pin(&settings, &terminal, verb),
        Some(Verb::Password(verb)) => credentials::password(&settings, &terminal, verb),
        Some(Verb::Recover { name }) => credentials::recover(&settings, &terminal, name),
        Some(Verb::Device(verb)) => credentials::device(&settings, &terminal, verb),
        Some(Verb::Office(OfficeVerb::Export { file })) => office::export(&settings, &terminal, file.as_deref()),
        Some(Verb::Office(OfficeVerb::Import { file, parts, apply, strand })) => {
            office::import(&settings, &terminal, office::Wish { file, parts, apply, strands: strand })
        }
        Some(Verb::Verify) => copies::verify(&settings, &terminal),
        Some(Verb::Backup { file }) => copies::backup(&settings, &terminal, file.as_deref()),
        Some(Verb::Restore { file }) => copies::restore(&settings, &terminal, &file),
        Some(Verb::Journal(verb)) => copies::journal(&settings, &terminal, &verb),
        Some(Verb::Preview { day }) => preview::preview(&settings, &terminal, day),
        Some(Verb::Order { day, csv }) => order::order(&settings, &terminal, day, csv),
        Some(Verb::Roll { services, count, from, preview }) => {
            let wish = RollWish { services: &services, count, from: from.as_ref() };
            roll::roll(&settings, &terminal, wish, preview)
        }
        Some(Verb::Demo(demo)) if demo.office => serve(&settings, &terminal, Some(Show::Demo(&demo))),
        Some(Verb::Rehearse(rehearse)) => serve(&settings, &terminal, Some(Show::Rehearsal(&rehearse))),
        Some(Verb::Demo(demo)) => demo::play(&settings, &terminal, &demo),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            terminal.error(&error);
            ExitCode::FAILURE
        }
    }
}
