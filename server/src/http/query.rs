//! What stands behind the question mark of an address, read strictly.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use serde::de::DeserializeOwned;

use super::Problem;

/// Characters of a parser's words that an answer repeats.
const REASON_MAX: usize = 160;

/// Parameters that parsed.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        let parsed = web::Query::<T>::from_query(request.query_string());
        ready(parsed.map(|query| Self(query.into_inner())).map_err(|error| {
            let reason = error.to_string();
            let letters = reason.chars().filter(|letter| !letter.is_control()).take(REASON_MAX);
            Problem::invalid_body(letters.collect::<String>())
        }))
    }
}
