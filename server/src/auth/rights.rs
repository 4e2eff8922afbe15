//! Who may what: one table, which the extractors ask and the manual repeats.

use super::Role;
use super::Role::{Administrator, Inspector, Kiosk, Officer, Receptionist, Supervisor};

/// Something that not everybody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Take a ticket, and say that a ticket's citizen is back.
    TakeTickets,
    /// What the reception does: appointments, papers of an outage, giving back and printing again.
    Receive,
    /// Grant a priority class afterwards, where the set-up lets officers or the reception.
    GrantPriority,
    /// Open a counter, call and serve there.
    Serve,
    /// Pause and close any counter, as one that somebody left.
    FreeCounters,
    /// Watch what happens at a desk.
    WatchDesks,
    /// See who waits, in which order and why.
    SeeQueue,
    /// Read who was called before somebody who had come earlier, and why.
    InspectOrder,
    /// Try another rule on a day that was.
    PreviewRules,
    /// See whether machine, disk, backups and journal are well.
    SeeState,
    /// Read the whole set-up, and who changed what in it and when.
    ReadSetUp,
    /// Change the set-up.
    ChangeSetUp,
    /// Let people in: credentials, sessions, recovery.
    ManagePeople,
    /// Pair and revoke devices.
    ManageDevices,
}

/// Each right with who has it. Whoever sits at the office's own machine without signing in takes tickets, sees the
/// state and reads the metrics; everybody may read what stands on the walls of the hall.
pub const RIGHTS: [(Right, &[Role]); 14] = [
    (Right::TakeTickets, &[Kiosk, Receptionist, Officer, Supervisor, Administrator]),
    (Right::Receive, &[Receptionist, Officer, Supervisor, Administrator]),
    (Right::GrantPriority, &[Receptionist, Officer, Supervisor]),
    (Right::Serve, &[Officer, Supervisor]),
    (Right::FreeCounters, &[Supervisor, Administrator]),
    (Right::WatchDesks, &[Officer, Supervisor, Administrator]),
    (Right::SeeQueue, &[Receptionist, Officer, Supervisor, Inspector, Administrator]),
    (Right::InspectOrder, &[Supervisor, Inspector, Administrator]),
    (Right::PreviewRules, &[Supervisor, Administrator]),
    (Right::SeeState, &[Supervisor, Inspector, Administrator]),
    (Right::ReadSetUp, &[Inspector, Administrator]),
    (Right::ChangeSetUp, &[Administrator]),
    (Right::ManagePeople, &[Administrator]),
    (Right::ManageDevices, &[Administrator]),
];

impl Role {
    /// Whether it has a right.
    #[must_use]
    pub fn may(self, right: Right) -> bool {
        RIGHTS.iter().any(|(known, roles)| *known == right && roles.contains(&self))
    }
}

impl Right {
    /// Its row in the manual's table.
    #[cfg(test)]
    fn row(self) -> &'static str {
        match self {
            Self::TakeTickets => "give a ticket, say that somebody is back",
            Self::Receive => "reception: appointments, papers, give back, print again",
            Self::GrantPriority => "grant a priority",
            Self::Serve => "open a counter, call, serve",
            Self::FreeCounters => "pause or close any counter",
            Self::WatchDesks => "watch a desk",
            Self::SeeQueue => "see the queue with its reasons",
            Self::InspectOrder => "record of the order",
            Self::PreviewRules => "try a rule on a past day",
            Self::SeeState => "state of the office",
            Self::ReadSetUp => "read set-up and audit",
            Self::ChangeSetUp => "change the set-up",
            Self::ManagePeople => "people, PINs, passwords",
            Self::ManageDevices => "devices",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_right_stands_once_in_the_table_and_somebody_has_it() {
        for (place, (right, roles)) in RIGHTS.iter().enumerate() {
            assert!(!RIGHTS[..place].iter().any(|(other, _)| other == right), "{right:?} twice");
            assert!(!roles.is_empty(), "{right:?}");
        }
    }

    #[test]
    fn an_inspector_has_no_right_that_changes_anything() {
        let reads = [Right::SeeQueue, Right::InspectOrder, Right::SeeState, Right::ReadSetUp];
        for (right, _) in RIGHTS {
            assert_eq!(Inspector.may(right), reads.contains(&right), "{right:?}");
        }
    }

    #[test]
    fn a_device_but_the_kiosk_has_no_right_and_the_kiosk_one() {
        for role in Role::ALL.into_iter().filter(|role| role.is_device()) {
            let rights: Vec<_> = RIGHTS.iter().map(|(right, _)| *right).filter(|right| role.may(*right)).collect();
            let expected = if role == Kiosk { vec![Right::TakeTickets] } else { Vec::new() };
            assert_eq!(rights, expected, "{role:?}");
        }
    }

    /// Administrators read the manual, not the code.
    #[test]
    fn the_manuals_table_of_rights_is_the_one_in_force() {
        let manual = include_str!("../../../docs/manual.md");
        let people = [Receptionist, Officer, Supervisor, Inspector, Administrator];
        for (right, roles) in RIGHTS {
            let marks: String = people.iter().map(|role| if roles.contains(role) { " ✓ |" } else { " |" }).collect();
            let row = format!("| {} |{marks}", right.row());
            assert!(manual.contains(&row), "the manual has no row: {row}");
        }
    }
}
