//! The kiosk keeps to the office's hours and a day's tickets, and says when to come back.

use anyhow::Result;
use moi_tests::{Answer, Browser, Kiosk, Office, Page, Role};
use serde_json::{Value, json};

use crate::{SHIPPED, SOON, at_midday};

/// The shipped set-up with these hours on each day, and tickets only while it is open.
pub fn open_each_day(hours: &str) -> String {
    let line = |line: &str| match line.split_once(" = [") {
        Some((day, _)) if day.ends_with("day") => format!("{day} = [{hours}]"),
        _ => line.replace("tickets = \"always\"", "tickets = \"while-open\""),
    };
    SHIPPED.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// FQM#236, #239: a kiosk that could not be locked outside hours.
#[tokio::test]
async fn a_kiosk_gives_no_ticket_while_the_office_is_closed_and_the_staff_may() -> Result<()> {
    let mut office = Office::builder().config(&open_each_day("")).start().await?;
    let refused = office.kiosk()?.ask(&json!({"service": "A"})).await?;
    assert_eq!(facts(&refused)?["reopening"], "unknown", "it never opens");
    refused.expect_problem(409, "office-closed")?;
    let receptionist = office.token(Role::Receptionist, "Lê Thị Hoa").await?;
    assert_eq!(Kiosk::new(office.bearer(&receptionist)?).take_ticket("A").await?.number, "A001");
    office.set_config(&open_each_day("\"00:00-23:59\""))?;
    office.restart().await?;
    assert_eq!(office.kiosk()?.take_ticket("A").await?.number, "A002");
    office.close().await
}

#[tokio::test]
async fn a_service_gives_its_daily_quota_and_the_kiosk_says_that_there_are_no_more() -> Result<()> {
    let quota = SHIPPED.replacen("usual_minutes = 12", "usual_minutes = 12\ndaily_quota = 2", 1);
    let office = Office::builder().config(&quota).start().await?;
    let kiosk = office.kiosk()?;
    for number in ["A001", "A002"] {
        assert_eq!(kiosk.take_ticket("A").await?.number, number);
    }
    let refused = kiosk.ask(&json!({"service": "A"})).await?;
    let facts = facts(&refused)?;
    assert_eq!(
        (&facts["quota"], &facts["reopening"], facts["opens_on"].is_string()),
        (&json!(2), &json!("known"), true)
    );
    refused.expect_problem(409, "quota-used")?;
    let services = office.here()?.get("/api/v1/services").await?.value()?;
    assert_eq!((&services["services"][0]["taken"], &services["services"][1]["taken"]), (&json!(2), &json!(0)));

    let browser = Browser::start().await?;
    let page = browser.open("kiosk", &format!("{}/kiosk", office.base()), 1080, 1920).await?;
    shows(&page, "[data-state=start]").await?;
    page.touch("[data-action=take]").await?;
    shows(&page, "[data-service=A].full").await?;
    page.touch("[data-service=A]").await?;
    shows(&page, "[data-state=documents]").await?;
    page.touch("[data-action=take-number]").await?;
    shows(&page, "[data-state=priority]").await?;
    page.touch(".big-button[data-action=choose-priority]").await?;
    shows(&page, "[data-state=full]").await?;
    page.picture("kiosk-full").await?;
    page.touch("[data-action=done]").await?;
    shows(&page, "[data-state=start]").await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn the_kiosk_shows_that_the_office_is_closed_and_still_tells_the_documents() -> Result<()> {
    let office = Office::builder().config(&open_each_day("")).start().await?;
    let browser = Browser::start().await?;
    let page = browser.open("kiosk", &format!("{}/kiosk", office.base()), 1080, 1920).await?;
    shows(&page, "[data-state=closed]").await?;
    page.picture("kiosk-closed").await?;
    page.touch("[data-action=ask-documents]").await?;
    shows(&page, "[data-state=service]").await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// What a problem document says.
fn facts(refused: &Answer) -> Result<Value> {
    Ok(serde_json::from_slice(&refused.body)?)
}

async fn shows(page: &Page, selector: &str) -> Result<()> {
    page.wait_for(selector, &format!("return document.querySelector('{selector}') !== null"), SOON).await.map(drop)
}

/// The shipped set-up where it is between noon and one, with these hours each day and tickets at any time.
async fn at_noon(hours: &str) -> Result<String> {
    at_midday(&open_each_day(hours).replace("tickets = \"while-open\"", "tickets = \"always\"")).await
}

#[tokio::test]
async fn nobody_is_told_a_time_that_a_break_makes_wrong() -> Result<()> {
    let mut office = Office::builder().config(&at_noon("\"00:00-13:04\", \"14:30-23:00\"").await?).start().await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    let kiosk = office.kiosk()?;
    for _ in 0..5 {
        kiosk.take_ticket("A").await?;
    }
    let last = kiosk.take_ticket("A").await?;
    assert_eq!(last.forecast, None, "an hour of visits is ahead, and the break is nearer");
    let browser = Browser::start().await?;
    let page = browser.open("phone", &format!("{}/t/{}?lang=en", office.base(), last.token), 390, 844).await?;
    page.wait_for_text("Perhaps only after the break, from 14:30", SOON).await?;
    let services = office.here()?.get("/api/v1/services").await?.value()?;
    let first = &services["services"][0];
    assert_eq!((&first["forecast"], &first["after_break"]), (&Value::Null, &json!("14:30")));
    let entrance = browser.open("kiosk", &format!("{}/kiosk?lang=en", office.base()), 1080, 1920).await?;
    shows(&entrance, "[data-state=start]").await?;
    entrance.touch("[data-action=take]").await?;
    shows(&entrance, "[data-service=A]").await?;
    entrance.touch("[data-service=A]").await?;
    entrance.wait_for_text("14:30 after the break", SOON).await?;

    desk.ask_with("pause", &json!({"reason": "meeting", "leave_waiting": true})).await?.expect_status(200)?;
    office.set_config(&at_noon("\"00:00-23:59\"").await?)?;
    office.restart().await?;
    page.wait_for_text("Counter 1 pauses until", SOON).await?;
    page.wait_for_text("Meeting. Your number stays valid.", SOON).await?;
    office.close().await
}

#[tokio::test]
async fn towards_closing_the_kiosk_says_about_how_many_can_still_be_served() -> Result<()> {
    // Whatever the minute, the office closes in half an hour to an hour and a half.
    let evening = at_midday(&open_each_day("\"00:00-13:30\"")).await?;
    let office = Office::builder().config(&evening).start().await?;
    let services = office.here()?.get("/api/v1/services").await?.value()?;
    assert_eq!(services["services"][0]["room"], Value::Null, "no counter is open");
    let _desk = office.desk(1, "Nông Thị Hà").await?;
    let services = office.here()?.get("/api/v1/services").await?.value()?;
    let room = services["services"][0]["room"].as_u64().expect("visits take 12 minutes");
    assert!((2..=9).contains(&room), "{room}");
    let browser = Browser::start().await?;
    let page = browser.open("kiosk", &format!("{}/kiosk?lang=en", office.base()), 1080, 1920).await?;
    shows(&page, "[data-state=start]").await?;
    page.touch("[data-action=take]").await?;
    shows(&page, "[data-service=A]").await?;
    page.touch("[data-service=A]").await?;
    page.wait_for_text("Today we can still serve about", SOON).await?;
    page.picture("room").await?;
    office.close().await
}
