//! The entrance: a crowd at opening, fewer at noon, and now and then somebody who changes their mind.

use std::time::Duration;

use serde_json::json;

use super::client::Client;
use super::{Chance, DAY_MINUTES, Day};

/// Citizens a minute in each hour of the day, in hundredths: the crowd at opening, the lull at noon.
const PER_MINUTE: [u64; 8] = [130, 90, 70, 50, 20, 60, 70, 40];

/// Takes tickets until the day is over; the secrets of all of them.
pub(super) async fn come(day: &Day, client: &Client, mut chance: Chance) -> Vec<String> {
    let mut taken = Vec::new();
    for minute in 0..DAY_MINUTES {
        let rate = PER_MINUTE[(minute / 60) as usize % PER_MINUTE.len()];
        let arrivals = rate / 100 + u64::from(chance.percent(rate % 100));
        for _ in 0..arrivals {
            if day.is_over() {
                return taken;
            }
            taken.extend(take(day, client, &mut chance).await);
        }
        if day.live(Duration::from_mins(1)).await.is_none() {
            return taken;
        }
    }
    taken
}

/// Gives back what still waits; how many that were.
pub(super) async fn leave(client: &Client, taken: &[String]) -> u32 {
    let mut given_back = 0;
    for token in taken {
        if client.still_waits(token).await && client.give_back(token).await {
            given_back += 1;
        }
    }
    given_back
}

async fn take(day: &Day, client: &Client, chance: &mut Chance) -> Option<String> {
    let service = chance.one_of(&day.office.services)?;
    let mut wish = json!({"service": service.code});
    if chance.percent(12)
        && let Some(class) = chance.one_of(&day.office.priorities)
    {
        wish["priority"] = json!(class.id);
    }
    if chance.percent(8)
        && let Some(language) = day.office.languages.last()
    {
        wish["language"] = json!(language);
    }
    let (201, ticket) = client.post("/tickets", &wish).await? else { return None };
    let token = ticket["token"].as_str()?;
    if chance.percent(4) {
        client.give_back(token).await;
    }
    Some(token.to_owned())
}
