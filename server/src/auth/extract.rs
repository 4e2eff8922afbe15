//! The extractors: a handler says in its signature who may call it, so that no route is open by where it stands.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use moi_domain::{Actor, OfficerName, TicketId};

use super::{Principal, Role, principal};
use crate::app::App;
use crate::http::Problem;

/// Everybody; says so in the signature, so that no handler is open by omission.
pub struct Anyone;

/// Who takes tickets: a kiosk, a receptionist, an officer, or a page on the office's own machine.
pub struct Kiosk {
    /// How the journal names them.
    pub actor: Actor,
}

/// An officer, who acts at a counter.
pub struct Officer {
    /// Their name.
    pub name: OfficerName,
}

/// Who may pause or close a counter: its officer, or an administrator who frees a stuck one.
pub struct Operator {
    /// The officer's name; none for an administrator, who may act on any counter.
    pub officer: Option<OfficerName>,
    /// How the journal names them.
    pub actor: Actor,
}

/// Who holds a ticket's token, given in the path.
pub struct TicketHolder {
    /// Their ticket.
    pub ticket: TicketId,
}

/// What an extractor needs: how to see whether a principal may.
trait Permit: Sized {
    fn permit(principal: Principal) -> Result<Self, Problem>;
}

impl Permit for Kiosk {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        let actor = match principal {
            Principal::OwnMachine => Actor::Kiosk("own".into()),
            Principal::Named { name, role: Role::Kiosk | Role::Receptionist } => Actor::Kiosk(name),
            Principal::Named { name, role: Role::Officer } => Actor::Officer(officer_name(&name)?),
            Principal::Named { name, role: Role::Administrator } => Actor::Administrator(name),
            Principal::Nobody => return Err(Problem::not_signed_in()),
        };
        Ok(Self { actor })
    }
}

impl Permit for Officer {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        match principal {
            Principal::Named { name, role: Role::Officer } => Ok(Self { name: officer_name(&name)? }),
            Principal::Named { role: Role::Kiosk | Role::Receptionist | Role::Administrator, .. } => {
                Err(Problem::not_allowed())
            }
            Principal::Nobody | Principal::OwnMachine => Err(Problem::not_signed_in()),
        }
    }
}

impl Permit for Operator {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        match principal {
            Principal::Named { name, role: Role::Administrator } => {
                Ok(Self { officer: None, actor: Actor::Administrator(name) })
            }
            Principal::Named { .. } | Principal::Nobody | Principal::OwnMachine => {
                let Officer { name } = Officer::permit(principal)?;
                Ok(Self { officer: Some(name.clone()), actor: Actor::Officer(name) })
            }
        }
    }
}

fn officer_name(name: &str) -> Result<OfficerName, Problem> {
    OfficerName::new(name).map_err(|_| Problem::not_allowed())
}

fn permit<P: Permit>(request: &HttpRequest) -> Ready<Result<P, Problem>> {
    ready(app(request).and_then(|app| principal(request, &app.access)).and_then(P::permit))
}

fn app(request: &HttpRequest) -> Result<&web::Data<App>, Problem> {
    request.app_data::<web::Data<App>>().ok_or_else(Problem::bug)
}

/// Implements `FromRequest` by [`Permit`].
macro_rules! extract {
    ($($role:ty),+) => {$(
        impl FromRequest for $role {
            type Error = Problem;
            type Future = Ready<Result<Self, Problem>>;

            fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
                permit(request)
            }
        }
    )+};
}

extract!(Kiosk, Officer, Operator);

impl FromRequest for Anyone {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(_request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        ready(Ok(Self))
    }
}

impl FromRequest for TicketHolder {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        ready(app(request).and_then(|app| {
            let token = request.match_info().get("token").unwrap_or_default();
            let ticket = app.engine.published().read(|hall| hall.ticket_by_token(token).map(|ticket| ticket.id));
            ticket.map(|ticket| Self { ticket }).ok_or_else(Problem::unknown_ticket)
        }))
    }
}
