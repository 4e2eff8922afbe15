//! Pictures that are kept: across kills and power cuts, in backups, as files, damaged, and in a rehearsal.

use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use image::{GenericImageView, RgbImage, load_from_memory};
use moi_tests::{Caller, Luck, Office};
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

use crate::SOON;
use crate::pictures::{ADMINISTRATOR, administrator_of, drawing, list, name_it, office, png, taken};
use crate::rehearsal::Rehearsal;

/// Killed again and again while pictures come.
#[tokio::test]
async fn a_picture_is_there_whole_or_not_at_all_whenever_the_office_is_killed() -> Result<()> {
    let (mut office, _) = office().await?;
    let mut luck = Luck::of(7);
    let mut answered = BTreeSet::new();
    for round in 0..6_u8 {
        let administrator = administrator_of(&office, &format!("Bảo {round}")).await?;
        let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
        let sending = tokio::spawn(async move {
            for shade in 0..8 {
                let Ok(id) = taken(&administrator, png(&drawing(round * 8 + shade))).await else { break };
                tell.send(id).expect("the test goes on");
            }
        });
        // In the middle of one, behind some that were answered.
        for _ in 0..=luck.below(4) {
            answered.insert(timeout(SOON, told.recv()).await?.context("an answer")?);
        }
        sleep(Duration::from_millis(luck.below(60))).await;
        office.kill().await?;
        sending.await?;
        while let Ok(id) = told.try_recv() {
            answered.insert(id);
        }
        office.open().await?;
    }
    let administrator = administrator_of(&office, "Hoàng Văn Nam").await?;
    let there = list(&administrator).await?;
    let names: BTreeSet<_> = there.iter().filter_map(|one| one["id"].as_str().map(str::to_owned)).collect();
    assert!(answered.is_subset(&names) && !answered.is_empty(), "{answered:?} of {names:?}");
    let audit = administrator.get("/api/v1/audit").await?.text();
    for picture in &there {
        assert_eq!(picture["damaged"], json!(false), "{picture}");
        let (id, address) = (picture["id"].as_str().context("a name")?, picture["address"].as_str().context("it")?);
        let shown = office.nobody()?.get(address).await?.expect_status(200)?;
        assert_eq!(load_from_memory(&shown.body)?.dimensions(), (640, 400));
        assert!(audit.contains(id), "{id} is in no entry");
    }
    office.close().await
}

#[tokio::test]
async fn a_picture_that_was_answered_survives_a_power_cut() -> Result<()> {
    let mut office = Office::builder().bare().on_unsure_disk().start().await?;
    let administrator = administrator_of(&office, ADMINISTRATOR).await?;
    let mut luck = Luck::of(11);
    let id = taken(&administrator, png(&drawing(20))).await?;
    let gone = taken(&administrator, png(&drawing(21))).await?;
    administrator.delete(&format!("/api/v1/pictures/{gone}")).await?.expect_status(204)?;
    office.cut_power(&mut luck).await?;
    office.open().await?;
    office.nobody()?.get(&format!("/pictures/{id}")).await?.expect_status(200)?;
    office.nobody()?.get(&format!("/pictures/{gone}")).await?.expect_problem(404, "unknown-picture")?;
    office.close().await
}

#[tokio::test]
async fn a_backup_brings_the_pictures_back() -> Result<()> {
    let (old, administrator) = office().await?;
    let drawn = RgbImage::from_fn(1_600, 900, |x, y| {
        image::Rgb([x, y, x * y / 31].map(|part| u8::try_from(part % 256).unwrap_or(0)))
    });
    let id = taken(&administrator, png(&drawn)).await?;
    let second = taken(&administrator, png(&drawing(20))).await?;
    name_it(&administrator, &id).await?;
    let before = old.nobody()?.get(&format!("/pictures/{id}")).await?.expect_status(200)?;
    assert_eq!((before.header("content-type"), before.body.len() > 40_000), ("image/jpeg", true));
    let file = old.folder().join("copy.moi-backup");
    let path = file.to_str().context("a path")?;
    let made = old.run(&["backup", path]).await?;
    ensure!(made.status.success(), "{}", made.stderr);

    let mut new = old.sibling().bare().prepare()?;
    let restored = new.run(&["restore", path]).await?;
    ensure!(restored.status.success(), "{}", restored.stderr);
    new.open().await?;
    let after = new.nobody()?.get(&format!("/pictures/{id}")).await?.expect_status(200)?;
    assert_eq!(after.body, before.body);
    new.nobody()?.get(&format!("/pictures/{second}")).await?.expect_status(200)?;
    let shown = new.nobody()?.get("/api/v1/office").await?.value()?;
    assert_eq!(shown["logo"]["address"], json!(format!("/pictures/{id}")));
    new.close().await?;
    old.close().await
}

#[tokio::test]
async fn an_export_names_its_pictures_and_an_import_tells_which_are_missing() -> Result<()> {
    let (first, administrator) = office().await?;
    let id = taken(&administrator, png(&drawing(20))).await?;
    name_it(&administrator, &id).await?;
    let file = first.data().join("kept.toml");
    let path = file.to_str().context("a path")?;
    let exported = first.run(&["office", "export", path]).await?;
    assert!(exported.status.success() && exported.stderr.contains(&format!("office.logo = {id}")), "{exported:?}");
    let plain = first.run(&["office", "export"]).await?;
    assert!(!plain.stdout.contains("A backup holds them"), "a program reads it: {}", plain.stdout);

    let second = first.sibling().bare().start().await?;
    let looked = second.run(&["office", "import", path]).await?;
    for key in ["office.logo", "slides[1].picture"] {
        let told = format!("set-up: warning: {key}: found \"{id}\", better: a picture that is there");
        assert!(looked.stdout.contains(&told), "{}{}", looked.stdout, looked.stderr);
    }
    let applied = second.run(&["office", "import", path, "--apply"]).await?;
    assert!(applied.status.success(), "{}", applied.stderr);
    let shown = second.nobody()?.get("/api/v1/office").await?.value()?;
    assert_eq!((&shown["logo"], &shown["slides"]), (&Value::Null, &json!([])), "pages leave them out");
    let administrator = administrator_of(&second, "Hoàng Văn Nam").await?;
    let warned = administrator.get("/api/v1/set-up").await?.value()?["warnings"].clone();
    let keys: Vec<_> = warned.as_array().context("warnings")?.iter().map(|one| one["key"].clone()).collect();
    assert_eq!(keys, [json!("office.logo"), json!("slides[1].picture")]);
    // The same file taken in there has the same name.
    taken(&administrator, png(&drawing(20))).await?;
    let shown = second.nobody()?.get("/api/v1/office").await?.value()?;
    assert_eq!(shown["logo"]["address"], json!(format!("/pictures/{id}")));
    second.close().await?;
    first.close().await
}

#[tokio::test]
async fn a_damaged_picture_is_told_and_left_out_and_mended_by_taking_it_in_again() -> Result<()> {
    let (mut office, administrator) = office().await?;
    let id = taken(&administrator, png(&drawing(20))).await?;
    name_it(&administrator, &id).await?;
    office.signal("TERM").await?;
    let file = office.data().join("journal/files").join(&id);
    let mut bytes = fs::read(&file)?;
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    fs::write(&file, bytes)?;
    office.open().await?;
    let address = format!("/pictures/{id}");
    office.nobody()?.get(&address).await?.expect_problem(404, "unknown-picture")?;
    assert!(
        office.log().contains(&format!("a picture is damaged or gone: it is left out; take it in once more id={id}")),
        "{}",
        office.log()
    );
    let administrator = administrator_of(&office, "Hoàng Văn Nam").await?;
    assert_eq!(list(&administrator).await?[0]["damaged"], json!(true));
    let shown = office.nobody()?.get("/api/v1/office").await?.value()?;
    assert_eq!((&shown["logo"], &shown["slides"]), (&Value::Null, &json!([])));
    let warned = administrator.get("/api/v1/set-up").await?.text();
    assert!(warned.contains("not damaged"), "{warned}");
    taken(&administrator, png(&drawing(20))).await?;
    office.nobody()?.get(&address).await?.expect_status(200)?;
    office.close().await
}

#[tokio::test]
async fn a_rehearsal_shows_the_offices_pictures_and_changes_none() -> Result<()> {
    let (mut office, administrator) = office().await?;
    let id = taken(&administrator, png(&drawing(20))).await?;
    name_it(&administrator, &id).await?;
    sleep(Duration::from_millis(500)).await;
    office.kill().await?;
    let rehearsal = Rehearsal::begin(&office, &[]).await?;
    let nobody = Caller::own_machine(&rehearsal.base)?;
    nobody.get(&format!("/pictures/{id}")).await?.expect_status(200)?;
    let shown = nobody.get("/api/v1/office").await?.value()?;
    assert_eq!(shown["logo"]["address"], json!(format!("/pictures/{id}")));
    rehearsal.end().await?;
    office.open().await?;
    office.nobody()?.get(&format!("/pictures/{id}")).await?.expect_status(200)?;
    office.close().await
}
