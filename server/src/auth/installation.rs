//! The first start: whoever reads the terminal sets the office up, with a code that is good until that is done.

use std::net::IpAddr;

use moi_config::Office;
use serde::{Deserialize, Serialize};

use super::attempts::Claim;
use super::people::Kind;
use super::sessions::Holder;
use super::signing_in::{warn_of_guessing, wrong};
use super::{Access, AccessError, NewCredential, SignedIn, Whence, Wrong, code, password, people, secret};

/// Room of the records that holds how far the first set-up is.
const ROOM: &str = "installation";
const KEY: &str = "code";

/// What tries are counted under: no person has such a name.
const CLAIM: &str = "\0set-up";

/// How far the first set-up is.
#[derive(Serialize, Deserialize)]
struct Installation {
    /// Of the code; none when the office is set up.
    fingerprint: Option<String>,
}

impl Access {
    /// Whether nobody was ever given a PIN or password: the office starts for the first time.
    ///
    /// # Errors
    /// The records'.
    pub fn is_new(&self) -> Result<bool, AccessError> {
        Ok(people::is_nobody_known(&self.records)?)
    }

    /// A new code for the first set-up, to be shown once: when the office starts for the first time, and at each later
    /// start until it is set up. Blocks.
    ///
    /// # Errors
    /// The records'.
    pub fn begin_installation(&self, is_new: bool) -> Result<Option<String>, AccessError> {
        let known: Option<Installation> = self.records.get(ROOM, KEY)?;
        let is_open = known.map_or(is_new, |known| known.fingerprint.is_some());
        if !is_open {
            return Ok(None);
        }
        let signs = code::signs(code::LONG);
        let installation = Installation { fingerprint: Some(secret::fingerprint(&signs)) };
        self.records.put(ROOM, KEY, &installation)?;
        Ok(Some(code::grouped(&signs)))
    }

    /// Somebody set the office up by another way: the code is worthless.
    ///
    /// # Errors
    /// The records'.
    pub fn close_installation(&self) -> Result<(), AccessError> {
        let known: Option<Installation> = self.records.get(ROOM, KEY)?;
        if known.is_some_and(|known| known.fingerprint.is_some()) {
            self.records.put(ROOM, KEY, &Installation { fingerprint: None })?;
        }
        Ok(())
    }

    /// Whether this is the code of the first set-up. It is looked at before anything is counted: wrong tries of others
    /// keep nobody out who has the right one, and of 79 random bits nobody guesses one.
    ///
    /// # Errors
    /// [`AccessError::Wrong`], [`AccessError::Resting`], or the records'.
    pub fn prove_installer(&self, typed: &str, from: IpAddr) -> Result<(), AccessError> {
        let known: Option<Installation> = self.records.get(ROOM, KEY)?;
        let wanted = known.and_then(|known| known.fingerprint);
        if wanted == Some(secret::fingerprint(&code::read(typed))) {
            return Ok(());
        }
        let attempts_left = self.attempts.count(Claim::Person(CLAIM), from, (self.clock)())?;
        warn_of_guessing(Claim::Person("set-up"), from, attempts_left);
        Err(wrong(Wrong::SetUpCode, attempts_left))
    }

    /// Whether the first administrator of an office to be may choose this password.
    ///
    /// # Errors
    /// [`AccessError::Weak`].
    pub fn judge_first(name: &str, chosen: &str, office: &Office) -> Result<(), AccessError> {
        password::judge(&password::as_hashed(chosen), name, office).map_err(AccessError::Weak)
    }

    /// Ends the first set-up: the administrator's password counts, everybody else of the set-up gets a credential, and
    /// the code is worthless. Signs the administrator in.
    ///
    /// # Errors
    /// [`AccessError::UnknownPerson`], [`AccessError::Busy`], or the records'.
    pub async fn install(
        &self,
        administrator: String,
        chosen: String,
        whence: Whence,
    ) -> Result<(SignedIn, Vec<NewCredential>), AccessError> {
        self.hashing(move |access| {
            let office = access.set_ups.office();
            let turn = access.turn();
            let (name, role) = people::known(&office, &administrator)?;
            people::begin_anew(&access.records)?;
            let mut person = people::find(&access.records, name)?.unwrap_or_default();
            name.clone_into(&mut person.name);
            people::set(&mut person, Kind::Password, &password::as_hashed(&chosen))?;
            people::put(&access.records, &person)?;
            // Those who had one before it was shown to anybody who could write it down.
            let mut made = Vec::new();
            for (other, role) in people::people_of(&office).filter(|(other, _)| *other != name) {
                made.push(people::renew(&access.records, (other, role), people::usual_kind(role))?);
            }
            access.records.put(ROOM, KEY, &Installation { fingerprint: None })?;
            drop(turn);
            access.end_everybody_s_sessions()?;
            let signed_in = access.begin(&Holder { name, role, token: None, device: None, vouched: None }, &whence)?;
            Ok((signed_in, made))
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;
    use std::sync::Arc;

    use moi_config::{Source, load};
    use moi_journal::Storage;

    use super::super::Role;
    use super::*;
    use crate::set_up::SetUps;

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    fn access(folder: &std::path::Path) -> Access {
        let storage = Storage::open(folder).expect("it opens");
        let office = load(Source::Embedded).expect("the shipped set-up");
        let now = "2026-11-27T02:00:00Z".parse().expect("a time");
        Access::new(storage.records(), SetUps::by_words(office), Arc::new(move || now))
    }

    #[tokio::test]
    async fn a_code_is_good_until_the_office_is_set_up_and_a_later_start_makes_it_worthless() {
        let folder = tempfile::tempdir().expect("a folder");
        let access = access(folder.path());
        assert!(access.is_new().expect("read"));
        let first = access.begin_installation(true).expect("kept").expect("a code");
        access.enrol(true).expect("made");
        assert!(!access.is_new().expect("read"));
        let second = access.begin_installation(false).expect("kept").expect("it is not set up yet");
        access.prove_installer(&second.to_lowercase(), HERE).expect("it is good");
        assert!(access.prove_installer(&first, HERE).is_err(), "that of the start before");
        let whence = Whence { address: HERE, browser: None };
        let (signed_in, made) =
            access.install("Đặng Quốc Bảo".into(), "mười hai con trâu đen".into(), whence).await.expect("it is set up");
        assert_eq!(signed_in.role, Role::Administrator);
        assert!(made.iter().any(|new| new.kind == Kind::Pin) && made.iter().all(|new| new.name != signed_in.name));
        assert!(access.prove_installer(&second, HERE).is_err(), "it is over");
        assert_eq!(access.begin_installation(false).expect("read"), None);
    }

    #[test]
    fn an_office_of_before_is_not_set_up_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let access = access(folder.path());
        access.enrol(true).expect("made");
        let is_new = access.is_new().expect("read");
        assert_eq!(access.begin_installation(is_new).expect("read"), None);
        assert!(access.prove_installer("", HERE).is_err());
    }

    #[test]
    fn wrong_codes_let_the_place_rest_and_keep_out_nobody_with_the_right_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let access = access(folder.path());
        let code = access.begin_installation(true).expect("kept").expect("a code");
        for _ in 0..5 {
            assert!(matches!(access.prove_installer("AAAA", HERE), Err(AccessError::Wrong { .. })));
        }
        assert!(matches!(access.prove_installer("AAAA", HERE), Err(AccessError::Resting { .. })));
        access.prove_installer(&code, HERE).expect("it is right");
    }
}
