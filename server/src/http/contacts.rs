//! `/tickets/{token}/contact` and `/counters/{counter}/contact`: the phone number that a citizen leaves, and the
//! officer who rings them.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use moi_domain::{Hall, Refusal, Status};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::counters::CounterPath;
use super::{Body, Problem};
use crate::app::App;
use crate::auth::{Officer, TicketHolder};
use crate::contacts::{PhoneNumber, Whose};

/// A phone number, as somebody writes it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewContact {
    /// Vietnamese with a leading 0 or +84, others with + and their country code.
    #[schema(example = "0912 345 678")]
    phone: String,
}

/// The phone number that is kept.
#[derive(Serialize, ToSchema)]
pub struct KeptContact {
    /// With + and the country code.
    #[schema(example = "+84912345678")]
    phone: String,
}

/// Whom the officer may ring.
#[derive(Serialize, ToSchema)]
pub struct CounterContact {
    /// The ticket's number.
    #[schema(example = "A012")]
    number: String,
    /// With + and the country code.
    #[schema(example = "+84912345678")]
    phone: String,
}

/// Leaves a phone number with a ticket, so that the officer can ring when nobody comes.
///
/// It takes the place of an earlier one, so that it is harmless to repeat. It is kept encrypted, shown to the officer
/// of the ticket's counter alone, and erased when the visit is over, when the ticket is given back, or on schedule.
#[utoipa::path(
    put, path = "/api/v1/tickets/{token}/contact", tag = "tickets", security(()), request_body = NewContact,
    params(("token" = String, Path, description = "The ticket's secret, from the QR code")),
    responses(
        (status = 200, description = "The number as it is kept", body = KeptContact),
        (status = 404, description = "No ticket has this secret"),
        (status = 409, description = "The visit has begun or is over"),
        (status = 422, description = "This is no phone number"),
    )
)]
pub async fn leave(app: web::Data<App>, holder: TicketHolder, body: Body<NewContact>) -> Result<HttpResponse, Problem> {
    let phone = PhoneNumber::parse(&body.0.phone);
    let phone = phone.ok_or_else(|| Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid-phone"))?;
    let found = app.engine.published().read(|hall| {
        let ticket = hall.ticket(holder.ticket)?;
        Some((Whose::of(ticket), hall.day()?, may_be_rung(&ticket.status), ticket.number.to_string()))
    });
    let (whose, day, may_be_rung, number) = found.ok_or_else(Problem::unknown_ticket)?;
    if !may_be_rung {
        return Err(Problem::new(StatusCode::CONFLICT, "contact-not-needed").with("number", number));
    }
    app.contacts.leave(whose, day, phone.clone()).await?;
    app.engine.published().ring();
    Ok(HttpResponse::Ok().json(KeptContact { phone: phone.as_str().to_owned() }))
}

/// Erases the phone number that was left with a ticket.
///
/// Harmless to repeat, and possible at any time.
#[utoipa::path(
    delete, path = "/api/v1/tickets/{token}/contact", tag = "tickets", security(()),
    params(("token" = String, Path, description = "The ticket's secret, from the QR code")),
    responses((status = 204, description = "There is none any more"), (status = 404, description = "No such ticket"))
)]
pub async fn take_back(app: web::Data<App>, holder: TicketHolder) -> Result<HttpResponse, Problem> {
    let whose = app.engine.published().read(|hall| hall.ticket(holder.ticket).map(Whose::of));
    app.contacts.take_back(whose.ok_or_else(Problem::unknown_ticket)?).await?;
    app.engine.published().ring();
    Ok(HttpResponse::NoContent().finish())
}

/// The phone number of whoever is called or served at a counter, else of the last one who did not come to it today.
///
/// For the officer who holds the counter. Each look is written to the log, without the phone number.
#[utoipa::path(
    get, path = "/api/v1/counters/{counter}/contact", tag = "counters", params(("counter" = u16, Path)),
    responses(
        (status = 200, body = CounterContact),
        (status = 204, description = "No phone number was left, or it can't be read any more"),
        (status = 409, description = "The counter is closed or another officer's"),
    )
)]
pub async fn show(app: web::Data<App>, officer: Officer, path: CounterPath) -> Result<HttpResponse, Problem> {
    let counter = path.0;
    let found = app.engine.published().read(|hall| {
        holds(hall, &officer, &path)?;
        let ticket = app.contacts.at_counter(hall, counter);
        Ok::<_, Problem>(ticket.map(|ticket| (Whose::of(ticket), ticket.number.to_string())))
    })?;
    let Some((whose, number)) = found else { return Ok(HttpResponse::NoContent().finish()) };
    let Some(phone) = app.contacts.read(whose).await? else {
        // The desk no longer offers what can't be read.
        app.engine.published().ring();
        return Ok(HttpResponse::NoContent().finish());
    };
    tracing::info!(officer = officer.name.as_str(), %counter, ticket = number, "an officer looks at a phone number");
    Ok(HttpResponse::Ok().json(CounterContact { number, phone: phone.as_str().to_owned() }))
}

/// An officer at another counter learns nothing.
fn holds(hall: &Hall, officer: &Officer, path: &CounterPath) -> Result<(), Problem> {
    let counter = path.0;
    match hall.counter(counter).standing.officer() {
        None => Err(Refusal::CounterClosed { counter }.into()),
        Some(holder) if *holder == officer.name => Ok(()),
        Some(holder) => Err(Refusal::CounterNotYours { counter, officer: holder.clone() }.into()),
    }
}

/// Whether somebody may still have to be rung to come.
fn may_be_rung(status: &Status) -> bool {
    match status {
        Status::Waiting | Status::Called { .. } | Status::Parked { .. } => true,
        Status::Serving { .. } | Status::Finished { .. } | Status::NoShow { .. } | Status::Cancelled { .. } => false,
    }
}
