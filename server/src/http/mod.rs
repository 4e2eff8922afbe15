//! The whole URL map on one screen; one resource a file. Handlers are thin: parse, call the engine, answer.

mod body;
mod counters;
mod health;
mod key;
mod language;
mod live;
mod office;
mod openapi;
mod pages;
mod problem;
mod qr;
mod refusals;
mod safety;
mod services;
mod sessions;
mod tickets;

use actix_web::HttpResponse;
use actix_web::web::{self, ServiceConfig, resource};

pub use body::{Body, OptionalBody, clean};
pub use key::IdempotencyKey;
pub use openapi::document as openapi_document;
pub use pages::Assets;
pub use problem::Problem;

use crate::auth::Anyone;
pub use language::reader_language;
pub use safety::guard;

/// Every address of the office.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(
            web::scope("/api/v1")
                .service(resource("/office").get(office::show))
                .service(resource("/services").get(services::list))
                .service(resource("/counters").get(counters::list))
                .service(resource("/counters/{counter}/open").post(counters::open))
                .service(resource("/counters/{counter}/pause").post(counters::pause))
                .service(resource("/counters/{counter}/close").post(counters::close))
                .service(resource("/counters/{counter}/next").post(counters::next))
                .service(resource("/counters/{counter}/recall").post(counters::recall))
                .service(resource("/counters/{counter}/start").post(counters::start))
                .service(resource("/counters/{counter}/finish").post(counters::finish))
                .service(resource("/counters/{counter}/no-show").post(counters::no_show))
                .service(resource("/tickets").post(tickets::take))
                .service(resource("/tickets/{token}").get(tickets::show).delete(tickets::cancel))
                .service(resource("/tickets/{token}/qr").get(qr::show))
                .service(resource("/sessions").post(sessions::begin))
                .service(resource("/sessions/current").get(sessions::show).delete(sessions::end))
                .service(resource("/health").get(health::health))
                .service(resource("/metrics").get(health::metrics))
                .service(resource("/openapi.json").get(openapi::serve)),
        )
        .service(
            web::scope("/live")
                .service(resource("/wall").get(live::wall))
                .service(resource("/kiosk").get(live::kiosk))
                .service(resource("/counters/{counter}").get(live::counter))
                .service(resource("/desks/{counter}").get(live::desk))
                .service(resource("/tickets/{token}").get(live::ticket)),
        )
        .service(resource("/text/{language}/{area}").get(pages::text))
        .service(resource("/web/{path:.*}").get(pages::asset))
        .service(resource("/").get(pages::start))
        .service(resource("/kiosk").get(pages::kiosk))
        .service(resource(["/desk", "/desk/{counter}"]).get(pages::desk))
        .service(resource("/wall").get(pages::wall))
        .service(resource("/counter/{counter}").get(pages::counter))
        .service(resource("/t/{token}").get(pages::phone))
        .service(resource("/sign-in").get(pages::sign_in))
        .service(resource("/api").get(pages::api))
        .default_service(web::to(nothing_here));
}

async fn nothing_here(_who: Anyone) -> Result<HttpResponse, Problem> {
    Err(Problem::not_found())
}
