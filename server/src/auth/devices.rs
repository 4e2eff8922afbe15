//! Devices that were paired by a code: each with a name, a role and a secret of its own, kept as a fingerprint.

use jiff::Timestamp;
use moi_config::Office;
use moi_journal::{JournalError, Records};
use serde::{Deserialize, Serialize};

use super::extract::OWN_MACHINE;
use super::pairing::{GOOD_FOR, Pairing};
use super::{AccessError, Role, code, normal, people, secret, tokens};

/// Room of the records that holds devices, by id.
const ROOM: &str = "devices";

/// Devices of one office: twice as many as the largest hall has counters and screens.
const DEVICES_MAX: usize = 500;

/// Characters of a device's name.
const NAME_MAX: usize = 64;

/// Signs of an id: no two of 500 devices share one, and it is no secret.
const ID: usize = 12;

/// Stands between a device's id and its secret in cookie and token; in none of them otherwise.
const DOT: char = '.';

/// A device as kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Device {
    #[serde(skip)]
    pub(super) id: String,
    pub(super) name: String,
    pub(super) role: Role,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) counter: Option<u16>,
    pub(super) paired_at: Timestamp,
    pub(super) paired_by: String,
    /// Fingerprint of its secret; none until it has fetched one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fingerprint: Option<String>,
    /// Fingerprint of what it fetches its secret by. It may be fetched again for a few minutes: an answer can be lost,
    /// and the office can be killed in between.
    claim: String,
    claim_until: Timestamp,
}

/// What an administrator says of a device.
#[derive(Debug, Clone)]
pub struct NewDevice {
    /// As it stands in the journal and on the page of the devices.
    pub name: String,
    /// What it is, as whoever lets it in sees it.
    pub role: Role,
    /// The counter that it stands over or at.
    pub counter: Option<u16>,
    /// Who pairs it.
    pub by: String,
}

/// Writes the device down. Its name must be free, so that the journal says who did what, and it must be what its
/// administrator takes it for: a screen on the wall must not become a desk where PINs are good.
pub(super) fn pair(
    records: &Records,
    office: &Office,
    pairing: &Pairing,
    new: &NewDevice,
    now: Timestamp,
) -> Result<Device, AccessError> {
    if pairing.role != new.role {
        return Err(AccessError::OtherRole { role: pairing.role });
    }
    let name = free_name(records, &new.name)?;
    if people::of(office, &name).is_some() {
        return Err(AccessError::NameTaken { name });
    }
    if list(records)?.len() >= DEVICES_MAX {
        return Err(AccessError::TooManyDevices { most: DEVICES_MAX });
    }
    let device = Device {
        id: code::signs(ID).to_lowercase(),
        name,
        role: pairing.role,
        counter: new.counter,
        paired_at: now,
        paired_by: new.by.clone(),
        fingerprint: None,
        claim: pairing.claim.clone(),
        claim_until: now + GOOD_FOR,
    };
    records.put(ROOM, &device.id, &device)?;
    Ok(device)
}

/// The device that may fetch its secret by this claim.
pub(super) fn claimed_by(records: &Records, claim: &str, now: Timestamp) -> Result<Option<Device>, JournalError> {
    let claim = secret::fingerprint(claim);
    let mine = |device: &Device| device.claim == claim && now < device.claim_until;
    Ok(list(records)?.into_iter().find(mine))
}

/// Gives a device its secret, which is kept nowhere; none when no device waits for one by this claim. One that is
/// fetched again makes the one before worthless.
pub(super) fn claim(records: &Records, claim: &str, now: Timestamp) -> Result<Option<(Device, String)>, JournalError> {
    let Some(mut device) = claimed_by(records, claim, now)? else { return Ok(None) };
    let secret = secret::new_secret();
    device.fingerprint = Some(secret::fingerprint(&secret));
    records.put(ROOM, &device.id, &device)?;
    let credential = format!("{}{DOT}{secret}", device.id);
    Ok(Some((device, credential)))
}

/// The device that a cookie or token stands for. What is compared are fingerprints: how long it takes tells nothing of
/// the secret.
pub(super) fn find(records: &Records, credential: &str) -> Result<Option<Device>, JournalError> {
    let Some((id, secret)) = credential.split_once(DOT) else { return Ok(None) };
    let device = by_id(records, id)?;
    Ok(device.filter(|device| device.fingerprint.as_deref() == Some(secret::fingerprint(secret).as_str())))
}

/// The device with this id.
pub(super) fn by_id(records: &Records, id: &str) -> Result<Option<Device>, JournalError> {
    let device: Option<Device> = records.get(ROOM, id)?;
    Ok(device.map(|device| Device { id: id.to_owned(), ..device }))
}

/// All devices, by name.
pub(super) fn list(records: &Records) -> Result<Vec<Device>, JournalError> {
    let kept: Vec<(String, Device)> = records.list(ROOM)?;
    let mut devices: Vec<_> = kept.into_iter().map(|(id, device)| Device { id, ..device }).collect();
    devices.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(devices)
}

/// Makes a device worthless, by its id or its name.
pub(super) fn revoke(records: &Records, named: &str) -> Result<Device, AccessError> {
    let named = normal(named);
    let found = list(records)?.into_iter().find(|device| device.id == named || device.name == named);
    let device = found.ok_or(AccessError::UnknownDevice { name: named })?;
    records.remove(ROOM, &device.id)?;
    Ok(device)
}

/// A name that no token and no device has.
pub(super) fn free_name(records: &Records, name: &str) -> Result<String, AccessError> {
    let name = normal(name);
    if name.is_empty() || name.chars().count() > NAME_MAX || name.chars().any(char::is_control) || name == OWN_MACHINE {
        return Err(AccessError::BadName);
    }
    let by_token = tokens::list(records)?.iter().any(|token| token.name == name);
    if by_token || list(records)?.iter().any(|device| device.name == name) {
        return Err(AccessError::NameTaken { name });
    }
    Ok(name)
}
