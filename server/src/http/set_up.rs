//! `/set-up`: the office's set-up as a text and as a document, checked and changed while the office runs.

use std::sync::Arc;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use moi_config::{Difference, Edit, difference, edited, shipped, taken_over};
use moi_domain::{Command, KeyUse, Order, SetUpWish, decide};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::findings::findings_json;
use super::{Body, IdempotencyKey, Problem, reader_language};
use crate::app::App;
use crate::auth::{Administrator, SetUpReader};
use crate::set_up::{InForce, Origin};

/// The set-up of a city hall, 24 services with every text, is some 40 KiB; as JSON a little more.
pub(super) const SETUP_MAX: usize = 256 * 1024;

/// Changes in one order: a page saves one part, and a part has some dozen keys.
const EDITS_MAX: usize = 500;

/// Parts in one order: a set-up has some three dozen.
const PARTS_MAX: usize = 100;

/// The set-up in force.
#[derive(Debug, Serialize, ToSchema)]
pub struct SetUpView {
    /// Counted from 1 with each change; 0 for the one that the office was first started with.
    version: u32,
    /// Whether it can be changed here: not when the office was started with a file.
    changeable: bool,
    /// The file that the office was started with.
    file: Option<String>,
    /// The whole text, with its remarks.
    text: String,
    /// The same as a document.
    #[schema(value_type = Object)]
    document: Value,
    /// What its reader should think about.
    #[schema(value_type = Vec<Object>)]
    warnings: Vec<Value>,
}

/// Another set-up: either its whole text, or changes to the one in force.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetUpChange {
    /// The version that it was made from: when somebody has changed it since, nothing happens.
    made_from: u32,
    /// The whole text.
    text: Option<String>,
    /// With `text`: only these of its parts are taken over, keys at its top, as `services`; all others stay.
    parts: Option<Vec<String>>,
    /// Changes to the text in force, each with the way to a key or entry and what stands there from now on.
    #[schema(value_type = Option<Vec<Object>>, example = json!([{"at": ["desk", "undo_seconds"], "value": 20}]))]
    edits: Option<Vec<Edit>>,
    /// It is known that nobody could serve some who wait then.
    #[serde(default)]
    strands: bool,
}

/// What a change comes to.
#[derive(Debug, Serialize, ToSchema)]
pub struct SetUpChanged {
    /// The version then.
    version: u32,
    /// What changes, key by key; nothing when it was done before under its key.
    #[schema(value_type = Vec<Object>)]
    changes: Vec<Difference>,
    /// What the reader of the new one should think about.
    #[schema(value_type = Vec<Object>)]
    warnings: Vec<Value>,
    /// The problem as which it would be refused as it is: people would be left whom nobody could serve, a counter is
    /// in use.
    #[schema(value_type = Option<Object>)]
    refusal: Option<Value>,
}

/// The set-up in force.
#[utoipa::path(get, path = "/api/v1/set-up", tag = "set-up", responses((status = 200, body = SetUpView)))]
pub async fn show(app: web::Data<App>, _who: SetUpReader) -> Result<HttpResponse, Problem> {
    // Before the text: an older version with a newer text is refused, a newer one with an older text would undo it.
    let version = version(&app);
    let in_force = app.set_ups.in_force();
    let file = match app.set_ups.origin() {
        Origin::Own => None,
        Origin::File(path) => Some(path.display().to_string()),
    };
    Ok(HttpResponse::Ok().json(SetUpView {
        version,
        changeable: file.is_none(),
        file,
        text: in_force.text.to_string(),
        document: document_of(&in_force)?,
        warnings: warnings(&app, &in_force),
    }))
}

/// The text of the set-up in force, as a file to keep.
#[utoipa::path(
    get, path = "/api/v1/set-up/text", tag = "set-up",
    responses((status = 200, content_type = "application/toml", body = String))
)]
pub async fn text(app: web::Data<App>, _who: SetUpReader) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/toml; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"office.toml\""))
        .body(app.set_ups.in_force().text.to_string())
}

/// The set-up that ships, as a document: entries to begin with.
#[utoipa::path(
    get, path = "/api/v1/set-up/shipped", tag = "set-up",
    responses((status = 200, content_type = "application/json", body = Object))
)]
pub async fn show_shipped(_who: SetUpReader) -> Result<HttpResponse, Problem> {
    let table: toml::Table = shipped().parse().map_err(|_| Problem::bug())?;
    Ok(HttpResponse::Ok().json(table))
}

/// What a change would come to; nothing of it is in force.
#[utoipa::path(
    post, path = "/api/v1/set-up/check", tag = "set-up", request_body = SetUpChange,
    responses((status = 200, body = SetUpChanged), (status = 422, description = "It has mistakes: all in `findings`"))
)]
pub async fn check(
    app: web::Data<App>,
    who: Administrator,
    request: HttpRequest,
    body: Body<SetUpChange, SETUP_MAX>,
) -> Result<HttpResponse, Problem> {
    let language = reader_language(&request, &app);
    let Prepared { next, changes, wish } = prepare(&app, body.0).await?;
    refuse_lock_out(&app, &next)?;
    let order = Order { command: Command::ChangeSetUp { wish }, by: who.actor, key: None };
    let now = (app.clock)();
    let refused = app.engine.published().read(|hall| decide(hall, &app.setup(), &order, now)).err();
    Ok(HttpResponse::Ok().json(SetUpChanged {
        version: version(&app),
        changes,
        warnings: warnings(&app, &next),
        refusal: refused.map(|refusal| Problem::from(refusal).document(&app.texts, &language).into()),
    }))
}

/// Changes the set-up, at once and for all.
#[utoipa::path(
    put, path = "/api/v1/set-up", tag = "set-up", params(IdempotencyKey), request_body = SetUpChange,
    responses(
        (status = 200, body = SetUpChanged),
        (
            status = 409,
            description = "Somebody else has changed it, a counter in use would vanish, people would be left whom \
                nobody could serve, or the office was started with a file"
        ),
        (status = 422, description = "It has mistakes: all in `findings`")
    )
)]
pub async fn change(
    app: web::Data<App>,
    who: Administrator,
    key: IdempotencyKey,
    body: Body<SetUpChange, SETUP_MAX>,
) -> Result<HttpResponse, Problem> {
    if let Origin::File(path) = app.set_ups.origin() {
        return Err(Problem::set_up_in_file(&path.display().to_string()));
    }
    // Whoever lost the answer asks the same again, on top of what is in force by now: it must not be read anew.
    let meaning = body.0.meaning();
    let known = key.command_key(&who.actor, &meaning);
    let outcome = known.map(|key| app.engine.published().read(|hall| hall.outcome(&key)));
    if let Some(KeyUse::Repeat { .. }) = outcome {
        let warnings = findings_json(&app.office().warnings);
        return Ok(HttpResponse::Ok().json(SetUpChanged {
            version: version(&app),
            changes: Vec::new(),
            warnings,
            refusal: None,
        }));
    }
    let Prepared { next, changes, wish } = prepare(&app, body.0).await?;
    refuse_lock_out(&app, &next)?;
    put_into_force(&app, &next, key.order(Command::ChangeSetUp { wish }, who.actor, &meaning)).await?;
    close_installation(&app).await;
    let warnings = warnings(&app, &next);
    Ok(HttpResponse::Ok().json(SetUpChanged { version: version(&app), changes, warnings, refusal: None }))
}

impl SetUpChange {
    /// These changes; nobody is stranded by them.
    pub(super) fn of(made_from: u32, edits: Vec<Edit>) -> Self {
        Self { made_from, text: None, parts: None, edits: Some(edits), strands: false }
    }

    /// What is asked for. That somebody is stranded may be known at a second try alone.
    fn meaning(&self) -> String {
        let Self { made_from, text, parts, edits, strands: _ } = self;
        format!("change-set-up {made_from} {text:?} {parts:?} {edits:?}")
    }
}

/// What its reader should think about, pictures that are not there among it.
fn warnings(app: &App, of: &InForce) -> Vec<Value> {
    findings_json(&[&of.office.warnings[..], &app.pictures.missing(&of.office)].concat())
}

/// The set-up as a document.
pub(super) fn document_of(in_force: &InForce) -> Result<Value, Problem> {
    let table: toml::Table = in_force.text.parse().map_err(|_| Problem::bug())?;
    serde_json::to_value(table).map_err(|_| Problem::bug())
}

/// Keeps the text, then orders the change: what the journal names must be there.
pub(super) async fn put_into_force(app: &App, next: &Arc<InForce>, order: Order) -> Result<(), Problem> {
    let (set_ups, offered) = (app.set_ups.clone(), Arc::clone(next));
    tokio::task::spawn_blocking(move || set_ups.offer(offered)).await.map_err(|_| Problem::stopping())??;
    app.submit("change-set-up", order).await.map(drop)
}

/// People are known by their names: an office whose administrators all get other names would have none who can sign in.
fn refuse_lock_out(app: &App, next: &InForce) -> Result<(), Problem> {
    if app.access.lets_an_administrator_in(&next.office)? { Ok(()) } else { Err(Problem::locks_out()) }
}

/// Whoever sets the office up here needs no code for the first set-up any more, and nobody else shall have one.
async fn close_installation(app: &App) {
    let access = app.access.clone();
    if let Ok(Err(error)) = tokio::task::spawn_blocking(move || access.close_installation()).await {
        tracing::warn!(%error, "the code of the first set-up can't be made worthless");
    }
}

/// A change that was read and checked.
pub(super) struct Prepared {
    pub(super) next: Arc<InForce>,
    changes: Vec<Difference>,
    pub(super) wish: SetUpWish,
}

pub(super) async fn prepare(app: &App, change: SetUpChange) -> Result<Prepared, Problem> {
    let present = app.set_ups.in_force();
    // A text is parsed in some milliseconds.
    let prepared = tokio::task::spawn_blocking(move || prepare_now(&present, change)).await;
    prepared.map_err(|_| Problem::stopping())?
}

fn prepare_now(present: &InForce, change: SetUpChange) -> Result<Prepared, Problem> {
    let SetUpChange { made_from, text, parts, edits, strands } = change;
    let text = text_of(present, text, parts, edits)?;
    let next = Arc::new(InForce::read(&text)?);
    let changes = difference(&present.text, &next.text);
    let wish = next.wish(made_from, &changes, strands);
    Ok(Prepared { next, changes, wish })
}

fn text_of(
    present: &InForce,
    text: Option<String>,
    parts: Option<Vec<String>>,
    edits: Option<Vec<Edit>>,
) -> Result<String, Problem> {
    match (text, parts, edits) {
        (Some(text), None, None) => Ok(text),
        (Some(text), Some(parts), None) if parts.len() <= PARTS_MAX => {
            // Its own mistakes are told with its own lines.
            if text.parse::<toml::Table>().is_err() {
                return Ok(text);
            }
            taken_over(&present.text, &text, &parts).map_err(|error| Problem::invalid_body(error.to_string()))
        }
        (Some(_), Some(_), None) => Err(Problem::invalid_body(format!("`parts` has more than {PARTS_MAX} parts"))),
        (None, None, Some(edits)) if edits.len() <= EDITS_MAX => {
            edited(&present.text, &edits).map_err(|error| Problem::invalid_body(error.to_string()))
        }
        (None, None, Some(_)) => Err(Problem::invalid_body(format!("`edits` has more than {EDITS_MAX} changes"))),
        (Some(_), _, Some(_)) | (None, _, None) | (None, Some(_), Some(_)) => {
            Err(Problem::invalid_body("give either `text`, perhaps with `parts`, or `edits`"))
        }
    }
}

pub(super) fn version(app: &App) -> u32 {
    app.engine.published().read(|hall| hall.set_up().version)
}
