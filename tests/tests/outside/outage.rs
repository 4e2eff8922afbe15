//! Numbers on paper: reserved ones that are handed out while power or printer are out, and enter the queue in order.

use std::fmt::Write as _;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use jiff::{SignedDuration, Timestamp};
use moi_tests::printer::{Decoder, Picture, Told};
use moi_tests::{Caller, Condition, Desk, Office, Printer, Role, places};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::printing::print_state;
use crate::{SHIPPED, at_midday, index_of};

/// An office whose power went 40 minutes ago, with A001 and C001 waiting.
async fn after_an_outage() -> Result<Office> {
    let config = at_midday(SHIPPED).await?;
    let before = Office::builder().config(&config).start().await?;
    before.kiosk()?.take_ticket("A").await?;
    before.kiosk()?.take_ticket("C").await?;
    let exported = before.run(&["journal", "export"]).await?;
    ensure!(exported.status.success(), "{}", exported.stderr);
    let mut lines = String::new();
    for line in exported.stdout.lines() {
        let mut event: Value = serde_json::from_str(line)?;
        earlier(&mut event["at"])?;
        earlier(&mut event["fact"]["ticket-issued"]["effective"])?;
        if event["fact"]["ticket-issued"]["effective"].is_null() {
            event["fact"].as_object_mut().context("a fact")?.remove("ticket-issued");
        }
        writeln!(lines, "{event}")?;
    }
    let file = before.folder().join("earlier.jsonl");
    std::fs::write(&file, lines)?;
    let mut office = before.sibling().config(&config).prepare()?;
    let imported = office.run(&["journal", "import", file.to_str().context("a path")?]).await?;
    ensure!(imported.status.success(), "{}", imported.stderr);
    office.open().await?;
    before.close().await?;
    Ok(office)
}

fn earlier(at: &mut Value) -> Result<()> {
    if let Some(text) = at.as_str() {
        *at = json!((text.parse::<Timestamp>()? - SignedDuration::from_mins(40)).to_string());
    }
    Ok(())
}

async fn reception(office: &Office) -> Result<Caller> {
    office.bearer(&office.token(Role::Receptionist, "reception").await?)
}

/// A receptionist with the PIN that the office showed when it opened: no command was given since then, which would be
/// an event of its own.
async fn receptionist(office: &Office) -> Result<Caller> {
    let name = "Lý Thị Xuân";
    let pin = office.greeting().iter().find_map(|line| line.trim().strip_prefix(&format!("{name}: PIN ")));
    let caller = office.here()?;
    let credentials = json!({"name": name, "pin": pin.context("a PIN")?});
    caller.post_json("/api/v1/sessions", &credentials).await?.expect_status(201)?;
    Ok(caller)
}

async fn called(desk: &Desk, count: usize) -> Result<String> {
    let mut numbers = Vec::new();
    for _ in 0..count {
        numbers.push(desk.next().await?.context("somebody waits")?.number);
    }
    Ok(numbers.join(" "))
}

/// Nobody has to order anything first, and a sign of life beside the journal counts.
#[tokio::test]
async fn an_outage_is_told_before_the_first_order_from_the_last_sign_of_life() -> Result<()> {
    let mut office = after_an_outage().await?;
    let reception = receptionist(&office).await?;
    let told = async || {
        let state = reception.get("/api/v1/outage").await?.expect_status(200)?.value()?;
        let absence = |key: &str| state["absences"][0][key].as_str().and_then(|at| at.parse::<Timestamp>().ok());
        anyhow::Ok((absence("gone").context("gone")?, absence("back").context("back")?))
    };
    let (gone, back) = told().await?;
    assert!((39..=41).contains(&back.duration_since(gone).as_mins()), "{gone} {back}");
    office.signal("TERM").await?;
    let alive = office.data().join("alive");
    ensure!(!alive.exists(), "the sign before an absence that is not noted must stay");
    let ten_ago = back - SignedDuration::from_mins(10);
    std::fs::write(&alive, format!("{ten_ago:.3}\n"))?;
    office.open().await?;
    let (gone, back) = told().await?;
    assert!((9..=11).contains(&back.duration_since(gone).as_mins()), "{gone} {back}");
    office.kiosk()?.take_ticket("A").await?;
    office.signal("TERM").await?;
    let last: Timestamp = std::fs::read_to_string(&alive)?.trim().parse()?;
    assert!(last > ten_ago, "a closing office writes it once more");
    office.close().await
}

/// `QSystem` has such a roll, and nobody enters its numbers.
#[tokio::test]
async fn the_numbers_of_a_roll_enter_in_order_before_who_came_after_the_outage() -> Result<()> {
    let office = after_an_outage().await?;
    // The machine at the entrance is faster than the reception.
    assert_eq!(office.kiosk()?.take_ticket("A").await?.number, "A002");
    let reception = reception(&office).await?;
    let state = reception.get("/api/v1/outage").await?.expect_status(200)?.value()?;
    let numbers = &state["numbers"][0];
    let told = ["prefix", "first", "last", "used", "entered", "printed"].map(|key| numbers[key].clone());
    assert_eq!(Value::from(told.to_vec()), json!(["A", "A950", "A999", null, null, null]));
    assert_eq!((&numbers["singly"], &numbers["absence"]), (&json!([]), &state["absences"][0]));
    let absence = |key: &str| state["absences"][0][key].as_str().and_then(|at| at.parse::<Timestamp>().ok());
    let away = absence("back").context("back")?.duration_since(absence("gone").context("gone")?);
    assert!((39..=41).contains(&away.as_mins()), "{away}");

    let wish = json!({"service": "A", "last": "A954"});
    let entered = reception.post_json("/api/v1/outage", &wish).await?.expect_status(200)?.value()?;
    assert_eq!((&entered["added"], &entered["first"], &entered["last"]), (&json!(5), &json!("A950"), &json!("A954")));
    let queue = reception.get("/api/v1/queue?service=A").await?.value()?;
    let told: Vec<_> = queue["tickets"].as_array().context("tickets")?.iter().collect();
    assert_eq!(told[1]["reason"], json!({"kind": "outage"}));
    assert_eq!(told[1]["why"], json!("Số dự phòng, phát lúc mất điện"));

    let desk = office.desk(1, "Nông Thị Hà").await?;
    assert_eq!(called(&desk, 8).await?, "A001 C001 A950 A951 A952 A953 A954 A002");
    assert_eq!(office.kiosk()?.take_ticket("A").await?.number, "A003", "the machine's numbers go on");
    let wait = reception.get("/api/v1/counters").await?.value()?;
    ensure!(wait.to_string().contains("A002"), "{wait}");
    office.close().await
}

#[tokio::test]
async fn the_same_last_number_typed_twice_adds_nothing_and_a_wrong_one_is_refused_with_words() -> Result<()> {
    let office = after_an_outage().await?;
    let reception = reception(&office).await?;
    let wish = json!({"service": "C", "last": "c 952"});
    let first = reception.post_keyed("/api/v1/outage", Some(&wish), "enter").await?.expect_status(200)?.value()?;
    assert_eq!(first["added"], json!(3));
    let retried = reception.post_keyed("/api/v1/outage", Some(&wish), "enter").await?.expect_status(200)?.value()?;
    assert_eq!(retried, first, "a retry is answered as the first time");
    let again = reception.post_json("/api/v1/outage", &wish).await?.expect_status(200)?.value()?;
    assert_eq!((&again["added"], &again["first"], &again["last"]), (&json!(0), &Value::Null, &json!("C952")));
    for (last, status, code) in [
        ("C949", 422, "number-not-reserved"),
        ("A952", 422, "number-not-reserved"),
        ("C1000", 422, "number-not-reserved"),
        ("952", 400, "invalid-body"),
        ("", 400, "invalid-body"),
        ("C99999999999", 400, "invalid-body"),
    ] {
        let answer = reception.post_json("/api/v1/outage", &json!({"service": "C", "last": last})).await?;
        answer.expect_problem(status, code).with_context(|| last.to_owned())?;
    }
    let more = json!({"service": "C", "last": "C960"});
    assert_eq!(reception.post_json("/api/v1/outage", &more).await?.value()?["added"], json!(8));
    reception.post_json("/api/v1/outage", &json!({"service": "Z", "last": "Z950"})).await?.expect_status(422)?;
    let backwards = json!({"service": "C", "first": "C970", "last": "C965"});
    reception.post_json("/api/v1/outage", &backwards).await?.expect_problem(400, "invalid-body")?;
    let elsewhere = json!({"service": "C", "last": "C965", "absence": "2020-01-01T09:00:00+07:00"});
    reception.post_json("/api/v1/outage", &elsewhere).await?.expect_problem(400, "invalid-body")?;
    let gone = reception.get("/api/v1/outage").await?.value()?["absences"][0]["gone"].clone();
    let named = json!({"service": "C", "first": "C964", "last": "C965", "absence": gone});
    assert_eq!(reception.post_json("/api/v1/outage", &named).await?.expect_status(200)?.value()?["added"], json!(2));
    let queue = reception.get("/api/v1/queue?service=C").await?.value()?;
    assert_eq!(queue["total"], json!(14));
    office.close().await
}

/// All of them or none: a power cut while they enter leaves no half of a roll.
#[tokio::test]
async fn a_kill_in_the_middle_leaves_all_numbers_of_an_outage_or_none() -> Result<()> {
    let mut office = after_an_outage().await?;
    let token = office.token(Role::Receptionist, "reception").await?;
    for round in 0..4_u64 {
        let last = format!("A{}", 960 + round);
        let caller = office.bearer(&token)?;
        let wish = json!({"service": "A", "last": last});
        let key = format!("round-{round}");
        let asking = {
            let (wish, key) = (wish.clone(), key.clone());
            tokio::spawn(async move { caller.post_keyed("/api/v1/outage", Some(&wish), &key).await })
        };
        sleep(Duration::from_millis(3 * round)).await;
        office.kill().await?;
        let _ = asking.await;
        office.open().await?;
        let caller = office.bearer(&token)?;
        let used = caller.get("/api/v1/outage").await?.value()?["numbers"][0]["used"].clone();
        let before = if round == 0 { Value::Null } else { json!(format!("A{}", 959 + round)) };
        ensure!(used == before || used == json!(last), "{used} after {last}");
        caller.post_keyed("/api/v1/outage", Some(&wish), &key).await?.expect_status(200)?;
        let waiting = caller.get("/api/v1/queue?service=A").await?.value()?["tickets"].clone();
        let waiting: Vec<_> = waiting.as_array().context("tickets")?.iter().map(|it| it["number"].clone()).collect();
        let expected = [String::from("A001")].into_iter().chain((950..=960 + round).map(|it| format!("A{it}")));
        assert_eq!(waiting, expected.map(Value::from).collect::<Vec<_>>());
    }
    office.close().await
}

#[tokio::test]
async fn the_ticket_machine_never_gives_a_number_for_paper() -> Result<()> {
    let small = at_midday(SHIPPED).await?.replace("last = 999", "last = 99").replace("numbers = 50", "numbers = 9");
    let office = Office::builder().config(&small).start().await?;
    let reception = reception(&office).await?;
    let mut given = Vec::new();
    for _ in 0..95 {
        given.push(index_of(&office.kiosk()?.take_ticket("A").await?.number));
    }
    assert_eq!(given, (1..=90).chain(100..=104).collect::<Vec<_>>());
    let paper = json!({"service": "A", "paper_number": "A091"});
    assert_eq!(reception.post_json("/api/v1/tickets", &paper).await?.expect_status(201)?.value()?["number"], "A091");
    office.close().await
}

/// The printer was absent, and numbers were called that nobody had (MADO-queue #21).
#[tokio::test]
async fn with_a_dead_printer_the_reception_types_the_number_that_it_hands_out() -> Result<()> {
    let printer = Printer::start().await?;
    let office = Office::builder().printer(&printer.setting()).start().await?;
    printer.set(Condition::OutOfPaper);
    let reception = reception(&office).await?;
    let paper = |number: &str| json!({"service": "A", "priority": "elderly", "paper_number": number});
    let taken = reception.post_json("/api/v1/tickets", &paper("a950")).await?.expect_status(201)?.value()?;
    assert_eq!((&taken["number"], &taken["print"]), (&json!("A950"), &json!("none")));
    ensure!(taken["ahead"] == json!(0), "{taken}");
    let used = reception.post_json("/api/v1/tickets", &paper("A950")).await?;
    ensure!(used.expect_problem(409, "number-used")?.detail.contains("A950"), "the words name the number");
    let foreign = reception.post_json("/api/v1/tickets", &paper("A012")).await?;
    let detail = foreign.expect_problem(422, "number-not-reserved")?.detail;
    ensure!(detail.contains("A950") && detail.contains("A999"), "the words name the range: {detail}");
    reception.post_json("/api/v1/tickets", &paper("twelve")).await?.expect_problem(400, "invalid-body")?;
    let machine = office.here()?.post_json("/api/v1/tickets", &paper("A951")).await?;
    machine.expect_problem(403, "not-allowed")?;

    // The printer is mended: what stands on paper is not printed behind everybody's back.
    printer.set(Condition::Ready);
    sleep(Duration::from_secs(4)).await;
    let next = office.kiosk()?.take_ticket("A").await?;
    assert_eq!(next.number, "A001");
    print_state(&office, &next, &["confirmed"]).await?;
    assert_eq!(printer.slips().len(), 1);
    office.close().await
}

#[tokio::test]
async fn the_reception_prints_a_slip_once_more_and_gives_a_ticket_back() -> Result<()> {
    let printer = Printer::start().await?;
    let office = Office::builder().printer(&printer.setting()).start().await?;
    let taken = office.kiosk()?.take_ticket("A").await?;
    print_state(&office, &taken, &["confirmed"]).await?;
    let reception = reception(&office).await?;
    let again = reception.post(&format!("/api/v1/tickets/{}/slip", taken.id)).await?.expect_status(202)?.value()?;
    assert_eq!(again, json!({"print": "queued"}));
    let slips = printer.wait_for_slips(2, Duration::from_secs(20)).await?;
    assert_eq!(slips[0].codes(), slips[1].codes());
    ensure!(slips[1].picture.height() > slips[0].picture.height(), "it says that it is a reprint");
    reception.post("/api/v1/tickets/77/slip").await?.expect_problem(404, "unknown-ticket")?;

    let path = format!("/api/v1/tickets/{}", taken.id);
    office.nobody()?.send(reqwest::Method::DELETE, &path, None, &[]).await?.expect_problem(401, "not-signed-in")?;
    let back = reception.send(reqwest::Method::DELETE, &path, None, &[]).await?.expect_status(200)?.value()?;
    assert_eq!(back["status"], "cancelled");
    office.close().await
}

/// The answer was lost, the slip came out, and the next citizen stands there.
#[tokio::test]
async fn a_number_that_a_lost_answer_gave_before_is_told_as_such() -> Result<()> {
    let office = Office::builder().start().await?;
    let reception = reception(&office).await?;
    let wish = json!({"service": "A"});
    let take = async |key: &str| {
        let taken = reception.post_keyed("/api/v1/tickets", Some(&wish), key).await?.expect_status(201)?.value()?;
        anyhow::Ok((taken["number"].clone(), taken["given_before"].clone()))
    };
    assert_eq!(take("first").await?, (json!("A001"), json!(false)));
    assert_eq!(take("first").await?, (json!("A001"), json!(true)));
    assert_eq!(take("second").await?, (json!("A002"), json!(false)));
    office.close().await
}

#[tokio::test]
async fn a_roll_that_is_printed_ahead_comes_out_slip_by_slip_and_as_its_golden_picture() -> Result<()> {
    let printer = Printer::start().await?;
    let office = Office::builder().prepare()?;
    let setting = printer.setting();
    let wish = ["roll", "--service", "A", "--count", "3", "--printer", &setting];
    let ended = office.run(&wish).await?;
    ensure!(ended.status.success(), "{} {}", ended.stdout, ended.stderr);
    let slips = printer.wait_for_slips(3, Duration::from_secs(20)).await?;
    printer.no_complaints()?;
    assert_eq!(slips.len(), 3);
    ensure!(slips.iter().all(|slip| slip.codes().is_empty()), "nothing leads to a phone");
    // A951 of the shipped office, as it was looked at.
    let golden = Picture::load(&places::root().join("printer-driver/tests/goldens/roll-80.png"))?;
    ensure!(slips[1].picture == golden && slips[0].picture != golden && slips[2].picture != golden, "A951 is second");

    printer.set(Condition::OutOfPaper);
    let stopped = office.run(&wish).await?;
    ensure!(!stopped.status.success() && stopped.stderr.contains("A953"), "{}", stopped.stderr);
    ensure!(stopped.stdout.contains("A952"), "which lie in the pile: {}", stopped.stdout);
    let preview = office.run(&["roll", "--service", "C", "--count", "2", "--preview"]).await?;
    ensure!(preview.status.success(), "{}", preview.stderr);
    for number in ["C950", "C951"] {
        let stem = office.data().join("roll").join(number);
        let mut decoder = Decoder::new();
        let told = decoder.take(&std::fs::read(stem.with_extension("escpos"))?)?;
        decoder.finish()?;
        let [Told::Printed(slip)] = told.as_slice() else { anyhow::bail!("{} slips", told.len()) };
        ensure!(slip.picture == Picture::load(&stem.with_extension("png"))?, "the picture and the bytes differ");
    }
    std::fs::set_permissions(office.data(), std::fs::Permissions::from_mode(0o755))?;
    let again = office.run(&["roll", "--from", "A970", "--count", "2", "--preview"]).await?;
    ensure!(again.status.success() && office.data().join("roll").join("A971.png").exists(), "{}", again.stderr);
    let mode = std::fs::metadata(office.data())?.permissions().mode() & 0o777;
    assert_eq!(mode, 0o700, "others can't read the data folder");
    ensure!(!office.run(&["roll", "--service", "Q"]).await?.status.success(), "there is no service Q");
    office.close().await
}
