//! A desk: calls, waits for the citizen, serves, and sometimes has a break.

use std::time::Duration;

use serde_json::{Value, json};

use super::client::Client;
use super::{Chance, Day};

/// Serves at one counter until its task is ended.
pub(super) async fn serve(day: Day, client: Client, counter: u16, mut chance: Chance) {
    let act = async |verb: &str, body: &Value| client.post(&format!("/counters/{counter}/{verb}"), body).await;
    let live = async |duration: Duration| tokio::time::sleep(day.life(duration)).await;
    live(chance.seconds(0, 120)).await;
    act("open", &json!({})).await;
    loop {
        if chance.percent(3) {
            act("pause", &json!({"minutes": 10})).await;
            live(chance.seconds(300, 700)).await;
            act("open", &json!({})).await;
        }
        let Some((200, ticket)) = act("next", &json!({})).await else {
            live(Duration::from_secs(30)).await;
            continue;
        };
        live(chance.seconds(10, 60)).await;
        if chance.percent(15) {
            act("recall", &json!({})).await;
            live(chance.seconds(20, 60)).await;
            if chance.percent(50) {
                act("no-show", &json!({})).await;
                continue;
            }
        }
        act("start", &json!({})).await;
        let usual = ticket["service"].as_str().and_then(|code| day.office.service(code));
        let usual = u64::from(usual.map_or(10, |service| service.usual_minutes)) * 60;
        live(chance.seconds(usual / 3, usual * 3 / 2)).await;
        if chance.percent(30) {
            act("finish", &json!({})).await;
            live(chance.seconds(20, 120)).await;
        }
    }
}
