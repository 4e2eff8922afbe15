//! The business day is the office's own, and a field: nothing is moved or deleted at midnight.
//!
//! The machine's clock stays as it is. Two time zones that are 25 hours apart never have the same date: an office that
//! starts with the other zone has crossed a midnight, or had its clock set back.

use anyhow::{Context, Result};
use moi_tests::live::Topic;
use moi_tests::{Browser, Office, OfficeBuilder};
use serde_json::json;

use crate::{SHIPPED, SOON};

fn set_up(zone: &str) -> String {
    SHIPPED.replacen("time_zone = \"Asia/Ho_Chi_Minh\"", &format!("time_zone = \"{zone}\""), 1)
}

/// Where it is still yesterday.
const LATE: &str = "Pacific/Midway";
/// Where it is tomorrow already.
const EARLY: &str = "Pacific/Kiritimati";

async fn office_in(zone: &str) -> Result<Office> {
    OfficeBuilder::default().config(&set_up(zone)).start().await
}

/// The daily reset moved rows and broke (novosga/novosga #339, #202); tickets were corrupted after five in the
/// afternoon by a day of UTC (bcgov/queue-management PR #626); "do not clear overnight" (PR #969).
#[tokio::test]
async fn a_new_business_day_begins_at_one_and_yesterdays_waiting_tickets_are_over() -> Result<()> {
    let mut office = office_in(LATE).await?;
    let (first, second) = (office.kiosk()?.take_ticket("A").await?, office.kiosk()?.take_ticket("A").await?);
    let desk = office.desk(1, "Nông Thị Hà").await?;
    desk.next().await?;
    desk.start().await?;

    office.set_config(&set_up(EARLY))?;
    office.restart().await?;
    let today = office.kiosk()?.take_ticket("A").await?;
    assert_eq!((today.number.as_str(), today.ahead), ("A001", 0));
    assert_ne!((today.id, &today.token), (first.id, &first.token));
    let citizen = office.nobody()?;
    let address = format!("/api/v1/tickets/{}", second.token);
    let over = citizen.get(&address).await?.expect_problem(410, "ticket-expired")?;
    anyhow::ensure!(over.detail.contains("A002"), "{}", over.detail);
    citizen.get("/api/v1/tickets/abcDEF0123-_xyzw").await?.expect_problem(404, "unknown-ticket")?;
    let browser = Browser::start().await?;
    let page = browser.open("phone", &format!("{}/t/{}?lang=en", office.base(), second.token), 390, 844).await?;
    page.wait_for_text("The number has expired", SOON).await?;
    page.wait_for_text("Number A002 was for", SOON).await?;
    // Who sits at the desk over midnight is served to the end.
    let finished = desk.finish().await.context("a visit over midnight")?;
    assert_eq!((finished.id, finished.status.as_str()), (first.id, "finished"));
    office.close().await
}

/// A machine's clock that is not plausible is the officers' business: no citizen's screen or phone speaks of it.
#[tokio::test]
async fn officers_see_how_the_clock_is_and_citizens_do_not() -> Result<()> {
    let mut office = office_in(LATE).await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    // Another business day in one step, as after a week's rest, is nothing to warn of.
    office.set_config(&set_up(EARLY))?;
    office.restart().await?;
    let health = office.nobody()?.get("/api/v1/health").await?.value()?;
    assert_eq!(health["wrong"], json!([]));
    let desk = office.desk(1, "Nông Thị Hà").await?;
    let mut view = Topic::at(office.live("/live/desks/1")?.with_token(desk.token()));
    assert_eq!(view.next(SOON).await?["clock"], json!({"state": "right"}));
    let next = office.kiosk()?.take_ticket("A").await?;
    assert_ne!(ticket.token, next.token);
    for path in ["/live/wall", "/live/kiosk", &format!("/live/tickets/{}", next.token)] {
        let mut view = Topic::at(office.live(path)?);
        assert_eq!(view.next(SOON).await?.get("clock"), None, "{path}");
    }
    office.close().await
}

/// Numbering restarted when earlier ones closed (marley #913); here a clock that was set back gives no number twice.
#[tokio::test]
async fn a_clock_set_back_by_a_day_gives_no_number_twice() -> Result<()> {
    let mut office = office_in(EARLY).await?;
    let first = office.kiosk()?.take_ticket("A").await?;
    office.set_config(&set_up(LATE))?;
    office.restart().await?;
    let second = office.kiosk()?.take_ticket("A").await?;
    assert_eq!((first.number.as_str(), second.number.as_str()), ("A001", "A002"));
    let view = office.nobody()?.get(&format!("/api/v1/tickets/{}", first.token)).await?.value()?;
    assert_eq!(view["status"], json!("waiting"));
    let desk = office.desk(1, "Nông Thị Hà").await?;
    assert_eq!(desk.next().await?.map(|ticket| ticket.id), Some(first.id), "the order is the same");
    office.close().await
}
