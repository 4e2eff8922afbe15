//! Who may do something with a ticket in the path: its holder by its secret, kiosk and staff by its id.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use moi_domain::{Actor, Granter, Hall, Returner, TicketId, Token};

use super::extract::{Kiosk, Permit, Receptionist, actor, app, holder};
use super::{Right, principal};
use crate::http::Problem;

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
            let (name, role) = holder(principal(request, &app.access)?, Right::GrantPriority)?;
            let by = if role.may(Right::Serve) { Granter::Officer } else { Granter::Reception };
            let actor = actor(name, role)?;
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
