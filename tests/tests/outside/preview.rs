//! A change of the rules is tried before it is in force.

use anyhow::{Context, Result};
use moi_tests::{Answer, Caller, Office, Role};
use serde_json::{Value, json};

use crate::SHIPPED;

const PREVIEW: &str = "/api/v1/office/preview";

async fn administrator(office: &Office) -> Result<Caller> {
    office.bearer(&office.token(Role::Administrator, "Preview").await?)?.reading("en")
}

/// Three ordinary people, an elder who is called before them, and another elder who waits behind a fourth.
async fn a_hall(office: &Office) -> Result<()> {
    let kiosk = office.kiosk()?;
    let desk = office.desk(4, "Lương Văn Tú").await?;
    for _ in 0..3 {
        kiosk.take_ticket("D").await?;
    }
    kiosk.take_priority_ticket("D", "elderly").await?;
    desk.next().await?.context("the elder waits")?;
    kiosk.take_ticket("D").await?;
    kiosk.take_priority_ticket("D", "elderly").await?;
    Ok(())
}

/// The whole problem document of a set-up that can't be.
fn refused(answer: &Answer) -> Result<Value> {
    answer.expect_problem(422, "wrong-set-up")?;
    Ok(serde_json::from_str(&answer.text())?)
}

fn rule<'v>(form: &'v Value, key: &str) -> Option<&'v Value> {
    form["rules"].as_array()?.iter().find(|rule| rule["key"] == key)
}

#[tokio::test]
async fn a_rule_that_is_changed_in_a_form_is_tried_and_is_not_in_force() -> Result<()> {
    let office = Office::start().await?;
    a_hall(&office).await?;
    let administrator = administrator(&office).await?;
    let form = administrator.get(PREVIEW).await?.expect_status(200)?.value()?;
    let elderly = rule(&form, "priorities.elderly.head_start_minutes").with_context(|| form.to_string())?;
    assert_eq!((&elderly["value"], &elderly["allowed"]), (&json!(20), &json!({"from": 0, "to": 120})));
    let place = rule(&form, "transfer.place").context("transfers")?;
    assert_eq!(
        (&place["value"], &place["allowed"]),
        (&json!("arrival"), &json!({"words": ["front", "arrival", "end"]}))
    );
    let helps = rule(&form, "counters.2.helps_with").context("counter 2")?;
    assert_eq!((&helps["value"], &helps["allowed"]["codes"][3]), (&json!([]), &json!("E")));

    let day = form["days"][0].as_str().context("a day")?;
    let wish = json!({"day": day, "changes": {"priorities.elderly.head_start_minutes": 0}});
    let preview = administrator.post_json(PREVIEW, &wish).await?.expect_status(200)?.value()?;
    assert_eq!(preview["next_present"], json!(["D006", "D001", "D002", "D003", "D005"]), "{preview}");
    assert_eq!(preview["next_changed"], json!(["D001", "D002", "D003", "D005", "D006"]));
    assert_eq!((&preview["day"], &preview["running"], &preview["refused"]), (&json!(day), &json!(true), &json!(0)));
    let kinds: Vec<_> = preview["classes"].as_array().context("classes")?.iter().map(|row| &row["kind"]).collect();
    assert_eq!(kinds, ["all", "none", "priority"]);
    assert_eq!(preview["classes"][2]["priority"], "elderly");
    for when in ["happened", "present", "changed"] {
        let waits = &preview["classes"][0][when];
        assert_eq!((&waits["called"], &waits["uncalled"]), (&json!(1), &json!(5)), "{when}: {preview}");
    }
    // Nothing of it is in force.
    assert_eq!(administrator.get(PREVIEW).await?.value()?["rules"], form["rules"]);
    office.close().await
}

#[tokio::test]
async fn a_pasted_set_up_is_tried_with_rules_changed_on_top_of_it() -> Result<()> {
    let office = Office::start().await?;
    a_hall(&office).await?;
    let administrator = administrator(&office).await?;
    let config = SHIPPED.replace("head_start_minutes = 20", "head_start_minutes = 1");
    let next = async |wish: Value| {
        let preview = administrator.post_json(PREVIEW, &wish).await?.expect_status(200)?.value()?;
        anyhow::Ok(preview["next_changed"][0].clone())
    };
    assert_eq!(next(json!({})).await?, "D006", "as it is");
    assert_eq!(next(json!({"config": config})).await?, "D006", "a minute is enough here");
    let changes = json!({"priorities.elderly.head_start_minutes": 0});
    assert_eq!(next(json!({"config": config, "changes": changes})).await?, "D001");
    office.close().await
}

/// "The set-up has mistakes" helps nobody who has to find them one by one.
#[tokio::test]
async fn a_set_up_that_cannot_be_is_answered_with_every_mistake_as_the_check_tells_them() -> Result<()> {
    let office = Office::start().await?;
    office.kiosk()?.take_ticket("A").await?;
    let administrator = administrator(&office).await?;
    let config =
        SHIPPED.replace("place = \"arrival\"", "place = \"arival\"").replace("recalls_min = 0", "recalls_min = 9");
    let problem = administrator.post_json(PREVIEW, &json!({"config": config})).await?;
    let problem = refused(&problem)?;
    assert_eq!((&problem["code"], &problem["count"]), (&json!("wrong-set-up"), &json!(2)), "{problem}");
    let file = office.folder().join("office.toml");
    std::fs::write(&file, config)?;
    let check = office.run(&["check", "--config", "office.toml"]).await?;
    let told: Vec<&str> = check.stderr.lines().take(2).collect();
    let findings = problem["findings"].as_array().context("findings")?;
    assert_eq!(findings.iter().map(|finding| &finding["text"]).collect::<Vec<_>>(), told);
    assert!(findings.iter().all(|finding| finding["line"].as_u64().is_some_and(|line| line > 1)), "{problem}");

    let changes = json!({"transfer.place": "middle", "nothing": 1, "away.lateness_minutes": -1});
    let problem = refused(&administrator.post_json(PREVIEW, &json!({"changes": changes})).await?)?;
    assert_eq!(problem["count"], json!(3), "{problem}");
    office.close().await
}

#[tokio::test]
async fn a_preview_keeps_its_bounds_and_the_office_serves_meanwhile() -> Result<()> {
    let office = Office::start().await?;
    office.kiosk()?.take_ticket("A").await?;
    let administrator = administrator(&office).await?;
    let huge = json!({"config": "#".repeat(300_000)});
    administrator.post_json(PREVIEW, &huge).await?.expect_problem(413, "body-too-large")?;
    let unknown = json!({"day": "1999-12-31"});
    administrator.post_json(PREVIEW, &unknown).await?.expect_problem(404, "unknown-day")?;
    administrator.post_json(PREVIEW, &json!({"rules": {}})).await?.expect_problem(400, "invalid-body")?;
    // A crowd of them comes one after the other, and nobody at the entrance waits for it.
    let wish = json!({});
    let previews = futures_util::future::join_all((0..8).map(|_| administrator.post_json(PREVIEW, &wish)));
    let kiosk = office.kiosk()?;
    let (previews, ticket) = tokio::join!(previews, kiosk.take_ticket("A"));
    assert_eq!(ticket?.number, "A002");
    for preview in previews {
        preview?.expect_status(200)?;
    }
    office.close().await
}

#[tokio::test]
async fn the_days_that_the_journal_has_are_told_with_the_one_that_runs() -> Result<()> {
    let set_up = |zone: &str| SHIPPED.replacen("time_zone = \"Asia/Ho_Chi_Minh\"", &format!("time_zone = {zone:?}"), 1);
    let mut office = Office::builder().config(&set_up("Pacific/Midway")).start().await?;
    let inspector = administrator(&office).await?;
    office.kiosk()?.take_ticket("A").await?;
    let first = inspector.get("/api/v1/order/days").await?.expect_status(200)?.value()?;
    assert_eq!(first["days"], json!([first["running"]]));
    office.set_config(&set_up("Pacific/Kiritimati"))?;
    office.restart().await?;
    office.kiosk()?.take_ticket("A").await?;
    let inspector = office.bearer(&office.token(Role::Administrator, "Second").await?)?;
    let both = inspector.get("/api/v1/order/days").await?.value()?;
    assert_eq!(both["days"], json!([first["running"], both["running"]]));
    office.close().await
}
