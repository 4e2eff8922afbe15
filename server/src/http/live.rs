//! `/live`: who may watch which topic. The socket itself is the live room's.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use moi_display::Moment;
use moi_domain::CounterNumber;

use super::Problem;
use crate::app::App;
use crate::auth::{Anyone, DeskWatcher, PairedWatcher, Principal, TicketHolder, client_of, is_foreign, principal};
use crate::doors::{Knock, Limit};
use crate::live::{CloseReason, Guard, Socket, Topic, open_socket, refuse_socket};

/// Stands for whoever comes through a proxy on this machine that was not named.
const UNNAMED_PROXY: IpAddr = IpAddr::V4(Ipv4Addr::UNSPECIFIED);

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
    if is_foreign(request) {
        app.metrics.count_limit(Limit::Origins);
        return refuse(app, request, payload, CloseReason::NotAllowed);
    }
    let seen = topic.and_then(|topic| Some((topic, app.sight(topic)?)));
    let Some((topic, sight)) = seen else { return refuse(app, request, payload, CloseReason::NoSuchTopic) };
    let (clock, zone) = (Arc::clone(&app.clock), app.setup().zone.clone());
    let now = Arc::new(move || Moment::in_zone(clock(), &zone));
    let guard = guard_of(app, request, watcher);
    let socket = Socket { signals: app.topics.subscribe(topic, sight), now, guard };
    let seat = app.doors.sockets.enter(knock(app, request)).map_err(|_full| {
        app.metrics.count_limit(Limit::Sockets);
        Problem::busy()
    })?;
    open_socket(request, payload, socket, seat, &app.metrics)
}

/// Who is signed in, or sits at the office's own machine, has room that is kept from phones. Behind a proxy that was
/// not named all are one.
fn knock(app: &App, request: &HttpRequest) -> Knock {
    let client = client_of(request);
    match principal(request, &app.access) {
        Ok(Principal::Named { .. } | Principal::OwnMachine) => Knock::Known(client.address),
        Ok(Principal::Nobody) | Err(_) if client.address.is_loopback() => Knock::Address(UNNAMED_PROXY),
        Ok(Principal::Nobody) | Err(_) => Knock::Address(client.address),
    }
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
