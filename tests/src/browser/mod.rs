//! Chromium by `WebDriver`, touched as a finger does and typed into as a number pad does.

mod axe;
mod page;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::Context;
use tempfile::TempDir;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};

pub use page::Page;

/// Chromium starts within this, on a busy machine too.
const START_WITHIN: Duration = Duration::from_mins(1);

/// Headless, touchable, silent towards the outside, and with every window as alive as if it were in front.
const FLAGS: [&str; 17] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--hide-scrollbars",
    "--touch-events=enabled",
    "--autoplay-policy=no-user-gesture-required",
    "--lang=vi",
];

/// A browser of its own, with its driver. Both end when this value is dropped.
#[derive(Debug)]
pub struct Browser {
    driver: Option<WebDriver>,
    _service: Service,
    _profile: Profile,
}

/// Chromium's folder; who still runs in it when it is dropped is ended.
#[derive(Debug)]
struct Profile(TempDir);

/// The `chromedriver` process: ends with this value, on every path.
#[derive(Debug)]
struct Service(Child);

impl Browser {
    /// Starts chromedriver on a free port and Chromium with an empty profile.
    ///
    /// # Errors
    /// When one of them isn't installed or doesn't start.
    pub async fn start() -> anyhow::Result<Self> {
        let (service, port) = tokio::task::spawn_blocking(start_service).await??;
        let profile = Profile(tempfile::Builder::new().prefix("moi-browser-").tempdir()?);
        let mut capabilities = DesiredCapabilities::chrome();
        for flag in FLAGS {
            capabilities.add_arg(flag)?;
        }
        capabilities.add_arg(&format!("--user-data-dir={}", profile.0.path().display()))?;
        crate::encryption::allow();
        let opening = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities);
        let driver = tokio::time::timeout(START_WITHIN, opening).await.context("Chromium doesn't start")??;
        Ok(Self { driver: Some(driver), _service: service, _profile: profile })
    }

    /// Opens a page in a window of its own, of this size in CSS pixels. `name` is for its pictures.
    ///
    /// # Errors
    /// When the page can't be opened.
    pub async fn open(&self, name: &str, url: &str, width: u32, height: u32) -> anyhow::Result<Page> {
        self.open_after("", name, url, (width, height)).await
    }

    /// The same, with a script that runs before the page's own.
    ///
    /// # Errors
    /// When the page can't be opened.
    pub async fn open_after(&self, before: &str, name: &str, url: &str, size: (u32, u32)) -> anyhow::Result<Page> {
        let driver = self.driver.as_ref().context("a browser that was closed")?;
        Page::open(driver, name, url, size, before).await
    }

    /// Ends the session and both processes.
    ///
    /// # Errors
    /// When the session doesn't end.
    pub async fn close(mut self) -> anyhow::Result<()> {
        match self.driver.take() {
            Some(driver) => Ok(driver.quit().await?),
            None => Ok(()),
        }
    }
}

/// Starts chromedriver on a port of its own choice and reads the port from what it says.
fn start_service() -> anyhow::Result<(Service, u16)> {
    let mut child = Command::new("chromedriver")
        .args(["--port=0", "--allowed-ips=127.0.0.1"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("chromedriver is not installed: `make test` installs it")?;
    let stdout = child.stdout.take().context("chromedriver's stdout")?;
    let service = Service(child);
    let (sender, port) = mpsc::channel();
    // Reads to the end, so that chromedriver never waits for a reader.
    std::thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            let port = line.strip_prefix("ChromeDriver was started successfully on port ");
            if let Some(port) = port.and_then(|rest| rest.trim_end_matches('.').parse::<u16>().ok()) {
                let _ = sender.send(port);
            }
        }
    });
    let port = port.recv_timeout(START_WITHIN).context("chromedriver doesn't start")?;
    Ok((service, port))
}

impl Drop for Service {
    fn drop(&mut self) {
        // A driver that is gone already needs no end.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A session that a failed test left would be ended by asking its driver, and waiting. The driver is killed.
        let _ = self.driver.take().map(WebDriver::leak);
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // A killed driver leaves its Chromium behind.
        let profile = self.0.path().display().to_string();
        for entry in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
            let command_line = std::fs::read(entry.path().join("cmdline")).unwrap_or_default();
            if String::from_utf8_lossy(&command_line).contains(&profile) {
                let _ = Command::new("kill").arg("-KILL").arg(entry.file_name()).stderr(Stdio::null()).status();
            }
        }
    }
}
