//! The upper part: the office, the mark of a reprint, the field of work and where it is called.

use super::composer::{Composer, words};
use super::measures::LINE;
use crate::text::{Face, Paragraph, Run, Side};
use crate::{Raster, Slip};

/// Figures beside words are set larger by this, so that both have capitals of one height (0.74 em and 0.70 em).
const FIGURES_BESIDE_WORDS: f32 = 1.057;

/// Barlow stands closer than Be Vietnam Pro: without this its figures stick to the word after them.
const FIGURES_IN_TEXT_TRACKING: f32 = 0.06;

/// Sizes of the field of work for short, long and very long names.
pub(super) const FIELD_SCALES: [f32; 3] = [1.0, 0.85, 0.72];

/// The ticket's office and unit.
pub(super) fn header(composer: &mut Composer<'_>, slip: &Slip, y: i32) -> i32 {
    place(composer, &slip.office, &slip.unit, y)
}

/// Office and unit: on one line when both fit, else under each other.
pub(super) fn place(composer: &mut Composer<'_>, office: &str, unit: &str, y: i32) -> i32 {
    let has_unit = !unit.is_empty();
    let size = composer.measures.header;
    let (left, right, width) = (composer.left, composer.right, composer.width());
    let office = composer.balanced(office, size, width, Side::Left);
    let unit = composer.balanced(unit, size, width, Side::Left);
    let on_one_line = office.lines <= 1 && unit.lines <= 1;
    let bottom = if on_one_line && office.width + composer.measures.gutter + unit.width <= width {
        let bottom = y + office.height.max(unit.height);
        let unit_x = right - unit.width;
        composer.put(office, left, y);
        composer.put(unit, unit_x, y);
        bottom
    } else {
        let middle = y + office.height;
        let bottom = middle + if has_unit { unit.height } else { 0 };
        composer.put(office, left, y);
        composer.put(unit, left, middle);
        bottom
    };
    composer.rule(bottom + composer.measures.header_below)
}

/// The framed words that nobody may miss.
pub(super) fn mark(composer: &mut Composer<'_>, slip: &Slip, y: i32) -> i32 {
    slip.mark.as_deref().map_or(y, |text| framed(composer, text, y))
}

/// The framed words on a slip that is printed again.
pub(super) fn reprint(composer: &mut Composer<'_>, slip: &Slip, y: i32) -> i32 {
    slip.reprint.as_deref().map_or(y, |text| framed(composer, text, y))
}

/// Words in a frame whose upper edge is the line above: the header's, or another frame's.
fn framed(composer: &mut Composer<'_>, text: &str, y: i32) -> i32 {
    let (left, width) = (composer.left, composer.width());
    let inner = width - 2 * composer.measures.gutter;
    let paragraph = composer.balanced(text, composer.measures.reprint, inner, Side::Centre);
    let height = paragraph.height + 8;
    composer.put(paragraph, left + composer.measures.gutter, y + 4);
    composer.frame(left, y - LINE, width, height + 2 * LINE);
    y + height + LINE
}

/// Pictogram, field of work, counters, and the lozenge of a priority ticket.
pub(super) fn service(composer: &mut Composer<'_>, slip: &Slip, y: i32) -> i32 {
    let measures = composer.measures;
    let y = y + measures.above;
    let edge = slip.pictogram.map_or(0, |_| i32::from(measures.pictogram));
    let text_x = composer.left + if edge > 0 { edge + measures.pictogram_gap } else { 0 };
    let lozenge_x = composer.right - if slip.priority { 2 * measures.lozenge + measures.gutter / 2 } else { 0 };
    let text_right = lozenge_x - if slip.priority { measures.gutter } else { 0 };

    let service = field(composer, &slip.service, text_right - text_x);
    let glued = glue_figures(&slip.counters);
    let runs: Vec<_> = split_figures(&glued, measures.counters.size).collect();
    let counters = composer.set(&runs, measures.counters, text_right - text_x, Side::Left, true);
    let counters_height = if slip.counters.is_empty() { 0 } else { measures.counters_gap + counters.height };
    let text_height = service.height + counters_height;
    let height = edge.max(text_height);

    if let Some(pictogram) = slip.pictogram {
        composer.picture(pictogram.draw(measures.pictogram), composer.left, y + (height - edge) / 2);
    }
    let text_y = y + (height - text_height) / 2;
    let counters_y = text_y + service.height + measures.counters_gap;
    composer.put(service, text_x, text_y);
    composer.put(counters, text_x, counters_y);
    if slip.priority {
        composer.picture(lozenge(measures.lozenge), lozenge_x, y + height / 2 - measures.lozenge);
    }
    y + height
}

/// The field of work in two lines; a longer one is set smaller, and only the longest take more.
fn field(composer: &mut Composer<'_>, text: &str, width: i32) -> Paragraph {
    let full = composer.measures.service;
    let [mut paragraph, smaller, smallest] =
        FIELD_SCALES.map(|factor| composer.balanced(text, full.scaled(factor), width, Side::Left));
    for candidate in [smaller, smallest] {
        if paragraph.lines <= 2 {
            break;
        }
        paragraph = candidate;
    }
    paragraph
}

/// Keeps a number on the line of the word before it.
fn glue_figures(text: &str) -> String {
    let mut glued = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let before_figure = signs.peek().is_some_and(char::is_ascii_digit);
        let after_letter = glued.chars().next_back().is_some_and(char::is_alphabetic);
        glued.push(if sign == ' ' && before_figure && after_letter { '\u{a0}' } else { sign });
    }
    glued
}

/// Splits a text into runs of words and of figures: what people match with a display has the display's shapes.
fn split_figures(text: &str, size: f32) -> impl Iterator<Item = Run<'_>> {
    let same_kind = |before: u8, after: u8| before.is_ascii_digit() == after.is_ascii_digit();
    // Digits are ASCII, so a border between the kinds is a border between signs.
    text.as_bytes().chunk_by(move |before, after| same_kind(*before, *after)).scan(0, move |start, chunk| {
        let run = &text[*start..*start + chunk.len()];
        *start += chunk.len();
        Some(if chunk[0].is_ascii_digit() {
            let size = size * FIGURES_BESIDE_WORDS;
            Run { text: run, face: Face::FiguresInText, size, tracking: FIGURES_IN_TEXT_TRACKING }
        } else {
            words(run, size)
        })
    })
}

/// A square on its corner, from its half diagonal.
fn lozenge(half: i32) -> Raster {
    let edge = u16::try_from(2 * half + 1).unwrap_or(1);
    let mut picture = Raster::new(edge, edge);
    for row in 0..=2 * half {
        let reach = half - (row - half).abs();
        picture.fill(half - reach, row, 2 * reach + 1, 1);
    }
    picture
}
