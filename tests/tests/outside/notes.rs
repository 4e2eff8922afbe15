//! Notes that officers write on tickets for each other.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use moi_tests::live::Topic;
use moi_tests::{Desk, Office};
use serde_json::{Value, json};

use crate::SOON;

/// What no file may hold, nor a part of it.
const SECRET: &str = "chờ bản sao giấy khai sinh của cháu Xuyến";
const WORD: &str = "Xuyến";

async fn shown(desk: &Desk) -> Result<Value> {
    let answer = desk.caller().get(&format!("/api/v1/counters/{}/note", desk.counter())).await?;
    if answer.status == 204 { Ok(Value::Null) } else { answer.expect_status(200)?.value() }
}

#[tokio::test]
async fn whoever_calls_the_ticket_next_reads_the_note() -> Result<()> {
    let mut office = Office::start().await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    office.kiosk()?.take_ticket("A").await?;
    desk.ask_with("note", &json!({"ticket": "A001", "text": SECRET})).await?.expect_problem(409, "no-visit")?;
    desk.next().await?.context("A001 waits")?;
    assert_eq!(shown(&desk).await?, Value::Null);
    desk.ask_with("note", &json!({"ticket": "A001", "text": format!("  {SECRET}\n")})).await?.expect_status(200)?;
    assert_eq!(shown(&desk).await?, json!({"number": "A001", "text": SECRET}));
    let mut own = Topic::at(office.live("/live/desks/1")?.with_token(desk.token()));
    own.until(SOON, |view| view["visit"]["noted"] == true).await?;
    desk.ask_with("transfer", &json!({"service": "H"})).await?.expect_status(200)?;
    office.restart().await?;

    let third = office.desk(5, "Hoàng Văn Tú").await?;
    let mut other = Topic::at(office.live("/live/desks/5")?.with_token(third.token()));
    other.until(SOON, |view| view["queue"][0]["noted"] == true).await?;
    third.next().await?.context("A001 was handed on")?;
    assert_eq!(shown(&third).await?, json!({"number": "A001", "text": SECRET}));
    // After the visit, too: the last thing that is written is often why somebody comes again.
    third.finish().await?;
    third.ask_with("note", &json!({"ticket": "A001", "text": "xong"})).await?.expect_status(200)?;
    assert_eq!(shown(&third).await?["text"], "xong");
    third.ask_with("note", &json!({"ticket": "A001", "text": " "})).await?.expect_status(200)?;
    assert_eq!(shown(&third).await?, Value::Null);
    let other = json!({"ticket": "A002", "text": "về ai khác"});
    third.ask_with("note", &other).await?.expect_problem(409, "note-other-ticket")?;
    let long = third
        .ask_with("note", &json!({"ticket": "A001", "text": "ữ".repeat(281)}))
        .await?
        .expect_problem(422, "note-too-long")?;
    ensure!(long.detail.contains("280"), "{}", long.detail);
    office.close().await
}

/// An answer was lost, and meanwhile the world went on.
#[tokio::test]
async fn a_refused_or_repeated_note_changes_no_text() -> Result<()> {
    let office = Office::start().await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    for _ in 0..2 {
        office.kiosk()?.take_ticket("A").await?;
    }
    desk.next().await?.context("A001 waits")?;
    let write = async |number: &str, text: &str, key: &str| {
        let body = json!({"ticket": number, "text": text});
        desk.caller().post_keyed("/api/v1/counters/1/note", Some(&body), key).await
    };
    write("A001", "một", "first").await?.expect_status(200)?;
    write("A001", "hai", "first").await?.expect_problem(422, "key-reused")?;
    assert_eq!(shown(&desk).await?["text"], "một", "another text under the same key");
    write("A001", "hai", "second").await?.expect_status(200)?;
    write("A001", "một", "first").await?.expect_status(200)?;
    assert_eq!(shown(&desk).await?["text"], "hai", "an old one again");
    write("A001", "", "third").await?.expect_status(200)?;
    write("A001", "hai", "second").await?.expect_status(200)?;
    assert_eq!(shown(&desk).await?, Value::Null, "an old one again, after it was erased");
    desk.next().await?.context("A002 waits")?;
    write("A002", "của A002", "fourth").await?.expect_status(200)?;
    write("A001", "", "third").await?.expect_problem(409, "note-other-ticket")?;
    assert_eq!(shown(&desk).await?, json!({"number": "A002", "text": "của A002"}));
    office.close().await
}

/// A note is personal: DESIGN, rule 11.
#[tokio::test]
async fn a_note_stands_nowhere_in_the_data_the_copies_the_views_or_the_log() -> Result<()> {
    let mut office = Office::builder().talkative().start().await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    desk.next().await?.context("A001 waits")?;
    let body = json!({"ticket": "A001", "text": SECRET});
    desk.caller().post_keyed("/api/v1/counters/1/note", Some(&body), "a key").await?.expect_status(200)?;
    for topic in ["wall", "counters/1", "desks/1", &format!("tickets/{}", ticket.token)] {
        let address = office.live(&format!("/live/{topic}"))?.with_token(desk.token());
        let view = Topic::at(address).next(SOON).await?.to_string();
        ensure!(!view.contains(WORD), "{topic}: {view}");
    }
    let queue = desk.caller().get("/api/v1/queue").await?.text();
    ensure!(!queue.contains(WORD), "{queue}");
    let lines = office.folder().join("journal.jsonl");
    let made = office.run(&["journal", "export", lines.to_str().context("a path")?]).await?;
    ensure!(made.status.success(), "{}", made.stderr);
    let journal = std::fs::read_to_string(&lines)?;
    ensure!(journal.contains("note-written") && journal.contains("Nông Thị Hà"), "who wrote one stands there");
    office.signal("TERM").await?;
    let read = no_file_has(office.folder(), WORD.as_bytes())?;
    ensure!(read > 5, "only {read} files were read");
    office.close().await
}

fn no_file_has(folder: &Path, secret: &[u8]) -> Result<usize> {
    let mut read = 0;
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read += no_file_has(&path, secret)?;
        } else if path.is_file() {
            let bytes = std::fs::read(&path)?;
            let found = bytes.windows(secret.len()).any(|window| window == secret);
            ensure!(!found, "{} has it", path.display());
            read += 1;
        }
    }
    Ok(read)
}
