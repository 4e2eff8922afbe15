//! Paints a laid-out slip into one picture.

use crate::layout::{self, LINE, Mark, Page, Piece};
use crate::text::Typesetter;
use crate::{BootSlip, Paper, Raster, RollSlip, Slip};

/// Draws slips. Holds the fonts and the glyphs drawn so far; keep one, on the thread that prints.
pub struct SlipPainter {
    typesetter: Typesetter,
}

impl SlipPainter {
    /// A painter with the embedded fonts.
    #[must_use]
    pub fn new() -> Self {
        Self { typesetter: Typesetter::new() }
    }

    /// Draws a slip as it will be printed, dot by dot. As high as its content; the same slip gives the same picture.
    pub fn paint(&mut self, slip: &Slip) -> Raster {
        print(&layout::lay_out(slip, &mut self.typesetter), slip.paper)
    }

    /// Draws a boot slip in the same way.
    pub fn paint_boot(&mut self, slip: &BootSlip) -> Raster {
        print(&layout::lay_out_boot(slip, &mut self.typesetter), slip.paper)
    }

    /// Draws a slip that is printed ahead in the same way.
    pub fn paint_roll(&mut self, slip: &RollSlip) -> Raster {
        print(&layout::lay_out_roll(slip, &mut self.typesetter), slip.paper)
    }
}

fn print(page: &Page, paper: Paper) -> Raster {
    let mut picture = Raster::new(paper.width(), page.height);
    for piece in &page.pieces {
        blacken(&mut picture, piece);
    }
    picture.break_up_commands();
    picture
}

/// Draws one piece.
pub(crate) fn blacken(picture: &mut Raster, piece: &Piece) {
    match &piece.mark {
        Mark::Picture(drawing) => picture.lay(drawing, piece.x, piece.y),
        Mark::Bar { width, height } => picture.fill(piece.x, piece.y, *width, *height),
        Mark::Frame { width, height } => frame(picture, piece.x, piece.y, *width, *height),
    }
}

fn frame(picture: &mut Raster, x: i32, y: i32, width: i32, height: i32) {
    picture.fill(x, y, width, LINE);
    picture.fill(x, y + height - LINE, width, LINE);
    picture.fill(x, y, LINE, height);
    picture.fill(x + width - LINE, y, LINE, height);
}

impl Default for SlipPainter {
    fn default() -> Self {
        Self::new()
    }
}
