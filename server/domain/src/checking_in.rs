//! Coming for an appointment: its citizen gets a ticket that counts as of the booked time, so that who comes early
//! jumps ahead of nobody. Who comes too late gets a ticket as everybody, where the set-up allows it.

use jiff::{SignedDuration, Timestamp};

use crate::admission::Door;
use crate::appointment::{Appointment, AppointmentState, KeptAppointment};
use crate::decide::Decision;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::{AppointmentId, Cases, Minutes, PriorityId, Token};
use crate::refusal::{NoAppointment, Refusal};
use crate::rules::WhenLate;
use crate::setup::Setup;
use crate::taking;
use crate::ticket::Status;

/// Appointments that are noted as missed at once; the rest follow a moment later.
const MISSED_MAX: usize = 200;

/// Who has come.
#[derive(Clone, Copy)]
pub(crate) struct Comer<'a> {
    pub(crate) token: &'a Token,
    pub(crate) priority: Option<&'a PriorityId>,
    pub(crate) door: Door,
}

pub(crate) fn check_in(
    hall: &Hall,
    setup: &Setup,
    id: AppointmentId,
    comer: Comer<'_>,
    now: Timestamp,
) -> Result<Decision, Refusal> {
    let appointment = hall.appointment(id).ok_or(Refusal::UnknownAppointment)?;
    if let Some(ticket) = appointment.ticket.and_then(|ticket| hall.ticket(ticket)) {
        return match ticket.status {
            // Who shows the code once more sees the number once more.
            Status::Waiting | Status::Called { .. } | Status::Parked { .. } => {
                Ok(Decision { facts: Vec::new(), ticket: Some(ticket.id) })
            }
            Status::Serving { .. } | Status::Finished { .. } | Status::NoShow { .. } | Status::Cancelled { .. } => {
                Err(Refusal::AppointmentUsed { number: ticket.number.clone() })
            }
        };
    }
    let at = setup.office_time(appointment.starts_at);
    let is_late = match appointment.state {
        AppointmentState::Cancelled => return Err(Refusal::Appointment { at, why: NoAppointment::Cancelled }),
        AppointmentState::Booked | AppointmentState::Kept => now > check_in_until(setup, appointment),
        AppointmentState::Missed => true,
    };
    let opens = check_in_from(setup, appointment);
    if now < opens {
        return Err(Refusal::TooEarly { at, from: setup.office_time(opens) });
    }
    if is_late && setup.rules.appointments.when_late == WhenLate::Refuse {
        return Err(Refusal::Appointment { at, why: NoAppointment::TooLate });
    }
    let arrival = (!is_late).then(|| appointment.arrival());
    let wish = taking::Wish {
        token: comer.token,
        service: &appointment.service,
        priority: comer.priority,
        language: &appointment.language,
        cases: Cases::ONE,
        then: &[],
    };
    let kept = KeptAppointment { id, starts_at: appointment.starts_at, arrival };
    let mut decision = taking::take_appointed(hall, setup, wish, (kept, comer.door), now)?;
    if is_late && appointment.state == AppointmentState::Booked {
        decision.facts.insert(0, Fact::AppointmentMissed { appointment: id });
    }
    Ok(decision)
}

/// For whom nobody has come in time, as far as it is not noted yet.
pub(crate) fn mark_missed(hall: &Hall, setup: &Setup, now: Timestamp) -> Decision {
    let due = hall.bookings.expected().take_while(|appointment| check_in_until(setup, appointment) < now);
    // Those of a day that is over are so without a word: it may have ended by a clock that is ahead.
    let due = due.filter(|appointment| Some(appointment.day) == hall.day());
    let facts = due.take(MISSED_MAX).map(|appointment| Fact::AppointmentMissed { appointment: appointment.id });
    Decision { facts: facts.collect(), ticket: None }
}

/// When its citizen may check in at the earliest.
#[must_use]
pub fn check_in_from(setup: &Setup, appointment: &Appointment) -> Timestamp {
    let early = minutes(setup.rules.appointments.early);
    appointment.starts_at.checked_sub(early).unwrap_or(Timestamp::MIN)
}

/// Until when its citizen counts as come in time.
#[must_use]
pub fn check_in_until(setup: &Setup, appointment: &Appointment) -> Timestamp {
    let late = minutes(setup.rules.appointments.late);
    appointment.arrival().checked_add(late).unwrap_or(Timestamp::MAX)
}

/// Today's appointments whose citizens have not come yet, by their times.
pub fn expected_today(hall: &Hall) -> impl Iterator<Item = &Appointment> {
    let today = hall.day();
    hall.bookings.expected().filter(move |appointment| Some(appointment.day) == today)
}

fn minutes(minutes: Minutes) -> SignedDuration {
    SignedDuration::from_mins(minutes.0.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::booking::tests::{check, office};
    use crate::ids::TicketId;

    #[test]
    fn who_comes_early_counts_as_of_the_booked_time_and_jumps_ahead_of_nobody() {
        let early = "open 1 Hà; book A 10:15; +50m; come 1; +1m; take A; +25m; take A";
        check(&[
            ("book A 10:15; +50m", "come 1", "A001 taken as of 10:15, 0 ahead"),
            (early, "next 1 Hà", "A002 to 1"),
            (&format!("{early}; next 1 Hà"), "next 1 Hà", "A002 ends at 1; A001 to 1"),
            // Nobody else is there: an empty chair waits for no clock.
            ("open 1 Hà; book A 10:15; +50m; come 1", "next 1 Hà", "A001 to 1"),
        ]);
    }

    #[test]
    fn who_comes_a_little_late_stands_where_the_appointment_is() {
        let late = "open 1 Hà; book A 10:00; +61m; take A; +8m; take A; come 1";
        check(&[
            ("book A 10:00; +70m", "come 1", "A001 taken as of 10:00, 0 ahead"),
            (late, "next 1 Hà", "A003 to 1"),
            ("book A 10:00; +40m; take A; +25m", "come 1 elderly", "A002 taken as of 10:00, 1 ahead"),
        ]);
        let waited = office(late);
        let ticket = waited.hall.ticket(TicketId(3)).expect("the ticket");
        assert_eq!(ticket.waited(waited.now), SignedDuration::ZERO, "nobody waits before they are there");
        assert_eq!(waited.now.duration_since(ticket.arrival()), SignedDuration::from_mins(9));
    }

    #[test]
    fn the_wait_of_who_came_early_counts_from_the_booked_time() {
        let mut office = office("open 1 Hà; book A 10:15; +50m; come 1; +30m");
        office.run("next 1 Hà");
        assert_eq!(office.hall.figures(crate::scenario::counter("1")).wait_minutes(), Some(5));
        assert_eq!(crate::record::DayRecord::of(&office.events).wait_seconds, 300);
    }

    #[test]
    fn too_early_is_refused_and_too_late_is_an_ordinary_ticket_or_refused() {
        check(&[
            ("book A 10:15; +44m", "come 1", "no: too-early"),
            ("book A 10:15; +45m", "come 1", "A001 taken as of 10:15, 0 ahead"),
            ("book A 10:00; +71m", "come 1", "1 missed; A001 taken late, 0 ahead"),
            ("book A 10:00; +71m; missed", "come 1", "A001 taken late, 0 ahead"),
            ("book A 10:00; +71m; missed; come 1", "come 1", "nothing"),
            ("book A 10:00 1; +5m", "come 1", "no: too-early"),
            ("book A 10:00; drop 1; +1h", "come 1", "no: appointment-cancelled"),
            ("book A 10:00; +1h; come 1", "come 1", "nothing"),
            ("book A 10:00; +1h; come 1; cancel A001", "come 1", "no: appointment-used"),
            ("", "come 1", "no: unknown-appointment"),
        ]);
        let mut strict = office("book A 10:00; +71m; missed");
        strict.setup.rules.appointments.when_late = WhenLate::Refuse;
        assert_eq!(strict.run("come 1"), "no: too-late");
        let late = office("open 1 Hà; book A 10:00; +65m; take A; +6m; come 1");
        let ticket = late.hall.ticket(TicketId(2)).expect("the ticket");
        assert_eq!((ticket.effective, ticket.arrival()), (late.now, late.now), "as everybody");
    }

    /// The hours and the day's quota are for those who come without one.
    #[test]
    fn an_appointment_is_good_for_a_ticket_whatever_the_kiosk_s_door_says() {
        let mut office = office("book A 10:00; +1h");
        office.setup.services.get_mut(&crate::scenario::code("A")).expect("A").quota = Some(0);
        assert_eq!(office.run("take A"), "no: quota-used");
        assert_eq!(office.run("come 1"), "A001 taken as of 10:00, 0 ahead");
    }

    #[test]
    fn nobody_in_time_is_missed_and_the_place_is_free() {
        let mut office = office("book A 10:00; book A 10:00; book A 10:15; +70m");
        assert_eq!(office.run("missed"), "nothing", "not yet");
        office.run("+1s");
        assert_eq!(office.run("book A 10:00 staff"), "no: slot-full");
        assert_eq!(office.run("missed"), "1 missed; 2 missed");
        assert_eq!(office.run("missed"), "nothing", "once");
        assert_eq!(office.run("book A 10:00 staff"), "4 for A on 2026-11-24 at 10:00");
        assert_eq!(office.run("come 4"), "A001 taken as of 10:10, 0 ahead", "in front of nobody who was there before");
        assert_eq!(expected_today(&office.hall).count(), 1);
    }

    #[test]
    fn the_record_of_the_order_and_the_phone_say_that_it_was_an_appointment() {
        use crate::passing::Cause;
        let office = office("open 1 Hà; book A 10:00; +62m; take A; +5m; come 1; next 1 Hà");
        let order = office.order();
        let starts_at = office.hall.appointment(AppointmentId(1)).expect("it is kept").starts_at;
        let [passing] = order.passings.as_slice() else { panic!("{:?}", order.passings) };
        assert_eq!((&passing.cause, passing.number.to_string()), (&Cause::Appointment { starts_at }, "A002".into()));
        let waiting = office.hall.ticket(TicketId(1)).expect("it waits");
        let before = crate::before::called_before(&office.hall, &office.setup, waiting);
        assert_eq!(before.iter().map(|other| other.id).collect::<Vec<_>>(), [TicketId(2)]);
    }

    #[test]
    fn who_is_called_before_an_appointment_whose_time_has_not_come_passes_nobody() {
        let office = office("open 1 Hà; book A 10:15; +50m; come 1; +1m; take A; next 1 Hà");
        let order = office.order();
        assert_eq!(order.passings, []);
        let early = office.hall.ticket(TicketId(1)).expect("it waits");
        assert!(crate::before::called_before(&office.hall, &office.setup, early).is_empty());
    }
}
