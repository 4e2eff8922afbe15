//! `/pictures`: what an administrator gives the office to show, and how everybody gets it.

use actix_web::http::header::{self, ETag, EntityTag};
use actix_web::{HttpRequest, HttpResponse, web};
use moi_config::{Office, PictureId};
use moi_domain::{Act, Actor, Command, Order};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Problem;
use super::pages::matches_tag;
use super::picture_body::PictureFile;
use super::query::Query;
use crate::app::App;
use crate::auth::{Administrator, Anyone};
use crate::pictures::{Facts, PICTURES_MAX, Purpose};
use crate::views::local;

/// What a name stands for never changes: browsers keep it for a year, and ask no more.
const KEPT_FOR_EVER: &str = "public, max-age=31536000, immutable";

/// What a picture is for.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PictureWish {
    /// `slide` when it is left out: made smaller to 1920 by 1080 points at most; a `logo` to 360 by 120.
    #[param(inline)]
    purpose: Option<Purpose>,
}

/// A picture of the office's.
#[derive(Debug, Serialize, ToSchema)]
pub struct PictureView {
    /// What the set-up calls it by.
    #[schema(example = "3f0c5a9d27b84e61a05d9c3b7e2f4810")]
    id: String,
    /// Where it is shown.
    address: String,
    /// Points from left to right; null when it is damaged.
    width: Option<u32>,
    /// Points from top to bottom; null when it is damaged.
    height: Option<u32>,
    /// Bytes that it is sent as; null when it is damaged.
    bytes: Option<u64>,
    /// When it was taken in; null when it is damaged.
    at: Option<String>,
    /// The keys of the set-up that name it, as `slides[2].picture`.
    used: Vec<String>,
    /// Whether it is not as it was written: pages leave it out until it is taken in once more.
    damaged: bool,
}

/// All pictures.
#[derive(Debug, Serialize, ToSchema)]
pub struct PicturesView {
    /// By name.
    pictures: Vec<PictureView>,
    /// How many there may be.
    at_most: usize,
}

/// All pictures of the office, with where each is used.
#[utoipa::path(get, path = "/api/v1/pictures", tag = "pictures", responses((status = 200, body = PicturesView)))]
pub async fn list(app: web::Data<App>, _who: Administrator) -> HttpResponse {
    let office = app.office();
    let pictures = app.pictures.list().into_iter().map(|(id, facts)| view(&app, &office, id, facts)).collect();
    HttpResponse::Ok().json(PicturesView { pictures, at_most: PICTURES_MAX })
}

/// Takes a picture in: PNG, JPEG or WebP, of 8 MiB at most. It is drawn anew, upright, and as large as it is needed;
/// nothing else of the file is kept, so that nobody learns where a photo was taken.
#[utoipa::path(
    post, path = "/api/v1/pictures", tag = "pictures", params(PictureWish),
    request_body(content(
        (Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/webp")
    )),
    responses(
        (status = 201, body = PictureView), (status = 200, body = PictureView, description = "It was there already"),
        (status = 409, description = "There are as many as there may be"),
        (status = 413, description = "The file is too long"),
        (status = 415, description = "The file is of another kind"),
        (status = 422, description = "It is no picture, or has too many points"),
        (status = 503, description = "Others are being taken in")
    )
)]
pub async fn take_in(
    app: web::Data<App>,
    who: Administrator,
    wish: Query<PictureWish>,
    file: PictureFile,
) -> Result<HttpResponse, Problem> {
    let (turn, made) = app.pictures.turn().await?.make(file.bytes, wish.0.purpose.unwrap_or_default()).await?;
    let id = turn.name(&made)?;
    let was_there = app.pictures.facts(id).is_some();
    // Before it is there: a kill in between leaves an event too many, and none too few.
    note(&app, Act::PictureAdded { picture: id.to_string() }, who.actor).await?;
    let facts = turn.keep(made, (app.clock)()).await?;
    let mut response = if was_there { HttpResponse::Ok() } else { HttpResponse::Created() };
    Ok(response.json(view(&app, &app.office(), id, Some(facts))))
}

/// Removes a picture that the set-up does not name.
#[utoipa::path(
    delete, path = "/api/v1/pictures/{id}", tag = "pictures",
    params(("id" = String, Path, description = "As listed")),
    responses(
        (status = 204, description = "It is gone"), (status = 404, description = "There is none"),
        (status = 409, description = "The set-up names it: where, says the detail")
    )
)]
pub async fn remove(app: web::Data<App>, who: Administrator, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id = known(&app, &id)?;
    let turn = app.pictures.turn().await?;
    let used = uses(&app.office(), id);
    if !used.is_empty() {
        return Err(Problem::picture_in_use(&used));
    }
    note(&app, Act::PictureRemoved { picture: id.to_string() }, who.actor).await?;
    turn.remove(id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A picture, for whoever may see the wall.
pub async fn show(
    app: web::Data<App>,
    _who: Anyone,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let id = known(&app, &id)?;
    let (tag, caching) = (EntityTag::new_strong(id.to_string()), (header::CACHE_CONTROL, KEPT_FOR_EVER));
    if matches_tag(&request, &tag) {
        return Ok(HttpResponse::NotModified().insert_header(ETag(tag)).insert_header(caching).finish());
    }
    let (facts, bytes) = app.pictures.show(id).await?;
    let mut response = HttpResponse::Ok();
    response.content_type(facts.kind.media_type()).insert_header(ETag(tag)).insert_header(caching);
    Ok(response.body(bytes))
}

/// Where a picture is shown.
pub(super) fn address_of(id: PictureId) -> String {
    format!("/pictures/{id}")
}

/// Notes in the journal what is about to be done. What it can't take is not done: a picture has time.
async fn note(app: &App, act: Act, by: Actor) -> Result<(), Problem> {
    app.submit("administer", Order { command: Command::Administer { act }, by, key: None }).await.map(drop)
}

fn known(app: &App, id: &str) -> Result<PictureId, Problem> {
    let id = id.parse().ok().filter(|id| app.pictures.is_there(*id));
    id.ok_or_else(Problem::unknown_picture)
}

fn uses(office: &Office, id: PictureId) -> Vec<String> {
    office.pictures().filter(|(_, named)| *named == id).map(|(key, _)| key).collect()
}

fn view(app: &App, office: &Office, id: PictureId, facts: Option<Facts>) -> PictureView {
    PictureView {
        id: id.to_string(),
        address: address_of(id),
        width: facts.map(|facts| facts.width),
        height: facts.map(|facts| facts.height),
        bytes: facts.map(|facts| facts.bytes),
        at: facts.map(|facts| local(&app.setup().zone, facts.at)),
        used: uses(office, id),
        damaged: facts.is_none(),
    }
}
