//! The office's people and their PINs.

use moi_config::{Office, Officer};
use moi_journal::{JournalError, Records};
use serde::{Deserialize, Serialize};

use super::{AccessError, Role, normal, pin_hash, secret};

/// Room of the records that holds people.
const ROOM: &str = "people";

/// A person as kept: the PIN only as an argon2id hash. What they may do stands in the set-up alone: whoever is no
/// administrator there any more is none.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Person {
    name: String,
    pin_hash: String,
}

/// A PIN that was just made; shown once, to whoever started the office.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NewPin {
    /// Whose it is.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The digits.
    pub pin: String,
}

/// Gives a PIN to each person of the set-up who has none yet.
pub(super) fn enrol(records: &Records, office: &Office) -> Result<Vec<NewPin>, AccessError> {
    let mut new = Vec::new();
    for (name, role) in people_of(office) {
        if find(records, name)?.is_none() {
            new.push(renew(records, name, role)?);
        }
    }
    Ok(new)
}

/// A new PIN for somebody of the set-up; the old one no longer works.
pub(super) fn new_pin(records: &Records, office: &Office, name: &str) -> Result<NewPin, AccessError> {
    let (name, role) = of(office, name).ok_or_else(|| AccessError::UnknownPerson { name: name.to_owned() })?;
    renew(records, name, role)
}

/// The person of this name, however it is capitalised.
pub(super) fn find(records: &Records, name: &str) -> Result<Option<Person>, JournalError> {
    records.get(ROOM, &key(name))
}

/// Somebody's name as in the set-up, and what they may do; none for whoever left, who can't sign in any more.
pub(super) fn of<'o>(office: &'o Office, name: &str) -> Option<(&'o str, Role)> {
    let wanted = key(name);
    people_of(office).find(|(known, _)| key(known) == wanted)
}

/// Compares a PIN with a person's; as slow for somebody unknown.
pub(super) fn is_pin_of(person: Option<&Person>, pin: &str) -> bool {
    pin_hash::is_pin_of(person.map(|person| person.pin_hash.as_str()), pin)
}

fn people_of(office: &Office) -> impl Iterator<Item = (&str, Role)> {
    let people = &office.people;
    serve(&people.officers, Role::Officer)
        .chain(serve(&people.supervisors, Role::Supervisor))
        .chain(work(&people.receptionists, Role::Receptionist))
        .chain(work(&people.inspectors, Role::Inspector))
        .chain(work(&people.administrators, Role::Administrator))
}

fn serve(officers: &[Officer], role: Role) -> impl Iterator<Item = (&str, Role)> {
    officers.iter().map(move |officer| (officer.name.as_str(), role))
}

fn work(people: &[moi_config::Person], role: Role) -> impl Iterator<Item = (&str, Role)> {
    people.iter().map(move |person| (person.name.as_str(), role))
}

fn renew(records: &Records, name: &str, role: Role) -> Result<NewPin, AccessError> {
    let pin = secret::pin();
    let person = Person { name: name.to_owned(), pin_hash: pin_hash::hash(&pin)? };
    records.put(ROOM, &key(name), &person)?;
    Ok(NewPin { name: name.to_owned(), role, pin })
}

/// Names are one whether typed "Nông Thị Hà" or "nông thị hà", in composed letters or decomposed ones. The set-up's
/// check lets no two people have one key.
fn key(name: &str) -> String {
    normal(name).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_one_however_they_are_typed() {
        assert_eq!(key("Nông Thị Hà "), key("nông thị hà"));
        assert_eq!(key("Nông Thị Ha\u{300}"), key("nông thị hà"));
    }
}
