//! What to have ready, and on broad paper beside it the code that leads to the phone page.

use super::composer::Composer;
use crate::Slip;
use crate::text::{Side, whole};

/// A title over documents, each with a box to tick. Beside it the code, or where there is no document its caption.
pub(super) fn beside_code(composer: &mut Composer<'_>, slip: &Slip, y: i32) -> i32 {
    let Some(code) = composer.code(&slip.qr) else {
        return alone(composer, slip, y);
    };
    let (left, right, measures) = (composer.left, composer.right, composer.measures);
    let y = composer.rule(y);
    let code_x = right - code.quiet - code.edge;
    let width = code_x - code.quiet - left;
    let code_bottom = y + code.quiet + code.edge;
    composer.picture(code.picture, code_x, y + code.quiet);
    if slip.documents.is_empty() {
        let caption = composer.balanced(&slip.qr_caption, measures.document, width, Side::Left);
        let bottom = (code_bottom + code.quiet).max(y + measures.above + caption.height + measures.below);
        let caption_y = y + (bottom - y - caption.height) / 2;
        composer.put(caption, left, caption_y);
        return bottom;
    }
    let caption_width = right - code_x + code.quiet;
    let caption = composer.balanced(&slip.qr_caption, measures.caption, caption_width, Side::Centre);
    let caption_bottom = code_bottom + code.quiet + caption.height;
    composer.put(caption, code_x - code.quiet, code_bottom + code.quiet);
    let narrow = Narrow { width, until: caption_bottom };
    documents(composer, slip, y + measures.above, narrow).max(caption_bottom) + measures.below
}

/// The documents across the whole width; nothing when there is none.
pub(super) fn alone(composer: &mut Composer<'_>, slip: &Slip, y: i32) -> i32 {
    if slip.documents.is_empty() {
        return y;
    }
    let y = composer.rule(y) + composer.measures.above;
    let narrow = Narrow { width: composer.width(), until: y };
    documents(composer, slip, y, narrow) + composer.measures.below
}

/// The column beside the code.
#[derive(Clone, Copy)]
struct Narrow {
    width: i32,
    /// Where the whole width is free again.
    until: i32,
}

fn documents(composer: &mut Composer<'_>, slip: &Slip, y: i32, narrow: Narrow) -> i32 {
    let (left, measures) = (composer.left, composer.measures);
    let title = composer.balanced(&slip.documents_title, measures.title, narrow.width, Side::Left);
    let mut bottom = y + title.height;
    composer.put(title, left, y);
    let indent = measures.tick + measures.tick_gap;
    for document in &slip.documents {
        let y = bottom + measures.document_gap / 2;
        let width = if y < narrow.until { narrow.width } else { composer.width() } - indent;
        let text = keep_remark_together(composer, document, width);
        let paragraph = composer.balanced(&text, measures.document, width, Side::Left);
        bottom = y + paragraph.height + measures.document_gap / 2;
        // In the middle of the small letters of the first line.
        let tick_y = y + (whole(measures.document.leading) - measures.tick) / 2 + 2;
        composer.frame(left, tick_y, measures.tick, measures.tick);
        composer.put(paragraph, left + indent, y);
    }
    bottom
}

/// A remark in brackets goes to the next line as a whole, if it fits there.
fn keep_remark_together(composer: &mut Composer<'_>, text: &str, width: i32) -> String {
    let Some((before, remark)) = text.split_once('(') else {
        return text.to_owned();
    };
    let remark = format!("({remark}");
    if composer.wrapped(&remark, composer.measures.document, width, Side::Left).lines > 1 {
        return text.to_owned();
    }
    format!("{before}{}", remark.replace(' ', "\u{a0}"))
}
