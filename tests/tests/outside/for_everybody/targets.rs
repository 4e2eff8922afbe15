//! What can be pressed on the staff's and the citizens' pages has 24 px each way, or as much room around it (2.5.8).

use anyhow::Result;
use moi_tests::Office;

use super::axe_citizens::PHONE;
use super::axe_staff::{DESK, RECEPTION, SIGN_IN};
use super::walk::Walk;
use crate::appointments::all_day;

/// A target below 24 px passes when a circle of 24 px about its middle meets no other target; links within a sentence
/// are as high as its line.
const MEASURE: &str = "
    const within = document.querySelector('dialog[open]') ?? document;
    const all = [...within.querySelectorAll('a[href], button, input, select, summary, textarea, [role=button]')]
        .filter(one => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible'
            && one.closest('p') === null && one.getBoundingClientRect().width > 2);
    const boxes = all.map(one => one.getBoundingClientRect());
    const distance = (x, y, box) =>
        Math.hypot(Math.max(box.left - x, x - box.right, 0), Math.max(box.top - y, y - box.bottom, 0));
    return all.flatMap((one, place) => {
        const { left, top, width, height } = boxes[place];
        if (width >= 23.9 && height >= 23.9) return [];
        const [x, y] = [left + width / 2, top + height / 2];
        const near = boxes.findIndex((box, other) => other !== place && !one.contains(all[other])
            && !all[other].contains(one) && distance(x, y, box) < 12);
        if (near < 0) return [];
        const name = part => `${part.localName} “${part.innerText.trim().slice(0, 20)}”`;
        return [`${name(one)} has ${width.toFixed(0)} × ${height.toFixed(0)} px and is near to ${name(all[near])}`];
    })";

#[tokio::test]
async fn targets_of_the_sign_in_page_have_24_px() -> Result<()> {
    Walk::begin("targets-sign-in", Office::start().await?, 4).await?.measure("vi", SIGN_IN, MEASURE).await
}

#[tokio::test]
async fn targets_of_the_desk_have_24_px() -> Result<()> {
    Walk::begin("targets-desk", Office::start().await?, 4).await?.measure("vi", DESK, MEASURE).await
}

#[tokio::test]
async fn targets_of_the_reception_have_24_px() -> Result<()> {
    let office = Office::builder().config(&all_day(&[]).await?).start().await?;
    Walk::begin("targets-reception", office, 4).await?.measure("vi", RECEPTION, MEASURE).await
}

#[tokio::test]
async fn targets_of_the_phone_page_have_24_px() -> Result<()> {
    Walk::begin("targets-phone", Office::start().await?, 4).await?.measure("en", PHONE, MEASURE).await
}
