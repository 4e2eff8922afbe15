//! Which commands were carried out already: a retry changes nothing and gets the same answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::event::{CommandKey, Event, Fact};
use crate::ids::{AppointmentId, TicketId};

/// Whether a key was used before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyUse {
    /// Never: carry the command out.
    New,
    /// For this very command.
    Repeat {
        /// The ticket that its last fact was about.
        touched: Option<TicketId>,
        /// The ticket that it called.
        called: Option<TicketId>,
        /// The appointment that its last fact was about.
        appointment: Option<AppointmentId>,
    },
    /// For another command: a mistake of the caller's.
    OtherCommand,
}

/// The keys of the commands that had an effect.
///
/// A key lives until the next business day begins, or as long as its ticket is at a counter then. So a day's commands
/// bound them, and the ticket of a repeated command is always at hand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Keys(BTreeMap<String, Used>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Used {
    digest: String,
    touched: Option<TicketId>,
    called: Option<TicketId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    appointment: Option<AppointmentId>,
}

impl Keys {
    pub(crate) fn outcome(&self, key: &CommandKey) -> KeyUse {
        match self.0.get(&key.key) {
            None => KeyUse::New,
            Some(used) if used.digest == key.digest => {
                KeyUse::Repeat { touched: used.touched, called: used.called, appointment: used.appointment }
            }
            Some(_) => KeyUse::OtherCommand,
        }
    }

    pub(crate) fn note(&mut self, event: &Event) {
        let Some(key) = &event.key else { return };
        let used = self.0.entry(key.key.clone()).or_insert_with(|| Used {
            digest: key.digest.clone(),
            touched: None,
            called: None,
            appointment: None,
        });
        debug_assert_eq!(used.digest, key.digest, "one key for two commands: {}", key.key);
        used.touched = event.fact.ticket().or(used.touched);
        used.appointment = event.fact.appointment().or(used.appointment);
        if let Fact::TicketCalled { ticket, .. } | Fact::TicketChosen { ticket, .. } = event.fact {
            used.called = Some(ticket);
        }
    }

    /// A business day is over: forgets the keys whose ticket has left the hall.
    pub(crate) fn forget(&mut self, is_held: impl Fn(TicketId) -> bool) {
        self.0.retain(|_, used| used.touched.is_some_and(&is_held));
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::check;

    /// MADO-queue#24, novosga#420: a double tap, or a client that tried again, took two numbers.
    #[test]
    fn a_repeated_command_changes_nothing_and_finds_its_ticket() {
        check(&[
            ("take A #k; take A", "take A #k", "again: touched A001, called none"),
            ("open 1 Hà; take A; take A; next 1 Hà; next 1 Hà #k", "next 1 Hà #k", "again: touched A002, called A002"),
            ("open 1 Hà; take A; next 1 Hà; next 1 Hà #k; take A", "next 1 Hà #k", "again: touched A001, called none"),
            ("open 1 Hà #k", "open 1 Hà #k", "again: touched none, called none"),
            ("take A #k", "take A #other", "A002 taken, 1 ahead"),
            ("take A #k", "take C #k", "no: key-reused"),
        ]);
    }

    #[test]
    fn a_refused_command_leaves_its_key_free() {
        check(&[
            ("", "take Z #k", "no: unknown-service"),
            ("take A #k", "take A #k", "again: touched A001, called none"),
        ]);
        let mut office = crate::scenario::Scenario::given("");
        assert_eq!(office.run("next 1 Hà #k"), "no: counter-closed");
        assert_eq!(office.run("open 1 Hà #k"), "1 opened by Hà");
    }

    #[test]
    fn a_key_lasts_for_the_day_and_for_a_visit_over_midnight() {
        check(&[
            ("take A #k; +14h", "take A #k", "again: touched A001, called none"),
            ("take A #k; +24h; day", "take A #k", "A001 taken, 0 ahead"),
            ("+24h; take A #k", "take A #k", "again: touched A001, called none"),
            ("+14h50m; open 1 Hà; take A; next 1 Hà #k; +20m; day", "next 1 Hà #k", "again: touched A001, called A001"),
        ]);
    }
}
