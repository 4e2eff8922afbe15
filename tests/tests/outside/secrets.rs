//! No secret stands in the log, however loud it is, and none in an address but those that are made for it.

use anyhow::{Context, Result, ensure};
use moi_display::{Address, LiveSocket};
use moi_tests::live::view_of;
use moi_tests::{Office, Role};
use serde_json::json;

use crate::SOON;

/// The secrets of a ticket and an appointment stand in the addresses of their own pages, as in the QR code: whoever has
/// the paper has the ticket. So the log never tells the address of any request.
#[tokio::test]
async fn no_secret_stands_in_the_loudest_log() -> Result<()> {
    let office = Office::builder().talkative().start().await?;
    let name = "Nông Thị Hà";
    let (pin, new_pin) = (office.pin(name).await?, "918273645546");
    let token = office.token(Role::Administrator, "program").await?;
    let ticket = office.kiosk()?.take_ticket("A").await?.token;
    // On the office's own machine, where a PIN is good.
    let page = office.here()?;
    let answer = page.post_json("/api/v1/sessions", &json!({"name": name, "pin": pin})).await?.expect_status(201)?;
    let cookie = answer.header("set-cookie").split(['=', ';']).nth(1).context("a cookie")?.to_owned();
    page.get("/api/v1/sessions/current").await?.expect_status(200)?;
    page.post_json("/api/v1/sessions", &json!({"name": name, "pin": new_pin})).await?.expect_status(401)?;
    office.bearer(&token)?.get("/api/v1/office/state").await?.expect_status(200)?;
    let mistyped = format!("x{token}");
    office.bearer(&mistyped)?.get("/api/v1/queue").await?.expect_status(401)?;
    // Where it is, where it is not, and where it has no business.
    for path in ["/t/", "/api/v1/tickets/", "/live/tickets/", "/a/", "/nothing/", "/kiosk?ticket="] {
        page.get(&format!("{path}{ticket}")).await?;
    }
    let mut socket = LiveSocket::open(&Address::new(&format!("{}/live/tickets/{ticket}", office.base()))?).await?;
    view_of(&mut socket, SOON).await?;
    socket.send_text("{\"nonsense\"".into()).await?;
    page.delete(&format!("/api/v1/tickets/{ticket}")).await?;
    let log = std::fs::read_to_string(office.folder().join("office.log"))?;
    ensure!(log.lines().count() > 50, "the log is not loud: {log}");
    for (what, secret) in [
        ("a PIN", pin.as_str()),
        ("a wrong PIN", new_pin),
        ("a token", &token),
        ("a mistyped token", &mistyped),
        ("a session's cookie", &cookie),
        ("a ticket's secret", &ticket),
    ] {
        let line = log.lines().find(|line| line.contains(secret));
        ensure!(line.is_none(), "{what} stands in the log: {}", line.unwrap_or_default());
    }
    office.close().await
}

/// What is left on the way: in a browser's history, a proxy's log, the address of the page before.
#[tokio::test]
async fn no_credential_is_taken_from_an_address() -> Result<()> {
    let office = Office::start().await?;
    let token = office.token(Role::Administrator, "program").await?;
    for query in ["token", "access_token", "authorization", "key", "session", "moi_session"] {
        let answer = office.nobody()?.get(&format!("/api/v1/office/state?{query}={token}")).await?;
        answer.expect_problem(401, "not-signed-in").with_context(|| query.to_owned())?;
    }
    office.close().await
}
