//! Pages that nobody closes take up a changed set-up by themselves.

use anyhow::Result;
use moi_tests::{Browser, Office, Role};
use serde_json::json;

use crate::SOON;
use crate::hall_by_browser::sign_in_by_number_pad;

#[tokio::test]
async fn kiosk_wall_and_desk_show_a_changed_set_up_without_being_touched() -> Result<()> {
    let office = Office::builder().bare().alone().start().await?;
    let administrator = office.bearer(&office.token(Role::Administrator, "Đặng Quốc Bảo").await?)?;
    let pin = office.pin("Nông Thị Hà").await?;
    let browser = Browser::start().await?;
    let desk = browser.open("changing-desk", &format!("{}/sign-in", office.base()), 1366, 768).await?;
    sign_in_by_number_pad(&desk, &pin, "1").await?;
    let kiosk = browser.open("changing-kiosk", &format!("{}/kiosk", office.base()), 1080, 1920).await?;
    let wall = browser.open("changing-wall", &format!("{}/wall", office.base()), 1920, 1080).await?;
    wall.wait_for_text("Cai Kinh", SOON).await?;
    let change = json!({"made_from": 0, "edits": [
        {"at": ["office", "name", "vi"], "value": "UBND xã Bản Mới"},
        {"at": ["outcomes", "received", "name", "vi"], "value": "Đã nhận đủ giấy tờ"},
    ]});
    administrator.put_json("/api/v1/set-up", &change).await?.expect_status(200)?;
    wall.wait_for_text("Bản Mới", SOON).await?;
    kiosk.wait_for_text("Bản Mới", SOON).await?;
    // The desk's bar names no office; its lists have the new words.
    let renewed = "return performance.getEntriesByType('navigation')[0].type === 'reload'";
    desk.wait_for("the desk loads anew", renewed, SOON).await?;
    browser.close().await?;
    office.close().await
}
