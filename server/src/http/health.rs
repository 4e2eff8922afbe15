//! `/health` in words for people and monitors, `/metrics` for programs.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Problem, reader_language};
use crate::app::App;
use crate::auth::{Anyone, Monitor};
use crate::engine::{EngineHealth, FaultCause};
use crate::metrics::OPEN_METRICS;
use moi_printer::PrinterState;

/// How the office is.
#[derive(Debug, Serialize, ToSchema)]
pub struct Health {
    /// The program answers.
    live: bool,
    /// Orders are accepted.
    ready: bool,
    /// What is wrong, in the reader's language.
    wrong: Vec<Wrong>,
    /// Moi's version.
    version: &'static str,
    /// Whether nothing of what happens here is real.
    rehearsal: bool,
}

/// One thing that is wrong.
#[derive(Debug, Serialize, ToSchema)]
pub struct Wrong {
    /// Stable code.
    code: &'static str,
    /// What it is and what to do.
    text: String,
    /// What the system said, in its own words; for whoever mends it.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// How the office is: live, ready, and what is wrong in words. 503 while orders are refused.
#[utoipa::path(
    get, path = "/api/v1/health", tag = "office", security(()),
    responses((status = 200, body = Health), (status = 503, body = Health, description = "Orders are refused"))
)]
pub async fn health(app: web::Data<App>, _who: Anyone, request: HttpRequest) -> HttpResponse {
    let engine = app.engine.published().health();
    let ready = engine == EngineHealth::Well;
    let language = reader_language(&request, &app);
    let mut wrong = Vec::new();
    let mut tell = |code: &'static str| {
        let text = app.texts.say(&language, &format!("problems-{code}-detail"), &[]);
        wrong.push(Wrong { code, text, reason: None });
    };
    if let Some(code) = app.engine.clock_state().problem_code() {
        tell(code);
    }
    match app.spool.printer().state {
        PrinterState::Ready | PrinterState::Unknown => {}
        PrinterState::NearEnd => tell("printer-near-end"),
        PrinterState::OutOfPaper => tell("printer-out-of-paper"),
        PrinterState::CoverOpen => tell("printer-cover-open"),
        PrinterState::Offline => tell("printer-offline"),
        PrinterState::Error => tell("printer-error"),
    }
    if let EngineHealth::Faulted { reason, cause } = &engine {
        let code = match cause {
            FaultCause::DiskFull => "disk-full",
            FaultCause::Other => "storage-failed",
        };
        let text = app.texts.say(&language, &format!("problems-{code}-detail"), &[]);
        wrong.insert(0, Wrong { code, text, reason: Some(reason.to_string()) });
    }
    for (code, reason) in [
        ("journal-damaged", app.soundness.damage()),
        ("sealing-failed", app.soundness.sealing_trouble()),
        ("backup-failed", app.copies().trouble()),
        ("backup-ahead", app.copies().ahead().into_iter().next()),
        ("contacts-failed", app.contacts.trouble()),
    ] {
        if reason.is_some() {
            let text = app.texts.say(&language, &format!("problems-{code}-detail"), &[]);
            wrong.push(Wrong { code, text, reason });
        }
    }
    let mut answer = if ready { HttpResponse::Ok() } else { HttpResponse::ServiceUnavailable() };
    answer.json(Health { live: true, ready, wrong, version: env!("CARGO_PKG_VERSION"), rehearsal: app.rehearsal })
}

/// Everything that is counted, as OpenMetrics.
///
/// For a program on the office's own machine, or with any token of the office's.
#[utoipa::path(
    get, path = "/api/v1/metrics", tag = "office",
    responses((status = 200, content_type = "application/openmetrics-text", body = String), (status = 401))
)]
pub async fn metrics(app: web::Data<App>, _who: Monitor) -> Result<HttpResponse, Problem> {
    let waiting = app.engine.published().read(moi_domain::Hall::waiting_total);
    app.doors.tls.iter().for_each(|keeper| app.metrics.certificate_ends(keeper.facts().until.as_second()));
    let text = app.metrics.text(waiting).map_err(|_| Problem::bug())?;
    Ok(HttpResponse::Ok().content_type(OPEN_METRICS).body(text))
}
