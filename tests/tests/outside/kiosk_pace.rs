//! A child who keeps pressing uses up neither the paper nor the day's numbers, and costs nobody else their ticket.

use std::time::Duration;

use anyhow::Result;
use moi_tests::{Answer, Browser, Caller, Kiosk, Office, Page, Role};
use reqwest::Method;
use serde_json::json;

use crate::{SHIPPED, SOON};

/// The shipped set-up whose kiosks give so many tickets a minute.
fn paced(per_minute: u16) -> String {
    SHIPPED.replace("tickets_per_minute = 12", &format!("tickets_per_minute = {per_minute}"))
}

async fn shows(page: &Page, selector: &str, within: Duration) -> Result<()> {
    let script = format!("return document.querySelector('{selector}') !== null");
    page.wait_for(selector, &script, within).await.map(drop)
}

async fn press(caller: &Caller, key: &str) -> Result<Answer> {
    let wish = Some(("application/json", br#"{"service":"A"}"#.to_vec()));
    caller.send(Method::POST, "/api/v1/tickets", wish, &[("idempotency-key", key)]).await
}

#[tokio::test]
async fn a_child_who_presses_fifty_times_gets_a_minutes_tickets_and_the_staff_are_never_held_up() -> Result<()> {
    let office = Office::builder().config(&paced(6)).start().await?;
    let here = office.here()?;
    let side_door = Kiosk::new(office.bearer(&office.token(Role::Kiosk, "side door").await?)?);
    let reception = Kiosk::new(office.bearer(&office.token(Role::Receptionist, "reception").await?)?);
    let mut given = 0;
    for number in 0..50 {
        let answer = press(&here, &format!("tap-{number}")).await?;
        if answer.status == 201 {
            given += 1;
            continue;
        }
        answer.expect_problem(429, "kiosk-too-fast")?;
        let seconds: u64 = answer.header("retry-after").parse()?;
        assert!((1..=10).contains(&seconds), "one comes back every ten seconds: {seconds}");
    }
    assert!((6..=8).contains(&given), "{given} tickets");
    // The first one once more: its answer got lost.
    assert_eq!(press(&here, "tap-0").await?.expect_status(201)?.value()?["number"], json!("A001"));
    side_door.take_ticket("A").await?;
    for _ in 0..20 {
        reception.take_ticket("A").await?;
    }
    let turned_away = office.metrics().await?.turned_away("kiosk-tickets");
    assert!((turned_away - f64::from(50 - given)).abs() < 0.5, "{turned_away} counted");
    let told = here.get("/api/v1/office/state").await?.value()?;
    assert_eq!(told["doors"]["turned_away"]["kiosk-tickets"], json!(50 - given));
    office.close().await
}

#[tokio::test]
async fn the_kiosks_page_says_kindly_to_wait_counts_down_and_comes_back_by_itself() -> Result<()> {
    let office = Office::builder().config(&paced(10)).start().await?;
    let browser = Browser::start().await?;
    let page = browser.open("kiosk-rest", &format!("{}/kiosk?lang=en", office.base()), 1080, 1920).await?;
    shows(&page, "[data-state=start]", SOON).await?;
    let here = office.here()?;
    let mut number = 0;
    while press(&here, &format!("child-{number}")).await?.status == 201 {
        number += 1;
    }
    page.touch("[data-action=take]").await?;
    shows(&page, "[data-service=A]", SOON).await?;
    page.touch("[data-service=A]").await?;
    // Meanwhile the child goes on, until the citizen presses.
    for again in 0..3 {
        press(&here, &format!("again-{again}")).await?;
    }
    shows(&page, "[data-action=take-number]", SOON).await?;
    page.touch("[data-action=take-number]").await?;
    shows(&page, "[data-action=choose-priority]", SOON).await?;
    page.touch("[data-action=choose-priority]").await?;
    shows(&page, "[data-state=rest]", SOON).await?;
    page.wait_for_text("The staff can help at once", SOON).await?;
    page.wait_for_text("hoặc hỏi cán bộ", SOON).await?;
    // Six seconds at the most, and everything is as it was chosen.
    shows(&page, "[data-action=take-number]", Duration::from_secs(15)).await?;
    browser.close().await?;
    office.close().await
}
