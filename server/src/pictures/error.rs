//! Why a picture is not taken in, shown or removed.

use moi_config::PictureId;
use moi_journal::JournalError;
use thiserror::Error;

/// Why a picture is not taken in, shown or removed.
#[derive(Debug, Error)]
pub enum PictureError {
    /// The bytes are no picture, or only the beginning of one.
    #[error("this is no whole picture")]
    NoPicture,
    /// Drawing it would take more memory than a small machine has to spare.
    #[error("the picture has too many points")]
    TooManyPixels,
    /// There are as many as there may be.
    #[error("there are as many pictures as there may be")]
    TooMany,
    /// There is no such picture.
    #[error("there is no picture {0}")]
    Unknown(PictureId),
    /// It is not as it was written.
    #[error("the picture {0} is damaged: take it in once more, or restore a backup")]
    Damaged(PictureId),
    /// Another one is being drawn.
    #[error("another picture is being drawn")]
    Busy,
    /// The office closes.
    #[error("the office closes")]
    Stopping,
    /// The disk can't be read or written.
    #[error(transparent)]
    Files(#[from] JournalError),
}
