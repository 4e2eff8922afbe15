//! `/counters`: what an officer does at a desk.

use actix_web::{HttpResponse, web};
use moi_domain::{Actor, CallReason, Command, CounterNumber, OfficerName, Order, TicketId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::endings::outcome_of;
use super::{IdempotencyKey, OptionalBody, Problem};
use crate::app::App;
use crate::auth::{Anyone, Officer};
use crate::views::{CounterSummary, OfficerTicket, counter_summary, officer_ticket, room_order};

/// All counters.
#[derive(Debug, Serialize, ToSchema)]
pub struct Counters {
    /// In the order in which they stand in the room.
    counters: Vec<CounterSummary>,
}

/// Whom to call, nothing for the next one; and how the visit came out that this ends.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NextCall {
    /// Id of a ticket that waits, was put aside or missed its call.
    ticket: Option<u64>,
    /// Id of a reason of the set-up; it stands in the journal.
    #[schema(example = "frail")]
    reason: Option<String>,
    /// Id of an outcome of the set-up; only without `ticket`.
    #[schema(example = "received")]
    outcome: Option<String>,
}

/// A body without fields: `{}`.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A counter number in the path.
#[derive(Debug)]
pub struct CounterPath(pub(super) CounterNumber);

impl actix_web::FromRequest for CounterPath {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(request: &actix_web::HttpRequest, _payload: &mut actix_web::dev::Payload) -> Self::Future {
        let text = request.match_info().get("counter").unwrap_or_default();
        let number = text.parse::<u16>().ok().and_then(|number| CounterNumber::try_from(number).ok());
        let known = request.app_data::<web::Data<App>>().zip(number);
        let known = known.filter(|(app, number)| app.setup().counters.contains_key(number));
        std::future::ready(known.map(|(_, number)| Self(number)).ok_or_else(|| Problem::unknown_counter(text)))
    }
}

/// Lists the counters with what each does now.
#[utoipa::path(
    get, path = "/api/v1/counters", tag = "counters", security(()),
    responses((status = 200, body = Counters))
)]
pub async fn list(app: web::Data<App>, _who: Anyone) -> HttpResponse {
    let counters = app.engine.published().read(|hall| {
        room_order(&app.office()).filter_map(|number| counter_summary(hall, &app.setup(), number)).collect()
    });
    HttpResponse::Ok().json(Counters { counters })
}

/// How a counter is opened.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// From whoever holds it, with the visit there: that officer left it, or two sat down at one desk. Both desks show
    /// it, and the journal keeps it.
    #[serde(default)]
    take_over: bool,
}

/// Opens a counter and claims it for this officer; ends a pause.
#[utoipa::path(
    post, path = "/api/v1/counters/{counter}/open", tag = "counters", params(("counter" = u16, Path), IdempotencyKey),
    request_body = Option<Opening>,
    responses((status = 200, body = CounterSummary), (status = 409, description = "Another officer holds it"))
)]
pub async fn open(
    app: web::Data<App>,
    officer: Officer,
    path: CounterPath,
    key: IdempotencyKey,
    body: OptionalBody<Opening>,
) -> Result<HttpResponse, Problem> {
    let counter = path.0;
    let Opening { take_over } = body.0.unwrap_or_default();
    let name = officer.name.clone();
    let (command, verb) = if take_over {
        (Command::TakeOverCounter { counter, officer: name }, "take-over-counter")
    } else {
        (Command::OpenCounter { counter, officer: name }, "open-counter")
    };
    let meaning = if take_over { format!("take over {counter}") } else { format!("open {counter}") };
    app.submit(verb, key.order(command, Actor::Officer(officer.name), &meaning)).await?;
    summary(&app, counter)
}

/// Ends the current visit and calls the next ticket, or the one that the body names.
#[utoipa::path(
    post, path = "/api/v1/counters/{counter}/next", tag = "counters", params(("counter" = u16, Path), IdempotencyKey),
    request_body = Option<NextCall>,
    responses(
        (status = 200, description = "The called ticket", body = OfficerTicket),
        (status = 204, description = "Nobody waits for this counter"),
        (status = 404, description = "No ticket has this id"),
        (status = 409, description = "The counter is closed, paused or another officer's, or the ticket is not free"),
        (status = 422, description = "The set-up has no such reason or outcome")
    )
)]
pub async fn next(
    app: web::Data<App>,
    officer: Officer,
    path: CounterPath,
    key: IdempotencyKey,
    body: OptionalBody<NextCall>,
) -> Result<HttpResponse, Problem> {
    let counter = path.0;
    let NextCall { ticket, reason, outcome } = body.0.unwrap_or_default();
    let outcome = outcome.as_deref().map(outcome_of).transpose()?;
    let Some(ticket) = ticket else {
        if reason.is_some() {
            return Err(Problem::invalid_body("`reason` is for a call of a `ticket`"));
        }
        let meaning = outcome.as_ref().map_or(String::new(), |outcome| format!(" {outcome}"));
        let command = Command::CallNext { counter, officer: officer.name.clone(), outcome };
        let order = key.order(command, Actor::Officer(officer.name), &format!("call-next {counter}{meaning}"));
        return carry_out(&app, "call-next", order).await;
    };
    if outcome.is_some() {
        return Err(Problem::invalid_body("`outcome` is for the next ticket; note it at `/outcome` before this call"));
    }
    let meaning = format!("call {counter} {ticket} {reason:?}");
    let reason = reason.map(|id| CallReason::new(&id).map_err(|_| Problem::unknown_reason(&id))).transpose()?;
    let command = Command::CallChosen { counter, officer: officer.name.clone(), ticket: TicketId(ticket), reason };
    carry_out(&app, "call-chosen", key.order(command, Actor::Officer(officer.name), &meaning)).await
}

/// Calls the current ticket again.
#[utoipa::path(
    post, path = "/api/v1/counters/{counter}/recall", tag = "counters", params(("counter" = u16, Path), IdempotencyKey),
    responses((status = 200, body = OfficerTicket), (status = 409, description = "No ticket is called here"))
)]
pub async fn recall(
    app: web::Data<App>,
    officer: Officer,
    path: CounterPath,
    key: IdempotencyKey,
    _body: OptionalBody<Nothing>,
) -> Result<HttpResponse, Problem> {
    act(&app, officer, path, key, Verb::Recall).await
}

/// Begins the visit: the citizen has come.
#[utoipa::path(
    post, path = "/api/v1/counters/{counter}/start", tag = "counters", params(("counter" = u16, Path), IdempotencyKey),
    responses((status = 200, body = OfficerTicket), (status = 409, description = "No ticket is called here"))
)]
pub async fn start(
    app: web::Data<App>,
    officer: Officer,
    path: CounterPath,
    key: IdempotencyKey,
    _body: OptionalBody<Nothing>,
) -> Result<HttpResponse, Problem> {
    act(&app, officer, path, key, Verb::Start).await
}

/// Notes that the called citizen did not come.
#[utoipa::path(
    post, path = "/api/v1/counters/{counter}/no-show", tag = "counters",
    params(("counter" = u16, Path), IdempotencyKey),
    responses((status = 200, body = OfficerTicket), (status = 409, description = "No ticket is called here"))
)]
pub async fn no_show(
    app: web::Data<App>,
    officer: Officer,
    path: CounterPath,
    key: IdempotencyKey,
    _body: OptionalBody<Nothing>,
) -> Result<HttpResponse, Problem> {
    act(&app, officer, path, key, Verb::NoShow).await
}

/// What is done with the ticket at a counter.
#[derive(Clone, Copy)]
enum Verb {
    Recall,
    Start,
    NoShow,
}

impl Verb {
    fn order_name(self) -> &'static str {
        match self {
            Self::Recall => "recall",
            Self::Start => "start-visit",
            Self::NoShow => "mark-no-show",
        }
    }

    fn command(self, counter: CounterNumber, officer: OfficerName) -> Command {
        match self {
            Self::Recall => Command::Recall { counter, officer },
            Self::Start => Command::StartVisit { counter, officer },
            Self::NoShow => Command::MarkNoShow { counter, officer },
        }
    }
}

async fn act(
    app: &App,
    officer: Officer,
    path: CounterPath,
    key: IdempotencyKey,
    verb: Verb,
) -> Result<HttpResponse, Problem> {
    let counter = path.0;
    let command = verb.command(counter, officer.name.clone());
    let meaning = format!("{} {counter}", verb.order_name());
    carry_out(app, verb.order_name(), key.order(command, Actor::Officer(officer.name), &meaning)).await
}

/// Gives an officer's order to the engine and answers with the ticket that it was about.
pub(super) async fn carry_out(app: &App, name: &'static str, order: Order) -> Result<HttpResponse, Problem> {
    let answer = app.submit(name, order).await?;
    Ok(match answer.ticket {
        Some(ticket) => HttpResponse::Ok().json(officer_ticket(&app.setup(), &ticket)),
        None => HttpResponse::NoContent().finish(),
    })
}

pub(super) fn summary(app: &App, counter: CounterNumber) -> Result<HttpResponse, Problem> {
    let summary = app.engine.published().read(|hall| counter_summary(hall, &app.setup(), counter));
    summary.map(|summary| HttpResponse::Ok().json(summary)).ok_or_else(Problem::bug)
}
