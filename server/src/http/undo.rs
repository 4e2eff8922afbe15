//! Taking back the last step at a counter.

use actix_web::{HttpResponse, web};
use moi_domain::{Actor, Command};

use super::counters::{CounterPath, Nothing, carry_out};
use super::{IdempotencyKey, OptionalBody, Problem};
use crate::app::App;
use crate::auth::Officer;
use crate::views::OfficerTicket;

/// Takes back what this counter's officer did there last, for as many seconds as the set-up gives: a call, a start, a
/// finish, a no-show, a ticket put aside or handed on, a pause. All is again as it was before.
#[utoipa::path(
    post, path = "/api/v1/counters/{counter}/undo", tag = "counters", params(("counter" = u16, Path), IdempotencyKey),
    responses(
        (status = 200, description = "The ticket that the step was about, as it is again", body = OfficerTicket),
        (status = 204, description = "A pause is taken back, which had ended no visit"),
        (
            status = 409,
            description = "Nothing to take back, too late, a recall, the ticket has moved on, or another officer's \
                counter: each has a `code` of its own, and nothing has changed"
        )
    )
)]
pub async fn undo(
    app: web::Data<App>,
    officer: Officer,
    path: CounterPath,
    key: IdempotencyKey,
    _body: OptionalBody<Nothing>,
) -> Result<HttpResponse, Problem> {
    let counter = path.0;
    let command = Command::UndoStep { counter, officer: officer.name.clone() };
    let order = key.order(command, Actor::Officer(officer.name), &format!("undo {counter}"));
    carry_out(&app, "undo-step", order).await
}
