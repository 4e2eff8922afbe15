//! The set-up and the settings: what is wrong is said all at once, with its place and what is allowed.

use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use moi_tests::Office;
use serde_json::json;

use crate::SHIPPED;

/// Runs `moi check` on a set-up and hands out what it says.
async fn check(text: &str) -> Result<(bool, String)> {
    let office = Office::builder().config(text).prepare()?;
    let ended = office.run(&["check"]).await?;
    let words = format!("{}{}", ended.stdout, ended.stderr);
    office.close().await?;
    Ok((ended.status.success(), words))
}

/// The line of the first place where a text stands, from 1.
fn line_of(text: &str, part: &str) -> usize {
    text[..text.find(part).expect("it stands there")].matches('\n').count() + 1
}

#[tokio::test]
async fn the_shipped_set_up_has_no_mistake() -> Result<()> {
    let (well, words) = check(SHIPPED).await?;
    ensure!(well, "{words}");
    Ok(())
}

/// A broken office.toml beside the program was called right, when the shipped one was meant.
#[tokio::test]
async fn a_set_up_that_is_not_read_is_not_called_right() -> Result<()> {
    let office = Office::builder().bare().prepare()?;
    let unread = "moi check --config office.toml";
    let alone = office.run(&["check"]).await?.stdout;
    ensure!(!alone.contains("office.toml"), "{alone}");
    std::fs::write(office.folder().join("office.toml"), "broken")?;
    let beside = office.run(&["check"]).await?.stdout;
    ensure!(beside.starts_with(&alone) && beside.contains(unread), "{beside}");
    let read = office.run(&["check", "--config", "office.toml"]).await?;
    ensure!(!read.status.success() && read.stderr.contains("office.toml:1:"), "{read:?}");
    office.close().await
}

/// Set-up defeats people: services never listed (`OpenMRS` triage-app #36).
#[tokio::test]
async fn every_mistake_is_told_at_once_with_file_line_key_what_was_found_and_what_is_allowed() -> Result<()> {
    let wrong = SHIPPED
        .replacen("usual_minutes = 12", "usual_minutes = \"ten\"", 1)
        .replacen("paper = \"80mm\"", "paper = \"A4\"", 1)
        .replacen("services = [\"D\", \"X\"]", "services = [\"D\", \"Q\"]", 1)
        .replacen("[slip]\n", "[slip]\ncolour = \"red\"\n", 1);
    let (well, words) = check(&wrong).await?;
    ensure!(!well, "{words}");
    for (part, key) in [
        ("usual_minutes = \"ten\"", "usual_minutes"),
        ("paper = \"A4\"", "paper"),
        ("services = [\"D\", \"Q\"]", "services"),
        ("colour = \"red\"", "colour"),
    ] {
        let place = format!("office.toml:{}:", line_of(&wrong, part));
        let line = words.lines().find(|line| line.contains(&place));
        let line = line.with_context(|| format!("{place} is not in: {words}"))?;
        ensure!(line.contains(key), "{key} is not named in: {line}");
    }
    for found in ["\"ten\"", "\"A4\"", "\"Q\"", "allowed"] {
        ensure!(words.contains(found), "{found} is not in: {words}");
    }
    Ok(())
}

#[tokio::test]
async fn control_characters_are_refused_and_decomposed_letters_are_composed() -> Result<()> {
    let bell = SHIPPED.replacen("name.vi = \"Hộ tịch\"", "name.vi = \"Hộ\\u0007tịch\"", 1);
    let (well, words) = check(&bell).await?;
    ensure!(!well && words.contains(&format!("office.toml:{}:", line_of(&bell, "\\u0007"))), "{words}");
    let code = SHIPPED.replacen("code = \"A\"", "code = \"A\\n\"", 1);
    let (well, words) = check(&code).await?;
    ensure!(!well && words.contains(&format!("office.toml:{}:", line_of(&code, "A\\n"))), "{words}");

    let decomposed = SHIPPED.replacen("name.vi = \"Hộ tịch\"", "name.vi = \"Ho\u{323}\u{302} ti\u{323}ch\"", 1);
    let office = Office::builder().config(&decomposed).start().await?;
    let shown = office.nobody()?.get("/api/v1/office").await?.value()?;
    assert_eq!(shown["services"][0]["name"]["vi"], json!("Hộ tịch"));
    office.close().await
}

#[tokio::test]
async fn a_wrong_set_up_or_setting_keeps_the_office_from_starting_and_says_everything_at_once() -> Result<()> {
    let office = Office::builder().config(&SHIPPED.replacen("paper = \"80mm\"", "paper = \"A4\"", 1)).prepare()?;
    let ended = office.run(&["--listen", "nowhere", "--printer", "usb", "--public-url", "ftp://a"]).await?;
    ensure!(!ended.status.success());
    for part in
        ["--listen", "\"nowhere\"", "--printer", "\"usb\"", "--public-url", "\"ftp://a\"", "office.toml:", "\"A4\""]
    {
        ensure!(ended.stderr.contains(part), "{part} is not in: {}", ended.stderr);
    }
    ensure!(!ended.stderr.contains("panicked"), "{}", ended.stderr);
    office.close().await
}

#[tokio::test]
async fn a_set_up_file_that_is_not_there_is_named() -> Result<()> {
    let office = Office::builder().prepare()?;
    let ended = office.run(&["--config", "nothing-here.toml", "check"]).await?;
    ensure!(!ended.status.success() && ended.stderr.contains("nothing-here.toml"), "{}", ended.stderr);
    office.close().await
}

/// `MOI_DATA` is how every test here gives its folder; the others are tried in one go.
#[tokio::test]
async fn the_environment_does_what_the_arguments_do() -> Result<()> {
    let office = Office::builder().prepare()?;
    let config = office.folder().join("other.toml");
    std::fs::write(&config, SHIPPED.replacen("UBND xã Cai Kinh", "UBND xã Hữu Lũng", 1))?;
    let mut command = tokio::process::Command::new(moi_tests::places::binary()?);
    command
        .env("MOI_DATA", office.data())
        .env("MOI_CONFIG", &config)
        .env("MOI_LISTEN", "127.0.0.1:0")
        .env("MOI_PRINTER", "none")
        .env("MOI_PUBLIC_URL", "http://mot-cua.example")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    let mut child = command.spawn()?;
    let mut lines =
        tokio::io::AsyncBufReadExt::lines(tokio::io::BufReader::new(child.stdout.take().context("stdout")?));
    let base = loop {
        let line = tokio::time::timeout(std::time::Duration::from_mins(1), lines.next_line()).await??;
        if let Some(base) = line.context("it ended")?.strip_prefix("Moi is open: ") {
            break base.to_owned();
        }
    };
    let caller = moi_tests::Caller::own_machine(&base)?;
    assert_eq!(caller.get("/api/v1/office").await?.value()?["name"]["vi"], json!("UBND xã Hữu Lũng"));
    let ticket = moi_tests::Kiosk::new(caller).take_ticket("A").await?;
    assert_eq!((ticket.print.as_str(), ticket.url.starts_with("http://mot-cua.example/t/")), ("none", true));
    child.kill().await?;
    office.close().await
}

/// The cap and what comes after it are data.
#[tokio::test]
async fn after_the_last_number_of_the_day_the_office_does_what_the_set_up_says() -> Result<()> {
    for (after_last, wanted) in [("widen", Some("A100")), ("refuse", None)] {
        let config = SHIPPED
            .replacen("\nlast = 999", "\nlast = 99", 1)
            .replace("\nnumbers = 50", "\nnumbers = 0")
            .replacen("after_last = \"widen\"", &format!("after_last = \"{after_last}\""), 1);
        let office = Office::builder().config(&config).start().await?;
        let kiosk = office.kiosk()?;
        for _ in 0..99 {
            kiosk.take_ticket("A").await?;
        }
        let answer = kiosk.ask(&json!({"service": "A"})).await?;
        match wanted {
            Some(number) => assert_eq!(answer.value()?["number"], json!(number)),
            None => drop(answer.expect_problem(409, "numbers-exhausted")?),
        }
        kiosk.take_ticket("C").await?;
        office.close().await?;
    }
    Ok(())
}
