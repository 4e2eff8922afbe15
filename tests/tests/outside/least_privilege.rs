//! What the program may do on its machine: as little as it needs.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use moi_tests::turn::Turn;
use moi_tests::{Caller, Kiosk, places};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::Command;
use tokio::time::timeout;

use crate::SOON;

/// Tells of a test that could not run where it can't.
fn say(text: &str) {
    let _ = std::io::Write::write_all(&mut std::io::stderr(), format!("{text}\n").as_bytes());
}

async fn can_run(program: &str, arguments: &[&str]) -> bool {
    let ended = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status().await;
    ended.is_ok_and(|status| status.success())
}

/// Every file that is opened for writing, made, renamed or removed, from the start to the end of an office.
#[tokio::test]
async fn the_program_writes_in_its_own_folders_and_nowhere_else() -> Result<()> {
    if !can_run("strace", &["-f", "-o", "/dev/null", "true"]).await {
        say("skipped: strace can't run here, so that nobody sees which files the program opens");
        return Ok(());
    }
    let _turn = Turn::beside_others()?;
    let folder = tempfile::tempdir()?;
    let (data, keys, seen) =
        (folder.path().join("data"), folder.path().join("elsewhere/keys"), folder.path().join("seen"));
    std::fs::create_dir(folder.path().join("elsewhere"))?;
    let calls = "trace=open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,link,linkat,\
                 symlink,symlinkat,truncate,chmod,fchmodat,chown,fchownat";
    let mut child = Command::new("strace")
        .args(["-f", "-qq", "-y", "-e", "signal=none", "-e", calls, "-o"])
        .arg(&seen)
        .arg(places::binary()?)
        .args(["--listen", "127.0.0.1:0", "--printer", "preview", "--tls", "self", "--keys"])
        .arg(&keys)
        .env("MOI_DATA", &data)
        .current_dir("/")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    let mut lines = BufReader::new(child.stdout.take().context("stdout")?).lines();
    let opening = async {
        while let Some(line) = lines.next_line().await? {
            if let Some(base) = line.strip_prefix("Moi is open: ") {
                return anyhow::Ok(base.to_owned());
            }
        }
        anyhow::bail!("it ended without opening")
    };
    let base = timeout(Duration::from_mins(1), opening).await??;
    use_everything(&base).await?;
    let tracer = child.id().context("strace runs")?;
    let children = std::fs::read_to_string(format!("/proc/{tracer}/task/{tracer}/children"))?;
    let office = children.split_whitespace().next().context("the office runs")?;
    ensure!(can_run("kill", &["-TERM", office]).await, "kill -TERM {office}");
    timeout(SOON, child.wait()).await.context("it does not end")??;
    let seen = std::fs::read_to_string(&seen)?;
    let written: Vec<PathBuf> = seen.lines().filter_map(written).collect();
    ensure!(written.len() > 20, "only {} files were written: {seen}", written.len());
    let own = [data.as_path(), keys.as_path(), Path::new("/dev/null"), Path::new("/dev/tty")];
    let strange: Vec<_> = written.iter().filter(|path| !own.iter().any(|own| path.starts_with(own))).collect();
    ensure!(strange.is_empty(), "written elsewhere: {strange:?}");
    Ok(())
}

async fn use_everything(base: &str) -> Result<()> {
    let here = Caller::own_machine(base)?;
    let kiosk = Kiosk::new(here.clone());
    for _ in 0..3 {
        let ticket = kiosk.take_ticket("A").await?;
        let contact = format!("/api/v1/tickets/{}/contact", ticket.token);
        here.put_json(&contact, &serde_json::json!({"phone": "0912 345 678"})).await?;
        here.get(&format!("/t/{}", ticket.token)).await?.expect_status(200)?;
    }
    here.get("/api/v1/office/state").await?.expect_status(200)?;
    here.get("/web/shared/live.js").await?.expect_status(200)?;
    // The first copy of everything is made soon after the start.
    tokio::time::sleep(Duration::from_secs(3)).await;
    Ok(())
}

/// The path that a call of the system writes at; none for one that reads, or failed.
fn written(line: &str) -> Option<PathBuf> {
    let call = line.split_once(' ').map(|(_process, call)| call.trim_start())?;
    let (name, rest) = call.split_once('(')?;
    if rest.rsplit_once(" = ").is_none_or(|(_, result)| result.starts_with('-')) {
        return None;
    }
    let reads =
        name.starts_with("open") && !["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"].iter().any(|w| rest.contains(w));
    if reads {
        return None;
    }
    let path = rest.split('"').nth(1)?;
    let folder = rest.split_once('<').and_then(|(_, folder)| folder.split('>').next()).unwrap_or("/");
    Some(if path.starts_with('/') { path.into() } else { Path::new(folder).join(path) })
}

#[test]
fn what_a_call_writes_is_read_from_its_line() {
    let path = |line| written(line).map(|path| path.display().to_string());
    assert_eq!(path(r#"7 openat(AT_FDCWD</>, "/a/b", O_WRONLY|O_CREAT, 0600) = 3</a/b>"#).as_deref(), Some("/a/b"));
    assert_eq!(path(r#"7 openat(4</data>, "b", O_RDWR) = 3</data/b>"#).as_deref(), Some("/data/b"));
    assert_eq!(path(r#"7 mkdir("/etc/moi", 0700) = 0"#).as_deref(), Some("/etc/moi"));
    assert_eq!(path(r#"7 openat(AT_FDCWD</>, "/etc/hosts", O_RDONLY|O_CLOEXEC) = 3</etc/hosts>"#), None);
    assert_eq!(path(r#"7 mkdir("/etc/moi", 0700) = -1 EACCES (Permission denied)"#), None);
}

#[tokio::test]
async fn the_service_of_the_machine_is_shut_in() -> Result<()> {
    let unit = places::root().join("config/systemd/moi.service");
    let text = std::fs::read_to_string(&unit)?;
    for line in ["User=moi", "ProtectSystem=strict", "NoNewPrivileges=yes", "CapabilityBoundingSet=\n", "UMask=0077"] {
        ensure!(text.contains(line), "{line:?} is not in it");
    }
    let unit = unit.display().to_string();
    if !can_run("systemd-analyze", &["--version"]).await {
        say("skipped: there is no systemd-analyze here, so that nobody measures how exposed the service is");
        return Ok(());
    }
    // Tenths; 0 is shut in wholly. It was 1.4 on Debian 12.
    let judged =
        Command::new("systemd-analyze").args(["security", "--offline=true", "--threshold=15", &unit]).output().await?;
    ensure!(judged.status.success(), "{}", String::from_utf8_lossy(&judged.stdout));
    Ok(())
}
