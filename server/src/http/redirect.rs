//! The plain address beside the encrypted one: it leads there, and does nothing else.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};

use super::Problem;
use crate::auth::{Anyone, client_of};

/// The port of the encrypted pages.
#[derive(Clone, Copy)]
pub struct EncryptedPort(pub u16);

/// The port that browsers take when an address says none.
const HTTPS: u16 = 443;

/// Leads a page or picture to its encrypted address; what would change something is refused, since it was read on its
/// way already.
pub async fn lead(_who: Anyone, request: HttpRequest, port: web::Data<EncryptedPort>) -> Result<HttpResponse, Problem> {
    if !request.method().is_safe() {
        return Err(Problem::encrypted_only());
    }
    let authority = client_of(&request).authority.ok_or_else(Problem::encrypted_only)?;
    let host = host_in(&authority);
    let rest = request.uri().path_and_query().map_or("/", |rest| rest.as_str());
    let port = if port.0 == HTTPS { String::new() } else { format!(":{}", port.0) };
    let place = format!("https://{host}{port}{rest}");
    Ok(HttpResponse::PermanentRedirect().insert_header((header::LOCATION, place)).finish())
}

/// `moi.local` of `moi.local:80`, `[::1]` of `[::1]:80`.
fn host_in(authority: &str) -> &str {
    match authority.rfind(']') {
        Some(end) => &authority[..=end],
        None => authority.split(':').next().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_kept_and_its_port_is_not() {
        for (authority, host) in [("moi.local:80", "moi.local"), ("moi.local", "moi.local"), ("[::1]:80", "[::1]")] {
            assert_eq!(host_in(authority), host);
        }
    }
}
