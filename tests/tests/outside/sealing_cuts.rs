//! The power goes while a closed day is put away: before each sync of it, one after the other.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use moi_tests::{Luck, Office, OfficeBuilder, places};
use tokio::time::sleep;

use crate::SOON;

/// More than a start and a sealing ask for together.
const SYNCS_MAX: u32 = 100;

/// What the sealer says at its end.
const SEALED: &str = "closed days are sealed";

/// Two days of a past year, of which the second is not sealed yet.
fn past() -> Result<String> {
    let golden = places::root().join("server/journal/tests/golden/0.1.jsonl");
    Ok(fs::read_to_string(golden)?.replace("2026-", "2020-"))
}

/// The next start begins a new day, and puts the one before away.
#[tokio::test]
async fn a_power_cut_before_any_sync_of_sealing_a_day_loses_nothing_and_the_day_is_sealed_once() -> Result<()> {
    let past = past()?;
    let before = Office::builder().prepare()?;
    let lines = before.folder().join("past.jsonl");
    fs::write(&lines, &past)?;
    let imported = before.run(&["journal", "import", lines.to_str().context("a path")?]).await?;
    ensure!(imported.status.success(), "{}", imported.stderr);
    let journal = before.data().join("journal");

    let mut luck = Luck::of(u64::from(std::process::id()));
    let (mut cuts, mut half_sealed) = (0, 0);
    for sync in 1..SYNCS_MAX {
        let office = before.sibling().with_journal(&journal).on_unsure_disk();
        let (was_cut, was_sealed) =
            cut_before(sync, office, &past, &mut luck).await.with_context(|| format!("sync {sync}"))?;
        cuts += u32::from(was_cut);
        half_sealed += u32::from(was_cut && was_sealed);
        if !was_cut {
            break;
        }
    }
    println!("{cuts} cuts, {half_sealed} of them with the day's file in its place");
    ensure!((3..SYNCS_MAX - 1).contains(&cuts) && half_sealed > 0, "the cuts missed the sealing");
    before.close().await
}

/// Whether the office was cut before this sync, or had sealed the day before it came; and whether the day was a file.
async fn cut_before(sync: u32, office: OfficeBuilder, past: &str, luck: &mut Luck) -> Result<(bool, bool)> {
    let mut office = office.prepare()?;
    office.disk()?.end_before_sync(sync)?;
    let mut starting = office.spawn()?;
    let begun = Instant::now();
    let mut was_cut = starting.try_wait()?.is_some();
    while !was_cut && !office.log().contains(SEALED) {
        ensure!(begun.elapsed() < SOON, "neither cut nor sealed: {}", office.log());
        sleep(Duration::from_millis(5)).await;
        was_cut = starting.try_wait()?.is_some();
    }
    starting.kill().await?;
    office.disk()?.lose_unsynced(luck)?;
    office.disk()?.heal()?;
    let was_sealed = days(&office.data())? == 2;

    office.open().await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    ensure!(ticket.number == "A001", "{} is the first of the day", ticket.number);
    let begun = Instant::now();
    while days(&office.data())? < 2 {
        ensure!(begun.elapsed() < SOON, "the day is not sealed: {}", office.log());
        sleep(Duration::from_millis(5)).await;
    }
    let verified = office.run(&["verify"]).await?;
    let is_whole = verified.stdout.contains("The journal is whole") && verified.stdout.contains("2 closed days");
    ensure!(is_whole, "{}{}", verified.stdout, verified.stderr);
    let exported = office.run(&["journal", "export"]).await?;
    ensure!(exported.stdout.starts_with(past), "the past is another: {}", exported.stdout);
    office.close().await?;
    Ok((was_cut, was_sealed))
}

/// Sealed days in a data folder.
fn days(data: &Path) -> Result<usize> {
    let files = fs::read_dir(data.join("journal/days"))?.collect::<Result<Vec<_>, _>>()?;
    Ok(files.iter().filter(|file| file.path().extension().is_some_and(|ending| ending == "day")).count())
}
