//! A printer in the network, in good days and bad ones.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::time::{Duration, Instant};

use moi_printer::{Job, Paper, PrintError, PrinterState, Raster, Sent, SlipPainter, Transport};
use support::printer::{self, Answers, COVER_OPEN, FAULT, NEAR_END, NO_PAPER, OFFLINE, PAPER_STOP, READY, SILENT};
use support::slips;

const DEADLINE: Duration = Duration::from_secs(10);

fn job() -> Job {
    Job::new("A012-17", SlipPainter::new().paint(&slips::vietnamese(Paper::Mm80))).unwrap()
}

/// More than all buffers between here and the printer hold.
fn large_job() -> Job {
    Job::new("A012-17", Raster::new(576, 16_000)).unwrap()
}

#[tokio::test]
async fn a_ready_printer_gets_the_job_and_is_asked_before_and_after() {
    let printer = printer::answering(READY, READY);
    let job = job();
    assert_eq!(printer.transport.send(&job, DEADLINE).await.unwrap(), Sent::Ready(PrinterState::Ready));
    let got = printer.got.await.unwrap();
    assert!(got.job == job.bytes(), "{} of {} bytes", got.job.len(), job.bytes().len());
    assert_eq!(got.questions, [4, 1, 4, 1]);
}

#[tokio::test]
async fn a_roll_that_is_nearly_used_up_still_prints() {
    let near = Answers { paper: Some(NEAR_END), ..READY };
    let printer = printer::answering(near, near);
    assert_eq!(printer.transport.send(&job(), DEADLINE).await.unwrap(), Sent::Ready(PrinterState::NearEnd));
}

#[tokio::test]
async fn a_printer_that_says_that_it_can_not_print_gets_no_job() {
    let offline = Answers { printer: Some(OFFLINE), ..READY };
    let cases = [
        (Answers { paper: Some(NO_PAPER), ..READY }, PrinterState::OutOfPaper),
        (Answers { cause: Some(PAPER_STOP), ..offline }, PrinterState::OutOfPaper),
        (Answers { paper: Some(NO_PAPER), ..offline }, PrinterState::OutOfPaper),
        (Answers { cause: Some(COVER_OPEN), ..offline }, PrinterState::CoverOpen),
        (Answers { cause: Some(FAULT), ..offline }, PrinterState::Error),
        (Answers { cause: None, ..offline }, PrinterState::Offline),
        (offline, PrinterState::Offline),
    ];
    for (answers, expected) in cases {
        let printer = printer::answering(answers, answers);
        let failure = printer.transport.send(&job(), DEADLINE).await.unwrap_err();
        assert!(matches!(failure, PrintError::NotReady { state } if state == expected), "{answers:?}: {failure:?}");
        assert_eq!(printer.got.await.unwrap().job, [0; 0], "{answers:?}");
    }
}

#[tokio::test]
async fn paper_that_ends_during_the_job_is_not_called_printed() {
    let printer = printer::answering(READY, Answers { paper: Some(NO_PAPER), ..READY });
    let failure = printer.transport.send(&job(), DEADLINE).await.unwrap_err();
    assert!(matches!(failure, PrintError::Stopped { state: PrinterState::OutOfPaper }), "{failure:?}");
    assert_eq!(failure.state(), PrinterState::OutOfPaper);
}

#[tokio::test]
async fn no_answer_is_unknown_and_never_fine() {
    let nonsense = Answers { printer: Some(0x10), cause: Some(0), paper: Some(0xFF) };
    for answers in [SILENT, nonsense] {
        let printer = printer::answering(answers, answers);
        let job = job();
        assert_eq!(printer.transport.send(&job, DEADLINE).await.unwrap(), Sent::AcceptedUnknown, "{answers:?}");
        assert!(printer.got.await.unwrap().job == job.bytes());
        let printer = printer::answering(answers, answers);
        assert_eq!(printer.transport.status(DEADLINE).await, PrinterState::Unknown, "{answers:?}");
    }
}

#[tokio::test]
async fn a_printer_that_falls_silent_after_the_job_is_unknown() {
    let printer = printer::answering(READY, SILENT);
    assert_eq!(printer.transport.send(&job(), DEADLINE).await.unwrap(), Sent::AcceptedUnknown);
}

#[tokio::test]
async fn a_printer_that_is_not_there_is_offline() {
    let transport = printer::nobody().await;
    let failure = transport.send(&job(), DEADLINE).await.unwrap_err();
    assert!(matches!(failure, PrintError::Unreachable { .. }), "{failure:?}");
    assert_eq!(failure.state(), PrinterState::Offline);
    assert_eq!(transport.status(DEADLINE).await, PrinterState::Offline);
}

#[tokio::test]
async fn a_printer_that_takes_a_byte_now_and_then_meets_the_deadline_of_the_whole_job() {
    let printer = printer::dripping();
    let begun = Instant::now();
    let failure = printer.transport.send(&large_job(), Duration::from_millis(1500)).await.unwrap_err();
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    assert!(matches!(failure, PrintError::Deadline { sent, total } if 0 < sent && sent < total), "{failure:?}");
}

#[tokio::test]
async fn a_printer_that_hangs_up_in_the_middle_is_a_broken_job() {
    for taken in [3, 1000, 20_000] {
        let printer = printer::hanging_up_after(taken);
        let failure = printer.transport.send(&large_job(), DEADLINE).await.unwrap_err();
        assert!(matches!(failure, PrintError::Broken { sent, total, .. } if sent < total), "{taken}: {failure:?}");
        assert_eq!(failure.state(), PrinterState::Offline);
    }
}

#[tokio::test]
async fn a_printer_that_hangs_up_with_half_a_small_job_is_not_called_printed() {
    let printer = printer::hanging_up_after(1000);
    let failure = printer.transport.send(&job(), DEADLINE).await.unwrap_err();
    assert!(matches!(failure, PrintError::Broken { .. }), "{failure:?}");
}

/// It speaks faster than anybody reads, and never answers.
#[tokio::test(flavor = "multi_thread")]
async fn a_printer_that_never_stops_speaking_keeps_nobody() {
    let printer = printer::chattering();
    let begun = Instant::now();
    let state = tokio::time::timeout(Duration::from_secs(20), printer.transport.status(DEADLINE)).await;
    assert_eq!(state.expect("it ends"), PrinterState::Unknown);
    assert!(begun.elapsed() < DEADLINE, "{:?}", begun.elapsed());
}

#[tokio::test]
async fn the_state_can_be_asked_alone() {
    let printer = printer::answering(READY, READY);
    assert_eq!(printer.transport.status(DEADLINE).await, PrinterState::Ready);
    assert_eq!(printer.got.await.unwrap().questions, [4, 1]);
    let transport = Transport::Tcp { host: "no such host".to_owned(), port: 9100 };
    assert_eq!(transport.status(DEADLINE).await, PrinterState::Offline);
}

#[test]
fn states_have_stable_names() {
    let names = [
        (PrinterState::Ready, "ready"),
        (PrinterState::NearEnd, "near-end"),
        (PrinterState::OutOfPaper, "out-of-paper"),
        (PrinterState::CoverOpen, "cover-open"),
        (PrinterState::Offline, "offline"),
        (PrinterState::Unknown, "unknown"),
        (PrinterState::Error, "error"),
    ];
    for (state, name) in names {
        assert_eq!(state.name(), name);
    }
}
