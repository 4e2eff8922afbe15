//! Settings from arguments, environment and set-up file, checked together: all mistakes are told at once.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ArgMatches;
use clap::parser::ValueSource;
use moi_config::settings::{ListenAddress, PrinterSetting, PublicUrl};
use moi_config::{Finding, Office, Place};

use super::arguments::{Arguments, SettingArguments};
use super::network::NetworkSettings;
use crate::set_up::{Given, Origin};

/// Where a rehearsal is served beside the office, unless it is told another address.
const REHEARSAL_PORT: u16 = 8090;

/// What the office is started with.
pub struct Settings {
    /// The set-up that the office is started with.
    pub given: Given,
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
    /// Names, proxies, certificates and limits.
    pub network: NetworkSettings,
    /// Whether nothing of what comes of it is real.
    pub rehearsal: bool,
}

impl Settings {
    /// The set-up's file; none when it is the shipped one.
    pub(super) fn config(&self) -> Option<&Path> {
        match &self.given.origin {
            Origin::Own => None,
            Origin::File(path) => Some(path),
        }
    }

    /// The words of the set-up that the office is started with.
    pub(super) fn office(&self) -> &Arc<Office> {
        &self.given.office
    }

    /// The same with the set-up that the office had in force when it last ran, unless a file was named: for commands
    /// that speak of the office without asking it.
    ///
    /// # Errors
    /// Every finding of that set-up.
    pub(super) fn in_force(self) -> Result<Self, Vec<Finding>> {
        let folder = if self.rehearsal { self.data.parent().unwrap_or(&self.data) } else { &self.data };
        Ok(Self { given: self.given.in_force_at(folder)?, ..self })
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
        let network = given.network.read(matches).map_err(|mistakes| findings.extend(mistakes)).ok();
        let office = Given::read(given.config.clone()).map_err(|mistakes| findings.extend(mistakes)).ok();
        let whole = listen.zip(printer).zip(public_url).zip(network).zip(office);
        let Some(((((listen, printer), public_url), network), office)) = whole else { return Err(findings) };
        let (listen, rehearsal) = (listen.0, arguments.rehearses());
        let (data, keys) = (arguments.data(), arguments.keys());
        Ok(Self { given: office, data, keys, listen, printer, public_url, network, rehearsal })
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
        if !said("redirect_from") {
            settings.network.redirect_from = None;
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
pub(super) fn place(matches: &ArgMatches, argument: &str) -> Place {
    match source(matches, argument) {
        Some(ValueSource::EnvVariable) => Place::environment(&format!("MOI_{}", argument.to_uppercase())),
        Some(_) | None => Place::argument(&format!("--{}", argument.replace('_', "-"))),
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, FromArgMatches};

    use super::*;

    fn settings(line: &str) -> Settings {
        let matches = Arguments::command().try_get_matches_from(line.split(' ')).expect("an allowed line");
        let arguments = Arguments::from_arg_matches(&matches).expect("they are parsed");
        Settings::read(&arguments, &matches).unwrap_or_else(|findings| panic!("{findings:?}"))
    }

    #[test]
    fn a_rehearsal_runs_beside_the_office_unless_its_caller_says_otherwise() {
        for (line, listen, is_preview) in [
            ("moi rehearse", "127.0.0.1:8090", true),
            ("moi rehearse --listen 0.0.0.0:9000", "0.0.0.0:9000", true),
            ("moi --listen 0.0.0.0:9000 rehearse --printer none", "0.0.0.0:9000", false),
        ] {
            let settings = settings(line);
            let found = (settings.listen.to_string(), settings.printer == PrinterSetting::Preview);
            assert_eq!(found, (listen.to_owned(), is_preview), "{line}");
            assert!(settings.rehearsal, "{line}");
        }
        let office = settings("moi");
        assert_eq!((office.listen.to_string().as_str(), office.rehearsal), ("127.0.0.1:8080", false));
    }
}
