//! The hall as people use it: fingers on the kiosk, a number pad at the desk, eyes on every screen.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use moi_tests::{Browser, Office, Page, Printer};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::SOON;

/// A page is loaded, drawn and live within this, in a debug build beside a busy browser.
pub const LOADED: Duration = Duration::from_secs(20);
/// What every screen promises for a call.
const SHOWN_WITHIN_MS: f64 = 1000.0;
/// Between two touches of one person.
const FINGER: Duration = Duration::from_millis(600);

/// Touches its way from the invitation to the question before the ticket.
async fn walk_to_ticket(kiosk: &Page, service: &str) -> Result<()> {
    kiosk.touch("[data-state=start] [data-action=take]").await?;
    sleep(FINGER).await;
    kiosk.touch(&format!("[data-state=service] [data-action=choose-service][data-service={service}]")).await?;
    sleep(FINGER).await;
    kiosk.touch("[data-state=documents] [data-action=take-number]").await?;
    sleep(FINGER).await;
    kiosk.wait_for("priority", "return document.querySelector('[data-state=priority]') !== null", SOON).await?;
    Ok(())
}

/// The button that asks for an ordinary ticket.
const ORDINARY: &str = "[data-state=priority] .big-button[data-action=choose-priority]";

/// The number and the address in the code, when the kiosk shows the ticket.
async fn ticket_on(kiosk: &Page) -> Result<(String, String)> {
    let script = "const shown = document.querySelector('[data-state=ticket], [data-state=printer-out]');
        return shown && [shown.dataset.number, shown.querySelector('[data-url]').dataset.url]";
    let shown = kiosk.wait_for("ticket", script, LOADED).await?;
    let part = |index: usize| shown[index].as_str().map(str::to_owned).context("number and address");
    Ok((part(0)?, part(1)?))
}

/// Signs in at the sign-in page with nothing but the number pad.
pub async fn sign_in_by_number_pad(desk: &Page, pin: &str, counter: &str) -> Result<()> {
    let field = |name: &str| format!("return document.activeElement?.dataset.field === '{name}'");
    desk.wait_for("officer field", &field("officer"), LOADED).await?;
    desk.wait_for("counters", "return document.querySelectorAll('[data-counter]').length > 0", SOON).await?;
    desk.press("1").await?;
    desk.wait_for("PIN field", &field("pin"), SOON).await?;
    // Who stops after four digits is told so, and loses no try.
    for digit in pin.chars().take(4) {
        desk.press(&digit.to_string()).await?;
    }
    desk.press("Enter").await?;
    desk.wait_for("hint", "return document.querySelector('[data-problem=short-pin]') !== null", SOON).await?;
    // The sixth digit leads on by itself: what is typed next is the counter, and `Enter` out of habit does no harm.
    for digit in pin.chars().skip(4) {
        desk.press(&digit.to_string()).await?;
    }
    desk.press("Enter").await?;
    let chosen = "return document.activeElement?.dataset.counter ?? null";
    desk.wait_for("focus on the counters", chosen, SOON).await?;
    desk.press(counter).await?;
    desk.picture("filled-in").await?;
    desk.press("Enter").await?;
    let there = format!(
        "return location.pathname === '/desk/{counter}' && document.querySelector('[data-key=Enter]') !== null"
    );
    desk.wait_for("desk", &there, LOADED).await?;
    Ok(())
}

/// Waits until the desk's `Enter` means this.
async fn enter_means(desk: &Page, command: &str) -> Result<()> {
    let script = format!("return document.querySelector('[data-key=Enter]')?.dataset.command === '{command}'");
    desk.wait_for(command, &script, SOON).await.map(drop)
}

/// Number and desk belong together on every screen (mrf345/FQM #307, #279); the panel must not miss a call
/// (novosga/novosga #530).
#[tokio::test]
async fn a_ticket_taken_by_touch_and_called_by_number_pad_is_on_every_screen_within_a_second() -> Result<()> {
    let printer = Printer::start().await?;
    let office = Office::builder().alone().printer(&printer.setting()).start().await?;
    let pin = office.pin("Nông Thị Hà").await?;
    let base = office.base();
    let browser = Browser::start().await?;

    let kiosk = browser.open("kiosk", &format!("{base}/kiosk"), 1080, 1920).await?;
    walk_to_ticket(&kiosk, "A").await?;
    kiosk.touch(ORDINARY).await?;
    let (number, url) = ticket_on(&kiosk).await?;
    assert_eq!(number, "A001");
    let slips = printer.wait_for_slips(1, LOADED).await?;
    assert_eq!(slips[0].codes(), std::slice::from_ref(&url), "the slip and the screen lead to the same page");
    kiosk.wait_for_text("Quầy cho việc này", SOON).await?;
    kiosk.picture("ticket").await?;
    let phone = browser.open("phone", &url, 390, 844).await?;
    phone.wait_for_text("quầy chưa mở", LOADED).await?;
    let state = phone.run("return document.querySelector('main').dataset.state", vec![]).await?;
    assert_eq!(state, "wait", "with no counter open nobody is called back to the hall");
    phone.picture("no-counter").await?;

    let desk = browser.open("desk", &format!("{base}/sign-in"), 1366, 768).await?;
    sign_in_by_number_pad(&desk, &pin, "1").await?;
    let wall = browser.open("wall", &format!("{base}/wall"), 1920, 1080).await?;
    let counter = browser.open("counter", &format!("{base}/counter/1"), 1280, 800).await?;
    wall.wait_for_text("Đang mở", LOADED).await?;
    counter.wait_for_text("Đang mở", LOADED).await?;
    phone.wait_for_text("Sắp đến lượt", LOADED).await?;
    phone.picture("next").await?;

    wall.watch_for("A001").await?;
    counter.watch_for("A001").await?;
    phone.watch_for("Mời bạn đến quầy").await?;
    enter_means(&desk, "next").await?;
    // A key that has no use now says why.
    desk.press("0").await?;
    let words = "return document.querySelector('.idle-key').textContent.includes('Phím 0')";
    desk.wait_for("words", words, SOON).await?;
    desk.picture("idle-key").await?;
    let pressed = desk.run("return Date.now()", vec![]).await?.as_f64().context("the time")?;
    desk.press("Enter").await?;
    for screen in [&wall, &counter, &phone] {
        let took = screen.shown_at(SOON).await? - pressed;
        assert!(took < SHOWN_WITHIN_MS, "a screen showed the call after {took} ms");
    }
    enter_means(&desk, "start").await?;
    for (page, name) in [(&desk, "calling"), (&wall, "calling"), (&counter, "calling"), (&phone, "called")] {
        page.picture(name).await?;
    }
    // The citizen comes, is served and goes.
    sleep(FINGER).await;
    desk.press("Enter").await?;
    counter.wait_for_text("Đang phục vụ", SOON).await?;
    // For half a second after each key the desk takes no other: a trembling finger does nothing twice.
    sleep(FINGER).await;
    desk.press("1").await?;
    phone.wait_for_text("Cảm ơn bạn", SOON).await?;
    phone.picture("done").await?;
    for page in [&kiosk, &desk, &wall, &counter, &phone] {
        page.no_faults().await?;
    }
    browser.close().await?;
    office.close().await
}

/// Double tap gave two numbers (MADO-queue #24).
#[tokio::test]
async fn a_double_tap_on_the_kiosk_gives_one_ticket() -> Result<()> {
    let office = Office::start().await?;
    let browser = Browser::start().await?;
    let kiosk = browser.open("kiosk-tapped", &format!("{}/kiosk", office.base()), 1280, 800).await?;
    walk_to_ticket(&kiosk, "C").await?;
    kiosk.touch_twice(ORDINARY).await?;
    assert_eq!(ticket_on(&kiosk).await?.0, "C001");
    sleep(FINGER).await;
    let services = office.here()?.get("/api/v1/services").await?.value()?;
    let waiting: u64 =
        services["services"].as_array().context("services")?.iter().filter_map(|s| s["waiting"].as_u64()).sum();
    assert_eq!(waiting, 1);
    kiosk.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// A traceback on the touch screen (mrf345/FQM #91): the citizen sees what to do, never an error.
#[tokio::test]
async fn without_paper_the_kiosk_shows_the_number_large_with_its_code_until_somebody_knows_it() -> Result<()> {
    let printer = Printer::start().await?;
    printer.set(moi_tests::Condition::OutOfPaper);
    let office = Office::builder().printer(&printer.setting()).start().await?;
    let browser = Browser::start().await?;
    let kiosk = browser.open("kiosk-no-paper", &format!("{}/kiosk", office.base()), 1080, 1920).await?;
    walk_to_ticket(&kiosk, "D").await?;
    kiosk.touch(ORDINARY).await?;
    let shown = "return document.querySelector('[data-state=printer-out]')?.dataset.number";
    assert_eq!(kiosk.wait_for("number without paper", shown, LOADED).await?, json!("D001"));
    kiosk.picture("printer-out").await?;
    kiosk.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// The pages that anybody may open, and each once in every language and theme: nothing is thrown, no policy broken.
#[tokio::test]
async fn every_page_opens_in_both_languages_and_all_themes_without_a_fault() -> Result<()> {
    let office = Office::start().await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    desk.next().await?;
    let browser = Browser::start().await?;
    let phone = format!("/t/{}", ticket.token);
    let pages = [
        ("start", "/", 1366, 768),
        ("kiosk", "/kiosk", 1280, 800),
        ("wall", "/wall", 1920, 1080),
        ("counter", "/counter/1", 1280, 800),
        ("phone", &phone, 390, 844),
        ("sign-in", "/sign-in", 1366, 768),
        ("api", "/api", 1366, 768),
    ];
    for (name, path, width, height) in pages {
        let page = browser.open(&format!("page-{name}"), &format!("{}{path}", office.base()), width, height).await?;
        for (language, theme) in [("vi", "light"), ("en", "dark"), ("en", "contrast")] {
            page.goto(&format!("{}{path}?lang={language}&theme={theme}", office.base())).await?;
            page.wait_for("words", "return document.body.innerText.trim().length > 10", LOADED).await?;
            sleep(Duration::from_millis(300)).await;
            page.picture(&format!("{language}-{theme}")).await?;
            page.no_faults().await?;
            let said = page.run("return document.documentElement.lang", vec![]).await?;
            ensure!(said == language || name == "api", "{name}: {said} instead of {language}");
            assert_eq!(unnamed(&page).await?, Value::Array(vec![]), "{name}: parts without a name");
        }
    }
    browser.close().await?;
    office.close().await
}

/// Buttons, links and pictures that say nothing to somebody who can't see them.
async fn unnamed(page: &Page) -> Result<Value> {
    let script = "const named = e => e.innerText?.trim() || e.getAttribute('aria-label') || e.title || e.alt
            || e.querySelector?.('[aria-label], title');
        return [...document.querySelectorAll('button, a[href], img, [role=img], input')]
            .filter(e => e.getBoundingClientRect().width > 0 && !named(e) && !e.labels?.length
                && !e.getAttribute('aria-labelledby'))
            .map(e => e.outerHTML.slice(0, 120))";
    page.run(script, vec![]).await
}
