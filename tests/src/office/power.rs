//! An office on an unsure disk, whose power can be cut.

use anyhow::Context;

use super::{Cut, Office, UnsureDisk};
use crate::luck::Luck;

impl Office {
    /// Takes the power away: kills the process, and with it goes what was not synced. The office was begun on an unsure
    /// disk.
    ///
    /// # Errors
    /// When the process can't be killed, or a file of the disk can't be read or written.
    pub async fn cut_power(&mut self, luck: &mut Luck) -> anyhow::Result<Cut> {
        self.kill().await?;
        self.disk()?.lose_unsynced(luck)
    }

    /// The unsure disk that the office was begun on.
    ///
    /// # Errors
    /// When it was begun on an ordinary one.
    pub fn disk(&self) -> anyhow::Result<&UnsureDisk> {
        self.disk.as_ref().context("the office is on an ordinary disk")
    }
}
