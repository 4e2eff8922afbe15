//! `/order`: the record of a day's calls out of the order of arrival.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use jiff::civil::Date;
use moi_domain::DayOrder;
use serde::{Deserialize, Serialize};

use super::query::Query;
use super::{Problem, reader_language};
use crate::app::App;
use crate::auth::OrderInspector;
use crate::set_up::SetUpError;
use crate::views::{DayOrderView, Reader, day_order_csv, day_order_view};

/// Which day, and how.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// A business day; the newest one when it is left out.
    #[param(value_type = Option<String>, example = "2026-11-27")]
    day: Option<Date>,
    /// What the answer is; by `Accept` when it is left out.
    #[param(inline)]
    format: Option<Format>,
    /// In which of the office's languages; by `Accept-Language` when it is left out.
    lang: Option<String>,
}

/// The days that there is a record of.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Days {
    /// Business days in the journal, the oldest first.
    #[schema(example = json!(["2026-11-26", "2026-11-27"]))]
    days: Vec<String>,
    /// The one that still runs.
    running: Option<String>,
}

/// What an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// A document for programs.
    Json,
    /// A table for spreadsheets, with a byte order mark.
    Csv,
}

/// The calls of a day that passed somebody who had taken a ticket earlier and could have been called there: when,
/// where, by whom, whom they passed, and why. Which counter may call whom is told by the set-up that was in force then.
#[utoipa::path(
    get, path = "/api/v1/order", tag = "office", params(Wish),
    responses(
        (status = 200, description = "The record", content(
            (DayOrderView = "application/json"), (String = "text/csv")
        )),
        (status = 400, description = "A parameter is none"),
        (status = 404, description = "The journal has nothing of this day")
    )
)]
pub async fn show(
    app: web::Data<App>,
    _who: OrderInspector,
    wish: Query<Wish>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let Wish { day, format, lang } = wish.0;
    let set_ups = app.set_ups.clone();
    let order =
        app.past.fold(day, move |events| Ok::<_, SetUpError>(DayOrder::of(events, &set_ups.history_of(events)?)));
    let order = order.await??;
    let known = lang.filter(|wanted| app.office().languages.contains(wanted));
    let language = known.unwrap_or_else(|| reader_language(&request, &app));
    let reader = Reader { office: &app.office(), texts: &app.texts, language: &language, rehearsal: app.rehearsal };
    let mut response = HttpResponse::Ok();
    response.insert_header((header::CONTENT_LANGUAGE, language.as_str()));
    Ok(match format.unwrap_or_else(|| accepted(&request)) {
        Format::Json => response.json(day_order_view(&order, reader)),
        Format::Csv => {
            let day = order.day.map(|day| day.to_string()).unwrap_or_default();
            let kind = if app.rehearsal { "rehearsal-order" } else { "order" };
            let file = format!("attachment; filename=\"moi-{kind}-{day}.csv\"");
            response.content_type("text/csv; charset=utf-8").insert_header((header::CONTENT_DISPOSITION, file));
            response.body(day_order_csv(&order, reader))
        }
    })
}

/// The business days that the journal has.
#[utoipa::path(get, path = "/api/v1/order/days", tag = "office", responses((status = 200, body = Days)))]
pub async fn days(app: web::Data<App>, _who: OrderInspector) -> Result<HttpResponse, Problem> {
    let days = app.past.days().await?.iter().map(ToString::to_string).collect();
    let running = app.engine.published().read(moi_domain::Hall::day).map(|day| day.to_string());
    Ok(HttpResponse::Ok().json(Days { days, running }))
}

pub(super) fn accepted(request: &HttpRequest) -> Format {
    let accepted = request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let first = accepted.split([',', ';']).next().unwrap_or_default().trim();
    if first.eq_ignore_ascii_case("text/csv") { Format::Csv } else { Format::Json }
}
