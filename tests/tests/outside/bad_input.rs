//! What nobody should send: each gets a clear 4xx problem, is counted, and changes nothing.

use anyhow::{Result, ensure};
use moi_tests::metrics::Metrics;
use moi_tests::{Answer, Caller, Desk, Office, Role, raw};
use reqwest::Method;
use serde_json::{Value, json};

use crate::SOON;

/// What anybody can see of the office, and what was refused so far.
struct Before {
    hall: String,
    metrics: Metrics,
}

impl Before {
    async fn look(office: &Office) -> Result<Self> {
        Ok(Self { hall: hall(office).await?, metrics: office.metrics().await? })
    }

    /// Checks a refusal: its problem, that it was counted once under its code, and that nothing has changed.
    async fn refused(self, office: &Office, answer: &Answer, status: u16, code: &str) -> Result<()> {
        answer.expect_problem(status, code)?;
        let after = office.metrics().await?;
        let counted = after.refusals(code) - self.metrics.refusals(code);
        ensure!((counted - 1.0).abs() < 0.5, "{}: counted {counted} times as {code}", answer.request);
        ensure!(hall(office).await? == self.hall, "{}: it changed something", answer.request);
        Ok(())
    }
}

/// Services and counters without the clock.
async fn hall(office: &Office) -> Result<String> {
    let caller = office.here()?;
    let services = caller.get("/api/v1/services").await?.expect_status(200)?.text();
    let counters = caller.get("/api/v1/counters").await?.expect_status(200)?.text();
    Ok(format!("{services}{counters}"))
}

/// Sends bytes as a ticket's wish.
async fn wish(office: &Office, kind: &str, body: &[u8]) -> Result<Answer> {
    office.here()?.send(Method::POST, "/api/v1/tickets", Some((kind, body.to_vec())), &[]).await
}

#[tokio::test]
async fn a_wish_that_is_none_is_refused_in_words() -> Result<()> {
    let office = Office::start().await?;
    office.kiosk()?.take_ticket("A").await?;
    let long = format!(r#"{{"service":"{}"}}"#, "A".repeat(300));
    let deep = "[".repeat(10_000);
    let cases: [(&str, &[u8], u16, &str); 25] = [
        ("an unknown service", br#"{"service":"Z"}"#, 422, "unknown-service"),
        ("an empty service", br#"{"service":""}"#, 422, "unknown-service"),
        ("a service in small letters", br#"{"service":"a"}"#, 422, "unknown-service"),
        ("a service with a control character", br#"{"service":"A\u0000"}"#, 422, "unknown-service"),
        ("a service with a line's end", br#"{"service":"A\n"}"#, 422, "unknown-service"),
        ("a service with an escape sequence", br#"{"service":"\u001b[2J"}"#, 422, "unknown-service"),
        ("a service in decomposed letters", br#"{"service":"A\u0301"}"#, 422, "unknown-service"),
        ("a service that looks like A", "{\"service\":\"А\"}".as_bytes(), 422, "unknown-service"),
        ("a long service", long.as_bytes(), 422, "unknown-service"),
        ("an unknown priority", br#"{"service":"A","priority":"hurry"}"#, 422, "unknown-priority"),
        (
            "a priority with control characters",
            br#"{"service":"A","priority":"el\u0007derly"}"#,
            422,
            "unknown-priority",
        ),
        ("an unknown language", br#"{"service":"A","language":"xx"}"#, 400, "invalid-body"),
        ("nothing", b"", 400, "invalid-body"),
        ("no object", br#"["A"]"#, 400, "invalid-body"),
        ("null", b"null", 400, "invalid-body"),
        ("the values alone", br#"["A", null, null, null, null, []]"#, 400, "invalid-body"),
        ("no service", b"{}", 400, "invalid-body"),
        ("a number for a service", br#"{"service":7}"#, 400, "invalid-body"),
        ("an unknown field", br#"{"service":"A","colour":"red"}"#, 400, "invalid-body"),
        ("a field twice", br#"{"service":"A","service":"C"}"#, 400, "invalid-body"),
        ("two bodies", br#"{"service":"A"}{"service":"A"}"#, 400, "invalid-body"),
        ("half a body", br#"{"service":"A""#, 400, "invalid-body"),
        ("bytes that are no text", b"{\"service\":\"\xFF\xFE\"}", 400, "invalid-body"),
        ("half a surrogate", br#"{"service":"\ud800"}"#, 400, "invalid-body"),
        ("ten thousand brackets", deep.as_bytes(), 400, "invalid-body"),
    ];
    for (what, body, status, code) in cases {
        let before = Before::look(&office).await?;
        let answer = wish(&office, "application/json", body).await?;
        before.refused(&office, &answer, status, code).await.map_err(|cause| cause.context(what))?;
    }
    assert_eq!(office.kiosk()?.take_ticket("A").await?.number, "A002", "no number was used up");
    office.close().await
}

#[tokio::test]
async fn a_body_of_another_kind_or_of_five_megabytes_is_refused() -> Result<()> {
    let office = Office::start().await?;
    for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"] {
        let before = Before::look(&office).await?;
        let answer = wish(&office, kind, br#"{"service":"A"}"#).await?;
        before.refused(&office, &answer, 415, "unsupported-media-type").await?;
    }
    let before = Before::look(&office).await?;
    let head = "POST /api/v1/tickets HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ";
    let announced = raw::send(&office.base(), format!("{head}5242880\r\n\r\n").as_bytes()).await?;
    assert_eq!(announced.status, 413, "{}", announced.text);
    assert!(announced.text.contains("urn:moi:problem:body-too-large"), "{}", announced.text);
    // Without an announcement: in chunks, until the server has had enough.
    let mut chunked = head.replace("Content-Length: ", "Transfer-Encoding: chunked\r\n\r\n").into_bytes();
    for _ in 0..80 {
        chunked.extend(format!("10000\r\n{}\r\n", " ".repeat(0x10000)).bytes());
    }
    let answer = raw::send(&office.base(), &chunked).await?;
    assert!(answer.status == 413 || answer.status == 0, "{}", answer.text);
    let counted = office.metrics().await?.refusals("body-too-large") - before.metrics.refusals("body-too-large");
    assert!(counted >= 1.0, "counted {counted} times");
    assert_eq!(hall(&office).await?, before.hall);
    office.close().await
}

#[tokio::test]
async fn a_counter_that_is_none_or_closed_is_refused() -> Result<()> {
    let office = Office::start().await?;
    let desk = office.closed_desk(1, "Nông Thị Hà").await?;
    for counter in ["0", "99", "-1", "1.5", "65537", "99999999999999999999", "abc", "%00", "1%20", "%F0%9F%8E%AB"] {
        for verb in ["open", "next"] {
            let before = Before::look(&office).await?;
            let answer = desk.caller().post(&format!("/api/v1/counters/{counter}/{verb}")).await?;
            before.refused(&office, &answer, 404, "unknown-counter").await?;
        }
    }
    let before = Before::look(&office).await?;
    let answer = desk.ask("next").await?;
    before.refused(&office, &answer, 409, "counter-closed").await?;
    for body in [json!({"minutes": 0}), json!({"minutes": 100_000}), json!({"minutes": -5}), json!({"minutes": "ten"})]
    {
        desk.open().await?;
        let before = Before::look(&office).await?;
        let answer = desk.caller().post_json("/api/v1/counters/1/pause", &body).await?;
        before.refused(&office, &answer, 400, "invalid-body").await?;
    }
    for (body, status, code) in [
        (json!({"citizen": 5}), 400, "invalid-body"),
        (json!({"ticket": "A005"}), 400, "invalid-body"),
        (json!({"ticket": -5}), 400, "invalid-body"),
        (json!({"ticket": 5}), 404, "unknown-ticket"),
    ] {
        let before = Before::look(&office).await?;
        let answer = desk.ask_with("next", &body).await?;
        before.refused(&office, &answer, status, code).await?;
    }
    office.close().await
}

#[tokio::test]
async fn a_stale_or_foreign_token_opens_nothing() -> Result<()> {
    let office = Office::start().await?;
    let other = office.sibling().start().await?;
    let foreign = other.token(Role::Officer, "Nông Thị Hà").await?;
    let stale = office.token(Role::Officer, "Lương Văn Tú").await?;
    ensure!(office.run(&["token", "revoke", "--name", "Lương Văn Tú"]).await?.status.success(), "revoke");
    for token in [&foreign, &stale, "x", &"y".repeat(4000)] {
        for (path, method) in [("/api/v1/counters/1/open", Method::POST), ("/api/v1/tickets", Method::POST)] {
            let before = Before::look(&office).await?;
            let body = Some(("application/json", br#"{"service":"A"}"#.to_vec())).filter(|_| path.ends_with("tickets"));
            let answer = office.bearer(token)?.send(method, path, body, &[]).await?;
            before.refused(&office, &answer, 401, "not-signed-in").await?;
        }
    }
    // A ticket of another office, and secrets that are none.
    let ticket = other.kiosk()?.take_ticket("A").await?.token;
    for secret in [ticket.as_str(), "x", "%00", "..%2f..", &"z".repeat(2000)] {
        for method in [Method::GET, Method::DELETE] {
            let before = Before::look(&office).await?;
            let answer = office.nobody()?.send(method, &format!("/api/v1/tickets/{secret}"), None, &[]).await?;
            before.refused(&office, &answer, 404, "unknown-ticket").await?;
        }
    }
    let before = Before::look(&office).await?;
    let answer = office.nobody()?.get(&format!("/api/v1/tickets/{}", "z".repeat(5000))).await?;
    before.refused(&office, &answer, 414, "address-too-long").await?;
    other.close().await?;
    office.close().await
}

#[tokio::test]
async fn a_part_of_the_queue_that_is_none_is_refused() -> Result<()> {
    let office = Office::start().await?;
    let staff = office.bearer(&office.token(Role::Receptionist, "Entrance").await?)?;
    for (query, status, code) in [
        ("limit=0", 400, "invalid-body"),
        ("limit=1001", 400, "invalid-body"),
        ("limit=-1", 400, "invalid-body"),
        ("limit=ten", 400, "invalid-body"),
        ("limit=99999999999999999999999", 400, "invalid-body"),
        ("limit=1&limit=2", 400, "invalid-body"),
        ("colour=red", 400, "invalid-body"),
        ("counter=", 400, "invalid-body"),
        ("counter=-3", 400, "invalid-body"),
        ("counter=65537", 400, "invalid-body"),
        ("counter=0", 404, "unknown-counter"),
        ("counter=99", 404, "unknown-counter"),
        ("service=", 422, "unknown-service"),
        ("service=Z", 422, "unknown-service"),
        ("service=%00%0d%0a", 422, "unknown-service"),
        ("service=%3Cscript%3E", 422, "unknown-service"),
    ] {
        let before = Before::look(&office).await?;
        let answer = staff.get(&format!("/api/v1/queue?{query}")).await?;
        before.refused(&office, &answer, status, code).await.map_err(|cause| cause.context(query))?;
    }
    office.close().await
}

#[tokio::test]
async fn a_day_that_is_none_has_no_record() -> Result<()> {
    let office = Office::start().await?;
    let inspector = office.bearer(&office.token(Role::Administrator, "Inspector").await?)?;
    for (query, status, code) in [
        ("day=", 400, "invalid-body"),
        ("day=today", 400, "invalid-body"),
        ("day=2026-02-30", 400, "invalid-body"),
        ("day=2026-11-27&day=2026-11-28", 400, "invalid-body"),
        ("day=../../etc/passwd", 400, "invalid-body"),
        ("format=xml", 400, "invalid-body"),
        ("colour=red", 400, "invalid-body"),
        ("day=1999-12-31", 404, "unknown-day"),
        ("day=9999-12-31", 404, "unknown-day"),
        ("day=-009999-01-01&format=csv", 404, "unknown-day"),
    ] {
        let before = Before::look(&office).await?;
        let answer = inspector.get(&format!("/api/v1/order?{query}")).await?;
        before.refused(&office, &answer, status, code).await.map_err(|cause| cause.context(query))?;
    }
    office.close().await
}

#[tokio::test]
async fn an_idempotency_key_that_is_none_is_refused() -> Result<()> {
    let office = Office::start().await?;
    for key in ["", &"k".repeat(65), "khóa"] {
        let before = Before::look(&office).await?;
        let answer = office.here()?.post_keyed("/api/v1/tickets", Some(&json!({"service": "A"})), key).await?;
        before.refused(&office, &answer, 400, "invalid-body").await?;
    }
    office.close().await
}

#[tokio::test]
async fn addresses_and_methods_that_are_none_are_refused() -> Result<()> {
    let office = Office::start().await?;
    for path in [
        "/nothing",
        "/api/v1/nothing",
        "/api/v2/tickets",
        "/web/../Cargo.toml",
        "/web/%2e%2e/secret",
        "/text/xx/common.ftl",
    ] {
        let before = Before::look(&office).await?;
        let answer = office.here()?.get(path).await?;
        before.refused(&office, &answer, 404, "not-found").await?;
    }
    for (method, path) in
        [(Method::DELETE, "/api/v1/services"), (Method::PUT, "/api/v1/tickets"), (Method::POST, "/wall")]
    {
        let before = Before::look(&office).await?;
        let answer = office.here()?.send(method, path, None, &[]).await?;
        before.refused(&office, &answer, 405, "method-not-allowed").await?;
    }
    office.close().await
}

#[tokio::test]
async fn a_problem_speaks_the_readers_language() -> Result<()> {
    let office = Office::start().await?;
    let mut details = Vec::new();
    for (asked, answered) in [("vi", "vi"), ("en", "en"), ("en-GB,en;q=0.9", "en"), ("de", "vi"), ("", "vi")] {
        let kiosk = office.here()?.reading(asked)?;
        let answer = kiosk.post_json("/api/v1/tickets", &json!({"service": "Z"})).await?;
        let problem = answer.expect_problem(422, "unknown-service")?;
        assert_eq!(answer.header("content-language"), answered, "asked for {asked:?}");
        details.push((answered, problem.detail, problem.title));
    }
    assert!(details[0].1 != details[1].1 && details[0].2 != details[1].2, "{details:?}");
    assert_eq!((&details[1], &details[0]), (&details[2], &details[3]));
    office.close().await
}

/// Input was rendered as HTML in the queue (ZMSKVR-467).
#[tokio::test]
async fn what_was_sent_comes_back_short_and_harmless() -> Result<()> {
    let office = Office::start().await?;
    let nasty = format!("<script>alert(1)</script>{}", "A".repeat(3000));
    let answer = office.here()?.post_json("/api/v1/tickets", &json!({"service": nasty})).await?;
    answer.expect_problem(422, "unknown-service")?;
    assert!(answer.body.len() < 1500, "{} bytes", answer.body.len());
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    office.close().await
}

/// Requests that no HTTP client sends.
#[tokio::test]
async fn bytes_that_are_no_request_are_refused_or_hung_up_on_and_the_office_goes_on() -> Result<()> {
    let office = Office::start().await?;
    let long_line = format!("GET /{} HTTP/1.1\r\nHost: a\r\n\r\n", "a".repeat(200_000));
    let many_headers = format!("GET / HTTP/1.1\r\nHost: a\r\n{}\r\n", "X: y\r\n".repeat(5000));
    let cases: [&[u8]; 7] = [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"nonsense\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"POST /api/v1/tickets HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST /api/v1/tickets HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        long_line.as_bytes(),
        many_headers.as_bytes(),
    ];
    for bytes in cases {
        let answer = raw::send(&office.base(), bytes).await?;
        ensure!(answer.status == 0 || (400..500).contains(&answer.status), "{}", answer.text);
    }
    assert_eq!(office.kiosk()?.take_ticket("A").await?.number, "A001");
    office.close().await
}

/// An error met by somebody at the kiosk must not keep the next citizen from a ticket (mrf345/FQM #91).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn good_requests_are_answered_while_bad_ones_pour_in() -> Result<()> {
    let office = Office::start().await?;
    let noise = office.here()?;
    let pouring = tokio::spawn(async move { pour(&noise).await });
    let desk = office.desk(1, "Nông Thị Hà").await?;
    for turn in 1..=30 {
        let ticket = office.kiosk()?.take_ticket("A").await?;
        assert_eq!(ticket.number, format!("A{turn:03}"));
        serve(&desk).await?;
    }
    pouring.abort();
    office.close().await
}

async fn pour(noise: &Caller) -> Result<Value> {
    loop {
        for body in [json!({"service": "Z"}), json!({"service": 1}), json!([]), json!({"service": "A", "x": 1})] {
            noise.post_json("/api/v1/tickets", &body).await?;
        }
    }
}

async fn serve(desk: &Desk) -> Result<()> {
    tokio::time::timeout(SOON, async {
        desk.next().await?;
        desk.start().await?;
        desk.finish().await.map(drop)
    })
    .await?
}
