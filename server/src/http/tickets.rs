//! `/tickets`: taking one at the entrance, and what its holder may do with it.

use actix_web::{HttpResponse, http::header, web};
use moi_domain::{Actor, Cases, Command, Language, PriorityId, ServiceCode, Ticket, TicketId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Body, IdempotencyKey, Problem};
use crate::app::App;
use crate::auth::{Kiosk, TicketHolder, ticket_token};
use crate::views::{Forecast, PrintState, TicketBeside, TicketView, ticket_view};

/// What somebody at the entrance wants.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTicket {
    /// Code of the service.
    #[schema(example = "A")]
    service: String,
    /// Id of a priority class; it is kept, never printed, said or exported.
    #[schema(example = "elderly")]
    priority: Option<String>,
    /// The citizen's language for slip and page.
    #[schema(example = "vi")]
    language: Option<String>,
    /// How many people or files it is for, at most as many as the set-up allows for the service; 1 when it is not said.
    #[schema(example = 1)]
    cases: Option<u16>,
    /// Codes of the services that the citizen needs after that one, in this order.
    #[serde(default)]
    #[schema(example = json!(["C"]))]
    then: Vec<String>,
}

/// A ticket that was just taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct TakenTicket {
    /// Stands for the ticket in the API.
    id: u64,
    /// The secret that opens the phone page; in the QR code of the slip.
    token: String,
    /// As on the slip.
    #[schema(example = "A001")]
    number: String,
    /// Code of the service.
    service: String,
    /// How many people or files it is for.
    cases: u16,
    /// What its citizen needs after that service.
    then: Vec<String>,
    /// Waiting people who will be called before.
    ahead: u32,
    /// Minutes until the call; null when no counter serves the service.
    forecast: Option<Forecast>,
    /// queued, or none when the office prints no slips.
    print: PrintState,
    /// The phone page; as a QR code under `/api/v1/tickets/{token}/qr`.
    url: String,
}

/// A ticket as its holder sees it, with its secret.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeldTicket {
    /// The secret.
    token: String,
    /// The phone page.
    url: String,
    /// The ticket.
    #[serde(flatten)]
    ticket: TicketView,
}

/// Takes a ticket.
///
/// The ticket is durable when it is answered; the slip is printed after. Repeat the request with the same
/// `Idempotency-Key` after a time-out: it answers the same ticket.
#[utoipa::path(
    post, path = "/api/v1/tickets", tag = "tickets", request_body = NewTicket,
    responses(
        (status = 201, description = "The ticket", body = TakenTicket),
        (status = 401, description = "Neither a kiosk, the staff nor a page on the office's own machine"),
        (
            status = 409,
            description = "The kiosk gives none now: the office is closed, or the day's numbers or tickets are used up"
        ),
        (status = 422, description = "Unknown service or priority class, or the key was used for another command"),
    )
)]
pub async fn take(
    app: web::Data<App>,
    kiosk: Kiosk,
    key: IdempotencyKey,
    body: Body<NewTicket>,
) -> Result<HttpResponse, Problem> {
    let wanted = body.0;
    let meaning = wanted.meaning();
    let service = ServiceCode::new(&wanted.service).map_err(|_| Problem::unknown_service(&wanted.service))?;
    let priority = wanted
        .priority
        .map(|priority| PriorityId::new(&priority).map_err(|_| Problem::unknown_priority(&priority)))
        .transpose()?;
    let language = ticket_language(&app, wanted.language)?;
    let cases = cases_of(wanted.cases)?;
    let then = services_of(&wanted.then)?;
    let (token, door) = (ticket_token(), kiosk.door);
    let command = Command::TakeTicket { token, service, priority, language, door, cases, then };
    let answer = app.submit("take-ticket", key.order(command, kiosk.actor, &meaning)).await?;
    let ticket = answer.ticket.ok_or_else(Problem::bug)?;
    let url = app.ticket_url(&ticket.token);
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, format!("/api/v1/tickets/{}", ticket.token.as_str())))
        .json(taken(&app, &ticket, url)))
}

/// Looks at a ticket by its secret.
#[utoipa::path(
    get, path = "/api/v1/tickets/{token}", tag = "tickets",
    params(("token" = String, Path, description = "The ticket's secret, from the QR code")),
    responses((status = 200, body = HeldTicket), (status = 404, description = "No ticket has this secret"))
)]
pub async fn show(app: web::Data<App>, holder: TicketHolder) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok().json(held(&app, holder.ticket)?))
}

/// Gives a ticket back.
///
/// Harmless to repeat; refused once the visit has begun.
#[utoipa::path(
    delete, path = "/api/v1/tickets/{token}", tag = "tickets",
    params(("token" = String, Path, description = "The ticket's secret, from the QR code")),
    responses(
        (status = 200, body = HeldTicket), (status = 404, description = "No ticket has this secret"),
        (status = 409, description = "The visit has begun or is over")
    )
)]
pub async fn cancel(app: web::Data<App>, holder: TicketHolder, key: IdempotencyKey) -> Result<HttpResponse, Problem> {
    let token = app.engine.published().read(|hall| hall.ticket(holder.ticket).map(|ticket| ticket.token.clone()));
    let token = token.ok_or_else(Problem::unknown_ticket)?;
    // Each holder is a caller of their own: two may choose the same key.
    let order =
        key.order_of(&format!("holder/{}", holder.ticket), Command::CancelTicket { token }, Actor::Holder, "cancel");
    app.submit("cancel-ticket", order).await?;
    Ok(HttpResponse::Ok().json(held(&app, holder.ticket)?))
}

impl NewTicket {
    /// What tells two wishes apart.
    fn meaning(&self) -> String {
        let Self { service, priority, language, cases, then } = self;
        let meaning = format!("take {service} {priority:?} {language:?}");
        // Keys of orders that name neither mean the same as ever.
        if cases.is_none() && then.is_empty() { meaning } else { format!("{meaning} {cases:?} {then:?}") }
    }
}

fn cases_of(wanted: Option<u16>) -> Result<Cases, Problem> {
    let Some(wanted) = wanted else { return Ok(Cases::ONE) };
    Cases::try_from(wanted).map_err(|error| Problem::invalid_body(format!("`cases`: {error}")))
}

/// The services that a body names.
pub(super) fn services_of(codes: &[String]) -> Result<Vec<ServiceCode>, Problem> {
    codes.iter().map(|code| ServiceCode::new(code).map_err(|_| Problem::unknown_service(code))).collect()
}

fn ticket_language(app: &App, wanted: Option<String>) -> Result<Language, Problem> {
    let Some(wanted) = wanted else { return Ok(app.default_language.clone()) };
    if !app.office.languages.contains(&wanted) {
        let known = app.office.languages.join(", ");
        return Err(Problem::invalid_body(format!("`language` must be one of {known}")));
    }
    Language::new(&wanted).map_err(|_| Problem::bug())
}

fn taken(app: &App, ticket: &Ticket, url: String) -> TakenTicket {
    TakenTicket {
        id: ticket.id.0,
        token: ticket.token.as_str().to_owned(),
        number: ticket.number.to_string(),
        service: ticket.service.to_string(),
        cases: ticket.cases.get(),
        then: ticket.then.iter().map(ToString::to_string).collect(),
        ahead: ticket.ahead_at_first,
        forecast: ticket.promised.map(Forecast::from),
        print: app.spool.state_of_new(),
        url,
    }
}

/// A ticket as its holder sees it now.
pub(super) fn held(app: &App, ticket: TicketId) -> Result<HeldTicket, Problem> {
    let now = (app.clock)();
    let found = app.engine.published().read(|hall| {
        let ticket = hall.ticket(ticket)?;
        let (print, contact) = (app.spool.state_of(ticket.id), app.contacts.is_left(ticket.id));
        let beside = TicketBeside { print, contact, now };
        let view = ticket_view(hall, &app.setup, ticket, beside);
        Some((ticket.token.clone(), view))
    });
    let (token, ticket) = found.ok_or_else(Problem::unknown_ticket)?;
    Ok(HeldTicket { token: token.as_str().to_owned(), url: app.ticket_url(&token), ticket })
}
