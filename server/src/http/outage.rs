//! `/outage`: numbers on paper, which enter the queue when power or network are back.

use std::fmt::Write as _;

use actix_web::{HttpResponse, web};
use jiff::Timestamp;
use moi_domain::{Absence, Command, ReservedNumbers, ServiceCode, Ticket, TicketNumber, reserved_numbers};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Body, IdempotencyKey, Problem};
use crate::app::App;
use crate::auth::{Receptionist, Staff, ticket_token};
use crate::print::PrintedPapers;
use crate::views::local;

/// The numbers on paper, and the outages of today.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutageView {
    /// Those of each letter; empty where the set-up reserves none.
    numbers: Vec<PaperNumbers>,
    /// The times today in which the office was not there, in their order; with many of them the longest.
    absences: Vec<AbsenceView>,
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
    /// The highest that was entered after an outage today; null when none was.
    entered: Option<String>,
    /// Those above it that were typed one by one today.
    singly: Vec<String>,
    /// The last one that `moi roll` printed; null when it printed none.
    printed: Option<String>,
    /// The absence that they are reckoned in when an entry names none; null when there was none.
    absence: Option<AbsenceView>,
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
    /// The first number that was handed out; without it, the one after the last entry, or the first of all.
    #[schema(example = "A950")]
    first: Option<String>,
    /// The last number that was handed out.
    #[schema(example = "A962")]
    last: String,
    /// `gone` of the absence in which they were handed out; without it, the longest in which none was.
    absence: Option<String>,
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
    let folder = app.place.folder().to_owned();
    let printed = web::block(move || PrintedPapers::read(&folder)).await.unwrap_or_default();
    let series = |series| paper_numbers(&app, &printed, series);
    let view = app.engine.read_as_returned(|hall| OutageView {
        numbers: reserved_numbers(hall, &app.setup()).into_iter().map(series).collect(),
        absences: hall.absences().iter().map(|absence| absence_view(&app, *absence)).collect(),
    });
    HttpResponse::Ok().json(view)
}

fn absence_view(app: &App, Absence { gone, back }: Absence) -> AbsenceView {
    AbsenceView { gone: local(&app.setup().zone, gone), back: local(&app.setup().zone, back) }
}

fn paper_numbers(app: &App, printed: &PrintedPapers, series: ReservedNumbers) -> PaperNumbers {
    let ReservedNumbers { first, last, used, entered, singly, absence } = series;
    let text = |number: Option<TicketNumber>| number.map(|number| number.to_string());
    let printed = printed.last_of(first.prefix.as_str());
    PaperNumbers {
        prefix: first.prefix.to_string(),
        printed: text(printed.map(|index| TicketNumber { index, ..first.clone() })),
        first: first.to_string(),
        last: last.to_string(),
        used: text(used),
        entered: text(entered),
        singly: singly.iter().map(ToString::to_string).collect(),
        absence: absence.map(|absence| absence_view(app, absence)),
    }
}

/// Makes tickets of the papers that were handed out during an outage: all from the first, or after the last entry, up
/// to the last one, without those that were typed one by one.
///
/// They enter at once or not at all. They are called in their order, after those who had a ticket before the outage
/// and before those who took one after it: their citizens are reckoned to have come evenly spread over the time in
/// which the office was not there, with several the one that is named. The same last number again adds nothing.
#[utoipa::path(
    post, path = "/api/v1/outage", tag = "outage", params(IdempotencyKey), request_body = HandedOut,
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
    let HandedOut { service, first, last, absence } = body.0;
    let service = ServiceCode::new(&service).map_err(|_| Problem::unknown_service(&service))?;
    let last = paper_number("last", &last)?;
    let first = first.map(|first| paper_number("first", &first)).transpose()?;
    if first.as_ref().is_some_and(|first| first.index > last.index) {
        return Err(Problem::invalid_body("`first` must not be above `last`"));
    }
    let gone = absence.map(|absence| gone_at(&app, &absence)).transpose()?;
    let tokens = (0..app.setup().numbering.reserved).map(|_| ticket_token()).collect();
    let mut meaning = format!("enter-outage {service} {last}");
    // Keys of orders that name neither mean the same as ever.
    if first.is_some() || gone.is_some() {
        let _ = write!(meaning, " {first:?} {gone:?}");
    }
    let language = app.default_language();
    let command = Command::EnterOutage { service, first, last: last.clone(), gone, tokens, language };
    let answer = app.submit("enter-outage", key.order(command, receptionist.actor, &meaning)).await?;
    Ok(HttpResponse::Ok().json(entered(&app, &last, answer.ticket.filter(|_| answer.is_new).as_ref())))
}

/// When the office went in the absence that a body names.
fn gone_at(app: &App, named: &str) -> Result<Timestamp, Problem> {
    let known = app.engine.published().read(|hall| hall.absences().to_vec());
    let meant = known.into_iter().find(|absence| local(&app.setup().zone, absence.gone) == named);
    let unknown = || Problem::invalid_body("`absence` must be `gone` of one of today's absences");
    meant.map(|absence| absence.gone).ok_or_else(unknown)
}

/// The tickets that came in with this last one: those before it that took their place with it.
fn entered(app: &App, last: &TicketNumber, newest: Option<&Ticket>) -> Entered {
    let with_it = |newest: &Ticket, ticket: &Ticket| {
        let is_of_it = ticket.number.prefix == newest.number.prefix && ticket.entered_at == newest.entered_at;
        is_of_it && ticket.is_of_outage() && ticket.id <= newest.id
    };
    app.engine.published().read(|hall| {
        let tickets = || newest.into_iter().flat_map(|newest| hall.tickets().filter(move |it| with_it(newest, it)));
        let arrived = |ticket: &Ticket| local(&app.setup().zone, ticket.taken_at);
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
