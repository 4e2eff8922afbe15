//! Who comes to an office under test: with which credential, from where.

use anyhow::{Context, ensure};
use moi_display::Address;
use reqwest::header::HeaderMap;
use serde_json::{Value, json};

use super::{Office, Role};
use crate::caller::Caller;
use crate::metrics::Metrics;
use crate::verbs::{Desk, Kiosk};

impl Office {
    /// A new bearer token, made by the command line.
    ///
    /// # Errors
    /// When the command fails.
    pub async fn token(&self, role: Role, name: &str) -> anyhow::Result<String> {
        let ended = self.run(&["token", "new", "--role", role.word(), "--name", name]).await?;
        ensure!(ended.status.success(), "moi token new: {} {}", ended.status, ended.stderr);
        let token = ended.stdout.trim().to_owned();
        ensure!(!token.is_empty() && !token.contains(char::is_whitespace), "not a token alone: {:?}", ended.stdout);
        Ok(token)
    }

    /// A new PIN for somebody of the set-up, made by the command line.
    ///
    /// # Errors
    /// When the command fails.
    pub async fn pin(&self, name: &str) -> anyhow::Result<String> {
        let ended = self.run(&["pin", "new", "--name", name]).await?;
        ensure!(ended.status.success(), "moi pin new: {} {}", ended.status, ended.stderr);
        Ok(ended.stdout.trim().to_owned())
    }

    /// A new password for somebody of the set-up, made by the command line.
    ///
    /// # Errors
    /// When the command fails.
    pub async fn password(&self, name: &str) -> anyhow::Result<String> {
        let ended = self.run(&["password", "new", "--name", name]).await?;
        ensure!(ended.status.success(), "moi password new: {} {}", ended.status, ended.stderr);
        Ok(ended.stdout.trim().to_owned())
    }

    /// Somebody elsewhere who signed in with a new password.
    ///
    /// # Errors
    /// When signing in fails.
    pub async fn signed_in(&self, name: &str) -> anyhow::Result<Caller> {
        self.signed_in_with_password(name).await.map(|(caller, _)| caller)
    }

    /// The same, with the password.
    ///
    /// # Errors
    /// When signing in fails.
    pub async fn signed_in_with_password(&self, name: &str) -> anyhow::Result<(Caller, String)> {
        let (caller, password) = (self.nobody()?, self.password(name).await?);
        let credentials = json!({"name": name, "password": password});
        caller.post_json("/api/v1/sessions", &credentials).await?.expect_status(201)?;
        Ok((caller, password))
    }

    /// Pairs a device as people do: it shows a code, and an administrator types it. The caller is the device's browser
    /// from then on; what is answered is the device as it is listed.
    ///
    /// # Errors
    /// When the device is not let in.
    pub async fn pair(&self, device: &Caller, role: Role, name: &str) -> anyhow::Result<Value> {
        let shown = device.post_json("/api/v1/pairings", &json!({"role": role.word()})).await?.expect_status(201)?;
        let shown = shown.value()?;
        let token = self.token(Role::Administrator, &format!("pairs {name}")).await?;
        let admission = json!({"code": shown["code"], "name": name, "role": role.word()});
        self.bearer(&token)?.post_json("/api/v1/devices", &admission).await?.expect_status(201)?;
        let claim = json!({"secret": shown["secret"]});
        let claimed = device.post_json("/api/v1/pairings/claim", &claim).await?.expect_status(201)?;
        claimed.value()
    }

    /// A browser elsewhere on a paired desk, where PINs are good.
    ///
    /// # Errors
    /// When the desk can't be paired.
    pub async fn paired_desk(&self, name: &str) -> anyhow::Result<Caller> {
        let browser = self.nobody()?;
        let device = self.pair(&browser, Role::Desk, name).await?;
        device["id"].as_str().context("a paired device has an id")?;
        Ok(browser)
    }

    /// A live topic's address, as nobody: `/live/wall`.
    ///
    /// # Errors
    /// When the path is no topic's.
    pub fn live(&self, path: &str) -> anyhow::Result<Address> {
        Ok(Address::new(&format!("{}{path}", self.base()))?)
    }

    /// A program on the server's own machine, with no credential.
    ///
    /// # Errors
    /// When no HTTP client can be made.
    pub fn here(&self) -> anyhow::Result<Caller> {
        Caller::own_machine(&self.base())
    }

    /// Somebody elsewhere, with no credential.
    ///
    /// # Errors
    /// When no HTTP client can be made.
    pub fn nobody(&self) -> anyhow::Result<Caller> {
        Caller::elsewhere(&self.base())
    }

    /// Whoever has this token.
    ///
    /// # Errors
    /// When the token is no header's value.
    pub fn bearer(&self, token: &str) -> anyhow::Result<Caller> {
        Caller::bearer(&self.base(), token)
    }

    /// The kiosk on the server's own machine.
    ///
    /// # Errors
    /// When no HTTP client can be made.
    pub fn kiosk(&self) -> anyhow::Result<Kiosk> {
        Ok(Kiosk::new(self.here()?))
    }

    /// A desk whose officer has a token and has opened the counter.
    ///
    /// # Errors
    /// When the counter can't be opened.
    pub async fn desk(&self, counter: u16, officer: &str) -> anyhow::Result<Desk> {
        let desk = self.closed_desk(counter, officer).await?;
        desk.open().await?;
        Ok(desk)
    }

    /// A desk whose officer has a token and has not opened the counter.
    ///
    /// # Errors
    /// When the token can't be made.
    pub async fn closed_desk(&self, counter: u16, officer: &str) -> anyhow::Result<Desk> {
        let token = self.token(Role::Officer, officer).await?;
        Ok(Desk::new(self.bearer(&token)?, counter, &token))
    }

    /// What `/metrics` says now.
    ///
    /// # Errors
    /// When it says no `OpenMetrics` text.
    pub async fn metrics(&self) -> anyhow::Result<Metrics> {
        Metrics::read(&self.here()?.get("/api/v1/metrics").await?.expect_status(200)?)
    }

    /// The headers of a page.
    ///
    /// # Errors
    /// When it isn't there.
    pub async fn headers(&self, path: &str) -> anyhow::Result<HeaderMap> {
        Ok(self.here()?.get(path).await?.expect_status(200)?.headers)
    }
}
