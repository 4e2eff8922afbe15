//! The reader's language: what the request says, else the office's first.

use actix_web::HttpRequest;
use actix_web::http::header;

use crate::app::App;

/// The office's language that the request prefers (`Accept-Language`).
#[must_use]
pub fn reader_language(request: &HttpRequest, app: &App) -> String {
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    accepted
        .and_then(|accepted| app.texts.best_language(accepted))
        .filter(|language| app.office().languages.iter().any(|known| known == language))
        .map_or_else(|| app.default_language().as_str().to_owned(), str::to_owned)
}
