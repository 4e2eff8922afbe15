//! The `Idempotency-Key` header: a retry of the same command by the same caller gets the same answer.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use moi_domain::{Actor, Command, CommandKey, Order};
use utoipa::IntoParams;
use utoipa::openapi::Required;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};

use super::{Problem, shapes};
use crate::digest::{sha256_hex, sha256_letters};

/// The header's name.
pub(super) const KEY: &str = "Idempotency-Key";

/// Characters of a key; a UUID has 36.
const KEY_MAX: usize = 64;

/// Bytes of a digest that tell two meanings apart.
const DIGEST_BYTES: usize = 8;

/// Bytes of the digest of a key and its caller, which the journal keeps in place of both: what a caller writes there
/// may be anything, and each byte of chance is kept for ever. With 72 bits and a million keys in a day, two of them
/// meet in one of ten thousand million days.
const KEY_BYTES: usize = 9;

/// The caller's key, where there is one.
pub struct IdempotencyKey(Option<String>);

impl IdempotencyKey {
    /// As the caller gave it.
    #[must_use]
    pub fn given(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// An order that carries the key. `meaning` is what the caller asked for, without what the office made up itself:
    /// the same key with another meaning is refused.
    #[must_use]
    pub fn order(self, command: Command, by: Actor, meaning: &str) -> Order {
        let caller = caller(&by);
        self.order_of(&caller, command, by, meaning)
    }

    /// The same key as the journal has it, for whoever must know whether it was carried out before anything is read.
    #[must_use]
    pub fn command_key(&self, by: &Actor, meaning: &str) -> Option<CommandKey> {
        self.key_of(&caller(by), meaning)
    }

    /// The same for a caller whom the journal doesn't name: two callers may choose the same key without meeting.
    #[must_use]
    pub fn order_of(self, caller: &str, command: Command, by: Actor, meaning: &str) -> Order {
        let key = self.key_of(caller, meaning);
        Order { command, by, key }
    }

    fn key_of(&self, caller: &str, meaning: &str) -> Option<CommandKey> {
        self.0.as_ref().map(|key| CommandKey {
            key: sha256_letters(format!("{caller}:{key}").as_bytes(), KEY_BYTES),
            digest: sha256_hex(meaning.as_bytes(), DIGEST_BYTES),
        })
    }
}

fn caller(by: &Actor) -> String {
    match by {
        Actor::Engine => "engine".to_owned(),
        Actor::Holder => "holder".to_owned(),
        Actor::Kiosk(name) => format!("kiosk/{name}"),
        Actor::Officer(name) => format!("officer/{name}"),
        Actor::Administrator(name) => format!("administrator/{name}"),
        Actor::Owner => "owner".to_owned(),
        Actor::Supervisor(name) => format!("supervisor/{name}"),
        Actor::Inspector(name) => format!("inspector/{name}"),
    }
}

/// What a handler that takes a key says of it.
impl IntoParams for IdempotencyKey {
    fn into_params(_where: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let key = ParameterBuilder::new()
            .name(KEY)
            .parameter_in(ParameterIn::Header)
            .required(Required::False)
            .description(Some("A repetition with the same key is answered as the first time"))
            .schema(Some(shapes::key()));
        vec![key.build()]
    }
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
