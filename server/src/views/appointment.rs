//! An appointment as its holder sees it, the day's list for the staff, and the times that can be booked.

use jiff::Timestamp;
use jiff::civil::Date;
use moi_domain::{
    Appointment, AppointmentState, Booker, Hall, ServiceCode, Setup, bookable_days, check_in_from, check_in_until,
    expected_today, slots,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::local;

/// Appointments that a desk shows beside its queue.
const EXPECTED_SHOWN: usize = 4;

/// An appointment as whoever holds its secret sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AppointmentView {
    /// What the kiosk asks for.
    #[schema(example = "048213")]
    pub code: String,
    /// Code of the service.
    pub service: String,
    /// booked, kept, missed or cancelled.
    pub state: &'static str,
    /// When it begins.
    pub starts_at: String,
    /// When its slot ends.
    pub ends_at: String,
    /// When its citizen may check in.
    pub check_in_from: String,
    /// Until when the appointment counts as of its time.
    pub check_in_until: String,
    /// The citizen's language.
    pub language: String,
    /// The number that its citizen got when they came.
    #[schema(example = "A012")]
    pub number: Option<String>,
}

/// The appointments of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DayAppointments {
    /// Which.
    pub day: String,
    /// By their times.
    pub appointments: Vec<AppointmentView>,
}

/// When a service can be booked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SlotsView {
    /// Its code.
    pub service: String,
    /// The days that can be booked, in order.
    pub days: Vec<DayView>,
    /// The times of the day that was asked for, in order; empty when none was.
    pub slots: Vec<SlotView>,
}

/// A day that can be booked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DayView {
    /// Which.
    #[schema(example = "2026-11-27")]
    pub day: String,
    /// Free places of all its slots.
    pub free: u32,
}

/// A time that can be booked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SlotView {
    /// When it begins, by the office's clock.
    #[schema(example = "09:00")]
    pub time: String,
    /// Free places; 0 when it is full.
    pub free: u32,
}

/// Somebody who is expected today, on a desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExpectedView {
    at: String,
    service: String,
}

/// What its holder sees of an appointment.
#[must_use]
pub fn appointment_view(hall: &Hall, setup: &Setup, appointment: &Appointment) -> AppointmentView {
    let time = |at: Timestamp| local(&setup.zone, at);
    let ticket = appointment.ticket.and_then(|ticket| hall.ticket(ticket));
    AppointmentView {
        code: appointment.code.as_str().to_owned(),
        service: appointment.service.to_string(),
        state: match appointment.state {
            AppointmentState::Booked => "booked",
            AppointmentState::Kept => "kept",
            AppointmentState::Missed => "missed",
            AppointmentState::Cancelled => "cancelled",
        },
        starts_at: time(appointment.starts_at),
        ends_at: time(appointment.ends_at),
        check_in_from: time(check_in_from(setup, appointment)),
        check_in_until: time(check_in_until(setup, appointment)),
        language: appointment.language.to_string(),
        number: ticket.map(|ticket| ticket.number.to_string()),
    }
}

/// All appointments of a day.
#[must_use]
pub fn day_appointments(hall: &Hall, setup: &Setup, day: Date) -> DayAppointments {
    let appointments = hall.appointments_of(day).map(|appointment| appointment_view(hall, setup, appointment));
    DayAppointments { day: day.to_string(), appointments: appointments.collect() }
}

/// When a service can be booked now, with the times of a day.
#[must_use]
pub fn slots_view(
    hall: &Hall,
    setup: &Setup,
    service: &ServiceCode,
    day: Option<Date>,
    booker: Booker,
    now: Timestamp,
) -> SlotsView {
    let days = bookable_days(hall, setup, service, booker, now);
    let times = day.map(|day| slots(hall, setup, service, day, booker, now)).unwrap_or_default();
    SlotsView {
        service: service.to_string(),
        days: days.into_iter().map(|(day, free)| DayView { day: day.to_string(), free }).collect(),
        slots: times
            .into_iter()
            .map(|slot| SlotView { time: slot.at.strftime("%H:%M").to_string(), free: slot.free })
            .collect(),
    }
}

/// Who is expected next for these services; the first few.
pub(super) fn expected(hall: &Hall, setup: &Setup, services: &[ServiceCode]) -> Vec<ExpectedView> {
    let theirs = expected_today(hall).filter(|appointment| services.contains(&appointment.service));
    let view = |appointment: &Appointment| ExpectedView {
        at: local(&setup.zone, appointment.starts_at),
        service: appointment.service.to_string(),
    };
    theirs.take(EXPECTED_SHOWN).map(view).collect()
}
