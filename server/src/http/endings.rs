//! The end of a visit, and how it came out.

use actix_web::{HttpResponse, web};
use moi_domain::{Actor, Command, OutcomeId};
use serde::Deserialize;
use utoipa::ToSchema;

use super::counters::{CounterPath, carry_out};
use super::{Body, IdempotencyKey, OptionalBody, Problem};
use crate::app::App;
use crate::auth::Officer;
use crate::views::OfficerTicket;

/// How a visit came out that ends.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// Id of an outcome of the set-up; it stands in the journal.
    #[schema(example = "received")]
    outcome: Option<String>,
}

/// How a visit came out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NotedOutcome {
    /// Id of an outcome of the set-up; it stands in the journal.
    #[schema(example = "received")]
    outcome: String,
}

/// Ends the visit. Where the set-up calls the next ticket with it, the answer is that ticket.
#[utoipa::path(
    post, path = "/api/v1/counters/{counter}/finish", tag = "counters", params(("counter" = u16, Path), IdempotencyKey),
    request_body = Option<Ending>,
    responses(
        (status = 200, body = OfficerTicket),
        (status = 409, description = "There is no visit here, or the set-up asks for its outcome"),
        (status = 422, description = "The set-up has no such outcome")
    )
)]
pub async fn finish(
    app: web::Data<App>,
    officer: Officer,
    path: CounterPath,
    key: IdempotencyKey,
    body: OptionalBody<Ending>,
) -> Result<HttpResponse, Problem> {
    let counter = path.0;
    let outcome = body.0.and_then(|ending| ending.outcome).as_deref().map(outcome_of).transpose()?;
    let meaning = outcome.as_ref().map_or(String::new(), |outcome| format!(" {outcome}"));
    let meaning = format!("finish-visit {counter}{meaning}");
    let command = Command::FinishVisit { counter, officer: officer.name.clone(), outcome };
    carry_out(&app, "finish-visit", key.order(command, Actor::Officer(officer.name), &meaning)).await
}

/// Notes how the visit at the counter came out; without one there, that of the visit that ended last. The newest note
/// counts.
#[utoipa::path(
    post, path = "/api/v1/counters/{counter}/outcome", tag = "counters",
    params(("counter" = u16, Path), IdempotencyKey),
    request_body = NotedOutcome,
    responses(
        (status = 200, body = OfficerTicket),
        (status = 409, description = "There is no visit here and none has ended"),
        (status = 422, description = "The set-up has no such outcome")
    )
)]
pub async fn note(
    app: web::Data<App>,
    officer: Officer,
    path: CounterPath,
    key: IdempotencyKey,
    body: Body<NotedOutcome>,
) -> Result<HttpResponse, Problem> {
    let counter = path.0;
    let outcome = outcome_of(&body.0.outcome)?;
    let meaning = format!("note-outcome {counter} {outcome}");
    let command = Command::NoteOutcome { counter, officer: officer.name.clone(), outcome };
    carry_out(&app, "note-outcome", key.order(command, Actor::Officer(officer.name), &meaning)).await
}

/// The outcome that a body names.
pub(super) fn outcome_of(id: &str) -> Result<OutcomeId, Problem> {
    OutcomeId::new(id).map_err(|_| Problem::unknown_outcome(id))
}
