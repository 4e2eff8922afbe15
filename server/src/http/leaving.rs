//! Pausing and closing a counter, and what becomes of those who wait there.

use actix_web::{HttpResponse, web};
use moi_domain::{Actor, Command, CounterNumber, Minutes, OfficerName, PauseReason, Remaining, ServiceCode, Target};
use serde::Deserialize;
use utoipa::ToSchema;

use super::counters::{CounterPath, summary};
use super::{IdempotencyKey, OptionalBody, Problem};
use crate::app::App;
use crate::auth::Operator;
use crate::views::CounterSummary;

/// The longest pause that an officer may announce; beyond it the counter is closed.
const PAUSE_MINUTES_MAX: u16 = 240;

/// A pause.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// How long it is meant to be; shown to the citizens. 1 to 240.
    minutes: Option<u16>,
    /// Id of a reason of the set-up; shown to the citizens. Without `minutes` it lasts as long as that usually does.
    #[schema(example = "lunch")]
    reason: Option<String>,
    /// Those whom no other open counter calls wait on.
    #[serde(default)]
    leave_waiting: bool,
    /// Those whom no other open counter calls wait elsewhere.
    hand_over: Option<HandOver>,
}

/// What becomes of those whom no other open counter calls. Needed only when there is somebody.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// They wait on.
    #[serde(default)]
    leave_waiting: bool,
    /// They wait elsewhere.
    hand_over: Option<HandOver>,
}

/// Where people are handed over to: either a service or a counter. Each keeps the arrival that it was ranked by.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// Code of a service that another open counter calls.
    #[schema(example = "C")]
    service: Option<String>,
    /// An open counter, which alone calls them then.
    counter: Option<u16>,
}

/// Pauses a counter; ends a visit that was being served. A long pause of the last open counter of a service is refused
/// with `people-wait` while people wait, until the body says what becomes of them.
#[utoipa::path(
    post, path = "/api/v1/counters/{counter}/pause", tag = "counters", params(("counter" = u16, Path), IdempotencyKey),
    request_body = Option<Pause>,
    responses(
        (status = 200, body = CounterSummary),
        (status = 409, description = "Closed, somebody is called, or people wait whom no other open counter calls"),
        (status = 422, description = "Unknown reason, or unknown service or counter to hand people over to")
    )
)]
pub async fn pause(
    app: web::Data<App>,
    operator: Operator,
    path: CounterPath,
    key: IdempotencyKey,
    body: OptionalBody<Pause>,
) -> Result<HttpResponse, Problem> {
    let counter = path.0;
    let Pause { minutes, reason, leave_waiting, hand_over } = body.0.unwrap_or_default();
    if minutes.is_some_and(|minutes| !(1..=PAUSE_MINUTES_MAX).contains(&minutes)) {
        return Err(Problem::invalid_body(format!("`minutes` must be 1 to {PAUSE_MINUTES_MAX}")));
    }
    let remaining = remaining(leave_waiting, hand_over)?;
    let meaning = format!("pause {counter} {minutes:?} {reason:?} {remaining:?}");
    let unknown = |id: &str| Problem::unknown_pause_reason(id);
    let reason = reason.map(|id| PauseReason::new(&id).map_err(|_| unknown(&id))).transpose()?;
    let minutes = minutes.map(|minutes| Minutes(minutes.into()));
    let (officer, actor) = acting(&app, operator, counter)?;
    let command = Command::PauseCounter { counter, officer, minutes, reason, remaining };
    app.submit("pause-counter", key.order(command, actor, &meaning)).await?;
    summary(&app, counter)
}

/// Closes a counter; ends a visit that was being served. The last open counter of a service is refused with
/// `people-wait` while people wait, until the body says what becomes of them. A supervisor or administrator also
/// closes one that has called somebody: the ticket waits again, where it stood first.
#[utoipa::path(
    post, path = "/api/v1/counters/{counter}/close", tag = "counters", params(("counter" = u16, Path), IdempotencyKey),
    request_body = Option<Closing>,
    responses(
        (status = 200, body = CounterSummary),
        (
            status = 409,
            description = "Another officer's, somebody is called, or people wait whom no other open counter calls"
        ),
        (status = 422, description = "Unknown service or counter to hand people over to")
    )
)]
pub async fn close(
    app: web::Data<App>,
    operator: Operator,
    path: CounterPath,
    key: IdempotencyKey,
    body: OptionalBody<Closing>,
) -> Result<HttpResponse, Problem> {
    let counter = path.0;
    let Closing { leave_waiting, hand_over } = body.0.unwrap_or_default();
    let remaining = remaining(leave_waiting, hand_over)?;
    let meaning = format!("close {counter} {remaining:?}");
    let (officer, actor) = acting(&app, operator, counter)?;
    let command = Command::CloseCounter { counter, officer, remaining };
    app.submit("close-counter", key.order(command, actor, &meaning)).await?;
    summary(&app, counter)
}

/// Whether the counter's officer acts, or somebody who frees it.
fn acting(app: &App, operator: Operator, counter: CounterNumber) -> Result<(Option<OfficerName>, Actor), Problem> {
    let holder = app.engine.published().read(|hall| hall.counter(counter).standing.officer().cloned());
    operator.at_counter_of(holder.as_ref())
}

fn remaining(leave_waiting: bool, hand_over: Option<HandOver>) -> Result<Option<Remaining>, Problem> {
    let to = match hand_over {
        None => return Ok(leave_waiting.then_some(Remaining::Leave)),
        Some(_) if leave_waiting => {
            return Err(Problem::invalid_body("`leave_waiting` and `hand_over` exclude each other"));
        }
        Some(HandOver { service: Some(code), counter: None }) => {
            Target::Service(ServiceCode::new(&code).map_err(|_| Problem::unknown_service(&code))?)
        }
        Some(HandOver { service: None, counter: Some(number) }) => {
            Target::Counter(CounterNumber::try_from(number).map_err(|_| Problem::unknown_target(number))?)
        }
        Some(HandOver { service: Some(_), counter: Some(_) } | HandOver { service: None, counter: None }) => {
            return Err(Problem::invalid_body("`hand_over` needs either `service` or `counter`"));
        }
    };
    Ok(Some(Remaining::HandOver(to)))
}
