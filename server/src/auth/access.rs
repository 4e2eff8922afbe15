//! The office's doorkeeper: signs in, knows tokens and sessions. What hashes or writes the disk is async here and runs
//! on a thread that may block, or is called on one by the command line.

use std::net::IpAddr;
use std::sync::Arc;

use jiff::Timestamp;
use moi_journal::{JournalError, Records};
use thiserror::Error;
use tokio::sync::Semaphore;

use super::attempts::{Attempts, Claim, REST};
use super::extract::OWN_MACHINE;
use super::{NewPin, Principal, Role, TokenSummary, people, sessions, tokens};
use crate::clock::Clock;
use crate::set_up::SetUps;

/// PINs hashed at once: each takes 19 MiB and a core for 50 ms, so two leave the hall its share of a small machine.
const HASHES_AT_ONCE: usize = 2;

/// Who waits for a hash: with 50 ms each and two at once, the last one waits less than a second.
const WAITING_MAX: usize = 32;

/// Why somebody can't be signed in, or a credential made.
#[derive(Debug, Error)]
pub enum AccessError {
    /// The name or the PIN is wrong; which of the two is not said.
    #[error("the name or the PIN is wrong")]
    WrongPin {
        /// Tries from the same place before the name rests there.
        attempts_left: u32,
        /// How long the name rests there, when this was the last try.
        rest_seconds: Option<u64>,
    },
    /// Too many wrong PINs.
    #[error("too many wrong PINs, try again in {seconds} s")]
    Resting {
        /// Until the next try.
        seconds: u64,
    },
    /// More people sign in at once than PINs can be hashed in a second.
    #[error("too many people sign in at once, try again in a moment")]
    Busy,
    /// No such token.
    #[error("this token is not known here")]
    WrongToken,
    /// The set-up has no such person.
    #[error("{name:?} is none of the officers or administrators in the set-up")]
    UnknownPerson {
        /// As asked for.
        name: String,
    },
    /// No token of this name.
    #[error("there is no token named {name:?}; `moi token list` shows all")]
    UnknownToken {
        /// As asked for.
        name: String,
    },
    /// Two tokens can't share a name.
    #[error("there is a token named {name:?} already; choose another name or revoke it first")]
    NameTaken {
        /// As asked for.
        name: String,
    },
    /// The name of a token is empty, too long, has control characters or stands for something else.
    #[error("a token's name is 1 to 64 characters long, without control characters, and not {OWN_MACHINE:?}")]
    BadName,
    /// Hashing failed, which would be a bug.
    #[error("a PIN could not be hashed: {0}")]
    Hashing(String),
    /// The records can't be read or written.
    #[error(transparent)]
    Records(#[from] JournalError),
    /// The office is stopping.
    #[error("the office is stopping")]
    Stopping,
}

/// Who has just signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The person's or device's name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// When the session ends.
    pub expires_at: Timestamp,
    /// The cookie's secret.
    pub cookie: String,
}

/// People, tokens, sessions; cloning it is cheap.
#[derive(Clone)]
pub struct Access {
    records: Records,
    set_ups: SetUps,
    clock: Clock,
    attempts: Arc<Attempts>,
    hashing: Arc<Semaphore>,
    /// One place for each who hashes or waits for it.
    pub(super) places: Arc<Semaphore>,
}

impl Access {
    /// The doorkeeper of this office.
    #[must_use]
    pub fn new(records: Records, set_ups: SetUps, clock: Clock) -> Self {
        let hashing = Arc::new(Semaphore::new(HASHES_AT_ONCE));
        let places = Arc::new(Semaphore::new(HASHES_AT_ONCE + WAITING_MAX));
        Self { records, set_ups, clock, attempts: Arc::default(), hashing, places }
    }

    /// Gives PINs to people of the set-up who have none; to be shown once.
    ///
    /// # Errors
    /// When the records can't be read or written.
    pub fn enrol(&self) -> Result<Vec<NewPin>, AccessError> {
        people::enrol(&self.records, &self.set_ups.office())
    }

    /// A new PIN for somebody of the set-up; ends their sessions.
    ///
    /// # Errors
    /// [`AccessError::UnknownPerson`], or the records'.
    pub fn new_pin(&self, name: &str) -> Result<NewPin, AccessError> {
        let new = people::new_pin(&self.records, &self.set_ups.office(), name)?;
        sessions::end_all_of(&self.records, &new.name)?;
        Ok(new)
    }

    /// Makes a bearer token.
    ///
    /// # Errors
    /// [`AccessError::NameTaken`], [`AccessError::BadName`], or the records'.
    pub fn new_token(&self, name: &str, role: Role) -> Result<String, AccessError> {
        tokens::new_token(&self.records, name, role, (self.clock)())
    }

    /// All tokens.
    ///
    /// # Errors
    /// The records'.
    pub fn list_tokens(&self) -> Result<Vec<TokenSummary>, AccessError> {
        Ok(tokens::list(&self.records)?)
    }

    /// Makes a token worthless.
    ///
    /// # Errors
    /// [`AccessError::UnknownToken`], or the records'.
    pub fn revoke_token(&self, name: &str) -> Result<(), AccessError> {
        tokens::revoke(&self.records, name)
    }

    /// Signs a person in, who asks from this address.
    ///
    /// # Errors
    /// [`AccessError::WrongPin`], [`AccessError::Resting`], [`AccessError::Busy`], or the records'.
    pub async fn sign_in(&self, name: String, pin: String, peer: IpAddr) -> Result<SignedIn, AccessError> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| AccessError::Busy)?;
        let turn = Arc::clone(&self.hashing).acquire_owned().await.map_err(|_| AccessError::Stopping)?;
        self.off_thread(move |access| {
            // Held by the work and not by the request, which may be given up while the hash goes on.
            let _held = (place, turn);
            access.sign_in_now(&name, &pin, peer)
        })
        .await
    }

    /// Begins a device's session from its token.
    ///
    /// # Errors
    /// [`AccessError::WrongToken`], or the records'.
    pub async fn sign_in_device(&self, token: String) -> Result<SignedIn, AccessError> {
        self.off_thread(move |access| {
            let kept = tokens::find(&access.records, &token)?.ok_or(AccessError::WrongToken)?;
            access.begin(&kept.name, kept.role, Some(&token))
        })
        .await
    }

    /// Ends a session.
    ///
    /// # Errors
    /// The records'.
    pub async fn sign_out(&self, cookie: String) -> Result<(), AccessError> {
        self.off_thread(move |access| Ok(sessions::end(&access.records, &cookie)?)).await
    }

    /// The bearer of a token.
    ///
    /// # Errors
    /// [`AccessError::WrongToken`], or the records'.
    pub fn bearer(&self, token: &str) -> Result<Principal, AccessError> {
        let kept = tokens::find(&self.records, token)?.ok_or(AccessError::WrongToken)?;
        Ok(Principal::Named { name: kept.name, role: kept.role })
    }

    /// Whoever a session's cookie stands for, and until when; none when the session is over.
    ///
    /// # Errors
    /// The records'.
    pub fn session(&self, cookie: &str) -> Result<Option<(Principal, Timestamp)>, AccessError> {
        let Some(session) = sessions::find(&self.records, cookie, (self.clock)())? else { return Ok(None) };
        let holder = match &session.token {
            Some(fingerprint) => tokens::kept(&self.records, fingerprint)?.map(|token| (token.name, token.role)),
            None => people::of(&self.set_ups.office(), &session.name).map(|(name, role)| (name.to_owned(), role)),
        };
        Ok(holder.map(|(name, role)| (Principal::Named { name, role }, session.expires_at)))
    }

    fn sign_in_now(&self, name: &str, pin: &str, peer: IpAddr) -> Result<SignedIn, AccessError> {
        let office = self.set_ups.office();
        let somebody = people::of(&office, name);
        let claim = somebody.map_or(Claim::Stranger(name), |(name, _)| Claim::Person(name));
        let attempts_left = self.attempts.count(claim, peer, (self.clock)())?;
        let person = match somebody {
            Some((name, _)) => people::find(&self.records, name)?,
            None => None,
        };
        // Before anything is known of the name: the time that it takes tells nothing.
        let matches = people::is_pin_of(person.as_ref(), pin);
        let Some((name, role)) = somebody.filter(|_| matches) else {
            warn_of_guessing(claim, peer, attempts_left);
            let rest_seconds = (attempts_left == 0).then(|| REST.as_secs().unsigned_abs());
            return Err(AccessError::WrongPin { attempts_left, rest_seconds });
        };
        self.attempts.forget(name, peer);
        self.begin(name, role, None)
    }

    fn begin(&self, name: &str, role: Role, token: Option<&str>) -> Result<SignedIn, AccessError> {
        let (cookie, session) = sessions::begin(&self.records, name, role, token, (self.clock)())?;
        Ok(SignedIn { name: session.name, role, expires_at: session.expires_at, cookie })
    }

    /// Runs what blocks on a thread that may block.
    async fn off_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, AccessError> + Send + 'static,
    ) -> Result<T, AccessError> {
        let access = self.clone();
        tokio::task::spawn_blocking(move || work(&access)).await.unwrap_or(Err(AccessError::Stopping))
    }
}

/// Tells the log when a name begins to rest. A name that nobody has is not told: people type their PIN into the wrong
/// field.
fn warn_of_guessing(claim: Claim<'_>, peer: IpAddr, attempts_left: u32) {
    match claim {
        Claim::Person(name) if attempts_left == 0 => tracing::warn!(name, %peer, "too many wrong PINs: the name rests"),
        Claim::Person(_) | Claim::Stranger(_) => {}
    }
}
