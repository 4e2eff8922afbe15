//! The OpenAPI document, generated from the handlers' own words.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};
use utoipa::openapi::OpenApi;
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::{Modify, OpenApi as _, ToSchema};

use super::{
    account, answers, appointments, audit, away, backup, contacts, counters, devices, directory, endings, health,
    helping, installation, leaving, office, order, outage, papers, people, pictures, preview, priorities, qr, queue,
    services, sessions, set_up, shapes, state, tickets, transfers, undo,
};
use crate::auth::{Anyone, SESSION_COOKIE};

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Moi",
        description = "Tickets, counters and calls of a one-stop shop. Refusals and faults are problem documents \
            (RFC 9457): `code` is stable, `detail` says in the reader's language what to do. Live views are \
            WebSockets under `/live`, see docs/live.md.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    paths(
        office::show, state::show, health::health, health::metrics, services::list, queue::show, order::show,
        order::days, preview::form, preview::play, set_up::show, set_up::text, set_up::check, set_up::change,
        set_up::show_shipped, audit::show, backup::make, installation::check, installation::install,
        counters::list, counters::open, leaving::pause, leaving::close, counters::next, counters::recall,
        counters::start, endings::finish, endings::note, counters::no_show, away::park,
        transfers::transfer, undo::undo, helping::ask, helping::end, contacts::show,
        papers::change_services, papers::write_note, papers::show_note,
        tickets::take, tickets::show, tickets::cancel, tickets::print_again, outage::show, outage::enter,
        away::give_back, priorities::grant,
        contacts::leave, contacts::take_back, qr::show,
        appointments::slots, appointments::book, appointments::list, appointments::show, appointments::cancel,
        appointments::picture, appointments::calendar, appointments::check_in,
        sessions::begin, sessions::show, sessions::go_on, sessions::end, sessions::list, sessions::end_one,
        sessions::end_others, directory::begin, directory::finish,
        account::show, account::change_password, account::change_pin, account::begin_factor,
        account::confirm_factor, account::drop_factor, account::renew_spare,
        pictures::list, pictures::take_in, pictures::remove,
        people::list, people::new_pin, people::new_password, people::end_sessions,
        devices::begin, devices::claim, devices::waiting, devices::list, devices::admit, devices::revoke, serve,
    ),
    components(schemas(ProblemDocument)),
    modifiers(&Everywhere)
)]
struct Document;

/// A refusal or fault (RFC 9457). Some carry further members, as `officer` or `retry_after_seconds`.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes what `Problem` writes")]
struct ProblemDocument {
    /// `urn:moi:problem:` and the code.
    r#type: String,
    /// The kind of problem in the reader's language.
    title: String,
    /// As in the answer.
    status: u16,
    /// What it is and what to do, in the reader's language.
    detail: String,
    /// Stable, for programs.
    #[schema(example = "counter-closed")]
    code: String,
}

/// What is said of every operation alike.
struct Everywhere;

impl Modify for Everywhere {
    fn modify(&self, document: &mut OpenApi) {
        add_security(document);
        shapes::add(document);
        answers::add(document);
    }
}

/// How a caller shows who they are. Handlers for everybody say so, and those for a person alone.
fn add_security(document: &mut OpenApi) {
    let components = document.components.get_or_insert_default();
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("Made by `moi token new`"));
    components.add_security_scheme("token", SecurityScheme::Http(bearer.build()));
    let cookie = ApiKeyValue::with_description(SESSION_COOKIE, "Set by POST /sessions");
    components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    let either = ["token", "session"].map(|name| SecurityRequirement::new::<_, _, &str>(name, []));
    document.security = Some(either.to_vec());
}

/// The document as JSON.
///
/// # Errors
/// When it can't be written, which would be a bug.
pub fn document() -> serde_json::Result<String> {
    serde_json::to_string_pretty(&Document::openapi())
}

/// The methods of each address, as `GET, POST`.
pub(super) fn methods() -> BTreeMap<String, String> {
    let paths = Document::openapi().paths.paths;
    let methods = paths.into_iter().map(|(address, path)| {
        let known = [("GET", path.get), ("PUT", path.put), ("POST", path.post), ("DELETE", path.delete)];
        let names: Vec<&str> = known.iter().filter(|(_, known)| known.is_some()).map(|(name, _)| *name).collect();
        (address, names.join(", "))
    });
    methods.collect()
}

/// This document.
#[utoipa::path(
    get, path = "/api/v1/openapi.json", tag = "office", security(()),
    responses((status = 200, body = Object))
)]
pub async fn serve(_who: Anyone) -> HttpResponse {
    HttpResponse::Ok().json(web::Json(Document::openapi()))
}
