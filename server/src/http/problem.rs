//! Refusals and faults to problem documents (RFC 9457): the only map from what went wrong to a status.

use std::fmt;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use moi_config::text::{Catalogue, Value};
use moi_domain::Expired;
use serde_json::{Map, json};

use crate::contacts::ContactError;
use crate::doors::{Limit, TooOften};
use crate::engine::SubmitError;
use crate::past::PastError;

/// The content type of a problem document.
const PROBLEM_JSON: &str = "application/problem+json";

/// Seconds after which a client may try again when the office was busy or its disk failed.
const RETRY_SECONDS: u64 = 2;

/// What went wrong, without words: these are chosen in the reader's language when the answer is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    code: &'static str,
    status: StatusCode,
    facts: Vec<(&'static str, Fact)>,
    retry_after_seconds: Option<u64>,
    limit: Option<Limit>,
}

/// A fact that the words need and programs may read.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fact {
    Text(String),
    Number(u64),
    /// For programs alone.
    List(Vec<serde_json::Value>),
}

impl Problem {
    pub(super) fn new(status: StatusCode, code: &'static str) -> Self {
        Self { code, status, facts: Vec::new(), retry_after_seconds: None, limit: None }
    }

    pub(super) fn with(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.facts.push((name, Fact::Text(text.into())));
        self
    }

    pub(super) fn with_number(mut self, name: &'static str, number: u64) -> Self {
        self.facts.push((name, Fact::Number(number)));
        self
    }

    pub(super) fn with_list(mut self, name: &'static str, list: Vec<serde_json::Value>) -> Self {
        self.facts.push((name, Fact::List(list)));
        self
    }

    pub(super) fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after_seconds = Some(seconds);
        self.with_number("retry_after_seconds", seconds)
    }

    fn at(mut self, limit: Limit) -> Self {
        self.limit = Some(limit);
        self
    }

    /// The limit that it stands for, when it is one of the doors'.
    #[must_use]
    pub fn limit(&self) -> Option<Limit> {
        self.limit
    }

    /// Its stable code, for metrics and logs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Nobody is signed in, or a credential is stale.
    #[must_use]
    pub fn not_signed_in() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "not-signed-in")
    }

    /// Whoever asks may not do this.
    #[must_use]
    pub fn not_allowed() -> Self {
        Self::new(StatusCode::FORBIDDEN, "not-allowed")
    }

    /// People have no devices' roles, and devices none of people's.
    #[must_use]
    pub fn no_device_role(role: &str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "no-device-role").with("role", role)
    }

    /// A page of another origin asks.
    #[must_use]
    pub fn foreign_origin() -> Self {
        Self::new(StatusCode::FORBIDDEN, "foreign-origin").at(Limit::Origins)
    }

    /// The name that is asked for is not this office's.
    #[must_use]
    pub fn unknown_host(host: Option<&str>) -> Self {
        let problem = Self::new(StatusCode::MISDIRECTED_REQUEST, "unknown-host").at(Limit::Names);
        problem.with("host", shortened(host.unwrap_or_default()))
    }

    /// The address is too long.
    #[must_use]
    pub fn address_too_long(bytes_max: usize) -> Self {
        let problem = Self::new(StatusCode::URI_TOO_LONG, "address-too-long").at(Limit::Heads);
        problem.with_number("bytes_max", bytes_max as u64)
    }

    /// There are too many headers, or they are too long.
    #[must_use]
    pub fn head_too_large(bytes_max: usize) -> Self {
        let problem = Self::new(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE, "head-too-large").at(Limit::Heads);
        problem.with_number("bytes_max", bytes_max as u64)
    }

    /// The plain address leads to the encrypted one, and does nothing else.
    #[must_use]
    pub fn encrypted_only() -> Self {
        Self::new(StatusCode::FORBIDDEN, "encrypted-only")
    }

    /// Somebody asks too often.
    #[must_use]
    pub fn too_often(too_often: TooOften) -> Self {
        let TooOften { limit, seconds } = too_often;
        let code = match limit {
            Limit::SignIns => "too-many-sign-ins",
            Limit::KioskTickets => "kiosk-too-fast",
            Limit::Bookings => "too-many-bookings",
            Limit::Names
            | Limit::Origins
            | Limit::Heads
            | Limit::ConnectionsOfAddress
            | Limit::Connections
            | Limit::Slow
            | Limit::Sockets
            | Limit::Misses
            | Limit::Requests
            | Limit::Calls => "too-many-requests",
        };
        Self::new(StatusCode::TOO_MANY_REQUESTS, code).at(limit).retry_after(seconds)
    }

    /// The ticket's day ended before its citizen was served.
    #[must_use]
    pub fn ticket_expired(ticket: &Expired) -> Self {
        let problem = Self::new(StatusCode::GONE, "ticket-expired");
        problem.with("number", ticket.number.to_string()).with("day", ticket.day.strftime("%d/%m/%Y").to_string())
    }

    /// No ticket has this token.
    #[must_use]
    pub fn unknown_ticket() -> Self {
        Self::new(StatusCode::NOT_FOUND, "unknown-ticket")
    }

    /// No appointment has this code or secret.
    #[must_use]
    pub fn unknown_appointment() -> Self {
        Self::new(StatusCode::NOT_FOUND, "unknown-appointment")
    }

    /// In this office nobody checks in from elsewhere.
    #[must_use]
    pub fn check_in_at_entrance() -> Self {
        Self::new(StatusCode::CONFLICT, "check-in-at-entrance")
    }

    /// One address books too much.
    #[must_use]
    pub fn too_many_bookings(seconds: u64) -> Self {
        Self::too_often(TooOften { limit: Limit::Bookings, seconds })
    }

    /// So many slips wait to come out once more that another one would not.
    #[must_use]
    pub fn too_many_reprints() -> Self {
        Self::new(StatusCode::CONFLICT, "too-many-reprints")
    }

    /// The office has no such counter.
    #[must_use]
    pub fn unknown_counter(counter: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "unknown-counter").with("counter", shortened(counter))
    }

    /// The journal has nothing of this day.
    #[must_use]
    pub fn unknown_day() -> Self {
        Self::new(StatusCode::NOT_FOUND, "unknown-day")
    }

    /// A text of the request isn't what it should be.
    #[must_use]
    pub fn invalid_body(reason: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid-body").with("reason", reason)
    }

    /// The service that the body names isn't one.
    #[must_use]
    pub fn unknown_service(service: &str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "unknown-service").with("service", shortened(service))
    }

    /// The reason that the body names isn't one.
    #[must_use]
    pub fn unknown_reason(reason: &str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "unknown-reason").with("reason", shortened(reason))
    }

    /// The reason for a pause that the body names isn't one.
    #[must_use]
    pub fn unknown_pause_reason(reason: &str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "unknown-pause-reason").with("reason", shortened(reason))
    }

    /// The outcome that the body names isn't one.
    #[must_use]
    pub fn unknown_outcome(outcome: &str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "unknown-outcome").with("outcome", shortened(outcome))
    }

    /// The counter that the body names isn't one.
    #[must_use]
    pub fn unknown_target(counter: u16) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "unknown-target").with("counter", counter.to_string())
    }

    /// The priority class that the body names isn't one.
    #[must_use]
    pub fn unknown_priority(priority: &str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "unknown-priority").with("priority", shortened(priority))
    }

    /// The set-up that the body brings has mistakes: each with its place, as `moi check` tells them.
    #[must_use]
    pub fn wrong_setup(count: usize, findings: Vec<serde_json::Value>) -> Self {
        let problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "wrong-set-up");
        problem.with_number("count", count as u64).with_list("findings", findings)
    }

    /// The office was started with a file: its set-up is changed there.
    #[must_use]
    pub fn set_up_in_file(file: &str) -> Self {
        Self::new(StatusCode::CONFLICT, "set-up-in-file").with("file", file)
    }

    /// No administrator could sign in any more.
    pub(super) fn locks_out() -> Self {
        Self::new(StatusCode::CONFLICT, "locks-out")
    }

    /// Administrators set their own password at their account, where the present one is asked for.
    pub(super) fn own_credential() -> Self {
        Self::new(StatusCode::CONFLICT, "own-credential")
    }

    /// The records can't be read or written.
    pub(super) fn records_failed(error: &dyn fmt::Display) -> Self {
        tracing::error!(%error, "the records beside the journal can't be read or written");
        Self::storage_failed()
    }

    /// The rules can't use the set-up that the body brings.
    #[must_use]
    pub fn unusable_setup(reason: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "unusable-set-up").with("reason", reason)
    }

    /// No backup could be made.
    #[must_use]
    pub fn backup_failed() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "backup-failed")
    }

    /// A part of the journal can't be read.
    #[must_use]
    pub fn journal_damaged() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "journal-damaged")
    }

    /// The body is too long.
    #[must_use]
    pub fn body_too_large(bytes_max: usize) -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "body-too-large").with_number("bytes_max", bytes_max as u64)
    }

    /// The body is no JSON by its own word.
    #[must_use]
    pub fn unsupported_media_type() -> Self {
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type")
    }

    /// The address is a live view's, for WebSockets.
    #[must_use]
    pub fn upgrade_required() -> Self {
        Self::new(StatusCode::UPGRADE_REQUIRED, "upgrade-required")
    }

    /// There is nothing at this address.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found")
    }

    /// The address knows other methods only.
    #[must_use]
    pub fn method_not_allowed() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed")
    }

    /// More is going on than can be answered in time.
    #[must_use]
    pub fn busy() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy").retry_after(RETRY_SECONDS)
    }

    /// Something that should never be.
    #[must_use]
    pub fn bug() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal")
    }

    pub(super) fn storage_failed() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "storage-failed").retry_after(RETRY_SECONDS)
    }

    /// The server stops, or starts again.
    #[must_use]
    pub fn stopping() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "stopping").retry_after(RETRY_SECONDS)
    }

    /// The problem as an answer in the reader's language.
    #[must_use]
    pub fn response(&self, texts: &Catalogue, language: &str) -> HttpResponse {
        let mut response = HttpResponse::build(self.status);
        response.content_type(PROBLEM_JSON).insert_header((header::CONTENT_LANGUAGE, language));
        if let Some(seconds) = self.retry_after_seconds {
            response.insert_header((header::RETRY_AFTER, seconds.to_string()));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
        }
        response.json(self.document(texts, language))
    }

    /// The problem document in the reader's language.
    #[must_use]
    pub fn document(&self, texts: &Catalogue, language: &str) -> Map<String, serde_json::Value> {
        let values: Vec<(&str, Value)> = self
            .facts
            .iter()
            .filter_map(|(name, fact)| match fact {
                Fact::Text(text) => Some((*name, Value::from(text.as_str()))),
                Fact::Number(number) => Some((*name, Value::from(*number))),
                Fact::List(_) => None,
            })
            .collect();
        let say = |part: &str| texts.say(language, &format!("problems-{}-{part}", self.code), &values);
        let mut document = Map::new();
        document.insert("type".into(), json!(format!("urn:moi:problem:{}", self.code)));
        document.insert("title".into(), json!(say("title")));
        document.insert("status".into(), json!(self.status.as_u16()));
        document.insert("detail".into(), json!(say("detail")));
        document.insert("code".into(), json!(self.code));
        for (name, fact) in &self.facts {
            let value = match fact {
                Fact::Text(text) => json!(text),
                Fact::Number(number) => json!(number),
                Fact::List(list) => json!(list),
            };
            document.insert((*name).into(), value);
        }
        document
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({})", self.code, self.status.as_u16())
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    /// Without words: [`super::answer_problems`] writes them, which knows the reader's language.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status)
    }
}

impl From<SubmitError> for Problem {
    fn from(error: SubmitError) -> Self {
        match error {
            SubmitError::Refused(refusal) => Self::from(refusal),
            SubmitError::KeyReused => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "key-reused"),
            SubmitError::Busy => Self::busy(),
            SubmitError::Storage { .. } => Self::storage_failed(),
            SubmitError::NoAnswer => Self::new(StatusCode::SERVICE_UNAVAILABLE, "no-answer").retry_after(RETRY_SECONDS),
            SubmitError::Stopping => Self::stopping(),
        }
    }
}

impl From<ContactError> for Problem {
    fn from(error: ContactError) -> Self {
        match error {
            ContactError::Key(_) | ContactError::Records(_) => {
                tracing::error!(%error, "contacts can't be written");
                Self::storage_failed()
            }
            ContactError::Busy => Self::busy(),
            ContactError::Stopping => Self::stopping(),
        }
    }
}

impl From<PastError> for Problem {
    fn from(error: PastError) -> Self {
        match error {
            PastError::UnknownDay => Self::unknown_day(),
            PastError::Busy => Self::busy(),
            PastError::Journal(error) => {
                tracing::error!(%error, "a day of the journal can't be read");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "journal-unreadable")
            }
        }
    }
}

/// What somebody sent is repeated to them only as far as it helps.
fn shortened(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(40).collect()
}
