//! From the ticket to the paper. The ticket is committed first; a dead printer never stops the queue.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use moi_tests::live::Topic;
use moi_tests::printer::{Decoder, Picture, Told};
use moi_tests::{Condition, Office, Printer, Slip, Taken, places};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::{SHIPPED, SOON};

/// A slip of 60 KB, drawn in a debug build, and one that had to wait for a rest after a failure.
const PRINTED: Duration = Duration::from_secs(20);

/// Waits until the slip of a ticket has come so far.
pub(crate) async fn print_state(office: &Office, taken: &Taken, wanted: &[&str]) -> Result<String> {
    let mut phone = Topic::at(office.live(&format!("/live/tickets/{}", taken.token))?);
    let is_wanted = |view: &Value| view["print"].as_str().is_some_and(|state| wanted.contains(&state));
    phone.until(PRINTED, is_wanted).await.with_context(|| format!("{} was to be {wanted:?}", taken.number))?;
    Ok(phone.last()["print"].as_str().unwrap_or_default().to_owned())
}

async fn printer_state(office: &Office, wanted: &str) -> Result<()> {
    let mut kiosk = Topic::at(office.live("/live/kiosk")?);
    kiosk.until(PRINTED, |view| view["printer"]["state"] == wanted).await.map(drop)
}

#[tokio::test]
async fn a_ticket_becomes_a_slip_whose_code_leads_to_its_page() -> Result<()> {
    let printer = Printer::start().await?;
    let url = "http://10.20.30.40:8080";
    let office = Office::builder().printer(&printer.setting()).public_url(url).start().await?;
    let taken = office.kiosk()?.take_ticket("A").await?;
    assert_eq!(taken.print, "queued");
    let slips = printer.wait_for_slips(1, PRINTED).await?;
    slips[0].picture.save(&places::output()?.join("slip-80mm.png"))?;
    assert_eq!(slips[0].codes(), [format!("{url}/t/{}", taken.token)]);
    assert_eq!(taken.url, format!("{url}/t/{}", taken.token));
    assert_eq!(slips[0].picture.width(), 576);
    assert!((700..1400).contains(&slips[0].picture.height()), "{} rows", slips[0].picture.height());
    assert!((0.04..0.30).contains(&slips[0].picture.blackness()), "{} black", slips[0].picture.blackness());
    assert_eq!(slips[0].bands, slips[0].picture.height().div_ceil(128), "bands of 128 rows");
    assert_eq!(print_state(&office, &taken, &["confirmed"]).await?, "confirmed");
    office.close().await
}

#[tokio::test]
async fn narrow_paper_gets_a_narrow_slip() -> Result<()> {
    let printer = Printer::start().await?;
    let narrow = SHIPPED.replace("paper = \"80mm\"", "paper = \"58mm\"");
    let office = Office::builder().printer(&printer.setting()).config(&narrow).start().await?;
    let taken = office.kiosk()?.take_ticket("X").await?;
    let slips = printer.wait_for_slips(1, PRINTED).await?;
    slips[0].picture.save(&places::output()?.join("slip-58mm.png"))?;
    assert_eq!(slips[0].picture.width(), 384);
    assert_eq!(slips[0].codes().len(), 1);
    assert!(slips[0].codes()[0].ends_with(&taken.token));
    office.close().await
}

/// The test print was fine, the real ticket said "you must have available printer" (mrf345/FQM #100): here is one path
/// for both.
#[tokio::test]
async fn the_preview_keeps_the_picture_and_the_very_bytes_that_a_printer_gets() -> Result<()> {
    let office = Office::builder().printer("preview").start().await?;
    let taken = office.kiosk()?.take_ticket("C").await?;
    print_state(&office, &taken, &["confirmed", "sent"]).await?;
    let day = std::fs::read_dir(office.data().join("slips"))?.next().context("a folder for the day")??;
    let stem = day.path().join(format!("C001-{}", taken.id));
    let picture = Picture::load(&stem.with_extension("png"))?;
    let mut decoder = Decoder::new();
    let told = decoder.take(&std::fs::read(stem.with_extension("escpos"))?)?;
    decoder.finish()?;
    let [Told::Printed(slip)] = told.as_slice() else { anyhow::bail!("{} slips", told.len()) };
    ensure!(slip.picture == picture, "the picture and the bytes differ");
    ensure!(slip.codes().iter().any(|code| code.ends_with(&taken.token)), "{:?}", slip.codes());
    office.close().await
}

/// The printer was absent, yet the number counted as waiting: "numbers that never come" (MADO-queue #21, PR #31).
#[tokio::test]
async fn a_dead_printer_never_stops_the_queue_and_the_ticket_says_that_no_slip_came() -> Result<()> {
    let closed = TcpListener::bind("127.0.0.1:0").await?.local_addr()?;
    let office = Office::builder().printer(&format!("tcp://{closed}")).start().await?;
    let kiosk = office.kiosk()?;
    let begun = Instant::now();
    let taken = kiosk.take_ticket("A").await?;
    assert!(begun.elapsed() < Duration::from_secs(1), "a dead printer held the ticket up for {:?}", begun.elapsed());
    assert!(taken.url.ends_with(&taken.token), "the kiosk can show the code instead");
    assert_eq!(print_state(&office, &taken, &["failed"]).await?, "failed");
    printer_state(&office, "offline").await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    assert_eq!(desk.next().await?.map(|ticket| ticket.id), Some(taken.id), "it is called all the same");
    let mut view = Topic::at(office.live("/live/desks/1")?.with_token(desk.token()));
    view.until(SOON, |view| view["printer"]["state"] == "offline").await?;
    office.close().await
}

/// No open system reads its printer's state.
#[tokio::test]
async fn an_empty_roll_is_told_before_paper_is_wasted_and_a_new_roll_prints_again() -> Result<()> {
    let printer = Printer::start().await?;
    printer.set(Condition::OutOfPaper);
    let office = Office::builder().printer(&printer.setting()).start().await?;
    let taken = office.kiosk()?.take_ticket("A").await?;
    assert_eq!(print_state(&office, &taken, &["failed"]).await?, "failed");
    printer_state(&office, "out-of-paper").await?;
    let health = office.nobody()?.get("/api/v1/health").await?.value()?;
    assert_eq!(health["wrong"][0]["code"], json!("printer-out-of-paper"));

    printer.set(Condition::NearEnd);
    printer_state(&office, "near-end").await?;
    let next = office.kiosk()?.take_ticket("A").await?;
    let slips = printer.wait_for_slips(1, PRINTED).await?;
    assert!(slips[0].codes()[0].ends_with(&next.token), "the slip of the one who stands there now");
    assert_eq!(print_state(&office, &next, &["confirmed"]).await?, "confirmed");
    office.close().await
}

/// No answer means unknown, never "fine": a TCP write is not a print.
#[tokio::test]
async fn a_printer_that_answers_nothing_gets_its_slips_and_they_count_as_sent_not_as_confirmed() -> Result<()> {
    let printer = Printer::start().await?;
    printer.set(Condition::Silent);
    let office = Office::builder().printer(&printer.setting()).start().await?;
    let taken = office.kiosk()?.take_ticket("A").await?;
    printer.wait_for_slips(1, PRINTED).await?;
    assert_eq!(print_state(&office, &taken, &["sent"]).await?, "sent");
    office.close().await
}

/// After a failed write some printer libraries send the bands that went out once more.
#[tokio::test]
async fn a_printer_that_hangs_up_in_the_middle_gets_whole_slips_afterwards() -> Result<()> {
    let printer = Printer::start().await?;
    printer.set(Condition::ClosesAfter { bytes: 20_000 });
    let office = Office::builder().printer(&printer.setting()).start().await?;
    let taken = office.kiosk()?.take_ticket("A").await?;
    assert_eq!(print_state(&office, &taken, &["unconfirmed"]).await?, "unconfirmed");
    printer.set(Condition::Ready);
    printer_state(&office, "ready").await?;
    let next = office.kiosk()?.take_ticket("A").await?;
    let slips = printer.wait_for_slips(1, PRINTED).await?;
    assert_eq!(slips.len(), 1);
    assert!(slips[0].codes()[0].ends_with(&next.token));
    office.close().await
}

#[tokio::test]
async fn a_stuck_printer_delays_neither_tickets_nor_calls_nor_the_stop() -> Result<()> {
    let printer = Printer::start().await?;
    printer.set(Condition::Stuck);
    let office = Office::builder().printer(&printer.setting()).start().await?;
    let kiosk = office.kiosk()?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    for _ in 0..20 {
        let begun = Instant::now();
        kiosk.take_ticket("A").await?;
        desk.next().await?;
        assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    }
    office.close().await
}

/// Wait slips were printed twice (ZMSKVR-1363).
#[tokio::test]
async fn a_slip_comes_out_once_whatever_is_asked_again_and_after_a_restart_too() -> Result<()> {
    let printer = Printer::start().await?;
    let mut office = Office::builder().printer(&printer.setting()).start().await?;
    let taken = office.kiosk()?.take_ticket_once("A", "tap-0001").await?;
    for _ in 0..3 {
        assert_eq!(office.kiosk()?.take_ticket_once("A", "tap-0001").await?.id, taken.id);
    }
    print_state(&office, &taken, &["confirmed"]).await?;
    let (status, _) = office.signal("TERM").await?;
    assert!(status.success());
    office.open().await?;
    let next = office.kiosk()?.take_ticket("A").await?;
    print_state(&office, &next, &["confirmed"]).await?;
    let slips = printer.wait_for_slips(3, PRINTED).await?;
    let tickets = slips.iter().flat_map(Slip::codes).count();
    assert_eq!((slips.len(), tickets), (3, 2), "two tickets, and between them the boot slip");
    office.close().await
}

#[tokio::test]
async fn an_office_without_a_printer_says_so_with_each_ticket() -> Result<()> {
    let office = Office::builder().printer("none").start().await?;
    let taken = office.kiosk()?.take_ticket("A").await?;
    assert_eq!(taken.print, "none");
    assert_eq!(print_state(&office, &taken, &["none"]).await?, "none");
    office.close().await
}
