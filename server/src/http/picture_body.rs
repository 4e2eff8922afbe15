//! A picture's file as it comes: of a kind that is known, not too long, in time, and only a few at once.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use tokio::sync::OwnedSemaphorePermit;

use super::Problem;
use super::body::read;
use crate::app::App;

/// Bytes of a file: a phone's photo has 3 to 6 MB.
const FILE_BYTES_MAX: usize = 8 * 1024 * 1024;

/// The whole file, at a slow 150 KB a second.
const FILE_DEADLINE: Duration = Duration::from_mins(1);

/// What a file may say that it is. What it is shows when it is drawn.
const KINDS: [&str; 3] = ["image/png", "image/jpeg", "image/webp"];

/// A file that may be a picture.
pub struct PictureFile {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its place among those that come at once.
    _place: OwnedSemaphorePermit,
}

impl FromRequest for PictureFile {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let kind = request.content_type();
            if !KINDS.iter().any(|known| kind.eq_ignore_ascii_case(known)) {
                return Err(Problem::picture_kind());
            }
            let app = request.app_data::<web::Data<App>>().ok_or_else(Problem::bug)?;
            let place = app.pictures.begin_upload()?;
            let bytes = read(&request, payload, FILE_BYTES_MAX, FILE_DEADLINE).await?;
            Ok(Self { bytes, _place: place })
        })
    }
}
