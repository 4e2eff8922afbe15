//! Who did what to the office itself, and when: as a document, and as a table for spreadsheets.

use jiff::tz::TimeZone;
use moi_config::text::Catalogue;
use moi_domain::{Act, Actor, Event, Fact, KeyChange};
use serde::Serialize;
use utoipa::ToSchema;

use super::csv::csv_table;
use super::local;

/// Something that was done to the office's set-up, people or devices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AuditEntry {
    /// Number of the event in the journal.
    number: u64,
    /// When, in the office's time.
    at: String,
    /// By whom: an administrator's name; none for whoever has the machine's command line.
    by: Option<String>,
    /// What was done, as a stable word.
    act: &'static str,
    /// Whom or what it was about: a person, a device; none for the set-up.
    about: Option<String>,
    /// What became of which key of the set-up.
    changes: Vec<AuditChange>,
}

/// What became of a key of the set-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AuditChange {
    /// As `counters.3.services`.
    key: String,
    /// What stood there; null for a new key.
    before: Option<String>,
    /// What stands there now; null when it is gone.
    after: Option<String>,
}

/// The entries among these events, oldest first.
#[must_use]
pub fn audit_entries(events: &[Event], zone: &TimeZone) -> Vec<AuditEntry> {
    events.iter().filter_map(|event| entry(event, zone)).collect()
}

/// The same as a table, in the reader's language.
#[must_use]
pub fn audit_csv(entries: &[AuditEntry], texts: &Catalogue, language: &str, mark: Option<&str>) -> String {
    let say = |id: &str| texts.say(language, id, &[]);
    let heads = ["at", "by", "act", "about", "key", "before", "after"].map(|head| say(&format!("audit-{head}")));
    let rows = entries.iter().flat_map(|entry| {
        let by = entry.by.clone().unwrap_or_else(|| say("audit-owner"));
        let first = [entry.at.clone(), by, say(&format!("audit-act-{}", entry.act)), about(entry)];
        let rows = |changes: &[AuditChange]| -> Vec<[String; 7]> {
            let [at, by, act, about] = first;
            let row = |change: Option<&AuditChange>| {
                let text = |part: Option<&Option<String>>| part.cloned().flatten().unwrap_or_default();
                let (before, after) = (change.map(|change| &change.before), change.map(|change| &change.after));
                let key = change.map(|change| change.key.clone()).unwrap_or_default();
                [at.clone(), by.clone(), act.clone(), about.clone(), key, text(before), text(after)]
            };
            if changes.is_empty() { vec![row(None)] } else { changes.iter().map(|change| row(Some(change))).collect() }
        };
        rows(&entry.changes)
    });
    csv_table(language, mark, heads, rows)
}

fn about(entry: &AuditEntry) -> String {
    entry.about.clone().unwrap_or_default()
}

fn entry(event: &Event, zone: &TimeZone) -> Option<AuditEntry> {
    let Fact::Administered { act } = &event.fact else { return None };
    let (word, about, changes) = match act {
        Act::SetUpChanged { changes, .. } => ("set-up-changed", None, changes.as_slice()),
        Act::CredentialMade { person, kind } if kind == "pin" => ("pin-made", Some(person), [].as_slice()),
        Act::CredentialMade { person, kind } if kind == "spare-codes" => {
            ("spare-codes-made", Some(person), [].as_slice())
        }
        Act::CredentialMade { person, .. } => ("password-made", Some(person), [].as_slice()),
        Act::RecoveryBegun { person } => ("recovery-begun", Some(person), [].as_slice()),
        Act::SecondFactorSet { person, on: true } => ("second-factor-on", Some(person), [].as_slice()),
        Act::SecondFactorSet { person, on: false } => ("second-factor-off", Some(person), [].as_slice()),
        Act::SessionsEnded { person } => ("sessions-ended", Some(person), [].as_slice()),
        Act::DevicePaired { device, .. } => ("device-paired", Some(device), [].as_slice()),
        Act::DeviceRevoked { device } => ("device-revoked", Some(device), [].as_slice()),
        Act::PictureAdded { picture } => ("picture-added", Some(picture), [].as_slice()),
        Act::PictureRemoved { picture } => ("picture-removed", Some(picture), [].as_slice()),
    };
    Some(AuditEntry {
        number: event.number.0,
        at: local(zone, event.at),
        by: who(&event.by),
        act: word,
        about: about.cloned(),
        changes: changes.iter().map(change).collect(),
    })
}

fn who(actor: &Actor) -> Option<String> {
    match actor {
        Actor::Administrator(name) | Actor::Supervisor(name) | Actor::Inspector(name) | Actor::Kiosk(name) => {
            Some(name.clone())
        }
        Actor::Officer(name) => Some(name.as_str().to_owned()),
        Actor::Engine | Actor::Holder | Actor::Owner => None,
    }
}

fn change(change: &KeyChange) -> AuditChange {
    AuditChange { key: change.key.clone(), before: change.before.clone(), after: change.after.clone() }
}

#[cfg(test)]
mod tests {
    use moi_domain::{CounterNumber, EventNumber};

    use super::*;

    fn event(number: u64, by: Actor, fact: Fact) -> Event {
        Event { number: EventNumber(number), at: "2026-11-27T02:00:00Z".parse().expect("a time"), by, key: None, fact }
    }

    fn events() -> Vec<Event> {
        let changes = vec![
            KeyChange { key: "desk.undo_seconds".into(), before: Some("10".into()), after: Some("20".into()) },
            KeyChange { key: "services.A.fee.vi".into(), before: None, after: Some("=0".into()) },
        ];
        let by = Actor::Administrator("Đặng Quốc Bảo".into());
        let set_up = Act::SetUpChanged { version: 1, digest: "d".into(), changes };
        let paired = Act::DevicePaired { device: "entrance".into(), role: "kiosk".into() };
        let counter = CounterNumber::try_from(1).expect("a counter");
        vec![
            event(1, by.clone(), Fact::Administered { act: set_up }),
            event(2, by, Fact::CounterClosed { counter }),
            event(3, Actor::Owner, Fact::Administered { act: paired }),
        ]
    }

    #[test]
    fn only_what_was_done_to_the_office_itself_is_told_with_who_and_when() {
        let entries = audit_entries(&events(), &TimeZone::UTC);
        let told: Vec<_> = entries.iter().map(|entry| (entry.number, entry.act, entry.by.as_deref())).collect();
        assert_eq!(told, [(1, "set-up-changed", Some("Đặng Quốc Bảo")), (3, "device-paired", None)]);
        assert_eq!((entries[0].changes.len(), entries[1].about.as_deref()), (2, Some("entrance")));
    }

    #[test]
    fn the_table_has_a_row_for_each_key_and_no_formula() {
        let table = audit_csv(&audit_entries(&events(), &TimeZone::UTC), &Catalogue::load(), "en", None);
        let lines: Vec<_> = table.lines().collect();
        assert_eq!(lines.len(), 4, "{table}");
        assert!(lines[1].ends_with("desk.undo_seconds,10,20"), "{}", lines[1]);
        assert!(lines[2].ends_with("services.A.fee.vi,,\"'=0\""), "{}", lines[2]);
        assert!(lines[3].contains("Command line") && lines[3].contains("entrance"), "{}", lines[3]);
    }
}
