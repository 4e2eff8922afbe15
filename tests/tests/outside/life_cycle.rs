//! Starting and stopping.

use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use anyhow::{Context, Result};
use moi_display::LiveSocket;
use moi_tests::live::{close_code, view_of};
use moi_tests::{Office, Role};
use serde_json::json;
use tokio::time::timeout;

use crate::SOON;

/// Set-up defeats people: services never listed, settings that can't be found (`OpenMRS` triage-app #36; mrf345/FQM).
#[tokio::test]
async fn one_command_opens_an_office_and_says_where_its_pages_are_and_how_to_sign_in() -> Result<()> {
    let office = Office::builder().printer("preview").start().await?;
    let greeting = office.greeting().join("\n");
    for page in ["/kiosk", "/wall", "/desk", "/counter/1", "/sign-in", "/api"] {
        assert!(greeting.contains(page), "{page} is not in: {greeting}");
    }
    let services = office.nobody()?.get("/api/v1/services").await?.value()?;
    assert_eq!(services["services"].as_array().map(Vec::len), Some(8));
    assert!(greeting.contains("Nông Thị Hà"), "who may sign in is not in: {greeting}");
    office.close().await
}

/// The address in the QR code of an office that serves its own machine alone opens on no phone.
#[tokio::test]
async fn an_office_says_whether_phones_can_open_what_its_qr_codes_hold() -> Result<()> {
    let office = Office::start().await?;
    let greeting = office.greeting().join("\n");
    for part in ["--listen 0.0.0.0:", "--public-url"] {
        assert!(greeting.contains(part), "{part} is not in: {greeting}");
    }
    office.close().await?;
    let office = Office::builder().public_url("https://mot-cua.example.vn").start().await?;
    let greeting = office.greeting().join("\n");
    assert!(greeting.contains("https://mot-cua.example.vn") && !greeting.contains("--listen"), "{greeting}");
    office.close().await
}

#[tokio::test]
async fn pins_are_shown_once() -> Result<()> {
    let mut office = Office::start().await?;
    let first = office.greeting().join("\n");
    office.restart().await?;
    let second = office.greeting().join("\n");
    let pins = |text: &str| text.split_whitespace().filter(|word| is_pin(word)).count();
    assert!(pins(&first) >= 4, "three officers and an administrator: {first}");
    assert_eq!(pins(&second), 0, "{second}");
    assert!(second.contains("moi pin new --name \"Nông Thị Hà\""), "{second}");
    office.close().await
}

fn is_pin(word: &str) -> bool {
    (4..=8).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Both signals that end a program: from systemd, and Ctrl-C.
#[tokio::test]
async fn a_signal_stops_the_office_within_five_seconds_and_its_sockets_are_told() -> Result<()> {
    for signal in ["TERM", "INT"] {
        let mut office = Office::start().await?;
        let mut wall = LiveSocket::open(&office.live("/live/wall")?).await?;
        let mut kiosk = LiveSocket::open(&office.live("/live/kiosk")?).await?;
        // One that has acknowledged nothing, and one that never read anything.
        view_of(&mut wall, SOON).await?;
        let told = tokio::spawn(async move {
            Ok::<_, anyhow::Error>([close_code(&mut wall, SOON).await?, close_code(&mut kiosk, SOON).await?])
        });
        let (status, took) = office.signal(signal).await?;
        assert!(status.success(), "SIG{signal}: {status}");
        assert!(took < Duration::from_secs(5), "SIG{signal}: {took:?}");
        assert_eq!(told.await??, [1001, 1001], "SIG{signal}");
        office.open().await?;
        office.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_under_load_loses_no_acknowledged_ticket() -> Result<()> {
    let mut office = Office::start().await?;
    let kiosk = office.kiosk()?;
    let taking = tokio::spawn(async move {
        let mut last = None;
        while let Ok(ticket) = kiosk.take_ticket("A").await {
            last = Some(ticket);
        }
        last
    });
    tokio::time::sleep(Duration::from_millis(300)).await;
    let (status, _) = office.signal("TERM").await?;
    assert!(status.success(), "{status}");
    let last = timeout(SOON, taking).await??.context("no ticket at all")?;
    office.open().await?;
    let view = office.nobody()?.get(&format!("/api/v1/tickets/{}", last.token)).await?.value()?;
    assert_eq!(view["number"], json!(last.number));
    office.close().await
}

#[tokio::test]
async fn a_second_server_on_the_same_data_says_so_and_stops() -> Result<()> {
    let office = Office::start().await?;
    office.kiosk()?.take_ticket("A").await?;
    let second = office.run(&["--listen", "127.0.0.1:0"]).await?;
    assert!(!second.status.success(), "{second:?}");
    let words = format!("{}{}", second.stdout, second.stderr).to_lowercase();
    assert!(words.contains("another") || words.contains("already"), "it doesn't say why: {words}");
    assert!(words.contains(&office.data().display().to_string().to_lowercase()), "it doesn't say which data: {words}");
    assert!(!words.contains("panicked") && !words.contains("os error"), "{words}");
    assert_eq!(office.kiosk()?.take_ticket("A").await?.number, "A002", "the first one goes on");
    office.close().await
}

#[tokio::test]
async fn a_port_that_is_taken_is_named() -> Result<()> {
    let office = Office::start().await?;
    let mut second = office.sibling().prepare()?;
    let port = office.base();
    let taken = second.run(&["--listen", port.trim_start_matches("http://")]).await?;
    assert!(!taken.status.success());
    assert!(taken.stderr.contains(port.trim_start_matches("http://")), "{}", taken.stderr);
    second.open().await.context("the data was not harmed")?;
    second.close().await?;
    office.close().await
}

#[tokio::test]
async fn tokens_are_made_listed_and_revoked_with_and_without_a_running_office() -> Result<()> {
    let mut office = Office::start().await?;
    let running = office.token(Role::Kiosk, "kiosk-1").await?;
    office.kill().await?;
    let stopped = office.token(Role::Officer, "Nông Thị Hà").await?;
    office.open().await?;
    for token in [&running, &stopped] {
        office.bearer(token)?.get("/api/v1/sessions/current").await?.expect_status(200)?;
    }
    let list = office.run(&["token", "list"]).await?.stdout;
    assert!(list.contains("kiosk-1") && list.contains("Nông Thị Hà"), "{list}");
    assert!(!list.contains(&running) && !list.contains(&stopped), "the list shows secrets");
    assert!(office.run(&["token", "revoke", "--name", "kiosk-1"]).await?.status.success());
    office.bearer(&running)?.get("/api/v1/sessions/current").await?.expect_problem(401, "not-signed-in")?;
    assert!(!office.run(&["token", "revoke", "--name", "kiosk-1"]).await?.status.success(), "it is gone already");
    office.close().await
}

#[tokio::test]
async fn only_the_owner_of_the_data_may_command_the_office() -> Result<()> {
    let office = Office::start().await?;
    let mode = |path: &std::path::Path| std::fs::metadata(path).map(|meta| meta.permissions().mode() & 0o777);
    assert_eq!(mode(&office.data().join("control.sock"))?, 0o600);
    assert_eq!(mode(&office.data())?, 0o700);
    office.close().await
}

/// Central failure stops halls; "operating stability of the call display" (ZMSKVR-166).
#[tokio::test]
async fn health_says_live_and_ready_and_what_is_wrong_in_words() -> Result<()> {
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await?.local_addr()?;
    let office = Office::builder().printer(&format!("tcp://{closed}")).start().await?;
    let told = async {
        loop {
            let health = office.nobody()?.reading("en")?.get("/api/v1/health").await?.expect_status(200)?.value()?;
            assert_eq!((&health["live"], &health["ready"]), (&json!(true), &json!(true)));
            if health["wrong"][0]["code"] == "printer-offline" {
                return Ok::<_, anyhow::Error>(health["wrong"][0]["text"].as_str().unwrap_or_default().to_owned());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    let words = timeout(SOON, told).await.context("the dead printer is not told")??;
    assert!(words.contains(' '), "{words:?} are no words");
    office.close().await
}
