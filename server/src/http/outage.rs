//! `/outage`: numbers on paper, which enter the queue when power or network are back.

use actix_web::{HttpResponse, web};
use moi_domain::{Command, ReservedNumbers, ServiceCode, Ticket, TicketNumber, reserved_numbers};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Body, IdempotencyKey, Problem};
use crate::app::App;
use crate::auth::{Receptionist, Staff, ticket_token};
use crate::views::local;

/// The numbers on paper, and the newest outage.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutageView {
    /// Those of each letter; empty where the set-up reserves none.
    numbers: Vec<PaperNumbers>,
    /// The newest time today in which the office was not there; null when there was none.
    absence: Option<AbsenceView>,
}

/// The numbers on paper of one letter.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperNumbers {
    /// The letter.
    #[schema(example = "A")]
    prefix: String,
    /// The first of them.
    #[schema(example = "A950")]
    first: String,
    /// The last of them.
    #[schema(example = "A999")]
    last: String,
    /// The highest that was used today; null when none was.
    used: Option<String>,
}

/// A time in which the office was not there.
#[derive(Debug, Serialize, ToSchema)]
pub struct AbsenceView {
    /// Its last sign of life.
    gone: String,
    /// When it was back.
    back: String,
}

/// What was handed out during an outage.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandedOut {
    /// Code of the service.
    #[schema(example = "A")]
    service: String,
    /// The last number that was handed out.
    #[schema(example = "A962")]
    last: String,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Entered {
    /// How many numbers entered the queue; 0 when they all were in it before.
    added: usize,
    /// The first of them; null when there were none.
    first: Option<String>,
    /// The last number that was handed out.
    last: String,
    /// When the first of them is reckoned to have come.
    arrived_from: Option<String>,
    /// When the last of them is reckoned to have come.
    arrived_to: Option<String>,
}

/// Which numbers are for paper, how far they are used today, and when the office was not there.
#[utoipa::path(get, path = "/api/v1/outage", tag = "outage", responses((status = 200, body = OutageView)))]
pub async fn show(app: web::Data<App>, _who: Staff) -> HttpResponse {
    let at = |at| local(&app.setup.zone, at);
    let view = app.engine.read_as_returned(|hall| OutageView {
        numbers: reserved_numbers(hall, &app.setup).into_iter().map(paper_numbers).collect(),
        absence: hall.absence().map(|absence| AbsenceView { gone: at(absence.gone), back: at(absence.back) }),
    });
    HttpResponse::Ok().json(view)
}

fn paper_numbers(ReservedNumbers { first, last, used }: ReservedNumbers) -> PaperNumbers {
    PaperNumbers {
        prefix: first.prefix.to_string(),
        first: first.to_string(),
        last: last.to_string(),
        used: used.map(|used| used.to_string()),
    }
}

/// Makes tickets of the papers that were handed out during an outage: all after the highest number that was used
/// today, up to the last one.
///
/// They enter at once or not at all. They are called in their order, after those who had a ticket before the outage
/// and before those who took one after it: their citizens are reckoned to have come evenly spread over the time in
/// which the office was not there. The same last number again adds nothing.
#[utoipa::path(
    post, path = "/api/v1/outage", tag = "outage", request_body = HandedOut,
    responses(
        (status = 200, body = Entered),
        (status = 409, description = "The set-up reserves no numbers, or numbers up to a higher one are in already"),
        (status = 422, description = "Unknown service, or the number is none of those for its papers")
    )
)]
pub async fn enter(
    app: web::Data<App>,
    receptionist: Receptionist,
    key: IdempotencyKey,
    body: Body<HandedOut>,
) -> Result<HttpResponse, Problem> {
    let HandedOut { service, last } = body.0;
    let service = ServiceCode::new(&service).map_err(|_| Problem::unknown_service(&service))?;
    let last = paper_number("last", &last)?;
    let tokens = (0..app.setup.numbering.reserved).map(|_| ticket_token()).collect();
    let meaning = format!("enter-outage {service} {last}");
    let language = app.default_language.clone();
    let command = Command::EnterOutage { service, last: last.clone(), tokens, language };
    let answer = app.submit("enter-outage", key.order(command, receptionist.actor, &meaning)).await?;
    Ok(HttpResponse::Ok().json(entered(&app, &last, answer.ticket.filter(|_| answer.is_new).as_ref())))
}

/// The tickets that came in with this last one: those before it that took their place with it.
fn entered(app: &App, last: &TicketNumber, newest: Option<&Ticket>) -> Entered {
    let with_it = |newest: &Ticket, ticket: &Ticket| {
        let is_of_it = ticket.number.prefix == newest.number.prefix && ticket.entered_at == newest.entered_at;
        is_of_it && ticket.is_of_outage() && ticket.id <= newest.id
    };
    app.engine.published().read(|hall| {
        let tickets = || newest.into_iter().flat_map(|newest| hall.tickets().filter(move |it| with_it(newest, it)));
        let arrived = |ticket: &Ticket| local(&app.setup.zone, ticket.taken_at);
        Entered {
            added: tickets().count(),
            first: tickets().next().map(|ticket| ticket.number.to_string()),
            last: last.to_string(),
            arrived_from: tickets().next().map(arrived),
            arrived_to: tickets().last().map(arrived),
        }
    })
}

/// A number as it stands on a paper; in small letters and with spaces, too.
pub(super) fn paper_number(field: &str, text: &str) -> Result<TicketNumber, Problem> {
    let typed: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let number = typed.to_ascii_uppercase().parse();
    number.map_err(|_| Problem::invalid_body(format!("`{field}` must be a number as on the paper, like A951")))
}
