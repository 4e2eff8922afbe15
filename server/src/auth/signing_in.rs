//! How people sign in: by PIN on a known desk, by password with its second factor, or by a recovery code. By a
//! directory elsewhere: `by_directory.rs`.

use std::net::{IpAddr, Ipv4Addr};

use jiff::Timestamp;

use super::attempts::{Claim, REST};
use super::people::{Kind, Person};
use super::proven::Proven;
use super::sessions::Holder;
use super::{Access, AccessError, Role, Whence, Wrong, password, people, sessions, tokens};

/// What somebody proves themselves with.
pub enum Proof {
    /// Six digits, on a known desk.
    Pin(String),
    /// A password, and a code where there is a second factor.
    Password {
        /// As typed.
        password: String,
        /// Of the app, or a spare one.
        code: Option<String>,
    },
    /// A recovery code.
    Recovery {
        /// As typed.
        code: String,
        /// The password from now on.
        password: String,
    },
}

/// Somebody wants to sign in.
pub struct Attempt {
    /// As typed.
    pub name: String,
    /// What shows that it is them.
    pub proof: Proof,
    /// From where.
    pub whence: Whence,
    /// Whether it is the office's own machine or a paired desk.
    pub is_known_desk: bool,
    /// Id of the paired device, if it is one.
    pub device: Option<String>,
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
    /// What a recovery code changed; none where none was given.
    pub recovered: Option<Recovered>,
}

/// What a recovery code changed beside the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recovered {
    /// Whether there was a second factor, which is off now.
    pub had_second_factor: bool,
}

impl Access {
    /// Signs a person in.
    ///
    /// # Errors
    /// [`AccessError::Wrong`], [`AccessError::Resting`], [`AccessError::PinNotHere`],
    /// [`AccessError::SecondFactorNeeded`], [`AccessError::Weak`], [`AccessError::Busy`], or the records'.
    pub async fn sign_in(&self, attempt: Attempt) -> Result<SignedIn, AccessError> {
        self.hashing(move |access| match &attempt.proof {
            Proof::Pin(_) if !attempt.is_known_desk => Err(AccessError::PinNotHere),
            Proof::Pin(pin) => access.sign_in_now(&attempt, Kind::Pin, pin, None),
            Proof::Password { password, code } => {
                access.sign_in_now(&attempt, Kind::Password, password, code.as_deref())
            }
            Proof::Recovery { code, password } => access.recover_now(&attempt, code, password),
        })
        .await
    }

    /// Begins a device's session from its token.
    ///
    /// # Errors
    /// [`AccessError::WrongToken`], or the records'.
    pub async fn sign_in_device(&self, token: String, whence: Whence) -> Result<SignedIn, AccessError> {
        self.off_thread(move |access| {
            let kept = tokens::find(&access.records, &token)?.ok_or(AccessError::WrongToken)?;
            let holder = Holder { name: &kept.name, role: kept.role, token: Some(&token), device: None, vouched: None };
            access.begin(&holder, &whence)
        })
        .await
    }

    /// Ends a session; whoever watches by it is shown the door.
    ///
    /// # Errors
    /// The records'.
    pub async fn sign_out(&self, cookie: String) -> Result<(), AccessError> {
        self.off_thread(move |access| {
            sessions::end(&access.records, &cookie)?;
            access.doors.ring();
            Ok(())
        })
        .await
    }

    fn sign_in_now(
        &self,
        attempt: &Attempt,
        kind: Kind,
        typed: &str,
        code: Option<&str>,
    ) -> Result<SignedIn, AccessError> {
        let Attempt { name, whence, .. } = attempt;
        let office = self.set_ups.office();
        let somebody = people::of(&office, name);
        let claim = somebody.map_or(Claim::Stranger(name), |(name, _)| Claim::Person(name));
        let attempts_left = self.attempts.count(claim, whence.address, (self.clock)())?;
        let person = somebody.map(|(name, _)| people::find(&self.records, name)).transpose()?.flatten();
        let kept = person.as_ref().and_then(|person| person.kept(kind));
        let kept = kept.filter(|_| kind == Kind::Password || somebody.is_some_and(|(_, role)| !role.needs_password()));
        // Before anything is known of the name: the time that it takes tells nothing.
        let proven = Proven::by(kind, kept, typed, attempts_left);
        let Some(((name, role), proven)) = somebody.zip(proven) else {
            warn_of_guessing(claim, whence.address, attempts_left);
            return Err(wrong(what(kind), attempts_left));
        };
        // Whoever has the password is no guesser of it; codes are counted by themselves.
        self.attempts.forget(name, whence.address);
        if kind == Kind::Password && person.as_ref().is_some_and(Person::has_second_factor) {
            self.take_code(name, code.ok_or(AccessError::SecondFactorNeeded)?)?;
        }
        let _turn = self.turn();
        proven.holds(&people::find(&self.records, name)?.unwrap_or_default())?;
        let device = attempt.device.as_deref();
        self.begin(&Holder { name, role, token: None, device, vouched: None }, whence)
    }

    /// Takes a code of the second factor. Wrong ones are counted from everywhere together: whoever tries them has the
    /// password, so that nobody else can make the name rest, and more places are no way to more guesses. Of a million
    /// codes three are good at a time: five tries in five minutes find one within a day with a chance of 0.4 %, with a
    /// warning in the log each time.
    pub(super) fn take_code(&self, name: &str, typed: &str) -> Result<(), AccessError> {
        let now = (self.clock)();
        let (claim, everywhere) = (format!("{name}\0code"), IpAddr::from(Ipv4Addr::UNSPECIFIED));
        let attempts_left = self.attempts.count(Claim::Person(&claim), everywhere, now)?;
        let _turn = self.turn();
        let mut person = people::find(&self.records, name)?.ok_or(AccessError::NoFactor)?;
        let factor = person.second_factor.as_mut().filter(|factor| factor.is_on).ok_or(AccessError::NoFactor)?;
        let seconds = u64::try_from(now.as_second()).unwrap_or_default();
        if !factor.take(typed, seconds) && !factor.take_spare(typed) {
            warn_of_guessing(Claim::Person(name), everywhere, attempts_left);
            return Err(wrong(Wrong::Code, attempts_left));
        }
        // Written before it opens anything: a code is good once, whatever comes.
        people::put(&self.records, &person)?;
        self.attempts.forget(&claim, everywhere);
        Ok(())
    }

    /// Lets somebody back in. The code is looked at before anything is counted: wrong tries of others keep nobody out
    /// who has the right one, and of 79 random bits nobody guesses one within fifteen minutes.
    fn recover_now(&self, attempt: &Attempt, code: &str, chosen: &str) -> Result<SignedIn, AccessError> {
        let Attempt { name, whence, .. } = attempt;
        let now = (self.clock)();
        let office = self.set_ups.office();
        let somebody = people::of(&office, name);
        let claim = somebody.map_or(Claim::Stranger(name), |(name, _)| Claim::Person(name));
        let chosen = password::as_hashed(chosen);
        let turn = self.turn();
        let person = somebody.map(|(name, _)| people::find(&self.records, name)).transpose()?.flatten();
        let found = somebody.zip(person.filter(|person| person.recovers(code, now)));
        let Some(((name, role), mut person)) = found else {
            let attempts_left = self.attempts.count(claim, whence.address, now)?;
            warn_of_guessing(claim, whence.address, attempts_left);
            return Err(wrong(Wrong::RecoveryCode, attempts_left));
        };
        password::judge(&chosen, name, &office).map_err(AccessError::Weak)?;
        let recovered = Recovered { had_second_factor: person.has_second_factor() };
        people::set(&mut person, Kind::Password, &chosen)?;
        person.second_factor = None;
        person.recovery = None;
        people::put(&self.records, &person)?;
        drop(turn);
        tracing::info!(name, peer = %whence.address, "somebody got back in by a recovery code");
        self.end_sessions_of(name, |_| false)?;
        self.attempts.forget(name, whence.address);
        let device = attempt.device.as_deref();
        let signed_in = self.begin(&Holder { name, role, token: None, device, vouched: None }, whence)?;
        Ok(SignedIn { recovered: Some(recovered), ..signed_in })
    }

    pub(super) fn begin(&self, holder: &Holder<'_>, whence: &Whence) -> Result<SignedIn, AccessError> {
        let (cookie, session) = sessions::begin(&self.records, holder, whence, (self.clock)())?;
        Ok(SignedIn { name: session.name, role: holder.role, expires_at: session.expires_at, cookie, recovered: None })
    }
}

/// What was wrong when such a credential was.
pub(super) fn what(kind: Kind) -> Wrong {
    match kind {
        Kind::Pin => Wrong::Pin,
        Kind::Password => Wrong::Password,
    }
}

/// The refusal, with how long the name rests when this was the last try.
pub(super) fn wrong(what: Wrong, attempts_left: u32) -> AccessError {
    let rest_seconds = (attempts_left == 0).then(|| REST.as_secs().unsigned_abs());
    AccessError::Wrong { what, attempts_left, rest_seconds }
}

/// Tells the log when a name begins to rest. A name that nobody has is not told: people type their PIN into the wrong
/// field.
pub(super) fn warn_of_guessing(claim: Claim<'_>, peer: IpAddr, attempts_left: u32) {
    match claim {
        Claim::Person(name) if attempts_left == 0 => {
            tracing::warn!(name, %peer, "too many wrong PINs, passwords or codes: the name rests");
        }
        Claim::Person(_) | Claim::Stranger(_) => {}
    }
}
