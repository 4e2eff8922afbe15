//! `/people`: who works here and what each signs in with, for administrators.

use actix_web::{HttpResponse, web};
use moi_domain::{Act, Actor};
use serde::Serialize;
use utoipa::ToSchema;

use super::account::{AccountView, credential_made};
use super::sessions::{SessionView, view as session_view};
use super::{Problem, account, clean};
use crate::app::App;
use crate::auth::{Kind, PeopleManager};

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
pub async fn list(app: web::Data<App>, _who: PeopleManager) -> Result<HttpResponse, Problem> {
    let mut sessions = app.access.sessions()?;
    let people = app.access.accounts()?.into_iter().map(|account| {
        let theirs = sessions.extract_if(.., |session| session.name == account.name);
        let sessions = theirs.map(|session| session_view(&app, session, None)).collect();
        PersonView { account: account::view(account), sessions }
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
    renew(&app, who, &name, Kind::Pin).await
}

/// A new password, shown this once; the old one no longer works, and all sessions of the person end.
#[utoipa::path(
    post, path = "/api/v1/people/{name}/password", tag = "people",
    params(("name" = String, Path, description = "As in the set-up")),
    responses((status = 201, body = Made), (status = 404, description = "Nobody has this name"))
)]
pub async fn new_password(
    app: web::Data<App>,
    who: PeopleManager,
    name: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    renew(&app, who, &name, Kind::Password).await
}

async fn renew(app: &App, who: PeopleManager, name: &str, kind: Kind) -> Result<HttpResponse, Problem> {
    let name = app.access.account(&clean("name", name, NAME_MAX)?)?.name;
    // A page that was left open is no way to its administrator's account.
    if who.actor == Actor::Administrator(name.clone()) {
        return Err(Problem::own_credential());
    }
    let new = app.access.renew_for(name, kind).await?;
    app.administered(credential_made(&new.name, kind), who.actor).await?;
    Ok(HttpResponse::Created().json(Made { name: new.name, kind, secret: new.secret }))
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
    app.administered(Act::SessionsEnded { person }, who.actor).await?;
    Ok(HttpResponse::NoContent().finish())
}
