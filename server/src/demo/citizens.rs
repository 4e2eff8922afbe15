//! The entrance: a crowd at opening, fewer at noon, and now and then somebody who changes their mind.

use std::time::Duration;

use serde_json::json;

use super::client::Client;
use super::{Chance, DAY_MINUTES, Day};

/// Citizens a minute in each hour of the day, in hundredths: the crowd at opening, the lull at noon.
const PER_MINUTE: [u64; 8] = [130, 90, 70, 50, 20, 60, 70, 40];

/// Takes tickets until the day is over.
pub(super) async fn come(day: Day, client: Client, mut chance: Chance) {
    for minute in 0..DAY_MINUTES {
        let rate = PER_MINUTE[(minute / 60) as usize % PER_MINUTE.len()];
        let arrivals = rate / 100 + u64::from(chance.percent(rate % 100));
        for _ in 0..arrivals {
            take(&day, &client, &mut chance).await;
        }
        tokio::time::sleep(day.life(Duration::from_mins(1))).await;
    }
}

async fn take(day: &Day, client: &Client, chance: &mut Chance) {
    let Some(service) = chance.one_of(&day.office.services) else { return };
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
    let taken = client.post("/tickets", &wish).await;
    if let Some((201, ticket)) = taken
        && chance.percent(4)
        && let Some(token) = ticket["token"].as_str()
    {
        client.give_back(token).await;
    }
}
