//! Who may what: every route, every role, and nobody.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use moi_display::{LiveError, LiveSocket};
use moi_tests::{Caller, Office, Role};
use reqwest::Method;
use reqwest::header::{HeaderName, HeaderValue};
use serde_json::json;
use tokio::time::timeout;

use crate::SOON;

/// Each route with who may: nobody, a page on the server's own machine, then [`Role::ALL`]: administrator, supervisor,
/// officer, receptionist, inspector, kiosk, wall, counter display, printer, rating, desk.
/// A desk by itself is nobody: it only makes PINs good. What is one's own belongs to persons who signed in, and to no
/// token. `o` may, `1` is told to sign in (401, or close code 4401), `3` is not allowed (403, 4403).
pub const ROUTES: &str = "
GET    /api/v1/office                       ooooooooooooo
GET    /api/v1/office/state                 1ooo33o333331
GET    /api/v1/services                     ooooooooooooo
GET    /api/v1/queue                        11ooooo333331
GET    /api/v1/order                        11oo33o333331
GET    /api/v1/set-up                       11o333o333331
PUT    /api/v1/set-up                       11o3333333331
GET    /api/v1/set-up/text                  11o333o333331
POST   /api/v1/set-up/check                 11o3333333331
POST   /api/v1/installation                 ooooooooooooo
POST   /api/v1/installation/check           ooooooooooooo
GET    /api/v1/set-up/shipped               11o333o333331
POST   /api/v1/office/backup                11o3333333331
GET    /api/v1/audit                        11o333o333331
GET    /api/v1/pictures                     11o3333333331
POST   /api/v1/pictures                     11o3333333331
DELETE /api/v1/pictures/{id}                11o3333333331
GET    /api/v1/order/days                   11oo33o333331
GET    /api/v1/office/preview               11oo333333331
POST   /api/v1/office/preview               11oo333333331
GET    /api/v1/counters                     ooooooooooooo
POST   /api/v1/counters/{counter}/open      113oo33333331
POST   /api/v1/counters/{counter}/pause     11ooo33333331
POST   /api/v1/counters/{counter}/close     11ooo33333331
POST   /api/v1/counters/{counter}/next      113oo33333331
POST   /api/v1/counters/{counter}/recall    113oo33333331
POST   /api/v1/counters/{counter}/start     113oo33333331
POST   /api/v1/counters/{counter}/finish    113oo33333331
POST   /api/v1/counters/{counter}/outcome   113oo33333331
POST   /api/v1/counters/{counter}/no-show   113oo33333331
GET    /api/v1/counters/{counter}/contact   113oo33333331
GET    /api/v1/counters/{counter}/note      113oo33333331
POST   /api/v1/counters/{counter}/note      113oo33333331
POST   /api/v1/counters/{counter}/services  113oo33333331
POST   /api/v1/counters/{counter}/park      113oo33333331
POST   /api/v1/counters/{counter}/transfer  113oo33333331
POST   /api/v1/counters/{counter}/undo      113oo33333331
POST   /api/v1/counters/{counter}/help      113oo33333331
DELETE /api/v1/counters/{counter}/help      11ooo33333331
POST   /api/v1/tickets                      1ooooo3o33331
GET    /api/v1/tickets/{token}              ooooooooooooo
DELETE /api/v1/tickets/{token}              ooooooooooooo
PUT    /api/v1/tickets/{token}/contact      ooooooooooooo
DELETE /api/v1/tickets/{token}/contact      ooooooooooooo
GET    /api/v1/tickets/{token}/qr           ooooooooooooo
POST   /api/v1/tickets/{ticket}/priority    113ooo3333331
POST   /api/v1/tickets/{ticket}/return      1ooooo3o33331
POST   /api/v1/tickets/{ticket}/slip        11oooo3333331
GET    /api/v1/outage                       11ooooo333331
POST   /api/v1/outage                       11oooo3333331
GET    /api/v1/appointments                 11ooooo333331
POST   /api/v1/appointments                 11oooo3333331
GET    /api/v1/appointments/slots           11oooo3333331
GET    /api/v1/appointments/{code}          ooooooooooooo
DELETE /api/v1/appointments/{code}          ooooooooooooo
GET    /api/v1/appointments/{code}/calendar ooooooooooooo
POST   /api/v1/appointments/{code}/check-in ooooooooooooo
GET    /api/v1/appointments/{code}/qr       ooooooooooooo
POST   /api/v1/sessions                     ooooooooooooo
GET    /api/v1/sessions                     1133333333331
DELETE /api/v1/sessions                     1133333333331
DELETE /api/v1/sessions/{id}                1133333333331
POST   /api/v1/sessions/current             11oooooooooo1
POST   /api/v1/sessions/directory           ooooooooooooo
PUT    /api/v1/sessions/directory           ooooooooooooo
GET    /api/v1/account                      1133333333331
PUT    /api/v1/account/password             1133333333331
PUT    /api/v1/account/pin                  1133333333331
POST   /api/v1/account/second-factor        1133333333331
PUT    /api/v1/account/second-factor        1133333333331
POST   /api/v1/account/second-factor/off    1133333333331
POST   /api/v1/account/spare-codes          1133333333331
GET    /api/v1/people                       11o3333333331
POST   /api/v1/people/{name}/pin            11o3333333331
POST   /api/v1/people/{name}/password       1133333333331
DELETE /api/v1/people/{name}/sessions       11o3333333331
POST   /api/v1/pairings                     ooooooooooooo
POST   /api/v1/pairings/claim               ooooooooooooo
POST   /api/v1/pairings/waiting             11o3333333331
GET    /api/v1/devices                      11o3333333331
POST   /api/v1/devices                      11o3333333331
DELETE /api/v1/devices/{id}                 11o3333333331
GET    /api/v1/sessions/current             11oooooooooo1
DELETE /api/v1/sessions/current             11oooooooooo1
GET    /api/v1/health                       ooooooooooooo
GET    /api/v1/metrics                      1ooooooooooo1
GET    /api/v1/openapi.json                 ooooooooooooo
GET    /                                    ooooooooooooo
GET    /kiosk                               ooooooooooooo
GET    /desk                                ooooooooooooo
GET    /desk/{counter}                      ooooooooooooo
GET    /reception                           ooooooooooooo
GET    /roll                                ooooooooooooo
GET    /wall                                ooooooooooooo
GET    /counter/{counter}                   ooooooooooooo
GET    /t/{token}                           ooooooooooooo
GET    /a/{token}                           ooooooooooooo
GET    /book                                ooooooooooooo
GET    /sign-in                             ooooooooooooo
GET    /sign-in/directory                   ooooooooooooo
GET    /admin                               ooooooooooooo
GET    /admin/order                         ooooooooooooo
GET    /admin/preview                       ooooooooooooo
GET    /admin/people                        ooooooooooooo
GET    /admin/devices                       ooooooooooooo
GET    /account                             ooooooooooooo
GET    /pair                                ooooooooooooo
GET    /set-up                              ooooooooooooo
GET    /admin/set-up                        ooooooooooooo
GET    /admin/set-up/{part}                 ooooooooooooo
GET    /admin/audit                         ooooooooooooo
GET    /api                                 ooooooooooooo
GET    /text/vi/common.ftl                  ooooooooooooo
GET    /web/shared/live.js                  ooooooooooooo
GET    /pictures/{id}                       ooooooooooooo
LIVE   /live/wall                           ooooooooooooo
LIVE   /live/kiosk                          ooooooooooooo
LIVE   /live/counters/{counter}             ooooooooooooo
LIVE   /live/desks/{counter}                11ooo33333331
LIVE   /live/tickets/{token}                ooooooooooooo
";

/// Who may where a session is needed, of those who have none.
const NOBODY: &str = "1111111111111";

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
    of_api_operations().into_keys().collect()
}

/// The same, each with who may.
pub fn of_api_operations() -> BTreeMap<String, &'static str> {
    routes()
        .filter(|route| route.path.starts_with("/api/v1/"))
        .map(|route| (format!("{} {}", route.method, route.path), route.may))
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
        let mut wrong = Vec::new();
        for route in routes() {
            let mut found = String::new();
            for who in 0..2 + Role::ALL.len() {
                let token = who.checked_sub(2).map(|role| tokens[role].as_str());
                let told = ask(&office, &route, who, token, with_sessions).await;
                found.push(told.with_context(|| route.path.to_owned())?);
            }
            // A bearer has no session that could be shown the door.
            let is_sign_out = route.path.ends_with("current") && route.method == "DELETE";
            let wanted = if is_sign_out && !with_sessions { NOBODY } else { route.may };
            if found != wanted {
                wrong.push(format!("{} {}: {found}, wanted: {wanted}", route.method, route.path));
            }
        }
        assert_eq!(wrong, [""; 0], "with sessions: {with_sessions}");
        office.close().await?;
    }
    Ok(())
}

/// Asks as one of them and tells `o`, `1` or `3`.
async fn ask(office: &Office, route: &Route<'_>, who: usize, token: Option<&str>, with_sessions: bool) -> Result<char> {
    // Something to ask about that is there and new, so that nothing but the right decides.
    let ticket = office.kiosk()?.take_ticket("A").await?;
    let path = route.path.replace("{counter}", "1").replace("{token}", &ticket.token);
    let path = path.replace("{ticket}", &ticket.id.to_string());
    // Whoever has an appointment's secret may; of its code, appointments.rs tells.
    let path = path
        .replace("{code}", "0000000000000000")
        .replace("{id}", "none")
        .replace("{name}", "Nobody")
        .replace("{part}", "services");
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
    ] {
        let answer = office.here()?.send(Method::POST, "/api/v1/tickets", wish.clone(), &[(header, value)]).await?;
        answer.expect_problem(401, "not-signed-in").with_context(|| header.to_owned())?;
        let shown = office.here()?.send(Method::GET, "/api/v1/office", None, &[(header, value)]).await?.value()?;
        assert_eq!(shown["kiosk"]["here"], json!(false), "{header}");
    }
    let borrowed = [("host", "borrowed.example:8080")];
    let answer = office.here()?.send(Method::POST, "/api/v1/tickets", wish.clone(), &borrowed).await?;
    answer.expect_problem(421, "unknown-host")?;
    assert_eq!(office.here()?.get("/api/v1/office").await?.value()?["kiosk"]["here"], json!(true));
    let answer = office.here()?;
    let answer = answer.send(Method::POST, "/api/v1/tickets", wish, &[("origin", "http://elsewhere.example")]).await?;
    answer.expect_problem(403, "foreign-origin")?;
    office.close().await
}
