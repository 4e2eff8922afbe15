//! Putting the ticket at a counter aside, and letting one that is away wait again.

use actix_web::{HttpResponse, web};
use moi_domain::{Actor, BackTo, Command, Returner};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::counters::{CounterPath, carry_out};
use super::tickets::{HeldTicket, held};
use super::{IdempotencyKey, OptionalBody, Problem};
use crate::app::App;
use crate::auth::{Officer, TicketReturner};
use crate::views::{OfficerTicket, officer_ticket};

/// How a ticket is put aside.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Park {
    /// Where it comes back to; what the set-up says when it is left out.
    r#return: Option<ReturnPlace>,
}

/// Where a ticket that was put aside comes back to.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReturnPlace {
    /// This counter alone.
    Here,
    /// Any counter of its service.
    Anywhere,
}

/// A ticket that waits again, as whoever asked may see it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub enum ReturnedTicket {
    /// For the staff.
    Staff(Box<OfficerTicket>),
    /// For its holder.
    Holder(Box<HeldTicket>),
}

/// Puts the ticket at the counter aside: its citizen fetches what is missing, and is never called before the return.
#[utoipa::path(
    post, path = "/api/v1/counters/{counter}/park", tag = "counters", params(("counter" = u16, Path), IdempotencyKey),
    request_body = Option<Park>,
    responses((status = 200, body = OfficerTicket), (status = 409, description = "There is no visit here"))
)]
pub async fn park(
    app: web::Data<App>,
    officer: Officer,
    path: CounterPath,
    key: IdempotencyKey,
    body: OptionalBody<Park>,
) -> Result<HttpResponse, Problem> {
    let counter = path.0;
    let back_to = body.0.and_then(|park| park.r#return).map(|place| match place {
        ReturnPlace::Here => BackTo::Here,
        ReturnPlace::Anywhere => BackTo::Anywhere,
    });
    let command = Command::ParkTicket { counter, officer: officer.name.clone(), back_to };
    let meaning = format!("park {counter} {back_to:?}");
    carry_out(&app, "park-ticket", key.order(command, Actor::Officer(officer.name), &meaning)).await
}

/// Lets a ticket wait again that was put aside, or that missed its call not long ago.
///
/// By its id for the staff and the kiosk, by its secret for its holder. It keeps its place; a missed one stands later
/// by what the set-up says. Harmless to repeat.
#[utoipa::path(
    post, path = "/api/v1/tickets/{ticket}/return", tag = "tickets",
    params(("ticket" = String, Path, description = "The ticket's id, or its secret from the QR code"), IdempotencyKey),
    responses(
        (status = 200, description = "It waits", body = ReturnedTicket),
        (status = 404, description = "No ticket has this id or secret"),
        (status = 409, description = "It was neither put aside nor missed, its time is over, or only the staff may")
    )
)]
pub async fn give_back(
    app: web::Data<App>,
    returner: TicketReturner,
    key: IdempotencyKey,
) -> Result<HttpResponse, Problem> {
    let TicketReturner { ticket, by, actor } = returner;
    let command = Command::ReturnTicket { ticket, by };
    let meaning = format!("return {ticket}");
    let order = match by {
        Returner::Staff => key.order(command, actor, &meaning),
        // Each holder is a caller of their own: two may choose the same key.
        Returner::Holder => key.order_of(&format!("holder/{ticket}"), command, actor, &meaning),
    };
    let answer = app.submit("return-ticket", order).await?;
    Ok(HttpResponse::Ok().json(match by {
        Returner::Staff => {
            let ticket = answer.ticket.ok_or_else(Problem::bug)?;
            ReturnedTicket::Staff(Box::new(officer_ticket(&app.setup(), &ticket)))
        }
        Returner::Holder => ReturnedTicket::Holder(Box::new(held(&app, ticket)?)),
    }))
}
