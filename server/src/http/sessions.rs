//! `/sessions`: signing in with a name and a PIN, or a device with its token.

use std::net::Ipv4Addr;

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Body, Problem, clean};
use crate::app::App;
use crate::auth::{Anyone, Role, SignedIn, SignedInAs, is_foreign_origin, session_cookie};
use crate::views::local;

/// Characters of a name, a PIN, a token.
const NAME_MAX: usize = 80;
const PIN_MAX: usize = 12;
const TOKEN_MAX: usize = 100;

/// A name with its PIN, or a device's token.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// An officer's or administrator's name, as in the set-up.
    #[schema(example = "Nông Thị Hà")]
    name: Option<String>,
    /// Their PIN.
    #[schema(example = "471100")]
    pin: Option<String>,
    /// Instead of both: a token made by `moi token new`.
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
}

/// Signs in; the answer sets the session's cookie.
#[utoipa::path(
    post, path = "/api/v1/sessions", tag = "sessions", request_body = Credentials,
    responses(
        (status = 201, body = CurrentSession), (status = 401, description = "Wrong name, PIN or token"),
        (status = 429, description = "Five wrong PINs: the name rests for five minutes")
    )
)]
pub async fn begin(
    app: web::Data<App>,
    _who: Anyone,
    request: HttpRequest,
    body: Body<Credentials>,
) -> Result<HttpResponse, Problem> {
    // A page of another origin must not sign this browser in as somebody of its choice.
    if is_foreign_origin(request.headers()) {
        return Err(Problem::foreign_origin());
    }
    let signed_in = match body.0 {
        Credentials { name: Some(name), pin: Some(pin), token: None } => {
            let name = clean("name", &name, NAME_MAX)?;
            let pin = clean("pin", &pin, PIN_MAX)?;
            // Without an address (a connection of another kind than TCP) it is one more place.
            let peer = request.peer_addr().map_or(Ipv4Addr::UNSPECIFIED.into(), |peer| peer.ip());
            app.access.sign_in(name, pin, peer).await?
        }
        Credentials { name: None, pin: None, token: Some(token) } => {
            app.access.sign_in_device(clean("token", &token, TOKEN_MAX)?).await?
        }
        Credentials { .. } => return Err(Problem::invalid_body("give `name` and `pin`, or `token` alone")),
    };
    let cookie = cookie(&signed_in, &app);
    let session = CurrentSession {
        name: signed_in.name,
        role: signed_in.role,
        expires_at: Some(local(&app.setup().zone, signed_in.expires_at)),
    };
    Ok(HttpResponse::Created().cookie(cookie).json(session))
}

/// Who is signed in.
#[utoipa::path(
    get, path = "/api/v1/sessions/current", tag = "sessions",
    responses((status = 200, body = CurrentSession), (status = 401, description = "Nobody"))
)]
pub async fn show(app: web::Data<App>, who: SignedInAs, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let SignedInAs { name, role } = who;
    let cookie = request.cookie(session_cookie(&app));
    let session = cookie.map(|cookie| app.access.session(cookie.value())).transpose()?.flatten();
    let expires_at = session.map(|(_, expires_at)| local(&app.setup().zone, expires_at));
    Ok(HttpResponse::Ok().json(CurrentSession { name, role, expires_at }))
}

/// Signs out.
#[utoipa::path(
    delete, path = "/api/v1/sessions/current", tag = "sessions",
    responses((status = 204, description = "The session is over"), (status = 401, description = "There was none"))
)]
pub async fn end(app: web::Data<App>, _who: SignedInAs, request: HttpRequest) -> Result<HttpResponse, Problem> {
    // A bearer of a token has no session to end.
    let cookie = request.cookie(session_cookie(&app)).ok_or_else(Problem::not_signed_in)?;
    app.access.sign_out(cookie.value().to_owned()).await?;
    let mut gone = Cookie::build(session_cookie(&app), "").path("/").finish();
    gone.make_removal();
    Ok(HttpResponse::NoContent().cookie(gone).finish())
}

fn cookie(signed_in: &SignedIn, app: &App) -> Cookie<'static> {
    let lasts = signed_in.expires_at.duration_since((app.clock)());
    Cookie::build(session_cookie(app), signed_in.cookie.clone())
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .max_age(Duration::seconds(lasts.as_secs()))
        .finish()
}
