//! Before any handler: whether a request may come in at all, by its head and by whoever sends it.

use actix_web::dev::ServiceRequest;
use actix_web::http::Method;
use actix_web::{HttpMessage, HttpRequest};

use super::Problem;
use super::directory::BACK_AT;
use crate::app::App;
use crate::auth::{Known, client_of, is_foreign, is_own_machine};

/// Bytes of an address with its query: the longest of the office's own has some two hundred.
const ADDRESS_BYTES_MAX: usize = 2 * 1024;

/// The same where a directory leads back: some put a code of more than a thousand bytes into the address.
const BACK_BYTES_MAX: usize = 8 * 1024;

/// Bytes of all headers together: a browser sends one or two thousand, a proxy adds a few hundred.
const HEADERS_BYTES_MAX: usize = 16 * 1024;

/// Headers: a browser sends some twenty, a chain of proxies adds ten.
const HEADERS_MAX: usize = 64;

/// Refusals that somebody gets who tries what there may be: addresses, secrets, tokens.
const MISSES: [&str; 4] = ["not-found", "unknown-ticket", "unknown-appointment", "not-signed-in"];

/// Lets a request in.
///
/// # Errors
/// When its head is too long, when it asks for a name that is not this office's, when a page of somebody else's wants
/// to change something, or when its address asks too often.
pub(super) fn enter(request: &ServiceRequest, app: &App) -> Result<(), Problem> {
    require_short_head(request)?;
    if !app.doors.are_asked(request) {
        return Err(Problem::unknown_host(request.headers().get("host").and_then(|host| host.to_str().ok())));
    }
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if changes && is_foreign(request.request()) {
        return Err(Problem::foreign_origin());
    }
    if is_own_machine(request.request()) {
        return Ok(());
    }
    app.doors.limits.request(client_of(request.request()).address).map_err(Problem::too_often)
}

fn require_short_head(request: &ServiceRequest) -> Result<(), Problem> {
    let uri = request.uri();
    let bytes_max = if uri.path() == BACK_AT { BACK_BYTES_MAX } else { ADDRESS_BYTES_MAX };
    if uri.path().len() + uri.query().map_or(0, str::len) > bytes_max {
        return Err(Problem::address_too_long(bytes_max));
    }
    let headers = request.headers();
    let bytes: usize = headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    if headers.len() > HEADERS_MAX || bytes > HEADERS_BYTES_MAX {
        return Err(Problem::head_too_large(HEADERS_BYTES_MAX));
    }
    Ok(())
}

/// The refusal that is answered in place of this one: whoever keeps trying what there may be is told to wait. Whoever
/// knows what they ask for, and whoever is known, is never refused for a neighbour who guesses.
pub(super) fn refusal(request: &HttpRequest, app: &App, problem: Problem) -> Problem {
    // Nobody who shows no credential guesses one.
    let guesses_credential = || request.headers().contains_key("authorization") || request.path() == "/api/v1/sessions";
    let is_miss = MISSES.contains(&problem.code()) && (problem.code() != "not-signed-in" || guesses_credential());
    let is_known = request.extensions().contains::<Known>() || is_own_machine(request);
    if !is_miss || is_known {
        return problem;
    }
    match app.doors.limits.miss(client_of(request).address) {
        Ok(()) => problem,
        Err(too_often) => Problem::too_often(too_often),
    }
}
