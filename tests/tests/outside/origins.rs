//! What browsers are told, and what pages of other sites can't do: looked at on every route.

use anyhow::{Context, Result, ensure};
use moi_tests::{Caller, Office, Role, raw};
use reqwest::Method;
use reqwest::header::HeaderMap;
use serde_json::json;

use crate::roles::ROUTES;

/// Headers with which a browser tells of a page of another site.
const FOREIGN: [&[(&str, &str)]; 4] = [
    &[("origin", "https://evil.example")],
    &[("origin", "null")],
    &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "cors")],
    &[("sec-fetch-site", "same-site"), ("sec-fetch-mode", "navigate")],
];

/// Each route as method and path, with something that is there in place of its parameters.
fn routes(token: &str) -> impl Iterator<Item = (&'static str, String)> {
    ROUTES.lines().filter(|line| !line.is_empty()).map(move |line| {
        let mut words = line.split_whitespace();
        let mut word = || words.next().expect("a method and an address");
        let (method, path) = (word(), word());
        let path = path.replace("{counter}", "1").replace("{token}", token).replace("{ticket}", "1");
        (method, path.replace("{code}", "0000000000000000").replace("{name}", "nobody"))
    })
}

/// Somebody of the office, by a session's cookie.
async fn signed_in(office: &Office, role: Role) -> Result<Caller> {
    let token = office.token(role, &format!("{} of the office", role.word())).await?;
    let caller = office.nobody()?;
    caller.post_json("/api/v1/sessions", &json!({"token": token})).await?.expect_status(201)?;
    Ok(caller)
}

#[tokio::test]
async fn no_page_of_another_site_changes_anything_on_any_route() -> Result<()> {
    let office = Office::start().await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    let bearer = office.bearer(&office.token(Role::Receptionist, "program").await?)?;
    let callers = [
        ("nobody", office.nobody()?),
        ("own machine", office.here()?),
        ("officer", signed_in(&office, Role::Officer).await?),
        ("administrator", signed_in(&office, Role::Administrator).await?),
        ("program", bearer),
    ];
    let before = office.metrics().await?;
    let changing: Vec<_> = routes(&ticket.token).filter(|(method, _)| !matches!(*method, "GET" | "LIVE")).collect();
    ensure!(changing.len() >= 25, "only {} routes change something", changing.len());
    for (method, path) in &changing {
        for (who, caller) in &callers {
            for headers in FOREIGN {
                let body = Some(("application/json", b"{}".to_vec()));
                let answer = caller.send(Method::from_bytes(method.as_bytes())?, path, body, headers).await?;
                let told = || format!("{who} {method} {path} {headers:?}");
                answer.expect_problem(403, "foreign-origin").with_context(told)?;
            }
        }
    }
    let counted = office.metrics().await?.turned_away("origins") - before.turned_away("origins");
    let expected = u32::try_from(changing.len() * callers.len() * FOREIGN.len())?;
    assert!((counted - f64::from(expected)).abs() < 0.5, "{counted} of {expected} were counted");
    assert_eq!(office.kiosk()?.take_ticket("A").await?.number, "A002", "nothing was taken");
    office.close().await
}

#[tokio::test]
async fn no_page_of_another_site_watches_any_live_topic() -> Result<()> {
    let office = Office::start().await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    let token = office.token(Role::Officer, "Nông Thị Hà").await?;
    let host = office.base().replace("http://", "");
    let live: Vec<_> = routes(&ticket.token).filter(|(method, _)| *method == "LIVE").collect();
    ensure!(live.len() >= 5, "only {} topics", live.len());
    let watch = async |path: &str, headers: &[(&str, &str)]| -> Result<String> {
        let lines = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect::<Vec<_>>().concat();
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\nConnection: upgrade\r\n\
             Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
             {lines}\r\n\u{0}"
        );
        // The last byte is half a frame: the server closes, whatever it has said before.
        Ok(raw::send(&office.base(), request.as_bytes()).await?.text)
    };
    for (_, path) in &live {
        for headers in &FOREIGN[..3] {
            let text = watch(path, headers).await?;
            ensure!(text.starts_with("HTTP/1.1 101"), "{path} {headers:?}: {text}");
            ensure!(text.contains("not yours to see") && !text.contains("\"rev\""), "{path} {headers:?}: {text}");
        }
    }
    office.close().await
}

#[tokio::test]
async fn every_answer_says_what_browsers_may_do_with_it_and_none_what_served_it() -> Result<()> {
    let office = Office::start().await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    let administrator = signed_in(&office, Role::Administrator).await?;
    for (method, path) in routes(&ticket.token).filter(|(method, _)| *method == "GET") {
        for caller in [&administrator, &office.nobody()?] {
            let answer = caller.get(&path).await?;
            check(&answer.headers).with_context(|| format!("{method} {path} {}", answer.status))?;
        }
    }
    for (method, path, status) in
        [(Method::GET, "/nothing", 404), (Method::POST, "/kiosk", 405), (Method::POST, "/api/v1/tickets", 401)]
    {
        let answer = office.nobody()?.send(method, path, None, &[]).await?.expect_status(status)?;
        check(&answer.headers).with_context(|| path.to_owned())?;
    }
    office.close().await
}

fn check(headers: &HeaderMap) -> Result<()> {
    let value = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    for (name, expected) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        ensure!(value(name) == expected, "{name}: {:?}", value(name));
    }
    let permissions = value("permissions-policy");
    ensure!(permissions.contains("camera=()") && permissions.contains("geolocation=()"), "{permissions:?}");
    let policy = value("content-security-policy");
    ensure!(policy.contains("frame-ancestors 'none'") && policy.contains("default-src 'none'"), "{policy:?}");
    // Nothing at all runs where a picture is shown alone.
    ensure!(policy.contains("script-src 'self';") || policy.contains("; sandbox;"), "{policy:?}");
    for name in ["server", "x-powered-by", "access-control-allow-origin"] {
        ensure!(!headers.contains_key(name), "{name}: {:?}", value(name));
    }
    Ok(())
}

/// Pages are embedded in the program, and found by their names alone: no path leads to a file of the machine.
#[tokio::test]
async fn no_path_leads_out_of_the_pages() -> Result<()> {
    let office = Office::start().await?;
    let depth = "../".repeat(12);
    for path in [
        format!("/web/{depth}etc/passwd"),
        format!("/web/shared/{depth}etc/passwd"),
        format!("/text/vi/{depth}etc/passwd"),
        "/web/..%2f..%2f..%2f..%2fetc%2fpasswd".into(),
        "/web/%2e%2e/%2e%2e/%2e%2e/etc/passwd".into(),
        "/web/%252e%252e%252f%252e%252e%252fetc%252fpasswd".into(),
        "/web/..%5c..%5c..%5cetc%5cpasswd".into(),
        "/web/..\\..\\..\\etc\\passwd".into(),
        "/web//etc/passwd".into(),
        "/web/%2fetc%2fpasswd".into(),
        "/web/shared/live.js%00.html".into(),
        "/web/%00".into(),
        "/web/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd".into(),
        "/web/....//....//etc/passwd".into(),
        "/web/file:///etc/passwd".into(),
        "/text/..%2f..%2foffice/office.toml".into(),
        "/text/vi/..%2f..%2f..%2foffice.toml".into(),
        "/web/../Cargo.toml".into(),
        "/web/package.json".into(),
        "/web/shared/live.test.js".into(),
        "/.git/config".into(),
        "/data/journal".into(),
    ] {
        let request = format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        let answer = raw::send(&office.base(), request.as_bytes()).await?;
        ensure!(matches!(answer.status, 400 | 404), "{path}: {} {}", answer.status, answer.text);
        ensure!(!answer.text.contains("root:") && !answer.text.contains("[workspace]"), "{path}: {}", answer.text);
    }
    office.close().await
}
