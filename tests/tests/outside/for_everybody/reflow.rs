//! Citizens' pages zoomed by 400 % (a screen of 1280 px is then one of 320), with type of twice the size, and with the
//! spacing of WCAG 1.4.12: nothing is cut off, and nothing has to be scrolled sideways (1.4.4, 1.4.10, 1.4.12).

use anyhow::Result;
use moi_tests::Office;

use super::axe_citizens::{APPOINTMENT, PHONE};
use super::axe_staff::SIGN_IN;
use super::walk::{Row, Walk};
use crate::appointments::all_day;

/// What is wider than the page, or whose words don't fit into it.
const MEASURE: &str = "
    const found = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) found.push(`the page is ${wide} px too wide`);
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
        const parent = text.parentElement;
        if (text.data.trim() === '' || parent.closest('svg, .sr, script') || !parent.getClientRects().length) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        const said = text.data.trim().slice(0, 30);
        if (box.width < 1) continue;
        if (box.right > innerWidth + 1 || box.left < -1) found.push(`beside the page: ${said}`);
        for (let holder = parent; holder && holder !== document.body; holder = holder.parentElement) {
            const { overflowX, overflowY } = getComputedStyle(holder);
            const [edge, holds] = [holder.getBoundingClientRect(), (how) => how === 'hidden' || how === 'clip'];
            if (holds(overflowX) && (box.right > edge.right + 1 || box.left < edge.left - 1)) {
                found.push(`cut off at its side: ${said}`);
            }
            // Marks on capitals may reach a little out of their line.
            if (holds(overflowY) && box.bottom > edge.bottom + 4) found.push(`cut off below: ${said}`);
        }
    }
    return found";

/// The spacing that a reader may ask for.
const SPACED: &str = "for (const one of document.querySelectorAll('body, body *')) {
        one.style.setProperty('line-height', '1.5', 'important');
        one.style.setProperty('letter-spacing', '.12em', 'important');
        one.style.setProperty('word-spacing', '.16em', 'important');
    }
    for (const one of document.querySelectorAll('p')) one.style.setProperty('margin-bottom', '2em', 'important');";

async fn zoomed(name: &str, rows: &[Row]) -> Result<()> {
    let office = Office::builder().config(&all_day(&[]).await?).start().await?;
    let mut walk = Walk::begin(name, office, 4).await?;
    walk.always_of_size(320, 256);
    walk.measure("vi", rows, MEASURE).await
}

/// A browser of 1280 × 1024 whose reader has type of twice the size.
async fn twice(name: &str, rows: &[Row]) -> Result<()> {
    let office = Office::builder().config(&all_day(&[]).await?).start().await?;
    let mut walk = Walk::begin(name, office, 4).await?;
    walk.always_of_size(640, 512);
    let script = format!("document.documentElement.style.fontSize = '200%'; {MEASURE}");
    walk.measure("en", rows, &script).await
}

async fn spaced(name: &str, rows: &[Row]) -> Result<()> {
    let office = Office::builder().config(&all_day(&[]).await?).start().await?;
    let mut walk = Walk::begin(name, office, 4).await?;
    walk.always_of_size(390, 844);
    walk.measure("vi", rows, &format!("{SPACED} {MEASURE}")).await
}

#[tokio::test]
async fn the_phone_page_fits_a_screen_of_320_px() -> Result<()> {
    zoomed("reflow-phone", PHONE).await
}

#[tokio::test]
async fn booking_and_the_start_page_fit_a_screen_of_320_px() -> Result<()> {
    zoomed("reflow-booking", APPOINTMENT).await
}

#[tokio::test]
async fn the_sign_in_page_fits_a_screen_of_320_px() -> Result<()> {
    zoomed("reflow-sign-in", SIGN_IN).await
}

#[tokio::test]
async fn the_phone_page_takes_type_of_twice_the_size() -> Result<()> {
    twice("twice-phone", PHONE).await
}

#[tokio::test]
async fn booking_and_the_start_page_take_type_of_twice_the_size() -> Result<()> {
    twice("twice-booking", APPOINTMENT).await
}

#[tokio::test]
async fn the_phone_page_takes_wide_spacing() -> Result<()> {
    spaced("spaced-phone", PHONE).await
}

#[tokio::test]
async fn booking_and_the_start_page_take_wide_spacing() -> Result<()> {
    spaced("spaced-booking", APPOINTMENT).await
}
