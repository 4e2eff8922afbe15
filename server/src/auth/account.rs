//! What somebody changes of their own: password, PIN, second factor; and what an administrator gives anew.

use std::net::IpAddr;

use moi_config::Office;

use super::attempts::Claim;
use super::people::{Kind, Person};
use super::proven::Proven;
use super::second_factor::{self, SecondFactor};
use super::signing_in::{warn_of_guessing, what, wrong};
use super::{Access, AccessError, NewCredential, Role, password, people};

/// What somebody has to sign in with.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is another way in, and every mixture is possible")]
pub struct Account {
    /// As in the set-up.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Whether a PIN is set that signs them in.
    pub has_pin: bool,
    /// Whether a password is set.
    pub has_password: bool,
    /// Whether codes are asked for.
    pub has_second_factor: bool,
    /// Spare codes that are left.
    pub spare_codes: usize,
    /// Whether the directory lets them in.
    pub in_directory: bool,
}

/// A second factor to be set up.
#[derive(Debug, Clone)]
pub struct NewFactor {
    /// For an app that can't scan.
    pub secret: String,
    /// For one that can.
    pub address: String,
}

/// Who changes something of their own, and from where.
#[derive(Clone)]
pub struct Changer {
    /// As in the set-up.
    pub name: String,
    /// Fingerprint of the session, which stays when the others end.
    pub(super) session: String,
    /// Where wrong proofs are counted.
    pub address: IpAddr,
}

impl Access {
    /// Gives people of the set-up what they need to sign in and have not got; to be shown once. Whether the directory
    /// is asked here is said, since a rehearsal asks none. Blocks.
    ///
    /// # Errors
    /// When the records can't be read or written.
    pub fn enrol(&self, asks_directory: bool) -> Result<Vec<NewCredential>, AccessError> {
        self.note_who_left()?;
        let _turn = self.turn();
        people::enrol(&self.records, &self.set_ups.office(), asks_directory)
    }

    /// Notes who stands in the set-up no more. Blocks.
    pub(super) fn note_who_left(&self) -> Result<(), AccessError> {
        let (office, _turn) = (self.set_ups.office(), self.turn());
        Ok(people::note_who_left(&self.records, &office, (self.clock)())?)
    }

    /// A new PIN or password for somebody of the set-up; ends their sessions. Blocks.
    ///
    /// # Errors
    /// [`AccessError::UnknownPerson`], [`AccessError::NeedsPassword`], or the records'.
    pub fn renew(&self, name: &str, kind: Kind) -> Result<NewCredential, AccessError> {
        let (office, turn) = (self.set_ups.office(), self.turn());
        let new = people::renew(&self.records, people::known(&office, name)?, kind)?;
        drop(turn);
        self.end_sessions_of(&new.name, |_| false)?;
        Ok(new)
    }

    /// A new PIN, for a handler: good on a known desk alone.
    ///
    /// # Errors
    /// As [`Self::renew`], and [`AccessError::Busy`].
    pub async fn renew_pin(&self, name: String) -> Result<NewCredential, AccessError> {
        self.hashing(move |access| access.renew(&name, Kind::Pin)).await
    }

    /// A new password, which is good everywhere, by one's own: a page that was left open is no way to an account.
    ///
    /// # Errors
    /// As [`Self::renew`], [`AccessError::NoPassword`], [`AccessError::Wrong`], [`AccessError::Resting`],
    /// [`AccessError::Busy`].
    pub async fn renew_password(
        &self,
        who: Changer,
        current: String,
        name: String,
    ) -> Result<NewCredential, AccessError> {
        self.hashing(move |access| {
            let proven = access.prove_password(&who, &current)?;
            access.with_person(&who.name, |person| proven.holds(person))?;
            access.renew(&name, Kind::Password)
        })
        .await
    }

    /// A code by which somebody of the set-up gets back in, once and for fifteen minutes. Blocks.
    ///
    /// # Errors
    /// [`AccessError::UnknownPerson`], or the records'.
    pub fn recover(&self, name: &str) -> Result<String, AccessError> {
        let (office, _turn) = (self.set_ups.office(), self.turn());
        let (name, _) = people::known(&office, name)?;
        people::recover(&self.records, name, (self.clock)())
    }

    /// What somebody has to sign in with.
    ///
    /// # Errors
    /// [`AccessError::UnknownPerson`], or the records'.
    pub fn account(&self, name: &str) -> Result<Account, AccessError> {
        let office = self.set_ups.office();
        let entry = people::entry(&office, name)?;
        self.account_of(&office, &entry)
    }

    /// Everybody of the set-up.
    ///
    /// # Errors
    /// The records'.
    pub fn accounts(&self) -> Result<Vec<Account>, AccessError> {
        let office = self.set_ups.office();
        people::everybody(&office).map(|entry| self.account_of(&office, &entry)).collect()
    }

    fn account_of(&self, office: &Office, entry: &people::Entry<'_>) -> Result<Account, AccessError> {
        let person = people::find(&self.records, entry.name)?.unwrap_or_default();
        let in_directory = office.directory.is_some() && entry.directory.is_some();
        Ok(Account { in_directory, ..account(entry.name, entry.role, person) })
    }

    /// Whether an administrator of this set-up can sign in.
    ///
    /// # Errors
    /// The records'.
    pub fn lets_an_administrator_in(&self, office: &Office) -> Result<bool, AccessError> {
        for (name, role) in people::people_of(office) {
            let person =
                (role == Role::Administrator).then(|| people::find(&self.records, name)).transpose()?.flatten();
            if person.is_some_and(|person| person.password_hash.is_some()) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Sets one's own password or PIN; ends all other sessions.
    ///
    /// # Errors
    /// [`AccessError::Wrong`] when what is given as the present one is neither, [`AccessError::NothingToProve`] when
    /// there is none, [`AccessError::Resting`],
    /// [`AccessError::Weak`], [`AccessError::NeedsPassword`], [`AccessError::Busy`], or the records'.
    pub async fn change(&self, who: Changer, current: String, kind: Kind, chosen: String) -> Result<(), AccessError> {
        self.hashing(move |access| {
            let office = access.set_ups.office();
            let (name, role) = people::known(&office, &who.name)?;
            let chosen = password::as_hashed(&chosen);
            match kind {
                Kind::Pin if role.needs_password() => {
                    return Err(AccessError::NeedsPassword { name: name.to_owned() });
                }
                Kind::Pin => password::judge_pin(&chosen),
                Kind::Password => password::judge(&chosen, name, &office),
            }
            .map_err(AccessError::Weak)?;
            let proven = access.prove(&who, &current)?;
            access.with_proven(&proven, name, |person| people::set(person, kind, &chosen))?;
            access.end_sessions_of(name, |fingerprint| fingerprint == who.session)
        })
        .await
    }

    /// Begins to set a second factor up; it counts once a code has shown that the app has it.
    ///
    /// # Errors
    /// [`AccessError::NoPassword`], [`AccessError::FactorIsOn`], [`AccessError::Wrong`], or the records'.
    pub async fn begin_factor(&self, who: Changer, current: String) -> Result<NewFactor, AccessError> {
        self.hashing(move |access| {
            let proven = access.prove_password(&who, &current)?;
            access.with_proven(&proven, &who.name, |person| {
                if person.has_second_factor() {
                    return Err(AccessError::FactorIsOn);
                }
                let factor = SecondFactor::new();
                let office = access.set_ups.office();
                let issuer = office.name.iter().next().map_or("Moi", |(_, name)| name);
                let address = second_factor::address(factor.secret(), issuer, &person.name);
                let new = NewFactor { secret: factor.secret().to_owned(), address };
                person.second_factor = Some(factor);
                Ok(new)
            })
        })
        .await
    }

    /// Switches the second factor on by its first code; gives the spare codes, this once.
    ///
    /// # Errors
    /// [`AccessError::NoFactor`], [`AccessError::FactorIsOn`], [`AccessError::Wrong`], [`AccessError::Resting`], or the
    /// records'.
    pub async fn confirm_factor(&self, who: Changer, code: String) -> Result<Vec<String>, AccessError> {
        self.off_thread(move |access| {
            let now = (access.clock)();
            let claim = format!("{}\0confirm", who.name);
            let attempts_left = access.attempts.count(Claim::Person(&claim), who.address, now)?;
            access
                .with_person(&who.name, |person| {
                    let factor = person.second_factor.as_mut().ok_or(AccessError::NoFactor)?;
                    if factor.is_on {
                        return Err(AccessError::FactorIsOn);
                    }
                    if !factor.take(&code, u64::try_from(now.as_second()).unwrap_or_default()) {
                        return Err(wrong(super::Wrong::Code, attempts_left));
                    }
                    factor.is_on = true;
                    Ok(factor.renew_spare())
                })
                .inspect(|_| access.attempts.forget(&claim, who.address))
        })
        .await
    }

    /// Switches the second factor off, by the password.
    ///
    /// # Errors
    /// [`AccessError::NoFactor`], [`AccessError::Wrong`], or the records'.
    pub async fn drop_factor(&self, who: Changer, current: String) -> Result<(), AccessError> {
        self.hashing(move |access| {
            let proven = access.prove_password(&who, &current)?;
            access.with_proven(&proven, &who.name, |person| {
                person.second_factor.take().map(drop).ok_or(AccessError::NoFactor)
            })
        })
        .await
    }

    /// New spare codes in place of the old ones.
    ///
    /// # Errors
    /// [`AccessError::NoFactor`], [`AccessError::Wrong`], or the records'.
    pub async fn renew_spare(&self, who: Changer, current: String) -> Result<Vec<String>, AccessError> {
        self.hashing(move |access| {
            let proven = access.prove_password(&who, &current)?;
            access.with_proven(&proven, &who.name, |person| {
                let factor = person.second_factor.as_mut().filter(|factor| factor.is_on);
                Ok(factor.ok_or(AccessError::NoFactor)?.renew_spare())
            })
        })
        .await
    }

    /// Reads, changes and writes a person, unless it is refused.
    fn with_person<T>(
        &self,
        name: &str,
        change: impl FnOnce(&mut Person) -> Result<T, AccessError>,
    ) -> Result<T, AccessError> {
        let _turn = self.turn();
        let mut person = people::find(&self.records, name)?.unwrap_or_default();
        let done = change(&mut person)?;
        people::put(&self.records, &person)?;
        Ok(done)
    }

    /// The same by what somebody has just proven, while that holds.
    fn with_proven<T>(
        &self,
        proven: &Proven,
        name: &str,
        change: impl FnOnce(&mut Person) -> Result<T, AccessError>,
    ) -> Result<T, AccessError> {
        self.with_person(name, |person| {
            proven.holds(person)?;
            change(person)
        })
    }

    /// Whether this is their present password, or the PIN of who may have one and has no password: a page that was left
    /// open is no way to somebody's account.
    fn prove(&self, who: &Changer, current: &str) -> Result<Proven, AccessError> {
        let office = self.set_ups.office();
        let (_, role) = people::known(&office, &who.name)?;
        let person = people::find(&self.records, &who.name)?.unwrap_or_default();
        let by_password = role.needs_password() || person.password_hash.is_some();
        let kind = if by_password { Kind::Password } else { Kind::Pin };
        if person.kept(kind).is_none() {
            return Err(AccessError::NothingToProve);
        }
        let claim = Claim::Person(&who.name);
        let attempts_left = self.attempts.count(claim, who.address, (self.clock)())?;
        let Some(proven) = Proven::by(kind, person.kept(kind), current, attempts_left) else {
            warn_of_guessing(claim, who.address, attempts_left);
            return Err(wrong(what(kind), attempts_left));
        };
        self.attempts.forget(&who.name, who.address);
        Ok(proven)
    }

    /// The same for what stands beside a password alone.
    fn prove_password(&self, who: &Changer, current: &str) -> Result<Proven, AccessError> {
        let person = people::find(&self.records, &who.name)?.unwrap_or_default();
        if person.password_hash.is_none() {
            return Err(AccessError::NoPassword);
        }
        self.prove(who, current)
    }
}

fn account(name: &str, role: Role, person: Person) -> Account {
    Account {
        name: name.to_owned(),
        role,
        has_pin: person.pin_hash.is_some() && !role.needs_password(),
        has_password: person.password_hash.is_some(),
        has_second_factor: person.has_second_factor(),
        spare_codes: person.second_factor.map_or(0, |factor| factor.spare_left()),
        in_directory: false,
    }
}
