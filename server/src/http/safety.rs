//! Around every answer: problems get their words, and every page its security headers.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse, web};

use super::entering::{enter, refusal};
use super::{Problem, allowed, reader_language};
use crate::app::App;
use crate::doors::Connection;

/// What pages may load: the office's own files, nothing inline.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The same for the API's page, whose viewer writes its theme into style elements as it draws: their text is computed,
/// so that neither a hash nor a nonce fits them. Scripts it has none of inline, and the document is this program's own.
const API_PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'";

/// A picture is shown, whoever looks at it alone, and nothing in it is ever run.
const PICTURE_POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// Nothing of a visitor's machine is asked for but sound and a whole screen that stays on. What a browser does not know
/// of these names it passes over.
const PERMISSIONS: &str = "accelerometer=(), ambient-light-sensor=(), autoplay=(self), bluetooth=(), \
    browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), gamepad=(), \
    geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), local-fonts=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), \
    screen-wake-lock=(self), serial=(), storage-access=(), usb=(), web-share=(), window-management=(), \
    xr-spatial-tracking=()";

/// On every answer whatever it is. Frames are forbidden twice, for browsers that know only the older way; no window of
/// another site gets hold of one of ours, and none loads what is ours into a page of its own.
const ALWAYS: [(header::HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::PERMISSIONS_POLICY, PERMISSIONS),
    (header::CROSS_ORIGIN_OPENER_POLICY, "same-origin"),
    (header::CROSS_ORIGIN_RESOURCE_POLICY, "same-origin"),
];

/// For so many seconds a browser asks for this name encrypted only. Not for names below it, which may be others'.
const A_YEAR: &str = "max-age=31536000";

/// On every answer of a rehearsal: nothing of it is real.
const REHEARSAL: header::HeaderName = header::HeaderName::from_static("moi-rehearsal");

/// Wraps the whole URL map.
///
/// # Errors
/// What the server itself can't answer; no handler's error comes this way.
pub async fn guard(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let policy = policy_of(request.path());
    let connection = request.conn_data::<Connection>().cloned();
    connection.iter().for_each(Connection::asked);
    let entered = request.app_data::<web::Data<App>>().map_or(Ok(()), |app| enter(&request, app));
    // Handlers' and extractors' errors arrive as answers. Keeping a clone of the request here, to answer others, would
    // take the router's right to write into it.
    let mut response = match entered {
        Ok(()) => next.call(request).await?.map_into_boxed_body(),
        Err(problem) => request.error_response(problem),
    };
    if let Some(problem) = problem_of(&response) {
        response = write(response, problem);
    }
    if response.status() != StatusCode::SWITCHING_PROTOCOLS {
        connection.iter().for_each(Connection::answered);
    }
    let rehearsal = response.request().app_data::<web::Data<App>>().is_some_and(|app| app.rehearsal);
    let stays = connection.as_ref().is_some_and(Connection::is_encrypted)
        && response.request().app_data::<web::Data<App>>().is_some_and(|app| app.doors.stays_encrypted());
    let headers = response.headers_mut();
    if stays {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, header::HeaderValue::from_static(A_YEAR));
    }
    if rehearsal {
        headers.insert(REHEARSAL, header::HeaderValue::from_static("true"));
    }
    let mut set = |name, value| {
        headers.insert(name, header::HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, policy);
    for (name, value) in ALWAYS {
        set(name, value);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    }
    Ok(response)
}

fn policy_of(path: &str) -> &'static str {
    match path {
        "/api" => API_PAGE_POLICY,
        path if path.starts_with("/pictures/") => PICTURE_POLICY,
        _ => PAGE_POLICY,
    }
}

/// The problem that an answer stands for, whoever made it: a handler, an extractor or the router.
fn problem_of(response: &ServiceResponse<BoxBody>) -> Option<Problem> {
    if let Some(error) = response.response().error() {
        return problem_in(error, response.status());
    }
    match response.status() {
        StatusCode::METHOD_NOT_ALLOWED => Some(Problem::method_not_allowed()),
        StatusCode::NOT_FOUND if response.response().body().size().is_eof() => Some(Problem::not_found()),
        _ => None,
    }
}

fn problem_in(error: &Error, status: StatusCode) -> Option<Problem> {
    if let Some(problem) = error.as_error::<Problem>() {
        return Some(problem.clone());
    }
    if status.is_server_error() {
        tracing::error!(%error, "a request failed in a way that was not foreseen");
        return Some(Problem::bug());
    }
    status.is_client_error().then(|| Problem::invalid_body(error.to_string()))
}

fn write(response: ServiceResponse<BoxBody>, problem: Problem) -> ServiceResponse<BoxBody> {
    let Some(app) = response.request().app_data::<web::Data<App>>().cloned() else { return response };
    let problem = refusal(response.request(), &app, problem);
    app.metrics.count_refusal(problem.code());
    problem.limit().into_iter().for_each(|limit| app.metrics.count_limit(limit));
    let language = reader_language(response.request(), &app);
    let mut answer: HttpResponse = problem.response(&app.texts, &language);
    if answer.status() == StatusCode::METHOD_NOT_ALLOWED {
        let allowed = header::HeaderValue::from_static(allowed::methods(response.request()));
        answer.headers_mut().insert(header::ALLOW, allowed);
    }
    response.into_response(answer)
}
