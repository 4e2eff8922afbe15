//! The OpenAPI document says what there is.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use moi_tests::{Office, Role};
use reqwest::Method;
use serde_json::{Value, json};

use crate::roles;

async fn document(office: &Office) -> Result<Value> {
    office.nobody()?.get("/api/v1/openapi.json").await?.value()
}

/// The operations of the document, as `POST /api/v1/tickets`.
fn operations(document: &Value) -> Vec<(String, &Value)> {
    let paths = document["paths"].as_object().expect("paths");
    paths
        .iter()
        .flat_map(|(path, item)| {
            item.as_object()
                .into_iter()
                .flatten()
                .map(move |(method, operation)| (method.to_uppercase(), path, operation))
        })
        .map(|(method, path, operation)| (format!("{method} {path}"), operation))
        .collect()
}

#[tokio::test]
async fn every_route_of_the_api_has_an_operation_and_every_operation_has_a_route() -> Result<()> {
    let office = Office::start().await?;
    let document = document(&office).await?;
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")), "{}", document["openapi"]);
    let documented: BTreeSet<String> = operations(&document).into_iter().map(|(name, _)| name).collect();
    assert_eq!(documented, roles::api_operations());
    office.close().await
}

#[tokio::test]
async fn every_operation_has_words_and_answers_and_the_document_is_ours() -> Result<()> {
    let office = Office::start().await?;
    let document = document(&office).await?;
    for (name, operation) in operations(&document) {
        assert!(operation["summary"].as_str().is_some_and(|words| words.len() > 5), "{name} has no words");
        assert!(operation["responses"].as_object().is_some_and(|answers| !answers.is_empty()), "{name} has no answers");
        let declared =
            operation["parameters"].as_array().map_or(0, |all| all.iter().filter(|one| one["in"] == "path").count());
        assert_eq!(declared, name.matches('{').count(), "{name} declares {declared} parts of its address");
    }
    let info = &document["info"];
    assert_eq!(info["license"]["name"], json!("Apache-2.0"));
    assert!(info["title"].as_str().is_some_and(|title| title.contains("Moi")), "{info}");
    office.close().await
}

/// What anybody may be answered is said of every operation; whoever must sign in is told so.
#[tokio::test]
async fn every_operation_says_who_may_and_what_else_it_answers() -> Result<()> {
    let office = Office::start().await?;
    let document = document(&office).await?;
    let who_may = roles::of_api_operations();
    for (name, operation) in operations(&document) {
        let security = operation.get("security").unwrap_or(&document["security"]);
        let may = who_may.get(&name).with_context(|| name.clone())?;
        let is_open = security == &json!([{}]);
        assert_eq!(is_open, may.starts_with('o'), "{name} says of who may: {security}");
        let is_for_sessions = security == &json!([{"session": []}]);
        assert_eq!(is_for_sessions, may == &"1133333333331", "{name} says of who may: {security}");
        let answers = operation["responses"].as_object().context("answers")?;
        let mut expected = vec!["400", "414", "421", "429", "431", "500", "503"];
        expected.extend(if is_open { &[][..] } else { &["401", "403"] });
        expected.extend(if operation["requestBody"].is_object() { &["413", "415"][..] } else { &[] });
        expected.extend(name.contains('{').then_some("404"));
        expected.extend(operation["parameters"].to_string().contains("Idempotency-Key").then_some("422"));
        for status in expected {
            assert!(answers.contains_key(status), "{name} says nothing of {status}");
        }
        for (status, answer) in answers.iter().filter(|(status, _)| status.as_str() >= "400") {
            let answer = answer["$ref"].as_str().map_or(Some(answer), |path| document.pointer(&path[1..]));
            let is_problem = answer.is_some_and(|answer| answer["content"]["application/problem+json"].is_object());
            assert!(is_problem || name == "GET /api/v1/health", "{name} says {status} without a problem's form");
        }
    }
    office.close().await
}

/// Where it does not, a repetition would be carried out twice.
#[tokio::test]
async fn whatever_promises_to_know_a_repetition_reads_its_key() -> Result<()> {
    let office = Office::start().await?;
    let document = document(&office).await?;
    let mut callers = vec![office.here()?, office.signed_in("Đặng Quốc Bảo").await?];
    for (role, name) in [(Role::Administrator, "the administrator"), (Role::Officer, "Nông Thị Hà")] {
        callers.push(office.bearer(&office.token(role, name).await?)?);
    }
    let ticket = office.kiosk()?.take_ticket("A").await?;
    for (name, operation) in operations(&document) {
        let (method, path) = name.split_once(' ').context("a method and an address")?;
        let promises = operation["parameters"].as_array().is_some_and(|all| {
            all.iter().any(|parameter| parameter["name"] == "Idempotency-Key" && parameter["in"] == "header")
        });
        // No command; what would end the session of one of them; what only the holder of a secret comes to.
        if method == "GET" || path.starts_with("/api/v1/sessions") || path.contains("{code}") {
            assert!(!promises || path.contains("{code}"), "{name}");
            continue;
        }
        let path = path.replace("{counter}", "1").replace("{token}", &ticket.token);
        let path = path.replace("{ticket}", &ticket.id.to_string());
        let (path, method) = (path.replace("{name}", "Nobody"), Method::from_bytes(method.as_bytes())?);
        let long = "k".repeat(65);
        let mut reads = false;
        for caller in &callers {
            let body = Some(("application/json", b"{}".to_vec()));
            let answer = caller.send(method.clone(), &path, body, &[("idempotency-key", &long)]).await?;
            reads |= answer.status == 400 && answer.text().contains("`Idempotency-Key` must");
        }
        assert_eq!(reads, promises, "{name}");
    }
    office.close().await
}

/// RFC 9110 §15.5.6.
#[tokio::test]
async fn a_method_that_an_address_does_not_know_is_refused_with_those_that_it_knows() -> Result<()> {
    let office = Office::start().await?;
    for (method, path, known) in [
        (Method::PATCH, "/api/v1/tickets", "POST"),
        (Method::POST, "/api/v1/set-up", "GET, PUT"),
        (Method::PUT, "/api/v1/sessions/current", "GET, POST, DELETE"),
        (Method::GET, "/api/v1/counters/1/next", "POST"),
        (Method::POST, "/wall", "GET"),
    ] {
        let answer = office.here()?.send(method, path, None, &[]).await?;
        answer.expect_problem(405, "method-not-allowed")?;
        assert_eq!(answer.header("allow"), known, "{path}");
    }
    office.close().await
}

#[tokio::test]
async fn references_in_the_document_lead_somewhere() -> Result<()> {
    let office = Office::start().await?;
    let document = document(&office).await?;
    let mut references = Vec::new();
    collect(&document, &mut references);
    assert!(!references.is_empty());
    for reference in references {
        let pointer = reference.strip_prefix('#').with_context(|| reference.clone())?;
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
    office.close().await
}

fn collect(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            references.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|field| collect(field, references));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, references)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[tokio::test]
async fn the_command_line_prints_the_same_document() -> Result<()> {
    let office = Office::start().await?;
    let printed = office.run(&["openapi"]).await?;
    assert!(printed.status.success(), "{}", printed.stderr);
    assert_eq!(serde_json::from_str::<Value>(&printed.stdout)?, document(&office).await?);
    office.close().await
}

/// The examples of the document are taken as they stand there.
#[tokio::test]
async fn the_answers_have_the_fields_that_the_document_promises() -> Result<()> {
    let office = Office::start().await?;
    let document = document(&office).await?;
    let answer = office.here()?.post_json("/api/v1/tickets", &json!({"service": "A"})).await?.value()?;
    let schema =
        &document["paths"]["/api/v1/tickets"]["post"]["responses"]["201"]["content"]["application/json"]["schema"];
    let schema =
        schema["$ref"].as_str().and_then(|path| document.pointer(path.trim_start_matches('#'))).unwrap_or(schema);
    let promised: BTreeSet<&String> = schema["properties"].as_object().context("properties")?.keys().collect();
    let given: BTreeSet<&String> = answer.as_object().context("an object")?.keys().collect();
    assert_eq!(given, promised);
    office.close().await
}
