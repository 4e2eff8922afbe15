//! Pairing, signing in and one's own account, with the pages that people see.

use anyhow::{Context, Result, ensure};
use moi_tests::{Browser, Office, Page};
use serde_json::json;

use crate::SOON;
use crate::hall_by_browser::LOADED;

const BAO: &str = "Đặng Quốc Bảo";
const HER: &str = "Nông Thị Hà";

/// The office under a name: whoever comes by it does not sit at the office's own machine.
fn elsewhere(office: &Office) -> String {
    office.base().replace("127.0.0.1", "office.localhost")
}

fn focus_in(field: &str) -> String {
    format!("return document.activeElement?.dataset.field === '{field}'")
}

async fn click(page: &Page, selector: &str) -> Result<()> {
    page.wait_for(selector, &format!("return document.querySelector('{selector}') !== null"), LOADED).await?;
    page.run(&format!("document.querySelector('{selector}').click()"), vec![]).await.map(drop)
}

async fn fill(page: &Page, field: &str, text: &str) -> Result<()> {
    let there = format!("document.querySelector('[data-field={field}]')?.focus(); {}", focus_in(field));
    page.wait_for(field, &there, LOADED).await?;
    page.run("document.activeElement.value = ''", vec![]).await?;
    page.type_text(text).await
}

/// Signs in by name and password at the page that the window shows.
async fn by_password(page: &Page, name: &str, password: &str) -> Result<()> {
    page.wait_for("officer", &focus_in("officer"), LOADED).await?;
    page.type_text(name).await?;
    page.press("Enter").await?;
    let to_password = "const way = document.querySelector('[data-way=password]'); way?.click();
        return document.querySelector('[data-field=password]') !== null";
    page.wait_for("a password field", to_password, SOON).await?;
    fill(page, "password", password).await?;
    page.press("Enter").await
}

/// The page of people before its administrator, and his password.
async fn people_page(office: &Office, browser: &Browser, name: &str) -> Result<(Page, String)> {
    let password = office.password(BAO).await?;
    let page = browser.open(name, &format!("{}/admin/people", office.base()), 1366, 768).await?;
    click(&page, "[data-action=sign-in]").await?;
    by_password(&page, BAO, &password).await?;
    Ok((page, password))
}

/// A kiosk that was pointed at the office shows a code; the administrator types it at another screen, and the kiosk
/// gives tickets without a touch. Shut out with one click, it shows a code again by itself.
#[tokio::test]
async fn a_kiosk_comes_up_by_itself_once_its_code_is_typed_and_is_shut_out_with_one_click() -> Result<()> {
    let office = Office::builder().arguments(&["--host", "office.localhost"]).start().await?;
    let password = office.password(BAO).await?;
    let browser = Browser::start().await?;
    let kiosk = browser.open("pair-kiosk", &format!("{}/kiosk", elsewhere(&office)), 1080, 1920).await?;
    let code = "return document.querySelector('[data-state=unpaired] [data-code]')?.dataset.code";
    let code = kiosk.wait_for("a code", code, LOADED).await?;
    let code = code.as_str().context("a code")?;
    kiosk.picture("code").await?;
    let admin = browser.open("pair-admin", &format!("{}/admin/devices?code={code}", office.base()), 1366, 768).await?;
    click(&admin, "[data-action=sign-in]").await?;
    by_password(&admin, BAO, &password).await?;
    // The QR code's own address: the code stands there already, and only the name is missing.
    let filled = format!("return document.querySelector('[data-field=code]')?.value === '{code}'");
    admin.wait_for("the code from the address", &filled, LOADED).await?;
    admin.wait_for("focus on the name", &focus_in("name"), SOON).await?;
    let waiting = "return document.querySelector('[data-waiting=kiosk]') !== null";
    admin.wait_for("what shows the code", waiting, SOON).await?;
    admin.type_text("Máy lấy số cửa chính").await?;
    admin.picture("before").await?;
    admin.press("Enter").await?;
    kiosk.wait_for("the tiles", "return document.querySelector('[data-state=start]') !== null", SOON).await?;
    let on = "return document.querySelector('[data-device=\"Máy lấy số cửa chính\"]')?.dataset.sockets === '1'";
    admin.wait_for("it is on", on, LOADED).await?;
    admin.picture("paired").await?;
    kiosk.no_faults().await?;
    // As after a power cut.
    kiosk.goto(&format!("{}/kiosk", elsewhere(&office))).await?;
    kiosk.wait_for("the tiles", "return document.querySelector('[data-state=start]') !== null", LOADED).await?;
    let cookie = kiosk.run("return document.cookie", vec![]).await?;
    assert_eq!(cookie, json!(""), "no script sees the device's secret");

    click(&admin, "[data-device] [data-action=revoke]").await?;
    click(&admin, "[data-device] [data-action=yes]").await?;
    let again = "return document.querySelector('[data-state=unpaired] [data-code]') !== null";
    kiosk.wait_for("another code", again, SOON).await?;
    admin.wait_for("an empty list", "return document.querySelector('[data-device]') === null", SOON).await?;
    admin.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_desk_is_paired_from_the_sign_in_page_and_takes_pins_from_then_on() -> Result<()> {
    let office = Office::builder().arguments(&["--host", "office.localhost"]).start().await?;
    let pin = office.pin(HER).await?;
    let bao = office.bearer(&office.token(moi_tests::Role::Administrator, "Bảo's program").await?)?;
    let browser = Browser::start().await?;
    let desk = browser.open("pair-desk", &format!("{}/sign-in", elsewhere(&office)), 1366, 768).await?;
    let asks = "return document.querySelector('[data-field=password]') && !document.querySelector('[data-field=pin]')";
    desk.wait_for("a password", asks, LOADED).await?;
    desk.picture("elsewhere").await?;
    click(&desk, "[data-action=pair]").await?;
    let code = desk.wait_for("a code", "return document.querySelector('[data-code]')?.dataset.code", LOADED).await?;
    desk.picture("code").await?;
    bao.post_json("/api/v1/devices", &json!({"code": code, "name": "Bàn 1", "role": "desk"}))
        .await?
        .expect_status(201)?;
    let back = "return location.pathname === '/sign-in' && document.querySelector('[data-field=pin]') !== null";
    desk.wait_for("back, with a PIN", back, LOADED).await?;
    crate::hall_by_browser::sign_in_by_number_pad(&desk, &pin, "1").await?;
    desk.no_faults().await?;
    // Shut out, the desk asks to sign in at once.
    let ended = office.run(&["device", "revoke", "--name", "Bàn 1"]).await?;
    ensure!(ended.status.success(), "{}", ended.stderr);
    desk.wait_for("the sign-in page", "return location.pathname === '/sign-in'", SOON).await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn an_administrator_sets_a_second_factor_up_on_the_account_page_and_is_asked_for_it() -> Result<()> {
    let office = Office::start().await?;
    let password = office.password(BAO).await?;
    let browser = Browser::start().await?;
    let page = browser.open("account", &format!("{}/sign-in?next=%2Faccount", office.base()), 1366, 900).await?;
    by_password(&page, BAO, &password).await?;
    page.wait_for("the account", "return document.querySelector('[data-factor=off]') !== null", LOADED).await?;
    page.picture("account").await?;
    // A weak password is refused in words beside its own part.
    fill(&page, "password-current", &password).await?;
    fill(&page, "password-new", "123456789012").await?;
    page.press("Enter").await?;
    page.wait_for("words", "return document.querySelector('[data-part=password] [role=alert]') !== null", SOON).await?;
    fill(&page, "factor-current", &password).await?;
    page.press("Enter").await?;
    let secret = "return document.querySelector('[data-field=factor-secret]')?.innerText";
    let secret = page.wait_for("a key", secret, SOON).await?;
    page.picture("second-factor").await?;
    let app = crate::accounts::App::of(&secret.as_str().context("a key")?.replace([' ', '\u{a0}'], ""))?;
    fill(&page, "factor-code", &app.code_now().await?).await?;
    page.press("Enter").await?;
    let spare = "const codes = [...document.querySelectorAll('[data-field=spare]')].map((code) => code.innerText);
        return codes.length === 10 && codes";
    let spare = page.wait_for("spare codes", spare, SOON).await?;
    page.picture("spare-codes").await?;
    click(&page, "[data-action=sign-out]").await?;
    page.wait_for("the sign-in page", "return location.pathname === '/sign-in'", LOADED).await?;
    page.wait_for("ready", "return document.querySelector('[data-field=officer]') !== null", LOADED).await?;
    let habit = format!("return document.querySelector('[data-field=officer]').value === '{BAO}'");
    page.wait_for("his name", &habit, SOON).await?;
    click(&page, "[data-way=password]").await?;
    fill(&page, "password", &password).await?;
    page.press("Enter").await?;
    page.wait_for("focus on the code", &focus_in("code"), SOON).await?;
    page.type_text("000000").await?;
    page.press("Enter").await?;
    page.wait_for("a refusal", "return document.querySelector('[data-problem=refused]') !== null", SOON).await?;
    page.picture("wrong-code").await?;
    page.wait_for("focus on the code", &focus_in("code"), SOON).await?;
    page.type_text(spare[0].as_str().context("a spare code")?).await?;
    page.press("Enter").await?;
    page.wait_for("he is in", "return location.pathname === '/'", LOADED).await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn an_administrator_hands_out_a_new_pin_on_a_slip_that_is_shown_once() -> Result<()> {
    let office = Office::start().await?;
    let browser = Browser::start().await?;
    let (page, _) = people_page(&office, &browser, "people").await?;
    let row = format!("[data-person=\"{HER}\"]");
    click(&page, &format!("{row} [data-action=pin]")).await?;
    page.wait_for("the question", "return document.activeElement?.dataset.action === 'yes'", SOON).await?;
    page.picture("asked").await?;
    page.press("Enter").await?;
    let pin =
        page.wait_for("a PIN", "return document.querySelector('[data-made=pin] [data-field=secret]')?.innerText", SOON);
    let pin = pin.await?;
    page.picture("made").await?;
    let her = json!({"name": HER, "pin": pin});
    office.paired_desk("Bàn 1").await?.post_json("/api/v1/sessions", &her).await?.expect_status(201)?;
    let signed_in = format!("return document.querySelector('{row} [data-action=sessions]') !== null");
    page.wait_for("her session", &signed_in, LOADED).await?;
    click(&page, "[data-action=hide]").await?;
    page.wait_for("no slip", "return document.querySelector('.slip') === null", SOON).await?;
    ensure!(!page.text().await?.contains(pin.as_str().context("a PIN")?), "the PIN stays on the page");
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// A page that was left open is no way to anybody's account.
#[tokio::test]
async fn a_password_for_somebody_else_is_made_by_ones_own_and_ones_own_not_at_all() -> Result<()> {
    let office = Office::start().await?;
    let browser = Browser::start().await?;
    let (page, password) = people_page(&office, &browser, "proof").await?;
    let supervisor = "[data-person=\"Triệu Thị Hoa\"]";
    click(&page, &format!("{supervisor} [data-action=password]")).await?;
    let focus = "return document.activeElement?.name === 'current'";
    page.wait_for("focus on the field", focus, SOON).await?;
    page.picture("asked").await?;
    page.type_text("somebody else's").await?;
    page.press("Enter").await?;
    page.wait_for("words", "return document.querySelector('.said[role=alert]') !== null", LOADED).await?;
    page.picture("wrong").await?;
    page.wait_for("the question still", "return document.querySelector('.asks input')?.value === ''", SOON).await?;
    page.run("document.querySelector('.asks input').focus()", vec![]).await?;
    page.type_text(&password).await?;
    page.press("Enter").await?;
    let made = "return document.querySelector('[data-made=password] [data-field=secret]')?.innerText";
    let made = page.wait_for("a password", made, LOADED).await?;
    let hers = json!({"name": "Triệu Thị Hoa", "password": made});
    office.nobody()?.post_json("/api/v1/sessions", &hers).await?.expect_status(201)?;
    let own = format!("return document.querySelector('[data-person=\"{BAO}\"] [data-action=password]') === null");
    page.wait_for("no way to one's own", &own, SOON).await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// The page's clock is put ahead here, since nobody waits half an hour for a test.
#[tokio::test]
async fn a_page_that_nobody_touches_warns_a_minute_before_and_leads_back_after_signing_in() -> Result<()> {
    let office = Office::start().await?;
    let password = office.password(BAO).await?;
    let browser = Browser::start().await?;
    let clock = "window.ahead = 0; const real = performance.now.bind(performance);
        performance.now = () => real() + window.ahead;";
    let address = format!("{}/sign-in?next=%2Fadmin%2Fpeople%3Flist%3D1", office.base());
    let page = browser.open_after(clock, "idle", &address, (1366, 768)).await?;
    by_password(&page, BAO, &password).await?;
    page.wait_for("the list", "return document.querySelector('[data-person]') !== null", LOADED).await?;
    let minutes = |minutes: f64| format!("window.ahead = {}", minutes * 60_000.0);
    page.run(&minutes(29.2), vec![]).await?;
    let warned = "return document.querySelector('dialog.session-ends[open]') !== null";
    page.wait_for("the warning", warned, SOON).await?;
    page.picture("warning").await?;
    page.run(&minutes(0.0), vec![]).await?;
    page.wait_for("focus", "return document.activeElement?.dataset.action === 'stay'", SOON).await?;
    page.press("Enter").await?;
    page.wait_for("it goes on", "return document.querySelector('dialog') === null", SOON).await?;
    page.run(&minutes(29.2), vec![]).await?;
    page.wait_for("the warning", warned, SOON).await?;
    page.run(&minutes(31.0), vec![]).await?;
    page.wait_for("the sign-in page", "return location.pathname === '/sign-in'", LOADED).await?;
    let next = "return new URLSearchParams(location.search).get('next')";
    assert_eq!(page.run(next, vec![]).await?, json!("/admin/people?list=1"));
    browser.close().await?;
    office.close().await
}
