//! Sessions of signed-in pages: a random secret in a cookie, its fingerprint in the records.

use jiff::{SignedDuration, Timestamp};
use moi_journal::{JournalError, Records};
use serde::{Deserialize, Serialize};

use super::{Role, secret};

/// Room of the records that holds sessions, by fingerprint.
const ROOM: &str = "sessions";

/// A person's session ends after a working day.
const PERSON_SESSION: SignedDuration = SignedDuration::from_hours(12);

/// A device's session lasts a year: nobody is there to sign a kiosk in each morning.
const DEVICE_SESSION: SignedDuration = SignedDuration::from_hours(24 * 365);

/// A session as kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Session {
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) expires_at: Timestamp,
    /// The device token that it stands on: revoked with it.
    pub(super) token: Option<String>,
}

/// Begins a session; returns the cookie's secret and when it ends. Sessions that are over are cleared away.
pub(super) fn begin(
    records: &Records,
    name: &str,
    role: Role,
    token: Option<&str>,
    now: Timestamp,
) -> Result<(String, Session), JournalError> {
    let sessions: Vec<(String, Session)> = records.list(ROOM)?;
    for (fingerprint, _) in sessions.iter().filter(|(_, session)| session.expires_at <= now) {
        records.remove(ROOM, fingerprint)?;
    }
    let lasts = if token.is_some() { DEVICE_SESSION } else { PERSON_SESSION };
    let token = token.map(secret::fingerprint);
    let session = Session { name: name.to_owned(), role, expires_at: now + lasts, token };
    let secret = secret::secret();
    records.put(ROOM, &secret::fingerprint(&secret), &session)?;
    Ok((secret, session))
}

/// The session that a cookie stands for.
pub(super) fn find(records: &Records, cookie: &str, now: Timestamp) -> Result<Option<Session>, JournalError> {
    let session: Option<Session> = records.get(ROOM, &secret::fingerprint(cookie))?;
    Ok(session.filter(|session| session.expires_at > now))
}

/// Ends a session.
pub(super) fn end(records: &Records, cookie: &str) -> Result<(), JournalError> {
    records.remove(ROOM, &secret::fingerprint(cookie))
}

/// Ends all sessions of a person, after their PIN changed.
pub(super) fn end_all_of(records: &Records, name: &str) -> Result<(), JournalError> {
    let sessions: Vec<(String, Session)> = records.list(ROOM)?;
    for (fingerprint, _) in sessions.iter().filter(|(_, session)| session.token.is_none() && session.name == name) {
        records.remove(ROOM, fingerprint)?;
    }
    Ok(())
}
