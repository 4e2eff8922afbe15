//! A new office: from the first start to the first ticket, with the code that the terminal shows.

use anyhow::{Context, Result};
use moi_tests::{Browser, Caller, Office, Role};
use serde_json::{Value, json};

use crate::SOON;

const PASSWORD: &str = "sáu quả mận chín đầu mùa";

/// The code that the terminal shows, if it shows one.
fn code(office: &Office) -> Option<String> {
    let line = office.greeting().iter().find(|line| line.contains("/set-up"))?;
    line.split_whitespace().find(|word| word.len() == 19 && word.matches('-').count() == 3).map(str::to_owned)
}

fn wish(code: &str, made_from: u64, password: &str) -> Value {
    let title = json!({"vi": "Công chức", "en": "Officer"});
    json!({"code": code, "made_from": made_from, "administrator": "Lò Thị Pành", "password": password, "edits": [
        {"at": ["office", "name"], "value": {"vi": "UBND xã Bản Mới", "en": "Ban Moi commune"}},
        {"at": ["counters"], "value": [
            {"number": 1, "services": ["A", "C", "D", "E", "H", "K", "X", "M"], "direction": "left"},
        ]},
        {"at": ["officers"], "value": [{"name": "Vàng A Páo", "title": title}]},
        {"at": ["supervisors"], "value": null}, {"at": ["receptionists"], "value": null},
        {"at": ["inspectors"], "value": null}, {"at": ["administrators"], "value": [{"name": "Lò Thị Pành"}]},
    ]})
}

async fn ask(caller: &Caller, code: &str) -> Result<moi_tests::Answer> {
    caller.post_json("/api/v1/installation/check", &json!({"code": code})).await
}

#[tokio::test]
async fn whoever_has_the_terminals_code_sets_the_office_up_once_and_nobody_else() -> Result<()> {
    let mut office = Office::builder().bare().start().await?;
    let first = code(&office).context("a code in the terminal")?;
    let somebody = office.nobody()?;
    ask(&somebody, "AAAA-AAAA-AAAA-AAAA").await?.expect_problem(401, "wrong-set-up-code")?;
    let begins = ask(&somebody, &first.to_lowercase()).await?.expect_status(200)?.value()?;
    assert_eq!(begins["made_from"], json!(0));
    // Each start has a code of its own.
    office.restart().await?;
    let second = code(&office).context("a code in the terminal")?;
    let somebody = office.nobody()?;
    ask(&somebody, &first).await?.expect_problem(401, "wrong-set-up-code")?;
    // A password that everybody guesses changes nothing.
    let weak = somebody.post_json("/api/v1/installation", &wish(&second, 0, "password1234")).await?;
    assert_eq!(weak.status, 422, "{}", weak.text());
    let shown = somebody.get("/api/v1/office").await?.value()?;
    assert_eq!(shown["name"]["vi"], json!("UBND xã Cai Kinh"));
    let installed = somebody.post_json("/api/v1/installation", &wish(&second, 0, PASSWORD)).await?;
    let installed = installed.expect_status(201)?.value()?;
    let made = installed["credentials"].as_array().context("credentials")?;
    assert_eq!((made.len(), &made[0]["name"], &made[0]["kind"]), (1, &json!("Vàng A Páo"), &json!("pin")));
    // She is signed in and is the administrator; the code is worthless, also after another start.
    let session = somebody.get("/api/v1/sessions/current").await?.expect_status(200)?.value()?;
    assert_eq!((&session["name"], &session["role"]), (&json!("Lò Thị Pành"), &json!("administrator")));
    ask(&somebody, &second).await?.expect_problem(401, "wrong-set-up-code")?;
    let audit = somebody.get("/api/v1/audit").await?.expect_status(200)?.value()?;
    let entries = audit["entries"].as_array().context("entries")?;
    let told = |act: &str, about: &str| {
        entries.iter().any(|one| one["act"] == act && one["about"] == about && one["by"] == "Lò Thị Pành")
    };
    assert!(told("password-made", "Lò Thị Pành") && told("pin-made", "Vàng A Páo"), "{audit}");
    office.restart().await?;
    assert_eq!(code(&office), None);
    let shown = office.nobody()?.get("/api/v1/office").await?.value()?;
    assert_eq!(shown["name"]["vi"], json!("UBND xã Bản Mới"));
    // The people of the office that ships are nobody here; the new officer signs in at once.
    let pin = made[0]["secret"].as_str().context("a PIN")?;
    let here = office.here()?;
    here.post_json("/api/v1/sessions", &json!({"name": "Vàng A Páo", "pin": pin})).await?.expect_status(201)?;
    here.post("/api/v1/counters/1/open").await?.expect_status(200)?;
    office.kiosk()?.take_ticket("A").await?;
    office.close().await
}

/// Killed after the set-up is in force and before anybody can sign in: the next start has a code again.
#[tokio::test]
async fn an_office_that_is_killed_while_it_is_set_up_can_be_set_up_again() -> Result<()> {
    let mut office = Office::builder().bare().start().await?;
    for round in 0..4_u64 {
        let Some(known) = code(&office) else { break };
        let caller = office.nobody()?;
        let from = ask(&caller, &known).await?.value()?["made_from"].as_u64().context("a version")?;
        let body = wish(&known, from, PASSWORD);
        let installing = caller.post_json("/api/v1/installation", &body);
        let _ = tokio::time::timeout(std::time::Duration::from_millis(20 + 60 * round), installing).await;
        office.kill().await?;
        office.open().await?;
    }
    if let Some(known) = code(&office) {
        let caller = office.nobody()?;
        let from = ask(&caller, &known).await?.value()?["made_from"].as_u64().context("a version")?;
        caller.post_json("/api/v1/installation", &wish(&known, from, PASSWORD)).await?.expect_status(201)?;
    }
    let credentials = json!({"name": "Lò Thị Pành", "password": PASSWORD});
    office.nobody()?.post_json("/api/v1/sessions", &credentials).await?.expect_status(201)?;
    office.close().await
}

/// Else whoever reads an old log could set the office up once more, and be its administrator.
#[tokio::test]
async fn the_code_is_worthless_once_an_administrator_has_set_the_office_up_without_it() -> Result<()> {
    let mut office = Office::builder().bare().start().await?;
    let known = code(&office).context("a code")?;
    let administrator = office.bearer(&office.token(Role::Administrator, "Bảo").await?)?;
    let change = json!({"made_from": 0, "edits": [{"at": ["desk", "undo_seconds"], "value": 20}]});
    administrator.put_json("/api/v1/set-up", &change).await?.expect_status(200)?;
    ask(&office.nobody()?, &known).await?.expect_problem(401, "wrong-set-up-code")?;
    office.restart().await?;
    assert_eq!(code(&office), None);
    office.close().await
}

/// Whoever starts with a file has no code: the file says who works here.
#[tokio::test]
async fn an_office_that_was_started_with_a_file_has_no_code() -> Result<()> {
    let office = Office::start().await?;
    assert_eq!(code(&office), None);
    ask(&office.nobody()?, "AAAA-AAAA-AAAA-AAAA").await?.expect_problem(409, "set-up-in-file")?;
    office.close().await
}

/// Five minutes to the first ticket, counted in clicks: six to the kiosk, and what must be typed.
#[tokio::test]
async fn from_the_terminals_code_to_the_first_ticket_are_six_clicks() -> Result<()> {
    let office = Office::builder().bare().alone().start().await?;
    let code = code(&office).context("a code in the terminal")?;
    let browser = Browser::start().await?;
    let page = browser.open("set-up", &format!("{}/set-up", office.base()), 1366, 768).await?;
    let at = |step: &str| format!("return document.querySelector('[data-step={step}]') !== null");
    let type_into = |field: &'static str, text: &str| {
        let script = format!(
            "const field = document.querySelector('[data-field=\"{field}\"], [data-officer=\"{field}\"]');
            field.value = arguments[0]; field.dispatchEvent(new Event('input', {{ bubbles: true }}));"
        );
        (script, vec![json!(text)])
    };
    let mut clicks = 0;
    page.wait_for("code", &at("code"), SOON).await?;
    page.picture("code").await?;
    let (script, text) = type_into("code", &code);
    page.run(&script, text).await?;
    for (step, fields) in [
        ("office", vec![("name", "UBND xã Bản Mới"), ("phone", "0205 3 800 999")]),
        ("services", vec![]),
        ("people", vec![("0", "Vàng A Páo"), ("1", "Giàng Thị Mỷ")]),
        ("administrator", vec![("administrator", "Lò Thị Pành"), ("password", PASSWORD)]),
    ] {
        page.run("document.querySelector('[data-action=next]').click()", Vec::new()).await?;
        clicks += 1;
        page.wait_for(step, &at(step), SOON).await?;
        for (field, typed) in fields {
            let (script, text) = type_into(field, typed);
            page.run(&script, text).await?;
        }
        page.picture(step).await?;
    }
    page.run("document.querySelector('[data-action=next]').click()", Vec::new()).await?;
    page.wait_for("done", &at("done"), SOON).await?;
    page.picture("done").await?;
    page.run("document.querySelector('[data-action=kiosk]').click()", Vec::new()).await?;
    page.wait_for_text("Bản Mới", SOON).await?;
    clicks += 2;
    // The kiosk's own two touches are those of any citizen.
    assert_eq!(clicks, 6);
    page.wait_for(
        "a tile",
        "return document.querySelector('[data-service]') !== null
        || document.querySelector('[data-action]') !== null",
        SOON,
    )
    .await?;
    page.picture("kiosk").await?;
    browser.close().await?;
    office.close().await
}
