//! The office's people: their PINs and passwords as slow hashes, and what else they prove themselves with.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};
use moi_config::{Office, Officer};
use moi_journal::{JournalError, Records};
use serde::{Deserialize, Serialize};

use super::second_factor::SecondFactor;
use super::{AccessError, Role, code, normal, secret, slow_hash};

/// Room of the records that holds people.
const ROOM: &str = "people";

/// How long a recovery code is good: long enough to be read out over the telephone and typed.
pub(super) const RECOVERY: SignedDuration = SignedDuration::from_mins(15);

/// How long what somebody signs in with outlives their place in the set-up. Who was taken out of it by mistake, or by
/// another file for a trial, is let in again as before; a namesake who comes months later has nothing of theirs.
const LEAVING: SignedDuration = SignedDuration::from_hours(24);

/// A person as kept. What they may do stands in the set-up alone: whoever is no administrator there any more is none.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Person {
    pub(super) name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) pin_hash: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) password_hash: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) second_factor: Option<SecondFactor>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) recovery: Option<Recovery>,
    /// When they were first seen to stand in the set-up no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    left: Option<Timestamp>,
}

/// A way back in, once, for whoever lost password or phone.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Recovery {
    fingerprint: String,
    until: Timestamp,
}

/// Which credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Six digits, good on a known desk.
    Pin,
    /// Good everywhere.
    Password,
}

impl Kind {
    /// Its word in the journal and the API.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Pin => "pin",
            Self::Password => "password",
        }
    }
}

/// A PIN or password that was just made; shown once.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NewCredential {
    /// Whose it is.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Whether it is a PIN or a password.
    pub kind: Kind,
    /// The digits, or the letters.
    pub secret: String,
}

impl Person {
    /// The hash of what they sign in with.
    pub(super) fn kept(&self, kind: Kind) -> Option<&str> {
        match kind {
            Kind::Pin => self.pin_hash.as_deref(),
            Kind::Password => self.password_hash.as_deref(),
        }
    }

    /// Whether codes are asked for.
    pub(super) fn has_second_factor(&self) -> bool {
        self.second_factor.as_ref().is_some_and(|factor| factor.is_on)
    }

    /// Takes the recovery code, if it is the right one in its time. It is good once: whatever comes of it, it goes with
    /// the password that is set by it.
    pub(super) fn recovers(&self, typed: &str, now: Timestamp) -> bool {
        let wanted = secret::fingerprint(&code::read(typed));
        self.recovery.as_ref().is_some_and(|recovery| {
            // One that is good for longer than any is was made while the clock was ahead.
            recovery.fingerprint == wanted && now < recovery.until && recovery.until <= now + RECOVERY
        })
    }
}

/// Whether nobody was ever given anything to sign in with.
pub(super) fn is_nobody_known(records: &Records) -> Result<bool, JournalError> {
    Ok(records.list::<Person>(ROOM)?.is_empty())
}

/// What people sign in with by their role when nothing else is said.
pub(super) fn usual_kind(role: Role) -> Kind {
    if role.needs_password() { Kind::Password } else { Kind::Pin }
}

/// Gives each person of the set-up what they need to sign in and have not got yet. Who signs in by the directory needs
/// nothing here, where there is a directory; but administrators, who look after the office when it can't be reached.
pub(super) fn enrol(
    records: &Records,
    office: &Office,
    asks_directory: bool,
) -> Result<Vec<NewCredential>, AccessError> {
    let asks_directory = asks_directory && office.directory.is_some();
    let needs_nothing =
        |entry: &Entry<'_>| asks_directory && entry.directory.is_some() && entry.role != Role::Administrator;
    let mut new = Vec::new();
    for Entry { name, role, directory: _ } in everybody(office).filter(|entry| !needs_nothing(entry)) {
        let kind = usual_kind(role);
        let person = find(records, name)?.unwrap_or_default();
        let has = match kind {
            Kind::Pin => person.pin_hash.is_some(),
            Kind::Password => person.password_hash.is_some(),
        };
        if !has {
            new.push(renew(records, (name, role), kind)?);
        }
    }
    Ok(new)
}

/// A new PIN or password for somebody of the set-up; the old one no longer works.
pub(super) fn renew(records: &Records, (name, role): (&str, Role), kind: Kind) -> Result<NewCredential, AccessError> {
    let made = match kind {
        Kind::Pin if role.needs_password() => return Err(AccessError::NeedsPassword { name: name.to_owned() }),
        Kind::Pin => secret::pin(),
        Kind::Password => code::password(),
    };
    let mut person = find(records, name)?.unwrap_or_default();
    name.clone_into(&mut person.name);
    set(&mut person, kind, &made)?;
    put(records, &person)?;
    Ok(NewCredential { name: name.to_owned(), role, kind, secret: made })
}

/// Notes who stands in the set-up no more, and forgets those who have not for a day.
pub(super) fn note_who_left(records: &Records, office: &Office, now: Timestamp) -> Result<(), JournalError> {
    let here: HashSet<String> = people_of(office).map(|(name, _)| key(name)).collect();
    for (known_by, mut person) in records.list::<Person>(ROOM)? {
        let (is_here, before) = (here.contains(&known_by), person.left);
        // A time to come is one of a clock that was ahead.
        let since = before.filter(|left| *left <= now);
        if since.is_some_and(|left| now.duration_since(left) >= LEAVING) {
            records.remove(ROOM, &known_by)?;
            continue;
        }
        person.left = (!is_here).then(|| since.unwrap_or(now));
        if person.left != before {
            put(records, &person)?;
        }
    }
    Ok(())
}

/// Takes everybody's second factor and way back in: whoever had a printed credential may have set them.
pub(super) fn begin_anew(records: &Records) -> Result<(), JournalError> {
    for mut person in records.list::<Person>(ROOM)?.into_iter().map(|(_, person)| person) {
        (person.second_factor, person.recovery) = (None, None);
        put(records, &person)?;
    }
    Ok(())
}

/// Sets what somebody signs in with. It is hashed as it is: whoever chose it judged it.
pub(super) fn set(person: &mut Person, kind: Kind, chosen: &str) -> Result<(), AccessError> {
    let hash = Some(slow_hash::hash(chosen)?);
    match kind {
        Kind::Pin => person.pin_hash = hash,
        Kind::Password => person.password_hash = hash,
    }
    Ok(())
}

/// A code by which somebody of the set-up gets back in.
pub(super) fn recover(records: &Records, name: &str, now: Timestamp) -> Result<String, AccessError> {
    let mut person = find(records, name)?.unwrap_or_default();
    name.clone_into(&mut person.name);
    let made = code::signs(code::LONG);
    person.recovery = Some(Recovery { fingerprint: secret::fingerprint(&made), until: now + RECOVERY });
    put(records, &person)?;
    Ok(code::grouped(&made))
}

/// The person of this name, however it is capitalised.
pub(super) fn find(records: &Records, name: &str) -> Result<Option<Person>, JournalError> {
    records.get(ROOM, &key(name))
}

/// Keeps a person as they are now.
pub(super) fn put(records: &Records, person: &Person) -> Result<(), JournalError> {
    records.put(ROOM, &key(&person.name), person)
}

/// Somebody's name as in the set-up, and what they may do; none for whoever left, who can't sign in any more.
pub(super) fn of<'o>(office: &'o Office, name: &str) -> Option<(&'o str, Role)> {
    entry(office, name).ok().map(|entry| (entry.name, entry.role))
}

/// The same, for whoever must be there.
pub(super) fn known<'o>(office: &'o Office, name: &str) -> Result<(&'o str, Role), AccessError> {
    entry(office, name).map(|entry| (entry.name, entry.role))
}

/// All that the set-up says of somebody who must be there.
pub(super) fn entry<'o>(office: &'o Office, name: &str) -> Result<Entry<'o>, AccessError> {
    let wanted = key(name);
    let found = everybody(office).find(|entry| key(entry.name) == wanted);
    found.ok_or_else(|| AccessError::UnknownPerson { name: name.to_owned() })
}

/// Somebody of the set-up.
pub(super) struct Entry<'o> {
    pub(super) name: &'o str,
    pub(super) role: Role,
    /// What the directory calls them.
    pub(super) directory: Option<&'o str>,
}

/// Everybody with what they may do.
pub(super) fn people_of(office: &Office) -> impl Iterator<Item = (&str, Role)> {
    everybody(office).map(|entry| (entry.name, entry.role))
}

/// Everybody with all that the set-up says of how they sign in.
pub(super) fn everybody(office: &Office) -> impl Iterator<Item = Entry<'_>> {
    let people = &office.people;
    serve(&people.officers, Role::Officer)
        .chain(serve(&people.supervisors, Role::Supervisor))
        .chain(work(&people.receptionists, Role::Receptionist))
        .chain(work(&people.inspectors, Role::Inspector))
        .chain(work(&people.administrators, Role::Administrator))
}

fn serve(officers: &[Officer], role: Role) -> impl Iterator<Item = Entry<'_>> {
    officers.iter().map(move |officer| Entry { name: &officer.name, role, directory: officer.directory.as_deref() })
}

fn work(people: &[moi_config::Person], role: Role) -> impl Iterator<Item = Entry<'_>> {
    people.iter().map(move |person| Entry { name: &person.name, role, directory: person.directory.as_deref() })
}

/// Names are one whether typed "Nông Thị Hà" or "nông thị hà", in composed letters or decomposed ones. The set-up's
/// check lets no two people have one key.
fn key(name: &str) -> String {
    normal(name).to_lowercase()
}

#[cfg(test)]
mod tests {
    use moi_journal::Storage;

    use super::*;

    #[test]
    fn names_are_one_however_they_are_typed() {
        assert_eq!(key("Nông Thị Hà "), key("nông thị hà"));
        assert_eq!(key("Nông Thị Ha\u{300}"), key("nông thị hà"));
    }

    #[test]
    fn who_left_is_as_before_within_a_day_and_a_namesake_after_it_has_nothing_of_theirs() {
        let folder = tempfile::tempdir().expect("a folder");
        let records = Storage::open(folder.path()).expect("it opens").records();
        let office = moi_config::load(moi_config::Source::Embedded).expect("the shipped set-up");
        let mut without = office.clone();
        let gone = without.people.officers.remove(0).name;
        enrol(&records, &office, true).expect("enrolled");
        let begin: Timestamp = "2026-11-24T02:00:00Z".parse().expect("a time");
        let hours = |hours| begin + SignedDuration::from_hours(hours);
        let note = |office, at| note_who_left(&records, office, at).expect("noted");
        let has_pin = || find(&records, &gone).expect("read").is_some_and(|person| person.pin_hash.is_some());
        let everybody = || records.list::<Person>(ROOM).expect("read").len();
        let all = everybody();

        note(&without, begin);
        note(&without, hours(23));
        note(&office, hours(23));
        assert!(has_pin(), "taken out by mistake");
        note(&without, hours(30));
        note(&office, hours(53));
        assert!(has_pin(), "the day is counted anew");
        note(&without, hours(60));
        note(&without, hours(59));
        note(&without, hours(82));
        assert!(has_pin(), "a clock that went back");
        note(&office, hours(84));
        assert!(!has_pin(), "a namesake, and nobody had looked meanwhile");
        note(&without, hours(90));
        assert_eq!(everybody(), all - 1);
    }

    #[test]
    fn a_person_of_before_has_a_pin_and_nothing_else() {
        let kept = r#"{"name":"Nông Thị Hà","pin_hash":"$argon2id$v=19"}"#;
        let person: Person = serde_json::from_str(kept).expect("a person");
        assert_eq!(person.pin_hash.as_deref(), Some("$argon2id$v=19"));
        assert!(person.password_hash.is_none() && !person.has_second_factor());
        assert_eq!(serde_json::to_string(&person).expect("JSON"), kept);
    }
}
