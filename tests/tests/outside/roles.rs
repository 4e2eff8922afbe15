//! Who may what: every route, every role, and nobody.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::{Context, Result};
use moi_display::{LiveError, LiveSocket};
use moi_tests::{Caller, Office, Role};
use reqwest::Method;
use reqwest::header::{HeaderName, HeaderValue};
use serde_json::json;
use tokio::time::timeout;

use crate::SOON;

/// Each route with who may: nobody, a page on the server's own machine, kiosk, receptionist, officer, administrator.
/// `o` may, `1` is told to sign in (401, or close code 4401), `3` is not allowed (403, 4403).
pub const ROUTES: &str = "
GET    /api/v1/office                   oooooo
GET    /api/v1/office/state             1o333o
GET    /api/v1/services                 oooooo
GET    /api/v1/queue                    113ooo
GET    /api/v1/order                    11333o
GET    /api/v1/order/days               11333o
GET    /api/v1/office/preview           11333o
POST   /api/v1/office/preview           11333o
GET    /api/v1/counters                 oooooo
POST   /api/v1/counters/{counter}/open     1133o3
POST   /api/v1/counters/{counter}/pause    1133oo
POST   /api/v1/counters/{counter}/close    1133oo
POST   /api/v1/counters/{counter}/next     1133o3
POST   /api/v1/counters/{counter}/recall   1133o3
POST   /api/v1/counters/{counter}/start    1133o3
POST   /api/v1/counters/{counter}/finish   1133o3
POST   /api/v1/counters/{counter}/outcome  1133o3
POST   /api/v1/counters/{counter}/no-show  1133o3
GET    /api/v1/counters/{counter}/contact  1133o3
GET    /api/v1/counters/{counter}/note     1133o3
POST   /api/v1/counters/{counter}/note     1133o3
POST   /api/v1/counters/{counter}/services 1133o3
POST   /api/v1/counters/{counter}/park     1133o3
POST   /api/v1/counters/{counter}/transfer 1133o3
POST   /api/v1/counters/{counter}/undo     1133o3
POST   /api/v1/tickets                  1ooooo
GET    /api/v1/tickets/{token}          oooooo
DELETE /api/v1/tickets/{token}          oooooo
PUT    /api/v1/tickets/{token}/contact  oooooo
DELETE /api/v1/tickets/{token}/contact  oooooo
GET    /api/v1/tickets/{token}/qr       oooooo
POST   /api/v1/tickets/{ticket}/priority 113oo3
POST   /api/v1/tickets/{ticket}/return  1ooooo
POST   /api/v1/tickets/{ticket}/slip    113ooo
GET    /api/v1/outage                   113ooo
POST   /api/v1/outage                   113ooo
GET    /api/v1/appointments             113ooo
POST   /api/v1/appointments             113ooo
GET    /api/v1/appointments/slots       113ooo
GET    /api/v1/appointments/{code}      oooooo
DELETE /api/v1/appointments/{code}      oooooo
GET    /api/v1/appointments/{code}/calendar oooooo
POST   /api/v1/appointments/{code}/check-in oooooo
GET    /api/v1/appointments/{code}/qr   oooooo
POST   /api/v1/sessions                 oooooo
GET    /api/v1/sessions/current         11oooo
DELETE /api/v1/sessions/current         11oooo
GET    /api/v1/health                   oooooo
GET    /api/v1/metrics                  1ooooo
GET    /api/v1/openapi.json             oooooo
GET    /                                oooooo
GET    /kiosk                           oooooo
GET    /desk                            oooooo
GET    /desk/{counter}                  oooooo
GET    /reception                       oooooo
GET    /roll                            oooooo
GET    /wall                            oooooo
GET    /counter/{counter}               oooooo
GET    /t/{token}                       oooooo
GET    /a/{token}                       oooooo
GET    /book                            oooooo
GET    /sign-in                         oooooo
GET    /admin                           oooooo
GET    /admin/order                     oooooo
GET    /admin/preview                   oooooo
GET    /api                             oooooo
GET    /text/vi/common.ftl              oooooo
GET    /web/shared/live.js              oooooo
LIVE   /live/wall                       oooooo
LIVE   /live/kiosk                      oooooo
LIVE   /live/counters/{counter}         oooooo
LIVE   /live/desks/{counter}            1133oo
LIVE   /live/tickets/{token}            oooooo
";

/// A row of the table.
struct Route<'t> {
    method: &'t str,
    path: &'t str,
    may: &'t str,
}

fn routes() -> impl Iterator<Item = Route<'static>> {
    ROUTES.lines().filter(|line| !line.is_empty()).map(|line| {
        let mut words = line.split_whitespace();
        let mut word = || words.next().expect("method, address, who may");
        Route { method: word(), path: word(), may: word() }
    })
}

/// The operations of the API in the table, as `POST /api/v1/tickets`.
pub fn api_operations() -> BTreeSet<String> {
    routes()
        .filter(|route| route.path.starts_with("/api/v1/"))
        .map(|route| format!("{} {}", route.method, route.path))
        .collect()
}

/// Somebody from elsewhere with a token, so that no right comes from the machine.
fn far(office: &Office, token: &str) -> Result<Caller> {
    let forwarded = HeaderName::from_static("x-forwarded-for");
    Ok(office.bearer(token)?.with_header(forwarded, HeaderValue::from_static("192.0.2.7")))
}

/// Once with bearer tokens, once with the sessions of pages.
#[tokio::test]
async fn every_route_lets_in_exactly_whom_the_table_names() -> Result<()> {
    for with_sessions in [false, true] {
        let office = Office::start().await?;
        let mut tokens = Vec::new();
        for role in Role::ALL {
            tokens.push(office.token(role, &format!("{} person", role.word())).await?);
        }
        let mut found = String::from("\n");
        for route in routes() {
            write!(found, "{:<6} {:<32} ", route.method, route.path)?;
            for who in 0..6_usize {
                let token = who.checked_sub(2).map(|role| tokens[role].as_str());
                found.push(
                    ask(&office, &route, who, token, with_sessions).await.with_context(|| route.path.to_owned())?,
                );
            }
            found.push('\n');
        }
        let mut wanted = String::from("\n");
        for route in routes() {
            // A bearer has no session that could be shown the door.
            let may = if route.path.ends_with("current") && route.method == "DELETE" && !with_sessions {
                "111111"
            } else {
                route.may
            };
            writeln!(wanted, "{:<6} {:<32} {may}", route.method, route.path)?;
        }
        assert_eq!(found, wanted, "with sessions: {with_sessions}");
        office.close().await?;
    }
    Ok(())
}

/// Asks as one of the six and tells `o`, `1` or `3`.
async fn ask(office: &Office, route: &Route<'_>, who: usize, token: Option<&str>, with_sessions: bool) -> Result<char> {
    // Something to ask about that is there and new, so that nothing but the right decides.
    let ticket = office.kiosk()?.take_ticket("A").await?;
    let path = route.path.replace("{counter}", "1").replace("{token}", &ticket.token);
    let path = path.replace("{ticket}", &ticket.id.to_string());
    // Whoever has an appointment's secret may; of its code, appointments.rs tells.
    let path = path.replace("{code}", "0000000000000000");
    if route.method == "LIVE" {
        return live(office, &path, token).await;
    }
    let caller = match (who, token) {
        (1, _) => office.here()?,
        (_, None) => office.nobody()?,
        (_, Some(token)) if with_sessions => {
            let caller = office.nobody()?;
            caller.post_json("/api/v1/sessions", &json!({"token": token})).await?.expect_status(201)?;
            caller
        }
        (_, Some(token)) => far(office, token)?,
    };
    let body = match path.as_str() {
        "/api/v1/appointments" if route.method == "POST" => {
            Some(json!({"service": "D", "day": "2026-01-01", "time": "09:00"}))
        }
        "/api/v1/tickets" => Some(json!({"service": "A"})),
        path if route.method == "PUT" && path.ends_with("/contact") => Some(json!({"phone": "0912 345 678"})),
        "/api/v1/outage" if route.method == "POST" => Some(json!({"service": "A", "last": "A950"})),
        "/api/v1/sessions" => Some(json!({"name": "Nobody Here", "pin": "0000"})),
        _ => None,
    };
    let body = body.map(|body| ("application/json", body.to_string().into_bytes()));
    let answer = caller.send(Method::from_bytes(route.method.as_bytes())?, &path, body, &[]).await?;
    if answer.status < 400 {
        return Ok('o');
    }
    let problem = answer.problem()?;
    Ok(match (problem.status, problem.code.as_str()) {
        (401, "not-signed-in") => '1',
        (403, "not-allowed") => '3',
        // Any other refusal came after the door.
        (400..=499, _) => 'o',
        _ => anyhow::bail!("{} {}", problem.status, problem.code),
    })
}

async fn live(office: &Office, path: &str, token: Option<&str>) -> Result<char> {
    let address = office.live(path)?;
    let address = token.map_or(address.clone(), |token| address.with_token(token));
    let mut socket = LiveSocket::open(&address).await?;
    match timeout(SOON, socket.receive_text()).await? {
        Ok(_) => Ok('o'),
        Err(LiveError::Closed { code: 4401, .. }) => Ok('1'),
        Err(LiveError::Closed { code: 4403, .. }) => Ok('3'),
        Err(cause) => Err(cause.into()),
    }
}

/// A ticket's secret opens that ticket and nothing else; calling another authority's visit by link (ZMSKVR-375).
#[tokio::test]
async fn a_ticket_opens_itself_and_nothing_else() -> Result<()> {
    let office = Office::start().await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    let holder = far(&office, &ticket.token)?;
    holder.post("/api/v1/counters/1/open").await?.expect_problem(401, "not-signed-in")?;
    holder.post_json("/api/v1/tickets", &json!({"service": "A"})).await?.expect_problem(401, "not-signed-in")?;
    let view = office.nobody()?.get(&format!("/api/v1/tickets/{}", ticket.token)).await?.text();
    assert!(!view.contains("\"id\"") && !view.contains("priority"), "{view}");
    office.close().await
}

#[tokio::test]
async fn a_forwarded_request_or_one_to_a_borrowed_name_is_not_from_this_machine() -> Result<()> {
    let office = Office::start().await?;
    let wish = Some(("application/json", br#"{"service":"A"}"#.to_vec()));
    for (header, value) in [
        ("forwarded", "for=192.0.2.7"),
        ("x-forwarded-for", "127.0.0.1"),
        ("x-real-ip", "127.0.0.1"),
        ("via", "1.1 proxy"),
        ("host", "borrowed.example:8080"),
    ] {
        let answer = office.here()?.send(Method::POST, "/api/v1/tickets", wish.clone(), &[(header, value)]).await?;
        answer.expect_problem(401, "not-signed-in").with_context(|| header.to_owned())?;
        let shown = office.here()?.send(Method::GET, "/api/v1/office", None, &[(header, value)]).await?.value()?;
        assert_eq!(shown["kiosk"]["here"], json!(false), "{header}");
    }
    assert_eq!(office.here()?.get("/api/v1/office").await?.value()?["kiosk"]["here"], json!(true));
    let answer = office.here()?;
    let answer = answer.send(Method::POST, "/api/v1/tickets", wish, &[("origin", "http://elsewhere.example")]).await?;
    answer.expect_problem(403, "foreign-origin")?;
    office.close().await
}
