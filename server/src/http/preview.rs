//! `/office/preview`: a change of the rules, tried on a day that was and on the queue at hand before it is in force.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};
use jiff::civil::Date;
use moi_config::{Allowed, Finding, Office, Rule, Setting, parse};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::findings::wrong_setup;
use super::{Body, Problem};
use crate::app::App;
use crate::auth::RulePreviewer;
use crate::set_up::setup_of;
use crate::views::{PreviewView, preview_view};

/// The set-up of a city hall, 24 services with every text, is some 40 KiB; as JSON a little more.
const SETUP_MAX: usize = 256 * 1024;

/// How a pasted set-up is called in its findings.
const PASTED: &str = "office.toml";

/// The rules that can be tried with another value, and the days to try them on.
#[derive(Debug, Serialize, ToSchema)]
pub struct PreviewForm {
    /// As they are in force.
    rules: Vec<RuleView>,
    /// Business days in the journal, the oldest first.
    days: Vec<String>,
    /// The newest day that is closed: the one that is played when none is named.
    closed: Option<String>,
}

/// A rule with the value that it has, and those that it may have.
#[derive(Debug, Serialize, ToSchema)]
pub struct RuleView {
    /// The way to it.
    #[schema(example = "priorities.elderly.head_start_minutes")]
    key: String,
    /// Minutes, a word, or codes of services.
    #[schema(value_type = Value)]
    value: Setting,
    /// The lowest and highest number, one of the words, or the codes to choose from.
    #[schema(value_type = Value)]
    allowed: Value,
}

/// A change to try.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewWish {
    /// A business day; the newest that is closed when it is left out.
    #[schema(value_type = Option<String>, example = "2026-11-26")]
    day: Option<Date>,
    /// The text of a changed set-up; the one in force when it is left out.
    config: Option<String>,
    /// Rules by their keys, on top of that.
    #[serde(default)]
    #[schema(value_type = Object, example = json!({"priorities.elderly.head_start_minutes": 30}))]
    changes: BTreeMap<String, Setting>,
}

/// The rules that can be tried with another value, as they are in force.
#[utoipa::path(get, path = "/api/v1/office/preview", tag = "office", responses((status = 200, body = PreviewForm)))]
pub async fn form(app: web::Data<App>, _who: RulePreviewer) -> Result<HttpResponse, Problem> {
    let days = app.past.days().await?;
    let today = app.engine.published().read(moi_domain::Hall::day);
    let closed = days.iter().rev().find(|day| Some(**day) != today).or(days.last());
    Ok(HttpResponse::Ok().json(PreviewForm {
        rules: app.office().rules_to_try().into_iter().map(rule_view).collect(),
        closed: closed.map(ToString::to_string),
        days: days.iter().map(ToString::to_string).collect(),
    }))
}

/// Plays a past day once more by a changed set-up, and tells who is next now by both. Nothing of it is in force.
///
/// A set-up that can't be is answered with every mistake at once, as `moi check` tells them, in `findings`.
#[utoipa::path(
    post, path = "/api/v1/office/preview", tag = "office", request_body = PreviewWish,
    responses(
        (status = 200, body = PreviewView),
        (status = 404, description = "The journal has nothing of this day"),
        (status = 422, description = "The set-up can't be"),
        (status = 503, description = "Another day is being played")
    )
)]
pub async fn play(
    app: web::Data<App>,
    _who: RulePreviewer,
    wish: Body<PreviewWish, SETUP_MAX>,
) -> Result<HttpResponse, Problem> {
    let PreviewWish { day, config, changes } = wish.0;
    let (office, present) = (app.office(), app.setup());
    let changed = tokio::task::spawn_blocking(move || changed_office(&office, config.as_deref(), &changes));
    let changed = changed.await.map_err(|_| Problem::stopping())?.map_err(|findings| wrong_setup(&findings))?;
    let setup = setup_of(&changed).map_err(|error| Problem::unusable_setup(error.to_string()))?;
    let preview = app.past.preview(day, present, setup).await?;
    let today = app.engine.published().read(moi_domain::Hall::day);
    let view = preview_view(&preview, &app.setup().zone, today, &changed.warnings);
    Ok(HttpResponse::Ok().json(PreviewView { rehearsal: app.rehearsal, ..view }))
}

fn changed_office(
    present: &Office,
    config: Option<&str>,
    changes: &BTreeMap<String, Setting>,
) -> Result<Office, Vec<Finding>> {
    match config {
        None => present.changed(changes),
        Some(text) => parse(PASTED, text)?.changed(changes),
    }
}

fn rule_view(Rule { key, value, allowed }: Rule) -> RuleView {
    let allowed = match allowed {
        Allowed::Numbers(range) => json!({"from": range.start(), "to": range.end()}),
        Allowed::Words(words) => json!({"words": words}),
        Allowed::Codes(codes) => json!({"codes": codes}),
    };
    RuleView { key, value, allowed }
}
