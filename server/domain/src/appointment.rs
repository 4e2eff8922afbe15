//! An appointment: a place in a slot of a service, booked for a day to come, and all that the hall knows of them.
//!
//! It carries nothing personal: who has its code or its secret has the appointment. Appointments outlive the day on
//! which they were booked. They are over with the day that they are on, and forgotten with the next one: a clock that
//! was ahead for a while costs nobody an appointment.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::event::{Event, Fact};
use crate::hall::Hall;
use crate::ids::{AppointmentCode, AppointmentId, Language, ServiceCode, TicketId, Token};

/// Appointments that a hall keeps: with 300 bytes each, some 6 MB. A large commune with 200 a day books a quarter of a
/// year ahead with them.
pub(crate) const APPOINTMENTS_MAX: usize = 20_000;

/// An appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appointment {
    /// Stands for it.
    pub id: AppointmentId,
    /// Its secret: whoever has it may see the appointment and give it back.
    pub token: Token,
    /// What its citizen types at the kiosk.
    pub code: AppointmentCode,
    /// What for.
    pub service: ServiceCode,
    /// The office's day that it is on.
    pub day: Date,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When its slot ends.
    pub ends_at: Timestamp,
    /// When it was booked.
    pub booked_at: Timestamp,
    /// The citizen's.
    pub language: Language,
    /// How far it is.
    pub state: AppointmentState,
    /// The ticket that its citizen took with it, in time or not.
    pub ticket: Option<TicketId>,
}

/// How far an appointment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AppointmentState {
    /// Its citizen is expected.
    Booked,
    /// Its citizen has come in time, and has a ticket.
    Kept,
    /// Nobody came in time. Its place in the slot is free.
    Missed,
    /// It was given back. Its place in the slot is free.
    Cancelled,
}

/// The appointment that a ticket's citizen has come for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptAppointment {
    /// Which.
    pub id: AppointmentId,
    /// When it is.
    pub starts_at: Timestamp,
    /// As of when the citizen counts as come; none when they came too late, so that the ticket is as everybody's.
    pub arrival: Option<Timestamp>,
}

impl Appointment {
    /// As of when its citizen counts as come: its time, or, where it was booked while its slot ran, the booking. So
    /// nobody gets in front of those who were there before it was booked.
    #[must_use]
    pub fn arrival(&self) -> Timestamp {
        self.starts_at.max(self.booked_at)
    }

    /// Whether it takes a place in its slot.
    pub(crate) fn takes_place(&self) -> bool {
        match self.state {
            AppointmentState::Booked | AppointmentState::Kept => true,
            AppointmentState::Missed | AppointmentState::Cancelled => false,
        }
    }
}

/// All appointments that are ahead or of today, with what finds them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bookings {
    pub(crate) last: AppointmentId,
    all: BTreeMap<AppointmentId, Appointment>,
    tokens: BTreeMap<Token, AppointmentId>,
    codes: BTreeMap<AppointmentCode, AppointmentId>,
    by_start: BTreeSet<(Timestamp, AppointmentId)>,
    /// Those whose citizens are expected, by arrival.
    expected: BTreeSet<(Timestamp, AppointmentId)>,
}

impl Bookings {
    /// Nobody has ever booked anything.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Appointment> {
        self.all.values()
    }

    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// Nobody has this code.
    pub(crate) fn is_free(&self, code: &AppointmentCode) -> bool {
        !self.codes.contains_key(code)
    }

    /// Those that begin within this time, in the order of their times.
    pub(crate) fn between(&self, from: Timestamp, before: Timestamp) -> impl Iterator<Item = &Appointment> {
        let range = (from, AppointmentId(0))..(before, AppointmentId(0));
        self.by_start.range(range).filter_map(|(_, id)| self.all.get(id))
    }

    /// Those whose citizens are expected, in the order of their times.
    pub(crate) fn expected(&self) -> impl Iterator<Item = &Appointment> {
        self.expected.iter().filter_map(|(_, id)| self.all.get(id))
    }

    fn book(&mut self, appointment: Appointment) {
        let Appointment { id, starts_at, .. } = appointment;
        debug_assert!(id > self.last, "appointment ids rise: {appointment:?}");
        self.last = self.last.max(id);
        let others =
            (self.tokens.insert(appointment.token.clone(), id), self.codes.insert(appointment.code.clone(), id));
        debug_assert_eq!(others, (None, None), "secret and code are one appointment's");
        self.by_start.insert((starts_at, id));
        self.expected.insert((appointment.arrival(), id));
        self.all.insert(id, appointment);
    }

    /// Its citizen has come. Of a day that is read alone, the appointment may be unknown.
    pub(crate) fn keep(&mut self, id: AppointmentId, ticket: TicketId) {
        let Some(appointment) = self.all.get_mut(&id) else { return };
        appointment.ticket = Some(ticket);
        if appointment.state == AppointmentState::Booked {
            self.end(id, AppointmentState::Kept);
        }
    }

    fn end(&mut self, id: AppointmentId, state: AppointmentState) {
        let Some(appointment) = self.all.get_mut(&id) else {
            return debug_assert!(false, "there is no appointment {id}");
        };
        debug_assert_eq!(appointment.state, AppointmentState::Booked, "appointment {id} is over already");
        appointment.state = state;
        self.expected.remove(&(appointment.arrival(), id));
    }

    /// Forgets those of the days before.
    pub(crate) fn forget_before(&mut self, day: Date) {
        let over: Vec<_> = self.all.values().filter(|appointment| appointment.day < day).cloned().collect();
        for Appointment { id, token, code, starts_at, .. } in &over {
            self.all.remove(id);
            self.tokens.remove(token);
            self.codes.remove(code);
            self.by_start.remove(&(*starts_at, *id));
        }
        for appointment in &over {
            self.expected.remove(&(appointment.arrival(), appointment.id));
        }
    }
}

impl Hall {
    /// An appointment of today or of a day to come.
    #[must_use]
    pub fn appointment(&self, id: AppointmentId) -> Option<&Appointment> {
        self.bookings.all.get(&id).filter(|appointment| self.day().is_none_or(|today| today <= appointment.day))
    }

    /// The same by its secret.
    #[must_use]
    pub fn appointment_by_token(&self, token: &str) -> Option<&Appointment> {
        self.appointment(*self.bookings.tokens.get(token)?)
    }

    /// The same by the code that its citizen types.
    #[must_use]
    pub fn appointment_by_code(&self, code: &str) -> Option<&Appointment> {
        self.appointment(*self.bookings.codes.get(code)?)
    }

    /// The appointments of a day, by their times.
    pub fn appointments_of(&self, day: Date) -> impl Iterator<Item = &Appointment> {
        let all = self.bookings.by_start.iter().filter_map(|(_, id)| self.bookings.all.get(id));
        all.filter(move |appointment| appointment.day == day)
    }

    pub(crate) fn fold_appointment_booked(&mut self, event: &Event) {
        let Fact::AppointmentBooked { appointment, token, code, service, day, starts_at, ends_at, language } =
            &event.fact
        else {
            return debug_assert!(false, "another fact than a booking: {event:?}");
        };
        self.bookings.book(Appointment {
            id: *appointment,
            token: token.clone(),
            code: code.clone(),
            service: service.clone(),
            day: *day,
            starts_at: *starts_at,
            ends_at: *ends_at,
            booked_at: event.at,
            language: language.clone(),
            state: AppointmentState::Booked,
            ticket: None,
        });
    }

    pub(crate) fn fold_appointment_cancelled(&mut self, id: AppointmentId) {
        self.bookings.end(id, AppointmentState::Cancelled);
    }

    pub(crate) fn fold_appointment_missed(&mut self, id: AppointmentId) {
        self.bookings.end(id, AppointmentState::Missed);
    }
}
