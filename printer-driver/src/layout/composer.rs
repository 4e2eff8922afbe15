//! The tools of the layout: set a paragraph, put it somewhere, draw a line.

use super::measures::{LINE, Measures, Size};
use super::{Mark, Piece};
use crate::Raster;
use crate::qr::Code;
use crate::text::{Face, Paragraph, Run, Setting, Side, Typesetter};

/// Puts pieces on a page of a known width.
pub(super) struct Composer<'typesetter> {
    typesetter: &'typesetter mut Typesetter,
    pieces: Vec<Piece>,
    pub(super) measures: &'static Measures,
    /// Where the left margin ends.
    pub(super) left: i32,
    /// Where the right margin begins.
    pub(super) right: i32,
}

impl<'typesetter> Composer<'typesetter> {
    pub(super) fn new(typesetter: &'typesetter mut Typesetter, measures: &'static Measures, width: i32) -> Self {
        let (left, right) = (measures.side, width - measures.side);
        Self { typesetter, pieces: Vec::new(), measures, left, right }
    }

    pub(super) fn finish(self) -> Vec<Piece> {
        self.pieces
    }

    /// Width between the margins.
    pub(super) const fn width(&self) -> i32 {
        self.right - self.left
    }

    /// Sets words in full lines.
    pub(super) fn wrapped(&mut self, text: &str, size: Size, width: i32, align: Side) -> Paragraph {
        self.set(&[words(text, size.size)], size, width, align, false)
    }

    /// Sets words in lines of about equal length.
    pub(super) fn balanced(&mut self, text: &str, size: Size, width: i32, align: Side) -> Paragraph {
        self.set(&[words(text, size.size)], size, width, align, true)
    }

    /// Sets figures, flush left.
    pub(super) fn figures(&mut self, text: &str, size: Size, width: i32) -> Paragraph {
        self.set(&[figures(text, size.size)], size, width, Side::Left, false)
    }

    /// Sets runs of several faces and sizes.
    pub(super) fn set(&mut self, runs: &[Run<'_>], size: Size, width: i32, align: Side, balanced: bool) -> Paragraph {
        self.typesetter.set(runs, Setting { width, leading: size.leading, side: align, balanced })
    }

    /// Draws the QR code of an address; more than three fifths of the width it doesn't take from the words beside it.
    pub(super) fn code(&self, address: &str) -> Option<Code> {
        let room = u16::try_from(self.width() * 3 / 5).ok()?;
        Code::draw(address, self.measures.module, room)
    }

    /// Puts a paragraph; (x, y) is the upper left corner of its first line.
    pub(super) fn put(&mut self, paragraph: Paragraph, x: i32, y: i32) {
        self.picture(paragraph.ink, x + paragraph.ink_x, y + paragraph.ink_y);
    }

    /// Puts a drawing.
    pub(super) fn picture(&mut self, picture: Raster, x: i32, y: i32) {
        if !picture.rows().is_empty() {
            self.pieces.push(Piece { x, y, mark: Mark::Picture(picture) });
        }
    }

    /// Draws a line from margin to margin and returns where it ends below.
    pub(super) fn rule(&mut self, y: i32) -> i32 {
        self.bar(self.left, y, self.width());
        y + LINE
    }

    /// Draws a line.
    pub(super) fn bar(&mut self, x: i32, y: i32, width: i32) {
        self.pieces.push(Piece { x, y, mark: Mark::Bar { width, height: LINE } });
    }

    /// Draws the outline of a rectangle.
    pub(super) fn frame(&mut self, x: i32, y: i32, width: i32, height: i32) {
        self.pieces.push(Piece { x, y, mark: Mark::Frame { width, height } });
    }
}

/// A run of words.
pub(super) const fn words(text: &str, size: f32) -> Run<'_> {
    Run { text, face: Face::Words, size, tracking: 0.0 }
}

/// A run of figures.
pub(super) const fn figures(text: &str, size: f32) -> Run<'_> {
    Run { text, face: Face::Figures, size, tracking: 0.0 }
}
