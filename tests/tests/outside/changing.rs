//! An administrator changes the set-up while the office runs.

use anyhow::{Context, Result};
use moi_display::LiveSocket;
use moi_tests::{Caller, Office, Role};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::SOON;

/// An office that was started with no file, and its administrator.
async fn own_office() -> Result<(Office, Caller)> {
    let office = Office::builder().bare().start().await?;
    let token = office.token(Role::Administrator, "Đặng Quốc Bảo").await?;
    let administrator = office.bearer(&token)?;
    Ok((office, administrator))
}

async fn version(administrator: &Caller) -> Result<u64> {
    administrator.get("/api/v1/set-up").await?.value()?["version"].as_u64().context("a version")
}

fn undo(made_from: u64, seconds: u32) -> Value {
    json!({"made_from": made_from, "edits": [{"at": ["desk", "undo_seconds"], "value": seconds}]})
}

#[tokio::test]
async fn a_change_is_in_force_at_once_survives_a_kill_and_says_who_made_it() -> Result<()> {
    let (mut office, administrator) = own_office().await?;
    let more = json!({"made_from": 0, "edits": [
        {"at": ["services", "A", "name", "en"], "value": "Births and marriages"},
        {"at": ["services", "R"], "value": {
            "code": "R", "name": {"vi": "Thi đua", "en": "Awards"}, "pictogram": "M", "usual_minutes": 8,
            "documents": [{"name": {"vi": "Tờ trình", "en": "Proposal"}}],
        }},
        {"at": ["counters", "2", "services"], "value": ["C", "K", "M", "R"]},
    ]});
    let changed = administrator.put_json("/api/v1/set-up", &more).await?.expect_status(200)?.value()?;
    assert_eq!(changed["version"], json!(1));
    // A citizen takes a ticket for a service that there was not when the office started.
    office.kiosk()?.take_ticket("R").await?;
    office.kill().await?;
    office.open().await?;
    let administrator = office.bearer(&office.token(Role::Administrator, "Bảo").await?)?;
    let shown = administrator.get("/api/v1/set-up").await?.value()?;
    assert_eq!((&shown["version"], &shown["changeable"]), (&json!(1), &json!(true)));
    let text = shown["text"].as_str().context("the text")?;
    assert!(text.contains("# The set-up of an office") && text.contains("Births and marriages"));
    office.kiosk()?.take_ticket("R").await?;
    let audit = administrator.get("/api/v1/audit").await?.value()?;
    let entry = audit["entries"].as_array().context("entries")?.iter().find(|entry| entry["act"] == "set-up-changed");
    let entry = entry.context("the change")?;
    assert_eq!(entry["by"], json!("Đặng Quốc Bảo"));
    let change = &entry["changes"].as_array().context("changes")?[0];
    assert_eq!((&change["key"], &change["before"]), (&json!("counters.2.services"), &json!("C, K, M")));
    office.close().await
}

/// Two administrators save the same page.
#[tokio::test]
async fn a_change_made_from_an_older_version_changes_nothing() -> Result<()> {
    let (office, administrator) = own_office().await?;
    administrator.put_json("/api/v1/set-up", &undo(0, 20)).await?.expect_status(200)?;
    administrator.put_json("/api/v1/set-up", &undo(0, 30)).await?.expect_problem(409, "set-up-moved")?;
    assert_eq!(version(&administrator).await?, 1);
    // A change that changes nothing is none.
    administrator.put_json("/api/v1/set-up", &undo(1, 20)).await?.expect_status(200)?;
    assert_eq!(version(&administrator).await?, 1);
    administrator.put_json("/api/v1/set-up", &undo(1, 30)).await?.expect_status(200)?;
    assert_eq!(version(&administrator).await?, 2);
    office.close().await
}

/// The answer was lost on the way: whoever asks once more has not been overtaken by themselves.
#[tokio::test]
async fn a_change_that_is_asked_for_again_under_its_key_is_made_once() -> Result<()> {
    let (mut office, administrator) = own_office().await?;
    let gone = json!({"made_from": 0, "edits": [{"at": ["slides", "1"], "value": null}]});
    let put = async |caller: &Caller| {
        let body = Some(("application/json", gone.to_string().into_bytes()));
        caller.send(Method::PUT, "/api/v1/set-up", body, &[("idempotency-key", "the same")]).await
    };
    for version in [1, 1] {
        let changed = put(&administrator).await?.expect_status(200)?.value()?;
        assert_eq!(changed["version"], json!(version));
    }
    office.restart().await?;
    put(&administrator).await?.expect_status(200)?;
    assert_eq!(version(&administrator).await?, 1);
    let other = undo(0, 20);
    let body = Some(("application/json", other.to_string().into_bytes()));
    let other = administrator.send(Method::PUT, "/api/v1/set-up", body, &[("idempotency-key", "the same")]).await?;
    other.expect_problem(422, "key-reused")?;
    office.close().await
}

#[tokio::test]
async fn a_set_up_with_mistakes_is_told_all_of_them_and_is_not_in_force() -> Result<()> {
    let (office, administrator) = own_office().await?;
    let wrong = json!({"made_from": 0, "edits": [
        {"at": ["desk", "undo_seconds"], "value": 99},
        {"at": ["counters", "1", "services"], "value": ["A", "Q"]},
    ]});
    for (method, path) in [(Method::PUT, "/api/v1/set-up"), (Method::POST, "/api/v1/set-up/check")] {
        let body = Some(("application/json", wrong.to_string().into_bytes()));
        let answer = administrator.send(method, path, body, &[]).await?;
        let told: Value = serde_json::from_slice(&answer.body)?;
        answer.expect_problem(422, "wrong-set-up")?;
        let keys: Vec<_> = told["findings"].as_array().context("findings")?.iter().map(|one| &one["key"]).collect();
        assert_eq!(keys, [&json!("desk.undo_seconds"), &json!("counters[1].services[2]")], "{told}");
    }
    for body in [json!({"made_from": 0}), json!({"made_from": 0, "text": "", "edits": []})] {
        administrator.put_json("/api/v1/set-up", &body).await?.expect_problem(400, "invalid-body")?;
    }
    let not_there = json!({"made_from": 0, "edits": [{"at": ["counters", "77", "services"], "value": ["A"]}]});
    administrator.put_json("/api/v1/set-up", &not_there).await?.expect_problem(400, "invalid-body")?;
    assert_eq!(version(&administrator).await?, 0);
    office.close().await
}

/// Whoever waits must not be forgotten by a change of the set-up.
#[tokio::test]
async fn a_change_that_would_strand_people_asks_first_and_a_counter_in_use_does_not_vanish() -> Result<()> {
    let (office, administrator) = own_office().await?;
    office.kiosk()?.take_ticket("E").await?;
    let without = |strands: bool| {
        json!({"made_from": 0, "strands": strands, "edits": [
            {"at": ["services", "E"], "value": null},
            {"at": ["counters", "5", "services"], "value": ["H"]},
        ]})
    };
    let checked = administrator.post_json("/api/v1/set-up/check", &without(false)).await?.expect_status(200)?;
    let refusal = &checked.value()?["refusal"];
    assert_eq!((&refusal["code"], &refusal["numbers"]), (&json!("would-strand"), &json!("E001")));
    let answer = administrator.put_json("/api/v1/set-up", &without(false)).await?;
    answer.expect_problem(409, "would-strand")?;
    let desk = office.desk(5, "Hoàng Thị Mai").await?;
    let no_counter = json!({"made_from": 0, "strands": true, "edits": [
        {"at": ["counters", "5"], "value": null}, {"at": ["services", "E"], "value": null},
        {"at": ["services", "H"], "value": null},
    ]});
    administrator.put_json("/api/v1/set-up", &no_counter).await?.expect_problem(409, "counter-in-use")?;
    desk.close().await?;
    administrator.put_json("/api/v1/set-up", &without(true)).await?.expect_status(200)?;
    // The office works on, and says that somebody waits whom nobody calls.
    office.kiosk()?.take_ticket("A").await?;
    let queue = administrator.get("/api/v1/queue").await?.expect_status(200)?.text();
    assert!(queue.contains("A001") && queue.contains("E001"), "{queue}");
    office
        .here()?
        .post_json("/api/v1/tickets", &json!({"service": "E"}))
        .await?
        .expect_problem(422, "unknown-service")?;
    office.close().await
}

/// The kiosk shows a new service without being started again.
#[tokio::test]
async fn whoever_watches_sees_the_change() -> Result<()> {
    let (office, administrator) = own_office().await?;
    let mut socket = LiveSocket::open(&office.live("/live/kiosk")?).await?;
    let first = timeout(SOON, socket.receive_text()).await??;
    assert!(!first.contains("\"code\":\"R\""), "{first}");
    let revision: Value = serde_json::from_str(&first)?;
    socket.send_text(json!({"seen": revision["rev"]}).to_string()).await?;
    let more = json!({"made_from": 0, "edits": [
        {"at": ["services", "R"], "value": {
            "code": "R", "name": {"vi": "Thi đua", "en": "Awards"}, "pictogram": "M", "usual_minutes": 8,
            "documents": [{"name": {"vi": "Tờ trình", "en": "Proposal"}}],
        }},
        {"at": ["counters", "2", "services"], "value": ["C", "K", "M", "R"]},
    ]});
    administrator.put_json("/api/v1/set-up", &more).await?.expect_status(200)?;
    let next = timeout(SOON, socket.receive_text()).await??;
    assert!(next.contains("\"code\":\"R\""), "{next}");
    office.close().await
}

#[tokio::test]
async fn an_office_that_was_started_with_a_file_is_changed_in_its_file() -> Result<()> {
    let office = Office::start().await?;
    let administrator = office.bearer(&office.token(Role::Administrator, "Bảo").await?)?;
    let shown = administrator.get("/api/v1/set-up").await?.value()?;
    assert_eq!(shown["changeable"], json!(false));
    assert!(shown["file"].as_str().context("the file")?.ends_with("office.toml"));
    administrator.put_json("/api/v1/set-up", &undo(0, 20)).await?.expect_problem(409, "set-up-in-file")?;
    // What it would come to can be seen all the same.
    let checked = administrator.post_json("/api/v1/set-up/check", &undo(0, 20)).await?.expect_status(200)?.value()?;
    assert_eq!(checked["changes"][0]["key"], json!("desk.undo_seconds"));
    office.close().await
}

/// Killed between the text and the event, or right after it: the office starts with the one or with the other, whole.
#[tokio::test]
async fn a_kill_in_the_middle_of_changes_leaves_one_of_them_whole() -> Result<()> {
    let (mut office, administrator) = own_office().await?;
    let mut acknowledged = 0;
    for round in 0..6_u64 {
        let changes = async {
            loop {
                let from = version(&administrator).await?;
                let seconds = u32::try_from(10 + (from + 1) % 40)?;
                let answer = administrator.put_json("/api/v1/set-up", &undo(from, seconds)).await?;
                acknowledged = answer.expect_status(200)?.value()?["version"].as_u64().context("a version")?;
            }
            #[expect(unreachable_code, reason = "ends with the server")]
            anyhow::Ok(())
        };
        let _ = timeout(std::time::Duration::from_millis(150 + 37 * round), changes).await;
        office.kill().await?;
        office.open().await?;
        let shown = administrator.get("/api/v1/set-up").await?.expect_status(200)?.value()?;
        let stands = shown["version"].as_u64().context("a version")?;
        assert!(stands == acknowledged || stands == acknowledged + 1, "{stands} after {acknowledged}");
        let seconds = if stands == 0 { 10 } else { 10 + stands % 40 };
        assert_eq!(shown["document"]["desk"]["undo_seconds"], json!(seconds));
        acknowledged = stands;
    }
    assert!(acknowledged > 0, "nothing was changed at all");
    office.close().await
}

/// Whoever brings a file from another office takes its services over, and not its people.
#[tokio::test]
async fn parts_of_another_set_up_are_taken_over_and_the_rest_stays() -> Result<()> {
    let (office, administrator) = own_office().await?;
    let text = crate::SHIPPED.replace("undo_seconds = 10", "undo_seconds = 20").replace("Nông Thị Hà", "Hoàng Thị Én");
    let body = json!({"made_from": 0, "text": text, "parts": ["desk"]});
    let checked = administrator.post_json("/api/v1/set-up/check", &body).await?.expect_status(200)?.value()?;
    assert_eq!(checked["changes"], json!([{"key": "desk.undo_seconds", "before": "10", "after": "20"}]));
    administrator.put_json("/api/v1/set-up", &body).await?.expect_status(200)?;
    let shown = administrator.get("/api/v1/set-up").await?.value()?;
    assert_eq!(shown["document"]["officers"][0]["name"], json!("Nông Thị Hà"));
    // A text that is none is told with its line, and `parts` without a text is no wish.
    let broken = json!({"made_from": 1, "text": "[desk", "parts": ["desk"]});
    let answer = administrator.put_json("/api/v1/set-up", &broken).await?;
    let told: Value = serde_json::from_slice(&answer.body)?;
    answer.expect_problem(422, "wrong-set-up")?;
    assert_eq!(told["findings"][0]["line"], json!(1));
    let alone = json!({"made_from": 1, "parts": ["desk"]});
    administrator.put_json("/api/v1/set-up", &alone).await?.expect_problem(400, "invalid-body")?;
    let shipped = administrator.get("/api/v1/set-up/shipped").await?.expect_status(200)?.value()?;
    assert_eq!(shipped["services"][0]["code"], json!("A"));
    office.close().await
}

/// People are known by their names: whoever corrects the only administrator's would have locked the office.
#[tokio::test]
async fn no_change_leaves_an_office_without_an_administrator_who_can_sign_in() -> Result<()> {
    let (office, administrator) = own_office().await?;
    let renamed = json!({"made_from": 0, "edits": [
        {"at": ["administrators", "Đặng Quốc Bảo"], "value": {"name": "Đặng Quốc Bảo Anh"}},
    ]});
    administrator.put_json("/api/v1/set-up", &renamed).await?.expect_problem(409, "locks-out")?;
    administrator.post_json("/api/v1/set-up/check", &renamed).await?.expect_problem(409, "locks-out")?;
    assert_eq!(version(&administrator).await?, 0);
    let added = json!({"made_from": 0, "edits": [
        {"at": ["administrators", "Đặng Quốc Bảo Anh"], "value": {"name": "Đặng Quốc Bảo Anh"}},
    ]});
    administrator.put_json("/api/v1/set-up", &added).await?.expect_status(200)?;
    let new = "/api/v1/people/%C4%90%E1%BA%B7ng%20Qu%E1%BB%91c%20B%E1%BA%A3o%20Anh/password";
    // A password is good everywhere: it is made by one's own, and so by no token.
    let (bao, password) = office.signed_in_with_password("Đặng Quốc Bảo").await?;
    let own = json!({"current": password});
    administrator.post_json(new, &own).await?.expect_problem(403, "not-allowed")?;
    bao.post_json(new, &own).await?.expect_status(201)?;
    let left = json!({"made_from": 1, "edits": [{"at": ["administrators", "Đặng Quốc Bảo"], "value": null}]});
    administrator.put_json("/api/v1/set-up", &left).await?.expect_status(200)?;
    office.close().await
}

/// A page that was left open is no way to its administrator's account.
#[tokio::test]
async fn an_administrator_sets_their_own_password_at_their_account_alone() -> Result<()> {
    let office = Office::builder().bare().start().await?;
    let (bao, password) = office.signed_in_with_password("Đặng Quốc Bảo").await?;
    let proof = json!({"current": password});
    let own = "/api/v1/people/%C4%91%E1%BA%B7ng%20qu%E1%BB%91c%20b%E1%BA%A3o/password";
    bao.post_json(own, &proof).await?.expect_problem(409, "own-credential")?;
    office.close().await
}
