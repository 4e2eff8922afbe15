//! Bearer tokens of devices and programs: made by `moi token new`, kept as fingerprints.

use jiff::Timestamp;
use moi_journal::{JournalError, Records};
use serde::{Deserialize, Serialize};

use super::{AccessError, Role, devices, normal, secret};

/// Room of the records that holds tokens, by fingerprint.
const ROOM: &str = "tokens";

/// A token as kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct KeptToken {
    pub(super) name: String,
    pub(super) role: Role,
    made_at: Timestamp,
}

/// A token as listed; the token itself is shown once, when it is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenSummary {
    /// Whose it is.
    pub name: String,
    /// What its bearer may do.
    pub role: Role,
    /// When it was made.
    pub made_at: Timestamp,
}

/// Makes a token; its name must be free, so that the journal says who did what.
pub(super) fn new_token(records: &Records, name: &str, role: Role, now: Timestamp) -> Result<String, AccessError> {
    let name = devices::free_name(records, name)?;
    let token = secret::new_secret();
    records.put(ROOM, &secret::fingerprint(&token), &KeptToken { name, role, made_at: now })?;
    Ok(token)
}

/// Whose token this is.
pub(super) fn find(records: &Records, token: &str) -> Result<Option<KeptToken>, JournalError> {
    kept(records, &secret::fingerprint(token))
}

/// The token of this fingerprint, while it stands.
pub(super) fn kept(records: &Records, fingerprint: &str) -> Result<Option<KeptToken>, JournalError> {
    records.get(ROOM, fingerprint)
}

/// All tokens, by name.
pub(super) fn list(records: &Records) -> Result<Vec<TokenSummary>, JournalError> {
    let kept: Vec<(String, KeptToken)> = records.list(ROOM)?;
    let mut tokens: Vec<_> = kept
        .into_iter()
        .map(|(_, token)| TokenSummary { name: token.name, role: token.role, made_at: token.made_at })
        .collect();
    tokens.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(tokens)
}

/// Makes a token worthless.
pub(super) fn revoke(records: &Records, name: &str) -> Result<(), AccessError> {
    let name = normal(name);
    let kept: Vec<(String, KeptToken)> = records.list(ROOM)?;
    let found = kept.into_iter().find(|(_, token)| token.name == name);
    let (fingerprint, _) = found.ok_or(AccessError::UnknownToken { name })?;
    Ok(records.remove(ROOM, &fingerprint)?)
}
