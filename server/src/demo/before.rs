//! A look at the office before a demo acts there: real citizens' numbers and officers' counters are left in peace.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::client::Client;

/// What the office does today.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Before {
    /// Numbers that were given.
    numbers: u64,
    /// Counters that somebody holds.
    pub(super) open: Vec<u16>,
}

impl Before {
    pub(super) async fn look(client: &Client) -> Result<Self> {
        Self::of(&client.get("/services").await?, &client.get("/counters").await?)
    }

    /// A field that is missing is an error: whoever can't see that an office is in use must not play there.
    fn of(services: &Value, counters: &Value) -> Result<Self> {
        let services = services["services"].as_array().context("the office told no services")?;
        let taken = services.iter().map(|service| service["taken"].as_u64());
        let numbers = taken.sum::<Option<u64>>().context("the office doesn't tell how many numbers it gave today")?;
        let mut open = Vec::new();
        for counter in counters["counters"].as_array().context("the office told no counters")? {
            if counter["state"] != "closed" {
                let number = counter["counter"].as_u64().and_then(|number| u16::try_from(number).ok());
                open.push(number.context("the office told a counter without its number")?);
            }
        }
        Ok(Self { numbers, open })
    }

    /// Refuses where people work.
    pub(super) fn refuse_in_use(&self, url: &str) -> Result<()> {
        if self.numbers == 0 && self.open.is_empty() {
            return Ok(());
        }
        let open: Vec<String> = self.open.iter().map(u16::to_string).collect();
        let open = if open.is_empty() { "none".to_owned() } else { open.join(", ") };
        bail!(
            "the office at {url} is in use (numbers given today: {}, open counters: {open}), so the demo does nothing \
             there; `moi demo --office` plays in an office of its own, --anyway plays at this one all the same",
            self.numbers
        );
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn before(taken: [u64; 2], states: [&str; 2]) -> Before {
        let services = json!({"services": [{"code": "A", "taken": taken[0]}, {"code": "C", "taken": taken[1]}]});
        let counters = json!({"counters": [{"counter": 1, "state": states[0]}, {"counter": 4, "state": states[1]}]});
        Before::of(&services, &counters).expect("an office")
    }

    #[test]
    fn an_office_is_in_use_once_a_number_is_given_or_a_counter_is_held() {
        let refusal = |before: Before| before.refuse_in_use("http://a").err().map(|error| error.to_string());
        assert_eq!(refusal(before([0, 0], ["closed", "closed"])), None);
        for (taken, states, words) in [
            ([0, 2], ["closed", "closed"], "(numbers given today: 2, open counters: none)"),
            ([0, 0], ["open", "closed"], "(numbers given today: 0, open counters: 1)"),
            ([0, 0], ["closed", "paused"], "(numbers given today: 0, open counters: 4)"),
            ([3, 4], ["calling", "serving"], "(numbers given today: 7, open counters: 1, 4)"),
        ] {
            let refusal = refusal(before(taken, states)).expect("it is in use");
            assert!(refusal.contains(words) && refusal.contains("--office"), "{refusal}");
        }
    }

    #[test]
    fn an_office_that_tells_no_numbers_is_not_played_at() {
        let counters = json!({"counters": []});
        assert!(Before::of(&json!({"services": [{"code": "A"}]}), &counters).is_err());
        assert!(Before::of(&json!({}), &counters).is_err());
    }
}
