//! A data folder that can't be written keeps the office from opening: the error names the folder and what to do.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use moi_tests::office::can_mount_disks;
use moi_tests::{Office, places};
use tokio::process::Command;

use crate::SOON;

/// The server on this data folder, started by a command that comes before it. Hands out what it complained about.
async fn refusal(before: &[&str], binary: &Path, data: &Path) -> Result<String> {
    let mut line: Vec<&str> = before.to_vec();
    let (binary, data) = (binary.to_string_lossy(), data.to_string_lossy());
    line.extend([&*binary, "--listen", "127.0.0.1:0", "--printer", "none", "--data", &*data]);
    let mut command = Command::new(line[0]);
    let running = command.args(&line[1..]).kill_on_drop(true).output();
    let output = tokio::time::timeout(SOON, running).await.context("it should have ended")??;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure!(output.status.code() == Some(1), "{}: {said}", output.status);
    ensure!(output.stdout.is_empty(), "no address: {}", String::from_utf8_lossy(&output.stdout));
    ensure!(said.contains(&*data), "it does not name {data}: {said}");
    Ok(said)
}

fn says_where_to_go(said: &str, cause: &str) {
    assert!(said.contains("let the user who runs Moi write there, or choose another folder with --data"), "{said}");
    assert_eq!(said.matches(cause).count(), 1, "said once: {said}");
}

#[tokio::test]
async fn a_data_folder_below_a_file_is_named() -> Result<()> {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("file"), "")?;
    let said = refusal(&[], &places::binary()?, &folder.path().join("file").join("data")).await?;
    says_where_to_go(&said, "Not a directory");
    Ok(())
}

/// Where the tests run as the superuser, whom no permission stops, the office runs as nobody.
#[tokio::test]
async fn a_data_folder_of_somebody_else_is_named() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let is_superuser = std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    let data = folder.path().join("data");
    std::fs::create_dir(&data)?;
    let binary = folder.path().join("moi");
    std::fs::copy(places::binary()?, &binary)?;
    std::fs::set_permissions(folder.path(), Permissions::from_mode(0o755))?;
    std::fs::set_permissions(&data, Permissions::from_mode(0o555))?;
    let as_nobody: &[&str] =
        if is_superuser { &["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] } else { &[] };
    let office = refusal(as_nobody, &binary, &data.join("office")).await?;
    says_where_to_go(&office, "Permission denied");
    if is_superuser {
        // The owner of a folder may open it for themselves, and the office does.
        says_where_to_go(&refusal(as_nobody, &binary, &data).await?, "Permission denied");
    }
    Ok(())
}

#[tokio::test]
async fn a_data_folder_on_a_disk_for_reading_only_is_named() -> Result<()> {
    if !can_mount_disks().await {
        println!("this machine lets nobody mount a file system: a disk for reading only was not tried");
        return Ok(());
    }
    let mut office = Office::start().await?;
    office.kiosk()?.take_ticket("A").await?;
    office.kill().await?;
    let mount = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\"";
    let data = office.data();
    let before = ["unshare", "--map-root-user", "--mount", "sh", "-c", mount, &*data.to_string_lossy()];
    let said = refusal(&before, &places::binary()?, &data).await?;
    assert!(said.contains("let the user who runs Moi write there"), "{said}");
    office.open().await?;
    assert_eq!(office.kiosk()?.take_ticket("A").await?.number, "A002", "nothing has changed");
    office.close().await
}

/// An empty disk as much as one that an office has worked on.
#[tokio::test]
async fn an_office_that_starts_on_a_full_disk_says_so_and_opens_when_there_is_room() -> Result<()> {
    let mut office = Office::builder().on_unsure_disk().prepare()?;
    for number in ["A001", "A002"] {
        office.disk()?.limit(0)?;
        let refused = office.open().await.expect_err("there is no room").to_string();
        assert!(refused.contains("free some space on the disk of"), "{refused}");
        office.disk()?.heal()?;
        office.open().await?;
        assert_eq!(office.kiosk()?.take_ticket("A").await?.number, number);
        office.kill().await?;
    }
    office.open().await?;
    office.close().await
}
