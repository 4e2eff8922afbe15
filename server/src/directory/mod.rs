//! A directory of people elsewhere, by which those of the office may sign in who are named in it: `OpenID` Connect, by
//! authorization code with PKCE. The only place that names openidconnect.
//!
//! A try begins here, goes to the directory in the browser, and comes back with a code. What it began with stays here,
//! bound to that one browser; the browser holds a random secret and nothing else. The code is exchanged by this program
//! itself, and what comes of it is believed only when the directory has signed it for this very try.
//!
//! All of that is in a program that was built with `oidc` alone, since it needs some sixty crates more.

mod error;

#[cfg(feature = "oidc")]
mod attempts;
#[cfg(feature = "oidc")]
mod caller;
#[cfg(feature = "oidc")]
mod exchange;
#[cfg(feature = "oidc")]
mod known;
#[cfg(feature = "oidc")]
mod present;
#[cfg(feature = "oidc")]
mod secret;
#[cfg(feature = "oidc")]
mod token;

#[cfg(not(feature = "oidc"))]
mod absent;

use std::net::IpAddr;

use jiff::SignedDuration;

#[cfg(not(feature = "oidc"))]
pub use absent::Directory;
pub use error::DirectoryError;
#[cfg(feature = "oidc")]
pub use present::Directory;

/// A try takes no longer: to sign in elsewhere with a second factor that must be found first.
pub const LASTS: SignedDuration = SignedDuration::from_mins(10);

/// Somebody wants to sign in by the directory.
#[derive(Debug, Clone)]
#[cfg_attr(not(feature = "oidc"), expect(dead_code, reason = "without a directory nobody's wish is read"))]
pub struct Wish {
    /// The page of the office to which the directory leads back.
    pub back_at: String,
    /// The language that they read.
    pub language: String,
    /// Where they are.
    pub address: IpAddr,
}

/// A try that was begun.
#[derive(Debug, Clone)]
pub struct Begun {
    /// The directory's page, to which the browser goes.
    pub address: String,
    /// The secret by which the office knows the browser again.
    pub binding: String,
}

/// With what a browser came back.
#[derive(Debug, Clone)]
#[cfg_attr(not(feature = "oidc"), expect(dead_code, reason = "without a directory nobody comes back from it"))]
pub struct Returned {
    /// Names the try.
    pub state: String,
    /// What the directory gave: a code, or a word why there is none.
    pub answer: Result<String, String>,
    /// Which directory says so, where it does.
    pub issuer: Option<String>,
}

/// Whom the directory says somebody is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Which directory.
    pub issuer: String,
    /// What it calls them, by the word that the set-up goes by.
    pub name: String,
}
