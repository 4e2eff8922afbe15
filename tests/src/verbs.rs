//! What people do in an office, as typed verbs over the HTTP API.

use anyhow::ensure;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::caller::Caller;

/// A band of minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Forecast {
    /// Half of the citizens are called later than this.
    pub from: u16,
    /// Nine of ten are called before this.
    pub to: u16,
}

/// A ticket, as the kiosk gets it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Taken {
    /// Its id, for ever.
    pub id: u64,
    /// The secret in its QR code.
    pub token: String,
    /// The number, `A001`.
    pub number: String,
    /// The service's code.
    pub service: String,
    /// People before it.
    pub ahead: u32,
    /// How long it may take.
    pub forecast: Option<Forecast>,
    /// What becomes of the slip: `queued` or `none`.
    pub print: String,
    /// The address in its QR code.
    pub url: String,
}

/// A ticket, as an officer sees it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Ticket {
    /// Its id.
    pub id: u64,
    /// The number.
    pub number: String,
    /// The service's code.
    pub service: String,
    /// Where it is in its life: `called`, `serving`, …
    pub status: String,
    /// The counter that it is or was at.
    pub counter: Option<u16>,
    /// Somebody whom the law lets go first.
    pub priority: bool,
    /// How often it was called again.
    pub recalls: u32,
}

/// Who takes tickets.
#[derive(Debug, Clone)]
pub struct Kiosk {
    caller: Caller,
}

impl Kiosk {
    /// A kiosk that speaks as this caller.
    #[must_use]
    pub fn new(caller: Caller) -> Self {
        Self { caller }
    }

    /// Takes a ticket.
    ///
    /// # Errors
    /// When the office refuses.
    pub async fn take_ticket(&self, service: &str) -> anyhow::Result<Taken> {
        self.ask(&json!({"service": service})).await?.expect_status(201)?.json()
    }

    /// Takes a ticket in a priority class.
    ///
    /// # Errors
    /// When the office refuses.
    pub async fn take_priority_ticket(&self, service: &str, priority: &str) -> anyhow::Result<Taken> {
        self.ask(&json!({"service": service, "priority": priority})).await?.expect_status(201)?.json()
    }

    /// Takes a ticket under an idempotency key, as a kiosk does that may have to ask again.
    ///
    /// # Errors
    /// When the office refuses.
    pub async fn take_ticket_once(&self, service: &str, key: &str) -> anyhow::Result<Taken> {
        self.ask_once(&json!({"service": service}), key).await?.expect_status(201)?.json()
    }

    /// Asks for a ticket and hands out whatever the office answers.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn ask(&self, body: &Value) -> anyhow::Result<Answer> {
        self.caller.post_json("/api/v1/tickets", body).await
    }

    /// The same, under an idempotency key.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn ask_once(&self, body: &Value, key: &str) -> anyhow::Result<Answer> {
        self.caller.post_keyed("/api/v1/tickets", Some(body), key).await
    }
}

/// An officer at a counter.
#[derive(Debug, Clone)]
pub struct Desk {
    caller: Caller,
    counter: u16,
    token: String,
}

impl Desk {
    /// An officer who speaks as `caller`, at this counter.
    #[must_use]
    pub fn new(caller: Caller, counter: u16, token: &str) -> Self {
        Self { caller, counter, token: token.to_owned() }
    }

    /// The same officer at another counter.
    #[must_use]
    pub fn at(&self, counter: u16) -> Self {
        Self { counter, ..self.clone() }
    }

    /// The counter's number.
    #[must_use]
    pub fn counter(&self) -> u16 {
        self.counter
    }

    /// The officer's token.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// How this officer calls the API.
    #[must_use]
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// Does a verb, `next` or `pause`, and hands out whatever the office answers.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn ask(&self, verb: &str) -> anyhow::Result<Answer> {
        self.caller.post(&format!("/api/v1/counters/{}/{verb}", self.counter)).await
    }

    /// The same, under an idempotency key.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn ask_once(&self, verb: &str, key: &str) -> anyhow::Result<Answer> {
        self.caller.post_keyed(&format!("/api/v1/counters/{}/{verb}", self.counter), None, key).await
    }

    /// Opens the counter, which claims it.
    ///
    /// # Errors
    /// When the office refuses.
    pub async fn open(&self) -> anyhow::Result<()> {
        self.ask("open").await?.expect_status(200).map(drop)
    }

    /// Goes away for a while.
    ///
    /// # Errors
    /// When the office refuses.
    pub async fn pause(&self) -> anyhow::Result<()> {
        self.ask("pause").await?.expect_status(200).map(drop)
    }

    /// Goes home, whoever waits.
    ///
    /// # Errors
    /// When the office refuses.
    pub async fn close(&self) -> anyhow::Result<()> {
        let path = format!("/api/v1/counters/{}/close", self.counter);
        self.caller.post_json(&path, &json!({"leave_waiting": true})).await?.expect_status(200).map(drop)
    }

    /// Ends the visit and calls the next ticket; none when nobody waits.
    ///
    /// # Errors
    /// When the office refuses.
    pub async fn next(&self) -> anyhow::Result<Option<Ticket>> {
        let answer = self.ask("next").await?;
        if answer.status == 204 {
            ensure!(answer.body.is_empty(), "{}: 204 with a body", answer.request);
            return Ok(None);
        }
        answer.expect_status(200)?.json().map(Some)
    }

    /// Calls the ticket again.
    ///
    /// # Errors
    /// When the office refuses.
    pub async fn recall(&self) -> anyhow::Result<Ticket> {
        self.ask("recall").await?.expect_status(200)?.json()
    }

    /// The citizen has come.
    ///
    /// # Errors
    /// When the office refuses.
    pub async fn start(&self) -> anyhow::Result<Ticket> {
        self.ask("start").await?.expect_status(200)?.json()
    }

    /// The visit is over.
    ///
    /// # Errors
    /// When the office refuses.
    pub async fn finish(&self) -> anyhow::Result<Ticket> {
        self.ask("finish").await?.expect_status(200)?.json()
    }

    /// Does a verb with a body, and hands out whatever the office answers.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn ask_with(&self, verb: &str, body: &Value) -> anyhow::Result<Answer> {
        self.caller.post_json(&format!("/api/v1/counters/{}/{verb}", self.counter), body).await
    }

    /// The citizen fetches what is missing.
    ///
    /// # Errors
    /// When the office refuses.
    pub async fn park(&self) -> anyhow::Result<Ticket> {
        self.ask("park").await?.expect_status(200)?.json()
    }

    /// Somebody who was away is back.
    ///
    /// # Errors
    /// When the office refuses.
    pub async fn let_back(&self, ticket: u64) -> anyhow::Result<Ticket> {
        self.caller.post(&format!("/api/v1/tickets/{ticket}/return")).await?.expect_status(200)?.json()
    }

    /// The citizen has not come.
    ///
    /// # Errors
    /// When the office refuses.
    pub async fn no_show(&self) -> anyhow::Result<Ticket> {
        self.ask("no-show").await?.expect_status(200)?.json()
    }
}
