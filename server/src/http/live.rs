//! `/live`: who may watch which topic. The socket itself is the live room's.

use std::sync::Arc;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use moi_display::Moment;
use moi_domain::CounterNumber;

use super::Problem;
use crate::app::App;
use crate::auth::{Anyone, DeskWatcher, PairedWatcher, TicketHolder, is_foreign_origin};
use crate::live::{CloseReason, Guard, Socket, Topic, open_socket, refuse_socket};

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

/// An officer's desk; also for an administrator, who may free it. Whoever may no longer see it is told so.
pub async fn desk(
    app: web::Data<App>,
    watcher: Result<DeskWatcher, Problem>,
    request: HttpRequest,
    payload: web::Payload,
) -> Answer {
    let watcher = match watcher {
        Ok(watcher) => watcher,
        Err(problem) if problem == Problem::not_signed_in() => {
            return refuse(&app, &request, payload, CloseReason::NotSignedIn);
        }
        Err(_) => return refuse(&app, &request, payload, CloseReason::NotAllowed),
    };
    watch_while(&app, &request, payload, counter_of(&app, &request).map(Topic::Desk), Some(watcher))
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
    CounterNumber::try_from(number).ok().filter(|number| app.setup().counters.contains_key(number))
}

fn watch(app: &web::Data<App>, request: &HttpRequest, payload: web::Payload, topic: Option<Topic>) -> Answer {
    watch_while(app, request, payload, topic, None)
}

fn watch_while(
    app: &web::Data<App>,
    request: &HttpRequest,
    payload: web::Payload,
    topic: Option<Topic>,
    watcher: Option<DeskWatcher>,
) -> Answer {
    require_socket(request)?;
    if is_foreign_origin(request.headers()) {
        return refuse(app, request, payload, CloseReason::NotAllowed);
    }
    let seen = topic.and_then(|topic| Some((topic, app.sight(topic)?)));
    let Some((topic, sight)) = seen else { return refuse(app, request, payload, CloseReason::NoSuchTopic) };
    let (clock, zone) = (Arc::clone(&app.clock), app.setup().zone.clone());
    let now = Arc::new(move || Moment::in_zone(clock(), &zone));
    let guard = guard_of(app, request, watcher);
    let socket = Socket { signals: app.topics.subscribe(topic, sight), now, guard };
    open_socket(request, payload, socket, &app.sockets, &app.metrics)?.ok_or_else(|| Problem::busy().into())
}

/// What a socket stands on: somebody who may watch a desk, and the device in front of it. Whoever comes with neither
/// sees what everybody may, and nobody looks after them.
fn guard_of(app: &web::Data<App>, request: &HttpRequest, watcher: Option<DeskWatcher>) -> Option<Guard> {
    let paired = PairedWatcher::of(request, app);
    if watcher.is_none() && paired.is_none() {
        return None;
    }
    let access = app.access.clone();
    let rings = access.listen();
    let may_see = Box::new(move || {
        watcher.as_ref().is_none_or(|watcher| watcher.may_still(&access))
            && paired.as_ref().is_none_or(|paired| paired.may_still(&access))
    });
    Some(Guard { may_see, rings })
}

/// A browser's address line, or a program that forgot the handshake.
fn require_socket(request: &HttpRequest) -> Result<(), Problem> {
    if request.headers().contains_key(header::UPGRADE) { Ok(()) } else { Err(Problem::upgrade_required()) }
}

fn refuse(app: &App, request: &HttpRequest, payload: web::Payload, reason: CloseReason) -> Answer {
    require_socket(request)?;
    let answer = refuse_socket(request, payload, reason)?;
    app.metrics.count_refusal(reason.problem_code());
    Ok(answer)
}
