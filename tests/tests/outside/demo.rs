//! A day to watch: it moves every screen, leaves real people alone, and the office as it was.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use moi_tests::Office;
use moi_tests::live::Topic;
use serde_json::Value;
use tokio::process::Command;
use tokio::time::timeout;

use crate::SOON;

/// A demo at speed 200 opens its counters and calls within this.
const LIVELY_WITHIN: Duration = Duration::from_secs(25);

async fn until_lively(wall: &mut Topic) -> Result<()> {
    let lively = |view: &Value| {
        let serving = view["counters"].as_array().is_some_and(|all| all.iter().any(|one| one["state"] == "serving"));
        serving && view["calls"].as_array().is_some_and(|calls| calls.len() >= 3)
    };
    wall.until(LIVELY_WITHIN, lively).await.map(drop)
}

async fn open_counters(office: &Office) -> Result<Vec<Value>> {
    let counters = office.nobody()?.get("/api/v1/counters").await?.value()?;
    let counters = counters["counters"].as_array().context("counters")?;
    Ok(counters.iter().filter(|one| one["state"] != "closed").map(|one| one["counter"].clone()).collect())
}

async fn sum(office: &Office, figure: &str) -> Result<u64> {
    let services = office.nobody()?.get("/api/v1/services").await?.value()?;
    let services = services["services"].as_array().context("services")?;
    Ok(services.iter().filter_map(|service| service[figure].as_u64()).sum())
}

/// Plays until the hall is lively, presses Ctrl-C, and hands out what the demo said.
async fn play_and_interrupt(office: &Office, more: &[&str]) -> Result<String> {
    let base = office.base();
    let mut wall = Topic::at(office.live("/live/wall")?);
    let demo = office.begin(&[&["demo", "--speed", "200", "--url", &base], more].concat())?;
    let process = demo.id().context("the demo was over at once")?.to_string();
    until_lively(&mut wall).await?;
    ensure!(Command::new("kill").args(["-INT", &process]).status().await?.success(), "kill -INT");
    let ended = timeout(SOON, demo.wait_with_output()).await.context("the demo doesn't end")??;
    ensure!(ended.status.success(), "{ended:?}");
    Ok(String::from_utf8(ended.stdout)?)
}

#[tokio::test]
async fn a_demo_day_moves_all_screens_and_leaves_no_open_counter_and_nobody_waiting() -> Result<()> {
    let office = Office::start().await?;
    let said = play_and_interrupt(&office, &[]).await?;
    for words in ["A sample day begins", "The sample day is over", "closed again: 1"] {
        ensure!(said.contains(words), "{words} is not in: {said}");
    }
    assert_eq!(open_counters(&office).await?, Vec::<Value>::new());
    assert_eq!(sum(&office, "waiting").await?, 0);
    ensure!(sum(&office, "taken").await? > 0);
    let tokens = office.run(&["token", "list"]).await?.stdout;
    ensure!(!tokens.contains("demo kiosk"), "{tokens}");
    office.close().await
}

/// A trial at the counter of a real office called real citizens in the officers' names.
#[tokio::test]
async fn a_demo_does_nothing_where_a_number_was_given_or_a_counter_is_open() -> Result<()> {
    for given in ["number", "counter"] {
        let office = Office::start().await?;
        if given == "number" {
            office.kiosk()?.take_ticket("A").await?;
        } else {
            let desk = office.desk(2, "Lương Văn Tú").await?;
            ensure!(office.run(&["token", "revoke", "--name", "Lương Văn Tú"]).await?.status.success());
            drop(desk);
        }
        let before = (open_counters(&office).await?, sum(&office, "taken").await?);
        let ended = office.run(&["demo", "--url", &office.base()]).await?;
        ensure!(!ended.status.success(), "{given}: {ended:?}");
        for words in ["is in use", "moi demo --office", "--anyway"] {
            ensure!(ended.stderr.contains(words), "{given}: {words} is not in: {}", ended.stderr);
        }
        assert_eq!((open_counters(&office).await?, sum(&office, "taken").await?), before, "{given}");
        ensure!(office.run(&["token", "list"]).await?.stdout.lines().count() <= 1, "{given}: it made tokens");
        office.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_demo_that_is_played_anyway_leaves_an_officers_counter_alone() -> Result<()> {
    let office = Office::start().await?;
    let desk = office.desk(2, "Lương Văn Tú").await?;
    ensure!(office.run(&["token", "revoke", "--name", "Lương Văn Tú"]).await?.status.success());
    let said = play_and_interrupt(&office, &["--anyway"]).await?;
    ensure!(said.contains("closed again: 1, 3"), "{said}");
    assert_eq!(open_counters(&office).await?, [Value::from(desk.counter())]);
    office.close().await
}
