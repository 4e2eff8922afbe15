//! People whom no open counter calls: everybody who can help is warned, whoever leaves is asked first, and counters
//! help those who have waited for long.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use moi_tests::live::Topic;
use moi_tests::{Browser, Office, Role};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::hall_by_browser::sign_in_by_number_pad;
use crate::verbs_by_browser::{QUIET, choose, press};
use crate::{SHIPPED, SOON};

const AT_FIVE: &str = "/api/v1/counters/5/close";

async fn counters(office: &Office) -> Result<String> {
    Ok(office.here()?.get("/api/v1/counters").await?.text())
}

/// Somebody waited all morning for a counter that nobody had opened.
#[tokio::test]
async fn desks_and_the_administrator_are_told_of_people_whom_no_open_counter_calls() -> Result<()> {
    let office = Office::start().await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    let mut own = Topic::at(office.live("/live/desks/1")?.with_token(desk.token()));
    own.until(SOON, |view| view["stranded"] == json!([])).await?;
    office.kiosk()?.take_ticket("H").await?;
    office.kiosk()?.take_ticket("H").await?;
    let told = json!([{"service": "H", "waiting": 2, "counters": [5]}]);
    own.until(SOON, |view| view["stranded"] == told).await?;
    let state = office.here()?.get("/api/v1/office/state").await?.expect_status(200)?.value()?;
    assert_eq!(state["stranded"], told);
    let other = office.desk(5, "Lương Văn Tú").await?;
    own.until(SOON, |view| view["stranded"] == json!([])).await?;
    other.pause().await?;
    own.until(SOON, |view| view["stranded"] == told).await?;
    office.close().await
}

#[tokio::test]
async fn the_last_open_counter_of_a_service_closes_only_when_it_is_said_what_becomes_of_those_who_wait() -> Result<()> {
    let office = Office::start().await?;
    let desk = office.desk(5, "Lương Văn Tú").await?;
    office.kiosk()?.take_ticket("H").await?;
    office.kiosk()?.take_ticket("E").await?;
    office.kiosk()?.take_ticket("H").await?;
    let before = counters(&office).await?;
    let answer = desk.ask("close").await?;
    answer.expect_problem(409, "people-wait")?;
    let refused: Value = serde_json::from_str(&answer.text())?;
    assert_eq!(refused["waiting"], json!(3));
    assert_eq!(refused["services"], json!([{"service": "E", "waiting": 1}, {"service": "H", "waiting": 2}]));
    let administrator = office.bearer(&office.token(Role::Administrator, "Đặng Quốc Bảo").await?)?;
    administrator.post(AT_FIVE).await?.expect_problem(409, "people-wait")?;
    for (body, status, code) in [
        (json!({"hand_over": {"counter": 1}}), 409, "counter-closed"),
        (json!({"hand_over": {"counter": 77}}), 422, "unknown-target"),
        (json!({"hand_over": {"service": "H"}}), 409, "people-wait"),
        (json!({"hand_over": {"service": "Z"}}), 422, "unknown-service"),
        (json!({"hand_over": {}}), 400, "invalid-body"),
        (json!({"hand_over": {"counter": 1, "service": "A"}}), 400, "invalid-body"),
        (json!({"hand_over": {"counter": 1}, "leave_waiting": true}), 400, "invalid-body"),
    ] {
        desk.caller().post_json(AT_FIVE, &body).await?.expect_problem(status, code)?;
    }
    ensure!(before == counters(&office).await?, "a refusal changes nothing");
    administrator.post_json(AT_FIVE, &json!({"leave_waiting": true})).await?.expect_status(200)?;
    office.close().await
}

#[tokio::test]
async fn those_who_wait_are_handed_over_in_one_step_and_keep_their_numbers_and_their_order() -> Result<()> {
    let office = Office::start().await?;
    let leaving = office.desk(5, "Lương Văn Tú").await?;
    let staying = office.desk(1, "Nông Thị Hà").await?;
    let (first, second) = (office.kiosk()?.take_ticket("H").await?, office.kiosk()?.take_ticket("H").await?);
    office.kiosk()?.take_ticket("A").await?;
    let body = json!({"hand_over": {"counter": 1}});
    for _ in 0..2 {
        // A retry finds it done.
        leaving.caller().post_keyed(AT_FIVE, Some(&body), "home").await?.expect_status(200)?;
    }
    for ticket in [&first, &second] {
        let view = office.nobody()?.get(&format!("/api/v1/tickets/{}", ticket.token)).await?.value()?;
        assert_eq!((&view["counters"], &view["transferred_from"]), (&json!([1]), &json!(5)));
    }
    for number in [&first.number, &second.number, "A001"] {
        assert_eq!(&staying.next().await?.context("somebody waits")?.number, number);
    }
    office.close().await
}

#[tokio::test]
async fn a_long_pause_asks_and_a_short_one_does_not() -> Result<()> {
    let office = Office::start().await?;
    let desk = office.desk(5, "Lương Văn Tú").await?;
    office.kiosk()?.take_ticket("H").await?;
    let pause = "/api/v1/counters/5/pause";
    let long = desk.caller().post_json(pause, &json!({"minutes": 30})).await?;
    long.expect_problem(409, "people-wait")?;
    desk.caller().post_json(pause, &json!({"minutes": 30, "leave_waiting": true})).await?.expect_status(200)?;
    desk.open().await?;
    desk.caller().post_json(pause, &json!({"minutes": 29})).await?.expect_status(200)?;
    office.close().await
}

#[tokio::test]
async fn the_desk_asks_who_calls_those_who_wait_and_a_digit_answers() -> Result<()> {
    let office = Office::builder().alone().start().await?;
    let pin = office.pin("Nông Thị Hà").await?;
    let browser = Browser::start().await?;
    let desk = browser.open("leaving", &format!("{}/sign-in", office.base()), 1366, 768).await?;
    sign_in_by_number_pad(&desk, &pin, "5").await?;
    press(&desk, "Enter").await?;
    office.kiosk()?.take_ticket("C").await?;
    desk.wait_for_text("Chứng thực: 1 người đang chờ, chưa có quầy nào mở (Quầy 1, 2, 3).", SOON).await?;
    desk.picture("stranded").await?;
    let other = office.desk(1, "Lương Văn Tú").await?;
    let ticket = office.kiosk()?.take_ticket("H").await?;
    desk.wait_for_text(&ticket.number, SOON).await?;
    desk.wait_without_text("Chưa ai gọi", SOON).await?;
    sleep(QUIET).await;
    let sign_out = "document.querySelector('[data-action=menu]').click();
        document.querySelector('[data-action=sign-out]').click(); return true";
    desk.run(sign_out, vec![]).await?;
    desk.wait_for_text("Còn 1 người chờ mà không quầy nào khác gọi", SOON).await?;
    sleep(QUIET).await;
    let is_closed = "return document.querySelector('[data-chooser=leaving]') !== null
        && document.querySelector('details.account[open]') === null";
    desk.wait_for("the menu closed over the list", is_closed, SOON).await?;
    choose(&desk, "leaving", "2").await?;
    let signed_out = "return location.pathname.startsWith('/sign-in')";
    desk.wait_for("signed out", signed_out, SOON).await?;
    for number in ["C001", &ticket.number] {
        assert_eq!(other.next().await?.context("somebody waits")?.number, number);
    }
    office.kiosk()?.take_ticket("D").await?;
    let admin = browser.open("admin-stranded", &format!("{}/admin?lang=en", office.base()), 1366, 900).await?;
    admin.wait_for_text("Land: 1 person waits and no counter with it is open", SOON).await?;
    admin.picture("stranded").await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_pause_has_a_reason_of_the_set_up_which_stands_in_every_view() -> Result<()> {
    let office = Office::start().await?;
    let desk = office.desk(5, "Lương Văn Tú").await?;
    let pause = "/api/v1/counters/5/pause";
    let unknown = desk.caller().post_json(pause, &json!({"reason": "strike"})).await?;
    unknown.expect_problem(422, "unknown-pause-reason")?;
    let paused = desk.caller().post_json(pause, &json!({"reason": "lunch"})).await?.expect_status(200)?.value()?;
    assert_eq!((&paused["state"], &paused["pause_reason"]), (&json!("paused"), &json!("lunch")));
    let until = paused["until"].as_str().context("as long as lunch usually takes")?.to_owned();
    for (path, at) in [("/live/wall", "/counters/4"), ("/live/counters/5", "")] {
        let mut topic = Topic::at(office.live(path)?);
        let said = |view: &Value| {
            let counter = view.pointer(at).unwrap_or(&Value::Null);
            counter["pause_reason"] == "lunch" && counter["until"] == *until
        };
        topic.until(SOON, said).await?;
    }
    let shorter = desk.caller().post_json(pause, &json!({"reason": "lunch", "minutes": 20})).await?.value()?;
    assert!(shorter["until"].as_str() < Some(&until), "{shorter}");
    let known = office.nobody()?.get("/api/v1/office").await?.value()?;
    let lunch = json!({"id": "lunch", "name": {"vi": "Nghỉ trưa", "en": "Lunch"}, "usual_minutes": 90});
    assert_eq!(known["pause_reasons"][0], lunch);
    desk.open().await?;
    let open = office.here()?.get("/api/v1/counters").await?.value()?;
    assert_eq!(open["counters"][4]["pause_reason"], Value::Null);
    let journal = office.run(&["journal", "export"]).await?.stdout;
    ensure!(journal.lines().any(|line| line.contains("counter-paused") && line.contains("lunch")), "{journal}");
    office.close().await
}

#[tokio::test]
async fn the_desk_pauses_with_two_keys_and_the_hall_reads_why() -> Result<()> {
    let office = Office::builder().alone().start().await?;
    let pin = office.pin("Nông Thị Hà").await?;
    let browser = Browser::start().await?;
    let desk = browser.open("pausing", &format!("{}/sign-in", office.base()), 1366, 768).await?;
    sign_in_by_number_pad(&desk, &pin, "5").await?;
    let wall = browser.open("wall-paused", &format!("{}/wall?lang=vi", office.base()), 1920, 1080).await?;
    let over = browser.open("counter-paused", &format!("{}/counter/5?lang=en", office.base()), 1280, 800).await?;
    press(&desk, "Enter").await?;
    press(&desk, "9").await?;
    choose(&desk, "pause", "2").await?;
    desk.wait_for_text("đang ghi “Tạm nghỉ” và “Họp”", SOON).await?;
    desk.picture("paused").await?;
    wall.wait_for_text("Họp", SOON).await?;
    wall.picture("paused").await?;
    over.wait_for_text("Meeting", SOON).await?;
    over.picture("paused").await?;
    press(&desk, "9").await?;
    press(&desk, "9").await?;
    choose(&desk, "pause", "9").await?;
    desk.wait_for_text("Tạm nghỉ từ", SOON).await?;
    wall.wait_without_text("Họp", SOON).await?;
    browser.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_counter_helps_those_who_have_waited_for_long_and_its_desk_shows_them_by_itself() -> Result<()> {
    let own = "number = 1\nservices = [\"A\", \"C\"]";
    let helping = SHIPPED.replacen(own, &format!("{own}\nhelps_with = [\"H\"]\nhelps_after_minutes = 21"), 1);
    let office = Office::builder().config(&helping).start().await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    let mut view = Topic::at(office.live("/live/desks/1")?.with_token(desk.token()));
    // A priority of twenty minutes counts as waited: one is left.
    office.kiosk()?.take_priority_ticket("H", "elderly").await?;
    office.kiosk()?.take_ticket("H").await?;
    view.until(SOON, |view| view["hall_total"] == 2).await?;
    assert_eq!((&view.last()["queue"], &view.last()["stranded"]), (&json!([]), &json!([])));
    assert!(desk.next().await?.is_none(), "their own counter has them for a while");
    let waited = view.until(Duration::from_secs(75), |view| view["queue"][0]["number"] == "H001").await?;
    assert!(waited > Duration::from_secs(45), "{waited:?}");
    assert_eq!((&view.last()["queue_total"], &view.last()["queue"][0]["helped"]), (&json!(1), &json!(true)));
    assert_eq!(desk.next().await?.context("H001 has waited")?.number, "H001");
    office.close().await
}
