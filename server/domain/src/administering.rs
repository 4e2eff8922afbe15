//! What whoever looks after the office does to its set-up, people and devices. The hall remembers no more of it than
//! which set-up is in force; the events are there for whoever asks later who changed what.

use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::appointment::AppointmentState;
use crate::counter::{Counter, Standing};
use crate::decide::Decision;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::CounterNumber;
use crate::number::TicketNumber;
use crate::refusal::Refusal;
use crate::returning;
use crate::setup::Setup;
use crate::ticket::{Status, Ticket};

/// Numbers that a refusal names of those who would be stranded; it says how many there are in all.
const NAMED_MAX: usize = 9;

/// Something that was done to the office itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Act {
    /// The set-up was changed.
    SetUpChanged {
        /// Which one it is now, counted from 1; the one that the office was first started with is 0.
        version: u32,
        /// Stands for its whole text, which is kept beside the journal.
        digest: String,
        /// What became of which key.
        changes: Vec<KeyChange>,
    },
    /// Somebody was given a new PIN or password.
    CredentialMade {
        /// Whose.
        person: String,
        /// Which kind, as `pin` or `password`.
        kind: String,
    },
    /// Somebody was given a code to let themselves in again.
    RecoveryBegun {
        /// Who.
        person: String,
    },
    /// Somebody switched their second factor on or off.
    SecondFactorSet {
        /// Who.
        person: String,
        /// Whether it is on now.
        on: bool,
    },
    /// Somebody was signed out everywhere.
    SessionsEnded {
        /// Who.
        person: String,
    },
    /// A device, or a program, was let in.
    DevicePaired {
        /// Its name.
        device: String,
        /// What it is.
        role: String,
    },
    /// A device, or a program, was shut out.
    DeviceRevoked {
        /// Its name.
        device: String,
    },
    /// A picture for slides or as the office's logo is taken in.
    PictureAdded {
        /// Its name: the beginning of its bytes' digest.
        picture: String,
    },
    /// A picture is removed.
    PictureRemoved {
        /// Its name.
        picture: String,
    },
}

/// What became of a key of the set-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyChange {
    /// As `counters.3.services`.
    pub key: String,
    /// What stood there; none for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What stands there now; none when it is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// Which set-up is in force.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetUpMark {
    /// Counted from 1; 0 before anybody has changed it.
    pub version: u32,
    /// Stands for its whole text; empty before anybody has changed it.
    pub digest: String,
}

/// Another set-up, on its way into force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUpWish {
    /// The version that it was made from.
    pub made_from: u32,
    /// Stands for its whole text.
    pub digest: String,
    /// What becomes of which key.
    pub changes: Vec<KeyChange>,
    /// As the rules will see it.
    pub next: Arc<Setup>,
    /// Whether those whom nobody could call or serve any more were accepted.
    pub strands: bool,
}

/// Puts another set-up into force, unless it was made from an older one, a counter in use would vanish, or people would
/// be left whom nobody could serve.
pub(crate) fn change_set_up(
    hall: &Hall,
    present: &Setup,
    wish: &SetUpWish,
    now: Timestamp,
) -> Result<Decision, Refusal> {
    let SetUpWish { made_from, digest, changes, next, strands } = wish;
    let version = hall.set_up().version;
    if version != *made_from {
        return Err(Refusal::SetUpMoved { version });
    }
    if let Some(counter) = vanishing_in_use(hall, next) {
        return Err(Refusal::CounterInUse { counter });
    }
    if changes.is_empty() {
        return Ok(Decision::default());
    }
    if !strands {
        refuse_stranding(hall, (present, next), now)?;
    }
    let act = Act::SetUpChanged { version: made_from + 1, digest: digest.clone(), changes: changes.clone() };
    Ok(done(act))
}

/// What needs no rule: whoever may was let in.
pub(crate) fn done(act: Act) -> Decision {
    Decision::of(Some(Fact::Administered { act }))
}

fn vanishing_in_use(hall: &Hall, next: &Setup) -> Option<CounterNumber> {
    let in_use = |counter: &Counter| counter.standing != Standing::Closed || counter.visit.is_some();
    let mut vanishing = hall.counters.iter().filter(|(number, _)| !next.counters.contains_key(*number));
    vanishing.find(|(_, counter)| in_use(counter)).map(|(number, _)| *number)
}

fn refuse_stranding(hall: &Hall, (present, next): (&Setup, &Setup), now: Timestamp) -> Result<(), Refusal> {
    // Whoever missed a call long ago can't come back by any set-up.
    let is_over = |ticket: &Ticket| returning::may_return_until(present, ticket).is_some_and(|until| until < now);
    let tickets = hall.tickets().filter(|ticket| !is_over(ticket));
    let stranded: Vec<&Ticket> = tickets.filter(|ticket| is_stranded_by(next, ticket)).collect();
    let given = |service| next.services.contains_key(service) && next.rules.appointments.services.contains_key(service);
    // The citizen would stand before a closed door. One that did so already is no news.
    let is_shut_out = |at| is_open(present, at) && !is_open(next, at);
    let appointments = hall.bookings.iter().filter(|booked| booked.state == AppointmentState::Booked);
    let appointments = appointments.filter(|booked| !given(&booked.service) || is_shut_out(booked.starts_at)).count();
    if stranded.is_empty() && appointments == 0 {
        return Ok(());
    }
    let numbers: Vec<TicketNumber> = stranded.iter().take(NAMED_MAX).map(|ticket| ticket.number.clone()).collect();
    let count = |found: usize| u32::try_from(found).unwrap_or(u32::MAX);
    Err(Refusal::WouldStrand { numbers, tickets: count(stranded.len()), appointments: count(appointments) })
}

fn is_open(setup: &Setup, at: Timestamp) -> bool {
    let at = at.to_zoned_datetime(setup.zone.clone()).datetime();
    setup.hours.on(at.date()).iter().any(|period| period.from <= at.time() && at.time() < period.to)
}

/// Whether nobody could call or serve a ticket, or bring it to its end, by this set-up.
fn is_stranded_by(next: &Setup, ticket: &Ticket) -> bool {
    let is_gone = |service| !next.services.contains_key(service);
    match ticket.status {
        Status::Finished { .. } | Status::Cancelled { .. } => false,
        Status::Waiting
        | Status::Called { .. }
        | Status::Serving { .. }
        | Status::Parked { .. }
        | Status::NoShow { .. } => {
            let is_alone_there = ticket.place.counter.is_some_and(|counter| !next.counters.contains_key(&counter));
            is_gone(&ticket.service) || ticket.then.iter().any(is_gone) || is_alone_there
        }
    }
}

impl Hall {
    /// Which set-up is in force.
    #[must_use]
    pub fn set_up(&self) -> &SetUpMark {
        &self.set_up
    }

    pub(crate) fn fold_administered(&mut self, act: &Act) {
        match act {
            Act::SetUpChanged { version, digest, changes: _ } => {
                debug_assert_eq!(*version, self.set_up.version + 1, "set-ups have no gap");
                self.set_up = SetUpMark { version: *version, digest: digest.clone() };
            }
            Act::CredentialMade { .. }
            | Act::RecoveryBegun { .. }
            | Act::SecondFactorSet { .. }
            | Act::SessionsEnded { .. }
            | Act::DevicePaired { .. }
            | Act::DeviceRevoked { .. }
            | Act::PictureAdded { .. }
            | Act::PictureRemoved { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Command, Order};
    use crate::decide::decide;
    use crate::event::{Actor, Event};
    use crate::scenario::{Scenario, code, counter};

    fn wish(office: &Scenario, next: Setup) -> SetUpWish {
        let change = KeyChange { key: "services.A".into(), before: Some("there".into()), after: None };
        let made_from = office.hall.set_up().version;
        SetUpWish { made_from, digest: "d1".into(), changes: vec![change], next: Arc::new(next), strands: false }
    }

    fn change(office: &mut Scenario, wish: SetUpWish) -> Result<(), Refusal> {
        let by = Actor::Administrator("Bảo".into());
        let order = Order { command: Command::ChangeSetUp { wish }, by: by.clone(), key: None };
        let decision = decide(&office.hall, &office.setup, &order, office.now)?;
        for fact in decision.facts {
            let number = office.hall.last_number().next();
            office.hall.apply(&Event { number, at: office.now, by: by.clone(), key: None, fact });
        }
        Ok(())
    }

    fn without_service(office: &Scenario, gone: &str) -> Setup {
        let mut next = office.setup.clone();
        next.services.remove(&code(gone));
        for counter in next.counters.values_mut() {
            counter.services.retain(|service| *service != code(gone));
        }
        next
    }

    #[test]
    fn set_ups_are_counted_and_one_made_from_an_older_one_is_refused() {
        let mut office = Scenario::given("");
        let first = wish(&office, office.setup.clone());
        change(&mut office, first.clone()).expect("it is the first");
        assert_eq!(*office.hall.set_up(), SetUpMark { version: 1, digest: "d1".into() });
        assert_eq!(change(&mut office, first), Err(Refusal::SetUpMoved { version: 1 }));
    }

    #[test]
    fn a_set_up_that_would_strand_people_asks_first() {
        let mut office = Scenario::given("take A; take C; take H then A; open 1 Hà; next 1 Hà");
        let next = without_service(&office, "A");
        let wanted = wish(&office, next.clone());
        let asked = change(&mut office, wanted).expect_err("A001 is called, H001 needs A then");
        let Refusal::WouldStrand { numbers, tickets: 2, appointments: 0 } = asked else { panic!("{asked:?}") };
        assert_eq!(numbers.iter().map(ToString::to_string).collect::<Vec<_>>(), ["A001", "H001"]);
        let accepted = SetUpWish { strands: true, ..wish(&office, next) };
        change(&mut office, accepted).expect("it was accepted");
        assert_eq!(office.hall.set_up().version, 1);
    }

    #[test]
    fn nobody_is_stranded_by_what_is_over() {
        let mut office = Scenario::given("take A; take A; open 1 Hà; next 1 Hà; start 1 Hà; finish 1 Hà; cancel A002");
        let next = without_service(&office, "A");
        let wish = wish(&office, next);
        change(&mut office, wish).expect("nobody waits");
    }

    #[test]
    fn who_missed_a_call_is_stranded_while_they_may_come_back_and_no_longer() {
        let mut office = Scenario::given("take A; open 1 Hà; next 1 Hà; no-show 1 Hà");
        let next = without_service(&office, "A");
        let wanted = wish(&office, next);
        let asked = change(&mut office, wanted.clone()).expect_err("A001 may still come back");
        assert!(matches!(asked, Refusal::WouldStrand { tickets: 1, .. }), "{asked:?}");
        office.run("+3h");
        change(&mut office, wanted).expect("it is too late for A001");
    }

    #[test]
    fn a_booked_day_does_not_become_a_holiday_unasked() {
        let mut office = crate::booking::tests::office("book A 10:00; book A 10:00 7");
        let mut next = office.setup.clone();
        next.hours.holidays.insert(jiff::civil::date(2026, 12, 1));
        let wanted = wish(&office, next);
        let asked = change(&mut office, wanted.clone()).expect_err("somebody comes in a week");
        assert_eq!(asked, Refusal::WouldStrand { numbers: Vec::new(), tickets: 0, appointments: 1 });
        change(&mut office, SetUpWish { strands: true, ..wanted }).expect("it was accepted");
    }

    #[test]
    fn a_counter_in_use_does_not_vanish() {
        let mut office = Scenario::given("open 2 Hà");
        let mut next = office.setup.clone();
        next.counters.remove(&counter("2"));
        let accepted = SetUpWish { strands: true, ..wish(&office, next) };
        let refused = change(&mut office, accepted.clone());
        assert_eq!(refused, Err(Refusal::CounterInUse { counter: counter("2") }));
        office.run("close 2 Hà");
        change(&mut office, accepted).expect("it is nobody's now");
    }

    /// Whoever saves a page twice must not make two entries of it.
    #[test]
    fn a_set_up_without_a_change_is_no_event() {
        let mut office = Scenario::given("");
        let same = SetUpWish { changes: Vec::new(), ..wish(&office, office.setup.clone()) };
        change(&mut office, same).expect("all is as wanted");
        assert_eq!(office.hall.set_up().version, 0);
    }
}
