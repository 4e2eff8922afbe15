//! The pages as files: all there, strict, in both languages; and their own tests.

use std::collections::{BTreeSet, VecDeque};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use moi_tests::{Answer, Office, places};

pub const PAGES: [&str; 24] = [
    "/",
    "/kiosk",
    "/reception",
    "/roll",
    "/desk",
    "/desk/3",
    "/wall",
    "/counter/3",
    "/t/x",
    "/a/x",
    "/book",
    "/sign-in",
    "/admin",
    "/admin/order",
    "/admin/preview",
    "/admin/people",
    "/admin/devices",
    "/account",
    "/pair",
    "/set-up",
    "/admin/set-up",
    "/admin/set-up/services",
    "/admin/audit",
    "/api",
];

#[tokio::test]
async fn every_page_comes_with_a_strict_policy_and_no_script_or_style_in_its_text() -> Result<()> {
    let office = Office::start().await?;
    for page in PAGES {
        let answer = office.nobody()?.get(page).await?.expect_status(200)?;
        let policy = answer.header("content-security-policy");
        for part in
            ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]
        {
            ensure!(policy.contains(part), "{page}: {part} is not in {policy}");
        }
        // The reader of the API's document brings its own style elements; scripts it has none of.
        let lenient =
            if page == "/api" { policy.replace("style-src 'self' 'unsafe-inline'", "") } else { policy.to_owned() };
        ensure!(!lenient.contains("unsafe"), "{page}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{page}");
        assert!(
            answer.header("referrer-policy").contains("no-referrer")
                || answer.header("referrer-policy").contains("same-origin")
        );
        let text = answer.text();
        ensure!(text.starts_with("<!doctype html>"), "{page}");
        ensure!(
            !text.contains("<style") && !text.contains(" style=") && !text.contains(" onclick="),
            "{page} has inline parts"
        );
        for script in text.split("<script").skip(1) {
            ensure!(script.split('>').next().is_some_and(|tag| tag.contains("src=")), "{page} has an inline script");
        }
    }
    office.close().await
}

/// Follows every file that a page names, and every file that those name.
#[tokio::test]
async fn whatever_a_page_names_is_there_and_nothing_comes_from_outside() -> Result<()> {
    let office = Office::start().await?;
    let mut seen = BTreeSet::new();
    let mut next: VecDeque<String> = PAGES.iter().map(|page| (*page).to_owned()).collect();
    while let Some(path) = next.pop_front() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let answer = office.nobody()?.get(&path).await?;
        ensure!(answer.status == 200, "{path}: {}", answer.status);
        ensure!(answer.header("content-type").starts_with(kind_of(&path)), "{path}: {}", answer.header("content-type"));
        for name in names_in(&answer, &path) {
            ensure!(!name.contains("//"), "{path} names {name}, which is outside");
            next.push_back(resolve(&path, &name));
        }
    }
    ensure!(seen.len() > 40, "only {} files were found: {seen:?}", seen.len());
    office.close().await
}

fn kind_of(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, end)| end) {
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "text/html",
    }
}

/// The files that a page, a style sheet or a module names.
fn names_in(answer: &Answer, path: &str) -> Vec<String> {
    let text = answer.text();
    let between = |begin: &str, end: char| -> Vec<String> {
        text.split(begin).skip(1).filter_map(|rest| rest.split(end).next().map(str::to_owned)).collect()
    };
    match kind_of(path) {
        "text/html" => [
            between(" src=\"", '"'),
            between("<link rel=\"stylesheet\" href=\"", '"'),
            between("<link rel=\"modulepreload\" href=\"", '"'),
        ]
        .concat(),
        "text/css" => [between("url(\"", '"'), between("@import \"", '"')].concat(),
        "text/javascript" if !path.contains("/vendor/rapidoc/") => {
            let names = [
                between("from \"", '"'),
                between("from '", '\''),
                between("\nimport \"", '"'),
                between("import(\"", '"'),
            ]
            .concat();
            names.into_iter().filter(|name| kind_of(name) == "text/javascript").collect()
        }
        _ => Vec::new(),
    }
}

/// An address as named in the file at `base`.
fn resolve(base: &str, name: &str) -> String {
    if name.starts_with('/') {
        return name.to_owned();
    }
    let mut parts: Vec<&str> = base.split('/').collect();
    parts.pop();
    for part in name.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[tokio::test]
async fn a_file_that_has_not_changed_is_not_sent_again() -> Result<()> {
    let office = Office::start().await?;
    let first = office.nobody()?.get("/web/shared/live.js").await?.expect_status(200)?;
    let mark = first.header("etag").to_owned();
    ensure!(mark.starts_with('"'), "a strong ETag: {mark}");
    let headers = [("if-none-match", mark.as_str())];
    let second = office.nobody()?.send(reqwest::Method::GET, "/web/shared/live.js", None, &headers).await?;
    assert_eq!((second.status, second.body.len()), (304, 0));
    office.close().await
}

#[tokio::test]
async fn the_texts_of_both_languages_are_served() -> Result<()> {
    let office = Office::start().await?;
    let folder = places::root().join("config/text/vi");
    let mut areas = 0;
    for entry in std::fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let file = entry?.file_name().into_string().map_err(|name| anyhow::anyhow!("{name:?}"))?;
        for language in ["vi", "en"] {
            let answer = office.nobody()?.get(&format!("/text/{language}/{file}")).await?.expect_status(200)?;
            ensure!(
                answer.header("content-type").contains("utf-8") && answer.text().contains(" = "),
                "{language}/{file}"
            );
        }
        areas += 1;
    }
    ensure!(areas > 5, "{areas} areas");
    office.close().await
}

/// The pages' logic has its own tests, beside it; node is there on the machines that build.
#[test]
fn the_pages_own_tests_pass() -> Result<()> {
    let web = places::root().join("server/web");
    let mut tests = Vec::new();
    collect_tests(&web, &mut tests)?;
    ensure!(tests.len() > 5, "{} files of tests", tests.len());
    let Ok(version) = Command::new("node").arg("--version").output() else {
        // Without node there is nothing to run them with; CI has it.
        ensure!(std::env::var_os("CI").is_none(), "CI must have node");
        return Ok(());
    };
    ensure!(version.status.success(), "node --version");
    let output = Command::new("node").arg("--test").args(&tests).current_dir(&web).output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    Ok(())
}

fn collect_tests(folder: &std::path::Path, tests: &mut Vec<std::path::PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect_tests(&path, tests)?;
        } else if path.to_string_lossy().ends_with(".test.js") {
            tests.push(path);
        }
    }
    Ok(())
}
