//! Every control of the kiosk is large enough, apart from the next, whole on the screen, and in low mode in reach from
//! a wheelchair; in large type every letter can be read by who sees badly.

use anyhow::Result;
use moi_tests::Office;

use super::axe_citizens::KIOSK;
use super::walk::Walk;
use crate::appointments::all_day;

/// Millimetres by the panel's own pixels: 1080 × 1920 on 21.5 inches have 0.248 mm, 1280 × 800 on 10.1 inches 0.170.
/// Targets are 20 mm; 5 mm apart on the large panel, and 2.6 mm on the tablet, where 5 would cost a row.
/// Low: in the lower half; on a tablet of 136 mm in the lower 53.4 of its 104 rows.
/// Large: capitals of 7.3 mm, that is type of 40 px on the large panel (Be Vietnam Pro's capitals are 0.74 of it).
const MEASURE: &str = "
    const wide = innerWidth > innerHeight;
    const millimetre = wide ? 1 / 0.170 : 1 / 0.248;
    const [least, apart] = [20 * millimetre - 1, (wide ? 2.5 : 4.9) * millimetre];
    const top = document.body.classList.contains('low') ? innerHeight * (wide ? 50.6 / 104 : 0.5) - 2 : -1;
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const found = [];
    const controls = [...document.querySelectorAll('button, input')].filter(one => one.getClientRects().length > 0);
    const name = one => `${one.dataset.action ?? one.id} “${one.innerText.trim().slice(0, 20)}”`;
    for (const [place, one] of controls.entries()) {
        const box = one.getBoundingClientRect();
        if (Math.min(box.width, box.height) < least) {
            const [width, height] = [box.width, box.height].map(pixels => Math.round(pixels / millimetre));
            found.push(`${name(one)} is ${width} × ${height} mm`);
        }
        if (box.top < top || box.left < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) {
            found.push(`${name(one)} is at ${Math.round(box.top)} of ${innerHeight}`);
        }
        if (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1) {
            found.push(`${name(one)} is too small for its words`);
        }
        for (const other of controls.slice(place + 1)) {
            const next = other.getBoundingClientRect();
            const across = Math.max(next.left - box.right, box.left - next.right);
            const down = Math.max(next.top - box.bottom, box.top - next.bottom);
            if (Math.max(across, down) < apart) found.push(`${name(one)} is too near to ${name(other)}`);
        }
    }
    for (const part of document.querySelectorAll('.ask, .main, .tail, .outlet, .foot, .hello')) {
        if (part.scrollHeight > part.clientHeight + 2) found.push(`${part.className} is cut off`);
    }
    if (document.body.classList.contains('large')) {
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let text = walk.nextNode(); text; text = walk.nextNode()) {
            const box = text.parentElement.getBoundingClientRect();
            const size = parseFloat(getComputedStyle(text.parentElement).fontSize);
            if (text.data.trim() !== '' && box.width > 2 && size < 4 * rem - 0.5) {
                found.push(`“${text.data.trim().slice(0, 30)}” has type of ${(size / rem).toFixed(1)} rem`);
            }
        }
    }
    const eases = [...document.querySelectorAll('.ease button')].map(one => one.dataset.action).join();
    if (eases !== 'toggle-low,toggle-large,toggle-aloud,toggle-contrast') found.push(`the last row has ${eases}`);
    return found";

/// The same walk on a machine whose address says how it stands: a layout for each.
async fn measure(layout: &str, (width, height): (u32, u32)) -> Result<()> {
    let asks = ("name.vi = \"Chứng thực\"", "ask_cases = true\nname.vi = \"Chứng thực\"");
    let config = all_day(&[asks]).await?;
    let office = Office::builder().config(&config).start().await?;
    let mut walk = Walk::begin(&format!("reach-{layout}-{width}"), office, 4).await?;
    walk.always_ask_for(&format!("layout={layout}"));
    walk.always_of_size(width, height);
    let paired = KIOSK.len() - 1;
    walk.measure("vi", &KIOSK[..paired], MEASURE).await
}

const UPRIGHT: (u32, u32) = (1080, 1920);
const ON_ITS_SIDE: (u32, u32) = (1280, 800);

#[tokio::test]
async fn on_an_upright_kiosk_every_control_has_20_mm_and_5_mm_around_it() -> Result<()> {
    measure("usual", UPRIGHT).await
}

#[tokio::test]
async fn low_an_upright_kiosk_has_every_control_in_its_lower_half() -> Result<()> {
    measure("low", UPRIGHT).await
}

#[tokio::test]
async fn large_an_upright_kiosk_has_no_capital_below_7_mm() -> Result<()> {
    measure("large", UPRIGHT).await
}

#[tokio::test]
async fn low_and_large_at_once_an_upright_kiosk_keeps_both() -> Result<()> {
    measure("low,large,contrast", UPRIGHT).await
}

#[tokio::test]
async fn on_a_tablet_every_control_has_20_mm() -> Result<()> {
    measure("usual", ON_ITS_SIDE).await
}

#[tokio::test]
async fn low_a_tablet_has_every_control_in_its_lower_half() -> Result<()> {
    measure("low", ON_ITS_SIDE).await
}

#[tokio::test]
async fn low_and_large_at_once_a_tablet_keeps_both() -> Result<()> {
    measure("low,large", ON_ITS_SIDE).await
}
