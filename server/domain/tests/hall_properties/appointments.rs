//! Appointments by plain lists: slots of half an hour all day, one place for A and two for H.

use moi_domain::{
    AppointmentId, AppointmentState, Appointments, Booker, Command, Door, Hall, Hours, Language, Minutes, Period,
    PriorityId, SlotRule, WhenLate,
};
use proptest::prelude::*;

use crate::model::{Model, Ruled};
use crate::parts::State;
use crate::parts::day_of;
use crate::steps::{CLASSES, OFFSET, SERVICES, Step, service_code, token};

/// Places in each slot; none where there are no appointments.
const PLACES: [Option<u32>; SERVICES.len()] = [Some(1), None, Some(2), None];
/// Seconds.
const SLOT: i64 = 30 * 60;
const NOTICE: i64 = 20 * 60;
const EARLY: i64 = 20 * 60;
const LATE: i64 = 10 * 60;
const HORIZON_DAYS: i64 = 1;
/// The office is open until then, from midnight on.
const CLOSES: i64 = 84_600;

/// What somebody wants with an appointment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wish {
    /// The slot so many slots from now.
    Book { service: usize, ahead: i64, staff: bool, key: Option<u8> },
    /// Give the one of this place in the model's list back.
    Drop { appointment: usize },
    /// Come for it.
    Come { appointment: usize, class: Option<usize>, key: Option<u8> },
    /// Note who did not come.
    MarkMissed,
}

impl Wish {
    pub fn key(self) -> Option<u8> {
        match self {
            Self::Book { key, .. } | Self::Come { key, .. } => key,
            Self::Drop { .. } | Self::MarkMissed => None,
        }
    }
}

/// The place in the model's list of the appointment that a step means.
pub fn meant(step: &Step) -> Option<usize> {
    let Step::Appointment(wish) = step else { return None };
    match *wish {
        Wish::Drop { appointment } | Wish::Come { appointment, .. } => Some(appointment),
        Wish::Book { .. } | Wish::MarkMissed => None,
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct ModelAppointment {
    pub id: u64,
    pub service: usize,
    pub starts_at: i64,
    pub booked_at: i64,
    pub state: AppointmentState,
    pub ticket: Option<u64>,
}

impl ModelAppointment {
    pub fn day(&self) -> i64 {
        day_of(self.starts_at)
    }

    fn arrival(&self) -> i64 {
        self.starts_at.max(self.booked_at)
    }
}

pub fn hours() -> Hours {
    let time = |hour, minute| jiff::civil::time(hour, minute, 0, 0);
    let all_day = || vec![Period { from: time(0, 0), to: time(23, 30) }];
    Hours { week: [(); 7].map(|()| all_day()), ..Hours::default() }
}

pub fn rules() -> Appointments {
    let minutes = |seconds: i64| Minutes(u32::try_from(seconds / 60).expect("good by the table above"));
    let rule = |(service, places): (usize, Option<u32>)| {
        Some((service_code(service), SlotRule { length: minutes(SLOT), places: places? }))
    };
    Appointments {
        services: PLACES.into_iter().enumerate().filter_map(rule).collect(),
        notice: minutes(NOTICE),
        horizon_days: u32::try_from(HORIZON_DAYS).expect("good by the table above"),
        early: minutes(EARLY),
        late: minutes(LATE),
        when_late: WhenLate::OrdinaryTicket,
    }
}

pub fn any_step() -> BoxedStrategy<Step> {
    let key = || prop_oneof![3 => Just(None), 1 => (0..6u8).prop_map(Some)];
    let service = prop_oneof![8 => Just(0), 8 => Just(2), 1 => Just(1), 1 => Just(9)];
    let ahead = prop_oneof![8 => -1..3i64, 1 => 0..120i64];
    let class = prop_oneof![3 => Just(None), 1 => (0..CLASSES.len()).prop_map(Some)];
    prop_oneof![
        4 => (service, ahead, any::<bool>(), key())
            .prop_map(|(service, ahead, staff, key)| Wish::Book { service, ahead, staff, key }),
        1 => (0..6usize).prop_map(|appointment| Wish::Drop { appointment }),
        4 => (0..6usize, class, key()).prop_map(|(appointment, class, key)| Wish::Come { appointment, class, key }),
        2 => Just(Wish::MarkMissed),
    ]
    .prop_map(Step::Appointment)
    .boxed()
}

/// The command of a step about appointments, once the model has said what it means.
pub fn command(step: &Step, model: &Model) -> Option<Command> {
    let Step::Appointment(wish) = step else { return None };
    let appointment = AppointmentId(model.appointment.unwrap_or(u64::MAX));
    Some(match *wish {
        Wish::Book { service, staff, .. } => Command::BookAppointment {
            token: token(1_000_000 + model.last_appointment),
            luck: u32::try_from(model.last_appointment % 3).expect("it is small"),
            service: service_code(service),
            at: jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::from_second(model.slot).expect("a time")),
            language: Language::new("vi").expect("a language"),
            booker: if staff { Booker::Staff } else { Booker::Citizen },
        },
        Wish::Drop { .. } => Command::CancelAppointment { appointment },
        Wish::Come { class, .. } => Command::CheckIn {
            token: token(model.last_id),
            appointment,
            priority: class.map(|class| PriorityId::new(CLASSES[class].0).expect("a class")),
            door: Door::Kiosk,
        },
        Wish::MarkMissed => Command::MarkMissed,
    })
}

impl Model {
    /// The slot that a booking means, in seconds of local time.
    pub fn slot_of(&self, step: &Step) -> i64 {
        let Step::Appointment(Wish::Book { ahead, .. }) = step else { return 0 };
        ((self.now() + OFFSET).div_euclid(SLOT) + ahead) * SLOT
    }

    pub fn appointment_rule(&mut self, wish: Wish) -> Ruled {
        match wish {
            Wish::Book { service, staff, .. } => self.book(service, staff),
            Wish::Drop { .. } => self.drop_appointment(),
            Wish::Come { class, .. } => self.come(class),
            Wish::MarkMissed => Ok((self.mark_missed(), None)),
        }
    }

    fn book(&mut self, service: usize, staff: bool) -> Ruled {
        let places = PLACES.get(service).ok_or("unknown-service")?.ok_or("not-bookable")?;
        let (starts_at, now) = (self.slot - OFFSET, self.now());
        if self.slot.rem_euclid(86_400) + SLOT > CLOSES {
            return Err("no-such-slot");
        }
        let is_too_soon = if staff { starts_at + SLOT <= now } else { starts_at < now + NOTICE };
        if is_too_soon {
            return Err("slot-too-soon");
        }
        if day_of(starts_at) > day_of(now) + HORIZON_DAYS {
            return Err("slot-too-far");
        }
        let is_taken = |other: &&ModelAppointment| {
            other.service == service
                && other.starts_at == starts_at
                && matches!(other.state, AppointmentState::Booked | AppointmentState::Kept)
        };
        if self.appointments.iter().filter(is_taken).count() >= places as usize {
            return Err("slot-full");
        }
        self.last_appointment += 1;
        self.appointment = Some(self.last_appointment);
        self.appointments.push(ModelAppointment {
            id: self.last_appointment,
            service,
            starts_at,
            booked_at: now,
            state: AppointmentState::Booked,
            ticket: None,
        });
        Ok((true, None))
    }

    fn drop_appointment(&mut self) -> Ruled {
        let place = self.place_of_appointment()?;
        if self.ticket_of_appointment(place).is_some() {
            return Err("appointment-used");
        }
        match self.appointments[place].state {
            AppointmentState::Booked => self.appointments[place].state = AppointmentState::Cancelled,
            AppointmentState::Cancelled => return Ok((false, None)),
            AppointmentState::Kept | AppointmentState::Missed => return Err("too-late"),
        }
        Ok((true, None))
    }

    fn come(&mut self, class: Option<usize>) -> Ruled {
        let place = self.place_of_appointment()?;
        if let Some((id, state)) = self.ticket_of_appointment(place) {
            return match state {
                State::Waiting | State::Called(_) | State::Parked(..) => Ok((false, Some(id))),
                State::Serving(_) | State::Missed(..) | State::Ended | State::Cancelled => Err("appointment-used"),
            };
        }
        let (known, now) = (self.appointments[place].clone(), self.now());
        if known.state == AppointmentState::Cancelled {
            return Err("appointment-cancelled");
        }
        if now < known.starts_at - EARLY {
            return Err("too-early");
        }
        let is_late = known.state == AppointmentState::Missed || now > known.arrival() + LATE;
        let taken = self.take(known.service, class, (1, &[]), (!is_late).then(|| known.arrival()))?;
        let appointment = &mut self.appointments[place];
        if appointment.state == AppointmentState::Booked {
            appointment.state = if is_late { AppointmentState::Missed } else { AppointmentState::Kept };
        }
        appointment.ticket = taken.1;
        Ok(taken)
    }

    /// Whether there was any.
    fn mark_missed(&mut self) -> bool {
        let (now, today) = (self.now(), self.day);
        let is_due = |it: &&mut ModelAppointment| {
            it.state == AppointmentState::Booked && it.arrival() + LATE < now && Some(it.day()) == today
        };
        let mut due: Vec<_> = self.appointments.iter_mut().filter(is_due).collect();
        // In the order of their times: the last one is what a key remembers.
        due.sort_by_key(|appointment| (appointment.arrival(), appointment.id));
        for appointment in &mut due {
            appointment.state = AppointmentState::Missed;
        }
        !due.is_empty()
    }

    fn place_of_appointment(&self) -> Result<usize, &'static str> {
        let is_meant = |it: &ModelAppointment| Some(it.id) == self.appointment && self.is_ahead(it);
        let place = self.appointments.iter().position(is_meant);
        place.ok_or("unknown-appointment")
    }

    /// Whether it is of today or of a day to come.
    fn is_ahead(&self, appointment: &ModelAppointment) -> bool {
        self.day.is_none_or(|today| today <= appointment.day())
    }

    /// The ticket that was taken with it, while the hall knows it.
    fn ticket_of_appointment(&self, place: usize) -> Option<(u64, State)> {
        let id = self.appointments[place].ticket?;
        self.tickets.iter().find(|ticket| ticket.id == id).map(|ticket| (id, ticket.state))
    }
}

/// Never more in a slot than it has places, and each found by its secret and its code.
pub fn are_as_the_model_says(hall: &Hall, model: &Model) {
    for over in model.appointments.iter().filter(|it| !model.is_ahead(it)) {
        assert_eq!(hall.appointment(AppointmentId(over.id)), None);
    }
    for expected in model.appointments.iter().filter(|it| model.is_ahead(it)) {
        let found = hall.appointment(AppointmentId(expected.id)).expect("the hall keeps it");
        let alike = ModelAppointment {
            id: found.id.0,
            service: (0..SERVICES.len()).find(|place| service_code(*place) == found.service).expect("it is one"),
            starts_at: found.starts_at.as_second(),
            booked_at: found.booked_at.as_second(),
            state: found.state,
            ticket: found.ticket.map(|ticket| ticket.0),
        };
        assert_eq!(alike, *expected);
        assert_eq!(hall.appointment_by_token(found.token.as_str()), Some(found));
        assert_eq!(hall.appointment_by_code(found.code.as_str()), Some(found));
    }
    let days: std::collections::BTreeSet<_> = model.appointments.iter().map(ModelAppointment::day).collect();
    let of_days: usize = days.into_iter().map(|day| hall.appointments_of(date_of(day)).count()).sum();
    assert_eq!(of_days, model.appointments.len());
    for it in &model.appointments {
        let taken = model.appointments.iter().filter(|other| {
            (other.service, other.starts_at) == (it.service, it.starts_at)
                && matches!(other.state, AppointmentState::Booked | AppointmentState::Kept)
        });
        assert!(taken.count() <= PLACES[it.service].unwrap_or(0) as usize, "a slot is overbooked");
    }
}

fn date_of(day: i64) -> jiff::civil::Date {
    jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::from_second(day * 86_400).expect("a time")).date()
}
