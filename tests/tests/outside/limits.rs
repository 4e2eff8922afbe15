//! How much anybody may ask of the office, and what becomes of whoever asks more: the others notice nothing.

use std::time::Duration;

use anyhow::{Context, Result};
use moi_tests::metrics::Metrics;
use moi_tests::{Kiosk, Office, Role, raw};
use reqwest::Method;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::SOON;

/// A head of this many bytes, give or take a few.
fn head_of(bytes: usize) -> String {
    format!("GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: {}\r\n\r\n", "x".repeat(bytes))
}

#[tokio::test]
async fn a_head_that_is_too_long_is_refused_in_words() -> Result<()> {
    let office = Office::start().await?;
    let many = "X: y\r\n".repeat(70);
    for (what, head, status, code) in [
        ("an ordinary head", head_of(4_000), 200, "live"),
        ("a long header", head_of(20_000), 431, "urn:moi:problem:head-too-large"),
        (
            "many headers",
            format!("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{many}\r\n"),
            431,
            "urn:moi:problem:head-too-large",
        ),
        (
            "a long address",
            format!("GET /?{} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "x".repeat(3_000)),
            414,
            "urn:moi:problem:address-too-long",
        ),
    ] {
        let answer = raw::send(&office.base(), head.as_bytes()).await?;
        assert_eq!(answer.status, status, "{what}: {}", answer.text);
        assert!(answer.text.contains(code), "{what}: {}", answer.text);
    }
    assert!(office.metrics().await?.turned_away("heads") >= 3.0);
    office.close().await
}

/// Whoever guesses is told to wait, and whoever knows their ticket's secret is answered, from the same address.
#[tokio::test]
async fn guessing_is_slowed_down_and_no_neighbour_of_the_guesser_is() -> Result<()> {
    let office = Office::start().await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    let guesser = office.nobody()?;
    let mut waits = 0;
    for number in 0..200 {
        let path = match number % 3 {
            0 => format!("/api/v1/tickets/{number:016}"),
            1 => format!("/api/v1/appointments/{number:016}"),
            _ => format!("/wp-admin/{number}"),
        };
        let answer = guesser.get(&path).await?;
        if answer.status == 429 {
            answer.expect_problem(429, "too-many-requests")?;
            assert!(answer.header("retry-after").parse::<u64>()? >= 1);
            waits += 1;
        }
    }
    assert!((40..=80).contains(&waits), "{waits} of 200 were told to wait");
    guesser.get(&format!("/api/v1/tickets/{}", ticket.token)).await?.expect_status(200)?;
    guesser.get("/kiosk").await?.expect_status(200)?;
    let staff = office.bearer(&office.token(Role::Officer, "Nông Thị Hà").await?)?;
    staff.get("/api/v1/queue").await?.expect_status(200)?;
    staff.get("/api/v1/nothing").await?.expect_problem(404, "not-found")?;
    office.close().await
}

#[tokio::test]
async fn a_flood_of_sign_ins_from_one_address_keeps_nobody_elsewhere_out() -> Result<()> {
    let office = Office::builder().arguments(&["--trusted-proxy", "127.0.0.1"]).start().await?;
    let password = office.password("Nông Thị Hà").await?;
    let monitor = office.bearer(&office.token(Role::Administrator, "monitor").await?)?;
    let sign_in = async |name: &str, password: &str, from: &str| {
        let body = json!({"name": name, "password": password}).to_string().into_bytes();
        let body = Some(("application/json", body));
        office.nobody()?.send(Method::POST, "/api/v1/sessions", body, &[("x-forwarded-for", from)]).await
    };
    let mut waits = 0;
    for number in 0..80 {
        // Each under a name of its own: no name rests.
        let answer = sign_in(&format!("Nobody {number}"), "000000", "192.0.2.66").await?;
        if answer.status == 429 {
            answer.expect_problem(429, "too-many-sign-ins")?;
            waits += 1;
        }
    }
    assert!(waits > 0, "nothing slowed it down");
    sign_in("Nông Thị Hà", &password, "192.0.2.10").await?.expect_status(201)?;
    let metrics = Metrics::read(&monitor.get("/api/v1/metrics").await?.expect_status(200)?)?;
    assert!(metrics.turned_away("sign-ins") >= f64::from(waits));
    office.close().await
}

#[tokio::test]
async fn a_program_that_runs_away_is_slowed_down_alone() -> Result<()> {
    let office = Office::builder().arguments(&["--calls-per-second", "2"]).start().await?;
    let runaway = office.bearer(&office.token(Role::Receptionist, "runaway").await?)?;
    let other = Kiosk::new(office.bearer(&office.token(Role::Receptionist, "reception").await?)?);
    let mut refused = 0;
    for _ in 0..60 {
        let answer = runaway.get("/api/v1/queue").await?;
        if answer.status == 429 {
            answer.expect_problem(429, "too-many-requests")?;
            assert!(answer.header("retry-after").parse::<u64>()? >= 1);
            refused += 1;
        }
    }
    assert!(refused >= 20, "{refused} of 60");
    other.take_ticket("A").await?;
    office.kiosk()?.take_ticket("A").await?;
    office.close().await
}

/// The HTTP library times the first head of a connection alone.
#[tokio::test]
async fn a_head_that_comes_a_byte_at_a_time_is_given_up_also_after_a_good_request() -> Result<()> {
    let office = Office::start().await?;
    let address = office.base().trim_start_matches("http://").to_owned();
    for begun in [false, true] {
        let mut stream = TcpStream::connect(&address).await?;
        if begun {
            stream.write_all(b"GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").await?;
            let mut answer = [0; 4096];
            assert!(timeout(SOON, stream.read(&mut answer)).await?? > 0);
        }
        let (mut reading, mut writing) = stream.into_split();
        let dripping = tokio::spawn(async move {
            for byte in b"GET / HTTP/1.1\r\nX-Slow: ".iter().chain(std::iter::repeat(&b'x')) {
                if writing.write_all(&[*byte]).await.is_err() {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
        });
        let mut rest = Vec::new();
        let ended = timeout(Duration::from_secs(20), reading.read_to_end(&mut rest)).await;
        dripping.abort();
        ended.with_context(|| format!("it is still open (after a good request: {begun})"))?.ok();
    }
    assert!(office.metrics().await?.turned_away("slow") >= 1.0, "the second one is ours to time");
    office.close().await
}

#[tokio::test]
async fn one_address_never_takes_all_connections() -> Result<()> {
    let office = Office::builder().arguments(&["--connections-per-address", "20"]).start().await?;
    let address = office.base().trim_start_matches("http://").to_owned();
    let mut idle = Vec::new();
    for _ in 0..60 {
        idle.push(TcpStream::connect(&address).await?);
    }
    let mut full = 0;
    for stream in &mut idle {
        let mut answer = [0; 256];
        if let Ok(Ok(count @ 1..)) = timeout(Duration::from_millis(50), stream.read(&mut answer)).await {
            assert!(answer[..count].starts_with(b"HTTP/1.1 503 "), "{:?}", String::from_utf8_lossy(&answer[..count]));
            full += 1;
        }
    }
    assert_eq!(full, 40);
    drop(idle);
    let metrics = async {
        loop {
            if let Ok(metrics) = office.metrics().await {
                return metrics;
            }
        }
    };
    let metrics = timeout(SOON, metrics).await?;
    assert!((metrics.turned_away("connections-of-address") - 40.0).abs() < 20.0);
    office.close().await
}
