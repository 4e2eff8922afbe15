//! Which methods an address knows, for the refusal of any other one.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use actix_web::HttpRequest;

use super::openapi;

/// What pages and their files know, which stand in no document.
const OF_PAGES: &str = "GET";

/// As the header `Allow` has them (RFC 9110 §10.2.1), of the address that was asked for.
pub(super) fn methods(request: &HttpRequest) -> &'static str {
    static DOCUMENTED: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    let documented = DOCUMENTED.get_or_init(openapi::methods);
    let pattern = request.match_pattern();
    pattern.and_then(|pattern| documented.get(&pattern)).map_or(OF_PAGES, String::as_str)
}
