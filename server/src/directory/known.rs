//! What the directory says of itself, and its keys: asked for once an hour, and the keys also when it signs by a new
//! one.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{CoreJsonWebKeySet, CoreProviderMetadata};
use openidconnect::url::Url;
use openidconnect::{DiscoveryError, IssuerUrl, TokenUrl, UserInfoUrl};

use super::DirectoryError;
use super::caller::{CallError, Caller};

/// What a directory says of itself is believed for so long.
const BELIEVED: SignedDuration = SignedDuration::from_hours(1);

/// Its keys are asked for again by a token of an unknown key at most this often: anybody can make such tokens.
const KEYS_AGAIN: SignedDuration = SignedDuration::from_mins(1);

/// A directory as it told itself.
#[derive(Clone)]
pub(super) struct Known {
    pub(super) metadata: CoreProviderMetadata,
    pub(super) keys: CoreJsonWebKeySet,
    read_at: Timestamp,
}

/// What is known of the directory.
#[derive(Default)]
pub(super) struct Knowledge {
    known: Mutex<Option<Arc<Known>>>,
    /// When the keys were last asked for anew, whatever came of it.
    asked_anew: Mutex<Option<Timestamp>>,
    caller: OnceLock<Caller>,
}

impl Knowledge {
    /// The directory of this issuer, asked for when it is not known or no longer believed.
    ///
    /// # Errors
    /// [`DirectoryError::Unreachable`], [`DirectoryError::Unusable`].
    pub(super) async fn of(&self, issuer: &str, now: Timestamp) -> Result<Arc<Known>, DirectoryError> {
        let kept = lock(&self.known).clone();
        if let Some(known) = kept.filter(|known| known.is_good(issuer, now)) {
            return Ok(known);
        }
        let caller = self.caller().await?;
        let url = IssuerUrl::new(issuer.to_owned()).map_err(|_| unusable("its address is none"))?;
        // The library compares the issuer in the answer with the one that was asked.
        let metadata = CoreProviderMetadata::discover_async(url, caller).await.map_err(not_found)?;
        refuse_unencrypted(issuer, &metadata)?;
        let keys = metadata.jwks().clone();
        let known = Arc::new(Known { metadata, keys, read_at: now });
        *lock(&self.known) = Some(Arc::clone(&known));
        Ok(known)
    }

    /// The same with keys that were just asked for; none when they were so lately.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub(super) async fn with_new_keys(
        &self,
        known: &Known,
        now: Timestamp,
    ) -> Result<Option<Arc<Known>>, DirectoryError> {
        if !self.may_ask_anew(now) {
            return Ok(None);
        }
        let keys = CoreJsonWebKeySet::fetch_async(known.metadata.jwks_uri(), self.caller().await?).await;
        let keys = keys.map_err(not_found)?;
        let known = Arc::new(Known { keys, ..known.clone() });
        *lock(&self.known) = Some(Arc::clone(&known));
        Ok(Some(known))
    }

    /// The one that asks, made with the first question: it reads whom the machine trusts, which are many files.
    ///
    /// # Errors
    /// [`DirectoryError::Unusable`].
    pub(super) async fn caller(&self) -> Result<&Caller, DirectoryError> {
        if let Some(caller) = self.caller.get() {
            return Ok(caller);
        }
        let made = tokio::task::spawn_blocking(Caller::new).await.map_err(|_| DirectoryError::Busy)?;
        let caller = made.map_err(|error| unusable(&error.to_string()))?;
        Ok(self.caller.get_or_init(|| caller))
    }

    fn may_ask_anew(&self, now: Timestamp) -> bool {
        let mut asked = lock(&self.asked_anew);
        let is_soon = asked.is_some_and(|asked| now.duration_since(asked).abs() < KEYS_AGAIN);
        if !is_soon {
            *asked = Some(now);
        }
        !is_soon
    }
}

impl Known {
    fn is_good(&self, issuer: &str, now: Timestamp) -> bool {
        // The difference may have either sign: a clock can be set back.
        self.metadata.issuer().as_str() == issuer && now.duration_since(self.read_at).abs() < BELIEVED
    }
}

/// Where the issuer is reached encrypted, so is everything else of it.
fn refuse_unencrypted(issuer: &str, metadata: &CoreProviderMetadata) -> Result<(), DirectoryError> {
    let is_good = |url: &Url| !issuer.starts_with("https://") || url.scheme() == "https";
    let all = [
        Some(metadata.authorization_endpoint().url()),
        metadata.token_endpoint().map(TokenUrl::url),
        metadata.userinfo_endpoint().map(UserInfoUrl::url),
        Some(metadata.jwks_uri().url()),
    ];
    if all.into_iter().flatten().all(is_good) { Ok(()) } else { Err(unusable("a part of it is not encrypted")) }
}

/// Nobody reached it, or it is another one than it should be. Says so in the log: the page says only which of the two.
#[expect(clippy::wildcard_enum_match_arm, reason = "the library may find more, which is as bad")]
fn not_found(error: DiscoveryError<CallError>) -> DirectoryError {
    match error {
        DiscoveryError::Request(error) => not_answered(error),
        DiscoveryError::Response(status, _, why) if status.is_server_error() => unreachable(&why),
        DiscoveryError::Response(_, _, why) | DiscoveryError::Validation(why) | DiscoveryError::Other(why) => {
            unusable(&why)
        }
        DiscoveryError::Parse(error) => unusable(&error.to_string()),
        error => unusable(&error.to_string()),
    }
}

/// A question has no answer.
pub(super) fn not_answered(error: CallError) -> DirectoryError {
    match error {
        CallError::Busy => DirectoryError::Busy,
        CallError::Reach(why) => unreachable(&why),
        CallError::TooLarge | CallError::Question(_) => unusable(&error.to_string()),
    }
}

/// Tells the log that the directory can't be reached.
pub(super) fn unreachable(why: &str) -> DirectoryError {
    tracing::warn!(why, "the directory can't be reached");
    DirectoryError::Unreachable
}

/// Tells the log that the directory can't be used.
pub(super) fn unusable(why: &str) -> DirectoryError {
    tracing::error!(why, "the directory can't be used as it is set up");
    DirectoryError::Unusable
}

/// Tells the log that what the directory says of somebody is not believed.
pub(super) fn not_believed(why: &str) -> DirectoryError {
    tracing::error!(why, "what the directory says of somebody is not believed");
    DirectoryError::NotBelieved
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
