//! The order in plain sight: who is called before whom, and why.

use anyhow::{Context, Result};
use moi_tests::{Caller, Office, Role};
use serde_json::{Value, json};

/// Somebody of the staff who reads this language.
async fn staff(office: &Office, language: &str) -> Result<Caller> {
    office.bearer(&office.token(Role::Receptionist, &format!("Entrance {language}")).await?)?.reading(language)
}

fn of<'v>(view: &'v Value, list: &str, field: &str) -> Vec<&'v Value> {
    view[list].as_array().map_or(Vec::new(), |tickets| tickets.iter().map(|ticket| &ticket[field]).collect())
}

/// "Numbers weren't moving in sequence, couldn't figure how they were rotating".
#[tokio::test]
async fn the_queue_tells_the_order_of_calling_with_each_reason_in_words_and_never_which_priority() -> Result<()> {
    let office = Office::start().await?;
    let kiosk = office.kiosk()?;
    let (desk, other) = (office.desk(1, "Nông Thị Hà").await?, office.desk(4, "Lương Văn Tú").await?);
    let away = kiosk.take_ticket("A").await?;
    kiosk.take_ticket("D").await?;
    desk.next().await?.context("A001 waits")?;
    desk.park().await?;
    kiosk.take_ticket("A").await?;
    let handed_on = kiosk.take_ticket("D").await?;
    other.next().await?.context("D001 waits")?;
    other.finish().await?;
    other.next().await?.context("D002 waits")?;
    other.ask_with("transfer", &json!({"service": "A", "place": "front"})).await?.expect_status(200)?;
    let elder = kiosk.take_priority_ticket("A", "elderly").await?;

    let english = staff(&office, "en").await?;
    let view = english.get("/api/v1/queue").await?.expect_status(200)?.value()?;
    assert_eq!(of(&view, "tickets", "number"), [&elder.number, &handed_on.number, "A002"]);
    assert_eq!(
        of(&view, "tickets", "why"),
        ["Priority, 20 min earlier", "Transferred from Counter 4, put in front", "By time of arrival"]
    );
    assert_eq!(of(&view, "tickets", "counters"), [&json!([1, 3]); 3]);
    assert!(of(&view, "tickets", "effective").is_sorted_by_key(|time| time.as_str().map(str::to_owned)), "{view}");
    assert_eq!((&view["total"], &view["away_total"]), (&json!(3), &json!(1)));
    let aside = &view["away"][0];
    assert_eq!((&aside["number"], &aside["status"], &aside["counter"]), (&json!("A001"), &json!("parked"), &json!(1)));
    assert!(!view.to_string().contains("elderly"), "it says which priority: {view}");

    desk.let_back(away.id).await?;
    let vietnamese = staff(&office, "vi").await?;
    let view = vietnamese.get("/api/v1/queue?counter=1&limit=3").await?.expect_status(200)?.value()?;
    let returned = view["tickets"].as_array().and_then(|all| all.iter().find(|one| one["number"] == "A001"));
    let returned = returned.with_context(|| view.to_string())?;
    assert_eq!((&returned["reason"]["kind"], &returned["counters"]), (&json!("returned"), &json!([1])));
    assert!(returned["why"].as_str().is_some_and(|why| why.contains("Quầy 1")), "{returned}");
    assert_eq!(
        (view["tickets"].as_array().map(Vec::len), &view["total"]),
        (Some(3), &json!(4)),
        "a limit hides no one"
    );
    office.close().await
}

#[tokio::test]
async fn a_service_s_part_and_a_counter_s_part_of_the_queue_are_in_the_same_order() -> Result<()> {
    let office = Office::start().await?;
    let kiosk = office.kiosk()?;
    for service in ["A", "C", "M", "C", "D"] {
        kiosk.take_ticket(service).await?;
    }
    let staff = staff(&office, "en").await?;
    for (query, numbers) in [
        ("", vec!["A001", "C001", "M001", "C002", "D001"]),
        ("?service=C", vec!["C001", "C002"]),
        ("?counter=1", vec!["A001", "C001", "C002"]),
        ("?counter=2", vec!["C001", "M001", "C002"]),
        ("?counter=2&service=M", vec!["M001"]),
        ("?counter=5", vec![]),
    ] {
        let view = staff.get(&format!("/api/v1/queue{query}")).await?.expect_status(200)?.value()?;
        assert_eq!(of(&view, "tickets", "number"), numbers, "{query}");
        assert_eq!(view["total"], json!(numbers.len()), "{query}");
    }
    office.close().await
}

/// "A017 was called before me": the oldest complaint of a waiting room.
#[tokio::test]
async fn a_phone_says_who_was_called_first_although_they_came_later_and_never_which_priority() -> Result<()> {
    let office = Office::start().await?;
    let kiosk = office.kiosk()?;
    let desk = office.desk(4, "Lương Văn Tú").await?;
    let away = kiosk.take_ticket("D").await?;
    desk.next().await?.context("D001 waits")?;
    desk.no_show().await?;
    let own = kiosk.take_ticket("D").await?;
    let elder = kiosk.take_priority_ticket("D", "elderly").await?;
    let chosen = kiosk.take_ticket("D").await?;
    let phone = async || office.nobody()?.get(&format!("/api/v1/tickets/{}", own.token)).await?.value();
    assert_eq!(phone().await?["before"], json!([]));

    desk.next().await?.context("the elder waits")?;
    let called = json!({"number": elder.number, "reason": "priority"});
    let view = phone().await?;
    assert_eq!(view["before"], json!([called]));
    assert!(!view.to_string().contains("elderly") && view["before"][0]["minutes"].is_null(), "{view}");
    desk.ask_with("next", &json!({"ticket": chosen.id, "reason": "frail"})).await?.expect_status(200)?;
    desk.let_back(away.id).await?;
    let view = phone().await?;
    assert_eq!(view["before"], json!([{"number": chosen.number, "reason": "chosen"}, called]));
    assert!(!view.to_string().contains("frail"), "an officer's reason is the staff's: {view}");
    desk.next().await?.context("it waits")?;
    assert_eq!(phone().await?["before"], json!([]), "nobody is before whoever is called");
    office.close().await
}
