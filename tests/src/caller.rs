//! Somebody who calls the HTTP API: with a token or without, from this machine or from elsewhere.

use std::time::Duration;

use anyhow::Context;
use reqwest::Method;
use reqwest::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use serde_json::Value;

use crate::answer::Answer;

/// No request of the API takes longer, load included.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// A caller; cloning it shares its connections and its cookies.
#[derive(Debug, Clone)]
pub struct Caller {
    base: String,
    client: reqwest::Client,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Caller {
    /// A program on the server's own machine, with no credential, at `http://HOST:PORT`.
    ///
    /// # Errors
    /// When the HTTP client can't be made.
    pub fn own_machine(base: &str) -> anyhow::Result<Self> {
        crate::encryption::allow();
        let client = reqwest::Client::builder()
            .timeout(ANSWER_WITHIN)
            .cookie_store(true)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            // An office under test makes its own certificate; tls.rs looks at whom that is for. Without encryption, to
            // read the machine's 140 authorities would cost each caller more than what it asks.
            .tls_danger_accept_invalid_certs(true)
            .build()
            .context("make an HTTP client")?;
        Ok(Self { base: base.to_owned(), client, headers: Vec::new() })
    }

    /// Somebody elsewhere, with no credential: the request says that it was forwarded.
    ///
    /// # Errors
    /// When the HTTP client can't be made.
    pub fn elsewhere(base: &str) -> anyhow::Result<Self> {
        let forwarded = HeaderName::from_static("x-forwarded-for");
        Ok(Self::own_machine(base)?.with_header(forwarded, HeaderValue::from_static("192.0.2.7")))
    }

    /// Whoever has this token.
    ///
    /// # Errors
    /// When the token is no header's value, or the HTTP client can't be made.
    pub fn bearer(base: &str, token: &str) -> anyhow::Result<Self> {
        let mut value = HeaderValue::from_str(&format!("Bearer {token}")).context("a token as a header")?;
        value.set_sensitive(true);
        Ok(Self::own_machine(base)?.with_header(reqwest::header::AUTHORIZATION, value))
    }

    /// The same caller, who sends one more header.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The same caller, who reads this language.
    ///
    /// # Errors
    /// When it is no header's value.
    pub fn reading(self, language: &str) -> anyhow::Result<Self> {
        Ok(self.with_header(reqwest::header::ACCEPT_LANGUAGE, HeaderValue::from_str(language)?))
    }

    /// Gets a path.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn get(&self, path: &str) -> anyhow::Result<Answer> {
        self.send(Method::GET, path, None, &[]).await
    }

    /// Deletes a path.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn delete(&self, path: &str) -> anyhow::Result<Answer> {
        self.send(Method::DELETE, path, None, &[]).await
    }

    /// Posts nothing to a path.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn post(&self, path: &str) -> anyhow::Result<Answer> {
        self.send(Method::POST, path, None, &[]).await
    }

    /// Posts JSON to a path.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn post_json(&self, path: &str, body: &Value) -> anyhow::Result<Answer> {
        self.send(Method::POST, path, Some(("application/json", body.to_string().into_bytes())), &[]).await
    }

    /// Puts JSON to a path.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn put_json(&self, path: &str, body: &Value) -> anyhow::Result<Answer> {
        self.send(Method::PUT, path, Some(("application/json", body.to_string().into_bytes())), &[]).await
    }

    /// Posts JSON to a path under an idempotency key.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn post_keyed(&self, path: &str, body: Option<&Value>, key: &str) -> anyhow::Result<Answer> {
        let body = body.map(|body| ("application/json", body.to_string().into_bytes()));
        self.send(Method::POST, path, body, &[("idempotency-key", key)]).await
    }

    /// Sends any request.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<(&str, Vec<u8>)>,
        headers: &[(&str, &str)],
    ) -> anyhow::Result<Answer> {
        let name = format!("{method} {path}");
        let mut request = self.client.request(method, format!("{}{path}", self.base));
        for (header, value) in &self.headers {
            request = request.header(header, value);
        }
        for (header, value) in headers {
            request = request.header(*header, *value);
        }
        if let Some((kind, bytes)) = body {
            request = request.header(CONTENT_TYPE, kind).body(bytes);
        }
        let answer = request.send().await.with_context(|| format!("no answer to {name}"))?;
        Answer::read(name, answer).await
    }
}
