//! Who books an appointment, and who may do what with one: its holder by its secret, kiosk and staff by its code.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use moi_domain::{Actor, AppointmentCode, AppointmentId, Booker, Door};

use super::extract::{Kiosk, Permit, Receptionist, app};
use super::principal;
use crate::http::Problem;

/// Who books: the staff, and where the set-up has booking online anybody.
pub struct AppointmentBooker {
    /// As whom.
    pub booker: Booker,
    /// How the journal names them.
    pub actor: Actor,
}

/// Who asks about the appointment in the path.
pub struct AppointmentHolder {
    /// Which.
    pub appointment: AppointmentId,
    /// Whether they named it by its secret; else by its code, which kiosk and staff may.
    pub is_holder: bool,
    /// Whether a kiosk or one of the staff asks, and how the journal names them.
    pub kiosk: Option<Kiosk>,
}

impl AppointmentHolder {
    /// Who gives the appointment back: its holder, or one of the staff. A kiosk may not: there anybody may try codes.
    ///
    /// # Errors
    /// A problem for a kiosk.
    pub fn cancelling(self) -> Result<Actor, Problem> {
        match self.kiosk {
            _ if self.is_holder => Ok(Actor::Holder),
            Some(Kiosk { actor, door: Door::Staff }) => Ok(actor),
            Some(Kiosk { door: Door::Kiosk, .. }) | None => Err(Problem::not_allowed()),
        }
    }

    /// Who checks in: kiosk and staff, and its holder where the set-up lets phones do it.
    ///
    /// # Errors
    /// A problem for a holder whom the set-up sends to the entrance.
    pub fn checking_in(self, by_phone: bool) -> Result<Kiosk, Problem> {
        match self.kiosk {
            Some(kiosk) => Ok(kiosk),
            None if by_phone => Ok(Kiosk { actor: Actor::Holder, door: Door::Kiosk }),
            None => Err(Problem::check_in_at_entrance()),
        }
    }
}

impl FromRequest for AppointmentBooker {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        ready(app(request).and_then(|app| {
            let principal = principal(request, &app.access)?;
            let citizen = || Self { booker: Booker::Citizen, actor: Actor::Holder };
            match Receptionist::permit(principal) {
                Ok(Receptionist { actor }) => Ok(Self { booker: Booker::Staff, actor }),
                Err(_) if app.office().appointments.online => Ok(citizen()),
                Err(problem) => Err(problem),
            }
        }))
    }
}

impl FromRequest for AppointmentHolder {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        ready(app(request).and_then(|app| {
            let named = request.match_info().get("code").unwrap_or_default();
            let kiosk = principal(request, &app.access).and_then(Kiosk::permit);
            let published = app.engine.published();
            if AppointmentCode::new(named).is_ok() {
                let kiosk = Some(kiosk?);
                let appointment = published.read(|hall| hall.appointment_by_code(named).map(|known| known.id));
                let appointment = appointment.ok_or_else(Problem::unknown_appointment)?;
                return Ok(Self { appointment, is_holder: false, kiosk });
            }
            let appointment = published.read(|hall| hall.appointment_by_token(named).map(|known| known.id));
            let appointment = appointment.ok_or_else(Problem::unknown_appointment)?;
            Ok(Self { appointment, is_holder: true, kiosk: kiosk.ok() })
        }))
    }
}
