//! How a device gets its place: it shows a code, an administrator types it, and the device fetches its secret.

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::attempts::Claim;
use super::devices::{self, Device, NewDevice};
use super::pairing::{NewPairing, Pairing};
use super::signing_in::wrong;
use super::{Access, AccessError, Role, Wrong};

/// A device as people see it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DeviceSummary {
    /// What it is revoked by.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub role: Role,
    /// The counter that it stands over or at.
    pub counter: Option<u16>,
    /// When it was paired.
    pub paired_at: Timestamp,
    /// By whom.
    pub paired_by: String,
    /// When it said something last, since the office was opened.
    pub seen_at: Option<Timestamp>,
    /// From where.
    pub seen_from: Option<IpAddr>,
    /// Live views that it watches now.
    pub sockets: usize,
}

/// A device that waits to be let in.
#[derive(Debug, Clone)]
pub struct WaitingDevice {
    /// What it wants to be.
    pub role: Role,
    /// Where it asked for its code.
    pub seen_from: IpAddr,
    /// When its code is over.
    pub expires_at: Timestamp,
}

/// What becomes of a device that asks for its secret.
pub enum Claimed {
    /// Nobody has typed its code yet.
    Waits,
    /// It is paired.
    Paired {
        /// As it is kept.
        device: DeviceSummary,
        /// Its secret, this once.
        credential: String,
    },
}

impl Access {
    /// A code for a new device.
    ///
    /// # Errors
    /// [`AccessError::Busy`] while too many devices wait.
    pub fn begin_pairing(&self, role: Role, peer: IpAddr) -> Result<NewPairing, AccessError> {
        self.pairings.begin(role, peer, (self.clock)()).ok_or(AccessError::Busy)
    }

    /// What becomes of the device with this secret.
    ///
    /// # Errors
    /// [`AccessError::PairingOver`], or the records'.
    pub async fn claim_pairing(&self, secret: String) -> Result<Claimed, AccessError> {
        if self.pairings.waits(&secret, (self.clock)()) {
            return Ok(Claimed::Waits);
        }
        self.off_thread(move |access| {
            // Whoever guesses takes nobody's turn.
            if devices::claimed_by(&access.records, &secret, (access.clock)())?.is_none() {
                return Err(AccessError::PairingOver);
            }
            let _turn = access.turn();
            let claimed = devices::claim(&access.records, &secret, (access.clock)())?;
            let (device, credential) = claimed.ok_or(AccessError::PairingOver)?;
            Ok(Claimed::Paired { device: access.summary(device), credential })
        })
        .await
    }

    /// What the device wants to be that shows this code, and from where. It goes on waiting.
    ///
    /// # Errors
    /// [`AccessError::Wrong`], [`AccessError::Resting`].
    pub fn waiting_device(&self, code: &str, by: &str, peer: IpAddr) -> Result<WaitingDevice, AccessError> {
        let (pairing, claim) = self.shown(code, by, peer)?;
        self.attempts.forget(&claim, peer);
        Ok(WaitingDevice { role: pairing.role, seen_from: pairing.peer, expires_at: pairing.expires_at })
    }

    /// Pairs the device that shows this code.
    ///
    /// # Errors
    /// [`AccessError::Wrong`], [`AccessError::Resting`], [`AccessError::OtherRole`], [`AccessError::NameTaken`],
    /// [`AccessError::BadName`], [`AccessError::TooManyDevices`], or the records'.
    pub async fn pair(&self, code: String, new: NewDevice, peer: IpAddr) -> Result<DeviceSummary, AccessError> {
        self.off_thread(move |access| {
            let (office, _turn) = (access.set_ups.office(), access.turn());
            let (pairing, claim) = access.shown(&code, &new.by, peer)?;
            access.attempts.forget(&claim, peer);
            let device = devices::pair(&access.records, &office, &pairing, &new, (access.clock)())?;
            access.pairings.end(&pairing);
            Ok(access.summary(device))
        })
        .await
    }

    /// What waits with this code, and whose wrong codes are counted.
    fn shown(&self, code: &str, by: &str, peer: IpAddr) -> Result<(Pairing, String), AccessError> {
        let (now, claim) = ((self.clock)(), format!("{by}\0device"));
        let attempts_left = self.attempts.count(Claim::Person(&claim), peer, now)?;
        let pairing = self.pairings.of_code(code, now);
        pairing.map(|pairing| (pairing, claim)).ok_or_else(|| wrong(Wrong::DeviceCode, attempts_left))
    }

    /// All devices, by name.
    ///
    /// # Errors
    /// The records'.
    pub fn list_devices(&self) -> Result<Vec<DeviceSummary>, AccessError> {
        Ok(devices::list(&self.records)?.into_iter().map(|device| self.summary(device)).collect())
    }

    /// Makes a device worthless, by its id or name; what it watches closes at once. Blocks.
    ///
    /// # Errors
    /// [`AccessError::UnknownDevice`], or the records'.
    pub fn revoke_device(&self, named: &str) -> Result<DeviceSummary, AccessError> {
        let turn = self.turn();
        let device = devices::revoke(&self.records, named)?;
        drop(turn);
        let summary = self.summary(device);
        self.presence.forget(&summary.id);
        self.doors.ring();
        Ok(summary)
    }

    /// The same, for a handler.
    ///
    /// # Errors
    /// As [`Self::revoke_device`].
    pub async fn revoke_device_of(&self, id: String) -> Result<DeviceSummary, AccessError> {
        self.off_thread(move |access| access.revoke_device(&id)).await
    }

    fn summary(&self, device: Device) -> DeviceSummary {
        let here = self.presence.of(&device.id);
        let Device { id, name, role, counter, paired_at, paired_by, .. } = device;
        let (seen_at, seen_from) = here.seen.unzip();
        DeviceSummary { id, name, role, counter, paired_at, paired_by, seen_at, seen_from, sockets: here.sockets }
    }
}
