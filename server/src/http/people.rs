//! `/people`: who works here and what each signs in with, for administrators.

use actix_web::{HttpResponse, web};
use moi_domain::{Act, Actor};
use serde::Serialize;
use utoipa::ToSchema;

use super::account::{AccountView, Proven, credential_made};
use super::sessions::{SessionView, secret, view as session_view};
use super::{Body, Problem, account, clean};
use crate::app::App;
use crate::auth::{Kind, NewCredential, PeopleManager, PersonHere};

/// Characters of a name.
const NAME_MAX: usize = 80;

/// Everybody in the set-up.
#[derive(Debug, Serialize, ToSchema)]
pub struct People {
    /// Officers, supervisors, receptionists, inspectors, administrators, each in the set-up's order.
    people: Vec<PersonView>,
}

/// Somebody in the set-up.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonView {
    #[serde(flatten)]
    account: AccountView,
    /// Whether it is who asks: one's own is changed at `/account`.
    is_you: bool,
    /// Their sessions, the newest first.
    sessions: Vec<SessionView>,
}

/// A PIN or password that was just made; shown this once.
#[derive(Debug, Serialize, ToSchema)]
pub struct Made {
    /// Whose it is.
    name: String,
    /// Which.
    kind: Kind,
    /// The digits or letters.
    secret: String,
}

/// Everybody in the set-up, with what each signs in with and where.
#[utoipa::path(
    get, path = "/api/v1/people", tag = "people",
    responses((status = 200, body = People), (status = 401, description = "Nobody"), (status = 403))
)]
pub async fn list(app: web::Data<App>, who: PeopleManager) -> Result<HttpResponse, Problem> {
    let mut sessions = app.access.sessions()?;
    let people = app.access.accounts()?.into_iter().map(|account| {
        let theirs = sessions.extract_if(.., |session| session.name == account.name);
        let sessions = theirs.map(|session| session_view(&app, session, None)).collect();
        let is_you = is_same(&who, &account.name);
        PersonView { account: account::view(account), is_you, sessions }
    });
    let people = people.collect();
    Ok(HttpResponse::Ok().json(People { people }))
}

/// A new PIN, shown this once; the old one no longer works, and all sessions of the person end.
#[utoipa::path(
    post, path = "/api/v1/people/{name}/pin", tag = "people",
    params(("name" = String, Path, description = "As in the set-up")),
    responses(
        (status = 201, body = Made), (status = 404, description = "Nobody has this name"),
        (status = 409, description = "A PIN never signs such a person in")
    )
)]
pub async fn new_pin(
    app: web::Data<App>,
    who: PeopleManager,
    name: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let name = somebody_else(&app, &who, &name)?;
    let new = app.access.renew_pin(name).await?;
    Ok(told(&app, new, who.actor).await)
}

/// A new password, shown this once; the old one no longer works, and all sessions of the person end. It is good
/// everywhere, so it is made by one's own password.
#[utoipa::path(
    post, path = "/api/v1/people/{name}/password", tag = "people", security(("session" = [])), request_body = Proven,
    params(("name" = String, Path, description = "As in the set-up")),
    responses(
        (status = 201, body = Made), (status = 401, description = "One's own password is wrong"),
        (status = 404, description = "Nobody has this name"),
        (status = 409, description = "It is one's own, or one has no password oneself"),
        (status = 429, description = "Too many wrong tries")
    )
)]
pub async fn new_password(
    app: web::Data<App>,
    who: PeopleManager,
    here: PersonHere,
    name: web::Path<String>,
    body: Body<Proven>,
) -> Result<HttpResponse, Problem> {
    let name = somebody_else(&app, &who, &name)?;
    let new = app.access.renew_password(here.changer, secret("current", body.0.current)?, name).await?;
    Ok(told(&app, new, who.actor).await)
}

/// The name as in the set-up, unless it is one's own: a page that was left open is no way to its owner's account.
fn somebody_else(app: &App, who: &PeopleManager, name: &str) -> Result<String, Problem> {
    let name = app.access.account(&clean("name", name, NAME_MAX)?)?.name;
    if is_same(who, &name) { Err(Problem::own_credential()) } else { Ok(name) }
}

fn is_same(who: &PeopleManager, name: &str) -> bool {
    matches!(&who.actor, Actor::Administrator(own) if own == name)
}

async fn told(app: &App, new: NewCredential, by: Actor) -> HttpResponse {
    let NewCredential { name, kind, secret, role: _ } = new;
    app.administered(credential_made(&name, kind), by).await;
    HttpResponse::Created().json(Made { name, kind, secret })
}

/// Ends all sessions of a person.
#[utoipa::path(
    delete, path = "/api/v1/people/{name}/sessions", tag = "people",
    params(("name" = String, Path, description = "As in the set-up")),
    responses((status = 204, description = "They are over"), (status = 404, description = "Nobody has this name"))
)]
pub async fn end_sessions(
    app: web::Data<App>,
    who: PeopleManager,
    name: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let person = app.access.account(&clean("name", &name, NAME_MAX)?)?.name;
    app.access.end_sessions(person.clone(), None).await?;
    app.administered(Act::SessionsEnded { person }, who.actor).await;
    Ok(HttpResponse::NoContent().finish())
}
