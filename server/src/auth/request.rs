//! Whom a request speaks for: a bearer token first, then a session's cookie, then a paired device's, then the machine
//! that it comes from.

use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap};
use actix_web::{HttpRequest, web};

use super::access::principal_of;
use super::devices::Device;
use super::{Access, Principal, Role, Standing, address};
use crate::app::App;
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

/// The cookie of this office's paired devices.
#[must_use]
pub fn device_cookie(app: &App) -> &'static str {
    if app.rehearsal { REHEARSAL_DEVICE_COOKIE } else { DEVICE_COOKIE }
}

/// The cookie of this office's sessions.
#[must_use]
pub fn session_cookie(app: &App) -> &'static str {
    if app.rehearsal { REHEARSAL_COOKIE } else { SESSION_COOKIE }
}

/// Headers that a proxy adds: whoever sends one does not sit at this machine.
const FORWARDED: [&str; 9] = [
    "forwarded",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-real-ip",
    "x-client-ip",
    "cf-connecting-ip",
    "true-client-ip",
    "via",
];

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
        let app = request.app_data::<web::Data<App>>();
        let cookie = |name| request.cookie(name).map(|cookie| cookie.value().to_owned());
        Self::Cookies {
            session: cookie(app.map_or(SESSION_COOKIE, |app| session_cookie(app))),
            device: cookie(app.map_or(DEVICE_COOKIE, |app| device_cookie(app))),
        }
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
/// or when the records can't be read.
pub fn principal(request: &HttpRequest, access: &Access) -> Result<Principal, Problem> {
    let credential = Credential::of(request);
    if !matches!(credential, Credential::Bearer(_)) && is_foreign_origin(request.headers()) {
        return Err(Problem::foreign_origin());
    }
    note(&credential, request, access)?;
    match credential.principal(access)? {
        Principal::Nobody if is_own_machine(request) => Ok(Principal::OwnMachine),
        principal @ (Principal::Nobody | Principal::OwnMachine | Principal::Named { .. }) => Ok(principal),
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
    let cookie = request.cookie(session_cookie(app));
    Ok(cookie.map(|cookie| app.access.session(cookie.value())).transpose()?.flatten())
}

/// The device that the request's cookie stands for.
///
/// # Errors
/// A problem when the records can't be read.
pub(super) fn device_of(request: &HttpRequest, app: &App) -> Result<Option<Device>, Problem> {
    let cookie = request.cookie(device_cookie(app));
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

/// Whether the request was made on the office's own machine, by a page of the office itself.
///
/// A forwarded request comes from elsewhere. The host must be an address or `localhost`: a name could be anybody's,
/// pointed at this machine to borrow its rights (DNS rebinding).
#[must_use]
pub fn is_own_machine(request: &HttpRequest) -> bool {
    let from_here = request.peer_addr().is_some_and(|peer| peer.ip().to_canonical().is_loopback());
    let forwarded = FORWARDED.iter().any(|name| request.headers().contains_key(*name));
    from_here && !forwarded && host_of(request.headers()).is_none_or(is_address)
}

/// Whether the browser says that the page asking is somebody else's.
#[must_use]
pub fn is_foreign_origin(headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return false };
    let authority = origin.to_str().ok().and_then(|origin| origin.split_once("://")).map(|(_, authority)| authority);
    authority.is_none() || authority != host_of(headers)
}

fn host_of(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::HOST)?.to_str().ok()
}

fn is_address(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    name.eq_ignore_ascii_case("localhost") || name.parse::<std::net::IpAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn own(peer: &str, headers: &[(&str, &str)]) -> bool {
        let mut request = TestRequest::default().peer_addr(peer.parse().expect("an address"));
        for (name, value) in headers {
            request = request.insert_header((*name, *value));
        }
        is_own_machine(&request.to_http_request())
    }

    #[test]
    fn only_an_unforwarded_request_from_this_machine_is_its_own() {
        assert!(own("127.0.0.1:5000", &[("host", "127.0.0.1:8080")]));
        assert!(own("[::1]:5000", &[("host", "localhost:8080")]));
        assert!(!own("192.168.1.9:5000", &[("host", "192.168.1.2:8080")]));
        for forwarded in FORWARDED {
            assert!(!own("127.0.0.1:5000", &[("host", "127.0.0.1:8080"), (forwarded, "10.0.0.1")]), "{forwarded}");
        }
    }

    #[test]
    fn a_name_that_points_here_borrows_no_rights() {
        assert!(!own("127.0.0.1:5000", &[("host", "evil.example:8080")]));
    }

    #[test]
    fn a_page_of_another_origin_is_foreign() {
        let headers = |origin: &'static str| {
            TestRequest::default()
                .insert_header(("host", "127.0.0.1:8080"))
                .insert_header(("origin", origin))
                .to_http_request()
        };
        assert!(!is_foreign_origin(headers("http://127.0.0.1:8080").headers()));
        assert!(is_foreign_origin(headers("http://evil.example").headers()));
        assert!(is_foreign_origin(headers("null").headers()));
    }
}
