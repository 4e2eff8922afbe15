//! What a page says to who can't see it: its title, its language, what changes on it; and what it asks only once.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use moi_tests::{Browser, Office, Page};
use serde_json::json;
use tokio::time::sleep;

use crate::SOON;
use crate::appointments::all_day;

/// A page is loaded, drawn and live within this, in a debug build beside a busy browser.
const LOADED: Duration = Duration::from_secs(20);

async fn open(browser: &Browser, office: &Office, path: &str, there: &str) -> Result<Page> {
    let page = browser.open("spoken", &format!("{}{path}", office.base()), 390, 844).await?;
    page.keep_still().await?;
    page.wait_for(there, &format!("return document.querySelector({}) !== null", json!(there)), LOADED).await?;
    Ok(page)
}

async fn title(page: &Page) -> Result<String> {
    Ok(page.run("return document.title", vec![]).await?.as_str().context("a title")?.to_owned())
}

/// A title says where one is and how it stands, also in the list of a browser's windows.
#[tokio::test]
async fn titles_say_the_page_and_its_state() -> Result<()> {
    let office = Office::start().await?;
    let desk = office.desk(4, "Nông Thị Hà").await?;
    let ticket = office.kiosk()?.take_ticket("D").await?;
    let browser = Browser::start().await?;
    let kiosk = open(&browser, &office, "/kiosk?lang=en", "[data-state=start] .ease").await?;
    ensure!(title(&kiosk).await?.contains("Please take a ticket"), "{}", title(&kiosk).await?);
    kiosk.touch("[data-action=take]").await?;
    kiosk.wait_for("the next title", "return document.title.includes('What do you need?')", SOON).await?;
    let phone = open(&browser, &office, &format!("/t/{}?lang=en", ticket.token), "[data-state=soon]").await?;
    let waiting = title(&phone).await?;
    ensure!(waiting.contains("D001"), "{waiting}");
    desk.next().await?;
    let script = format!("return document.title.includes('D001') && document.title !== {}", json!(waiting));
    phone.wait_for("a title for the call", &script, SOON).await?;
    let titles = [("/", "[data-waiting]"), ("/book", "main"), ("/sign-in", "[data-counter]"), ("/wall", "main")];
    let mut all = vec![waiting, title(&kiosk).await?];
    for (path, there) in titles {
        let page = open(&browser, &office, path, there).await?;
        page.wait_for("a title", "return document.title !== 'Moi' && document.title !== ''", SOON).await?;
        all.push(title(&page).await?);
    }
    let different: std::collections::BTreeSet<&String> = all.iter().collect();
    assert_eq!(different.len(), all.len(), "{all:?}");
    browser.close().await?;
    office.close().await
}

/// The call on the phone is spoken at once, whatever the reader is at.
#[tokio::test]
async fn the_phone_page_says_a_call_to_a_screen_reader_at_once() -> Result<()> {
    let office = Office::start().await?;
    let desk = office.desk(4, "Nông Thị Hà").await?;
    let ticket = office.kiosk()?.take_ticket("D").await?;
    let browser = Browser::start().await?;
    let phone = open(&browser, &office, &format!("/t/{}?lang=en", ticket.token), "[data-state=soon]").await?;
    let said = "const one = document.querySelector('[aria-live=polite]'); return one?.textContent.includes('D001')";
    phone.wait_for("how it stands", said, SOON).await?;
    desk.next().await?;
    let called = "const one = document.querySelector('[aria-live=assertive]');
        return one?.textContent.includes('D001') && one.textContent.includes('4')";
    phone.wait_for("the call", called, SOON).await?;
    browser.close().await?;
    office.close().await
}

/// Every mistake in a form is said, and is tied to its field.
#[tokio::test]
async fn mistakes_in_forms_are_said_and_tied_to_their_field() -> Result<()> {
    let office = Office::start().await?;
    let ticket = office.kiosk()?.take_ticket("D").await?;
    let browser = Browser::start().await?;
    let phone = open(&browser, &office, &format!("/t/{}", ticket.token), "[data-action=contact-open]").await?;
    phone.touch("[data-action=contact-open]").await?;
    phone.wait_for("the field", "return document.activeElement?.id === 'contact-phone'", SOON).await?;
    phone.type_text("12").await?;
    phone.press("Enter").await?;
    let tied = "const field = document.querySelector('#contact-phone');
        const words = (field.getAttribute('aria-describedby') ?? '').split(' ')
            .map(id => document.getElementById(id)).find(one => one?.getAttribute('role') === 'alert');
        return field.getAttribute('aria-invalid') === 'true' && words?.textContent.trim().length > 5";
    phone.wait_for("words at the field", tied, SOON).await?;
    let signing = open(&browser, &office, "/sign-in", "[data-counter]").await?;
    signing.press("1").await?;
    signing.wait_for("the PIN", "return document.activeElement?.dataset.field === 'pin'", SOON).await?;
    signing.press("1").await?;
    signing.press("Enter").await?;
    let said =
        "return document.querySelector('[data-problem=short-pin]')?.closest('[role=alert], [aria-live]') !== null
        && document.querySelector('[data-problem=short-pin]') !== null";
    signing.wait_for("a hint that is said", said, SOON).await?;
    browser.close().await?;
    office.close().await
}

/// Signing in is no puzzle: a PIN may be pasted, and a password manager may fill it in (3.3.8).
#[tokio::test]
async fn a_pin_and_a_token_may_be_pasted() -> Result<()> {
    let office = Office::start().await?;
    let browser = Browser::start().await?;
    let paste = "const field = document.querySelector(arguments[0]);
        field.focus();
        const data = new DataTransfer();
        data.setData('text/plain', '123456');
        const event = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true});
        return [field.dispatchEvent(event), field.autocomplete]";
    for (path, field) in [("/sign-in", "[data-field=pin]"), ("/reception", "#token")] {
        let page = open(&browser, &office, path, field).await?;
        let pasted = page.run(paste, vec![json!(field)]).await?;
        ensure!(pasted[0] == json!(true), "{path} refuses what is pasted");
        sleep(Duration::from_millis(200)).await;
    }
    browser.close().await?;
    office.close().await
}

/// What was chosen once is not asked again on the way back (3.3.7).
#[tokio::test]
async fn booking_keeps_what_was_chosen_on_the_way_back() -> Result<()> {
    let office = Office::builder().config(&all_day(&[]).await?).start().await?;
    let browser = Browser::start().await?;
    let page = open(&browser, &office, "/book?lang=en", "[data-day]").await?;
    page.touch("[data-day]:not(:disabled)").await?;
    page.wait_for("times", "return document.querySelector('[data-time]:not(:disabled)') !== null", LOADED).await?;
    page.run("document.querySelectorAll('[data-time]:not(:disabled)')[5].click()", vec![]).await?;
    page.wait_for("the check", "return document.querySelector('[data-state=check]') !== null", SOON).await?;
    page.run("document.querySelector('[data-action=back]').click()", vec![]).await?;
    page.wait_for("times", "return document.querySelector('[data-state=time] .chosen') !== null", SOON).await?;
    page.run("document.querySelector('[data-action=back]').click()", vec![]).await?;
    page.wait_for(
        "days, the service still chosen",
        "return document.querySelector('[data-state=day] .chosen b')",
        SOON,
    )
    .await?;
    browser.close().await?;
    office.close().await
}
