//! Signing in by the directory as people see it, from the button to their work and back to words when it fails.
//!
//! The office is asked for by a name and the directory by an address: for the browser they are two sites, so that what
//! it does with cookies that go to no other site is what it does in an office.

use anyhow::{Context, Result, ensure};
use moi_tests::{Browser, Directory, Office, Page};
use serde_json::json;

use crate::SOON;
use crate::accounts::App;
use crate::directory::{BAO, HER, directory, office};
use crate::hall_by_browser::LOADED;
use crate::signing_in::with_password;

/// The office by its name.
fn by_name(office: &Office) -> String {
    office.base().replace("127.0.0.1", "office.localhost")
}

async fn start(directory: &Directory) -> Result<Office> {
    let office = office(Office::builder().arguments(&["--host", "office.localhost"]), directory, "").await?;
    directory.lead_back_to(&format!("{}/sign-in/directory", by_name(&office)));
    Ok(office)
}

async fn click(page: &Page, selector: &str) -> Result<()> {
    let there = format!("return document.querySelector({}) !== null", json!(selector));
    page.wait_for(selector, &there, LOADED).await?;
    page.run(&format!("document.querySelector({}).click()", json!(selector)), vec![]).await.map(drop)
}

/// From the sign-in page to the directory's own, and there as this person.
async fn through_the_directory(page: &Page, username: &str) -> Result<()> {
    click(page, "[data-action=directory]").await?;
    page.wait_for("the directory", "return location.hostname === '127.0.0.1'", LOADED).await?;
    page.wait_for(username, &format!("return document.getElementById('{username}') !== null"), LOADED).await?;
    page.run(&format!("document.getElementById('{username}').click()"), vec![]).await.map(drop)
}

#[tokio::test]
async fn an_officer_clicks_through_the_directory_to_the_page_that_she_wanted_in_her_language() -> Result<()> {
    let directory = directory().await?;
    let office = start(&directory).await?;
    let browser = Browser::start().await?;
    let address = format!("{}/sign-in?next=%2Faccount&lang=en", by_name(&office));
    let page = browser.open("directory", &address, 1366, 900).await?;
    page.wait_for_text("Sign in by Province account", LOADED).await?;
    page.picture("button").await?;
    through_the_directory(&page, "ha.nong").await?;
    page.wait_for("her account", "return location.pathname === '/account'", LOADED).await?;
    page.wait_for("by what", "return document.querySelector('[data-by=directory]') !== null", LOADED).await?;
    let text = page.text().await?;
    for words in [HER, "You signed in by Province account", "by Province account", "You have none, and need none"] {
        ensure!(text.contains(words), "{words:?} is not in {text}");
    }
    ensure!(!text.contains("Set the password"), "there is nothing to set it by: {text}");
    page.picture("account").await?;
    page.no_faults().await?;
    assert_eq!(page.judge(&[]).await?, Vec::<String>::new());
    // Neither the address nor the way back holds what the directory gave.
    page.run("history.back()", vec![]).await?;
    page.wait_for("another page", "return location.pathname !== '/account'", LOADED).await?;
    let here = page.run("return location.href", vec![]).await?;
    ensure!(!here.as_str().context("an address")?.contains("code="), "{here}");
    assert_eq!(page.run("return document.cookie", vec![]).await?, json!(""), "no script sees a cookie");
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn an_officer_comes_back_to_the_counter_that_she_chose_before() -> Result<()> {
    let directory = directory().await?;
    let office = start(&directory).await?;
    let browser = Browser::start().await?;
    let page = browser.open("directory-counter", &format!("{}/sign-in", by_name(&office)), 1366, 900).await?;
    click(&page, "[data-counter=\"3\"]").await?;
    page.wait_for("it is chosen", "return document.querySelector('[data-counter=\"3\"][aria-checked=true]')", SOON)
        .await?;
    through_the_directory(&page, "ha.nong").await?;
    page.wait_for("her desk", "return location.pathname === '/desk/3'", LOADED).await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn whoever_is_refused_reads_why_on_the_sign_in_page_and_may_go_another_way() -> Result<()> {
    let directory = directory().await?;
    let office = start(&directory).await?;
    let browser = Browser::start().await?;
    let page = browser.open("directory-refused", &format!("{}/sign-in?lang=en", by_name(&office)), 1366, 900).await?;
    through_the_directory(&page, "stranger").await?;
    page.wait_for_text("The directory calls you “stranger”", LOADED).await?;
    let here = page.run("return location.pathname + location.search", vec![]).await?;
    assert_eq!(here, json!("/sign-in?lang=en"));
    page.picture("stranger").await?;
    directory.misbehave(Some(moi_tests::directory::Misdeed::NotSigned));
    through_the_directory(&page, "ha.nong").await?;
    page.wait_for_text("so nobody was signed in", LOADED).await?;
    let ready = "return document.querySelector('[data-field=password]') !== null";
    page.wait_for("a password may be given", ready, SOON).await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn whoever_has_a_second_factor_types_its_code_after_the_directory() -> Result<()> {
    let directory = directory().await?;
    let office = start(&directory).await?;
    let password = office.password(BAO).await?;
    let bao = office.nobody()?;
    with_password(&bao, BAO, &password).await?.expect_status(201)?;
    let begun = bao.post_json("/api/v1/account/second-factor", &json!({"current": password})).await?.value()?;
    let app = App::of(begun["secret"].as_str().context("a secret")?)?;
    let on = bao.put_json("/api/v1/account/second-factor", &json!({"code": app.code_now().await?})).await?.value()?;
    let browser = Browser::start().await?;
    let page = browser.open("directory-factor", &format!("{}/sign-in", by_name(&office)), 1366, 900).await?;
    through_the_directory(&page, "bao.dang").await?;
    let focus = "return document.activeElement?.dataset.field === 'code'";
    page.wait_for("focus on the code", focus, LOADED).await?;
    page.wait_for_text("Tài khoản tỉnh đã nhận ra bạn", SOON).await?;
    page.picture("code").await?;
    assert_eq!(page.judge(&[]).await?, Vec::<String>::new());
    page.type_text("000000").await?;
    page.press("Enter").await?;
    page.wait_for("a refusal", "return document.querySelector('[data-problem=refused]') !== null", SOON).await?;
    page.wait_for("focus on the code", focus, SOON).await?;
    page.type_text(on["spare_codes"][0].as_str().context("a spare code")?).await?;
    page.press("Enter").await?;
    page.wait_for("he is in", "return location.pathname === '/'", LOADED).await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}
