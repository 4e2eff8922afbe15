//! The keyboard alone leads through each page, in the order in which it is read, with a focus that is seen and never
//! under something else (2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11).

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Result, ensure};
use moi_tests::{Browser, Office, Page, Role};
use serde_json::{Value, json};
use tokio::time::sleep;

/// A page is loaded, drawn and live within this, in a debug build beside a busy browser.
const LOADED: Duration = Duration::from_secs(20);
/// More presses of Tab than any page has places.
const PLACES_MAX: usize = 80;

/// Where the focus is: whether it is seen (an outline, or a shadow that is there only with the focus), whether it is on
/// top, and its place among all that can have it.
const FOCUS: &str = "
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    const outlined = ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    // A field that lies over its cells shows the focus on one of them.
    const seen = outlined(style) || [...one.parentElement.children].some(part => outlined(getComputedStyle(part)));
    const on = !top || one.contains(top) || top.contains(one)
        || (one.labels && [...one.labels].some(label => label.contains(top)));
    const all = [...document.querySelectorAll('*')];
    return [seen, Boolean(on), all.indexOf(one), `${one.localName}#${one.id} ${(one.innerText ?? '').slice(0, 30)}`]";

/// Everything that a press of Tab should come to: in a group of radio buttons one is enough.
const REACHABLE: &str = "
    const kinds = ['a[href]', 'button:not(:disabled)', 'input:not(:disabled)', 'select:not(:disabled)', 'summary',
        'textarea:not(:disabled)', '[tabindex=\"0\"]'];
    return [...document.querySelectorAll(kinds.join())]
        .filter(one => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible'
            && one.tabIndex >= 0 && one.type !== 'radio' && !one.closest('details:not([open]) > :not(summary)'))
        .map(one => [...document.querySelectorAll('*')].indexOf(one))";

/// Tabs through the page once round.
async fn tab_through(page: &Page, name: &str) -> Result<()> {
    page.run("document.activeElement?.blur(); window.scrollTo(0, 0)", vec![]).await?;
    let wanted = page.run(REACHABLE, vec![]).await?;
    let wanted: BTreeSet<u64> = wanted.as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
    ensure!(!wanted.is_empty(), "{name}: nothing can have the focus");
    let (mut found, mut been, mut backwards) = (Vec::new(), BTreeSet::new(), 0);
    let mut before = 0;
    for _ in 0..PLACES_MAX {
        page.press("Tab").await?;
        let at = page.run(FOCUS, vec![]).await?;
        let (Some(place), Some(what)) = (at[2].as_u64(), at[3].as_str()) else { continue };
        if !been.insert(place) {
            break;
        }
        if at[0] != json!(true) {
            found.push(format!("{name}: the focus on {what} is not seen"));
        }
        if at[1] != json!(true) {
            found.push(format!("{name}: the focus on {what} is under something"));
        }
        backwards += usize::from(place < before);
        before = place;
    }
    let missing = wanted.difference(&been).count();
    if missing > 0 {
        found.push(format!("{name}: Tab leaves out {missing} of {}", wanted.len()));
    }
    // Once, where it comes round from the last place to the first.
    if backwards > 1 {
        found.push(format!("{name}: the focus goes back {backwards} times"));
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// Keys that act by themselves can be switched off at a machine (2.1.4); then Tab and Enter do the same.
#[tokio::test]
async fn single_keys_of_the_desk_are_switched_off_and_on_in_its_menu() -> Result<()> {
    let office = Office::start().await?;
    let desk = office.desk(4, "Nông Thị Hà").await?;
    office.kiosk()?.take_ticket("D").await?;
    let browser = Browser::start().await?;
    let page = open(&browser, &office, "/sign-in", "[data-counter]").await?;
    sign_in(&page, desk.token()).await?;
    page.goto(&format!("{}/desk/4", office.base())).await?;
    let next = "[data-key=Enter][data-command=next]";
    page.wait_for("the desk", &format!("return document.querySelector('{next}') !== null"), LOADED).await?;
    page.run("document.activeElement?.blur()", vec![]).await?;
    page.touch("summary[data-action=menu]").await?;
    page.touch("[data-action=single-keys]").await?;
    page.run("document.activeElement?.blur()", vec![]).await?;
    page.press("Enter").await?;
    sleep(Duration::from_secs(2)).await;
    ensure!(page.run(&format!("return document.querySelector('{next}') !== null"), vec![]).await? == json!(true));
    page.run(&format!("document.querySelector('{next}').focus()"), vec![]).await?;
    page.press("Enter").await?;
    let called = "return document.querySelector('[data-key=Enter][data-command=start]') !== null";
    page.wait_for("the call, by its button", called, LOADED).await?;
    page.touch("summary[data-action=menu]").await?;
    page.wait_for_text("Bật phím tắt", LOADED).await?;
    page.touch("[data-action=single-keys]").await?;
    page.run("document.activeElement?.blur()", vec![]).await?;
    sleep(Duration::from_secs(1)).await;
    page.press("Enter").await?;
    let begun = "return document.querySelector('[data-key=\"1\"][aria-disabled=false]') !== null
        && document.querySelector('[data-command=start]') === null";
    page.wait_for("the visit, by its key", begun, LOADED).await?;
    browser.close().await?;
    office.close().await
}

async fn sign_in(page: &Page, token: &str) -> Result<()> {
    let script = "const body = JSON.stringify({token: arguments[0]});
        window.moiSignedIn = 0;
        fetch('/api/v1/sessions', {method: 'POST', headers: {'content-type': 'application/json'}, body})
            .then(answer => { window.moiSignedIn = answer.status; });";
    page.run(script, vec![json!(token)]).await?;
    page.wait_for("session", "return window.moiSignedIn === 201", LOADED).await.map(drop)
}

async fn open(browser: &Browser, office: &Office, path: &str, there: &str) -> Result<Page> {
    let page = browser.open("keyboard", &format!("{}{path}", office.base()), 1280, 800).await?;
    page.keep_still().await?;
    page.wait_for(there, &format!("return document.querySelector({}) !== null", json!(there)), LOADED).await?;
    page.at_rest().await?;
    Ok(page)
}

#[tokio::test]
async fn tab_leads_through_each_citizen_s_page_in_order_with_a_focus_that_is_seen() -> Result<()> {
    let config = crate::appointments::all_day(&[]).await?;
    let office = Office::builder().config(&config).start().await?;
    let ticket = office.kiosk()?.take_ticket("D").await?.token;
    let browser = Browser::start().await?;
    let phone = format!("/t/{ticket}");
    for (path, there) in [
        ("/", "[data-waiting]"),
        ("/kiosk", ".ease button"),
        (phone.as_str(), "[data-action=contact-open]"),
        ("/book", "[data-day]"),
        ("/sign-in", "[data-counter]"),
    ] {
        let page = open(&browser, &office, path, there).await?;
        tab_through(&page, path).await?;
    }
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn tab_leads_through_each_page_of_the_staff_in_order_with_a_focus_that_is_seen() -> Result<()> {
    let office = Office::start().await?;
    let desk = office.desk(4, "Nông Thị Hà").await?;
    for _ in 0..3 {
        office.kiosk()?.take_ticket("D").await?;
    }
    desk.next().await?;
    desk.start().await?;
    let browser = Browser::start().await?;
    let page = open(&browser, &office, "/sign-in", "[data-counter]").await?;
    let administrator = office.token(Role::Administrator, "administrator").await?;
    for (token, pages) in [
        (desk.token(), &[("/desk/4", "[data-key=Enter]"), ("/desk?choose", ".counters [data-counter]")][..]),
        (
            &administrator,
            &[
                ("/reception", "[data-action=outage]"),
                ("/roll", ".sheet"),
                ("/admin", "[data-part]"),
                ("/admin/order", "[data-field=day]"),
                ("/admin/preview", "main[data-state=ready]"),
            ][..],
        ),
    ] {
        sign_in(&page, token).await?;
        for (path, there) in pages {
            let one = open(&browser, &office, path, there).await?;
            tab_through(&one, path).await?;
        }
    }
    browser.close().await?;
    office.close().await
}
