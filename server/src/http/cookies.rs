//! The office's cookies: none is readable by a script, none goes to or comes from another site.

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use jiff::SignedDuration;

/// A cookie that is kept for so long.
pub(super) fn keep(name: &'static str, value: String, lasts: SignedDuration) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .max_age(Duration::seconds(lasts.as_secs()))
        .finish()
}

/// Takes a cookie away.
pub(super) fn removed(name: &'static str) -> Cookie<'static> {
    let mut gone = Cookie::build(name, "").path("/").finish();
    gone.make_removal();
    gone
}
