//! `/live`: who may watch which topic. The socket itself is the live room's.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, web};
use moi_domain::CounterNumber;

use super::Problem;
use crate::app::{App, view_of};
use crate::auth::{Anyone, Principal, Role, TicketHolder, is_foreign_origin, principal};
use crate::live::{CloseReason, Topic, open_socket, refuse_socket};
use crate::views::local;

type Answer = Result<HttpResponse, actix_web::Error>;

/// The waiting room's display.
pub async fn wall(app: web::Data<App>, _who: Anyone, request: HttpRequest, payload: web::Payload) -> Answer {
    watch(&app, &request, payload, Some(Topic::Wall))
}

/// The kiosk's tiles.
pub async fn kiosk(app: web::Data<App>, _who: Anyone, request: HttpRequest, payload: web::Payload) -> Answer {
    watch(&app, &request, payload, Some(Topic::Kiosk))
}

/// The display over a counter.
pub async fn counter(app: web::Data<App>, _who: Anyone, request: HttpRequest, payload: web::Payload) -> Answer {
    watch(&app, &request, payload, counter_of(&app, &request).map(Topic::Counter))
}

/// An officer's desk; also for an administrator, who may free it.
pub async fn desk(app: web::Data<App>, _who: Anyone, request: HttpRequest, payload: web::Payload) -> Answer {
    let reason = match principal(&request, &app.access) {
        Ok(Principal::Named { role: Role::Officer | Role::Administrator, .. }) => None,
        Ok(Principal::Named { role: Role::Kiosk | Role::Receptionist, .. }) => Some(CloseReason::NotAllowed),
        Ok(Principal::Nobody | Principal::OwnMachine) | Err(_) => Some(CloseReason::NotSignedIn),
    };
    match reason {
        Some(reason) => refuse(&app, &request, payload, reason),
        None => watch(&app, &request, payload, counter_of(&app, &request).map(Topic::Desk)),
    }
}

/// A citizen's own ticket.
pub async fn ticket(
    app: web::Data<App>,
    holder: Result<TicketHolder, Problem>,
    request: HttpRequest,
    payload: web::Payload,
) -> Answer {
    watch(&app, &request, payload, holder.ok().map(|holder| Topic::Ticket(holder.ticket)))
}

fn counter_of(app: &App, request: &HttpRequest) -> Option<CounterNumber> {
    let number: u16 = request.match_info().get("counter")?.parse().ok()?;
    CounterNumber::try_from(number).ok().filter(|number| app.setup.counters.contains_key(number))
}

fn watch(app: &web::Data<App>, request: &HttpRequest, payload: web::Payload, topic: Option<Topic>) -> Answer {
    if is_foreign_origin(request.headers()) {
        return refuse(app, request, payload, CloseReason::NotAllowed);
    }
    let view = topic.and_then(|topic| Some((topic, view_of(topic, &app.engine, &app.setup, &app.office, &app.spool)?)));
    let Some((topic, view)) = view else { return refuse(app, request, payload, CloseReason::NoSuchTopic) };
    let (clock, zone) = (Arc::clone(&app.clock), app.setup.zone.clone());
    let now = Arc::new(move || local(&zone, clock()));
    let signals = app.topics.subscribe(topic, view);
    open_socket(request, payload, signals, &app.sockets, now, &app.metrics)?.ok_or_else(|| Problem::busy().into())
}

fn refuse(app: &App, request: &HttpRequest, payload: web::Payload, reason: CloseReason) -> Answer {
    let answer = refuse_socket(request, payload, reason)?;
    app.metrics.count_refusal(reason.problem_code());
    Ok(answer)
}
