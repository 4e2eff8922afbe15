//! `/account`: what somebody has to sign in with, and changing it. For persons who signed in, not for tokens.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::sessions::secret;
use super::{Body, Problem, clean, qr};
use crate::app::App;
use crate::auth::{Account, Kind, PersonHere, Role};
use moi_domain::Act;

/// Characters of a code.
const CODE_MAX: usize = 40;

/// What somebody has to sign in with.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "a document for pages, whose fields are names of their own")]
pub struct AccountView {
    /// As in the set-up.
    name: String,
    /// What they may do.
    role: Role,
    /// Whether a PIN ever signs them in.
    may_have_pin: bool,
    /// Whether a PIN is set.
    pin: bool,
    /// Whether a password is set.
    password: bool,
    /// Whether codes of a second factor are asked for.
    second_factor: bool,
    /// Spare codes that are left.
    spare_codes: usize,
    /// Whether the directory lets them in.
    in_directory: bool,
}

/// A new password or PIN.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The present password; where there is none, the PIN.
    current: String,
    /// From now on.
    new: String,
}

/// Shows that it is still the same person.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Proven {
    /// The present password.
    pub(super) current: String,
}

/// A code of the app.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FirstCode {
    /// Six digits.
    #[schema(example = "287082")]
    code: String,
}

/// A second factor to be set up.
#[derive(Debug, Serialize, ToSchema)]
pub struct NewFactorView {
    /// For an app that can't scan.
    secret: String,
    /// The QR code for one that can: an SVG picture as an address.
    qr: String,
}

/// Spare codes, each good once; shown this once.
#[derive(Debug, Serialize, ToSchema)]
pub struct SpareCodes {
    /// As they are typed.
    spare_codes: Vec<String>,
}

/// What one has to sign in with.
#[utoipa::path(
    get, path = "/api/v1/account", tag = "account", security(("session" = [])),
    responses((status = 200, body = AccountView), (status = 401, description = "Nobody"))
)]
pub async fn show(app: web::Data<App>, who: PersonHere) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok().json(view(app.access.account(&who.name)?)))
}

pub(super) fn view(account: Account) -> AccountView {
    AccountView {
        may_have_pin: !account.role.needs_password(),
        name: account.name,
        role: account.role,
        pin: account.has_pin,
        password: account.has_password,
        second_factor: account.has_second_factor,
        spare_codes: account.spare_codes,
        in_directory: account.in_directory,
    }
}

/// Sets one's own password; all other sessions end.
#[utoipa::path(
    put, path = "/api/v1/account/password", tag = "account", security(("session" = [])), request_body = Change,
    responses(
        (status = 204, description = "It is set"), (status = 401, description = "The present one is wrong"),
        (status = 409, description = "There is no present one"),
        (status = 422, description = "This may not be chosen"), (status = 429, description = "Too many wrong tries")
    )
)]
pub async fn change_password(
    app: web::Data<App>,
    who: PersonHere,
    body: Body<Change>,
) -> Result<HttpResponse, Problem> {
    change(&app, who, body.0, Kind::Password).await
}

/// Sets one's own PIN; all other sessions end.
#[utoipa::path(
    put, path = "/api/v1/account/pin", tag = "account", security(("session" = [])), request_body = Change,
    responses(
        (status = 204, description = "It is set"), (status = 401, description = "The present one is wrong"),
        (status = 409, description = "A PIN never signs such a person in"),
        (status = 422, description = "This may not be chosen"), (status = 429, description = "Too many wrong tries")
    )
)]
pub async fn change_pin(app: web::Data<App>, who: PersonHere, body: Body<Change>) -> Result<HttpResponse, Problem> {
    change(&app, who, body.0, Kind::Pin).await
}

async fn change(app: &App, who: PersonHere, body: Change, kind: Kind) -> Result<HttpResponse, Problem> {
    let (current, new) = (secret("current", body.current)?, secret("new", body.new)?);
    app.access.change(who.changer, current, kind, new).await?;
    app.administered(credential_made(&who.name, kind), who.actor).await;
    Ok(HttpResponse::NoContent().finish())
}

/// How the journal tells of a new PIN or password.
pub(super) fn credential_made(person: &str, kind: Kind) -> Act {
    Act::CredentialMade { person: person.to_owned(), kind: kind.word().to_owned() }
}

/// How the journal tells of new spare codes.
fn spare_codes_made(person: &str) -> Act {
    Act::CredentialMade { person: person.to_owned(), kind: "spare-codes".to_owned() }
}

/// How the journal tells that a second factor was switched on or off.
pub(super) fn factor_set(person: &str, on: bool) -> Act {
    Act::SecondFactorSet { person: person.to_owned(), on }
}

/// Begins to set a second factor up; it counts once its first code was given.
#[utoipa::path(
    post, path = "/api/v1/account/second-factor", tag = "account", security(("session" = [])), request_body = Proven,
    responses(
        (status = 201, body = NewFactorView), (status = 401, description = "The password is wrong"),
        (status = 409, description = "It is on already, or there is no password")
    )
)]
pub async fn begin_factor(app: web::Data<App>, who: PersonHere, body: Body<Proven>) -> Result<HttpResponse, Problem> {
    let new = app.access.begin_factor(who.changer, secret("current", body.0.current)?).await?;
    Ok(HttpResponse::Created().json(NewFactorView { qr: qr::as_address(&new.address)?, secret: new.secret }))
}

/// Switches the second factor on by its first code.
#[utoipa::path(
    put, path = "/api/v1/account/second-factor", tag = "account", security(("session" = [])), request_body = FirstCode,
    responses(
        (status = 200, body = SpareCodes), (status = 401, description = "The code is wrong"),
        (status = 409, description = "It is on already, or was not begun")
    )
)]
pub async fn confirm_factor(
    app: web::Data<App>,
    who: PersonHere,
    body: Body<FirstCode>,
) -> Result<HttpResponse, Problem> {
    let spare_codes = app.access.confirm_factor(who.changer, clean("code", &body.0.code, CODE_MAX)?).await?;
    app.administered(factor_set(&who.name, true), who.actor).await;
    Ok(HttpResponse::Ok().json(SpareCodes { spare_codes }))
}

/// Switches the second factor off.
#[utoipa::path(
    post, path = "/api/v1/account/second-factor/off", tag = "account", security(("session" = [])),
    request_body = Proven,
    responses(
        (status = 204, description = "It is off"), (status = 401, description = "The password is wrong"),
        (status = 409, description = "It was not on")
    )
)]
pub async fn drop_factor(app: web::Data<App>, who: PersonHere, body: Body<Proven>) -> Result<HttpResponse, Problem> {
    app.access.drop_factor(who.changer, secret("current", body.0.current)?).await?;
    app.administered(factor_set(&who.name, false), who.actor).await;
    Ok(HttpResponse::NoContent().finish())
}

/// New spare codes in place of the old ones.
#[utoipa::path(
    post, path = "/api/v1/account/spare-codes", tag = "account", security(("session" = [])), request_body = Proven,
    responses(
        (status = 201, body = SpareCodes), (status = 401, description = "The password is wrong"),
        (status = 409, description = "There is no second factor")
    )
)]
pub async fn renew_spare(app: web::Data<App>, who: PersonHere, body: Body<Proven>) -> Result<HttpResponse, Problem> {
    let spare_codes = app.access.renew_spare(who.changer, secret("current", body.0.current)?).await?;
    app.administered(spare_codes_made(&who.name), who.actor).await;
    Ok(HttpResponse::Created().json(SpareCodes { spare_codes }))
}
