//! Under which names the office answers, and whom it takes somebody for behind proxies.

use anyhow::{Context, Result, ensure};
use moi_tests::{Answer, Caller, Office, Role, raw};
use reqwest::Method;
use serde_json::json;

/// A wrong password for somebody of the office, by way of these headers.
async fn wrong_password(office: &Office, headers: &[(&str, &str)]) -> Result<Answer> {
    let body = json!({"name": "Nông Thị Hà", "password": "not the right one"}).to_string().into_bytes();
    office.here()?.send(Method::POST, "/api/v1/sessions", Some(("application/json", body)), headers).await
}

#[tokio::test]
async fn the_office_answers_to_its_own_names_alone() -> Result<()> {
    let office = Office::builder()
        .public_url("https://mot-cua.example.vn:8443")
        .arguments(&["--host", "queue.example.vn", "--host", "203.0.113.9"])
        .start()
        .await?;
    let named = async |host: &str| office.here()?.send(Method::GET, "/api/v1/office", None, &[("host", host)]).await;
    for own in [
        "127.0.0.1",
        "localhost:8080",
        "[::1]:8080",
        "192.168.1.5:8080",
        "[fd00::5]",
        "mot-cua.example.vn",
        "Queue.Example.VN.:443",
        "203.0.113.9:8080",
    ] {
        named(own).await?.expect_status(200).with_context(|| own.to_owned())?;
    }
    let before = office.metrics().await?;
    let others = ["evil.example", "127.0.0.1.evil.example:8080", "203.0.113.8", "[2001:db8::1]", "0.0.0.0:8080", "a@b"];
    for other in others {
        let answer = named(other).await?;
        let problem = answer.expect_problem(421, "unknown-host").with_context(|| other.to_owned())?;
        assert!(problem.detail.contains("--host"), "{}", problem.detail);
    }
    let counted = office.metrics().await?.turned_away("names") - before.turned_away("names");
    assert!((counted - 6.0).abs() < 0.5, "counted {counted}");
    office.close().await
}

#[tokio::test]
async fn a_request_that_names_no_host_or_two_is_told_apart() -> Result<()> {
    let office = Office::start().await?;
    let get = |target: &str, rest: &str| format!("GET {target} HTTP/1.{rest}\r\nConnection: close\r\n\r\n");
    for (request, status) in [
        // An old program; no browser sends it.
        (get("/api/v1/health", "0"), 200),
        // RFC 9112 §3.2: a request of HTTP/1.1 has one, and no more.
        (get("/api/v1/health", "1"), 400),
        (get("/api/v1/health", "1\r\nHost:"), 421),
        (get("/api/v1/health", "1\r\nHost: 127.0.0.1\r\nHost: evil.example"), 400),
        (get("http://evil.example/api/v1/health", "1\r\nHost: 127.0.0.1"), 421),
        (get("http://127.0.0.1/api/v1/health", "1\r\nHost: 127.0.0.1"), 200),
        (get("/api/v1/health", "1\r\nHost: 127.0.0.1\r\nX-Forwarded-Host: evil.example"), 421),
        (get("/api/v1/health", "0\r\nHost: evil.example"), 421),
    ] {
        let answer = raw::send(&office.base(), request.as_bytes()).await?;
        assert_eq!(answer.status, status, "{request}{}", answer.text);
    }
    office.close().await
}

#[tokio::test]
async fn a_named_proxy_tells_who_asks_and_each_of_them_is_counted_alone() -> Result<()> {
    let office = Office::builder().arguments(&["--trusted-proxy", "127.0.0.0/8,::1"]).start().await?;
    for _ in 0..5 {
        wrong_password(&office, &[("x-forwarded-for", "192.0.2.66")]).await?.expect_problem(401, "wrong-password")?;
    }
    wrong_password(&office, &[("x-forwarded-for", "192.0.2.66")]).await?.expect_problem(429, "too-many-attempts")?;
    for other in [
        ("x-forwarded-for", "192.0.2.66, 192.0.2.7"),
        ("forwarded", "for=\"192.0.2.8:4711\";proto=https"),
        ("x-forwarded-for", "192.0.2.9, 127.0.0.5"),
    ] {
        wrong_password(&office, &[other])
            .await?
            .expect_problem(401, "wrong-password")
            .with_context(|| format!("{other:?}"))?;
    }
    office.close().await
}

#[tokio::test]
async fn forged_headers_from_elsewhere_change_nothing() -> Result<()> {
    let office = Office::builder().arguments(&["--trusted-proxy", "192.0.2.1"]).start().await?;
    for last in 1..=5 {
        let forged = format!("192.0.2.{last}");
        let headers = [("x-forwarded-for", forged.as_str()), ("x-forwarded-proto", "https")];
        let answer = wrong_password(&office, &headers).await?;
        answer.expect_problem(401, "wrong-password")?;
    }
    wrong_password(&office, &[("x-forwarded-for", "192.0.2.200")]).await?.expect_problem(429, "too-many-attempts")?;
    office.close().await
}

/// What a page on the office's own machine may do is nobody's who comes through a proxy there, named or not.
#[tokio::test]
async fn nothing_that_is_passed_on_counts_as_the_offices_own_machine() -> Result<()> {
    let wish = Some(("application/json", br#"{"service":"A"}"#.to_vec()));
    for named in [&[][..], &["--trusted-proxy", "127.0.0.1"]] {
        let office = Office::builder().arguments(named).start().await?;
        for (header, value) in [
            ("forwarded", "for=127.0.0.1"),
            ("x-forwarded-for", "127.0.0.1"),
            ("x-forwarded-port", "80"),
            ("x-real-ip", "127.0.0.1"),
            ("via", "1.1 proxy"),
        ] {
            let caller = office.here()?;
            let answer = caller.send(Method::POST, "/api/v1/tickets", wish.clone(), &[(header, value)]).await?;
            answer.expect_problem(401, "not-signed-in").with_context(|| format!("{named:?} {header}"))?;
        }
        let bare = office.here()?.send(Method::POST, "/api/v1/tickets", wish.clone(), &[]).await?;
        let expected = if named.is_empty() { 201 } else { 401 };
        assert_eq!(bare.status, expected, "a proxy that was named speaks for others, whatever it sends");
        office.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_session_over_https_has_a_cookie_that_no_plain_page_can_plant_or_read() -> Result<()> {
    let office = Office::builder().arguments(&["--trusted-proxy", "127.0.0.1"]).start().await?;
    let token = office.token(Role::Receptionist, "reception").await?;
    let sign_in = async |proto: &str| -> Result<String> {
        let body = Some(("application/json", json!({"token": token}).to_string().into_bytes()));
        let (caller, headers) = (office.nobody()?, [("x-forwarded-proto", proto)]);
        let answer = caller.send(Method::POST, "/api/v1/sessions", body, &headers).await?;
        Ok(answer.expect_status(201)?.header("set-cookie").to_owned())
    };
    let secure = sign_in("https").await?;
    assert!(secure.starts_with("__Host-moi_session=") && secure.contains("; Secure"), "{secure}");
    assert!(secure.contains("Path=/") && !secure.to_lowercase().contains("domain="), "{secure}");
    let plain = sign_in("http").await?;
    assert!(plain.starts_with("moi_session=") && !plain.contains("Secure"), "{plain}");
    let whose = async |cookie: &str, proto: &str| -> Result<u16> {
        let cookie = cookie.split(';').next().context("name=value")?;
        let headers = [("cookie", cookie), ("x-forwarded-proto", proto)];
        Ok(office.nobody()?.send(Method::GET, "/api/v1/sessions/current", None, &headers).await?.status)
    };
    assert_eq!((whose(&secure, "https").await?, whose(&plain, "http").await?), (200, 200));
    assert_eq!((whose(&secure, "http").await?, whose(&plain, "https").await?), (401, 401));
    office.close().await
}

#[tokio::test]
async fn a_page_at_the_public_address_is_the_offices_own_whatever_name_the_proxy_asks_for() -> Result<()> {
    let office = Office::builder().public_url("https://mot-cua.example.vn").start().await?;
    let token = office.token(Role::Kiosk, "entrance").await?;
    let caller: Caller = office.bearer(&token)?;
    let ask = async |origin: &str| {
        let wish = Some(("application/json", br#"{"service":"A"}"#.to_vec()));
        caller.send(Method::POST, "/api/v1/tickets", wish, &[("origin", origin)]).await
    };
    ask("https://mot-cua.example.vn").await?.expect_status(201)?;
    for other in ["https://mot-cua.example.vn:8443", "https://evil.example", "null"] {
        ask(other).await?.expect_problem(403, "foreign-origin").with_context(|| other.to_owned())?;
    }
    office.close().await
}

#[tokio::test]
async fn mistakes_in_the_networks_settings_are_told_all_at_once() -> Result<()> {
    let office = Office::builder().prepare()?;
    let wrong = ["--host", "a b", "--trusted-proxy", "0.0.0.0/0", "--tls", "on", "--redirect-from", "80", "check"];
    let ended = office.run(&wrong).await?;
    assert_eq!(ended.status.code(), Some(2), "{}", ended.stderr);
    for (place, found) in
        [("--host", "a b"), ("--trusted-proxy", "0.0.0.0/0"), ("--tls", "on"), ("--redirect-from", "80")]
    {
        let line = format!("{place}: found \"{found}\", allowed: ");
        ensure!(ended.stderr.contains(&line), "{line} is not in {}", ended.stderr);
    }
    let alone = office.run(&["--redirect-from", "0.0.0.0:80", "check"]).await?;
    ensure!(alone.stderr.contains("only with --tls"), "{}", alone.stderr);
    office.close().await
}
