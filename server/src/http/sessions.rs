//! `/sessions`: signing in with a name and a PIN or password, or a device with its token; and one's own sessions.

use actix_web::cookie::Cookie;
use actix_web::{HttpRequest, HttpResponse, web};
use jiff::Timestamp;
use moi_domain::Act;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::account::{credential_made, factor_set};
use super::cookies::{self, keep};
use super::{Body, Problem, clean};
use crate::app::App;
use crate::auth::{
    Anyone, Attempt, Kind, PASSWORD_MAX, PersonHere, Proof, Recovered, Role, SessionSummary, SignedIn, SignedInAs,
    Whence, client_of, is_known_desk, own_actor, paired_id, session_cookie, session_of,
};
use crate::views::local;

/// Characters of a name, a PIN, a token, a code.
const NAME_MAX: usize = 80;
const PIN_MAX: usize = 12;
const TOKEN_MAX: usize = 100;
const CODE_MAX: usize = 40;

/// A name with its PIN, its password or a recovery code, or a device's token.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// Somebody's name, as in the set-up.
    #[schema(example = "Nông Thị Hà")]
    name: Option<String>,
    /// Their PIN: good on the office's own machine and on a paired desk.
    #[schema(example = "471100")]
    pin: Option<String>,
    /// Or their password; beside a recovery code the password from now on.
    password: Option<String>,
    /// Beside a password, where there is a second factor: a code of the app, or a spare one.
    #[schema(example = "287082")]
    code: Option<String>,
    /// A code made by `moi recover`.
    recovery_code: Option<String>,
    /// Instead of all that: a token made by `moi token new`.
    token: Option<String>,
}

/// Who is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct CurrentSession {
    /// The person's or device's name.
    name: String,
    /// What they may do.
    role: Role,
    /// When the session ends by itself.
    expires_at: Option<String>,
    /// When it ends if nobody does anything.
    idle_until: Option<String>,
}

/// A session of somebody's.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionView {
    /// What it is ended by.
    id: String,
    /// When it was begun.
    begun_at: Option<String>,
    /// The last request in it, since the office was opened.
    seen_at: Option<String>,
    /// The address that it was begun from.
    address: Option<String>,
    /// The browser in two words; none for a program.
    browser: Option<String>,
    /// Whether it was begun by the directory.
    by_directory: bool,
    /// Whether it is the one that asks.
    is_current: bool,
}

/// Somebody's sessions.
#[derive(Debug, Serialize, ToSchema)]
pub struct Sessions {
    /// The newest first.
    sessions: Vec<SessionView>,
}

/// Signs in; the answer sets the session's cookie. A session that the browser had ends.
#[utoipa::path(
    post, path = "/api/v1/sessions", tag = "sessions", security(()), request_body = Credentials,
    responses(
        (status = 201, body = CurrentSession),
        (status = 401, description = "Wrong name, PIN, password, code or token; or a code is needed, too"),
        (status = 403, description = "A PIN is not good here"),
        (status = 422, description = "The new password may not be chosen"),
        (status = 429, description = "Five wrong tries: the name rests for five minutes")
    )
)]
pub async fn begin(
    app: web::Data<App>,
    _who: Anyone,
    request: HttpRequest,
    body: Body<Credentials>,
) -> Result<HttpResponse, Problem> {
    let signed_in = sign_in(&app, &request, body.0).await?;
    answer(&app, &request, signed_in).await
}

/// The answer to whoever has just signed in, by whatever way: the session's cookie, and the end of the session that the
/// browser had.
pub(super) async fn answer(app: &App, request: &HttpRequest, signed_in: SignedIn) -> Result<HttpResponse, Problem> {
    if let Some(before) = request.cookie(session_cookie(request)) {
        app.access.sign_out(before.value().to_owned()).await?;
    }
    if let Some(recovered) = signed_in.recovered {
        // The code is used up: whoever is in stays in, whatever becomes of the note.
        if let Err(problem) = note_recovery(app, &signed_in, recovered).await {
            tracing::error!(%problem, name = signed_in.name, "a recovery is not in the journal");
        }
    }
    let cookie = cookie(&signed_in, app, request);
    let SignedIn { name, role, .. } = signed_in;
    let standing = app.access.session(cookie.value())?;
    let idle_until = standing.and_then(|standing| standing.idle_until);
    let session =
        CurrentSession { name, role, expires_at: at(app, Some(signed_in.expires_at)), idle_until: at(app, idle_until) };
    Ok(HttpResponse::Created().cookie(cookie).json(session))
}

async fn note_recovery(app: &App, who: &SignedIn, recovered: Recovered) -> Result<(), Problem> {
    let actor = own_actor(who.name.clone(), who.role)?;
    app.administered(credential_made(&who.name, Kind::Password), actor.clone()).await;
    if recovered.had_second_factor {
        app.administered(factor_set(&who.name, false), actor).await;
    }
    Ok(())
}

async fn sign_in(app: &App, request: &HttpRequest, body: Credentials) -> Result<SignedIn, Problem> {
    if body.token.is_none() {
        // Before anything is hashed, which costs.
        app.doors.limits.sign_in(client_of(request).address).map_err(Problem::too_often)?;
    }
    let whence = Whence::of(request);
    let (name, proof) = match body {
        Credentials {
            name: Some(name),
            pin: Some(pin),
            password: None,
            code: None,
            recovery_code: None,
            token: None,
        } => (name, Proof::Pin(clean("pin", &pin, PIN_MAX)?)),
        Credentials {
            name: Some(name),
            password: Some(password),
            code,
            pin: None,
            recovery_code: None,
            token: None,
        } => {
            let code = code.map(|code| clean("code", &code, CODE_MAX)).transpose()?;
            (name, Proof::Password { password: secret("password", password)?, code })
        }
        Credentials {
            name: Some(name),
            password: Some(password),
            recovery_code: Some(code),
            pin: None,
            code: None,
            token: None,
        } => {
            let code = clean("recovery_code", &code, CODE_MAX)?;
            (name, Proof::Recovery { code, password: secret("password", password)? })
        }
        Credentials { token: Some(token), name: None, pin: None, password: None, code: None, recovery_code: None } => {
            return Ok(app.access.sign_in_device(clean("token", &token, TOKEN_MAX)?, whence).await?);
        }
        Credentials { .. } => {
            let ways =
                "give `name` with `pin`, with `password`, or with `recovery_code` and `password`; or `token` alone";
            return Err(Problem::invalid_body(ways));
        }
    };
    let attempt = Attempt {
        name: clean("name", &name, NAME_MAX)?,
        proof,
        whence,
        is_known_desk: is_known_desk(request, app)?,
        device: paired_id(request, app)?,
    };
    Ok(app.access.sign_in(attempt).await?)
}

/// A password as it was typed: nothing is trimmed, and any character may stand in it.
pub(super) fn secret(field: &str, text: String) -> Result<String, Problem> {
    // One more than allowed, so that whoever chooses a longer one is told of the limit in words of its own.
    if text.is_empty() || text.chars().count() > 2 * PASSWORD_MAX {
        return Err(Problem::invalid_body(format!("`{field}` must have 1 to {PASSWORD_MAX} characters")));
    }
    Ok(text)
}

/// Who is signed in. That a page asks counts for nothing: the time until the session ends runs on.
#[utoipa::path(
    get, path = "/api/v1/sessions/current", tag = "sessions",
    responses((status = 200, body = CurrentSession), (status = 401, description = "Nobody"))
)]
pub async fn show(app: web::Data<App>, who: SignedInAs, request: HttpRequest) -> Result<HttpResponse, Problem> {
    current(&app, who, &request)
}

/// Says that somebody still works on the page: the time until the session ends begins anew.
#[utoipa::path(
    post, path = "/api/v1/sessions/current", tag = "sessions",
    responses((status = 200, body = CurrentSession), (status = 401, description = "Nobody"))
)]
pub async fn go_on(app: web::Data<App>, who: SignedInAs, request: HttpRequest) -> Result<HttpResponse, Problem> {
    current(&app, who, &request)
}

fn current(app: &App, SignedInAs { name, role }: SignedInAs, request: &HttpRequest) -> Result<HttpResponse, Problem> {
    let standing = session_of(request, app)?;
    let (expires_at, idle_until) =
        standing.map_or((None, None), |standing| (Some(standing.expires_at), standing.idle_until));
    let (expires_at, idle_until) = (at(app, expires_at), at(app, idle_until));
    Ok(HttpResponse::Ok().json(CurrentSession { name, role, expires_at, idle_until }))
}

/// Signs out.
#[utoipa::path(
    delete, path = "/api/v1/sessions/current", tag = "sessions",
    responses((status = 204, description = "The session is over"), (status = 401, description = "There was none"))
)]
pub async fn end(app: web::Data<App>, _who: SignedInAs, request: HttpRequest) -> Result<HttpResponse, Problem> {
    // A bearer of a token has no session to end.
    let cookie = request.cookie(session_cookie(&request)).ok_or_else(Problem::not_signed_in)?;
    app.access.sign_out(cookie.value().to_owned()).await?;
    Ok(HttpResponse::NoContent().cookie(cookies::removed(session_cookie(&request))).finish())
}

/// One's own sessions, for a person who signed in.
#[utoipa::path(
    get, path = "/api/v1/sessions", tag = "sessions", security(("session" = [])),
    responses((status = 200, body = Sessions), (status = 401, description = "Nobody"))
)]
pub async fn list(app: web::Data<App>, who: PersonHere) -> Result<HttpResponse, Problem> {
    let mut sessions = app.access.sessions()?;
    sessions.retain(|session| session.name == who.name);
    let sessions = sessions.into_iter().map(|session| view(&app, session, Some(&who))).collect();
    Ok(HttpResponse::Ok().json(Sessions { sessions }))
}

/// Ends one of one's own sessions.
#[utoipa::path(
    delete, path = "/api/v1/sessions/{id}", tag = "sessions", security(("session" = [])),
    params(("id" = String, Path, description = "As listed")),
    responses((status = 204, description = "It is over"), (status = 404, description = "There is no such session"))
)]
pub async fn end_one(app: web::Data<App>, who: PersonHere, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    app.access.end_session(who.name.clone(), id.into_inner()).await?;
    app.administered(Act::SessionsEnded { person: who.name }, who.actor).await;
    Ok(HttpResponse::NoContent().finish())
}

/// Ends all of one's own sessions but the one that asks.
#[utoipa::path(
    delete, path = "/api/v1/sessions", tag = "sessions", security(("session" = [])),
    responses((status = 204, description = "They are over"), (status = 401, description = "Nobody"))
)]
pub async fn end_others(app: web::Data<App>, who: PersonHere) -> Result<HttpResponse, Problem> {
    app.access.end_sessions(who.name.clone(), Some(who.session)).await?;
    app.administered(Act::SessionsEnded { person: who.name }, who.actor).await;
    Ok(HttpResponse::NoContent().finish())
}

/// A session as people see it; whether it is that of whoever asks.
pub(super) fn view(app: &App, session: SessionSummary, asks: Option<&PersonHere>) -> SessionView {
    SessionView {
        is_current: asks.is_some_and(|who| session.is(&who.session)),
        begun_at: at(app, session.begun_at),
        seen_at: at(app, session.seen_at),
        address: session.address.map(|address| address.to_string()),
        browser: session.browser,
        by_directory: session.by_directory,
        id: session.id,
    }
}

fn at(app: &App, time: Option<Timestamp>) -> Option<String> {
    time.map(|time| local(&app.setup().zone, time))
}

pub(super) fn cookie(signed_in: &SignedIn, app: &App, request: &HttpRequest) -> Cookie<'static> {
    let lasts = signed_in.expires_at.duration_since((app.clock)());
    keep(session_cookie(request), signed_in.cookie.clone(), lasts)
}
