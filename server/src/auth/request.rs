//! Whom a request speaks for: a bearer token first, then a session's cookie, then the machine that it comes from.

use actix_web::http::header::{self, HeaderMap};
use actix_web::{HttpRequest, web};

use super::{Access, Principal};
use crate::app::App;
use crate::http::Problem;

/// The session's cookie.
pub const SESSION_COOKIE: &str = "moi_session";

/// The session's cookie in a rehearsal: a browser keeps cookies by machine and not by port, and whoever signs in there
/// must stay signed in at the office.
const REHEARSAL_COOKIE: &str = "moi_rehearsal_session";

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
    /// A session's cookie.
    Cookie(String),
    /// Nothing.
    None,
}

impl Credential {
    pub(super) fn of(request: &HttpRequest) -> Self {
        if let Some(bearer) = request.headers().get(header::AUTHORIZATION) {
            let token = bearer.to_str().ok().and_then(|value| value.strip_prefix("Bearer "));
            return Self::Bearer(token.unwrap_or_default().to_owned());
        }
        let name = request.app_data::<web::Data<App>>().map_or(SESSION_COOKIE, |app| session_cookie(app));
        request.cookie(name).map_or(Self::None, |cookie| Self::Cookie(cookie.value().to_owned()))
    }

    /// Whom it stands for; a stale cookie is as good as none, a bad token is refused.
    pub(super) fn principal(&self, access: &Access) -> Result<Principal, Problem> {
        match self {
            Self::Bearer(token) => Ok(access.bearer(token)?),
            Self::Cookie(cookie) => {
                Ok(access.session(cookie)?.map_or(Principal::Nobody, |(principal, _expires_at)| principal))
            }
            Self::None => Ok(Principal::Nobody),
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
    match credential.principal(access)? {
        Principal::Nobody if is_own_machine(request) => Ok(Principal::OwnMachine),
        principal @ (Principal::Nobody | Principal::OwnMachine | Principal::Named { .. }) => Ok(principal),
    }
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
