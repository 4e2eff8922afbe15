//! Where everything stands on a slip: in the order that a citizen reads it.
//!
//! Where am I, what for, **the number**, how long, what to have ready, how to follow it on the phone, when, and until
//! when it is valid. Texts wrap and push down what follows; nothing is cut. A boot slip has an order of its own.

mod boot;
mod composer;
mod documents;
mod foot;
mod head;
mod measures;
mod number;
mod outlook;
mod roll;

#[cfg(test)]
mod tests;

use crate::text::Typesetter;
use crate::{BootSlip, Raster, RollSlip, Slip};

use composer::Composer;
use measures::Measures;

pub(crate) use measures::LINE;

/// A slip with everything in its place.
pub(crate) struct Page {
    /// In dots.
    pub(crate) height: u16,
    pub(crate) pieces: Vec<Piece>,
}

/// One thing in its place.
#[derive(Debug)]
pub(crate) struct Piece {
    /// Dots from the left edge.
    pub(crate) x: i32,
    /// Dots from the upper edge.
    pub(crate) y: i32,
    pub(crate) mark: Mark,
}

/// What is black in a piece.
#[derive(Debug)]
pub(crate) enum Mark {
    /// Its own dots.
    Picture(Raster),
    /// A filled rectangle.
    Bar { width: i32, height: i32 },
    /// The outline of a rectangle.
    Frame { width: i32, height: i32 },
}

/// Lays out a slip.
pub(crate) fn lay_out(slip: &Slip, typesetter: &mut Typesetter) -> Page {
    let measures = Measures::of(slip.paper);
    let mut composer = Composer::new(typesetter, measures, i32::from(slip.paper.width()));
    let mut y = measures.top;
    for section in [head::header, head::mark, head::reprint, head::service, number::number, outlook::outlook] {
        y = section(&mut composer, slip, y);
    }
    let sections = match slip.paper {
        crate::Paper::Mm80 => [documents::beside_code, foot::wish, foot::line],
        crate::Paper::Mm58 => [documents::alone, foot::wish, foot::beside_code],
    };
    for section in sections {
        y = section(&mut composer, slip, y);
    }
    let y = foot::mark(&mut composer, slip, y);
    Page::ending_at(y, composer)
}

/// Lays out a boot slip.
pub(crate) fn lay_out_boot(slip: &BootSlip, typesetter: &mut Typesetter) -> Page {
    let measures = Measures::of(slip.paper);
    let mut composer = Composer::new(typesetter, measures, i32::from(slip.paper.width()));
    let y = boot::boot(&mut composer, slip, measures.top);
    Page::ending_at(y, composer)
}

/// Lays out a slip that is printed ahead.
pub(crate) fn lay_out_roll(slip: &RollSlip, typesetter: &mut Typesetter) -> Page {
    let measures = Measures::of(slip.paper);
    let mut composer = Composer::new(typesetter, measures, i32::from(slip.paper.width()));
    let y = roll::roll(&mut composer, slip, measures.top);
    Page::ending_at(y, composer)
}

impl Page {
    fn ending_at(y: i32, composer: Composer<'_>) -> Self {
        let height = u16::try_from(y + composer.measures.bottom).unwrap_or(u16::MAX);
        Self { height, pieces: composer.finish() }
    }
}
