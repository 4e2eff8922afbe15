//! The reception's page with the keyboard alone: numbers, papers, an outage.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use moi_tests::{Browser, Condition, Office, Page, Printer, Role};
use serde_json::json;
use tokio::time::sleep;

use crate::{SHIPPED, SOON};

/// A trembling hand gives one number: the keys are quiet for so long after one.
const QUIET: Duration = Duration::from_millis(500);

pub async fn reception(browser: &Browser, office: &Office, query: &str) -> Result<Page> {
    let token = office.token(Role::Receptionist, "reception").await?;
    let page = browser.open("reception", &format!("{}/reception{query}", office.base()), 1366, 768).await?;
    page.wait_for("door", "return document.querySelector('#token')?.focus() ?? document.querySelector('#token')", SOON)
        .await?;
    page.picture("door").await?;
    page.type_text(&token).await?;
    page.press("Enter").await?;
    page.wait_for("page", "return document.querySelector('main.reception [data-action=outage]') !== null", SOON)
        .await?;
    Ok(page)
}

pub async fn given(page: &Page, number: &str) -> Result<()> {
    page.wait_for(number, &format!("return document.querySelector('[data-given={number}]') !== null"), SOON).await?;
    sleep(QUIET).await;
    Ok(())
}

pub async fn chosen(page: &Page, service: &str) -> Result<()> {
    let script = format!("return document.querySelector('[data-service={service}][aria-pressed=true]') !== null");
    page.wait_for(service, &script, SOON).await.map(drop)
}

#[tokio::test]
async fn the_reception_gives_prints_again_and_takes_back_numbers_by_keyboard_alone() -> Result<()> {
    let printer = Printer::start().await?;
    let office = Office::builder().alone().printer(&printer.setting()).start().await?;
    let browser = Browser::start().await?;
    let page = reception(&browser, &office, "").await?;
    page.picture("empty").await?;

    page.press("a").await?;
    chosen(&page, "A").await?;
    page.picture("chosen").await?;
    page.press("Enter").await?;
    given(&page, "A001").await?;
    page.wait_for_text("Phiếu đã ra", SOON).await?;
    // The same letter twice is as good as Enter; a priority first, by its own key.
    page.press("+").await?;
    page.press("2").await?;
    chosen(&page, "C").await?;
    // One number for two files.
    page.touch("[data-cases='1']").await?;
    page.wait_for("files", "return document.querySelector('.cases output')?.textContent === '2'", SOON).await?;
    page.press("2").await?;
    given(&page, "C001").await?;
    let queue = office.nobody()?.get("/api/v1/services").await?.value()?;
    ensure!(queue["services"][1]["waiting"] == json!(1), "{queue}");
    for _ in 0..3 {
        office.kiosk()?.take_ticket("D").await?;
    }
    page.wait_for("people", "return document.querySelectorAll('[data-ticket]').length === 5", SOON).await?;
    ensure!(page.text().await?.contains("Ưu tiên, sớm"), "the list says why");
    page.picture("given").await?;

    let before = printer.slips().len();
    page.press("0").await?;
    printer.wait_for_slips(before + 1, Duration::from_secs(20)).await?;
    page.press("Backspace").await?;
    page.wait_for_text("Trả C001? Bấm lần nữa", SOON).await?;
    page.press("Backspace").await?;
    page.wait_for_text("Đã trả số C001", SOON).await?;
    page.wait_for("people", "return document.querySelectorAll('[data-ticket]').length === 4", SOON).await?;

    page.press("/").await?;
    page.type_text("3").await?;
    page.wait_for("found", "return document.querySelectorAll('[data-ticket]').length === 1", SOON).await?;
    page.touch("[data-ticket=D003] .person").await?;
    page.picture("deeds").await?;
    page.touch("[data-ticket=D003] [data-grant=elderly]").await?;
    page.wait_for_text("D003 đã được xếp ưu tiên", SOON).await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn with_a_dead_printer_the_page_says_what_to_do_and_takes_the_number_on_the_paper() -> Result<()> {
    let printer = Printer::start().await?;
    printer.set(Condition::OutOfPaper);
    let office = Office::builder().alone().printer(&printer.setting()).start().await?;
    let browser = Browser::start().await?;
    let page = reception(&browser, &office, "").await?;
    page.wait_for("advice", "return document.querySelector('[data-advice=printer]') !== null", Duration::from_secs(20))
        .await?;
    page.picture("printer-out").await?;
    page.touch("[data-action=offer-paper]").await?;
    page.touch("[data-service=A]").await?;
    let proposed = "return document.activeElement.id === 'paper-number' && document.activeElement.value";
    assert_eq!(page.wait_for("number", proposed, SOON).await?, json!("A950"));
    page.picture("paper").await?;
    page.press("Enter").await?;
    given(&page, "A950").await?;
    // The next paper is proposed; a wrong one is refused with words.
    page.press("1").await?;
    page.wait_for("next", "return document.querySelector('#paper-number').value === 'A951'", SOON).await?;
    page.type_text("950").await?;
    page.press("Enter").await?;
    page.wait_for_text("A950 đã có người dùng", SOON).await?;
    page.picture("paper-used").await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn the_last_number_of_an_outage_is_typed_and_those_before_it_wait() -> Result<()> {
    let office = Office::builder().alone().config(SHIPPED).start().await?;
    office.kiosk()?.take_ticket("A").await?;
    let browser = Browser::start().await?;
    let page = reception(&browser, &office, "?lang=en").await?;
    // The first one asks for appointments, which this office gives.
    page.press("*").await?;
    page.press("*").await?;
    page.wait_for("dialog", "return document.activeElement.id === 'outage-last'", SOON).await?;
    // By the pad alone: the second service, a last number with a wrong digit, and the service once more.
    page.press("2").await?;
    page.type_text("975").await?;
    page.press("Enter").await?;
    page.wait_for_text("These are 26 people: C950 to C975", SOON).await?;
    page.press("*").await?;
    page.type_text("c953").await?;
    page.wait_for_text("4 people enter: C950 to C953", SOON).await?;
    page.picture("outage").await?;
    page.press("Enter").await?;
    page.wait_for_text("4 people are added, C950 to C953", SOON).await?;
    page.type_text("953").await?;
    page.press("Enter").await?;
    page.wait_for_text("C953 is in already", SOON).await?;
    page.picture("outage-entered").await?;
    page.touch("[data-action=close-outage]").await?;
    page.wait_for("people", "return document.querySelectorAll('[data-ticket^=C95]').length === 4", SOON).await?;
    ensure!(page.text().await?.contains("Outage number"), "the list says why they stand there");
    page.picture("english").await?;
    page.no_faults().await?;

    let roll = browser.open("roll", &format!("{}/roll", office.base()), 1100, 1400).await?;
    roll.wait_for("sheet", "return document.querySelector('.sheet [data-number=A950]') !== null", SOON).await?;
    roll.picture("sheet").await?;
    let shown = roll.run("return document.querySelectorAll('.sheet').length", vec![]).await?;
    assert_eq!(shown.as_u64().context("sheets")?, 24, "three sheets of each of eight letters");
    assert_eq!(roll.printed_sheets().await?, 24, "each is a page, with nothing of it on the next one");
    roll.no_faults().await?;
    browser.close().await?;
    office.close().await
}
