//! `/counters/{counter}/services` and `/counters/{counter}/note`: what an officer writes about the citizen at hand.

use std::time::{Duration, Instant};

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use jiff::civil::Date;
use moi_domain::{Actor, Command, Ticket, noted_at};
use serde::{Deserialize, Serialize};
use tokio::time::sleep;
use utoipa::ToSchema;

use super::counters::{CounterPath, carry_out};
use super::tickets::services_of;
use super::{Body, IdempotencyKey, Problem};
use crate::app::App;
use crate::auth::Officer;
use crate::contacts::{Note, Whose};
use crate::views::{OfficerTicket, officer_ticket};

/// What a citizen needs.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NeededServices {
    /// Codes of all services that are needed after the one of this visit, in this order; none: nothing more.
    #[schema(example = json!(["C"]))]
    then: Vec<String>,
}

/// A note.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewNote {
    /// The number of the ticket that it is about: while somebody writes, another one may have come.
    #[schema(example = "A012")]
    ticket: String,
    /// At most 280 characters; nothing but blanks erases the note.
    #[schema(example = "Fetches a copy of the birth certificate")]
    text: String,
}

/// The note that is kept.
#[derive(Serialize, ToSchema)]
pub struct KeptNote {
    /// The ticket's number.
    #[schema(example = "A012")]
    number: String,
    /// What somebody wrote.
    #[schema(example = "Fetches a copy of the birth certificate")]
    text: String,
}

/// Says what the citizen at the counter needs after the service of this visit.
///
/// What this counter does is done in the same visit. With the end of the visit, the ticket goes on by itself to the
/// first of those that it doesn't do, and keeps its number and its first arrival.
#[utoipa::path(
    post, path = "/api/v1/counters/{counter}/services", tag = "counters",
    params(("counter" = u16, Path), IdempotencyKey),
    request_body = NeededServices,
    responses(
        (status = 200, body = OfficerTicket),
        (status = 409, description = "There is no visit here"),
        (status = 422, description = "No such service, one that is named twice, or more than one ticket is for")
    )
)]
pub async fn change_services(
    app: web::Data<App>,
    officer: Officer,
    path: CounterPath,
    key: IdempotencyKey,
    body: Body<NeededServices>,
) -> Result<HttpResponse, Problem> {
    let counter = path.0;
    let then = services_of(&body.0.then)?;
    let meaning = format!("change-services {counter} {:?}", body.0.then);
    let command = Command::ChangeServices { counter, officer: officer.name.clone(), then };
    carry_out(&app, "change-services", key.order(command, Actor::Officer(officer.name), &meaning)).await
}

/// Writes a note on the ticket at the counter, in place of an earlier one; without a ticket there, on that of the visit
/// that ended last.
///
/// Whoever calls the ticket next reads it, until the end of the business day. It is kept encrypted, beside the journal,
/// which says only that there is one, and who wrote it.
#[utoipa::path(
    post, path = "/api/v1/counters/{counter}/note", tag = "counters", params(("counter" = u16, Path), IdempotencyKey),
    request_body = NewNote,
    responses(
        (status = 200, body = OfficerTicket),
        (status = 409, description = "There is no visit here and none has ended, or another ticket is here"),
        (status = 422, description = "The note is too long, or the key was used for another note")
    )
)]
pub async fn write_note(
    app: web::Data<App>,
    officer: Officer,
    path: CounterPath,
    key: IdempotencyKey,
    body: Body<NewNote>,
) -> Result<HttpResponse, Problem> {
    let counter = path.0;
    let note = Note::parse(&body.0.text);
    let note = note.map_err(|most| {
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "note-too-long").with_number("most", most as u64)
    })?;
    let (ticket, whose, day) = app.engine.published().read(|hall| {
        let ticket = noted_at(hall, &app.setup(), counter, &officer.name)?;
        if ticket.number.to_string() != body.0.ticket {
            return Err(Problem::new(StatusCode::CONFLICT, "note-other-ticket").with("number", body.0.ticket.clone()));
        }
        Ok((ticket.id, Whose::of(ticket), hall.day().ok_or_else(Problem::bug)?))
    })?;
    let text = note.as_ref().map_or("", Note::as_str).to_owned();
    let fingerprint = app.contacts.fingerprint(day, text).await?;
    let meaning = format!("write-note {counter} {ticket} {fingerprint}");
    let command = Command::WriteNote { counter, officer: officer.name.clone(), ticket, erased: note.is_none() };
    let order = key.order(command, Actor::Officer(officer.name), &meaning);
    // The text after the order: what is refused, and what was done before, changes no text.
    let answer = app.submit("write-note", order).await?;
    keep(&app, whose, day, note, answer.is_repeat).await?;
    let ticket = answer.ticket.ok_or_else(Problem::bug)?;
    Ok(HttpResponse::Ok().json(officer_ticket(&app.setup(), &ticket)))
}

/// Keeps or erases the text. A repeat makes up for what the first try could not do, and touches nothing newer.
async fn keep(app: &App, whose: Whose, day: Date, note: Option<Note>, is_repeat: bool) -> Result<(), Problem> {
    let has_note = app.engine.published().read(|hall| hall.has_note(whose.ticket()));
    match note {
        Some(_) if is_repeat && (!has_note || app.contacts.read_note(whose.clone()).await?.is_some()) => {}
        Some(note) => app.contacts.note(whose, day, note).await?,
        None if is_repeat && has_note => {}
        None => app.contacts.erase_note(whose).await?,
    }
    Ok(())
}

/// The note on the ticket at the counter; without a ticket there, on that of the visit that ended last.
///
/// For the officer who holds the counter. Each look is written to the log, without the text.
#[utoipa::path(
    get, path = "/api/v1/counters/{counter}/note", tag = "counters", params(("counter" = u16, Path)),
    responses(
        (status = 200, body = KeptNote),
        (status = 204, description = "There is none, or it can't be read any more"),
        (status = 409, description = "There is no visit here, or the counter is closed or another officer's"),
    )
)]
pub async fn show_note(app: web::Data<App>, officer: Officer, path: CounterPath) -> Result<HttpResponse, Problem> {
    let found = app.engine.published().read(|hall| {
        let ticket = noted_at(hall, &app.setup(), path.0, &officer.name)?;
        let has_note = |ticket: &&Ticket| hall.has_note(ticket.id);
        Ok::<_, Problem>(Some(ticket).filter(has_note).map(|ticket| (Whose::of(ticket), ticket.number.to_string())))
    })?;
    let Some((whose, number)) = found else { return Ok(HttpResponse::NoContent().finish()) };
    let Some(note) = soon(&app, whose).await? else { return Ok(HttpResponse::NoContent().finish()) };
    tracing::info!(officer = officer.name.as_str(), counter = %path.0, ticket = number, "an officer reads a note");
    Ok(HttpResponse::Ok().json(KeptNote { number, text: note.as_str().to_owned() }))
}

/// The text comes a moment after the order that says there is one, which pages see at once.
const TEXT_COMES_WITHIN: Duration = Duration::from_secs(2);

/// How often it is looked for.
const LOOK_EVERY: Duration = Duration::from_millis(100);

async fn soon(app: &App, whose: Whose) -> Result<Option<Note>, Problem> {
    let begun = Instant::now();
    loop {
        let note = app.contacts.read_note(whose.clone()).await?;
        if note.is_some() || begun.elapsed() >= TEXT_COMES_WITHIN {
            return Ok(note);
        }
        sleep(LOOK_EVERY).await;
    }
}
