//! Whether an ID token can be believed: its signature, by whom, for whom, when, and for which try.

use std::time::{Duration, SystemTime};

use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJwsSigningAlgorithm};
use openidconnect::{ClaimsVerificationError, ClientId, Nonce, SignatureVerificationError};
use thiserror::Error;

use super::known::Known;

/// By how much the office's clock and the directory's may differ.
const LEEWAY: SignedDuration = SignedDuration::from_secs(60);

/// How a token may be signed: by a key that the directory alone has. Never not at all, and never by a secret that the
/// office has, too.
const SIGNED_BY: [CoreJwsSigningAlgorithm; 3] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// What must hold of a token beside its signature.
pub(super) struct Checks<'c> {
    /// For whom it must be.
    pub(super) client_id: &'c str,
    /// For which try.
    pub(super) nonce: &'c str,
    /// When that was begun: no token of it is older.
    pub(super) begun: Timestamp,
    /// The office's time.
    pub(super) now: Timestamp,
}

/// Why a token is not believed.
#[derive(Debug, Error)]
pub(super) enum Refusal {
    /// The directory may have a new key.
    #[error("it is signed by a key that the directory does not show")]
    UnknownKey,
    /// Anything else.
    #[error("{0}")]
    Claims(String),
}

/// What a token says.
///
/// # Errors
/// [`Refusal`].
pub(super) fn claims(known: &Known, token: &CoreIdToken, checks: &Checks<'_>) -> Result<CoreIdTokenClaims, Refusal> {
    let client_id = ClientId::new(checks.client_id.to_owned());
    let issuer = known.metadata.issuer().clone();
    // Later than this a token must end: the leeway lets it end a little earlier than now.
    let ends_after = moment(checks.now - LEEWAY);
    let (earliest, latest) = ((checks.begun - LEEWAY).as_second(), (checks.now + LEEWAY).as_second());
    let verifier = CoreIdTokenVerifier::new_public_client(client_id, issuer, known.keys.clone())
        .set_allowed_algs(SIGNED_BY)
        .set_time_fn(move || ends_after.into())
        .set_issue_time_verifier_fn(move |issued| {
            let is_of_this_try = (earliest..=latest).contains(&issued.timestamp());
            if is_of_this_try { Ok(()) } else { Err("it was not issued during this try".into()) }
        });
    let nonce = Nonce::new(checks.nonce.to_owned());
    let claims = token.claims(&verifier, &nonce).map_err(refusal)?;
    // The library leaves this one to its users.
    if claims.authorized_party().is_some_and(|party| party.as_str() != checks.client_id) {
        return Err(Refusal::Claims("it was issued to another party".into()));
    }
    Ok(claims.clone())
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the library may find more, which is as bad")]
fn refusal(error: ClaimsVerificationError) -> Refusal {
    match error {
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey) => {
            Refusal::UnknownKey
        }
        ClaimsVerificationError::SignatureVerification(error) => Refusal::Claims(error.to_string()),
        error => Refusal::Claims(error.to_string()),
    }
}

/// A time of the office's as the library takes it.
fn moment(time: Timestamp) -> SystemTime {
    let seconds = u64::try_from(time.as_second()).unwrap_or_default();
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}
