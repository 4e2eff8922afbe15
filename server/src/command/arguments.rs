//! The arguments' grammar.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;
use moi_domain::TicketNumber;

use super::network::NetworkArguments;
use super::settings::Settings;
use super::tls::certificate_file;
use crate::auth::Role;
use crate::demo::{Simulated, Wish};
use crate::phone::on_this_machine;

/// Folder of the keys in the data folder, when nothing else is said.
pub(super) const KEYS: &str = "keys";

/// Queue tickets, calls and counter displays of a one-stop shop. Without a command it opens the office.
#[derive(Debug, Parser)]
#[command(name = "moi", version)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) settings: SettingArguments,
    #[command(subcommand)]
    pub(super) verb: Option<Verb>,
}

impl Arguments {
    /// The data folder: a demo that opens an office keeps its crowd out of the real one's journal.
    pub(super) fn data(&self) -> PathBuf {
        let usual = match &self.verb {
            Some(Verb::Demo(Demo { office: true, .. })) => crate::demo::DATA,
            Some(
                Verb::Demo(_)
                | Verb::Token(_)
                | Verb::Pin(_)
                | Verb::Password(_)
                | Verb::Recover { .. }
                | Verb::Device(_)
                | Verb::Office(_)
                | Verb::Verify
                | Verb::Backup { .. }
                | Verb::Restore { .. }
                | Verb::Journal(_)
                | Verb::Order { .. }
                | Verb::Preview { .. }
                | Verb::Rehearse(_)
                | Verb::Roll { .. }
                | Verb::Check
                | Verb::Openapi,
            )
            | None => "data",
        };
        let data = self.settings.data.clone().unwrap_or_else(|| usual.into());
        if self.rehearses() { data.join(crate::rehearsal::FOLDER) } else { data }
    }

    /// Whether nothing of what comes of it is real.
    pub(super) fn rehearses(&self) -> bool {
        matches!(self.verb, Some(Verb::Rehearse(_)))
    }

    /// Whether it speaks of the office's services, counters and people, and doesn't open its journal to know them.
    pub(super) fn asks_no_office(&self) -> bool {
        match &self.verb {
            Some(Verb::Demo(demo)) => !demo.office,
            Some(Verb::Order { .. } | Verb::Rehearse(_) | Verb::Roll { .. }) => true,
            Some(
                Verb::Token(_)
                | Verb::Pin(_)
                | Verb::Password(_)
                | Verb::Recover { .. }
                | Verb::Device(_)
                | Verb::Office(_)
                | Verb::Verify
                | Verb::Backup { .. }
                | Verb::Restore { .. }
                | Verb::Journal(_)
                | Verb::Preview { .. }
                | Verb::Check
                | Verb::Openapi,
            )
            | None => false,
        }
    }

    /// The folder of the keys to what is personal.
    pub(super) fn keys(&self) -> PathBuf {
        // The office's keys are none of a rehearsal's business: it would erase them on its own schedule.
        let said = self.settings.keys.clone().filter(|_| !self.rehearses());
        said.unwrap_or_else(|| self.data().join(KEYS))
    }
}

/// Settings, as given; each also as an environment variable.
#[derive(Debug, Clone, Args)]
pub(super) struct SettingArguments {
    /// The office's set-up; without it the shipped one, a commune's one-stop shop
    #[arg(long, global = true, env = "MOI_CONFIG", value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Folder of the journal and everything else that is kept [default: data; demo-data for `demo --office`]
    #[arg(long, global = true, env = "MOI_DATA", value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// Folder of the keys to citizens' phone numbers, best on another disk; never in a backup [default: keys in the
    /// data folder]
    #[arg(long, global = true, env = "MOI_KEYS", value_name = "FOLDER")]
    keys: Option<PathBuf>,
    /// Where pages are served; 0.0.0.0:8080 for the whole local network
    #[arg(long, global = true, env = "MOI_LISTEN", value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    pub(super) listen: String,
    /// Where slips come out: preview (files under the data folder), none, or `tcp://HOST:9100`
    #[arg(long, global = true, env = "MOI_PRINTER", value_name = "PRINTER", default_value = "preview")]
    pub(super) printer: String,
    /// Where citizens' phones reach the office; goes into the QR code of each slip
    #[arg(long, global = true, env = "MOI_PUBLIC_URL", value_name = "URL")]
    pub(super) public_url: Option<String>,
    #[command(flatten)]
    pub(super) network: NetworkArguments,
}

/// What can be done with the set-up in force.
#[derive(Debug, Subcommand)]
pub(super) enum OfficeVerb {
    /// Writes it, with its remarks, to a new file or to the terminal
    Export {
        /// A new file [default: the terminal]
        file: Option<PathBuf>,
    },
    /// Tells what a file would change at the running office, key by key, and with --apply puts it into force
    Import {
        /// The file
        file: PathBuf,
        /// Only this part of it, as services; once for each [default: all]
        #[arg(long = "part", value_name = "PART")]
        parts: Vec<String>,
        /// Puts it into force
        #[arg(long)]
        apply: bool,
        /// Also when people wait whom nobody could serve then
        #[arg(long)]
        strand: bool,
    },
}

/// What else `moi` can do.
#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Bearer tokens of kiosks and programs
    #[command(subcommand)]
    Token(TokenVerb),
    /// PINs of officers and receptionists, good on the office's own machine and on paired desks
    #[command(subcommand)]
    Pin(PinVerb),
    /// Passwords, good everywhere
    #[command(subcommand)]
    Password(PasswordVerb),
    /// Prints a code by which somebody sets a new password on the sign-in page, once and for 15 minutes; it switches
    /// the second factor off
    Recover {
        /// Whose password or phone is lost, as in the set-up
        #[arg(long)]
        name: String,
    },
    /// Devices that were paired by a code
    #[command(subcommand)]
    Device(DeviceVerb),
    /// The set-up in force, as a file
    #[command(subcommand)]
    Office(OfficeVerb),
    /// Reads the whole journal, compares every checksum, and says what is damaged
    Verify,
    /// Writes everything that the office needs to one file; the office may be running
    Backup {
        /// A new file [default: the time and .moi-backup]
        file: Option<PathBuf>,
    },
    /// Fills a new data folder from a backup
    Restore {
        /// The backup
        file: PathBuf,
    },
    /// The journal as JSON lines, for other tools
    #[command(subcommand)]
    Journal(JournalVerb),
    /// Tells which calls of a day passed somebody who had come earlier, and why; give the office's --config
    Order {
        /// The day, as 2026-11-27 [default: the newest in the journal]
        #[arg(long, value_name = "DAY")]
        day: Option<Date>,
        /// As a table for a spreadsheet
        #[arg(long)]
        csv: bool,
    },
    /// Plays a past day by the changed set-up of --config, at the running office, and tells how long people would wait
    Preview {
        /// The day, as 2026-11-27 [default: the newest that is closed]
        #[arg(long, value_name = "DAY")]
        day: Option<Date>,
    },
    /// Prints slips ahead with the numbers for an outage, on the office's printer; the office may be running
    Roll {
        /// Code of a service, once for each [default: all]
        #[arg(long = "service", value_name = "CODE")]
        services: Vec<String>,
        /// Slips of each letter, at most as many as [outage] in the set-up reserves
        #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=500))]
        count: u32,
        /// The first number, of this letter alone [default: the one after the last that was printed]
        #[arg(long, value_name = "NUMBER")]
        from: Option<TicketNumber>,
        /// As pictures under the data folder
        #[arg(long)]
        preview: bool,
    },
    /// Plays a lively office day through the API, so that all pages move
    Demo(Demo),
    /// Opens the office's own pages for a day that only rehearses, with simulated citizens. Nothing of it is real
    Rehearse(Rehearse),
    /// Checks the settings and the set-up, and says everything that is wrong
    Check,
    /// Prints the OpenAPI document
    Openapi,
}

/// What can be done with the journal.
#[derive(Debug, Subcommand)]
pub(super) enum JournalVerb {
    /// Writes every event as a line
    Export {
        /// A new file, or - for the terminal
        #[arg(default_value = "-")]
        file: PathBuf,
        /// Leaves out what is damaged, and says what is missing; the exit code is 1 then
        #[arg(long)]
        sound: bool,
    },
    /// Takes closed days that are damaged or missing out of a backup; sound days are not touched. Stop the office first
    Mend {
        /// The backup
        #[arg(long, value_name = "BACKUP")]
        from: PathBuf,
    },
    /// Fills a new data folder from lines that were exported
    Import {
        /// The lines, or - for what is piped in
        #[arg(default_value = "-")]
        file: PathBuf,
    },
}

/// What can be done with tokens.
#[derive(Debug, Subcommand)]
pub(super) enum TokenVerb {
    /// Makes a token and prints it, this once
    New {
        /// What its bearer may do
        #[arg(long, value_enum)]
        role: Role,
        /// Whose it is; stands in the journal
        #[arg(long)]
        name: String,
    },
    /// Lists all tokens by name
    List,
    /// Makes a token worthless
    Revoke {
        /// Whose it was
        #[arg(long)]
        name: String,
    },
}

/// What can be done with PINs.
#[derive(Debug, Subcommand)]
pub(super) enum PinVerb {
    /// Makes a new PIN and prints it, this once; the old one no longer works
    New {
        /// An officer's or receptionist's name, as in the set-up
        #[arg(long)]
        name: String,
    },
}

/// What can be done with passwords.
#[derive(Debug, Subcommand)]
pub(super) enum PasswordVerb {
    /// Makes a new password and prints it, this once; the old one no longer works
    New {
        /// Somebody's name, as in the set-up
        #[arg(long)]
        name: String,
    },
}

/// What can be done with devices.
#[derive(Debug, Subcommand)]
pub(super) enum DeviceVerb {
    /// Lists all devices by name
    List,
    /// Makes a device worthless: it shows a new code
    Revoke {
        /// Its name
        #[arg(long)]
        name: String,
    },
}

/// A day to watch.
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Opens an office with it, in one command
    #[arg(long)]
    pub(super) office: bool,
    /// How much faster than life
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=200))]
    speed: u32,
    /// The office to play at; without it the one at --listen
    #[arg(long, conflicts_with = "office")]
    url: Option<String>,
    /// Plays even where numbers were given today or counters are open: real citizens are called
    #[arg(long)]
    anyway: bool,
}

/// A day that only rehearses.
#[derive(Debug, Args)]
pub(super) struct Rehearse {
    /// How much faster than life citizens come and simulated officers serve
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=20))]
    speed: u32,
    /// The day to rehearse, as 2026-11-27; it begins when the office opens [default: today]
    #[arg(long, value_name = "DAY")]
    pub(super) day: Option<Date>,
    /// Counters at which simulated officers serve while nobody else has them, as 2,4,5
    #[arg(long, value_name = "COUNTERS", value_delimiter = ',')]
    pub(super) officers: Vec<u16>,
}

impl Rehearse {
    /// The day to play at the office of this process.
    pub(super) fn here(&self, url: String, simulated: Simulated) -> Wish {
        Wish { url, trusted: None, speed: self.speed, anyway: true, simulated: Some(simulated) }
    }
}

impl Demo {
    /// The day to play at the office of this process.
    pub(super) fn here(&self, url: String) -> Wish {
        Wish { url, trusted: None, speed: self.speed, anyway: self.anyway, simulated: None }
    }

    /// The day to play at an office that runs already.
    pub(super) fn elsewhere(&self, settings: &Settings) -> Wish {
        let url = self.url.clone().unwrap_or_else(|| settings.network.url_of(on_this_machine(settings.listen)));
        Wish { trusted: certificate_file(settings), ..self.here(url) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lie_with_the_data_or_where_the_machine_has_another_disk() {
        let keys = |line: &str| {
            let arguments = Arguments::try_parse_from(line.split(' ')).expect("an allowed line");
            arguments.keys().display().to_string()
        };
        assert_eq!(keys("moi"), "data/keys");
        assert_eq!(keys("moi --data office"), "office/keys");
        assert_eq!(keys("moi demo --office"), "demo-data/keys");
        assert_eq!(keys("moi --data office --keys /media/keys"), "/media/keys");
        assert_eq!(keys("moi rehearse --keys /media/keys"), "data/rehearsal/keys", "never the office's");
    }

    #[test]
    fn only_a_demo_that_opens_an_office_and_a_rehearsal_have_data_of_their_own() {
        let data = |line: &str| {
            let arguments = Arguments::try_parse_from(line.split(' ')).expect("an allowed line");
            arguments.data().display().to_string()
        };
        assert_eq!(data("moi demo --office"), "demo-data");
        assert_eq!(data("moi demo --office --data data"), "data");
        assert_eq!(data("moi rehearse"), "data/rehearsal");
        assert_eq!(data("moi rehearse --data office"), "office/rehearsal");
        for line in ["moi", "moi demo", "moi token list", "moi check"] {
            assert_eq!(data(line), "data", "{line}");
        }
    }
}
