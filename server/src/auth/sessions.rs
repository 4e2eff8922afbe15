//! Sessions of signed-in pages: a random secret in a cookie, its fingerprint in the records.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use moi_journal::{JournalError, Records};
use serde::{Deserialize, Serialize};

use super::{Role, Vouched, Whence, secret};

/// Room of the records that holds sessions, by fingerprint.
const ROOM: &str = "sessions";

/// A session ends after a working day.
const SESSION: SignedDuration = SignedDuration::from_hours(12);

/// A device's lasts a year: nobody is there to sign it in each morning, and it has next to no rights.
const DEVICE_SESSION: SignedDuration = SignedDuration::from_hours(24 * 365);

/// A session that was begun while the clock was ahead by at most this is good still: nobody signs in twice for minutes.
const CLOCK_DIFFERENCE_MAX: SignedDuration = SignedDuration::from_hours(1);

/// Sessions that one person or token has at once: a few pages on a few machines. The oldest ends for one more.
const SESSIONS_MAX: usize = 16;

/// Signs of a session's id: the beginning of its fingerprint, which names it and opens nothing.
const ID: usize = 16;

/// A session as kept. What it may do stands with its person or token, so that a change there counts at once.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Session {
    pub(super) name: String,
    pub(super) expires_at: Timestamp,
    /// Fingerprint of the device token that it stands on: revoked with it.
    pub(super) token: Option<String>,
    /// When it was begun; not kept by releases before 0.3.
    #[serde(default)]
    pub(super) begun_at: Option<Timestamp>,
    /// From where.
    #[serde(default)]
    pub(super) address: Option<IpAddr>,
    #[serde(default)]
    pub(super) browser: Option<String>,
    /// Id of the paired device on which somebody signed in: over with it.
    #[serde(default)]
    pub(super) device: Option<String>,
    /// What they were when it was begun. A PIN begins an officer's, and must not come to an administrator's when they
    /// become one.
    #[serde(default)]
    pub(super) role: Option<Role>,
    /// Whom a directory vouched for, where it began by one: over when the set-up no longer names them so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) vouched: Option<Vouched>,
}

/// Whose a session is to be.
pub(super) struct Holder<'h> {
    pub(super) name: &'h str,
    pub(super) role: Role,
    /// The device token that it stands on.
    pub(super) token: Option<&'h str>,
    /// Id of the paired device on which they sign in.
    pub(super) device: Option<&'h str>,
    /// As whom a directory vouched for them.
    pub(super) vouched: Option<&'h Vouched>,
}

/// Begins a session; returns the cookie's secret and when it ends. Sessions that are over are cleared away.
pub(super) fn begin(
    records: &Records,
    holder: &Holder<'_>,
    whence: &Whence,
    now: Timestamp,
) -> Result<(String, Session), JournalError> {
    let lasts = if holder.role.is_device() { DEVICE_SESSION } else { SESSION };
    let session = Session {
        name: holder.name.to_owned(),
        expires_at: now + lasts,
        token: holder.token.map(secret::fingerprint),
        begun_at: Some(now),
        address: Some(whence.address),
        browser: whence.browser.clone(),
        device: holder.device.map(str::to_owned),
        role: Some(holder.role),
        vouched: holder.vouched.cloned(),
    };
    make_room(records, &session, now)?;
    let secret = secret::new_secret();
    records.put(ROOM, &secret::fingerprint(&secret), &session)?;
    Ok((secret, session))
}

/// Clears away what is over, and the oldest sessions of whoever has as many as allowed.
fn make_room(records: &Records, next: &Session, now: Timestamp) -> Result<(), JournalError> {
    let sessions: Vec<(String, Session)> = records.list(ROOM)?;
    let (stand, over): (Vec<_>, Vec<_>) = sessions.into_iter().partition(|(_, session)| stands(session, now));
    let mut theirs: Vec<_> =
        stand.into_iter().filter(|(_, session)| (&session.token, &session.name) == (&next.token, &next.name)).collect();
    theirs.sort_by_key(|(_, session)| session.expires_at);
    let too_many = (theirs.len() + 1).saturating_sub(SESSIONS_MAX);
    for (fingerprint, _) in over.iter().chain(theirs.iter().take(too_many)) {
        records.remove(ROOM, fingerprint)?;
    }
    Ok(())
}

/// The session that a cookie stands for.
pub(super) fn find(records: &Records, cookie: &str, now: Timestamp) -> Result<Option<Session>, JournalError> {
    let session: Option<Session> = records.get(ROOM, &secret::fingerprint(cookie))?;
    Ok(session.filter(|session| stands(session, now)))
}

/// All sessions that are not over, with their fingerprints.
pub(super) fn list(records: &Records, now: Timestamp) -> Result<Vec<(String, Session)>, JournalError> {
    let mut sessions: Vec<(String, Session)> = records.list(ROOM)?;
    sessions.retain(|(_, session)| stands(session, now));
    Ok(sessions)
}

/// What names a session to people.
pub(super) fn id(fingerprint: &str) -> &str {
    fingerprint.get(..ID).unwrap_or(fingerprint)
}

/// Whether a session is not over yet. A person's that would last longer than any does was begun by a clock that was
/// ahead; a device's goes on, as nobody is there to sign it in again and it ends with its token.
fn stands(session: &Session, now: Timestamp) -> bool {
    let is_possible = session.expires_at.duration_since(now) <= SESSION + CLOCK_DIFFERENCE_MAX;
    session.expires_at > now && (is_possible || session.token.is_some())
}

/// Ends a session.
pub(super) fn end(records: &Records, cookie: &str) -> Result<(), JournalError> {
    records.remove(ROOM, &secret::fingerprint(cookie))
}

/// Ends sessions of a person, but for those to spare; tells how many.
pub(super) fn end_all_of(records: &Records, name: &str, spare: impl Fn(&str) -> bool) -> Result<usize, JournalError> {
    end_where(records, |fingerprint, session| session.token.is_none() && session.name == name && !spare(fingerprint))
}

/// Ends all sessions of which that is true; tells how many.
pub(super) fn end_where(records: &Records, is_over: impl Fn(&str, &Session) -> bool) -> Result<usize, JournalError> {
    let mut sessions: Vec<(String, Session)> = records.list(ROOM)?;
    sessions.retain(|(fingerprint, session)| is_over(fingerprint, session));
    for (fingerprint, _) in &sessions {
        records.remove(ROOM, fingerprint)?;
    }
    Ok(sessions.len())
}
