//! The order in plain sight: who is called before whom, and why.

use anyhow::{Context, Result};
use moi_tests::{Caller, Office, Role};
use reqwest::Method;
use serde_json::{Value, json};

use crate::SHIPPED;

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
    let called = json!({"number": elder.number, "reason": "priority", "appointment": null});
    let view = phone().await?;
    assert_eq!(view["before"], json!([called]));
    assert!(!view.to_string().contains("elderly") && view["before"][0]["minutes"].is_null(), "{view}");
    desk.ask_with("next", &json!({"ticket": chosen.id, "reason": "frail"})).await?.expect_status(200)?;
    desk.let_back(away.id).await?;
    let view = phone().await?;
    assert_eq!(view["before"], json!([{"number": chosen.number, "reason": "chosen", "appointment": null}, called]));
    assert!(!view.to_string().contains("frail"), "an officer's reason is the staff's: {view}");
    desk.next().await?.context("it waits")?;
    assert_eq!(phone().await?["before"], json!([]), "nobody is before whoever is called");
    office.close().await
}

/// An officer whom a spreadsheet would take for a formula.
const FORMULA: &str = "=HYPERLINK(1)";

/// A day on which counter 4 calls an elder before D001, and then D004, chosen before D001 and D003.
async fn a_day_out_of_order(office: &Office) -> Result<()> {
    let kiosk = office.kiosk()?;
    let desk = office.desk(4, FORMULA).await?;
    kiosk.take_ticket("D").await?;
    kiosk.take_priority_ticket("D", "elderly").await?;
    kiosk.take_ticket("A").await?;
    kiosk.take_ticket("D").await?;
    let chosen = kiosk.take_ticket("D").await?;
    desk.next().await?.context("D002 is first")?;
    desk.ask_with("next", &json!({"ticket": chosen.id, "reason": "frail"})).await?.expect_status(200)?;
    desk.next().await?.context("D001 waits")?;
    desk.next().await?.context("D003 waits")?;
    desk.finish().await.map(drop)
}

async fn administrator(office: &Office, name: &str) -> Result<Caller> {
    office.bearer(&office.token(Role::Administrator, name).await?)?.reading("en")
}

/// The record shows afterwards whether the order was fair: who passed whom, by whose hand and why.
#[tokio::test]
async fn every_call_out_of_the_order_of_arrival_is_on_record_with_whom_it_passed_by_whom_and_why() -> Result<()> {
    let office = Office::start().await?;
    a_day_out_of_order(&office).await?;
    let inspector = administrator(&office, "Inspector").await?;
    let record = inspector.get("/api/v1/order").await?.expect_status(200)?.value()?;
    assert_eq!((&record["calls"], &record["total"]), (&json!(4), &json!(2)), "{record}");
    let (elder, chosen) = (&record["passings"][0], &record["passings"][1]);
    assert_eq!((&elder["number"], &elder["earliest"], &elder["passed"]), (&json!("D002"), &json!("D001"), &json!(1)));
    assert_eq!((&elder["kind"], &elder["why"]), (&json!("priority"), &json!("Priority, 20 min earlier")));
    assert_eq!(
        (&chosen["number"], &chosen["earliest"], &chosen["passed"]),
        (&json!("D004"), &json!("D001"), &json!(2))
    );
    assert_eq!((&chosen["kind"], &chosen["reason"]), (&json!("chosen"), &json!("frail")));
    assert_eq!(chosen["why"], json!("Chosen by the officer: Too frail or ill to wait"));
    assert_eq!((&chosen["counter"], &chosen["officer"]), (&json!(4), &json!(FORMULA)));
    assert!(!record.to_string().contains("elderly"), "which priority is nobody's business: {record}");

    let table = inspector.get("/api/v1/order?format=csv").await?.expect_status(200)?;
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8");
    let day = record["day"].as_str().context("a day")?;
    assert_eq!(table.header("content-disposition"), format!("attachment; filename=\"moi-order-{day}.csv\""));
    let text = table.text();
    let lines: Vec<_> = text.split("\r\n").collect();
    assert!(lines[0].starts_with("\u{feff}Called at,Counter,Officer,"), "{text}");
    assert_eq!(lines.len(), 4, "two calls, and each line ends: {text}");
    assert!(lines[2].contains(&format!(",4,\"'{FORMULA}\",D004,D,")) && lines[2].ends_with(",frail"), "{text}");
    let accepted = inspector.send(Method::GET, "/api/v1/order", None, &[("accept", "text/csv")]).await?;
    assert_eq!(accepted.text(), text, "a spreadsheet says by its header what it wants");

    let told = office.run(&["order"]).await?;
    assert!(told.status.success(), "{}", told.stderr);
    assert!(told.stdout.contains(": 4 calls, 2 before somebody") && told.stdout.contains("D004"), "{}", told.stdout);
    let same = office.run(&["order", "--csv", "--day", day]).await?;
    assert_eq!(same.stdout, text, "{}", same.stderr);
    office.close().await
}

/// A changed set-up neither hides who was passed nor invents it: neither at once nor after a restart.
#[tokio::test]
async fn each_call_is_on_record_by_the_set_up_of_its_time() -> Result<()> {
    let mut office = Office::builder().bare().start().await?;
    a_day_out_of_order(&office).await?;
    // Counter 2 calls C while A001 waits, whom it may not call.
    let (kiosk, desk) = (office.kiosk()?, office.desk(2, "Mai").await?);
    kiosk.take_ticket("C").await?;
    desk.next().await?.context("C001 waits")?;
    desk.finish().await?;
    let administrator = administrator(&office, "Đặng Quốc Bảo").await?;
    let record = |caller: Caller| async move { caller.get("/api/v1/order").await?.expect_status(200)?.value() };
    let before = record(administrator.clone()).await?;
    assert_eq!(before["total"], json!(2), "{before}");
    let swapped = json!({"made_from": 0, "edits": [
        {"at": ["counters", "2", "services"], "value": ["A", "C", "D", "K", "M"]},
        {"at": ["counters", "4", "services"], "value": ["X"]},
    ]});
    administrator.put_json("/api/v1/set-up", &swapped).await?.expect_status(200)?;
    let after = record(administrator.clone()).await?;
    assert_eq!(after["passings"], before["passings"]);
    // From now on the new one holds: counter 2 passes A001 by a choice.
    let chosen = kiosk.take_ticket("C").await?;
    desk.ask_with("next", &json!({"ticket": chosen.id, "reason": "frail"})).await?.expect_status(200)?;
    let after = record(administrator).await?;
    assert_eq!((&after["total"], &after["passings"][2]["earliest"]), (&json!(3), &json!("A001")), "{after}");
    let running = office.run(&["order", "--csv"]).await?.stdout;
    office.kill().await?;
    let alone = office.run(&["order", "--csv"]).await?;
    assert_eq!(alone.stdout, running, "{}", alone.stderr);
    office.open().await?;
    let again = record(self::administrator(&office, "Second").await?).await?;
    assert_eq!(again["passings"], after["passings"]);
    office.close().await
}

/// An office that is started with a file has its past judged by the files of then.
#[tokio::test]
async fn another_file_leaves_the_record_of_the_day_as_it_was() -> Result<()> {
    let mut office = Office::start().await?;
    a_day_out_of_order(&office).await?;
    let before = office.run(&["order", "--csv"]).await?.stdout;
    let four = "services = [\"D\", \"X\"]";
    assert!(SHIPPED.contains(four));
    let changed = SHIPPED.replacen(four, "services = [\"X\"]", 1).replacen(
        "services = [\"H\", \"E\"]",
        "services = [\"H\", \"E\", \"D\"]",
        1,
    );
    office.set_config(&changed)?;
    office.restart().await?;
    let after = office.run(&["order", "--csv"]).await?;
    assert_eq!(after.stdout, before, "{}", after.stderr);
    assert!(after.stdout.contains("D004"), "{}", after.stdout);
    office.close().await
}

/// A closed day is read alone: the record is the same when the office has gone on, and when it doesn't run.
#[tokio::test]
async fn the_record_of_a_closed_day_stays_the_same_with_and_without_a_running_office() -> Result<()> {
    let shipped = "time_zone = \"Asia/Ho_Chi_Minh\"";
    let set_up = |zone: &str| SHIPPED.replacen(shipped, &format!("time_zone = {zone:?}"), 1);
    let mut office = Office::builder().config(&set_up("Pacific/Midway")).start().await?;
    a_day_out_of_order(&office).await?;
    let inspector = administrator(&office, "Inspector").await?;
    let before = inspector.get("/api/v1/order").await?.expect_status(200)?.value()?;
    let day = before["day"].as_str().context("a day")?.to_owned();
    // Tomorrow on the other side of the world; the same times in another zone's words.
    office.set_config(&set_up("Pacific/Kiritimati"))?;
    office.restart().await?;
    office.kiosk()?.take_ticket("A").await?;
    let inspector = administrator(&office, "Second").await?;
    let closed = inspector.get(&format!("/api/v1/order?day={day}")).await?.expect_status(200)?.value()?;
    assert_eq!(of(&closed, "passings", "number"), of(&before, "passings", "number"));
    assert_eq!((&closed["calls"], &closed["total"]), (&before["calls"], &before["total"]));
    let today = inspector.get("/api/v1/order").await?.expect_status(200)?.value()?;
    assert_eq!((&today["calls"], &today["passings"]), (&json!(0), &json!([])));
    let running = office.run(&["order", "--csv", "--day", &day]).await?.stdout;
    office.kill().await?;
    let alone = office.run(&["order", "--csv", "--day", &day]).await?;
    assert!(alone.status.success(), "{}", alone.stderr);
    assert_eq!(alone.stdout, running);
    let none = office.run(&["order", "--day", "1999-12-31"]).await?;
    assert!(!none.status.success() && none.stderr.contains("nothing of 1999-12-31"), "{}", none.stderr);
    office.open().await?;
    office.close().await
}

/// Rules are changed on a feeling, and the hall finds out what they do: "policy preview".
#[tokio::test]
async fn a_changed_set_up_is_tried_on_a_day_that_was_and_on_the_queue_at_hand_before_it_is_in_force() -> Result<()> {
    let mut office = Office::start().await?;
    let kiosk = office.kiosk()?;
    let desk = office.desk(4, "Lương Văn Tú").await?;
    for _ in 0..3 {
        kiosk.take_ticket("D").await?;
    }
    let elder = kiosk.take_priority_ticket("D", "elderly").await?;
    assert_eq!(desk.next().await?.context("somebody waits")?.number, elder.number);
    kiosk.take_ticket("D").await?;
    kiosk.take_priority_ticket("D", "elderly").await?;
    let file = office.folder().join("changed.toml");
    // No head starts: in the order of arrival D001 is first, and D006 last.
    let (begin, end) = (SHIPPED.find("[[priorities]]"), SHIPPED.find("[[officers]]"));
    let (begin, end) = begin.zip(end).context("officers come after the priority classes")?;
    std::fs::write(&file, format!("{}{}", &SHIPPED[..begin], &SHIPPED[end..]))?;
    let path = file.to_str().context("a path")?;
    let told = office.run(&["preview", "--config", path]).await?;
    assert!(told.status.success(), "{}", told.stderr);
    let line = |begin: &str| told.stdout.lines().find(|line| line.starts_with(begin)).unwrap_or(begin).to_owned();
    assert!(line("Next in the hall now:").ends_with(" D006 D001 D002 D003 D005"), "{}", told.stdout);
    assert!(line("By the changed rules:").ends_with(" D001 D002 D003 D005 D006"), "{}", told.stdout);
    for row in ["  Everybody ", "  Without priority ", "  elderly "] {
        assert_eq!(line(row).matches(" / ").count() + line(row).matches('–').count(), 3, "{}", told.stdout);
    }
    let uncalled = line("  Tickets that were not called");
    assert_eq!(uncalled.split_whitespace().filter(|word| *word == "5").count(), 3, "{}", told.stdout);
    // Nothing of it is in force.
    assert_eq!(desk.next().await?.context("somebody waits")?.number, "D006");

    std::fs::write(&file, "nonsense")?;
    let wrong = office.run(&["preview", "--config", path]).await?;
    assert!(!wrong.status.success() && wrong.stderr.contains("changed.toml"), "{}", wrong.stderr);
    // What is in force is the running office's to say.
    std::fs::write(&file, SHIPPED)?;
    office.kill().await?;
    let alone = office.run(&["preview", "--config", path]).await?;
    assert!(!alone.status.success() && alone.stderr.contains("no office runs in"), "{}", alone.stderr);
    office.open().await?;
    office.close().await
}
