//! The OpenAPI document says what there is.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use moi_tests::Office;
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
