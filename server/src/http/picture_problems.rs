//! What can be said of pictures that are not taken in, shown or removed.

use actix_web::http::StatusCode;
use serde_json::json;

use super::Problem;
use crate::pictures::{PICTURES_MAX, PictureError};

impl Problem {
    /// The file says that it is something else than a picture that Moi can draw.
    pub(super) fn picture_kind() -> Self {
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "picture-kind")
    }

    /// There is no such picture.
    pub(super) fn unknown_picture() -> Self {
        Self::new(StatusCode::NOT_FOUND, "unknown-picture")
    }

    /// The set-up names the picture, under these keys.
    pub(super) fn picture_in_use(used: &[String]) -> Self {
        let place = |key: &String| Some(key.strip_prefix("slides[")?.split(']').next()?.to_owned());
        let slides: Vec<_> = used.iter().filter_map(place).collect();
        let as_logo = used.len() - slides.len();
        Self::new(StatusCode::CONFLICT, "picture-in-use")
            .with("slides", slides.join(", "))
            .with_number("slides_count", slides.len() as u64)
            .with_number("as_logo", as_logo as u64)
            .with_list("used", used.iter().map(|key| json!(key)).collect())
    }
}

impl From<PictureError> for Problem {
    fn from(error: PictureError) -> Self {
        match error {
            PictureError::NoPicture => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "no-picture"),
            PictureError::TooManyPixels => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "picture-too-large"),
            PictureError::TooMany => {
                Self::new(StatusCode::CONFLICT, "too-many-pictures").with_number("at_most", PICTURES_MAX as u64)
            }
            PictureError::Unknown(_) | PictureError::Damaged(_) => Self::unknown_picture(),
            PictureError::Busy => Self::busy(),
            PictureError::Stopping => Self::stopping(),
            PictureError::Files(error) => {
                tracing::error!(%error, "a picture can't be read or written");
                Self::storage_failed()
            }
        }
    }
}
