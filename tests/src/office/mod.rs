//! The real server as a child process, with a data folder of its own.

mod builder;
mod mount;
mod people;
mod power;
mod role;
mod unsure_disk;

use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

use crate::turn::Turn;

pub use builder::OfficeBuilder;
pub use mount::can_mount_disks;
pub use role::Role;
pub use unsure_disk::{Cut, UnsureDisk};

/// A debug build on a busy machine opens within this.
const OPEN_WITHIN: Duration = Duration::from_mins(1);
/// What the office promises for SIGTERM.
pub const STOP_WITHIN: Duration = Duration::from_secs(5);
/// The line that says the address.
const OPEN_LINE: &str = "Moi is open: ";
/// Settings that must not come in from the outer environment.
const SETTINGS: [&str; 13] = [
    "MOI_CONFIG",
    "MOI_DATA",
    "MOI_DIRECTORY_SECRET",
    "MOI_KEYS",
    "MOI_LISTEN",
    "MOI_PRINTER",
    "MOI_PUBLIC_URL",
    "MOI_HOST",
    "MOI_TRUSTED_PROXY",
    "MOI_TLS",
    "MOI_REDIRECT_FROM",
    "MOI_CONNECTIONS_PER_ADDRESS",
    "MOI_CALLS_PER_SECOND",
];

/// An office in a folder of its own. Call [`Office::close`] at the end of a test: a folder that was not closed is kept.
#[derive(Debug)]
pub struct Office {
    turn: Arc<Turn>,
    folder: PathBuf,
    config: Option<PathBuf>,
    disk: Option<UnsureDisk>,
    binary: PathBuf,
    builder: OfficeBuilder,
    /// The port of the first start, taken again at the next.
    port: u16,
    running: Option<Running>,
}

#[derive(Debug)]
struct Running {
    child: Child,
    _more: Lines<BufReader<ChildStdout>>,
    greeting: Vec<String>,
}

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
    /// Its exit status.
    pub status: ExitStatus,
    /// What it said.
    pub stdout: String,
    /// What it complained about.
    pub stderr: String,
}

impl Office {
    /// An office with the shipped set-up and no printer.
    ///
    /// # Errors
    /// When it doesn't open.
    pub async fn start() -> anyhow::Result<Self> {
        OfficeBuilder::default().start().await
    }

    /// An office to be described.
    #[must_use]
    pub fn builder() -> OfficeBuilder {
        OfficeBuilder::default()
    }

    /// Another office in the same test.
    #[must_use]
    pub fn sibling(&self) -> OfficeBuilder {
        OfficeBuilder::beside(&self.turn)
    }

    /// Starts the server on this folder, waits until it is open, and tells how long that took.
    ///
    /// # Errors
    /// When it doesn't open in time; the error holds what it wrote.
    pub async fn open(&mut self) -> anyhow::Result<Duration> {
        let begun = Instant::now();
        let mut child = self.spawn()?;
        let stdout = child.stdout.take().context("the server's stdout")?;
        let mut lines = BufReader::new(stdout).lines();
        let opening = async {
            while let Some(line) = lines.next_line().await? {
                if let Some(base) = line.strip_prefix(OPEN_LINE) {
                    return Ok(base.trim().to_owned());
                }
            }
            bail!("it ended without opening")
        };
        let opened = timeout(OPEN_WITHIN, opening).await.unwrap_or_else(|_| bail!("not open after {OPEN_WITHIN:?}"));
        let took = begun.elapsed();
        let base = opened.with_context(|| format!("start the office; it wrote: {}", self.log()))?;
        let port = base.rsplit(':').next().and_then(|port| port.parse().ok());
        self.port = port.with_context(|| format!("no port in {base:?}"))?;
        ensure!(base == self.base(), "open at {base:?} instead of {}", self.base());
        let greeting = greeting(&mut lines).await;
        self.running = Some(Running { child, _more: lines, greeting });
        Ok(took)
    }

    /// Starts the server's process and waits for nothing.
    ///
    /// # Errors
    /// When it can't be started.
    pub fn spawn(&self) -> anyhow::Result<Child> {
        let mut command = match self.builder.disk_megabytes {
            None => self.command(),
            Some(megabytes) => self.settle(mount::below_a_disk(megabytes, &self.data(), &self.binary)?),
        };
        command.args(["--listen", &format!("127.0.0.1:{}", self.port), "--printer", &self.builder.printer]);
        if let Some(url) = &self.builder.public_url {
            command.args(["--public-url", url]);
        }
        command.args(&self.builder.arguments);
        let log = std::fs::File::options().create(true).append(true).open(self.folder.join("office.log"))?;
        command.stdout(Stdio::piped()).stderr(log);
        if let Some(disk) = &self.disk {
            disk.put_below(&mut command);
        }
        command.spawn().with_context(|| format!("start {}", self.binary.display()))
    }

    /// The binary with the settings of this office.
    fn command(&self) -> Command {
        self.settle(Command::new(&self.binary))
    }

    /// The settings of this office for a command.
    fn settle(&self, mut command: Command) -> Command {
        for setting in SETTINGS {
            command.env_remove(setting);
        }
        command.env("MOI_DATA", self.data()).stdin(Stdio::null()).kill_on_drop(true).current_dir(&self.folder);
        if let Some(config) = &self.config {
            command.env("MOI_CONFIG", config);
        }
        if let Some(keys) = &self.builder.keys {
            command.env("MOI_KEYS", keys);
        }
        // Tests call as fast as they can.
        if !self.builder.arguments.iter().any(|argument| argument == "--calls-per-second") {
            command.env("MOI_CALLS_PER_SECOND", "0");
        }
        command.envs(self.builder.environment.iter().map(|(name, value)| (name, value)));
        if self.builder.is_talkative {
            command.env("MOI_LOG", "trace");
        }
        command
    }

    /// Runs a `moi` subcommand on this office to its end.
    ///
    /// # Errors
    /// When it can't be run, or doesn't end within 30 s.
    pub async fn run(&self, arguments: &[&str]) -> anyhow::Result<Ended> {
        self.run_within(Duration::from_secs(30), arguments).await
    }

    /// The same for what takes longer.
    ///
    /// # Errors
    /// When it can't be run, or doesn't end in time.
    pub async fn run_within(&self, wait_max: Duration, arguments: &[&str]) -> anyhow::Result<Ended> {
        let running = self.command().args(arguments).output();
        let output = timeout(wait_max, running).await.with_context(|| format!("moi {arguments:?}"))??;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ok(Ended { status: output.status, stdout: text(&output.stdout), stderr: text(&output.stderr) })
    }

    /// Begins a `moi` subcommand on this office, which ends with the value.
    ///
    /// # Errors
    /// When it can't be run.
    pub fn begin(&self, arguments: &[&str]) -> anyhow::Result<Child> {
        self.begin_in(&[], arguments)
    }

    /// The same with more variables in its environment.
    ///
    /// # Errors
    /// When it can't be run.
    pub fn begin_in(&self, environment: &[(&str, &str)], arguments: &[&str]) -> anyhow::Result<Child> {
        let mut command = self.command();
        command.envs(environment.iter().copied());
        command.args(arguments).env("LC_ALL", "en").stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().with_context(|| format!("moi {arguments:?}"))
    }

    /// `http://127.0.0.1:PORT`, or `https://…` where it was told to encrypt.
    #[must_use]
    pub fn base(&self) -> String {
        let scheme = if self.builder.arguments.iter().any(|argument| argument == "--tls") { "https" } else { "http" };
        format!("{scheme}://127.0.0.1:{}", self.port)
    }

    /// What the server printed after its address, until it was silent for a moment.
    #[must_use]
    pub fn greeting(&self) -> &[String] {
        self.running.as_ref().map_or(&[], |running| &running.greeting)
    }

    /// The server's process, when it runs.
    #[must_use]
    pub fn process(&self) -> Option<u32> {
        self.running.as_ref().and_then(|running| running.child.id())
    }

    /// Takes the process away: SIGKILL. What it wrote stays, since the kernel has it.
    ///
    /// # Errors
    /// When the process can't be killed.
    pub async fn kill(&mut self) -> anyhow::Result<()> {
        if let Some(mut running) = self.running.take() {
            running.child.kill().await.context("kill the office")?;
        }
        Ok(())
    }

    /// Changes the set-up's text; the next start reads it.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn set_config(&self, text: &str) -> anyhow::Result<()> {
        let path = self.config.as_ref().context("an office with a set-up of its own")?;
        std::fs::write(path, builder::without_break(text)).with_context(|| format!("write {}", path.display()))
    }

    /// Starts again on the same data and the same port.
    ///
    /// # Errors
    /// When it doesn't open.
    pub async fn restart(&mut self) -> anyhow::Result<()> {
        self.kill().await?;
        self.open().await.map(drop)
    }

    /// Sends a signal by name, `TERM` or `INT`, and waits for the end. Tells how it ended and how long that took.
    ///
    /// # Errors
    /// When it doesn't end within 5 s.
    pub async fn signal(&mut self, signal: &str) -> anyhow::Result<(ExitStatus, Duration)> {
        let mut running = self.running.take().context("the office doesn't run")?;
        let process = running.child.id().context("the office has ended by itself")?;
        let begun = Instant::now();
        let sent = Command::new("kill").args([&format!("-{signal}"), &process.to_string()]).status().await?;
        ensure!(sent.success(), "kill -{signal} {process}: {sent}");
        let ended = timeout(STOP_WITHIN, running.child.wait()).await;
        let status =
            ended.with_context(|| format!("still there {STOP_WITHIN:?} after SIG{signal}: {}", self.log()))??;
        Ok((status, begun.elapsed()))
    }

    /// Ends the test well: the office stops cleanly, and its folder is removed.
    ///
    /// # Errors
    /// When it doesn't stop cleanly within 5 s.
    pub async fn close(mut self) -> anyhow::Result<()> {
        if self.running.is_some() {
            let (status, _) = self.signal("TERM").await?;
            ensure!(status.success(), "the office ended with {status}: {}", self.log());
        }
        std::fs::remove_dir_all(&self.folder).with_context(|| format!("remove {}", self.folder.display()))?;
        self.folder = PathBuf::new();
        Ok(())
    }

    /// The data folder.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// The data folder as the running server sees it, also when it is on a disk of its own.
    ///
    /// # Errors
    /// When the server doesn't run.
    pub fn data_inside(&self) -> anyhow::Result<PathBuf> {
        let process = self.process().context("the office doesn't run")?;
        Ok(PathBuf::from(format!("/proc/{process}/root{}", self.data().display())))
    }

    /// The folder with data, log and set-up.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The end of what the server wrote to its log.
    #[must_use]
    pub fn log(&self) -> String {
        let text = std::fs::read_to_string(self.folder.join("office.log")).unwrap_or_default();
        let from = text.char_indices().rev().nth(3000).map_or(0, |(index, _)| index);
        text[from..].to_owned()
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        if !self.folder.as_os_str().is_empty() {
            let note = format!("the office's folder is kept: {}\n", self.folder.display());
            // Beside the failure that a person reads; where there is no terminal, nobody misses it.
            let _ = std::io::Write::write_all(&mut std::io::stderr(), note.as_bytes());
        }
    }
}

/// What comes after the address, until nothing more comes for a moment.
async fn greeting(lines: &mut Lines<BufReader<ChildStdout>>) -> Vec<String> {
    let mut greeting = Vec::new();
    while let Ok(Ok(Some(line))) = timeout(Duration::from_millis(150), lines.next_line()).await {
        greeting.push(line);
    }
    greeting
}
