//! `/installation`: the office's first set-up, with the code that the terminal shows.

use actix_web::{HttpRequest, HttpResponse, web};
use moi_config::Edit;
use moi_domain::{Actor, Command};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::account::credential_made;
use super::set_up::{Prepared, SETUP_MAX, SetUpChange, document_of, prepare, put_into_force, version};
use super::{Body, IdempotencyKey, Problem, clean, sessions};
use crate::app::App;
use crate::auth::{Access, Anyone, Kind, NewCredential, Role, Whence, client_of};
use crate::set_up::Origin;

const NAME_MAX: usize = 80;
const CODE_MAX: usize = 40;

/// The code that the terminal shows.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetUpCode {
    /// However it is typed.
    #[schema(example = "K7MP-4TXW-9QRC-3HNV")]
    code: String,
}

/// Where the first set-up begins.
#[derive(Debug, Serialize, ToSchema)]
pub struct Beginning {
    /// The version that it changes.
    made_from: u32,
    /// The set-up that the office has by now, as a document.
    #[schema(value_type = Object)]
    document: Value,
}

/// An office as it is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Installation {
    /// The code that the terminal shows.
    code: String,
    /// The version that it changes.
    made_from: u32,
    /// Changes to the set-up, as of `PUT /set-up`.
    #[schema(value_type = Vec<Object>)]
    edits: Vec<Edit>,
    /// The name of the first administrator, who is one of the set-up.
    administrator: String,
    /// Their password.
    password: String,
}

/// What somebody signs in with, shown this once.
#[derive(Debug, Serialize, ToSchema)]
pub struct FirstCredential {
    /// Whose.
    name: String,
    /// What they are.
    role: Role,
    /// Which kind.
    kind: Kind,
    /// The digits or letters.
    secret: String,
}

/// An office that is set up.
#[derive(Debug, Serialize, ToSchema)]
pub struct Installed {
    /// The administrator, who is signed in.
    name: String,
    /// For everybody else, to be printed or written down now.
    credentials: Vec<FirstCredential>,
}

/// Looks whether the code is the one, and tells where the set-up begins.
#[utoipa::path(
    post, path = "/api/v1/installation/check", tag = "set-up", security(()), request_body = SetUpCode,
    responses(
        (status = 200, body = Beginning),
        (status = 401, description = "The code is wrong, or the office is set up"),
        (status = 429, description = "Too many wrong codes from this address")
    )
)]
pub async fn check(
    app: web::Data<App>,
    _who: Anyone,
    request: HttpRequest,
    body: Body<SetUpCode>,
) -> Result<HttpResponse, Problem> {
    prove(&app, &request, &body.0.code)?;
    let document = document_of(&app.set_ups.in_force())?;
    Ok(HttpResponse::Ok().json(Beginning { made_from: version(&app), document }))
}

/// Sets the office up, and signs its first administrator in. Everybody else gets a PIN or password, shown this once.
#[utoipa::path(
    post, path = "/api/v1/installation", tag = "set-up",
    params(IdempotencyKey), security(()), request_body = Installation,
    responses(
        (status = 201, body = Installed),
        (status = 401, description = "The code is wrong, or the office is set up"),
        (status = 422, description = "The set-up has mistakes, or the password may not be chosen"),
        (status = 429, description = "Too many wrong codes from this address")
    )
)]
pub async fn install(
    app: web::Data<App>,
    _who: Anyone,
    request: HttpRequest,
    key: IdempotencyKey,
    body: Body<Installation, SETUP_MAX>,
) -> Result<HttpResponse, Problem> {
    let Installation { code, made_from, edits, administrator, password } = body.0;
    prove(&app, &request, &code)?;
    let administrator = clean("administrator", &administrator, NAME_MAX)?;
    let password = sessions::secret("password", password)?;
    let change = SetUpChange::of(made_from, edits);
    let Prepared { next, wish, .. } = prepare(&app, change).await?;
    // Before anything is in force.
    Access::judge_first(&administrator, &password, &next.office)?;
    if !next.office.people.administrators.iter().any(|person| person.name == administrator) {
        return Err(Problem::invalid_body("`administrator` must be one of the administrators of the set-up"));
    }
    let meaning = format!("install {made_from} {}", wish.digest);
    put_into_force(&app, &next, key.order(Command::ChangeSetUp { wish }, Actor::Owner, &meaning)).await?;
    let (signed_in, made) = app.access.install(administrator, password, Whence::of(&request)).await?;
    let cookie = sessions::cookie(&signed_in, &app, &request);
    let by = Actor::Administrator(signed_in.name.clone());
    app.administered(credential_made(&signed_in.name, Kind::Password), by.clone()).await;
    for new in &made {
        app.administered(credential_made(&new.name, new.kind), by.clone()).await;
    }
    let credentials = made.into_iter().map(credential).collect();
    Ok(HttpResponse::Created().cookie(cookie).json(Installed { name: signed_in.name, credentials }))
}

fn prove(app: &App, request: &HttpRequest, code: &str) -> Result<(), Problem> {
    let address = client_of(request).address;
    app.doors.limits.sign_in(address).map_err(Problem::too_often)?;
    if let Origin::File(path) = app.set_ups.origin() {
        return Err(Problem::set_up_in_file(&path.display().to_string()));
    }
    Ok(app.access.prove_installer(&clean("code", code, CODE_MAX)?, address)?)
}

fn credential(NewCredential { name, role, kind, secret }: NewCredential) -> FirstCredential {
    FirstCredential { name, role, kind, secret }
}
