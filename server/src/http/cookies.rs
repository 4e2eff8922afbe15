//! The office's cookies: none is readable by a script, none goes to or comes from another site.

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use jiff::SignedDuration;

/// A cookie that is kept for so long.
pub(super) fn keep(name: &'static str, value: String, lasts: SignedDuration) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .secure(is_secure(name))
        .same_site(SameSite::Strict)
        .max_age(Duration::seconds(lasts.as_secs()))
        .finish()
}

/// Takes a cookie away.
pub(super) fn removed(name: &'static str) -> Cookie<'static> {
    let mut gone = Cookie::build(name, "").path("/").secure(is_secure(name)).finish();
    gone.make_removal();
    gone
}

/// Whether a browser takes a cookie of this name over an encrypted connection alone.
fn is_secure(name: &str) -> bool {
    name.starts_with("__Host-")
}
