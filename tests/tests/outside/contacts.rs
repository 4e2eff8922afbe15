//! A phone number that a citizen leaves: readable for one officer, for a while, and for nobody else anywhere.

use std::fs;
use std::io::Read as _;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use moi_tests::live::Topic;
use moi_tests::{Answer, Desk, Office, OfficeBuilder, Role, Taken};
use reqwest::Method;
use serde_json::{Value, json};

use crate::{SHIPPED, SOON};

/// As the citizen types it, and as it is kept.
const TYPED: &str = "0973 518 264";
const KEPT: &str = "+84973518264";

async fn leave(office: &Office, ticket: &Taken, phone: &str) -> Result<Answer> {
    let path = format!("/api/v1/tickets/{}/contact", ticket.token);
    office.nobody()?.put_json(&path, &json!({"phone": phone})).await
}

async fn is_left(office: &Office, ticket: &Taken) -> Result<bool> {
    let view = office.nobody()?.get(&format!("/api/v1/tickets/{}", ticket.token)).await?.expect_status(200)?.value()?;
    view["contact"].as_bool().context("a ticket says whether there is a contact")
}

/// Number and phone number that the officer sees; none for an empty answer.
async fn shown(desk: &Desk) -> Result<Option<(String, String)>> {
    let answer = desk.caller().get(&format!("/api/v1/counters/{}/contact", desk.counter())).await?;
    if answer.status == 204 {
        return Ok(None);
    }
    let contact = answer.expect_status(200)?.value()?;
    let text = |name: &str| contact[name].as_str().map(str::to_owned).context("a text");
    Ok(Some((text("number")?, text("phone")?)))
}

/// Every file below a folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.is_file() {
            found.push(path);
        }
    }
    Ok(found)
}

/// The forms in which the number could stand somewhere: its digits, as typed, in other letters' guise.
fn forms() -> Vec<Vec<u8>> {
    let digits = "973518264";
    let reversed: String = digits.chars().rev().collect();
    let wide: Vec<u8> = digits.bytes().flat_map(|byte| [byte, 0]).collect();
    let hex = digits.bytes().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    let listed = digits.bytes().map(|byte| byte.to_string()).collect::<Vec<_>>().join(",");
    let texts = [digits.to_owned(), "973 518 264".into(), "973.518.264".into(), reversed, hex, listed];
    texts.into_iter().map(String::into_bytes).chain([wide, 973_518_264_u64.to_be_bytes()[4..].to_vec()]).collect()
}

/// Fails when the phone number stands in these bytes.
fn is_clean(what: &str, bytes: &[u8]) -> Result<()> {
    for form in forms() {
        let found = bytes.windows(form.len()).position(|window| window == form);
        ensure!(
            found.is_none(),
            "{what} has the phone number at byte {found:?}, as {}",
            String::from_utf8_lossy(&form)
        );
    }
    Ok(())
}

fn decompressed(path: &Path) -> Result<Vec<u8>> {
    let mut plain = Vec::new();
    brotli::Decompressor::new(fs::File::open(path)?, 4096).read_to_end(&mut plain)?;
    Ok(plain)
}

/// DESIGN, rule 11: grep the data folder for a phone number.
#[tokio::test]
async fn a_phone_number_stands_nowhere_in_the_data_the_copies_the_views_or_the_log() -> Result<()> {
    let mut office = Office::builder().talkative().printer("preview").start().await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    let kept = leave(&office, &ticket, TYPED).await?.expect_status(200)?.value()?;
    assert_eq!(kept, json!({"phone": KEPT}));
    let desk = office.desk(1, "Nông Thị Hà").await?;
    desk.open().await?;
    desk.next().await?.context("somebody waits")?;
    assert_eq!(shown(&desk).await?, Some(("A001".into(), KEPT.into())));
    let token = desk.token().to_owned();
    for topic in ["wall", "kiosk", "counters/1", "desks/1", &format!("tickets/{}", ticket.token)] {
        let address = office.live(&format!("/live/{topic}"))?.with_token(&token);
        is_clean(topic, Topic::at(address).next(SOON).await?.to_string().as_bytes())?;
    }
    for path in ["health", "metrics", "counters", "office", &format!("tickets/{}", ticket.token)] {
        is_clean(path, desk.caller().get(&format!("/api/v1/{path}")).await?.text().as_bytes())?;
    }
    let (file, lines) = (office.folder().join("copy.moi-backup"), office.folder().join("journal.jsonl"));
    for (verb, path) in [(vec!["backup"], &file), (vec!["journal", "export"], &lines)] {
        let made = office.run(&[verb, vec![path.to_str().context("a path")?]].concat()).await?;
        ensure!(made.status.success(), "{}", made.stderr);
    }
    let plain = decompressed(&file)?;
    is_clean("the backup's lines", &plain)?;
    ensure!(String::from_utf8(plain)?.contains("\"contacts\""), "the sealed contact is in the backup");
    desk.start().await?;
    everything_is_clean(&office)?;
    desk.finish().await?;
    everything_is_clean(&office)?;
    office.signal("TERM").await?;
    everything_is_clean(&office)?;
    office.close().await
}

fn everything_is_clean(office: &Office) -> Result<()> {
    let files = files(office.folder())?;
    for name in ["office.log", "copy.moi-backup", "journal.jsonl", "db", "contacts-"] {
        let is_there = |path: &PathBuf| path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(name));
        ensure!(files.iter().any(is_there), "{name} is among {files:?}");
    }
    files.iter().try_for_each(|path| is_clean(&path.display().to_string(), &fs::read(path)?))
}

#[tokio::test]
async fn a_contact_survives_a_kill_and_is_erased_with_the_visit() -> Result<()> {
    let text = SHIPPED.replacen("undo_seconds = 10", "undo_seconds = 2", 1);
    let mut office = Office::builder().config(&text).start().await?;
    let (first, second) = (office.kiosk()?.take_ticket("A").await?, office.kiosk()?.take_ticket("A").await?);
    for ticket in [&first, &second] {
        leave(&office, ticket, TYPED).await?.expect_status(200)?;
    }
    office.restart().await?;
    assert!(is_left(&office, &first).await?);
    let desk = office.desk(1, "Nông Thị Hà").await?;
    desk.open().await?;
    desk.next().await?;
    assert_eq!(shown(&desk).await?.map(|(number, _)| number).as_deref(), Some("A001"));
    desk.start().await?;
    assert!(shown(&desk).await?.is_some(), "somebody else may have come by mistake");
    desk.finish().await?;
    assert_eq!(shown(&desk).await?, None);
    tokio::time::sleep(Duration::from_millis(600)).await;
    desk.ask("undo").await?.expect_status(200)?;
    assert!(shown(&desk).await?.is_some(), "the visit's end was a wrong key");
    desk.finish().await?;
    assert_eq!(shown(&desk).await?, None);
    wait_until(async || Ok(!is_left(&office, &first).await?)).await.context("with the visit")?;
    office.nobody()?.delete(&format!("/api/v1/tickets/{}", second.token)).await?.expect_status(200)?;
    wait_until(async || Ok(!is_left(&office, &second).await?)).await.context("with the ticket")?;
    assert_eq!(sealed_contacts(&office).await?, 0);
    office.close().await
}

/// Contacts in a backup of now.
async fn sealed_contacts(office: &Office) -> Result<usize> {
    let file = office.folder().join("contacts.moi-backup");
    let _ = fs::remove_file(&file);
    let made = office.run(&["backup", file.to_str().context("a path")?]).await?;
    ensure!(made.status.success(), "{}", made.stderr);
    Ok(String::from_utf8(decompressed(&file)?)?.lines().filter(|line| line.contains("\"room\":\"contacts\"")).count())
}

async fn wait_until(mut is_so: impl AsyncFnMut() -> Result<bool>) -> Result<()> {
    let begun = Instant::now();
    while !is_so().await? {
        ensure!(begun.elapsed() < SOON, "it did not come");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

#[tokio::test]
async fn only_the_officer_of_the_tickets_counter_sees_it_also_after_a_no_show() -> Result<()> {
    let office = Office::start().await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    leave(&office, &ticket, TYPED).await?.expect_status(200)?;
    let (own, other) = (office.desk(1, "Nông Thị Hà").await?, office.desk(2, "Lương Văn Tú").await?);
    own.open().await?;
    other.open().await?;
    assert_eq!(shown(&own).await?, None, "nobody is called");
    own.next().await?.context("somebody waits")?;
    for missed in [false, true] {
        if missed {
            own.no_show().await?;
        }
        assert_eq!(shown(&own).await?, Some(("A001".into(), KEPT.into())), "missed: {missed}");
        let view = Topic::at(office.live("/live/desks/1")?.with_token(own.token())).next(SOON).await?.clone();
        assert_eq!(view["contact"], "A001", "the desk says whose, and not which");
        assert_eq!(shown(&other).await?, None);
        let theirs = other.caller().get("/api/v1/counters/1/contact").await?;
        theirs.expect_problem(409, "counter-not-yours")?;
    }
    let administrator = office.bearer(&office.token(Role::Administrator, "somebody").await?)?;
    administrator.get("/api/v1/counters/1/contact").await?.expect_problem(403, "not-allowed")?;
    own.close().await?;
    own.caller().get("/api/v1/counters/1/contact").await?.expect_problem(409, "counter-closed")?;
    assert!(office.log().contains("looks at a phone number"), "who looked stands in the log: {}", office.log());
    office.close().await
}

#[tokio::test]
async fn a_contact_may_be_left_while_somebody_may_have_to_be_rung_and_taken_back_at_any_time() -> Result<()> {
    let office = Office::start().await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    let path = format!("/api/v1/tickets/{}/contact", ticket.token);
    for phone in ["0973 518 264", "+84 973.518.264", "0084973518264"] {
        let kept = leave(&office, &ticket, phone).await?.expect_status(200)?.value()?;
        assert_eq!(kept["phone"], KEPT, "{phone}");
    }
    assert_eq!(sealed_contacts(&office).await?, 1, "one contact a ticket, however often it is sent");
    for phone in ["", "113", "call me", "0973 518 26", "+84 412 345 678"] {
        let problem = leave(&office, &ticket, phone).await?;
        assert!(phone.is_empty() || !problem.text().contains(phone), "it is not repeated");
        problem.expect_problem(422, "invalid-phone")?;
    }
    let caller = office.nobody()?;
    for body in [json!({}), json!({"phone": 973_518_264}), json!({"phone": TYPED, "name": "Nông Thị Hà"})] {
        caller.put_json(&path, &body).await?.expect_problem(400, "invalid-body")?;
    }
    let long = json!({"phone": "0".repeat(20_000)});
    caller.put_json(&path, &long).await?.expect_problem(413, "body-too-large")?;
    let form = Some(("application/x-www-form-urlencoded", b"phone=0973518264".to_vec()));
    caller.send(Method::PUT, &path, form, &[]).await?.expect_problem(415, "unsupported-media-type")?;
    let nobodys = "/api/v1/tickets/0123456789abcdef/contact";
    caller.put_json(nobodys, &json!({"phone": TYPED})).await?.expect_problem(404, "unknown-ticket")?;
    caller.delete(nobodys).await?.expect_problem(404, "unknown-ticket")?;
    assert!(is_left(&office, &ticket).await?, "the earlier one stands");

    let desk = office.desk(1, "Nông Thị Hà").await?;
    desk.next().await?;
    leave(&office, &ticket, TYPED).await?.expect_status(200)?;
    desk.start().await?;
    let problem = leave(&office, &ticket, TYPED).await?.expect_problem(409, "contact-not-needed")?;
    assert!(problem.detail.contains("A001"), "{}", problem.detail);
    for _ in 0..2 {
        caller.delete(&path).await?.expect_status(204)?;
        assert!(!is_left(&office, &ticket).await?);
    }
    assert_eq!(shown(&desk).await?, None);
    office.close().await
}

fn set_up(zone: &str, keep_days: u16) -> String {
    let zone = format!("time_zone = \"{zone}\"");
    let keep = format!("keep_contacts_days = {keep_days}");
    SHIPPED.replacen("time_zone = \"Asia/Ho_Chi_Minh\"", &zone, 1).replacen("keep_contacts_days = 30", &keep, 1)
}

/// Two time zones that are 25 hours apart: an office that starts in the other one has crossed a midnight.
#[tokio::test]
async fn contacts_and_their_key_are_erased_when_their_days_are_over() -> Result<()> {
    for (keep_days, stay) in [(0, false), (30, true)] {
        let mut office = OfficeBuilder::default().config(&set_up("Pacific/Midway", keep_days)).start().await?;
        let ticket = office.kiosk()?.take_ticket("A").await?;
        leave(&office, &ticket, TYPED).await?.expect_status(200)?;
        let keys = key_files(&office.data().join("keys"))?;
        assert_eq!(keys.len(), 1);
        assert_eq!(fs::metadata(&keys[0])?.permissions().mode() & 0o777, 0o600);
        office.restart().await?;
        assert!(is_left(&office, &ticket).await? && keys[0].exists(), "within the day");
        office.set_config(&set_up("Pacific/Kiritimati", keep_days))?;
        office.restart().await?;
        if stay {
            // The schedule has been looked at when a new day's contact can be left and read.
            let today = office.kiosk()?.take_ticket("A").await?;
            leave(&office, &today, TYPED).await?.expect_status(200)?;
            assert_eq!((key_files(&office.data().join("keys"))?.len(), sealed_contacts(&office).await?), (2, 2));
        } else {
            wait_until(async || Ok(!keys[0].exists() && sealed_contacts(&office).await? == 0)).await?;
        }
        office.close().await?;
    }
    Ok(())
}

fn key_files(folder: &Path) -> Result<Vec<PathBuf>> {
    Ok(files(folder)?.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "key")).collect())
}

#[tokio::test]
async fn without_its_key_the_office_runs_on_and_says_what_is_missing() -> Result<()> {
    let mut office = Office::start().await?;
    let ticket = office.kiosk()?.take_ticket("A").await?;
    leave(&office, &ticket, TYPED).await?.expect_status(200)?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    desk.next().await?;
    fs::remove_dir_all(office.data().join("keys"))?;
    assert_eq!(shown(&desk).await?, None);
    assert!(!is_left(&office, &ticket).await?);
    let health = office.nobody()?.get("/api/v1/health").await?.expect_status(200)?.value()?;
    assert_eq!((&health["ready"], codes(&health)), (&json!(true), vec!["contacts-failed".to_owned()]));
    office.restart().await?;
    assert_eq!((shown(&desk).await?, is_left(&office, &ticket).await?), (None, false));
    leave(&office, &ticket, TYPED).await?.expect_status(200)?;
    assert_eq!(shown(&desk).await?, Some(("A001".into(), KEPT.into())), "under a new key");
    let health = office.nobody()?.get("/api/v1/health").await?.value()?;
    assert_eq!(codes(&health), Vec::<String>::new());
    office.close().await
}

fn codes(health: &Value) -> Vec<String> {
    let wrong = health["wrong"].as_array().into_iter().flatten();
    wrong.filter_map(|wrong| wrong["code"].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn a_backup_brings_contacts_back_only_where_the_keys_are() -> Result<()> {
    let other_disk = tempfile::tempdir()?;
    let old = Office::builder().keys(other_disk.path()).start().await?;
    let ticket = old.kiosk()?.take_ticket("A").await?;
    leave(&old, &ticket, TYPED).await?.expect_status(200)?;
    assert_eq!(key_files(other_disk.path())?.len(), 1);
    assert!(!old.data().join("keys").exists(), "they lie on another disk");
    let file = old.folder().join("copy.moi-backup");
    let made = old.run(&["backup", file.to_str().context("a path")?]).await?;
    ensure!(made.status.success(), "{}", made.stderr);
    for with_keys in [false, true] {
        let builder = if with_keys { old.sibling().keys(other_disk.path()) } else { old.sibling() };
        let mut new = builder.prepare()?;
        let restored = new.run(&["restore", file.to_str().context("a path")?]).await?;
        ensure!(restored.status.success(), "{}", restored.stderr);
        new.open().await?;
        assert_eq!(is_left(&new, &ticket).await?, with_keys);
        let desk = new.desk(1, "Nông Thị Hà").await?;
        desk.next().await?.context("the ticket is there")?;
        let expected = with_keys.then(|| ("A001".to_owned(), KEPT.to_owned()));
        assert_eq!(shown(&desk).await?, expected, "with keys: {with_keys}");
        new.close().await?;
    }
    old.close().await
}
