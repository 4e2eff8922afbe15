//! An answer of the server, and the problem document in it when it refuses.

use anyhow::{Context, bail, ensure};
use reqwest::header::{CONTENT_TYPE, HeaderMap};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A whole answer, with a name to find it by when something is wrong.
#[derive(Debug, Clone)]
pub struct Answer {
    /// What was asked: `POST /api/v1/tickets`.
    pub request: String,
    /// The HTTP status.
    pub status: u16,
    /// All headers.
    pub headers: HeaderMap,
    /// The body, read to its end.
    pub body: Vec<u8>,
}

/// A problem document, RFC 9457.
#[derive(Debug, Clone, Deserialize)]
pub struct Problem {
    /// `urn:moi:problem:<code>`.
    pub r#type: String,
    /// In a few words, in the reader's language.
    pub title: String,
    /// The HTTP status again.
    pub status: u16,
    /// What happened and what to do, in the reader's language.
    pub detail: String,
    /// The stable code.
    pub code: String,
}

impl Answer {
    /// Reads an answer to its end.
    ///
    /// # Errors
    /// When the connection breaks on the way.
    pub async fn read(request: String, answer: reqwest::Response) -> anyhow::Result<Self> {
        let status = answer.status().as_u16();
        let headers = answer.headers().clone();
        let body = answer.bytes().await.with_context(|| format!("read the answer to {request}"))?.to_vec();
        Ok(Self { request, status, headers, body })
    }

    /// The body as text; bytes that are no text are replaced.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header's value; empty when it isn't there.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The same answer when it has this status.
    ///
    /// # Errors
    /// When it has another one; the error holds the body.
    pub fn expect_status(self, status: u16) -> anyhow::Result<Self> {
        let shown: String = self.text().chars().take(500).collect();
        ensure!(self.status == status, "{}: {} instead of {status}: {shown}", self.request, self.status);
        Ok(self)
    }

    /// The body of a success.
    ///
    /// # Errors
    /// When it is no success, or not what was expected.
    pub fn json<T: DeserializeOwned>(&self) -> anyhow::Result<T> {
        ensure!((200..300).contains(&self.status), "{}: {} {}", self.request, self.status, self.text());
        serde_json::from_slice(&self.body).with_context(|| format!("{}: read {}", self.request, self.text()))
    }

    /// The body of a success, whatever it is.
    ///
    /// # Errors
    /// When it is no success, or no JSON.
    pub fn value(&self) -> anyhow::Result<Value> {
        self.json()
    }

    /// The problem document of a refusal. Each is checked: its type, texts, status, and that it may not be cached.
    ///
    /// # Errors
    /// When the answer is no refusal, or the document isn't as it should be.
    pub fn problem(&self) -> anyhow::Result<Problem> {
        let name = &self.request;
        if !(400..600).contains(&self.status) {
            bail!("{name}: {} is no refusal: {}", self.status, self.text());
        }
        let kind = self.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        ensure!(kind.starts_with("application/problem+json"), "{name}: {} with content type {kind:?}", self.status);
        let problem: Problem = serde_json::from_slice(&self.body)
            .with_context(|| format!("{name}: read the problem document {}", self.text()))?;
        ensure!(problem.status == self.status, "{name}: status {} in a {} answer", problem.status, self.status);
        ensure!(problem.r#type == format!("urn:moi:problem:{}", problem.code), "{name}: type {}", problem.r#type);
        ensure!(!problem.title.trim().is_empty(), "{name}: a problem without a title");
        ensure!(!problem.detail.trim().is_empty(), "{name}: a problem without words");
        Ok(problem)
    }

    /// The problem document, when the refusal is this one.
    ///
    /// # Errors
    /// When it is another answer.
    pub fn expect_problem(&self, status: u16, code: &str) -> anyhow::Result<Problem> {
        let problem = self.problem()?;
        let found = (problem.status, problem.code.as_str());
        ensure!(found == (status, code), "{}: {found:?} instead of {status} {code}", self.request);
        Ok(problem)
    }
}
