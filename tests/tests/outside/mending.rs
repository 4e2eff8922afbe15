//! An office with one damaged old day is saved: the day is taken out of a backup, and nothing else is touched.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use moi_tests::{Office, places};
use serde_json::Value;

use crate::SOON;

/// An office whose first day is over, stopped; with a backup of it, and the file of that day.
async fn stopped_with_backup() -> Result<(Office, PathBuf, PathBuf)> {
    let golden = places::root().join("server/journal/tests/golden/0.1.jsonl");
    let mut office = Office::builder().prepare()?;
    let lines = office.folder().join("past.jsonl");
    fs::write(&lines, fs::read_to_string(golden)?.replace("2026-", "2020-"))?;
    let imported = office.run(&["journal", "import", path(&lines)?]).await?;
    ensure!(imported.status.success(), "{}", imported.stderr);
    office.open().await?;
    office.kiosk()?.take_ticket("A").await?;
    let backup = office.folder().join("copy.moi-backup");
    let made = office.run(&["backup", path(&backup)?]).await?;
    ensure!(made.status.success(), "{}", made.stderr);
    office.signal("TERM").await?;
    let day = office.data().join("journal/days/00000000000000000001.day");
    Ok((office, backup, day))
}

fn path(path: &Path) -> Result<&str> {
    path.to_str().context("a path")
}

fn damage(day: &Path) -> Result<()> {
    let mut bytes = fs::read(day)?;
    *bytes.last_mut().context("a byte")? ^= 1;
    Ok(fs::write(day, bytes)?)
}

#[tokio::test]
async fn a_damaged_day_is_taken_out_of_a_backup_and_the_office_goes_on() -> Result<()> {
    let (mut office, backup, day) = stopped_with_backup().await?;
    let whole = office.run(&["verify"]).await?;
    damage(&day)?;
    let verified = office.run(&["verify"]).await?;
    assert!(!verified.status.success(), "{verified:?}");
    ensure!(verified.stdout.contains(path(&day)?), "the file is named: {}", verified.stdout);
    ensure!(verified.stderr.contains("moi journal mend --from BACKUP"), "{}", verified.stderr);

    office.open().await?;
    let refused = office.run(&["journal", "mend", "--from", path(&backup)?]).await?;
    assert!(!refused.status.success() && refused.stderr.contains("stop it first"), "{}", refused.stderr);
    office.signal("TERM").await?;
    let mended = office.run(&["journal", "mend", "--from", path(&backup)?]).await?;
    ensure!(mended.status.success(), "{} {}", mended.stdout, mended.stderr);
    ensure!(mended.stdout.contains("is whole again: events 1 to"), "{}", mended.stdout);
    let again = office.run(&["journal", "mend", "--from", path(&backup)?]).await?;
    ensure!(again.status.success() && again.stdout.contains("nothing to mend"), "{}", again.stdout);
    assert_eq!(office.run(&["verify"]).await?.stdout, whole.stdout);
    office.open().await?;
    assert_eq!(office.kiosk()?.take_ticket("A").await?.number, "A002");
    office.close().await
}

#[tokio::test]
async fn a_day_that_the_backup_has_not_is_told_and_the_exit_code_says_so() -> Result<()> {
    let (office, _, day) = stopped_with_backup().await?;
    damage(&day)?;
    let other = office.sibling().start().await?;
    other.kiosk()?.take_ticket("A").await?;
    let backup = other.folder().join("other.moi-backup");
    let made = other.run(&["backup", path(&backup)?]).await?;
    ensure!(made.status.success(), "{}", made.stderr);
    let ended = office.run(&["journal", "mend", "--from", path(&backup)?]).await?;
    assert!(!ended.status.success() && ended.stdout.contains("Not in this backup"), "{ended:?}");
    other.close().await?;
    office.close().await
}

#[tokio::test]
async fn sound_days_are_exported_around_the_damage_and_what_is_missing_is_told() -> Result<()> {
    let (office, _, day) = stopped_with_backup().await?;
    let sound = office.run(&["journal", "export", "--sound"]).await?;
    ensure!(sound.status.success(), "nothing is missing: {}", sound.stderr);
    damage(&day)?;
    let refused = office.run(&["journal", "export"]).await?;
    assert!(!refused.status.success() && refused.stdout.is_empty(), "{refused:?}");
    let export = office.run(&["journal", "export", "--sound"]).await?;
    assert_eq!(export.status.code(), Some(1));
    let first: Value = serde_json::from_str(export.stdout.lines().next().context("a line")?)?;
    let first = first["number"].as_u64().context("a number")?;
    ensure!(first > 1 && sound.stdout.ends_with(&export.stdout), "{first}");
    let missing = format!("missing in the export: events 1 to {}", first - 1);
    ensure!(export.stderr.contains(&missing), "{}", export.stderr);
    let left =
        fs::read_dir(office.data())?.flatten().filter(|one| one.file_name().to_string_lossy().starts_with(".export"));
    assert_eq!(left.count(), 0);
    office.close().await
}

#[tokio::test]
async fn damage_that_is_met_in_a_running_office_is_told_as_damage() -> Result<()> {
    let (mut office, _, day) = stopped_with_backup().await?;
    damage(&day)?;
    office.open().await?;
    let codes = async || -> Result<Vec<String>> {
        let health = office.here()?.get("/api/v1/health").await?.value()?;
        let wrong = health["wrong"].as_array().context("a list")?;
        Ok(wrong
            .iter()
            .filter_map(|one| Some(format!("{} {}", one["code"].as_str()?, one["reason"].as_str()?)))
            .collect())
    };
    let file = office.folder().join("another.moi-backup");
    let refused = office.run(&["backup", path(&file)?]).await?;
    assert!(!refused.status.success() && refused.stderr.contains("moi journal mend"), "{}", refused.stderr);
    ensure!(refused.stderr.contains(path(&day)?), "the file is named: {}", refused.stderr);
    let told = codes().await?;
    let is_told = told.iter().any(|one| one.starts_with("journal-damaged") && one.contains("00000000000000000001.day"));
    ensure!(is_told && !told.iter().any(|one| one.starts_with("backup-failed")), "{told:?}");
    let state = office.here()?.get("/api/v1/office/state").await?.value()?;
    ensure!(state["journal"]["damage"].is_string() && state["backup"]["trouble"].is_null(), "{state}");
    office.close().await
}

/// A half-filled folder in which an office opened anew had lost everything.
#[tokio::test]
async fn a_restore_that_was_killed_or_failed_opens_no_new_office() -> Result<()> {
    let (office, backup, _) = stopped_with_backup().await?;
    let mut new = office.sibling().prepare()?;
    let filling = new.data().join("journal.filling");
    fs::create_dir_all(&filling)?;
    fs::write(filling.join("db"), "half")?;
    let started = tokio::time::timeout(SOON, new.run(&[])).await.context("it must not open")??;
    assert!(!started.status.success() && started.stderr.contains("Run it again"), "{}", started.stderr);
    let broken = new.folder().join("broken.moi-backup");
    let whole = fs::read(&backup)?;
    fs::write(&broken, &whole[..whole.len() - 10])?;
    let failed = new.run(&["restore", path(&broken)?]).await?;
    assert!(!failed.status.success() && failed.stderr.contains("take an earlier copy"), "{}", failed.stderr);
    ensure!(!filling.exists(), "nothing of it is left");
    let restored = new.run(&["restore", path(&backup)?]).await?;
    ensure!(restored.status.success(), "{}", restored.stderr);
    ensure!(restored.stdout.contains("may be given again: the next ones are A002"), "{}", restored.stdout);
    new.open().await?;
    ensure!(new.log().contains("restored today"), "{}", new.log());
    new.close().await?;
    office.close().await
}
