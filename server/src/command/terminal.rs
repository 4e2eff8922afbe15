//! What `moi` prints, for people: the only place that writes to the terminal.

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use moi_config::settings::PrinterSetting;
use moi_config::text::{Catalogue, Value};
use moi_config::{Finding, Level, Office};

use super::settings::Settings;
use crate::auth::{DeviceSummary, Kind, NewCredential, TokenSummary};
use crate::doors::Keeper;
use crate::phone::{PhoneAddress, Reach};

/// Where an administrator may think that the set-up is found by itself.
const UNREAD: &str = "office.toml";

/// The terminal, in the language that it is set to.
pub struct Terminal {
    texts: Arc<Catalogue>,
    language: String,
}

impl Terminal {
    /// The language comes from the usual variables; English where they say none that Moi speaks.
    #[must_use]
    pub(super) fn new() -> Self {
        let texts = Arc::new(Catalogue::load());
        let wanted = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| std::env::var(name).ok());
        let language = wanted.and_then(|wanted| texts.best_language(&wanted).map(str::to_owned));
        Self { language: language.unwrap_or_else(|| "en".into()), texts }
    }

    /// The catalogue, to share.
    pub(super) fn texts(&self) -> &Arc<Catalogue> {
        &self.texts
    }

    /// The language that it is set to.
    pub(super) fn language(&self) -> &str {
        &self.language
    }

    /// Text as it is, for programs.
    #[expect(clippy::unused_self, reason = "the terminal's own room")]
    pub(super) fn raw(&self, text: &str) {
        let mut out = io::stdout().lock();
        // A reader of a pipe waits for it, or has seen enough and is gone.
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }

    /// A line for programs or people.
    pub(super) fn line(&self, text: &str) {
        self.raw(&format!("{text}\n"));
    }

    /// A text without variables, to put among others.
    pub(super) fn text(&self, id: &str) -> String {
        self.texts.say(&self.language, id, &[])
    }

    /// A text of the catalogue.
    pub(super) fn say(&self, id: &str, values: &[(&str, Value<'_>)]) {
        self.line(&self.texts.say(&self.language, id, values));
    }

    /// A text of the catalogue that is no part of what a program reads.
    #[expect(clippy::print_stderr, reason = "the terminal's own room")]
    pub(super) fn aside(&self, id: &str, values: &[(&str, Value<'_>)]) {
        eprintln!("{}", self.texts.say(&self.language, id, values));
    }

    /// What is wrong with the settings: every mistake, then how many.
    #[expect(clippy::print_stderr, reason = "the terminal's own room")]
    pub(super) fn wrong(&self, findings: &[Finding]) {
        for finding in findings {
            eprintln!("{finding}");
        }
        let mistakes = findings.iter().filter(|finding| finding.level == Level::Mistake).count();
        eprintln!("{}", self.texts.say(&self.language, "terminal-settings-wrong", &[("count", mistakes.into())]));
    }

    /// What the administrator should think about.
    #[expect(clippy::print_stderr, reason = "the terminal's own room")]
    pub(super) fn doubts(&self, office: &Office) {
        let doubts = &office.warnings;
        if !doubts.is_empty() {
            let count = [("count", doubts.len().into())];
            eprintln!("{}", self.texts.say(&self.language, "terminal-settings-doubtful", &count));
        }
        for doubt in doubts {
            eprintln!("{doubt}");
        }
    }

    /// Why a command failed, with what lies behind it.
    #[expect(clippy::print_stderr, clippy::unused_self, reason = "the terminal's own room")]
    pub(super) fn error(&self, error: &anyhow::Error) {
        eprintln!("moi: {}", told_once(error));
    }

    /// A set-up that is fine, with its warnings.
    pub(super) fn check(&self, settings: &Settings) {
        self.doubts(settings.office());
        match settings.config() {
            Some(file) => self.say("terminal-settings-right", &[("file", file.display().to_string().into())]),
            None => self.say("terminal-settings-right-shipped", &[]),
        }
        if settings.config().is_none() && Path::new(UNREAD).exists() {
            self.say("terminal-settings-unread", &[("file", UNREAD.into())]);
        }
    }

    /// Says of whatever follows that nothing of it is real.
    pub(super) fn mark(&self, rehearsal: bool) {
        if rehearsal {
            self.say("terminal-rehearsal-mark", &[]);
        }
    }

    /// Where everything is, once the office is open.
    pub(super) fn open(&self, url: &str, phones: &PhoneAddress, office: &Office, settings: &Settings) {
        if settings.rehearsal {
            self.say("terminal-rehearsal", &[]);
        }
        self.say("terminal-open", &[("url", url.into())]);
        let counter = office.counters.first().map_or(1, |counter| counter.number);
        for (page, id) in pages(office.books_online()) {
            let name = self.texts.say(&self.language, id, &[("counter", counter.into())]);
            let page = page.replace("{counter}", &counter.to_string());
            self.line(&format!("  {:<36} {name}", format!("{url}/{page}")));
        }
        self.phones(phones, settings);
        match &settings.printer {
            PrinterSetting::Preview => {
                let folder = settings.data.join("slips").display().to_string();
                self.say("terminal-printer-preview", &[("folder", folder.into())]);
            }
            PrinterSetting::Tcp { host, port } => {
                self.say("terminal-printer-tcp", &[("printer", format!("{host}:{port}").into())]);
            }
            PrinterSetting::None => self.say("terminal-printer-none", &[]),
        }
        self.say("terminal-data", &[("folder", settings.data.display().to_string().into())]);
    }

    /// By which certificate pages are encrypted, and how to know it.
    pub(super) fn encrypted(&self, keeper: &Keeper, settings: &Settings) {
        let (facts, file) = (keeper.facts(), keeper.file().display().to_string());
        let until = facts.until.strftime("%Y-%m-%d").to_string();
        let values = [("until", until.into()), ("file", file.as_str().into())];
        self.say(if keeper.is_self_made() { "terminal-tls-self" } else { "terminal-tls-files" }, &values);
        self.say("terminal-tls-fingerprint", &[("fingerprint", facts.fingerprint.into())]);
        if keeper.is_self_made() {
            self.say("terminal-tls-file", &[("file", file.into())]);
        }
        if let Some(address) = settings.network.redirect_from {
            self.say("terminal-tls-redirect", &[("port", address.port().to_string().into())]);
        }
    }

    /// Where QR codes lead, and what to do when no phone can follow.
    fn phones(&self, phones: &PhoneAddress, settings: &Settings) {
        let base = phones.base();
        let url = ("url", base.as_str().into());
        match phones.reach() {
            Reach::AsSaid => self.say("terminal-phones-as-said", &[url]),
            Reach::Network => self.say("terminal-phones-network", &[url]),
            Reach::NoNetwork => self.say("terminal-phones-no-network", &[url]),
            Reach::ThisMachine => {
                let listen = format!("0.0.0.0:{}", settings.listen.port());
                self.say("terminal-phones-this-machine", &[url, ("listen", listen.into())]);
            }
        }
    }

    /// Where a new office is set up, and the code for it, this once.
    pub(super) fn installation(&self, url: &str, code: &str) {
        self.say("terminal-installation", &[("url", format!("{url}/set-up").into()), ("code", code.into())]);
    }

    /// The PINs and passwords that were just made, this once; where there are none, how to make one.
    pub(super) fn sign_in(&self, made: &[NewCredential], office: &Office) {
        if made.is_empty() {
            let name = office.people.officers.first().map_or("…", |officer| officer.name.as_str());
            self.say("terminal-sign-in-new-pin", &[("name", name.into())]);
        } else {
            self.say("terminal-sign-in-pins-once", &[]);
        }
        for new in made {
            let id = match new.kind {
                Kind::Pin => "terminal-sign-in-pin",
                Kind::Password => "terminal-sign-in-password",
            };
            let values = [("name", new.name.as_str().into()), ("secret", new.secret.as_str().into())];
            self.line(&format!("  {}", self.texts.say(&self.language, id, &values)));
        }
        self.say("terminal-how-to-stop", &[]);
    }

    /// All tokens, a line each.
    pub(super) fn tokens(&self, tokens: &[TokenSummary]) {
        if tokens.is_empty() {
            self.say("terminal-token-none", &[]);
        }
        for token in tokens {
            self.line(&format!("{}\t{}\t{}", token.name, token.role.word(), token.made_at));
        }
    }

    /// All devices, a line each.
    pub(super) fn devices(&self, devices: &[DeviceSummary]) {
        if devices.is_empty() {
            self.say("terminal-device-none", &[]);
        }
        for DeviceSummary { name, role, counter, paired_at, paired_by, .. } in devices {
            let counter = counter.map_or_else(|| "-".to_owned(), |number| number.to_string());
            self.line(&format!("{name}\t{}\t{counter}\t{paired_at}\t{paired_by}", role.word()));
        }
    }
}

/// An error with what lies behind it. What an error has in its own words already is not said twice.
fn told_once(error: &anyhow::Error) -> String {
    let mut text = String::new();
    for cause in error.chain().map(ToString::to_string).filter(|cause| !cause.is_empty()) {
        if text.is_empty() {
            text = cause;
        } else if !text.contains(&cause) {
            text = format!("{text}: {cause}");
        }
    }
    text
}

/// The pages that an office has, by their addresses, with the texts that name them. Nobody is sent to book where no
/// citizen can.
fn pages(books_online: bool) -> impl Iterator<Item = (&'static str, &'static str)> {
    const PAGES: [(&str, &str); 13] = [
        ("", "terminal-page-start"),
        ("kiosk", "terminal-page-kiosk"),
        ("wall", "terminal-page-wall"),
        ("counter/{counter}", "terminal-page-counter"),
        ("book", "terminal-page-book"),
        ("desk", "terminal-page-desk"),
        ("reception", "terminal-page-reception"),
        ("roll", "terminal-page-roll"),
        ("sign-in", "terminal-page-sign-in"),
        ("admin", "terminal-page-admin"),
        ("account", "terminal-page-account"),
        ("pair", "terminal-page-pair"),
        ("api", "terminal-page-api"),
    ];
    PAGES.into_iter().filter(move |(page, _)| *page != "book" || books_online)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_pages_has_reception_roll_and_booking_where_there_is_any() {
        let listed = |online| pages(online).map(|(page, _)| page).collect::<Vec<_>>();
        for page in ["reception", "roll"] {
            assert!(listed(true).contains(&page) && listed(false).contains(&page), "{page}");
        }
        assert!(listed(true).contains(&"book") && !listed(false).contains(&"book"));
        let texts = Catalogue::load();
        for (_, id) in pages(true) {
            assert_ne!(texts.say("en", id, &[("counter", 1_u16.into())]), id);
        }
    }

    #[test]
    fn what_lies_behind_an_error_is_said_once() {
        let machine = || io::Error::other("the disk is on fire");
        let file = moi_journal::JournalError::Transfer { operation: "read", source: machine() };
        let error = anyhow::Error::new(file).context("the new data can't be made");
        let said = "the new data can't be made: can't read the file: the disk is on fire";
        assert_eq!(told_once(&error), said);
        assert_eq!(told_once(&anyhow::Error::new(machine()).context("an opening")), "an opening: the disk is on fire");
    }
}
