//! Booking an appointment and giving it back: which slots a day has, and how many places are free in each.

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp, ToSpan};

use crate::appointment::{APPOINTMENTS_MAX, Appointment, AppointmentState};
use crate::decide::Decision;
use crate::event::Fact;
use crate::hall::Hall;
use crate::ids::{AppointmentCode, AppointmentId, Language, Minutes, ServiceCode, Token};
use crate::refusal::{NoAppointment, Refusal};
use crate::rules::SlotRule;
use crate::setup::Setup;

/// The longest slot of a set-up: one that began this long ago may still run.
const SLOT_LONGEST: SignedDuration = SignedDuration::from_mins(240);

/// Who books.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Booker {
    /// A citizen, who keeps to the notice.
    Citizen,
    /// One of the staff, who books up to the end of a slot: also the place of somebody who did not come.
    Staff,
}

/// A time that can be booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// When it begins, by the office's own clock.
    pub at: DateTime,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// Places that nobody has booked.
    pub free: u32,
}

/// What somebody wants to book.
#[derive(Clone, Copy)]
pub(crate) struct Wish<'a> {
    pub(crate) token: &'a Token,
    pub(crate) luck: u32,
    pub(crate) service: &'a ServiceCode,
    pub(crate) at: DateTime,
    pub(crate) language: &'a Language,
    pub(crate) booker: Booker,
}

pub(crate) fn book(hall: &Hall, setup: &Setup, wish: Wish<'_>, now: Timestamp) -> Result<Decision, Refusal> {
    let Wish { token, luck, service, at, language, booker } = wish;
    let rule = rule_of(setup, service)?;
    let found = slots_of(hall, setup, service, rule, at.date()).into_iter().find(|slot| slot.at == at);
    let no = |why| Refusal::Appointment { at, why };
    let slot = found.ok_or_else(|| no(NoAppointment::NoSuchSlot))?;
    match when(setup, &slot, booker, now) {
        When::TooSoon => return Err(no(NoAppointment::SlotTooSoon)),
        When::TooFar => return Err(no(NoAppointment::SlotTooFar)),
        When::Open => {}
    }
    if slot.free == 0 {
        return Err(no(NoAppointment::SlotFull));
    }
    let code = free_code(hall, luck).ok_or_else(|| no(NoAppointment::TooMany))?;
    let fact = Fact::AppointmentBooked {
        appointment: AppointmentId(hall.bookings.last.0 + 1),
        token: token.clone(),
        code,
        service: service.clone(),
        day: at.date(),
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        language: language.clone(),
    };
    Ok(Decision { facts: vec![fact], ticket: None })
}

pub(crate) fn cancel(hall: &Hall, setup: &Setup, id: AppointmentId) -> Result<Decision, Refusal> {
    let appointment = hall.appointment(id).ok_or(Refusal::UnknownAppointment)?;
    let at = setup.office_time(appointment.starts_at);
    if let Some(ticket) = appointment.ticket.and_then(|ticket| hall.ticket(ticket)) {
        return Err(Refusal::AppointmentUsed { number: ticket.number.clone() });
    }
    match appointment.state {
        AppointmentState::Booked => {
            Ok(Decision { facts: vec![Fact::AppointmentCancelled { appointment: id }], ticket: None })
        }
        // Giving back twice is what a nervous finger does.
        AppointmentState::Cancelled => Ok(Decision::default()),
        AppointmentState::Kept | AppointmentState::Missed => {
            Err(Refusal::Appointment { at, why: NoAppointment::TooLate })
        }
    }
}

/// The slots of a day that can be booked now, in order, also those without a free place. Empty when the service gives
/// no appointments.
#[must_use]
pub fn slots(
    hall: &Hall,
    setup: &Setup,
    service: &ServiceCode,
    day: Date,
    booker: Booker,
    now: Timestamp,
) -> Vec<Slot> {
    let Ok(rule) = rule_of(setup, service) else { return Vec::new() };
    let slots = slots_of(hall, setup, service, rule, day).into_iter();
    slots.filter(|slot| when(setup, slot, booker, now) == When::Open).collect()
}

/// The days on which the service has slots that can be booked now, each with its free places.
#[must_use]
pub fn bookable_days(
    hall: &Hall,
    setup: &Setup,
    service: &ServiceCode,
    booker: Booker,
    now: Timestamp,
) -> Vec<(Date, u32)> {
    let today = setup.business_day(now);
    let days =
        (0..=setup.rules.appointments.horizon_days).filter_map(|days| today.checked_add(i64::from(days).days()).ok());
    let counted = days.filter_map(|day| {
        let slots = slots(hall, setup, service, day, booker, now);
        (!slots.is_empty()).then(|| (day, slots.iter().map(|slot| slot.free).sum()))
    });
    counted.collect()
}

/// Whether a slot can be booked.
#[derive(PartialEq)]
enum When {
    Open,
    TooSoon,
    TooFar,
}

fn when(setup: &Setup, slot: &Slot, booker: Booker, now: Timestamp) -> When {
    let rules = &setup.rules.appointments;
    let last_day = setup.business_day(now).checked_add(i64::from(rules.horizon_days).days());
    let is_too_soon = match booker {
        Booker::Citizen => slot.starts_at < now || slot.starts_at < later(now, rules.notice),
        Booker::Staff => slot.ends_at <= now,
    };
    if is_too_soon {
        When::TooSoon
    } else if last_day.is_ok_and(|last| slot.at.date() > last) {
        When::TooFar
    } else {
        When::Open
    }
}

fn rule_of(setup: &Setup, service: &ServiceCode) -> Result<SlotRule, Refusal> {
    if !setup.services.contains_key(service) {
        return Err(Refusal::UnknownService { service: service.clone() });
    }
    let rule = setup.rules.appointments.services.get(service).copied();
    rule.ok_or_else(|| Refusal::NotBookable { service: service.clone() })
}

/// All slots of a day: one after the other in each of the office's opening times, as far as they end before it closes.
fn slots_of(hall: &Hall, setup: &Setup, service: &ServiceCode, rule: SlotRule, day: Date) -> Vec<Slot> {
    let length = i64::from(rule.length.0.max(1)).minutes();
    let mut slots = Vec::new();
    for period in setup.hours.on(day) {
        let (mut at, closes) = (day.to_datetime(period.from), day.to_datetime(period.to));
        while let Some(ends) = at.checked_add(length).ok().filter(|ends| *ends <= closes) {
            if let (Some(starts_at), Some(ends_at)) = (instant(setup, at), instant(setup, ends)) {
                let taken = taken(hall, service, (starts_at, ends_at));
                slots.push(Slot { at, starts_at, ends_at, free: rule.places.saturating_sub(taken) });
            }
            at = ends;
        }
    }
    slots
}

/// Appointments of the service that lie in this time, also those of slots that the set-up had before.
fn taken(hall: &Hall, service: &ServiceCode, (starts_at, ends_at): (Timestamp, Timestamp)) -> u32 {
    let from = starts_at.checked_sub(SLOT_LONGEST).unwrap_or(Timestamp::MIN);
    let is_within =
        |other: &&Appointment| other.service == *service && other.ends_at > starts_at && other.takes_place();
    u32::try_from(hall.bookings.between(from, ends_at).filter(is_within).count()).unwrap_or(u32::MAX)
}

fn instant(setup: &Setup, at: DateTime) -> Option<Timestamp> {
    setup.zone.to_ambiguous_timestamp(at).compatible().ok()
}

/// The first code from the drawn one on that nobody has; none when the hall keeps no more.
fn free_code(hall: &Hall, luck: u32) -> Option<AppointmentCode> {
    if hall.bookings.len() >= APPOINTMENTS_MAX {
        return None;
    }
    let codes = (0..AppointmentCode::COUNT).map(|more| AppointmentCode::of((luck % AppointmentCode::COUNT) + more));
    codes.into_iter().find(|code| hall.bookings.is_free(code))
}

fn later(at: Timestamp, minutes: Minutes) -> Timestamp {
    at.checked_add(SignedDuration::from_mins(minutes.0.into())).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
pub(crate) mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::hours::LastTicket;
    use crate::hours::tests::hours;
    use crate::scenario::{Scenario, code};

    /// An office open as in the tests of hours, on Tuesday at 09:00, with two places every quarter of an hour for A.
    pub(crate) fn office(steps: &str) -> Scenario {
        let mut office = Scenario::new();
        office.setup.hours = hours(LastTicket::AtClosing);
        let rule = SlotRule { length: Minutes(15), places: 2 };
        office.setup.rules.appointments.services = [(code("A"), rule)].into();
        for step in format!("day; {steps}").split(';').map(str::trim).filter(|step| !step.is_empty()) {
            let said = office.run(step);
            assert!(!said.starts_with("no:"), "the step {step:?} was refused: {said}");
        }
        office
    }

    pub(crate) fn check(table: &[(&str, &str, &str)]) {
        for (given, when, then) in table {
            assert_eq!(office(given).run(when), *then, "given {given:?}, when {when:?}");
        }
    }

    #[test]
    fn a_slot_is_booked_within_notice_and_horizon_while_it_has_a_place() {
        check(&[
            ("", "book A 10:00", "1 for A on 2026-11-24 at 10:00"),
            ("book A 10:00", "book A 10:00", "2 for A on 2026-11-24 at 10:00"),
            ("book A 10:00; book A 10:00", "book A 10:00", "no: slot-full"),
            ("book A 10:00; book A 10:00; drop 1", "book A 10:00", "3 for A on 2026-11-24 at 10:00"),
            ("+1s", "book A 10:00", "no: slot-too-soon"),
            ("+1s", "book A 10:00 staff", "1 for A on 2026-11-24 at 10:00"),
            ("+14m", "book A 09:00 staff", "1 for A on 2026-11-24 at 09:00"),
            ("+15m", "book A 09:00 staff", "no: slot-too-soon"),
            ("", "book A 07:00 14", "1 for A on 2026-12-08 at 07:00"),
            ("", "book A 07:00 15", "no: slot-too-far"),
            // Between two slots, in the break, on a holiday, at the week's end.
            ("", "book A 10:05", "no: no-such-slot"),
            ("", "book A 12:00", "no: no-such-slot"),
            ("", "book A 10:00 2", "no: no-such-slot"),
            ("", "book A 10:00 4", "no: no-such-slot"),
            ("", "book C 10:00", "no: not-bookable"),
            ("", "book Z 10:00", "no: unknown-service"),
        ]);
    }

    #[test]
    fn an_appointment_can_be_given_back_until_its_citizen_comes() {
        check(&[
            ("book A 10:00", "drop 1", "1 given back"),
            ("book A 10:00; drop 1", "drop 1", "nothing"),
            ("book A 10:00; +1h; come 1", "drop 1", "no: appointment-used"),
            ("book A 10:00; +71m; missed", "drop 1", "no: too-late"),
            ("", "drop 1", "no: unknown-appointment"),
        ]);
    }

    #[test]
    fn the_slots_of_a_day_end_before_the_office_closes_and_say_what_is_free() {
        let office = office("book A 10:00; book A 10:15; book A 10:15");
        let day = office.hall.day().expect("a day");
        let of = |day, booker| slots(&office.hall, &office.setup, &code("A"), day, booker, office.now);
        let free: Vec<_> =
            of(day, Booker::Citizen).iter().map(|slot| (slot.at.time().to_string(), slot.free)).collect();
        assert_eq!(free.len(), 6 + 14, "from 10:00 to 11:30, and the afternoon");
        assert_eq!(free[..3], [("10:00:00".into(), 1), ("10:15:00".into(), 0), ("10:30:00".into(), 2)]);
        assert_eq!(of(day, Booker::Staff).len(), 10 + 14, "from the one that runs on");
        assert_eq!(of(date(2026, 11, 26), Booker::Staff), [], "a holiday");
        let days = bookable_days(&office.hall, &office.setup, &code("A"), Booker::Citizen, office.now);
        assert_eq!(days[..2], [(day, 37), (date(2026, 11, 25), 64)]);
        assert_eq!(days.last(), Some(&(date(2026, 12, 8), 64)));
        assert_eq!(bookable_days(&office.hall, &office.setup, &code("C"), Booker::Citizen, office.now), []);
    }

    #[test]
    fn a_clock_that_was_ahead_for_a_night_costs_nobody_an_appointment() {
        let mut office = office("book A 10:00 1; +8760h; day; missed; -8736h");
        assert_eq!(office.run("correct"), "day 2026-11-25");
        office.run("+1h");
        assert_eq!(office.run("come 1"), "A001 taken as of 10:00, 0 ahead");
    }

    /// A set-up may change while appointments are booked.
    #[test]
    fn slots_of_another_length_count_what_lies_in_them() {
        let mut office = office("book A 10:00; book A 10:15");
        office.setup.rules.appointments.services.insert(code("A"), SlotRule { length: Minutes(30), places: 2 });
        assert_eq!(office.run("book A 10:00"), "no: slot-full");
        assert_eq!(office.run("book A 10:30"), "3 for A on 2026-11-24 at 10:30");
    }

    #[test]
    fn each_appointment_has_a_code_of_its_own_and_is_forgotten_after_its_day() {
        let mut office = office("book A 10:00; book A 10:15; book A 10:00 1");
        let code_of = |office: &Scenario, id| office.hall.appointment(AppointmentId(id)).map(|it| it.code.clone());
        let codes: Vec<_> = (1..=3).map(|id| code_of(&office, id).expect("booked")).collect();
        assert_eq!(codes.iter().map(AppointmentCode::as_str).collect::<Vec<_>>(), ["999999", "000000", "000001"]);
        assert_eq!(office.hall.appointment_by_code("000000").map(|it| it.id), Some(AppointmentId(2)));
        office.run("+24h");
        office.run("day");
        assert_eq!((code_of(&office, 1), code_of(&office, 2)), (None, None));
        assert_eq!(office.hall.appointment_by_code("000000"), None);
        assert_eq!(code_of(&office, 3), Some(codes[2].clone()));
        assert_eq!(office.run("+1h"), "");
        assert_eq!(office.run("come 3"), "A001 taken as of 10:00, 0 ahead");
        office.run("+24h");
        office.run("day");
        assert_eq!(code_of(&office, 3), None);
        assert_eq!(office.run("come 3"), "no: unknown-appointment");
        office.run("+24h");
        office.run("day");
        assert_eq!((office.hall.bookings.len(), office.hall.appointments_of(date(2026, 11, 25)).count()), (0, 0));
    }
}
