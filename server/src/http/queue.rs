//! `/queue`: the order of calling in plain sight.

use actix_web::{HttpRequest, HttpResponse, web};
use moi_domain::{CounterNumber, ServiceCode};
use serde::Deserialize;

use super::query::Query;
use super::{Problem, reader_language};
use crate::app::App;
use crate::auth::Staff;
use crate::views::{QueueFilter, QueueView, queue_view};

/// As many as wait on a busy day, in 25 KB.
const LIMIT_USUAL: usize = 100;
/// In 250 KB; whoever needs more asks service by service.
const LIMIT_MAX: usize = 1_000;

/// Which part of the queue.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// Code of a service: those who come for it.
    service: Option<String>,
    /// A counter: those whom it may call, in its order.
    counter: Option<u16>,
    /// Tickets of each list at most, 1 to 1,000; 100 when it is left out.
    limit: Option<usize>,
}

/// Who waits, in the order in which they will be called, each with the reason of its place in words; and who is away.
#[utoipa::path(
    get, path = "/api/v1/queue", tag = "tickets", params(Wish),
    responses(
        (status = 200, body = QueueView),
        (status = 400, description = "A parameter is none"),
        (status = 404, description = "There is no such counter"),
        (status = 422, description = "There is no such service")
    )
)]
pub async fn show(
    app: web::Data<App>,
    _who: Staff,
    wish: Query<Wish>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let filter = filter(&app, wish.0)?;
    let language = reader_language(&request, &app);
    let office = app.office();
    let words = (office.as_ref(), app.texts.as_ref(), language.as_str());
    let now = (app.clock)();
    let view = app.engine.published().read(|hall| queue_view(hall, &app.setup(), words, &filter, now));
    Ok(HttpResponse::Ok().json(view))
}

fn filter(app: &App, wish: Wish) -> Result<QueueFilter, Problem> {
    let limit = wish.limit.unwrap_or(LIMIT_USUAL);
    if !(1..=LIMIT_MAX).contains(&limit) {
        return Err(Problem::invalid_body(format!("`limit` must be 1 to {LIMIT_MAX}")));
    }
    let known = |text: &str| ServiceCode::new(text).ok().filter(|code| app.setup().services.contains_key(code));
    let service = wish.service.map(|text| known(&text).ok_or_else(|| Problem::unknown_service(&text))).transpose()?;
    let at = |number| CounterNumber::try_from(number).ok().filter(|number| app.setup().counters.contains_key(number));
    let counter = wish
        .counter
        .map(|number| at(number).ok_or_else(|| Problem::unknown_counter(&number.to_string())))
        .transpose()?;
    Ok(QueueFilter { service, counter, limit })
}
