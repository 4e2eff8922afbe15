//! The `Idempotency-Key` header: a retry of the same command by the same caller gets the same answer.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use moi_domain::{Actor, Command, CommandKey, Order};

use super::Problem;
use crate::digest::sha256_hex;

/// Characters of a key; a UUID has 36.
const KEY_MAX: usize = 64;

/// The caller's key, where there is one.
pub struct IdempotencyKey(Option<String>);

impl IdempotencyKey {
    /// An order that carries the key. `meaning` is what the caller asked for, without what the office made up itself:
    /// the same key with another meaning is refused.
    #[must_use]
    pub fn order(self, command: Command, by: Actor, meaning: &str) -> Order {
        let key = self.0.map(|key| CommandKey { key: format!("{}:{key}", scope(&by)), digest: digest(meaning) });
        Order { command, by, key }
    }
}

/// Two callers may choose the same key without meeting.
fn scope(by: &Actor) -> String {
    match by {
        Actor::Engine => "engine".into(),
        Actor::Holder => "holder".into(),
        Actor::Kiosk(name) => format!("kiosk/{name}"),
        Actor::Officer(name) => format!("officer/{name}"),
        Actor::Administrator(name) => format!("administrator/{name}"),
    }
}

fn digest(meaning: &str) -> String {
    sha256_hex(meaning.as_bytes(), 8)
}

impl FromRequest for IdempotencyKey {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        ready(match request.headers().get("idempotency-key") {
            None => Ok(Self(None)),
            Some(value) => match value.to_str() {
                Ok(key) if (1..=KEY_MAX).contains(&key.len()) => Ok(Self(Some(key.to_owned()))),
                Ok(_) | Err(_) => {
                    Err(Problem::invalid_body(format!("`Idempotency-Key` must have 1 to {KEY_MAX} ASCII characters")))
                }
            },
        })
    }
}
