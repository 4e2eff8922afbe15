//! One print job: a name, a picture, and the bytes that print it.

use crate::{EncodeError, Raster, encode};

/// Longest name of a job, in bytes: well below what file systems take with an ending added.
const NAME_BYTES_MAX: usize = 120;

/// A picture that is ready to be sent.
#[derive(Debug, Clone)]
pub struct Job {
    name: String,
    bytes: Vec<u8>,
    raster: Raster,
}

/// Why there is no job.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The name could leave the preview folder.
    #[error("{name:?} is no name for a print job: letters, digits, '-' and '_', in parts separated by '/'")]
    Name {
        /// The name as given.
        name: String,
    },
    /// The picture can't be encoded.
    #[error(transparent)]
    Encode(#[from] EncodeError),
}

impl Job {
    /// Encodes the picture. The name is the preview's file name without ending and may have folders in it:
    /// "2026-11-24/A012-17".
    ///
    /// # Errors
    /// [`JobError::Name`] when a part of the name is empty or has signs other than ASCII letters, digits, `-` and `_`;
    /// [`JobError::Encode`] when the picture can't be encoded.
    pub fn new(name: impl Into<String>, raster: Raster) -> Result<Self, JobError> {
        let name = name.into();
        if !is_name(&name) {
            return Err(JobError::Name { name });
        }
        let bytes = encode(&raster)?;
        Ok(Self { name, bytes, raster })
    }

    /// The name as given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The ESC/POS bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The picture.
    #[must_use]
    pub const fn raster(&self) -> &Raster {
        &self.raster
    }
}

fn is_name(name: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"-_".contains(&sign));
    name.len() <= NAME_BYTES_MAX && name.split('/').all(is_part)
}
