//! A desk: calls, waits for the citizen, serves, sometimes has a break, and is left as it was found.

use std::time::Duration;

use serde_json::{Value, json};

use super::client::Client;
use super::{Chance, Day};

/// Before a desk that is not to be had, or has nobody to call, is tried again.
const LULL: Duration = Duration::from_secs(30);

/// A call and the desk's own hands can cross once; nobody else acts at a demo's counter.
const LEAVING_TRIES: u32 = 3;

/// What came of a desk's day.
#[derive(Debug, Default)]
pub(super) struct DeskDay {
    pub(super) served: u32,
    pub(super) no_show: u32,
    /// The counter, when the demo opened and closed it.
    pub(super) closed: Option<u16>,
}

/// An officer at a counter.
pub(super) struct Desk {
    day: Day,
    client: Client,
    counter: u16,
    chance: Chance,
    opened: bool,
    /// Somebody was called and has not come yet.
    calling: bool,
    done: DeskDay,
}

impl Desk {
    pub(super) fn new(day: Day, client: Client, counter: u16, chance: Chance) -> Self {
        Self { day, client, counter, chance, opened: false, calling: false, done: DeskDay::default() }
    }

    /// Serves until the day is over; then finishes and closes what it opened.
    pub(super) async fn serve(mut self) -> DeskDay {
        if self.live(0, 120).await.is_some() {
            while self.turn().await.is_some() {}
        }
        self.leave().await;
        self.done
    }

    /// From one call to the next; none when the day is over.
    async fn turn(&mut self) -> Option<()> {
        if self.opened && self.chance.percent(3) && self.act("pause", &json!({"minutes": 10})).await.is_some() {
            self.live(300, 700).await?;
            self.open().await;
        }
        if !self.opened {
            self.open().await;
        }
        let ticket = if self.opened { self.act("next", &json!({})).await } else { None };
        let Some(service) = ticket.as_ref().and_then(|ticket| ticket["service"].as_str()) else {
            return self.day.live(LULL).await;
        };
        self.calling = true;
        let usual = self.day.office.service(service).map_or(10, |service| service.usual_minutes);
        let usual = u64::from(usual) * 60;
        self.live(10, 60).await?;
        if self.chance.percent(15) {
            self.act("recall", &json!({})).await;
            self.live(20, 60).await?;
            if self.chance.percent(50) {
                self.done.no_show += u32::from(self.act("no-show", &json!({})).await.is_some());
                self.calling = false;
                return Some(());
            }
        }
        self.done.served += u32::from(self.act("start", &json!({})).await.is_some());
        self.calling = false;
        self.live(usual / 3, usual * 3 / 2).await?;
        if self.chance.percent(30) {
            self.act("finish", &json!({})).await;
            self.live(20, 120).await?;
        }
        Some(())
    }

    async fn open(&mut self) {
        self.opened |= self.act("open", &json!({})).await.is_some();
    }

    /// Finishes whom the counter has, and closes it. A counter that somebody else opened stays as it is.
    async fn leave(&mut self) {
        if !self.opened {
            return;
        }
        for _ in 0..LEAVING_TRIES {
            let finished = self.act("finish", &json!({})).await.is_some();
            self.done.served += u32::from(finished && self.calling);
            self.calling = false;
            if self.act("close", &json!({"leave_waiting": true})).await.is_some() {
                self.done.closed = Some(self.counter);
                return;
            }
        }
        tracing::warn!(counter = self.counter, "the demo's counter can't be closed; an administrator can, at its desk");
    }

    /// Does a verb at the counter; what the office said when it did it.
    async fn act(&self, verb: &str, body: &Value) -> Option<Value> {
        match self.client.post(&format!("/counters/{}/{verb}", self.counter), body).await {
            Some((200, answer)) => Some(answer),
            Some(_) | None => None,
        }
    }

    async fn live(&mut self, from: u64, to: u64) -> Option<()> {
        let duration = self.chance.seconds(from, to);
        self.day.live(duration).await
    }
}
