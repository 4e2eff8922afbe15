//! People of the office sign in by a directory elsewhere, and by it nobody else.

use anyhow::{Context, Result, ensure};
use moi_tests::directory::{CLIENT, Person, SECRET};
use moi_tests::{Answer, Caller, Directory, Office, OfficeBuilder};
use reqwest::Method;
use serde_json::{Value, json};

use crate::accounts::App;
use crate::rehearsal::Rehearsal;
use crate::signing_in::{contains, with_password};
use crate::{SHIPPED, SOON};

pub const HER: &str = "Nông Thị Hà";
pub const BAO: &str = "Đặng Quốc Bảo";
const BEGIN: &str = "/api/v1/sessions/directory";
const CURRENT: &str = "/api/v1/sessions/current";

/// The shipped set-up with this directory, in which two of its people are named; with more keys of its table.
pub fn set_up(directory: &Directory, more: &str) -> String {
    let named = |text: String, name: &str, called: &str| {
        let line = format!("name = \"{name}\"\n");
        text.replace("#directory = \"ha.nong\"\n", "").replacen(&line, &format!("{line}directory = \"{called}\"\n"), 1)
    };
    let text = named(named(SHIPPED.to_owned(), HER, "ha.nong"), BAO, "bao.dang");
    format!(
        "{text}\n[directory]\nissuer = \"{}\"\nclient_id = \"{CLIENT}\"\nname.vi = \"Tài khoản tỉnh\"\n\
         name.en = \"Province account\"\n{more}\n",
        directory.issuer()
    )
}

/// A directory with three people, of whom the office knows two.
pub async fn directory() -> Result<Directory> {
    let directory = Directory::start().await?;
    for name in ["ha.nong", "bao.dang", "stranger"] {
        directory.add(name);
    }
    Ok(directory)
}

/// An office that knows this directory, and has its secret for it.
pub async fn office(builder: OfficeBuilder, directory: &Directory, more: &str) -> Result<Office> {
    let office = builder.config(&set_up(directory, more)).start().await?;
    directory.lead_back_to(&format!("{}/sign-in/directory", office.base()));
    put_secret(&office, SECRET, 0o600)?;
    Ok(office)
}

/// Puts the office's secret where its owner puts it.
pub fn put_secret(office: &Office, secret: &str, mode: u32) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let path = office.data().join("directory-secret");
    std::fs::write(&path, format!("{secret}\n"))?;
    Ok(std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode))?)
}

/// Presses the button: where the directory's page is.
pub async fn begin(browser: &Caller) -> Result<String> {
    let begun = browser.post(BEGIN).await?.expect_status(201)?.value()?;
    begun["address"].as_str().map(str::to_owned).context("an address")
}

/// What the page sends on that the directory leads back to.
pub async fn finish(browser: &Caller, back: &Value) -> Result<Answer> {
    browser.put_json(BEGIN, back).await
}

/// The whole way of somebody's browser.
pub async fn sign_in(browser: &Caller, directory: &Directory, username: &str) -> Result<Answer> {
    let back = directory.sign_in(&begin(browser).await?, username)?;
    finish(browser, &back).await
}

async fn is_nobody(browser: &Caller) -> Result<()> {
    browser.get(CURRENT).await?.expect_problem(401, "not-signed-in").map(drop)
}

#[tokio::test]
async fn who_is_named_in_the_directory_signs_in_by_it_with_their_own_rights() -> Result<()> {
    let directory = directory().await?;
    let office = office(Office::builder(), &directory, "").await?;
    let shown = office.nobody()?.get("/api/v1/office").await?.value()?;
    assert_eq!(shown["sign_in"]["directory"]["vi"], json!("Tài khoản tỉnh"));
    let desk = office.nobody()?;
    let answer = sign_in(&desk, &directory, "ha.nong").await?.expect_status(201)?;
    let session = answer.value()?;
    assert_eq!((&session["name"], &session["role"]), (&json!(HER), &json!("officer")));
    ensure!(session["idle_until"].is_string(), "it ends when nobody does anything: {session}");
    let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok()).collect();
    let cookie = cookies.iter().find(|cookie| cookie.starts_with("moi_session=")).context("a session's cookie")?;
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        ensure!(cookie.contains(part), "{part} is not in {cookie}");
    }
    ensure!(cookies.iter().any(|cookie| cookie.starts_with("moi_directory=;")), "the other one goes: {cookies:?}");
    desk.post("/api/v1/counters/1/open").await?.expect_status(200)?;
    desk.get("/api/v1/people").await?.expect_problem(403, "not-allowed")?;
    let account = desk.get("/api/v1/account").await?.value()?;
    assert_eq!((&account["in_directory"], &account["password"]), (&json!(true), &json!(false)));
    let sessions = desk.get("/api/v1/sessions").await?.value()?;
    assert_eq!(sessions["sessions"][0]["by_directory"], json!(true));
    let admin = office.nobody()?;
    sign_in(&admin, &directory, "bao.dang").await?.expect_status(201)?;
    admin.get("/api/v1/people").await?.expect_status(200)?;
    desk.delete(CURRENT).await?.expect_status(204)?;
    is_nobody(&desk).await?;
    assert_eq!(directory.refused(), Vec::<String>::new(), "a strict directory finds nothing to refuse");
    office.close().await
}

/// A browser that was somebody else's carries their session still.
#[tokio::test]
async fn signing_in_by_the_directory_ends_the_session_that_the_browser_carried_and_makes_a_new_secret() -> Result<()> {
    let directory = directory().await?;
    let office = office(Office::builder(), &directory, "").await?;
    let browser = office.nobody()?;
    let before = with_password(&browser, BAO, &office.password(BAO).await?).await?.expect_status(201)?;
    let before = before.header("set-cookie").split(';').next().context("name=value")?.to_owned();
    sign_in(&browser, &directory, "ha.nong").await?.expect_status(201)?;
    let thief = office.nobody()?.send(Method::GET, CURRENT, None, &[("cookie", &before)]).await?;
    thief.expect_problem(401, "not-signed-in")?;
    assert_eq!(browser.get(CURRENT).await?.value()?["name"], json!(HER));
    office.close().await
}

#[tokio::test]
async fn whom_the_set_up_does_not_name_is_refused_in_words_and_nobody_is_made() -> Result<()> {
    let directory = directory().await?;
    let office = office(Office::builder(), &directory, "").await?;
    let bao = office.signed_in(BAO).await?;
    let people = bao.get("/api/v1/people").await?.value()?;
    let browser = office.nobody()?.reading("en")?;
    let refused = sign_in(&browser, &directory, "stranger").await?.expect_problem(403, "unknown-in-directory")?;
    ensure!(refused.detail.contains("“stranger”"), "{}", refused.detail);
    is_nobody(&browser).await?;
    assert_eq!(
        bao.get("/api/v1/people").await?.value()?["people"].as_array().map(Vec::len),
        people["people"].as_array().map(Vec::len)
    );
    // Names are one as they are written, and no nearly.
    directory.add("HA.NONG");
    sign_in(&browser, &directory, "HA.NONG").await?.expect_problem(403, "unknown-in-directory")?;
    office.close().await
}

#[tokio::test]
async fn what_the_directory_gave_is_good_once() -> Result<()> {
    let directory = directory().await?;
    let office = office(Office::builder(), &directory, "").await?;
    let browser = office.nobody()?;
    let back = directory.sign_in(&begin(&browser).await?, "ha.nong")?;
    let answer = finish(&browser, &back).await?.expect_status(201)?;
    let cookie = answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    ensure!(cookie.count() == 2, "a session's cookie, and the end of the other one");
    finish(&browser, &back).await?.expect_problem(410, "directory-try-over")?;
    // Whoever kept the cookie as well comes no further.
    let begun = browser.post(BEGIN).await?.expect_status(201)?;
    let binding = begun.header("set-cookie").split(';').next().context("name=value")?.to_owned();
    let back = directory.sign_in(begun.value()?["address"].as_str().context("an address")?, "ha.nong")?;
    let send = async |caller: Caller| {
        let body = Some(("application/json", back.to_string().into_bytes()));
        caller.send(Method::PUT, BEGIN, body, &[("cookie", &binding)]).await
    };
    send(office.nobody()?).await?.expect_status(201)?;
    send(office.nobody()?).await?.expect_problem(410, "directory-try-over")?;
    office.close().await
}

/// Somebody sends a link with a code of their own account: whoever follows it must not work in their name.
#[tokio::test]
async fn what_another_browser_began_signs_nobody_in_and_stays_with_that_browser() -> Result<()> {
    let directory = directory().await?;
    let office = office(Office::builder(), &directory, "").await?;
    let (his, hers, fresh) = (office.nobody()?, office.nobody()?, office.nobody()?);
    let back = directory.sign_in(&begin(&his).await?, "bao.dang")?;
    begin(&hers).await?;
    for browser in [&hers, &fresh] {
        finish(browser, &back).await?.expect_problem(410, "directory-try-over")?;
        is_nobody(browser).await?;
    }
    finish(&his, &back).await?.expect_status(201)?;
    // A state and a code of two tries are no try.
    let (one, other) = (office.nobody()?, office.nobody()?);
    let mut mixed = directory.sign_in(&begin(&one).await?, "bao.dang")?;
    mixed["state"] = directory.sign_in(&begin(&other).await?, "ha.nong")?["state"].clone();
    finish(&other, &mixed).await?.expect_problem(410, "directory-try-over")?;
    ensure!(directory.refused().iter().any(|why| why == "the verifier does not fit"), "{:?}", directory.refused());
    is_nobody(&other).await?;
    office.close().await
}

#[tokio::test]
async fn a_try_begun_before_a_kill_is_begun_anew_and_a_session_survives_it() -> Result<()> {
    let directory = directory().await?;
    let mut office = office(Office::builder(), &directory, "").await?;
    let (browser, signed_in) = (office.nobody()?, office.nobody()?);
    sign_in(&signed_in, &directory, "bao.dang").await?.expect_status(201)?;
    let back = directory.sign_in(&begin(&browser).await?, "ha.nong")?;
    office.restart().await?;
    finish(&browser, &back).await?.expect_problem(410, "directory-try-over")?;
    is_nobody(&browser).await?;
    signed_in.get(CURRENT).await?.expect_status(200)?;
    sign_in(&browser, &directory, "ha.nong").await?.expect_status(201)?;
    office.close().await
}

#[tokio::test]
async fn who_leaves_the_directory_or_the_set_up_is_out_at_once() -> Result<()> {
    let directory = directory().await?;
    let office = Office::builder().bare().start().await?;
    directory.lead_back_to(&format!("{}/sign-in/directory", office.base()));
    put_secret(&office, SECRET, 0o600)?;
    office.nobody()?.post(BEGIN).await?.expect_problem(404, "no-directory")?;
    let bao = office.signed_in(BAO).await?;
    let mut version = 0;
    let mut change = async |edits: Value| -> Result<()> {
        let body = json!({"made_from": version, "edits": edits});
        version += 1;
        bao.put_json("/api/v1/set-up", &body).await?.expect_status(200).map(drop)
    };
    let hers = |called: Value| json!({"at": ["officers", HER, "directory"], "value": called});
    let table = |issuer: &str| {
        let name = json!({"vi": "Tài khoản tỉnh", "en": "Province account"});
        json!({"at": ["directory"], "value": {"issuer": issuer, "client_id": CLIENT, "name": name}})
    };
    change(json!([table(directory.issuer()), hers(json!("ha.nong"))])).await?;
    for (edits, back) in [
        (json!([hers(Value::Null)]), json!([hers(json!("ha.nong"))])),
        (json!([hers(json!("ha.nong2"))]), json!([hers(json!("ha.nong"))])),
        (json!([table("http://127.0.0.1:1")]), json!([table(directory.issuer())])),
        (json!([{"at": ["directory"], "value": null}]), json!([table(directory.issuer())])),
        (json!([{"at": ["officers", HER], "value": null}]), json!([])),
    ] {
        let her = office.nobody()?;
        sign_in(&her, &directory, "ha.nong").await?.expect_status(201)?;
        change(edits.clone()).await?;
        is_nobody(&her).await.with_context(|| edits.to_string())?;
        change(back).await?;
        is_nobody(&her).await.with_context(|| format!("it comes back with {edits} taken back"))?;
    }
    office.close().await
}

#[tokio::test]
async fn a_second_factor_is_asked_for_after_the_directory_too() -> Result<()> {
    let directory = directory().await?;
    let office = office(Office::builder(), &directory, "").await?;
    let password = office.password(BAO).await?;
    let bao = office.nobody()?;
    with_password(&bao, BAO, &password).await?.expect_status(201)?;
    let proven = json!({"current": password});
    let begun = bao.post_json("/api/v1/account/second-factor", &proven).await?.expect_status(201)?.value()?;
    let app = App::of(begun["secret"].as_str().context("a secret")?)?;
    let code = json!({"code": app.code_now().await?});
    let on = bao.put_json("/api/v1/account/second-factor", &code).await?.expect_status(200)?.value()?;
    let (browser, other) = (office.nobody()?, office.nobody()?);
    let back = directory.sign_in(&begin(&browser).await?, "bao.dang")?;
    finish(&browser, &back).await?.expect_problem(401, "second-factor-needed")?;
    is_nobody(&browser).await?;
    let with_code = |code: &str| json!({"state": back["state"], "second_factor": code});
    finish(&browser, &with_code("000000")).await?.expect_problem(401, "wrong-code")?;
    let spare = on["spare_codes"][0].as_str().context("a spare code")?;
    finish(&other, &with_code(spare)).await?.expect_problem(410, "directory-try-over")?;
    finish(&browser, &back).await?.expect_problem(410, "directory-try-over")?;
    finish(&browser, &with_code(spare)).await?.expect_status(201)?;
    finish(&browser, &with_code(spare)).await?.expect_problem(410, "directory-try-over")?;
    // Whom nobody has vouched for has nothing to add a code to.
    let early = begin(&other).await?;
    let state = directory.sign_in(&early, "bao.dang")?["state"].clone();
    let code = json!({"state": state, "second_factor": on["spare_codes"][1]});
    finish(&other, &code).await?.expect_problem(410, "directory-try-over")?;
    office.close().await
}

#[tokio::test]
async fn whoever_the_directory_lets_in_gets_no_pin_or_password_but_an_administrator() -> Result<()> {
    let directory = directory().await?;
    let office = office(Office::builder(), &directory, "").await?;
    let greeting = office.greeting().join("\n");
    ensure!(!greeting.contains(HER) && greeting.contains(BAO) && greeting.contains("Lý Thị Xuân"), "{greeting}");
    let her = office.nobody()?.reading("en")?;
    sign_in(&her, &directory, "ha.nong").await?.expect_status(201)?;
    // There is nothing by which she could show that it is still her.
    let change = json!({"current": "anything", "new": "a sentence that is long"});
    for path in ["/api/v1/account/password", "/api/v1/account/pin"] {
        let change =
            if path.ends_with("pin") { json!({"current": "anything", "new": "824613"}) } else { change.clone() };
        let refused = her.put_json(path, &change).await?.expect_problem(409, "nothing-to-prove")?;
        ensure!(refused.detail.contains("administrator"), "{}", refused.detail);
    }
    let proven = json!({"current": "anything"});
    her.post_json("/api/v1/account/second-factor", &proven).await?.expect_problem(409, "no-password")?;
    // Once she has one, she changes it as everybody does.
    let password = office.password(HER).await?;
    is_nobody(&her).await?;
    sign_in(&her, &directory, "ha.nong").await?.expect_status(201)?;
    let change = json!({"current": password, "new": "a sentence that is long"});
    her.put_json("/api/v1/account/password", &change).await?.expect_status(204)?;
    office.close().await
}

#[tokio::test]
async fn the_set_up_says_which_word_names_a_person_and_an_address_that_nobody_has_verified_names_none() -> Result<()> {
    let directory = Directory::start().await?;
    directory.add("anybody");
    let person = |number: usize, verified: Option<bool>| Person {
        sub: format!("sub-{number}"),
        username: format!("user-{number}"),
        email: "ha@example.vn".into(),
        email_verified: verified,
    };
    for (number, verified) in [None, Some(false), Some(true)].into_iter().enumerate() {
        directory.add_person(person(number, verified));
    }
    let start = async |claim: &str, called: &str| -> Result<Office> {
        let more = format!("claim = \"{claim}\"\nask_each_time = false");
        let text = set_up(&directory, &more).replace("\"ha.nong\"", &format!("\"{called}\""));
        let office = Office::builder().config(&text).start().await?;
        directory.lead_back_to(&format!("{}/sign-in/directory", office.base()));
        put_secret(&office, SECRET, 0o600)?;
        Ok(office)
    };
    let office = start("email", "ha@example.vn").await?;
    let address = begin(&office.nobody()?).await?;
    ensure!(address.contains("scope=openid+email") && !address.contains("prompt="), "{address}");
    for number in [0, 1] {
        let refused = sign_in(&office.nobody()?, &directory, &format!("user-{number}")).await?;
        refused.expect_problem(503, "directory-unusable")?;
    }
    sign_in(&office.nobody()?, &directory, "user-2").await?.expect_status(201)?;
    office.close().await?;
    let office = start("sub", "sub-1").await?;
    ensure!(!begin(&office.nobody()?).await?.contains("email"), "no more is asked for than is needed");
    sign_in(&office.nobody()?, &directory, "user-1").await?.expect_status(201)?;
    sign_in(&office.nobody()?, &directory, "user-2").await?.expect_problem(403, "unknown-in-directory")?;
    office.close().await
}

#[tokio::test]
async fn each_try_goes_to_the_directory_with_secrets_of_its_own_and_asks_for_a_password() -> Result<()> {
    let directory = directory().await?;
    let office = office(Office::builder(), &directory, "").await?;
    let browser = office.nobody()?.reading("en")?;
    let (one, other) = (begin(&browser).await?, begin(&browser).await?);
    let part = |address: &str, name: &str| -> Result<String> {
        let begin = address.find(&format!("{name}=")).with_context(|| format!("{name} in {address}"))?;
        Ok(address[begin..].split('&').next().unwrap_or_default().to_owned())
    };
    for name in ["state", "nonce", "code_challenge"] {
        ensure!(part(&one, name)? != part(&other, name)?, "{name} twice");
    }
    assert_eq!(part(&one, "prompt")?, "prompt=login");
    assert_eq!(part(&one, "ui_locales")?, "ui_locales=en");
    assert_eq!(part(&one, "code_challenge_method")?, "code_challenge_method=S256");
    assert_eq!(directory.asked("openid-configuration"), 1, "what it says of itself is kept");
    // The cookie that binds it is no script's, no other site's, and short-lived.
    let cookie = browser.post(BEGIN).await?.expect_status(201)?.header("set-cookie").to_owned();
    for word in ["moi_directory=", "HttpOnly", "SameSite=Strict", "Max-Age=600"] {
        ensure!(cookie.contains(word), "{word} is not in {cookie}");
    }
    office.close().await
}

/// Nothing of a rehearsal is real: nobody real signs in to it, and everybody gets what they need for it.
#[tokio::test]
async fn a_rehearsal_asks_no_directory() -> Result<()> {
    let directory = directory().await?;
    let office = office(Office::builder(), &directory, "").await?;
    let rehearsal = Rehearsal::begin(&office, &[]).await?;
    let caller = Caller::elsewhere(&rehearsal.base)?;
    assert_eq!(caller.get("/api/v1/office").await?.value()?["sign_in"]["directory"], Value::Null);
    caller.post(BEGIN).await?.expect_problem(404, "no-directory")?;
    rehearsal.pin(HER)?;
    assert_eq!(directory.asked("openid-configuration"), 0);
    rehearsal.end().await?;
    office.close().await
}

/// A directory that keeps nothing puts all it knows into its code.
#[tokio::test]
async fn a_long_code_comes_back_and_a_longer_address_does_not() -> Result<()> {
    let office = Office::start().await?;
    let page = |bytes: usize| format!("/sign-in/directory?state=s&code={}", "c".repeat(bytes));
    let answer = office.nobody()?.get(&page(4_000)).await?.expect_status(200)?;
    ensure!(answer.text().starts_with("<!doctype html>") && answer.header("referrer-policy") == "no-referrer");
    office.nobody()?.get(&page(9_000)).await?.expect_problem(414, "address-too-long")?;
    office.nobody()?.get(&page(4_000).replace("/directory", "")).await?.expect_problem(414, "address-too-long")?;
    office.close().await
}

#[tokio::test]
async fn who_cancels_at_the_directory_is_told_so_and_may_begin_again() -> Result<()> {
    let directory = directory().await?;
    let office = office(Office::builder(), &directory, "").await?;
    let browser = office.nobody()?;
    let back = directory.cancel(&begin(&browser).await?)?;
    finish(&browser, &back).await?.expect_problem(403, "directory-denied")?;
    finish(&browser, &back).await?.expect_problem(410, "directory-try-over")?;
    for body in
        [json!({}), json!({"state": "s"}), json!({"state": "s", "code": "c", "error": "e"}), json!({"code": "c"})]
    {
        finish(&browser, &body).await?.expect_problem(400, "invalid-body")?;
    }
    sign_in(&browser, &directory, "ha.nong").await?.expect_status(201)?;
    office.close().await
}

/// Neither the office's secret, nor what the directory gives, nor what a try begins with.
#[tokio::test]
async fn no_secret_of_the_directory_stands_in_the_loudest_log_or_in_the_data() -> Result<()> {
    let directory = directory().await?;
    let mut office = office(Office::builder().talkative(), &directory, "").await?;
    let browser = office.nobody()?;
    let begun = browser.post(BEGIN).await?.expect_status(201)?;
    let binding = begun.header("set-cookie").split(['=', ';']).nth(1).context("a cookie")?.to_owned();
    let address = begun.value()?["address"].as_str().context("an address")?.to_owned();
    let back = directory.sign_in(&address, "ha.nong")?;
    // The page itself, as the browser asks for it.
    let code = back["code"].as_str().context("a code")?.replace('/', "%2F").replace('+', "%2B");
    let state = back["state"].as_str().context("a state")?.to_owned();
    browser.get(&format!("/sign-in/directory?code={code}&state={state}")).await?.expect_status(200)?;
    finish(&browser, &back).await?.expect_status(201)?;
    put_secret(&office, "mistyped-secret", 0o600)?;
    sign_in(&browser, &directory, "ha.nong").await?.expect_problem(503, "directory-unusable")?;
    let nonce = address.split("nonce=").nth(1).and_then(|rest| rest.split('&').next()).context("a nonce")?.to_owned();
    office.kill().await?;
    let log = std::fs::read_to_string(office.folder().join("office.log"))?;
    ensure!(log.contains("the directory can't be used") && log.lines().count() > 50, "the log is not loud: {log}");
    let secrets = [SECRET.to_owned(), "mistyped-secret".into(), binding, state, code, nonce];
    for secret in secrets.iter().chain(&directory.given()) {
        let line = log.lines().find(|line| line.contains(secret.as_str()));
        ensure!(line.is_none(), "{secret} stands in the log: {}", line.unwrap_or_default());
        ensure!(!contains(&office.data().join("journal"), secret.as_bytes())?, "{secret} lies in the data");
    }
    office.open().await?;
    office.close().await
}

#[tokio::test]
async fn an_open_desk_closes_when_a_session_by_the_directory_ends() -> Result<()> {
    let directory = directory().await?;
    let office = office(Office::builder(), &directory, "").await?;
    let desk = office.nobody()?;
    sign_in(&desk, &directory, "ha.nong").await?.expect_status(201)?;
    desk.post("/api/v1/counters/1/open").await?.expect_status(200)?;
    let bao = office.signed_in(BAO).await?;
    let path = "/api/v1/people/N%C3%B4ng%20Th%E1%BB%8B%20H%C3%A0/sessions";
    let ended = tokio::time::timeout(SOON, bao.delete(path)).await??;
    ended.expect_status(204)?;
    is_nobody(&desk).await?;
    office.close().await
}
