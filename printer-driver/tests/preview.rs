//! The preview printer: slips as files.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::fs;
use std::time::Duration;

use moi_printer::{Job, Paper, PrintError, PrinterState, Sent, SlipPainter, Transport};
use support::slips;

const DEADLINE: Duration = Duration::from_secs(5);

fn job(name: &str) -> Job {
    Job::new(name, SlipPainter::new().paint(&slips::vietnamese(Paper::Mm80))).unwrap()
}

#[tokio::test]
async fn a_slip_becomes_a_picture_and_its_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let transport = Transport::Preview { folder: folder.path().join("slips") };
    let job = job("2026-11-24/A012-17");
    assert_eq!(transport.send(&job, DEADLINE).await.unwrap(), Sent::Ready(PrinterState::Ready));
    assert_eq!(transport.status(DEADLINE).await, PrinterState::Ready);

    let day = folder.path().join("slips/2026-11-24");
    assert_eq!(fs::read(day.join("A012-17.escpos")).unwrap(), job.bytes());
    assert_eq!(fs::read(day.join("A012-17.png")).unwrap(), job.raster().to_png());
    assert_eq!(fs::read_dir(&day).unwrap().count(), 2, "nothing half written stays");
}

#[tokio::test]
async fn a_slip_printed_again_takes_the_place_of_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let transport = Transport::Preview { folder: folder.path().to_owned() };
    transport.send(&job("A012-17"), DEADLINE).await.unwrap();
    transport.send(&job("A012-17"), DEADLINE).await.unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[tokio::test]
async fn a_folder_that_can_not_be_made_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let transport = Transport::Preview { folder: file.clone() };
    let failure = transport.send(&job("A012-17"), DEADLINE).await.unwrap_err();
    assert!(matches!(&failure, PrintError::Preview { path, .. } if path.starts_with(&file)), "{failure:?}");
    assert_eq!(failure.state(), PrinterState::Error);
}
