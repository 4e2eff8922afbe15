//! The faces hold what slips say, and lines break as they should.

use super::*;

/// All letters of Vietnamese with all marks, and the signs that slips use.
fn alphabet() -> String {
    let vowels = "aăâeêioôơuưy";
    let marks = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];
    let marked = vowels.chars().flat_map(|vowel| marks.map(|mark| format!("{vowel}{mark}")));
    let lower: String = marked.chain(["bcdđghklmnpqrstvxfjwz".to_owned()]).collect();
    format!("{lower}{}0123456789–-:/.,;!?()·%₫“”‘’… ", lower.to_uppercase())
}

fn glyphs(typesetter: &mut Typesetter, text: &str, face: Face) -> Vec<(String, u16)> {
    let mut buffer = Buffer::new_empty(Metrics::new(30.0, 30.0));
    let run = Run { text, face, size: 30.0, tracking: 0.0 };
    buffer.set_rich_text([(text, attributes(run, 30.0))], &Attrs::new(), Shaping::Advanced, None);
    buffer.shape_until_scroll(&mut typesetter.fonts, false);
    let lines = buffer.layout_runs();
    let named = |text: &str, glyph: &LayoutGlyph| (text[glyph.start..glyph.end].to_owned(), glyph.glyph_id);
    lines.flat_map(|line| line.glyphs.iter().map(move |glyph| named(line.text, glyph))).collect()
}

#[test]
fn every_vietnamese_letter_has_a_glyph_in_every_face() {
    let mut typesetter = Typesetter::new();
    for face in [Face::Words, Face::Figures, Face::FiguresInText] {
        let found = glyphs(&mut typesetter, &alphabet(), face);
        assert!(found.len() > 160, "{}", found.len());
        for (letter, glyph) in found {
            assert_ne!(glyph, 0, "{letter} has no glyph in {face:?}");
        }
    }
}

#[test]
fn figures_are_of_equal_width() {
    let mut typesetter = Typesetter::new();
    let setting = Setting { width: 10_000, leading: 100.0, side: Side::Left, balanced: false };
    let mut width = |text| {
        let run = Run { text, face: Face::Figures, size: 100.0, tracking: 0.0 };
        typesetter.set(&[run], setting).width
    };
    let widths: Vec<_> = ["000", "111", "444", "888", "777"].into_iter().map(&mut width).collect();
    assert!(widths.iter().all(|one| *one == widths[0]), "{widths:?}");
}

#[test]
fn balanced_lines_are_as_many_as_unbalanced_ones_and_no_wider() {
    let mut typesetter = Typesetter::new();
    let text = "Quét mã bằng điện thoại để xem còn bao lâu nữa thì đến lượt";
    for width in (120..600).step_by(40) {
        let mut set = |balanced| {
            let run = Run { text, face: Face::Words, size: 24.0, tracking: 0.0 };
            typesetter.set(&[run], Setting { width, leading: 28.0, side: Side::Left, balanced })
        };
        let (plain, balanced) = (set(false), set(true));
        assert_eq!(plain.lines, balanced.lines, "{width}");
        assert!(balanced.width <= plain.width && plain.width <= width, "{width}: {balanced:?} {plain:?}");
    }
}
