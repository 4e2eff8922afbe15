//! Several services and appointments at the reception, with the keyboard alone.

use anyhow::{Context, Result, ensure};
use moi_tests::{Browser, Caller, Office, Page, Role};
use serde_json::{Value, json};

use crate::appointments::office;
use crate::reception_by_browser::{chosen, given, reception};
use crate::{SHIPPED, SOON};

/// The key that asks for an appointment, until its code can be typed.
async fn ask_for_code(page: &Page) -> Result<()> {
    page.press("*").await?;
    let script = "return document.activeElement.id === 'appointment-code' \
        && document.querySelector('[data-total]') !== null";
    page.wait_for("the code's field", script, SOON).await.map(drop)
}

async fn drawn(page: &Page, selector: &str) -> Result<()> {
    page.wait_for(selector, &format!("return document.querySelector(`{selector}`) !== null"), SOON).await.map(drop)
}

async fn staff(office: &Office) -> Result<Caller> {
    office.bearer(&office.token(Role::Receptionist, "program").await?)
}

/// Books the slot of today with this place among those that are free now; from the end when it is below 0.
async fn booked(staff: &Caller, place: i64) -> Result<Value> {
    let now = staff.get("/api/v1/office").await?.value()?;
    let day = now["now"].as_str().and_then(|now| now.get(..10)).context("a day")?;
    let view = staff.get(&format!("/api/v1/appointments/slots?service=D&day={day}")).await?.value()?;
    let slots = view["slots"].as_array().context("slots")?;
    let place = usize::try_from(place.rem_euclid(i64::try_from(slots.len())?))?;
    let wish = json!({"service": "D", "day": day, "time": slots[place]["time"]});
    staff.post_json("/api/v1/appointments", &wish).await?.expect_status(201)?.value()
}

fn code(appointment: &Value) -> Result<&str> {
    appointment["code"].as_str().context("a code")
}

#[tokio::test]
async fn several_services_are_one_number_by_letters_alone_and_backspace_takes_the_last_away() -> Result<()> {
    let office = Office::builder().alone().config(SHIPPED).start().await?;
    let browser = Browser::start().await?;
    let page = reception(&browser, &office, "").await?;
    page.press("d").await?;
    chosen(&page, "D").await?;
    page.picture("one").await?;
    page.press("c").await?;
    drawn(&page, "[data-turn='2']").await?;
    page.press("d").await?;
    page.wait_for_text("Lĩnh vực này đã chọn rồi", SOON).await?;
    page.press("a").await?;
    drawn(&page, "[data-turn='3']").await?;
    page.press("h").await?;
    page.wait_for_text("tối đa 3 lĩnh vực", SOON).await?;
    page.picture("full").await?;
    page.press("Backspace").await?;
    page.wait_for("two", "return document.querySelectorAll('[data-turn]').length === 2", SOON).await?;
    page.press("Enter").await?;
    given(&page, "D001").await?;
    drawn(&page, "[data-given=D001] [data-then=C]").await?;
    page.picture("given-several").await?;
    // With nothing chosen it is the number's key again; and the last letter once more is as good as Enter.
    page.press("Backspace").await?;
    page.wait_for_text("Trả D001? Bấm lần nữa", SOON).await?;
    page.press("a").await?;
    page.press("c").await?;
    page.press("c").await?;
    given(&page, "A001").await?;
    drawn(&page, "[data-given=A001] [data-then=C]").await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn who_has_an_appointment_gets_the_number_by_its_code_or_picked_from_the_day_s_list() -> Result<()> {
    let office = office(&[]).await?;
    let staff = staff(&office).await?;
    let (soon, next, far) = (booked(&staff, 1).await?, booked(&staff, 3).await?, booked(&staff, -1).await?);
    let back = booked(&staff, 5).await?;
    staff.delete(&format!("/api/v1/appointments/{}", code(&back)?)).await?.expect_status(200)?;
    let browser = Browser::start().await?;
    let page = reception(&browser, &office, "").await?;
    page.picture("closed").await?;
    ask_for_code(&page).await?;
    page.wait_for("list", "return document.querySelectorAll('[data-appointment]').length === 4", SOON).await?;
    page.picture("list").await?;
    page.type_text("00").await?;
    page.press("Enter").await?;
    page.wait_for_text("Đây không phải mã hẹn", SOON).await?;
    page.type_text("000000").await?;
    page.press("Enter").await?;
    page.wait_for_text("Không tìm thấy lịch hẹn", SOON).await?;
    page.type_text(code(&far)?).await?;
    page.wait_for_text("Đến sớm: cấp số được từ", SOON).await?;
    page.press("Enter").await?;
    page.wait_for_text("Chưa đến giờ hẹn", SOON).await?;
    drawn(&page, "[data-action=ordinary]").await?;
    page.picture("early").await?;
    page.type_text(code(&soon)?).await?;
    page.wait_for_text("Đúng giờ hẹn", SOON).await?;
    page.picture("in-time").await?;
    page.press("Enter").await?;
    given(&page, "D001").await?;
    drawn(&page, "[data-given=D001] [data-appointed]").await?;
    page.picture("given-appointment").await?;

    // Forgotten: the next one of the list by one key, with a priority that was chosen before.
    page.press("+").await?;
    ask_for_code(&page).await?;
    page.press("-").await?;
    drawn(&page, &format!("[data-appointment='{}'][aria-pressed=true]", code(&next)?)).await?;
    page.wait_for_text("Ưu tiên: ", SOON).await?;
    page.picture("picked").await?;
    page.press("Enter").await?;
    given(&page, "D002").await?;
    drawn(&page, "[data-given=D002] .lozenge").await?;
    // Who shows the code once more sees the number once more.
    ask_for_code(&page).await?;
    page.type_text(code(&soon)?).await?;
    page.wait_for_text("Đã lấy số D001", SOON).await?;
    page.press("Enter").await?;
    given(&page, "D001").await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_time_is_booked_for_somebody_by_the_pad_alone_and_its_code_told() -> Result<()> {
    let office = office(&[]).await?;
    let browser = Browser::start().await?;
    let page = reception(&browser, &office, "").await?;
    ask_for_code(&page).await?;
    page.press("+").await?;
    // One service gives appointments: it need not be chosen.
    drawn(&page, "dialog.booking[open] [data-option^='20']").await?;
    page.picture("book-day").await?;
    page.press("1").await?;
    drawn(&page, "[data-option*=':']").await?;
    page.press("-").await?;
    drawn(&page, ".option:nth-of-type(2)[data-marked=true]").await?;
    page.picture("book-time").await?;
    page.press("Backspace").await?;
    drawn(&page, "[data-option^='20']").await?;
    page.press("Enter").await?;
    drawn(&page, "[data-option*=':']").await?;
    page.press("2").await?;
    page.wait_for_text("Đặt lịch hẹn này?", SOON).await?;
    page.picture("book-check").await?;
    page.press("Enter").await?;
    drawn(&page, "[data-booked]").await?;
    page.picture("booked").await?;
    let code = page.run("return document.querySelector('[data-booked]').dataset.booked", vec![]).await?;
    page.press("Enter").await?;
    page.wait_for("closed", "return document.querySelector('dialog[open]') === null", SOON).await?;
    ask_for_code(&page).await?;
    page.type_text(code.as_str().context("a code")?).await?;
    page.wait_for_text("Đúng giờ hẹn", SOON).await?;
    page.press("Enter").await?;
    given(&page, "D001").await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_code_before_the_reception_s_scanner_chooses_no_service_and_gives_the_number() -> Result<()> {
    let office = office(&[]).await?;
    let staff = staff(&office).await?;
    let appointment = booked(&staff, 1).await?;
    let browser = Browser::start().await?;
    let page = reception(&browser, &office, "?lang=en").await?;
    let scan = "for (const key of [...arguments[0], 'Enter'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));";
    page.run(scan, vec![json!("http://127.0.0.1:8080/t/AAAAAAAAAAAAAAAA")]).await?;
    page.wait_for_text("This is no appointment", SOON).await?;
    page.picture("no-appointment").await?;
    page.press("Escape").await?;
    page.wait_for("closed", "return document.querySelector('dialog[open]') === null", SOON).await?;
    let nothing = page.run("return document.querySelector('.service[aria-pressed=true]') === null", vec![]).await?;
    ensure!(nothing == json!(true), "the address's letters chose a service");
    page.run(scan, vec![appointment["url"].clone()]).await?;
    given(&page, "D001").await?;
    page.picture("given-scanned").await?;
    ask_for_code(&page).await?;
    page.wait_for_text("has D001", SOON).await?;
    page.picture("english-list").await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}
