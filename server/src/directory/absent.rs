//! The directory of a program that was built without any.

use std::path::Path;

use super::{Begun, DirectoryError, Returned, Said, Wish};
use crate::clock::Clock;

/// None: no set-up with a directory is taken, so that nobody asks for it.
pub struct Directory;

#[expect(clippy::unused_async, reason = "as in a program that asks a directory")]
#[expect(clippy::unused_self, reason = "as in a program that asks a directory")]
impl Directory {
    /// There is none.
    #[must_use]
    pub fn new(_data: &Path, _clock: Clock) -> Self {
        Self
    }

    /// Nothing begins.
    ///
    /// # Errors
    /// [`DirectoryError::None`].
    pub async fn begin(&self, _directory: &moi_config::Directory, _wish: Wish) -> Result<Begun, DirectoryError> {
        Err(DirectoryError::None)
    }

    /// Nobody comes back.
    ///
    /// # Errors
    /// [`DirectoryError::None`].
    pub async fn finish(
        &self,
        _directory: &moi_config::Directory,
        _binding: &str,
        _returned: Returned,
    ) -> Result<Said, DirectoryError> {
        Err(DirectoryError::None)
    }

    /// Nobody was vouched for.
    ///
    /// # Errors
    /// [`DirectoryError::None`].
    pub fn vouched(&self, _binding: &str, _state: &str) -> Result<Said, DirectoryError> {
        Err(DirectoryError::None)
    }

    /// Nothing ends.
    pub fn end(&self, _state: &str) {}
}
