//! The pages: files embedded in the program, answered with a strong ETag and brotli made once at start.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use actix_web::http::header::{self, EntityTag, IfNoneMatch};
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use moi_config::text::Catalogue;
use rust_embed::Embed;

use super::Problem;
use crate::app::App;
use crate::auth::Anyone;
use crate::digest::{hex, sha256_hex};

/// The pages' files. A debug build reads them from the source tree at each request.
#[derive(Embed)]
#[folder = "web/"]
#[exclude = "*.test.js"]
#[exclude = "*.test-data.js"]
#[exclude = "*/fixtures.js"]
#[exclude = "*.md"]
#[exclude = "*.d.ts"]
#[exclude = "package.json"]
struct Files;

/// Fonts and vendored libraries change with a release only, so a browser may keep them for a week.
const KEPT_A_WEEK: &str = "public, max-age=604800";

/// Bytes of a digest that tell two versions of a file apart.
const TAG_BYTES: usize = 12;

/// Everything else is asked for again each time, and mostly answered by 304.
const ASKED_AGAIN: &str = "no-cache";

/// The compressed files and catalogues by path, once they are made.
#[derive(Default)]
pub struct Assets(OnceLock<HashMap<String, Bytes>>);

impl Assets {
    /// Compresses every text; until it is done they are sent as they are.
    pub fn compress(&self, texts: &Catalogue) {
        let files = Files::iter()
            .filter(|path| media_type(path).1)
            .filter_map(|path| Some((path.to_string(), brotli(&Files::get(&path)?.data)?)));
        let catalogues = texts.languages().flat_map(|language| {
            texts.areas(language).filter_map(move |area| {
                Some((catalogue_path(language, area), brotli(texts.source(language, area)?.as_bytes())?))
            })
        });
        // Called twice it would compress in vain, no more.
        let _ = self.0.set(files.chain(catalogues).collect());
    }

    fn compressed(&self, path: &str) -> Option<Bytes> {
        self.0.get()?.get(path).cloned()
    }
}

/// From 9 on, brotli's tables take 32 MiB, which the office would then keep all day for some percent of its pages.
const COMPRESSION_QUALITY: i32 = 6;
/// As a power of two: 256 KiB, more than any page has.
const COMPRESSION_WINDOW: i32 = 18;

/// A file of the pages.
pub async fn asset(
    assets: Data<Assets>,
    _who: Anyone,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    answer(&assets, &request, &path)
}

/// A text catalogue.
pub async fn text(
    app: Data<App>,
    assets: Data<Assets>,
    _who: Anyone,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let (language, file) = path.into_inner();
    let area = file.strip_suffix(".ftl").ok_or_else(Problem::not_found)?;
    let source = app.texts.source(&language, area).ok_or_else(Problem::not_found)?;
    let document = Document {
        path: &catalogue_path(&language, area),
        tag: sha256_hex(source.as_bytes(), TAG_BYTES),
        media_type: "text/plain; charset=utf-8",
        is_text: true,
        caching: ASKED_AGAIN,
    };
    Ok(send(&assets, &request, document, || Bytes::copy_from_slice(source.as_bytes())))
}

fn catalogue_path(language: &str, area: &str) -> String {
    format!("text/{language}/{area}.ftl")
}

/// One page: its address is in [`super::routes`], its files in its folder.
macro_rules! pages {
    ($($(#[$doc:meta])+ $page:ident: $folder:literal),+ $(,)?) => {$(
        $(#[$doc])+
        pub async fn $page(assets: Data<Assets>, _who: Anyone, request: HttpRequest) -> Result<HttpResponse, Problem> {
            answer(&assets, &request, concat!($folder, "/index.html"))
        }
    )+};
}

pages! {
    /// Links every page.
    start: "start",
    /// The citizen at the entrance.
    kiosk: "kiosk",
    /// The officer.
    desk: "desk",
    /// The reception.
    reception: "reception",
    /// Numbers for an outage, on A4.
    roll: "roll",
    /// The waiting room.
    wall: "wall",
    /// The display over a counter.
    counter: "counter",
    /// The citizen's phone.
    phone: "phone",
    /// An appointment on the citizen's phone.
    appointment: "appointment",
    /// Booking one.
    book: "book",
    /// Signing in.
    sign_in: "sign-in",
    /// Whoever looks after the office.
    admin: "admin",
    /// Whoever inspects the order of calling.
    record: "record",
    /// Whoever is about to change a rule.
    preview: "preview",
    /// Whoever lets people in.
    people: "people",
    /// Whoever pairs devices.
    devices: "devices",
    /// What one signs in with.
    account: "account",
    /// A new device.
    pair: "pair",
    /// A new office.
    installation: "installation",
    /// Whoever sets the office up.
    set_up: "set-up",
    /// Whoever reads what was changed, and by whom.
    audit: "audit",
    /// The API's page.
    api: "api",
}

/// What is sent of a file or catalogue beside its bytes.
struct Document<'d> {
    /// Its name among the compressed ones.
    path: &'d str,
    /// Tells its versions apart.
    tag: String,
    media_type: &'static str,
    is_text: bool,
    caching: &'static str,
}

fn answer(assets: &Assets, request: &HttpRequest, path: &str) -> Result<HttpResponse, Problem> {
    let file = Files::get(path).ok_or_else(Problem::not_found)?;
    let kept = path.starts_with("vendor/") || path.contains("/fonts/");
    let (media_type, is_text) = media_type(path);
    let document = Document {
        path,
        tag: hex(&file.metadata.sha256_hash(), TAG_BYTES),
        media_type,
        is_text,
        caching: if kept { KEPT_A_WEEK } else { ASKED_AGAIN },
    };
    Ok(send(assets, request, document, || match file.data {
        Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        Cow::Owned(bytes) => Bytes::from(bytes),
    }))
}

fn send(assets: &Assets, request: &HttpRequest, document: Document<'_>, bytes: impl FnOnce() -> Bytes) -> HttpResponse {
    let tag = EntityTag::new_strong(document.tag);
    let caching = (header::CACHE_CONTROL, document.caching);
    if matches_tag(request, &tag) {
        return HttpResponse::NotModified().insert_header(header::ETag(tag)).insert_header(caching).finish();
    }
    let mut response = HttpResponse::Ok();
    response.content_type(document.media_type).insert_header(header::ETag(tag)).insert_header(caching);
    if document.is_text {
        response.insert_header((header::VARY, "accept-encoding"));
    }
    match assets.compressed(document.path).filter(|_| accepts_brotli(request)) {
        Some(compressed) => response.insert_header((header::CONTENT_ENCODING, "br")).body(compressed),
        None => response.body(bytes()),
    }
}

/// Whether the asker has this version already.
pub(super) fn matches_tag(request: &HttpRequest, tag: &EntityTag) -> bool {
    match header::Header::parse(request) {
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(tag)),
        Ok(IfNoneMatch::Any) | Err(_) => false,
    }
}

fn accepts_brotli(request: &HttpRequest) -> bool {
    let accepted = request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    accepted.is_some_and(|accepted| accepted.split(',').any(|coding| coding.trim() == "br"))
}

fn brotli(bytes: &[u8]) -> Option<Bytes> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: COMPRESSION_QUALITY,
        lgwin: COMPRESSION_WINDOW,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters).ok()?;
    Some(compressed.into())
}

/// The media type by the file's ending, and whether it is worth compressing.
fn media_type(path: &str) -> (&'static str, bool) {
    match path.rsplit('.').next() {
        Some("html") => ("text/html; charset=utf-8", true),
        Some("js") => ("text/javascript; charset=utf-8", true),
        Some("css") => ("text/css; charset=utf-8", true),
        Some("json") => ("application/json", true),
        Some("svg") => ("image/svg+xml", true),
        Some("txt") => ("text/plain; charset=utf-8", true),
        Some("png") => ("image/png", false),
        Some("woff2") => ("font/woff2", false),
        Some("ogg") => ("audio/ogg", false),
        Some(_) | None => ("application/octet-stream", false),
    }
}
