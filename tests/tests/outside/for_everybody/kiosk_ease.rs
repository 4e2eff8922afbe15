//! Each visitor sees and hears the kiosk in their own way, and leaves nothing of it behind.

use std::time::Duration;

use anyhow::{Result, ensure};
use moi_tests::{Browser, Office, Page};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::SOON;

/// A page is loaded, drawn and live within this, in a debug build beside a busy browser.
const LOADED: Duration = Duration::from_secs(20);
/// Between two touches of one person.
const FINGER: Duration = Duration::from_millis(600);
/// Puts the page's steady clock forward.
const CLOCK: &str = "const now = performance.now.bind(performance);
    window.moiLater = 0;
    performance.now = () => now() + window.moiLater;";

/// How the kiosk looks now: low, large, and its theme.
const LOOKS: &str = "const { classList } = document.body;
    return [classList.contains('low'), classList.contains('large'), document.documentElement.dataset.theme]";

async fn kiosk(browser: &Browser, office: &Office, query: &str) -> Result<Page> {
    let url = format!("{}/kiosk{query}", office.base());
    let page = browser.open_after(CLOCK, "kiosk-ease", &url, (1080, 1920)).await?;
    page.keep_still().await?;
    page.wait_for("the last row", "return document.querySelectorAll('.ease button').length === 4", LOADED).await?;
    Ok(page)
}

async fn touch(page: &Page, selector: &str) -> Result<()> {
    page.touch(selector).await?;
    sleep(FINGER).await;
    Ok(())
}

async fn sees(page: &Page, selector: &str) -> Result<Value> {
    page.wait_for(selector, &format!("return document.querySelector({})?.outerHTML", json!(selector)), SOON).await
}

#[tokio::test]
async fn one_press_on_any_screen_lowers_enlarges_or_darkens_it_and_the_next_visitor_finds_it_as_it_was() -> Result<()> {
    let office = Office::start().await?;
    let browser = Browser::start().await?;
    let page = kiosk(&browser, &office, "").await?;
    assert_eq!(page.run(LOOKS, vec![]).await?, json!([false, false, "light"]));
    touch(&page, "[data-action=toggle-low]").await?;
    touch(&page, "[data-action=take]").await?;
    touch(&page, "[data-action=toggle-large]").await?;
    touch(&page, "[data-service=A]").await?;
    touch(&page, "[data-action=toggle-contrast]").await?;
    assert_eq!(page.run(LOOKS, vec![]).await?, json!([true, true, "contrast"]));
    sees(&page, "[data-action=toggle-contrast][aria-pressed=true]").await?;
    page.picture("low-large-contrast").await?;
    touch(&page, "[data-action=take-number]").await?;
    touch(&page, ".big-button[data-action=choose-priority]").await?;
    sees(&page, "[data-number=A001]").await?;
    page.picture("ticket").await?;
    touch(&page, "[data-action=done]").await?;
    sees(&page, "[data-state=start]").await?;
    assert_eq!(page.run(LOOKS, vec![]).await?, json!([false, false, "light"]), "nothing is left for the next visitor");
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_machine_that_stands_low_by_its_address_is_low_for_each_visitor_and_may_be_raised() -> Result<()> {
    let office = Office::start().await?;
    let browser = Browser::start().await?;
    let page = kiosk(&browser, &office, "?layout=low&theme=dark").await?;
    assert_eq!(page.run(LOOKS, vec![]).await?, json!([true, false, "dark"]));
    touch(&page, "[data-action=toggle-low]").await?;
    touch(&page, "[data-action=toggle-contrast]").await?;
    assert_eq!(page.run(LOOKS, vec![]).await?, json!([false, false, "contrast"]));
    page.run("window.moiLater += 61_000", vec![]).await?;
    sees(&page, "[data-state=time-out]").await?;
    page.picture("asks").await?;
    page.run("window.moiLater += 21_000", vec![]).await?;
    sees(&page, "[data-state=start]").await?;
    assert_eq!(page.run(LOOKS, vec![]).await?, json!([true, false, "dark"]), "as it was set up");
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn before_a_visit_ends_by_itself_the_kiosk_asks_for_20_seconds_and_keeps_what_was_chosen() -> Result<()> {
    let office = Office::start().await?;
    let browser = Browser::start().await?;
    let page = kiosk(&browser, &office, "").await?;
    touch(&page, "[data-action=toggle-large]").await?;
    touch(&page, "[data-action=take]").await?;
    touch(&page, "[data-service=C]").await?;
    touch(&page, "[data-action=add-service]").await?;
    touch(&page, "[data-service=H]").await?;
    touch(&page, "[data-action=go-on]").await?;
    let before = sees(&page, "[data-state=documents] .chosen").await?;
    page.run("window.moiLater += 60_000", vec![]).await?;
    sees(&page, "[data-state=time-out]").await?;
    let left = page.run("return Number(document.querySelector('.waits > .big').textContent)", vec![]).await?;
    ensure!(left.as_u64().is_some_and(|left| (18..=20).contains(&left)), "{left} seconds are left");
    page.picture("still-there").await?;
    // 15 seconds later there still is time.
    page.run("window.moiLater += 15_000", vec![]).await?;
    touch(&page, "[data-action=still-here]").await?;
    let after = sees(&page, "[data-state=documents] .chosen").await?;
    assert_eq!(words(&before), words(&after), "nothing is lost");
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// Markup without its marks of drawing.
fn words(markup: &Value) -> String {
    let text = markup.as_str().unwrap_or_default();
    text.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim()).collect::<Vec<_>>().join("|")
}
