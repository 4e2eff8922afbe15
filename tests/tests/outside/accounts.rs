//! What people sign in with: their own to change, an administrator's to give anew, and a second factor.

use anyhow::{Context, Result};
use moi_tests::Office;
use serde_json::json;

use crate::signing_in::{contains, sign_in, with_password};

const HER: &str = "Nông Thị Hà";

#[tokio::test]
async fn one_sees_ones_own_sessions_and_ends_them() -> Result<()> {
    let mut office = Office::start().await?;
    let password = office.password(HER).await?;
    let agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/139.0.0.0 Safari/537.36";
    let at_home = office.nobody()?.with_header(reqwest::header::USER_AGENT, agent.parse()?);
    let (here, third) = (office.nobody()?, office.nobody()?);
    for page in [&at_home, &here, &third] {
        with_password(page, HER, &password).await?.expect_status(201)?;
    }
    let other = office.signed_in("Đặng Quốc Bảo").await?;
    office.restart().await?;
    let listed = here.get("/api/v1/sessions").await?.expect_status(200)?.value()?;
    let sessions = listed["sessions"].as_array().context("a list")?.clone();
    assert_eq!(sessions.len(), 3, "hers alone: {listed}");
    assert_eq!(sessions.iter().filter(|session| session["is_current"] == json!(true)).count(), 1);
    let home = sessions.iter().find(|session| session["browser"] == json!("Chrome, Windows")).context("at home")?;
    assert!(home["begun_at"].is_string() && home["address"].is_string(), "{home}");
    let path = format!("/api/v1/sessions/{}", home["id"].as_str().context("an id")?);
    other.delete(&path).await?.expect_problem(404, "unknown-session")?;
    here.delete(&path).await?.expect_status(204)?;
    at_home.get("/api/v1/sessions/current").await?.expect_problem(401, "not-signed-in")?;
    third.get("/api/v1/sessions/current").await?.expect_status(200)?;
    here.delete("/api/v1/sessions").await?.expect_status(204)?;
    third.get("/api/v1/sessions/current").await?.expect_problem(401, "not-signed-in")?;
    here.get("/api/v1/sessions/current").await?.expect_status(200)?;
    other.get("/api/v1/sessions/current").await?.expect_status(200)?;
    office.close().await
}

#[tokio::test]
async fn an_administrator_sees_who_signs_in_by_what_and_gives_it_anew() -> Result<()> {
    let office = Office::start().await?;
    let (bao, password) = office.signed_in_with_password("Đặng Quốc Bảo").await?;
    let desk = office.paired_desk("Bàn 1").await?;
    sign_in(&desk, HER, &office.pin(HER).await?).await?.expect_status(201)?;
    let people = bao.get("/api/v1/people").await?.expect_status(200)?.value()?;
    let find = |name: &str| people["people"].as_array().and_then(|all| all.iter().find(|one| one["name"] == name));
    let her = find(HER).context("she is there")?;
    assert_eq!(
        (&her["role"], &her["pin"], &her["password"], &her["second_factor"]),
        (&json!("officer"), &json!(true), &json!(false), &json!(false))
    );
    assert_eq!(her["sessions"].as_array().map(Vec::len), Some(1));
    let path = |what: &str| format!("/api/v1/people/N%C3%B4ng%20Th%E1%BB%8B%20H%C3%A0/{what}");
    let made = bao.post(&path("pin")).await?.expect_status(201)?.value()?;
    desk.get("/api/v1/sessions/current").await?.expect_problem(401, "not-signed-in")?;
    sign_in(&desk, HER, made["secret"].as_str().context("a PIN")?).await?.expect_status(201)?;
    let proof = |current: &str| json!({"current": current});
    bao.post_json(&path("password"), &proof("a guess")).await?.expect_problem(401, "wrong-password")?;
    let own = proof(&password);
    let made = bao.post_json(&path("password"), &own).await?.expect_status(201)?.value()?;
    let anywhere = office.nobody()?;
    with_password(&anywhere, HER, made["secret"].as_str().context("a password")?).await?.expect_status(201)?;
    bao.delete(&path("sessions")).await?.expect_status(204)?;
    anywhere.get("/api/v1/sessions/current").await?.expect_problem(401, "not-signed-in")?;
    let inspector = "/api/v1/people/B%E1%BA%BF%20V%C4%83n%20%C4%90%E1%BB%8Bnh/pin";
    bao.post(inspector).await?.expect_problem(409, "no-pin-for-role")?;
    bao.post("/api/v1/people/Nobody/pin").await?.expect_problem(404, "unknown-person")?;
    office.close().await
}

#[tokio::test]
async fn one_changes_ones_own_password_by_the_present_one_and_all_other_sessions_end() -> Result<()> {
    let mut office = Office::start().await?;
    let bao = "Đặng Quốc Bảo";
    let (here, other) = (office.nobody()?, office.nobody()?);
    let first = office.password(bao).await?;
    for page in [&here, &other] {
        with_password(page, bao, &first).await?.expect_status(201)?;
    }
    let good = "con trâu đi trước cái cày";
    let change = |current: &str, new: &str| json!({"current": current, "new": new});
    let put = async |body: serde_json::Value| here.put_json("/api/v1/account/password", &body).await;
    put(change("wrong", good)).await?.expect_problem(401, "wrong-password")?;
    for (weak, reason) in [("short", "short"), ("123456789012", "guessable"), ("dangquocbao2026", "guessable")] {
        let answer = put(change(&first, weak)).await?;
        answer.expect_problem(422, "may-not-be-chosen")?;
        assert_eq!(serde_json::from_slice::<serde_json::Value>(&answer.body)?["reason"], json!(reason), "{weak}");
    }
    other.get("/api/v1/sessions/current").await?.expect_status(200)?;
    put(change(&first, good)).await?.expect_status(204)?;
    here.get("/api/v1/sessions/current").await?.expect_status(200)?;
    other.get("/api/v1/sessions/current").await?.expect_problem(401, "not-signed-in")?;
    office.kill().await?;
    assert!(!contains(&office.data(), good.as_bytes())? && !contains(&office.data(), first.as_bytes())?);
    office.open().await?;
    with_password(&other, bao, &first).await?.expect_problem(401, "wrong-password")?;
    with_password(&other, bao, good).await?.expect_status(201)?;
    let pin = change(good, "471102");
    here.put_json("/api/v1/account/pin", &pin).await?.expect_problem(409, "no-pin-for-role")?;
    office.close().await
}

#[tokio::test]
async fn a_second_factor_asks_for_a_code_each_time_and_takes_each_once() -> Result<()> {
    let mut office = Office::start().await?;
    let bao = "Đặng Quốc Bảo";
    let page = office.nobody()?;
    let password = office.password(bao).await?;
    with_password(&page, bao, &password).await?.expect_status(201)?;
    let wrong = json!({"current": "not this one"});
    page.post_json("/api/v1/account/second-factor", &wrong).await?.expect_problem(401, "wrong-password")?;
    let proven = json!({"current": password});
    let new = page.post_json("/api/v1/account/second-factor", &proven).await?.expect_status(201)?.value()?;
    let app = App::of(new["secret"].as_str().context("a secret")?)?;
    // Begun and not confirmed, it counts for nothing.
    with_password(&office.nobody()?, bao, &password).await?.expect_status(201)?;
    let code = |code: &str| json!({"code": code});
    page.put_json("/api/v1/account/second-factor", &code("000000")).await?.expect_problem(401, "wrong-code")?;
    let first = app.code_now().await?;
    let on = page.put_json("/api/v1/account/second-factor", &code(&first)).await?.expect_status(200)?.value()?;
    let spare = on["spare_codes"].as_array().context("spare codes")?.clone();
    assert_eq!(spare.len(), 10);

    let other = office.nobody()?;
    let with_code = async |code: &str| {
        let body = json!({"name": bao, "password": password, "code": code});
        other.post_json("/api/v1/sessions", &body).await
    };
    with_password(&other, bao, &password).await?.expect_problem(401, "second-factor-needed")?;
    with_code(&first).await?.expect_problem(401, "wrong-code").context("the one that was used")?;
    office.kill().await?;
    office.open().await?;
    with_code(&first).await?.expect_problem(401, "wrong-code").context("nor after a restart")?;
    let spare_code = spare[0].as_str().context("a code")?;
    with_code(&spare_code.to_lowercase()).await?.expect_status(201)?;
    with_code(spare_code).await?.expect_problem(401, "wrong-code").context("a spare code, twice")?;
    let account = other.get("/api/v1/account").await?.expect_status(200)?.value()?;
    assert_eq!((&account["second_factor"], &account["spare_codes"]), (&json!(true), &json!(9)));

    // The phone is lost, and the codes, too.
    let ended = office.run(&["recover", "--name", bao]).await?;
    let recovery = json!({"name": bao, "recovery_code": ended.stdout.trim(), "password": "con trâu đi trước cái cày"});
    office.nobody()?.post_json("/api/v1/sessions", &recovery).await?.expect_status(201)?;
    other.get("/api/v1/sessions/current").await?.expect_problem(401, "not-signed-in")?;
    with_password(&other, bao, "con trâu đi trước cái cày").await?.expect_status(201)?;
    let audit = other.get("/api/v1/audit").await?.expect_status(200)?.value()?;
    let acts: Vec<_> = audit["entries"].as_array().context("entries")?.iter().map(|entry| &entry["act"]).collect();
    for act in ["recovery-begun", "second-factor-on", "second-factor-off", "password-made"] {
        assert!(acts.contains(&&json!(act)), "{act} is not among {acts:?}");
    }
    office.close().await
}

#[tokio::test]
async fn five_wrong_codes_of_the_second_factor_rest_wherever_they_come_from() -> Result<()> {
    let office = Office::start().await?;
    let bao = "Đặng Quốc Bảo";
    let page = office.nobody()?;
    let password = office.password(bao).await?;
    with_password(&page, bao, &password).await?.expect_status(201)?;
    let proven = json!({"current": password});
    let new = page.post_json("/api/v1/account/second-factor", &proven).await?.expect_status(201)?.value()?;
    let app = App::of(new["secret"].as_str().context("a secret")?)?;
    let code = json!({"code": app.code_now().await?});
    page.put_json("/api/v1/account/second-factor", &code).await?.expect_status(200)?;
    for caller in [office.nobody()?, office.here()?, office.nobody()?, office.here()?, office.nobody()?] {
        let body = json!({"name": bao, "password": password, "code": "000000"});
        caller.post_json("/api/v1/sessions", &body).await?.expect_problem(401, "wrong-code")?;
    }
    let body = json!({"name": bao, "password": password, "code": "000000"});
    office.here()?.post_json("/api/v1/sessions", &body).await?.expect_problem(429, "too-many-attempts")?;
    // Whoever has no password makes nobody's codes rest, and the rest keeps no session from its work.
    page.post_json("/api/v1/account/spare-codes", &proven).await?.expect_status(201)?;
    office.close().await
}

/// An authenticator app.
pub struct App(totp_rs::Totp);

impl App {
    pub fn of(secret: &str) -> Result<Self> {
        let bytes = data_encoding::BASE32_NOPAD.decode(secret.as_bytes())?;
        let bytes: [u8; 20] = bytes.try_into().map_err(|_| anyhow::anyhow!("not 160 bits"))?;
        Ok(Self(totp_rs::Builder::new().with_secret(bytes).build()?))
    }

    /// The code at the office's time, which is the machine's.
    pub async fn code_now(&self) -> Result<String> {
        let now = tokio::process::Command::new("date").arg("+%s").output().await?;
        Ok(self.0.generate(String::from_utf8(now.stdout)?.trim().parse()?).to_string())
    }
}
