//! Devices are paired by a code, and shut out with one click.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use moi_display::{LiveError, LiveSocket};
use moi_tests::{Caller, Office, Role};
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::SOON;

/// A guarded socket looked at its credential every fifteen seconds before there was a bell. One that closes within half
/// of that heard it.
const AT_ONCE: Duration = Duration::from_millis(7_500);

async fn shows_code(device: &Caller, role: Role) -> Result<Value> {
    device.post_json("/api/v1/pairings", &json!({"role": role.word()})).await?.expect_status(201)?.value()
}

async fn administrator(office: &Office) -> Result<Caller> {
    office.bearer(&office.token(Role::Administrator, "Bảo's program").await?)
}

/// The code that a live view closes with; views before it are read past.
async fn closes(socket: &mut LiveSocket) -> Result<u16> {
    loop {
        match timeout(AT_ONCE, socket.receive_text()).await.context("it stays open")? {
            Ok(_) => {}
            Err(LiveError::Closed { code, .. }) => return Ok(code),
            Err(cause) => return Err(cause.into()),
        }
    }
}

/// Needing a person to copy a secret of 43 letters to each screen is why halls share one credential for all of them.
#[tokio::test]
async fn a_device_shows_a_code_and_is_one_of_the_offices_once_an_administrator_typed_it() -> Result<()> {
    let mut office = Office::start().await?;
    let (kiosk, bao) = (office.nobody()?, administrator(&office).await?);
    let shown = shows_code(&kiosk, Role::Kiosk).await?;
    let claim = json!({"secret": shown["secret"]});
    assert_eq!(shown["code"].as_str().map(str::len), Some(9), "{shown}");
    assert!(shown["qr"].as_str().is_some_and(|qr| qr.starts_with("data:image/svg+xml;base64,")));
    kiosk.post_json("/api/v1/pairings/claim", &claim).await?.expect_status(202)?;
    kiosk.post_json("/api/v1/tickets", &json!({"service": "A"})).await?.expect_problem(401, "not-signed-in")?;

    let typed = shown["code"].as_str().context("a code")?.replace('-', " ").to_lowercase();
    let admission = json!({"code": typed, "name": "Kiosk sảnh chính", "role": "kiosk"});
    let device = bao.post_json("/api/v1/devices", &admission).await?.expect_status(201)?.value()?;
    assert_eq!((&device["role"], &device["paired_by"]), (&json!("kiosk"), &json!("Bảo's program")));
    // The code is used up, and nothing is in its place yet.
    bao.post_json("/api/v1/devices", &admission).await?.expect_problem(401, "wrong-device-code")?;
    let claimed = kiosk.post_json("/api/v1/pairings/claim", &claim).await?.expect_status(201)?;
    let cookie = claimed.header("set-cookie").to_owned();
    for part in ["moi_device=", "HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=34560000"] {
        assert!(cookie.contains(part), "{part} is not in {cookie}");
    }
    kiosk.post_json("/api/v1/tickets", &json!({"service": "A"})).await?.expect_status(201)?;
    assert_eq!(kiosk.get("/api/v1/office").await?.value()?["kiosk"]["here"], json!(true));

    // From then on after every power cut.
    office.kill().await?;
    office.open().await?;
    kiosk.post_json("/api/v1/tickets", &json!({"service": "A"})).await?.expect_status(201)?;
    let office_says = kiosk.get("/api/v1/office").await?;
    assert!(office_says.header("set-cookie").starts_with("moi_device="), "the cookie is given anew while it is used");
    let secret = cookie.split(['=', ';']).nth(1).and_then(|value| value.split_once('.')).context("its secret")?.1;
    assert!(!crate::signing_in::contains(&office.data(), secret.as_bytes())?, "the secret lies in the data folder");
    office.close().await
}

#[tokio::test]
async fn an_answer_that_was_lost_or_a_kill_in_between_costs_no_device_its_place() -> Result<()> {
    let mut office = Office::start().await?;
    let (wall, bao) = (office.nobody()?, administrator(&office).await?);
    let shown = shows_code(&wall, Role::Wall).await?;
    let admission = json!({"code": shown["code"], "name": "Màn hình sảnh", "role": "wall"});
    bao.post_json("/api/v1/devices", &admission).await?.expect_status(201)?;
    office.kill().await?;
    office.open().await?;
    let claim = json!({"secret": shown["secret"], "token": true});
    let lost = wall.post_json("/api/v1/pairings/claim", &claim).await?.expect_status(201)?.value()?;
    let kept = wall.post_json("/api/v1/pairings/claim", &claim).await?.expect_status(201)?.value()?;
    let role = |token: &Value| -> Result<_> { office.bearer(token["token"].as_str().context("a token")?) };
    let session = role(&kept)?.get("/api/v1/sessions/current").await?.expect_status(200)?.value()?;
    assert_eq!((&session["name"], &session["role"]), (&json!("Màn hình sảnh"), &json!("wall")));
    role(&lost)?.get("/api/v1/sessions/current").await?.expect_problem(401, "not-signed-in")?;
    // Codes themselves are gone with the process: the device shows a new one.
    let stale = shows_code(&wall, Role::Wall).await?;
    office.restart().await?;
    let claim = json!({"secret": stale["secret"]});
    wall.post_json("/api/v1/pairings/claim", &claim).await?.expect_problem(410, "pairing-over")?;
    office.close().await
}

/// A screen on the wall that becomes a desk would make PINs good in the waiting room.
#[tokio::test]
async fn an_administrator_sees_what_a_device_wants_to_be_and_lets_it_in_as_that_alone() -> Result<()> {
    let office = Office::start().await?;
    let bao = administrator(&office).await?;
    let shown = shows_code(&office.nobody()?, Role::Desk).await?;
    let code = json!({"code": shown["code"]});
    let waiting = bao.post_json("/api/v1/pairings/waiting", &code).await?.expect_status(200)?.value()?;
    assert_eq!((&waiting["role"], &waiting["expires_at"]), (&json!("desk"), &shown["expires_at"]));
    assert!(waiting["seen_from"].as_str().is_some_and(|from| !from.is_empty()), "{waiting}");
    let admission = |role: &str, name: &str| json!({"code": shown["code"], "name": name, "role": role});
    let admit = async |role: &str, name: &str| bao.post_json("/api/v1/devices", &admission(role, name)).await;
    admit("wall", "Màn hình sảnh").await?.expect_problem(409, "other-device-role")?;
    // Nor does a device bear somebody's name in the journal.
    admit("desk", "nông thị hà").await?.expect_problem(409, "name-taken")?;
    admit("desk", "Bàn 1").await?.expect_status(201)?;
    bao.post_json("/api/v1/pairings/waiting", &code).await?.expect_problem(401, "wrong-device-code")?;
    office.close().await
}

#[tokio::test]
async fn wrong_codes_slow_an_administrator_down() -> Result<()> {
    let office = Office::start().await?;
    let bao = administrator(&office).await?;
    let shown = shows_code(&office.nobody()?, Role::Rating).await?;
    let admission = |code: &Value| json!({"code": code, "name": "Máy tính bảng", "role": "rating"});
    for left in [4, 3, 2, 1, 0] {
        let answer = bao.post_json("/api/v1/devices", &admission(&json!("AAAA-AAAA"))).await?;
        answer.expect_problem(401, "wrong-device-code")?;
        assert_eq!(serde_json::from_slice::<Value>(&answer.body)?["attempts_left"], json!(left));
    }
    bao.post_json("/api/v1/devices", &admission(&shown["code"])).await?.expect_problem(429, "too-many-attempts")?;
    office.close().await
}

#[tokio::test]
async fn a_revoked_device_is_nobody_and_what_it_watches_closes_at_once() -> Result<()> {
    let office = Office::start().await?;
    let (device, bao) = (office.nobody()?, administrator(&office).await?);
    let shown = shows_code(&device, Role::CounterDisplay).await?;
    let admission = json!({"code": shown["code"], "name": "Bảng quầy 1", "role": "counter-display", "counter": 1});
    let paired = bao.post_json("/api/v1/devices", &admission).await?.expect_status(201)?.value()?;
    let claim = json!({"secret": shown["secret"], "token": true});
    let claimed = device.post_json("/api/v1/pairings/claim", &claim).await?.expect_status(201)?.value()?;
    let token = claimed["token"].as_str().context("a token")?;
    let mut own = LiveSocket::open(&office.live("/live/counters/1")?.with_token(token)).await?;
    let mut public = LiveSocket::open(&office.live("/live/counters/1")?).await?;
    timeout(SOON, own.receive_text()).await??;
    timeout(SOON, public.receive_text()).await??;
    let listed = bao.get("/api/v1/devices").await?.expect_status(200)?.value()?;
    let device = &listed["devices"][0];
    assert_eq!(
        (&device["name"], &device["counter"], &device["sockets"]),
        (&json!("Bảng quầy 1"), &json!(1), &json!(1))
    );

    let clicked = Instant::now();
    let id = paired["id"].as_str().context("an id")?;
    bao.delete(&format!("/api/v1/devices/{id}")).await?.expect_status(204)?;
    assert_eq!(closes(&mut own).await?, 4401);
    ensure!(clicked.elapsed() < AT_ONCE, "it was seen by chance");
    office.bearer(token)?.get("/api/v1/sessions/current").await?.expect_problem(401, "not-signed-in")?;
    bao.delete(&format!("/api/v1/devices/{id}")).await?.expect_problem(404, "unknown-device")?;
    // What is public goes on for everybody else.
    let desk = office.desk(1, "Nông Thị Hà").await?;
    desk.next().await?;
    drop(public);
    office.close().await
}

#[tokio::test]
async fn an_open_desk_closes_at_once_when_its_session_ends_in_any_way() -> Result<()> {
    let office = Office::start().await?;
    let her = "Nông Thị Hà";
    let bao = administrator(&office).await?;
    for way in ["sign-out", "new password", "ended by the administrator", "desk revoked", "token revoked"] {
        let name = format!("desk for {way}");
        let browser = office.paired_desk(&name).await?;
        let (cookie, token) = if way == "token revoked" {
            (None, Some(office.token(Role::Officer, way).await?))
        } else {
            let pin = office.pin(her).await?;
            let answer = browser.post_json("/api/v1/sessions", &json!({"name": her, "pin": pin})).await?;
            (Some(answer.expect_status(201)?.header("set-cookie").to_owned()), None)
        };
        let address = office.live("/live/desks/1")?;
        let address = match (&cookie, &token) {
            (Some(cookie), _) => address.with_cookie(cookie.split(';').next().context("name=value")?),
            (None, Some(token)) => address.with_token(token),
            (None, None) => address,
        };
        let mut desk = LiveSocket::open(&address).await?;
        timeout(SOON, desk.receive_text()).await?.with_context(|| way.to_owned())?;
        match way {
            "sign-out" => drop(browser.delete("/api/v1/sessions/current").await?.expect_status(204)?),
            "new password" => drop(office.password(her).await?),
            "ended by the administrator" => {
                let path = "/api/v1/people/N%C3%B4ng%20Th%E1%BB%8B%20H%C3%A0/sessions";
                bao.delete(path).await?.expect_status(204)?;
            }
            "desk revoked" => {
                let ended = office.run(&["device", "revoke", "--name", &name]).await?;
                ensure!(ended.status.success(), "{}", ended.stderr);
            }
            _ => drop(office.run(&["token", "revoke", "--name", way]).await?),
        }
        assert_eq!(closes(&mut desk).await.with_context(|| way.to_owned())?, 4401, "{way}");
    }
    office.close().await
}

#[tokio::test]
async fn whoever_leaves_the_set_up_is_out_at_once() -> Result<()> {
    let office = Office::builder().bare().start().await?;
    let (her, bao) = ("Nông Thị Hà", administrator(&office).await?);
    let browser = office.paired_desk("Bàn 1").await?;
    let pin = office.pin(her).await?;
    let answer = browser.post_json("/api/v1/sessions", &json!({"name": her, "pin": pin})).await?.expect_status(201)?;
    let cookie = answer.header("set-cookie").split(';').next().context("name=value")?.to_owned();
    let mut desk = LiveSocket::open(&office.live("/live/desks/1")?.with_cookie(&cookie)).await?;
    timeout(SOON, desk.receive_text()).await??;
    let without_her = json!({"made_from": 0, "edits": [{"at": ["officers", her], "value": null}]});
    bao.put_json("/api/v1/set-up", &without_her).await?.expect_status(200)?;
    assert_eq!(closes(&mut desk).await?, 4401);
    browser.get("/api/v1/sessions/current").await?.expect_problem(401, "not-signed-in")?;
    office.close().await
}

#[tokio::test]
async fn a_paired_desk_makes_pins_good_and_is_nobody_by_itself() -> Result<()> {
    let office = Office::start().await?;
    let her = json!({"name": "Nông Thị Hà", "pin": office.pin("Nông Thị Hà").await?});
    let elsewhere = office.nobody()?;
    elsewhere.post_json("/api/v1/sessions", &her).await?.expect_problem(403, "pin-not-here")?;
    assert_eq!(elsewhere.get("/api/v1/office").await?.value()?["sign_in"]["pin"], json!(false));
    let kiosk = office.nobody()?;
    office.pair(&kiosk, Role::Kiosk, "a kiosk").await?;
    kiosk.post_json("/api/v1/sessions", &her).await?.expect_problem(403, "pin-not-here")?;
    let desk = office.paired_desk("Bàn 1").await?;
    assert_eq!(desk.get("/api/v1/office").await?.value()?["sign_in"]["pin"], json!(true));
    desk.get("/api/v1/sessions/current").await?.expect_problem(401, "not-signed-in")?;
    desk.post_json("/api/v1/tickets", &json!({"service": "A"})).await?.expect_problem(401, "not-signed-in")?;
    desk.post_json("/api/v1/sessions", &her).await?.expect_status(201)?;
    desk.post("/api/v1/counters/1/open").await?.expect_status(200)?;
    // Signed out, she is gone and the desk is still one.
    desk.delete("/api/v1/sessions/current").await?.expect_status(204)?;
    desk.post_json("/api/v1/sessions", &her).await?.expect_status(201)?;
    let ended = office.run(&["device", "revoke", "--name", "Bàn 1"]).await?;
    ensure!(ended.status.success(), "{}", ended.stderr);
    desk.get("/api/v1/sessions/current").await?.expect_problem(401, "not-signed-in")?;
    desk.post_json("/api/v1/sessions", &her).await?.expect_problem(403, "pin-not-here")?;
    office.close().await
}

#[tokio::test]
async fn the_journal_says_who_let_which_device_in_and_out() -> Result<()> {
    let mut office = Office::start().await?;
    let bao = office.signed_in("Đặng Quốc Bảo").await?;
    let device = office.nobody()?;
    let shown = shows_code(&device, Role::Printer).await?;
    let admission = json!({"code": shown["code"], "name": "Máy in", "role": "printer"});
    let paired = bao.post_json("/api/v1/devices", &admission).await?.expect_status(201)?.value()?;
    let id = paired["id"].as_str().context("an id")?.to_owned();
    bao.delete(&format!("/api/v1/devices/{id}")).await?.expect_status(204)?;
    office.kill().await?;
    // While no office runs, too.
    let ended = office.run(&["pin", "new", "--name", "nông thị hà"]).await?;
    ensure!(ended.status.success(), "{}", ended.stderr);
    office.open().await?;
    let ended = office.run(&["journal", "export"]).await?;
    let acts: Vec<Value> = ended
        .stdout
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|event| event["fact"]["administered"].is_object())
        .map(|event| json!([event["by"], event["fact"]["administered"]["act"]]))
        .collect();
    let by = json!({"administrator": "Đặng Quốc Bảo"});
    let expected = [
        json!(["owner", {"credential-made": {"person": "Đặng Quốc Bảo", "kind": "password"}}]),
        json!([by, {"device-paired": {"device": "Máy in", "role": "printer"}}]),
        json!([by, {"device-revoked": {"device": "Máy in"}}]),
        json!(["owner", {"credential-made": {"person": "Nông Thị Hà", "kind": "pin"}}]),
    ];
    assert_eq!(acts, expected);
    office.close().await
}
