//! Granting a priority class to a ticket that was taken without it.

use actix_web::{HttpResponse, web};
use moi_domain::{Command, PriorityId};
use serde::Deserialize;
use utoipa::ToSchema;

use super::counters::carry_out;
use super::{Body, IdempotencyKey, Problem};
use crate::app::App;
use crate::auth::PriorityGranter;
use crate::views::OfficerTicket;

/// A priority class.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// Id of a class of the set-up.
    #[schema(example = "elderly")]
    priority: String,
}

/// Grants a priority class to a ticket that waits or is away: its citizen has a right to it and did not say so.
///
/// It stands earlier by what the class gives more than it had. Who did it stands in the journal. Harmless to repeat.
#[utoipa::path(
    post, path = "/api/v1/tickets/{ticket}/priority", tag = "tickets",
    params(("ticket" = String, Path, description = "The ticket's id"), IdempotencyKey), request_body = Grant,
    responses(
        (status = 200, body = OfficerTicket),
        (status = 404, description = "No ticket has this id"),
        (status = 409, description = "It is at a counter or its visit is over, or the set-up lets others grant"),
        (status = 422, description = "The set-up has no such class")
    )
)]
pub async fn grant(
    app: web::Data<App>,
    granter: PriorityGranter,
    key: IdempotencyKey,
    body: Body<Grant>,
) -> Result<HttpResponse, Problem> {
    let PriorityGranter { ticket, by, actor } = granter;
    let class = body.0.priority;
    let priority = PriorityId::new(&class).map_err(|_| Problem::unknown_priority(&class))?;
    let meaning = format!("grant {ticket} {priority}");
    let command = Command::GrantPriority { ticket, priority, by };
    carry_out(&app, "grant-priority", key.order(command, actor, &meaning)).await
}
