//! Signing in by a directory elsewhere: whoever it vouches for is somebody of the set-up, or nobody.

use moi_config::Office;
use serde::{Deserialize, Serialize};

use super::people::{self, Person};
use super::sessions::Holder;
use super::signing_in::SignedIn;
use super::{Access, AccessError, Role, Whence};

/// Whom a directory says somebody is. A session that stands on it ends when the set-up says something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vouched {
    /// Which directory, by its address.
    pub issuer: String,
    /// What it calls them.
    pub name: String,
}

/// Somebody whom a directory vouches for wants to sign in.
pub struct DirectoryAttempt {
    /// Who they are there.
    pub vouched: Vouched,
    /// A code of Moi's own second factor, once it was asked for.
    pub code: Option<String>,
    /// From where.
    pub whence: Whence,
    /// Id of the paired device, if it is one.
    pub device: Option<String>,
}

impl Access {
    /// Signs in whom a directory vouches for, if the set-up knows them. As after a password, their second factor is
    /// asked for. Nobody is made.
    ///
    /// # Errors
    /// [`AccessError::UnknownInDirectory`], [`AccessError::SecondFactorNeeded`], [`AccessError::Wrong`],
    /// [`AccessError::Resting`], or the records'.
    pub async fn sign_in_by_directory(&self, attempt: DirectoryAttempt) -> Result<SignedIn, AccessError> {
        self.off_thread(move |access| {
            let DirectoryAttempt { vouched, code, whence, device } = attempt;
            let office = access.set_ups.office();
            let unknown = || AccessError::UnknownInDirectory { name: vouched.name.clone() };
            let (name, role) = vouched.person_in(&office).ok_or_else(unknown)?;
            let person = people::find(&access.records, name)?;
            if person.as_ref().is_some_and(Person::has_second_factor) {
                access.take_code(name, code.as_deref().ok_or(AccessError::SecondFactorNeeded)?)?;
            }
            let _turn = access.turn();
            let device = device.as_deref();
            access.begin(&Holder { name, role, token: None, device, vouched: Some(&vouched) }, &whence)
        })
        .await
    }
}

impl Vouched {
    /// Who of the set-up that is, and what they may do.
    pub(super) fn person_in<'o>(&self, office: &'o Office) -> Option<(&'o str, Role)> {
        let is_this_directory = office.directory.as_ref().is_some_and(|directory| directory.issuer == self.issuer);
        let mut everybody = people::everybody(office).filter(|_| is_this_directory);
        everybody.find(|entry| entry.directory == Some(self.name.as_str())).map(|entry| (entry.name, entry.role))
    }
}
