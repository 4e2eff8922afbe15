//! The set-up as a file: out of an office, into git, and into others.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use moi_tests::{Caller, Office, Role};
use serde_json::json;
use tokio::time::{sleep, timeout};

use crate::rehearsal::Rehearsal;

#[tokio::test]
async fn a_set_up_goes_from_one_office_to_another_part_by_part_and_shows_first_what_it_changes() -> Result<()> {
    let first = Office::builder().bare().start().await?;
    let administrator = first.bearer(&first.token(Role::Administrator, "Đặng Quốc Bảo").await?)?;
    let change = json!({"made_from": 0, "edits": [
        {"at": ["services", "A", "usual_minutes"], "value": 14}, {"at": ["office", "phone"], "value": "0205 1"},
    ]});
    administrator.put_json("/api/v1/set-up", &change).await?.expect_status(200)?;
    let file = first.data().join("kept.toml");
    let path = file.to_str().context("a path")?;
    let exported = first.run(&["office", "export", path]).await?;
    assert!(exported.status.success(), "{}", exported.stderr);
    assert!(std::fs::read_to_string(&file)?.contains("# The set-up of an office"), "the remarks go with it");
    // An export never writes over something.
    assert!(!first.run(&["office", "export", path]).await?.status.success());

    let second = first.sibling().bare().start().await?;
    let looked = second.run(&["office", "import", path, "--part", "services"]).await?;
    assert!(looked.stdout.contains("~ services.A.usual_minutes: 12 → 14"), "{}{}", looked.stdout, looked.stderr);
    assert!(!looked.stdout.contains("office.phone"), "{}", looked.stdout);
    let shown = second.nobody()?.get("/api/v1/office").await?.text();
    assert!(!shown.contains("\"usual_minutes\":14"), "it was only looked at");
    let applied = second.run(&["office", "import", path, "--part", "services", "--apply"]).await?;
    assert!(applied.status.success(), "{}", applied.stderr);
    let shown = second.nobody()?.get("/api/v1/office").await?.text();
    assert!(shown.contains("\"usual_minutes\":14") && !shown.contains("0205 1"), "{shown}");
    // Once more it changes nothing, and the audit says who it was.
    let again = second.run(&["office", "import", path, "--part", "services", "--apply"]).await?;
    assert!(again.status.success() && !again.stdout.contains('~'), "{}", again.stdout);
    let inspector = second.bearer(&second.token(Role::Inspector, "Bế Văn Định").await?)?;
    let audit = inspector.get("/api/v1/audit").await?.expect_status(200)?.value()?;
    let change = audit["entries"].as_array().context("entries")?.iter().find(|one| one["act"] == "set-up-changed");
    assert_eq!(change.context("the change")?["by"], json!(null), "the command line");
    second.close().await?;
    first.close().await
}

#[tokio::test]
async fn an_import_that_cannot_be_says_all_of_it_and_changes_nothing() -> Result<()> {
    let office = Office::builder().bare().start().await?;
    office.kiosk()?.take_ticket("E").await?;
    let file = office.data().join("next.toml");
    let path = file.to_str().context("a path")?;
    let text = office.run(&["office", "export"]).await?.stdout;
    std::fs::write(&file, text.replace("undo_seconds = 10", "undo_seconds = 99"))?;
    let wrong = office.run(&["office", "import", path, "--apply"]).await?;
    assert!(!wrong.status.success() && wrong.stderr.contains("desk.undo_seconds: found 99"), "{}", wrong.stderr);
    // Without the service that somebody waits for.
    let from = text.find("[[services]]\ncode = \"E\"").context("service E")?;
    let to = from + text[from + 5..].find("[[services]]").context("the next service")? + 5;
    let without = format!("{}{}", &text[..from], &text[to..]).replace("[\"H\", \"E\"]", "[\"H\"]");
    std::fs::write(&file, without)?;
    let asked = office.run(&["office", "import", path]).await?;
    assert!(asked.stderr.contains("E001") && asked.stderr.contains("--strand"), "{}", asked.stderr);
    let refused = office.run(&["office", "import", path, "--apply"]).await?;
    assert!(!refused.status.success(), "{}", refused.stdout);
    let applied = office.run(&["office", "import", path, "--apply", "--strand"]).await?;
    assert!(applied.status.success(), "{}", applied.stderr);
    office.close().await
}

#[tokio::test]
async fn an_office_that_does_not_run_tells_its_own_set_up() -> Result<()> {
    let mut office = Office::builder().bare().start().await?;
    let administrator = office.bearer(&office.token(Role::Administrator, "Đặng Quốc Bảo").await?)?;
    let change = json!({"made_from": 0, "edits": [{"at": ["office", "phone"], "value": "0205 1"}]});
    administrator.put_json("/api/v1/set-up", &change).await?.expect_status(200)?;
    office.kill().await?;
    let exported = office.run(&["office", "export"]).await?;
    assert!(exported.stdout.contains("phone = \"0205 1\""), "{}", exported.stderr);
    let file = office.data().join("kept.toml");
    std::fs::write(&file, &exported.stdout)?;
    let path = file.to_str().context("a path")?;
    let refused = office.run(&["office", "import", path, "--apply"]).await?;
    assert!(refused.stderr.contains("no office runs"), "{}", refused.stderr);
    office.open().await?;
    office.close().await
}

/// Who prints numbers for an outage, or practises, does so while the office does not run, too.
#[tokio::test]
async fn a_roll_and_a_rehearsal_know_the_set_up_that_was_in_force_last() -> Result<()> {
    let mut office = Office::builder().bare().start().await?;
    let administrator = office.bearer(&office.token(Role::Administrator, "Đặng Quốc Bảo").await?)?;
    let change = json!({"made_from": 0, "edits": [{"at": ["services", "A", "prefix"], "value": "Z"}]});
    administrator.put_json("/api/v1/set-up", &change).await?.expect_status(200)?;
    wait_for_copy(&office).await?;
    office.kill().await?;
    let roll = office.run(&["roll", "--service", "A", "--count", "2", "--preview"]).await?;
    ensure!(roll.status.success() && roll.stdout.contains("Z9"), "{roll:?}");
    let rehearsal = Rehearsal::begin(&office, &[]).await?;
    let given = Caller::own_machine(&rehearsal.base)?.post_json("/api/v1/tickets", &json!({"service": "A"})).await?;
    let number = given.expect_status(201)?.value()?["number"].clone();
    ensure!(number.as_str().is_some_and(|number| number.starts_with('Z')), "{number}");
    rehearsal.end().await?;
    office.open().await?;
    office.close().await
}

/// It is written a moment after the change is in force.
async fn wait_for_copy(office: &Office) -> Result<()> {
    let copy = office.data().join("set-up-in-force.toml");
    let written = async {
        while !std::fs::read_to_string(&copy).is_ok_and(|text| text.contains("prefix = \"Z\"")) {
            sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(Duration::from_secs(10), written).await.context("the copy is not written")
}
