//! The number: what everybody looks for. It is large before all else.

use super::composer::{Composer, figures};
use super::measures::Size;
use crate::Slip;
use crate::text::{Paragraph, Run, Side, dots, whole};

/// Signs in a number that has its full size on every slip.
const SIGNS_AT_FULL_SIZE: usize = 4;

/// The signs of a wide number move together by at most this, in parts of the size, before the number shrinks.
const TRACKING_MIN: f32 = -0.06;

/// Height of capitals and figures in the number face, in parts of the size.
pub(super) const CAPITALS: f32 = 0.7;

/// No number becomes smaller than this, in dots: the set-up allows none that would have to.
const SIZE_MIN: f32 = 40.0;

/// Wide columns wrap nothing.
pub(super) const NO_WRAP: i32 = 10_000;

/// The ticket's number, from the left margin.
pub(super) fn number(composer: &mut Composer<'_>, slip: &Slip, y: i32) -> i32 {
    let (paragraph, size) = fitted(composer, &slip.number);
    let baseline = y + composer.measures.number_above + whole(size * CAPITALS);
    let ink_y = baseline - paragraph.baseline + paragraph.ink_y;
    composer.picture(paragraph.ink, composer.left, ink_y);
    baseline + composer.measures.number_below
}

/// Full size; then its signs closer together; then, from five signs on or for the widest letters, smaller.
fn fitted(composer: &mut Composer<'_>, number: &str) -> (Paragraph, f32) {
    let full = composer.measures.number;
    let tightest = if number.chars().count() > SIGNS_AT_FULL_SIZE { TRACKING_MIN / 2.0 } else { TRACKING_MIN };
    let room = composer.width();
    for tracking in [0.0, tightest / 2.0, tightest] {
        let paragraph = set(composer, number, full, tracking);
        if paragraph.ink_width <= room {
            return (paragraph, full);
        }
    }
    // Even sizes: few different glyphs to keep.
    let mut size = full;
    loop {
        let paragraph = set(composer, number, size, tightest);
        if paragraph.ink_width <= room || size <= SIZE_MIN {
            return (paragraph, size);
        }
        let fitting = size * dots(room) / dots(paragraph.ink_width);
        size = (2.0 * (fitting / 2.0).floor()).min(size - 2.0).max(SIZE_MIN);
    }
}

fn set(composer: &mut Composer<'_>, number: &str, size: f32, tracking: f32) -> Paragraph {
    let run = Run { tracking, ..figures(number, size) };
    composer.set(&[run], Size { size, leading: size }, NO_WRAP, Side::Left, false)
}
