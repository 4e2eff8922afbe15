//! The OpenAPI document, generated from the handlers' own words.

use actix_web::{HttpResponse, web};
use utoipa::OpenApi;

use super::{counters, health, office, qr, services, sessions, tickets};
use crate::auth::Anyone;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Moi",
        description = "Tickets, counters and calls of a one-stop shop. Refusals and faults are problem documents \
            (RFC 9457): `code` is stable, `detail` says in the reader's language what to do. Live views are \
            WebSockets under `/live`, see docs/live.md.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    paths(
        office::show, health::health, health::metrics, services::list,
        counters::list, counters::open, counters::pause, counters::close, counters::next, counters::recall,
        counters::start, counters::finish, counters::no_show,
        tickets::take, tickets::show, tickets::cancel, qr::show,
        sessions::begin, sessions::show, sessions::end, serve,
    ),
    modifiers(&Security)
)]
struct Document;

/// How a caller shows who they are.
struct Security;

impl utoipa::Modify for Security {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        use utoipa::openapi::security::{
            ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
        };
        let components = document.components.get_or_insert_default();
        let bearer =
            HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("A token made by `moi token new`"));
        components.add_security_scheme("token", SecurityScheme::Http(bearer.build()));
        let cookie = ApiKeyValue::with_description(crate::auth::SESSION_COOKIE, "Set by POST /sessions");
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
        let either = ["token", "session"].map(|name| SecurityRequirement::new::<_, _, &str>(name, []));
        document.security = Some([SecurityRequirement::default()].into_iter().chain(either).collect());
    }
}

/// The document as JSON.
///
/// # Errors
/// When it can't be written, which would be a bug.
pub fn document() -> serde_json::Result<String> {
    serde_json::to_string_pretty(&Document::openapi())
}

/// This document.
#[utoipa::path(get, path = "/api/v1/openapi.json", tag = "office", responses((status = 200, body = Object)))]
pub async fn serve(_who: Anyone) -> HttpResponse {
    HttpResponse::Ok().json(web::Json(Document::openapi()))
}
