//! Why nobody is signed in by the directory.

use thiserror::Error;

/// Why nobody is signed in by the directory. What a log needs of it was written where it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[cfg_attr(not(feature = "oidc"), expect(dead_code, reason = "without a directory nothing goes wrong with one"))]
pub enum DirectoryError {
    /// The set-up has none.
    #[error("there is no directory")]
    None,
    /// It gives no answer in time, or says itself that it can't.
    #[error("the directory can't be reached")]
    Unreachable,
    /// It answers, and not as the set-up and the secret would have it.
    #[error("the directory can't be used as it is set up")]
    Unusable,
    /// What it says of somebody can't be believed.
    #[error("the directory's answer can't be believed")]
    NotBelieved,
    /// There is no such try of this browser, any more.
    #[error("this try is over")]
    Over,
    /// The directory let nobody in.
    #[error("the directory let nobody in")]
    Denied,
    /// More people sign in at once than the office asks the directory for.
    #[error("too many at once")]
    Busy,
}
