//! Handing the ticket at a counter on to another service or counter.

use actix_web::{HttpResponse, web};
use moi_domain::{Actor, Command, CounterNumber, Rank, ServiceCode, Target};
use serde::Deserialize;
use utoipa::ToSchema;

use super::counters::{CounterPath, carry_out};
use super::{Body, IdempotencyKey, Problem};
use crate::app::App;
use crate::auth::Officer;
use crate::views::OfficerTicket;

/// Where a ticket is handed on to: either a service or a counter.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// Code of a service: all counters that handle it may call the ticket.
    #[schema(example = "C")]
    service: Option<String>,
    /// A counter, which alone calls the ticket then.
    counter: Option<u16>,
    /// Where in the order; what the set-up says when it is left out.
    place: Option<TransferPlace>,
}

/// Where in the order a ticket stands that was handed on.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TransferPlace {
    /// Before everybody who waits there.
    Front,
    /// Behind everybody, as if it were taken now.
    End,
    /// By its first arrival.
    Arrival,
}

/// Hands the ticket at the counter on to another service or counter, where it waits with its own number.
#[utoipa::path(
    post, path = "/api/v1/counters/{counter}/transfer", tag = "counters",
    params(("counter" = u16, Path), IdempotencyKey),
    request_body = Transfer,
    responses(
        (status = 200, body = OfficerTicket),
        (status = 409, description = "There is no visit here, or nobody is at the other counter"),
        (status = 422, description = "Unknown service or counter")
    )
)]
pub async fn transfer(
    app: web::Data<App>,
    officer: Officer,
    path: CounterPath,
    key: IdempotencyKey,
    body: Body<Transfer>,
) -> Result<HttpResponse, Problem> {
    let (counter, wanted) = (path.0, body.0);
    let rank = wanted.place.map(|place| match place {
        TransferPlace::Front => Rank::Front,
        TransferPlace::End => Rank::End,
        TransferPlace::Arrival => Rank::Arrival,
    });
    let to = match (wanted.service, wanted.counter) {
        (Some(code), None) => Target::Service(ServiceCode::new(&code).map_err(|_| Problem::unknown_service(&code))?),
        (None, Some(number)) => {
            Target::Counter(CounterNumber::try_from(number).map_err(|_| Problem::unknown_target(number))?)
        }
        (Some(_), Some(_)) | (None, None) => {
            return Err(Problem::invalid_body("either `service` or `counter` must be there"));
        }
    };
    let meaning = format!("transfer {counter} {to:?} {rank:?}");
    let command = Command::TransferTicket { counter, officer: officer.name.clone(), to, rank };
    carry_out(&app, "transfer-ticket", key.order(command, Actor::Officer(officer.name), &meaning)).await
}
