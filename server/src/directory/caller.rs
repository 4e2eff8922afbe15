//! Questions to the directory: each with a deadline, with a limit to its answer, and led nowhere else.

use std::pin::Pin;
use std::time::Duration;

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse, http};
use thiserror::Error;
use tokio::sync::Semaphore;

/// Until a connection stands, encrypted.
const CONNECT_MAX: Duration = Duration::from_secs(3);

/// One question and its whole answer.
const CALL_MAX: Duration = Duration::from_secs(5);

/// Bytes of an answer. What a directory says of itself has some 5 KiB, its keys some 10 KiB, a token with the groups of
/// somebody who is in hundreds some 20 KiB.
const ANSWER_MAX: usize = 256 * 1024;

/// Questions at once: each takes at most [`CALL_MAX`], and everybody of an office who signs in within a minute asks
/// twice.
const CALLS_AT_ONCE: usize = 16;

/// Why a question has no answer.
#[derive(Debug, Error)]
pub(super) enum CallError {
    /// No connection, no encryption that can be trusted, or not in time.
    #[error("{0}")]
    Reach(String),
    /// More than [`ANSWER_MAX`].
    #[error("an answer of more than {ANSWER_MAX} bytes")]
    TooLarge,
    /// The question itself is none.
    #[error("no question that can be sent: {0}")]
    Question(String),
    /// [`CALLS_AT_ONCE`].
    #[error("too many questions at once")]
    Busy,
}

/// Asks; keeps its connections.
pub(super) struct Caller {
    client: reqwest::Client,
    calls: Semaphore,
}

impl Caller {
    /// # Errors
    /// When the machine tells nothing of whom it trusts.
    pub(super) fn new() -> Result<Self, CallError> {
        let client = reqwest::Client::builder()
            .connect_timeout(CONNECT_MAX)
            .timeout(CALL_MAX)
            // A directory that leads elsewhere could lead to machines that only the office reaches.
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("moi/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(told)?;
        Ok(Self { client, calls: Semaphore::new(CALLS_AT_ONCE) })
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, CallError> {
        let _place = self.calls.try_acquire().map_err(|_| CallError::Busy)?;
        let request = reqwest::Request::try_from(request).map_err(told)?;
        let mut answer = self.client.execute(request).await.map_err(told)?;
        let mut response = http::Response::builder().status(answer.status());
        for (name, value) in answer.headers() {
            response = response.header(name, value);
        }
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(told)? {
            if body.len() + chunk.len() > ANSWER_MAX {
                return Err(CallError::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        response.body(body).map_err(|error| CallError::Question(error.to_string()))
    }
}

impl<'c> AsyncHttpClient<'c> for Caller {
    type Error = CallError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, CallError>> + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

/// What went wrong and why, without the address: a query may hold what is nobody's business.
fn told(error: reqwest::Error) -> CallError {
    let error = error.without_url();
    let mut words = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(error) = cause {
        words.push_str(": ");
        words.push_str(&error.to_string());
        cause = error.source();
    }
    CallError::Reach(words)
}
