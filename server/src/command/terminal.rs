//! What `moi` prints, for people: the only place that writes to the terminal.

use std::io::{self, Write};
use std::sync::Arc;

use moi_config::Finding;
use moi_config::text::{Catalogue, Value};

use super::settings::Settings;
use crate::auth::{NewPin, TokenSummary};

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

    /// A line for programs or people.
    #[expect(clippy::print_stdout, reason = "the terminal's own room")]
    pub(super) fn line(&self, text: &str) {
        println!("{text}");
        // A reader of a pipe waits for this line.
        let _ = io::stdout().flush();
    }

    /// A text of the catalogue.
    pub(super) fn say(&self, id: &str, values: &[(&str, Value<'_>)]) {
        self.line(&self.texts.say(&self.language, id, values));
    }

    /// What is wrong with the settings.
    #[expect(clippy::print_stderr, reason = "the terminal's own room")]
    pub(super) fn findings(&self, findings: &[Finding]) {
        for finding in findings {
            eprintln!("{finding}");
        }
    }

    /// Why a command failed, with what lies behind it.
    #[expect(clippy::print_stderr, reason = "the terminal's own room")]
    pub(super) fn error(&self, error: &anyhow::Error) {
        eprintln!("moi: {error:#}");
    }

    /// A set-up that is fine, with its warnings.
    pub(super) fn check(&self, settings: &Settings) {
        self.findings(&settings.office.warnings);
        self.say("terminal-settings-fine", &[]);
    }

    /// Where everything is, once the office is open.
    pub(super) fn open(&self, url: &str, settings: &Settings) {
        self.line(&format!("Moi is open: {url}"));
        let counter = settings.office.counters.first().map_or(1, |counter| counter.number);
        let pages = ["", "kiosk", "desk", "wall", "counter", "sign-in", "api"];
        for page in pages {
            let (id, address) = match page {
                "" => ("terminal-page-start", format!("{url}/")),
                "counter" => ("terminal-page-counter", format!("{url}/counter/{counter}")),
                page => {
                    let id = match page {
                        "kiosk" => "terminal-page-kiosk",
                        "desk" => "terminal-page-desk",
                        "wall" => "terminal-page-wall",
                        "api" => "terminal-page-api",
                        _ => "terminal-page-sign-in",
                    };
                    (id, format!("{url}/{page}"))
                }
            };
            self.line(&format!("  {address:<40} {}", self.texts.say(&self.language, id, &[])));
        }
        self.say("terminal-data", &[("folder", settings.data.display().to_string().into())]);
    }

    /// PINs that were just made, this once.
    pub(super) fn new_pins(&self, pins: &[NewPin]) {
        if pins.is_empty() {
            return self.say("terminal-pins-known", &[]);
        }
        self.say("terminal-pins-new", &[]);
        for new in pins {
            self.line(&format!("  {}  {} ({})", new.pin, new.name, new.role.word()));
        }
        self.say("terminal-pins-keep", &[]);
    }

    /// All tokens, a line each.
    pub(super) fn tokens(&self, tokens: &[TokenSummary]) {
        for token in tokens {
            self.line(&format!("{}\t{}\t{}", token.name, token.role.word(), token.made_at));
        }
    }
}
