//! The verbs of a desk that lead to a list, with nothing but the number pad, and what the phone says of each.

use std::time::Duration;

use anyhow::{Context, Result};
use moi_tests::{Browser, Office, Page};
use tokio::time::sleep;

use crate::hall_by_browser::sign_in_by_number_pad;
use crate::{SHIPPED, SOON};

/// After an order the keys are quiet for a while: a press in it would be the same one by a trembling hand.
pub const QUIET: Duration = Duration::from_millis(700);

/// Presses a key once the desk listens and the key means something.
pub async fn press(desk: &Page, key: &str) -> Result<()> {
    let listens = format!(
        "return !document.querySelector('[data-busy]')
            && document.querySelector('[data-key=\"{key}\"][aria-disabled=false]') !== null"
    );
    desk.wait_for(key, &listens, SOON).await?;
    sleep(QUIET).await;
    desk.press(key).await
}

/// Chooses by a digit from the list of this kind.
pub async fn choose(desk: &Page, list: &str, digit: &str) -> Result<()> {
    let open = format!("return document.activeElement.closest('[data-chooser={list}]') !== null");
    desk.wait_for(list, &open, SOON).await?;
    desk.picture(list).await?;
    desk.press(digit).await
}

pub async fn at_counter(desk: &Page, number: &str) -> Result<()> {
    let script = format!("return document.querySelector('[data-number={number}]') !== null");
    desk.wait_for(number, &script, SOON).await.map(drop)
}

#[tokio::test]
async fn tickets_are_put_aside_come_back_and_are_handed_on_by_number_pad_alone() -> Result<()> {
    let office = Office::builder().alone().start().await?;
    let pin = office.pin("Nông Thị Hà").await?;
    let other = office.desk(3, "Lương Văn Tú").await?;
    let first = office.kiosk()?.take_ticket("A").await?;
    for _ in 0..2 {
        office.kiosk()?.take_ticket("A").await?;
    }
    let browser = Browser::start().await?;
    let desk = browser.open("verbs", &format!("{}/sign-in", office.base()), 1366, 768).await?;
    sign_in_by_number_pad(&desk, &pin, "1").await?;
    let phone = browser.open("verbs-phone", &first.url, 390, 844).await?;
    press(&desk, "Enter").await?;
    press(&desk, "Enter").await?;
    at_counter(&desk, "A001").await?;

    press(&desk, "4").await?;
    phone.wait_for_text("được để riêng", SOON).await?;
    phone.picture("parked").await?;
    press(&desk, "8").await?;
    choose(&desk, "return", "1").await?;
    desk.wait_for_text("Đã quay lại, trước để riêng ở Quầy 1", SOON).await?;
    phone.wait_without_text("được để riêng", SOON).await?;

    press(&desk, "*").await?;
    choose(&desk, "call", "2").await?;
    choose(&desk, "call-reason", "1").await?;
    at_counter(&desk, "A002").await?;
    desk.wait_for_text("Cán bộ chọn gọi", SOON).await?;
    desk.picture("chosen").await?;

    press(&desk, "/").await?;
    choose(&desk, "grant", "2").await?;
    choose(&desk, "grant-class", "1").await?;
    desk.wait_for_text("Ưu tiên, sớm 20 phút", SOON).await?;
    desk.picture("granted").await?;

    press(&desk, "6").await?;
    choose(&desk, "outcome", "2").await?;
    desk.wait_for_text("Cần bổ sung giấy tờ", SOON).await?;
    desk.picture("with-outcome").await?;

    press(&desk, "3").await?;
    choose(&desk, "transfer", "1").await?;
    choose(&desk, "transfer-place", "2").await?;
    desk.wait_without_text("Cán bộ chọn gọi", SOON).await?;
    assert_eq!(other.next().await?.context("it was sent there")?.number, "A002");

    for page in [&desk, &phone] {
        page.no_faults().await?;
    }
    browser.close().await?;
    office.close().await
}

/// One digit where others ask for a form at the end of each visit.
#[tokio::test]
async fn where_the_office_asks_for_outcomes_one_digit_notes_it_and_calls_the_next() -> Result<()> {
    let strict = SHIPPED.replacen("outcome_required = false", "outcome_required = true", 1);
    let office = Office::builder().alone().config(&strict).start().await?;
    let pin = office.pin("Nông Thị Hà").await?;
    for _ in 0..2 {
        office.kiosk()?.take_ticket("A").await?;
    }
    let browser = Browser::start().await?;
    let desk = browser.open("outcomes", &format!("{}/sign-in", office.base()), 1366, 768).await?;
    sign_in_by_number_pad(&desk, &pin, "1").await?;
    for _ in 0..2 {
        press(&desk, "Enter").await?;
    }
    at_counter(&desk, "A001").await?;
    press(&desk, "Enter").await?;
    choose(&desk, "outcome", "1").await?;
    at_counter(&desk, "A002").await?;
    press(&desk, "1").await?;
    choose(&desk, "outcome", "4").await?;
    desk.wait_for_text("Vừa xong A002: Đã hướng dẫn.", SOON).await?;
    desk.picture("last").await?;
    desk.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// A hall with more people than a desk has rows, on the smallest screen that a desk is made for.
#[tokio::test]
async fn on_a_low_screen_everybody_who_waits_can_be_called_and_the_facts_stay_beside_a_note() -> Result<()> {
    let office = Office::builder().alone().start().await?;
    let pin = office.pin("Nông Thị Hà").await?;
    for _ in 0..14 {
        office.kiosk()?.take_ticket("A").await?;
    }
    let browser = Browser::start().await?;
    let desk = browser.open("low", &format!("{}/sign-in", office.base()), 1366, 768).await?;
    sign_in_by_number_pad(&desk, &pin, "1").await?;
    let whole_rows = "const list = document.querySelector('.queue ol');
        const shown = [...list.children].filter((row) => getComputedStyle(row).visibility === 'visible');
        return shown.length > 3
            && shown.at(-1).getBoundingClientRect().bottom <= list.getBoundingClientRect().bottom + 1
            && document.querySelector('.queue footer').textContent.includes(`${14 - shown.length} người nữa`)";
    desk.wait_for("whole rows", whole_rows, SOON).await?;
    desk.picture("rows").await?;

    press(&desk, "*").await?;
    desk.wait_for("all", "return document.querySelector('[data-option=\"*\"]') !== null", SOON).await?;
    desk.wait_for_text("và 5 số nữa", SOON).await?;
    for key in ["*", "1", "4"] {
        desk.press(key).await?;
    }
    desk.wait_for_text("A014", SOON).await?;
    desk.picture("typed").await?;
    desk.press("Enter").await?;
    choose(&desk, "call-reason", "1").await?;
    at_counter(&desk, "A014").await?;
    press(&desk, "Enter").await?;

    press(&desk, "-").await?;
    desk.wait_for("field", "return document.activeElement.matches('[data-field=note]')", SOON).await?;
    desk.type_text(&"đã nộp bản sao, còn thiếu giấy xác nhận cư trú ".repeat(2)).await?;
    desk.press("Enter").await?;
    let readable = "const facts = document.querySelector('.matter');
        return document.querySelector('.note') !== null && facts.clientHeight > 110";
    desk.wait_for("facts beside the note", readable, SOON).await?;
    desk.picture("note").await?;
    sleep(QUIET).await;
    let down = "const key = { key: 'PageDown', code: 'PageDown', bubbles: true, cancelable: true };
        for (let press = 0; press < 3; press += 1) document.dispatchEvent(new KeyboardEvent('keydown', key));
        return true";
    desk.wait_for("PageDown", down, SOON).await?;
    let end = "const facts = document.querySelector('.matter');
        return facts.scrollTop + facts.clientHeight >= facts.scrollHeight - 2";
    desk.wait_for("the last fact", end, SOON).await?;
    desk.no_faults().await?;
    browser.close().await?;
    office.close().await
}
