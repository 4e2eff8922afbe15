//! `/pairings` and `/devices`: a new device shows a code, an administrator types it, and the device is one of the
//! office's until it is revoked.

use actix_web::{HttpRequest, HttpResponse, web};
use jiff::SignedDuration;
use moi_domain::{Act, CounterNumber};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cookies::keep;
use super::{Body, Problem, clean, qr};
use crate::app::App;
use crate::auth::{Anyone, Claimed, DeviceManager, DeviceSummary, NewDevice, Role, address, device_cookie};
use crate::views::local;

/// Characters of a name, a code, a secret.
const NAME_MAX: usize = 64;
const CODE_MAX: usize = 40;
const SECRET_MAX: usize = 100;

/// Browsers keep no cookie for longer. It is given anew whenever a page of the device asks for the office, which each
/// does at least once a day.
const COOKIE_LASTS: SignedDuration = SignedDuration::from_hours(400 * 24);

/// What a device wants to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// A device's role, as `kiosk`, `wall` or `desk`.
    role: Role,
}

/// A code to show.
#[derive(Debug, Serialize, ToSchema)]
pub struct Pairing {
    /// For people.
    #[schema(example = "K7MP-4TXW")]
    code: String,
    /// For the device alone: what it claims its place by.
    secret: String,
    /// When both are over.
    expires_at: String,
    /// Where an administrator types the code.
    address: String,
    /// The same with the code as a QR code: an SVG picture as an address.
    qr: String,
}

/// A device asks what has become of it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// As it was given with the code.
    secret: String,
    /// A program wants its token in the answer; a page gets a cookie.
    #[serde(default)]
    token: bool,
}

/// A device that has its place.
#[derive(Debug, Serialize, ToSchema)]
pub struct Paired {
    #[serde(flatten)]
    device: DeviceView,
    /// The bearer token, for a program that wants it; shown this once.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

/// An administrator lets a device in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Admission {
    /// What the device shows.
    #[schema(example = "K7MP-4TXW")]
    code: String,
    /// A name that no other device, no token and nobody of the set-up has.
    #[schema(example = "Kiosk at the entrance")]
    name: String,
    /// What the administrator takes it for; `POST /pairings/waiting` tells what it wants to be.
    role: Role,
    /// The counter that it stands over or at.
    counter: Option<u16>,
}

/// What a device shows.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// As it is read.
    #[schema(example = "K7MP-4TXW")]
    code: String,
}

/// A device that waits to be let in.
#[derive(Debug, Serialize, ToSchema)]
pub struct Waiting {
    /// What it wants to be.
    role: Role,
    /// From where it asked.
    #[schema(example = "192.168.1.20")]
    seen_from: String,
    /// When its code is over.
    expires_at: String,
}

/// A paired device.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeviceView {
    /// What it is revoked by.
    id: String,
    /// Its name.
    name: String,
    /// What it is.
    role: Role,
    /// The counter that it stands over or at.
    counter: Option<u16>,
    /// When it was paired.
    paired_at: String,
    /// By whom.
    paired_by: String,
    /// When it said something last, since the office was opened.
    seen_at: Option<String>,
    /// From where.
    seen_from: Option<String>,
    /// Live views that it watches now.
    sockets: usize,
}

/// All paired devices.
#[derive(Debug, Serialize, ToSchema)]
pub struct Devices {
    /// By name.
    devices: Vec<DeviceView>,
}

/// A code for a new device: good for ten minutes, once.
#[utoipa::path(
    post, path = "/api/v1/pairings", tag = "devices", security(()), request_body = Wish,
    responses(
        (status = 201, body = Pairing), (status = 422, description = "No device has this role"),
        (status = 503, description = "Too many devices wait")
    )
)]
pub async fn begin(
    app: web::Data<App>,
    _who: Anyone,
    request: HttpRequest,
    body: Body<Wish>,
) -> Result<HttpResponse, Problem> {
    let Wish { role } = body.0;
    if !role.is_device() {
        return Err(Problem::no_device_role(role.word()));
    }
    let new = app.access.begin_pairing(role, address(&request))?;
    let page = format!("{}/admin/devices", app.phone_address.base());
    Ok(HttpResponse::Created().json(Pairing {
        qr: qr::as_address(&format!("{page}?code={}", new.code))?,
        address: page,
        code: new.code,
        secret: new.secret,
        expires_at: local(&app.setup().zone, new.expires_at),
    }))
}

/// What has become of a device: it waits, or it has its place, and then it gets its cookie or token.
#[utoipa::path(
    post, path = "/api/v1/pairings/claim", tag = "devices", security(()), request_body = Claim,
    responses(
        (status = 201, body = Paired), (status = 202, description = "Nobody has typed the code yet"),
        (status = 410, description = "The code is over")
    )
)]
pub async fn claim(
    app: web::Data<App>,
    _who: Anyone,
    request: HttpRequest,
    body: Body<Claim>,
) -> Result<HttpResponse, Problem> {
    let Claim { secret, token } = body.0;
    match app.access.claim_pairing(clean("secret", &secret, SECRET_MAX)?).await? {
        Claimed::Waits => Ok(HttpResponse::Accepted().finish()),
        Claimed::Paired { device, credential } => {
            let device = view(&app, device);
            if token {
                return Ok(HttpResponse::Created().json(Paired { device, token: Some(credential) }));
            }
            let cookie = keep(device_cookie(&request), credential, COOKIE_LASTS);
            Ok(HttpResponse::Created().cookie(cookie).json(Paired { device, token: None }))
        }
    }
}

/// What the device wants to be that shows this code, and from where it asks: to be compared with the one at hand.
#[utoipa::path(
    post, path = "/api/v1/pairings/waiting", tag = "devices", request_body = Shown,
    responses(
        (status = 200, body = Waiting), (status = 401, description = "No device shows this code"),
        (status = 429, description = "Too many wrong codes")
    )
)]
pub async fn waiting(
    app: web::Data<App>,
    who: DeviceManager,
    request: HttpRequest,
    body: Body<Shown>,
) -> Result<HttpResponse, Problem> {
    let code = clean("code", &body.0.code, CODE_MAX)?;
    let waiting = app.access.waiting_device(&code, &who.name, address(&request))?;
    Ok(HttpResponse::Ok().json(Waiting {
        role: waiting.role,
        seen_from: waiting.seen_from.to_string(),
        expires_at: local(&app.setup().zone, waiting.expires_at),
    }))
}

/// Lets the device in that shows this code.
#[utoipa::path(
    post, path = "/api/v1/devices", tag = "devices", request_body = Admission,
    responses(
        (status = 201, body = DeviceView), (status = 401, description = "No device shows this code"),
        (status = 409, description = "The name is taken, or the device wants to be something else"),
        (status = 422, description = "No such counter or name"),
        (status = 429, description = "Too many wrong codes")
    )
)]
pub async fn admit(
    app: web::Data<App>,
    who: DeviceManager,
    request: HttpRequest,
    body: Body<Admission>,
) -> Result<HttpResponse, Problem> {
    let Admission { code, name, role, counter } = body.0;
    if let Some(number) = counter {
        let known = CounterNumber::try_from(number).is_ok_and(|number| app.setup().counters.contains_key(&number));
        if !known {
            return Err(Problem::unknown_target(number));
        }
    }
    let (code, name) = (clean("code", &code, CODE_MAX)?, clean("name", &name, NAME_MAX)?);
    let device = app.access.pair(code, NewDevice { name, role, counter, by: who.name }, address(&request)).await?;
    let act = Act::DevicePaired { device: device.name.clone(), role: device.role.word().to_owned() };
    app.administered(act, who.actor).await;
    Ok(HttpResponse::Created().json(view(&app, device)))
}

/// All paired devices.
#[utoipa::path(
    get, path = "/api/v1/devices", tag = "devices",
    responses((status = 200, body = Devices), (status = 401, description = "Nobody"), (status = 403))
)]
pub async fn list(app: web::Data<App>, _who: DeviceManager) -> Result<HttpResponse, Problem> {
    let devices = app.access.list_devices()?.into_iter().map(|device| view(&app, device)).collect();
    Ok(HttpResponse::Ok().json(Devices { devices }))
}

/// Makes a device worthless; what it watches closes at once.
#[utoipa::path(
    delete, path = "/api/v1/devices/{id}", tag = "devices",
    params(("id" = String, Path, description = "As listed")),
    responses((status = 204, description = "It is none any more"), (status = 404, description = "There is none"))
)]
pub async fn revoke(app: web::Data<App>, who: DeviceManager, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let device = app.access.revoke_device_of(id.into_inner()).await?;
    app.administered(Act::DeviceRevoked { device: device.name }, who.actor).await;
    Ok(HttpResponse::NoContent().finish())
}

fn view(app: &App, device: DeviceSummary) -> DeviceView {
    let at = |time| local(&app.setup().zone, time);
    DeviceView {
        id: device.id,
        name: device.name,
        role: device.role,
        counter: device.counter,
        paired_at: at(device.paired_at),
        paired_by: device.paired_by,
        seen_at: device.seen_at.map(at),
        seen_from: device.seen_from.map(|address| address.to_string()),
        sockets: device.sockets,
    }
}

/// The device's cookie, given anew to whoever has it: it is kept for as long as the device is used.
pub(super) fn renewed(app: &App, request: &HttpRequest) -> Option<actix_web::cookie::Cookie<'static>> {
    let cookie = request.cookie(device_cookie(request))?;
    let is_paired = crate::auth::paired_id(request, app).ok().flatten().is_some();
    is_paired.then(|| keep(device_cookie(request), cookie.value().to_owned(), COOKIE_LASTS))
}
