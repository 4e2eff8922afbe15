//! Copies of the data: a backup of the running office, its way back, the journal for other tools, and damage that is
//! told instead of being dropped.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use moi_tests::Office;
use serde_json::Value;

use crate::{SHIPPED, SOON};

/// A machine that died: a new one goes on from the backup, with the next number and the same people.
#[tokio::test]
async fn a_backup_of_the_running_office_goes_on_elsewhere() -> Result<()> {
    let old = Office::start().await?;
    let kiosk = old.kiosk()?;
    let mut taken = Vec::new();
    for service in ["A", "C", "A"] {
        taken.push(kiosk.take_ticket(service).await?);
    }
    let desk = old.desk(1, "Nông Thị Hà").await?;
    desk.open().await?;
    let called = desk.next().await?.context("somebody waits")?;
    let file = old.folder().join("copy.moi-backup");
    let path = file.to_str().context("a path")?;
    let made = old.run(&["backup", path]).await?;
    ensure!(made.status.success(), "{}", made.stderr);
    assert_eq!(fs::metadata(&file)?.permissions().mode() & 0o777, 0o600, "PINs and tokens are in it, as fingerprints");
    let again = old.run(&["backup", path]).await?;
    assert!(!again.status.success() && again.stderr.contains("is there already"), "{}", again.stderr);
    kiosk.take_ticket("A").await?;

    let mut new = old.sibling().prepare()?;
    let restored = new.run(&["restore", path]).await?;
    ensure!(restored.status.success(), "{}", restored.stderr);
    new.open().await?;
    let citizen = new.nobody()?;
    for ticket in &taken {
        let view = citizen.get(&format!("/api/v1/tickets/{}", ticket.token)).await?.value()?;
        let status = if ticket.number == called.number { "called" } else { "waiting" };
        assert_eq!((view["number"].as_str(), view["status"].as_str()), (Some(ticket.number.as_str()), Some(status)));
    }
    assert_eq!(new.kiosk()?.take_ticket("A").await?.number, "A003", "as it was when the backup was made");
    let over = new.run(&["restore", path]).await?;
    assert!(!over.status.success() && over.stderr.contains("nothing is overwritten"), "{}", over.stderr);
    new.close().await?;
    old.close().await
}

#[tokio::test]
async fn a_file_that_is_no_whole_backup_leaves_no_data() -> Result<()> {
    let old = Office::start().await?;
    old.kiosk()?.take_ticket("A").await?;
    let file = old.folder().join("copy.moi-backup");
    let made = old.run(&["backup", file.to_str().context("a path")?]).await?;
    ensure!(made.status.success(), "{}", made.stderr);
    let whole = fs::read(&file)?;
    let mut new = old.sibling().prepare()?;
    for bytes in [&whole[..whole.len() - 20], b"dear office", b""] {
        let broken = new.folder().join("broken.moi-backup");
        fs::write(&broken, bytes)?;
        let ended = new.run(&["restore", broken.to_str().context("a path")?]).await?;
        assert!(!ended.status.success() && ended.stderr.contains("can't be restored"), "{}", ended.stderr);
        assert!(!new.data().join("journal").exists() && !new.data().join("journal.filling").exists());
    }
    let missing = new.run(&["restore", "nothing.moi-backup"]).await?;
    assert!(missing.stderr.contains("nothing.moi-backup"), "{}", missing.stderr);
    new.open().await?;
    new.close().await?;
    old.close().await
}

#[tokio::test]
async fn the_journal_is_exported_while_the_office_runs_and_imported_elsewhere() -> Result<()> {
    let office = Office::start().await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    let exported = office.run(&["journal", "export"]).await?;
    ensure!(exported.status.success(), "{}", exported.stderr);
    let events: Vec<Value> = exported.stdout.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let numbers: Vec<_> = events.iter().filter_map(|event| event["number"].as_u64()).collect();
    assert_eq!(numbers, (1..=events.len() as u64).collect::<Vec<_>>(), "no gap");
    assert!(events.iter().any(|event| event["fact"]["ticket-issued"]["number"] == ticket.number.as_str()));
    let file = office.folder().join("journal.jsonl");
    fs::write(&file, &exported.stdout)?;

    let mut other = office.sibling().prepare()?;
    let imported = other.run(&["journal", "import", file.to_str().context("a path")?]).await?;
    ensure!(imported.status.success(), "{}", imported.stderr);
    other.open().await?;
    assert_eq!(other.kiosk()?.take_ticket("A").await?.number, "A002");
    other.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_whole_journal_is_verified_and_a_damaged_one_is_refused_with_the_way_out() -> Result<()> {
    let mut office = Office::start().await?;
    for _ in 0..30 {
        office.kiosk()?.take_ticket("A").await?;
    }
    let running = office.run(&["verify"]).await?;
    assert!(running.status.success() && running.stdout.contains("The journal is whole"), "{running:?}");
    office.signal("TERM").await?;
    let stopped = office.run(&["verify"]).await?;
    assert_eq!(stopped.stdout, running.stdout);

    damage(&office.data().join("journal/db"))?;
    let _ = fs::remove_file(office.data().join("journal/snapshot"));
    let verified = office.run(&["verify"]).await?;
    assert!(!verified.status.success(), "{verified:?}");
    let started = tokio::time::timeout(SOON, office.run(&[])).await.context("it must not open")??;
    assert!(!started.status.success() && started.stderr.contains("restore"), "{}", started.stderr);
    office.close().await
}

/// Changes a letter of a service's language in the middle of the data, as a failing disk might: the file's own checks
/// may notice it first.
fn damage(file: &Path) -> Result<()> {
    let mut bytes = fs::read(file)?;
    let words = b"ticket-issued";
    let places: Vec<usize> =
        (0..bytes.len() - words.len()).filter(|place| bytes[*place..].starts_with(words)).collect();
    ensure!(!places.is_empty(), "no event in {}", file.display());
    for place in places {
        bytes[place] = b'T';
    }
    Ok(fs::write(file, bytes)?)
}

#[tokio::test]
async fn copies_are_made_by_themselves_and_health_says_when_they_cannot_be() -> Result<()> {
    let office = Office::start().await?;
    let copies = office.data().join("backups");
    let made = || -> Option<_> {
        let mut files = fs::read_dir(&copies).ok()?.flatten().map(|file| file.path());
        files.find(|path| is_backup(path))
    };
    assert_eq!(made(), None, "nothing in it would be worth a day's copy");
    let ticket = office.kiosk()?.take_ticket("A").await?;
    wait_until(|| made().is_some()).await?;
    let mut new = office.sibling().prepare()?;
    let copy = made().context("a copy")?;
    let restored = new.run(&["restore", copy.to_str().context("a path")?]).await?;
    ensure!(restored.status.success(), "{}", restored.stderr);
    new.open().await?;
    let view = new.nobody()?.get(&format!("/api/v1/tickets/{}", ticket.token)).await?.value()?;
    assert_eq!(view["number"], ticket.number.as_str());
    new.close().await?;
    office.close().await?;

    let folder = "folder = \"/proc/no-such-folder\"";
    let office = Office::builder().config(&SHIPPED.replace("folder = \"backups\"", folder)).start().await?;
    let caller = office.nobody()?;
    let begun = std::time::Instant::now();
    loop {
        let health = caller.get("/api/v1/health").await?.value()?;
        let wrong = health["wrong"].as_array().context("a list")?;
        if wrong.iter().any(|wrong| wrong["code"] == "backup-failed" && wrong["reason"].as_str().is_some()) {
            assert_eq!(health["ready"], true, "tickets go on");
            break;
        }
        ensure!(begun.elapsed() < SOON, "{health}");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    office.close().await
}

fn is_backup(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "moi-backup")
}

async fn wait_until(is_so: impl Fn() -> bool) -> Result<()> {
    let begun = std::time::Instant::now();
    while !is_so() {
        ensure!(begun.elapsed() < SOON, "it did not come");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Ok(())
}
