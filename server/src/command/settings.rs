//! Settings from arguments, environment and set-up file, checked together: all mistakes are told at once.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ArgMatches;
use clap::parser::ValueSource;
use moi_config::settings::{ListenAddress, PrinterSetting, PublicUrl};
use moi_config::{Finding, Office, Place, Source, load};

use super::arguments::{Arguments, SettingArguments};

/// Where a rehearsal is served beside the office, unless it is told another address.
const REHEARSAL_PORT: u16 = 8090;

/// What the office is started with.
pub struct Settings {
    /// The set-up.
    pub office: Arc<Office>,
    /// The folder of everything that is kept.
    pub data: PathBuf,
    /// The folder of the keys to phone numbers.
    pub keys: PathBuf,
    /// Where pages are served.
    pub listen: SocketAddr,
    /// Where slips come out.
    pub printer: PrinterSetting,
    /// Where phones reach the office.
    pub public_url: Option<PublicUrl>,
    /// Whether nothing of what comes of it is real.
    pub rehearsal: bool,
    config: Option<PathBuf>,
}

impl Settings {
    /// The set-up's file; none when it is the shipped one.
    pub(super) fn config(&self) -> Option<&Path> {
        self.config.as_deref()
    }

    /// Reads and checks everything.
    ///
    /// # Errors
    /// Every finding of the file, the arguments and the environment.
    pub(super) fn read(arguments: &Arguments, matches: &ArgMatches) -> Result<Self, Vec<Finding>> {
        let given = &arguments.settings.for_rehearsal(arguments.rehearses(), matches);
        let mut findings = Vec::new();
        let mut keep = |finding: Finding| findings.push(finding);
        let listen = ListenAddress::parse(&given.listen, place(matches, "listen")).map_err(&mut keep).ok();
        let printer = PrinterSetting::parse(&given.printer, place(matches, "printer")).map_err(&mut keep).ok();
        let public_url = given.public_url.as_deref().map(|url| PublicUrl::parse(url, place(matches, "public_url")));
        let public_url = public_url.transpose().map_err(&mut keep).ok();
        let source = given.config.clone().map_or(Source::Embedded, Source::File);
        let office = load(source).map_err(|mistakes| findings.extend(mistakes)).ok();
        let whole = listen.zip(printer).zip(public_url).zip(office);
        let Some((((listen, printer), public_url), office)) = whole else { return Err(findings) };
        let (office, listen) = (Arc::new(office), listen.0);
        let (data, keys) = (arguments.data(), arguments.keys());
        let (rehearsal, config) = (arguments.rehearses(), given.config.clone());
        Ok(Self { office, data, keys, listen, printer, public_url, rehearsal, config })
    }
}

impl SettingArguments {
    /// A rehearsal beside the office takes what its caller says now. What the environment says is the office's: its
    /// address is taken, its printer would print what is not real, and its phones' address leads elsewhere.
    fn for_rehearsal(&self, rehearses: bool, matches: &ArgMatches) -> Self {
        let mut settings = self.clone();
        if !rehearses {
            return settings;
        }
        let said = |argument| source(matches, argument) == Some(ValueSource::CommandLine);
        if !said("listen") {
            let address = self.listen.rsplit_once(':').map_or("127.0.0.1", |(address, _)| address);
            settings.listen = format!("{address}:{REHEARSAL_PORT}");
        }
        if !said("printer") {
            settings.printer = "preview".into();
        }
        if !said("public_url") {
            settings.public_url = None;
        }
        settings
    }
}

fn source(matches: &ArgMatches, argument: &str) -> Option<ValueSource> {
    let mut innermost = matches;
    while let Some((_, deeper)) = innermost.subcommand() {
        innermost = deeper;
    }
    innermost.value_source(argument)
}

/// Where a value came from, as an administrator finds it.
fn place(matches: &ArgMatches, argument: &str) -> Place {
    match source(matches, argument) {
        Some(ValueSource::EnvVariable) => Place::environment(&format!("MOI_{}", argument.to_uppercase())),
        Some(_) | None => Place::argument(&format!("--{}", argument.replace('_', "-"))),
    }
}
