//! Pictures on the pages: taken in where the set-up is changed, shown in the hall.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use moi_tests::{Browser, Caller, Office, Page, Role};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::SOON;
use crate::inspecting_by_browser::{LOADED, sign_in_by};

const ADMINISTRATOR: &str = "Đặng Quốc Bảo";

/// For a picture of the page: a slide has faded in within this.
const FADE: Duration = Duration::from_millis(900);

/// Draws a picture in the browser, and chooses it, or drops it, as people do.
pub const GIVE_PICTURE: &str = "
    window.moiGive = (place, how, kind, [width, height]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [width, height];
      const pen = canvas.getContext('2d');
      pen.fillStyle = '#fff4e4';
      pen.fillRect(0, 0, width, height);
      pen.fillStyle = '#a1402c';
      pen.beginPath();
      pen.moveTo(width * .1, height * .5);
      pen.lineTo(width * .5, height * .12);
      pen.lineTo(width * .9, height * .5);
      pen.fill();
      pen.fillStyle = '#273580';
      pen.fillRect(width * .2, height * .5, width * .6, height * .38);
      canvas.toBlob((blob) => {
        const held = new DataTransfer();
        held.items.add(new File([kind === 'text/plain' ? 'hello' : blob], 'gate.png', { type: kind }));
        const goal = document.querySelector(`[data-place='${place}']`);
        if (how === 'drop') {
          goal.dispatchEvent(new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true }));
          return;
        }
        const input = goal.querySelector('input');
        input.files = held.files;
        input.dispatchEvent(new Event('change'));
      }, kind === 'text/plain' ? 'image/png' : kind);
    };";

async fn give(page: &Page, place: &str, how: &str, kind: &str, size: (u32, u32)) -> Result<()> {
    let there = format!("return document.querySelector(\"[data-place='{place}'] input:not([disabled])\") !== null");
    page.wait_for(place, &there, LOADED).await?;
    let script = format!("{GIVE_PICTURE} window.moiGive(...arguments);");
    page.run(&script, vec![json!(place), json!(how), json!(kind), json!([size.0, size.1])]).await.map(drop)
}

async fn at(browser: &Browser, office: &Office, token: &str, part: &str, language: &str) -> Result<Page> {
    let url = format!("{}/admin/set-up{part}?lang={language}", office.base());
    let page = browser.open("pictures", &url, 1366, 900).await?;
    page.wait_for("the way in", "return document.querySelector('main[data-state=refused]') !== null", LOADED).await?;
    sign_in_by(&page, &json!({"token": token})).await?;
    page.goto(&url).await?;
    page.wait_for("the part", "return document.querySelector('main[data-state=ready]') !== null", LOADED).await?;
    Ok(page)
}

async fn press(page: &Page, what: &str) -> Result<()> {
    let found = format!("return document.querySelector(\"{what}:not([disabled])\") !== null");
    page.wait_for(what, &found, LOADED).await?;
    page.run("document.querySelector(arguments[0]).click()", vec![json!(what)]).await.map(drop)
}

async fn enter(page: &Page, field: &str, text: &str) -> Result<()> {
    let script = "const field = document.querySelector(`${arguments[0]} :is(input, textarea)`);
        field.value = arguments[1];
        field.dispatchEvent(new Event('input'));
        field.dispatchEvent(new Event('blur'));";
    page.run(script, vec![json!(field), json!(text)]).await.map(drop)
}

async fn save(page: &Page) -> Result<()> {
    press(page, "[data-action=review]").await?;
    press(page, "dialog[open] [data-action=save]").await?;
    page.wait_for("the end", "return document.querySelector('dialog[open]') === null", LOADED).await.map(drop)
}

async fn set_up(administrator: &Caller) -> Result<Value> {
    Ok(administrator.get("/api/v1/set-up").await?.expect_status(200)?.value()?["document"].clone())
}

/// Whether a picture is on the page, whole.
fn drawn(selector: &str) -> String {
    format!("const image = document.querySelector(\"{selector}\"); return image?.complete && image.naturalWidth > 0")
}

async fn office() -> Result<(Office, Caller, String)> {
    let office = Office::builder().bare().start().await?;
    let token = office.token(Role::Administrator, ADMINISTRATOR).await?;
    let administrator = office.bearer(&token)?;
    Ok((office, administrator, token))
}

#[tokio::test]
async fn a_picture_goes_from_the_administrators_page_to_a_slide_of_the_wall() -> Result<()> {
    let browser = Browser::start().await?;
    let (office, administrator, token) = office().await?;
    let wall = browser.open("wall", &format!("{}/wall", office.base()), 1920, 1080).await?;
    wall.wait_for("the wall", "return document.querySelector('.slide') !== null", LOADED).await?;
    wall.picture("words").await?;
    let page = at(&browser, &office, &token, "/slides", "en").await?;
    give(&page, "new-slide", "drop", "image/jpeg", (1_600, 1_200)).await?;
    page.wait_for("the preview", &drawn(".slide.picture img"), LOADED).await?;
    page.wait_for_text("The picture is here", SOON).await?;
    let focused = "return document.activeElement?.closest('[data-key=\"slides.1.title\"]') !== null";
    page.wait_for("what it shows", focused, SOON).await?;
    // Nobody who can't see it may be left without a word.
    press(&page, "[data-action=review]").await?;
    page.wait_for_text("1 place to mend", SOON).await?;
    page.picture("untitled").await?;
    enter(&page, "[data-key='slides.1.title'] [lang=vi]", "Cổng mới ở phía chợ").await?;
    enter(&page, "[data-key='slides.1.title'] [lang=en]", "The new gate is next to the market").await?;
    press(&page, "[data-entry='slides.0'] [data-action=remove]").await?;
    save(&page).await?;
    let slides = set_up(&administrator).await?["slides"].clone();
    assert_eq!((slides.as_array().map(Vec::len), slides[0].get("rows")), (Some(1), None), "{slides}");

    wall.wait_for("the picture", &drawn(".slide.picture img"), LOADED).await?;
    let alt = wall.run("return document.querySelector('.slide.picture img').alt", vec![]).await?;
    assert_eq!(alt, "Cổng mới ở phía chợ");
    let fits = "const [image, panel] = ['.slide.picture img', '.slide'].map((one) =>
            document.querySelector(one).getBoundingClientRect());
        return getComputedStyle(document.querySelector('.slide.picture img')).objectFit === 'contain'
            && image.width <= panel.width && image.height <= panel.height && image.width > panel.width * .9;";
    assert_eq!(wall.run(fits, vec![]).await?, true);
    sleep(FADE).await;
    wall.picture("picture").await?;
    page.no_faults().await?;
    wall.no_faults().await?;
    browser.close().await?;
    office.close().await
}

/// As the rest of the wall does.
#[tokio::test]
async fn slides_with_pictures_go_on_without_the_office_and_one_that_does_not_come_is_passed_over() -> Result<()> {
    let browser = Browser::start().await?;
    let (mut office, administrator, _) = office().await?;
    let mut ids = Vec::new();
    for shade in [20, 120] {
        ids.push(crate::pictures::taken(&administrator, crate::pictures::png(&crate::pictures::drawing(shade))).await?);
    }
    let slide = |id: &str| json!({"title": {"vi": id, "en": id}, "picture": id});
    let edits = json!([{"at": ["slides"], "value": [slide(&ids[0]), slide(&ids[1])]}]);
    let change = json!({"made_from": 0, "edits": edits});
    administrator.put_json("/api/v1/set-up", &change).await?.expect_status(200)?;
    // The second picture never reaches this wall; and time runs ten times as fast on it.
    let before = format!(
        "const decode = HTMLImageElement.prototype.decode;
        HTMLImageElement.prototype.decode = function () {{
          return this.src.endsWith('{}') && !window.moiComes ? Promise.reject(new Error('gone')) : decode.call(this);
        }};
        const now = performance.now.bind(performance);
        performance.now = () => now() * 10;",
        ids[1]
    );
    let wall = browser.open_after(&before, "wall", &format!("{}/wall", office.base()), (1920, 1080)).await?;
    let shows = |id: &str| format!("return document.querySelector('.slide img')?.alt === '{id}'");
    wall.wait_for("the first", &shows(&ids[0]), LOADED).await?;
    sleep(Duration::from_secs(3)).await;
    assert_eq!(wall.run(&shows(&ids[0]), vec![]).await?, true, "30 seconds are over, and the other one is not there");
    assert_eq!(wall.run("return document.querySelectorAll('.dots i').length", vec![]).await?, 0);
    wall.run("window.moiComes = true", vec![]).await?;
    wall.wait_for("the second", &shows(&ids[1]), LOADED).await?;
    office.kill().await?;
    wall.wait_for("the first, with nobody to ask", &shows(&ids[0]), LOADED).await?;
    wall.wait_for("that it is lost", "return document.querySelector('.wall.stale') !== null", LOADED).await?;
    wall.wait_for("the second, with nobody to ask", &shows(&ids[1]), LOADED).await?;
    wall.wait_for("it is whole", &drawn(".slide.picture img"), SOON).await?;
    sleep(FADE).await;
    wall.picture("offline").await?;
    office.open().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn the_logo_stands_beside_the_offices_name_in_the_hall_and_on_phones() -> Result<()> {
    let browser = Browser::start().await?;
    let (office, administrator, token) = office().await?;
    let page = at(&browser, &office, &token, "/office", "vi").await?;
    give(&page, "office.logo", "choose", "image/png", (1_200, 900)).await?;
    page.wait_for("the logo", &drawn("[data-key='office.logo'] .grounds img"), LOADED).await?;
    page.picture("logo-vi").await?;
    save(&page).await?;
    let logo = set_up(&administrator).await?["office"]["logo"].clone();
    let list = administrator.get("/api/v1/pictures").await?.value()?;
    assert_eq!((&list["pictures"][0]["id"], &list["pictures"][0]["height"]), (&logo, &json!(120)), "small for phones");
    let ticket = office.kiosk()?.take_ticket("A").await?;
    for (name, path, width, height) in [
        ("wall", "/wall".to_owned(), 1920, 1080),
        ("kiosk", "/kiosk".to_owned(), 1080, 1920),
        ("phone", format!("/t/{}", ticket.token), 390, 844),
    ] {
        let window = browser.open(name, &format!("{}{path}", office.base()), width, height).await?;
        window.wait_for(name, &drawn(".top img.logo"), LOADED).await.with_context(|| path.clone())?;
        window.picture("logo").await?;
        window.no_faults().await?;
    }
    press(&page, "[data-key='office.logo'] [data-action=no-picture]").await?;
    save(&page).await?;
    assert_eq!(set_up(&administrator).await?["office"].get("logo"), None);
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_file_that_is_refused_says_why_where_it_was_chosen_and_what_is_not_used_can_be_erased() -> Result<()> {
    let browser = Browser::start().await?;
    let (office, administrator, token) = office().await?;
    let page = at(&browser, &office, &token, "/slides", "vi").await?;
    give(&page, "new-slide", "choose", "text/plain", (10, 10)).await?;
    page.wait_for_text("Hình phải là tệp PNG, JPEG hoặc WebP", SOON).await?;
    page.picture("refused-vi").await?;
    give(&page, "new-slide", "choose", "image/webp", (800, 600)).await?;
    page.wait_for("the preview", &drawn(".slide.picture img"), LOADED).await?;
    page.picture("slide-vi").await?;
    let refused = page.run("return document.querySelector('[data-place=new-slide] .wrong')", vec![]).await?;
    assert_eq!(refused, Value::Null, "the old refusal stays");
    press(&page, "[data-entry='slides.1'] [data-action=remove]").await?;
    page.wait_for("what is not used", &drawn(".unused img"), LOADED).await?;
    page.picture("unused-vi").await?;
    page.run("window.confirm = () => true", vec![]).await?;
    press(&page, ".unused [data-action=erase]").await?;
    page.wait_for("nothing left", "return document.querySelector('.unused') === null", SOON).await?;
    ensure!(administrator.get("/api/v1/pictures").await?.value()?["pictures"] == json!([]), "it is still there");
    page.no_faults().await?;
    browser.close().await?;
    office.close().await
}
