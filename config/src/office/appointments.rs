//! The table `[appointments]`: booked times. Which services give any, and how many, is said with each service.

use crate::read::{Table, choice, truth, whole_number};

/// What is asked of who books and of who comes. A set-up without the table has the usual one, and no booking online.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appointments {
    /// Minutes before its slot by which citizens book at the latest, 0 to 10080.
    pub notice_minutes: u16,
    /// Days ahead that can be booked, 0 to 90; 0: today alone.
    pub horizon_days: u16,
    /// Minutes before its time from which its citizen may check in, 0 to 240.
    pub early_minutes: u16,
    /// Minutes after its time until which it counts as of its time, 0 to 120.
    pub late_minutes: u16,
    /// What becomes of who comes later.
    pub when_late: WhenLate,
    /// Whether citizens book for themselves, on the page `/book`.
    pub online: bool,
    /// Bookings online from one address within an hour, 1 to 1000.
    pub online_per_hour: u16,
    /// Whether citizens may check in on their phones.
    pub check_in_by_phone: bool,
}

/// What becomes of who comes too late for an appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenLate {
    /// They get a ticket as everybody.
    OrdinaryTicket,
    /// They are told that their time is over.
    Refuse,
}

impl Default for Appointments {
    /// As the rules have it that know no set-up.
    fn default() -> Self {
        Self {
            notice_minutes: 60,
            horizon_days: 14,
            early_minutes: 30,
            late_minutes: 10,
            when_late: WhenLate::OrdinaryTicket,
            online: false,
            online_per_hour: 10,
            check_in_by_phone: false,
        }
    }
}

impl Appointments {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let notice_minutes = table.required("notice_minutes", whole_number(0..=10_080));
        let horizon_days = table.required("horizon_days", whole_number(0..=90));
        let early_minutes = table.required("early_minutes", whole_number(0..=240));
        let late_minutes = table.required("late_minutes", whole_number(0..=120));
        let when_late = table.required(
            "when_late",
            choice(&[("ordinary-ticket", WhenLate::OrdinaryTicket), ("refuse", WhenLate::Refuse)]),
        );
        let online = table.required("online", truth);
        let online_per_hour = table.required("online_per_hour", whole_number(1..=1_000));
        let check_in_by_phone = table.required("check_in_by_phone", truth);
        Some(Self {
            notice_minutes: notice_minutes?,
            horizon_days: horizon_days?,
            early_minutes: early_minutes?,
            late_minutes: late_minutes?,
            when_late: when_late?,
            online: online?,
            online_per_hour: online_per_hour?,
            check_in_by_phone: check_in_by_phone?,
        })
    }
}
