//! The print job as a printer reads it, by a strict decoder of our own.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use moi_printer::{Job, JobError, Paper, Raster, SlipPainter, encode};
use support::decoder::decode;
use support::slips;

#[test]
fn a_printer_gets_the_picture_dot_by_dot() {
    let mut painter = SlipPainter::new();
    for (name, slip) in slips::all() {
        let picture = painter.paint(&slip);
        let decoded = decode(&encode(&picture).unwrap()).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        assert_eq!(decoded.stride * 8, usize::from(slip.paper.width()), "{name}");
        assert_eq!(decoded.rows, picture.rows(), "{name}");
        let (last, full) = decoded.bands.split_last().unwrap();
        assert!(full.iter().all(|rows| *rows == 128) && *last <= 128, "{name}: {:?}", decoded.bands);
        let fed = if slip.paper == Paper::Mm58 { 96 } else { 0 };
        assert_eq!((decoded.fed, decoded.feed), (fed, 24), "{name}");
    }
}

#[test]
fn no_dots_of_a_slip_are_a_real_time_command() {
    let mut painter = SlipPainter::new();
    for letter in 'A'..='Z' {
        for paper in slips::PAPERS {
            let job = encode(&painter.paint(&slips::with_number(paper, &format!("{letter}0{}", 17)))).unwrap();
            let commands = job.windows(2).filter(|pair| matches!(pair, [0x10, 0x04 | 0x05 | 0x14]));
            assert_eq!(commands.count(), 0, "{letter}");
        }
    }
}

#[test]
fn heights_around_a_band_come_through() {
    for height in [1, 127, 128, 129, 256, 257] {
        let picture = Raster::new(384, height);
        let decoded = decode(&encode(&picture).unwrap()).unwrap();
        assert_eq!(decoded.bands.iter().sum::<usize>(), usize::from(height));
        assert_eq!(decoded.rows, picture.rows());
    }
}

#[test]
fn a_picture_without_dots_is_no_job() {
    assert!(encode(&Raster::new(0, 10)).is_err());
    assert!(encode(&Raster::new(576, 0)).is_err());
}

#[test]
fn a_job_name_can_not_leave_its_folder() {
    for name in ["", "/", "../A012", "/etc/A012", "a//b", "A012.png", "A 012", "a\\b", "Ấ012", &"a".repeat(200)] {
        let refused = Job::new(name, Raster::new(8, 8));
        assert!(matches!(refused, Err(JobError::Name { .. })), "{name:?}");
    }
    assert_eq!(Job::new("2026-11-24/A012-17", Raster::new(8, 8)).unwrap().name(), "2026-11-24/A012-17");
}
