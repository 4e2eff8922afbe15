//! A call for help from a counter: silent, for colleagues and whoever leads the hall.

use actix_web::{HttpResponse, web};
use moi_domain::{Actor, Command};

use super::counters::CounterPath;
use super::{IdempotencyKey, Problem};
use crate::app::App;
use crate::auth::{Officer, Operator};

/// Asks colleagues and supervisor for help. Their desks show it, the hall does not; it ends by itself after ten
/// minutes.
#[utoipa::path(
    post, path = "/api/v1/counters/{counter}/help", tag = "counters", params(("counter" = u16, Path), IdempotencyKey),
    responses(
        (status = 204, description = "They are told"),
        (status = 409, description = "The counter is closed or another officer's")
    )
)]
pub async fn ask(
    app: web::Data<App>,
    officer: Officer,
    path: CounterPath,
    key: IdempotencyKey,
) -> Result<HttpResponse, Problem> {
    let counter = path.0;
    let command = Command::AskHelp { counter, officer: officer.name.clone() };
    app.submit("ask-help", key.order(command, Actor::Officer(officer.name), &format!("help {counter}"))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Ends a call for help: whoever asked needs it no more, or somebody is on the way.
#[utoipa::path(
    delete, path = "/api/v1/counters/{counter}/help", tag = "counters", params(("counter" = u16, Path), IdempotencyKey),
    responses((status = 204, description = "Nobody is asked any more"))
)]
pub async fn end(
    app: web::Data<App>,
    operator: Operator,
    path: CounterPath,
    key: IdempotencyKey,
) -> Result<HttpResponse, Problem> {
    let counter = path.0;
    let order = key.order(Command::EndHelp { counter }, operator.actor()?, &format!("helped {counter}"));
    app.submit("end-help", order).await?;
    Ok(HttpResponse::NoContent().finish())
}
