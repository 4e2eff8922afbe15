//! An appointment as people use it: booked on a phone, kept at the kiosk, seen at the desk.

use std::time::Duration;

use anyhow::{Context, Result};
use moi_tests::{Browser, Office, Page, Role};
use serde_json::{Value, json};

use crate::SOON;
use crate::appointments::{all_day, office};

/// A page is loaded, drawn and live within this, in a debug build beside a busy browser.
const LOADED: Duration = Duration::from_secs(20);

async fn state(page: &Page, state: &str) -> Result<()> {
    page.wait_for(state, &format!("return document.querySelector('[data-state={state}]') !== null"), LOADED).await?;
    Ok(())
}

/// An appointment so far ahead that no citizen who looks a moment later finds its time too near.
async fn booked(office: &Office) -> Result<Value> {
    let staff = office.bearer(&office.token(Role::Receptionist, "reception").await?)?;
    let now = office.here()?.get("/api/v1/office").await?.value()?;
    let day = now["now"].as_str().and_then(|now| now.get(..10)).context("a day")?;
    let slots = staff.get(&format!("/api/v1/appointments/slots?service=D&day={day}")).await?.value()?;
    let wish = json!({"service": "D", "day": day, "time": slots["slots"][3]["time"]});
    staff.post_json("/api/v1/appointments", &wish).await?.expect_status(201)?.value()
}

async fn type_code(kiosk: &Page, code: &str) -> Result<()> {
    for digit in code.chars() {
        kiosk.touch(&format!("[data-action=digit][data-digit='{digit}']")).await?;
        // Two taps on one key that are quicker than this are a trembling finger's.
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    kiosk.touch("[data-action=check-in]").await
}

#[tokio::test]
async fn a_citizen_books_on_the_phone_and_keeps_the_appointment_by_its_code_at_the_kiosk() -> Result<()> {
    let office = office(&[]).await?;
    let officer = office.desk(4, "Nông Thị Hà").await?;
    officer.open().await?;
    let browser = Browser::start().await?;
    let phone = browser.open("book", &format!("{}/book", office.base()), 360, 640).await?;
    state(&phone, "day").await?;
    phone.wait_for("days", "return document.querySelector('[data-day]') !== null", LOADED).await?;
    phone.picture("day").await?;
    phone.touch("[data-day]").await?;
    phone.wait_for("times", "return document.querySelector('[data-time]') !== null", LOADED).await?;
    phone.picture("time").await?;
    phone.touch("[data-time]:nth-of-type(3)").await?;
    state(&phone, "check").await?;
    phone.picture("check").await?;
    phone.touch("[data-action=book]").await?;
    state(&phone, "booked").await?;
    phone.picture("booked").await?;
    let code = phone.run("return document.querySelector('[data-field=code]').textContent", vec![]).await?;
    let code: String = code.as_str().context("a code")?.split_whitespace().collect();
    phone.no_faults().await?;

    let desk = browser.open("appointment-desk", &format!("{}/sign-in", office.base()), 1366, 768).await?;
    let script = "const body = JSON.stringify({token: arguments[0]});
        fetch('/api/v1/sessions', {method: 'POST', headers: {'content-type': 'application/json'}, body})
            .then(() => { window.moiSignedIn = true; });";
    desk.run(script, vec![json!(officer.token())]).await?;
    desk.wait_for("session", "return window.moiSignedIn === true", LOADED).await?;
    desk.goto(&format!("{}/desk/4", office.base())).await?;
    desk.wait_for_text("Hẹn chưa đến", LOADED).await?;
    desk.picture("expected").await?;

    let kiosk = browser.open("appointment-kiosk", &format!("{}/kiosk", office.base()), 1080, 1920).await?;
    state(&kiosk, "start").await?;
    kiosk.picture("start").await?;
    kiosk.touch("[data-action=have-appointment]").await?;
    state(&kiosk, "appointment").await?;
    type_code(&kiosk, "000000").await?;
    kiosk.wait_for_text("Không tìm thấy lịch hẹn", SOON).await?;
    kiosk.picture("unknown").await?;
    type_code(&kiosk, &code).await?;
    kiosk.wait_for("a number", "return document.querySelector('[data-field=number]') !== null", LOADED).await?;
    kiosk.wait_for_text("Hẹn lúc", SOON).await?;
    kiosk.picture("ticket").await?;
    kiosk.no_faults().await?;

    desk.wait_for("the queue", "return document.querySelector('[data-ticket=D001]') !== null", SOON).await?;
    desk.wait_for_text("Hẹn ", SOON).await?;
    desk.picture("queue").await?;
    desk.no_faults().await?;
    let address = phone.url().await?;
    phone.goto(&address).await?;
    phone.wait_for_text("Bạn đã lấy số D001", LOADED).await?;
    phone.picture("kept").await?;
    browser.close().await?;
    office.close().await
}

/// A scanner is a keyboard that types quickly and ends with Enter.
#[tokio::test]
async fn a_code_before_the_scanner_needs_no_touch() -> Result<()> {
    let office = office(&[]).await?;
    let booked = booked(&office).await?;
    let browser = Browser::start().await?;
    let kiosk = browser.open("appointment-scan", &format!("{}/kiosk", office.base()), 1280, 800).await?;
    state(&kiosk, "start").await?;
    kiosk.picture("start").await?;
    // Signs of an address that a keypad has for keys of its own.
    let scan = "for (const key of [...arguments[0], 'Enter'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));";
    kiosk.run(scan, vec![json!("http://127.0.0.1/a/0123-5678-abcdef?lang=en")]).await?;
    kiosk.wait_for_text("Không tìm thấy lịch hẹn", SOON).await?;
    kiosk.run(scan, vec![booked["url"].clone()]).await?;
    kiosk.wait_for("a number", "return document.querySelector('[data-field=number]') !== null", LOADED).await?;
    kiosk.picture("ticket").await?;
    kiosk.touch("[data-action=done]").await?;
    state(&kiosk, "start").await?;
    kiosk.touch("[data-action=have-appointment]").await?;
    state(&kiosk, "appointment").await?;
    kiosk.picture("pad").await?;
    kiosk.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn an_appointment_is_given_back_on_the_phone_and_a_full_time_says_so() -> Result<()> {
    let config = all_day(&[]).await?.replacen("appointments_per_slot = 2", "appointments_per_slot = 1", 1);
    let office = Office::builder().config(&config).start().await?;
    let booked = booked(&office).await?;
    let browser = Browser::start().await?;
    let address = format!("{}/a/{}?lang=en", office.base(), booked["token"].as_str().context("a token")?);
    let phone = browser.open("appointment", &address, 390, 844).await?;
    state(&phone, "booked").await?;
    phone.picture("booked").await?;
    let booking = browser.open("book-full", &format!("{}/book?lang=en", office.base()), 390, 844).await?;
    booking.wait_for("days", "return document.querySelector('[data-day]') !== null", LOADED).await?;
    booking.touch("[data-day]").await?;
    booking.wait_for("times", "return document.querySelector('[data-time]') !== null", LOADED).await?;
    booking.wait_for_text("full", SOON).await?;
    booking.picture("times").await?;
    phone.run("document.querySelector('[data-action=ask-cancel]').scrollIntoView()", vec![]).await?;
    phone.touch("[data-action=ask-cancel]").await?;
    phone.wait_for_text("Its place will go to somebody else", SOON).await?;
    phone.run("document.querySelector('[data-action=cancel]').scrollIntoView()", vec![]).await?;
    phone.picture("sure").await?;
    phone.touch("[data-action=cancel]").await?;
    state(&phone, "cancelled").await?;
    phone.picture("cancelled").await?;
    let nothing = format!("{}/a/0000000000000000", office.base());
    phone.goto(&nothing).await?;
    state(&phone, "unknown").await?;
    booking.no_faults().await?;
    browser.close().await?;
    office.close().await
}
