//! The kiosk without sight, without letters and without touch: read aloud, by four arrows, Enter and a help key.

use std::time::Duration;

use anyhow::{Result, ensure};
use moi_tests::{Browser, Office, Page};
use serde_json::json;
use tokio::time::sleep;

use crate::{SHIPPED, SOON};

/// A page is loaded, drawn and live within this, in a debug build beside a busy browser.
const LOADED: Duration = Duration::from_secs(20);
/// Longer than the longest screen takes to be read.
const READ: Duration = Duration::from_mins(1);

/// Notes which clips are played, each when it begins to sound. A clip of a second takes a tenth, so that a screen is
/// read within seconds.
const EARS: &str = "window.moiHeard = [];
    const files = new WeakMap();
    const decode = AudioContext.prototype.decodeAudioData;
    const load = window.fetch;
    let last = '';
    window.fetch = async (address, ...rest) => {
        const answer = await load(address, ...rest);
        if (!String(address).includes('/voice/')) return answer;
        const bytes = answer.arrayBuffer.bind(answer);
        answer.arrayBuffer = async () => { last = String(address).split('/').slice(-2).join('/'); return bytes(); };
        return answer;
    };
    AudioContext.prototype.decodeAudioData = async function(bytes) {
        const name = last;
        const clip = await decode.call(this, bytes);
        files.set(clip, name);
        return clip;
    };
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function() {
        window.moiHeard.push(files.get(this.buffer));
        this.playbackRate.value = 10;
        start.call(this);
    };";

async fn kiosk(browser: &Browser, office: &Office, query: &str) -> Result<Page> {
    let url = format!("{}/kiosk{query}", office.base());
    let page = browser.open_after(EARS, "kiosk-voice", &url, (1080, 1920)).await?;
    page.wait_for("the kiosk", "return document.querySelector('[data-state=start] .ease') !== null", LOADED).await?;
    Ok(page)
}

/// Waits until all of these were heard, in this order, and forgets what was heard.
async fn hears(page: &Page, clips: &[&str]) -> Result<()> {
    let script = format!(
        "let from = 0;
         return {}.every(clip => (from = window.moiHeard.indexOf(clip, from) + 1) > 0)",
        json!(clips)
    );
    let heard = page.wait_for(&clips.join(", "), &script, READ).await;
    let all = page.run("return window.moiHeard.splice(0).join(' ')", vec![]).await?;
    heard.map(drop).map_err(|cause| cause.context(format!("heard: {all}")))
}

async fn focus_on(page: &Page, selector: &str) -> Result<()> {
    let script = format!("return document.activeElement?.matches({})", json!(selector));
    page.wait_for(selector, &script, SOON).await.map(drop)
}

/// A ticket with nothing but the keypad, and every step of it for ears.
#[tokio::test]
async fn by_ear_and_keypad_alone_somebody_takes_a_ticket() -> Result<()> {
    let office = Office::start().await?;
    let browser = Browser::start().await?;
    let page = kiosk(&browser, &office, "").await?;
    page.press("F1").await?;
    hears(&page, &["vi/moi-ba-con-lay-so.ogg", "vi/lay-so-thu-tu.ogg", "vi/tieng-viet.ogg", "en/english.ogg"]).await?;
    page.press("ArrowDown").await?;
    hears(&page, &["vi/lay-so-thu-tu.ogg"]).await?;
    page.press("Enter").await?;
    hears(&page, &["vi/ba-con-can-lam-viec-gi.ogg", "vi/ho-tich.ogg"]).await?;
    focus_on(&page, "h1").await?;
    page.press("ArrowRight").await?;
    page.press("ArrowRight").await?;
    focus_on(&page, "[data-service=C]").await?;
    hears(&page, &["vi/chung-thuc.ogg", "vi/khong.ogg", "vi/nguoi-dang-cho.ogg"]).await?;
    page.press("ArrowLeft").await?;
    hears(&page, &["vi/ho-tich.ogg"]).await?;
    page.press("Enter").await?;
    hears(&page, &["vi/giay-chung-sinh.ogg", "vi/lay-so.ogg"]).await?;
    page.press("ArrowDown").await?;
    focus_on(&page, "[data-action=take-number]").await?;
    page.press("Enter").await?;
    hears(&page, &["vi/ban-co-thuoc-dien-uu-tien.ogg", "vi/nguoi-cao-tuoi-tu-60-tuoi.ogg"]).await?;
    // Round and round: the way back leads past the last row to the last class.
    for _ in 0..20 {
        page.press("ArrowUp").await?;
        let there = "return document.activeElement.matches('.big-button[data-action=choose-priority]')";
        if page.run(there, vec![]).await? == json!(true) {
            break;
        }
    }
    page.press("Enter").await?;
    let number = ["vi/a.ogg", "vi/khong.ogg", "vi/khong.ogg", "vi/mot.ogg"];
    hears(&page, &[&["vi/ho-tich.ogg"], &number[..], &["vi/toi-da-nho-so.ogg"]].concat()).await?;
    page.press("F1").await?;
    hears(&page, &number).await?;
    // The next visitor finds a silent machine.
    page.press("ArrowDown").await?;
    focus_on(&page, "[data-action=done]").await?;
    page.press("Enter").await?;
    let silent = "return document.querySelector('[data-state=start] [data-action=toggle-aloud][aria-pressed=false]')";
    page.wait_for("silence", &format!("{silent} !== null"), SOON).await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// For who can't read: what is named is marked, and a touch names what it does.
#[tokio::test]
async fn read_aloud_by_touch_the_screen_is_named_part_by_part_and_each_part_is_marked() -> Result<()> {
    let office = Office::start().await?;
    let browser = Browser::start().await?;
    let page = kiosk(&browser, &office, "?lang=en").await?;
    page.touch("[data-action=toggle-aloud]").await?;
    hears(&page, &["en/please-take-a-ticket.ogg", "en/take-a-ticket.ogg"]).await?;
    sleep(Duration::from_millis(600)).await;
    page.touch("[data-action=take]").await?;
    let marked = "return document.querySelector('button[data-read]')?.dataset.service";
    assert_eq!(page.wait_for("a mark", marked, READ).await?, json!("A"));
    page.picture("marked").await?;
    hears(&page, &["en/take-a-ticket.ogg", "en/what-do-you-need.ogg", "en/land.ogg"]).await?;
    page.touch("[data-service=D]").await?;
    hears(&page, &["en/land.ogg", "en/land-registration-form.ogg"]).await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_name_without_a_voice_is_told_to_be_one_and_no_other_name_is_said_for_it() -> Result<()> {
    let config = SHIPPED.replacen("name.vi = \"Đất đai\"", "name.vi = \"Ruộng nương\"", 1);
    let office = Office::builder().config(&config).start().await?;
    let browser = Browser::start().await?;
    let page = kiosk(&browser, &office, "").await?;
    page.touch("[data-action=toggle-aloud]").await?;
    sleep(Duration::from_millis(600)).await;
    page.touch("[data-action=take]").await?;
    let unread = "vi/ten-nay-may-chua-doc-duoc-xin-hoi-can-bo-o-quay.ogg";
    hears(&page, &["vi/chung-thuc.ogg", unread, "vi/bao-tro-xa-hoi.ogg"]).await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// Nothing is promised that the machine can't do.
#[tokio::test]
async fn where_nothing_can_be_said_no_reading_is_offered() -> Result<()> {
    let office = Office::start().await?;
    let browser = Browser::start().await?;
    let mute = "const load = window.fetch;
        window.fetch = (address, ...rest) =>
            load(String(address).includes('/voice/') ? '/web/kiosk/voice/none.json' : address, ...rest);";
    let page = browser.open_after(mute, "kiosk-mute", &format!("{}/kiosk", office.base()), (1080, 1920)).await?;
    page.wait_for("the kiosk", "return document.querySelectorAll('.ease button').length === 3", LOADED).await?;
    page.press("F1").await?;
    sleep(Duration::from_secs(2)).await;
    let offered = page.run("return document.querySelector('[data-action=toggle-aloud]') !== null", vec![]).await?;
    ensure!(offered == json!(false), "reading is offered without a voice");
    page.picture("no-voice").await?;
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}
