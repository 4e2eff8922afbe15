//! The lower part: a wish, when the ticket was taken, until when it is valid; on narrow paper also the code.

use super::LINE;
use super::composer::Composer;
use crate::Slip;
use crate::text::{Paragraph, Side};

/// Narrowest column that the validity is set in beside the date, in dots.
const VALIDITY_WIDTH_MIN: i32 = 160;

/// A wish for the occasion, in the middle.
pub(super) fn wish(composer: &mut Composer<'_>, slip: &Slip, y: i32) -> i32 {
    let Some(text) = &slip.wish else {
        return y;
    };
    let (left, width, measures) = (composer.left, composer.width(), composer.measures);
    let y = composer.rule(y) + measures.above;
    let paragraph = composer.balanced(text, measures.wish, width, Side::Centre);
    let bottom = y + paragraph.height;
    composer.put(paragraph, left, y);
    bottom + measures.below
}

/// The framed words that nobody may miss once more: a slip may be torn, or folded.
pub(super) fn mark(composer: &mut Composer<'_>, slip: &Slip, y: i32) -> i32 {
    let above = composer.measures.above;
    slip.mark.as_deref().map_or(y, |text| framed(composer, text, y + above))
}

/// Time, date and validity on one line.
pub(super) fn line(composer: &mut Composer<'_>, slip: &Slip, y: i32) -> i32 {
    let measures = composer.measures;
    let y = composer.rule(y) + measures.foot_above;
    let moment = Moment::set(composer, &slip.time, &slip.date);
    let room = composer.width() - moment.width - measures.gutter;
    if room < VALIDITY_WIDTH_MIN {
        let bottom = moment.put_on_one_line(composer, composer.left, y);
        return framed(composer, &slip.validity, bottom + measures.above);
    }
    let validity = composer.wrapped(&slip.validity, measures.validity, room, Side::Right);
    let height = moment.height.max(validity.height);
    let validity_x = composer.right - room;
    let validity_y = y + (height - validity.height) / 2;
    let moment_y = y + (height - moment.height) / 2;
    moment.put_on_one_line(composer, composer.left, moment_y);
    composer.put(validity, validity_x, validity_y);
    y + height
}

/// The code, beside it its caption, time and date; under both the framed validity.
pub(super) fn beside_code(composer: &mut Composer<'_>, slip: &Slip, y: i32) -> i32 {
    let measures = composer.measures;
    let y = composer.rule(y);
    let moment = Moment::set(composer, &slip.time, &slip.date);
    let bottom = match composer.code(&slip.qr) {
        None => moment.put_on_one_line(composer, composer.left, y + measures.foot_above) + measures.gutter,
        Some(code) => {
            // The margin is part of the code's quiet zone.
            let code_x = composer.left.max(code.quiet);
            let text_x = code_x + code.edge + code.quiet;
            let caption = composer.balanced(&slip.qr_caption, measures.caption, composer.right - text_x, Side::Left);
            let code_bottom = y + code.quiet + code.edge;
            let caption_y = y + measures.above;
            let moment_y = (code_bottom - moment.stacked_height()).max(caption_y + caption.height + measures.above);
            composer.picture(code.picture, code_x, y + code.quiet);
            composer.put(caption, text_x, caption_y);
            moment.put_stacked(composer, text_x, moment_y).max(code_bottom) + code.quiet
        }
    };
    framed(composer, &slip.validity, bottom)
}

/// The validity, or what else is to be noted, in a frame across the whole width; nothing when there is no word of it.
pub(super) fn framed(composer: &mut Composer<'_>, text: &str, y: i32) -> i32 {
    if text.is_empty() {
        return y;
    }
    let (left, width, measures) = (composer.left, composer.width(), composer.measures);
    let inner = width - 2 * measures.gutter;
    let paragraph = composer.balanced(text, measures.validity, inner, Side::Centre);
    let height = paragraph.height + 10 + 2 * LINE;
    composer.put(paragraph, left + measures.gutter, y + LINE + 4);
    composer.frame(left, y, width, height);
    y + height
}

/// Time and date of the slip.
pub(super) struct Moment {
    time: Paragraph,
    date: Paragraph,
    /// Both on one line, in dots.
    width: i32,
    height: i32,
    gap: i32,
}

impl Moment {
    pub(super) fn set(composer: &mut Composer<'_>, time: &str, date: &str) -> Self {
        let (width, measures) = (composer.width(), composer.measures);
        let time = composer.figures(time, measures.time, width);
        let date = composer.figures(date, measures.date, width);
        let gap = measures.gutter * 2 / 3;
        Self { width: time.width + gap + date.width, height: time.height, gap, time, date }
    }

    fn stacked_height(&self) -> i32 {
        self.time.height + self.date.height
    }

    /// The date on the time's baseline.
    pub(super) fn put_on_one_line(self, composer: &mut Composer<'_>, x: i32, y: i32) -> i32 {
        let date_x = x + self.time.width + self.gap;
        let date_y = y + self.time.baseline - self.date.baseline;
        composer.put(self.time, x, y);
        composer.put(self.date, date_x, date_y);
        y + self.height
    }

    fn put_stacked(self, composer: &mut Composer<'_>, x: i32, y: i32) -> i32 {
        let middle = y + self.time.height;
        let bottom = middle + self.date.height;
        composer.put(self.time, x, y);
        composer.put(self.date, x, middle);
        bottom
    }
}
