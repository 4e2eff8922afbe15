//! The administrator's pages about the order: read what was, try what could be; and the band of a rehearsal.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use moi_tests::{Browser, Office, Page, Proxy, Role};
use serde_json::{Value, json};

use crate::SOON;
use crate::rehearsal::Rehearsal;

/// A page is loaded and drawn within this, in a debug build beside a busy browser.
pub const LOADED: Duration = Duration::from_secs(20);

/// A day on which counter 4 calls an elder before D001, then D004, chosen before D001 and D003, and two still wait.
async fn a_day(office: &Office) -> Result<()> {
    let kiosk = office.kiosk()?;
    let desk = office.desk(4, "Lương Văn Tú").await?;
    kiosk.take_ticket("D").await?;
    kiosk.take_priority_ticket("D", "elderly").await?;
    kiosk.take_ticket("D").await?;
    let chosen = kiosk.take_ticket("D").await?;
    desk.next().await?.context("D002 is first")?;
    desk.ask_with("next", &json!({"ticket": chosen.id, "reason": "frail"})).await?.expect_status(200)?;
    kiosk.take_priority_ticket("D", "elderly").await.map(drop)
}

/// Signs the page's browser in by a token, and goes there.
async fn sign_in(page: &Page, office: &Office, url: &str) -> Result<()> {
    let token = office.token(Role::Administrator, "inspector").await?;
    sign_in_by(page, &json!({"token": token})).await?;
    page.goto(url).await
}

/// Signs the page's browser in.
pub async fn sign_in_by(page: &Page, credentials: &Value) -> Result<()> {
    let script = "const body = JSON.stringify(arguments[0]);
        window.moiSignedIn = 0;
        fetch('/api/v1/sessions', {method: 'POST', headers: {'content-type': 'application/json'}, body})
            .then(answer => window.moiSignedIn = answer.status)";
    page.run(script, vec![credentials.clone()]).await?;
    page.wait_for("session", "return window.moiSignedIn === 201", LOADED).await.map(drop)
}

/// Says whether nothing of the page is beside its screen.
pub async fn fits(page: &Page, width: u64) -> Result<()> {
    let wide = page.run("return document.documentElement.scrollWidth", vec![]).await?;
    ensure!(wide.as_u64() <= Some(width), "{wide} pixels on a screen of {width}");
    Ok(())
}

fn state(wanted: &str) -> String {
    format!("return document.querySelector('main[data-state={wanted}]') !== null")
}

#[tokio::test]
async fn an_inspector_reads_filters_and_takes_away_a_day_s_calls_out_of_order() -> Result<()> {
    let office = Office::start().await?;
    a_day(&office).await?;
    let wire = Proxy::before(&office.base()).await?;
    let browser = Browser::start().await?;
    let url = format!("{}/admin/order?lang=en", wire.base());
    let page = browser.open("record", &url, 1280, 900).await?;
    page.wait_for("the way in", &state("refused"), LOADED).await?;
    ensure!(page.text().await?.contains("Sign in"), "a stranger is not told what to do");
    sign_in(&page, &office, &url).await?;
    page.wait_for("the day", &state("shown"), LOADED).await?;
    let figures = "return [...document.querySelectorAll('[data-figure] .num')].map(one => one.textContent).join(' ')";
    let figures = page.run(figures, vec![]).await?;
    ensure!(figures.as_str().is_some_and(|all| all.starts_with("2 2 100 ")), "{figures}");
    let rows = "return [...document.querySelectorAll('tbody .number')].map(one => one.textContent).join(' ')";
    assert_eq!(page.run(rows, vec![]).await?, "D002 D004");
    let said = page.text().await?;
    for words in ["Priority, 20 min earlier", "Too frail or ill to wait", "Lương Văn Tú", "This day still runs"] {
        ensure!(said.contains(words), "{words} is not in {said}");
    }
    ensure!(!said.contains("Aged 60"), "which priority is nobody's business: {said}");
    page.picture("day").await?;
    let choose = "const list = document.querySelector('[data-filter=kind]');
        list.value = 'chosen';
        list.dispatchEvent(new Event('change'));";
    page.run(choose, vec![]).await?;
    page.wait_for("the chosen one", &format!("{rows} === 'D004'"), SOON).await?;
    let table = "const link = document.querySelector('[data-action=table]').href;
        window.moiTable = '';
        fetch(link).then(answer => answer.text()).then(text => window.moiTable = text);";
    page.run(table, vec![]).await?;
    page.wait_for("the table", "return window.moiTable.includes('Called at,Counter,Officer')", SOON).await?;

    // What was read stays, plainly not live.
    wire.drop_connections();
    wire.stall();
    page.wait_for("lost", &state("offline"), Duration::from_secs(40)).await?;
    assert_eq!(page.run(rows, vec![]).await?, "D004");
    page.picture("offline").await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn an_administrator_tries_a_rule_and_sees_who_would_be_next() -> Result<()> {
    let office = Office::start().await?;
    a_day(&office).await?;
    let browser = Browser::start().await?;
    let url = format!("{}/admin/preview?lang=en", office.base());
    let page = browser.open("preview", &url, 360, 780).await?;
    page.wait_for("the way in", &state("refused"), LOADED).await?;
    sign_in(&page, &office, &url).await?;
    page.wait_for("the rules", &state("ready"), LOADED).await?;
    fits(&page, 360).await?;
    let enter = "const field = document.querySelector('[data-rule=\"priorities.elderly.head_start_minutes\"]');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input'));";
    page.run(enter, vec![json!("many")]).await?;
    page.wait_for_text("Please enter minutes from 0 to 120", SOON).await?;
    page.run(enter, vec![json!("0")]).await?;
    page.wait_for_text("1 rule changed", SOON).await?;
    let press = "document.querySelector('[data-action=try]').click()";
    page.run(press, vec![]).await?;
    page.wait_for("the outcome", &state("shown"), LOADED).await?;
    let next = "return ['present', 'changed'].map(which =>
        [...document.querySelectorAll(`[data-next=${which}] b`)].map(one => one.textContent).join(' ')).join(' | ')";
    assert_eq!(page.run(next, vec![]).await?, "D005 D001 D003 | D001 D003 D005");
    fits(&page, 360).await?;
    page.picture("outcome").await?;
    page.run(enter, vec![json!("5")]).await?;
    page.wait_for_text("The rules were changed after this", SOON).await?;

    let paste = "const area = document.querySelector('[data-field=config]');
        area.value = '[office]\\nlanguages = 3';
        area.dispatchEvent(new Event('input'));";
    page.run(paste, vec![]).await?;
    page.run(press, vec![]).await?;
    page.wait_for("the mistakes", &state("wrong"), LOADED).await?;
    let said = page.text().await?;
    ensure!(said.contains("office.languages: found 3") && said.contains("hours: found nothing"), "{said}");
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// Somebody who takes a rehearsal's number for a real one waits in vain.
#[tokio::test]
async fn every_page_of_a_rehearsal_has_its_band_and_still_all_of_its_room() -> Result<()> {
    let office = Office::start().await?;
    let rehearsal = Rehearsal::begin(&office, &[]).await?;
    let browser = Browser::start().await?;
    let page = browser.open("band", &format!("{}/wall", rehearsal.base), 1280, 720).await?;
    let band = "const band = document.querySelector('body > .rehearsal');
        if (!band || !document.querySelector('body > :not(.rehearsal)')?.textContent) return null;
        const box = band.getBoundingClientRect();
        const at = document.elementFromPoint(innerWidth / 2, box.height / 2);
        return box.top === 0 && box.width === innerWidth && box.height >= 26 && band.contains(at)
            && [band.innerText, document.documentElement.scrollHeight - innerHeight]";
    for (address, is_board) in [
        ("/wall", true),
        ("/counter/2", true),
        ("/kiosk", true),
        ("/sign-in", true),
        ("/reception", false),
        ("/roll", false),
        ("/desk", false),
        ("/", false),
        ("/t/AAAAAAAAAAAAAAAA", false),
        ("/admin", false),
        ("/admin/order", false),
        ("/admin/preview", false),
        ("/admin/set-up", false),
        ("/admin/audit", false),
        ("/api", true),
    ] {
        page.goto(&format!("{}{address}", rehearsal.base)).await?;
        let found = page.wait_for(address, band, LOADED).await?;
        let words = found[0].as_str().unwrap_or_default();
        ensure!(words.contains("TẬP HUẤN") && words.contains("REHEARSAL – not real numbers"), "{address}: {words}");
        ensure!(!is_board || found[1] == 0, "{address} is {} rows too high", found[1]);
    }
    // What is cut apart keeps its mark.
    let name = "Nông Thị Hà";
    sign_in_by(&page, &json!({"name": name, "pin": rehearsal.pin(name)?})).await?;
    page.goto(&format!("{}/roll", rehearsal.base)).await?;
    let unmarked = "const slips = [...document.querySelectorAll('.slip')];
        return slips.length > 0 && [slips.filter(slip => !slip.innerText.includes('TẬP HUẤN')).length]";
    assert_eq!(page.wait_for("paper numbers", unmarked, LOADED).await?, json!([0]));
    page.goto(&format!("{}/", office.base())).await?;
    page.wait_for("the start page", "return document.querySelector('.start') !== null", LOADED).await?;
    assert_eq!(page.run("return document.querySelector('.rehearsal')", vec![]).await?, json!(null));
    browser.close().await?;
    rehearsal.end().await?;
    office.close().await
}
