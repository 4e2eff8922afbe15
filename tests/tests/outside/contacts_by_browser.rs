//! A phone number from the citizen's thumb to the officer's eye.

use std::time::Duration;

use anyhow::Result;
use moi_tests::{Browser, Office, Page};
use serde_json::json;

use crate::SOON;

/// A page is loaded, drawn and live within this, in a debug build beside a busy browser.
const LOADED: Duration = Duration::from_secs(20);

const FIELD: &str = "return document.activeElement?.id === 'contact-phone' && document.activeElement.value";

/// Whether something on the page has the focus.
fn focus_on(action: &str) -> String {
    format!("return document.activeElement?.dataset.action === '{action}'")
}

async fn sign_in(page: &Page, token: &str) -> Result<()> {
    let script = "const body = JSON.stringify({token: arguments[0]});
        fetch('/api/v1/sessions', {method: 'POST', headers: {'content-type': 'application/json'}, body})
            .then(() => { window.moiSignedIn = true; });";
    page.run(script, vec![json!(token)]).await?;
    page.wait_for("session", "return window.moiSignedIn === true", LOADED).await.map(drop)
}

#[tokio::test]
async fn a_number_typed_on_the_phone_is_shown_at_the_desk_by_one_key() -> Result<()> {
    let office = Office::start().await?;
    let (first, second) = (office.kiosk()?.take_ticket("A").await?, office.kiosk()?.take_ticket("A").await?);
    let officer = office.desk(1, "Nông Thị Hà").await?;
    officer.open().await?;
    let browser = Browser::start().await?;
    let phone = browser.open("contact-phone", &format!("{}/t/{}", office.base(), first.token), 390, 844).await?;
    phone.touch("[data-action=contact-open]").await?;
    phone.wait_for("the field has the focus", &format!("{FIELD} === ''"), SOON).await?;
    phone.type_text("0973 518").await?;
    phone.press("Enter").await?;
    phone.wait_for_text("Số này không gọi được", SOON).await?;
    // A change in the hall, and then the call itself, take nothing away from whoever types.
    for _ in 0..5 {
        office.kiosk()?.take_ticket("A").await?;
    }
    phone.type_text(" 26").await?;
    phone.picture("typing").await?;
    officer.next().await?;
    phone.wait_for("the call", "return document.querySelector('[data-state=called]') !== null", SOON).await?;
    phone.wait_for("what was typed", &format!("{FIELD} === '0973 518 26'"), SOON).await?;
    phone.picture("typing-called").await?;
    phone.type_text("4").await?;
    phone.press("Enter").await?;
    phone.wait_for("the form is gone", "return document.querySelector('[data-form=contact]') === null", SOON).await?;

    let desk = browser.open("contact-desk", &format!("{}/sign-in", office.base()), 1366, 768).await?;
    sign_in(&desk, officer.token()).await?;
    desk.goto(&format!("{}/desk/1", office.base())).await?;
    desk.wait_for_text("A001 có để lại số điện thoại", LOADED).await?;
    assert!(!desk.text().await?.contains("0973"), "nobody asked for it");
    desk.picture("hidden").await?;
    desk.press("+").await?;
    desk.wait_for_text("0973 518 264", SOON).await?;
    desk.picture("shown").await?;
    desk.press("+").await?;
    desk.wait_without_text("0973", SOON).await?;
    desk.press("+").await?;
    desk.wait_for_text("0973 518 264", SOON).await?;
    officer.no_show().await?;
    desk.wait_for("the visit is over", "return document.querySelector('[data-command=next]') !== null", SOON).await?;
    assert!(desk.text().await?.contains("0973 518 264"), "the one to ring is still the same");
    desk.picture("missed").await?;
    officer.next().await?;
    desk.wait_for_text(&second.number, SOON).await?;
    desk.wait_without_text("0973", SOON).await?;
    desk.no_faults().await?;
    phone.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_number_is_taken_back_on_the_phone_by_keyboard_alone() -> Result<()> {
    let office = Office::start().await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    let browser = Browser::start().await?;
    let address = format!("{}/t/{}?lang=en", office.base(), ticket.token);
    let phone = browser.open("contact-erased", &address, 390, 844).await?;
    phone.wait_for("offer", "return document.querySelector('[data-action=contact-open]') !== null", LOADED).await?;
    phone.picture("offer").await?;
    phone.run("document.querySelector('[data-action=contact-open]').focus()", vec![]).await?;
    phone.press("Enter").await?;
    phone.wait_for("the field has the focus", &format!("{FIELD} === ''"), SOON).await?;
    phone.type_text("0973518264").await?;
    phone.press("Enter").await?;
    phone.wait_for_text("the officer can ring 0973 518 264", SOON).await?;
    phone.wait_for("the way back has the focus", &focus_on("contact-take-back"), SOON).await?;
    phone.picture("left").await?;
    phone.goto(&address).await?;
    phone.wait_for_text("You left a phone number", LOADED).await?;
    assert!(!phone.text().await?.contains("0973"), "whoever finds the slip reads no phone number");
    phone.run("document.querySelector('[data-action=contact-take-back]').focus()", vec![]).await?;
    phone.press("Enter").await?;
    phone.wait_for("offered again", &focus_on("contact-open"), SOON).await?;
    let view = office.nobody()?.get(&format!("/api/v1/tickets/{}", ticket.token)).await?.value()?;
    assert_eq!(view["contact"], false);
    phone.no_faults().await?;
    browser.close().await?;
    office.close().await
}
