//! Slips as pictures: what a citizen must be able to read, and exactly these dots.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::fs;
use std::path::PathBuf;

use moi_printer::{Paper, Pictogram, Raster, Slip, SlipPainter};
use support::slips::{self, PAPERS};
use support::{black_dots, codes};

/// Set it to write the golden pictures anew; look at each before it is committed.
const REFRESH: &str = "MOI_REFRESH_GOLDENS";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/goldens")
}

/// Size and rows of a one-bit PNG.
fn read_png(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut rows = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut rows).unwrap();
    assert_eq!((info.color_type, info.bit_depth), (png::ColorType::Grayscale, png::BitDepth::One));
    (info.width, info.height, rows.iter().map(|byte| !byte).collect())
}

/// All kinds of slips, painted, with a name for each.
fn pictures() -> Vec<(String, Raster)> {
    let mut painter = SlipPainter::new();
    let tickets: Vec<_> = slips::all().into_iter().map(|(name, slip)| (name, painter.paint(&slip))).collect();
    let boots = slips::all_boots().into_iter().map(|(name, slip)| (name, painter.paint_boot(&slip)));
    let boots: Vec<_> = boots.collect();
    let rolls = slips::all_rolls().into_iter().map(|(name, slip)| (name, painter.paint_roll(&slip)));
    tickets.into_iter().chain(boots).chain(rolls).collect()
}

#[test]
fn a_slip_has_exactly_the_dots_of_its_golden_picture() {
    let mut different = Vec::new();
    for (name, picture) in pictures() {
        let golden = folder().join(format!("{name}.png"));
        if std::env::var_os(REFRESH).is_some() {
            fs::write(&golden, picture.to_png()).unwrap();
        }
        let expected = fs::read(&golden).map(|bytes| read_png(&bytes)).ok();
        let found = (u32::from(picture.width()), u32::from(picture.height()), picture.rows().to_vec());
        if expected != Some(found) {
            let beside = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
            fs::write(&beside, picture.to_png()).unwrap();
            different.push(format!("{} is not {}", beside.display(), golden.display()));
        }
    }
    assert!(different.is_empty(), "{}\nif they shall be so: {REFRESH}=1 cargo test", different.join("\n"));
}

#[test]
fn the_same_slip_gives_the_same_picture_whatever_was_printed_before() {
    let mut painter = SlipPainter::new();
    let first = painter.paint(&slips::vietnamese(Paper::Mm80));
    painter.paint(&slips::long(Paper::Mm58));
    assert_eq!(painter.paint(&slips::vietnamese(Paper::Mm80)), first);
    assert_eq!(SlipPainter::new().paint(&slips::vietnamese(Paper::Mm80)), first);
}

#[test]
fn the_code_leads_to_the_phone_page() {
    let mut painter = SlipPainter::new();
    for (name, slip) in slips::all() {
        let expected: Vec<_> = Some(slip.qr.clone()).filter(|address| !address.is_empty()).into_iter().collect();
        assert_eq!(codes(&painter.paint(&slip)), expected, "{name}");
    }
}

#[test]
fn a_long_address_still_has_a_code() {
    let mut painter = SlipPainter::new();
    for paper in PAPERS {
        for length in [32, 42, 43, 62, 63, 84, 120, 180, 250] {
            let address = format!("https://{}/t/Ab3dEf6hIj9kLm2n", "a".repeat(length - 28));
            let picture = painter.paint(&slips::with_address(paper, &address));
            assert_eq!(codes(&picture), [address], "{paper:?}");
        }
    }
}

#[test]
fn an_address_that_no_phone_could_read_from_this_paper_is_left_out() {
    let mut painter = SlipPainter::new();
    let picture = painter.paint(&slips::with_address(Paper::Mm58, &"a".repeat(3000)));
    assert_eq!(codes(&picture), [""; 0]);
}

#[test]
fn a_slip_is_light_enough_for_print_head_and_paper() {
    for (name, picture) in pictures() {
        let dots = usize::from(picture.width()) * usize::from(picture.height());
        let share = black_dots(&picture) * 1000 / dots;
        assert!(share < 220, "{name}: {share} ‰ black");
    }
}

#[test]
fn nothing_touches_the_edges() {
    let mut painter = SlipPainter::new();
    let numbers = ["A1000", "AB012", "AB1000", "WW999", "M012", "W888", "QQ99999"];
    let with_numbers = numbers.into_iter().flat_map(|number| PAPERS.map(|paper| slips::with_number(paper, number)));
    for slip in slips::all().into_iter().map(|(_, slip)| slip).chain(with_numbers) {
        let picture = painter.paint(&slip);
        let (margin, width, height) =
            (if slip.paper == Paper::Mm80 { 12 } else { 8 }, i32::from(picture.width()), i32::from(picture.height()));
        for y in 0..height {
            for x in (0..margin).chain(width - margin..width) {
                assert!(!picture.is_black(x, y), "{} on {:?}: dot at {x}, {y}", slip.number, slip.paper);
            }
        }
        for x in 0..width {
            assert!((0..8).chain(height - 8..height).all(|y| !picture.is_black(x, y)), "{:?}: column {x}", slip.paper);
        }
    }
}

/// The height of the largest black thing: the number's.
fn number_height(picture: &Raster) -> i32 {
    let (width, height) = (i32::from(picture.width()), i32::from(picture.height()));
    let runs = (0..width).map(|x| {
        let (mut longest, mut run) = (0, 0);
        for y in 0..height {
            run = if picture.is_black(x, y) { run + 1 } else { 0 };
            longest = longest.max(run);
        }
        longest
    });
    runs.max().unwrap_or(0)
}

#[test]
fn a_number_of_four_signs_is_twenty_millimetres_high() {
    let mut painter = SlipPainter::new();
    // Letters with an upright stem, so that one column is black from top to bottom.
    for number in ["D012", "H888", "K007", "E111", "M999"] {
        let at_80 = number_height(&painter.paint(&slips::with_number(Paper::Mm80, number)));
        let at_58 = number_height(&painter.paint(&slips::with_number(Paper::Mm58, number)));
        assert!((164..=168).contains(&at_80), "{number}: {at_80} dots");
        assert!((110..=114).contains(&at_58), "{number}: {at_58} dots");
    }
}

#[test]
fn a_longer_number_shrinks_as_little_as_it_must() {
    let mut painter = SlipPainter::new();
    for (number, height_min) in [("H1000", 130), ("HB012", 130), ("HB1000", 105)] {
        let height = number_height(&painter.paint(&slips::with_number(Paper::Mm80, number)));
        assert!(height >= height_min, "{number}: {height} dots");
    }
}

#[test]
fn a_boot_slip_is_no_ticket_it_has_no_code_and_no_number_of_that_size() {
    for (name, picture) in pictures().into_iter().filter(|(name, _)| name.contains("boot") && !name.contains("long")) {
        assert_eq!(codes(&picture), [""; 0], "{name}");
        // A frame of two lines is the highest thing on narrow paper.
        let limit = if picture.width() == Paper::Mm80.width() { 82 } else { 72 };
        assert!(number_height(&picture) <= limit, "{name}: {} dots", number_height(&picture));
    }
}

#[test]
fn each_next_number_changes_the_boot_slip() {
    let mut painter = SlipPainter::new();
    for paper in PAPERS {
        let slip = slips::boot(paper);
        let whole = painter.paint_boot(&slip);
        for place in 0..slip.numbers.len() {
            let mut other = slip.clone();
            other.numbers[place] = "X999".to_owned();
            assert_ne!(painter.paint_boot(&other), whole, "{paper:?}, number {place}");
        }
    }
}

/// On paper and without power nothing leads to a phone.
#[test]
fn a_slip_that_is_printed_ahead_has_a_ticket_s_number_and_no_code() {
    for paper in PAPERS {
        let mut painter = SlipPainter::new();
        let (picture, ticket) = (painter.paint_roll(&slips::roll(paper)), painter.paint(&slips::vietnamese(paper)));
        assert_eq!(codes(&picture), [""; 0]);
        assert_eq!(number_height(&picture), number_height(&ticket), "the same shapes from hand to wall");
        let other = slips::roll(paper);
        let other = painter.paint_roll(&moi_printer::RollSlip { number: "A952".to_owned(), ..other });
        assert_ne!(other, picture);
    }
}

#[test]
fn composed_and_decomposed_letters_print_alike() {
    let composed = Slip { service: "Nguyễn Thị Hỗ Ặ".to_owned(), ..slips::vietnamese(Paper::Mm80) };
    let decomposed = Slip {
        service: "Nguye\u{302}\u{303}n Thi\u{323} Ho\u{302}\u{303} A\u{323}\u{306}".to_owned(),
        ..slips::vietnamese(Paper::Mm80)
    };
    let mut painter = SlipPainter::new();
    assert_eq!(painter.paint(&composed), painter.paint(&decomposed));
}

#[test]
fn control_characters_leave_no_boxes_on_paper() {
    let plain = Slip { service: "Hộ tịch".to_owned(), ..slips::vietnamese(Paper::Mm80) };
    let strange = Slip { service: "Hộ\u{7} tịch\u{0}".to_owned(), ..slips::vietnamese(Paper::Mm80) };
    let mut painter = SlipPainter::new();
    assert_eq!(painter.paint(&plain), painter.paint(&strange));
}

#[test]
fn a_line_break_in_a_text_is_kept() {
    let mut painter = SlipPainter::new();
    let mut height = |validity: &str| {
        let slip = Slip { validity: validity.to_owned(), documents: Vec::new(), ..slips::vietnamese(Paper::Mm58) };
        painter.paint(&slip).height()
    };
    assert!(height("Hôm nay\nToday") > height("Hôm nay Today"));
}

#[test]
fn a_word_longer_than_the_paper_is_broken_and_not_cut() {
    let mut painter = SlipPainter::new();
    let lines = |letters: usize| {
        let slip = Slip { service: "m".repeat(letters), ..slips::vietnamese(Paper::Mm58) };
        painter.paint(&slip).height()
    };
    let heights: Vec<_> = [10, 40, 80, 160].into_iter().map(lines).collect();
    assert!(heights.is_sorted_by(|shorter, longer| shorter < longer), "{heights:?}");
}

#[test]
fn every_pictogram_is_drawn_and_unlike_the_others() {
    let mut painter = SlipPainter::new();
    let mut paint = |pictogram| painter.paint(&Slip { pictogram, ..slips::vietnamese(Paper::Mm58) });
    let pictures: Vec<_> = Pictogram::all().map(|pictogram| paint(Some(pictogram))).collect();
    assert_eq!(pictures.len(), 13);
    for (place, picture) in pictures.iter().enumerate() {
        assert!(!pictures[..place].contains(picture), "pictogram {place} looks like one before");
    }
    assert_eq!(Pictogram::named("A").map(Pictogram::name), Some("A"));
    assert_eq!(Pictogram::named("nothing"), None);
}
