//! What no slip may do, whatever stands on it.

use super::composer::Composer;
use super::measures::{LINE, Measures, Size};
use super::number::NO_WRAP;
use super::{Mark, Page, Piece, lay_out, lay_out_boot, lay_out_roll};
use crate::paint::blacken;
use crate::qr::Code;
use crate::samples;
use crate::text::Typesetter;
use crate::{Paper, Raster, Slip};

/// Smallest text on a slip, in dots.
const TEXT_MIN: f32 = 22.0;

/// Slips with all kinds of content, long and short, on both papers, and how they are laid out.
fn pages() -> impl Iterator<Item = (String, Slip, Page)> {
    let mut typesetter = Typesetter::new();
    slips().into_iter().map(move |(name, slip)| {
        let page = lay_out(&slip, &mut typesetter);
        (name, slip, page)
    })
}

fn slips() -> Vec<(String, Slip)> {
    let words = "Người nộp hồ sơ đăng ký biến động quyền sử dụng đất ở nông thôn";
    let mut slips = samples::all();
    for (place, (end, _)) in words.match_indices(' ').step_by(2).chain([(words.len(), "")]).enumerate() {
        for paper in samples::PAPERS {
            let text = words[..end].to_owned();
            let slip = Slip {
                office: text.clone(),
                service: text.clone(),
                counters: text.clone(),
                documents: vec![text.clone(), format!("Đơn ({text})"), text.clone()],
                qr_caption: text.clone(),
                validity: text.clone(),
                wish: Some(text.clone()),
                reprint: Some(text.clone()),
                mark: Some(text),
                priority: place % 2 == 0,
                ..samples::vietnamese(paper)
            };
            slips.push((format!("{place} words on {paper:?}"), slip));
        }
    }
    slips
}

/// All kinds of slips as pages with the width of their paper.
fn all_pages() -> impl Iterator<Item = (String, u16, Page, bool)> {
    let mut typesetter = Typesetter::new();
    let boots = samples::all_boots().into_iter().map(move |(name, slip)| {
        let page = lay_out_boot(&slip, &mut typesetter);
        (name, slip.paper.width(), page, false)
    });
    let mut typesetter = Typesetter::new();
    let rolls = samples::all_rolls().into_iter().map(move |(name, slip)| {
        let page = lay_out_roll(&slip, &mut typesetter);
        (name, slip.paper.width(), page, true)
    });
    let shares_a_line = |slip: &Slip| slip.reprint.is_some() || slip.mark.is_some();
    let pages = pages().map(move |(name, slip, page)| (name, slip.paper.width(), page, shares_a_line(&slip)));
    pages.chain(boots).chain(rolls)
}

#[test]
fn nothing_lies_on_anything_else() {
    for (name, width, page, is_reprint) in all_pages() {
        let mut all = Raster::new(width, page.height);
        for piece in &page.pieces {
            let mut alone = Raster::new(width, page.height);
            blacken(&mut alone, piece);
            let shared =
                alone.rows().iter().zip(all.rows()).map(|(one, other)| (one & other).count_ones()).sum::<u32>();
            // The frame of a reprint or a mark shares the line below the header.
            let line = u32::from(width) * u32::try_from(LINE).unwrap();
            let allowed = if matches!(piece.mark, Mark::Frame { .. }) && is_reprint { line } else { 0 };
            assert!(shared <= allowed, "{name}: {shared} dots at {}, {}", piece.x, piece.y);
            all.lay(&alone, 0, 0);
        }
    }
}

#[test]
fn nothing_is_cut_off() {
    for (name, width, page, _) in all_pages() {
        for piece in &page.pieces {
            let Mark::Picture(picture) = &piece.mark else { continue };
            let mut alone = Raster::new(width, page.height);
            blacken(&mut alone, piece);
            let count = |raster: &Raster| raster.rows().iter().map(|byte| byte.count_ones()).sum::<u32>();
            assert_eq!(count(&alone), count(picture), "{name}: at {}, {}", piece.x, piece.y);
        }
    }
}

#[test]
fn the_next_numbers_stand_on_a_boot_slip_each_once_row_by_row_in_the_order_given() {
    let mut typesetter = Typesetter::new();
    for (name, slip) in samples::all_boots() {
        let page = lay_out_boot(&slip, &mut typesetter);
        let measures = Measures::of(slip.paper);
        let size = Size { size: measures.next_number, leading: measures.next_number };
        let mut composer = Composer::new(&mut typesetter, measures, i32::from(slip.paper.width()));
        let mut places = Vec::new();
        for number in &slip.numbers {
            let ink = composer.figures(number, size, NO_WRAP).ink;
            let is_it = |piece: &&Piece| matches!(&piece.mark, Mark::Picture(picture) if *picture == ink);
            let found: Vec<_> = page.pieces.iter().filter(is_it).map(|piece| (piece.y, piece.x)).collect();
            assert_eq!(found.len(), 1, "{name}: {number}");
            places.extend(found);
        }
        // Round figures reach a dot over the line: rows are farther apart than that.
        assert!(places.is_sorted_by(|one, other| other.0 > one.0 + 4 || other.1 > one.1), "{name}: {places:?}");
    }
}

#[test]
fn the_code_keeps_its_quiet_zone() {
    for (name, slip, page) in pages().filter(|(_, slip, _)| !slip.qr.is_empty()) {
        let measures = Measures::of(slip.paper);
        let code = Code::draw(&slip.qr, measures.module, slip.paper.width() / 2).unwrap();
        let is_code = |mark: &Mark| matches!(mark, Mark::Picture(picture) if *picture == code.picture);
        let (codes, others): (Vec<_>, Vec<_>) = page.pieces.iter().partition(|piece| is_code(&piece.mark));
        let [placed] = codes[..] else { panic!("{name}: {} codes", codes.len()) };
        let mut rest = Raster::new(slip.paper.width(), page.height);
        for piece in others {
            blacken(&mut rest, piece);
        }
        let around = |start: i32| start - code.quiet..start + code.edge + code.quiet;
        assert!(around(placed.x).start >= 0 && around(placed.x).end <= i32::from(slip.paper.width()), "{name}");
        for y in around(placed.y) {
            assert!(around(placed.x).all(|x| !rest.is_black(x, y)), "{name}: row {y}");
        }
    }
}

#[test]
fn no_text_is_too_small_and_no_line_too_thin() {
    const { assert!(LINE >= 3) };
    for paper in [Paper::Mm80, Paper::Mm58] {
        let measures = Measures::of(paper);
        let smallest_field = measures.service.scaled(super::head::FIELD_SCALES[2]).size;
        let sizes = [
            measures.header.size,
            measures.reprint.size,
            smallest_field,
            measures.counters.size,
            measures.label.size,
            measures.figure.size,
            measures.unit,
            measures.next_number,
            measures.title.size,
            measures.document.size,
            measures.caption.size,
            measures.wish.size,
            measures.time.size,
            measures.date.size,
            measures.validity.size,
        ];
        assert!(sizes.into_iter().all(|size| size >= TEXT_MIN), "{paper:?}: {sizes:?}");
    }
}

#[test]
fn figures_stand_side_by_side_while_their_words_allow_it() {
    let heights = [("phút", "người"), ("phút nữa thôi", "người đang chờ trước")].map(|(unit, people)| {
        let mut slip = samples::vietnamese(Paper::Mm80);
        slip.ahead.unit = people.to_owned();
        if let Some(wait) = &mut slip.wait {
            wait.unit = unit.to_owned();
        }
        lay_out(&slip, &mut Typesetter::new()).height
    });
    assert!(heights[0] + 80 < heights[1], "{heights:?}");
}
