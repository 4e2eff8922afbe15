//! Public screens have no path that shows an error, and fingers may be clumsy.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use moi_tests::{Browser, Office};
use serde_json::{Value, json};
use tokio::time::sleep;

const LOADED: Duration = Duration::from_secs(20);

/// What programs say and people should not read.
const WRONG_WORDS: [&str; 9] =
    ["undefined", "NaN", "null", "[object", "Error", "error", "Exception", "Bad Gateway", "<b>"];

/// A server that sends what the page's script holds in `moiFrames`, one after the other over all connections, and takes
/// everything. Pauses are a tenth as long, so that reconnecting after each nonsense takes no minutes.
const HOSTILE_SERVER: &str = "
    const pause = window.setTimeout;
    window.setTimeout = (run, ms, ...rest) => pause(run, ms / 10, ...rest);
    window.moiAt = 0;
    window.WebSocket = class extends EventTarget {
        static OPEN = 1;
        readyState = 0;
        constructor(url) {
            super();
            this.url = url;
            pause(() => { this.readyState = 1; this.tell('open', {}); this.pour(); }, 5);
        }
        tell(kind, event) {
            const said = Object.assign(new Event(kind), event);
            this['on' + kind]?.(said);
            this.dispatchEvent(said);
        }
        pour() {
            if (this.readyState !== 1 || window.moiAt >= window.moiFrames.length) return;
            this.tell('message', { data: window.moiFrames[window.moiAt++] });
            pause(() => this.pour(), 25);
        }
        send() {}
        close(code = 1005) {
            if (this.readyState === 3) return;
            this.readyState = 3;
            pause(() => this.tell('close', { code }), 0);
        }
    };";

/// Frames that no server should send, each followed by one that is as it should be.
fn frames(view: &Value) -> Vec<String> {
    let mut wrong: Vec<String> = [
        "",
        "nonsense",
        "null",
        "7",
        "[]",
        "{}",
        "{\"rev\":1}",
        "{\"rev\":1,\"view\":null}",
        "{\"rev\":1,\"view\":7}",
        "{\"rev\":1,\"view\":[]}",
        "{\"rev\":1,\"view\":{}}",
        "{\"rev\":\"x\",\"view\":{}}",
        "{\"error\":\"Exception\"}",
        "<html>502 Bad Gateway</html>",
    ]
    .map(str::to_owned)
    .to_vec();
    // Each part of the view in turn is something else.
    for name in view.as_object().into_iter().flatten().map(|(name, _)| name) {
        for other in [Value::Null, json!(-1), json!("<i class=moi>7</i>"), json!([null]), json!({"x": 1})] {
            let mut bad = view.clone();
            bad[name] = other;
            wrong.push(json!({"rev": 3, "view": bad}).to_string());
        }
        let mut less = view.clone();
        less.as_object_mut().into_iter().for_each(|fields| drop(fields.remove(name)));
        wrong.push(json!({"rev": 3, "view": less}).to_string());
    }
    let right = json!({"rev": 2, "view": view}).to_string();
    wrong.into_iter().flat_map(|frame| [frame, right.clone()]).collect()
}

/// Recalling a missed visit threw errors on the call monitors (ZMSKVR-1034); "neutral message please" (ZMSKVR-429).
#[tokio::test]
async fn public_screens_show_no_error_text_whatever_a_server_sends() -> Result<()> {
    let office = Office::start().await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    desk.next().await?;
    let browser = Browser::start().await?;
    let mut wrong = BTreeSet::new();
    for (name, page, topic) in [
        ("wall", "/wall".to_owned(), "/live/wall".to_owned()),
        ("counter", "/counter/1".to_owned(), "/live/counters/1".to_owned()),
        ("phone", format!("/t/{}", ticket.token), format!("/live/tickets/{}", ticket.token)),
        ("kiosk", "/kiosk".to_owned(), "/live/kiosk".to_owned()),
    ] {
        let view = moi_tests::live::Topic::at(office.live(&topic)?).next(LOADED).await?.clone();
        let before = format!("window.moiFrames = {}; {HOSTILE_SERVER}", json!(frames(&view)));
        let url = format!("{}{page}", office.base());
        let screen = browser.open_after(&before, &format!("hostile-{name}"), &url, (1280, 800)).await?;
        let (mut moved, mut at) = (Instant::now(), json!(0));
        let mut last = String::new();
        while screen.run("return window.moiAt < window.moiFrames.length", vec![]).await? == json!(true) {
            let taken = screen.run("return window.moiAt", vec![]).await?;
            if taken != at {
                (moved, at) = (Instant::now(), taken);
            }
            ensure!(moved.elapsed() < LOADED * 2, "{name} takes no more frames after {at} and shows {last}");
            last = screen.text().await?;
            wrong.extend(WRONG_WORDS.iter().filter(|word| last.contains(**word)).map(|word| format!("{name}: {word}")));
            sleep(Duration::from_millis(40)).await;
        }
        let markup = screen.run("return document.querySelector('i.moi') !== null", vec![]).await?;
        ensure!(markup == json!(false), "{name} takes data for markup");
        if name != "kiosk" {
            screen.wait_for_text("A001", LOADED).await.context("the view after all the nonsense")?;
        }
        screen.picture("after").await?;
    }
    ensure!(wrong.is_empty(), "shown to people: {wrong:?}");
    browser.close().await?;
    office.close().await
}

/// A long hard press gave an error (ZMS-2755); a slipping finger left a dead page (ZMS-2756).
#[tokio::test]
async fn a_long_press_and_a_slipping_finger_do_what_a_tap_does() -> Result<()> {
    let office = Office::start().await?;
    let browser = Browser::start().await?;
    let kiosk = browser.open("kiosk-clumsy", &format!("{}/kiosk", office.base()), 1080, 1920).await?;
    let long = Duration::from_millis(1500);
    kiosk.press_and_slip("[data-state=start] [data-action=take]", long, 0.0).await?;
    sleep(Duration::from_millis(600)).await;
    let tile = "[data-state=service] [data-action=choose-service][data-service=H]";
    kiosk.press_and_slip(tile, Duration::from_millis(120), 14.0).await?;
    let script = "return document.querySelector('[data-state=documents]')?.dataset.service";
    assert_eq!(kiosk.wait_for("documents", script, LOADED).await?, json!("H"));
    kiosk.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// The result stayed on the screen too long (ZMSKVR-1386): the next citizen begins as the first one did.
#[tokio::test]
async fn the_kiosk_invites_the_next_citizen_soon_after_a_slip_came_out() -> Result<()> {
    let printer = moi_tests::Printer::start().await?;
    let office = Office::builder().printer(&printer.setting()).start().await?;
    let browser = Browser::start().await?;
    let kiosk = browser.open("kiosk-next", &format!("{}/kiosk", office.base()), 1080, 1920).await?;
    for step in [
        "[data-state=start] [data-action=choose-language][data-language=en]",
        "[data-state=start] [data-action=take]",
        "[data-state=service] [data-action=choose-service][data-service=M]",
        "[data-state=documents] [data-action=take-number]",
        "[data-state=priority] .big-button[data-action=choose-priority]",
    ] {
        kiosk.touch(step).await.with_context(|| step.to_owned())?;
        sleep(Duration::from_millis(600)).await;
    }
    kiosk.wait_for("ticket", "return document.querySelector('[data-state=ticket]') !== null", LOADED).await?;
    assert_eq!(kiosk.run("return document.documentElement.lang", vec![]).await?, json!("en"));
    let invited =
        "return document.querySelector('[data-state=start]') !== null && document.documentElement.lang === 'vi'";
    kiosk.wait_for("invitation in the office's own language", invited, Duration::from_secs(30)).await?;
    browser.close().await?;
    office.close().await
}
