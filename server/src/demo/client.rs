//! The API as a program of somebody else's would use it.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Wish;
use crate::doors::trust_in;

/// An answer takes milliseconds.
const DEADLINE: Duration = Duration::from_secs(10);

/// One caller with its token.
#[derive(Clone)]
pub(super) struct Client {
    http: reqwest::Client,
    url: String,
    token: String,
}

impl Client {
    pub(super) fn new(wish: &Wish, token: &str) -> Result<Self> {
        let builder = reqwest::Client::builder();
        let builder = match &wish.trusted {
            Some(file) => builder.tls_backend_preconfigured(trust_in(file)?),
            None => builder,
        };
        let http = builder.build().context("the HTTP client")?;
        Ok(Self { http, url: wish.url.trim_end_matches('/').to_owned(), token: token.to_owned() })
    }

    /// Somebody else at the same office.
    pub(super) fn with_token(&self, token: &str) -> Self {
        Self { token: token.to_owned(), ..self.clone() }
    }

    /// Whether an office is there, and knows this caller.
    pub(super) async fn check(&self) -> Result<()> {
        let url = format!("{}/api/v1/health", self.url);
        let answer = self.http.get(&url).timeout(DEADLINE).send().await;
        let answer = answer.with_context(|| format!("no office at {url}"))?;
        ensure!(answer.status().is_success(), "the office at {url} is not well: {}", answer.status());
        let session = self.http.get(format!("{}/api/v1/sessions/current", self.url)).bearer_auth(&self.token);
        let answer = session.timeout(DEADLINE).send().await.context("the office does not answer")?;
        ensure!(
            answer.status().is_success(),
            "the office at {} keeps its data elsewhere: give its folder with --data",
            self.url
        );
        Ok(())
    }

    /// Posts; the answer's status and body. A refusal is an answer too.
    pub(super) async fn post(&self, path: &str, body: &Value) -> Option<(u16, Value)> {
        let url = format!("{}/api/v1{path}", self.url);
        let request = self.http.post(url).bearer_auth(&self.token).timeout(DEADLINE).json(body);
        let answer = request.send().await.inspect_err(|error| tracing::debug!(%error, path, "no answer")).ok()?;
        let status = answer.status().as_u16();
        Some((status, answer.json().await.unwrap_or(Value::Null)))
    }

    /// What everybody may read.
    pub(super) async fn get(&self, path: &str) -> Result<Value> {
        let url = format!("{}/api/v1{path}", self.url);
        let answer = self.http.get(&url).timeout(DEADLINE).send().await;
        let answer = answer.with_context(|| format!("no office at {url}"))?;
        ensure!(answer.status().is_success(), "the office at {url} is not well: {}", answer.status());
        answer.json().await.with_context(|| format!("no office at {url}"))
    }

    /// Whether a ticket's holder has not been called yet.
    pub(super) async fn still_waits(&self, token: &str) -> bool {
        self.get(&format!("/tickets/{token}")).await.is_ok_and(|ticket| ticket["status"] == "waiting")
    }

    /// Gives a ticket back; whether the office took it.
    pub(super) async fn give_back(&self, token: &str) -> bool {
        let request = self.http.delete(format!("{}/api/v1/tickets/{token}", self.url));
        let answer = request.timeout(DEADLINE).send().await;
        answer
            .inspect_err(|error| tracing::debug!(%error, "no answer"))
            .is_ok_and(|answer| answer.status().is_success())
    }
}
