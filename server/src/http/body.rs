//! A JSON body, read strictly: its type, its length, its fields.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use tokio::time::timeout;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::Problem;

/// The longest body that any request needs is a few hundred bytes.
const BODY_MAX: usize = 16 * 1024;

/// The whole body; it fits into a few packets.
const BODY_DEADLINE: Duration = Duration::from_secs(5);

/// Characters of a parser's words that an answer repeats.
const REASON_MAX: usize = 160;

/// A body that parsed, of at most so many bytes.
pub struct Body<T, const MAX: usize = BODY_MAX>(pub T);

/// A body that may be missing.
pub struct OptionalBody<T>(pub Option<T>);

impl<T: DeserializeOwned + 'static, const MAX: usize> FromRequest for Body<T, MAX> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let bytes = read(&request, payload, MAX, BODY_DEADLINE).await?;
            require_json(&request)?;
            parse(&bytes).map(Self)
        })
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for OptionalBody<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let bytes = read(&request, payload, BODY_MAX, BODY_DEADLINE).await?;
            if bytes.is_empty() {
                return Ok(Self(None));
            }
            require_json(&request)?;
            if bytes.trim_ascii() == b"null" {
                return Ok(Self(None));
            }
            parse(&bytes).map(|value| Self(Some(value)))
        })
    }
}

/// A page of another origin can't send this type without asking first.
fn require_json(request: &HttpRequest) -> Result<(), Problem> {
    let is_json = request.content_type().eq_ignore_ascii_case("application/json");
    if is_json { Ok(()) } else { Err(Problem::unsupported_media_type()) }
}

/// A body of at most so many bytes, as it comes.
pub(super) async fn read(
    request: &HttpRequest,
    payload: Payload,
    max: usize,
    within: Duration,
) -> Result<Vec<u8>, Problem> {
    let late = |_| Problem::invalid_body("the body did not come in time");
    timeout(within, read_all(request, payload, max)).await.map_err(late)?
}

async fn read_all(request: &HttpRequest, mut payload: Payload, max: usize) -> Result<Vec<u8>, Problem> {
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if announced.is_some_and(|length: usize| length > max) {
        return Err(Problem::body_too_large(max));
    }
    let mut bytes = Vec::with_capacity(announced.unwrap_or_default());
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Problem::invalid_body("the connection ended in the middle"))?;
        if bytes.len() + chunk.len() > max {
            return Err(Problem::body_too_large(max));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    if bytes.is_empty() {
        return Err(Problem::invalid_body("the body is empty"));
    }
    // A list of the values would be read as an object, too, in the order in which its fields stand in our code.
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        return Err(Problem::invalid_body("the body is no JSON object"));
    }
    serde_json::from_slice(bytes)
        .map_err(|error| Problem::invalid_body(error.to_string().chars().take(REASON_MAX).collect::<String>()))
}

/// A text from outside: NFC, without control characters, not longer than `length_max` characters.
///
/// # Errors
/// An `invalid-body` problem that names the field.
pub fn clean(field: &str, text: &str, length_max: usize) -> Result<String, Problem> {
    if text.chars().any(char::is_control) {
        return Err(Problem::invalid_body(format!("`{field}` has control characters")));
    }
    let text = if is_nfc(text) { text.trim().to_owned() } else { text.trim().nfc().collect() };
    if text.is_empty() || text.chars().count() > length_max {
        return Err(Problem::invalid_body(format!("`{field}` must have 1 to {length_max} characters")));
    }
    Ok(text)
}
