//! `/tickets`: taking one at the entrance, and what its holder may do with it.

use std::fmt::Write as _;

use actix_web::{HttpResponse, http::header, web};
use moi_domain::{Actor, Cases, Command, Door, Language, PriorityId, ServiceCode, Status, Ticket, TicketId, told};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::away::ReturnedTicket;
use super::outage::paper_number;
use super::{Body, IdempotencyKey, Problem};
use crate::app::App;
use crate::auth::{Kiosk, Receptionist, TicketCanceller, TicketHolder, ticket_token};
use crate::views::{Forecast, PrintState, TicketBeside, TicketView, clock, local, officer_ticket, ticket_view};

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
    /// The number on a paper that the staff hand out while the printer is out: one of those that are reserved for it.
    #[schema(example = "A951")]
    paper_number: Option<String>,
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
    /// Minutes until the call; null when a break comes before, no counter serves the service, or its number stands on
    /// paper.
    forecast: Option<Forecast>,
    /// When the office opens again after a break that comes before the call, as 13:00; null when none does.
    after_break: Option<String>,
    /// When the appointment is that its citizen came for.
    appointment: Option<String>,
    /// Whether they came too late for it, so that the ticket waits as everybody's.
    late: bool,
    /// Whether it was given before, so that no slip of it comes now: its citizen showed the appointment once more.
    pub(super) checked_in_before: bool,
    /// Whether it was given to the same request before, whose answer got lost.
    given_before: bool,
    /// queued, or none when the office prints no slips or the number stands on paper already.
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
    post, path = "/api/v1/tickets", tag = "tickets", params(IdempotencyKey), request_body = NewTicket,
    responses(
        (status = 201, description = "The ticket", body = TakenTicket),
        (status = 401, description = "Neither a kiosk, the staff nor a page on the office's own machine"),
        (
            status = 409,
            description = "The kiosk gives none now: the office is closed, or the day's numbers or tickets are used up"
        ),
        (status = 403, description = "A number on paper, and it is not the staff who ask"),
        (status = 422, description = "Unknown service or priority class, no number for paper, or a key used before"),
        (status = 429, description = "This kiosk gave many tickets just now: `tickets_per_minute` in the set-up"),
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
    let paper = wanted.paper_number.map(|number| paper_number("paper_number", &number)).transpose()?;
    let service = ServiceCode::new(&wanted.service).map_err(|_| Problem::unknown_service(&wanted.service))?;
    let priority = wanted
        .priority
        .map(|priority| PriorityId::new(&priority).map_err(|_| Problem::unknown_priority(&priority)))
        .transpose()?;
    let language = ticket_language(&app, wanted.language)?;
    let cases = cases_of(wanted.cases)?;
    let then = services_of(&wanted.then)?;
    require_patience(&app, &kiosk, &key)?;
    let token = ticket_token();
    let command = match (paper, kiosk.door) {
        (None, door) => Command::TakeTicket { token, service, priority, language, door, cases, then },
        (Some(_), Door::Kiosk) => return Err(Problem::not_allowed()),
        (Some(number), Door::Staff) => {
            Command::TakeReserved { number, arrived: None, token, service, priority, language, cases, then }
        }
    };
    let asked_at = (app.clock)();
    let answer = app.submit("take-ticket", key.order(command, kiosk.actor, &meaning)).await?;
    let ticket = answer.ticket.ok_or_else(Problem::bug)?;
    let url = app.ticket_url(&ticket.token);
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, format!("/api/v1/tickets/{}", ticket.token.as_str())))
        .json(TakenTicket { given_before: ticket.entered_at < asked_at, ..taken(&app, &ticket, url) }))
}

/// A child keeps pressing: the kiosk rests. The staff are never held up.
fn require_patience(app: &App, kiosk: &Kiosk, key: &IdempotencyKey) -> Result<(), Problem> {
    let (Door::Kiosk, Actor::Kiosk(name)) = (&kiosk.door, &kiosk.actor) else { return Ok(()) };
    // Simulated citizens hurry.
    let most = if app.rehearsal { 0 } else { app.office().entrance.tickets_per_minute };
    app.doors.taps.take(name, key.given(), most).map_err(Problem::too_often)
}

/// Looks at a ticket by its secret.
#[utoipa::path(
    get, path = "/api/v1/tickets/{token}", tag = "tickets", security(()),
    params(("token" = String, Path, description = "The ticket's secret, from the QR code")),
    responses(
        (status = 200, body = HeldTicket), (status = 404, description = "No ticket has this secret"),
        (status = 410, description = "Its day ended before it was served: `ticket-expired`, with number and day")
    )
)]
pub async fn show(app: web::Data<App>, holder: TicketHolder) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok().json(held(&app, holder.ticket)?))
}

/// Gives a ticket back.
///
/// By its secret for its holder, by its id for the staff. Harmless to repeat; refused once the visit has begun.
#[utoipa::path(
    delete, path = "/api/v1/tickets/{token}", tag = "tickets", security(()),
    params(("token" = String, Path, description = "The ticket's secret from the QR code, or its id"), IdempotencyKey),
    responses(
        (status = 200, body = ReturnedTicket), (status = 404, description = "No ticket has this secret or id"),
        (status = 409, description = "The visit has begun or is over")
    )
)]
pub async fn cancel(
    app: web::Data<App>,
    canceller: TicketCanceller,
    key: IdempotencyKey,
) -> Result<HttpResponse, Problem> {
    let TicketCanceller { ticket, actor } = canceller;
    let token = app.engine.published().read(|hall| hall.ticket(ticket).map(|ticket| ticket.token.clone()));
    let command = Command::CancelTicket { token: token.ok_or_else(Problem::unknown_ticket)? };
    if actor != Actor::Holder {
        let answer = app.submit("cancel-ticket", key.order(command, actor, &format!("cancel {ticket}"))).await?;
        let ticket = answer.ticket.ok_or_else(Problem::bug)?;
        return Ok(HttpResponse::Ok().json(ReturnedTicket::Staff(Box::new(officer_ticket(&app.setup(), &ticket)))));
    }
    // Each holder is a caller of their own: two may choose the same key.
    let order = key.order_of(&format!("holder/{ticket}"), command, actor, "cancel");
    app.submit("cancel-ticket", order).await?;
    Ok(HttpResponse::Ok().json(ReturnedTicket::Holder(Box::new(held(&app, ticket)?))))
}

/// A slip that is on its way once more.
#[derive(Debug, Serialize, ToSchema)]
pub struct SlipAgain {
    /// queued, or none when the office prints no slips.
    print: PrintState,
}

/// Prints a ticket's slip once more, marked as a reprint.
#[utoipa::path(
    post, path = "/api/v1/tickets/{ticket}/slip", tag = "tickets",
    params(("ticket" = u64, Path, description = "The ticket's id")),
    responses(
        (status = 202, description = "It is on its way", body = SlipAgain),
        (status = 404, description = "No ticket has this id"),
        (status = 409, description = "Too many wait for the printer: this one is not printed")
    )
)]
pub async fn print_again(
    app: web::Data<App>,
    _who: Receptionist,
    path: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let id = path.parse().map(TicketId).map_err(|_| Problem::unknown_ticket())?;
    let is_known = app.engine.published().read(|hall| hall.ticket(id).is_some());
    if !is_known {
        return Err(Problem::unknown_ticket());
    }
    let print = app.spool.print_again(id).ok_or_else(Problem::too_many_reprints)?;
    app.engine.published().ring();
    Ok(HttpResponse::Accepted().json(SlipAgain { print }))
}

impl NewTicket {
    /// What tells two wishes apart.
    fn meaning(&self) -> String {
        let Self { service, priority, language, cases, then, paper_number } = self;
        let mut meaning = format!("take {service} {priority:?} {language:?}");
        // Keys of orders that name none of these mean the same as ever.
        if cases.is_some() || !then.is_empty() {
            let _ = write!(meaning, " {cases:?} {then:?}");
        }
        if let Some(number) = paper_number {
            let _ = write!(meaning, " {number}");
        }
        meaning
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

/// The language that was wished for, or the office's first.
pub(super) fn ticket_language(app: &App, wanted: Option<String>) -> Result<Language, Problem> {
    let Some(wanted) = wanted else { return Ok(app.default_language()) };
    if !app.office().languages.contains(&wanted) {
        let known = app.office().languages.join(", ");
        return Err(Problem::invalid_body(format!("`language` must be one of {known}")));
    }
    Language::new(&wanted).map_err(|_| Problem::bug())
}

/// A ticket as whoever has just taken it gets it.
pub(super) fn taken(app: &App, ticket: &Ticket, url: String) -> TakenTicket {
    let now = (app.clock)();
    // A ticket that is answered once more may be called by now.
    let after_break = app.engine.published().read(|hall| {
        let waiting = hall.ticket(ticket.id).filter(|ticket| ticket.status == Status::Waiting)?;
        told(hall, &app.setup(), &waiting.service, Some(waiting), now).0.after_break()
    });
    TakenTicket {
        after_break: after_break.filter(|_| ticket.promised.is_none()).map(clock),
        id: ticket.id.0,
        token: ticket.token.as_str().to_owned(),
        number: ticket.number.to_string(),
        service: ticket.service.to_string(),
        cases: ticket.cases.get(),
        then: ticket.then.iter().map(ToString::to_string).collect(),
        ahead: ticket.ahead_at_first,
        forecast: ticket.promised.map(Forecast::from),
        appointment: ticket.appointment.map(|kept| local(&app.setup().zone, kept.starts_at)),
        late: ticket.appointment.is_some_and(|kept| kept.arrival.is_none()),
        checked_in_before: false,
        print: if ticket.paper.is_some() { PrintState::None } else { app.spool.state_of_new() },
        given_before: false,
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
        let view = ticket_view(hall, &app.setup(), ticket, beside);
        Some((ticket.token.clone(), view))
    });
    let (token, ticket) = found.ok_or_else(Problem::unknown_ticket)?;
    Ok(HeldTicket { token: token.as_str().to_owned(), url: app.ticket_url(&token), ticket })
}
