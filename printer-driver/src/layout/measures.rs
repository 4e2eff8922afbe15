//! Sizes and distances for each paper, in dots at 203 dpi (8 to the millimetre).

use crate::Paper;

/// Thickness of all lines. Thinner ones break up on worn print heads.
pub(crate) const LINE: i32 = 3;

/// A size of text with its distance from line to line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    /// The em square.
    pub(super) size: f32,
    /// From line to line.
    pub(super) leading: f32,
}

impl Size {
    /// The same, larger or smaller.
    pub(super) fn scaled(self, factor: f32) -> Self {
        size(self.size * factor, self.leading * factor)
    }
}

const fn size(size: f32, leading: f32) -> Size {
    Size { size, leading }
}

/// All measures of one paper.
#[derive(Debug)]
pub(super) struct Measures {
    /// White at the left and the right.
    pub(super) side: i32,
    pub(super) top: i32,
    pub(super) bottom: i32,
    /// White above and below what stands between two lines.
    pub(super) above: i32,
    pub(super) below: i32,
    /// White between two columns.
    pub(super) gutter: i32,
    pub(super) header: Size,
    pub(super) header_below: i32,
    pub(super) reprint: Size,
    pub(super) pictogram: u16,
    pub(super) pictogram_gap: i32,
    pub(super) service: Size,
    pub(super) counters: Size,
    /// Between field of work and counters: marks below meet marks above there.
    pub(super) counters_gap: i32,
    /// Half of the lozenge's diagonal.
    pub(super) lozenge: i32,
    pub(super) number: f32,
    pub(super) number_above: i32,
    pub(super) number_below: i32,
    /// The numbers on a boot slip: two of four signs fit side by side.
    pub(super) next_number: f32,
    /// White between the lines of these numbers.
    pub(super) next_number_gap: i32,
    pub(super) label: Size,
    pub(super) figure: Size,
    pub(super) unit: f32,
    /// Where the second figure begins.
    pub(super) second_figure: i32,
    pub(super) title: Size,
    pub(super) document: Size,
    pub(super) document_gap: i32,
    /// Edge of the box to tick, and the white after it.
    pub(super) tick: i32,
    pub(super) tick_gap: i32,
    /// Edge of one module of the QR code.
    pub(super) module: u16,
    pub(super) caption: Size,
    pub(super) wish: Size,
    /// White above time and date.
    pub(super) foot_above: i32,
    pub(super) time: Size,
    pub(super) date: Size,
    pub(super) validity: Size,
}

impl Measures {
    pub(super) const fn of(paper: Paper) -> &'static Self {
        match paper {
            Paper::Mm80 => &MM80,
            Paper::Mm58 => &MM58,
        }
    }
}

const MM80: Measures = Measures {
    side: 12,
    top: 14,
    bottom: 18,
    above: 12,
    below: 12,
    gutter: 24,
    header: size(27.0, 32.4),
    header_below: 12,
    reprint: size(30.0, 36.0),
    pictogram: 92,
    pictogram_gap: 18,
    service: size(44.0, 48.4),
    counters: size(27.0, 33.0),
    counters_gap: 4,
    lozenge: 24,
    number: 238.0,
    number_above: 30,
    number_below: 16,
    next_number: 104.0,
    next_number_gap: 30,
    label: size(27.0, 32.4),
    figure: size(58.0, 62.0),
    unit: 30.0,
    second_figure: 235,
    title: size(27.0, 35.0),
    document: size(28.0, 34.0),
    document_gap: 6,
    tick: 22,
    tick_gap: 14,
    module: 5,
    caption: size(22.0, 26.0),
    wish: size(34.0, 40.0),
    foot_above: 8,
    time: size(44.0, 44.0),
    date: size(30.0, 44.0),
    validity: size(24.0, 28.0),
};

const MM58: Measures = Measures {
    side: 8,
    top: 10,
    bottom: 14,
    above: 8,
    below: 10,
    gutter: 16,
    header: size(24.0, 28.8),
    header_below: 8,
    reprint: size(26.0, 31.0),
    pictogram: 72,
    pictogram_gap: 12,
    service: size(34.0, 37.4),
    counters: size(23.0, 28.0),
    counters_gap: 3,
    lozenge: 18,
    number: 160.0,
    number_above: 28,
    number_below: 16,
    next_number: 72.0,
    next_number_gap: 22,
    label: size(23.0, 27.6),
    figure: size(42.0, 46.0),
    unit: 23.0,
    second_figure: 147,
    title: size(23.0, 29.0),
    document: size(23.0, 30.0),
    document_gap: 0,
    tick: 18,
    tick_gap: 10,
    module: 4,
    caption: size(23.0, 27.6),
    wish: size(27.0, 32.0),
    foot_above: 8,
    time: size(38.0, 38.0),
    date: size(27.0, 27.0),
    validity: size(22.0, 26.4),
};
