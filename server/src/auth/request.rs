//! Whom a request speaks for: a bearer token first, then a session's cookie, then a paired device's, then the machine
//! that it comes from.

use actix_web::http::Method;
use actix_web::http::header;
use actix_web::{HttpMessage, HttpRequest, web};

use super::access::principal_of;
use super::client::{client_of, is_foreign, is_own_machine};
use super::devices::Device;
use super::{Access, Principal, Role, Standing, address};
use crate::app::App;
use crate::doors::Client;
use crate::http::Problem;

/// The session's cookie.
pub const SESSION_COOKIE: &str = "moi_session";

/// The session's cookie in a rehearsal: a browser keeps cookies by machine and not by port, and whoever signs in there
/// must stay signed in at the office.
const REHEARSAL_COOKIE: &str = "moi_rehearsal_session";

/// A paired device's cookie, beside the session's: an officer signs in on a paired desk.
const DEVICE_COOKIE: &str = "moi_device";

/// The same in a rehearsal.
const REHEARSAL_DEVICE_COOKIE: &str = "moi_rehearsal_device";

/// The same over an encrypted connection: a browser then takes it from an encrypted page of this very host alone, and
/// sends it nowhere else.
const SECURE_COOKIE: &str = "__Host-moi_session";
const SECURE_DEVICE_COOKIE: &str = "__Host-moi_device";

/// The cookie by which the browser is known again that went to the directory. A rehearsal asks none.
const DIRECTORY_COOKIE: &str = "moi_directory";
const SECURE_DIRECTORY_COOKIE: &str = "__Host-moi_directory";

/// The same in a rehearsal.
const SECURE_REHEARSAL_COOKIE: &str = "__Host-moi_rehearsal_session";
const SECURE_REHEARSAL_DEVICE_COOKIE: &str = "__Host-moi_rehearsal_device";

/// The cookie of this office's paired devices, for this request.
#[must_use]
pub fn device_cookie(request: &HttpRequest) -> &'static str {
    let rehearsal = request.app_data::<web::Data<App>>().is_some_and(|app| app.rehearsal);
    match (rehearsal, client_of(request).is_https) {
        (false, false) => DEVICE_COOKIE,
        (false, true) => SECURE_DEVICE_COOKIE,
        (true, false) => REHEARSAL_DEVICE_COOKIE,
        (true, true) => SECURE_REHEARSAL_DEVICE_COOKIE,
    }
}

/// The cookie of a browser that goes to the directory, for this request.
#[must_use]
pub fn directory_cookie(request: &HttpRequest) -> &'static str {
    if client_of(request).is_https { SECURE_DIRECTORY_COOKIE } else { DIRECTORY_COOKIE }
}

/// The cookie of this office's sessions, for this request.
#[must_use]
pub fn session_cookie(request: &HttpRequest) -> &'static str {
    let rehearsal = request.app_data::<web::Data<App>>().is_some_and(|app| app.rehearsal);
    match (rehearsal, client_of(request).is_https) {
        (false, false) => SESSION_COOKIE,
        (false, true) => SECURE_COOKIE,
        (true, false) => REHEARSAL_COOKIE,
        (true, true) => SECURE_REHEARSAL_COOKIE,
    }
}

/// Of whom the office knows who they are.
pub struct Known;

/// What a request shows of who sends it.
pub(super) enum Credential {
    /// A bearer token, good or bad.
    Bearer(String),
    /// Cookies, where there are any.
    Cookies {
        /// Of a session.
        session: Option<String>,
        /// Of a paired device.
        device: Option<String>,
    },
}

impl Credential {
    pub(super) fn of(request: &HttpRequest) -> Self {
        if let Some(bearer) = request.headers().get(header::AUTHORIZATION) {
            let token = bearer.to_str().ok().and_then(|value| value.strip_prefix("Bearer "));
            return Self::Bearer(token.unwrap_or_default().to_owned());
        }
        let cookie = |name| request.cookie(name).map(|cookie| cookie.value().to_owned());
        Self::Cookies { session: cookie(session_cookie(request)), device: cookie(device_cookie(request)) }
    }

    /// Whom it stands for: somebody signed in goes before the device that they sit at. A stale cookie is as good as
    /// none, a bad token is refused.
    pub(super) fn principal(&self, access: &Access) -> Result<Principal, Problem> {
        let Self::Cookies { session, .. } = self else { return self.device_principal(access) };
        let standing = session.as_deref().map(|cookie| access.session(cookie)).transpose()?.flatten();
        match standing.map(|standing| standing.principal) {
            Some(principal @ (Principal::Named { .. } | Principal::OwnMachine)) => Ok(principal),
            Some(Principal::Nobody) | None => self.device_principal(access),
        }
    }

    fn device_principal(&self, access: &Access) -> Result<Principal, Problem> {
        match self {
            Self::Bearer(token) => Ok(access.bearer(token)?),
            Self::Cookies { device, .. } => {
                let device = device.as_deref().map(|cookie| access.paired(cookie)).transpose()?.flatten();
                Ok(device.map_or(Principal::Nobody, |device| principal_of(device.name, device.role)))
            }
        }
    }
}

/// Whom this request speaks for.
///
/// # Errors
/// A problem when a bearer token is not known here, when a page of another origin asks with this browser's cookie,
/// when the person or device asks too often, or when the records can't be read.
pub fn principal(request: &HttpRequest, access: &Access) -> Result<Principal, Problem> {
    let credential = Credential::of(request);
    if !matches!(credential, Credential::Bearer(_)) && is_foreign(request) {
        return Err(Problem::foreign_origin());
    }
    note(&credential, request, access)?;
    match credential.principal(access)? {
        Principal::Nobody if is_own_machine(request) => Ok(Principal::OwnMachine),
        Principal::Named { name, role } => {
            let client = client_of(request);
            known(request, &client, &name)?;
            Ok(Principal::Named { name, role })
        }
        principal @ (Principal::Nobody | Principal::OwnMachine) => Ok(principal),
    }
}

/// Notes, in memory, that session and device were seen. A command is somebody's doing; a page that refreshes is not.
fn note(credential: &Credential, request: &HttpRequest, access: &Access) -> Result<(), Problem> {
    let (session, device) = match credential {
        Credential::Bearer(token) => (None, Some(token)),
        Credential::Cookies { session, device } => (session.as_deref(), device.as_ref()),
    };
    if let Some(standing) = session.map(|cookie| access.session(cookie)).transpose()?.flatten() {
        access.saw(&standing, request.method() != Method::GET);
    }
    if let Some(cookie) = device {
        access.saw_device(cookie, address(request))?;
    }
    Ok(())
}

/// The session that the request's cookie stands for.
///
/// # Errors
/// A problem when the records can't be read.
pub fn session_of(request: &HttpRequest, app: &App) -> Result<Option<Standing>, Problem> {
    let cookie = request.cookie(session_cookie(request));
    Ok(cookie.map(|cookie| app.access.session(cookie.value())).transpose()?.flatten())
}

/// The device that the request's cookie stands for.
///
/// # Errors
/// A problem when the records can't be read.
pub(super) fn device_of(request: &HttpRequest, app: &App) -> Result<Option<Device>, Problem> {
    let cookie = request.cookie(device_cookie(request));
    Ok(cookie.map(|cookie| app.access.paired(cookie.value())).transpose()?.flatten())
}

/// The id of the device that the request's cookie stands for.
///
/// # Errors
/// A problem when the records can't be read.
pub fn paired_id(request: &HttpRequest, app: &App) -> Result<Option<String>, Problem> {
    Ok(device_of(request, app)?.map(|device| device.id))
}

/// Whether a PIN is good here: on the office's own machine, and on a paired desk.
///
/// # Errors
/// A problem when the records can't be read.
pub fn is_known_desk(request: &HttpRequest, app: &App) -> Result<bool, Problem> {
    Ok(is_own_machine(request) || device_of(request, app)?.is_some_and(|device| device.role == Role::Desk))
}

/// Somebody of the office asks: their address is known from now on, and they are held to their own pace.
fn known(request: &HttpRequest, client: &Client, name: &str) -> Result<(), Problem> {
    request.extensions_mut().insert(Known);
    let Some(app) = request.app_data::<web::Data<App>>() else { return Ok(()) };
    app.doors.gate.know(client.address);
    app.doors.limits.call(name).map_err(Problem::too_often)
}
