//! Who asks, as the doors see it, and whether it is a page of the office's own that asks.

use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap};
use actix_web::{HttpMessage, HttpRequest, web};

use crate::app::App;
use crate::doors::{Client, Connection, Peer};

/// Who asks. Looked at once for each request.
#[must_use]
pub fn client_of(request: &HttpRequest) -> Client {
    if let Some(client) = request.extensions().get::<Client>() {
        return client.clone();
    }
    let is_encrypted = request.conn_data::<Connection>().is_some_and(Connection::is_encrypted);
    let peer = Peer { address: request.peer_addr().map(|peer| peer.ip()), is_encrypted };
    let proxies = request.app_data::<web::Data<App>>().map_or(&[][..], |app| &app.doors.proxies);
    let client = Client::of(request.headers(), peer, proxies);
    request.extensions_mut().insert(client.clone());
    client
}

/// Whether the request was made on the office's own machine, by a page of the office itself.
///
/// A forwarded request comes from elsewhere. The host must be an address or `localhost`: a name could be anybody's,
/// pointed at this machine to borrow its rights (DNS rebinding).
#[must_use]
pub fn is_own_machine(request: &HttpRequest) -> bool {
    let client = client_of(request);
    client.address.is_loopback() && !client.is_forwarded && client.authority.as_deref().is_none_or(is_address)
}

/// Whether the browser says that the page asking is somebody else's.
#[must_use]
pub fn is_foreign(request: &HttpRequest) -> bool {
    let client = client_of(request);
    let said = request.app_data::<web::Data<App>>().and_then(|app| app.doors.public_authority.as_deref());
    let own = [client.authority.as_deref(), said];
    comes_from_elsewhere(request.headers(), &own) || was_sent_by_another_site(request)
}

fn comes_from_elsewhere(headers: &HeaderMap, own: &[Option<&str>]) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return false };
    let authority = origin.to_str().ok().and_then(|origin| origin.split_once("://")).map(|(_, authority)| authority);
    authority.is_none() || !own.contains(&authority)
}

/// By the browser's own word, which no page can change. A link to a page of the office may stand anywhere; but only
/// following it is harmless.
fn was_sent_by_another_site(request: &HttpRequest) -> bool {
    let say = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_link = say("sec-fetch-mode") == "navigate" && matches!(*request.method(), Method::GET | Method::HEAD);
    matches!(say("sec-fetch-site"), "cross-site" | "same-site") && !is_link
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

    fn request(peer: &str, headers: &[(&str, &str)]) -> HttpRequest {
        let mut request = TestRequest::default().peer_addr(peer.parse().expect("an address"));
        for (name, value) in headers {
            request = request.insert_header((*name, *value));
        }
        request.to_http_request()
    }

    fn own(peer: &str, headers: &[(&str, &str)]) -> bool {
        is_own_machine(&request(peer, headers))
    }

    fn foreign(method: Method, headers: &[(&str, &str)]) -> bool {
        let mut request = TestRequest::default().method(method).insert_header(("host", "127.0.0.1:8080"));
        for (name, value) in headers {
            request = request.insert_header((*name, *value));
        }
        is_foreign(&request.to_http_request())
    }

    #[test]
    fn only_an_unforwarded_request_from_this_machine_is_its_own() {
        assert!(own("127.0.0.1:5000", &[("host", "127.0.0.1:8080")]));
        assert!(own("[::1]:5000", &[("host", "localhost:8080")]));
        assert!(own("[::ffff:127.0.0.1]:5000", &[("host", "localhost:8080")]));
        assert!(own("127.0.0.1:5000", &[]), "a program of HTTP/1.0");
        assert!(!own("192.168.1.9:5000", &[("host", "192.168.1.2:8080")]));
        for forwarded in ["forwarded", "x-forwarded-for", "x-forwarded-port", "x-real-ip", "via"] {
            assert!(!own("127.0.0.1:5000", &[("host", "127.0.0.1:8080"), (forwarded, "10.0.0.1")]), "{forwarded}");
        }
    }

    #[test]
    fn a_name_that_points_here_borrows_no_rights() {
        assert!(!own("127.0.0.1:5000", &[("host", "evil.example:8080")]));
    }

    #[test]
    fn a_page_of_another_origin_is_foreign() {
        let origin = |origin| foreign(Method::GET, &[("origin", origin)]);
        assert!(!origin("http://127.0.0.1:8080") && !foreign(Method::POST, &[]));
        assert!(origin("http://evil.example") && origin("null") && origin("http://127.0.0.1:8081"));
    }

    #[test]
    fn what_another_site_sends_is_foreign_unless_it_is_a_link() {
        let site = |method, site, mode| foreign(method, &[("sec-fetch-site", site), ("sec-fetch-mode", mode)]);
        for own in ["same-origin", "none"] {
            assert!(!site(Method::POST, own, "cors"), "{own}");
        }
        for other in ["cross-site", "same-site"] {
            assert!(!site(Method::GET, other, "navigate"), "a link");
            assert!(site(Method::POST, other, "navigate"), "a form");
            assert!(site(Method::GET, other, "no-cors") && site(Method::GET, other, "websocket"), "a script");
        }
    }
}
