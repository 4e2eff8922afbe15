//! People sign in by name and PIN on a known desk, or by name and password anywhere.

use anyhow::{Context, Result};
use moi_tests::{Answer, Caller, Office};
use serde_json::json;

const HER: &str = "Nông Thị Hà";

pub async fn sign_in(caller: &Caller, name: &str, pin: &str) -> Result<Answer> {
    caller.post_json("/api/v1/sessions", &json!({"name": name, "pin": pin})).await
}

pub async fn with_password(caller: &Caller, name: &str, password: &str) -> Result<Answer> {
    caller.post_json("/api/v1/sessions", &json!({"name": name, "password": password})).await
}

/// An authentication key lay in the browser's local storage (ZMSKVR-1002): ours is a cookie that no script reads.
#[tokio::test]
async fn an_officer_signs_in_opens_a_counter_and_signs_out() -> Result<()> {
    let office = Office::start().await?;
    let pin = office.pin(HER).await?;
    let page = office.paired_desk("desk").await?;
    page.get("/api/v1/sessions/current").await?.expect_problem(401, "not-signed-in")?;
    let answer = sign_in(&page, HER, &pin).await?.expect_status(201)?;
    let session = answer.value()?;
    assert_eq!((&session["name"], &session["role"]), (&json!(HER), &json!("officer")));
    assert!(session["expires_at"].as_str().context("when it ends")?.ends_with("+07:00"));
    let cookie = answer.header("set-cookie").to_owned();
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{part} is not in {cookie}");
    }
    assert!(
        !answer.text().contains(cookie.split(['=', ';']).nth(1).context("its value")?),
        "the secret is in the body"
    );
    page.post("/api/v1/counters/1/open").await?.expect_status(200)?;
    page.delete("/api/v1/sessions/current").await?.expect_status(204)?;
    page.post("/api/v1/counters/1/next").await?.expect_problem(401, "not-signed-in")?;
    // The cookie itself is worthless now, not only forgotten.
    let value = cookie.split(';').next().context("name=value")?;
    let thief = office.nobody()?;
    let answer = thief.send(reqwest::Method::GET, "/api/v1/sessions/current", None, &[("cookie", value)]).await?;
    answer.expect_problem(401, "not-signed-in")?;
    office.close().await
}

#[tokio::test]
async fn five_wrong_pins_let_the_name_rest_and_no_other_name() -> Result<()> {
    let office = Office::start().await?;
    let pin = office.pin(HER).await?;
    let other = office.pin("Lương Văn Tú").await?;
    let page = office.paired_desk("desk").await?;
    for left in [4, 3, 2, 1] {
        let answer = sign_in(&page, HER, "000000000000").await?;
        answer.expect_problem(401, "wrong-pin")?;
        assert_eq!(serde_json::from_slice::<serde_json::Value>(&answer.body)?["attempts_left"], json!(left));
    }
    // The last one tells at once for how long the name rests.
    let answer = sign_in(&page, HER, "000000000000").await?;
    answer.expect_problem(401, "wrong-pin")?;
    assert!(answer.header("retry-after").parse::<u32>()? > 0);
    let answer = sign_in(&page, HER, &pin).await?;
    answer.expect_problem(429, "too-many-attempts")?;
    assert!(answer.header("retry-after").parse::<u32>()? > 0);
    sign_in(&page, "Lương Văn Tú", &other).await?.expect_status(201)?;
    office.close().await
}

#[tokio::test]
async fn a_name_that_nobody_has_is_answered_like_a_wrong_pin() -> Result<()> {
    let office = Office::start().await?;
    let page = office.paired_desk("desk").await?;
    let known = sign_in(&page, HER, "000000000000").await?.expect_problem(401, "wrong-pin")?;
    let unknown = sign_in(&page, "Người Không Có", "000000000000").await?.expect_problem(401, "wrong-pin")?;
    assert_eq!((known.title, known.detail), (unknown.title, unknown.detail));
    office.close().await
}

/// Text comes in in both forms of Unicode; it is one name.
#[tokio::test]
async fn a_name_in_decomposed_letters_is_the_same_name_and_one_with_control_characters_is_none() -> Result<()> {
    let office = Office::start().await?;
    let pin = office.pin(HER).await?;
    let decomposed = "No\u{302}ng Thi\u{323} Ha\u{300}";
    assert_ne!(decomposed, HER);
    let desk = office.paired_desk("desk").await?;
    let session = sign_in(&desk, decomposed, &pin).await?.expect_status(201)?.value()?;
    assert_eq!(session["name"], json!(HER));
    for name in ["Nông\u{0} Thị Hà", "Nông\nThị Hà", "\u{1b}[31mNông", "", &"x".repeat(500)] {
        sign_in(&desk, name, &pin).await?.expect_problem(400, "invalid-body")?;
    }
    for body in [
        json!({}),
        json!({"name": HER}),
        json!({"name": HER, "pin": 4711}),
        json!({"name": HER, "pin": pin, "token": "x"}),
    ] {
        office.nobody()?.post_json("/api/v1/sessions", &body).await?.expect_problem(400, "invalid-body")?;
    }
    office.close().await
}

#[tokio::test]
async fn a_new_pin_ends_the_sessions_of_the_old_one() -> Result<()> {
    let office = Office::start().await?;
    let old = office.pin(HER).await?;
    let page = office.paired_desk("desk").await?;
    sign_in(&page, HER, &old).await?.expect_status(201)?;
    let new = office.pin(HER).await?;
    page.get("/api/v1/sessions/current").await?.expect_problem(401, "not-signed-in")?;
    sign_in(&page, HER, &old).await?.expect_problem(401, "wrong-pin")?;
    sign_in(&page, HER, &new).await?.expect_status(201)?;
    office.close().await
}

#[tokio::test]
async fn a_session_survives_a_restart_and_secrets_are_not_in_the_data() -> Result<()> {
    let mut office = Office::start().await?;
    let pin = office.pin(HER).await?;
    let token = office.token(moi_tests::Role::Kiosk, "kiosk-1").await?;
    let page = office.paired_desk("desk").await?;
    let answer = sign_in(&page, HER, &pin).await?.expect_status(201)?;
    let cookie = answer.header("set-cookie").split(['=', ';']).nth(1).context("its value")?.to_owned();
    office.restart().await?;
    page.get("/api/v1/sessions/current").await?.expect_status(200)?;
    office.kill().await?;
    for secret in [&token, &cookie] {
        assert!(!contains(&office.data(), secret.as_bytes())?, "a secret lies in the data folder");
    }
    office.open().await?;
    office.close().await
}

/// Whether a file of a folder holds these bytes.
pub fn contains(folder: &std::path::Path, bytes: &[u8]) -> Result<bool> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() && contains(&path, bytes)? {
            return Ok(true);
        }
        if path.is_file() && std::fs::read(&path)?.windows(bytes.len()).any(|window| window == bytes) {
            return Ok(true);
        }
    }
    Ok(false)
}

#[tokio::test]
async fn a_device_pairs_with_its_token_and_is_a_kiosk_until_the_token_is_revoked() -> Result<()> {
    let office = Office::start().await?;
    let token = office.token(moi_tests::Role::Kiosk, "kiosk-1").await?;
    let page = office.nobody()?;
    let session = page.post_json("/api/v1/sessions", &json!({"token": token})).await?.expect_status(201)?.value()?;
    assert_eq!(session["role"], json!("kiosk"));
    assert_eq!(page.get("/api/v1/office").await?.value()?["kiosk"]["here"], json!(true));
    page.post_json("/api/v1/tickets", &json!({"service": "A"})).await?.expect_status(201)?;
    office.run(&["token", "revoke", "--name", "kiosk-1"]).await?;
    page.post_json("/api/v1/tickets", &json!({"service": "A"})).await?.expect_problem(401, "not-signed-in")?;
    office.close().await
}

#[tokio::test]
async fn a_password_is_good_everywhere_and_a_pin_of_an_administrator_nowhere() -> Result<()> {
    let office = Office::start().await?;
    let bao = "Đặng Quốc Bảo";
    let password = office.password(bao).await?;
    assert_eq!((password.len(), password.matches('-').count()), (19, 3), "four groups of four: {password}");
    let session = with_password(&office.nobody()?, bao, &password).await?.expect_status(201)?.value()?;
    assert_eq!(session["role"], json!("administrator"));
    let refused = office.run(&["pin", "new", "--name", bao]).await?;
    assert!(refused.stderr.contains("moi password new"), "{}", refused.stderr);
    sign_in(&office.here()?, bao, "471100").await?.expect_problem(401, "wrong-pin")?;
    with_password(&office.nobody()?, bao, &password.to_uppercase()).await?.expect_problem(401, "wrong-password")?;
    office.close().await
}

/// A browser that was somebody else's carries their session still: whoever had its secret must not go on with it.
#[tokio::test]
async fn signing_in_ends_the_session_that_the_browser_carried() -> Result<()> {
    let office = Office::start().await?;
    let page = office.nobody()?;
    let password = office.password(HER).await?;
    let before = with_password(&page, HER, &password).await?.expect_status(201)?;
    let before = before.header("set-cookie").split(';').next().context("name=value")?.to_owned();
    let after = with_password(&page, HER, &password).await?.expect_status(201)?;
    assert_ne!(after.header("set-cookie").split(';').next(), Some(before.as_str()), "a new secret");
    let thief = office.nobody()?;
    let answer = thief.send(reqwest::Method::GET, "/api/v1/sessions/current", None, &[("cookie", &before)]).await?;
    answer.expect_problem(401, "not-signed-in")?;
    page.get("/api/v1/sessions/current").await?.expect_status(200)?;
    office.close().await
}
