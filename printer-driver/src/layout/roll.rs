//! A slip that is printed ahead: what it is, what for, the number, what to do, and a line to write on.

use super::composer::Composer;
use super::measures::LINE;
use super::{foot, head, number};
use crate::text::Side;
use crate::{RollSlip, Slip};

/// The whole slip. As far as the number it is a ticket's, so that eyes find the same in the same place.
pub(super) fn roll(composer: &mut Composer<'_>, roll: &RollSlip, y: i32) -> i32 {
    let slip = Slip {
        office: roll.office.clone(),
        unit: roll.unit.clone(),
        reprint: Some(roll.title.clone()),
        pictogram: roll.pictogram,
        service: roll.service.clone(),
        counters: roll.counters.clone(),
        number: roll.number.clone(),
        ..Slip::default()
    };
    let mut y = y;
    for section in [head::header, head::reprint, head::service, number::number] {
        y = section(composer, &slip, y);
    }
    let y = advice(composer, &roll.advice, y);
    let y = handed_out(composer, &roll.handed_out, y);
    foot::framed(composer, &roll.validity, y)
}

fn advice(composer: &mut Composer<'_>, paragraphs: &[String], y: i32) -> i32 {
    let (left, width, measures) = (composer.left, composer.width(), composer.measures);
    let mut y = composer.rule(y);
    for text in paragraphs {
        let paragraph = composer.wrapped(text, measures.document, width, Side::Left);
        let top = y + measures.above;
        y = top + paragraph.height;
        composer.put(paragraph, left, top);
    }
    y + measures.below
}

/// Words and, behind them or else below, a line as wide as a date and a time by hand.
fn handed_out(composer: &mut Composer<'_>, words: &str, y: i32) -> i32 {
    let (left, right, measures) = (composer.left, composer.right, composer.measures);
    let y = composer.rule(y) + 2 * measures.above;
    let paragraph = composer.wrapped(words, measures.label, composer.width(), Side::Left);
    let (bottom, from) = (y + paragraph.height, left + paragraph.width + measures.gutter / 2);
    composer.put(paragraph, left, y);
    if right - from >= composer.width() / 3 {
        composer.bar(from, bottom - LINE, right - from);
        return bottom + measures.below;
    }
    let line = bottom + 3 * measures.above;
    composer.bar(left, line, composer.width());
    line + LINE + measures.below
}
