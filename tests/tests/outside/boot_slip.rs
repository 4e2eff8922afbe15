//! After a power cut a slip for the staff says where the day goes on.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use moi_tests::printer::Picture;
use moi_tests::{Condition, Office, Printer, Slip, places};

use crate::SHIPPED;
use crate::printing::print_state;

/// Rows of the picture in which time and date stand, on 80 mm paper: each start has its own.
const TIME_ROWS: std::ops::Range<usize> = 125..175;

/// Tickets' slips have a code, the boot slip has none.
fn is_boot_slip(slip: &Slip) -> bool {
    slip.codes().is_empty()
}

/// The golden picture was looked at: A004, C003 and M002 are next, and five people wait.
fn says_what_the_golden_picture_says(slip: &Picture) -> Result<()> {
    let golden = Picture::load(&places::root().join("printer-driver/tests/goldens/small-boot-80.png"))?;
    ensure!((slip.width(), slip.height()) == (golden.width(), golden.height()), "{} rows", slip.height());
    for y in (0..slip.height()).filter(|y| !TIME_ROWS.contains(y)) {
        ensure!((0..slip.width()).all(|x| slip.is_black(x, y) == golden.is_black(x, y)), "row {y} differs");
    }
    ensure!(TIME_ROWS.clone().any(|y| (0..slip.width()).any(|x| slip.is_black(x, y))), "no time");
    Ok(())
}

/// After a power cut nobody knew which number was the last.
#[tokio::test]
async fn after_a_power_cut_one_boot_slip_says_the_next_numbers_and_the_citizens_slips_go_on() -> Result<()> {
    let printer = Printer::start().await?;
    let mut office = Office::builder().printer(&printer.setting()).start().await?;
    let kiosk = office.kiosk()?;
    let mut last = None;
    for service in ["A", "C", "A", "M", "C", "A"] {
        last = Some(kiosk.take_ticket(service).await?);
    }
    office.desk(1, "Nông Thị Hà").await?.next().await?;
    print_state(&office, &last.context("a ticket")?, &["confirmed"]).await?;
    ensure!(!printer.slips().iter().any(is_boot_slip), "a first start of the day has no boot slip");
    let before = printer.slips().len();

    office.kill().await?;
    office.open().await?;
    let next = office.kiosk()?.take_ticket("A").await?;
    assert_eq!(next.number, "A004");
    print_state(&office, &next, &["confirmed"]).await?;
    let slips = printer.slips();
    let boot_slips: Vec<usize> = (0..slips.len()).filter(|index| is_boot_slip(&slips[*index])).collect();
    assert_eq!(boot_slips, [before], "one, and before all other slips of this start");
    let boot_slip = &slips[before];
    boot_slip.picture.save(&places::output()?.join("boot-slip-80mm.png"))?;
    says_what_the_golden_picture_says(&boot_slip.picture)?;
    assert_eq!(boot_slip.bands, boot_slip.picture.height().div_ceil(128), "bands of 128 rows");
    let newest = slips.last().context("a slip")?;
    assert_eq!(newest.codes().len(), 1);
    assert!(newest.codes()[0].ends_with(&next.token), "the citizen's slip comes after it");
    printer.no_complaints()?;
    office.close().await
}

#[tokio::test]
async fn a_start_without_a_number_of_the_day_and_an_office_that_wants_none_print_no_boot_slip() -> Result<()> {
    let printer = Printer::start().await?;
    let without = SHIPPED.replace("boot_slip = true", "boot_slip = false");
    let mut office = Office::builder().printer(&printer.setting()).config(&without).start().await?;
    office.set_config(SHIPPED)?;
    office.restart().await?;
    let first = office.kiosk()?.take_ticket("A").await?;
    print_state(&office, &first, &["confirmed"]).await?;
    office.set_config(&without)?;
    office.restart().await?;
    let second = office.kiosk()?.take_ticket("A").await?;
    print_state(&office, &second, &["confirmed"]).await?;
    ensure!(!printer.slips().iter().any(is_boot_slip), "{} slips", printer.slips().len());
    office.close().await
}

#[tokio::test]
async fn a_boot_slip_in_a_stuck_printer_holds_nobody_up() -> Result<()> {
    let printer = Printer::start().await?;
    let mut office = Office::builder().printer(&printer.setting()).start().await?;
    let first = office.kiosk()?.take_ticket("A").await?;
    print_state(&office, &first, &["confirmed"]).await?;
    printer.set(Condition::Stuck);
    office.restart().await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    for _ in 0..5 {
        let begun = Instant::now();
        office.kiosk()?.take_ticket("A").await?;
        desk.next().await?;
        assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    }
    office.close().await
}
