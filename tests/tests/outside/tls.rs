//! An office whose pages are encrypted.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use moi_display::{LiveSocket, Trust};
use moi_tests::live::{seen, view_of};
use moi_tests::{Office, Role, raw};
use serde_json::{Value, json};

use crate::SOON;

/// How long an office may take to notice files that have changed: half a minute is promised.
const NOTICED_WITHIN: Duration = Duration::from_mins(1);

async fn certificate(office: &Office) -> Result<Value> {
    Ok(office.here()?.get("/api/v1/office/state").await?.value()?["doors"]["certificate"].take())
}

/// Two files of another office's own certificate, put where this one looks.
fn put(from: &Office, folder: &Path) -> Result<()> {
    for file in ["certificate.pem", "key.pem"] {
        std::fs::copy(from.data().join("tls").join(file), folder.join(file)).with_context(|| file.to_owned())?;
    }
    Ok(())
}

fn hang_up(office: &Office) -> Result<()> {
    let process = office.process().context("the office runs")?.to_string();
    let sent = std::process::Command::new("kill").args(["-HUP", &process]).status()?;
    ensure!(sent.success(), "kill -HUP {process}: {sent}");
    Ok(())
}

#[tokio::test]
async fn an_office_encrypts_itself_by_one_word_and_its_programs_go_on_working() -> Result<()> {
    let office = Office::builder().arguments(&["--tls", "self"]).start().await?;
    let told = certificate(&office).await?;
    let fingerprint = told["fingerprint"].as_str().context("a fingerprint")?.to_owned();
    let greeting = office.greeting().join("\n");
    ensure!(greeting.contains(&fingerprint), "{greeting}");
    ensure!(greeting.contains("https://127.0.0.1:") && !greeting.contains("http://127"), "{greeting}");
    assert_eq!((&told["self_made"], &told["trouble"]), (&json!(true), &Value::Null));
    let days = told["days_left"].as_i64().context("days")?;
    assert!((395..=397).contains(&days), "{days}");
    let names: Vec<&str> = told["names"].as_array().context("names")?.iter().filter_map(Value::as_str).collect();
    assert!(["localhost", "127.0.0.1", "::1"].iter().all(|name| names.contains(name)), "{names:?}");
    for file in ["certificate.pem", "key.pem"] {
        let mode = std::fs::metadata(office.data().join("tls").join(file))?.permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
    let ends = office.metrics().await?.value("moi_certificate_ends_seconds");
    assert!(ends > 1.7e9, "{ends}");
    // The cookie, the QR code, a display that trusts the file, and a program.
    let token = office.token(Role::Receptionist, "reception").await?;
    let answer = office.nobody()?.post_json("/api/v1/sessions", &json!({"token": token})).await?.expect_status(201)?;
    let cookie = answer.header("set-cookie").to_owned();
    assert!(cookie.starts_with("__Host-moi_session=") && cookie.contains("; Secure"), "{cookie}");
    assert_eq!(answer.header("strict-transport-security"), "", "a browser would never let anybody accept it again");
    let ticket = office.kiosk()?.take_ticket("A").await?;
    assert!(ticket.url.starts_with("https://"), "{}", ticket.url);
    let trusting = office.live("/live/wall")?.with_trust(Trust::in_file(&office.data().join("tls/certificate.pem"))?);
    let mut socket = LiveSocket::open(&trusting).await?;
    let (rev, _) = view_of(&mut socket, SOON).await?;
    seen(&mut socket, rev).await?;
    assert!(LiveSocket::open(&office.live("/live/wall")?).await.is_err(), "nobody vouches for it");
    office.close().await
}

#[tokio::test]
async fn a_demo_plays_at_an_encrypted_office() -> Result<()> {
    let office = Office::builder().arguments(&["--tls", "self"]).start().await?;
    let listen = office.base().trim_start_matches("https://").to_owned();
    let arguments = ["demo", "--tls", "self", "--listen", &listen, "--speed", "200"];
    let mut demo = office.begin(&arguments)?;
    let taken = async {
        loop {
            let metrics = office.metrics().await?;
            let done = |order: &str| metrics.value(&format!("moi_orders_total{{order=\"{order}\"}}"));
            if done("take-ticket") > 0.0 && done("call-next") > 0.0 {
                return anyhow::Ok(());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    let played = tokio::time::timeout(Duration::from_secs(30), taken).await;
    demo.start_kill()?;
    let output = demo.wait_with_output().await?;
    played.with_context(|| String::from_utf8_lossy(&output.stderr).into_owned())??;
    office.close().await
}

#[tokio::test]
async fn the_certificate_and_its_key_survive_a_restart() -> Result<()> {
    let mut office = Office::builder().arguments(&["--tls", "self"]).start().await?;
    let before = certificate(&office).await?;
    office.restart().await?;
    assert_eq!(certificate(&office).await?["fingerprint"], before["fingerprint"]);
    office.close().await
}

#[tokio::test]
async fn new_files_are_served_without_a_restart_a_bad_one_never_and_open_sockets_stay() -> Result<()> {
    let one = Office::builder().arguments(&["--tls", "self", "--host", "one.vn"]).start().await?;
    let other = one.sibling().arguments(&["--tls", "self", "--host", "other.vn"]).start().await?;
    let folder = tempfile::tempdir()?;
    put(&one, folder.path())?;
    let files =
        |folder: &Path| format!("{},{}", folder.join("certificate.pem").display(), folder.join("key.pem").display());
    let office = one.sibling().arguments(&["--tls", &files(folder.path())]).start().await?;
    let first = certificate(&office).await?["fingerprint"].clone();
    assert_eq!(certificate(&one).await?["fingerprint"], first);
    let health = office.here()?.get("/api/v1/health").await?.expect_status(200)?;
    assert_eq!(health.header("strict-transport-security"), "max-age=31536000");
    let trust = Trust::in_file(&folder.path().join("certificate.pem"))?;
    let mut socket = LiveSocket::open(&office.live("/live/wall")?.with_trust(trust)).await?;
    let (rev, _) = view_of(&mut socket, SOON).await?;
    seen(&mut socket, rev).await?;
    // A bad one, told at once.
    std::fs::write(folder.path().join("certificate.pem"), "no certificate")?;
    hang_up(&office)?;
    until(&office, SOON, |told| told["trouble"].is_string()).await?;
    assert_eq!(certificate(&office).await?["fingerprint"], first, "the old one is served");
    // A good one, noticed by itself.
    put(&other, folder.path())?;
    let second = certificate(&other).await?["fingerprint"].clone();
    until(&office, NOTICED_WITHIN, |told| told["fingerprint"] == second && told["trouble"].is_null()).await?;
    office.kiosk()?.take_ticket("A").await?;
    let (_, view) = view_of(&mut socket, SOON).await?;
    assert!(view.is_object(), "the display from before goes on");
    office.close().await?;
    other.close().await?;
    one.close().await
}

async fn until(office: &Office, within: Duration, wanted: impl Fn(&Value) -> bool) -> Result<()> {
    let waiting = async {
        loop {
            let told = certificate(office).await?;
            if wanted(&told) {
                return anyhow::Ok(());
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    };
    tokio::time::timeout(within, waiting).await.with_context(|| format!("not within {within:?}"))?
}

#[tokio::test]
async fn the_plain_port_leads_to_the_encrypted_one_and_does_nothing_else() -> Result<()> {
    // A port that was free a moment ago.
    let plain = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
    let office = Office::builder().arguments(&["--tls", "self", "--redirect-from", &plain]).start().await?;
    let base = format!("http://{plain}");
    let ask = async |request: &str| raw::send(&base, request.as_bytes()).await;
    let got = ask("GET /t/0123?lang=en HTTP/1.1\r\nHost: moi.local\r\n\r\n").await?;
    assert_eq!(got.status, 421, "a name that is not ours leads nowhere: {}", got.text);
    let got = ask("GET /t/0123?lang=en HTTP/1.1\r\nHost: localhost:80\r\n\r\n").await?;
    assert_eq!(got.status, 308, "{}", got.text);
    let port = office.base().rsplit(':').next().context("a port")?.to_owned();
    ensure!(got.text.contains(&format!("location: https://localhost:{port}/t/0123?lang=en\r\n")), "{}", got.text);
    ensure!(!got.text.contains("strict-transport-security"), "{}", got.text);
    let head = "Host: localhost\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"service\":\"A\"}";
    let posted = ask(&format!("POST /api/v1/tickets HTTP/1.1\r\n{head}")).await?;
    assert_eq!(posted.status, 403, "{}", posted.text);
    ensure!(posted.text.contains("urn:moi:problem:encrypted-only"), "{}", posted.text);
    office.close().await
}

#[tokio::test]
async fn an_office_that_should_be_encrypted_never_opens_plain() -> Result<()> {
    let office = Office::builder().prepare()?;
    let ended = office.run(&["--tls", "/nowhere/c.pem,/nowhere/k.pem", "--listen", "127.0.0.1:0"]).await?;
    ensure!(!ended.status.success(), "{}", ended.stdout);
    ensure!(ended.stderr.contains("can't read /nowhere/c.pem"), "{}", ended.stderr);
    office.close().await
}
