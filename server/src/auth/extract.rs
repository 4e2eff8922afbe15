//! The extractors: a handler says in its signature who may call it, so that no route is open by where it stands.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use moi_domain::{Actor, Door, Granter, Hall, OfficerName, Returner, TicketId, Token};

use super::request::Credential;
use super::{Access, Principal, Role, principal};
use crate::app::App;
use crate::http::Problem;

/// How the journal names a page on the office's own machine; no token may have this name.
pub(super) const OWN_MACHINE: &str = "own machine";

/// Everybody; says so in the signature, so that no handler is open by omission.
pub struct Anyone;

/// Who takes tickets: a kiosk, a receptionist, an officer, or a page on the office's own machine.
pub struct Kiosk {
    /// How the journal names them.
    pub actor: Actor,
    /// Whether it is a kiosk, which keeps to the office's hours, or one of the staff.
    pub door: Door,
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

/// Who may watch a desk: an officer, or an administrator.
pub struct DeskWatcher(Credential);

/// Whoever is signed in, by a session or a token.
pub struct SignedInAs {
    /// The person's or device's name.
    pub name: String,
    /// What they may do.
    pub role: Role,
}

/// Who sets up the office, and answers for how it is run.
pub struct Administrator;

/// Who serves citizens, and may see all of them wait: an officer, a receptionist or an administrator.
pub struct Staff;

/// Who takes tickets for people at the reception: one of the staff.
pub struct Receptionist {
    /// How the journal names them.
    pub actor: Actor,
}

/// Who looks after the office: an administrator, or whoever sits at the office's own machine, since with a full disk
/// nobody can sign in. Only for what is read.
pub struct Caretaker;

/// Who may read the metrics: a program on the office's own machine, or whoever has any credential of the office's.
pub struct Monitor;

/// Who holds a ticket's token, given in the path.
pub struct TicketHolder {
    /// Their ticket.
    pub ticket: TicketId,
}

/// Who grants a ticket a priority class: an officer or the reception.
pub struct PriorityGranter {
    /// Which ticket.
    pub ticket: TicketId,
    /// As what.
    pub by: Granter,
    /// Who.
    pub actor: Actor,
}

/// Who says that a ticket's citizen is back: whoever takes tickets, by the ticket's id in the path, or its holder, by
/// its secret there.
pub struct TicketReturner {
    /// The ticket; by an id, it may be none of the hall's.
    pub ticket: TicketId,
    /// Whether it is the staff or the holder.
    pub by: Returner,
    /// How the journal names them.
    pub actor: Actor,
}

/// Who gives a ticket back: its holder, by its secret in the path, or one of the staff, by its id there.
pub struct TicketCanceller {
    /// The ticket.
    pub ticket: TicketId,
    /// How the journal names them.
    pub actor: Actor,
}

/// What an extractor needs: how to see whether a principal may.
pub(super) trait Permit: Sized {
    fn permit(principal: Principal) -> Result<Self, Problem>;
}

impl Permit for Kiosk {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        let (actor, door) = match principal {
            Principal::OwnMachine => (Actor::Kiosk(OWN_MACHINE.into()), Door::Kiosk),
            Principal::Named { name, role: Role::Kiosk } => (Actor::Kiosk(name), Door::Kiosk),
            Principal::Named { name, role: Role::Receptionist } => (Actor::Kiosk(name), Door::Staff),
            Principal::Named { name, role: Role::Officer } => (Actor::Officer(officer_name(&name)?), Door::Staff),
            Principal::Named { name, role: Role::Administrator } => (Actor::Administrator(name), Door::Staff),
            Principal::Nobody => return Err(Problem::not_signed_in()),
        };
        Ok(Self { actor, door })
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

impl Permit for SignedInAs {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        match principal {
            Principal::Named { name, role } => Ok(Self { name, role }),
            Principal::Nobody | Principal::OwnMachine => Err(Problem::not_signed_in()),
        }
    }
}

impl Permit for Monitor {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        match principal {
            Principal::OwnMachine | Principal::Named { .. } => Ok(Self),
            Principal::Nobody => Err(Problem::not_signed_in()),
        }
    }
}

impl Permit for Administrator {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        match principal {
            Principal::Named { role: Role::Administrator, .. } => Ok(Self),
            Principal::Named { role: Role::Kiosk | Role::Receptionist | Role::Officer, .. } => {
                Err(Problem::not_allowed())
            }
            Principal::Nobody | Principal::OwnMachine => Err(Problem::not_signed_in()),
        }
    }
}

impl Permit for Staff {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        match principal {
            Principal::Named { role: Role::Receptionist | Role::Officer | Role::Administrator, .. } => Ok(Self),
            Principal::Named { role: Role::Kiosk, .. } => Err(Problem::not_allowed()),
            Principal::Nobody | Principal::OwnMachine => Err(Problem::not_signed_in()),
        }
    }
}

impl Permit for Receptionist {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        Staff::permit(principal.clone())?;
        let Kiosk { actor, door: _ } = Kiosk::permit(principal)?;
        Ok(Self { actor })
    }
}

impl Permit for Caretaker {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        match principal {
            Principal::OwnMachine | Principal::Named { role: Role::Administrator, .. } => Ok(Self),
            Principal::Named { role: Role::Kiosk | Role::Receptionist | Role::Officer, .. } => {
                Err(Problem::not_allowed())
            }
            Principal::Nobody => Err(Problem::not_signed_in()),
        }
    }
}

impl FromRequest for DeskWatcher {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        let credential = Credential::of(request);
        ready(app(request).and_then(|app| {
            watches_desks(&principal(request, &app.access)?)?;
            Ok(Self(credential))
        }))
    }
}

impl DeskWatcher {
    /// Whether the credential still stands.
    #[must_use]
    pub fn may_still(&self, access: &Access) -> bool {
        self.0.principal(access).is_ok_and(|principal| watches_desks(&principal).is_ok())
    }
}

fn watches_desks(principal: &Principal) -> Result<(), Problem> {
    match principal {
        Principal::Named { role: Role::Officer | Role::Administrator, .. } => Ok(()),
        Principal::Named { role: Role::Kiosk | Role::Receptionist, .. } => Err(Problem::not_allowed()),
        Principal::Nobody | Principal::OwnMachine => Err(Problem::not_signed_in()),
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

extract!(Kiosk, Officer, Operator, SignedInAs, Monitor, Caretaker, Staff, Receptionist, Administrator);

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
            app.engine.published().read(|hall| match hall.ticket_by_token(token) {
                Some(ticket) => Ok(Self { ticket: ticket.id }),
                None => Err(hall.expired(token).map_or_else(Problem::unknown_ticket, Problem::ticket_expired)),
            })
        }))
    }
}

impl FromRequest for PriorityGranter {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        ready(app(request).and_then(|app| {
            let (actor, by) = match principal(request, &app.access)? {
                Principal::Named { name, role: Role::Officer } => {
                    (Actor::Officer(officer_name(&name)?), Granter::Officer)
                }
                Principal::Named { name, role: Role::Receptionist } => (Actor::Kiosk(name), Granter::Reception),
                Principal::Named { role: Role::Kiosk | Role::Administrator, .. } => return Err(Problem::not_allowed()),
                Principal::Nobody | Principal::OwnMachine => return Err(Problem::not_signed_in()),
            };
            let id = request.match_info().get("ticket").unwrap_or_default();
            let id = id.parse().map_err(|_| Problem::unknown_ticket())?;
            Ok(Self { ticket: TicketId(id), by, actor })
        }))
    }
}

impl FromRequest for TicketCanceller {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        ready(app(request).and_then(|app| {
            let named = request.match_info().get("token").unwrap_or_default();
            // No id is as long as a secret.
            let (found, actor) = match named.parse() {
                Ok(id) if Token::new(named).is_err() => {
                    let Receptionist { actor } = Receptionist::permit(principal(request, &app.access)?)?;
                    (app.engine.published().read(|hall| hall.ticket(TicketId(id)).map(|ticket| ticket.id)), actor)
                }
                Ok(_) | Err(_) => {
                    let by_token = |hall: &Hall| hall.ticket_by_token(named).map(|ticket| ticket.id);
                    (app.engine.published().read(by_token), Actor::Holder)
                }
            };
            found.map(|ticket| Self { ticket, actor }).ok_or_else(Problem::unknown_ticket)
        }))
    }
}

impl FromRequest for TicketReturner {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        ready(app(request).and_then(|app| {
            let named = request.match_info().get("ticket").unwrap_or_default();
            // No id is as long as a secret: a million tickets a day would need a million years.
            if Token::new(named).is_ok() {
                let ticket = app.engine.published().read(|hall| hall.ticket_by_token(named).map(|ticket| ticket.id));
                let ticket = ticket.ok_or_else(Problem::unknown_ticket)?;
                return Ok(Self { ticket, by: Returner::Holder, actor: Actor::Holder });
            }
            let Kiosk { actor, door: _ } = Kiosk::permit(principal(request, &app.access)?)?;
            let id = named.parse().map_err(|_| Problem::unknown_ticket())?;
            Ok(Self { ticket: TicketId(id), by: Returner::Staff, actor })
        }))
    }
}
