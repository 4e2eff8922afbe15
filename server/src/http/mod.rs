//! The whole URL map on one screen; one resource a file. Handlers are thin: parse, call the engine, answer.

mod access_problems;
mod account;
mod allowed;
mod answers;
mod appointments;
mod audit;
mod away;
mod backup;
mod body;
mod calendar;
mod contacts;
mod cookies;
mod counters;
mod devices;
mod directory;
mod doors;
mod endings;
mod entering;
mod findings;
mod health;
mod helping;
mod installation;
mod key;
mod language;
mod leaving;
mod live;
mod office;
mod openapi;
mod order;
mod outage;
mod pages;
mod papers;
mod people;
mod picture_body;
mod picture_problems;
mod pictures;
mod preview;
mod priorities;
mod problem;
mod qr;
mod query;
mod queue;
mod redirect;
mod refusals;
mod safety;
mod services;
mod sessions;
mod set_up;
mod shapes;
mod state;
mod tickets;
mod transfers;
mod undo;

use actix_web::web::{self, ServiceConfig, resource};
use actix_web::{HttpResponse, Scope};

pub use body::{Body, OptionalBody, clean};
pub use key::IdempotencyKey;
pub use openapi::document as openapi_document;
pub use pages::Assets;
pub use problem::Problem;
pub use redirect::{EncryptedPort, lead};

use crate::auth::Anyone;
pub use language::reader_language;
pub use safety::guard;

/// Every address of the office. Scopes come first: their beginning is compared before any pattern is tried.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(
            web::scope("/api/v1")
                .service(tickets_scope())
                .service(counters_scope())
                .service(appointment_routes())
                .service(resource("/office").get(office::show))
                .service(resource("/office/state").get(state::show))
                .service(resource("/office/backup").post(backup::make))
                .service(resource("/office/preview").get(preview::form).post(preview::play))
                .service(resource("/set-up").get(set_up::show).put(set_up::change))
                .service(resource("/set-up/text").get(set_up::text))
                .service(resource("/set-up/shipped").get(set_up::show_shipped))
                .service(resource("/set-up/check").post(set_up::check))
                .service(resource("/audit").get(audit::show))
                .service(resource("/installation").post(installation::install))
                .service(resource("/installation/check").post(installation::check))
                .service(resource("/order").get(order::show))
                .service(resource("/order/days").get(order::days))
                .service(resource("/outage").get(outage::show).post(outage::enter))
                .service(resource("/pictures").get(pictures::list).post(pictures::take_in))
                .service(resource("/pictures/{id}").delete(pictures::remove))
                .service(resource("/queue").get(queue::show))
                .service(resource("/services").get(services::list))
                .configure(access_routes)
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
        .configure(pages_of)
        .default_service(web::to(nothing_here));
}

/// Who may come in, and by what.
fn access_routes(config: &mut ServiceConfig) {
    let sessions = resource("/sessions").get(sessions::list).post(sessions::begin).delete(sessions::end_others);
    let current = resource("/sessions/current").get(sessions::show).post(sessions::go_on).delete(sessions::end);
    let factor = resource("/account/second-factor").post(account::begin_factor).put(account::confirm_factor);
    config
        .service(sessions)
        .service(current)
        .service(resource("/sessions/directory").post(directory::begin).put(directory::finish))
        .service(resource("/sessions/{id}").delete(sessions::end_one))
        .service(resource("/account").get(account::show))
        .service(resource("/account/password").put(account::change_password))
        .service(resource("/account/pin").put(account::change_pin))
        .service(factor)
        .service(resource("/account/second-factor/off").post(account::drop_factor))
        .service(resource("/account/spare-codes").post(account::renew_spare))
        .service(resource("/people").get(people::list))
        .service(resource("/people/{name}/pin").post(people::new_pin))
        .service(resource("/people/{name}/password").post(people::new_password))
        .service(resource("/people/{name}/sessions").delete(people::end_sessions))
        .service(resource("/pairings").post(devices::begin))
        .service(resource("/pairings/claim").post(devices::claim))
        .service(resource("/pairings/waiting").post(devices::waiting))
        .service(resource("/devices").get(devices::list).post(devices::admit))
        .service(resource("/devices/{id}").delete(devices::revoke));
}

/// What is asked and done with a ticket.
fn tickets_scope() -> Scope {
    web::scope("/tickets")
        .service(resource("").post(tickets::take))
        .service(resource("/{token}").get(tickets::show).delete(tickets::cancel))
        .service(resource("/{token}/contact").put(contacts::leave).delete(contacts::take_back))
        .service(resource("/{token}/qr").get(qr::show))
        .service(resource("/{ticket}/priority").post(priorities::grant))
        .service(resource("/{ticket}/slip").post(tickets::print_again))
        .service(resource("/{ticket}/return").post(away::give_back))
}

/// What is asked and done at a counter.
fn counters_scope() -> Scope {
    web::scope("/counters")
        .service(resource("").get(counters::list))
        .service(resource("/{counter}/open").post(counters::open))
        .service(resource("/{counter}/pause").post(leaving::pause))
        .service(resource("/{counter}/close").post(leaving::close))
        .service(resource("/{counter}/next").post(counters::next))
        .service(resource("/{counter}/recall").post(counters::recall))
        .service(resource("/{counter}/start").post(counters::start))
        .service(resource("/{counter}/finish").post(endings::finish))
        .service(resource("/{counter}/outcome").post(endings::note))
        .service(resource("/{counter}/no-show").post(counters::no_show))
        .service(resource("/{counter}/park").post(away::park))
        .service(resource("/{counter}/transfer").post(transfers::transfer))
        .service(resource("/{counter}/undo").post(undo::undo))
        .service(resource("/{counter}/help").post(helping::ask).delete(helping::end))
        .service(resource("/{counter}/contact").get(contacts::show))
        .service(resource("/{counter}/services").post(papers::change_services))
        .service(resource("/{counter}/note").get(papers::show_note).post(papers::write_note))
}

/// The pages, and what they load.
fn pages_of(config: &mut ServiceConfig) {
    config
        .service(resource("/text/{language}/{area}").get(pages::text))
        .service(resource("/web/{path:.*}").get(pages::asset))
        .service(resource("/pictures/{id}").get(pictures::show))
        .service(resource("/").get(pages::start))
        .service(resource("/kiosk").get(pages::kiosk))
        .service(resource(["/desk", "/desk/{counter}"]).get(pages::desk))
        .service(resource("/reception").get(pages::reception))
        .service(resource("/roll").get(pages::roll))
        .service(resource("/wall").get(pages::wall))
        .service(resource("/counter/{counter}").get(pages::counter))
        .service(resource("/t/{token}").get(pages::phone))
        .service(resource("/a/{token}").get(pages::appointment))
        .service(resource("/book").get(pages::book))
        .service(resource(["/sign-in", directory::BACK_AT]).get(pages::sign_in))
        .service(resource("/admin").get(pages::admin))
        .service(resource("/admin/order").get(pages::record))
        .service(resource("/admin/preview").get(pages::preview))
        .service(resource("/admin/people").get(pages::people))
        .service(resource("/admin/devices").get(pages::devices))
        .service(resource("/account").get(pages::account))
        .service(resource("/pair").get(pages::pair))
        .service(resource("/set-up").get(pages::installation))
        .service(resource(["/admin/set-up", "/admin/set-up/{part}"]).get(pages::set_up))
        .service(resource("/admin/audit").get(pages::audit))
        .service(resource("/api").get(pages::api));
}

fn appointment_routes() -> Scope {
    web::scope("/appointments")
        .service(resource("").get(appointments::list).post(appointments::book))
        .service(resource("/slots").get(appointments::slots))
        .service(resource("/{code}").get(appointments::show).delete(appointments::cancel))
        .service(resource("/{code}/calendar").get(appointments::calendar))
        .service(resource("/{code}/check-in").post(appointments::check_in))
        .service(resource("/{code}/qr").get(appointments::picture))
}

async fn nothing_here(_who: Anyone) -> Result<HttpResponse, Problem> {
    Err(Problem::not_found())
}
