//! `/audit`: who changed the office's set-up, people and devices, and when. Read from the journal, day by day.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::order::{Format, accepted};
use super::query::Query;
use super::{Problem, reader_language};
use crate::app::App;
use crate::auth::SetUpReader;
use crate::views::{AuditEntry, audit_csv, audit_entries};

/// Days that one question reads. A day of 1,500 events takes some 10 ms: a quarter of a year a second.
const DAYS_MAX: i32 = 92;

/// Days that are read when nothing is said.
const DAYS_USUAL: i32 = 30;

/// Which days.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct AuditWish {
    /// The last day; today when it is left out.
    #[param(value_type = Option<String>, example = "2026-11-27")]
    until: Option<Date>,
    /// How many days, 1 to 92; 30 when it is left out.
    days: Option<u8>,
    /// What the answer is; by `Accept` when it is left out.
    #[param(inline)]
    format: Option<Format>,
    /// In which of the office's languages; by `Accept-Language` when it is left out.
    lang: Option<String>,
}

/// What was done in these days.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditView {
    /// The first day that was read.
    from: String,
    /// The last one.
    until: String,
    /// The newest first.
    entries: Vec<AuditEntry>,
}

/// Who changed the office's set-up, people and devices, and when.
#[utoipa::path(
    get, path = "/api/v1/audit", tag = "set-up", params(AuditWish),
    responses(
        (status = 200, description = "The entries", content(
            (AuditView = "application/json"), (String = "text/csv")
        )),
        (status = 400, description = "A parameter is none")
    )
)]
pub async fn show(
    app: web::Data<App>,
    _who: SetUpReader,
    wish: Query<AuditWish>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let AuditWish { until, days, format, lang } = wish.0;
    let days = days.map_or(DAYS_USUAL, i32::from);
    if !(1..=DAYS_MAX).contains(&days) {
        return Err(Problem::invalid_body(format!("`days` must be 1 to {DAYS_MAX}")));
    }
    let zone = app.setup().zone.clone();
    let until = until.unwrap_or_else(|| app.setup().business_day((app.clock)()));
    let from = until.checked_sub(before(days)).map_err(|_| Problem::invalid_body("`until` is too early"))?;
    let mut entries = app.past.collect((from, until), move |events| audit_entries(events, &zone)).await?;
    entries.reverse();
    let mut response = HttpResponse::Ok();
    Ok(match format.unwrap_or_else(|| accepted(&request)) {
        Format::Json => response.json(AuditView { from: from.to_string(), until: until.to_string(), entries }),
        Format::Csv => {
            let known = lang.filter(|wanted| app.office().languages.contains(wanted));
            let language = known.unwrap_or_else(|| reader_language(&request, &app));
            let mark = app.rehearsal.then(|| app.texts.say(&language, "order-rehearsal", &[]));
            let file = format!("attachment; filename=\"moi-audit-{from}-{until}.csv\"");
            response.content_type("text/csv; charset=utf-8").insert_header((header::CONTENT_DISPOSITION, file));
            response.body(audit_csv(&entries, &app.texts, &language, mark.as_deref()))
        }
    })
}

/// From the last day to the first of so many.
fn before(days: i32) -> Span {
    (days - 1).days()
}
