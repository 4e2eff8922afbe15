//! How an office is to be started.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;

use super::{Office, UnsureDisk};
use crate::places;
use crate::turn::Turn;

/// The shipped set-up.
const SHIPPED: &str = include_str!("../../../config/office.toml");

/// The set-up that an office starts with.
#[derive(Debug, Clone)]
enum SetUp {
    /// The shipped one, without its break.
    Shipped,
    /// None is named: the shipped one as it is.
    Unnamed,
    Text(String),
}

/// How an office is to be started.
#[derive(Debug, Clone)]
pub struct OfficeBuilder {
    pub(super) turn: Option<Arc<Turn>>,
    alone: bool,
    pub(super) printer: String,
    config: SetUp,
    pub(super) public_url: Option<String>,
    pub(super) arguments: Vec<String>,
    pub(super) keys: Option<PathBuf>,
    pub(super) environment: Vec<(String, String)>,
    pub(super) is_talkative: bool,
    within: Option<PathBuf>,
    journal: Option<PathBuf>,
    on_unsure_disk: bool,
    pub(super) disk_megabytes: Option<u32>,
}

impl Default for OfficeBuilder {
    fn default() -> Self {
        Self {
            turn: None,
            alone: false,
            printer: "none".into(),
            config: SetUp::Shipped,
            public_url: None,
            arguments: Vec::new(),
            keys: None,
            environment: Vec::new(),
            is_talkative: false,
            within: None,
            journal: None,
            on_unsure_disk: false,
            disk_megabytes: None,
        }
    }
}

impl OfficeBuilder {
    /// An office that shares the turn of another one in the same test.
    pub(super) fn beside(turn: &Arc<Turn>) -> Self {
        Self { turn: Some(Arc::clone(turn)), ..Self::default() }
    }

    /// The test loads the machine or measures time: nothing else runs beside it.
    #[must_use]
    pub fn alone(mut self) -> Self {
        self.alone = true;
        self
    }

    /// Where slips go: `preview`, `none` or `tcp://HOST:PORT`.
    #[must_use]
    pub fn printer(mut self, setting: &str) -> Self {
        setting.clone_into(&mut self.printer);
        self
    }

    /// The text of the set-up, instead of the shipped one; the hours of that one are without their break.
    #[must_use]
    pub fn config(mut self, text: &str) -> Self {
        self.config = SetUp::Text(text.to_owned());
        self
    }

    /// Names no set-up, as whoever starts Moi for the first time: the shipped one, hours and all.
    #[must_use]
    pub fn bare(mut self) -> Self {
        self.config = SetUp::Unnamed;
        self
    }

    /// The address in QR codes.
    #[must_use]
    pub fn public_url(mut self, url: &str) -> Self {
        self.public_url = Some(url.to_owned());
        self
    }

    /// More arguments of the server's command line.
    #[must_use]
    pub fn arguments(mut self, arguments: &[&str]) -> Self {
        self.arguments.extend(arguments.iter().map(|argument| (*argument).to_owned()));
        self
    }

    /// The folder of keys, instead of the one in the data folder.
    #[must_use]
    pub fn keys(mut self, folder: &Path) -> Self {
        self.keys = Some(folder.to_owned());
        self
    }

    /// One more variable in the server's environment.
    #[must_use]
    pub fn variable(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Writes everything that there is to say to the log.
    #[must_use]
    pub fn talkative(mut self) -> Self {
        self.is_talkative = true;
        self
    }

    /// Makes the data folder in this folder, instead of the one for temporary files.
    #[must_use]
    pub fn within(mut self, folder: &Path) -> Self {
        self.within = Some(folder.to_owned());
        self
    }

    /// Begins with a copy of the journal in this folder.
    #[must_use]
    pub fn with_journal(mut self, folder: &Path) -> Self {
        self.journal = Some(folder.to_owned());
        self
    }

    /// Puts the data onto a disk that forgets what was not synced, see [`Office::cut_power`], and fails when it is told
    /// to, see [`Office::disk`]. Only the server is on it, not the subcommands.
    #[must_use]
    pub fn on_unsure_disk(mut self) -> Self {
        self.on_unsure_disk = true;
        self
    }

    /// Puts the data onto a real file system of this size that is gone with the server, where the machine can do that:
    /// [`super::can_mount_disks`]. Only the server sees it; [`Office::data_inside`] leads there.
    #[must_use]
    pub fn on_disk_of(mut self, megabytes: u32) -> Self {
        self.disk_megabytes = Some(megabytes);
        self
    }

    /// Makes the data folder, starts the server and waits until it is open.
    ///
    /// # Errors
    /// When it doesn't open; the error holds what the server wrote.
    pub async fn start(self) -> anyhow::Result<Office> {
        let mut office = self.prepare()?;
        office.open().await?;
        Ok(office)
    }

    /// Makes the data folder and starts nothing.
    ///
    /// # Errors
    /// When there is no binary, or no folder can be made.
    pub fn prepare(self) -> anyhow::Result<Office> {
        let turn = match (&self.turn, self.alone) {
            (Some(turn), _) => Arc::clone(turn),
            (None, true) => Arc::new(Turn::alone()?),
            (None, false) => Arc::new(Turn::beside_others()?),
        };
        let folder = self.within.clone().unwrap_or_else(std::env::temp_dir);
        let folder = tempfile::Builder::new().prefix("moi-office-").tempdir_in(folder).context("make a folder")?.keep();
        let text = match &self.config {
            SetUp::Shipped => Some(SHIPPED),
            SetUp::Unnamed => None,
            SetUp::Text(text) => Some(text.as_str()),
        };
        let config = text.map(|text| (folder.join("office.toml"), without_break(text)));
        if let Some((path, text)) = &config {
            std::fs::write(path, text).with_context(|| format!("write {}", path.display()))?;
        }
        let config = config.map(|(path, _)| path);
        if let Some(journal) = &self.journal {
            copy_folder(journal, &folder.join("data/journal"))?;
        }
        let disk = self.on_unsure_disk.then(|| UnsureDisk::make(&folder.join("data"), &folder)).transpose()?;
        Ok(Office { turn, folder, config, disk, binary: places::binary()?, builder: self, port: 0, running: None })
    }
}

/// With the shipped hours open all day: before and in the lunch break nobody is told how long it takes, and a test may
/// run then. And with a ticket machine that gives as many as tests take, unless they say otherwise.
pub(super) fn without_break(config: &str) -> String {
    let config = config.replace("[\"07:00-11:30\", \"13:00-16:30\"]", "[\"00:00-23:59\"]");
    if config.contains(USUAL_PACE) {
        return config.replace(USUAL_PACE, ANY_PACE);
    }
    if config.contains("tickets_per_minute") {
        return config;
    }
    if config.contains("[entrance]\n") {
        return config.replace("[entrance]\n", &format!("[entrance]\n{ANY_PACE}\n"));
    }
    format!("{config}\n[entrance]\ntickets = \"always\"\nbefore_minutes = 15\nlast = \"by-forecast\"\n{ANY_PACE}\n")
}

/// How many tickets the shipped ticket machine gives in a minute, and how many that of tests does.
const USUAL_PACE: &str = "tickets_per_minute = 12";
const ANY_PACE: &str = "tickets_per_minute = 0";

fn copy_folder(from: &Path, to: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(to).with_context(|| format!("make {}", to.display()))?;
    for entry in std::fs::read_dir(from).with_context(|| format!("read {}", from.display()))? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &to)?;
        } else {
            std::fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
