//! What no display should send: a clean close with a code, counted, and nobody else notices.

use std::time::Duration;

use anyhow::{Result, ensure};
use moi_display::{ClientFrame, LiveError, LiveSocket};
use moi_tests::live::{Topic, close_code, view_of};
use moi_tests::{Caller, Office, Role};
use serde_json::json;
use tokio::time::timeout;

use crate::SOON;

/// An address of the live views, typed into a browser, says what it is for.
#[tokio::test]
async fn a_live_address_that_is_opened_as_a_page_says_what_it_is() -> Result<()> {
    let office = Office::start().await?;
    let caller = Caller::own_machine(&office.base())?;
    for path in ["/live/wall", "/live/kiosk", "/live/counters/1", "/live/desks/1", "/live/tickets/0123456789abcdef"] {
        caller.get(path).await?.expect_problem(426, "upgrade-required")?;
    }
    office.close().await
}

/// Recalling a missed visit threw errors on the call monitors (ZMSKVR-1034): the display's protocol has no such path.
#[tokio::test]
async fn a_frame_that_is_none_closes_its_own_socket_and_no_other() -> Result<()> {
    let office = Office::start().await?;
    let mut bystander = Topic::at(office.live("/live/wall")?);
    bystander.next(SOON).await?;
    let long = format!(r#"{{"seen":1,"{}":1}}"#, "x".repeat(1100));
    let padded = format!("{}1", " ".repeat(900));
    let deep = "[".repeat(1000);
    let texts = [
        "",
        "seen",
        "{}",
        "[]",
        "null",
        "7",
        "{\"seen\":-1}",
        "{\"seen\":1.5}",
        "{\"seen\":\"1\"}",
        "{\"seen\":1,\"beat\":1}",
        "{\"seen\":1,\"x\":1}",
        "{\"seen\":18446744073709551616}",
        "{\"SEEN\":1}",
        "\u{0}",
        "<script>",
        &deep,
        &padded,
        &long,
    ];
    for text in texts {
        let before = office.metrics().await?.refusals_in_all();
        let mut socket = LiveSocket::open(&office.live("/live/wall")?).await?;
        view_of(&mut socket, SOON).await?;
        socket.send_text(text.to_owned()).await?;
        let code = close_code(&mut socket, SOON).await?;
        ensure!(code == 4400, "{code} for {:?}", text.chars().take(40).collect::<String>());
        let counted = office.metrics().await?.refusals_in_all() - before;
        ensure!(
            (counted - 1.0).abs() < 0.5,
            "counted {counted} times: {:?}",
            text.chars().take(40).collect::<String>()
        );
    }
    office.kiosk()?.take_ticket("A").await?;
    bystander.until(SOON, |view| view["waiting"]["total"] == json!(1)).await?;
    office.close().await
}

#[tokio::test]
async fn a_binary_frame_and_one_of_a_megabyte_close_the_socket_cleanly() -> Result<()> {
    let office = Office::start().await?;
    let before = office.metrics().await?.refusals_in_all();
    let mut socket = LiveSocket::open(&office.live("/live/wall")?).await?;
    socket.send_binary(vec![1, 2, 3]).await?;
    assert_eq!(close_code(&mut socket, SOON).await?, 4400);

    let mut socket = LiveSocket::open(&office.live("/live/wall")?).await?;
    // The office may close before it has taken everything; its word is there all the same.
    let _ = timeout(SOON, socket.send_text("x".repeat(1024 * 1024))).await?;
    match close_code(&mut socket, SOON).await {
        Ok(code) => assert!(code == 4400 || code == 1009 || code == 1006, "{code}"),
        // What was still on its way when the office closed may reset the connection.
        Err(cause) => assert!(cause.downcast_ref::<LiveError>().is_some(), "{cause:#}"),
    }
    let counted = office.metrics().await?.refusals_in_all() - before;
    assert!((counted - 2.0).abs() < 0.5, "counted {counted} times");
    office.close().await
}

#[tokio::test]
async fn a_topic_that_is_none_or_not_yours_is_closed_with_its_reason() -> Result<()> {
    let office = Office::start().await?;
    let kiosk = office.token(Role::Kiosk, "kiosk-1").await?;
    let officer = office.token(Role::Officer, "Nông Thị Hà").await?;
    for (path, token, wanted) in [
        ("/live/counters/99", None, 4404),
        ("/live/counters/abc", None, 4404),
        ("/live/counters/0", None, 4404),
        ("/live/tickets/AAAAAAAAAAAAAAAA", None, 4404),
        ("/live/tickets/%00", None, 4404),
        ("/live/desks/1", None, 4401),
        ("/live/desks/1", Some("stale"), 4401),
        ("/live/desks/1", Some(kiosk.as_str()), 4403),
        ("/live/desks/99", Some(officer.as_str()), 4404),
    ] {
        let before = office.metrics().await?.refusals_in_all();
        let address = office.live(path)?;
        let address = token.map_or(address.clone(), |token| address.with_token(token));
        let mut socket = LiveSocket::open(&address).await?;
        assert_eq!(close_code(&mut socket, SOON).await?, wanted, "{path} with {token:?}");
        let counted = office.metrics().await?.refusals_in_all() - before;
        assert!((counted - 1.0).abs() < 0.5, "{path}: counted {counted} times");
    }
    office.close().await
}

/// A page of another origin must not listen in with this browser's rights.
#[tokio::test]
async fn a_page_of_another_origin_gets_no_live_view() -> Result<()> {
    let office = Office::start().await?;
    let headers = [
        ("connection", "upgrade"),
        ("upgrade", "websocket"),
        ("sec-websocket-version", "13"),
        ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
        ("origin", "http://elsewhere.example"),
    ];
    let lines = headers.map(|(name, value)| format!("{name}: {value}\r\n")).concat();
    let host = office.base().replace("http://", "");
    let request = format!("GET /live/wall HTTP/1.1\r\nHost: {host}\r\n{lines}\r\n");
    let answer = moi_tests::raw::send(&office.base(), request.as_bytes()).await?;
    assert!(!answer.text.contains("\"calls\""), "{}", answer.text);
    office.close().await
}

#[tokio::test]
async fn frames_that_pour_in_slow_nobody_down() -> Result<()> {
    let office = Office::start().await?;
    let mut busy = LiveSocket::open(&office.live("/live/wall")?).await?;
    view_of(&mut busy, SOON).await?;
    let pouring = tokio::spawn(async move {
        for number in 0..20_000 {
            if busy.send(ClientFrame::Seen(number)).await.is_err() {
                break;
            }
        }
    });
    let mut wall = Topic::at(office.live("/live/wall")?);
    for total in 1..=20 {
        office.kiosk()?.take_ticket("A").await?;
        let took = wall.until(SOON, |view| view["waiting"]["total"] == json!(total)).await?;
        assert!(took < Duration::from_secs(2), "{took:?}");
    }
    pouring.abort();
    office.close().await
}
